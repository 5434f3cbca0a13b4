//! Deals and contracts become decisions, chained and each of one kind.

use super::*;
use crate::fixture::{account, contract, day, deal};

fn input(deals: Vec<DealRow>, contracts: Vec<ContractRow>) -> AccountInput {
    let as_of = day("2025-06-01");
    AccountInput {
        account_id: account(),
        as_of,
        deals,
        contracts,
        ..AccountInput::default()
    }
}

/// One line a decision: kind, name, outcome, basis of its predecessors.
fn told(input: &AccountInput) -> Vec<String> {
    let mut decisions = found_decisions(input).decisions;
    decisions.sort_by_key(|d| (d.closes, d.kind));
    let line = |d: &Decision| {
        let expected = if d.is_expected { " expected" } else { "" };
        format!(
            "{} {}: {}{expected} [{}]",
            d.kind, d.name, d.outcome, d.predecessor_basis
        )
    };
    decisions.iter().map(line).collect()
}

#[test]
fn a_won_deal_with_a_contract_awaits_its_renewal() {
    let told = told(&input(
        vec![deal("1", "Harbour Platform Deal", "2024-10-15")],
        vec![contract("c", "2024-10-15", "2025-10-15")],
    ));
    assert_eq!(
        told,
        [
            "purchase Harbour Platform Deal: won []",
            "renewal Renewal of Contract c: open expected [link]",
            "use Use under Contract c: open [link]",
        ]
    );
}

#[test]
fn a_contract_without_a_deal_is_a_purchase() {
    let told = told(&input(
        vec![],
        vec![contract("c", "2025-01-01", "2026-01-01")],
    ));
    assert_eq!(told[0], "purchase Contract c: won []");
    assert_eq!(told.len(), 3);
}

#[test]
fn a_contract_that_renews_by_itself_awaits_its_next_end() {
    let renewing = ContractRow {
        is_auto_renewing: Some(true),
        ..contract("c", "2022-03-01", "2023-03-01")
    };
    let rows = input(vec![], vec![renewing]);
    let mut decisions = found_decisions(&rows).decisions;
    decisions.retain(|d| d.kind == DecisionKind::Renewal);
    decisions.sort_by_key(|d| d.closes);
    let ends: Vec<(String, Outcome)> = decisions
        .iter()
        .map(|d| (d.closes.unwrap().to_string(), d.outcome))
        .collect();
    let [first, second, third, fourth] = ends.as_slice() else {
        unreachable!("four ends until the summer of 2025, found {ends:?}");
    };
    assert_eq!(*first, ("2023-03-01".to_owned(), Outcome::AutoRenewed));
    assert_eq!(second.1, Outcome::AutoRenewed);
    assert_eq!(third.1, Outcome::AutoRenewed);
    assert_eq!(*fourth, ("2026-03-01".to_owned(), Outcome::Open));
    assert_eq!(decisions[1].predecessors, [decisions[0].decision_id]);
    assert_eq!(decisions[0].predecessors.len(), 1);
}

#[test]
fn a_contract_in_two_systems_is_one() {
    let register = ContractRow {
        native_key: "register:contract:9".to_owned(),
        products: vec!["Suite".to_owned()],
        is_auto_renewing: Some(true),
        ..contract("c", "2023-01-01", "2024-01-01")
    };
    let later = contract("d", "2024-01-01", "2025-10-01");
    let crm = contract("c", "2023-01-01", "2024-01-01");
    let set = found_decisions(&input(vec![], vec![register, crm, later]));
    let n_uses = set
        .decisions
        .iter()
        .filter(|d| d.kind == DecisionKind::Use)
        .count();
    assert_eq!(n_uses, 2);
    let keys = ["crm:contract:c", "register:contract:9"];
    let [one, other] = keys.map(|key| set.by_key.get(key).copied());
    assert!(one.is_some() && one == other);
    // Another contract follows, so that the first one has not renewed itself.
    assert!(
        set.decisions
            .iter()
            .all(|d| d.outcome != Outcome::AutoRenewed)
    );
    let first = set
        .decisions
        .iter()
        .find(|d| d.kind == DecisionKind::Use && d.opens == Some(day("2023-01-01")));
    assert_eq!(first.unwrap().closes, Some(day("2024-01-01")));
}

#[test]
fn an_end_that_passed_unrecorded_is_overdue_and_not_churned() {
    let rows = input(vec![], vec![contract("c", "2022-03-01", "2023-03-01")]);
    let decisions = found_decisions(&rows).decisions;
    let renewal = decisions
        .iter()
        .find(|d| d.kind == DecisionKind::Renewal)
        .unwrap();
    assert_eq!(renewal.outcome, Outcome::Open);
    assert!(renewal.kind_reason.starts_with("overdue"));
}

#[test]
fn contracts_in_a_row_are_a_purchase_and_renewals() {
    let contracts = vec![
        contract("a", "2023-01-01", "2024-01-01"),
        contract("b", "2024-01-01", "2025-01-01"),
    ];
    let mut decided = told(&input(vec![], contracts));
    decided.retain(|line| !line.starts_with("use"));
    assert_eq!(
        decided,
        [
            "purchase Contract a: won []",
            "renewal Contract b: renewed [link]",
            "renewal Renewal of Contract b: open expected [link]",
        ]
    );
}

