//! Every rule reads any line; what it gives lies inside the line, on character boundaries.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    for line in text.lines() {
        for span in hongtou::fuzzing::every_rule(line) {
            assert!(line.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {line:?}");
        }
    }
});
