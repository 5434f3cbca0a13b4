//! Required roles are filled, contested, vacant or not known, each for its reason.

use model::tables::base::{ActivityRow, MeetingRow};
use model::tables::decided::RequiredRole;
use model::{Coverage, DecisionKind, Predicate, Role};

use crate::decide::{Rules, decide_account, decide_account_by};
use crate::fixture::*;
use crate::group::{Template, Templates};
use crate::input::{AccountAnswer, AccountInput};

/// A purchase with `n` meetings in which nobody says anything about roles.
fn looked_at(n: usize) -> AccountInput {
    let meetings: Vec<MeetingRow> = (0..n)
        .map(|i| meeting(&format!("m{i}"), "2024-08-01"))
        .collect();
    AccountInput {
        account_id: account(),
        as_of: day("2025-06-01"),
        deals: vec![deal("1", "Harbour Platform", "2024-10-15")],
        meetings,
        cast: vec![member("Ana Bell", "Analyst")],
        ..AccountInput::default()
    }
}

fn required(answer: &AccountAnswer, role: Role) -> RequiredRole {
    let purchase = answer
        .decisions
        .iter()
        .find(|d| d.kind == DecisionKind::Purchase)
        .unwrap();
    let is_it = |row: &&RequiredRole| row.decision_id == purchase.decision_id && row.role == role;
    answer.required.iter().find(is_it).unwrap().clone()
}

#[test]
fn nobody_in_many_meetings_is_vacant_and_in_none_is_not_known() {
    let unseen = required(&decide_account(&looked_at(0)), Role::TechnicalEvaluator);
    assert_eq!(unseen.coverage, Coverage::NotKnown);
    assert!(unseen.looked_at.starts_with("no meeting, no note"));
    let seen = required(&decide_account(&looked_at(6)), Role::TechnicalEvaluator);
    assert_eq!(seen.coverage, Coverage::Vacant);
    assert!(seen.looked_at.starts_with("6 meetings"));
}

#[test]
fn empty_notes_are_nothing_to_look_at() {
    let mut input = looked_at(0);
    input.activities = (0..20)
        .map(|i| note(&format!("n{i}"), "1", "2024-09-01"))
        .collect();
    let empty = required(&decide_account(&input), Role::Champion);
    assert_eq!(empty.coverage, Coverage::NotKnown);
    let written = |row: ActivityRow| ActivityRow {
        body: "Went through the plan.".to_owned(),
        ..row
    };
    input.activities = input.activities.into_iter().map(written).collect();
    let read = required(&decide_account(&input), Role::Champion);
    assert_eq!(read.coverage, Coverage::Vacant);
}

#[test]
fn two_who_say_that_they_decide_are_contested() {
    let mut input = looked_at(1);
    input.cast.push(member("Cy Dorn", "Analyst"));
    input.cast.push(speaker("Ana Bell", "m0"));
    input.cast.push(model::tables::resolved::CastRow {
        person_id: person("Cy Dorn"),
        ..speaker("Cy Dorn", "m0")
    });
    input.said = vec![
        said("Ana Bell", "m0", Predicate::Decides, None),
        said("Cy Dorn", "m0", Predicate::Decides, None),
    ];
    let both = required(&decide_account(&input), Role::DecisionMaker);
    assert_eq!(both.coverage, Coverage::Contested);
    input.said.truncate(1);
    let one = required(&decide_account(&input), Role::DecisionMaker);
    assert_eq!(one.coverage, Coverage::Filled);
    assert!(one.holding_id.is_some());
}

#[test]
fn another_template_asks_for_other_roles() {
    let templates = Templates(vec![Template {
        kind: DecisionKind::Purchase,
        // Nobody holds the role of a user in a purchase, so that it is not asked for.
        roles: vec![Role::Legal, Role::User],
    }]);
    let rules = Rules {
        templates,
        ..Rules::default()
    };
    let answer = decide_account_by(&looked_at(0), &rules);
    let roles: Vec<Role> = answer.required.iter().map(|row| row.role).collect();
    assert_eq!(roles, [Role::Legal]);
}
