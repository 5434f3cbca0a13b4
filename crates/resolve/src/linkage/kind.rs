//! What a column holds, and the ordered levels at which two of its values compare.
//!
//! Level 0 is missing and says nothing; level 1 is the same; the last one is
//! "other". Between them every level is looser than the one before.

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A given name.
    GivenName,
    /// A family name.
    FamilyName,
    /// A whole name; it is read into given, family and other names.
    FullName,
    /// Names besides given and family name, or the words of a title of honour.
    OtherNames,
    /// Whether given and family name stand in one order in both records.
    NameOrder,
    /// An address of a mailbox.
    Email,
    /// A telephone number.
    Phone,
    /// A civil day.
    Date,
    /// A postcode.
    Postcode,
    /// A town, district or place of birth.
    Place,
    /// A street with or without its number.
    Address,
    /// A company.
    Company,
    /// A host or an address of a page.
    Domain,
    /// One of few values.
    Category,
    /// A number or code that was given to somebody.
    Id,
    /// Words of any kind.
    Text,
    /// Left out of the comparison.
    Ignore,
}

impl Kind {
    /// What each level means, the same first and other last.
    pub const fn levels(self) -> &'static [&'static str] {
        match self {
            Self::GivenName => &[
                "same",
                "a form of it",
                "one letter off",
                "initial only",
                "part of it",
                "alike",
                "other",
            ],
            Self::FamilyName => &[
                "same",
                "one letter off",
                "part of it",
                "initial only",
                "two letters off",
                "alike",
                "other",
            ],
            Self::NameOrder => &["as written", "turned"],
            Self::Email => &[
                "same",
                "one or two letters off",
                "same mailbox, another host",
                "alike",
                "same host",
                "other",
            ],
            Self::Phone => &["same", "same last seven digits", "one digit off", "other"],
            Self::Date => &[
                "same",
                "one digit off or two swapped",
                "two of day, month, year",
                "within a month",
                "within a year",
                "same year",
                "other",
            ],
            Self::Postcode => &["same", "one letter off", "same district", "other"],
            Self::Place | Self::OtherNames => &["same", "alike", "a word in common", "other"],
            Self::Address | Self::Text | Self::FullName => &[
                "same",
                "alike",
                "most words in common",
                "a word in common",
                "other",
            ],
            Self::Company => &["same", "alike", "a telling word in common", "other"],
            Self::Id => &["same", "one letter off", "two letters off", "other"],
            Self::Domain | Self::Category | Self::Ignore => &["same", "other"],
        }
    }

    /// Facts about where somebody works or lives: they support, and never link alone.
    pub const fn is_surrounding(self) -> bool {
        matches!(
            self,
            Self::Company | Self::Domain | Self::Category | Self::Place | Self::Text
        )
    }

    /// Whether a rare value in common says more than a frequent one.
    pub const fn has_frequencies(self) -> bool {
        !matches!(self, Self::NameOrder | Self::Ignore)
    }

    /// What is taken for the share of matching pairs at each level before anything is learnt.
    pub fn start(self) -> Vec<f64> {
        let n = self.levels().len();
        if n < 3 {
            return vec![0.9, 0.1];
        }
        // Three in four agree, one in twelve is another value, the rest is shared out.
        let between = (1.0 - 0.75 - 0.08) / (n - 2) as f64;
        let mut rates = vec![between; n];
        if let Some(first) = rates.first_mut() {
            *first = 0.75;
        }
        if let Some(last) = rates.last_mut() {
            *last = 0.08;
        }
        rates
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_to_start_from_sum_to_one() {
        for kind in [
            Kind::GivenName,
            Kind::NameOrder,
            Kind::Category,
            Kind::Phone,
        ] {
            let sum: f64 = kind.start().iter().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{kind:?}");
            assert_eq!(kind.start().len(), kind.levels().len());
        }
    }
}
