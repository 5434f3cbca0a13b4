//! Makes a study of a table: what is compared, and which records meet.
//!
//! Reads   a table, its profile, a draft
//! Writes  a study with nothing left open
//!
//! Two records of one person agree in some two parts, whatever else is wrong. So
//! one rule is made of every two fields, as coarse as the number of its pairs
//! allows, and one of every field that is telling enough alone.

use std::collections::BTreeMap;

use super::field::Field;
use super::profile::ColumnProfile;
use super::study::{Comparison, Draft, Estimation, Rule, Study, StudyError};
use super::{Kind, keys};

/// Rules at most.
const MOST_RULES: usize = 40;
/// Comparisons at most: a pattern keeps four bits for each.
const MOST_COMPARISONS: usize = 14;
/// Records by which the pairs of a rule are estimated.
const N_SAMPLE: usize = 6_000;

/// A key of a rule while it is considered.
struct Part {
    field: usize,
    kind: Kind,
    name: String,
    is_whole: bool,
    numbers: Vec<u64>,
}

/// Completes a draft from the fields of a table.
///
/// # Errors
/// [`StudyError`] when there is nothing to compare, or the draft's rules name what is not there.
pub(super) fn propose(
    draft: &Draft,
    profiles: &[ColumnProfile],
    fields: &[Field],
) -> Result<Study, StudyError> {
    let estimation = draft.estimation.unwrap_or_default();
    let thresholds = draft.thresholds.unwrap_or_default();
    let is_ordered = thresholds.ask_bits <= thresholds.link_bits;
    if !is_ordered || !thresholds.group_bits.is_finite() {
        return Err(StudyError::Thresholds);
    }
    let comparisons = comparisons(fields);
    if comparisons.is_empty() {
        return Err(StudyError::Nothing);
    }
    if comparisons.len() > MOST_COMPARISONS {
        return Err(StudyError::TooMany(comparisons.len()));
    }
    let rules = match &draft.rules {
        Some(rules) => rules.clone(),
        None => rules(fields, &estimation),
    };
    let columns = profiles.iter().map(|p| (p.name.clone(), p.kind));
    Ok(Study {
        thresholds,
        estimation,
        columns: columns.collect::<BTreeMap<_, _>>(),
        comparisons,
        rules,
    })
}

fn comparisons(fields: &[Field]) -> Vec<Comparison> {
    let mut found: Vec<Comparison> = fields.iter().filter_map(comparison).collect();
    let has = |kind: Kind| fields.iter().any(|field| field.kind == Some(kind));
    if has(Kind::GivenName) && has(Kind::FamilyName) {
        found.push(of_kind("name_order", Kind::NameOrder, &[]));
    }
    found
}

fn comparison(field: &Field) -> Option<Comparison> {
    Some(of_kind(&field.name, field.kind?, &field.columns))
}

fn of_kind(name: &str, kind: Kind, columns: &[String]) -> Comparison {
    Comparison {
        name: name.to_owned(),
        kind,
        columns: columns.to_vec(),
        levels: kind
            .levels()
            .iter()
            .map(|level| (*level).to_owned())
            .collect(),
        by_frequency: kind.has_frequencies(),
        is_surrounding: kind.is_surrounding(),
    }
}

