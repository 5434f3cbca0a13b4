//! Questions: what is asked claims nothing and is kept in the asker's words.
//!
//! Asking how somebody is, whether they hear, when to meet again or whether to
//! go on asks nothing that a persona would want to know: such questions are
//! left out, and so is what has no word of its own.

mod small_talk;

pub(super) use small_talk::is_empty_word;

use std::sync::LazyLock;

use model::{Polarity, Predicate};
use regex::Regex;

use super::plain::Sentence;
use super::{Language, Reading};

/// Fewer words make no question worth keeping.
const LEAST_WORDS: usize = 4;

/// Worded as a question, for text without marks.
const WORDED: &str = "^ (?:(?:and|but|so|ok|okay|well|then|yeah|yes|right|now|,) )*(?:(?:what|how|why|when|where|who|which) (?:is|are|do|does|did|would|will|can|could|should|about|much|many|long|often) |(?:can|could|do|does|did|is|are|would|will|have|has) (?:you|we|i|it|that|this|there|they|your|our|@) )";

static IS_WORDED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(WORDED).ok());

/// Whether a sentence asks: by its mark or, where nothing ends it, by its words.
pub(super) fn is_question(sentence: &Sentence, language: Language) -> bool {
    let may_lack_mark = language == Language::English && !sentence.is_ended;
    sentence.has_question_mark
        || may_lack_mark
            && IS_WORDED
                .as_ref()
                .is_some_and(|form| form.is_match(&sentence.norm))
}

/// The question, when it asks for something; tags such as "…, right?" are statements elsewhere.
pub(super) fn read(text: &str, sentence: &Sentence) -> Option<Reading> {
    let n_words = sentence
        .tokens
        .iter()
        .filter(|token| is_word(sentence, token.at))
        .count();
    if n_words < LEAST_WORDS || small_talk::is_small_talk(&sentence.norm) {
        return None;
    }
    let (first, last) = (sentence.tokens.first()?, sentence.tokens.last()?);
    Some(Reading {
        code: "question.asked",
        predicate: Predicate::Question,
        span: (first.chars.0, last.chars.1),
        target_text: None,
        object: text.get(first.bytes.0..last.bytes.1)?.to_owned(),
        polarity: Polarity::For,
        certainty: if sentence.has_question_mark { 0.9 } else { 0.6 },
    })
}

fn is_word(sentence: &Sentence, at: usize) -> bool {
    let starts = sentence.norm.get(at..).and_then(|rest| rest.chars().next());
    starts.is_some_and(|c| c.is_alphanumeric() || c == '@')
}
