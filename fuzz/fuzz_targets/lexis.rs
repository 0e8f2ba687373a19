//! Every rule reads any line; what it gives lies inside the line.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    for line in text.lines() {
        hongtou::fuzzing::every_rule(line);
    }
    let faults = invariants::faults(text);
    assert!(faults.is_empty(), "{faults:#?}");
});
