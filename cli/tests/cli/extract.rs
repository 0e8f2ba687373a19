//! `hongtou extract`: every input has a status, nothing is lost, nothing is doubled.

use std::fs;
use std::io::Write;
use std::path::Path;

use serde_json::Value;

use crate::common::{Files, NOTICE};

/// The lines of a file as JSON.
fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Name and status of every input in a manifest.
fn statuses(files: &Files, manifest: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let inputs = lines(&files.path(manifest)).into_iter().filter(|line| line["line"] == "input");
    inputs.map(|line| (text(&line["input"]), text(&line["status"]))).collect()
}

/// A folder `in` with `count` notices.
fn notices(count: usize) -> Files {
    let files = Files::new(&[]);
    fs::create_dir(files.path("in")).unwrap();
    for at in 0..count {
        fs::write(files.path(&format!("in/{at:03}.txt")), NOTICE.replace("防汛", &format!("第{at}次防汛"))).unwrap();
    }
    files
}

#[test]
fn a_text_is_a_row() {
    let files = Files::new(&[("a.txt", NOTICE.as_bytes())]);
    let out = files.hongtou().args(["extract", "a.txt", "--columns", "id,title,date,sections"]).assert().code(0);
    let out = out.stdout("{\"id\":\"a.txt\",\"title\":\"云岭市人民政府关于做好防汛工作的通知\",\"date\":\"2024-05-06\",\"sections\":2}\n");
    out.stderr("hongtou: 1 inputs (1 ok), 1 rows\n");
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

/// An archive of one file that is not compressed.
fn zip_of(name: &str, content: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    writer.start_file(name, stored).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
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
fn a_run_goes_on_where_it_was_broken_off() {
    let files = notices(10);
    let run = |more: &[&str]| {
        let args = ["extract", "in", "--shard", "3", "-o", "out.jsonl"];
        files.hongtou().args(args).args(more).assert()
    };
    run(&[]).code(0);
    let names = ["out-00000.jsonl", "out-00001.jsonl", "out-00002.jsonl", "out-00003.jsonl", "out.manifest.jsonl"];
    let bytes = || names.map(|name| fs::read(files.path(name)).unwrap());
    let whole = bytes();
    let manifest = String::from_utf8(whole[4].clone()).unwrap();
    // Broken off after every line of the manifest, and inside one.
    for kept in 0..manifest.lines().count() {
        let mut cut: String = manifest.split_inclusive('\n').take(kept).collect();
        cut.push_str("{\"line\":\"inp");
        fs::write(files.path("out.manifest.jsonl"), &cut).unwrap();
        fs::write(files.path("out-00003.jsonl.part"), "half a line").unwrap();
        if kept > 0 {
            files.hongtou().args(["verify", "out.jsonl"]).assert().code(1);
            run(&[]).code(2).stderr(predicates::str::contains("--resume goes on with it"));
        }
        run(&["--resume"]).code(0);
        assert!(bytes() == whole, "after {kept} lines");
    }
    // A run that came to its end is left as it is.
    run(&["--resume"]).code(0);
    assert!(bytes() == whole);
    run(&["--resume", "--as", "sections"]).code(2).stderr(predicates::str::contains("other options"));
    fs::write(files.path("in/0005.txt"), NOTICE).unwrap();
    fs::write(files.path("out.manifest.jsonl"), manifest.split_inclusive('\n').take(9).collect::<String>()).unwrap();
    run(&["--resume"]).code(2).stderr(predicates::str::contains("no longer those of the run"));
    run(&["--force"]).code(0);
    files.hongtou().args(["verify", "out.jsonl"]).assert().code(0);
}

#[test]
fn damage_is_found() {
    let files = notices(3);
    files.hongtou().args(["extract", "in", "-o", "out.jsonl"]).assert().code(0);
    let whole = fs::read(files.path("out.jsonl")).unwrap();
    for (damaged, fault) in
        [(whole.get(..90).unwrap().to_vec(), "were written"), (vec![b'x'; whole.len()], "not those")]
    {
        fs::write(files.path("out.jsonl"), damaged).unwrap();
        files.hongtou().args(["verify", "out.jsonl"]).assert().code(1).stderr(predicates::str::contains(fault));
    }
    fs::remove_file(files.path("out.jsonl")).unwrap();
    files.hongtou().args(["verify", "out.jsonl"]).assert().code(1);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_is_told() {
    let files = notices(3);
    files.shell("$H extract in > /dev/full").code(3);
    files.shell("$H extract in --format parquet > /dev/full").code(3);
    files.shell("$H extract in -o nowhere/out.jsonl").code(3);
    files.shell("$H extract in | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}").code(0);
}

#[test]
fn a_wrong_column_is_told_with_the_right_ones() {
    let files = notices(1);
    let out = files.hongtou().args(["extract", "in", "--columns", "titel"]).assert().code(2);
    out.stderr(predicates::str::contains("have no column titel; theirs: id, title, kind"));
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
