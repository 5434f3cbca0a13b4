//! A published result held against a truth written by hand.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::collections::BTreeMap;
use std::io::{self, BufRead, Cursor};

use prosopon_score::{Rate, Scores, TruthFiles, score};
use store::Published;
use store::fixture::{Fixture, harbor, publish};

#[derive(Clone)]
struct Written(BTreeMap<&'static str, String>);

impl TruthFiles for Written {
    fn open(&self, name: &str) -> io::Result<Box<dyn BufRead>> {
        let text = self
            .0
            .get(name)
            .ok_or_else(|| io::Error::other(format!("no {name}")))?;
        Ok(Box::new(Cursor::new(text.clone().into_bytes())))
    }
}

fn lines(rows: &[String]) -> String {
    rows.join("\n")
}

fn record(person: &str, line: u8) -> String {
    format!(
        r#"{{"person":"{person}","account":"harbor","key":"crm:contact:{person}","file":"contacts.csv","line":{line}}}"#
    )
}

fn said(line: u8, predicate: &str, about: &str, rest: &str) -> String {
    format!(
        r#"{{"file":"call-2023.txt","line":{line},"predicate":"{predicate}","about":"{about}",{rest}}}"#
    )
}

fn buyer((person, persona): (&str, &str)) -> String {
    format!(r#"{{"person":"{person}","kind":"buyer","persona":"{persona}"}}"#)
}

/// What is true of the fixture's Harbor Mills, as far as these tests look.
fn truth() -> Written {
    let mut files = who_is_who();
    files.extend(what_happened());
    Written(files)
}

fn who_is_who() -> BTreeMap<&'static str, String> {
    let records = [("ines", 2), ("viktor", 3), ("noor", 4), ("marek", 5)];
    let buyers = [
        ("viktor", "cost"),
        ("noor", "cost"),
        ("marek", "risk"),
        ("ines", "risk"),
    ];
    BTreeMap::from([
        ("account_records.jsonl", String::new()),
        ("person_records.jsonl", lines(&records.map(|(person, line)| record(person, line)))),
        ("people.jsonl", r#"{"person":"ines","name":"Ines Okafor","is_unrecorded":false}"#.to_owned()),
        (
            "speakers.jsonl",
            r#"{"file":"exports/call-2025.txt","label":"Ines","person":"ines"}"#.to_owned(),
        ),
        (
            "affiliations.jsonl",
            [
                r#"{"person":"ines","account":"harbor","title":"Operations Director","ends":null}"#,
                r#"{"person":"viktor","account":"harbor","title":"Chief of Money","ends":"2025-06-01"}"#,
            ]
            .join("\n"),
        ),
        ("persona_members.jsonl", lines(&buyers.map(buyer))),
        ("personas.jsonl", r#"{"noise":"Theme Changed"}"#.to_owned()),
    ])
}

fn what_happened() -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        (
            "decisions.jsonl",
            [
                r#"{"decision":"d1","kind":"purchase","outcome":"won","predecessors":[],"keys":{"deal":"crm:deal:opp-1","contract":null}}"#,
                r#"{"decision":"d2","kind":"up_sell","outcome":"won","predecessors":["d1"],"keys":{"deal":"crm:deal:opp-2","contract":null}}"#,
                r#"{"decision":"d3","kind":"renewal","outcome":"open","predecessors":["d1"],"keys":{"deal":null,"contract":"crm:deal:ctr-1"}}"#,
                r#"{"decision":"d4","kind":"renewal","outcome":"open","predecessors":[],"keys":{"deal":"crm:deal:other","contract":null}}"#,
            ]
            .join("\n"),
        ),
        (
            "roles.jsonl",
            [
                r#"{"decision":"d1","person":"viktor","role":"approver"}"#,
                r#"{"decision":"d1","person":"marek","role":"economic_buyer"}"#,
                r#"{"decision":"d3","person":"noor","role":"approver"}"#,
            ]
            .join("\n"),
        ),
        (
            "successions.jsonl",
            r#"{"role":"approver","from_person":"viktor","to_person":"noor","to_decision":"d3","departure":"left_company"}"#.to_owned(),
        ),
        (
            "said.jsonl",
            lines(&[
                said(12, "influences", "ines", r#""polarity":"for""#),
                said(12, "decides", "ines", r#""polarity":"against""#),
                said(15, "evaluates", "viktor", r#""polarity":"for""#),
                said(18, "decides", "ines", r#""polarity":"for","trap":"asked""#),
            ]),
        ),
    ])
}

fn scored(fixture: &Fixture, truth: &Written) -> Scores {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published.db");
    publish(fixture, &path).unwrap();
    score(truth, &Published::open(&path).unwrap()).unwrap()
}

fn counts(rate: &Rate) -> (u64, u64) {
    (rate.n_right, rate.n_all)
}

#[test]
fn records_are_found_by_key_and_speakers_by_file_and_label() {
    let scores = scored(&harbor(), &truth());
    let people = scores.people.value().unwrap();
    assert_eq!(counts(&people.found), (4, 4));
    assert_eq!(people.clustering.b3_f1, Some(1.0));
    assert_eq!(counts(&people.speakers), (1, 1));
}

#[test]
fn a_record_without_a_known_key_is_found_by_its_line() {
    let mut truth = truth();
    for text in truth.0.values_mut() {
        *text = text.replace("crm:contact:", "other:contact:");
    }
    assert_eq!(
        counts(&scored(&harbor(), &truth).people.value().unwrap().found),
        (4, 4)
    );
}

#[test]
fn titles_and_ends_are_held_against_the_truth() {
    let scores = scored(&harbor(), &truth());
    let it = scores.affiliations.value().unwrap();
    assert_eq!(counts(&it.workplaces.recall), (2, 2));
    assert_eq!(counts(&it.titles), (1, 2));
    assert_eq!(counts(&it.ends_given), (1, 1));
    assert_eq!(counts(&it.ends_close), (1, 1));
}

#[test]
fn decisions_meet_by_key() {
    let scores = scored(&harbor(), &truth());
    let it = scores.decisions.value().unwrap();
    assert_eq!(counts(&it.found), (3, 4));
    assert_eq!(counts(&it.kind), (2, 3));
    // The fixture has d2 after d1 and d3 after d2; the truth has both after d1.
    assert_eq!(counts(&it.predecessors.precision), (1, 2));
    assert_eq!(counts(&it.predecessors.recall), (1, 2));
    assert_eq!(it.n_unknown, 1);
}

#[test]
fn roles_count_established_holders_and_best_candidates() {
    let scores = scored(&harbor(), &truth());
    let it = scores.roles.value().unwrap();
    let of = |code: &str| {
        let found = it.by_role.iter().find(|role| role.role.code() == code);
        found.unwrap_or_else(|| panic!("no {code}")).holders
    };
    // Viktor and Noor are right, Viktor's approval of the cross-sell is not in this truth.
    assert_eq!(counts(&of("approver").precision), (2, 3));
    assert_eq!(counts(&of("approver").recall), (2, 2));
    assert_eq!(counts(&of("economic_buyer").recall), (0, 1));
    // Units: two approvers right, Viktor instead of Marek as economic buyer.
    assert_eq!(counts(&it.best_candidate), (2, 3));
    assert_eq!(it.macro_f1, None);
}

#[test]
fn the_successor_is_first() {
    let scores = scored(&harbor(), &truth());
    let it = scores.successions.value().unwrap();
    assert_eq!(
        (counts(&it.first), counts(&it.departure), counts(&it.stated)),
        ((1, 1), (1, 1), (1, 1))
    );
    assert_eq!(it.mean_reciprocal_rank, Some(1.0));
}

#[test]
fn speech_needs_line_kind_polarity_and_person() {
    let scores = scored(&harbor(), &truth());
    let it = scores.speech.value().unwrap();
    assert_eq!(counts(&it.parts), (3, 3));
    assert_eq!(counts(&it.about), (2, 3));
    assert_eq!(counts(&it.traps_taken), (0, 1));
    assert_eq!(counts(&it.denials_reversed), (0, 1));
}

#[test]
fn what_nobody_published_is_not_measured() {
    let scores = scored(&Fixture::default(), &truth());
    assert!(scores.people.value().is_none());
    assert!(scores.roles.value().is_none());
    let table = scores.to_string();
    assert_eq!(table.matches("not measured").count(), 8, "{table}");
}

#[test]
fn personas_agree_on_the_people_both_sides_know() {
    let scores = scored(&harbor(), &truth());
    let it = scores.personas.value().unwrap();
    let buyers = it.by_kind.first().unwrap();
    assert_eq!((buyers.n_planted, buyers.n_found), (2, 2));
    assert_eq!(counts(&buyers.placed), (3, 4));
    assert_eq!(buyers.agreement.adjusted_rand, Some(1.0));
    assert_eq!(it.noise_statements.n_right, 0);
}

#[test]
fn a_damaged_truth_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published.db");
    publish(&harbor(), &path).unwrap();
    let published = Published::open(&path).unwrap();
    let mut damaged = truth();
    damaged.0.insert("roles.jsonl", "{}".to_owned());
    let error = score(&damaged, &published).unwrap_err();
    assert_eq!(
        (error.code(), error.to_string().contains("roles.jsonl")),
        ("truth_line", true)
    );
    damaged.0.remove("roles.jsonl");
    assert_eq!(
        score(&damaged, &published).unwrap_err().code(),
        "truth_unreadable"
    );
}
