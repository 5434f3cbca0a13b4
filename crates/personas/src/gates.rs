//! The gates a class must pass to be shown as a persona.
//!
//! Source  Hennig (2007), doi:10.1016/j.csda.2006.11.025, for the levels of
//!         stability; k-anonymity: Sweeney (2002)
//!
//! Counts are of the people fitted to. Everybody else can only add to them, so
//! what passes here passes on everybody.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::found::{PersonaClass, PersonaWeight};
use model::{AccountId, PersonId, PersonaId, PersonaKind, PersonaState};

use crate::assign::Scorer;
use crate::lifts::{Crowd, Tested};
use crate::settings::Settings;
use crate::sheet::{Sheet, Someone};
use crate::subjects::SUBJECTS;

/// Fewest facts that must distinguish a persona: one alone is a filter, not a person.
const MIN_FACTS: usize = 2;

/// A class before its gates.
pub(crate) struct Candidate<'a> {
    /// The persona it would be.
    pub(crate) persona_id: PersonaId,
    /// Bootstrap stability.
    pub(crate) stability: f64,
    /// The facts that hold on people held out.
    pub(crate) holding: Vec<&'a Tested>,
}

/// Who stands behind something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Behind {
    /// People.
    pub(crate) people: BTreeSet<PersonId>,
    /// Accounts.
    pub(crate) accounts: BTreeSet<AccountId>,
}

impl Behind {
    /// Adds somebody.
    pub(crate) fn add(&mut self, someone: &Someone) {
        self.people.insert(someone.person_id);
        self.accounts.insert(someone.account_id);
    }

    /// Number of accounts; -1 when the source does not know accounts.
    pub(crate) fn n_accounts(&self) -> i32 {
        if self.accounts.contains(&AccountId::default()) {
            return -1;
        }
        i32::try_from(self.accounts.len()).unwrap_or(i32::MAX)
    }

    /// Whether these are too many to be recognised by.
    pub(crate) fn are_enough(&self, settings: Settings) -> bool {
        let is_placed = self.n_accounts() >= 0;
        self.people.len() >= settings.min_people
            && (!is_placed || self.accounts.len() >= settings.min_accounts)
    }
}

/// Everybody's class by the rule that later assigns them.
pub(crate) fn assigned<'a>(
    sheet: &'a Sheet,
    people: &[&'a Someone],
    scorer: &Scorer,
) -> Vec<Option<PersonaId>> {
    let told = |(value, weight): &(u32, f64)| {
        let (subject, value) = sheet.values.get(*value as usize)?;
        Some((SUBJECTS.get(*subject)?.code, value.as_str(), *weight))
    };
    let best = |someone: &&Someone| scorer.best(someone.facts.iter().filter_map(told));
    people
        .iter()
        .map(|one| best(one).map(|(id, _)| id))
        .collect()
}

/// Says of each class whether it is shown, and why.
pub(crate) fn pass(
    kind: PersonaKind,
    crowd: &Crowd<'_>,
    candidates: &[Candidate<'_>],
    weights: &[PersonaWeight],
    settings: Settings,
) -> Vec<PersonaClass> {
    let ids: Vec<PersonaId> = candidates.iter().map(|c| c.persona_id).collect();
    let scorer = Scorer::new(kind, &ids, weights, settings);
    let classes = assigned(crowd.sheet, crowd.people, &scorer);
    let mut members: BTreeMap<PersonaId, Vec<&Someone>> = BTreeMap::new();
    for (someone, class) in crowd.people.iter().zip(classes) {
        if let Some(id) = class {
            members.entry(id).or_default().push(someone);
        }
    }
    let nobody = Vec::new();
    let verdict = |candidate: &Candidate<'_>| {
        let members = members.get(&candidate.persona_id).unwrap_or(&nobody);
        let (is_shown, state, state_reason) = verdict(crowd, candidate, members, settings);
        PersonaClass {
            persona_id: candidate.persona_id,
            kind,
            is_shown,
            state,
            state_reason,
            stability: candidate.stability,
        }
    };
    candidates.iter().map(verdict).collect()
}

fn verdict(
    crowd: &Crowd<'_>,
    candidate: &Candidate<'_>,
    members: &[&Someone],
    settings: Settings,
) -> (bool, PersonaState, String) {
    let mut behind = Behind::default();
    members.iter().for_each(|someone| behind.add(someone));
    let n_facts = n_facts(crowd, candidate, members, settings);
    let stability = candidate.stability;
    let found_again =
        format!("comes back with an overlap of {stability:.2} when the accounts are drawn again");
    if stability < settings.show_at {
        let reason = format!(
            "suppressed: {found_again}, {:.2} is needed",
            settings.show_at
        );
        return (false, PersonaState::Draft, reason);
    }
    if !behind.are_enough(settings) {
        let reason = format!(
            "suppressed: {} people; at least {} at {} accounts are needed so that nobody is recognised",
            behind.people.len(),
            settings.min_people,
            settings.min_accounts
        );
        return (false, PersonaState::Draft, reason);
    }
    if n_facts < MIN_FACTS {
        let reason = format!(
            "suppressed: {n_facts} facts hold on people held out from the fit, at least {MIN_FACTS} are needed"
        );
        return (false, PersonaState::Draft, reason);
    }
    let reason = format!("{found_again}; {n_facts} facts hold on people held out from the fit");
    if stability < settings.publish_at {
        let tentative = format!(
            "tentative: {reason}; {:.2} is needed to publish",
            settings.publish_at
        );
        return (true, PersonaState::Candidate, tentative);
    }
    (true, PersonaState::Published, reason)
}

/// Facts that hold on people held out and are commoner among enough members.
fn n_facts(
    crowd: &Crowd<'_>,
    candidate: &Candidate<'_>,
    members: &[&Someone],
    settings: Settings,
) -> usize {
    let mut behind: BTreeMap<usize, Behind> = BTreeMap::new();
    for someone in members {
        for feature in crowd.features.held(someone) {
            behind.entry(feature).or_default().add(someone);
        }
    }
    let is_told = |tested: &&&Tested| {
        let behind = behind.get(&tested.feature);
        behind.is_some_and(|behind| behind.are_enough(settings))
    };
    candidate.holding.iter().filter(is_told).count()
}
