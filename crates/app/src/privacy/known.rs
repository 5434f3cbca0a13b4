//! What is looked for: names, addresses, numbers and keys, in comparable form.
//!
//! The same entries are looked for when somebody is erased (in plain form) and
//! when files are imported later (as keyed hashes, the only form that stays).

use std::collections::BTreeSet;

use model::tables::base::MentionRow;
use store::Tombstones;
use text::fold::fold;

/// Ids this long, with a digit, stand for nobody else by chance.
const LEAST_ID: usize = 6;
/// Ids of digits alone must be longer: they could be amounts.
const LEAST_DIGITS: usize = 8;

/// A set of entries that can be asked whether it holds one.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// The entries themselves.
    Plain(BTreeSet<String>),
    /// Their keyed hashes.
    Keyed(Tombstones),
}

impl Known {
    /// Whether the entry is looked for.
    pub(crate) fn holds(&self, entry: &str) -> bool {
        match self {
            Self::Plain(entries) => entries.contains(entry),
            Self::Keyed(found) => found.hashes.contains(&hash(&found.key, entry)),
        }
    }

    /// Whether this text, as a whole, is an address, a key or an id that is looked for.
    pub(crate) fn holds_whole(&self, text: &str) -> bool {
        let text = text.trim();
        !text.is_empty()
            && (self.holds(&entry("key", text))
                || self.holds(&entry("cell", &fold(text)))
                || (text.contains('@') && self.holds(&email(text))))
    }

    /// Whether the mention is of somebody looked for. `name_at` settles namesakes.
    pub(crate) fn is_mentioned(&self, row: &MentionRow) -> bool {
        let keys = std::iter::once(&row.native_key).chain(&row.external_keys);
        let has_key = keys.into_iter().any(|key| self.holds(&entry("key", key)));
        let has_email = row.emails.iter().any(|address| self.holds(&email(address)));
        if has_key || has_email {
            return true;
        }
        let places: Vec<String> = places(row);
        let is_at = |place: &String| {
            names(row)
                .iter()
                .any(|name| self.holds(&name_at(name, place)))
        };
        match places.is_empty() {
            true => names(row)
                .iter()
                .any(|name| self.holds(&entry("name", name))),
            false => places.iter().any(is_at),
        }
    }

    /// Whether the mention bears a name that is looked for.
    pub(crate) fn is_namesake(&self, row: &MentionRow) -> bool {
        names(row)
            .iter()
            .any(|name| self.holds(&entry("name", name)))
    }
}

/// The keyed hash of an entry.
pub(crate) fn hash(key: &[u8; 32], entry: &str) -> [u8; 32] {
    *blake3::keyed_hash(key, entry.as_bytes()).as_bytes()
}

/// An entry of this kind.
pub(crate) fn entry(kind: &str, value: &str) -> String {
    format!("{kind}\t{value}")
}

/// The entry of an e-mail address.
pub(crate) fn email(address: &str) -> String {
    entry("email", &address.trim().to_lowercase())
}

/// The entry of a phone number by its last nine digits, so that a prefix does not matter.
pub(crate) fn phone(digits: &str) -> Option<String> {
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let tail = digits.get(digits.len().saturating_sub(9)..)?;
    (tail.len() >= 7).then(|| entry("phone", tail))
}

/// The entry of a name at an account.
pub(crate) fn name_at(name: &str, place: &str) -> String {
    entry("at", &format!("{name}\t{place}"))
}

/// The words of a text: runs of letters and digits, folded, with their places in bytes.
pub(crate) fn words(text: &str) -> Vec<(String, usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, letter) in ends {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((fold(text.get(from..at).unwrap_or_default()), from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The words of a text, one space apart.
pub(crate) fn joined(text: &str) -> String {
    let words: Vec<String> = words(text).into_iter().map(|(word, ..)| word).collect();
    words.join(" ")
}

/// The names a mention gives, of two words at least; family names first, too.
pub(crate) fn names(row: &MentionRow) -> Vec<String> {
    let given = row.given_name.as_deref().unwrap_or_default();
    let family = row.family_name.as_deref().unwrap_or_default();
    let full = row.full_name.as_deref().unwrap_or_default();
    let mut names = vec![joined(full)];
    if let [first, last] = joined(full).split(' ').collect::<Vec<_>>().as_slice() {
        names.push(format!("{last} {first}"));
    }
    if !given.is_empty() && !family.is_empty() {
        names.push(joined(&format!("{given} {family}")));
        names.push(joined(&format!("{family} {given}")));
    }
    names.retain(|name| name.contains(' '));
    names.sort();
    names.dedup();
    names
}

/// The accounts a mention stands at, as far as it says.
pub(crate) fn places(row: &MentionRow) -> Vec<String> {
    let name = row
        .account_name
        .as_deref()
        .map(text::companies::company_key);
    name.into_iter().chain(row.account_ref.clone()).collect()
}

/// The id at the end of a key, as words, when nobody else's text can hold it by chance.
pub(crate) fn telling_id(key: &str) -> Option<String> {
    let id = joined(key.splitn(3, ':').nth(2)?);
    let n = id.chars().filter(|letter| *letter != ' ').count();
    let has_digit = id.contains(|letter: char| letter.is_ascii_digit());
    let has_letter = id.contains(|letter: char| letter.is_ascii_alphabetic());
    let least = if has_letter { LEAST_ID } else { LEAST_DIGITS };
    (has_digit && n >= least).then(|| entry("id", &id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_whatever_their_prefix() {
        assert_eq!(phone("+44 (0)20 7946 0958"), phone("020 7946 0958"));
        assert_eq!(phone("12 34"), None);
    }

    #[test]
    fn short_ids_tell_nothing() {
        assert_eq!(telling_id("crm:contact:12"), None);
        assert_eq!(telling_id("crm:contact:500000"), None);
        let id = telling_id("crm:contact:003-AB12");
        assert_eq!(id.as_deref(), Some("id\t003 ab12"));
    }
}
