//! Makes the wheel, a virtual environment around it, and runs the tests in `tests/` there with pytest.
//!
//! Both are kept under `target/python/`. `HONGTOU_PYTEST` has more arguments for pytest: `-k spark`.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail by panicking")]

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

#[test]
fn the_tests_of_the_python_package_pass() {
    let member = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = member.parent().unwrap();
    let home = root.join("target/python");
    fs::create_dir_all(&home).unwrap();
    let python = environment(&member.join("tests/requirements.txt"), &home);
    let wheel = wheel(&python, member, &home);
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall"]).arg(wheel));
    let expected = expected(&root.join("corpus"), &home);
    let more = env::var("HONGTOU_PYTEST").unwrap_or_default();
    run(Command::new(&python)
        .args(["-m", "pytest", "--color=no", "--durations=5", "-p", "no:cacheprovider", "-c"])
        .arg(member.join("pyproject.toml"))
        .args(more.split_whitespace())
        .arg(member.join("tests"))
        .env("HONGTOU_EXPECTED", expected)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        // Not in the folder of the sources: the wheel is what is tested.
        .current_dir(&home));
}

/// The Python of a virtual environment that has what `requirements` name.
fn environment(requirements: &Path, home: &Path) -> PathBuf {
    let (folder, done) = (home.join("venv"), home.join("venv.done"));
    let python = folder.join(if cfg!(windows) { "Scripts" } else { "bin" }).join(format!("python{EXE_SUFFIX}"));
    let wanted = fs::read_to_string(requirements).unwrap();
    if python.is_file() && fs::read_to_string(&done).is_ok_and(|made| made == wanted) {
        return python;
    }
    let base = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    run(Command::new(base).args(["-m", "venv", "--clear"]).arg(&folder));
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "-r"]).arg(requirements));
    fs::write(done, wanted).unwrap();
    python
}

/// The wheel, built in a folder of its own: Cargo holds the other one for who runs this test.
fn wheel(python: &Path, member: &Path, home: &Path) -> PathBuf {
    let folder = home.join("wheels");
    let _ = fs::remove_dir_all(&folder);
    run(Command::new(python)
        .args(["-m", "maturin", "build", "--profile", "wheel-test", "--manifest-path"])
        .arg(member.join("Cargo.toml"))
        .arg("--out")
        .arg(&folder)
        .env("CARGO_TARGET_DIR", home.join("cargo"))
        .env_remove("RUSTFLAGS"));
    let wheels: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [wheel] = wheels.as_slice() else { panic!("one wheel, not {wheels:?}") };
    wheel.clone()
}

/// A folder with the JSON that the crate writes of every document of `corpus`.
fn expected(corpus: &Path, home: &Path) -> PathBuf {
    let folder = home.join("expected");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for entry in fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(&path).unwrap();
            let parse = hongtou::parse(&text);
            let json = hongtou::to_json(&parse.document, &parse.diagnostics);
            fs::write(folder.join(path.with_extension("json").file_name().unwrap()), json).unwrap();
        }
    }
    folder
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
