//! A study: which columns are compared how, which records meet, and from when a
//! score counts.
//!
//! A study may be written in a few lines; what it leaves open is proposed from
//! the table ([`super::propose`]). The resolved form leaves nothing open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Kind;

/// A study as somebody writes it: everything may be left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Draft {
    /// What columns hold, by their names; columns that are not named are profiled.
    pub columns: BTreeMap<String, Kind>,
    /// Rules that take the place of proposed ones.
    pub rules: Option<Vec<Rule>>,
    /// Where a score counts.
    pub thresholds: Option<Thresholds>,
    /// How the model is estimated.
    pub estimation: Option<Estimation>,
}

/// A study with nothing left open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    /// Where a score counts.
    pub thresholds: Thresholds,
    /// How the model is estimated.
    pub estimation: Estimation,
    /// What each column holds.
    pub columns: BTreeMap<String, Kind>,
    /// What is compared, in the order of the waterfall.
    pub comparisons: Vec<Comparison>,
    /// Who meets whom; a pair belongs to the first rule that joins it.
    pub rules: Vec<Rule>,
}

/// One comparison of two records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Its name, which rules use.
    pub name: String,
    /// What is compared.
    pub kind: Kind,
    /// The columns it is read from.
    pub columns: Vec<String>,
    /// From the same to other; a missing value is none of them.
    pub levels: Vec<String>,
    /// A rare value in common counts more than a frequent one.
    pub by_frequency: bool,
    /// Supports other evidence and never links alone.
    pub is_surrounding: bool,
}

/// Records with equal keys meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Parts of comparisons, such as `family_name.sound` or `dob.year_month`.
    pub keys: Vec<String>,
}

/// Where a score counts, in bits; 0 is even odds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// From here two records are one person.
    pub link_bits: f64,
    /// From here somebody is asked.
    pub ask_bits: f64,
    /// Two groups become one when their pairs reach this on average.
    pub group_bits: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            link_bits: 0.0,
            ask_bits: -4.0,
            group_bits: -2.0,
        }
    }
}

/// How the model is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Estimation {
    /// Random pairs that are compared.
    pub n_random_pairs: usize,
    /// The seed they are drawn from.
    pub seed: u64,
    /// Rounds of each estimate at most.
    pub n_rounds: usize,
    /// A training block with fewer expected matches is too thin.
    pub least_matches: f64,
    /// Rounds in which found groups correct the rates.
    pub n_corrections: usize,
    /// A block of more records is split by further keys.
    pub largest_block: usize,
    /// Pairs of one rule, per record, at most.
    pub pairs_per_record: usize,
}

impl Default for Estimation {
    fn default() -> Self {
        Self {
            n_random_pairs: 600_000,
            seed: 1,
            n_rounds: 200,
            least_matches: 20.0,
            n_corrections: 2,
            largest_block: 400,
            pairs_per_record: 10,
        }
    }
}

/// Why a study cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StudyError {
    /// The study names a column that the table lacks.
    #[error("column `{0}` of the study is not in the table; it has {1}")]
    NoColumn(String, String),
    /// A rule names no comparison or no part of it.
    #[error("key `{0}` of a rule is no part of a comparison; there are {1}")]
    NoKey(String, String),
    /// Nothing in the table can be compared.
    #[error("nothing in the table tells records apart; name its columns in a study")]
    Nothing,
    /// More comparisons than a pattern holds.
    #[error("the study has {0} comparisons; at most 16 are possible")]
    TooMany(usize),
    /// Fewer than two records.
    #[error("the table has {0} records; two are needed")]
    TooFew(usize),
    /// A threshold is no number, or asking starts above linking.
    #[error("thresholds must be numbers with ask_bits at most link_bits")]
    Thresholds,
}

impl StudyError {
    /// A code that stays the same.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoColumn(..) => "study_no_column",
            Self::NoKey(..) => "study_no_key",
            Self::Nothing => "study_nothing_to_compare",
            Self::TooMany(_) => "study_too_many_comparisons",
            Self::TooFew(_) => "study_too_few_records",
            Self::Thresholds => "study_thresholds",
        }
    }
}
