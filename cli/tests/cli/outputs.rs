//! What is written, and what happens where it cannot be written.

use crate::common::{Files, NOTICE, hongtou};
use predicates::prelude::*;
use predicates::str::{contains, diff, is_empty, starts_with};

fn notice() -> Files {
    Files::new(&[("a.txt", NOTICE.as_bytes()), ("b.txt", NOTICE.as_bytes())])
}

const EVERY_COMMAND: [&str; 9] = [
    "parse a.txt",
    "parse a.txt -f outline",
    "parse a.txt -f markdown",
    "parse a.txt -f text",
    "label a.txt",
    "tokens -q a.txt",
    "explain",
    "completions bash",
    "--help",
];

#[test]
fn a_full_disk_is_noticed() {
    for command in EVERY_COMMAND {
        let run = notice().shell(&format!("$H {command} > /dev/full"));
        run.code(3).stderr(contains("error: cannot write to standard output: No space left on device"));
    }
}

#[test]
fn a_closed_output_is_noticed() {
    for command in EVERY_COMMAND {
        let run = notice().shell(&format!("$H {command} >&-"));
        run.code(3).stderr(contains("error: cannot write to standard output: it is closed"));
    }
}

#[test]
fn an_output_open_for_reading_only_is_noticed() {
    notice().shell("$H label a.txt 1< a.txt").code(3).stderr(contains("Bad file descriptor"));
}

#[test]
fn the_null_device_is_an_output_like_any_other() {
    notice().shell("$H label a.txt > /dev/null").success().stderr(is_empty());
    notice().shell("$H label a.txt 1<> /dev/null").success().stderr(is_empty());
}

#[test]
fn a_reader_that_went_away_is_no_error() {
    let files = Files::new(&[("long.txt", "全市各地要加强值班。\n".repeat(200_000).as_bytes())]);
    for format in ["json", "text"] {
        let run = files
            .shell(&format!("$H parse -d never -f {format} long.txt | head -c 10 >/dev/null; exit ${{PIPESTATUS[0]}}"));
        run.success().stderr(is_empty());
    }
}

#[test]
fn a_closed_or_full_standard_error_changes_nothing() {
    for redirection in ["2>&-", "2>/dev/full"] {
        notice()
            .shell(&format!("$H label a.txt none.txt {redirection}"))
            .code(1)
            .stdout(starts_with("# a.txt\n1\ttitle"));
        notice().shell(&format!("$H parse a.txt -f text {redirection}")).success();
        notice().shell(&format!("$H parse --nonsense {redirection}")).code(2);
        notice().shell(&format!("$H label a.txt >/dev/full {redirection}")).code(3);
    }
}

#[test]
fn a_closed_standard_input_is_empty() {
    notice().shell("$H label <&-").success().stdout(is_empty());
}

#[test]
fn an_output_that_failed_stops_the_work() {
    notice().shell("$H label a.txt none.txt >&-").code(3).stderr(contains("none.txt").not());
}

#[test]
fn several_files_are_told_apart() {
    let files = notice();
    let one = files.hongtou().args(["label", "a.txt"]).output().unwrap();
    let rows = String::from_utf8(one.stdout).unwrap();
    let run = files.hongtou().args(["label", "a.txt", "b.txt"]).assert();
    run.success().stdout(diff(format!("# a.txt\n{rows}# b.txt\n{rows}")));
}

#[test]
fn several_files_as_json_are_lines_that_name_their_file() {
    let files = notice();
    let run = files.hongtou().args(["parse", "-d", "never", "a.txt", "none.txt", "b.txt"]).assert().code(1);
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> = rows.iter().map(|row| row.get("file").and_then(|name| name.as_str()).unwrap()).collect();
    assert_eq!(names, ["a.txt", "b.txt"]);
    assert!(rows.iter().all(|row| row.get("document").is_some()));
}

#[test]
fn one_file_as_json_is_one_object() {
    let run = notice().hongtou().args(["parse", "-d", "never", "a.txt"]).assert().success();
    let value: serde_json::Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert!(value.get("document").is_some() && value.get("file").is_none());
}

#[test]
fn a_terminal_gets_no_escapes_from_the_text_and_a_pipe_gets_the_text() {
    let text = "通知\u{1b}]0;x\u{7}\u{202e}\n";
    hongtou()
        .args(["parse", "-f", "text", "-d", "never"])
        .write_stdin(text)
        .assert()
        .success()
        .stdout(contains("\u{1b}]0;x\u{7}"));
    let files = Files::new(&[("a.txt", text.as_bytes())]);
    for format in ["text", "outline", "markdown", "json"] {
        let run = files
            .shell(&format!("script -qec \"$H parse -d never -f {format} a.txt\" /dev/null < /dev/null"))
            .success();
        let shown = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        assert!(shown.contains("通知"), "{format}: {shown:?}");
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {shown:?}");
    }
}
