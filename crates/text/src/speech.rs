//! What somebody says of parts, hand-overs and themselves, read by rules.
//!
//! Source  tables of our own: one line a rule, each with a code
//!
//! A text becomes sentences of plain words in which whoever is named is one
//! sign; rules are short forms over those words, tried only where one of their
//! cues stands in the text. Questions claim nothing, what is supposed is left
//! out, and a denial is read as one. Silence is an answer: no rule, no reading.

mod answers;
mod english;
mod french;
mod german;
mod judge;
mod language;
mod lexicon;
mod people;
mod plain;
mod questions;
mod rules;
mod settle;
mod template;
mod words;

use model::{Polarity, Predicate};

pub use language::{Language, detect_language};

use judge::Judged;
use plain::Sentence;

/// One thing read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The rule that read it.
    pub code: &'static str,
    /// What it says.
    pub predicate: Predicate,
    /// First character of the words that count and one past the last, from 0.
    pub span: (u32, u32),
    /// Whom it is about, as it stands there; the speaker when empty.
    pub target_text: Option<String>,
    /// What it is about, in the words of the text; empty when the predicate needs none.
    pub object: String,
    /// For or against.
    pub polarity: Polarity,
    /// How sure the reading is, 0–1.
    pub certainty: f64,
}

/// What a reader knows beside the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The language of the conversation, when known.
    pub language: Option<Language>,
    /// A note in the third person, written about a conversation rather than said in one.
    pub is_note: bool,
    /// What was said just before.
    pub previous: Option<&'a str>,
    /// Folded names of those present.
    pub names: &'a [String],
}

/// Reads a text; readings are in order of their spans.
///
/// # Units
/// Spans count characters, not bytes. Certainty orders readings and scales
/// their weight; it is no calibrated probability.
pub fn read(text: &str, context: &Context<'_>) -> Vec<Reading> {
    let Some(language) = language::of_text(text, context.language) else {
        return Vec::new();
    };
    let book = rules::book(language);
    let candidates = book.candidates(text);
    let asked = answers::asked(context.previous, language);
    if candidates.is_empty() && asked.is_none() && !text.contains('?') {
        return Vec::new();
    }
    let mut listener = Listener::new(text, context, asked);
    for sentence in plain::sentences(text, language, context) {
        listener.hear(&sentence, book, &candidates);
    }
    settle::settle(listener.readings)
}

/// What a sentence leaves open for the next.
#[derive(Clone, Copy, Debug)]
enum Open {
    /// Who does this?
    Question(Predicate),
    /// Not I; somebody else, then.
    Denial(Predicate),
}

/// What was heard so far in one text.
struct Listener<'a> {
    text: &'a str,
    is_note: bool,
    /// The person named last, for "he" and "she".
    last_named: Option<String>,
    /// What the sentence before left open.
    asked: Option<Open>,
    readings: Vec<Reading>,
}

impl<'a> Listener<'a> {
    fn new(text: &'a str, context: &Context<'_>, asked: Option<Predicate>) -> Self {
        Self {
            text,
            is_note: context.is_note,
            last_named: None,
            asked: asked.map(Open::Question),
            readings: Vec::new(),
        }
    }

    fn hear(&mut self, sentence: &Sentence, book: &rules::Book, candidates: &[u16]) {
        if sentence.is_question {
            self.readings.extend(questions::read(self.text, sentence));
            self.asked = answers::asked_by(sentence).map(Open::Question);
        } else {
            self.hear_statement(sentence, book, candidates);
        }
        self.last_named = sentence.last_named(self.text).or(self.last_named.take());
    }

    /// Applies the rules; where they say nothing of anybody, the sentence may be an answer.
    fn hear_statement(&mut self, sentence: &Sentence, book: &rules::Book, candidates: &[u16]) {
        let n_before = self.readings.len();
        for rule in candidates.iter().filter_map(|idx| book.rule(*idx)) {
            self.apply(sentence, rule);
        }
        let fresh = self.readings.get(n_before..).unwrap_or_default();
        let of_a_part = |reading: &&Reading| judge::gives_a_part(reading.predicate);
        let says_else = |asked: Predicate| {
            fresh
                .iter()
                .filter(of_a_part)
                .any(|reading| reading.predicate != asked)
        };
        let denied = answers::denied(fresh).map(Open::Denial);
        let open = denied.or(self.asked.take());
        match open {
            Some(Open::Question(asked)) if !says_else(asked) => {
                self.readings
                    .extend(answers::to_question(self.text, sentence, asked));
            }
            Some(Open::Denial(denied)) => {
                self.readings
                    .extend(answers::to_denial(self.text, sentence, denied));
            }
            _ => {}
        }
        self.asked = denied;
    }

    fn apply(&mut self, sentence: &Sentence, rule: &rules::Compiled) {
        if rule.of.is_for_notes && !self.is_note {
            return;
        }
        for found in rule.find(&sentence.norm) {
            let scene = judge::Scene {
                text: self.text,
                sentence,
                last_named: self.last_named.as_deref(),
                is_note: self.is_note,
            };
            let Judged { readings } = judge::judge(&scene, rule, &found);
            self.readings.extend(readings);
        }
    }
}

#[cfg(test)]
mod tests;
