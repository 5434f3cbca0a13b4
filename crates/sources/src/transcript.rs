//! Transcripts become meetings, attendees, speakers and utterances.
//!
//! Writes  `record`, `meeting`, `mention`, `utterance`; an `issue` for a date
//!         that reads in both orders
//!
//! One recording is one record: its heading, who is listed, who speaks. [`cast`]
//! tells who they are and whose side they are on, as far as the file says.

mod cast;
mod language;

use model::tables::base::{MeetingRow, MentionRow, RecordRow, UtteranceRow};
use model::{Day, MeetingId, RecordId};
use text::transcripts::{CrmRef, Transcript};

use crate::dates::{DateOrder, OrderEvidence, is_believable, order_evidence, parse_day};
use crate::emit::{Emitter, Head, Trouble};
use crate::error::{Code, ReadError};
use crate::ids::object_key;
use crate::item::Item;
use crate::legal::is_contract;
use crate::names::stem;
use crate::report::FileReport;
use cast::{Listed, cast, speaker_mentions};

/// System name of transcripts whose system is not known.
const SYSTEM: &str = "transcript";

/// Reads a whole text as one recording or several.
pub(crate) fn read(
    path: &str,
    text: &str,
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let found = text::transcripts::parse_all(name, text);
    let has_times = |one: &Transcript| one.utterances.iter().any(|said| said.start_ms.is_some());
    if !found.iter().any(has_times) && is_contract(text) {
        return Err(ReadError::refused(
            Code::ObjectUnused,
            "the text of a contract; it is no conversation, and contract texts are not read yet",
            "import a table of contracts: account, first day, last day, who signed",
        ));
    }
    let Some(first) = found.first() else {
        return Err(ReadError::refused(
            Code::FileUnknown,
            "text, but neither a table nor a transcript with speakers or times",
            "give each line a speaker (`Name: words`), or export it as VTT, SRT or CSV",
        ));
    };
    let (format, recognised_by) = (first.format, first.recognised_by);
    let system = emitter
        .context
        .source
        .clone()
        .unwrap_or_else(|| String::from(SYSTEM));
    for transcript in found {
        read_one(path, transcript, &system, emitter)?;
    }
    Ok(FileReport {
        format: format.to_owned(),
        system,
        object: String::from("meeting"),
        n_rows: emitter.n_rows,
        n_bad_rows: emitter.n_bad_rows,
        recognised_by: recognised_by.to_owned(),
        ..FileReport::default()
    })
}

fn read_one(
    path: &str,
    transcript: Transcript,
    system: &str,
    emitter: &mut Emitter<'_>,
) -> Result<(), ReadError> {
    let listed = Listed::of(&transcript);
    let head = record(path, &transcript, (system, &listed), emitter)?;
    let day = day(path, &transcript, emitter)?;
    let meeting = MeetingRow {
        day,
        ..meeting(path, &transcript, (system, &head), emitter)
    };
    let cast = cast(&listed, &head, (&meeting, system), emitter);
    emitter.put(Item::Meeting(meeting.clone()))?;
    let speakers = speaker_mentions(&cast);
    cast.into_iter()
        .try_for_each(|person: MentionRow| emitter.put(Item::Mention(person)))?;
    for (idx, said) in transcript.utterances.into_iter().enumerate() {
        let mention = said
            .speaker
            .as_ref()
            .and_then(|label| speakers.get(&label.to_lowercase()));
        emitter.n_rows += 1;
        emitter.put(Item::Utterance(UtteranceRow {
            record_id: RecordId::derive(&[&head.record_id.to_string(), &idx.to_string()]),
            meeting_id: meeting.meeting_id,
            utterance_idx: i32::try_from(idx).unwrap_or(i32::MAX),
            speaker_mention: mention.copied(),
            speaker_label: said.speaker,
            start_ms: said.start_ms,
            end_ms: said.end_ms,
            file_id: emitter.file_id,
            line: i64::from(said.line),
            column: i32::try_from(said.column).unwrap_or(i32::MAX),
            text: said.text,
        }))?;
    }
    Ok(())
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
    (system, listed): (&str, &Listed),
    emitter: &mut Emitter<'_>,
) -> Result<Head, ReadError> {
    let native_key = format!("{system}:meeting:{}", meeting_id(transcript, system));
    let heading = transcript.heading.trim_end();
    let fields = serde_json::json!({
        "file": stem(path),
        "title": transcript.title,
        "date": transcript.date_text,
        "heading": (!heading.is_empty()).then_some(heading),
        "attendees": listed.attendees_field(),
        "speakers": listed.speakers_field(),
    })
    .to_string();
    let head = Head {
        record_id: RecordId::derive(&[&native_key, &fields]),
        native_key,
        modified: None,
        is_deleted: false,
    };
    let has_heading = !heading.is_empty() || transcript.utterances.is_empty();
    let line = match transcript.utterances.first() {
        Some(said) if !has_heading => i64::from(said.line),
        _ => 1,
    };
    emitter.put(Item::Record(RecordRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        file_id: emitter.file_id,
        line,
        fields,
        modified: None,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: false,
    }))?;
    Ok(head)
}

