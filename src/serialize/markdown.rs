//! The tree as Markdown.

use super::{Opening, gap};
use crate::ast::{Document, Node, Table};

/// `document` as Markdown: the title as the first heading, headings by depth, run-in headings in bold, tables
/// as pipe tables, attachments behind a rule. Furniture is left out. What Markdown would take for a mark of its
/// own is escaped. Most of it reads back to the same tree; [`to_text`](crate::to_text) is written for that.
#[must_use]
pub fn to_markdown(document: &Document<'_>) -> String {
    let mut out = Writer::default();
    for (depth, node) in document.nodes() {
        out.node(depth, node);
    }
    if !out.text.is_empty() {
        out.text.push('\n');
    }
    out.text
}

#[derive(Debug, Default)]
struct Writer {
    text: String,
    /// Whether the next paragraph goes on in the line that is open.
    runs_in: bool,
}

impl Writer {
    fn node(&mut self, depth: usize, node: Node<'_>) {
        match node {
            Node::Furniture(_) | Node::Row(_) => {}
            Node::Section(_) | Node::Provision(_) => self.unit(depth, node),
            Node::Title(title) => self.heading(depth, &[&title.text]),
            Node::Heading(heading) => {
                self.heading(depth + 1, &[&heading.text]);
                self.text.extend(heading.ending);
            }
            Node::Table(table) => self.table(table),
            Node::Attachment(attachment) => {
                self.open("---");
                attachment.label.iter().for_each(|label| self.paragraph(label));
            }
            Node::Paragraph(paragraph) if self.runs_in => {
                self.runs_in = false;
                escape(&mut self.text, &paragraph.text, false);
            }
            leaf => leaf.text().into_iter().for_each(|text| self.paragraph(text)),
        }
    }

    fn unit(&mut self, depth: usize, node: Node<'_>) {
        let Some(Opening { marker, heading, runs_in }) = Opening::of(node) else { return };
        let gap = gap(marker.style);
        match heading {
            Some(heading) if !runs_in => {
                self.heading(depth + 1, &[&marker.text, gap, &heading.text]);
                self.text.extend(heading.ending);
            }
            Some(heading) => {
                self.open("**");
                escape(&mut self.text, &marker.text, false);
                self.text.push_str(gap);
                escape(&mut self.text, &heading.text, false);
                self.text.extend(heading.ending);
                self.text.push_str("** ");
            }
            None => {
                self.paragraph(&marker.text);
                self.text.push_str(gap);
            }
        }
        self.runs_in = runs_in;
    }

    /// A heading; Markdown has six levels.
    fn heading(&mut self, depth: usize, texts: &[&str]) {
        self.open("######".get(..=depth.min(5)).unwrap_or_default());
        self.text.push(' ');
        for text in texts {
            escape(&mut self.text, text, false);
        }
    }

    fn paragraph(&mut self, text: &str) {
        self.open("");
        escape(&mut self.text, text, true);
    }

    fn table(&mut self, table: &Table<'_>) {
        let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(1);
        self.open("");
        for (index, row) in table.rows.iter().enumerate() {
            let cells: &[_] = if row.cells.is_empty() { std::slice::from_ref(&row.text) } else { &row.cells };
            self.text.push_str(if index == 0 { "|" } else { "\n|" });
            for column in 0..columns {
                self.text.push(' ');
                cells.get(column).into_iter().for_each(|cell| escape(&mut self.text, cell, false));
                self.text.push_str(" |");
            }
            if index == 0 {
                self.text.push_str("\n|");
                self.text.push_str(&" --- |".repeat(columns));
            }
        }
    }

    /// Begins a block.
    fn open(&mut self, mark: &str) {
        let end = self.text.trim_end_matches([' ', '　']).len();
        self.text.truncate(end);
        self.text.push_str(if self.text.is_empty() { "" } else { "\n\n" });
        self.text.push_str(mark);
        self.runs_in = false;
    }
}

/// Adds `text`, its line ends as blanks, with a backslash before what Markdown takes for a mark; `first` tells
/// that it stands at the start of a line.
fn escape(out: &mut String, text: &str, first: bool) {
    let mut lead = first;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let before_blank = rest.clone().next().is_none_or(char::is_whitespace);
        let list = lead && (matches!(c, '+' | '-' | '=') || (before_blank && matches!(c, '.' | ')')));
        if list || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
        lead = lead && c.is_ascii_digit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str, first: bool) -> String {
        let mut out = String::new();
        escape(&mut out, text, first);
        out
    }

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escaped("<b>*云*_岭_|[1]#", false), r"\<b\>\*云\*\_岭\_\|\[1\]\#");
        assert_eq!(escaped("一\n二", false), "一 二");
    }

    #[test]
    fn a_number_at_the_start_is_no_list() {
        assert_eq!(escaped("12. 项目", true), r"12\. 项目");
        assert_eq!(escaped("12.", true), r"12\.");
        assert_eq!(escaped("2024.5.6", true), "2024.5.6");
        assert_eq!(escaped("1) 项目", true), r"1\) 项目");
        assert_eq!(escaped("- 3 -", true), r"\- 3 -");
        assert_eq!(escaped("长12.5公里", true), "长12.5公里");
        assert_eq!(escaped("12.5公里", false), "12.5公里");
    }
}
