//! 标题: `云岭市人民政府关于印发《…办法》的通知` (9704 7.3.1).

use super::{Exchange, Kind, Organ, Text};
use serde::{Deserialize, Serialize};

/// 标题 (9704 7.3.1), its lines joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Title<'src> {
    /// The title, its lines joined.
    #[serde(flatten)]
    pub text: Text<'src>,
    /// 发文机关 in front of 关于, one or several.
    pub issuers: Vec<Organ<'src>>,
    /// 事由: what stands between 关于 and 的＋文种.
    pub subject: Option<Text<'src>>,
    /// 文种.
    pub kind: Option<Kind<'src>>,
    /// What it 印发, 转发, 批转, 公布 … where it does so.
    pub issue: Option<Issue<'src>>,
}

impl<'src> Title<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Title<'t> {
        Title {
            text: by.text(self.text),
            issuers: self.issuers.into_iter().map(|organ| organ.exchange(by)).collect(),
            subject: self.subject.map(|text| by.text(text)),
            kind: self.kind.map(|kind| kind.exchange(by)),
            issue: self.issue.map(|issue| issue.exchange(by)),
        }
    }
}

/// What a title passes on: `印发《云岭市…办法》`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issue<'src> {
    /// How.
    pub action: IssueAction,
    /// The document passed on, without 《》.
    pub what: Text<'src>,
}

impl<'src> Issue<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Issue<'t> {
        Issue { action: self.action, what: by.text(self.what) }
    }
}

/// How a document passes on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IssueAction {
    /// 印发.
    Print,
    /// 转发.
    Forward,
    /// 批转.
    ApproveForward,
    /// 公布, 发布, 颁布.
    Promulgate,
}

/// 题注 or the line in brackets under a title: `（2019年10月22日…通过）`, `（试行）`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Subtitle<'src> {
    /// The text as written, brackets and all.
    #[serde(flatten)]
    pub text: Text<'src>,
}

impl<'src> Subtitle<'src> {
    /// The same over other texts.
    pub(crate) fn exchange<'t>(self, by: &impl Exchange<'src, 't>) -> Subtitle<'t> {
        Subtitle { text: by.text(self.text) }
    }
}