#[test]
fn a_renewal_link_is_followed_back_to_the_purchase() {
    let renewal = DealRow {
        renewed_contract_ref: Some("crm:contract:c".to_owned()),
        amount: Some(80.0),
        ..deal("2", "Harbour 2025", "2025-03-01")
    };
    let purchase = DealRow {
        amount: Some(100.0),
        ..deal("1", "Harbour", "2024-02-20")
    };
    let rows = input(
        vec![renewal, purchase],
        vec![contract("c", "2024-03-01", "2025-03-01")],
    );
    let set = found_decisions(&rows);
    let renewal = set
        .decisions
        .iter()
        .find(|d| d.kind == DecisionKind::Renewal)
        .unwrap();
    assert_eq!(renewal.outcome, Outcome::Contracted);
    assert_eq!(
        renewal.predecessors,
        [DecisionId::derive(&["deal", "crm:deal:1"])]
    );
    assert_eq!(
        set.decisions
            .iter()
            .filter(|d| d.kind == DecisionKind::Renewal)
            .count(),
        1
    );
}

#[test]
fn a_later_deal_for_another_product_is_a_cross_sell() {
    let with = |row: DealRow, product: &str| DealRow {
        products: vec![product.to_owned()],
        ..row
    };
    let told = told(&input(
        vec![
            with(deal("1", "Harbour", "2023-01-10"), "Suite"),
            with(deal("2", "Harbour 2", "2024-09-10"), "Radar"),
            with(deal("3", "Harbour 3", "2024-11-10"), "Suite"),
        ],
        vec![],
    ));
    assert!(told.contains(&"cross_sell Harbour 2: won [dates]".to_owned()));
    assert!(told.contains(&"up_sell Harbour 3: won [dates]".to_owned()));
}

#[test]
fn a_lost_deal_does_not_make_a_customer() {
    let lost = DealRow {
        stage: Some("Closed Lost".to_owned()),
        ..deal("1", "Harbour Expansion", "2024-01-10")
    };
    let mut told = told(&input(
        vec![lost, deal("2", "Harbour again", "2025-01-10")],
        vec![],
    ));
    told.retain(|line| !line.starts_with("use"));
    assert_eq!(
        told,
        [
            "purchase Harbour Expansion: lost []",
            "purchase Harbour again: won []",
        ]
    );
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let deals = vec![
        deal("1", "A", "2023-01-10"),
        deal("2", "B renewal", "2024-01-05"),
        deal("3", "C", "2024-06-10"),
    ];
    let contracts = vec![
        contract("a", "2023-01-15", "2024-01-15"),
        contract("b", "2024-01-15", "2025-01-15"),
    ];
    let forwards = told(&input(deals.clone(), contracts.clone()));
    let backwards = told(&input(
        deals.into_iter().rev().collect(),
        contracts.into_iter().rev().collect(),
    ));
    assert_eq!(forwards, backwards);
}

#[test]
fn an_unsigned_contract_after_one_that_renews_by_itself_was_renewed_by_itself() {
    let first = ContractRow {
        is_auto_renewing: Some(true),
        signed: Some(day("2022-12-20")),
        ..contract("c", "2023-01-01", "2024-01-01")
    };
    let next = contract("d", "2024-01-01", "2026-01-01");
    let told = told(&input(vec![], vec![first, next]));
    assert!(
        told.contains(&"renewal Contract d: auto_renewed [link]".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_renewal_follows_what_was_added_and_is_held_against_all_of_it() {
    let paid = |amount: f64, row: DealRow| DealRow {
        amount: Some(amount),
        ..row
    };
    let bought = paid(100.0, deal("1", "Harbour Platform", "2023-01-05"));
    let added = DealRow {
        deal_type: Some("Upgrade".to_owned()),
        ..paid(50.0, deal("2", "Harbour, forty more", "2023-07-01"))
    };
    let renewed = paid(150.0, deal("3", "Harbour Renewal", "2024-01-02"));
    let mut decisions = found_decisions(&input(vec![bought, added, renewed], Vec::new())).decisions;
    decisions.retain(|d| d.kind != DecisionKind::Use);
    decisions.sort_by_key(|d| d.closes);
    let [first, second, third] = decisions.as_slice() else {
        unreachable!("three deals, found {}", decisions.len());
    };
    assert_eq!(second.predecessors, [first.decision_id]);
    let mut both = vec![first.decision_id, second.decision_id];
    both.sort();
    assert_eq!(third.predecessors, both);
    assert_eq!(third.outcome, Outcome::Renewed);
}

#[test]
fn existing_business_about_a_new_product_is_a_cross_sell_though_the_contract_lists_it_today() {
    let of = |product: &str, row: DealRow| DealRow {
        products: vec![product.to_owned()],
        ..row
    };
    let bought = of("Plan", deal("1", "Harbour Plan", "2023-01-05"));
    let added = DealRow {
        deal_type: Some("Existing Business".to_owned()),
        ..of("Insight", deal("2", "Harbour Insight", "2023-07-01"))
    };
    let term = ContractRow {
        products: vec!["Plan".to_owned(), "Insight".to_owned()],
        ..contract("c", "2023-01-10", "2024-01-10")
    };
    let set = found_decisions(&input(vec![bought, added], vec![term]));
    let id = set.by_key.get("crm:deal:2").copied().unwrap();
    assert_eq!(set.get(id).unwrap().kind, DecisionKind::CrossSell);
}
