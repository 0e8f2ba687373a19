//! One reading, whoever asks: what the command prints is what the crate writes. The tests of `python/` hold Python and
//! Spark to the same bytes.

use std::path::Path;

use crate::common::hongtou;

#[test]
fn the_json_of_the_corpus_is_that_of_the_crate() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut count = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        // A byte order mark is left out on the way in.
        let parse = hongtou::parse(text.strip_prefix('\u{feff}').unwrap_or(&text));
        let json = hongtou::to_json(&parse.document, &parse.diagnostics) + "\n";
        let run = hongtou().args(["parse", "--diagnostics", "never"]).arg(&path).assert().success();
        assert_eq!(run.get_output().stdout, json.as_bytes(), "{}", path.display());
        count += 1;
    }
    assert!(count > 100, "{count} documents");
}
