//! Reads what people say and what is noted of it.
//!
//! Reads   `utterance`, `meeting_known`, `activity_placed`
//! Writes  `said`, `said_noted`
//!
//! Two kernels over two keys: what is said in a meeting is read beside the
//! meeting, a note beside its account. What is said where no account is known is
//! left out, for nothing could be concluded from it.

mod meetings;
mod notes;

pub use meetings::Listen;
pub use notes::ListenToNotes;

use model::tables::decided::Said;
use model::{AccountId, ClaimId, Day, Instant, MeetingId, MentionId, RecordId};
use text::speech::Reading;

/// Where something was said, and by whom.
struct Source<'a> {
    account_id: AccountId,
    record_id: RecordId,
    field: &'a str,
    meeting_id: Option<MeetingId>,
    day: Option<Day>,
    speaker_mention: Option<MentionId>,
    is_noted: bool,
    known_at: Instant,
}

impl Source<'_> {
    /// Makes a row of a reading.
    fn said(&self, reading: Reading) -> Said {
        let (start, end) = reading.span;
        let target = reading.target_text.as_deref().unwrap_or_default();
        let said_id = ClaimId::derive(&[
            &self.record_id.to_string(),
            self.field,
            &format!("{start}..{end}"),
            reading.predicate.code(),
            target,
        ]);
        Said {
            said_id,
            account_id: self.account_id,
            record_id: self.record_id,
            field: self.field.to_owned(),
            span_start: i32::try_from(start).unwrap_or(i32::MAX),
            span_end: i32::try_from(end).unwrap_or(i32::MAX),
            meeting_id: self.meeting_id,
            day: self.day,
            speaker_mention: self.speaker_mention,
            target_text: reading.target_text,
            predicate: reading.predicate,
            object: reading.object,
            polarity: reading.polarity,
            is_noted: self.is_noted,
            certainty: reading.certainty,
            known_at: self.known_at,
        }
    }
}

/// Puts rows in key order; of two with one id the first is kept.
fn in_key_order(mut rows: Vec<Said>) -> Vec<Said> {
    rows.sort_by_key(|row| (row.account_id, row.said_id));
    rows.dedup_by_key(|row| row.said_id);
    rows
}

#[cfg(test)]
mod tests;
