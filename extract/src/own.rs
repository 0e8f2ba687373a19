//! The files a run writes, by their names.

use std::path::{Path, PathBuf};

/// The manifest of `output`.
pub(crate) fn manifest(output: &Path) -> PathBuf {
    output.with_extension("manifest.jsonl")
}

/// File `number` of an output in several, `out-00003.parquet`.
pub(crate) fn shard(output: &Path, number: usize, extension: &str) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    let extension = output.extension().map_or_else(|| extension.into(), |extension| extension.to_string_lossy());
    output.with_file_name(format!("{stem}-{number:05}.{extension}"))
}

/// What a file is called until it is whole.
pub(crate) fn part(path: &Path) -> PathBuf {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    part.into()
}

/// Whether a run whose output is `output` writes `path`, or wrote it before.
pub(crate) fn is_own(path: &Path, output: &Path) -> bool {
    let (Some(name), Some(stem)) = (path.file_name().and_then(|name| name.to_str()), output.file_stem()) else {
        return false;
    };
    let whole = name.strip_suffix(".part").unwrap_or(name);
    let number = stem.to_str().and_then(|stem| whole.strip_prefix(stem)?.strip_prefix('-')?.split_once('.'));
    let is_shard =
        number.is_some_and(|(number, _)| number.len() >= 5 && number.bytes().all(|byte| byte.is_ascii_digit()));
    let is_named = [output, &manifest(output)].iter().any(|own| own.file_name().is_some_and(|own| own == whole));
    (is_shard || is_named) && folder(path) == folder(output)
}

/// Whether `file` is the name of a file that a run with the output `output` writes rows to.
pub(crate) fn is_table(file: &str, output: &Path) -> bool {
    let extension = output.extension().is_none_or(|extension| Path::new(file).extension() == Some(extension));
    extension && is_own(&output.with_file_name(file), output)
}

/// The folder a file is in; `None` where there is no such folder.
fn folder(path: &Path) -> Option<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    parent.canonicalize().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_run_are_its_own() {
        let own = |path: &str| is_own(Path::new(path), Path::new("out.jsonl"));
        for path in ["out.jsonl", "./out.jsonl.part", "out.manifest.jsonl", "out-00012.jsonl", "out-00012.jsonl.part"] {
            assert!(own(path), "{path}");
        }
        for path in ["out.txt", "src/out.jsonl", "out-1.jsonl", "out-00012", "outs-00012.jsonl", "in.jsonl"] {
            assert!(!own(path), "{path}");
        }
    }
}
