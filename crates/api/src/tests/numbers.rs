//! Numbers agree wherever they stand, and an earlier day shows nothing later.

use model::{Coverage, Day, DecisionKind, HoldingState, Outcome};

use super::{facade, harbor, who};
use crate::Facade;
use crate::accounts::{AccountFilter, Page};
use crate::counts::Counts;
use crate::who::{DecisionCast, Part, Presence, WhoQuestion};

#[test]
fn every_number_is_the_same_wherever_it_stands() {
    let list = facade().accounts(&AccountFilter::default(), Page::default());
    let lines = list.unwrap().accounts;
    let totals = facade().totals().unwrap();
    assert_eq!(facade().overview().unwrap().totals, totals);
    assert_eq!(lines.len() as i64, totals.n_accounts);
    let sum = |of: fn(&Counts) -> i64| lines.iter().map(|line| of(&line.counts)).sum::<i64>();
    assert_eq!(sum(|n| n.n_decisions), totals.counts.n_decisions);
    assert_eq!(sum(|n| n.n_uses), totals.counts.n_uses);
    assert_eq!(sum(|n| n.n_established), totals.counts.n_established);
    assert_eq!(sum(|n| n.n_successions), totals.counts.n_successions);
    assert_eq!(sum(|n| n.n_claims), totals.counts.n_claims);
    for line in &lines {
        let question = WhoQuestion {
            account_id: line.head.account_id,
            decision_id: None,
            as_of: None,
        };
        let who = facade().who(&question).unwrap();
        let is_use = |d: &&DecisionCast| d.head.kind == DecisionKind::Use;
        let n_uses = who.decisions.iter().filter(is_use).count() as i64;
        let n_decisions = who.decisions.len() as i64 - n_uses;
        let parts = who.decisions.iter().flat_map(|decision| &decision.cast);
        let is_firm = |part: &&Part| part.state == HoldingState::Established;
        let n_established = parts.filter(is_firm).count() as i64;
        let passings = who.successions.iter().filter(|line| line.rank == 1);
        assert_eq!(who.counts, line.counts);
        assert_eq!(
            (n_uses, n_decisions, n_established, passings.count() as i64),
            (
                line.counts.n_uses,
                line.counts.n_decisions,
                line.counts.n_established,
                line.counts.n_successions
            )
        );
    }
    let kinds = facade().personas(None).unwrap();
    let personas = || kinds.iter().flat_map(|kind| &kind.personas);
    assert_eq!(personas().count() as i64, totals.n_personas);
    let statements = personas().map(|persona| {
        let card = facade().persona(persona.persona_id).unwrap();
        card.persona.statements.len() as i64
    });
    assert_eq!(statements.sum::<i64>(), totals.n_statements);
}

#[test]
fn a_renewal_whose_day_is_past_is_overdue_and_stands_apart() {
    let mut fixture = store::fixture::harbor();
    let renewal = fixture.decisions.iter_mut();
    let mut renewal = renewal.filter(|row| row.kind == DecisionKind::Renewal);
    let past = Day::parse_iso("2025-05-31");
    renewal.next().unwrap().closes = past;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-test.db");
    store::fixture::publish(&fixture, &path).unwrap();
    let facade = Facade::open(&path).unwrap();
    let overview = facade.overview().unwrap();
    assert!(overview.due.is_empty());
    assert_eq!(overview.n_overdue, 1);
    assert_eq!(overview.overdue[0].decision.overdue_since, past);
    let list = facade.accounts(&AccountFilter::default(), Page::default());
    let next = list
        .unwrap()
        .accounts
        .into_iter()
        .find_map(|line| line.next);
    assert_eq!(next.unwrap().overdue_since, past);
    let coming = self::facade().overview().unwrap().due;
    assert_eq!(coming[0].decision.overdue_since, None);
}

#[test]
fn nothing_later_than_the_day_asked_for_is_shown() {
    let then = Day::parse_iso("2024-08-01");
    let who = who(then);
    assert!(!who.not_of_that_day.is_empty());
    let is_later = |day: Option<Day>| day > then;
    for decision in &who.decisions {
        assert!(!is_later(decision.head.opens), "{:?}", decision.head);
        let is_over = decision.head.outcome != Outcome::Open;
        assert!(!(is_over && is_later(decision.head.closes)));
        for part in &decision.cast {
            assert!(!is_later(part.starts) && !is_later(part.ends), "{part:?}");
            let holding = facade().holding(part.holding_id).unwrap();
            let by_then = holding
                .lines
                .iter()
                .filter(|line| !is_later(line.claim.valid_from));
            assert!(by_then.count() > 0 || holding.lines.is_empty(), "{part:?}");
        }
        for line in &decision.required {
            let is_filled = line.coverage == Coverage::Filled;
            assert_eq!(is_filled, line.person.is_some(), "{line:?}");
        }
    }
    for track in &who.people {
        assert!(!is_later(track.since), "{track:?}");
    }
    let view = facade().account_by(harbor(), then).unwrap();
    assert!(view.meetings.iter().all(|meeting| !is_later(meeting.day)));
    let all = facade().account(harbor()).unwrap();
    assert!(view.meetings.len() < all.meetings.len());
}

#[test]
fn an_earlier_day_knows_neither_the_renewal_nor_the_departure() {
    let who = who(Day::parse_iso("2024-08-01"));
    let kinds: Vec<&str> = who.decisions.iter().map(|d| d.head.kind.code()).collect();
    assert_eq!(kinds, ["purchase", "use", "cross_sell"]);
    let viktor = who
        .people
        .iter()
        .find(|t| t.person.name == "Viktor Sandell");
    assert_eq!(viktor.map(|track| track.presence), Some(Presence::Here));
    assert!(who.successions.is_empty());
}
