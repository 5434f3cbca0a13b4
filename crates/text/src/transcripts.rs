//! Transcripts in the formats that recorders and people write.
//!
//! [`parse`] finds the format and returns who was there and what was said, to
//! the character, with line and column. The parts: [`cues`] reads VTT and SRT,
//! [`tabular`] TSV and CSV, [`json`] the shapes of recorders' interfaces,
//! [`labelled`] `Speaker: words` and lines with times, [`plain`] one segment a
//! line. What names nobody and carries no time is refused unless it is [`plain`].

mod attendee;
mod clock;
mod cues;
mod heading;
mod json;
mod labelled;
mod labels;
mod places;
mod plain;
mod tabular;
#[cfg(test)]
mod tests;
mod turn;

pub use tabular::is_transcript_header;

/// A recording as it was written down.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    /// Format code, such as `vtt`.
    pub format: &'static str,
    /// How it was recognised, in words.
    pub recognised_by: &'static str,
    /// The system's own id of the recording.
    pub meeting_key: Option<String>,
    /// Title of the heading.
    pub title: Option<String>,
    /// Date of the heading, as it stands there.
    pub date_text: Option<String>,
    /// Language code, when the file gives it.
    pub language: Option<String>,
    /// The lines above what was said, as they stand there.
    pub heading: String,
    /// Values that may name the account or the deal.
    pub hints: Vec<String>,
    /// Objects of a CRM that the recording is attached to.
    pub refs: Vec<CrmRef>,
    /// People listed as present.
    pub attendees: Vec<Attendee>,
    /// What was said, in order.
    pub utterances: Vec<Utterance>,
}

/// An object of a CRM, as a recorder points at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrmRef {
    /// The system, lower case.
    pub system: String,
    /// `deal`, `account` or `contact`.
    pub object: &'static str,
    /// Its id there.
    pub id: String,
}

/// Somebody listed as present, or a speaker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attendee {
    /// The text of the entry.
    pub text: String,
    /// The label under which they speak.
    pub label: String,
    /// Their name.
    pub name: String,
    /// Their title.
    pub title: Option<String>,
    /// Their company.
    pub company: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Whether the file says they are of the recording company.
    pub is_internal: Option<bool>,
    /// The same person in a CRM.
    pub refs: Vec<CrmRef>,
}

impl Attendee {
    /// A speaker of whom only the label is known: `Ada Moss`, `Ada Moss (CFO, Acme)`.
    pub fn from_label(label: &str) -> Self {
        let is_entry = label.contains(['(', '[', '<', '|']);
        let entry = is_entry.then(|| attendee::read(label, "")).flatten();
        Self {
            label: label.to_owned(),
            text: label.to_owned(),
            ..entry.unwrap_or_else(|| Self {
                name: label.to_owned(),
                ..Self::default()
            })
        }
    }
}

/// Something said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Utterance {
    /// The label as it stands there.
    pub speaker: Option<String>,
    /// Start in milliseconds.
    pub start_ms: Option<i64>,
    /// End in milliseconds.
    pub end_ms: Option<i64>,
    /// The line the words start at, from 1.
    pub line: u32,
    /// The character of that line the words start at, from 1.
    pub column: u32,
    /// The words.
    pub text: String,
}

/// Reads a transcript in any known format, or `None` when it is none.
///
/// Of a file that holds several recordings the first is returned.
pub fn parse(file_name: &str, text: &str) -> Option<Transcript> {
    parse_all(file_name, text).into_iter().next()
}

/// Reads every recording of a file; none when it is no transcript.
pub fn parse_all(file_name: &str, text: &str) -> Vec<Transcript> {
    let text = text.trim_start_matches('\u{feff}');
    if text.starts_with("WEBVTT") {
        return cues::parse_vtt(text).into_iter().collect();
    }
    if text.trim_start().starts_with(['{', '[']) {
        let found = json::parse(text);
        if !found.is_empty() {
            return found;
        }
    }
    cues::parse_srt(text)
        .or_else(|| tabular::parse(text))
        .or_else(|| labelled::parse(text))
        .or_else(|| plain::parse(file_name, text))
        .into_iter()
        .collect()
}
