//! `hongtou stats`: what many texts are.

use std::fs;

use predicates::prelude::PredicateBooleanExt;
use serde_json::{Value, json};

use crate::common::{Files, NOTICE, notices};

/// Twelve notices, two decisions of another organ, a text of nothing, a file that is none.
fn mixed() -> Files {
    let files = notices(12);
    for at in 0..2 {
        let decision = "沧江县人民政府关于表彰的决定\n\n一、甲。\n（一）乙。\n\n沧江县人民政府\n2021年1月2日\n";
        fs::write(files.path(&format!("in/d{at}.txt")), decision).unwrap();
    }
    fs::write(files.path("in/e.txt"), "无题").unwrap();
    fs::write(files.path("in/f.pdf"), "%PDF-1.7").unwrap();
    files
}

#[test]
fn texts_are_counted() {
    let run = mixed().hongtou().args(["stats", "in", "--json"]).assert().code(1);
    let found: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(found["documents"], 15);
    assert_eq!((&found["inputs"]["all"], &found["inputs"]["unsupported"]), (&json!(16), &json!(1)));
    let kinds = json!([{"name": "通知", "documents": 12}, {"name": "决定", "documents": 2}]);
    assert_eq!((&found["kinds"]["names"], &found["kinds"]["none"]), (&kinds, &json!(1)));
    assert_eq!(found["issuers"]["names"][0], json!({"name": "云岭市人民政府", "documents": 12}));
    let years = json!([
        {"year": null, "documents": 1}, {"year": 2021, "documents": 2}, {"year": 2024, "documents": 12}
    ]);
    assert_eq!(found["years"], years);
    assert_eq!(found["sections"]["sum"], 12 * 2 + 2 * 2);
    assert_eq!((&found["sections"]["least"], &found["sections"]["most"]), (&json!(0), &json!(2)));
    let levels: Vec<_> = found["levels"]["bins"].as_array().unwrap().iter().map(|bin| &bin["documents"]).collect();
    assert_eq!(levels, [1, 12, 2, 0, 0, 0]);
    // 二、 is missing in the notices.
    let skipped = json!({"name": "number-skipped", "documents": 12});
    assert!(found["diagnostics"]["names"].as_array().unwrap().contains(&skipped), "{found}");
    let characters = |text: &str| text.chars().count() as u64;
    assert!(found["characters"]["sum"].as_u64().unwrap() > 12 * characters(NOTICE));
}

#[test]
fn people_see_bars_no_wider_than_their_terminal() {
    let files = mixed();
    let wide = files.hongtou().args(["stats", "in", "-q"]).env("COLUMNS", "60").assert().code(1);
    let shown = String::from_utf8(wide.get_output().stdout.clone()).unwrap();
    assert!(shown.starts_with("15 texts, "), "{shown}");
    assert!(shown.contains("\n文种\n  通知  12   80.0 %  ████"), "{shown}");
    assert!(shown.contains("\n  2021      2   13.3 %  "), "{shown}");
    let top = files.hongtou().args(["stats", "in", "-q", "--top", "1"]).assert().code(1);
    let shown = String::from_utf8(top.get_output().stdout.clone()).unwrap();
    assert!(shown.contains("\n文种\n  通知    12   80.0 %") && shown.contains("\n  others   2   13.3 %"), "{shown}");
}

#[test]
fn the_counts_are_the_same_whatever_the_threads() {
    let files = mixed();
    let run = |threads: &str| {
        files.hongtou().args(["stats", "in", "--json", "-j", threads]).assert().code(1).get_output().stdout.clone()
    };
    assert_eq!(run("1"), run("4"));
    files.hongtou().arg("stats").assert().code(2).stderr(predicates::str::contains("`hongtou stats FOLDER`"));
    let table = ["stats", "-", "--text-column", "t", "--encoding", "GB18030"];
    let run = files.hongtou().args(table).write_stdin(b"{\"t\":\"\xb9\xab\xb8\xe6\"}\n".as_slice()).assert().code(0);
    run.stdout(
        predicates::str::starts_with("1 text, 2 characters, 0 sections, 0 条, 0 remarks\n1 input (1 ok)\n")
            .and(predicates::str::contains("  公告  1  100.0 %")),
    );
}
