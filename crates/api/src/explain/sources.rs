//! Records, meetings, files and counted sets: where everything comes to rest.
//!
//! Reads   `record`, `utterance`, `activity`, `meeting`, `file`, `issue`, `claim`

use model::tables::base::{FileRow, IssueRow, MeetingRow, UtteranceRow};
use model::tables::decided::Claim;
use model::{ClaimId, CountedSetId, Day, FileId, MeetingId, RecordId};
use serde::Serialize;
use store::published::Param;

use crate::evidence::{Cited, ContextLine, CountedView, Meeting, Quote, says};
use crate::heads::{AccountHead, FileHead, PersonHead};
use crate::{ApiError, Facade};

/// A record and the claims that rest on it.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
    /// Where it stands and what it says.
    pub quote: Quote,
    /// The claims that rest on it.
    pub claims: Vec<ClaimLine>,
}

/// A record that was read: claims count it, and none cites its words, so they are not published.
#[derive(Clone, Debug, Serialize)]
pub struct UncitedView {
    /// The record.
    pub record_id: RecordId,
    /// The claims that count it among what was read.
    pub claims: Vec<ClaimLine>,
}

/// A claim by what it says.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimLine {
    /// Its id.
    pub claim_id: ClaimId,
    /// Whom it is about.
    pub subject: Option<PersonHead>,
    /// What it says, in words.
    pub says: String,
}

/// A meeting and what is published of it: cited words and two lines around them.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// The meeting.
    #[serde(flatten)]
    pub meeting: Meeting,
    /// The account.
    pub account: Option<AccountHead>,
    /// The file.
    pub file: Option<FileHead>,
    /// Utterances in the file.
    pub n_utterances: i64,
    /// The published ones, in order.
    pub lines: Vec<(RecordId, ContextLine)>,
}

/// A file and what was remarked about it.
#[derive(Clone, Debug, Serialize)]
pub struct FileView {
    /// The file.
    #[serde(flatten)]
    pub head: FileHead,
    /// Format code; `refused` when it was not taken.
    pub format: String,
    /// System the rows come from.
    pub system: String,
    /// Object the rows describe.
    pub object: String,
    /// Size in bytes.
    pub n_bytes: i64,
    /// Rows read.
    pub n_rows: i64,
    /// Rows set aside.
    pub n_bad_rows: i64,
    /// How it was recognised, or why it was refused.
    pub recognised_by: String,
    /// The day it was imported.
    pub known_on: Day,
    /// It was not taken.
    pub is_refused: bool,
    /// Remarks, by line.
    pub issues: Vec<IssueLine>,
}

/// A remark about a row or a file; never holds a personal value.
#[derive(Clone, Debug, Serialize)]
pub struct IssueLine {
    /// The file.
    pub file: Option<FileHead>,
    /// The line, from 1; 0 for the whole file.
    pub line: i64,
    /// The column's name, or empty.
    pub column: String,
    /// A stable code.
    pub code: String,
    /// The class of what was found.
    pub found: String,
    /// What was expected and what to do.
    pub expected: String,
    /// The row was set aside.
    pub is_set_aside: bool,
}

/// Most remarks and utterances that one page lists.
const MOST: usize = 500;

/// The format code of files that were not taken.
pub(crate) const REFUSED: &str = "refused";

impl Facade {
    /// The record, where it stands, and the claims that rest on it.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a record that is not published.
    pub fn record(&self, id: RecordId) -> Result<RecordView, ApiError> {
        let found = self.record_if_kept(id)?;
        found.ok_or_else(|| ApiError::not_found(id))
    }

    pub(crate) fn record_if_kept(&self, id: RecordId) -> Result<Option<RecordView>, ApiError> {
        let whole = Cited {
            field: "",
            object: "",
            named: &[],
            span: (-1, -1),
        };
        let Some(quote) = self.quote(id, whole)? else {
            return Ok(None);
        };
        let claims: Vec<Claim> = self.published.rows(
            &format!("WHERE record_id = ?1 ORDER BY span_start, claim_id LIMIT {MOST}"),
            &[Param::Id(id.0)],
        )?;
        let claims = self.claim_lines(&claims)?;
        Ok(Some(RecordView { quote, claims }))
    }

