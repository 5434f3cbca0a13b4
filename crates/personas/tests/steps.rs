//! The whole stage on hand-made tables: from claims to statements with their evidence.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use lake::{Bench, Lake, Limits, Manifest, Threads};
use model::tables::decided::{Claim, Decision, RoleHolding, UsagePlaced};
use model::tables::found::{
    PersonFact, Persona, PersonaMember, PersonaSearch, PersonaWeight, Statement,
};
use model::tables::resolved::{Account, Affiliation, CastRow};
use model::*;
use prosopon_personas::{Settings, steps};
use stats::Draws;

const N_ACCOUNTS: usize = 60;
const PEOPLE_PER_ACCOUNT: usize = 4;

/// What a planted buyer says, by class; the last goal is one of noise.
const GOALS: [[&str; 2]; 2] = [
    [
        "pass the audit without overtime",
        "an audit trail for every ledger",
    ],
    ["faster onboarding of new staff", "less onboarding by hand"],
];

#[derive(Default)]
struct Tables {
    decisions: Vec<Decision>,
    claims: Vec<Claim>,
    cast: Vec<CastRow>,
    affiliations: Vec<Affiliation>,
    usage: Vec<UsagePlaced>,
    class_of: BTreeMap<PersonId, usize>,
}

fn account(at: usize) -> AccountId {
    AccountId::derive(&["account", &at.to_string()])
}

fn decision(at: usize, kind: DecisionKind) -> Decision {
    let id = DecisionId::derive(&[kind.code(), &at.to_string()]);
    Decision {
        decision_id: id,
        account_id: account(at),
        kind,
        name: "a decision".to_owned(),
        opens: Some(Day(0)),
        closes: Some(Day(300)),
        outcome: Outcome::Won,
        products: Vec::new(),
        amount: None,
        predecessors: Vec::new(),
        predecessor_basis: String::new(),
        locus: None,
        is_expected: false,
        native_keys: Vec::new(),
        record_id: RecordId::default(),
        kind_reason: String::new(),
    }
}

impl Tables {
    fn add_person(&mut self, at: usize, n: usize, draws: &mut Draws) {
        let name = format!("{at}.{n}");
        let class = draws.below(2);
        let person_id = PersonId::derive(&[&name]);
        self.class_of.insert(person_id, class);
        self.cast.push(cast_row(at, &name));
        let mostly = |draws: &mut Draws| match draws.happens(0.9) {
            true => class,
            false => 1 - class,
        };
        let (level, function) = match mostly(draws) {
            0 => (Seniority::Chief, Function::Finance),
            _ => (Seniority::Manager, Function::HumanResources),
        };
        self.affiliations
            .push(affiliation(at, &name, level, function));
        for goal in GOALS[mostly(draws)] {
            self.claims.push(claim(at, &name, Predicate::Goal, goal));
        }
        let question = [
            ["price per seat", "discount for years"],
            ["course length", "rollout plan"],
        ];
        let question = question[mostly(draws)][draws.below(2)];
        self.claims
            .push(claim(at, &name, Predicate::Question, question));
        let pain = ["printers jam", "travel costs", "weak coffee"][draws.below(3)];
        self.claims.push(claim(at, &name, Predicate::Pain, pain));
        let features = [
            ["ledger opened", "report exported"],
            ["course assigned", "badge given"],
        ];
        let own = features[mostly(draws)];
        for (event, n_events) in [(own[0], 30), (own[1], 20), ("signed in", 10)] {
            self.usage.push(usage(at, &name, event, n_events));
        }
    }
}

fn cast_row(at: usize, name: &str) -> CastRow {
    CastRow {
        account_id: account(at),
        mention_id: MentionId::derive(&[name]),
        person_id: PersonId::derive(&[name]),
        record_id: RecordId::derive(&[name]),
        native_key: format!("app:user:{name}"),
        kind: MentionKind::Row,
        name: name.to_owned(),
        title: None,
        meeting_id: None,
        side: Side::Account,
        is_placeholder: false,
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
    }
}

