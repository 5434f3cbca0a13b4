//! Folding of words so that spellings of one word compare equal.
//!
//! Source  Unicode Standard Annex 15 (NFKC); transliteration by `deunicode`
//!
//! Two spellings are one when they differ only by width, case, accent or
//! punctuation. Nothing else is folded: `ae` stays apart from `a`.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

/// Returns the words of a text in lower-case ASCII, one space apart.
///
/// Apostrophes and full stops inside a word vanish (`O'Neil` is `oneil`), every
/// other mark separates words. Scripts other than Latin are transliterated.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkc() {
        push_folded(&mut folded, character);
    }
    trim_end(&mut folded);
    folded
}

/// Appends one character, folded; separators become one space.
pub(crate) fn push_folded(folded: &mut String, character: char) {
    if character.is_ascii_alphanumeric() {
        folded.push(character.to_ascii_lowercase());
    } else if character.is_alphanumeric() {
        push_transliterated(folded, character);
    } else if !is_joiner(character) {
        push_space(folded);
    }
}

/// Appends a space unless there is one, or nothing yet.
pub(crate) fn push_space(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Removes a space left at the end.
pub(crate) fn trim_end(folded: &mut String) {
    let length = folded.trim_end().len();
    folded.truncate(length);
}

/// Marks that join the two halves of a word rather than part them.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | '‘' | '`' | '´' | '.' | '\u{ad}' | '\u{300}'..='\u{36f}'
    )
}

fn push_transliterated(folded: &mut String, character: char) {
    let Some(ascii) = deunicode_char(character) else {
        return;
    };
    let letters = ascii.chars().filter(char::is_ascii_alphanumeric);
    folded.extend(letters.map(|letter| letter.to_ascii_lowercase()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accent_width_and_marks_vanish() {
        assert_eq!(fold("  Jürgen  O'Neil-Straße "), "jurgen oneil strasse");
        assert_eq!(fold("ＡＣＭＥ，Inc."), "acme inc");
        assert_eq!(fold("Łukasz Ørsted"), "lukasz orsted");
        assert_eq!(fold("…"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