    fn claim_lines(&self, claims: &[Claim]) -> Result<Vec<ClaimLine>, ApiError> {
        let lines = claims.iter().map(|claim| {
            let subject = claim.subject_mention.map(|id| self.mention_person(id));
            Ok(ClaimLine {
                claim_id: claim.claim_id,
                subject: subject.transpose()?.flatten(),
                says: says(claim),
            })
        });
        lines.collect()
    }

    /// A record whose words nothing cites, by the counted sets that name it.
    pub(crate) fn uncited(&self, id: RecordId) -> Result<UncitedView, ApiError> {
        let named = format!("%{id}%");
        let claims: Vec<Claim> = self.published.rows(
            &format!("WHERE counted_set LIKE ?1 ORDER BY valid_from, claim_id LIMIT {MOST}"),
            &[Param::Text(&named)],
        )?;
        match claims.as_slice() {
            [] => Err(ApiError::not_found(id)),
            claims => Ok(UncitedView {
                record_id: id,
                claims: self.claim_lines(claims)?,
            }),
        }
    }

    /// The meeting and the words published of it.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a meeting that is not published.
    pub fn meeting(&self, id: MeetingId) -> Result<MeetingView, ApiError> {
        let key = [Param::Id(id.0)];
        let row: Option<MeetingRow> = self.published.row("WHERE meeting_id = ?1", &key)?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let lines: Vec<UtteranceRow> = self.published.rows(
            &format!("WHERE meeting_id = ?1 ORDER BY utterance_idx LIMIT {MOST}"),
            &key,
        )?;
        let account = row.account_id.map(|id| self.account_head(id));
        Ok(MeetingView {
            account: account.transpose()?.flatten(),
            file: self.file_head(row.file_id)?,
            n_utterances: row.n_utterances,
            lines: lines
                .into_iter()
                .map(|line| (line.record_id, ContextLine::from(line)))
                .collect(),
            meeting: Meeting {
                meeting_id: id,
                title: row.title,
                day: row.day,
            },
        })
    }

    /// The file and the remarks about it.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] for a file that was never read.
    pub fn file(&self, id: FileId) -> Result<FileView, ApiError> {
        let row: Option<FileRow> = self
            .published
            .row("WHERE file_id = ?1", &[Param::Id(id.0)])?;
        let row = row.ok_or_else(|| ApiError::not_found(id))?;
        let mut view = file_view(row);
        let issues: Vec<IssueRow> = self.published.rows(
            &format!("WHERE file_id = ?1 ORDER BY line, \"column\", code LIMIT {MOST}"),
            &[Param::Id(id.0)],
        )?;
        view.issues = issues
            .into_iter()
            .map(|row| issue_line(row, None))
            .collect();
        Ok(view)
    }

    /// The counted set with this id: the sets of all claims are looked through.
    pub(crate) fn counted_set(&self, id: CountedSetId) -> Result<CountedView, ApiError> {
        let claims: Vec<Claim> = self
            .published
            .rows("WHERE counted_set IS NOT NULL ORDER BY claim_id", &[])?;
        for claim in &claims {
            let json = claim.counted_set.as_deref().unwrap_or_default();
            if CountedSetId::derive(&[json]) == id {
                return self.counted_view(claim.account_id, json);
            }
        }
        Err(ApiError::not_found(id))
    }
}

/// The file without its remarks.
pub(crate) fn file_view(row: FileRow) -> FileView {
    FileView {
        is_refused: row.format == REFUSED,
        head: FileHead {
            file_id: row.file_id,
            path: row.path,
        },
        format: row.format,
        system: row.system,
        object: row.object,
        n_bytes: row.n_bytes,
        n_rows: row.n_rows,
        n_bad_rows: row.n_bad_rows,
        recognised_by: row.recognised_by,
        known_on: row.known_at.day(),
        issues: Vec::new(),
    }
}

/// The remark with the file it is about.
pub(crate) fn issue_line(row: IssueRow, file: Option<FileHead>) -> IssueLine {
    IssueLine {
        file,
        line: row.line,
        column: row.column,
        code: row.code,
        found: row.found,
        expected: row.expected,
        is_set_aside: row.is_set_aside,
    }
}
