//! The tree as an outline: one node a line, two blanks for each level.
//!
//! The format is stable: snapshots are made of it, and people read them.

use std::fmt::{self, Display, Formatter, Write};

use super::Opening;
use super::escape::{OneLine, Start};
use crate::ast::{Date, DocNumber, Document, Node, Row, Text, Title};

/// Characters shown of a running text.
const SHOWN: usize = 24;

/// The outline of `document`, one node a line, furniture and attachments included.
///
/// A line names the role; a numbered unit shows its number, `[level]`, its heading in quotes with the point
/// behind it, `run-in` where text follows on the same line, and its path where the number alone does not tell
/// it. Elements are shown whole, running text by its first 24 characters; what was read of an element follows
/// `|`.
#[must_use]
pub fn to_outline(document: &Document<'_>) -> String {
    let mut out = String::new();
    for (depth, node) in document.nodes() {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{:1$}{2}", "", depth * 2, Line(node));
    }
    out
}

struct Line<'a>(Node<'a>);

impl Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())?;
        match self.0 {
            Node::Section(section) => unit(f, self.0, Some(section.level), &section.path),
            Node::Provision(provision) => unit(f, self.0, None, &provision.path),
            Node::Table(_) => Ok(()),
            Node::Row(row) => write!(f, " {}", Cells(row)),
            Node::Attachment(attachment) => {
                option(f, " ", attachment.label.as_deref().map(OneLine))?;
                option(f, " | number ", attachment.number)
            }
            Node::Paragraph(paragraph) => {
                write!(f, " {}", Start(&paragraph.text, SHOWN))?;
                option(f, " | 款 ", paragraph.clause)?;
                let items = paragraph.enumeration.len();
                if items > 0 { write!(f, " | items {items}") } else { Ok(()) }
            }
            Node::Heading(heading) => write!(f, " \"{}\"{}", OneLine(&heading.text), Ending(heading.ending)),
            Node::Furniture(furniture) => write!(f, " {}", Start(&furniture.text, SHOWN)),
            leaf => leaf.text().map_or(Ok(()), |text| write!(f, " {}", OneLine(text))).and_then(|()| values(f, leaf)),
        }
    }
}

/// A numbered unit behind its name.
fn unit(f: &mut Formatter<'_>, node: Node<'_>, level: Option<u8>, path: &str) -> fmt::Result {
    let Some(Opening { marker, heading, runs_in }) = Opening::of(node) else { return Ok(()) };
    write!(f, " {}", OneLine(&marker.text))?;
    if let Some(level) = level {
        write!(f, " [{level}]")?;
    }
    if let Some(heading) = heading {
        write!(f, " \"{}\"{}", OneLine(&heading.text), Ending(heading.ending))?;
        f.write_str(if runs_in { " run-in" } else { "" })?;
    }
    if path.contains('/') { write!(f, " | {}", OneLine(path)) } else { Ok(()) }
}

/// What was read of an element.
fn values(f: &mut Formatter<'_>, node: Node<'_>) -> fmt::Result {
    match node {
        Node::CopyNumber(node) => option(f, " | ", node.number),
        Node::Secrecy(node) => write!(f, " | {:?}", node.level).and_then(|()| match node.term {
            Some(term) => write!(f, ", {term:?}"),
            None => Ok(()),
        }),
        Node::Urgency(node) => write!(f, " | {:?}", node.level),
        Node::DocNumber(node) => number(f, node),
        Node::Title(node) => title(f, node),
        Node::Date(node) => date(f, node),
        Node::Mark(node) => list(f, node.organs.iter().map(|organ| &organ.text)),
        Node::Addressee(node) => list(f, node.organs.iter().map(|organ| &organ.text)),
        Node::Cc(node) => list(f, node.organs.iter().map(|organ| &organ.text)),
        Node::Signature(node) if node.organs.len() > 1 => list(f, node.organs.iter().map(|organ| &organ.text)),
        Node::Signatory(node) => list(f, node.names.iter()),
        Node::Signer(node) => list(f, node.post.iter().chain(&node.name)),
        Node::AttachmentNote(node) => {
            option(f, " | number ", node.number)?;
            option(f, " | name ", node.name.as_deref().map(OneLine))
        }
        Node::Imprint(node) => {
            list(f, node.organ.iter().map(|organ| &organ.text))?;
            node.date.as_ref().map_or(Ok(()), |printed| date(f, printed))
        }
        _ => Ok(()),
    }
}

fn number(f: &mut Formatter<'_>, number: &DocNumber<'_>) -> fmt::Result {
    option(f, " | agency ", number.agency.as_deref().map(OneLine))?;
    option(f, " | year ", number.year)?;
    option(f, " | serial ", number.serial)
}

fn title(f: &mut Formatter<'_>, title: &Title<'_>) -> fmt::Result {
    for issuer in &title.issuers {
        write!(f, " | issuer {}", OneLine(&issuer.text))?;
    }
    if let Some(kind) = &title.kind {
        write!(f, " | kind {} ({:?})", OneLine(&kind.text), kind.genre)?;
    }
    match &title.issue {
        Some(issue) => write!(f, " | {:?} {}", issue.action, OneLine(&issue.what)),
        None => Ok(()),
    }
}

fn date(f: &mut Formatter<'_>, date: &Date<'_>) -> fmt::Result {
    f.write_str(" | ")?;
    match date.year {
        Some(year) => write!(f, "{year:04}")?,
        None => f.write_char('?')?,
    }
    for part in [date.month, date.day] {
        match part {
            Some(part) => write!(f, "-{part:02}")?,
            None => f.write_str("-?")?,
        }
    }
    Ok(())
}

fn list<'a>(f: &mut Formatter<'_>, texts: impl Iterator<Item = &'a Text<'a>>) -> fmt::Result {
    for text in texts {
        write!(f, " | {}", OneLine(text))?;
    }
    Ok(())
}

fn option(f: &mut Formatter<'_>, lead: &str, value: Option<impl Display>) -> fmt::Result {
    value.map_or(Ok(()), |value| write!(f, "{lead}{value}"))
}

/// The point behind a heading.
struct Ending(Option<char>);

impl Display for Ending {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |c| f.write_char(c))
    }
}

/// A row, its cells parted by `|`.
struct Cells<'a>(&'a Row<'a>);

impl Display for Cells<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some((first, rest)) = self.0.cells.split_first() else { return Start(&self.0.text, SHOWN).fmt(f) };
        Start(first, SHOWN).fmt(f)?;
        rest.iter().try_for_each(|cell| write!(f, " | {}", Start(cell, SHOWN)))
    }
}
