//! What was said in meetings and written in notes, tied to people and decisions.
//!
//! Reads   `said`
//!
//! What sellers say about an account's people is dropped here: they propose.
//! Somebody named by another is found in the cast by name or title, or becomes a
//! person whom only these words name.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{Placeholder, Said};
use model::{
    Day, DecisionId, MentionId, Method, PersonId, Polarity, Predicate, RecordId, Role, Side,
};

use super::target::{Named, Target, placeholder, resolve};
use super::{Draft, Sources};
use crate::cast::Cast;
use crate::weights;
use crate::words::folded;

/// Share of the weight that is kept when words name the holder of a declared role.
const DECLARED_HOLDER_SHARE: f64 = 0.8;

/// Makes one claim of every reading. `declared` holds the claims of declared roles.
pub(super) fn claims(
    sources: &Sources<'_>,
    cast: &mut Cast,
    declared: &[Draft],
    placeholders: &mut Vec<Placeholder>,
) -> Vec<Draft> {
    let mut rows: Vec<&Said> = sources.input.said.iter().collect();
    // Whoever is named in full comes first, so that a given name alone finds them.
    rows.sort_by_key(|row| (Reverse(n_words(row)), row.said_id));
    let mut reader = Reader {
        sources,
        authors: authors(sources),
        cast,
        declared,
        placeholders,
    };
    rows.into_iter()
        .filter_map(|row| reader.claim(row))
        .collect()
}

fn n_words(row: &Said) -> usize {
    let target = row.target_text.as_deref().unwrap_or("");
    target.split_whitespace().count()
}

/// Who wrote an activity, as it stands there, and the people it is with.
type Author<'a> = (Option<&'a str>, &'a [String]);

/// The authors of what the account's own people wrote.
fn authors<'a>(sources: &Sources<'a>) -> BTreeMap<RecordId, Author<'a>> {
    let theirs = sources
        .input
        .activities
        .iter()
        .filter(|row| row.author_side == Side::Account);
    theirs
        .map(|row| (row.record_id, (row.author.as_deref(), &*row.person_refs)))
        .collect()
}

/// Ties readings to people.
struct Reader<'a> {
    sources: &'a Sources<'a>,
    authors: BTreeMap<RecordId, Author<'a>>,
    cast: &'a mut Cast,
    declared: &'a [Draft],
    placeholders: &'a mut Vec<Placeholder>,
}

/// Whom a reading is about, and the share of its weight that holds.
type Subject = (Option<(PersonId, MentionId)>, f64);

impl Reader<'_> {
    fn claim(&mut self, row: &Said) -> Option<Draft> {
        let told_by = row.speaker_mention.or_else(|| self.author(row));
        let speaker = told_by.and_then(|mention| self.cast.person_of(mention));
        let is_seller = speaker.is_some_and(|person| !self.cast.members.contains_key(&person));
        if is_seller && !row.is_noted {
            return None;
        }
        let subject = self.subject(row, told_by)?;
        let mut draft = of_reading(self.sources, row, speaker, subject);
        draft.claim.said_by = told_by;
        if is_hand_over(row.predicate) {
            let told = self.find(&row.object, row, None);
            draft.other = told.0.map(|(person, _)| person);
        }
        Some(draft)
    }

    /// Who wrote a mail of the account: its author by name, else the one person it is with.
    fn author(&self, row: &Said) -> Option<MentionId> {
        if row.is_noted || row.meeting_id.is_some() {
            return None;
        }
        let (name, keys) = self.authors.get(&row.record_id)?;
        let person = match (name.map(folded), keys) {
            (Some(name), _) if self.cast.named(&name).is_some() => self.cast.named(&name),
            (_, [only]) => self.cast.person_of_key(only),
            _ => None,
        };
        self.cast.members.get(&person?).map(|member| member.mention)
    }

    fn subject(&mut self, row: &Said, told_by: Option<MentionId>) -> Option<Subject> {
        let own = told_by.filter(|_| !row.is_noted);
        let speaker = own.and_then(|mention| self.cast.person_of(mention));
        let Some(text) = row.target_text.as_deref() else {
            let person = own.and_then(|m| Some((self.cast.member_of(Some(m))?, m)));
            return Some((person, 1.0));
        };
        let found = self.find(text, row, speaker);
        let needs_somebody = bears_roles(row.predicate) || is_hand_over(row.predicate);
        (found.0.is_some() || !needs_somebody).then_some(found)
    }

    /// Somebody of the cast, or a new person whom only the words name.
    fn find(&mut self, text: &str, row: &Said, speaker: Option<PersonId>) -> Subject {
        match resolve(self.cast, text, speaker, day_of(self.sources, row)) {
            Target::Member(person, share) => (self.mentioned(person), share),
            Target::Role(role) => (self.holder(role, row), DECLARED_HOLDER_SHARE),
            Target::Unknown if bears_roles(row.predicate) || is_hand_over(row.predicate) => {
                (Some(self.name_only(text, row)), 1.0)
            }
            Target::Unknown | Target::Nobody => (None, 1.0),
        }
    }

    fn mentioned(&self, person: PersonId) -> Option<(PersonId, MentionId)> {
        let member = self.cast.members.get(&person)?;
        Some((person, member.mention))
    }

    /// The one person whom a system lists in the role in this decision.
    fn holder(&self, role: Role, row: &Said) -> Option<(PersonId, MentionId)> {
        let decision = decision_of(self.sources, row);
        let is_listed = |draft: &&Draft| {
            draft.claim.decision_id == decision
                && draft.claim.polarity == Polarity::For
                && draft.roles.iter().any(|(listed, _)| *listed == role)
        };
        let listed = self.declared.iter().filter(is_listed);
        let people: BTreeSet<PersonId> = listed.filter_map(|draft| draft.person).collect();
        let only = people.first().filter(|_| people.len() == 1)?;
        self.mentioned(*only)
    }

    fn name_only(&mut self, text: &str, row: &Said) -> (PersonId, MentionId) {
        let named = Named {
            text,
            record_id: row.record_id,
            field: &row.field,
            span: (row.span_start, row.span_end),
        };
        let new = placeholder(self.sources.input.account_id, &named);
        self.cast
            .add_placeholder(new.person_id, new.mention_id, text);
        let ids = (new.person_id, new.mention_id);
        self.placeholders.push(new);
        ids
    }
}

/// The predicate speaks for a role, so that whoever is named has one.
fn bears_roles(predicate: Predicate) -> bool {
    !weights::spoken(predicate).is_empty()
}

fn is_hand_over(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::HandsOver | Predicate::TookOver)
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
    draft.claim.valid_from = day_of(sources, row);
    draft.claim.polarity = row.polarity;
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

fn day_of(sources: &Sources<'_>, row: &Said) -> Option<Day> {
    row.day.or_else(|| sources.ties.day_of(row.meeting_id?))
}

fn decision_of(sources: &Sources<'_>, row: &Said) -> Option<DecisionId> {
    let day = day_of(sources, row);
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
