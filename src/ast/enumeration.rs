//! 一是…二是…三是… inside a paragraph.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// One member of an enumeration inside a paragraph: `一是…`, `第一，…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnumerationItem {
    /// Where the member stands in the source, its number included.
    pub span: Span,
    /// The same in bytes of the paragraph's text.
    pub at: Span,
    /// Its number.
    pub number: u32,
    /// How the number is written.
    pub style: EnumerationStyle,
}

/// How the members of an enumeration are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EnumerationStyle {
    /// 一是, 二是 …
    Is,
    /// 第一, 第二 …
    Ordinal,
    /// 首先, 其次, 再次, 最后.
    Sequence,
    /// （一）…；（二）… inside a paragraph, any width.
    HanParen,
    /// （1）…；（2）… inside a paragraph, any width.
    ArabicParen,
    /// ①…②…
    Circled,
}
