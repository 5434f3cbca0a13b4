//! Who took part in which meeting or activity. Presence has no weight for any
//! role; it connects people with decisions and shows when they were last seen.

use model::tables::base::ActivityRow;
use model::tables::resolved::CastRow;
use model::{MentionKind, Method, Predicate};

use super::{Draft, Sources};
use crate::cast::Cast;

/// Makes one claim a person and meeting, and one a person and activity.
pub(super) fn claims(sources: &Sources<'_>, cast: &Cast) -> Vec<Draft> {
    let met = sources
        .input
        .cast
        .iter()
        .filter_map(|row| at_meeting(sources, cast, row));
    let contacted = sources
        .input
        .activities
        .iter()
        .flat_map(|row| in_activity(sources, cast, row));
    met.chain(contacted).collect()
}

fn at_meeting(sources: &Sources<'_>, cast: &Cast, row: &CastRow) -> Option<Draft> {
    let meeting = row.meeting_id?;
    let was_there = matches!(row.kind, MentionKind::Speaker | MentionKind::Attendee);
    let person = cast.member_of(Some(row.mention_id)).filter(|_| was_there)?;
    let day = sources.ties.day_of(meeting).or(row.valid_from);
    let mut draft = Draft::new(
        sources.input.account_id,
        Some((person, row.mention_id)),
        Predicate::TookPart,
        Method::Structure,
    )
    .resting_on(row.record_id, "", row.known_at)
    .about(sources.ties.of_meeting(meeting, day))
    .with_object(meeting.to_string());
    draft.claim.valid_from = day;
    draft.claim.valid_to = day.map(|day| day.plus_days(1));
    Some(draft)
}

fn in_activity(sources: &Sources<'_>, cast: &Cast, row: &ActivityRow) -> Vec<Draft> {
    let day = row.at.map(|at| at.day());
    let decision = sources.ties.of_note(row.record_id, day);
    let mut drafts = Vec::new();
    for key in &row.person_refs {
        let person = cast
            .person_of_key(key)
            .and_then(|p| Some((p, cast.members.get(&p)?.mention)));
        if let Some(person) = person {
            let mut draft = Draft::new(
                sources.input.account_id,
                Some(person),
                Predicate::TookPart,
                Method::Structure,
            )
            .resting_on(row.record_id, "", row.known_at)
            .about(decision)
            .with_object(row.activity_kind.clone());
            draft.claim.valid_from = day;
            draft.claim.valid_to = day.map(|day| day.plus_days(1));
            drafts.push(draft);
        }
    }
    drafts
}
