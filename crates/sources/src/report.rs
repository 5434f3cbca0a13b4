//! What is said about a file after it was read.

use model::FileId;

use crate::context::Mapping;
use crate::mapping::ColumnSeen;

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
    /// Rows set aside of which not even the key is known.
    pub n_lost: i64,
    /// Keys of rows set aside: they are bad, and there.
    pub seen_keys: Vec<String>,
    /// How it was recognised, in words.
    pub recognised_by: String,
    /// The mapping used, when the file is a table read by its columns.
    pub mapping: Option<Mapping>,
    /// Every column and what it was taken for, when the file is a table.
    pub columns: Vec<ColumnSeen>,
    /// The mapping is a guess: the system is not known, and no mapping was saved.
    pub is_guess: bool,
    /// What was noticed on the way: parts of an archive passed over and why.
    pub remarks: Vec<Remark>,
    /// The files of an archive or the sheets of a workbook that were read.
    pub parts: Vec<Part>,
}

/// A file within a file. Its rows carry its own id.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The path of the whole, a slash, and the path within.
    pub path: String,
    /// From the id of the whole and the path within.
    pub file_id: FileId,
    /// Size in bytes, unpacked; 0 where a part has no size of its own.
    pub n_bytes: i64,
    /// Its own report.
    pub report: FileReport,
}

impl FileReport {
    /// Adds a part and counts its rows.
    pub(crate) fn add(&mut self, part: Part) {
        self.n_rows += part.report.n_rows;
        self.n_bad_rows += part.report.n_bad_rows;
        join(&mut self.object, &part.report.object);
        join(&mut self.system, &part.report.system);
        self.parts.push(part);
    }
}

/// Adds `more`, which may be several joined by `+`, to a list joined by `+`.
fn join(list: &mut String, more: &str) {
    for one in more.split('+').filter(|one| !one.is_empty()) {
        if !list.split('+').any(|known| known == one) {
            if !list.is_empty() {
                list.push('+');
            }
            list.push_str(one);
        }
    }
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
