//! Any text is read; every character is placed once.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let faults = invariants::faults(text);
    assert!(faults.is_empty(), "{faults:#?}");
});
