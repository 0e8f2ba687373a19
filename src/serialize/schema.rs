//! The JSON Schema of the tree.

use super::Envelope;

/// The JSON Schema of what [`to_json`](super::to_json) writes, as JSON.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Envelope<'static>);
    // It fails for maps with odd keys and for writers only; there are none here.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
