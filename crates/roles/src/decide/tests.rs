//! An account from its rows to its answer: waterfalls add up, order does not matter.

use model::tables::decided::RoleHolding;
use model::{Function, HoldingState, Method, Polarity, Predicate, Role, Seniority, Side};

use super::*;
use crate::fixture::*;

/// A purchase with two contacts, one meeting, and a contract that ends.
fn harbour() -> AccountInput {
    AccountInput {
        account_id: account(),
        as_of: day("2025-06-01"),
        deals: vec![deal("1", "Harbour Platform", "2024-10-15")],
        contracts: vec![contract("c", "2024-10-15", "2025-10-15")],
        declared: vec![
            declared("Ana Bell", "1", "Champion"),
            declared("Cy Dorn", "1", "Economic Buyer"),
        ],
        meetings: vec![meeting("m1", "2024-08-01")],
        cast: vec![
            member("Ana Bell", "Director of Operations"),
            member("Cy Dorn", "CFO"),
            speaker("Ana Bell", "m1"),
        ],
        affiliations: vec![
            affiliation(
                "Ana Bell",
                "Director of Operations",
                Seniority::Director,
                Some(Function::Operations),
            ),
            affiliation("Cy Dorn", "CFO", Seniority::Chief, Some(Function::Finance)),
        ],
        ..AccountInput::default()
    }
}

fn purchase(answer: &AccountAnswer) -> model::DecisionId {
    let is_purchase =
        |d: &&model::tables::decided::Decision| d.kind == model::DecisionKind::Purchase;
    answer
        .decisions
        .iter()
        .find(is_purchase)
        .unwrap()
        .decision_id
}

fn holding(answer: &AccountAnswer, name: &str, role: Role) -> RoleHolding {
    let decision = purchase(answer);
    let is_it = |h: &&RoleHolding| {
        h.decision_id == decision && h.person_id == person(name) && h.role == role
    };
    answer.holdings.iter().find(is_it).unwrap().clone()
}

#[test]
fn a_declared_vote_with_a_fitting_title_is_established() {
    let answer = decide_account(&harbour());
    let held = holding(&answer, "Cy Dorn", Role::EconomicBuyer);
    assert_eq!(held.state, HoldingState::Established);
    assert!(held.probability > 0.65 && held.probability < 0.9);
}

#[test]
fn a_title_alone_establishes_nothing() {
    let input = AccountInput {
        declared: vec![],
        ..harbour()
    };
    let answer = decide_account(&input);
    assert!(
        answer
            .holdings
            .iter()
            .all(|h| h.state == HoldingState::NotEstablished)
    );
}

#[test]
fn every_waterfall_adds_up_to_the_last_bit() {
    let mut input = harbour();
    input.said = vec![
        said("Ana Bell", "m1", Predicate::Decides, None),
        said("Ana Bell", "m1", Predicate::ControlsBudget, Some("our CFO")),
        said(
            "Ana Bell",
            "m1",
            Predicate::Authorises,
            Some("the VP Legal"),
        ),
    ];
    let answer = decide_account(&input);
    assert!(answer.holdings.len() > 5);
    for held in &answer.holdings {
        let lines = answer
            .lines
            .iter()
            .filter(|line| line.holding_id == held.holding_id);
        let sum: f64 = lines.map(|line| line.weight).sum();
        assert_eq!(held.prior + sum + held.others, held.log_odds);
    }
}

#[test]
fn every_line_leads_to_a_claim_with_its_record() {
    let answer = decide_account(&harbour());
    for line in &answer.lines {
        let claim = answer
            .claims
            .iter()
            .find(|claim| claim.claim_id == line.claim_id)
            .unwrap();
        assert_ne!(claim.record_id, model::RecordId::default());
    }
}

#[test]
fn own_words_count_more_than_a_signature_and_that_more_than_a_vote() {
    let first_person = crate::weights::spoken(Predicate::Authorises)[0].1;
    assert!(first_person > crate::weights::SIGNED);
    const { assert!(crate::weights::SIGNED > crate::weights::DECLARED) };
    let titles = Seniority::ALL
        .iter()
        .flat_map(|s| Function::ALL.iter().map(|f| (*s, *f)));
    let strongest =
        titles.map(|(s, f)| crate::weights::title(Role::EconomicBuyer, Some(s), Some(f)));
    assert!(strongest.fold(0.0, f64::max) < crate::weights::DECLARED);
}

