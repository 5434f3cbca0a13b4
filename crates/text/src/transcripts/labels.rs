//! Which labels of a text are speakers, and whether the text is a transcript.
//!
//! A label is believed when it returns, when those present are listed under it,
//! or when a time stands beside it. Everything with colons is not a transcript:
//! fields, logs and lists of terms have labels too, but no turns to speak of.

use std::collections::{BTreeMap, BTreeSet};

use super::Attendee;
use super::turn::Turn;

/// Below this many lines a label need not return.
const SHORT_TEXT: usize = 12;

/// What the lines of a text say together.
#[derive(Debug, Default)]
pub(super) struct Tally {
    n_lines: usize,
    n_marked: usize,
    n_timed: usize,
    n_telling: usize,
    is_backward: bool,
    last_ms: i64,
    labels: BTreeMap<String, Count>,
}

#[derive(Debug, Default)]
struct Count {
    n: usize,
    n_timed: usize,
    n_speech: usize,
}

impl Tally {
    /// Counts one line that is not blank.
    pub(super) fn add(&mut self, turn: &Turn<'_>, words: &str) {
        self.n_lines += 1;
        self.n_marked += usize::from(turn.is_marked_time);
        self.n_telling += usize::from(words.chars().filter(|c| c.is_alphabetic()).count() > 1);
        if let Some(ms) = turn.start_ms {
            self.n_timed += 1;
            self.is_backward |= ms < self.last_ms;
            self.last_ms = ms;
        }
        if let Some(label) = turn.label {
            let count = self.labels.entry(label.to_owned()).or_default();
            count.n += 1;
            count.n_timed += usize::from(turn.start_ms.is_some());
            count.n_speech += usize::from(is_speech(words));
        }
    }

    /// The labels that are speakers; `None` when the text is no transcript.
    pub(super) fn speakers(&self, attendees: &[Attendee]) -> Option<BTreeSet<String>> {
        let is_listed = |label: &str| attendees.iter().any(|who| is_same(who, label));
        let is_short = self.n_lines < SHORT_TEXT;
        let known: BTreeMap<&String, &Count> = self
            .labels
            .iter()
            .filter(|(label, count)| {
                count.n > 1 || count.n_timed > 0 || is_short || is_listed(label)
            })
            .collect();
        let n_turns: usize = known.values().map(|count| count.n).sum();
        let n_timed: usize = known.values().map(|count| count.n_timed).sum();
        let n_speech: usize = known.values().map(|count| count.n_speech).sum();
        let n_listed: usize = known
            .iter()
            .filter(|(label, _)| is_listed(label))
            .map(|(_, count)| count.n)
            .sum();
        let is_timed = n_timed > 1 && n_timed * 10 >= self.n_lines;
        let is_attended = n_listed > 0 && n_turns > 1 && n_turns * 20 >= self.n_lines;
        let returns = n_turns < SHORT_TEXT || known.len() * 3 <= n_turns;
        let is_talk = known.len() > 1
            && n_turns * 6 >= self.n_lines
            && n_speech * 5 >= n_turns * 2
            && returns;
        let is_transcript = is_timed || is_attended || is_talk;
        is_transcript.then(|| known.into_keys().cloned().collect())
    }

    /// Whether times alone make it a transcript: in brackets or as ranges, one after the other.
    pub(super) fn is_timed_without_speakers(&self) -> bool {
        let is_marked = self.n_marked > 1 && self.n_marked * 2 >= self.n_lines;
        let has_words = self.n_telling * 5 >= self.n_lines * 4;
        is_marked && has_words && !self.is_backward
    }
}

/// Whether an attendee speaks under this label: the whole name, or the first alone.
pub(super) fn is_same(who: &Attendee, label: &str) -> bool {
    let label = label.split(['(', '[']).next().unwrap_or(label).trim();
    let first = who.name.split_whitespace().next().unwrap_or_default();
    who.label.eq_ignore_ascii_case(label)
        || who.name.eq_ignore_ascii_case(label)
        || first.eq_ignore_ascii_case(label)
}

/// Words that sound like speech: a sentence, or six words in a row.
fn is_speech(words: &str) -> bool {
    let n_words = words.split_whitespace().count();
    let ends = words
        .trim_end()
        .trim_end_matches(['"', '”', '’', ')', '*', '_'])
        .ends_with(['.', '?', '!', '…', '。', '？']);
    n_words > 5 || (n_words > 1 && ends)
}
