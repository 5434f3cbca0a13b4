//! The lines of one cue, parted by voice, without markup.

use crate::transcripts::places::column_of;

/// What one voice says in a cue.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Voice {
    /// Whose voice, when the cue says so.
    pub(super) label: Option<String>,
    /// The line its words start at.
    pub(super) line: u32,
    /// The character they start at, from 1.
    pub(super) column: u32,
    /// The words.
    pub(super) text: String,
}

/// Names of tags that are markup.
const TAGS: &[&str] = &["c", "i", "b", "u", "ruby", "rt", "lang", "font", "v"];

/// Parts a cue by its voices.
pub(super) fn split_voices(lines: &[(u32, &str)], has_entities: bool) -> Vec<Voice> {
    let mut reader = Reader {
        done: Vec::new(),
        now: Voice::default(),
        has_entities,
    };
    for (idx, (line_no, line)) in lines.iter().enumerate() {
        if idx > 0 && !reader.now.text.is_empty() {
            reader.now.text.push('\n');
        }
        reader.read_line(*line_no, line);
    }
    reader.flush(None);
    reader.done
}

struct Reader {
    done: Vec<Voice>,
    now: Voice,
    has_entities: bool,
}

impl Reader {
    fn read_line(&mut self, line_no: u32, line: &str) {
        let mut at = 0;
        while let Some(rest) = line.get(at..) {
            let Some(c) = rest.chars().next() else { break };
            if let Some((tag, n)) = tag(rest) {
                self.take_tag(tag);
                at += n;
                continue;
            }
            let (shown, n) = match self.has_entities.then(|| entity(rest)).flatten() {
                Some((shown, n)) => (shown, n),
                None => (c, c.len_utf8()),
            };
            self.push(shown, line_no, column_of_lazily(line, at, &self.now));
            at += n;
        }
        let length = self.now.text.trim_end_matches([' ', '\t']).len();
        self.now.text.truncate(length);
    }

    fn push(&mut self, c: char, line: u32, column: u32) {
        if self.now.text.is_empty() {
            if c.is_whitespace() {
                return;
            }
            self.now.line = line;
            self.now.column = column;
        }
        self.now.text.push(c);
    }

    fn take_tag(&mut self, tag: &str) {
        let Some(inner) = tag.strip_prefix('v') else {
            if tag == "/v" {
                self.flush(None);
            }
            return;
        };
        let name = inner
            .split_once(char::is_whitespace)
            .map_or("", |(_, name)| name.trim());
        let label = if self.has_entities {
            decoded(name)
        } else {
            name.to_owned()
        };
        self.flush((!label.is_empty()).then_some(label));
    }

    /// Ends what the voice says and begins with another.
    fn flush(&mut self, label: Option<String>) {
        let mut voice = std::mem::take(&mut self.now);
        let length = voice.text.trim_end().len();
        voice.text.truncate(length);
        if !voice.text.is_empty() {
            self.done.push(voice);
        }
        self.now.label = label;
    }
}

/// The column is needed only for the first character of a voice.
fn column_of_lazily(line: &str, at: usize, now: &Voice) -> u32 {
    if now.text.is_empty() {
        column_of(line, at)
    } else {
        0
    }
}

/// A tag at the start: what is inside and its length. `<3` is no tag.
fn tag(text: &str) -> Option<(&str, usize)> {
    if let Some(rest) = text.strip_prefix("{\\") {
        let end = rest.find('}')?;
        return Some(("", end + 3));
    }
    let rest = text.strip_prefix('<')?;
    let end = rest.find('>')?;
    let inner = rest.get(..end)?;
    let name = inner.trim_start_matches('/');
    let name = name
        .split(|c: char| c == '.' || c.is_whitespace())
        .next()
        .unwrap_or_default();
    let is_time = crate::transcripts::clock::whole_clock(inner).is_some();
    let is_known = TAGS.contains(&name.to_ascii_lowercase().as_str());
    (is_time || is_known).then_some((inner, end + 2))
}

/// A character reference at the start, and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let end = rest.find(';').filter(|end| *end <= 6)?;
    let shown = match rest.get(..end)? {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        "quot" => '"',
        "apos" | "#39" | "#x27" => '\'',
        _ => return None,
    };
    Some((shown, end + 2))
}

fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let found = text.get(at..).and_then(entity);
        let (shown, n) = found.unwrap_or((c, c.len_utf8()));
        out.push(shown);
        at += n;
    }
    out
}