fn affiliation(at: usize, name: &str, level: Seniority, function: Function) -> Affiliation {
    Affiliation {
        account_id: account(at),
        person_id: PersonId::derive(&[name]),
        span_idx: 0,
        title: None,
        seniority: Some(level),
        function: Some(function),
        side: Side::Account,
        starts: None,
        ends: None,
        record_id: RecordId::derive(&[name]),
        field: "Title".to_owned(),
    }
}

fn claim(at: usize, name: &str, predicate: Predicate, object: &str) -> Claim {
    Claim {
        claim_id: ClaimId::derive(&[name, predicate.code(), object]),
        account_id: account(at),
        subject_mention: Some(MentionId::derive(&[name])),
        predicate,
        object: object.to_owned(),
        decision_id: Some(decision(at, DecisionKind::Purchase).decision_id),
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
        polarity: Polarity::For,
        said_by: None,
        method: Method::Said,
        weight: 0.0,
        record_id: RecordId::derive(&[object]),
        field: "text".to_owned(),
        span_start: 0,
        span_end: 1,
        counted_set: None,
    }
}

fn usage(at: usize, name: &str, event: &str, n: i64) -> UsagePlaced {
    UsagePlaced {
        account_id: account(at),
        user_key: format!("app:user:{name}"),
        group_key: String::new(),
        name: event.to_owned(),
        n,
        n_days: 12,
        first_day: Day(10),
        last_day: Day(90),
        digest: 0,
    }
}

fn tables() -> Tables {
    let mut draws = Draws::new(4, 4);
    let mut tables = Tables::default();
    for at in 0..N_ACCOUNTS {
        tables.decisions.push(decision(at, DecisionKind::Purchase));
        tables.decisions.push(decision(at, DecisionKind::Use));
        for n in 0..PEOPLE_PER_ACCOUNT {
            tables.add_person(at, n, &mut draws);
        }
    }
    tables
}

/// Runs every step with so many threads and buckets; returns the lake.
fn built(folder: &Path, tables: &Tables, (n_threads, n_buckets): (usize, usize)) -> Lake {
    let run_folder = Lake::run_folder("1");
    lake::create_run_folder(folder, "1").unwrap();
    let go = AtomicBool::new(false);
    let threads = Threads {
        limits: Limits {
            n_threads,
            n_buckets,
            memory: 64 << 20,
        },
        lake_folder: folder,
        run_folder,
        is_cancelled: &go,
    };
    let lake = Lake {
        folder: folder.to_owned(),
        manifest: Manifest::default(),
    };
    let mut bench = Bench::new(&threads, lake);
    bench.write(&tables.decisions).unwrap();
    bench.write(&tables.claims).unwrap();
    bench.write(&tables.cast).unwrap();
    bench.write(&tables.affiliations).unwrap();
    bench.write(&tables.usage).unwrap();
    bench.write::<Account>(&[]).unwrap();
    bench.write::<RoleHolding>(&[]).unwrap();
    let settings = Settings {
        max_classes: 4,
        n_refits: 10,
        ..Settings::default()
    };
    for step in steps(&settings) {
        step.run(&mut bench).unwrap();
    }
    bench.lake().clone()
}

fn is_goal(statement: &Statement) -> bool {
    statement.fact_code.starts_with("goal=")
}

