//! "We looked" is a claim too: which meetings and notes a decision has.
//!
//! Reads   `meeting_placed`, `activity_placed`
//!
//! They bear on no role by themselves. That nobody shows in a role means
//! something only beside them.

use std::collections::BTreeMap;

use model::{Day, DecisionId, Instant, Method, Predicate, RecordId};

use super::{Draft, Sources};

/// The records of one table that belong to one decision.
#[derive(Default)]
struct Seen {
    records: Vec<RecordId>,
    days: Vec<Day>,
    known_at: Instant,
}

impl Seen {
    fn add(&mut self, record: RecordId, day: Option<Day>, known_at: Instant) {
        self.records.push(record);
        self.days.extend(day);
        self.known_at = self.known_at.max(known_at);
    }
}

/// Makes one claim a decision and table in which there was something to read.
pub(super) fn claims(sources: &Sources<'_>) -> Vec<Draft> {
    let mut meetings: BTreeMap<DecisionId, Seen> = BTreeMap::new();
    for row in sources
        .input
        .meetings
        .iter()
        .filter(|row| row.n_utterances > 0)
    {
        if let Some(decision) = sources.ties.of_meeting(row.meeting_id, row.day) {
            let seen = meetings.entry(decision).or_default();
            seen.add(row.record_id, row.day, row.known_at);
        }
    }
    let mut notes: BTreeMap<DecisionId, Seen> = BTreeMap::new();
    for row in sources
        .input
        .activities
        .iter()
        .filter(|row| !row.body.trim().is_empty())
    {
        let day = row.at.map(Instant::day);
        if let Some(decision) = sources.ties.of_note(row.record_id, day) {
            let seen = notes.entry(decision).or_default();
            seen.add(row.record_id, day, row.known_at);
        }
    }
    let of_meetings = meetings
        .into_iter()
        .map(|(decision, seen)| draft(sources, "meeting_placed", decision, seen));
    let of_notes = notes
        .into_iter()
        .map(|(decision, seen)| draft(sources, "activity_placed", decision, seen));
    of_meetings.chain(of_notes).collect()
}

fn draft(sources: &Sources<'_>, table: &str, decision: DecisionId, mut seen: Seen) -> Draft {
    seen.records.sort();
    let from = seen.days.iter().min().copied();
    let to = seen.days.iter().max().map(|day| day.plus_days(1));
    let parts: Vec<String> = seen.records.iter().map(ToString::to_string).collect();
    let digest = RecordId::derive(&parts.iter().map(String::as_str).collect::<Vec<_>>());
    let set = serde_json::json!({
        "table": table,
        "filter": {"account_id": sources.input.account_id, "record_id": seen.records},
        "from": from,
        "to": to,
        "count": seen.records.len(),
        "digest": digest.to_string(),
    });
    let first = seen.records.first().copied().unwrap_or_default();
    let mut draft = Draft::new(
        sources.input.account_id,
        None,
        Predicate::TookPart,
        Method::Looked,
    )
    .resting_on(first, "", seen.known_at)
    .about(Some(decision))
    .with_object(table);
    draft.claim.valid_from = from;
    draft.claim.valid_to = to;
    draft.claim.counted_set = Some(set.to_string());
    draft
}
