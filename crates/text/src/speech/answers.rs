//! Answers that say whom, but not what: "That would be our CFO."
//!
//! What is meant stands in the question before ("who signs off?") or in the
//! denial before ("I don't decide that, our CFO does").

use std::sync::LazyLock;

use model::{Polarity, Predicate};
use regex::Regex;

use super::judge::gives_a_part;
use super::plain::{self, Sentence};
use super::{Context, Language, Reading};

/// How sure an answer is that leaves out what it answers.
const CERTAINTY: f64 = 0.75;

/// What a question for somebody asks for, by a word in it.
const ASKED: &[(&str, Predicate)] = &[
    (
        "final say|decide|decides|decision|make the call|makes the call|choose|chooses|entscheidet|decide",
        Predicate::Decides,
    ),
    (
        "sign off|signs off|sign|signs|approve|approves|approval|authorise|authorize|authorises|authorizes|signature|unterschreibt|signe|valide",
        Predicate::Authorises,
    ),
    (
        "budget|pay|pays|money|funds|purse",
        Predicate::ControlsBudget,
    ),
    (
        "own|owns|responsible|in charge|owner|accountable|verantwortlich|responsable",
        Predicate::Owns,
    ),
    (
        "evaluate|evaluates|evaluation|technical review|security review|test|tests|pruft",
        Predicate::Evaluates,
    ),
    (
        "purchasing|procurement|negotiate|negotiates|einkauf",
        Predicate::Procures,
    ),
    (
        "review the contract|reviews the contract|terms|legal|redlines",
        Predicate::ReviewsTerms,
    ),
    (
        "administer|administers|configure|configures|admin|permissions",
        Predicate::Administers,
    ),
];

const LEAD: &str = "(?:(?:yeah|yes|well|so|ok|okay|oh|no|right|good question|,|also|ja|oui) )*";
const SOMEBODY: &str =
    "(?P<who>(?:me|i|him|her|@)(?: 's)?(?:(?: ,)? (?:and|or|plus) (?:me|i|@)(?: 's)?)*)";

static ANSWER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = format!(
        "^ {LEAD}(?:(?:that|it|this|das|ce|c) (?:is|would be|will be|has to be|will have to be|goes to|sits with|lies with|ist|ware|est|serait) )?{SOMEBODY}(?: (?:does|do|is|would|will|has|am|for|who|on|and|but|,|-|:)| $)"
    );
    Regex::new(&form).ok()
});
static INSTEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = "(?: ,| -| but| because| and| so|^)(?: (?:that|it|this) (?:is|would be|will be) (?P<whose>@)(?: 's)?(?: (?:call|decision|job|choice|thing|area|responsibility|budget|department))?(?: [,-]| $)| (?P<does>@) (?:does|do|will|is|has|would)(?: (?:that|it|this))?(?: [,-]| $))";
    Regex::new(form).ok()
});
static ASKS_WHO: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(" (?:who|whose|whom|wer|qui) ").ok());

/// What the last question of the text before asked for.
pub(super) fn asked(previous: Option<&str>, language: Language) -> Option<Predicate> {
    let previous = previous.filter(|text| text.contains('?'))?;
    let sentences = plain::sentences(previous, language, &Context::default());
    sentences
        .iter()
        .rev()
        .find(|sentence| sentence.is_question)
        .and_then(asked_by)
}

/// What a question for somebody asks for.
pub(super) fn asked_by(question: &Sentence) -> Option<Predicate> {
    ASKS_WHO
        .as_ref()
        .filter(|form| form.is_match(&question.norm))?;
    let asks = |words: &str| {
        words
            .split('|')
            .any(|word| question.norm.contains(&format!(" {word} ")))
    };
    ASKED
        .iter()
        .find(|(words, _)| asks(words))
        .map(|(_, predicate)| *predicate)
}

/// What the speaker has just denied of themselves.
pub(super) fn denied(readings: &[Reading]) -> Option<Predicate> {
    let is_own_denial = |reading: &&Reading| {
        reading.polarity == Polarity::Against
            && reading.target_text.is_none()
            && gives_a_part(reading.predicate)
    };
    readings
        .iter()
        .find(is_own_denial)
        .map(|reading| reading.predicate)
}

/// Reads the people an answer names for what a question asked.
pub(super) fn to_question(text: &str, sentence: &Sentence, asked: Predicate) -> Vec<Reading> {
    let found = ANSWER
        .as_ref()
        .and_then(|form| form.captures(&sentence.norm));
    let Some(who) = found.as_ref().and_then(|found| found.name("who")) else {
        return Vec::new();
    };
    named_in(
        text,
        sentence,
        (who.start(), who.end()),
        ("answer.asked", asked),
    )
}

/// Reads who does what the speaker has denied of themselves.
pub(super) fn to_denial(text: &str, sentence: &Sentence, denied: Predicate) -> Vec<Reading> {
    let found = INSTEAD
        .as_ref()
        .and_then(|form| form.captures(&sentence.norm));
    let who = found
        .as_ref()
        .and_then(|found| found.name("whose").or_else(|| found.name("does")));
    who.map_or_else(Vec::new, |who| {
        named_in(
            text,
            sentence,
            (who.start(), who.end()),
            ("answer.instead", denied),
        )
    })
}

fn named_in(
    text: &str,
    sentence: &Sentence,
    (from, to): (usize, usize),
    (code, predicate): (&'static str, Predicate),
) -> Vec<Reading> {
    let word_of = |at: usize| {
        sentence
            .norm
            .get(at..)
            .and_then(|rest| rest.split(' ').next())
            .unwrap_or_default()
    };
    let mut readings = Vec::new();
    for token in sentence.tokens_in(from, to) {
        let target_text = token
            .person
            .and_then(|person| text.get(person.bytes.0..person.bytes.1))
            .map(str::to_owned);
        let is_speaker = matches!(word_of(token.at), "i" | "me");
        let is_doubtful = token.is_hedged || token.person.is_some_and(|person| person.is_doubtful);
        if target_text.is_some() || is_speaker {
            readings.push(Reading {
                code,
                predicate,
                span: token.chars,
                target_text,
                object: String::new(),
                polarity: Polarity::For,
                certainty: if is_doubtful {
                    CERTAINTY * 0.75
                } else {
                    CERTAINTY
                },
            });
        }
    }
    readings
}
