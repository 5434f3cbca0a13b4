//! Names as they are compared: given, family, middle name and suffix, folded.
//!
//! Reads   names as records state them
//! Writes  `given|family|middle|suffix`, and how rare or alike two of them are

use model::tables::base::MentionRow;
use text::domains::is_blocklisted_value;
use text::fold::fold;
use text::names::read_name;

/// A name as it is compared; any part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey {
    /// First given name.
    pub given: String,
    /// Family name with its particles.
    pub family: String,
    /// What stands between them.
    pub middle: String,
    /// `jr`, `iii` …
    pub suffix: String,
}

impl NameKey {
    /// The name of a mention; separate columns outrank the full name.
    pub fn of(row: &MentionRow) -> Self {
        let full = row.full_name.as_deref().unwrap_or_default();
        let mut key = Self::read(full);
        if let Some(given) = row.given_name.as_deref().map(fold) {
            let (first, rest) = given.split_once(' ').unwrap_or((&given, ""));
            first.clone_into(&mut key.given);
            if !rest.is_empty() {
                rest.clone_into(&mut key.middle);
            }
        }
        if let Some(family) = row.family_name.as_deref() {
            key.family = fold(family);
        }
        key.without_blocked()
    }

    /// The name in a text.
    pub fn read(text: &str) -> Self {
        let name = read_name(text);
        let folded = |part: Option<String>| part.as_deref().map(fold).unwrap_or_default();
        let key = Self {
            given: folded(name.given),
            family: folded(name.family),
            middle: folded(name.middle),
            suffix: folded(name.suffix),
        };
        key.without_blocked()
    }

    /// Reads `given|family|middle|suffix`.
    pub fn parse(text: &str) -> Self {
        let mut parts = text.split('|').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        Self {
            given: next(),
            family: next(),
            middle: next(),
            suffix: next(),
        }
    }

    fn without_blocked(mut self) -> Self {
        for part in [&mut self.given, &mut self.family] {
            if is_blocklisted_value(part) {
                part.clear();
            }
        }
        self
    }

    /// Nothing is known of the name.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    /// Given and family name are both spelled out.
    pub fn is_full(&self) -> bool {
        self.given.len() > 1 && self.family.len() > 1
    }

    /// `given|family`, the part that two spellings of one name share.
    pub fn pair(&self) -> String {
        format!("{}|{}", self.given, self.family)
    }
}

impl std::fmt::Display for NameKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            given,
            family,
            middle,
            suffix,
        } = self;
        write!(f, "{given}|{family}|{middle}|{suffix}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contact;
    use proptest::prelude::*;

    #[test]
    fn columns_outrank_the_full_name() {
        let mut row = contact("crm:contact:1", "Quill, Ada");
        assert_eq!(NameKey::of(&row).to_string(), "ada|quill||");
        row.given_name = Some("Ada Mae".into());
        row.family_name = Some("van Quill".into());
        assert_eq!(NameKey::of(&row).to_string(), "ada|van quill|mae|");
    }

    #[test]
    fn values_for_nothing_are_no_names() {
        let mut row = contact("crm:lead:1", "Ada");
        row.family_name = Some("[not provided]".into());
        assert_eq!(NameKey::of(&row).pair(), "ada|");
    }

    proptest! {
        #[test]
        fn a_key_survives_printing_and_parsing(text in ".{0,40}") {
            let key = NameKey::read(&text);
            prop_assert_eq!(NameKey::parse(&key.to_string()), key);
        }
    }
}