#[test]
fn one_vote_copied_between_systems_counts_once() {
    let mut input = harbour();
    let once = holding(&decide_account(&input), "Cy Dorn", Role::EconomicBuyer);
    let mut copy = declared("Cy Dorn", "1", "BUDGET_HOLDER");
    copy.record_id = model::RecordId::derive(&["other system"]);
    input.declared.push(copy);
    let answer = decide_account(&input);
    let twice = holding(&answer, "Cy Dorn", Role::EconomicBuyer);
    assert_eq!(once.log_odds, twice.log_odds);
    let lines = answer
        .lines
        .iter()
        .filter(|line| line.holding_id == twice.holding_id);
    assert_eq!(
        lines
            .filter(|line| line.cause.starts_with("declared"))
            .count(),
        2
    );
}

#[test]
fn a_colleague_named_by_title_is_found_in_the_cast() {
    let mut input = harbour();
    input.declared.clear();
    input.said = vec![said(
        "Ana Bell",
        "m1",
        Predicate::ControlsBudget,
        Some("our CFO"),
    )];
    let answer = decide_account(&input);
    assert_eq!(
        holding(&answer, "Cy Dorn", Role::EconomicBuyer).state,
        HoldingState::Established
    );
    assert!(answer.placeholders.is_empty());
}

#[test]
fn somebody_in_no_record_becomes_a_role_without_a_person() {
    let mut input = harbour();
    input.said = vec![said(
        "Ana Bell",
        "m1",
        Predicate::Authorises,
        Some("our VP Finance"),
    )];
    let answer = decide_account(&input);
    assert_eq!(answer.placeholders.len(), 1);
    let named = answer.placeholders[0].person_id;
    let held = answer
        .holdings
        .iter()
        .find(|h| h.person_id == named && h.role == Role::Approver)
        .unwrap();
    assert!(held.is_placeholder);
}

#[test]
fn a_given_name_alone_finds_whoever_was_named_in_full() {
    let mut input = harbour();
    input.said = vec![
        said("Ana Bell", "m1", Predicate::Authorises, Some("Priya")),
        said("Ana Bell", "m1", Predicate::Decides, Some("Priya Raman")),
        said("Ana Bell", "m1", Predicate::Procures, Some("VP Finance")),
    ];
    let answer = decide_account(&input);
    let named: std::collections::BTreeSet<_> = answer
        .placeholders
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(
        named.into_iter().collect::<Vec<_>>(),
        ["Priya Raman", "VP Finance"]
    );
}

#[test]
fn a_placeholder_of_the_crm_is_found_by_its_title() {
    let mut input = harbour();
    input.cast.retain(|row| row.name != "Cy Dorn");
    input.affiliations.pop();
    input.cast.push(model::tables::resolved::CastRow {
        is_placeholder: true,
        ..member("CFO (unknown)", "")
    });
    input.said = vec![said(
        "Ana Bell",
        "m1",
        Predicate::ControlsBudget,
        Some("our CFO"),
    )];
    let answer = decide_account(&input);
    assert!(answer.placeholders.is_empty());
    assert!(holding(&answer, "CFO (unknown)", Role::EconomicBuyer).is_placeholder);
}

#[test]
fn what_a_seller_says_makes_no_role() {
    let mut input = harbour();
    input.cast.push(model::tables::resolved::CastRow {
        side: Side::Ours,
        ..speaker("Sel Ler", "m1")
    });
    input.said = vec![said("Sel Ler", "m1", Predicate::Decides, None)];
    let answer = decide_account(&input);
    assert!(
        answer
            .holdings
            .iter()
            .all(|h| h.person_id != person("Sel Ler"))
    );
    assert!(
        answer
            .claims
            .iter()
            .all(|claim| claim.method != Method::Said)
    );
}

