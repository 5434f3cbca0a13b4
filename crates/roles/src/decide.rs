//! Works one account from its rows to its answer.

use serde::{Deserialize, Serialize};

use crate::cast;
use crate::claims::{self, Sources};
use crate::confirmations::{Confirmation, Confirmed};
use crate::decisions::found_decisions;
use crate::group::{self, Templates};
use crate::holdings::{Evidence, infer, line_rows};
use crate::input::{AccountAnswer, AccountInput};
use crate::successions;
use crate::tie::Ties;

/// Concludes decisions, claims, holdings, buying groups and successions of one
/// account, with the usual templates.
///
/// The rows may come in any order; the answer is the same.
pub fn decide_account(input: &AccountInput) -> AccountAnswer {
    decide_account_by(input, &Rules::default())
}

/// What binds the answers besides the records.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rules {
    /// The roles that each kind of decision requires.
    pub templates: Templates,
    /// What people of ours decided about roles, of this account or others.
    pub confirmations: Vec<Confirmation>,
}

/// The same under other rules.
pub fn decide_account_by(input: &AccountInput, rules: &Rules) -> AccountAnswer {
    let set = found_decisions(input);
    let mut cast = cast::gather(input);
    let ties = Ties::new(input, &set);
    let sources = Sources { input, ties: &ties };
    let (drafts, placeholders) = claims::gather(&sources, &mut cast);
    let evidence = Evidence::new(&set, &cast, &drafts, input.as_of);
    let confirmed = Confirmed::new(&rules.confirmations, &cast);
    let held = infer(&set, &evidence, &confirmed);
    let lines = line_rows(&held);
    let required = group::required_roles(&set, &sources, &held, &rules.templates);
    let successions = successions::find(&successions::Scene {
        set: &set,
        cast: &cast,
        drafts: &drafts,
        held: &held,
        as_of: input.as_of,
    });
    let holdings = held.into_iter().map(|h| h.row).collect();
    AccountAnswer {
        claims: drafts.into_iter().map(|draft| draft.claim).collect(),
        lines,
        holdings,
        required,
        successions,
        decisions: set.decisions,
        placeholders,
    }
}

#[cfg(test)]
mod story;
#[cfg(test)]
mod tests;
