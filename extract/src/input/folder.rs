//! The files of a folder, in the order of their names.

use std::ops::ControlFlow;
use std::path::Path;

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::outcome::Status;

use crate::own::is_own;

use super::{Content, Inputs, Item, Take, name};

/// Gives every file below `folder`: hidden ones, those that ignore files name and the output are left out.
pub(super) fn each(folder: &Path, inputs: &Inputs, take: Take<'_>) -> ControlFlow<()> {
    let mut overrides = OverrideBuilder::new(folder);
    let wanted =
        inputs.globs.iter().try_fold(&mut overrides, |overrides, glob| overrides.add(glob)).and_then(|all| all.build());
    let wanted = match wanted {
        Ok(wanted) => wanted,
        Err(error) => return take(Item::failed(name(folder), Status::Unreadable, error.to_string())),
    };
    let mut walk = WalkBuilder::new(folder);
    walk.follow_links(true).require_git(false).overrides(wanted).sort_by_file_name(Ord::cmp);
    for entry in walk.build() {
        match entry {
            Err(error) => take(Item::failed(place(&error, folder), Status::Unreadable, plain(&error)))?,
            Ok(entry) => match entry.file_type() {
                Some(kind) if kind.is_dir() => {}
                _ if inputs.output.as_ref().is_some_and(|output| is_own(entry.path(), output)) => {}
                Some(kind) if kind.is_file() => {
                    take(Item::new(name(entry.path()), Content::File(entry.into_path())))?;
                }
                _ => take(Item::failed(name(entry.path()), Status::Unsupported, "it is a device, a pipe or a socket"))?,
            },
        }
    }
    ControlFlow::Continue(())
}

/// The path an error is about.
fn place(error: &ignore::Error, folder: &Path) -> String {
    match error {
        ignore::Error::WithPath { path, .. } => name(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err, folder),
        ignore::Error::Loop { child, .. } => name(child),
        _ => name(folder),
    }
}

/// What an error says, without its path.
fn plain(error: &ignore::Error) -> String {
    match error {
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => plain(err),
        ignore::Error::Loop { .. } => "it is a link to a folder above it".to_owned(),
        ignore::Error::Io(error) => super::sentence(error),
        other => other.to_string(),
    }
}
