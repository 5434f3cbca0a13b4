//! Transcripts become meetings, attendees, speakers and utterances.

use std::collections::BTreeMap;

use model::tables::base::{MeetingRow, MentionRow, RecordRow, UtteranceRow};
use model::{MeetingId, MentionId, MentionKind, RecordId, Side};
use text::transcripts::{Attendee, Transcript};

use crate::dates::{DateOrder, parse_day};
use crate::emit::person::{is_placeholder, mention, mention_id, push_emails, side};
use crate::emit::{Emitter, Head};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::names::stem;
use crate::report::FileReport;

/// System name of transcripts whose system is not known.
const SYSTEM: &str = "transcript";

/// Reads a whole text as a transcript.
pub(crate) fn read(
    path: &str,
    text: &str,
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let transcript = text::transcripts::parse(name, text).ok_or_else(|| {
        ReadError::refused(
            Code::FileUnknown,
            "text, but neither a table nor a transcript with speakers or times",
            "give each line a speaker (`Name: words`), or export it as VTT, SRT or CSV",
        )
    })?;
    let system = emitter
        .context
        .source
        .clone()
        .unwrap_or_else(|| String::from(SYSTEM));
    let head = record(path, &transcript, &system, emitter)?;
    let meeting = meeting(path, &transcript, &head, emitter);
    let cast = cast(&transcript, &head, (&meeting, &system), emitter);
    let speakers = speaker_mentions(&cast);
    emitter.put(Item::Meeting(meeting.clone()))?;
    for person in cast {
        emitter.put(Item::Mention(person))?;
    }
    for (idx, said) in transcript.utterances.into_iter().enumerate() {
        let label = said.speaker;
        let utterance_idx = i32::try_from(idx).unwrap_or(i32::MAX);
        emitter.n_rows += 1;
        emitter.put(Item::Utterance(UtteranceRow {
            record_id: RecordId::derive(&[&head.record_id.to_string(), &idx.to_string()]),
            meeting_id: meeting.meeting_id,
            utterance_idx,
            speaker_mention: label
                .as_ref()
                .and_then(|label| speakers.get(&label.to_lowercase()))
                .copied(),
            speaker_label: label,
            start_ms: said.start_ms,
            end_ms: said.end_ms,
            file_id: emitter.file_id,
            line: i64::from(said.line),
            column: i32::try_from(said.column).unwrap_or(i32::MAX),
            text: said.text,
        }))?;
    }
    Ok(FileReport {
        format: transcript.format.to_owned(),
        system,
        object: String::from("meeting"),
        n_rows: emitter.n_rows,
        n_bad_rows: emitter.n_bad_rows,
        recognised_by: transcript.recognised_by.to_owned(),
        mapping: None,
        remarks: Vec::new(),
    })
}

/// The id of a meeting: the system's own id, else what was said in it.
fn meeting_id(transcript: &Transcript, system: &str) -> MeetingId {
    if let Some(id) = &transcript.meeting_key {
        return MeetingId::derive(&[system, id]);
    }
    let title = transcript.title.clone().unwrap_or_default();
    let words = transcript
        .utterances
        .iter()
        .flat_map(|said| [said.speaker.as_deref().unwrap_or(""), &said.text]);
    let parts: Vec<&str> = std::iter::once(title.as_str()).chain(words).collect();
    MeetingId::derive(&parts)
}

fn record(
    path: &str,
    transcript: &Transcript,
    system: &str,
    emitter: &mut Emitter<'_>,
) -> Result<Head, ReadError> {
    let native_key = format!("{system}:meeting:{}", meeting_id(transcript, system));
    let attendees: Vec<&str> = transcript
        .attendees
        .iter()
        .map(|who| who.text.as_str())
        .collect();
    let fields = serde_json::json!({
        "file": stem(path),
        "title": transcript.title,
        "date": transcript.date_text,
        "attendees": attendees,
    })
    .to_string();
    let head = Head {
        record_id: RecordId::derive(&[&native_key, &fields]),
        native_key,
        modified: None,
        is_deleted: false,
    };
    emitter.put(Item::Record(RecordRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        file_id: emitter.file_id,
        line: 1,
        fields,
        modified: None,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: false,
    }))?;
    Ok(head)
}

