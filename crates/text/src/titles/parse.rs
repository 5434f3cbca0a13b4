//! Cuts a title into segments and finds the lexicon's phrases in them.

use unicode_normalization::UnicodeNormalization;

use super::vocabulary::{Entry, LONGEST_PHRASE, entry_of};
use crate::fold::{push_folded, push_space, trim_end};

/// A phrase found in a title.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// What it is; phrases borrowed from compound words have their own entry.
    pub(super) entry: Entry,
    /// Stands before the first preposition of its segment.
    pub(super) is_front: bool,
}

/// The phrases of one segment, in order.
#[derive(Debug, Default)]
pub(super) struct Segment {
    pub(super) hits: Vec<Hit>,
    /// Words no entry knows.
    n_unknown: usize,
}

/// A title, cut and looked up.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) segments: Vec<Segment>,
    /// The person no longer has this title.
    pub(super) is_former: bool,
}

impl Parsed {
    pub(super) fn is_all_title(&self) -> bool {
        let has_hit = self.segments.iter().any(|segment| !segment.hits.is_empty());
        has_hit && self.segments.iter().all(|segment| segment.n_unknown == 0)
    }
}

/// Words after which a rank is somebody else's: "assistant **to** the CEO".
const PREPOSITIONS: &[&str] = &[
    "of", "to", "for", "de", "der", "des", "du", "da", "do", "dos", "das", "di", "del", "dell",
    "della", "delle", "dei", "degli", "van", "voor", "von", "fur", "fuer", "im", "in", "zur",
    "zum", "para", "pour", "per", "al", "alla", "d", "aan", "with", "within", "on",
];

/// Words after which only a company's name follows.
const WORKPLACE: &[&str] = &["at", "bei", "chez", "presso", "bij"];

/// Words that say nothing.
const EMPTY: &[&str] = &[
    "the",
    "and",
    "a",
    "an",
    "und",
    "et",
    "y",
    "e",
    "ed",
    "en",
    "la",
    "le",
    "les",
    "el",
    "los",
    "las",
    "il",
    "lo",
    "i",
    "l",
    "s",
    "den",
    "het",
    "our",
    "both",
    "group",
    "global",
    "regional",
    "corporate",
    "international",
    "national",
    "emea",
    "apac",
    "dach",
    "us",
    "uk",
    "eu",
    "north",
    "south",
    "east",
    "west",
    "america",
    "americas",
    "europe",
    "worldwide",
    "enterprise",
    "acting",
    "interim",
    "deputy",
];

const FORMER: &[&str] = &[
    "former",
    "formerly",
    "ex",
    "retired",
    "previously",
    "ehemaliger",
    "ehemalige",
    "ancien",
];

/// Cuts a title into segments and looks every word up.
pub(super) fn parse(title: &str) -> Parsed {
    let mut parsed = Parsed::default();
    for text in segments(title).iter().filter(|text| !text.is_empty()) {
        let words: Vec<&str> = text.split(' ').collect();
        parsed.is_former |= words.first().is_some_and(|word| FORMER.contains(word));
        parsed.segments.push(read_segment(text, &words));
    }
    parsed
}

fn read_segment(text: &str, words: &[&str]) -> Segment {
    let mut segment = Segment::default();
    let mut is_front = true;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((n_words, entry)) = longest_entry(text, words, at) {
            let entry = with_level_of_last(*entry, words.get(at + n_words - 1));
            segment.hits.push(Hit { entry, is_front });
            at += n_words;
            continue;
        }
        if WORKPLACE.contains(word) && at > 0 {
            break;
        }
        if PREPOSITIONS.contains(word) {
            is_front &= at == 0;
        } else if !EMPTY.contains(word) {
            segment.n_unknown += 1;
        }
        at += 1;
    }
    segment
}

fn longest_entry(text: &str, words: &[&str], at: usize) -> Option<(usize, &'static Entry)> {
    let most = LONGEST_PHRASE.min(words.len() - at);
    (1..=most).rev().find_map(|n_words| {
        let phrase = slice_of(text, words.get(at..at + n_words)?)?;
        entry_of(phrase).map(|entry| (n_words, entry))
    })
}

/// "Data engineer" is a phrase of function; the trade in it still has its level.
fn with_level_of_last(entry: Entry, last: Option<&&str>) -> Entry {
    let speaks_of_function_only = entry.level.is_none() && entry.function.is_some();
    let level = last
        .and_then(|word| entry_of(word))
        .and_then(|word| word.level);
    if speaks_of_function_only {
        Entry { level, ..entry }
    } else {
        entry
    }
}

/// The part of the text from the first to the last of these words.
fn slice_of<'t>(text: &'t str, words: &[&'t str]) -> Option<&'t str> {
    let (first, last) = (words.first()?, words.last()?);
    let start = first.as_ptr() as usize - text.as_ptr() as usize;
    let end = last.as_ptr() as usize + last.len() - text.as_ptr() as usize;
    text.get(start..end)
}

/// Folds a title; commas, slashes, bars, brackets and free dashes part segments.
fn segments(title: &str) -> Vec<String> {
    let characters: Vec<char> = title.nfkc().collect();
    let mut segments = vec![String::new()];
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        at += 1;
        let rest = characters.get(at..).unwrap_or_default();
        let Some(text) = segments.last_mut() else {
            break;
        };
        if let Some(n_skipped) = gender_ending(character, rest) {
            at += n_skipped;
        } else if parts_segments(character, text, rest) {
            trim_end(text);
            segments.push(String::new());
        } else {
            push_title_character(text, character, rest);
        }
    }
    segments.iter_mut().for_each(trim_end);
    segments
}

fn push_title_character(text: &mut String, character: char, rest: &[char]) {
    match character {
        '&' | '+' => {
            push_space(text);
            text.push_str("and ");
        }
        '.' if ends_with_letter_alone(text)
            && rest.first().is_some_and(|next| next.is_alphabetic()) => {}
        '.' => push_space(text),
        '\'' | '’' => push_space(text),
        _ => push_folded(text, character),
    }
}

/// `Leiter/in`, `Leiter:in`, `Leiter*in`: the ending says nothing.
fn gender_ending(character: char, rest: &[char]) -> Option<usize> {
    let endings: [&str; 4] = ["in", "innen", "r", "trice"];
    let is_mark = matches!(character, '/' | ':' | '*' | '_');
    let word: String = rest
        .iter()
        .take_while(|next| next.is_alphabetic())
        .collect();
    (is_mark && endings.contains(&word.as_str())).then_some(word.len())
}

fn parts_segments(character: char, text: &str, rest: &[char]) -> bool {
    match character {
        ',' | ';' | '/' | '|' | '(' | ')' | '[' | ']' | ':' | '•' | '·' | '\n' => true,
        '-' | '–' | '—' => {
            text.ends_with(' ') && rest.first().is_some_and(|next| next.is_whitespace())
        }
        _ => false,
    }
}

/// The text ends with a lone letter, or with letters joined from `V.P.`.
fn ends_with_letter_alone(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}
