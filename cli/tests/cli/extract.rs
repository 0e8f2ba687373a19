//! `hongtou extract`: every input has a status, nothing is lost, nothing is doubled.

use std::fs;

use serde_json::Value;

use crate::common::{Files, NOTICE, lines, notices, statuses, zip_of};

#[test]
fn a_text_is_a_row() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    let out = files.hongtou().args(["extract", "a.txt", "--columns", "id,title,date,sections"]).assert().code(0);
    let out = out.stdout("{\"id\":\"a.txt\",\"title\":\"云岭市人民政府关于做好防汛工作的通知\",\"date\":\"2024-05-06\",\"sections\":2}\n");
    out.stderr("hongtou: 1 input (1 ok), 1 row\n");
}

#[test]
fn sections_articles_and_chunks_are_rows() {
    let files = Files::new(&[("a.txt", "某规定\n第一条　甲。\n乙。\n（一）丙；\n第二条　丁。\n".as_bytes())]);
    let rows = |what: &str, columns: &str| {
        let out =
            files.hongtou().args(["extract", "a.txt", "-q", "--as", what, "--columns", columns]).output().unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    assert_eq!(rows("sections", "path"), "", "a regulation has no sections");
    assert_eq!(
        rows("articles", "path,number,text"),
        "{\"path\":\"第一条\",\"number\":1,\"text\":\"甲。\\n乙。\\n（一）丙；\"}\n\
         {\"path\":\"第二条\",\"number\":2,\"text\":\"丁。\"}\n"
    );
    assert_eq!(rows("paragraphs", "path,number,start,end").lines().count(), 4);
    assert_eq!(
        rows("chunks", "path,text"),
        "{\"path\":\"第一条\",\"text\":\"甲。\\n乙。\"}\n{\"path\":\"第一条/（一）\",\"text\":\"丙；\"}\n\
         {\"path\":\"第二条\",\"text\":\"丁。\"}\n"
    );
}

#[test]
fn every_input_has_one_status() {
    let mut zip = zip_of("a/通知.txt", NOTICE.as_bytes());
    let gb18030 = [0xcd, 0xa8, 0xd6, 0xaa, b'\n'];
    let files = Files::new(&[
        ("utf8.txt", NOTICE.as_bytes()),
        ("gbk.txt", &gb18030),
        ("cut.txt", NOTICE.as_bytes().get(..NOTICE.len() - 2).unwrap()),
        ("a.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3"),
        ("whole.zip", &zip),
        ("empty.txt", b""),
        ("t.jsonl", "{\"id\":7,\"text\":\"通知\"}\n\nno json\n{\"id\":8}\n".as_bytes()),
        ("t.csv", "id,text\n1,通知\n2,\"甲\n乙\"\n".as_bytes()),
    ]);
    zip.truncate(40);
    fs::write(files.path("cut.zip"), &zip).unwrap();
    let inputs = [
        "utf8.txt",
        "gbk.txt",
        "cut.txt",
        "a.pdf",
        "whole.zip",
        "cut.zip",
        "empty.txt",
        "t.jsonl",
        "t.csv",
        "none.txt",
    ];
    let tables = ["--text-column", "text", "--id-column", "id", "-o", "out.jsonl"];
    files.hongtou().arg("extract").args(inputs).args(tables).assert().code(1);
    let expected = [
        ("utf8.txt", "ok"),
        ("gbk.txt", "ok"),
        ("cut.txt", "partial"),
        ("a.pdf", "unsupported"),
        ("whole.zip#a/通知.txt", "ok"),
        ("cut.zip", "unreadable"),
        ("empty.txt", "ok"),
        ("t.jsonl:1", "ok"),
        ("t.jsonl:3", "unreadable"),
        ("t.jsonl:4", "missing"),
        ("t.csv:1", "ok"),
        ("t.csv:2", "ok"),
        ("none.txt", "unreadable"),
    ];
    let expected: Vec<_> = expected.iter().map(|(input, status)| ((*input).to_owned(), (*status).to_owned())).collect();
    assert_eq!(statuses(&files, "out.manifest.jsonl"), expected);
    let ids: Vec<_> =
        lines(&files.path("out.jsonl")).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["utf8.txt", "gbk.txt", "cut.txt", "whole.zip#a/通知.txt", "empty.txt", "7", "1", "2"]);
    files.hongtou().args(["verify", "out.jsonl"]).assert().code(0);
}

#[test]
fn the_bytes_are_the_same_whatever_the_threads() {
    let files = notices(90);
    for format in ["jsonl", "csv", "parquet"] {
        let written = |threads: &str| {
            let out = format!("{threads}.{format}");
            files.hongtou().args(["extract", "in", "--as", "sections", "-j", threads, "-o", &out]).assert().code(0);
            fs::read(files.path(&out)).unwrap()
        };
        let one = written("1");
        assert_eq!(one, written("2"), "{format}");
        assert_eq!(one, written("5"), "{format}");
    }
}

