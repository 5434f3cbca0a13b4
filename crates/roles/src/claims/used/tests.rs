//! Usage becomes claims with fixed weights, each a counted set.

use model::{DecisionKind, HoldingState, Method, Role};

use crate::decide::decide_account;
use crate::fixture::*;
use crate::input::AccountInput;

fn harbour() -> AccountInput {
    let span = ("2024-11-01", "2025-05-01");
    let names = [
        "Report Exported",
        "Board Opened",
        "Task Closed",
        "Filter Saved",
    ];
    let daily = names.iter().map(|name| usage("Uma Vale", name, 120, span));
    AccountInput {
        account_id: account(),
        as_of: day("2025-06-01"),
        contracts: vec![contract("c", "2024-10-15", "2025-10-15")],
        cast: vec![
            member("Uma Vale", "Analyst"),
            member("Ned Orr", "Systems Analyst"),
        ],
        usage: daily
            .chain([
                usage("Ned Orr", "permission_granted", 3, span),
                usage("Ned Orr", "Board Opened", 4, span),
            ])
            .collect(),
        ..AccountInput::default()
    }
}

fn established(input: &AccountInput, name: &str) -> Vec<Role> {
    let answer = decide_account(input);
    let is_use = |id| {
        let mut uses = answer
            .decisions
            .iter()
            .filter(|d| d.kind == DecisionKind::Use);
        uses.any(|d| d.decision_id == id)
    };
    let held = answer
        .holdings
        .iter()
        .filter(|h| h.person_id == person(name));
    held.filter(|h| h.state == HoldingState::Established && is_use(h.decision_id))
        .map(|h| h.role)
        .collect()
}

#[test]
fn daily_and_broad_use_is_power_use_and_no_administration() {
    assert_eq!(
        established(&harbour(), "Uma Vale"),
        [Role::PowerUser, Role::User]
    );
}

#[test]
fn who_grants_permissions_administers() {
    assert!(established(&harbour(), "Ned Orr").contains(&Role::Administrator));
}

#[test]
fn the_evidence_is_a_counted_set_that_can_be_listed() {
    let answer = decide_account(&harbour());
    let claim = answer
        .claims
        .iter()
        .find(|claim| {
            claim.method == Method::Usage && claim.subject_mention == Some(mention("Uma Vale"))
        })
        .unwrap();
    let set: serde_json::Value = serde_json::from_str(claim.counted_set.as_ref().unwrap()).unwrap();
    assert_eq!(set["table"], "usage_placed");
    assert_eq!(set["filter"]["user_key"][0], "crm:contact:Uma Vale");
    assert_eq!(set["count"], 4 * 360);
    assert_eq!(
        (&set["from"], &set["to"]),
        (&"2024-11-01".into(), &"2025-05-02".into())
    );
}

#[test]
fn use_by_somebody_unknown_makes_no_claim() {
    let mut input = harbour();
    input.cast.clear();
    let answer = decide_account(&input);
    assert!(
        answer
            .claims
            .iter()
            .all(|claim| claim.method != Method::Usage)
    );
}
