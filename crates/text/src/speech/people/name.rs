//! Where a name ends: by those who are known, else by its capitals.

use super::super::words::Word;
use super::classes::Classes;
use super::own::may_follow_name;
use super::{Known, class_at, is_capital, is_compound_part, text_at};
use crate::names::nickname_roots;

/// One past a person's name that starts at `at`.
pub(super) fn name_end(words: &[Word], at: usize, known: Known<'_>) -> Option<usize> {
    let word = words.get(at)?;
    let classes = class_at(words, at);
    if !word.is_capital || is_no_name(words, at, known) || is_compound_part(words, at) {
        return None;
    }
    let end = capital_run(words, at);
    let is_lone_start = word.is_initial && end == at + 1;
    let is_word_too = classes.is(Classes::DOUBTFUL_NAME) && is_lone_start;
    let is_any_word = is_lone_start && !is_known(word, known) && !may_follow_name(words, end);
    (!is_word_too && !is_any_word).then_some(end)
}

fn is_no_name(words: &[Word], at: usize, known: Known<'_>) -> bool {
    let Some(word) = words.get(at) else {
        return true;
    };
    if is_known(word, known) || known.has_capital_nouns {
        return !is_known(word, known);
    }
    let taken = Classes::NO_NAME
        .or(Classes::DETERMINER)
        .or(Classes::FIELD)
        .or(Classes::BODY);
    let posts = Classes::HEAD
        .or(Classes::WEAK_HEAD)
        .or(Classes::UNIT)
        .or(Classes::ADJECTIVE)
        .or(Classes::PART);
    let is_introduced = at > 0
        && (class_at(words, at - 1).is(Classes::DETERMINER)
            || matches!(text_at(words, at - 1), "a" | "an"));
    let is_inflected = word.is_initial
        && ["ing", "ly", "tion", "ment", "ness", "ed", "ers"]
            .iter()
            .any(|end| word.text.ends_with(end));
    class_at(words, at).is(taken.or(posts))
        || word.is_upper
        || is_introduced
        || is_inflected
        || word.text.len() < 3
        || word.text.bytes().any(|byte| byte.is_ascii_digit())
}

pub(super) fn is_known(word: &Word, known: Known<'_>) -> bool {
    let is_present = known.names.iter().any(|name| {
        name.split(' ')
            .any(|part| part == word.text && part.len() > 1)
    });
    word.is_capital && (is_present || !nickname_roots(&word.text).is_empty())
}

/// One past the capitalised words from `at` on that can belong to one name.
pub(super) fn capital_run(words: &[Word], at: usize) -> usize {
    let mut end = at + 1;
    let taken = Classes::NO_NAME
        .or(Classes::HEAD)
        .or(Classes::WEAK_HEAD)
        .or(Classes::FIELD)
        .or(Classes::BODY);
    while end < at + 4 && is_capital(words, end) && !class_at(words, end).is(taken) {
        end += 1;
    }
    end
}
