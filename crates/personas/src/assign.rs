//! Says who belongs to which persona, and who to none.
//!
//! Reads   `person_fact`, `persona_weight`, `persona_class`
//! Writes  `persona_member`
//!
//! The log-odds of a class are its prior and one line a fact, as `persona_weight`
//! lists them. Somebody belongs to a class when its posterior is high enough and
//! the class describes them better than everybody's average does. Else they are
//! none of these, and have no row.

use std::collections::{BTreeMap, BTreeSet};

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::found::{PersonFact, PersonaClass, PersonaMember, PersonaWeight};
use model::{AccountId, DecisionId, PersonId, PersonaId, PersonaKind, Row, TableDef};

use crate::settings::Settings;

/// The step that writes `persona_member`.
pub struct AssignPersonas {
    /// The least membership that makes a member.
    pub settings: Settings,
}

impl Step for AssignPersonas {
    fn name(&self) -> &'static str {
        "assign_personas"
    }
    fn shape(&self) -> Shape {
        Shape::Kernel
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonFact::TABLE, PersonaWeight::TABLE, PersonaClass::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PersonaMember::TABLE]
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        let classes = bench.rows::<PersonaClass>()?;
        let weights = bench.rows::<PersonaWeight>()?;
        let shown = classes.iter().filter(|class| class.is_shown);
        bench.run_kernel(&Assign {
            shown: shown.map(|class| class.persona_id).collect(),
            scorers: scorers(&classes, &weights, self.settings),
        })
    }
}

/// A scorer for each kind.
pub fn scorers(
    classes: &[PersonaClass],
    weights: &[PersonaWeight],
    settings: Settings,
) -> BTreeMap<PersonaKind, Scorer> {
    let kinds: BTreeSet<PersonaKind> = classes.iter().map(|class| class.kind).collect();
    let scorer = |kind: PersonaKind| {
        let of_kind = classes.iter().filter(|class| class.kind == kind);
        let ids: Vec<PersonaId> = of_kind.map(|class| class.persona_id).collect();
        (kind, Scorer::new(kind, &ids, weights, settings))
    };
    kinds.into_iter().map(scorer).collect()
}

/// Assigns the people of one slot. Reads `person_fact`, writes `persona_member`.
pub struct Assign {
    /// Classes that may have members.
    pub shown: BTreeSet<PersonaId>,
    /// How people of each kind are scored.
    pub scorers: BTreeMap<PersonaKind, Scorer>,
}

impl Kernel for Assign {
    fn name(&self) -> &'static str {
        "assign_personas"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonFact::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PersonaMember::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        type Whose = (AccountId, PersonaKind, DecisionId, PersonId);
        let mut facts: BTreeMap<Whose, Vec<(String, String, f64)>> = BTreeMap::new();
        for row in slot.rows::<PersonFact>()? {
            let whose = (row.account_id, row.kind, row.decision_id, row.person_id);
            let fact = (row.subject, row.value, row.weight);
            facts.entry(whose).or_default().push(fact);
        }
        let mut members = Vec::new();
        for ((account_id, kind, decision_id, person_id), facts) in facts {
            let told = facts.iter().map(|(s, v, w)| (s.as_str(), v.as_str(), *w));
            let best = self.scorers.get(&kind).and_then(|s| s.best(told));
            let best = best.filter(|(persona_id, _)| self.shown.contains(persona_id));
            members.extend(best.map(|(persona_id, posterior)| PersonaMember {
                persona_id,
                person_id,
                decision_id,
                account_id,
                posterior,
            }));
        }
        out.write(&members)
    }
}

/// Scores people of one kind by the rows of `persona_weight`.
#[derive(Clone, Debug, Default)]
pub struct Scorer {
    ids: Vec<PersonaId>,
    priors: Vec<f64>,
    /// Weight of each class, then of everybody, by subject and value.
    lines: BTreeMap<String, BTreeMap<String, Vec<f64>>>,
    min_posterior: f64,
}

/// The id under which `persona_weight` keeps the average of everybody of a kind.
pub fn everybody(kind: PersonaKind) -> PersonaId {
    PersonaId::derive(&[kind.code(), "everybody"])
}

impl Scorer {
    /// A scorer for the classes `ids` of a kind.
    pub fn new(
        kind: PersonaKind,
        ids: &[PersonaId],
        weights: &[PersonaWeight],
        settings: Settings,
    ) -> Self {
        let mut sorted = ids.to_vec();
        sorted.sort_unstable();
        let n_classes = sorted.len();
        let mut scorer = Self {
            priors: vec![0.0; n_classes],
            ids: sorted,
            lines: BTreeMap::new(),
            min_posterior: settings.min_posterior,
        };
        for row in weights {
            let own = scorer.ids.binary_search(&row.persona_id).ok();
            let at_end = (row.persona_id == everybody(kind)).then_some(n_classes);
            if let Some(at) = own.or(at_end) {
                scorer.add(at, row);
            }
        }
        scorer
    }

