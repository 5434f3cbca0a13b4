//! Objects that say nothing: "I'm not sure about that".
//!
//! What is wanted, hurts or is feared must have a word of its own, and must not
//! break off in the middle ("my worry is").

use model::Predicate;

use super::gives_a_part;
use crate::speech::questions::is_empty_word;
use crate::speech::rules::Rule;

/// A phrase that ends in one of these goes on.
const GOES_ON: &[&str] = &[
    "is", "are", "was", "were", "be", "to", "the", "a", "an", "of", "and", "or", "but", "gonna",
    "going", "has", "have", "had", "can", "will", "would", "my", "our", "your", "with", "for",
    "it's", "that's", "i", "we", "they", "he", "she",
];

/// Whether an object is too little to keep.
pub(super) fn is_hollow(rule: &Rule, object: &str) -> bool {
    if gives_a_part(rule.predicate) {
        return false;
    }
    let strip = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let words: Vec<String> = object
        .split_whitespace()
        .map(strip)
        .filter(|word| !word.is_empty())
        .collect();
    let has_matter = words
        .iter()
        .any(|word| word.len() > 1 && !is_empty_word(word));
    let breaks_off = words
        .last()
        .is_none_or(|last| GOES_ON.contains(&last.as_str()));
    words.len() < least_words(rule.predicate) || !has_matter || breaks_off
}

/// One word may be a worry or a wish for a channel; a pain or a goal takes more.
fn least_words(predicate: Predicate) -> usize {
    use Predicate as P;
    match predicate {
        P::Goal | P::Process | P::Trigger | P::ValueGained | P::Task => 2,
        _ => 1,
    }
}
