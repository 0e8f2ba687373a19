//! Any text is read; every character is placed once.
#![no_main]

#[path = "../../tests/checks/mod.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let faults = checks::faults(text);
    assert!(faults.is_empty(), "{faults:#?}");
});
