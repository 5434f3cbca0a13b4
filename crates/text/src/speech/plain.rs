//! Sentences as one string of plain words, in which each person named is `@`.
//!
//! The string starts and ends with a space and has one between words, so that a
//! rule can be a short expression; every word knows where it stood.

use super::judge;
use super::people::{self, Known};
use super::words::{self, Word};
use super::{Context, Language};

/// A word of the string.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// First byte in the string.
    pub(super) at: usize,
    /// First character in the text, and one past the last.
    pub(super) chars: (u32, u32),
    /// The same in bytes.
    pub(super) bytes: (usize, usize),
    /// The person it names.
    pub(super) person: Option<Person>,
    /// An adverb before it says that the speaker is not sure.
    pub(super) is_hedged: bool,
}

/// The part of a person's words that names best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Person {
    /// Bytes in the text.
    pub(super) bytes: (usize, usize),
    /// Only a capital letter speaks for a name.
    pub(super) is_doubtful: bool,
    /// Named by a post: "the CFO".
    pub(super) is_post: bool,
}

/// A sentence ready for rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sentence {
    pub(super) norm: String,
    pub(super) tokens: Vec<Token>,
    pub(super) is_question: bool,
    /// Ends with a question mark, as opposed to being worded as a question.
    pub(super) has_question_mark: bool,
    /// Ends with a mark of its own.
    pub(super) is_ended: bool,
}

impl Sentence {
    /// The tokens whose words lie in these bytes of the string.
    pub(super) fn tokens_in(&self, from: usize, to: usize) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.at < from);
        let end = self.tokens.partition_point(|token| token.at < to);
        self.tokens.get(first..end).unwrap_or_default()
    }

    /// The sentence as it stands in the text.
    pub(super) fn words_in<'t>(&self, text: &'t str) -> &'t str {
        let ends = self.tokens.first().zip(self.tokens.last());
        ends.and_then(|(first, last)| text.get(first.bytes.0..last.bytes.1))
            .unwrap_or_default()
    }

    /// The last person named, in the words of the text.
    pub(super) fn last_named(&self, text: &str) -> Option<String> {
        let people = self.tokens.iter().rev().filter_map(|token| token.person);
        let person = judge::surest(people)?;
        text.get(person.bytes.0..person.bytes.1).map(str::to_owned)
    }
}

/// Cuts a text into sentences ready for rules.
pub(super) fn sentences(text: &str, language: Language, context: &Context<'_>) -> Vec<Sentence> {
    let known = Known {
        names: context.names,
        has_parts: context.is_note,
        has_capital_nouns: language == Language::German,
    };
    words::sentences(text, language)
        .iter()
        .map(|sentence| join(sentence, known, language))
        .collect()
}

fn join(sentence: &words::Sentence, known: Known<'_>, language: Language) -> Sentence {
    let mut plain = Sentence {
        norm: String::from(" "),
        has_question_mark: sentence.has_question_mark,
        is_ended: sentence.is_ended,
        ..Sentence::default()
    };
    let mut at = 0;
    while let Some(word) = sentence.words.get(at) {
        let named = people::named_at(&sentence.words, at, known);
        let n_words = named.as_ref().map_or(1, |named| named.n_words.max(1));
        let taken = sentence.words.get(at..at + n_words).unwrap_or_default();
        let last = taken.last().unwrap_or(word);
        let person = named.and_then(|named| {
            let first = sentence.words.get(named.best.0)?;
            let end = sentence.words.get(named.best.1.checked_sub(1)?)?;
            Some(Person {
                bytes: (first.bytes.0, end.bytes.1),
                is_doubtful: named.is_doubtful,
                is_post: named.is_post,
            })
        });
        plain.tokens.push(Token {
            at: plain.norm.len(),
            chars: (word.chars.0, end_of(last)),
            bytes: (word.bytes.0, last.bytes.1),
            person,
            is_hedged: taken.iter().any(|word| word.is_hedged),
        });
        plain
            .norm
            .push_str(if person.is_some() { "@" } else { &word.text });
        plain.norm.push(' ');
        at += n_words;
    }
    plain.is_question = super::questions::is_question(&plain, language);
    plain
}

fn end_of(word: &Word) -> u32 {
    word.chars.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norms(text: &str, is_note: bool) -> Vec<String> {
        let context = Context {
            is_note,
            ..Context::default()
        };
        sentences(text, Language::English, &context)
            .iter()
            .map(|s| s.norm.trim().to_owned())
            .collect()
    }

    /// The words that name people, as the text has them.
    fn named(text: &str, is_note: bool) -> Vec<String> {
        let context = Context {
            is_note,
            ..Context::default()
        };
        let all = sentences(text, Language::English, &context);
        let people = all
            .iter()
            .flat_map(|s| &s.tokens)
            .filter_map(|token| token.person);
        people
            .map(|person| text[person.bytes.0..person.bytes.1].to_owned())
            .collect()
    }

    #[test]
    fn whoever_is_named_is_one_sign() {
        assert_eq!(
            norms("Our VP Finance makes that call.", false),
            ["@ makes that call"]
        );
        assert_eq!(
            norms("It's the CFO's call, not mine.", false),
            ["it is @ 's call , not mine"]
        );
        assert_eq!(
            norms("Economic buyer (CIO) never came.", true),
            ["economic buyer ( @ ) never came"]
        );
        assert_eq!(
            norms("The decision maker is our CFO.", false),
            ["the decision maker is @"]
        );
    }

    #[test]
    fn titles_names_and_departments_are_found() {
        for (text, expected) in [
            (
                "Our Head of Rev Ops, Jennifer, and the IT director join.",
                vec!["Jennifer", "the IT director"],
            ),
            (
                "Talk to Priya, our CFO, or to procurement.",
                vec!["Priya", "procurement"],
            ),
            (
                "It goes to the VP of Sales and Marketing.",
                vec!["the VP of Sales and Marketing"],
            ),
            (
                "The CFO's office and my boss know Dr. Xu.",
                vec!["The CFO", "my boss", "Dr. Xu"],
            ),
            (
                "Our security team and legal review it.",
                vec!["Our security team", "legal"],
            ),
            ("We need a lead time of two weeks in March.", vec![]),
            (
                "The legal review and the security questionnaire took long.",
                vec![],
            ),
            ("Everything runs on Salesforce today.", vec![]),
        ] {
            assert_eq!(named(text, false), expected, "{text}");
        }
    }
}
