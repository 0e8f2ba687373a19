//! The files of a folder, in the order of their names.

use std::ops::ControlFlow;
use std::path::Path;

use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, Error, WalkBuilder};

use crate::outcome::Status;

use crate::own::is_own;

use super::{Found, Inputs, Item, NO_FILE, name};

/// Gives every file below `folder`: hidden ones, those that ignore files name and the output are left out.
pub(super) fn each(folder: &Path, inputs: &Inputs, take: &mut dyn FnMut(Found) -> ControlFlow<()>) -> ControlFlow<()> {
    let wanted = match wanted(folder, &inputs.globs) {
        Ok(wanted) => wanted,
        Err(error) => return take(Found::Failed(Item::failed(name(folder), Status::Unreadable, error.to_string()))),
    };
    let mut walk = WalkBuilder::new(folder);
    walk.follow_links(true).require_git(false).sort_by_file_name(Ord::cmp);
    // Globs choose among what the ignore files leave.
    walk.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        !wanted.matched(entry.path(), is_folder).is_ignore()
    });
    if inputs.all {
        walk.standard_filters(false);
    }
    for entry in walk.build() {
        if let Some(found) = found(entry, folder, inputs) {
            take(found)?;
        }
    }
    ControlFlow::Continue(())
}

/// What the globs say of the files below `folder`.
pub(super) fn wanted(folder: &Path, globs: &[String]) -> Result<Override, Error> {
    let mut overrides = OverrideBuilder::new(folder);
    globs.iter().try_fold(&mut overrides, |overrides, glob| overrides.add(glob)).and_then(|all| all.build())
}

/// What an entry is; `None` for a folder and what the run itself writes.
fn found(entry: Result<DirEntry, Error>, folder: &Path, inputs: &Inputs) -> Option<Found> {
    let failed = |path, status, why: String| Some(Found::Failed(Item::failed(path, status, why)));
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return failed(place(&error, folder), Status::Unreadable, plain(&error)),
    };
    let kind = entry.file_type();
    let own = inputs.output.as_ref().is_some_and(|output| is_own(entry.path(), output));
    if own || kind.is_some_and(|kind| kind.is_dir()) {
        return None;
    }
    if !kind.is_some_and(|kind| kind.is_file()) {
        return failed(name(entry.path()), Status::Unsupported, NO_FILE.to_owned());
    }
    match entry.metadata() {
        Ok(about) => Some(Found::File(entry.into_path(), about.len())),
        Err(error) => failed(name(entry.path()), Status::Unreadable, plain(&error)),
    }
}

/// The path an error is about.
fn place(error: &Error, folder: &Path) -> String {
    match error {
        Error::WithPath { path, .. } => name(path),
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => place(err, folder),
        Error::Loop { child, .. } => name(child),
        _ => name(folder),
    }
}

/// What an error says, without its path.
fn plain(error: &Error) -> String {
    match error {
        Error::WithPath { err, .. } | Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => plain(err),
        Error::Loop { .. } => "it is a link to a folder above it".to_owned(),
        Error::Io(error) => super::sentence(error),
        other => other.to_string(),
    }
}