fn rules(fields: &[Field], estimation: &Estimation) -> Vec<Rule> {
    let n_rows = fields.first().map_or(0, |field| field.codes.len());
    let budget = (estimation.pairs_per_record * n_rows) as f64;
    let parts: Vec<Vec<Part>> = fields
        .iter()
        .enumerate()
        .map(|(at, f)| parts_of(at, f))
        .collect();
    let sample = sample(n_rows);
    let n_pairs = |parts: &[&Part]| estimated_pairs(parts, fields, &sample, n_rows);
    let mut found: Vec<(f64, Rule)> = Vec::new();
    let mut is_alone: Vec<bool> = Vec::new();
    for part in parts.iter().flatten() {
        let fits = |n: f64| n > 0.0 && n <= budget;
        let is_telling = !part.kind.is_surrounding() && fits(n_pairs(&[part]));
        is_alone.push(is_telling);
        if is_telling {
            found.push((0.0, rule(&[part])));
        }
    }
    let mut is_alone = is_alone.into_iter();
    let together: Vec<Vec<&Part>> = parts
        .iter()
        .map(|parts| {
            let own: Vec<bool> = parts
                .iter()
                .map(|_| is_alone.next().unwrap_or(false))
                .collect();
            let rest = parts.iter().zip(own).filter(|(_, alone)| !alone);
            rest.map(|(part, _)| part).collect()
        })
        .collect();
    for (at, left) in together.iter().enumerate() {
        for right in together.iter().skip(at + 1) {
            // Surroundings alone bring colleagues together, not one person's records.
            let mut kinds = left.iter().chain(right).map(|part| part.kind);
            if kinds.any(|kind| !kind.is_surrounding()) {
                found.extend(best_of_two(left, right, budget, &n_pairs));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.truncate(MOST_RULES);
    found.into_iter().map(|(_, rule)| rule).collect()
}

/// The coarsest two rules of two fields that make few enough pairs.
fn best_of_two(
    left: &[&Part],
    right: &[&Part],
    budget: f64,
    n_pairs: &dyn Fn(&[&Part]) -> f64,
) -> Vec<(f64, Rule)> {
    let pairs = left
        .iter()
        .flat_map(|l| right.iter().map(move |r| [*l, *r]));
    let mut fitting: Vec<(f64, [&Part; 2])> = pairs
        .map(|pair| (n_pairs(&pair), pair))
        .filter(|(n, _)| *n > 0.0 && *n <= budget)
        .collect();
    fitting.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut kept: Vec<(f64, [&Part; 2])> = Vec::new();
    for (n, pair) in fitting {
        // A second rule is worth its pairs only when it forgives another error.
        let is_new = kept
            .iter()
            .all(|(_, own)| own.iter().zip(&pair).all(|(a, b)| a.name != b.name));
        if is_new && kept.len() < 2 {
            kept.push((n, pair));
        }
    }
    if let (true, Some(l), Some(r)) = (kept.is_empty(), left.last(), right.last()) {
        // Even whole values are too frequent: their large blocks will be split.
        kept.push((budget, [l, r]));
    }
    kept.into_iter().map(|(n, pair)| (n, rule(&pair))).collect()
}

fn rule(parts: &[&Part]) -> Rule {
    Rule {
        keys: parts.iter().map(|part| part.name.clone()).collect(),
    }
}

fn parts_of(at: usize, field: &Field) -> Vec<Part> {
    let names = field.kind.map_or(&[][..], keys::parts);
    let part = |name: &&str| {
        Some(Part {
            field: at,
            kind: field.kind?,
            name: format!("{}.{name}", field.name),
            is_whole: *name == "whole",
            numbers: keys::numbers(field, name)?,
        })
    };
    names.iter().filter_map(part).collect()
}

/// Records spread over the table.
fn sample(n_rows: usize) -> Vec<u32> {
    let n = n_rows.min(N_SAMPLE);
    (0..n)
        .map(|at| u32::try_from(at * n_rows / n.max(1)).unwrap_or(u32::MAX))
        .collect()
}

/// Pairs a rule would join, estimated from a sample of records.
fn estimated_pairs(parts: &[&Part], fields: &[Field], sample: &[u32], n_rows: usize) -> f64 {
    let key = |row: &u32| {
        let numbers = parts.iter().map(|part| number(part, fields, *row));
        numbers.fold(
            1_u64,
            |sum, n| if n == 0 { 0 } else { super::block::mix(sum, n) },
        )
    };
    let mut keys: Vec<u64> = sample.iter().map(key).filter(|key| *key != 0).collect();
    keys.sort_unstable();
    let blocks = keys.chunk_by(|a, b| a == b).map(|block| block.len() as f64);
    let n: f64 = blocks.map(|n| n * (n - 1.0) / 2.0).sum();
    let factor = n_rows as f64 / sample.len().max(1) as f64;
    // A rule that joins nobody in the sample may join a few elsewhere.
    (n + f64::from(u8::from(parts.iter().any(|p| p.is_whole)))) * factor * factor
}

fn number(part: &Part, fields: &[Field], row: u32) -> u64 {
    let code = fields
        .get(part.field)
        .and_then(|f| f.codes.get(row as usize));
    let number = code.and_then(|code| part.numbers.get(*code as usize));
    number.copied().unwrap_or(0)
}
