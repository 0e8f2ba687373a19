//! 文种: 通知, 请示, 函 … (条例 第八条).

use super::{Exchange, Text};
use serde::{Deserialize, Serialize};

/// 文种 as written at the end of a title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kind<'src> {
    /// The word as written: `通知`.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// Which of the 15 of 条例 第八条, or another.
    pub genre: Genre,
    /// Which way such a document goes.
    pub direction: Option<Direction>,
}

impl<'src> Kind<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Kind<'t> {
        Kind { text: by.text(self.text), genre: self.genre, direction: self.direction }
    }
}

/// The 15 文种 of 条例 第八条, and others met in the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// 决议.
    Resolution,
    /// 决定.
    Decision,
    /// 命令（令）.
    Order,
    /// 公报.
    Communique,
    /// 公告.
    Announcement,
    /// 通告.
    PublicNotice,
    /// 意见.
    Opinion,
    /// 通知.
    Notice,
    /// 通报.
    Circular,
    /// 报告.
    Report,
    /// 请示.
    Request,
    /// 批复.
    Reply,
    /// 议案.
    Motion,
    /// 函.
    Letter,
    /// 纪要.
    Minutes,
    /// 办法, 规定, 方案 … and whatever else is written.
    Other,
}

/// 行文方向.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 上行: to a superior.
    Upward,
    /// 下行: to a subordinate.
    Downward,
    /// 平行: between equals.
    Lateral,
    /// 公布性: to everybody.
    Public,
}
