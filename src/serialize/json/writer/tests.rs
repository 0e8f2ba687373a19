use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

fn written(value: impl Serialize) -> Option<String> {
    let mut json = String::new();
    value.serialize(Writer(&mut json)).is_ok().then_some(json)
}

#[test]
fn values_are_written_as_serde_json_writes_them() {
    let map = BTreeMap::from([("甲", vec![Some(7_u32), None]), ("\"", Vec::new())]);
    assert_eq!(written(&map), serde_json::to_string(&map).ok());
    assert_eq!(written([true, false].as_slice()).as_deref(), Some("[true,false]"));
    assert_eq!(written(i64::MIN), Some(i64::MIN.to_string()));
    assert_eq!(written(u64::MAX), Some(u64::MAX.to_string()));
    assert_eq!(written('"').as_deref(), Some(r#""\"""#));
    assert_eq!(written(()).as_deref(), Some("null"));
    assert_eq!(written(1.5_f64), None);
}

#[test]
fn every_character_is_escaped_as_serde_json_does() {
    for c in (0..0x2100).filter_map(char::from_u32) {
        let text = format!("一{c}");
        assert_eq!(written(&text), serde_json::to_string(&text).ok(), "{c:?}");
    }
}

proptest! {
    #[test]
    fn texts_of_every_length_are(text in "[一a\"\\\\\n\u{1}]{0,3}[一二a]{0,40}[一a\"\\\\\n\u{7f}]{0,3}") {
        prop_assert_eq!(written(&text), serde_json::to_string(&text).ok());
    }
}
