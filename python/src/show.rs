//! Tables as notebooks show them.

use std::fmt::Write;

use arrow::array::{Array, RecordBatch};
use arrow::error::ArrowError;
use arrow::util::display::{ArrayFormatter, FormatOptions};

/// Rows that are shown.
const ROWS: usize = 10;
/// Characters of a cell that are shown.
const CHARACTERS: usize = 40;

/// The first rows as HTML, what the texts say escaped.
pub(crate) fn html(names: &[&str], batches: &[RecordBatch], rows: usize) -> Result<String, ArrowError> {
    let mut html = String::from("<table><thead><tr>");
    for name in names {
        cell(&mut html, "th", name);
    }
    html.push_str("</tr></thead><tbody>");
    let mut left = ROWS;
    for batch in batches {
        let columns = batch.columns().iter();
        let options = FormatOptions::default();
        let columns: Vec<_> =
            columns.map(|column| ArrayFormatter::try_new(column, &options)).collect::<Result<_, _>>()?;
        for row in 0..batch.num_rows().min(left) {
            html.push_str("<tr>");
            for (column, values) in columns.iter().zip(batch.columns()) {
                let value = if values.is_null(row) { String::new() } else { column.value(row).try_to_string()? };
                cell(&mut html, "td", &value);
            }
            html.push_str("</tr>");
        }
        left -= batch.num_rows().min(left);
    }
    // Writing to a string can't fail.
    let _ = write!(html, "</tbody></table><p>{rows} rows</p>");
    Ok(html)
}

fn cell(html: &mut String, tag: &str, text: &str) {
    let _ = write!(html, "<{tag}>");
    let mut characters = text.chars();
    for c in characters.by_ref().take(CHARACTERS) {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            c => html.push(c),
        }
    }
    html.push_str(if characters.next().is_some() { "…" } else { "" });
    let _ = write!(html, "</{tag}>");
}
