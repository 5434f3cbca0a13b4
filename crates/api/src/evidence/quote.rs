//! The quote itself: who said it, where it stands, and what stands around it.
//!
//! Reads   `utterance`, `meeting`, `record`, `activity`, `file`

use model::tables::base::{ActivityRow, MeetingRow, RecordRow, UtteranceRow};
use model::{Day, MeetingId, RecordId};
use serde::Serialize;
use store::published::Param;

use super::rows::{FieldCell, cells_of, cited_cell, span_of};
use crate::heads::{FileHead, PersonHead};
use crate::{ApiError, Facade};

/// Lines of context on either side.
const CONTEXT: i64 = 2;

/// Words of a record, marked where they count.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// The record.
    pub record_id: RecordId,
    /// Where it stands.
    pub place: Place,
    /// The words, with those that count marked.
    pub words: Marked,
    /// For something said: by whom, when, and what was said before and after.
    pub saying: Option<Saying>,
    /// For a row of a table: its columns.
    pub row: Option<QuotedRow>,
}

/// A text in three parts; joined they are the original to the character.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// Before the words that count.
    pub lead: String,
    /// The words that count.
    pub marked: String,
    /// After them.
    pub tail: String,
}

/// File, line and characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, as far as it is published.
    pub file: Option<FileHead>,
    /// The line, from 1.
    pub line: i64,
    /// The column of the table, or empty for running text.
    pub field: String,
    /// First character, from 1: of the line for running text, of the field in tables.
    pub first_character: i64,
    /// Last character, included.
    pub last_character: i64,
}

/// Something said.
#[derive(Clone, Debug, Serialize)]
pub struct Saying {
    /// The label as it stands there.
    pub label: Option<String>,
    /// Who that is.
    pub speaker: Option<PersonHead>,
    /// In which meeting.
    pub meeting: Option<Meeting>,
    /// Start in milliseconds.
    pub start_ms: Option<i64>,
    /// What was said before.
    pub before: Vec<ContextLine>,
    /// What was said after.
    pub after: Vec<ContextLine>,
}

/// A meeting by title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its id.
    pub meeting_id: MeetingId,
    /// Its title.
    pub title: String,
    /// Its day, where known.
    pub day: Option<Day>,
}

/// A neighbouring utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContextLine {
    /// Who spoke, as it stands there.
    pub label: Option<String>,
    /// The line, from 1.
    pub line: i64,
    /// The words.
    pub text: String,
}

/// A row of a table that is quoted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedRow {
    /// `system:object:id`.
    pub native_key: String,
    /// The columns that are filled, in the order of the file.
    pub cells: Vec<FieldCell>,
}

/// The words a claim points at.
#[derive(Clone, Copy)]
pub(crate) struct Cited<'a> {
    /// The column as the claim names it, or `text`.
    pub(crate) field: &'a str,
    /// What the claim says, where that may stand in the record as it is.
    pub(crate) object: &'a str,
    /// Keys and names of whom it is about, as the record may hold them.
    pub(crate) named: &'a [String],
    /// First and one past the last character; (−1, −1) for all of it.
    pub(crate) span: (i32, i32),
}

impl Facade {
    /// The words of a record, marked from the first to one past the last character.
    pub(crate) fn quote(
        &self,
        record_id: RecordId,
        cited: Cited<'_>,
    ) -> Result<Option<Quote>, ApiError> {
        let key = [Param::Id(record_id.0)];
        let by_place = "WHERE record_id = ?1 ORDER BY utterance_idx";
        let said: Option<UtteranceRow> = self.published.row(by_place, &key)?;
        if let Some(said) = said {
            return self.said_quote(&said, cited.span).map(Some);
        }
        let record: Option<RecordRow> = self.published.row("WHERE record_id = ?1", &key)?;
        match record {
            Some(record) => self.row_quote(&record, cited).map(Some),
            None => Ok(None),
        }
    }

    fn said_quote(&self, said: &UtteranceRow, span: (i32, i32)) -> Result<Quote, ApiError> {
        let words = marked(&said.text, span);
        let (line, column) = position(said, &words.lead);
        let n_marked = count(&words.marked);
        let place = Place {
            file: self.file_head(said.file_id)?,
            line,
            field: String::new(),
            first_character: column,
            last_character: column + (n_marked - 1).max(0),
        };
        Ok(Quote {
            record_id: said.record_id,
            place,
            words,
            saying: Some(self.saying(said)?),
            row: None,
        })
    }

