//! A row a text is the same whether the bodies were read for it or counted only.

use std::sync::atomic::AtomicBool;
use std::{fs, io};

use hongtou_extract::{Column, Options, Preset, Source, Texts, batches};

/// Columns that can't be had without the bodies.
const OF_BODIES: [&str; 2] = ["tokens", "json"];

struct Corpus(Vec<String>);

impl Texts for Corpus {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn text(&self, place: usize) -> Source<'_> {
        self.0.get(place).map_or(Source::Missing, |text| Source::Text(text))
    }
}

#[test]
fn a_row_a_text_is_the_same_without_the_bodies() -> Result<(), Box<dyn std::error::Error>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");
    let paths: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let corpus = Corpus(texts.map(fs::read_to_string).collect::<Result<_, _>>()?);
    let columns: Vec<&Column> =
        Preset::Documents.all_columns().filter(|column| !OF_BODIES.contains(&column.name)).collect();
    let table = |columns| batches(&corpus, &Options { columns, ..Options::default() }, &AtomicBool::new(false));
    let bare = table(columns.clone())?;
    let with_json = table([columns, Preset::Documents.named(&["json".to_owned()])?].concat())?;
    assert_eq!(bare.len(), with_json.len());
    for (bare, with_json) in bare.iter().zip(&with_json) {
        for (field, column) in bare.schema_ref().fields().iter().zip(bare.columns()) {
            assert_eq!(Some(column), with_json.column_by_name(field.name()), "{}", field.name());
        }
        assert!(with_json.num_columns() > bare.num_columns());
    }
    assert!(corpus.count() > 100 && bare.iter().any(|batch| batch.num_rows() > 0), "there is a corpus");
    Ok(())
}
