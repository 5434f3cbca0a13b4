//! Why a file is refused, and the codes of rows set aside.

use crate::item::SinkError;

/// A stable code for what went wrong with a file or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The bytes cannot be read.
    FileUnreadable,
    /// The file has no content.
    FileEmpty,
    /// Not text, and no archive or workbook we read.
    FileBinary,
    /// Text, but no known format.
    FileUnknown,
    /// The table is understood, but holds nothing this program uses.
    ObjectUnused,
    /// An archive or workbook is damaged.
    ArchiveDamaged,
    /// An archive unpacks to more than is allowed.
    ArchiveTooLarge,
    /// A line is longer than is allowed.
    LineTooLong,
    /// A file that must be held in memory is larger than is allowed.
    FileTooLarge,
    /// The mapping names a field or object that does not exist.
    MappingUnknown,
    /// Bytes that are not text in the encoding of the file.
    TextUndecodable,
    /// The row has another number of cells than the header.
    RowLength,
    /// The row lacks what its object needs.
    RowIncomplete,
    /// A row of the report's own footer.
    RowFooter,
    /// The file ends in the middle of a row.
    RowTruncated,
    /// A date that is none.
    DateInvalid,
    /// A date that stands for none, such as 1900-01-01.
    DatePlaceholder,
    /// The order of day and month cannot be told over the whole column.
    DateAmbiguous,
    /// A number that is none.
    NumberInvalid,
    /// A line that is not JSON.
    JsonInvalid,
    /// The store refused a row.
    SinkFailed,
}

impl Code {
    /// The code as it is stored and printed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FileUnreadable => "file_unreadable",
            Self::FileEmpty => "file_empty",
            Self::FileBinary => "file_binary",
            Self::FileUnknown => "file_unknown",
            Self::ObjectUnused => "object_unused",
            Self::ArchiveDamaged => "archive_damaged",
            Self::ArchiveTooLarge => "archive_too_large",
            Self::LineTooLong => "line_too_long",
            Self::FileTooLarge => "file_too_large",
            Self::MappingUnknown => "mapping_unknown",
            Self::TextUndecodable => "text_undecodable",
            Self::RowLength => "row_length",
            Self::RowIncomplete => "row_incomplete",
            Self::RowFooter => "row_footer",
            Self::RowTruncated => "row_truncated",
            Self::DateInvalid => "date_invalid",
            Self::DatePlaceholder => "date_placeholder",
            Self::DateAmbiguous => "date_ambiguous",
            Self::NumberInvalid => "number_invalid",
            Self::JsonInvalid => "json_invalid",
            Self::SinkFailed => "sink_failed",
        }
    }
}

/// Why a file is refused.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The reader failed.
    #[error("the file cannot be read")]
    Io(#[from] std::io::Error),
    /// The file is refused; `remedy` says what would make it work.
    #[error("{reason}; {remedy}")]
    Refused {
        /// The code.
        code: Code,
        /// What is wrong.
        reason: String,
        /// What would make it work.
        remedy: String,
    },
    /// The store refused a row.
    #[error(transparent)]
    Sink(#[from] SinkError),
}

impl ReadError {
    /// A refusal with its reason and remedy.
    pub(crate) fn refused(
        code: Code,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::Refused {
            code,
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Io(_) => Code::FileUnreadable,
            Self::Refused { code, .. } => *code,
            Self::Sink(_) => Code::SinkFailed,
        }
    }
}
