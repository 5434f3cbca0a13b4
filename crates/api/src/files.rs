//! The files that were read, by what became of them, and the remarks about their rows.
//!
//! Reads   `file`, `issue`

use std::collections::BTreeMap;

use model::FileId;
use model::tables::base::{FileRow, IssueRow};
use serde::Serialize;
use store::published::Param;

use crate::accounts::Page;
use crate::explain::{FileView, IssueLine};
use crate::heads::FileHead;
use crate::{ApiError, Facade};

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// It was taken, with all its rows or without some.
    Taken,
    /// It was not taken.
    Refused,
    /// It was taken without some of its rows.
    RowsSetAside,
}

impl FileState {
    /// Every state, in the order of a list.
    pub const ALL: [Self; 3] = [Self::Taken, Self::Refused, Self::RowsSetAside];

    /// The code, as addresses have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::RowsSetAside => "rows_set_aside",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    const fn condition(self) -> &'static str {
        match self {
            Self::Taken => "format <> 'refused'",
            Self::Refused => "format = 'refused'",
            Self::RowsSetAside => "format <> 'refused' AND n_bad_rows > 0",
        }
    }
}

/// A page of files.
#[derive(Clone, Debug, Serialize)]
pub struct FileList {
    /// How many there are of each state; a file without some rows is of two.
    pub n_by_state: Vec<(FileState, i64)>,
    /// How many match in all.
    pub total: i64,
    /// How many were left out before the first.
    pub offset: usize,
    /// The files, without their remarks.
    pub files: Vec<FileView>,
}

impl Facade {
    /// Files that were read, refused ones first; with a state only those.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn files(&self, state: Option<FileState>, page: Page) -> Result<FileList, ApiError> {
        let count = |condition: &str| {
            let sql = format!("SELECT count(*) FROM file WHERE {condition}");
            self.published.count(&sql, &[])
        };
        let condition = state.map_or("1", FileState::condition);
        let rows: Vec<FileRow> = self.published.rows(
            &format!(
                "WHERE {condition} ORDER BY format <> 'refused', n_bad_rows = 0, path, import_seq \
                 LIMIT {} OFFSET {}",
                page.limit, page.offset
            ),
            &[],
        )?;
        let n_by_state = FileState::ALL.iter().map(|state| {
            let n = count(state.condition())?;
            Ok((*state, n))
        });
        Ok(FileList {
            n_by_state: n_by_state.collect::<Result<_, ApiError>>()?,
            total: count(condition)?,
            offset: page.offset,
            files: rows.into_iter().map(crate::explain::file_view).collect(),
        })
    }

    /// Remarks about rows and files, by file and line; with a code only those.
    ///
    /// # Errors
    /// When the published result cannot be read.
    pub fn issues(&self, code: Option<&str>, page: Page) -> Result<Vec<IssueLine>, ApiError> {
        let rows: Vec<IssueRow> = self.published.rows(
            &format!(
                "WHERE ?1 = '' OR code = ?1 ORDER BY code, file_id, line, \"column\" \
                 LIMIT {} OFFSET {}",
                page.limit, page.offset
            ),
            &[Param::Text(code.unwrap_or_default())],
        )?;
        let mut paths = BTreeMap::new();
        let mut issues = Vec::new();
        for row in rows {
            let file = self.path_of(row.file_id, &mut paths)?;
            issues.push(crate::explain::issue_line(row, file));
        }
        Ok(issues)
    }

    fn path_of(
        &self,
        id: FileId,
        known: &mut BTreeMap<FileId, Option<FileHead>>,
    ) -> Result<Option<FileHead>, ApiError> {
        if let Some(head) = known.get(&id) {
            return Ok(head.clone());
        }
        let head = self.file_head(id)?;
        known.insert(id, head.clone());
        Ok(head)
    }
}
