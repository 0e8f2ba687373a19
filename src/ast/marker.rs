//! The number that opens a unit: `一、`, `（一）`, `1.`, `第十条之一`.

use std::num::NonZeroU32;

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// The number that opens a section or a provision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Marker<'src> {
    /// As written, with its brackets and points: `（一）`.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// Its value, where it fits 32 bits.
    pub number: Option<u32>,
    /// 之一 in 第十条之一 and （二之一）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub: Option<NonZeroU32>,
    /// How it is written.
    pub style: MarkerStyle,
}

impl<'src> Marker<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Marker<'t> {
        Marker { text: by.text(self.text), number: self.number, sub: self.sub, style: self.style }
    }
}

/// How a number is written. The order is that of the ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum MarkerStyle {
    /// 第一编.
    Part,
    /// 第一分编.
    Subpart,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条.
    Article,
    /// 一、 (level 1).
    Han,
    /// （一） (level 2).
    HanParen,
    /// 1. or 1、 (level 3).
    Arabic,
    /// （1） or 1） (level 4).
    ArabicParen,
    /// ① (level 5).
    Circled,
    /// 1.1, level by the count of its parts.
    Dotted,
}
