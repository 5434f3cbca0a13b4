//! The central story: who bought has left, who swayed now decides, and the CRM
//! has not noticed.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use model::tables::base::{ContractRow, DealRow};
use model::tables::resolved::{Affiliation, CastRow};
use model::{Function, HoldingState, PersonId, Predicate, Seniority};

use super::*;
use crate::fixture::*;

const PEOPLE: [&str; 3] = ["Dana Reyes", "Lee Park", "Mia Chen"];

fn spoke(name: &str, meeting: &str) -> CastRow {
    CastRow {
        person_id: person(name),
        ..speaker(name, meeting)
    }
}

fn affiliations() -> Vec<Affiliation> {
    let operations = Some(Function::Operations);
    vec![
        Affiliation {
            ends: Some(day("2024-06-30")),
            ..affiliation(
                PEOPLE[0],
                "VP Operations",
                Seniority::VicePresident,
                operations,
            )
        },
        affiliation(
            PEOPLE[1],
            "Director of Operations",
            Seniority::Director,
            operations,
        ),
        affiliation(PEOPLE[2], "CFO", Seniority::Chief, Some(Function::Finance)),
    ]
}

fn harbour() -> AccountInput {
    let renewal = DealRow {
        renewed_contract_ref: Some("crm:contract:c".to_owned()),
        ..deal("2", "Harbour Renewal", "2025-03-01")
    };
    let renewed = ContractRow {
        deal_ref: Some("crm:deal:2".to_owned()),
        signed_by: Some(mention(PEOPLE[2])),
        signed: Some(day("2025-03-05")),
        ..contract("d", "2025-03-15", "2027-03-15")
    };
    AccountInput {
        account_id: account(),
        as_of: day("2025-06-01"),
        deals: vec![deal("1", "Harbour", "2023-03-01"), renewal],
        contracts: vec![contract("c", "2023-03-15", "2025-03-15"), renewed],
        declared: vec![
            declared(PEOPLE[0], "1", "Decision Maker"),
            declared(PEOPLE[0], "2", "Decision Maker"),
        ],
        meetings: vec![meeting("m1", "2023-01-20"), meeting("m2", "2025-01-15")],
        cast: vec![
            member(PEOPLE[0], "VP Operations"),
            member(PEOPLE[1], "Director of Operations"),
            member(PEOPLE[2], "CFO"),
            spoke(PEOPLE[0], "m1"),
            spoke(PEOPLE[1], "m1"),
            spoke(PEOPLE[1], "m2"),
        ],
        affiliations: affiliations(),
        said: vec![
            said(PEOPLE[0], "m1", Predicate::Decides, None),
            said(PEOPLE[1], "m1", Predicate::Influences, None),
            said(PEOPLE[1], "m2", Predicate::Decides, None),
        ],
        ..AccountInput::default()
    }
}

/// What the answer says, line by line, leaving out what is neither established nor contradicted.
fn told(answer: &AccountAnswer) -> String {
    let names: BTreeMap<PersonId, &str> = PEOPLE.iter().map(|name| (person(name), *name)).collect();
    let name = |id: PersonId| names.get(&id).copied().unwrap_or("somebody");
    let decision = |id| {
        let found = answer.decisions.iter().find(|d| d.decision_id == id);
        found.map_or("", |d| d.name.as_str())
    };
    let mut lines = Vec::new();
    for h in &answer.holdings {
        if h.state != HoldingState::NotEstablished {
            let (who, part) = (name(h.person_id), h.role);
            let (at, state) = (decision(h.decision_id), h.state);
            lines.push(format!("{at}: {part} {who} {:.2} {state}", h.probability));
        }
    }
    for r in &answer.required {
        let (at, part) = (decision(r.decision_id), r.role);
        lines.push(format!("{at}: {part}? {} ({})", r.coverage, r.looked_at));
    }
    for s in &answer.successions {
        let (from, to) = (
            name(s.from_person),
            s.to_person.map_or("nobody known", name),
        );
        let days = [s.starts, s.ends]
            .map(|day| day.map_or_else(String::new, |d| d.to_string()))
            .join(" to ");
        let (part, why) = (s.role, s.departure);
        let at = decision(s.to_decision);
        lines.push(format!(
            "{at}: {part} {from} → {to} {:.2} {why} {days}",
            s.probability
        ));
    }
    lines.retain(|line| line.starts_with("Harbour"));
    lines.sort();
    lines.join("\n")
}

#[test]
fn the_director_decides_the_renewal_and_the_crm_still_lists_the_vice_president() {
    assert_snapshot!(told(&decide_account(&harbour())), @r"
    Harbour Renewal: approver Mia Chen 0.94 established
    Harbour Renewal: approver? filled (1 meeting, no note, 1 person with a declared role, 1 contract signatory: somebody is established in this role)
    Harbour Renewal: champion? not_known (1 meeting, no note, 1 person with a declared role: too little to say that nobody holds it)
    Harbour Renewal: decision_maker Dana Reyes 0.04 contradicted
    Harbour Renewal: decision_maker Dana Reyes → Lee Park 0.81 left_company 2024-06-30 to 2024-06-30
    Harbour Renewal: decision_maker Dana Reyes → Mia Chen 0.15 left_company 2024-06-30 to 2024-06-30
    Harbour Renewal: decision_maker Lee Park 0.91 established
    Harbour Renewal: decision_maker? filled (1 meeting, no note, 1 person with a declared role: somebody is established in this role)
    Harbour Renewal: economic_buyer? not_known (1 meeting, no note, 1 person with a declared role: somebody may hold it, but it is not established)
    Harbour Renewal: solution_owner? not_known (1 meeting, no note, 1 person with a declared role: somebody may hold it, but it is not established)
    Harbour Renewal: team_manager? not_known (1 meeting, no note, 1 person with a declared role, no counted user: too little to say that nobody holds it)
    Harbour: approver? not_known (1 meeting, no note, 1 person with a declared role, no contract signatory: somebody may hold it, but it is not established)
    Harbour: champion? not_known (1 meeting, no note, 1 person with a declared role: too little to say that nobody holds it)
    Harbour: decision_maker Dana Reyes 0.99 established
    Harbour: decision_maker? filled (1 meeting, no note, 1 person with a declared role: somebody is established in this role)
    Harbour: economic_buyer? not_known (1 meeting, no note, 1 person with a declared role: somebody may hold it, but it is not established)
    Harbour: functional_buyer? not_known (1 meeting, no note, 1 person with a declared role: somebody may hold it, but it is not established)
    Harbour: influencer Lee Park 0.86 established
    Harbour: technical_evaluator? not_known (1 meeting, no note, 1 person with a declared role: too little to say that nobody holds it)
    ");
}
