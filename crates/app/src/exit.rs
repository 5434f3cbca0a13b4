//! Exit codes, each with one meaning.

use std::process::ExitCode;

/// Why the program ends without having done what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Anything without a code of its own.
    Failed,
    /// Files were refused or too many rows are bad.
    BadInput,
    /// What was asked for is not there.
    NotFound,
    /// The folder is no workspace.
    NoWorkspace,
    /// Nothing is built yet.
    NotBuilt,
    /// Another writer holds the workspace.
    Locked,
    /// There is no room left on the disk.
    DiskFull,
    /// Stopped by the user.
    Cancelled,
}

impl Kind {
    /// The exit code; documented in the help of the program.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Failed => 1,
            Self::BadInput => 3,
            Self::NotFound => 4,
            Self::NoWorkspace => 5,
            Self::NotBuilt => 6,
            Self::Locked => 7,
            Self::DiskFull => 8,
            Self::Cancelled => 130,
        }
    }
}

/// A failure that has an exit code of its own.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Failure {
    kind: Kind,
    message: String,
}

impl Failure {
    /// A failure of this kind.
    pub(crate) fn new(kind: Kind, message: String) -> Self {
        Self { kind, message }
    }
}

/// The exit code of an error.
pub(crate) fn code_of(error: &anyhow::Error) -> ExitCode {
    let own = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<Failure>())
        .map(|failure| failure.kind);
    let is_cancelled = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<lake::LakeError>()
            .is_some_and(|error| matches!(error, lake::LakeError::Cancelled))
    };
    let is_missing = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<api::ApiError>()
            .is_some_and(|error| !matches!(error, api::ApiError::Store(_)))
    };
    let kind = match own {
        Some(kind) => kind,
        None if is_disk_full(error) => Kind::DiskFull,
        None if error.chain().any(is_missing) => Kind::NotFound,
        None if error.chain().any(is_cancelled) => Kind::Cancelled,
        None => Kind::Failed,
    };
    ExitCode::from(kind.code())
}

/// What is said of an error, on one line; of a full disk, what to do.
pub(crate) fn words(error: &anyhow::Error) -> String {
    if !is_disk_full(error) {
        return format!("{error:#}");
    }
    let path = error
        .chain()
        .find_map(|cause| match cause.downcast_ref::<lake::LakeError>()? {
            lake::LakeError::File { path, .. } | lake::LakeError::Parquet { path, .. } => {
                Some(path)
            }
            _ => None,
        });
    let place = path.map_or_else(String::new, |path| format!(" at `{}`", path.display()));
    format!(
        "the disk is full{place}; what was there before is unchanged. Free some room or move the workspace to \
         another disk, then run this again ({error:#})"
    )
}

/// Whether any cause is that there is no room left. Parquet and SQLite tell it in words alone.
fn is_disk_full(error: &anyhow::Error) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    error.chain().any(|cause| {
        let by_kind = cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| matches!(io.kind(), StorageFull | QuotaExceeded));
        let text = cause.to_string();
        by_kind || text.contains("No space left on device") || text.contains("disk is full")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_as_such_with_its_path() {
        let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        let path = std::path::PathBuf::from("w/lake/run=1/record/part-000.parquet");
        let error = anyhow::Error::new(lake::LakeError::File {
            action: "write",
            path,
            cause: full(),
        });
        let said = words(&error);
        assert!(
            said.starts_with("the disk is full at `w/lake/run=1/record/part-000.parquet`"),
            "{said}"
        );
        assert!(is_disk_full(
            &anyhow::Error::new(full()).context("cannot write a file")
        ));
        assert!(!is_disk_full(&anyhow::anyhow!("something else")));
    }
}
