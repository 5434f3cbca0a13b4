//! Syncs and renames, each with a fail point.
//!
//! A fail point ends the process where a power cut would. Tests set
//! `PROSOPON_FAIL_AT=<n>`; the n-th sync or rename of the process then aborts it
//! before it happens. In a normal run the variable is absent and costs one load.

use std::fs::File;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::LakeError;

static PASSED: AtomicU64 = AtomicU64::new(0);

fn fail_at() -> u64 {
    static AT: OnceLock<u64> = OnceLock::new();
    *AT.get_or_init(|| {
        let wanted = std::env::var("PROSOPON_FAIL_AT").ok();
        wanted.and_then(|n| n.parse().ok()).unwrap_or(0)
    })
}

/// Aborts the process if this is the fail point a test asked for.
pub fn fail_point() {
    let wanted = fail_at();
    if wanted > 0 && PASSED.fetch_add(1, Ordering::SeqCst) + 1 == wanted {
        std::process::abort();
    }
}

/// Writes a file's bytes through to the disk.
///
/// # Errors
/// When the disk refuses.
pub fn sync_file(file: &File, path: &Path) -> Result<(), LakeError> {
    fail_point();
    file.sync_all().map_err(LakeError::file("sync", path))
}

/// Writes a folder's entries through to the disk.
///
/// # Errors
/// When the disk refuses.
pub fn sync_dir(path: &Path) -> Result<(), LakeError> {
    fail_point();
    let dir = File::open(path).map_err(LakeError::file("open", path))?;
    dir.sync_all().map_err(LakeError::file("sync", path))
}

/// Renames a file; the caller syncs the folder.
///
/// # Errors
/// When the file system refuses.
pub fn rename(from: &Path, to: &Path) -> Result<(), LakeError> {
    fail_point();
    std::fs::rename(from, to).map_err(LakeError::file("rename", from))
}
