//! Why the lake cannot read or write a table.

use std::path::PathBuf;

/// Why the lake cannot read or write a table.
#[derive(Debug, thiserror::Error)]
pub enum LakeError {
    /// A file cannot be opened, written, synced or renamed.
    #[error("cannot {action} `{path}`")]
    File {
        /// What was tried.
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// Parquet refused a file.
    #[error(
        "`{path}` cannot be read or written as Parquet; if it was changed by hand, restore it or run `prosopon build` again"
    )]
    Parquet {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        cause: parquet::errors::ParquetError,
    },
    /// Arrow refused a batch.
    #[error("Arrow refused a batch of table `{table}`")]
    Arrow {
        /// The table.
        table: &'static str,
        /// Why.
        #[source]
        cause: arrow::error::ArrowError,
    },
    /// A kernel stopped.
    #[error("step `{step}` stopped in slot {slot}")]
    Kernel {
        /// The step.
        step: &'static str,
        /// The slot.
        slot: u16,
        /// Why.
        #[source]
        cause: crate::kernel::KernelError,
    },
    /// Two different rows share a primary key.
    #[error(
        "table `{table}` was given two different rows with one primary key; this is a defect of the step that wrote it"
    )]
    DuplicateKey {
        /// The table.
        table: &'static str,
    },
    /// A column of the contract is missing.
    #[error(
        "table `{table}` lacks column `{column}`; it was written by another version, run `prosopon build` again"
    )]
    Column {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// One slot does not fit the memory limit.
    #[error(
        "slot {slot} of `{table}` holds {found} bytes, more than the {limit} allowed; raise --memory (largest key: {key})"
    )]
    SlotTooLarge {
        /// The table.
        table: &'static str,
        /// The slot.
        slot: u16,
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        limit: usize,
        /// A printable form of the key with most rows.
        key: String,
    },
    /// The run was cancelled.
    #[error("cancelled; the last published state is unchanged")]
    Cancelled,
    /// A row does not fit its contract.
    #[error("a row does not fit its contract")]
    Row(#[from] model::RowError),
}

impl LakeError {
    /// The stable code of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File { .. } => "file_unusable",
            Self::Parquet { .. } => "parquet_unreadable",
            Self::Arrow { .. } => "batch_refused",
            Self::Kernel { .. } => "step_failed",
            Self::DuplicateKey { .. } => "key_duplicate",
            Self::Column { .. } => "column_missing",
            Self::SlotTooLarge { .. } => "slot_too_large",
            Self::Cancelled => "cancelled",
            Self::Row(_) => "row_misfit",
        }
    }

    pub(crate) fn arrow(table: &'static str) -> impl FnOnce(arrow::error::ArrowError) -> Self {
        move |cause| Self::Arrow { table, cause }
    }

    /// An error of Arrow while `path` was written: the disk's own words, where it was the disk.
    pub(crate) fn spill(
        table: &'static str,
        path: &std::path::Path,
    ) -> impl FnOnce(arrow::error::ArrowError) -> Self {
        let path = path.to_owned();
        move |cause| match cause {
            arrow::error::ArrowError::IoError(_, cause) => Self::File {
                action: "write",
                path,
                cause,
            },
            cause => Self::Arrow { table, cause },
        }
    }

    pub(crate) fn parquet(
        path: &std::path::Path,
    ) -> impl FnOnce(parquet::errors::ParquetError) -> Self {
        let path = path.to_owned();
        move |cause| Self::Parquet { path, cause }
    }

    pub(crate) fn file(
        action: &'static str,
        path: &std::path::Path,
    ) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::File {
            action,
            path,
            cause,
        }
    }
}
