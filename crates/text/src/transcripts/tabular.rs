//! TSV and CSV with a column of words and columns of times or speakers.

use super::clock::{Time, read_time, to_ms, unit_ms};
use super::places::column_of;
use super::{Transcript, Utterance};

const WORDS: &[&str] = &[
    "text",
    "words",
    "transcript",
    "content",
    "utterance",
    "sentence",
    "caption",
    "line",
    "message",
    "speech",
];
const STARTS: &[&str] = &[
    "start",
    "start_ms",
    "start_time",
    "starttime",
    "start time",
    "begin",
    "from",
    "timestamp",
    "time",
    "in",
    "start (s)",
    "start_seconds",
];
const ENDS: &[&str] = &[
    "end",
    "end_ms",
    "end_time",
    "endtime",
    "end time",
    "stop",
    "to",
    "out",
    "end (s)",
    "end_seconds",
];
const SPEAKERS: &[&str] = &[
    "speaker",
    "speaker_name",
    "speaker name",
    "speaker_label",
    "participant",
    "who",
    "speaker id",
    "speaker_id",
];

/// Which column holds what.
#[derive(Debug, Default, PartialEq)]
struct Columns {
    words: usize,
    start: Option<usize>,
    end: Option<usize>,
    speaker: Option<usize>,
}

/// Whether the first line of a table is that of a transcript.
pub fn is_transcript_header(line: &str) -> bool {
    header(line).is_some()
}

/// The separator and the columns; `None` when the line is no header of a transcript.
fn header(line: &str) -> Option<(char, Columns)> {
    ['\t', ',', ';'].into_iter().find_map(|separator| {
        let names: Vec<String> = cells(line, separator)
            .into_iter()
            .map(|cell| cell.text.trim().to_lowercase())
            .collect();
        columns(&names).map(|columns| (separator, columns))
    })
}

fn columns(names: &[String]) -> Option<Columns> {
    let find = |known: &[&str]| {
        known
            .iter()
            .find_map(|name| names.iter().position(|n| n == name))
    };
    let columns = Columns {
        words: find(WORDS)?,
        start: find(STARTS),
        end: find(ENDS),
        speaker: find(SPEAKERS),
    };
    let is_timed = columns.start.is_some() && (columns.end.is_some() || columns.speaker.is_some());
    let is_told = columns.speaker.is_some() && names.len() < 5;
    (names.len() > 1 && (is_timed || is_told)).then_some(columns)
}

/// Reads a table whose header names words, and times or speakers.
pub(super) fn parse(text: &str) -> Option<Transcript> {
    let first = text.lines().next()?;
    let (separator, columns) = header(first)?;
    let mut said = Vec::new();
    let mut times: Vec<(Option<Time>, Option<Time>)> = Vec::new();
    let mut is_ms = false;
    for name in cells(first, separator) {
        is_ms |= name.text.to_lowercase().ends_with("_ms");
    }
    for row in rows(text, separator).skip(1) {
        let Some(words) = row
            .get(columns.words)
            .filter(|cell| !cell.text.trim().is_empty())
        else {
            continue;
        };
        let cell = |idx: Option<usize>| row.get(idx?).map(|cell| cell.text.trim());
        times.push((
            cell(columns.start).and_then(read_time),
            cell(columns.end).and_then(read_time),
        ));
        let lead = words.text.chars().take_while(|c| c.is_whitespace()).count();
        said.push(Utterance {
            speaker: cell(columns.speaker)
                .filter(|label| !label.is_empty())
                .map(str::to_owned),
            line: words.line,
            column: words.column + u32::try_from(lead).unwrap_or(0),
            text: words.text.trim().to_owned(),
            ..Utterance::default()
        });
    }
    let n_chars = said.iter().map(|one| one.text.chars().count()).sum();
    let all = times.iter().flat_map(|(start, end)| [*start, *end]);
    let unit = if is_ms {
        1.0
    } else {
        unit_ms(all.flatten(), n_chars)
    };
    for (one, (start, end)) in said.iter_mut().zip(&times) {
        one.start_ms = start.map(|time| to_ms(time, unit));
        one.end_ms = end.map(|time| to_ms(time, unit));
    }
    (!said.is_empty()).then_some(Transcript {
        format: if separator == '\t' {
            "transcript_tsv"
        } else {
            "transcript_csv"
        },
        recognised_by: "columns of words, and of times or speakers",
        utterances: said,
        ..Transcript::default()
    })
}

/// One cell and where it starts.
#[derive(Clone, Debug, Default, PartialEq)]
struct Cell {
    text: String,
    line: u32,
    column: u32,
}

fn cells(line: &str, separator: char) -> Vec<Cell> {
    rows(line, separator).next().unwrap_or_default()
}

/// Rows of cells; a quoted cell may run over several lines. In TSV a quotation
/// mark counts only where it opens and closes a cell on one line.
fn rows(text: &str, separator: char) -> impl Iterator<Item = Vec<Cell>> + '_ {
    let mut lines = (1_u32..).zip(text.lines());
    std::iter::from_fn(move || {
        let (line_no, line) = lines.next()?;
        let mut row = Row::default();
        row.read(line_no, line, separator);
        while row.is_open && separator != '\t' {
            let Some((line_no, line)) = lines.next() else {
                break;
            };
            row.now.text.push('\n');
            row.read(line_no, line, separator);
        }
        row.flush();
        Some(row.done)
    })
}

#[derive(Debug, Default)]
struct Row {
    done: Vec<Cell>,
    now: Cell,
    is_begun: bool,
    is_open: bool,
}

impl Row {
    fn read(&mut self, line_no: u32, line: &str, separator: char) {
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if self.is_open {
                match c {
                    '"' if chars.peek().is_some_and(|(_, next)| *next == '"') => {
                        chars.next();
                        self.now.text.push('"');
                    }
                    '"' => self.is_open = false,
                    _ => self.now.text.push(c),
                }
                continue;
            }
            if c == separator {
                self.flush();
                continue;
            }
            let opens = c == '"' && self.now.text.is_empty() && !self.is_begun;
            if !self.is_begun {
                self.is_begun = true;
                self.now.line = line_no;
                self.now.column = column_of(line, at + usize::from(opens));
            }
            if opens && separator != '\t' {
                self.is_open = true;
            } else {
                self.now.text.push(c);
            }
        }
    }

    fn flush(&mut self) {
        self.done.push(std::mem::take(&mut self.now));
        self.is_begun = false;
        self.is_open = false;
    }
}