    fn saying(&self, said: &UtteranceRow) -> Result<Saying, ApiError> {
        let idx = i64::from(said.utterance_idx);
        let near: Vec<UtteranceRow> = self.published.rows(
            "WHERE meeting_id = ?1 AND utterance_idx BETWEEN ?2 AND ?3 ORDER BY utterance_idx",
            &[
                Param::Id(said.meeting_id.0),
                Param::Int(idx - CONTEXT),
                Param::Int(idx + CONTEXT),
            ],
        )?;
        let (before, after): (Vec<_>, Vec<_>) = near
            .into_iter()
            .filter(|row| row.utterance_idx != said.utterance_idx)
            .partition(|row| row.utterance_idx < said.utterance_idx);
        let speaker = said.speaker_mention.map(|id| self.mention_person(id));
        Ok(Saying {
            label: said.speaker_label.clone(),
            speaker: speaker.transpose()?.flatten(),
            meeting: self.meeting_head(said.meeting_id)?,
            start_ms: said.start_ms,
            before: before.into_iter().map(ContextLine::from).collect(),
            after: after.into_iter().map(ContextLine::from).collect(),
        })
    }

    pub(crate) fn meeting_head(&self, id: MeetingId) -> Result<Option<Meeting>, ApiError> {
        let found: Option<MeetingRow> = self
            .published
            .row("WHERE meeting_id = ?1", &[Param::Id(id.0)])?;
        Ok(found.map(|row| Meeting {
            meeting_id: row.meeting_id,
            title: row.title,
            day: row.day,
        }))
    }

    fn row_quote(&self, record: &RecordRow, cited: Cited<'_>) -> Result<Quote, ApiError> {
        let mut cells = cells_of(&record.fields);
        let place = cited_cell(&cells, &cited);
        let mut span = cited.span;
        let (field, text) = match place.and_then(|idx| cells.get_mut(idx)) {
            Some(cell) => {
                cell.is_cited = true;
                if span.0 < 0 {
                    let mut names = cited.named.iter();
                    span = names
                        .find_map(|name| span_of(&cell.value, name))
                        .unwrap_or(span);
                }
                (cell.name.clone(), cell.value.clone())
            }
            None => self.activity_text(record.record_id)?,
        };
        let words = marked(&text, span);
        let first_character = count(&words.lead) + 1;
        let last_character = first_character + (count(&words.marked) - 1).max(0);
        Ok(Quote {
            record_id: record.record_id,
            place: Place {
                file: self.file_head(record.file_id)?,
                line: record.line,
                field,
                first_character,
                last_character,
            },
            words,
            saying: None,
            row: Some(QuotedRow {
                native_key: record.native_key.clone(),
                cells,
            }),
        })
    }

    /// The body of a note or mail, for claims that say `text` instead of a column.
    fn activity_text(&self, record_id: RecordId) -> Result<(String, String), ApiError> {
        let found: Option<ActivityRow> = self
            .published
            .row("WHERE record_id = ?1", &[Param::Id(record_id.0)])?;
        Ok(found.map_or_else(Default::default, |row| (row.body_field, row.body)))
    }
}

impl From<UtteranceRow> for ContextLine {
    fn from(row: UtteranceRow) -> Self {
        Self {
            label: row.speaker_label,
            line: row.line,
            text: row.text,
        }
    }
}

fn count(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// The line and the character, from 1, after `lead` within an utterance.
fn position(said: &UtteranceRow, lead: &str) -> (i64, i64) {
    let n_breaks = lead.matches('\n').count();
    match lead.rsplit_once('\n') {
        Some((_, last)) => (
            said.line + i64::try_from(n_breaks).unwrap_or(0),
            count(last) + 1,
        ),
        None => (said.line, i64::from(said.column) + count(lead)),
    }
}

/// Splits a text at a span of characters; a span that does not fit marks all of it.
pub(crate) fn marked(text: &str, (start, end): (i32, i32)) -> Marked {
    let byte = |n: i32| {
        let n = usize::try_from(n).ok()?;
        let mut starts = text.char_indices().map(|(byte, _)| byte);
        starts
            .nth(n)
            .or_else(|| (n == text.chars().count()).then_some(text.len()))
    };
    let parts = match (byte(start), byte(end)) {
        (Some(start), Some(end)) if start < end => {
            (text.get(..start), text.get(start..end), text.get(end..))
        }
        _ => (Some(""), Some(text), Some("")),
    };
    let own = |part: Option<&str>| part.unwrap_or_default().to_owned();
    Marked {
        lead: own(parts.0),
        marked: own(parts.1),
        tail: own(parts.2),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spans_are_characters() {
        let parts = marked("Ärger: ja, sofort", (7, 9));
        assert_eq!(
            (parts.lead.as_str(), parts.marked.as_str()),
            ("Ärger: ", "ja")
        );
    }

    #[test]
    fn a_span_that_does_not_fit_marks_all_of_it() {
        assert_eq!(marked("short", (3, 99)).marked, "short");
        assert_eq!(marked("short", (-1, -1)).marked, "short");
    }

    proptest! {
        #[test]
        fn the_parts_are_the_original(text in "\\PC{0,20}", start in -2_i32..24, n in 0_i32..24) {
            let parts = marked(&text, (start, start + n));
            prop_assert_eq!(format!("{}{}{}", parts.lead, parts.marked, parts.tail), text);
        }
    }
}
