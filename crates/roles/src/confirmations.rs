//! What people of ours decided about roles; it outranks what is believed.
//!
//! A confirmation names a decision, a mention of the person and a role, so that
//! it follows the person through merges. Two of ours who contradict each other
//! make the role contested. What is believed stays beside it, unchanged.

use std::collections::{BTreeMap, BTreeSet};

use model::{DecisionId, HoldingState, MentionId, PersonId, Role};
use serde::{Deserialize, Serialize};

use crate::cast::Cast;

/// One decision of a person of ours about a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Confirmation {
    /// In which decision.
    pub decision_id: DecisionId,
    /// Any mention of the person.
    pub mention_id: MentionId,
    /// Which role.
    pub role: Role,
    /// Whether they hold it.
    pub holds: bool,
}

/// The log-odds with which a confirmed role bears on the others in a decision.
const SURE: f64 = 6.0;

/// The confirmations about the people of one account.
#[derive(Clone, Debug, Default)]
pub(crate) struct Confirmed {
    states: BTreeMap<(DecisionId, PersonId, Role), HoldingState>,
}

impl Confirmed {
    /// Finds the people whom the confirmations mean; those of other accounts are left out.
    pub(crate) fn new(all: &[Confirmation], cast: &Cast) -> Self {
        let mut states = BTreeMap::new();
        for one in all {
            let Some(person) = cast.member_of(Some(one.mention_id)) else {
                continue;
            };
            let said = if one.holds {
                HoldingState::Confirmed
            } else {
                HoldingState::Declined
            };
            states
                .entry((one.decision_id, person, one.role))
                .and_modify(|state| {
                    if *state != said {
                        *state = HoldingState::Contested;
                    }
                })
                .or_insert(said);
        }
        Self { states }
    }

    /// What people said of a role, when they did.
    pub(crate) fn state(
        &self,
        decision: DecisionId,
        person: PersonId,
        role: Role,
    ) -> Option<HoldingState> {
        self.states.get(&(decision, person, role)).copied()
    }

    /// Everybody of whom something was said in a decision.
    pub(crate) fn people(&self, decision: DecisionId) -> BTreeSet<PersonId> {
        let of_decision = self.states.keys().filter(|(id, _, _)| *id == decision);
        of_decision.map(|(_, person, _)| *person).collect()
    }
}

/// How a role bears on the others in its decision: as believed, unless people know.
pub(crate) fn heard(state: Option<HoldingState>, log_odds: f64) -> f64 {
    match state {
        Some(HoldingState::Confirmed) => log_odds.max(SURE),
        Some(HoldingState::Declined) => log_odds.min(-SURE),
        _ => log_odds,
    }
}
