//! Keeps the erased from coming back: what an import has read is cleaned before it counts.
//!
//! Reads   the tables an import has written, `tombstone`
//! Writes  the same tables anew under `run=<id>-clean/`
//!
//! Where nothing was ever erased, nothing is read and nothing is written.

use std::path::Path;

use anyhow::Result;
use lake::{Lake, Manifest};
use serde::Serialize;
use store::Control;

use super::known::Known;
use super::redact::Redactor;
use super::rewrite::rewrite;
use super::scrub::Scrub;
use super::theirs;
use crate::effort::Effort;

/// What stops the erased from coming back; `None` when nobody was erased.
pub(crate) fn guard(control: &Control) -> Result<Option<Known>> {
    Ok(control.tombstones()?.map(Known::Keyed))
}

/// The tables of an import without those who were erased; what was written with them is removed.
pub(crate) fn clean(
    written: Manifest,
    guard: &Known,
    (folder, run_id): (&Path, &str),
    effort: &Effort<'_>,
) -> Result<Manifest> {
    let lake = Lake {
        folder: folder.to_owned(),
        manifest: written,
    };
    let theirs = theirs::find(&lake, guard, &|row| guard.is_mentioned(row))?;
    let rule = Scrub {
        known: guard,
        theirs: &theirs,
    };
    let (clean, _) = rewrite(&lake, &rule, &format!("{run_id}-clean"), effort)?;
    std::fs::remove_dir_all(folder.join(Lake::run_folder(run_id)))?;
    Ok(clean)
}

/// A value as JSON without those who were erased.
pub(crate) fn clean_value<T: Serialize>(value: &T, guard: &Known) -> Result<serde_json::Value> {
    let redactor = Redactor {
        sets: vec![guard],
        has_names: true,
    };
    Ok(redactor.value(&serde_json::to_value(value)?))
}
