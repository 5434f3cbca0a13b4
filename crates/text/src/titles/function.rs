//! Reads the function off a parsed title.

use std::collections::BTreeMap;

use model::Function;

use super::parse::Parsed;
use super::vocabulary::Part;

/// The best function must be ahead of the next by this much.
const LEAST_MARGIN: f64 = 0.08;
/// How much each further function of a title counts: the first named leads.
const LATER: f64 = 0.85;

/// The function of the title, with its score; `None` when no word speaks of one.
///
/// Evidence for one function adds up as `1 − Π(1 − strength)`. Too small a
/// margin halves the score, which withholds the reading.
pub(super) fn read(parsed: &Parsed) -> Option<(Function, f64)> {
    if is_helper_of_somebody(parsed) {
        return None;
    }
    let mut evidence: BTreeMap<Function, f64> = BTreeMap::new();
    let hits = parsed.segments.iter().flat_map(|segment| &segment.hits);
    for (function, strength) in hits.filter_map(|hit| hit.entry.function) {
        let factor = if evidence.is_empty() || evidence.contains_key(&function) {
            1.0
        } else {
            LATER
        };
        let share = evidence.entry(function).or_insert(0.0);
        *share = 1.0 - (1.0 - *share) * (1.0 - factor * f64::from(strength) / 100.0);
    }
    let (&function, &score) = evidence
        .iter()
        .max_by(|left, right| left.1.total_cmp(right.1))?;
    let others = evidence.iter().filter(|(other, _)| **other != function);
    let next = others.map(|(_, share)| *share).fold(0.0, f64::max);
    let is_clear = score - next >= LEAST_MARGIN;
    Some((function, if is_clear { score } else { score / 2.0 }))
}

/// "Assistant to the CFO" works for the CFO, which need not be in finance.
fn is_helper_of_somebody(parsed: &Parsed) -> bool {
    let Some(first) = parsed.segments.first() else {
        return false;
    };
    let is_helper = first
        .hits
        .first()
        .is_some_and(|hit| matches!(hit.entry.level, Some((_, Part::Helper, _))));
    is_helper
        && first
            .hits
            .iter()
            .any(|hit| matches!(hit.entry.level, Some((_, Part::Rank, _))) && !hit.is_front)
}
