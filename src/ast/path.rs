//! The way to a numbered unit as people cite it.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};
use smol_str::SmolStr;

/// The way to a numbered unit as people cite it: `一/（三）/2`, `第二章/第十条/（一）`.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String"))]
#[serde(from = "String")]
pub struct Path(SmolStr);

impl Path {
    /// The path as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Self {
        Self(path.into())
    }
}

impl From<String> for Path {
    fn from(path: String) -> Self {
        Self(path.into())
    }
}

impl Deref for Path {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}
