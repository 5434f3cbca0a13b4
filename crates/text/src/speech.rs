//! What somebody says of parts, hand-overs and themselves, read by rules.
//!
//! Source  tables of our own: one line a rule, each with a code
//!
//! A text becomes sentences of plain words in which whoever is named is one
//! sign; rules are short forms over those words, tried only where one of their
//! cues stands in the text. Questions claim nothing, what is supposed is left
//! out, and a denial is read as one. Silence is an answer: no rule, no reading.

mod answers;
mod asides;
mod conversation;
mod english;
mod frames;
mod french;
mod german;
mod judge;
mod language;
mod lexicon;
mod needs;
mod people;
mod plain;
mod questions;
mod rules;
mod settle;
mod template;
mod words;

use model::{Polarity, Predicate};

pub use conversation::Conversation;
pub use language::{Language, detect_language};

use answers::Asked;
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
    /// What was asked and has no answer yet.
    pub previous: Option<&'a str>,
    /// What was said just before; "she" may be somebody named there.
    pub before: Option<&'a str>,
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
    let asked = answers::asked(context.previous, language);
    if asked.is_none() && is_too_short(text) {
        return Vec::new();
    }
    let mut listener = Listener::new(text, context, asked);
    listener.last_named = named_before(text, language, context);
    let sentences = plain::sentences(text, language, context);
    for (idx, sentence) in sentences.iter().enumerate() {
        let is_last = idx + 1 == sentences.len();
        listener.hear(sentence, book, is_last);
    }
    settle::settle(listener.readings)
}

/// Two words are a sign of listening: they name nobody and say nothing of them.
fn is_too_short(text: &str) -> bool {
    text.split_whitespace().nth(2).is_none() && !text.contains('\n')
}

/// Whoever was named last in what was said before, where a pronoun may mean them.
fn named_before(text: &str, language: Language, context: &Context<'_>) -> Option<String> {
    const PRONOUNS: &[&str] = &[
        "he", "she", "him", "her", "his", "hers", "they", "them", "their",
    ];
    let before = context.before.filter(|_| language == Language::English)?;
    let is_pronoun = |word: &str| {
        PRONOUNS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
    };
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    if !words.any(is_pronoun) {
        return None;
    }
    let sentences = plain::sentences(before, language, context);
    let named = sentences.iter().rev();
    named
        .filter_map(|sentence| sentence.last_named(before))
        .next()
}

/// What a sentence leaves open for the next.
#[derive(Clone, Debug)]
enum Open {
    /// Who does this, does somebody, what is it?
    Question(Asked),
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
    fn new(text: &'a str, context: &Context<'_>, asked: Option<Asked>) -> Self {
        Self {
            text,
            is_note: context.is_note,
            last_named: None,
            asked: asked.map(Open::Question),
            readings: Vec::new(),
        }
    }

    fn hear(&mut self, sentence: &Sentence, book: &rules::Book, is_last: bool) {
        if sentence.is_question {
            self.readings.extend(questions::read(self.text, sentence));
            let asked = (!is_last).then(|| answers::asked_by(sentence, self.text, book));
            self.asked = asked.flatten().map(Open::Question);
        } else {
            self.hear_statement(sentence, book);
        }
        self.last_named = sentence.last_named(self.text).or(self.last_named.take());
    }

    /// Applies the rules; where they say nothing of anybody, the sentence may be an answer.
    fn hear_statement(&mut self, sentence: &Sentence, book: &rules::Book) {
        let n_before = self.readings.len();
        for rule in book.candidates(&sentence.norm) {
            self.apply(sentence, rule);
        }
        let fresh = self.readings.get(n_before..).unwrap_or_default();
        let denied = answers::denied(fresh).map(Open::Denial);
        let open = denied.clone().or_else(|| self.asked.take());
        let stays_open = open
            .as_ref()
            .filter(|_| fresh.is_empty() && denied.is_none());
        let mut next = stays_open.cloned();
        let answers = match &open {
            Some(Open::Question(asked)) if !says_else(fresh, asked) => {
                answers::to_question(self.text, sentence, asked)
            }
            Some(Open::Denial(denied)) => answers::to_denial(self.text, sentence, *denied),
            _ => Vec::new(),
        };
        if !answers.is_empty() {
            next = answers::denied(&answers).map(Open::Denial);
        }
        self.readings.extend(answers);
        self.asked = denied.or(next);
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

/// Whether the sentence says something that is no answer, or is one already.
fn says_else(fresh: &[Reading], asked: &Asked) -> bool {
    let parts = || {
        let predicates = fresh.iter().map(|reading| reading.predicate);
        predicates.filter(|predicate| judge::gives_a_part(*predicate))
    };
    match asked {
        // "She runs it" says of what was asked that she does it.
        Asked::Who(part) => {
            parts().any(|predicate| predicate != *part && predicate != Predicate::Owns)
        }
        Asked::Whether(part, _) => parts().any(|predicate| predicate == *part),
        Asked::Matter(matter) => {
            let is_said = |reading: &Reading| reading.predicate == *matter;
            fresh.iter().any(is_said) || parts().next().is_some()
        }
    }
}

#[cfg(test)]
mod tests;
