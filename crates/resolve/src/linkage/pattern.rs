//! Compares two records in everything at once.
//!
//! Reads   fields, the comparisons of a study
//! Writes  a pattern: four bits a comparison, the first one lowest
//!
//! Names typed into each other's columns are compared crosswise, and the
//! comparison `name_order` says that they were.

use super::Kind;
use super::alike::is_one_edit;
use super::compare::{level, other};
use super::field::Field;
use super::study::Study;
use super::value::Value;

/// The levels of all comparisons of a pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Pattern(pub u64);

/// Compares records.
pub(super) struct Comparer<'a> {
    fields: Vec<(usize, Kind, &'a Field)>,
    names: Option<Names>,
    /// Comparisons in all.
    pub n_comparisons: usize,
}

/// Where the comparisons of names stand.
#[derive(Clone, Copy)]
struct Names {
    given: usize,
    family: usize,
    order: usize,
}

impl Pattern {
    /// The level of a comparison.
    pub(super) const fn level(self, comparison: usize) -> u8 {
        (self.0 >> (4 * comparison) & 15) as u8
    }

    /// All levels.
    pub(super) fn levels(self, n_comparisons: usize) -> Vec<u8> {
        (0..n_comparisons).map(|at| self.level(at)).collect()
    }

    const fn set(&mut self, comparison: usize, level: u8) {
        let shift = 4 * comparison;
        self.0 = self.0 & !(15 << shift) | (level as u64) << shift;
    }
}

impl<'a> Comparer<'a> {
    /// Compares by the comparisons of a study.
    pub(super) fn new(fields: &'a [Field], study: &Study) -> Self {
        let at = |kind: Kind| study.comparisons.iter().position(|c| c.kind == kind);
        let names = || {
            Some(Names {
                given: at(Kind::GivenName)?,
                family: at(Kind::FamilyName)?,
                order: at(Kind::NameOrder)?,
            })
        };
        let own = study
            .comparisons
            .iter()
            .enumerate()
            .filter_map(|(at, comparison)| {
                let field = fields.iter().find(|field| field.name == comparison.name)?;
                Some((at, comparison.kind, field))
            });
        Self {
            fields: own.collect(),
            names: names(),
            n_comparisons: study.comparisons.len(),
        }
    }

    /// The field of a comparison, where it rests on one.
    pub(super) fn field(&self, comparison: usize) -> Option<&'a Field> {
        let own = self.fields.iter().find(|(at, _, _)| *at == comparison);
        own.map(|(_, _, field)| *field)
    }

    /// Compares two records.
    pub(super) fn compare(&self, left: u32, right: u32) -> Pattern {
        let mut pattern = Pattern::default();
        for (at, kind, field) in &self.fields {
            if let (Some((a, left)), Some((b, right))) = (field.value(left), field.value(right)) {
                let level = if a == b { 1 } else { level(*kind, left, right) };
                pattern.set(*at, level);
            }
        }
        if let Some(names) = self.names {
            self.order_names(names, left, right, &mut pattern);
        }
        pattern
    }

    /// Takes names crosswise where that agrees and the way they stand does not.
    fn order_names(&self, names: Names, left: u32, right: u32, pattern: &mut Pattern) {
        let value = |comparison, row| Some(self.field_at(comparison)?.value(row)?.1);
        let (given, family) = (names.given, names.family);
        let lefts = (value(given, left), value(family, left));
        let rights = (value(given, right), value(family, right));
        if (lefts.0.is_none() && lefts.1.is_none()) || (rights.0.is_none() && rights.1.is_none()) {
            return;
        }
        pattern.set(names.order, 1);
        let differs = |at: usize, kind| {
            let level = pattern.level(at);
            level == 0 || level == other(kind)
        };
        if !differs(given, Kind::GivenName) || !differs(family, Kind::FamilyName) {
            return;
        }
        let crossed = [(lefts.0, rights.1), (lefts.1, rights.0)].map(|(a, b)| across(a, b));
        let is_turned = crossed.contains(&Across::Differs);
        let agrees = |found: Across| matches!(found, Across::Same | Across::Close);
        if is_turned || !crossed.into_iter().any(agrees) {
            return;
        }
        pattern.set(names.order, 2);
        let [first, second] = crossed;
        pattern.set(given, first.level(3));
        pattern.set(family, second.level(2));
    }

    fn field_at(&self, comparison: usize) -> Option<&'a Field> {
        // Comparisons of fields stand first and in order.
        let direct = self
            .fields
            .get(comparison)
            .filter(|(at, _, _)| *at == comparison);
        direct
            .map(|(_, _, field)| *field)
            .or_else(|| self.field(comparison))
    }
}

/// How a given name of one record compares with the family name of the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Across {
    Missing,
    Same,
    Close,
    Differs,
}

impl Across {
    const fn level(self, close: u8) -> u8 {
        match self {
            Self::Same => 1,
            Self::Close => close,
            Self::Missing | Self::Differs => 0,
        }
    }
}

fn across(left: Option<&Value>, right: Option<&Value>) -> Across {
    let (Some(left), Some(right)) = (left, right) else {
        return Across::Missing;
    };
    let (a, b) = (left.text.as_bytes(), right.text.as_bytes());
    if a.len().min(b.len()) < 2 {
        Across::Missing
    } else if a == b {
        Across::Same
    } else if a.len().min(b.len()) > 2 && is_one_edit(a, b) {
        Across::Close
    } else {
        Across::Differs
    }
}
