//! Who has facts at an account, and in which decision.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Decision;
use model::tables::resolved::Affiliation;
use model::{AccountId, Day, DecisionId, DecisionKind, MentionId, PersonId, PersonaKind, Side};

use super::{AccountInput, Gathered};

/// The people of an account's side, and how records mean them.
pub(super) struct People<'a> {
    members: BTreeSet<PersonId>,
    person_of: BTreeMap<MentionId, PersonId>,
    by_key: BTreeMap<&'a str, PersonId>,
    affiliations: BTreeMap<PersonId, Vec<&'a Affiliation>>,
    kind_of: BTreeMap<DecisionId, PersonaKind>,
}

impl<'a> People<'a> {
    /// Sorts the people of an account; ours, partners' and unknown people are left out.
    pub(super) fn of(input: &'a AccountInput) -> Self {
        let named = input.cast.iter().filter(|row| !row.is_placeholder);
        let mut members: BTreeSet<PersonId> = named.map(|row| row.person_id).collect();
        for stranger in strangers(input) {
            members.remove(&stranger);
        }
        let person_of = input.cast.iter().map(|row| (row.mention_id, row.person_id));
        let mut by_key: BTreeMap<&str, PersonId> = BTreeMap::new();
        for row in &input.cast {
            let person = by_key.entry(&row.native_key).or_insert(row.person_id);
            *person = row.person_id.min(*person);
        }
        let mut affiliations: BTreeMap<PersonId, Vec<&Affiliation>> = BTreeMap::new();
        for row in &input.affiliations {
            affiliations.entry(row.person_id).or_default().push(row);
        }
        for spans in affiliations.values_mut() {
            spans.sort_by_key(|row| (row.starts, row.span_idx));
        }
        let kinds = input
            .decisions
            .iter()
            .map(|d| (d.decision_id, kind_of(d.kind)));
        Self {
            members,
            person_of: person_of.collect(),
            by_key,
            affiliations,
            kind_of: kinds.collect(),
        }
    }

    /// The person, when they may have facts.
    pub(super) fn member(&self, person: PersonId) -> Option<PersonId> {
        self.members.contains(&person).then_some(person)
    }

    /// The person of a mention, when they may have facts.
    pub(super) fn of_mention(&self, mention: Option<MentionId>) -> Option<PersonId> {
        self.member(*self.person_of.get(&mention?)?)
    }

    /// The person with this key, when they may have facts.
    pub(super) fn of_key(&self, key: &str) -> Option<PersonId> {
        self.member(*self.by_key.get(key)?)
    }

    /// Which kind of persona a decision speaks for.
    pub(super) fn kind(&self, decision: DecisionId) -> Option<PersonaKind> {
        self.kind_of.get(&decision).copied()
    }

    /// Where somebody stood on a day: the interval in force, else the latest begun before it.
    pub(super) fn affiliation_on(
        &self,
        person: PersonId,
        day: Option<Day>,
    ) -> Option<&'a Affiliation> {
        let spans = self.affiliations.get(&person)?;
        let begun = |a: &&&Affiliation| match (a.starts, day) {
            (Some(start), Some(day)) => start <= day,
            _ => true,
        };
        let latest = spans.iter().rev().find(begun).or(spans.first());
        latest.copied()
    }
}

/// The account all rows are of.
pub(super) fn account_of(input: &AccountInput) -> Option<AccountId> {
    let of_cast = input.cast.first().map(|row| row.account_id);
    of_cast.or_else(|| input.account.as_ref().map(|row| row.account_id))
}

/// The kind of persona that people in a decision of this kind can have.
fn kind_of(kind: DecisionKind) -> PersonaKind {
    match kind {
        DecisionKind::Purchase => PersonaKind::Buyer,
        DecisionKind::Renewal | DecisionKind::CrossSell | DecisionKind::UpSell => {
            PersonaKind::Customer
        }
        DecisionKind::Use => PersonaKind::User,
    }
}

/// People of whom a record says that they are ours or a partner's.
fn strangers(input: &AccountInput) -> BTreeSet<PersonId> {
    let is_other = |side: Side| matches!(side, Side::Ours | Side::Partner);
    let cast = input.cast.iter().filter(|row| is_other(row.side));
    let affiliated = input.affiliations.iter().filter(|row| is_other(row.side));
    let affiliated = affiliated.map(|row| row.person_id);
    cast.map(|row| row.person_id).chain(affiliated).collect()
}

/// Keeps, for each person and kind, the decision of which most is known; the
/// latest of equals.
pub(super) fn choose_decisions(input: &AccountInput, gathered: &mut Gathered) -> Gathered {
    let closes: BTreeMap<DecisionId, Option<Day>> = input
        .decisions
        .iter()
        .map(|decision| (decision.decision_id, decision.closes))
        .collect();
    let mut chosen = Gathered::default();
    for kind in PersonaKind::ALL {
        for (person, decisions) in gathered.of_kind(*kind) {
            let rank = |(id, n): &(DecisionId, usize)| (*n, closes.get(id).copied().flatten(), *id);
            let Some((decision, _)) = decisions.into_iter().max_by_key(rank) else {
                continue;
            };
            let whose = (*kind, decision, person);
            if let Some(facts) = gathered.facts.remove(&whose) {
                chosen.facts.insert(whose, facts);
            }
        }
    }
    chosen
}

/// The decision with this id.
pub(super) fn decision(input: &AccountInput, id: DecisionId) -> Option<&Decision> {
    input.decisions.iter().find(|row| row.decision_id == id)
}