#[test]
fn planted_buyers_and_users_become_personas_that_lead_to_their_claims() {
    let dir = tempfile::tempdir().unwrap();
    let tables = tables();
    let lake = built(dir.path(), &tables, (2, 3));
    let personas = lake.rows::<Persona>().unwrap();
    let of_kind = |kind| personas.iter().filter(|p| p.kind == kind).count();
    let searches = lake.rows::<PersonaSearch>().unwrap();
    assert_eq!(of_kind(PersonaKind::Buyer), 2, "{searches:?}");
    assert_eq!(of_kind(PersonaKind::User), 2, "{searches:?}");
    assert_eq!(of_kind(PersonaKind::Customer), 0);
    assert!(personas.iter().all(|p| p.state == PersonaState::Published));

    let statements = lake.rows::<Statement>().unwrap();
    let claims: BTreeSet<String> = tables
        .claims
        .iter()
        .map(|c| c.claim_id.to_string())
        .collect();
    let audit = statements.iter().find(|s| is_goal(s)).unwrap();
    assert_eq!(audit.component, Component::Objectives);
    assert!(audit.evidence.iter().all(|id| claims.contains(id)));
    assert!(!audit.evidence.is_empty() && audit.evidence.len() <= 200);
    assert!(audit.share_low <= audit.share && audit.share <= audit.share_high);
    assert!(audit.share > audit.base_share && audit.q_value <= 0.05);
    // Pains were drawn alike for everybody.
    assert!(!statements.iter().any(|s| s.fact_code.starts_with("pain=")));
    let names: BTreeSet<&str> = personas.iter().map(|p| p.name.as_str()).collect();
    let is_of_post = |name: &&str| name.starts_with("Finance chief");
    assert!(names.iter().any(is_of_post), "{names:?}");
}

#[test]
fn shares_can_be_counted_again_from_members_and_facts() {
    let dir = tempfile::tempdir().unwrap();
    let lake = built(dir.path(), &tables(), (1, 1));
    let facts = lake.rows::<PersonFact>().unwrap();
    let members = lake.rows::<PersonaMember>().unwrap();
    let statements = lake.rows::<Statement>().unwrap();
    let told = statements.iter().find(|s| is_goal(s)).unwrap();
    let value = told.fact_code.strip_prefix("goal=").unwrap();
    let inside: BTreeSet<PersonId> = members
        .iter()
        .filter(|m| m.persona_id == told.persona_id)
        .map(|m| m.person_id)
        .collect();
    let having = |value: Option<&str>| -> BTreeSet<PersonId> {
        facts
            .iter()
            .filter(|f| f.kind == PersonaKind::Buyer && f.subject == "goal")
            .filter(|f| value.is_none_or(|value| f.value == value))
            .map(|f| f.person_id)
            .filter(|person| inside.contains(person))
            .collect()
    };
    assert_eq!(having(Some(value)).len(), told.n_people as usize);
    assert_eq!(having(None).len(), told.n_known as usize);
    assert!(
        members
            .iter()
            .all(|m| m.posterior >= 0.6 && m.posterior <= 1.0)
    );
}

#[test]
fn members_are_those_who_were_planted() {
    let dir = tempfile::tempdir().unwrap();
    let tables = tables();
    let lake = built(dir.path(), &tables, (2, 2));
    let mut counts: BTreeMap<PersonaId, [usize; 2]> = BTreeMap::new();
    for member in lake.rows::<PersonaMember>().unwrap() {
        counts.entry(member.persona_id).or_default()[tables.class_of[&member.person_id]] += 1;
    }
    let right: usize = counts.values().map(|c| c.iter().max().unwrap()).sum();
    let all: usize = counts.values().flatten().sum();
    // Each kind of fact is wrong once in ten; users have one alone.
    assert!(right * 100 >= all * 85, "{counts:?}");
}

#[test]
fn threads_and_buckets_leave_no_trace() {
    let tables = tables();
    let digests = |n_threads, n_buckets| {
        let dir = tempfile::tempdir().unwrap();
        let lake = built(dir.path(), &tables, (n_threads, n_buckets));
        [
            PersonFact::TABLE,
            PersonaWeight::TABLE,
            PersonaMember::TABLE,
            Persona::TABLE,
            Statement::TABLE,
        ]
        .map(|table| lake.digest(table).unwrap())
    };
    assert_eq!(digests(1, 1), digests(2, 7));
}
