//! Facts of one small account.

use model::{
    ClaimId, Day, DecisionKind, Function, HoldingId, HoldingState, Instant, MentionId, MentionKind,
    Method, Outcome, Polarity, Predicate, RecordId, Role, Seniority, Side,
};

use super::*;

pub(crate) fn account() -> AccountId {
    AccountId::derive(&["harbour"])
}

pub(crate) fn person(name: &str) -> PersonId {
    PersonId::derive(&[name])
}

pub(crate) fn decision(word: &str, kind: DecisionKind) -> Decision {
    Decision {
        decision_id: DecisionId::derive(&[word]),
        account_id: account(),
        kind,
        name: word.to_owned(),
        opens: Some(Day(100)),
        closes: Some(Day(200)),
        outcome: Outcome::Won,
        products: Vec::new(),
        amount: None,
        predecessors: Vec::new(),
        predecessor_basis: String::new(),
        locus: None,
        is_expected: false,
        native_keys: Vec::new(),
        record_id: RecordId::derive(&[word]),
        kind_reason: String::new(),
    }
}

pub(crate) fn claim(name: &str, predicate: Predicate, object: &str, word: Option<&str>) -> Claim {
    Claim {
        claim_id: ClaimId::derive(&[name, predicate.code(), object, word.unwrap_or("")]),
        account_id: account(),
        subject_mention: Some(MentionId::derive(&[name])),
        predicate,
        object: object.to_owned(),
        decision_id: word.map(|word| DecisionId::derive(&[word])),
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
        polarity: Polarity::For,
        said_by: None,
        method: Method::Said,
        weight: 0.0,
        record_id: RecordId::derive(&["utterance", object]),
        field: "text".to_owned(),
        span_start: 0,
        span_end: 4,
        counted_set: None,
    }
}

pub(crate) fn member(name: &str, side: Side) -> CastRow {
    CastRow {
        account_id: account(),
        mention_id: MentionId::derive(&[name]),
        person_id: person(name),
        record_id: RecordId::derive(&["contact", name]),
        native_key: format!("app:user:{name}"),
        kind: MentionKind::Row,
        name: name.to_owned(),
        title: None,
        meeting_id: None,
        side,
        is_placeholder: false,
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
    }
}

fn holding(name: &str, word: &str, role: Role, state: HoldingState) -> RoleHolding {
    RoleHolding {
        holding_id: HoldingId::derive(&[name, word, role.code()]),
        account_id: account(),
        decision_id: DecisionId::derive(&[word]),
        person_id: person(name),
        role,
        starts: None,
        ends: None,
        prior: 0.0,
        others: 0.0,
        log_odds: 0.0,
        probability: 0.9,
        state,
        is_placeholder: false,
    }
}

fn usage(name: &str, event: &str, n: i64) -> UsagePlaced {
    UsagePlaced {
        account_id: account(),
        user_key: format!("app:user:{name}"),
        group_key: String::new(),
        name: event.to_owned(),
        n,
        n_days: 4,
        first_day: Day(110),
        last_day: Day(150),
        digest: 0,
    }
}

fn title(name: &str, seniority: Seniority, function: Function) -> Affiliation {
    Affiliation {
        account_id: account(),
        person_id: person(name),
        span_idx: 0,
        title: Some("as it stands".to_owned()),
        seniority: Some(seniority),
        function: Some(function),
        side: Side::Account,
        starts: None,
        ends: None,
        record_id: RecordId::derive(&["contact", name]),
        field: "Title".to_owned(),
    }
}

/// Facts as `kind subject=value weight`, without account facts.
fn told(input: &AccountInput) -> Vec<String> {
    let topic = |subject: &str, words: &str| Topic {
        subject: subject.to_owned(),
        words: words.to_owned(),
        worth: 1.0,
        n_people: 9,
        n_accounts: 9,
    };
    let topics = Topics::new([topic("goal", "audit"), topic("word", "trail")]);
    let rows = facts_of(input, &topics);
    rows.iter()
        .map(|row| format!("{} {}={} {}", row.kind, row.subject, row.value, row.weight))
        .collect()
}

#[test]
fn a_buyer_has_roles_titles_and_topics_of_the_purchase() {
    let input = AccountInput {
        decisions: vec![decision("bought", DecisionKind::Purchase)],
        cast: vec![member("ines", Side::Account)],
        affiliations: vec![title("ines", Seniority::Chief, Function::Finance)],
        holdings: vec![
            holding(
                "ines",
                "bought",
                Role::EconomicBuyer,
                HoldingState::Established,
            ),
            holding(
                "ines",
                "bought",
                Role::Champion,
                HoldingState::NotEstablished,
            ),
        ],
        claims: vec![
            claim("ines", Predicate::Goal, "an audit trail", Some("bought")),
            claim("ines", Predicate::Goal, "fewer meetings", Some("bought")),
            claim("ines", Predicate::TookPart, "email", Some("bought")),
            claim("ines", Predicate::Pain, "the old ledger", None),
        ],
        ..AccountInput::default()
    };
    assert_eq!(
        told(&input),
        [
            "buyer channel=email 1",
            "buyer function=finance 1",
            "buyer goal=audit 1",
            "buyer goal=other 1",
            "buyer pain=other 1",
            "buyer role=economic_buyer 1",
            "buyer seniority=chief 1",
            "buyer word=trail 1",
        ]
    );
}

