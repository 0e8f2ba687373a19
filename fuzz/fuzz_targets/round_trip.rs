//! Every output is written; line ends and a byte order mark change nothing.
#![no_main]

#[path = "../../tests/checks/mod.rs"]
mod checks;

fn outline(text: &str) -> String {
    hongtou::to_outline(&hongtou::parse(text).document)
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    let faults = checks::faults(text);
    assert!(faults.is_empty(), "{faults:#?}");
    let parse = hongtou::parse(text);
    let json: serde_json::Value = serde_json::from_str(&hongtou::to_json(&parse.document, &parse.diagnostics)).expect("JSON");
    assert!(json.get("document").is_some());
    let _ = (hongtou::to_markdown(&parse.document), hongtou::to_text(&parse.document));
    if !text.contains(['\r', '\u{feff}']) {
        assert_eq!(outline(&text.replace('\n', "\r\n")), outline(text), "CRLF");
        assert_eq!(outline(&format!("\u{feff}{text}")), outline(text), "byte order mark");
    }
});