#[test]
fn a_wrong_column_is_told_with_the_right_ones() {
    let files = notices(1);
    let out = files.hongtou().args(["extract", "in", "--columns", "titel"]).assert().code(2);
    out.stderr(predicates::str::contains("have no column \"titel\"; theirs: id, title, kind"));
    let out = files.hongtou().args(["extract", "in", "--columns", "id,title,id"]).assert().code(2);
    out.stderr("error: the column \"id\" is named twice\n");
    files
        .hongtou()
        .args(["extract", "in", "--columns", "help"])
        .assert()
        .code(0)
        .stdout(predicates::str::contains("sha256"));
}

#[test]
fn cells_that_are_formulas_are_quoted() {
    let files = Files::new(&[("=a.txt", b"x".as_slice())]);
    let rows = |more: &[&str]| {
        let args = ["extract", "=a.txt", "-q", "--format", "csv", "--columns", "id"];
        String::from_utf8(files.hongtou().args(args).args(more).output().unwrap().stdout).unwrap()
    };
    assert_eq!(rows(&[]), "id\n'=a.txt\n");
    assert_eq!(rows(&["--csv-raw"]), "id\n=a.txt\n");
}

#[test]
fn what_a_selector_finds_are_rows() {
    let files = notices(2);
    let run = |select: &str| {
        files.hongtou().args(["extract", "in", "-q", "--columns", "id,type,text", "--select", select]).assert()
    };
    let out = String::from_utf8(run("title[kind=通知], date").code(0).get_output().stdout.clone()).unwrap();
    let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let shown: Vec<_> = rows.iter().map(|row| (row["id"].as_str().unwrap(), row["type"].as_str().unwrap())).collect();
    assert_eq!(
        shown,
        [("in/000.txt", "title"), ("in/000.txt", "date"), ("in/001.txt", "title"), ("in/001.txt", "date")]
    );
    assert!(rows[2]["text"].as_str().unwrap().contains("第1次防汛"), "{out}");
    let out = run("document").code(0).get_output().stdout.clone();
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 2);
    run("sectoin").code(2).stderr(predicates::str::contains("did you mean `section`?"));
}

#[test]
fn every_row_can_say_where_it_comes_from() {
    let files = Files::new(&[("a.txt", "甲规定\n第一条　乙。\n附件1\n某办法\n一、丙。\n".as_bytes())]);
    for what in ["documents", "sections", "paragraphs", "articles", "chunks"] {
        let columns = "id,input,sha256,path,start,end,char_start,char_end,line,title";
        let run = files.hongtou().args(["extract", "a.txt", "-q", "--as", what, "--columns", columns]).assert().code(0);
        let out = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        for line in out.lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            assert_eq!((&row["id"], &row["input"]), (&"a.txt".into(), &"a.txt".into()), "{what}");
            assert_eq!(row["sha256"].as_str().unwrap().len(), 64, "{what}");
            let place = |name: &str| row[name].as_u64().unwrap();
            assert!(place("start") < place("end") && place("char_start") < place("char_end"), "{what}: {line}");
        }
        assert!(!out.is_empty(), "{what}");
    }
    let run = files.hongtou().args(["extract", "a.txt", "-q", "--select", "attachment", "--columns", "path"]).assert();
    run.code(0).stdout("{\"path\":\"附件1\"}\n");
}

#[test]
fn chunks_are_bounded_and_lose_nothing() {
    let text = "关于防汛的通知\n一、值守\n甲乙丙丁。戊己庚辛。\n二、巡查\n（一）只有标题\n（二）子丑。\n寅卯。\n";
    let files = Files::new(&[("a.txt", text.as_bytes())]);
    let run = |longest: &str| {
        let args =
            ["extract", "a.txt", "-q", "--as", "chunks", "--chunk-chars", longest, "--columns", "path,headings,text"];
        String::from_utf8(files.hongtou().args(args).assert().code(0).get_output().stdout.clone()).unwrap()
    };
    for longest in [1, 4, 7, 800] {
        let out = run(&longest.to_string());
        let rows: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let texts: Vec<&str> = rows.iter().map(|row| row["text"].as_str().unwrap()).collect();
        assert!(texts.iter().all(|text| text.chars().count() <= longest), "{longest}: {out}");
        let all: String = texts.concat().split_whitespace().collect();
        assert_eq!(all, "甲乙丙丁。戊己庚辛。只有标题寅卯。", "{longest}");
        assert_eq!(rows.last().unwrap()["headings"], serde_json::json!(["巡查", "子丑"]));
    }
}

#[test]
fn a_date_is_the_same_in_every_format() {
    let files = Files::new(&[("a.txt", NOTICE.replace("5月6日", "2月30日").as_bytes())]);
    for format in ["jsonl", "csv"] {
        let columns = ["--columns", "date,date_text", "-f", format];
        let run = files.hongtou().args(["extract", "a.txt", "-q"]).args(columns).assert().code(0);
        let expected = if format == "csv" {
            "date,date_text\n,2024年2月30日\n"
        } else {
            "{\"date\":null,\"date_text\":\"2024年2月30日\"}\n"
        };
        run.stdout(expected);
    }
}
