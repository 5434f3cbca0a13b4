//! What was said in meetings and written in notes, tied to people and decisions.
//!
//! Reads   `said`
//!
//! What sellers say about an account's people is dropped here: they propose.
//! Somebody named by another is found in the cast by name or title, or becomes a
//! person whom only these words name.

use model::tables::decided::{Placeholder, Said};
use model::{DecisionId, MentionId, Method, PersonId, Polarity, Predicate, Role};

use super::target::{Named, Target, placeholder, resolve};
use super::{Draft, Sources};
use crate::cast::Cast;
use crate::weights;

/// Makes one claim of every reading.
pub(super) fn claims(
    sources: &Sources<'_>,
    cast: &mut Cast,
    placeholders: &mut Vec<Placeholder>,
) -> Vec<Draft> {
    let mut rows: Vec<&Said> = sources.input.said.iter().collect();
    rows.sort_by_key(|row| row.said_id);
    let mut drafts = Vec::new();
    for row in rows {
        let speaker = row
            .speaker_mention
            .and_then(|mention| cast.person_of(mention));
        let is_seller = speaker.is_some_and(|person| !cast.members.contains_key(&person));
        if is_seller && !row.is_noted {
            continue;
        }
        if let Some(subject) = subject_of(sources, cast, placeholders, (row, speaker)) {
            drafts.push(of_reading(sources, row, speaker, subject));
        }
    }
    drafts
}

/// Whom a reading is about, and the share of its weight that holds.
type Subject = (Option<(PersonId, MentionId)>, f64);

fn subject_of(
    sources: &Sources<'_>,
    cast: &mut Cast,
    placeholders: &mut Vec<Placeholder>,
    (row, speaker): (&Said, Option<PersonId>),
) -> Option<Subject> {
    let Some(text) = row.target_text.as_deref() else {
        let own = row.speaker_mention.filter(|_| !row.is_noted);
        let person = own.and_then(|m| Some((cast.member_of(Some(m))?, m)));
        return Some((person, 1.0));
    };
    match resolve(cast, text, speaker.filter(|_| !row.is_noted)) {
        Target::Member(person, share) => {
            let mention = cast.members.get(&person).map(|member| member.mention)?;
            Some((Some((person, mention)), share))
        }
        Target::Unknown => {
            let span = (row.span_start, row.span_end);
            let named = Named {
                text,
                record_id: row.record_id,
                field: &row.field,
                span,
            };
            let new = placeholder(sources.input.account_id, &named);
            cast.add_placeholder(new.person_id, new.mention_id, text);
            let ids = (new.person_id, new.mention_id);
            placeholders.push(new);
            Some((Some(ids), 1.0))
        }
        Target::Nobody => None,
    }
}

fn of_reading(
    sources: &Sources<'_>,
    row: &Said,
    speaker: Option<PersonId>,
    (person, share): Subject,
) -> Draft {
    let method = match (row.is_noted, &row.target_text) {
        (true, _) => Method::Noted,
        (false, Some(_)) => Method::SaidByOther,
        (false, None) => Method::Said,
    };
    let mut draft = Draft::new(sources.input.account_id, person, row.predicate, method)
        .resting_on(row.record_id, &row.field, row.known_at)
        .about(decision_of(sources, row))
        .with_object(row.object.clone());
    draft.claim.span_start = row.span_start;
    draft.claim.span_end = row.span_end;
    draft.claim.valid_from = row.day;
    draft.claim.polarity = row.polarity;
    draft.claim.said_by = row.speaker_mention;
    let kept = weights::share_of(method) * row.certainty.clamp(0.0, 1.0) * share;
    draft.speaking_for(roles_of(row, kept), cause_of(row, speaker))
}

/// A denial speaks against the role it is about and says nothing of others.
fn roles_of(row: &Said, kept: f64) -> Vec<(Role, f64)> {
    let roles = weights::spoken(row.predicate)
        .iter()
        .map(|(role, weight)| (*role, weight * kept));
    match row.polarity {
        Polarity::For => roles.collect(),
        Polarity::Against => roles
            .filter(|(_, w)| *w > 1.0)
            .map(|(role, weight)| (role, -weight))
            .collect(),
    }
}

/// One person saying one thing is one cause, however often they repeat it.
fn cause_of(row: &Said, speaker: Option<PersonId>) -> String {
    let voice = match (row.is_noted, speaker) {
        (true, _) => "note".to_owned(),
        (false, Some(person)) => person.to_string(),
        (false, None) => row
            .meeting_id
            .map_or_else(|| row.record_id.to_string(), |m| m.to_string()),
    };
    format!("said:{voice}:{}", row.predicate)
}

fn decision_of(sources: &Sources<'_>, row: &Said) -> Option<DecisionId> {
    let day = row.day.or_else(|| sources.ties.day_of(row.meeting_id?));
    let is_use = matches!(
        row.predicate,
        Predicate::Administers | Predicate::Uses | Predicate::ManagesTeam
    );
    if is_use && let Some(term) = sources.ties.use_on(day) {
        return Some(term);
    }
    match row.meeting_id {
        Some(meeting) => sources.ties.of_meeting(meeting, day),
        None => sources.ties.of_note(row.record_id, day),
    }
}