#[test]
fn a_mail_of_theirs_is_said_by_whoever_wrote_it() {
    let mail = model::tables::base::ActivityRow {
        author_side: Side::Account,
        person_refs: vec!["crm:contact:Ana Bell".to_owned()],
        body: "I sign this off.".to_owned(),
        ..note("mail", "1", "2024-09-09")
    };
    let mut input = harbour();
    input.said = vec![model::tables::decided::Said {
        record_id: mail.record_id,
        meeting_id: None,
        speaker_mention: None,
        ..said("Ana Bell", "mail", Predicate::Authorises, None)
    }];
    input.activities = vec![mail];
    let held = holding(&decide_account(&input), "Ana Bell", Role::Approver);
    assert_eq!(held.state, HoldingState::Established);
}

#[test]
fn words_against_a_declared_role_contradict_it() {
    let mut input = harbour();
    input.cast.push(speaker("Cy Dorn", "m1"));
    let mut denial = said("Cy Dorn", "m1", Predicate::ControlsBudget, None);
    denial.polarity = Polarity::Against;
    input.said = vec![denial];
    let answer = decide_account(&input);
    assert_eq!(
        holding(&answer, "Cy Dorn", Role::EconomicBuyer).state,
        HoldingState::Contradicted
    );
}

#[test]
fn rows_in_another_order_give_the_same_answer() {
    let mut input = harbour();
    input.said = vec![
        said("Ana Bell", "m1", Predicate::Decides, None),
        said(
            "Ana Bell",
            "m1",
            Predicate::Authorises,
            Some("our VP Finance"),
        ),
        said(
            "Ana Bell",
            "m1",
            Predicate::Authorises,
            Some("VP of Finance"),
        ),
    ];
    let forwards = decide_account(&input);
    input.said.reverse();
    input.cast.reverse();
    input.declared.reverse();
    input.affiliations.reverse();
    assert_eq!(decide_account(&input), forwards);
}

/// Says of a role of the purchase that somebody holds it or does not.
fn by_hand(answer: &AccountAnswer, name: &str, role: Role, holds: bool) -> Confirmation {
    Confirmation {
        decision_id: purchase(answer),
        mention_id: mention(name),
        role,
        holds,
    }
}

fn decided_with(confirmations: Vec<Confirmation>) -> AccountAnswer {
    let rules = Rules {
        confirmations,
        ..Rules::default()
    };
    decide_account_by(&harbour(), &rules)
}

#[test]
fn what_people_say_outranks_what_is_believed_and_leaves_it_beside() {
    let before = decide_account(&harbour());
    let believed = holding(&before, "Cy Dorn", Role::EconomicBuyer);
    let declined = decided_with(vec![by_hand(
        &before,
        "Cy Dorn",
        Role::EconomicBuyer,
        false,
    )]);
    let after = holding(&declined, "Cy Dorn", Role::EconomicBuyer);
    assert_eq!(after.state, HoldingState::Declined);
    assert_eq!(after.log_odds, believed.log_odds);
    let required = |answer: &AccountAnswer, role: Role| {
        let decision = purchase(answer);
        let mut rows = answer.required.iter();
        let found = rows.find(|row| row.decision_id == decision && row.role == role);
        found.unwrap().coverage
    };
    assert_ne!(
        required(&declined, Role::EconomicBuyer),
        model::Coverage::Filled
    );
    let confirmed = decided_with(vec![by_hand(
        &before,
        "Ana Bell",
        Role::EconomicBuyer,
        true,
    )]);
    let held = holding(&confirmed, "Ana Bell", Role::EconomicBuyer);
    assert_eq!(held.state, HoldingState::Confirmed);
    assert_eq!(
        required(&confirmed, Role::EconomicBuyer),
        model::Coverage::Filled
    );
    // One of them usually holds it: that Ana does makes Cy less likely.
    assert!(holding(&confirmed, "Cy Dorn", Role::EconomicBuyer).probability < believed.probability);
}

#[test]
fn two_of_ours_who_contradict_each_other_make_a_role_contested() {
    let before = decide_account(&harbour());
    let both = [true, false].map(|holds| by_hand(&before, "Ana Bell", Role::Champion, holds));
    let answer = decided_with(both.to_vec());
    let held = holding(&answer, "Ana Bell", Role::Champion);
    assert_eq!(held.state, HoldingState::Contested);
}

#[test]
fn a_confirmation_about_somebody_of_another_account_changes_nothing() {
    let before = decide_account(&harbour());
    let stranger = by_hand(&before, "Nobody Here", Role::Champion, true);
    assert_eq!(decided_with(vec![stranger]).holdings, before.holdings);
}
