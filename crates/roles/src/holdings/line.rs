//! The lines of a waterfall before they are written.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, Method};

use crate::claims::Draft;

/// What a line rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LineKind {
    /// A system lists the person in the role.
    Declared,
    /// Somebody said or wrote it.
    Words,
    /// A signature.
    Signature,
    /// Counted usage.
    Usage,
    /// The same role in the term of use that runs beside the decision.
    Beside,
    /// The same role in an earlier decision.
    Carried,
    /// The title then.
    Title,
    /// The person had left or moved.
    Departure,
}

impl LineKind {
    /// The kind of a claim's own line.
    pub(crate) fn of(method: Method) -> Self {
        match method {
            Method::Declared => Self::Declared,
            Method::Signatory => Self::Signature,
            Method::Usage => Self::Usage,
            _ => Self::Words,
        }
    }

    /// The line is about this decision, not only about the person.
    pub(crate) fn is_own(self) -> bool {
        !matches!(self, Self::Carried | Self::Title | Self::Departure)
    }

    /// Somebody's words or signature, which outweigh a system's list.
    pub(crate) fn is_told(self) -> bool {
        matches!(self, Self::Words | Self::Signature)
    }
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line<'a> {
    pub(crate) claim_id: ClaimId,
    pub(crate) kind: LineKind,
    pub(crate) weight: f64,
    pub(crate) cause: &'a str,
}

impl<'a> Line<'a> {
    /// The line of a claim, with a weight and kind of its own.
    pub(crate) fn of(draft: &'a Draft, kind: LineKind, weight: f64, cause: &'a str) -> Self {
        Self {
            claim_id: draft.claim.claim_id,
            kind,
            weight,
            cause,
        }
    }
}

/// The sum of the lines of some kinds.
pub(crate) fn sum_of(lines: &[Line<'_>], is_wanted: impl Fn(LineKind) -> bool) -> f64 {
    let wanted = lines.iter().filter(|line| is_wanted(line.kind));
    wanted.map(|line| line.weight).sum()
}

/// Leaves the strongest line of each cause its weight and sets the others to 0.
pub(crate) fn count_causes_once(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    if lines.len() < 2 {
        return lines;
    }
    lines.sort_by(|a, b| {
        let by_strength = b.weight.abs().total_cmp(&a.weight.abs());
        a.claim_id.cmp(&b.claim_id).then(by_strength)
    });
    lines.dedup_by_key(|line| line.claim_id);
    let mut strongest: BTreeMap<&str, (f64, ClaimId)> = BTreeMap::new();
    for line in &lines {
        let best = strongest
            .entry(line.cause)
            .or_insert((line.weight, line.claim_id));
        if line.weight.abs() > best.0.abs() {
            *best = (line.weight, line.claim_id);
        }
    }
    let kept: BTreeSet<ClaimId> = strongest.values().map(|(_, claim)| *claim).collect();
    for line in &mut lines {
        if !kept.contains(&line.claim_id) {
            line.weight = 0.0;
        }
    }
    lines
}
