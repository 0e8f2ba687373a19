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

    /// The way to nothing.
    pub(crate) const EMPTY: Self = Self(Inner::Short { len: 0, bytes: [0; SHORT] });

    /// Makes this the way to the unit `number` of the one at `parent`, written in its place.
    pub(crate) fn lead_to(&mut self, parent: Option<&Self>, number: &str) {
        let parent = parent.filter(|parent| !parent.is_empty());
        let start = parent.map_or(0, |parent| parent.len() + 1);
        let end = start + number.len();
        let Some(len) = u8::try_from(end).ok().filter(|_| end <= SHORT) else {
            let path = parent.map_or_else(|| number.to_owned(), |parent| [parent, "/", number].concat());
            return self.0 = Inner::Long(path.into());
        };
        self.0 = Inner::Short { len, bytes: [0; SHORT] };
        if let Inner::Short { bytes, .. } = &mut self.0 {
            if let Some(Self(Inner::Short { bytes: front, .. })) = parent {
                *bytes = *front;
            }
            if let Some(slash) = start.checked_sub(1).and_then(|at| bytes.get_mut(at)) {
                *slash = b'/';
            }
            if let Some(own) = bytes.get_mut(start..end) {
                own.copy_from_slice(number.as_bytes());
            }
        }
    }

    const fn len(&self) -> usize {
        match &self.0 {
            Inner::Short { len, .. } => *len as usize,
            Inner::Long(path) => path.len(),
        }
    }

    const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Self {
        let mut own = Self::EMPTY;
        own.lead_to(None, path);
        own
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
            let mut by_step = Path::EMPTY;
            for number in path.split('/') {
                let parent = by_step.clone();
                by_step.lead_to(Some(&parent), number);
            }
            assert_eq!(by_step.as_str(), path);
        }
    }
}
