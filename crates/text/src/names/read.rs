//! Takes a name apart.

use super::{PersonName, words};
use crate::fold::fold;
use crate::titles::is_title_only;

/// Takes a name apart; what is not there stays empty.
///
/// Understands `Given Family`, `Family, Given`, `FAMILY Given`, titles of honour,
/// suffixes, remarks in brackets and after bars or dashes, nicknames in quotes,
/// and mailboxes such as `given.family@host`. One word alone is a given name.
pub fn read_name(text: &str) -> PersonName {
    let mut name = PersonName::default();
    let spelled = if text.contains('@') {
        from_mailbox(text)
    } else {
        text.to_owned()
    };
    let plain = without_remarks(&spelled, &mut name);
    let ordered = in_order(&plain, &mut name);
    let mut words: Vec<&str> = ordered.split_whitespace().collect();
    take_honorifics(&mut words, &mut name);
    take_suffixes(&mut words, &mut name);
    place(&words, &mut name);
    name
}

/// The words of a mailbox's local part; a local part of one word says too little.
fn from_mailbox(text: &str) -> String {
    let display = text
        .split('<')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches('"');
    if !display.contains('@') {
        return display.to_owned();
    }
    let local = display.split('@').next().unwrap_or_default();
    let local = local.split('+').next().unwrap_or_default();
    let words: Vec<&str> = local
        .split(['.', '_', '-'])
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let names = words
        .iter()
        .map(|word| word.trim_end_matches(|mark: char| mark.is_ascii_digit()));
    if words.len() < 2 {
        String::new()
    } else {
        names.collect::<Vec<_>>().join(" ")
    }
}

/// Drops brackets and what follows a bar or a free dash. A short name in quotes
/// or brackets between two other words is kept as the nickname.
fn without_remarks(text: &str, name: &mut PersonName) -> String {
    let marks = [" | ", " - ", " – ", " — ", " @ ", " from ", " via ", " / "];
    let cut = marks
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    let mut plain = String::with_capacity(text.len());
    let mut remark: Option<String> = None;
    for character in text.get(..cut).unwrap_or(text).chars() {
        match (character, remark.as_mut()) {
            ('(' | '[' | '"' | '“' | '„', None) => remark = Some(String::new()),
            (')' | ']' | '"' | '”' | '“', Some(inside)) => {
                let inside = std::mem::take(inside);
                keep_nickname(&inside, &plain, name);
                remark = None;
            }
            (_, Some(inside)) => inside.push(character),
            (_, None) => plain.push(character),
        }
    }
    if plain.trim().is_empty() {
        text.replace(['"', '“', '”', '(', ')'], " ")
    } else {
        without_trailing_remark(&plain, name)
    }
}

/// A remark at the end was a company or a pronoun, not a nickname.
fn without_trailing_remark(plain: &str, name: &mut PersonName) -> String {
    if plain.ends_with(char::is_whitespace)
        && plain.split_whitespace().count() > 1
        && name.nickname.is_some()
    {
        let is_between = plain.contains("  ");
        name.nickname = name.nickname.take().filter(|_| is_between);
    }
    plain.to_owned()
}

fn keep_nickname(inside: &str, before: &str, name: &mut PersonName) {
    let is_one_word = inside.chars().all(char::is_alphabetic) && !inside.is_empty();
    let stands_inside = !before.trim().is_empty();
    if is_one_word && stands_inside {
        name.nickname = Some(inside.to_owned());
    }
}

/// Puts `Family, Given` in order; suffixes and titles after a comma leave.
fn in_order(text: &str, name: &mut PersonName) -> String {
    let mut parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    while parts.len() > 1 {
        let Some(last) = parts.last().copied() else {
            break;
        };
        if is_suffix(last) {
            push_word(&mut name.suffix, last);
        } else if !is_title_only(last) {
            break;
        }
        parts.pop();
    }
    match parts.as_slice() {
        [family, given] => {
            name.family = Some((*family).to_owned());
            (*given).to_owned()
        }
        [only, ..] => (*only).to_owned(),
        [] => String::new(),
    }
}

fn take_honorifics(words: &mut Vec<&str>, name: &mut PersonName) {
    while words.len() > 1 || name.family.is_some() {
        let Some(first) = words.first().copied() else {
            break;
        };
        let is_initial = fold(first).len() == 1 && !first.ends_with('.');
        if !words::HONORIFICS.contains(&fold(first).as_str()) || is_initial {
            break;
        }
        push_word(&mut name.honorific, first.trim_end_matches('.'));
        words.remove(0);
    }
}

fn take_suffixes(words: &mut Vec<&str>, name: &mut PersonName) {
    while words.len() > 2 && words.last().is_some_and(|last| is_suffix(last)) {
        let Some(last) = words.pop() else { break };
        push_word(&mut name.suffix, last.trim_end_matches('.'));
    }
}

