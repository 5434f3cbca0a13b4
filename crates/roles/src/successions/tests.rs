//! A role passes on by signs; years alone pass nothing on.

use model::tables::base::DealRow;
use model::tables::decided::{Said, Succession};
use model::tables::resolved::{Affiliation, CastRow};
use model::{Departure, Function, Predicate, Seniority};

use crate::decide::decide_account;
use crate::fixture::*;
use crate::input::AccountInput;

/// A purchase that Ana decided, and a renewal two years later; Bo works there too.
fn chain() -> AccountInput {
    let renewal = DealRow {
        deal_type: Some("Renewal".to_owned()),
        ..deal("2", "Renewal", "2025-02-01")
    };
    let spoke = |name: &str, at: &str| CastRow {
        person_id: person(name),
        ..speaker(name, at)
    };
    let works = |name: &str| {
        affiliation(
            name,
            "Head of Operations",
            Seniority::Director,
            Some(Function::Operations),
        )
    };
    AccountInput {
        account_id: account(),
        as_of: day("2025-06-01"),
        deals: vec![deal("1", "Purchase", "2023-02-01"), renewal],
        meetings: vec![meeting("m1", "2023-01-10"), meeting("m2", "2025-01-10")],
        cast: vec![
            member("Ana Bell", ""),
            member("Bo Cole", ""),
            spoke("Ana Bell", "m1"),
            spoke("Bo Cole", "m2"),
        ],
        affiliations: vec![works("Ana Bell"), works("Bo Cole")],
        said: vec![said("Ana Bell", "m1", Predicate::Decides, None)],
        ..AccountInput::default()
    }
}

/// The successions of the decision maker, the likeliest first.
fn of_decider(input: &AccountInput) -> Vec<Succession> {
    let mut rows = decide_account(input).successions;
    rows.retain(|row| row.role == model::Role::DecisionMaker);
    rows.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    rows
}

#[test]
fn years_alone_make_no_succession() {
    assert_eq!(of_decider(&chain()), []);
}

#[test]
fn who_left_is_succeeded_by_whoever_says_that_they_decide() {
    let mut input = chain();
    input.affiliations[0].ends = Some(day("2024-03-31"));
    input
        .said
        .push(said("Bo Cole", "m2", Predicate::Decides, None));
    let rows = of_decider(&input);
    assert_eq!(rows[0].from_person, person("Ana Bell"));
    assert_eq!(rows[0].to_person, Some(person("Bo Cole")));
    assert_eq!(rows[0].departure, Departure::LeftCompany);
    assert_eq!(
        (rows[0].starts, rows[0].ends),
        (Some(day("2024-03-31")), Some(day("2024-03-31")))
    );
    assert!(rows[0].probability > 0.8);
    assert!(!rows[0].claims.is_empty());
}

#[test]
fn who_left_without_a_successor_leaves_the_role_to_nobody_known() {
    let mut input = chain();
    input.affiliations = vec![Affiliation {
        ends: Some(day("2024-03-31")),
        ..input.affiliations[0].clone()
    }];
    let rows = of_decider(&input);
    assert_eq!(rows[0].to_person, None);
    assert!(rows[0].probability > 0.5);
}

#[test]
fn another_function_is_a_move_and_another_spelling_is_none() {
    let moved_to = |title: &str, level: Seniority, function: Function| {
        let mut input = chain();
        let later = Affiliation {
            span_idx: 1,
            starts: Some(day("2024-03-31")),
            ..affiliation("Ana Bell", title, level, Some(function))
        };
        input.affiliations[0].ends = later.starts;
        input.affiliations.push(later);
        let rows = of_decider(&input);
        rows.first().map(|row| row.departure)
    };
    let elsewhere = moved_to("Head of Finance", Seniority::Director, Function::Finance);
    assert_eq!(elsewhere, Some(Departure::MovedRole));
    let respelled = moved_to("Operations lead", Seniority::Director, Function::Operations);
    assert_eq!(respelled, None);
}

#[test]
fn a_handover_names_the_successor() {
    let mut input = chain();
    input.said.push(Said {
        object: "Bo Cole".to_owned(),
        day: Some(day("2024-05-05")),
        ..said("Ana Bell", "m1", Predicate::HandsOver, None)
    });
    let rows = of_decider(&input);
    assert_eq!(rows[0].to_person, Some(person("Bo Cole")));
    assert_eq!(rows[0].departure, Departure::Replaced);
    let total: f64 = rows.iter().map(|row| row.probability).sum();
    assert!(total <= 1.0);
}

#[test]
fn somebody_who_is_heard_as_often_as_ever_has_not_gone_quiet() {
    let heard = |days: &[&str], of_all: &str| {
        let mut input = chain();
        input.activities = days
            .iter()
            .map(|on| note_with("Ana Bell", on))
            .chain([note_with("Bo Cole", of_all)])
            .collect();
        of_decider(&input)
            .iter()
            .any(|row| row.departure == Departure::WentQuiet)
    };
    let monthly = [
        "2023-03-01",
        "2023-04-01",
        "2023-05-01",
        "2023-06-01",
        "2023-07-01",
    ];
    assert!(heard(&monthly, "2025-01-20"));
    // The records end with her last note: silence after it is nobody's.
    assert!(!heard(
        &["2024-09-01", "2024-10-01", "2024-11-01", "2024-12-20"],
        "2025-01-20"
    ));
}

#[test]
fn a_new_decider_replaces_one_who_is_still_there() {
    let mut input = chain();
    input
        .said
        .push(said("Bo Cole", "m2", Predicate::Decides, None));
    let rows = of_decider(&input);
    assert_eq!(rows[0].departure, Departure::Replaced);
    assert_eq!(rows[0].to_person, Some(person("Bo Cole")));
}

#[test]
fn whoever_decides_again_has_passed_nothing_on() {
    let mut input = chain();
    input.cast.push(CastRow {
        person_id: person("Ana Bell"),
        ..speaker("Ana Bell", "m2")
    });
    input
        .said
        .push(said("Ana Bell", "m2", Predicate::Decides, None));
    assert_eq!(of_decider(&input), []);
}
