//! `hongtou query`: what it writes of what it finds.

use serde_json::Value;

use crate::common::{Files, NOTICE};

/// Standard output of a run that succeeds.
fn run(files: &Files, args: &[&str]) -> String {
    let run = files.hongtou().arg("query").args(args).assert().code(0);
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

#[test]
fn every_format_shows_the_matches() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes()), ("b.txt", b"")]);
    let title = NOTICE.lines().find(|line| line.contains("关于")).unwrap();
    let line = NOTICE.lines().position(|line| line == title).unwrap() + 1;
    assert_eq!(run(&files, &["title", "a.txt"]), format!("{title}\n"));
    assert_eq!(run(&files, &["title", "a.txt", "b.txt"]), format!("a.txt:{line}: {title}\n"));
    assert_eq!(run(&files, &["--count", "title", "a.txt", "b.txt"]), "a.txt: 1\nb.txt: 0\n");
    let start = NOTICE.find(title).unwrap();
    let end = start + title.len();
    assert_eq!(run(&files, &["title", "a.txt", "--format", "span"]), format!("a.txt:{line}:1 {start}-{end}\n"));
    let json: Value = serde_json::from_str(&run(&files, &["title", "a.txt", "--format", "json"])).unwrap();
    assert_eq!((&json["type"], &json["text"], &json["line"]), (&"title".into(), &title.into(), &line.into()));
    assert_eq!(json["node"]["kind"]["text"], "通知");
    assert_eq!(run(&files, &["article", "a.txt"]), "");
}

#[test]
fn a_bad_selector_is_drawn() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    let shown = "error: found `secton`, expected the name of an element\n --> <query>:1:4\n  |\n1 | 附件 secton\n  |      ^^^^^^\n";
    files.hongtou().args(["query", "附件 secton", "a.txt"]).assert().code(2).stderr(predicates::str::contains(shown));
    files
        .hongtou()
        .args(["query", "title", "none.txt", "a.txt"])
        .assert()
        .code(1)
        .stdout(predicates::str::contains("通知"));
}
