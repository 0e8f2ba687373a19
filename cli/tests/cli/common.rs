//! What the tests of the command line share.

use std::path::PathBuf;

use assert_cmd::Command;
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
