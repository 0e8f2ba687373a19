//! What the tests of the command line share.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A notice in which 二、 is missing.
pub(crate) const NOTICE: &str = "云岭市人民政府关于做好防汛工作的通知

各县（市、区）人民政府：

一、加强值班

三、加强巡查

云岭市人民政府
2024年5月6日
";

/// The command under test.
pub(crate) fn hongtou() -> Command {
    let mut command = Command::cargo_bin("hongtou").unwrap();
    command.env_remove("NO_COLOR");
    command
}

/// The path of the command, for shells.
pub(crate) fn program() -> String {
    assert_cmd::cargo::cargo_bin("hongtou").to_str().unwrap().to_owned()
}

/// A directory with files in it, gone at the end of the test.
pub(crate) struct Files(TempDir);

impl Files {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            std::fs::write(dir.path().join(name), bytes).unwrap();
        }
        Self(dir)
    }

    /// The path of a file in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The command, run in the directory.
    pub(crate) fn hongtou(&self) -> Command {
        let mut command = hongtou();
        command.current_dir(&self.0);
        command
    }

    /// What a shell makes of a script run in the directory; `$H` is the command.
    pub(crate) fn shell(&self, script: &str) -> assert_cmd::assert::Assert {
        Command::new("bash").args(["-c", script]).env("H", program()).current_dir(&self.0).assert()
    }
}

/// The lines of a file as JSON.
pub(crate) fn lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Name and status of every input in a manifest.
pub(crate) fn statuses(files: &Files, manifest: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let inputs = lines(&files.path(manifest)).into_iter().filter(|line| line["line"] == "input");
    inputs.map(|line| (text(&line["input"]), text(&line["status"]))).collect()
}

/// A folder `in` with `count` notices.
pub(crate) fn notices(count: usize) -> Files {
    let files = Files::new(&[]);
    fs::create_dir(files.path("in")).unwrap();
    for at in 0..count {
        fs::write(files.path(&format!("in/{at:03}.txt")), NOTICE.replace("防汛", &format!("第{at}次防汛"))).unwrap();
    }
    files
}

/// An archive of one file that is not compressed.
pub(crate) fn zip_of(name: &str, content: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    writer.start_file(name, stored).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}
