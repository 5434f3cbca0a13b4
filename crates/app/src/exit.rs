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
        None if error.chain().any(is_missing) => Kind::NotFound,
        None if error.chain().any(is_cancelled) => Kind::Cancelled,
        None => Kind::Failed,
    };
    ExitCode::from(kind.code())
}
