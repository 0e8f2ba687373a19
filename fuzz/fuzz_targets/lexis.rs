//! Every rule reads any line; what it gives lies inside the line.
#![no_main]

#[path = "../../tests/checks/mod.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for line in text.lines() {
        hongtou::fuzzing::every_rule(line);
    }
    let faults = checks::faults(text);
    assert!(faults.is_empty(), "{faults:#?}");
});
