//! The tree and the flat blocks as text: JSON, outline, Markdown, canonical text, line labels.

mod escape;
mod json;
mod labels;
mod markdown;
mod outline;
#[cfg(feature = "schema")]
mod schema;
mod text;

pub use json::{Envelope, JsonError, from_json, to_json};
pub use labels::labels;
pub use markdown::to_markdown;
pub use outline::to_outline;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use text::to_text;

use crate::ast::{Block, Heading, Marker, MarkerStyle, Node};

/// The number, the heading and the run-in of a numbered unit: what stands on its first line.
#[derive(Debug, Clone, Copy)]
struct Opening<'a> {
    marker: &'a Marker<'a>,
    heading: Option<&'a Heading<'a>>,
    /// Whether the first of its blocks goes on in the same line.
    runs_in: bool,
}

impl<'a> Opening<'a> {
    fn of(node: Node<'a>) -> Option<Self> {
        let (marker, heading, run_in, blocks) = match node {
            Node::Section(unit) => (&unit.marker, &unit.heading, unit.run_in, &unit.blocks),
            Node::Provision(unit) => (&unit.marker, &unit.heading, unit.run_in, &unit.blocks),
            _ => return None,
        };
        let text_first = matches!(blocks.first(), Some(Block::Paragraph(_)));
        Some(Self { marker, heading: heading.as_ref(), runs_in: text_first && (run_in || heading.is_none()) })
    }
}

/// What stands between a number and its text.
fn gap(style: MarkerStyle) -> &'static str {
    match style {
        MarkerStyle::Arabic | MarkerStyle::Dotted => " ",
        MarkerStyle::Han | MarkerStyle::HanParen | MarkerStyle::ArabicParen | MarkerStyle::Circled => "",
        _ => "　",
    }
}
