//! What goes to standard error about a text, and the commands that are about the command itself.

use crate::common::{Files, NOTICE, hongtou};
use predicates::prelude::*;
use predicates::str::{contains, ends_with, is_empty, starts_with};

fn parse(arguments: &[&str], text: &str) -> assert_cmd::assert::Assert {
    hongtou().args(["parse", "-f", "text"]).args(arguments).write_stdin(text).assert()
}

#[test]
fn remarks_have_carets_and_a_summary() {
    let run = parse(&[], NOTICE).success();
    run.stderr(starts_with("warning[number-skipped]: ").and(ends_with("hongtou: 1 warning\n")))
        .stderr(contains(" --> <stdin>:7:1\n  |\n7 | 三、加强巡查\n  | ^^^^"));
}

#[test]
fn remarks_can_be_left_out() {
    parse(&["--diagnostics", "never"], NOTICE).success().stderr(is_empty());
}

#[test]
fn remarks_as_json_are_lines() {
    let run = parse(&["--diagnostics", "json", "-", "none.txt"], NOTICE).code(1);
    let text = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [remark, unread] = rows.as_slice() else { panic!("{text}") };
    let field = |row: &serde_json::Value, name: &str| row.get(name).cloned().unwrap_or_default();
    assert_eq!(field(remark, "code"), "number-skipped");
    assert_eq!((field(remark, "line"), field(remark, "column")), (7.into(), 1.into()));
    assert_eq!(field(unread, "file"), "none.txt");
    assert_eq!(field(unread, "error"), "no such file");
}

#[test]
fn what_the_text_says_cannot_steer_the_terminal() {
    let text = NOTICE.replace("三、加强巡查", "三、加强\u{1b}[2J\u{9b}\u{202e}巡查");
    for way in ["auto", "json"] {
        let run = parse(&["-d", way], &text).success();
        let shown = String::from_utf8(run.get_output().stderr.clone()).unwrap();
        assert!(shown.contains("number-skipped"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{shown:?}");
    }
}

#[test]
fn a_long_line_with_many_remarks_is_shown_in_time() {
    let text = format!("一、加强值班\n\n{}\n", "三、加强巡查。 一、加强值班。".repeat(20_000));
    hongtou()
        .args(["parse", "-f", "text"])
        .write_stdin(text)
        .timeout(std::time::Duration::from_secs(20))
        .assert()
        .success();
}

#[test]
fn explain_lists_every_code_and_tells_one() {
    let run = hongtou().arg("explain").assert().success().stderr(is_empty());
    let list = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    for line in list.lines() {
        let code = line.split(' ').next().unwrap();
        let told = hongtou().args(["explain", code]).assert().success();
        told.stdout(starts_with(format!("# {code}\n")).and(contains("\n## Instead\n")));
    }
    assert!(list.lines().count() > 10, "{list}");
}

#[test]
fn a_wrong_command_line_is_code_2() {
    hongtou().assert().code(2).stdout(is_empty()).stderr(contains("Usage: hongtou <COMMAND>"));
    hongtou().args(["parse", "-f", "yaml"]).assert().code(2).stderr(contains("[possible values: json, outline"));
    hongtou().args(["explain", "number-skiped"]).assert().code(2).stderr(contains("'number-skipped'"));
}

#[test]
fn help_shows_examples_and_exit_codes() {
    hongtou().args(["parse", "--help"]).assert().success().stdout(contains("hongtou parse notice.txt"));
    hongtou().arg("--help").assert().success().stdout(contains("Exit codes:"));
    hongtou().arg("--version").assert().success().stdout(starts_with("hongtou "));
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        hongtou().args(["completions", shell]).assert().success().stdout(contains("hongtou")).stderr(is_empty());
    }
    let files = Files::new(&[]);
    files.shell("$H completions bash > c && bash -n c").success();
}
