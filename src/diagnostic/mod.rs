//! What was found, where, and what was expected.

mod code;

pub use code::{Code, Severity};

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// One remark on a text. The text was read all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// Which remark.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What was found and what was expected.
    pub message: Cow<'static, str>,
    /// Other places that bear on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A diagnostic with the severity of its code.
    #[must_use]
    pub fn new(code: Code, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, severity: code.severity(), span, message: message.into(), related: Vec::new() }
    }
}

/// Another place that bears on a [`Diagnostic`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}