    fn add(&mut self, at: usize, row: &PersonaWeight) {
        if row.subject.is_empty() {
            if let Some(prior) = self.priors.get_mut(at) {
                *prior = row.weight;
            }
            return;
        }
        let width = self.ids.len() + 1;
        let of_subject = self.lines.entry(row.subject.clone()).or_default();
        let line = of_subject
            .entry(row.value.clone())
            .or_insert_with(|| vec![0.0; width]);
        if let Some(weight) = line.get_mut(at) {
            *weight = row.weight;
        }
    }

    /// The class somebody belongs to, with its posterior; `None` for none of these.
    pub fn best<'a>(
        &self,
        facts: impl Iterator<Item = (&'a str, &'a str, f64)>,
    ) -> Option<(PersonaId, f64)> {
        let likelihoods = self.likelihoods(facts);
        let (classes, average) = likelihoods.split_at(self.ids.len());
        let mut shares: Vec<f64> = classes
            .iter()
            .zip(&self.priors)
            .map(|(l, p)| l + p)
            .collect();
        stats::maths::normalise(&mut shares);
        let mut best: Option<(usize, f64)> = None;
        for (at, share) in shares.iter().enumerate() {
            if best.is_none_or(|(_, top)| *share > top) {
                best = Some((at, *share));
            }
        }
        let (at, share) = best?;
        let is_likely = share >= self.min_posterior;
        let is_typical = classes.get(at)? > average.first()?;
        (is_likely && is_typical).then_some((*self.ids.get(at)?, share))
    }

    /// Log-likelihood of the facts under each class, then under everybody's average.
    fn likelihoods<'a>(&self, facts: impl Iterator<Item = (&'a str, &'a str, f64)>) -> Vec<f64> {
        let mut sums = vec![0.0; self.ids.len() + 1];
        let mut by_subject: BTreeMap<&str, Vec<(&str, f64)>> = BTreeMap::new();
        for (subject, value, weight) in facts {
            by_subject.entry(subject).or_default().push((value, weight));
        }
        for (subject, values) in by_subject {
            let Some(lines) = self.lines.get(subject) else {
                continue;
            };
            add(&mut sums, lines.get(""), 1.0);
            let known: Vec<_> = values
                .iter()
                .filter_map(|(value, weight)| Some((lines.get(*value)?, *weight)))
                .collect();
            for (line, weight) in known {
                add(&mut sums, Some(line), weight);
            }
        }
        sums
    }
}

fn add(sums: &mut [f64], line: Option<&Vec<f64>>, weight: f64) {
    for (sum, x) in sums.iter_mut().zip(line.into_iter().flatten()) {
        *sum += weight * x;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(persona_id: PersonaId, fact: (&str, &str), weight: f64) -> PersonaWeight {
        PersonaWeight {
            persona_id,
            subject: fact.0.to_owned(),
            value: fact.1.to_owned(),
            weight,
        }
    }

    /// Two classes of equal share: one says "audit", the other "speed".
    fn scorer() -> (Scorer, [PersonaId; 2]) {
        let kind = PersonaKind::Buyer;
        let ids = [PersonaId::derive(&["a"]), PersonaId::derive(&["b"])];
        let mut weights = Vec::new();
        for (id, audit, speed) in [(ids[0], 0.8, 0.1), (ids[1], 0.1, 0.8)] {
            weights.push(weight(id, ("", ""), libm::log(0.5)));
            weights.push(weight(id, ("goal", "audit"), libm::log(audit)));
            weights.push(weight(id, ("goal", "speed"), libm::log(speed)));
        }
        for word in ["audit", "speed"] {
            weights.push(weight(everybody(kind), ("goal", word), libm::log(0.45)));
        }
        let settings = Settings::default();
        (Scorer::new(kind, &ids, &weights, settings), ids)
    }

    #[test]
    fn somebody_belongs_where_their_facts_are_likely() {
        let (scorer, ids) = scorer();
        let (id, posterior) = scorer.best([("goal", "audit", 1.0)].into_iter()).unwrap();
        assert_eq!(id, ids[0]);
        assert!((posterior - 8.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn somebody_of_whom_nothing_telling_is_known_belongs_to_none() {
        let (scorer, _) = scorer();
        assert_eq!(scorer.best([("goal", "other", 1.0)].into_iter()), None);
        assert_eq!(scorer.best([("pain", "audit", 1.0)].into_iter()), None);
        let both = [("goal", "audit", 1.0), ("goal", "speed", 1.0)];
        assert_eq!(scorer.best(both.into_iter()), None);
    }
}
