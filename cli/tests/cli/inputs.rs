//! What is read, and what is said of what cannot be read.

use crate::common::{Files, NOTICE, hongtou};
use predicates::prelude::*;
use predicates::str::{contains, diff, is_empty, starts_with};

#[test]
fn reads_standard_input_by_dash_and_by_default() {
    let named = hongtou().args(["label", "-"]).write_stdin(NOTICE).assert().success();
    let rows = String::from_utf8(named.get_output().stdout.clone()).unwrap();
    assert_eq!(rows.lines().count(), 6, "one row for every line that is not blank: {rows}");
    assert!(rows.starts_with("1\ttitle\n3\taddressee\n"), "{rows}");
    hongtou().arg("label").write_stdin(NOTICE).assert().success().stdout(diff(rows));
}

#[test]
fn an_empty_text_is_a_text() {
    for text in ["", "\u{feff}", "\n\n　\n"] {
        hongtou().arg("label").write_stdin(text).assert().success().stdout(is_empty()).stderr(is_empty());
        for format in ["json", "outline", "markdown", "text"] {
            hongtou().args(["parse", "-f", format]).write_stdin(text).assert().success().stderr(is_empty());
        }
    }
}

#[test]
fn a_missing_file_is_named_and_the_others_are_done() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    let run = files.hongtou().args(["label", "none.txt", "a.txt"]).assert();
    run.code(1).stderr(diff("error: cannot read none.txt: no such file\n")).stdout(starts_with("# a.txt\n1\ttitle\n"));
}

#[test]
fn a_directory_is_no_text() {
    let files = Files::new(&[]);
    let run = files.hongtou().args(["label", "."]).assert();
    run.code(1)
        .stdout(is_empty())
        .stderr(diff("error: cannot read .: it is a directory\n  help: name the files in it\n"));
}

#[cfg(unix)]
#[test]
fn a_device_is_refused_before_it_is_read() {
    let run = hongtou().args(["label", "/dev/zero"]).timeout(std::time::Duration::from_secs(10)).assert();
    run.code(1).stderr(contains("cannot read /dev/zero: it is a device").and(contains("use `-`")));
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    files.shell("mkfifo p; cat a.txt > p & $H label p").success().stdout(starts_with("1\ttitle\n"));
    files.shell("$H label <(cat a.txt)").success().stdout(starts_with("1\ttitle\n"));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_said_so() {
    use std::os::unix::fs::PermissionsExt;
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    std::fs::set_permissions(files.path("a.txt"), std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(files.path("a.txt")).is_ok() {
        return; // root may read everything
    }
    let run = files.hongtou().args(["label", "a.txt"]).assert();
    run.code(1).stderr(diff("error: cannot read a.txt: no permission to read it\n"));
}

#[test]
fn bytes_that_are_no_utf8_are_shown_with_the_mend() {
    let files = Files::new(&[("old.txt", b"2024\n\xb9\xab\xb8\xe6\n"), ("a b.txt", b"\xff\xfe\x1a\x90")]);
    let run = files.hongtou().args(["parse", "old.txt", "a b.txt"]).assert();
    let expected = "\
error: cannot read old.txt: it is not UTF-8: bytes B9 AB at offset 5, line 2
  help: if it is GB18030, convert it first: iconv -f GB18030 -t UTF-8 old.txt
error: cannot read a b.txt: it is not UTF-8: bytes FF FE at offset 0, line 1
  help: if it is UTF-16, convert it first: iconv -f UTF-16 -t UTF-8 'a b.txt'
hongtou: 2 unread inputs
";
    run.code(1).stdout(is_empty()).stderr(diff(expected));
}

#[test]
fn a_cut_character_at_the_end_is_no_matter_of_encoding() {
    let cut = NOTICE.trim_end().as_bytes();
    let files = Files::new(&[("cut.txt", cut.get(..cut.len() - 1).unwrap())]);
    let run = files.hongtou().args(["label", "cut.txt"]).assert();
    run.code(1).stderr(contains("it ends inside a character: bytes E6 97 at offset").and(contains("get it again")));
}

#[test]
fn a_pdf_file_is_told_from_old_text() {
    let files = Files::new(&[("a.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n")]);
    let run = files.hongtou().args(["label", "a.pdf"]).assert();
    run.code(1).stderr(contains("help: it looks like PDF; take its text first: pdftotext -layout a.pdf -"));
}

#[test]
fn names_of_files_cannot_steer_the_terminal() {
    let run = hongtou().args(["label", "a\u{1b}[2J\n.txt"]).assert();
    run.code(1).stderr(diff("error: cannot read a<U+001B>[2J<U+000A>.txt: no such file\n"));
}
