//! One segment a line, without speakers or times, as recognisers of speech write it.
//!
//! Nothing but the shape tells: many lines of one width, no blank among them,
//! words and no marks of a document. Anything else is refused.

use super::places::column_of;
use super::{Transcript, Utterance};

/// Fewer lines tell nothing.
const MIN_LINES: usize = 5;

/// Reads a text without a blank line whose lines are all words.
pub(super) fn parse(file_name: &str, text: &str) -> Option<Transcript> {
    let is_text_file = file_name.to_lowercase().ends_with(".txt");
    let lines: Vec<&str> = text.trim_end().lines().collect();
    if !is_text_file || lines.len() < MIN_LINES || !lines.iter().all(|line| is_plain(line)) {
        return None;
    }
    let n_words: usize = lines.iter().map(|l| l.split_whitespace().count()).sum();
    let n_few = lines
        .iter()
        .filter(|line| line.split_whitespace().count() < 2)
        .count();
    let n_odd = lines.iter().filter(|line| is_odd(line)).count();
    let is_speech =
        n_words >= lines.len() * 3 && n_few * 3 <= lines.len() && n_odd * 20 <= lines.len();
    if !is_speech {
        return None;
    }
    let said = (1_u32..).zip(&lines).map(|(line_no, line)| Utterance {
        line: line_no,
        column: column_of(line, line.len() - line.trim_start().len()),
        text: line.trim().to_owned(),
        ..Utterance::default()
    });
    Some(Transcript {
        format: "segment_text",
        recognised_by: "one spoken segment a line, without speakers or times",
        utterances: said.collect(),
        ..Transcript::default()
    })
}

fn is_plain(line: &str) -> bool {
    let n = line.chars().count();
    let has_letter_or_note = line.chars().any(|c| c.is_alphanumeric() || c == '♪');
    has_letter_or_note && n <= 400 && !line.starts_with(['\t', '#', '|', '<', '{', '}'])
}

/// A line that speech does not give: code, fields, bullets, mostly digits.
fn is_odd(line: &str) -> bool {
    let text = line.trim();
    let n = text.chars().count();
    let n_letters = text
        .chars()
        .filter(|c| c.is_alphabetic() || *c == ' ')
        .count();
    let has_marks = text.contains(['{', '}', '|', '\\', '=', '<', '@', '\t', ';']);
    let is_bullet = ["* ", "• ", "+ ", "// ", "1. ", "(a)"]
        .iter()
        .any(|mark| text.starts_with(mark));
    let is_capital =
        n > 3 && !text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase);
    n_letters * 10 < n * 7 || has_marks || is_bullet || is_capital
}