#[test]
fn a_denied_goal_is_no_goal() {
    let mut denied = claim("ines", Predicate::Goal, "an audit trail", Some("bought"));
    denied.polarity = Polarity::Against;
    let input = AccountInput {
        decisions: vec![decision("bought", DecisionKind::Purchase)],
        cast: vec![member("ines", Side::Account)],
        claims: vec![denied],
        ..AccountInput::default()
    };
    assert_eq!(told(&input), Vec::<String>::new());
}

#[test]
fn the_decision_with_most_facts_stands_for_its_kind() {
    let input = AccountInput {
        decisions: vec![
            decision("first", DecisionKind::Renewal),
            decision("second", DecisionKind::UpSell),
        ],
        cast: vec![member("ines", Side::Account)],
        claims: vec![
            claim("ines", Predicate::TookPart, "email", Some("first")),
            claim("ines", Predicate::TookPart, "call", Some("second")),
            claim("ines", Predicate::Advocates, "", Some("second")),
        ],
        ..AccountInput::default()
    };
    assert_eq!(
        told(&input),
        ["customer channel=call 1", "customer stance=supports 1"]
    );
}

#[test]
fn a_user_has_features_by_days_of_use() {
    let input = AccountInput {
        decisions: vec![decision("term", DecisionKind::Use)],
        cast: vec![member("ines", Side::Account)],
        usage: vec![usage("ines", "export", 30), usage("ines", "share", 10)],
        ..AccountInput::default()
    };
    assert_eq!(
        told(&input),
        [
            "user activity=4 to 7 1",
            "user breadth=2 to 3 1",
            "user depth=8 to 15 1",
            "user feature=export 4",
            "user feature=share 4",
        ]
    );
    let rows = facts_of(&input, &Topics::default());
    assert!(
        rows.iter()
            .all(|row| row.decision_id == DecisionId::derive(&["term"]))
    );
    let export = rows.iter().find(|row| row.value == "export").unwrap();
    assert_eq!(
        export.evidence,
        [r#"["usage_placed","app:user:ines","","export"]"#]
    );
}

#[test]
fn much_use_counts_as_a_month_and_rare_features_are_one() {
    let often = |event: &str, n_days| UsagePlaced {
        n_days,
        ..usage("ines", event, i64::from(n_days))
    };
    let input = AccountInput {
        cast: vec![member("ines", Side::Account)],
        usage: vec![
            often("export", 240),
            often("share", 55),
            often("undo", 3),
            often("redo", 2),
        ],
        ..AccountInput::default()
    };
    let facts = facts_of(&input, &Topics::default());
    let features = facts.iter().filter(|f| f.subject == "feature");
    let features: Vec<(&str, f64)> = features.map(|f| (f.value.as_str(), f.weight)).collect();
    let draws = [("export", 24.0), ("other", 0.5), ("share", 5.5)];
    assert_eq!(features.len(), 3);
    for ((value, weight), (wanted, draws)) in features.iter().zip(draws) {
        assert_eq!(*value, wanted);
        assert!((weight - draws).abs() < 1e-9);
    }
}

#[test]
fn our_own_partners_and_placeholders_have_no_facts() {
    let nobody = CastRow {
        is_placeholder: true,
        ..member("cfo", Side::Account)
    };
    let names = ["ours", "partner", "cfo"];
    let input = AccountInput {
        decisions: vec![decision("bought", DecisionKind::Purchase)],
        cast: vec![
            member("ours", Side::Ours),
            member("partner", Side::Partner),
            nobody,
        ],
        claims: names
            .map(|name| claim(name, Predicate::Goal, "an audit trail", Some("bought")))
            .to_vec(),
        holdings: names
            .map(|name| holding(name, "bought", Role::Champion, HoldingState::Established))
            .to_vec(),
        usage: names.map(|name| usage(name, "export", 9)).to_vec(),
        ..AccountInput::default()
    };
    assert_eq!(told(&input), Vec::<String>::new());
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut input = AccountInput {
        decisions: vec![
            decision("bought", DecisionKind::Purchase),
            decision("term", DecisionKind::Use),
        ],
        cast: vec![member("ines", Side::Account), member("omar", Side::Account)],
        claims: vec![
            claim("ines", Predicate::Goal, "an audit trail", Some("bought")),
            claim("omar", Predicate::Goal, "an audit trail", Some("bought")),
            claim(
                "omar",
                Predicate::Request,
                "a lighter export",
                Some("bought"),
            ),
        ],
        usage: vec![usage("omar", "export", 9), usage("ines", "share", 2)],
        ..AccountInput::default()
    };
    let facts = facts_of(&input, &Topics::default());
    input.decisions.reverse();
    input.cast.reverse();
    input.claims.reverse();
    input.usage.reverse();
    assert_eq!(facts_of(&input, &Topics::default()), facts);
    assert!(
        facts
            .iter()
            .any(|f| f.kind == PersonaKind::User && f.subject == "request")
    );
}
