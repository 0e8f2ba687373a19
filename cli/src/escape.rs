//! Characters that could steer a terminal are shown, never sent.

use std::borrow::Cow;

/// Whether `c` can steer a terminal or turn text about: controls but for tab and line feed, and bidi marks.
pub(crate) fn steers(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// `text` with each steering character as `<U+001B>`.
pub(crate) fn for_people(text: &str) -> Cow<'_, str> {
    replace(text, steers, |c| format!("<U+{:04X}>", c as u32))
}

/// The same on one line: tabs and line feeds too.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let bad = |c| steers(c) || matches!(c, '\t' | '\n' | '\u{2028}' | '\u{2029}');
    replace(text, bad, |c| format!("<U+{:04X}>", c as u32))
}

/// The same where carets stand under the text: four blanks for a tab, and what has no width is shown too.
pub(crate) fn in_excerpt(text: &str) -> Cow<'_, str> {
    let unseen = |c| matches!(c, '\u{200b}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}');
    let bad = |c| steers(c) || unseen(c) || matches!(c, '\t' | '\n');
    replace(text, bad, |c| if c == '\t' { "    ".to_owned() } else { format!("<U+{:04X}>", c as u32) })
}

/// JSON with each steering character as `\u001b`: the same value, safe to look at.
pub(crate) fn for_json(json: &str) -> Cow<'_, str> {
    replace(json, steers, |c| format!("\\u{:04x}", c as u32))
}

fn replace(text: &str, bad: impl Fn(char) -> bool, shown: impl Fn(char) -> String) -> Cow<'_, str> {
    if !text.contains(&bad) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if bad(c) { out.push_str(&shown(c)) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steering_characters_are_shown() {
        assert_eq!(for_people("通\u{1b}[2J知\u{202e}\n\t"), "通<U+001B>[2J知<U+202E>\n\t");
        assert_eq!(one_line("a\nb\u{9b}"), "a<U+000A>b<U+009B>");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(for_people("关于印发《办法》的通知　〔2024〕"), Cow::Borrowed(_)));
    }

    #[test]
    fn json_keeps_its_value() {
        let json = "\"通\u{202e}\u{9b}知\"";
        let safe = for_json(json);
        assert_eq!(safe, "\"通\\u202e\\u009b知\"");
        let value = |text: &str| serde_json::from_str::<String>(text).ok();
        assert_eq!(value(&safe), value(json));
    }
}
