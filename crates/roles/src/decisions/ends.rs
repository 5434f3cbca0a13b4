//! What follows a contract's end where no record decides it.
//!
//! A contract that renews by itself has done so at every end that has passed;
//! its next end awaits a decision. Any other end awaits one from the start, also
//! when it has passed: that nothing is recorded does not say what followed.

use model::tables::base::ContractRow;
use model::tables::decided::Decision;
use model::{Day, DecisionId, DecisionKind, Outcome};

use super::contracts::of_contract;
use crate::words::tokens;

/// Days after its end at which a contract that renews by itself is taken to have done so.
const AUTO_RENEWAL_DAYS: i32 = 30;
/// Days of a term whose length is not known: a year.
const USUAL_TERM_DAYS: i32 = 365;
/// Shortest term that is taken as stated.
const SHORT_TERM_DAYS: i32 = 28;
/// Ends of one contract that are followed; a monthly contract reaches ten years back.
const MOST_ENDS: u32 = 120;

const ENDED_STEMS: &[&str] = &[
    "terminat",
    "cancel",
    "churn",
    "gekündigt",
    "annull",
    "résili",
];

/// The decisions on what follows, in order of time; each follows the one before.
pub(super) fn decisions(contract: &ContractRow, as_of: Day) -> Vec<Decision> {
    let Some(ends) = contract.ends else {
        return Vec::new();
    };
    if is_ended(contract) {
        let reason = "the contract's status says that it was ended";
        return vec![at(contract, ends, 0, (Outcome::Churned, reason))];
    }
    let mut decisions: Vec<Decision> = Vec::new();
    for n in 0..MOST_ENDS {
        let end = nth_end(contract, ends, n);
        let has_passed = end.plus_days(AUTO_RENEWAL_DAYS) < as_of;
        let renews_itself = has_passed && contract.is_auto_renewing == Some(true);
        let mut decision = if renews_itself {
            let reason = "the contract renews by itself, and its end has passed";
            at(contract, end, n, (Outcome::AutoRenewed, reason))
        } else {
            at(contract, end, n, (Outcome::Open, open_reason(has_passed)))
        };
        decision.predecessors = decisions
            .last()
            .map(|d| d.decision_id)
            .into_iter()
            .collect();
        decisions.push(decision);
        if !renews_itself {
            break;
        }
    }
    decisions
}

fn open_reason(has_passed: bool) -> &'static str {
    if has_passed {
        "overdue: the contract has ended, and no record says what followed"
    } else {
        "expected: the contract ends, and no record decides what follows"
    }
}

fn is_ended(contract: &ContractRow) -> bool {
    let status = tokens(contract.status.as_deref().unwrap_or(""));
    status
        .iter()
        .any(|w| ENDED_STEMS.iter().any(|stem| w.starts_with(stem)))
}

/// The end of the term after `n` renewals of the same length.
fn nth_end(contract: &ContractRow, ends: Day, n: u32) -> Day {
    let stated = contract.starts.map(|starts| ends.0 - starts.0);
    let days = stated
        .filter(|days| *days >= SHORT_TERM_DAYS)
        .unwrap_or(USUAL_TERM_DAYS);
    // Whole months keep the day of the month; other lengths are counted in days.
    let months = libm::round(f64::from(days) / 30.437);
    let is_whole = (months * 30.437 - f64::from(days)).abs() <= 2.0;
    let n = i32::try_from(n).unwrap_or(0);
    if is_whole {
        ends.plus_months(months as i32 * n)
    } else {
        ends.plus_days(days.saturating_mul(n))
    }
}

fn at(contract: &ContractRow, end: Day, n: u32, (outcome, reason): (Outcome, &str)) -> Decision {
    let ordinal = n.to_string();
    let parts = ["contract_end", &contract.native_key, &ordinal];
    // The first end keeps the id it has where nothing renews by itself.
    let n_parts = if n == 0 { 2 } else { 3 };
    let id = DecisionId::derive(parts.get(..n_parts).unwrap_or(&parts));
    let name = contract
        .name
        .as_deref()
        .map_or_else(|| "Renewal".to_owned(), |name| format!("Renewal of {name}"));
    Decision {
        kind: DecisionKind::Renewal,
        closes: Some(end),
        outcome,
        is_expected: outcome == Outcome::Open,
        name,
        ..of_contract(contract, id, reason)
    }
}
