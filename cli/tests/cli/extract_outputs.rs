//! Where `hongtou extract` writes, and what happens where it can't or is stopped.

use std::fs;

use crate::common::{Files, NOTICE, notices};

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
    let run = files.hongtou().args(["verify", "none.csv"]).assert().code(1);
    run.stderr(predicates::str::contains("cannot read none.manifest.jsonl: "));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_stays_one() {
    let files = notices(3);
    files.shell("$H extract in -o /dev/full").code(3).stderr(predicates::str::contains("cannot write /dev/full"));
    files.shell("$H extract in -f parquet -o /dev/full").code(3);
    files.shell("$H extract in -o /dev/null; [ -c /dev/null ] && [ -c /dev/full ]").code(0);
    let run = files.shell("mkfifo pipe; cat pipe & $H extract in -q --columns id -o pipe; wait").code(0);
    run.stdout(predicates::str::contains("in/002.txt"));
    files.shell("$H extract in -q --columns id -o -; [ ! -e - ]").code(0).stdout(predicates::str::contains("in/002"));
}

#[test]
fn what_would_be_lost_is_not_written_over() {
    let files = Files::new(&[("a.jsonl", "{\"text\":\"通知\"}\n".as_bytes())]);
    let run = files.hongtou().args(["extract", "a.jsonl", "--text-column", "text", "-o", "a.jsonl"]).assert().code(2);
    run.stderr(predicates::str::contains("a.jsonl is an input"));
    fs::create_dir(files.path("d")).unwrap();
    files.hongtou().args(["extract", "a.jsonl", "-o", "d"]).assert().code(2);
    files.hongtou().args(["extract", "d", "-o", "none/"]).assert().code(2);
    let run = files.hongtou().args(["extract", "d", "-o", "none/out.csv"]).assert().code(2);
    run.stderr("error: none/out.csv is in no directory: make none first\n");
    // A manifest could not name it.
    files.shell("$H extract d -o $'\\xff.csv'").code(2).stderr(predicates::str::contains("no name in UTF-8"));
    assert_eq!(fs::read_dir(files.path(".")).unwrap().count(), 2, "nothing was written");
    // One manifest can't speak for two tables: it is that of the later.
    files.hongtou().args(["extract", "d", "-o", "out.jsonl"]).assert().code(0);
    files.hongtou().args(["extract", "d", "-o", "out.csv"]).assert().code(0);
    assert!(files.path("out.jsonl").exists());
    files.hongtou().args(["verify", "out.csv"]).assert().code(0);
    let run = files.hongtou().args(["verify", "out.jsonl"]).assert().code(1);
    run.stderr(predicates::str::contains("that of another table: it names out.csv"));
}

#[test]
fn a_file_that_is_gone_or_damaged_is_done_again() {
    let files = notices(9);
    let run = |more: &str| files.shell(&format!("$H extract in -q --shard 3 -o out.csv {more}")).code(0);
    run("");
    let names = ["out-00000.csv", "out-00001.csv", "out-00002.csv", "out.manifest.jsonl"];
    files.shell("ls out*").stdout(names.join("\n") + "\n");
    let bytes = || names.map(|name| fs::read(files.path(name)).unwrap());
    let whole = bytes();
    for spoil in ["rm out-00002.csv", "printf x >> out-00001.csv", "printf x | dd of=out-00000.csv conv=notrunc"] {
        files.shell(spoil).code(0);
        files.hongtou().args(["verify", "out.csv"]).assert().code(1);
        run("--resume");
        assert!(bytes() == whole, "{spoil}");
        files.hongtou().args(["verify", "out.csv"]).assert().code(0);
    }
    // A run anew leaves no file of the old beside its own.
    files
        .shell("$H extract in -q --shard 5 -o out.csv; ls out*")
        .code(0)
        .stdout("out-00000.csv\nout-00001.csv\nout.manifest.jsonl\n");
}

#[cfg(unix)]
#[test]
fn sigint_stops_a_run_that_can_be_gone_on_with() {
    let files = notices(60);
    let run = "$H extract in /dev/fd/9 -j 2 --shard 2 -o out.jsonl";
    // The last input never comes: when the first file is there, the run is asked to stop.
    let stopped = format!(
        "mkfifo pipe; exec 9<>pipe; {run} & for _ in {{1..600}}; do [ -e out-00001.jsonl ] && break; sleep 0.05; done; kill -INT $!; wait $!"
    );
    files.shell(&stopped).code(130);
    files.hongtou().args(["verify", "out.jsonl"]).assert().code(1);
    files.shell(&format!("{run} --resume 9</dev/null")).code(0);
    files.hongtou().args(["verify", "out.jsonl"]).assert().code(0);
    let sums = "cat out-*.jsonl out.manifest.jsonl | cksum";
    let gone_on = files.shell(sums).get_output().stdout.clone();
    files.shell(&format!("{run} --force 9</dev/null; {sums}")).code(0).stdout(gone_on);
    files.shell("$H extract - < <(sleep 20) & sleep 1; kill -INT $!; wait $!").code(130);
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_sees_how_far_it_is_and_a_pipe_does_not() {
    let files = notices(300);
    let run = files.shell("script -qec \"$H extract in -o out.jsonl\" /dev/null < /dev/null").code(0);
    let shown = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    for part in ["/300 texts", "MB/s", "0 failed", "to go", "300 inputs (300 ok), 300 rows in out.jsonl"] {
        assert!(shown.contains(part), "{part}: {shown:?}");
    }
    let summary = "hongtou: 300 inputs (300 ok), 300 rows in out.jsonl\n";
    files.shell("$H extract in -o out.jsonl").code(0).stderr(summary);
    files.shell("$H extract in -o out.jsonl --quiet").code(0).stderr("");
}
