//! Transcripts in the formats that recorders and people write.
//!
//! [`parse`] finds the format and returns who was there and what was said, to
//! the character, with line and column. [`labelled`] reads `Speaker: words`
//! under an optional heading of date and attendees.

mod heading;
mod labelled;

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
    /// People listed as present.
    pub attendees: Vec<Attendee>,
    /// What was said, in order.
    pub utterances: Vec<Utterance>,
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
    /// First character and one past the last of the entry in its line, from 0.
    pub span: (u32, u32),
}

impl Attendee {
    /// A speaker of whom only the label is known.
    pub fn named(label: &str) -> Self {
        let n = u32::try_from(label.chars().count()).unwrap_or(u32::MAX);
        Self {
            text: label.to_owned(),
            label: label.to_owned(),
            name: label.to_owned(),
            span: (0, n),
            ..Self::default()
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
pub fn parse(_file_name: &str, text: &str) -> Option<Transcript> {
    labelled::parse(text)
}
