//! Works one account from its rows to its answer.

use crate::cast;
use crate::claims::{self, Sources};
use crate::decisions::found_decisions;
use crate::holdings::{infer, line_rows};
use crate::input::{AccountAnswer, AccountInput};
use crate::tie::Ties;

/// Concludes decisions, claims, holdings, buying groups and successions of one account.
///
/// The rows may come in any order; the answer is the same.
pub fn decide_account(input: &AccountInput) -> AccountAnswer {
    let set = found_decisions(input);
    let mut cast = cast::gather(input);
    let ties = Ties::new(input, &set);
    let (drafts, placeholders) = claims::gather(&Sources { input, ties: &ties }, &mut cast);
    let held = infer(&set, &cast, &drafts);
    AccountAnswer {
        claims: drafts.into_iter().map(|draft| draft.claim).collect(),
        lines: line_rows(&held),
        holdings: held.into_iter().map(|h| h.row).collect(),
        required: Vec::new(),
        successions: Vec::new(),
        decisions: set.decisions,
        placeholders,
    }
}

#[cfg(test)]
mod tests;
