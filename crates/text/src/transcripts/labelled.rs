//! `Speaker: words`, with or without a heading above, with or without times.
//!
//! A turn goes on over the lines that follow it: lines without a blank between
//! them are one utterance, and what follows a blank is another of the same
//! speaker, so that an utterance is always one run of the file.

use std::collections::BTreeSet;

use super::heading::Heading;
use super::labels::Tally;
use super::places::column_of;
use super::turn::{self, Turn};
use super::{Transcript, Utterance};

/// The most that is kept of the lines above what was said.
const MAX_HEADING_CHARS: usize = 4_000;

/// Reads labelled or timed lines; `None` when they are no transcript.
pub(super) fn parse(text: &str) -> Option<Transcript> {
    let mut transcript = Transcript {
        format: "speaker_text",
        recognised_by: "lines that start with a speaker and a colon",
        ..Transcript::default()
    };
    let n_heading = read_heading(text, &mut transcript);
    let (tally, n_timed_labels) = count(text, n_heading);
    let speakers = match tally.speakers(&transcript.attendees) {
        Some(speakers) => speakers,
        None if tally.is_timed_without_speakers() => BTreeSet::new(),
        None => return None,
    };
    if speakers.is_empty() {
        transcript.format = "timed_text";
        transcript.recognised_by = "lines that start with a time in brackets";
    } else if n_timed_labels > 0 {
        transcript.recognised_by = "lines with a speaker and a time";
    }
    let mut body = Body {
        said: Vec::new(),
        speaker: None,
        is_open: false,
    };
    for (line_no, line) in (1_u32..).zip(text.lines()) {
        if line_no > n_heading {
            body.read_line(line_no, line, &speakers);
        }
    }
    body.said.retain(|said| !said.text.is_empty());
    transcript.utterances = body.said;
    (!transcript.utterances.is_empty()).then_some(transcript)
}

/// Reads the lines above the first turn and returns how many they are.
fn read_heading(text: &str, transcript: &mut Transcript) -> u32 {
    let mut heading = Heading::default();
    let mut n_heading = 0;
    let mut pending = 0;
    for (line_no, line) in (1_u32..).zip(text.lines()) {
        if heading.read_line(transcript, line) {
            n_heading = line_no;
            continue;
        }
        let turn = turn::read(line);
        if turn.label.is_some() || turn.start_ms.is_some() {
            n_heading = n_heading.max(pending);
            break;
        }
        read_title(transcript, line);
        pending = line_no;
    }
    for line in text.lines().take(n_heading as usize) {
        if transcript.heading.chars().count() + line.chars().count() < MAX_HEADING_CHARS {
            transcript.heading.push_str(line);
            transcript.heading.push('\n');
        }
    }
    n_heading
}

fn read_title(transcript: &mut Transcript, line: &str) {
    let title = line.trim().trim_matches(['#', '*', '=', '-', '_', ' ']);
    let is_title = !title.is_empty() && title.chars().count() <= 120;
    if is_title && transcript.title.is_none() {
        transcript.title = Some(title.to_owned());
    }
}

fn count(text: &str, n_heading: u32) -> (Tally, usize) {
    let mut tally = Tally::default();
    let mut n_timed_labels = 0;
    for line in text.lines().skip(n_heading as usize) {
        if line.trim().is_empty() {
            continue;
        }
        let turn = turn::read(line);
        n_timed_labels += usize::from(turn.label.is_some() && turn.start_ms.is_some());
        tally.add(&turn, line.get(turn.words_at..).unwrap_or_default());
    }
    (tally, n_timed_labels)
}

/// What was said, while it is being read.
struct Body {
    said: Vec<Utterance>,
    speaker: Option<String>,
    /// The last utterance goes on with the next line.
    is_open: bool,
}

impl Body {
    fn read_line(&mut self, line_no: u32, line: &str, speakers: &BTreeSet<String>) {
        let turn = turn::read(line);
        let label = turn.label.filter(|label| speakers.contains(*label));
        if label.is_some() || (turn.start_ms.is_some() && is_time_of_turn(&turn, speakers)) {
            self.open(line_no, line, &turn, label);
        } else if line.trim().is_empty() {
            // A header without words yet waits for them over blank lines.
            self.is_open &= self.said.last().is_some_and(|said| said.text.is_empty());
        } else if is_end(line) {
            self.speaker = None;
            self.is_open = false;
        } else if is_words(line) {
            self.go_on(line_no, line);
        }
    }

    fn open(&mut self, line_no: u32, line: &str, turn: &Turn<'_>, label: Option<&str>) {
        let words_at = match (label, turn.label) {
            // A time with a label that is none: the words start at the label.
            (None, Some(other)) => other.as_ptr() as usize - line.as_ptr() as usize,
            _ => turn.words_at,
        };
        if let Some(label) = label {
            self.speaker = Some(label.to_owned());
        }
        self.said.push(Utterance {
            speaker: self.speaker.clone(),
            start_ms: turn.start_ms,
            end_ms: turn.end_ms,
            line: line_no,
            column: column_of(line, words_at),
            text: line
                .get(words_at..)
                .unwrap_or_default()
                .trim_end()
                .to_owned(),
        });
        self.is_open = true;
    }

    fn go_on(&mut self, line_no: u32, line: &str) {
        let at = line.len() - line.trim_start().len();
        match self.said.last_mut() {
            Some(said) if self.is_open && said.text.is_empty() => {
                said.line = line_no;
                said.column = column_of(line, at);
                said.text = line.trim().to_owned();
            }
            Some(said) if self.is_open => {
                said.text.push('\n');
                said.text.push_str(line.trim_end());
            }
            Some(_) => {
                self.said.push(Utterance {
                    speaker: self.speaker.clone(),
                    line: line_no,
                    column: column_of(line, at),
                    text: line.trim().to_owned(),
                    ..Utterance::default()
                });
                self.is_open = true;
            }
            None => {}
        }
    }
}

/// Whether a time without a known speaker opens a turn: always where nobody is
/// named, otherwise only when it is marked.
fn is_time_of_turn(turn: &Turn<'_>, speakers: &BTreeSet<String>) -> bool {
    speakers.is_empty() || turn.is_marked_time
}

/// `End of transcript` and the like.
fn is_end(line: &str) -> bool {
    let lower = line.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let ends = [
        "end of transcript",
        "end of call",
        "end of recording",
        "end of meeting",
        "transcript ends",
    ];
    ends.contains(&bare)
}

/// Neither a rule nor a heading of Markdown.
fn is_words(line: &str) -> bool {
    let text = line.trim_start();
    let is_heading = text.starts_with('#') && text.trim_start_matches('#').starts_with(' ');
    !is_heading && text.chars().any(char::is_alphanumeric)
}
