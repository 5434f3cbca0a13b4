//! Who was there: attendees of the heading, then speakers, and whose side they are on.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{MeetingRow, MentionRow};
use model::{MentionId, MentionKind, Side};
use text::titles::is_title_only;
use text::transcripts::{Attendee, Transcript};

use crate::emit::person::{is_placeholder, mention, mention_id, push_emails, side};
use crate::emit::{Emitter, Head};
use crate::ids::object_key;

/// What stands between two people in the fields of the record.
const BETWEEN: &str = "; ";

/// People of a recording in the order in which the record lists them.
pub(super) struct Listed {
    attendees: Vec<Attendee>,
    speakers: Vec<Attendee>,
}

impl Listed {
    /// Attendees as listed, and speakers in the order of their first words.
    pub(super) fn of(transcript: &Transcript) -> Self {
        let mut seen = BTreeSet::new();
        let labels = transcript
            .utterances
            .iter()
            .filter_map(|said| said.speaker.as_ref());
        Self {
            attendees: transcript.attendees.clone(),
            speakers: labels
                .filter(|label| seen.insert(label.to_lowercase()))
                .map(|label| Attendee::from_label(label))
                .collect(),
        }
    }

    /// The attendees as one field of the record.
    pub(super) fn attendees_field(&self) -> Option<String> {
        field(&self.attendees)
    }

    /// The speakers as one field of the record.
    pub(super) fn speakers_field(&self) -> Option<String> {
        field(&self.speakers)
    }
}

fn field(people: &[Attendee]) -> Option<String> {
    let texts: Vec<&str> = people.iter().map(|who| who.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(BETWEEN))
}

/// Mentions of everybody; their spans point into the fields of the record.
pub(super) fn cast(
    listed: &Listed,
    head: &Head,
    (meeting, system): (&MeetingRow, &str),
    emitter: &Emitter<'_>,
) -> Vec<MentionRow> {
    let has_company = listed.attendees.iter().any(|who| who.company.is_some());
    let groups = [
        (MentionKind::Attendee, "attendees", &listed.attendees),
        (MentionKind::Speaker, "speakers", &listed.speakers),
    ];
    let mut cast = Vec::new();
    for (kind, field, people) in groups {
        let mut at = 0;
        for who in people {
            let mut person = mention(emitter, head, system, (kind, field));
            let label = who.label.to_lowercase();
            person.mention_id = mention_id(head.record_id, field, &label);
            person.native_key = format!("{}/{label}", meeting.meeting_id);
            (person.span_start, person.span_end) = span(who, at);
            person.meeting_id = Some(meeting.meeting_id);
            person.valid_from = meeting.day;
            describe(&mut person, who, has_company, emitter);
            cast.push(person);
            at += who.text.chars().count() + BETWEEN.len();
        }
    }
    cast
}

/// The first character of the name in the field and one past its last.
fn span(who: &Attendee, at: usize) -> (i32, i32) {
    let before = who
        .text
        .find(&who.name)
        .and_then(|byte| who.text.get(..byte))
        .map_or(0, |before| before.chars().count());
    let start = i32::try_from(at + before).unwrap_or(-1);
    let n = i32::try_from(who.name.chars().count()).unwrap_or(0);
    (start, start.saturating_add(n))
}

fn describe(person: &mut MentionRow, who: &Attendee, has_company: bool, emitter: &Emitter<'_>) {
    let is_voice = is_voice(&who.name);
    let is_address = who.email.as_deref() == Some(who.name.to_lowercase().as_str());
    person.full_name = (!is_voice && !is_address).then(|| who.name.clone());
    let is_title = !is_voice && is_title_only(&who.name);
    person.title = who
        .title
        .clone()
        .or_else(|| is_title.then(|| who.name.clone()));
    person.account_name = who.company.clone();
    if let Some(email) = &who.email {
        push_emails(&mut person.emails, email);
    }
    let refs = who.refs.iter();
    person.external_keys = refs
        .map(|one| object_key(&one.system, one.object, &one.id))
        .collect();
    person.is_placeholder = is_voice || is_title || is_placeholder(&who.name);
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    let sells = who.title.as_deref().is_some_and(is_selling_title);
    match who.is_internal.or_else(|| internal_by_label(&who.name)) {
        Some(true) => person.side = Side::Ours,
        Some(false) if person.side == Side::Unknown => person.side = Side::Account,
        // Where others are listed with their company and this one only with a selling title, they are ours.
        _ if has_company && who.company.is_none() && sells => person.side = Side::Ours,
        _ => {}
    }
}

/// `Speaker 1`, `SPEAKER_00`, `A`, `0`: a voice without a name.
fn is_voice(label: &str) -> bool {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let generic = [
        "speaker",
        "spk",
        "participant",
        "guest",
        "unknown",
        "voice",
        "sprecher",
        "intervenant",
        "orador",
        "hablante",
        "parlante",
    ];
    words
        .iter()
        .all(|word| generic.contains(word) || word.len() == 1)
}

/// A label that is nothing but a side.
fn internal_by_label(label: &str) -> Option<bool> {
    match label.to_lowercase().as_str() {
        "rep"
        | "sales rep"
        | "sales representative"
        | "account executive"
        | "ae"
        | "csm"
        | "sdr"
        | "bdr"
        | "customer success manager"
        | "seller"
        | "vendor" => Some(true),
        "customer" | "prospect" | "client" | "buyer" | "kunde" | "cliente" => Some(false),
        _ => None,
    }
}

fn is_selling_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let short = ["ae", "sdr", "bdr", "csm", "se", "am", "rep"];
    let long = [
        "account executive",
        "account manager",
        "customer success",
        "sales engineer",
        "solutions engineer",
    ];
    short.contains(&lower.as_str()) || long.iter().any(|known| lower.contains(known))
}

/// The mention of each label: the speaker's own.
pub(super) fn speaker_mentions(cast: &[MentionRow]) -> BTreeMap<String, MentionId> {
    let speakers = cast
        .iter()
        .filter(|person| person.kind == MentionKind::Speaker);
    speakers
        .filter_map(|person| {
            let label = person.native_key.split_once('/')?.1.to_owned();
            Some((label, person.mention_id))
        })
        .collect()
}
