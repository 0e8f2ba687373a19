//! 附注: `（此件公开发布）` (9704 7.3.6).

use serde::{Deserialize, Serialize};
use super::Text;

/// 附注: `（此件公开发布）` (9704 7.3.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note<'src> {
    /// The text as written.
    #[serde(flatten)]
    pub text: Text<'src>,
}
