//! Who played which part.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{RequiredRole, RoleHolding};
use model::{DecisionId, Role};
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::{Rate, Retrieval, brier, calibration_error};
use crate::scores::{Measured, ScoreError};
use crate::truth::Truth;

/// A candidate below this probability is none.
const LEAST_PROBABILITY: f64 = 0.1;
/// A role enters the mean when it has this many true holders.
const LEAST_HOLDERS: u64 = 50;

/// Who played which part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleScore {
    /// Established holdings against true ones, role by role.
    pub by_role: Vec<RoleF1>,
    /// All roles together.
    pub together: Retrieval,
    /// Mean F1 over the roles with at least 50 true holders.
    pub macro_f1: Option<f64>,
    /// How many roles those are.
    pub n_roles: u64,
    /// Units (decision, required role) with a true holder whose best candidate is one.
    pub best_candidate: Rate,
    /// The same among the units that have a candidate at all.
    pub best_of_named: Rate,
    /// Mean squared error of the probabilities.
    pub brier: Option<f64>,
    /// Expected calibration error over ten bins.
    pub calibration_error: Option<f64>,
    /// Holdings whose probability was held against the truth.
    pub n_forecasts: u64,
}

/// One role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleF1 {
    /// The role.
    pub role: Role,
    /// Established holdings against true ones.
    pub holders: Retrieval,
}

/// A role in a decision of the truth.
type Unit<'a> = (&'a str, Role);

/// What both sides say, by unit.
struct Holders<'a> {
    wanted: BTreeMap<Unit<'a>, BTreeSet<&'a str>>,
    given: BTreeMap<Unit<'a>, Vec<Candidate>>,
}

struct Candidate {
    /// Whether they hold the role in truth.
    is_true: bool,
    probability: f64,
    is_established: bool,
}

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<RoleScore>, ScoreError> {
    let holdings: Vec<RoleHolding> = published.rows("ORDER BY holding_id", &[])?;
    if holdings.is_empty() {
        return Ok(Measured::NotMeasured("no roles are published"));
    }
    let required: Vec<RequiredRole> = published.rows("ORDER BY decision_id, role", &[])?;
    let holders = Holders::gather(truth, matching, &holdings);
    let by_role: Vec<RoleF1> = Role::ALL
        .iter()
        .map(|role| holders.of_role(*role))
        .collect();
    let by_role: Vec<RoleF1> = by_role.into_iter().filter(RoleF1::is_there).collect();
    let frequent: Vec<f64> = by_role.iter().filter_map(RoleF1::counted_f1).collect();
    let forecasts = holders.forecasts();
    let units = holders.units(matching, &required);
    let has_candidate = |it: &&Option<bool>| it.is_some();
    Ok(Measured::Measured(RoleScore {
        together: sum(&by_role),
        macro_f1: (!frequent.is_empty())
            .then(|| frequent.iter().sum::<f64>() / frequent.len() as f64),
        n_roles: frequent.len() as u64,
        best_candidate: Rate::count(&units, |it| **it == Some(true)),
        best_of_named: Rate::count(units.iter().filter(has_candidate), |it| **it == Some(true)),
        brier: brier(&forecasts),
        calibration_error: calibration_error(&forecasts),
        n_forecasts: forecasts.len() as u64,
        by_role,
    }))
}

/// The truth names one part in daily use a person. Whoever lives in the product, runs it or
/// leads those who use it may work with it as well: that they do is neither right nor wrong.
fn works_with_it_too(
    wanted: &BTreeMap<Unit<'_>, BTreeSet<&str>>,
    (decision, role): Unit<'_>,
    is_person: &dyn Fn(&str) -> bool,
) -> bool {
    const BESIDE: [Role; 3] = [Role::PowerUser, Role::Administrator, Role::TeamManager];
    let holds = |other: &Role| {
        let holders = wanted.get(&(decision, *other));
        holders.is_some_and(|them| them.iter().any(|person| is_person(person)))
    };
    role == Role::User && BESIDE.iter().any(holds)
}

impl<'a> Holders<'a> {
    fn gather(truth: &'a Truth, matching: &Matching<'a>, holdings: &[RoleHolding]) -> Self {
        let decisions: BTreeMap<DecisionId, &str> = matching.truth_of_decisions();
        let mut wanted: BTreeMap<Unit<'a>, BTreeSet<&'a str>> = BTreeMap::new();
        for it in &truth.holdings {
            wanted
                .entry((&it.decision, it.role))
                .or_default()
                .insert(&it.person);
        }
        let mut given: BTreeMap<Unit<'a>, Vec<Candidate>> = BTreeMap::new();
        for it in holdings {
            let Some(decision) = decisions.get(&it.decision_id) else {
                continue;
            };
            let unit = (*decision, it.role);
            let holders = wanted.get(&unit);
            let is_true = holders.is_some_and(|them| {
                them.iter()
                    .any(|person| matching.is_person(it.person_id, person))
            });
            let is_person = |person: &str| matching.is_person(it.person_id, person);
            if !is_true && works_with_it_too(&wanted, unit, &is_person) {
                continue;
            }
            given.entry(unit).or_default().push(Candidate {
                is_true,
                probability: it.probability,
                is_established: it.state.is_held(),
            });
        }
        Self { wanted, given }
    }

    fn of_role(&self, role: Role) -> RoleF1 {
        let n_true = self.wanted.iter().filter(|((_, of), _)| *of == role);
        let n_true: usize = n_true.map(|(_, people)| people.len()).sum();
        let (mut n_given, mut n_both) = (0, 0);
        for (_, candidates) in self.given.iter().filter(|((_, of), _)| *of == role) {
            for candidate in candidates.iter().filter(|it| it.is_established) {
                n_given += 1;
                n_both += u64::from(candidate.is_true);
            }
        }
        RoleF1 {
            role,
            holders: Retrieval::of(n_both, n_given, n_true as u64),
        }
    }

    /// Every probability with whether it came true.
    fn forecasts(&self) -> Vec<(f64, bool)> {
        let candidates = self.given.values().flatten();
        candidates.map(|it| (it.probability, it.is_true)).collect()
    }

    /// For each required role with a true holder, whether the best candidate is one; nothing without a candidate.
    fn units(&self, matching: &Matching<'a>, required: &[RequiredRole]) -> Vec<Option<bool>> {
        let decisions = matching.truth_of_decisions();
        let units = required
            .iter()
            .filter_map(|it| Some((*decisions.get(&it.decision_id)?, it.role)));
        let units: BTreeSet<Unit<'a>> = units
            .filter(|unit| self.wanted.contains_key(unit))
            .collect();
        units.iter().map(|unit| self.best(unit)).collect()
    }

    fn best(&self, unit: &Unit<'a>) -> Option<bool> {
        let candidates = self
            .given
            .get(unit)?
            .iter()
            .filter(|it| it.probability >= LEAST_PROBABILITY);
        let best = candidates.max_by(|a, b| a.probability.total_cmp(&b.probability))?;
        Some(best.is_true)
    }
}

fn sum(roles: &[RoleF1]) -> Retrieval {
    let total = |count: fn(&Retrieval) -> u64| roles.iter().map(|it| count(&it.holders)).sum();
    Retrieval::of(
        total(|it| it.recall.n_right),
        total(|it| it.precision.n_all),
        total(|it| it.recall.n_all),
    )
}

impl RoleF1 {
    fn is_there(&self) -> bool {
        self.holders.f1.is_some()
    }

    fn counted_f1(&self) -> Option<f64> {
        self.holders
            .f1
            .filter(|_| self.holders.recall.n_all >= LEAST_HOLDERS)
    }
}