fn meeting(
    path: &str,
    transcript: &Transcript,
    (system, head): (&str, &Head),
    emitter: &Emitter<'_>,
) -> MeetingRow {
    let stem = stem(path);
    MeetingRow {
        meeting_id: meeting_id(transcript, system),
        record_id: head.record_id,
        file_id: emitter.file_id,
        title: transcript.title.clone().unwrap_or_else(|| stem.to_owned()),
        day: None,
        hints: hints(stem, transcript),
        deal_ref: reference(&transcript.refs, "deal"),
        account_ref: reference(&transcript.refs, "account"),
        language: language::code(transcript),
        n_utterances: i64::try_from(transcript.utterances.len()).unwrap_or(i64::MAX),
        known_at: emitter.context.known_at,
        account_id: None,
    }
}

/// The key of the only object of a kind; of several none can be chosen.
fn reference(refs: &[CrmRef], object: &str) -> Option<String> {
    let mut found = refs.iter().filter(|one| one.object == object);
    let first = found.next()?;
    let is_only = found.all(|other| other == first);
    is_only.then(|| object_key(&first.system, object, &first.id))
}

/// The day: the heading's date, else one in the file name, else one named in the heading.
fn day(
    path: &str,
    transcript: &Transcript,
    emitter: &mut Emitter<'_>,
) -> Result<Option<Day>, ReadError> {
    let by_name = day_of_name(stem(path));
    let Some(text) = &transcript.date_text else {
        return Ok(by_name.or_else(|| day_in_heading(&transcript.heading)));
    };
    let said = emitter.context.dates;
    if said.is_some() || order_evidence(text) != OrderEvidence::Silent {
        let day = parse_day(text, said.unwrap_or(DateOrder::MonthFirst));
        return Ok(day.filter(|day| is_believable(*day)).or(by_name));
    }
    if by_name.is_none() {
        emitter.trouble(Trouble {
            line: 1,
            column: "date",
            code: Code::DateAmbiguous,
            found: String::from("a date that reads in both orders"),
            expected: "a date as YYYY-MM-DD, in the heading or the file name; left out",
            is_set_aside: false,
        })?;
    }
    Ok(by_name)
}

/// A date in a file name: `call-2025-06-15` or `2025_06_15 call`.
fn day_of_name(stem: &str) -> Option<Day> {
    let digits = |c: char| c.is_ascii_digit();
    let parts: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let by_parts = parts.windows(3).find_map(|window| {
        let joined = window.join("-");
        joined
            .chars()
            .all(|c| digits(c) || c == '-')
            .then(|| Day::parse_iso(&joined))
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

/// The only date that is written out in the heading: `February 16, 2022`.
fn day_in_heading(heading: &str) -> Option<Day> {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_written_out = |window: &&[&str]| {
        let has_year = window.last().is_some_and(|word| {
            let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
            digits.len() == 4 && word.starts_with(digits)
        });
        let has_month = window
            .iter()
            .any(|word| word.starts_with(char::is_uppercase));
        has_year && has_month
    };
    let dates = words
        .windows(3)
        .filter(is_written_out)
        .filter_map(|window| parse_day(&window.join(" "), DateOrder::MonthFirst));
    let found: std::collections::BTreeSet<Day> = dates.collect();
    found.first().copied().filter(|_| found.len() == 1)
}

/// Values that may name account or deal, then words of the file name and heading, once each.
fn hints(stem: &str, transcript: &Transcript) -> Vec<String> {
    let title = transcript.title.as_deref().unwrap_or_default();
    let of_stem = stem.split(|c: char| !c.is_alphanumeric());
    let of_title = title.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let given = transcript.hints.iter().map(String::as_str);
    let mut hints: Vec<String> = Vec::new();
    for word in given.chain(of_stem).chain(of_title) {
        let is_new = !hints.iter().any(|known| known == word);
        if word.chars().count() > 1 && is_new {
            hints.push(word.to_owned());
        }
    }
    hints
}
