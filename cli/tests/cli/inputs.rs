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
    run.code(1).stdout(is_empty()).stderr(diff(
        "error: cannot read .: it is a directory\n  help: name the files in it, or read it with `hongtou extract`\n",
    ));
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
fn texts_are_read_in_any_encoding_of_chinese() {
    let gb18030 = encoding_rs::GB18030.encode(NOTICE).0.into_owned();
    let big5 = encoding_rs::BIG5.encode("雲嶺市人民政府關於值班的通知，請各單位認真貫徹執行。\n").0.into_owned();
    let utf16 = std::iter::once(0xfeff).chain(NOTICE.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let marked = [b"\xef\xbb\xbf", NOTICE.as_bytes()].concat();
    let files = Files::new(&[
        ("a.txt", NOTICE.as_bytes()),
        ("gb.txt", &gb18030),
        ("big5.txt", &big5),
        ("utf16.txt", &utf16),
        ("marked.txt", &marked),
    ]);
    let commands: [&[&str]; 5] =
        [&["label"], &["parse"], &["parse", "-f", "outline"], &["query", "title", "-f", "json"], &["references"]];
    for command in commands {
        let read = |more: &[&str]| {
            let run =
                files.hongtou().args(command).args(more).assert().success().stderr(contains("no character").not());
            String::from_utf8(run.get_output().stdout.clone()).unwrap()
        };
        // Places are those of the text in UTF-8, whatever the bytes of the file.
        let expected = read(&["a.txt"]);
        for name in ["gb.txt", "utf16.txt", "marked.txt"] {
            assert_eq!(read(&[name]).replace(name, "a.txt"), expected, "{command:?} {name}");
        }
        assert_eq!(read(&["gb.txt", "--encoding", "gbk"]).replace("gb.txt", "a.txt"), expected);
    }
    let run = files.hongtou().args(["query", "paragraph", "big5.txt"]).assert();
    run.success().stdout(contains("雲嶺市人民政府關於值班的通知"));
    let run = files.hongtou().args(["parse", "a.txt", "--encoding", "klingon"]).assert();
    run.code(2).stderr(contains("'klingon' for '--encoding <NAME>': no encoding is called so; GB18030"));
}

#[test]
fn bytes_that_are_no_characters_are_counted() {
    let cut = NOTICE.trim_end().as_bytes();
    let files = Files::new(&[("cut.txt", cut.get(..cut.len() - 1).unwrap())]);
    for command in ["label", "parse", "references"] {
        let run = files.hongtou().args([command, "cut.txt"]).assert();
        run.success().stderr(contains("warning: cut.txt: 1 place is no character of UTF-8 and read as U+FFFD\n"));
    }
    let never = files.hongtou().args(["parse", "-d", "never", "cut.txt"]).assert();
    never.success().stderr(contains("cut.txt: 1 place"));
    let json = files.hongtou().args(["parse", "-d", "json", "cut.txt"]).assert();
    json.success().stderr(contains(r#"{"file":"cut.txt","encoding":"UTF-8","replaced":1}"#));
    let forced = files.hongtou().args(["label", "--encoding", "big5", "cut.txt"]).assert();
    forced.success().stderr(contains("places are no characters of Big5"));
}

#[test]
fn bytes_that_are_no_text_are_shown_with_the_mend() {
    let noise: Vec<u8> = (0..4000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    let noise = [b"2024\n", noise.as_slice()].concat();
    let files = Files::new(&[("noise.bin", &noise), ("a b.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n")]);
    let run = files.hongtou().args(["parse", "noise.bin", "a b.pdf"]).assert();
    let expected = "\
error: cannot read noise.bin: it is no text in UTF-8, UTF-16, GB18030 or Big5; UTF-8 ends at offset 8, line 2: byte A6
  help: --encoding NAME reads it as that, with U+FFFD for each bad place
error: cannot read a b.pdf: it looks like a PDF file
  help: take its text first: pdftotext -layout 'a b.pdf' -
hongtou: 2 unread inputs
";
    run.code(1).stdout(is_empty()).stderr(diff(expected));
}

#[cfg(unix)]
#[test]
fn names_that_are_no_utf8_are_told_apart() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    files.shell("cp a.txt $'\\xfe.txt'; mv a.txt $'\\xff.txt'").success();
    let run = files.shell("$H query title *.txt -f json; $H references *.txt; $H query title *.txt -f path").success();
    run.stdout(
        contains(r#"{"file":"\\xFE.txt","#).and(contains(r#"{"file":"\\xFF.txt","#)).and(contains("\n\\xFF.txt:1: \n")),
    );
}

#[test]
fn names_of_files_cannot_steer_the_terminal() {
    let run = hongtou().args(["label", "a\u{1b}[2J\n.txt"]).assert();
    run.code(1).stderr(diff("error: cannot read a<U+001B>[2J<U+000A>.txt: no such file\n"));
}
