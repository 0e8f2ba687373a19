//! `hongtou references`, and the same as a table.

use serde_json::Value;

use crate::common::Files;

const RULES: &str = "\
停车办法
第一条 根据《道路法》（云政发〔2024〕12号，以下简称《路法》）制定本办法。
第二条 依照前条、《路法》第五条第二款至第七条和第九条处罚。
违反前款和本办法第八条、第一条至第二条的，从重处罚。
";

/// Standard output of a run that succeeds.
fn run(files: &Files, args: &[&str]) -> String {
    let run = files.hongtou().args(args).assert().code(0);
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

#[test]
fn references_are_written_with_what_they_refer_to() {
    let files = Files::new(&[("a.txt", RULES.as_bytes()), ("b.txt", b"")]);
    let expected = "\
2:7 《道路法》（云政发〔2024〕12号，以下简称《路法》） → 《道路法》（云政发〔2024〕12号）
3:7 前条 → 第一条
3:10 《路法》第五条第二款至第七条 → 《道路法》（云政发〔2024〕12号）第五条第二款至第七条
3:25 第九条 → 《道路法》（云政发〔2024〕12号）第九条
4:3 前款 → 第二条/第一款
4:6 本办法第八条 → no_such_article
4:13 第一条至第二条 → 第一条至第二条
";
    assert_eq!(run(&files, &["references", "a.txt"]), expected);
    let unresolved = run(&files, &["references", "--unresolved", "a.txt", "b.txt"]);
    assert_eq!(unresolved, "a.txt:4:6 本办法第八条 → no_such_article\n");
    let json = run(&files, &["references", "--format", "json", "a.txt"]);
    let lines: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 7);
    assert_eq!(
        (&lines[4]["file"], &lines[4]["line"], &lines[4]["kind"]),
        (&"a.txt".into(), &4.into(), &"clause".into())
    );
    assert_eq!(lines[4]["target"]["path"], "第二条/第一款");
    let start = RULES.find("前款").unwrap();
    assert_eq!(lines[4]["span"], serde_json::json!({"start": start, "end": start + "前款".len()}));
    files
        .hongtou()
        .args(["references", "none.txt", "a.txt"])
        .assert()
        .code(1)
        .stdout(format!("a.txt:{}", expected.trim_end().replace('\n', "\na.txt:")) + "\n");
}

#[test]
fn citations_are_rows() {
    let files = Files::new(&[("a.txt", RULES.as_bytes())]);
    let text = run(&files, &["extract", "a.txt", "-q", "--as", "citations"]);
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 7);
    let number = serde_json::json!({"text": "云政发〔2024〕12号", "agency": "云政发", "year": 2024, "serial": 12});
    let start = RULES.find("《路法》第五条").unwrap();
    let cited = serde_json::json!({
        "id": "a.txt", "title": "停车办法", "doc_number": null, "path": "第二条", "kind": "clause",
        "text": "《路法》第五条第二款至第七条", "cited_title": "道路法", "cited_doc_number": number,
        "cited_provision": "第五条第二款至第七条", "target": null, "target_last": null, "target_type": null,
        "resolved": true, "reason": null, "start": start, "end": start + "《路法》第五条第二款至第七条".len(),
    });
    assert_eq!(rows[2], cited);
    let of = |at: usize| {
        ["kind", "target", "target_last", "target_type", "resolved", "reason"].map(|name| rows[at][name].clone())
    };
    assert_eq!(
        of(4),
        ["clause".into(), "第二条/第一款".into(), Value::Null, "paragraph".into(), true.into(), Value::Null]
    );
    assert_eq!(
        of(5),
        ["article".into(), Value::Null, Value::Null, Value::Null, false.into(), "no_such_article".into()]
    );
    assert_eq!(of(6), ["article".into(), "第一条".into(), "第二条".into(), "article".into(), true.into(), Value::Null]);
    let csv =
        run(&files, &["extract", "a.txt", "-q", "--as", "citations", "--format", "csv", "--columns", "line,text,type"]);
    assert_eq!(csv.lines().nth(5), Some("4,前款,paragraph"));
}
