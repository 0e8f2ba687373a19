//! Remarks for people: the line, with carets under the place.
//!
//! ```text
//! warning[number-skipped]: 二、 was expected
//!  --> notice.txt:4:1
//!   |
//! 4 | 三、加强巡查
//!   | ^^^^
//! ```

use hongtou::diagnostic::Severity;
use hongtou::{Diagnostic, LineIndex, Position, Span};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{Excerpt, excerpt};
use crate::{color, escape};

/// Writes remarks on one text.
pub(super) struct Painter<'a> {
    pub(super) name: &'a str,
    pub(super) source: &'a str,
    pub(super) color: bool,
}

impl Painter<'_> {
    /// A remark and the places that bear on it, and a blank line.
    pub(super) fn render(&self, diagnostic: &Diagnostic, index: &LineIndex<'_>) -> String {
        let style = style(diagnostic.severity);
        let what = self.painted(style, &format!("{}[{}]", diagnostic.severity, diagnostic.code));
        let mut out = format!("{what}: {}\n", escape::one_line(&diagnostic.message));
        out += &self.shown(diagnostic.span, style, '^', index);
        for other in &diagnostic.related {
            out.extend(["note: ", &escape::one_line(&other.message), "\n"]);
            out += &self.shown(other.span, color::NOTE, '-', index);
        }
        out + "\n"
    }

    /// An error, the place, and how to mend it.
    pub(super) fn fault(&self, message: &str, span: Span, help: Option<&str>, index: &LineIndex<'_>) -> String {
        let style = style(Severity::Error);
        let mut out = format!("{}: {}\n", self.painted(style, "error"), escape::one_line(message));
        out += &self.shown(span, style, '^', index);
        out.extend(help.map(|help| format!("  help: {}\n", escape::one_line(help))));
        out
    }

    /// Where it is, the text there, and carets under it, as wide as the text.
    fn shown(&self, span: Span, style: &str, caret: char, index: &LineIndex<'_>) -> String {
        let Position { line, column, .. } = index.position(span.start);
        let Excerpt { text, place } = excerpt(self.source, index, span);
        let width = |range| text.get(range).map_or(0, UnicodeWidthStr::width);
        let indent = " ".repeat(width(0..place.start));
        let carets = self.painted(style, &caret.to_string().repeat(width(place).max(1)));
        let (line, gutter) = (line.to_string(), " ".repeat(line.to_string().len()));
        let name = self.name;
        format!("{gutter}--> {name}:{line}:{column}\n{gutter} |\n{line} | {text}\n{gutter} | {indent}{carets}\n")
    }

    fn painted(&self, style: &str, text: &str) -> String {
        if self.color { format!("{style}{text}{}", color::OFF) } else { text.to_owned() }
    }
}

/// How a severity is painted.
const fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => color::INFO,
        Severity::Warning => color::WARNING,
        Severity::Error => color::ERROR,
    }
}

#[cfg(test)]
mod tests {
    use hongtou::diagnostic::{Code, Related};

    use super::*;

    fn render(source: &str, span: Span, related: Vec<Related>) -> String {
        let code = Code::NumberSkipped;
        let message = "二、 was expected".to_owned();
        let diagnostic = Diagnostic { code, severity: code.severity(), span, message: message.into(), related };
        Painter { name: "notice.txt", source, color: false }.render(&diagnostic, &LineIndex::new(source))
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let first = Related { span: Span::new(0, 6), message: "the number before".to_owned() };
        let text = render("一、加强值班\n　A三、加强巡查\n", Span::new(23, 29), vec![first]);
        let expected = "\
warning[number-skipped]: 二、 was expected
 --> notice.txt:2:3
  |
2 | 　A三、加强巡查
  |    ^^^^
note: the number before
 --> notice.txt:1:1
  |
1 | 一、加强值班
  | ----

";
        assert_eq!(text, expected);
    }

    #[test]
    fn an_empty_place_has_one_caret() {
        let text = render("通知", Span::new(6, 6), Vec::new());
        assert!(text.ends_with("1 | 通知\n  |     ^\n\n"), "{text}");
    }

    #[test]
    fn colors_are_the_only_escapes() {
        let source = "\u{1b}]0;x\u{7}三、";
        let message = "found \u{1b}[2J".to_owned();
        let code = Code::NumberSkipped;
        let span = Span::new(0, 5);
        let diagnostic =
            Diagnostic { code, severity: Severity::Warning, span, message: message.into(), related: Vec::new() };
        let painter = Painter { name: "notice.txt", source, color: true };
        let text = painter.render(&diagnostic, &LineIndex::new(source));
        let plain = text.replace(style(Severity::Warning), "").replace(color::OFF, "");
        assert!(!plain.contains(crate::escape::steers), "{plain:?}");
        assert!(plain.contains("<U+001B>]0;x<U+0007>三、") && plain.contains("found <U+001B>[2J"), "{plain}");
    }
}
