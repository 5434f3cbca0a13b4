//! Whether a match is one: what an expression alone cannot see.
//!
//! A form asks by the names of its groups: `bare` must stand at the end of what
//! is said, `end` at the end of a clause, `gap` must not bring in somebody else.

use regex::Captures;

use crate::speech::plain::Sentence;

/// What may follow a verb that says it alone: "she approves it", not "she approves swaps".
const AFTER_BARE: &[&str] = &[
    "and",
    "or",
    "but",
    "before",
    "after",
    "once",
    "here",
    "first",
    "too",
    "because",
    "so",
    "if",
    "when",
    "as",
    "on",
    "in",
    "at",
    "for",
    "by",
    "within",
    "with",
    "together",
    "alone",
    "it",
    "this",
    "that",
    "them",
    "these",
    "those",
    "everything",
    "anything",
    "all",
    "every",
    "each",
    "any",
    "what",
    "which",
    "who",
    "whom",
    "whether",
    "how",
    "where",
    "then",
    "there",
    "either",
    "until",
    "not",
    "about",
    "between",
    "over",
    "above",
    "up",
    "unless",
    "though",
    "i",
    "he",
    "she",
    "we",
    "they",
    "something",
    "nothing",
    "whatever",
    "most",
    "both",
    "from",
    "since",
    "against",
    "hard",
    "right",
    "always",
    "very",
    "internally",
    "ourselves",
    "our",
];

/// What may follow the end of a clause.
const AFTER_END: &[&str] = &[
    "and",
    "or",
    "but",
    "because",
    "so",
    "if",
    "when",
    "before",
    "after",
    "since",
    "last",
    "in",
    "for",
    "as",
    "at",
    "on",
    "from",
    "to",
    "by",
    "this",
    "next",
    "with",
    "two",
    "three",
    "four",
    "five",
    "six",
    "a",
    "then",
    "who",
    "which",
    "unexpectedly",
    "shortly",
    "during",
    "about",
    "some",
    "while",
    "back",
    "now",
    "here",
    "there",
    "already",
    "too",
    "months",
    "weeks",
    "already",
    "days",
    "earlier",
    "i",
    "we",
    "he",
    "she",
    "unfortunately",
    "around",
    "end",
];

/// What may follow where nothing more is said.
const AFTER_STOP: &[&str] = &["and", "but", "or", "because", "so", "at", "anymore", "any"];

/// Whether the match holds against what stands in it and around it.
pub(super) fn fits(text: &str, sentence: &Sentence, found: &Captures<'_>) -> bool {
    let norm = sentence.norm.as_str();
    let follows = |name: &str| found.name(name).map(|group| next_word(norm, group.end()));
    let is_bare = follows("bare").is_none_or(|next| may_follow(next, AFTER_BARE));
    let is_end = follows("end").is_none_or(|next| may_follow(next, AFTER_END));
    let is_stop = follows("stop").is_none_or(|next| may_follow(next, AFTER_STOP));
    let is_one_subject = found
        .name("gap")
        .is_none_or(|gap| !has_subject(gap.as_str()));
    let is_habit = found.name("habit").is_none() || is_habit(found);
    let is_body = found.name("body").is_none() || is_body(text, sentence, found);
    is_bare
        && is_end
        && is_stop
        && is_one_subject
        && is_habit
        && is_body
        && !is_helped(norm, found)
        && !is_me_alone(found)
        && !is_inverted(norm, found)
}

/// What is done, as opposed to what is thought, felt or was once.
fn is_habit(found: &Captures<'_>) -> bool {
    const STATES: &[&str] = &[
        "am", "is", "are", "was", "were", "be", "been", "had", "have", "has", "think", "know",
        "feel", "like", "love", "want", "need", "believe", "hope", "mean", "guess", "remember",
        "said", "went", "did", "would", "could", "can", "got", "came", "not", "never", "agree",
        "wish", "should", "may", "might", "sat", "saw", "said", "took", "made", "met", "gave",
        "found", "left", "told", "came", "see", "hate", "waste", "lose", "spend", "just", "really",
        "a", "the", "in", "on", "of", "to",
    ];
    let head = found.name("head").map_or("", |head| head.as_str());
    !STATES.contains(&head) && !head.ends_with("ed")
}

/// "Moved to the finance team", not "moved to Lisbon".
fn is_body(text: &str, sentence: &Sentence, found: &Captures<'_>) -> bool {
    let Some(object) = found.name("obj") else {
        return false;
    };
    let tokens = sentence.tokens_in(object.start(), object.end());
    let person = tokens.first().and_then(|token| token.person);
    let name = person.and_then(|person| text.get(person.bytes.0..person.bytes.1));
    name.is_some_and(|name| name.starts_with(char::is_lowercase))
}

fn next_word(norm: &str, at: usize) -> &str {
    let rest = norm.get(at..).unwrap_or_default();
    rest.split(' ')
        .find(|word| !word.is_empty())
        .unwrap_or_default()
}

fn may_follow(next: &str, words: &[&str]) -> bool {
    let is_mark = next.is_empty()
        || next.starts_with(|c: char| !c.is_alphanumeric() && c != '@' && c != '\'');
    is_mark || words.contains(&next)
}

/// Somebody else does the second thing: "I ask and she decides".
fn has_subject(gap: &str) -> bool {
    const SUBJECTS: &[&str] = &[
        "i",
        "you",
        "he",
        "she",
        "we",
        "they",
        "who",
        "which",
        "but",
        "because",
        "if",
        "when",
        "somebody",
        "someone",
        "everybody",
        "people",
        "not",
        "never",
    ];
    gap.split(' ').any(|word| SUBJECTS.contains(&word))
}

/// "That helps her decide": who is helped may or may not.
fn is_helped(norm: &str, found: &Captures<'_>) -> bool {
    const HELP: &[&str] = &[
        "help", "helps", "helped", "helping", "let", "lets", "make", "makes", "made", "watch",
        "saw", "see", "than",
    ];
    let (Some(who), Some(aux)) = (found.name("who"), found.name("aux")) else {
        return false;
    };
    let before = norm.get(..who.start()).unwrap_or_default();
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    aux.as_str().is_empty() && HELP.contains(&last)
}

/// "How often do we use it": asks, though no mark says so.
fn is_inverted(norm: &str, found: &Captures<'_>) -> bool {
    const VERBS: &[&str] = &[
        "do", "does", "did", "can", "could", "should", "would", "will", "shall", "are", "have",
    ];
    let Some(who) = found.name("who") else {
        return false;
    };
    let is_pronoun = matches!(who.as_str(), "i" | "we" | "he" | "she" | "they");
    let before = norm.get(..who.start()).unwrap_or_default();
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
    is_pronoun && VERBS.contains(&last)
}

/// "Let me decide" is no claim; "it is me who decides" is one.
fn is_me_alone(found: &Captures<'_>) -> bool {
    let is_me = found.name("who").is_some_and(|who| who.as_str() == "me");
    let aux = found.name("aux").map(|aux| aux.as_str());
    is_me && aux.is_some_and(|aux| !aux.contains(" who") && !aux.contains(" that"))
}
