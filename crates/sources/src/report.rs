//! What is said about a file after it was read.

use crate::context::Mapping;

/// The outcome of reading one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReport {
    /// Format code, such as `csv` or `vtt`.
    pub format: String,
    /// The system the rows come from.
    pub system: String,
    /// The object, or several joined by `+`.
    pub object: String,
    /// Rows read.
    pub n_rows: i64,
    /// Rows set aside.
    pub n_bad_rows: i64,
    /// How it was recognised, in words.
    pub recognised_by: String,
    /// The mapping used, when the file is a table read by its columns.
    pub mapping: Option<Mapping>,
    /// What was noticed on the way: parts of an archive passed over and why.
    pub remarks: Vec<Remark>,
}

/// A part of a file that was passed over, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The member of the archive or the sheet.
    pub part: String,
    /// The stable code.
    pub code: String,
    /// In words.
    pub text: String,
}
