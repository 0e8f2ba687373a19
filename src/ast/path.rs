//! The way to a numbered unit as people cite it.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize, Serializer};

/// The most bytes that are kept in the path itself, not in a box: `第二章/第十一条`.
const SHORT: usize = 22;

/// The way to a numbered unit as people cite it: `一/（三）/2`, `第二章/第十条/（一）`.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(into = "String"))]
#[serde(from = "String")]
pub struct Path(Inner);

#[derive(Clone)]
enum Inner {
    Short { len: u8, bytes: [u8; SHORT] },
    Long(Box<str>),
}

impl Path {
    /// The path as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Inner::Short { len, bytes } => {
                bytes.get(..usize::from(*len)).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
            }
            Inner::Long(path) => path,
        }
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Self {
        let mut bytes = [0; SHORT];
        Self(match (bytes.get_mut(..path.len()), u8::try_from(path.len())) {
            (Some(front), Ok(len)) => {
                front.copy_from_slice(path.as_bytes());
                Inner::Short { len, bytes }
            }
            _ => Inner::Long(path.into()),
        })
    }
}

impl From<String> for Path {
    fn from(path: String) -> Self {
        path.as_str().into()
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

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Path {}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_its_string_however_long() {
        for path in [
            "",
            "一/（三）/2",
            "第二章/第二十一条/十二",
            "第二章/第二十一条/十二3",
            "第十二章/第二节/第一百二十一条/（一）",
        ] {
            assert_eq!(Path::from(path).as_str(), path);
        }
    }
}
