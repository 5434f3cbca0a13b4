//! Writes down what is known of each person, for each kind of persona.
//!
//! Reads   `decision`, `role_holding`, `claim`, `cast`, `affiliation`, `account`,
//!         `usage_placed`, `topic`
//! Writes  `person_fact`
//!
//! Buyers are people in purchases, customers people in renewals and expansions,
//! users people in terms of use. Somebody in several decisions of one kind at an
//! account is described in the one of which most is known. Our own staff,
//! partners' and roles without a known person have no facts.

mod people;
mod spoken;
mod usage;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::decided::{Claim, Decision, RoleHolding, UsagePlaced};
use model::tables::found::{PersonFact, Topic};
use model::tables::resolved::{Account, Affiliation, CastRow};
use model::{AccountId, DecisionId, PersonId, PersonaKind, Row, TableDef};

use crate::topics::Topics;

/// The step that writes `person_fact`.
pub struct FindFacts;

impl Step for FindFacts {
    fn name(&self) -> &'static str {
        "person_facts"
    }
    fn shape(&self) -> Shape {
        Shape::Kernel
    }
    fn reads(&self) -> Vec<TableDef> {
        let mut tables = tables_read();
        tables.push(Topic::TABLE);
        tables
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PersonFact::TABLE]
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        let topics = Topics::new(bench.rows::<Topic>()?);
        bench.run_kernel(&PersonFacts { topics })
    }
}

fn tables_read() -> Vec<TableDef> {
    vec![
        Account::TABLE,
        Decision::TABLE,
        RoleHolding::TABLE,
        Claim::TABLE,
        CastRow::TABLE,
        Affiliation::TABLE,
        UsagePlaced::TABLE,
    ]
}

/// Writes the facts of one slot's accounts. Reads `claim` and its like, writes `person_fact`.
pub struct PersonFacts {
    /// The topics texts are grouped by.
    pub topics: Topics,
}

impl Kernel for PersonFacts {
    fn name(&self) -> &'static str {
        "person_facts"
    }
    fn reads(&self) -> Vec<TableDef> {
        tables_read()
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PersonFact::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        for input in by_account(slot)?.values() {
            out.write(&facts_of(input, &self.topics))?;
        }
        Ok(())
    }
}

/// What one account gives to this stage.
#[derive(Clone, Debug, Default)]
pub struct AccountInput {
    /// The account itself.
    pub account: Option<Account>,
    /// Its decisions and terms of use.
    pub decisions: Vec<Decision>,
    /// Who plays which part.
    pub holdings: Vec<RoleHolding>,
    /// Claims with their evidence.
    pub claims: Vec<Claim>,
    /// Mentions with their people.
    pub cast: Vec<CastRow>,
    /// Who worked there.
    pub affiliations: Vec<Affiliation>,
    /// Counted usage.
    pub usage: Vec<UsagePlaced>,
}

fn by_account(slot: &Slot) -> Result<BTreeMap<AccountId, AccountInput>, KernelError> {
    let mut inputs: BTreeMap<AccountId, AccountInput> = BTreeMap::new();
    macro_rules! sort_in {
        ($row:ty, $field:ident) => {
            for row in slot.rows::<$row>()? {
                let input = inputs.entry(row.account_id).or_default();
                input.$field.extend([row]);
            }
        };
    }
    for row in slot.rows::<Account>()? {
        let input = inputs.entry(row.account_id).or_default();
        input.account = Some(row);
    }
    sort_in!(Decision, decisions);
    sort_in!(RoleHolding, holdings);
    sort_in!(Claim, claims);
    sort_in!(CastRow, cast);
    sort_in!(Affiliation, affiliations);
    sort_in!(UsagePlaced, usage);
    Ok(inputs)
}

/// Whose facts: a kind, a decision (all zeros when none fits) and a person.
type Whose = (PersonaKind, DecisionId, PersonId);

/// What is told: subject and value.
type Told = (&'static str, String);

/// Facts as they are gathered: weight and evidence by subject and value.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    facts: BTreeMap<Whose, BTreeMap<Told, (f64, BTreeSet<String>)>>,
}

impl Gathered {
    /// Adds evidence for a fact that counts once, however often it is told.
    fn add(&mut self, whose: Whose, fact: Told, evidence: String) {
        let facts = self.facts.entry(whose).or_default();
        let entry = facts.entry(fact).or_insert((1.0, BTreeSet::new()));
        entry.1.insert(evidence);
    }

    /// Adds evidence for a fact that counts as the sum of what is added.
    fn add_weighted(&mut self, whose: Whose, fact: Told, (weight, evidence): (f64, String)) {
        let facts = self.facts.entry(whose).or_default();
        let entry = facts.entry(fact).or_insert((0.0, BTreeSet::new()));
        entry.0 += weight;
        entry.1.insert(evidence);
    }

    /// People and decisions of a kind for whom anything is gathered.
    fn of_kind(&self, kind: PersonaKind) -> BTreeMap<PersonId, Vec<(DecisionId, usize)>> {
        let mut found: BTreeMap<PersonId, Vec<(DecisionId, usize)>> = BTreeMap::new();
        for ((_, decision, person), facts) in self.facts.iter().filter(|(w, _)| w.0 == kind) {
            found
                .entry(*person)
                .or_default()
                .push((*decision, facts.len()));
        }
        found
    }
}

/// Everything that counts about the people of one account, in key order.
///
/// The rows may come in any order; the answer is the same.
pub fn facts_of(input: &AccountInput, topics: &Topics) -> Vec<PersonFact> {
    let Some(account_id) = people::account_of(input) else {
        return Vec::new();
    };
    let people = people::People::of(input);
    let mut gathered = Gathered::default();
    work::roles(input, &people, &mut gathered);
    spoken::in_decisions(input, &people, topics, &mut gathered);
    let mut chosen = people::choose_decisions(input, &mut gathered);
    usage::facts(input, &people, &mut chosen);
    spoken::outside_decisions(input, &people, topics, &mut chosen);
    work::titles(input, &people, &mut chosen);
    work::account(input, &mut chosen);
    rows(account_id, chosen)
}

fn rows(account_id: AccountId, chosen: Gathered) -> Vec<PersonFact> {
    let mut rows = Vec::new();
    for ((kind, decision_id, person_id), facts) in chosen.facts {
        for ((subject, value), (weight, evidence)) in facts {
            rows.push(PersonFact {
                account_id,
                kind,
                decision_id,
                person_id,
                subject: subject.to_owned(),
                value,
                weight,
                evidence: evidence.into_iter().collect(),
            });
        }
    }
    rows
}

#[cfg(test)]
pub(crate) mod tests;
