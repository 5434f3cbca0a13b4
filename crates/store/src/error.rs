//! Why the store refuses, with stable codes.

use std::path::PathBuf;

/// Why a database cannot be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused.
    #[error("the database refused")]
    Sqlite(#[from] rusqlite::Error),
    /// The file system refused.
    #[error("cannot write or read `{path}`")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        #[source]
        cause: std::io::Error,
    },
    /// A row does not fit its contract.
    #[error("a stored row does not fit its contract")]
    Row(#[from] model::RowError),
    /// A table that is not published.
    #[error("table `{table}` is not among the published tables")]
    UnknownTable {
        /// The name given.
        table: String,
    },
    /// A batch lacks a column of its contract.
    #[error("table `{table}` came without its column `{column}`")]
    MissingColumn {
        /// The table.
        table: &'static str,
        /// The column.
        column: String,
    },
    /// A column type that has no place in SQLite.
    #[error("column type {found} cannot be published")]
    ColumnType {
        /// The Arrow type.
        found: String,
    },
    /// Written by a newer version of the program.
    #[error("the database has format {found}, this program knows up to {known}; use a newer one")]
    NewerFormat {
        /// Format of the file.
        found: i64,
        /// Newest format known.
        known: i64,
    },
    /// The log of a stopped writer lies where it cannot be read.
    #[error(
        "`{path}` was left by a writer that was stopped, and cannot be read where nothing may be \
         written; run `prosopon doctor` once as somebody who may write there"
    )]
    LogUnreadable {
        /// The log.
        path: PathBuf,
    },
    /// The file is not a published result of this format.
    #[error("`{path}` is no published result of format {known}; build again")]
    NotPublished {
        /// The file.
        path: PathBuf,
        /// The format known.
        known: i64,
    },
    /// Stored text that cannot be read back.
    #[error("stored {what} cannot be read back")]
    Stored {
        /// What it is.
        what: &'static str,
    },
}

impl StoreError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "store_sqlite",
            Self::File { .. } => "store_file",
            Self::Row(_) => "store_row",
            Self::UnknownTable { .. } => "store_table_unknown",
            Self::MissingColumn { .. } => "store_column_missing",
            Self::ColumnType { .. } => "store_column_type",
            Self::NewerFormat { .. } => "store_format_newer",
            Self::LogUnreadable { .. } => "store_log_unreadable",
            Self::NotPublished { .. } => "store_not_published",
            Self::Stored { .. } => "store_text_damaged",
        }
    }
}
