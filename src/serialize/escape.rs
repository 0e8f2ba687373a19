//! Characters that could steer a terminal, turn text about or break a line are shown, never sent.

use std::fmt::{self, Display, Write};

/// Shows a text on one line: controls, line ends, bidi marks and what has no width as `<U+202E>`.
pub(super) struct OneLine<'a>(pub(super) &'a str);

impl Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| unseen(*c)) {
            f.write_str(rest.get(..at).unwrap_or(""))?;
            write!(f, "<U+{:04X}>", u32::from(c))?;
            rest = rest.get(at + c.len_utf8()..).unwrap_or("");
        }
        f.write_str(rest)
    }
}

/// The first `most` characters of a text, then `…` where there are more; on one line.
pub(super) struct Start<'a>(pub(super) &'a str, pub(super) usize);

impl Display for Start<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(self.1).map(|(at, _)| at);
        OneLine(end.and_then(|end| self.0.get(..end)).unwrap_or(self.0)).fmt(f)?;
        if end.is_some() { f.write_char('…') } else { Ok(()) }
    }
}

fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown() {
        assert_eq!(OneLine("云\u{1b}[31m岭\u{202e}市").to_string(), "云<U+001B>[31m岭<U+202E>市");
        assert_eq!(OneLine("一\n二\t三\u{2028}\u{feff}").to_string(), "一<U+000A>二<U+0009>三<U+2028><U+FEFF>");
        assert_eq!(OneLine("云岭市　人民政府").to_string(), "云岭市　人民政府");
    }

    #[test]
    fn a_long_text_is_cut_by_characters() {
        assert_eq!(Start("云岭市人民政府", 3).to_string(), "云岭市…");
        assert_eq!(Start("云岭市", 3).to_string(), "云岭市");
        assert_eq!(Start("云\u{7}岭", 2).to_string(), "云<U+0007>…");
    }
}
