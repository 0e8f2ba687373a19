//! The tree as JSON and back.

use serde::{Deserialize, Serialize};

use crate::ast::Document;
use crate::diagnostic::Diagnostic;

/// The version of the JSON. It goes up when a reader of the old one would misread the new one.
const VERSION: u32 = 1;

/// What is written as JSON: a document, the remarks on it, and the version of the format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Envelope<'src> {
    /// The version of the format: 1.
    pub hongtou: u32,
    /// The tree.
    pub document: Document<'src>,
    /// The remarks on it.
    #[serde(default)]
    pub diagnostics: Vec<Diagnostic>,
}

impl<'src> Envelope<'src> {
    /// An envelope of this version.
    #[must_use]
    pub fn new(document: Document<'src>, diagnostics: Vec<Diagnostic>) -> Self {
        Self { hongtou: VERSION, document, diagnostics }
    }
}

/// What is wrong with a text that is no tree.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct JsonError(Kind);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("not the JSON of a document: {0}")]
    Shape(#[from] serde_json::Error),
    #[error("the JSON is of version {0}; this library reads version {VERSION}")]
    Version(u32),
}

/// `document` and the remarks on it as JSON on one line, in an [`Envelope`].
///
/// ```
/// use hongtou::{from_json, to_json};
/// let document = hongtou::ast::Document::default();
/// let json = to_json(&document, &[]);
/// assert!(json.starts_with(r#"{"hongtou":1,"document":"#));
/// assert_eq!(from_json(&json)?.document, document);
/// # Ok::<(), hongtou::JsonError>(())
/// ```
#[must_use]
pub fn to_json(document: &Document<'_>, diagnostics: &[Diagnostic]) -> String {
    #[derive(Serialize)]
    struct Borrowed<'a> {
        hongtou: u32,
        document: &'a Document<'a>,
        diagnostics: &'a [Diagnostic],
    }
    // It fails for maps with odd keys and for writers only; there are none here.
    serde_json::to_string(&Borrowed { hongtou: VERSION, document, diagnostics }).unwrap_or_default()
}

/// The document in `json`, as [`to_json`] writes it.
///
/// # Errors
///
/// Where `json` is not JSON, not a document, or of another version.
pub fn from_json(json: &str) -> Result<Envelope<'static>, JsonError> {
    #[derive(Deserialize)]
    struct Version {
        hongtou: u32,
    }
    let shape = |error| JsonError(Kind::Shape(error));
    let Version { hongtou } = serde_json::from_str(json).map_err(shape)?;
    if hongtou != VERSION {
        return Err(JsonError(Kind::Version(hongtou)));
    }
    serde_json::from_str(json).map_err(shape)
}
