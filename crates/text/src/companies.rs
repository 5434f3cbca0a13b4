//! Company names in comparable form.
//!
//! Source  lists of legal forms and generic words of our own
//!
//! Legal forms go only from the end (and a few from the front), so that words
//! in the middle of a name stay. A name that is nothing but a legal form keeps
//! it: an empty key would match everything.

mod words;

use crate::domains::{is_blocklisted_value, registrable_domain};
use crate::fold::fold;

/// The comparison key of a company name: its folded tokens without legal forms.
///
/// `Acme Holdings, Inc.` and `ACME HOLDINGS` share the key `acme holdings`.
pub fn company_key(name: &str) -> String {
    let spelled = spelled_out(name);
    let all: Vec<&str> = spelled
        .split(' ')
        .filter(|token| !token.is_empty())
        .collect();
    let kept = without_forms(&all);
    if kept.is_empty() {
        all.join(" ")
    } else {
        kept.join(" ")
    }
}

/// Whether a token of a key identifies nobody: `group`, `solutions`, `international`.
pub fn is_generic_token(token: &str) -> bool {
    words::GENERIC.contains(&token)
}

/// Whether a key has a token that can tell it from others.
pub fn is_telling(key: &str) -> bool {
    key.split(' ')
        .any(|token| token.len() > 1 && !is_generic_token(token) && !is_blocklisted_value(token))
}

/// The first letters of a key's words, when there are at least three.
pub fn acronym(key: &str) -> Option<String> {
    let words = key.split(' ').filter(|word| !words::SMALL.contains(word));
    let letters: String = words.filter_map(|word| word.chars().next()).collect();
    (letters.len() >= 3).then_some(letters)
}

/// Folds a name after `&` is spelled, remarks in brackets are gone and a bare
/// domain has given up its suffix.
fn spelled_out(name: &str) -> String {
    let name = name.trim();
    if !name.contains(char::is_whitespace) && name.contains('.') {
        let label = registrable_domain(name).and_then(|domain| domain.split('.').next().map(fold));
        let has_known_suffix = name
            .rsplit('.')
            .next()
            .is_some_and(|suffix| suffix.len() >= 2);
        if let Some(label) = label.filter(|_| has_known_suffix) {
            return label;
        }
    }
    let plain = without_brackets(name);
    let plain = if plain.trim().is_empty() {
        name
    } else {
        &plain
    };
    let folded = fold(&plain.replace(['&', '+'], " and "));
    words::ALIAS_MARKS
        .iter()
        .find_map(|mark| folded.split_once(mark))
        .map_or(folded.clone(), |(first, _)| first.to_owned())
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    plain
}

/// Drops legal forms from the end and articles from the front.
fn without_forms<'t>(tokens: &[&'t str]) -> Vec<&'t str> {
    let mut kept = tokens;
    while let Some(rest) = words::FORMS.iter().find_map(|form| strip_end(kept, form)) {
        kept = rest;
    }
    while let Some(rest) = words::FRONT
        .iter()
        .find_map(|word| kept.strip_prefix(&[*word]))
    {
        kept = rest;
    }
    kept.to_vec()
}

/// The tokens before a form of one or more words, if they end with it.
fn strip_end<'a, 't>(tokens: &'a [&'t str], form: &str) -> Option<&'a [&'t str]> {
    let n_words = form.split(' ').count();
    let (rest, end) = tokens.split_at_checked(tokens.len().checked_sub(n_words)?)?;
    end.iter().copied().eq(form.split(' ')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn legal_forms_articles_and_marks_vanish() {
        let cases = [
            ("Acme, Inc.", "acme"),
            ("ACME Corp", "acme"),
            ("The Acme Company", "acme"),
            ("Müller & Söhne GmbH & Co. KG", "muller and sohne"),
            ("Harbor S.p.A.", "harbor"),
            ("Harbor S. A. de C. V.", "harbor"),
            ("Harbor Pty Ltd (formerly Pier)", "harbor"),
            ("harbor.example", "harbor"),
            ("AS Harbor AB", "as harbor"),
            ("Harbor Sp. z o.o.", "harbor"),
            ("Co", "co"),
            ("Harbor LLC dba Pier", "harbor"),
            ("", ""),
        ];
        for (name, key) in cases {
            assert_eq!(company_key(name), key, "{name}");
        }
    }

    #[test]
    fn generic_words_tell_nobody_apart() {
        assert!(is_telling("harbor group"));
        assert!(!is_telling("global solutions group"));
        assert!(!is_telling("n a"));
    }

    #[test]
    fn acronyms_need_three_words() {
        assert_eq!(
            acronym("international pier machines").as_deref(),
            Some("ipm")
        );
        assert_eq!(acronym("bank of the harbor"), None);
    }

    proptest! {
        #[test]
        fn keys_are_stable(name in "[A-Za-zäöé&., ]{0,40}") {
            let key = company_key(&name);
            prop_assert_eq!(company_key(&key.to_uppercase()), key);
        }
    }
}
