//! What an earlier or a concurrent role says about the same role here.
//!
//! A holder usually stays: the chance that they are still in their seat falls
//! with the years. That alone establishes nothing; it only says whom to expect.
//! The term of use that runs beside a renewal is the same people at the same time.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Decision;
use model::{DecisionId, DecisionKind, PersonId, Role};

use super::Held;
use super::line::{Line, LineKind};
use crate::decisions::{DecisionSet, window};
use crate::weights;

const DAYS_A_YEAR: f64 = 365.25;

/// Roles that were established, by decision.
#[derive(Default)]
pub(crate) struct Earlier<'a> {
    held: BTreeMap<DecisionId, Vec<(PersonId, Role, Line<'a>)>>,
}

impl<'a> Earlier<'a> {
    /// Remembers the established holdings of a decision, each with its strongest claim.
    pub(crate) fn remember(&mut self, held: &[Held<'a>]) {
        for holding in held {
            let is_established = holding.row.state.is_held();
            let own = holding.lines.iter().filter(|line| line.kind.is_own());
            let best = own.max_by(|a, b| a.weight.total_cmp(&b.weight));
            if let (true, Some(line)) = (is_established, best) {
                let of = self.held.entry(holding.row.decision_id).or_default();
                of.push((holding.row.person_id, holding.row.role, *line));
            }
        }
    }

    /// The lines that earlier and concurrent roles give to people in this decision.
    pub(crate) fn lines(
        &self,
        set: &DecisionSet,
        decision: &Decision,
    ) -> BTreeMap<(PersonId, Role), Vec<Line<'a>>> {
        let mut lines: BTreeMap<(PersonId, Role), Vec<Line<'a>>> = BTreeMap::new();
        for (source, kind, weight) in sources(set, decision) {
            for (person, role, line) in self.held.get(&source).into_iter().flatten() {
                let cause = if kind == LineKind::Beside {
                    "beside"
                } else {
                    "carried"
                };
                lines.entry((*person, *role)).or_default().push(Line {
                    kind,
                    weight,
                    cause,
                    ..*line
                });
            }
        }
        lines
    }
}

/// Decisions that tell of the people of this one, and what their roles weigh here.
fn sources(set: &DecisionSet, decision: &Decision) -> Vec<(DecisionId, LineKind, f64)> {
    let carried = |id: &DecisionId| {
        let earlier = set.get(*id)?;
        let years = years_between(earlier, decision);
        let weight = weights::on_grid(weights::CARRIED * weights::still_in_seat(years));
        Some((*id, LineKind::Carried, weight))
    };
    let earlier = earlier_of(set, decision);
    let mut sources: Vec<_> = earlier.iter().filter_map(carried).collect();
    if decision.kind != DecisionKind::Use {
        let beside = set.uses_ended_by(decision.decision_id);
        sources.extend(
            beside
                .into_iter()
                .map(|id| (id, LineKind::Beside, weights::BESIDE)),
        );
    }
    sources
}

/// The decisions that a decision follows; for a term of use, the terms before it.
pub(crate) fn earlier_of(set: &DecisionSet, decision: &Decision) -> BTreeSet<DecisionId> {
    if decision.kind == DecisionKind::Use {
        let began = decision.predecessors.iter();
        return began.flat_map(|id| set.uses_ended_by(*id)).collect();
    }
    decision.predecessors.iter().copied().collect()
}

/// Years from the end of one decision to the end of another; one where days are missing.
pub(crate) fn years_between(earlier: &Decision, later: &Decision) -> f64 {
    match (window(earlier).1, window(later).1) {
        (Some(from), Some(to)) => f64::from((to.0 - from.0).max(0)) / DAYS_A_YEAR,
        _ => 1.0,
    }
}