fn meeting(path: &str, transcript: &Transcript, head: &Head, emitter: &Emitter<'_>) -> MeetingRow {
    let system = head.native_key.split(':').next().unwrap_or(SYSTEM);
    let stem = stem(path);
    let date = transcript
        .date_text
        .as_deref()
        .and_then(|text| parse_day(text, DateOrder::MonthFirst));
    MeetingRow {
        meeting_id: meeting_id(transcript, system),
        record_id: head.record_id,
        file_id: emitter.file_id,
        title: transcript.title.clone().unwrap_or_else(|| stem.to_owned()),
        day: date.or_else(|| day_of_name(stem)),
        hints: hints(stem, transcript.title.as_deref()),
        deal_ref: None,
        account_ref: None,
        language: transcript.language.clone().unwrap_or_default(),
        n_utterances: i64::try_from(transcript.utterances.len()).unwrap_or(i64::MAX),
        known_at: emitter.context.known_at,
        account_id: None,
    }
}

/// A date in a file name: `call-2025-06-15` or `2025_06_15 call`.
fn day_of_name(stem: &str) -> Option<model::Day> {
    let digits = |c: char| c.is_ascii_digit();
    let parts: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let by_parts = parts.windows(3).find_map(|window| {
        let joined = window.join("-");
        joined
            .chars()
            .all(|c| digits(c) || c == '-')
            .then(|| model::Day::parse_iso(&joined))
            .flatten()
    });
    let by_run = || {
        let run = parts
            .iter()
            .find(|part| part.len() == 8 && part.chars().all(digits))?;
        parse_day(run, DateOrder::MonthFirst)
    };
    by_parts.or_else(by_run)
}

/// Words of the file name and heading, as they stand there, once each.
fn hints(stem: &str, title: Option<&str>) -> Vec<String> {
    let mut hints = Vec::new();
    let words = stem.split(|c: char| !c.is_alphanumeric()).chain(
        title
            .unwrap_or_default()
            .split(|c: char| !(c.is_alphanumeric() || c == '-')),
    );
    for word in words {
        let is_new = !hints.iter().any(|known: &String| known == word);
        if word.chars().count() > 1 && is_new {
            hints.push(word.to_owned());
        }
    }
    hints
}

/// Attendees of the heading, then speakers in the order of their first words.
fn cast(
    transcript: &Transcript,
    head: &Head,
    (meeting, system): (&MeetingRow, &str),
    emitter: &Emitter<'_>,
) -> Vec<MentionRow> {
    let attendees = transcript
        .attendees
        .iter()
        .map(|who| (MentionKind::Attendee, who.clone()));
    let mut seen = std::collections::BTreeSet::new();
    let labels = transcript
        .utterances
        .iter()
        .filter_map(|said| said.speaker.as_ref());
    let new_labels: Vec<&String> = labels
        .filter(|label| seen.insert(label.to_lowercase()))
        .collect();
    let speakers = new_labels
        .into_iter()
        .map(|label| (MentionKind::Speaker, Attendee::named(label)));
    let has_company = transcript.attendees.iter().any(|who| who.company.is_some());
    attendees
        .chain(speakers)
        .map(|(kind, who)| {
            let mut person = mention(emitter, head, system, (kind, kind.code()));
            let label = who.label.to_lowercase();
            person.mention_id = mention_id(head.record_id, kind.code(), &label);
            person.native_key = format!("{}/{label}", meeting.meeting_id);
            person.span_start = i32::try_from(who.span.0).unwrap_or(-1);
            person.span_end = i32::try_from(who.span.1).unwrap_or(-1);
            person.meeting_id = Some(meeting.meeting_id);
            person.valid_from = meeting.day;
            describe(&mut person, &who, has_company, emitter);
            person
        })
        .collect()
}

fn describe(person: &mut MentionRow, who: &Attendee, has_company: bool, emitter: &Emitter<'_>) {
    person.full_name = (!is_numbered(&who.label)).then(|| who.name.clone());
    person.title = who.title.clone();
    person.account_name = who.company.clone();
    if let Some(email) = &who.email {
        push_emails(&mut person.emails, email);
    }
    person.is_placeholder = is_placeholder(&who.name) || is_numbered(&who.label);
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    let sells = who.title.as_deref().is_some_and(is_selling_title);
    match who.is_internal {
        Some(true) => person.side = Side::Ours,
        Some(false) if person.side == Side::Unknown => person.side = Side::Account,
        // Where others are listed with their company and this one only with a selling title, they are ours.
        _ if has_company && who.company.is_none() && sells => person.side = Side::Ours,
        _ => {}
    }
}

/// `Speaker 1`, `SPEAKER_00`, `Unknown speaker`: a voice without a name.
fn is_numbered(label: &str) -> bool {
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
    ];
    !words.is_empty() && words.iter().all(|word| generic.contains(word))
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
fn speaker_mentions(cast: &[MentionRow]) -> BTreeMap<String, MentionId> {
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
