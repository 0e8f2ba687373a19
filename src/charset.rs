//! The characters of the field, defined once: blanks, digits, punctuation.

/// Whether `c` is blank: white space, zero-width characters, U+FEFF.
pub(crate) const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{3000}' | '\u{feff}'
            | '\u{2000}'..='\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}'
    )
}
