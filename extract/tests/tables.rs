//! `TABLES.md` says of every table what its columns are; it is made from them. `UPDATE=1` writes it anew.

use std::fmt::Write;
use std::{env, fs};

use hongtou_extract::{Column, Preset, Type};

const HEAD: &str = "\
# Tables

What `hongtou extract --as NAME` writes, by the types that Parquet files have; any value may be null. In JSONL a list is an
array, named values are an object and a day is `\"2024-05-06\"`; in CSV a list is JSON in a cell, named values are columns of
their own (`doc_number.year`). `--columns` chooses among these columns and those at the end.

This page is written by `UPDATE=1 cargo test -p hongtou-extract --test tables`; `.ci/read-back` reads tables of every kind
back with pyarrow and DuckDB and compares.
";

#[test]
fn the_tables_are_those_that_are_documented() -> std::io::Result<()> {
    let mut page = HEAD.to_owned();
    for preset in Preset::ALL.into_iter().chain([Preset::Selected]) {
        let name = if preset == Preset::Selected { "--select SELECTOR" } else { preset.name() };
        table(&mut page, name, preset.columns().iter());
    }
    let more = |preset: Preset| preset.all_columns().skip(preset.columns().len());
    let known = |column: &&Column| more(Preset::Documents).all(|other| other.name != column.name);
    let rest = more(Preset::Selected).filter(known);
    table(&mut page, "Every table can have besides", more(Preset::Documents).chain(rest));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/TABLES.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(path, &page)?;
    }
    assert_eq!(fs::read_to_string(path)?, page, "UPDATE=1 writes it anew");
    Ok(())
}

fn table<'c>(page: &mut String, name: &str, columns: impl Iterator<Item = &'c Column>) {
    let _ = write!(page, "\n## {name}\n\n| column | type | what |\n|---|---|---|\n");
    for column in columns {
        let _ = writeln!(page, "| `{}` | `{}` | {} |", column.name, written(column.kind), column.doc);
    }
}

/// A type as pyarrow writes it.
fn written(kind: Type) -> String {
    match kind {
        Type::Text => "string".to_owned(),
        Type::Int => "int64".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Date => "date32[day]".to_owned(),
        Type::List(items) => format!("list<item: {}>", written(*items)),
        Type::Struct(fields) => {
            let fields: Vec<_> = fields.iter().map(|(name, kind)| format!("{name}: {}", written(*kind))).collect();
            format!("struct<{}>", fields.join(", "))
        }
    }
}
