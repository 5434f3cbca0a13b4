//! The kinds of lexicon entries and the index over all of them.

use std::sync::LazyLock;

use model::{Function, Seniority};
use rustc_hash::FxHashMap;

use super::{lexicon_en, lexicon_europe, lexicon_function};

/// What part a word that speaks of seniority plays in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A rank: `director`, `vice president`.
    Rank,
    /// Makes small what it ends, and lowers what it starts: `assistant`, `trainee`.
    Helper,
    /// Qualifies a trade: `senior`, `junior`, `lead`.
    Qualifier,
    /// A trade without a rank: `engineer`, `consultant`.
    Trade,
}

/// One phrase of the lexicon, folded. Strengths are percent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) phrase: &'static str,
    pub(super) level: Option<(Seniority, Part, u8)>,
    pub(super) function: Option<(Function, u8)>,
}

pub(super) const fn rank(phrase: &'static str, level: Seniority, strength: u8) -> Entry {
    Entry {
        phrase,
        level: Some((level, Part::Rank, strength)),
        function: None,
    }
}

pub(super) const fn helper(phrase: &'static str, strength: u8) -> Entry {
    Entry {
        phrase,
        level: Some((Seniority::Entry, Part::Helper, strength)),
        function: None,
    }
}

pub(super) const fn qualifier(phrase: &'static str, level: Seniority, strength: u8) -> Entry {
    Entry {
        phrase,
        level: Some((level, Part::Qualifier, strength)),
        function: None,
    }
}

pub(super) const fn trade(phrase: &'static str, level: Seniority, strength: u8) -> Entry {
    Entry {
        phrase,
        level: Some((level, Part::Trade, strength)),
        function: None,
    }
}

/// A function, and nothing about rank.
pub(super) const fn field(phrase: &'static str, function: Function, strength: u8) -> Entry {
    Entry {
        phrase,
        level: None,
        function: Some((function, strength)),
    }
}

/// Says nothing, and keeps its words from being read one by one.
pub(super) const fn mask(phrase: &'static str) -> Entry {
    Entry {
        phrase,
        level: None,
        function: None,
    }
}

impl Entry {
    /// The same entry, speaking of a function as well.
    pub(super) const fn of(self, function: Function, strength: u8) -> Self {
        Self {
            function: Some((function, strength)),
            ..self
        }
    }
}

/// The longest phrase of the lexicon, in words.
pub(super) const LONGEST_PHRASE: usize = 5;

static INDEX: LazyLock<FxHashMap<&'static str, &'static Entry>> = LazyLock::new(|| {
    let lists = [
        lexicon_function::ENTRIES,
        lexicon_europe::ENTRIES,
        lexicon_en::ENTRIES,
    ];
    lists
        .into_iter()
        .flatten()
        .map(|entry| (entry.phrase, entry))
        .collect()
});

/// The entry of a folded phrase.
pub(super) fn entry_of(phrase: &str) -> Option<&'static Entry> {
    INDEX
        .get(phrase)
        .copied()
        .or_else(|| lexicon_europe::compound(phrase))
}