fn is_suffix(word: &str) -> bool {
    let key = fold(word);
    // "Ma" and "Ba" are family names when written like names.
    let is_written_like_a_name = key.len() == 2
        && !matches!(key.as_str(), "jr" | "sr" | "ii" | "iv")
        && word.chars().nth(1).is_some_and(char::is_lowercase);
    words::SUFFIXES.contains(&key.as_str()) && !is_written_like_a_name
}

/// Shares the words out between given, middle and family name.
fn place(words: &[&str], name: &mut PersonName) {
    let (given, rest) = match (words, name.family.is_some()) {
        ([], _) => return,
        ([first, rest @ ..], true) => {
            name.middle = joined(rest);
            name.given = Some((*first).to_owned());
            return;
        }
        (words, false) if is_family_first(words) => {
            let n_family = words.iter().take_while(|word| is_capitals(word)).count();
            let (family, given) = words.split_at(n_family);
            name.family = joined(family);
            (given.first(), given.get(1..).unwrap_or_default())
        }
        ([first, rest @ ..], false) => (Some(first), rest),
    };
    name.given = given.map(|word| (*word).to_owned());
    if name.family.is_some() {
        name.middle = joined(rest);
        return;
    }
    let (middle, family) = rest.split_at(start_of_family(rest));
    name.middle = joined(middle);
    name.family = joined(family);
}

/// `SMITH Ada`: family names in capitals come first.
fn is_family_first(words: &[&str]) -> bool {
    words.first().is_some_and(|word| is_capitals(word))
        && words.last().is_some_and(|word| !is_capitals(word))
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 2
        && !word.chars().any(char::is_lowercase)
}

/// Where the family name starts: at the last word, or at the particles before it.
fn start_of_family(rest: &[&str]) -> usize {
    let last = rest.len().saturating_sub(1);
    let before = rest.get(..last).unwrap_or_default();
    let is_particle = |word: &&&str| words::PARTICLES.contains(&fold(word).as_str());
    last - before.iter().rev().take_while(is_particle).count()
}

fn joined(words: &[&str]) -> Option<String> {
    (!words.is_empty()).then(|| words.join(" "))
}

fn push_word(slot: &mut Option<String>, word: &str) {
    let text = slot.get_or_insert_default();
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word.trim_end_matches('.'));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `honorific|given|middle|family|suffix|nickname`, `-` where empty.
    fn parts(text: &str) -> String {
        let name = read_name(text);
        let all = [
            name.honorific,
            name.given,
            name.middle,
            name.family,
            name.suffix,
            name.nickname,
        ];
        all.map(|part| part.unwrap_or_else(|| "-".to_owned()))
            .join("|")
    }

    #[test]
    fn parts_are_found_in_every_order() {
        let cases = [
            ("Ada Lovelace", "-|Ada|-|Lovelace|-|-"),
            ("Lovelace, Ada", "-|Ada|-|Lovelace|-|-"),
            ("LOVELACE Ada", "-|Ada|-|Lovelace|-|-"),
            ("Dr. Ada M. Lovelace, PhD", "Dr|Ada|M.|Lovelace|PhD|-"),
            ("Ludwig van der Berg", "-|Ludwig|-|van der Berg|-|-"),
            ("Robert \"Bob\" Ames Jr.", "-|Robert|-|Ames|Jr|Bob"),
            ("Robert (Bob) Ames", "-|Robert|-|Ames|-|Bob"),
            ("Ada Lovelace (Harbor)", "-|Ada|-|Lovelace|-|-"),
            ("Ada Lovelace | Harbor", "-|Ada|-|Lovelace|-|-"),
            ("Ada Lovelace, CFO", "-|Ada|-|Lovelace|-|-"),
            ("ada.lovelace2@harbor.example", "-|ada|-|lovelace|-|-"),
            ("info@harbor.example", "-|-|-|-|-|-"),
            ("Ada", "-|Ada|-|-|-|-"),
            ("", "-|-|-|-|-|-"),
            ("Yo-Yo Ma", "-|Yo-Yo|-|Ma|-|-"),
        ];
        for (text, expected) in cases {
            assert_eq!(
                parts(text).to_lowercase(),
                expected.to_lowercase(),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn two_plain_words_are_given_and_family(given in "[A-Z][a-z]{3,8}q", family in "[A-Z][a-z]{3,8}q") {
            let plain = read_name(&format!("{given} {family}"));
            let turned = read_name(&format!("{family}, {given}"));
            prop_assert_eq!(plain.key(), format!("{} {}", given.to_lowercase(), family.to_lowercase()));
            prop_assert_eq!(plain.key(), turned.key());
        }

        #[test]
        fn any_text_is_taken(text in ".{0,60}") {
            let _ = read_name(&text);
        }
    }
}
