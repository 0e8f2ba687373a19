//! What `hongtou extract` reads: files, folders, archives, tables, whatever else stands in their place.

use std::fs;
use std::time::Duration;

use predicates::str::contains;
use serde_json::Value;

use crate::common::{Files, NOTICE, notices, statuses, zip_of};

/// 通知 in GB18030.
const GB18030: &[u8] = b"\xcd\xa8\xd6\xaa";

/// Rows of a run whose exit code is `code`.
fn rows(files: &Files, args: &[&str], code: i32) -> Vec<Value> {
    let run = files.hongtou().args(["extract", "-q"]).args(args).timeout(Duration::from_mins(1)).assert().code(code);
    let out = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The texts of a column.
fn column<'r>(rows: &'r [Value], name: &str) -> Vec<&'r str> {
    rows.iter().map(|row| row[name].as_str().unwrap()).collect()
}

#[cfg(unix)]
#[test]
fn a_folder_is_read_whatever_is_in_it() {
    let files = notices(2);
    files
        .shell("mkfifo in/pipe; ln -s . in/loop; ln -s 000.txt in/link.txt; mkdir in/sub; cp in/001.txt in/sub/b.txt")
        .code(0);
    files.shell("echo x > in/.hidden; printf a > $'in/\\xff.txt'").code(0);
    files
        .hongtou()
        .args(["extract", "in", "-o", "in/out.csv"])
        .timeout(std::time::Duration::from_secs(20))
        .assert()
        .code(1);
    let found = statuses(&files, "in/out.manifest.jsonl");
    let found: Vec<_> = found.iter().map(|(input, status)| (input.as_str(), status.as_str())).collect();
    let expected = [
        ("in/000.txt", "ok"),
        ("in/001.txt", "ok"),
        ("in/link.txt", "ok"),
        ("in/loop", "unreadable"),
        ("in/pipe", "unsupported"),
        ("in/sub/b.txt", "ok"),
        ("in/\\xFF.txt", "ok"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_in_a_folder_is_read_as_if_it_were_named() {
    let files = notices(1);
    fs::write(files.path("in/b.zip"), zip_of("甲.txt", NOTICE.as_bytes())).unwrap();
    fs::write(files.path("in/c.jsonl"), "{\"text\":\"通知\"}\n{\"text\":\"公告\"}\n").unwrap();
    let found = rows(&files, &["in", "--text-column", "text"], 0);
    assert_eq!(column(&found, "id"), ["in/000.txt", "in/b.zip#甲.txt", "in/c.jsonl:1", "in/c.jsonl:2"]);
    // Without a column a table is none, and no text either.
    files.hongtou().args(["extract", "in", "-o", "out.jsonl"]).assert().code(1);
    let found = statuses(&files, "out.manifest.jsonl");
    assert_eq!(found[2], ("in/c.jsonl".to_owned(), "unsupported".to_owned()));
}

#[test]
fn ignore_rules_and_globs_choose_among_files() {
    let files = notices(3);
    fs::write(files.path("in/.gitignore"), "001.txt\n").unwrap();
    fs::write(files.path("in/a.md"), "通知").unwrap();
    let ids = |args: &[&str]| {
        let found = rows(&files, &[&["in", "--columns", "id"], args].concat(), 0);
        column(&found, "id").join(" ")
    };
    assert_eq!(ids(&[]), "in/000.txt in/002.txt in/a.md");
    assert_eq!(ids(&["--glob", "*.txt"]), "in/000.txt in/002.txt");
    assert_eq!(ids(&["--glob", "!000*"]), "in/002.txt in/a.md");
    assert_eq!(ids(&["--no-ignore"]), "in/.gitignore in/000.txt in/001.txt in/002.txt in/a.md");
    files.hongtou().args(["extract", "in", "--glob", "["]).assert().code(2);
}

#[test]
fn a_table_is_in_one_encoding() {
    let notice = encoding_rs::GB18030.encode(NOTICE).0.into_owned();
    let table = [b"\xb1\xe0\xba\xc5,\xd5\xfd\xce\xc4\n\xbc\xd71,".as_slice(), GB18030, b"\n2,\"", &notice, b"\"\n"];
    let files = Files::new(&[("gb.csv", &table.concat()), ("utf8.csv", "编号,正文\n甲1,é\n".as_bytes())]);
    let read = |table: &str, more: &[&str]| {
        let args = [table, "--text-column", "正文", "--id-column", "编号", "--columns", "id,text,encoding"];
        rows(&files, &[&args, more].concat(), 0)
    };
    let found = read("gb.csv", &[]);
    assert_eq!(column(&found, "id"), ["甲1", "2"]);
    assert_eq!(column(&found, "text"), ["通知", NOTICE]);
    assert_eq!(column(&found, "encoding"), ["gb18030"; 2]);
    assert_eq!(found, read("gb.csv", &["--encoding", "GB18030"]));
    assert_eq!(column(&read("utf8.csv", &[]), "text"), ["é"]);
    let none = ["extract", "gb.csv", "--text-column", "text"];
    let told = contains("it has no column text; its columns: 编号, 正文");
    files.hongtou().args(none).assert().code(1).stderr(told);
}

#[test]
fn tables_in_utf16_are_read_as_such() {
    let bytes = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<_>>();
    let cells = format!("编号,正文\n甲1,通知\n2,\"{NOTICE}\"\n");
    let lines: String = [("甲1", "通知"), ("2", NOTICE)]
        .map(|(id, text)| format!("{}\n", serde_json::json!({ "编号": id, "正文": text })))
        .concat();
    let (little, big) = (u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes as fn(u16) -> [u8; 2]);
    let files = Files::new(&[
        ("a.csv", &bytes(&format!("\u{feff}{cells}"), little)),
        ("b.csv", &bytes(&cells, big)),
        ("c.jsonl", &bytes(&format!("\u{feff}{lines}"), big)),
        ("d.jsonl", &bytes(&lines, little)),
    ]);
    let columns = ["--text-column", "正文", "--id-column", "编号", "--columns", "id,text,encoding,replaced"];
    for (table, encoding) in
        [("a.csv", "UTF-16LE"), ("b.csv", "UTF-16BE"), ("c.jsonl", "UTF-16BE"), ("d.jsonl", "UTF-16LE")]
    {
        for more in [&[][..], &["--encoding", encoding]] {
            let found = rows(&files, &[&[table][..], &columns, more].concat(), 0);
            assert_eq!(column(&found, "id"), ["甲1", "2"], "{table}");
            assert_eq!(column(&found, "text"), ["通知", NOTICE], "{table}");
            assert_eq!(column(&found, "encoding"), [encoding; 2], "{table}");
        }
    }
    files.shell("$H extract - --text-column 正文 --columns text -q < c.jsonl").code(0).stdout(contains("通知"));
    // A unit cut in two is one bad place in the row it stands in.
    files.shell("printf '\\xd8' | cat <(head -c 40 a.csv) - > cut.csv").code(0);
    let cut = rows(&files, &[&["cut.csv"][..], &columns].concat(), 0);
    assert_eq!(cut.last().unwrap()["replaced"], 1, "{cut:?}");
}

#[test]
fn tables_in_archives_are_read_as_tables() {
    let files = notices(1);
    let line = format!("{}\n", serde_json::json!({ "t": "通知" }));
    fs::write(files.path("lines.zip"), zip_of("甲.jsonl", line.repeat(2).as_bytes())).unwrap();
    files.hongtou().args(["extract", "in", "-q", "-o", "t.parquet"]).assert().code(0);
    fs::write(files.path("rows.zip"), zip_of("t.parquet", &fs::read(files.path("t.parquet")).unwrap())).unwrap();
    files.shell("printf 't\\n通知\\n' | gzip > c.csv.gz; tar czf cells.tar.gz c.csv.gz in/000.txt").code(0);
    let ids = |args: &[&str]| {
        let found = rows(&files, &[args, &["--columns", "id,text"]].concat(), 0);
        column(&found, "id").join(" ")
    };
    assert_eq!(ids(&["lines.zip", "--text-column", "t"]), "lines.zip#甲.jsonl:1 lines.zip#甲.jsonl:2");
    assert_eq!(ids(&["cells.tar.gz", "--text-column", "t"]), "cells.tar.gz#c.csv.gz:1 cells.tar.gz#in/000.txt");
    assert_eq!(ids(&["rows.zip", "--text-column", "text"]), "rows.zip#t.parquet:1");
    files.hongtou().args(["extract", "lines.zip"]).assert().code(1).stderr(contains("甲.jsonl: it is a table"));
}

#[test]
fn lines_of_json_are_decoded_once() {
    let notice = b"\xb9\xab\xb8\xe6";
    let line = [b"{\"text\":\"".as_slice(), notice, b"\",\"id\":\"", notice, b"\"}\n"].concat();
    let files = Files::new(&[("gb.jsonl", &line)]);
    let run = files.hongtou().args(["extract", "-", "--text-column", "text"]).write_stdin("通知\n").assert().code(1);
    run.stderr(contains("cannot read <stdin>:1: the line is no row of JSON: "));
    for more in [["--encoding", "GB18030"], ["--threads", "1"]] {
        let table = ["gb.jsonl", "--text-column", "text", "--id-column", "id"];
        let found = rows(&files, &[table.as_slice(), &more].concat(), 0);
        assert_eq!((column(&found, "text"), column(&found, "id")), (vec!["公告"], vec!["公告"]), "{more:?}");
    }
}

#[test]
fn a_table_of_ours_is_read_as_a_table_of_texts() {
    let files = notices(3);
    for table in ["t.parquet", "t.csv", "t.jsonl"] {
        files.hongtou().args(["extract", "in", "-q", "--columns", "id,text", "-o", table, "--force"]).assert().code(0);
        let found = rows(&files, &[table, "--text-column", "text", "--id-column", "id"], 0);
        assert_eq!(column(&found, "id"), ["in/000.txt", "in/001.txt", "in/002.txt"], "{table}");
        let found = rows(&files, &[table, "--text-column", "text", "--columns", "title,input"], 0);
        assert!(column(&found, "title")[2].contains("第2次防汛"), "{table}: {found:?}");
        assert_eq!(column(&found, "input")[2], format!("{table}:3"));
    }
    // Texts of Parquet are characters, whatever encoding is said.
    let found =
        rows(&files, &["t.parquet", "--text-column", "text", "--encoding", "Big5", "--columns", "title,encoding"], 0);
    assert!(column(&found, "title")[0].contains("第0次防汛"), "{found:?}");
}

#[test]
fn a_row_that_is_too_large_costs_no_other() {
    let long = "通知".repeat(1000);
    let files = Files::new(&[
        ("a.jsonl", format!("{{\"text\":\"{long}\"}}\n{{\"text\":\"通知\"}}\n").as_bytes()),
        ("b.csv", format!("text\n{long}\n通知\n").as_bytes()),
        // A quote that is never closed would take in all that follows.
        ("c.csv", format!("text\n通知\n\"{}", long.repeat(600)).as_bytes()),
        ("d.txt", long.as_bytes()),
    ]);
    let args =
        ["a.jsonl", "b.csv", "c.csv", "d.txt", "--text-column", "text", "--max-bytes", "1000", "-o", "out.jsonl"];
    files.hongtou().arg("extract").args(args).assert().code(1);
    let found = statuses(&files, "out.manifest.jsonl");
    let found: Vec<_> = found.iter().map(|(input, status)| format!("{input} {status}")).collect();
    let expected = ["a.jsonl:1 too_large", "a.jsonl:2 ok", "b.csv:1 too_large", "b.csv:2 ok", "c.csv:1 ok"];
    assert_eq!(found, [&expected[..], &["c.csv:2 too_large", "d.txt too_large"]].concat());
}

#[cfg(unix)]
#[test]
fn a_list_names_files_by_their_bytes() {
    let files = notices(1);
    files.shell("printf 通知 > $'in/\\xff.txt'; printf 'in/000.txt\\r\\n\\nin/\\xff.txt\\nnone.txt' > list").code(0);
    let run = files.hongtou().args(["extract", "--files-from", "list", "--columns", "id"]).assert().code(1);
    let run = run.stdout("{\"id\":\"in/000.txt\"}\n{\"id\":\"in/\\\\xFF.txt\"}\n");
    run.stderr(contains("cannot read none.txt: no such file"));
    files.shell("$H extract --files-from - --columns id < list").code(1).stdout(contains("xFF"));
}

#[cfg(unix)]
#[test]
fn what_may_never_end_is_not_waited_for() {
    let files = notices(1);
    files.shell("mkfifo pipe; ln -s loop loop").code(0);
    let named = ["extract", "pipe", "/dev/zero", "loop", "in/000.txt", "-o", "out.jsonl"];
    files.hongtou().args(named).timeout(Duration::from_secs(20)).assert().code(1);
    let found = statuses(&files, "out.manifest.jsonl");
    let found: Vec<_> = found.iter().map(|(_, status)| status.as_str()).collect();
    assert_eq!(found, ["unsupported", "unsupported", "unreadable", "ok"]);
    // What a shell hands over is read.
    files.shell("$H extract <(cat in/000.txt) -q --columns title").code(0).stdout(contains("防汛"));
    files.shell("$H extract - -q --columns id,title < in/000.txt").code(0).stdout(contains("<stdin>"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_may_not_be_read_is_said_and_the_rest_is_read() {
    let files = notices(2);
    files.shell("mkdir in/sub; cp in/000.txt in/sub; chmod 0 in/sub in/001.txt").code(0);
    // Root reads everything unless it gives up that.
    let give_up = "[ $(id -u) != 0 ] || G='setpriv --bounding-set=-dac_override,-dac_read_search'; $G $H extract in";
    let run = files.shell(&format!("{give_up} -o out.jsonl")).code(1);
    run.stderr(contains("cannot read in/001.txt: no permission to read it"));
    let found = statuses(&files, "out.manifest.jsonl");
    let expected = [("in/000.txt", "ok"), ("in/001.txt", "unreadable"), ("in/sub", "unreadable")];
    let found: Vec<_> = found.iter().map(|(input, status)| (input.as_str(), status.as_str())).collect();
    assert_eq!(found, expected);
    files.shell("chmod 755 in/sub").code(0);
}

#[test]
fn every_encoding_of_chinese_is_read_and_what_is_lost_is_counted() {
    let traditional = "雲嶺市人民政府關於做好防汛工作的通知\n\n各縣人民政府：\n一、加強領導\n二、強化保障\n";
    let wide: Vec<u8> = NOTICE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked: Vec<u8> = "\u{feff}通知".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files = Files::new(&[
        ("big5.txt", &encoding_rs::BIG5.encode(traditional).0),
        ("cut.txt", &wide[..wide.len() - 1]),
        ("marked.txt", &marked),
        ("short.txt", GB18030),
    ]);
    let inputs = ["big5.txt", "cut.txt", "marked.txt", "short.txt", "--columns", "title,sections,encoding,replaced"];
    let run = files.hongtou().arg("extract").args(inputs).assert().code(0);
    let expected = r#"{"title":"雲嶺市人民政府關於做好防汛工作的通知","sections":2,"encoding":"Big5","replaced":0}
{"title":"云岭市人民政府关于做好防汛工作的通知","sections":2,"encoding":"UTF-16BE","replaced":1}
{"title":"通知","sections":0,"encoding":"UTF-16LE","replaced":0}
{"title":"通知","sections":0,"encoding":"gb18030","replaced":0}
"#;
    let run = run.stdout(expected);
    run.stderr("hongtou: 4 inputs (3 ok, 1 partial), 4 rows; 1 place was no character\n");
    files.hongtou().args(["extract", "short.txt", "--encoding", "hz-gb-2312"]).assert().code(2);
}
