//! `hongtou tokens`: every word has its place, in every format.

use std::collections::HashSet;
use std::fs;

use predicates::prelude::*;
use predicates::str::{contains, diff, is_empty};
use serde_json::Value;

use crate::common::{Files, NOTICE};

/// A notice with a heading that runs in, a torn word and a page number.
const TORN: &str = "云岭市教育局关于值班的通知\n\n各学校：\n\n一、值班安排。各学校要严格执行领导带班和专人值班制度，切实加强值\n— 1 —\n班值守，落实责任。有事；速报。\n\n云岭市教育局\n2024年5月6日\n";

fn files() -> Files {
    Files::new(&[("a.txt", TORN.as_bytes()), ("b.txt", NOTICE.as_bytes())])
}

/// Standard output of a run that succeeds.
fn run(files: &Files, args: &str) -> String {
    let run = files.hongtou().args(["tokens", "-q"]).args(args.split(' ')).assert().code(0).stderr(is_empty());
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

fn records(files: &Files, args: &str) -> Vec<Value> {
    run(files, args).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn every_character_is_in_a_token() {
    let files = files();
    let chars: Vec<char> = TORN.chars().collect();
    for args in ["a.txt --select *", "a.txt --select * --graphemes"] {
        let mut seen = vec![0; chars.len()];
        for record in records(&files, args) {
            let text = record["text"].as_str().unwrap();
            for token in record["tokens"].as_array().unwrap() {
                let said = token["text"].as_str().unwrap();
                let span = number(&token["char_start"])..number(&token["char_end"]);
                let there: String = chars[span.clone()].iter().collect();
                assert_eq!(there, TORN.get(number(&token["start"])..number(&token["end"])).unwrap());
                let own: String = text.chars().skip(number(&token["at"])).take(said.chars().count()).collect();
                assert_eq!(own, said);
                // A page number inside a torn word has tokens of its own.
                if there == said {
                    span.for_each(|at| seen[at] += 1);
                } else {
                    assert_eq!((said, there.as_str()), ("值班", "值\n— 1 —\n班"));
                    seen[span.start] += 1;
                    seen[span.end - 1] += 1;
                }
            }
        }
        let expected: Vec<_> = chars.iter().map(|c| i32::from(!c.is_whitespace())).collect();
        assert_eq!(seen, expected, "{args}");
    }
}

#[test]
fn a_record_says_which_element_it_is_of() {
    let all = records(&files(), "a.txt");
    let shown: Vec<_> = all.iter().map(|r| [&r["type"], &r["part"], &r["path"], &r["text"]]).collect();
    let expected = [
        ["title", "text", "", "云岭市教育局关于值班的通知"],
        ["addressee", "text", "", "各学校："],
        ["section", "marker", "一", "一、"],
        ["section", "heading", "一", "值班安排"],
        ["section", "ending", "一", "。"],
        ["paragraph", "text", "一", "各学校要严格执行领导带班和专人值班制度，切实加强值班值守，落实责任。有事；速报。"],
        ["signature", "text", "", "云岭市教育局"],
        ["date", "text", "", "2024年5月6日"],
    ];
    assert_eq!(shown, expected);
    assert_eq!(all.iter().map(|r| number(&r["element"])).collect::<Vec<_>>(), [1, 2, 3, 3, 3, 4, 6, 7]);
    assert!(all.iter().all(|r| r["id"] == "a.txt"));
}

#[test]
fn plain_has_a_paragraph_a_line() {
    let expected = "云岭市 教育局 关于 值班 的 通知\n各 学校 ：\n一 、 值班 安排 。 各 学校 要 严格执行 领导 带班 和 专人 值班 制度 ， 切实 加强 值班 值守 ， 落实责任 。 有事 ； 速报 。\n云岭市 教育局\n2024 年 5 月 6 日\n";
    let given = run(&files(), "a.txt --format plain");
    let glued = |text: &str| text.replace(' ', "");
    assert_eq!(glued(&given), glued(expected), "the lines are those");
    assert!(given.contains("加强 值班 值守 ，"), "{given}");
    assert_eq!(run(&files(), "a.txt --select date --format plain --graphemes"), "2 0 2 4 年 5 月 6 日\n");
    assert_eq!(run(&files(), "a.txt --select article"), "");
}

#[test]
fn a_user_dictionary_changes_a_split() {
    let files = Files::new(&[
        ("a.txt", "推进青泉河滩区整治。".as_bytes()),
        ("words.txt", "青泉河滩区\n".as_bytes()),
        ("bad.txt", "青泉河 多 少\n".as_bytes()),
    ]);
    assert!(!run(&files, "a.txt --format plain").contains("青泉河滩区"));
    assert_eq!(run(&files, "a.txt --format plain --user-dict words.txt"), "推进 青泉河滩区 整治 。\n");
    let bad = |dictionary: &str, message: &str| {
        let run = files.hongtou().args(["tokens", "a.txt", "--user-dict", dictionary]).assert();
        run.code(2).stdout(is_empty()).stderr(contains(message.to_owned()));
    };
    bad("bad.txt", "cannot read bad.txt: line 1: found \"青泉河 多 少\", expected WORD");
    bad("none.txt", "cannot read none.txt: ");
}

#[test]
fn a_user_dictionary_changes_a_column_of_words() {
    let files = Files::new(&[
        ("a.txt", "推进青泉河滩区整治。".as_bytes()),
        ("words.txt", "青泉河滩区\n".as_bytes()),
        ("others.txt", "河滩区整治\n".as_bytes()),
    ]);
    let run = |args: &str| {
        let args = format!("extract a.txt -q --columns tokens -o out.jsonl {args}");
        files.hongtou().args(args.split(' ').filter(|arg| !arg.is_empty())).assert()
    };
    let table = || fs::read_to_string(files.path("out.jsonl")).unwrap();
    run("").code(0);
    assert!(!table().contains("青泉河滩区"));
    run("--user-dict words.txt --force").code(0);
    assert!(table().contains("{\"text\":\"青泉河滩区\",\"start\":6,\"end\":21"));
    run("--user-dict words.txt --resume").code(0);
    run("--user-dict others.txt --resume").code(2).stderr(contains("other options"));
    let ids = files.hongtou().args(["extract", "a.txt", "--user-dict", "words.txt"]).assert();
    ids.code(2).stderr(contains("--columns id,text,tokens"));
}

#[test]
fn threads_have_a_limit() {
    let files = files();
    for command in ["extract", "tokens", "stats"] {
        files.hongtou().args([command, "a.txt", "-j", "1025"]).assert().code(2).stderr(contains("0..=1024"));
    }
}

#[test]
fn conllu_is_well_formed() {
    let files = files();
    files.shell("mkdir 'c d'; cp a.txt 'c d/e.txt'; : > empty.txt").code(0);
    for args in ["a.txt b.txt empty.txt .", "a.txt b.txt . --graphemes"] {
        let text = run(&files, &format!("{args} --format conllu"));
        let chars: Vec<char> = TORN.chars().collect();
        assert!(text.ends_with("\n\n"));
        let mut names = HashSet::new();
        for block in text.split_terminator("\n\n") {
            let comments: Vec<_> = block.lines().take_while(|line| line.starts_with("# ")).collect();
            let said = |name: &str| comments.iter().find_map(|line| line.strip_prefix(&format!("# {name} = ")));
            let name = said("sent_id").unwrap();
            assert!(!name.contains(['/', ' ']) && names.insert(name.to_owned()), "{name}");
            assert_eq!(said("newdoc id").is_some(), name.ends_with("-s1"), "{block}");
            let rows: Vec<Vec<_>> = block.lines().skip(comments.len()).map(|row| row.split('\t').collect()).collect();
            let mut whole = String::new();
            for (at, row) in rows.iter().enumerate() {
                assert_eq!(row.len(), 10, "{row:?}");
                assert_eq!(row[0], (at + 1).to_string());
                assert!(!row[1].is_empty() && !row[1].contains(char::is_whitespace));
                assert_eq!(row[2..9], ["_"; 7]);
                whole.push_str(row[1]);
                whole.push_str(if row[9].starts_with("SpaceAfter=No|TokenRange=") { "" } else { " " });
                let (_, range) = row[9].split_once("TokenRange=").unwrap();
                let (range, bytes) = range.split_once("|ByteRange=").unwrap();
                let span = |range: &str| {
                    let (start, end) = range.split_once(':').unwrap();
                    start.parse::<usize>().unwrap()..end.parse::<usize>().unwrap()
                };
                if name.starts_with("a.txt") && row[1] != "值班" {
                    assert_eq!(chars[span(range)].iter().collect::<String>(), row[1]);
                    assert_eq!(TORN.get(span(bytes)).unwrap(), row[1]);
                }
            }
            assert!(!rows.is_empty());
            assert_eq!(whole.trim_end(), said("text").unwrap());
        }
        let sentences: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("# text = ")).take(8).collect();
        let expected = [
            "云岭市教育局关于值班的通知",
            "各学校：",
            "一、值班安排。",
            "各学校要严格执行领导带班和专人值班制度，切实加强值班值守，落实责任。",
            "有事；",
            "速报。",
            "云岭市教育局",
            "2024年5月6日",
        ];
        assert_eq!(sentences, expected);
    }
}

#[test]
fn inputs_are_those_of_extract_and_failures_are_told() {
    let gb18030 = [0xcd, 0xa8, 0xd6, 0xaa, b'\n'];
    let table = "{\"id\":\"七\",\"text\":\"关于值班的通知\"}\n{\"id\":8}\n";
    let files = Files::new(&[("a.txt", &gb18030), ("b.pdf", b"%PDF-1.7\n\xe2\xe3"), ("t.jsonl", table.as_bytes())]);
    let args = ["tokens", "a.txt", "b.pdf", "none.txt", "t.jsonl", "--text-column", "text", "--id-column", "id"];
    let run = files.hongtou().args(args).assert().code(1);
    let rows = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let ids: Vec<_> = rows.lines().map(|row| serde_json::from_str::<Value>(row).unwrap()["id"].clone()).collect();
    assert_eq!(ids, ["a.txt", "七"]);
    let told = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(told.contains("cannot read none.txt: no such file"), "{told}");
    assert!(told.ends_with("hongtou: 5 inputs (2 ok, 1 unreadable, 1 unsupported, 1 missing), 2 rows\n"), "{told}");
    files.hongtou().arg("tokens").assert().code(2).stderr(contains("no INPUT is named: `hongtou tokens FOLDER`"));
    files.hongtou().args(["tokens", "a.txt", "--select", "secton"]).assert().code(2).stderr(contains("<query>:1:1"));
    files
        .hongtou()
        .args(["tokens", "-q", "-", "-f", "plain"])
        .write_stdin("通知")
        .assert()
        .success()
        .stdout(diff("通知\n"));
}

#[test]
fn the_tokens_are_the_same_whatever_the_threads() {
    let files = Files::new(&[]);
    for at in 0..40 {
        let text = TORN.replace("教育", &format!("第{at}"));
        std::fs::write(files.path(&format!("{at:02}.txt")), text).unwrap();
    }
    for format in ["jsonl", "plain", "conllu"] {
        let written = |threads: u8| run(&files, &format!(". -f {format} -j {threads}"));
        assert_eq!(written(1), written(3), "{format}");
    }
}

#[test]
fn a_reader_that_went_away_is_no_error_and_a_full_disk_is_one() {
    let long = Files::new(&[("long.txt", "全市各地要加强值班。\n".repeat(3000).as_bytes())]);
    for format in ["jsonl", "plain", "conllu"] {
        let script = format!("$H tokens -q -f {format} long.txt | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}");
        long.shell(&script).success().stderr(is_empty());
        long.shell(&format!("$H tokens -q -f {format} long.txt > /dev/full"))
            .code(3)
            .stderr(contains("No space").and(contains("panicked").not()));
    }
}
