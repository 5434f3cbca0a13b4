//! Names of people: their parts, their comparison key, and what is no name.
//!
//! Source  lists of our own for honorifics, suffixes, particles and nicknames
//!
//! The order of parts differs between cultures and cannot be read off a string
//! with certainty; `Family, Given` and `FAMILY Given` are recognised, otherwise
//! the last word (with its particles) is taken for the family name.

mod nicknames;
mod read;
mod words;

pub use nicknames::{GivenMatch, match_given, nickname_roots};
pub use read::read_name;

use crate::domains::is_blocklisted_value;
use crate::fold::fold;
use crate::titles::{is_title_only, read_title};

/// The parts of a person's name, as they stand in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// First given name.
    pub given: Option<String>,
    /// Names between given and family name.
    pub middle: Option<String>,
    /// Family name with its particles.
    pub family: Option<String>,
    /// A short name in quotes or brackets: `Robert "Bob" Ames`.
    pub nickname: Option<String>,
    /// `Dr`, `Prof`, `Frau` …
    pub honorific: Option<String>,
    /// `Jr`, `III`, `PhD` …
    pub suffix: Option<String>,
}

impl PersonName {
    /// Folded given name and family name, one space apart.
    pub fn key(&self) -> String {
        let parts = [&self.given, &self.family];
        let folded = parts.into_iter().flatten().map(|part| fold(part));
        folded
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The comparison key of a name: NFKC, lower case, ASCII, marks gone, one space apart.
pub fn name_key(name: &str) -> String {
    fold(name)
}

/// Whether a text stands where a name should and names nobody: `CFO (unknown)`,
/// `TBD`, `Speaker 2`, `Procurement team`, `VP Finance`, a telephone number.
pub fn is_placeholder(name: &str) -> bool {
    let key = fold(name);
    if is_blocklisted_value(name) || !key.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return !name
            .chars()
            .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
            || is_blocklisted_value(name);
    }
    let has_word = |words: &[&str]| key.split(' ').any(|word| words.contains(&word));
    has_word(words::UNKNOWN_WORDS)
        || is_numbered_part(&key)
        || is_unit(&key)
        || is_bare_title(name, &key)
}

/// `speaker 2`, `guest`, `participant b`.
fn is_numbered_part(key: &str) -> bool {
    let mut words = key.split(' ');
    let first = words
        .next()
        .unwrap_or_default()
        .trim_end_matches(|mark: char| mark.is_ascii_digit());
    words::PART_WORDS.contains(&first)
        && words.all(|word| word.len() == 1 || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `procurement team`, `it department`.
fn is_unit(key: &str) -> bool {
    let Some((rest, last)) = key.rsplit_once(' ') else {
        return words::UNIT_WORDS.contains(&key);
    };
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    words::UNIT_WORDS.contains(&last) && is_title_only(rest)
}

fn is_bare_title(name: &str, key: &str) -> bool {
    !words::GIVEN_NAMES_LIKE_TITLES.contains(&key)
        && is_title_only(name)
        && read_title(name).seniority.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn placeholders_name_nobody() {
        for name in [
            "CFO (unknown)",
            "TBD",
            "",
            "n/a",
            "Speaker 2",
            "speaker_3",
            "Guest",
            "Procurement team",
            "VP Finance",
            "+1 555 0100",
            "Unknown Caller",
            "The IT department",
            "CFO",
            "N.N.",
            "Participant B",
        ] {
            assert!(is_placeholder(name), "{name}");
        }
    }

    #[test]
    fn people_are_no_placeholders() {
        for name in [
            "Ada Lovelace",
            "Dean",
            "Guest Ames",
            "Ada",
            "Ümit Öz",
            "李明",
            "Ada Head",
            "Nil Ames",
            "Chase Speaker",
        ] {
            assert!(!is_placeholder(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_taken(name in ".{0,60}") {
            let _ = is_placeholder(&name);
            prop_assert_eq!(name_key(&name_key(&name)), name_key(&name));
        }
    }
}
