//! The sample as a whole: the same bytes every time, files that parse, a truth that holds.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing helper fails its test"
)]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::rc::Rc;

use prosopon_sample::{Files, Plan, Summary, TemplateFamily, generate};
use serde_json::Value;

type Contents = Rc<RefCell<BTreeMap<String, Vec<u8>>>>;

#[derive(Default)]
struct Memory(Contents);

struct MemoryFile {
    path: String,
    contents: Contents,
}

impl Files for Memory {
    fn create(&mut self, path: &str) -> io::Result<Box<dyn Write>> {
        let old = self.0.borrow_mut().insert(path.to_owned(), Vec::new());
        assert!(old.is_none(), "{path} is made twice");
        Ok(Box::new(MemoryFile {
            path: path.to_owned(),
            contents: Rc::clone(&self.0),
        }))
    }
}

impl Write for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(content) = self.contents.borrow_mut().get_mut(&self.path) {
            content.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Sample {
    files: BTreeMap<String, String>,
    summary: Summary,
}

fn sample(plan: &Plan) -> Sample {
    let mut memory = Memory::default();
    let summary = generate(plan, &mut memory).unwrap();
    let files = memory.0.take().into_iter();
    let files = files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    Sample { files, summary }
}

fn small() -> Plan {
    Plan {
        events_per_account: 100.0,
        transcripts_per_account: 2.0,
        ..Plan::of_size(60, 11)
    }
}

impl Sample {
    fn text(&self, path: &str) -> &str {
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("no file {path}"))
    }

    fn truth(&self, name: &str) -> Vec<Value> {
        let lines = self.text(&format!("truth/{name}.jsonl")).lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    fn rows(&self, path: &str) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.text(path).as_bytes());
        reader.deserialize().map(|row| row.unwrap()).collect()
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or("")
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let (first, second) = (sample(&small()), sample(&small()));
    assert_eq!(first.summary, second.summary);
    assert!(first.files == second.files);
    let other = sample(&Plan {
        seed: 12,
        ..small()
    });
    assert!(first.files != other.files);
}

#[test]
fn the_summary_counts_the_bytes() {
    let sample = sample(&small());
    let n_bytes: usize = sample.files.values().map(String::len).sum();
    assert_eq!(sample.summary.n_bytes, n_bytes as u64);
    assert_eq!(sample.summary.n_accounts, 60);
}

#[test]
fn every_table_parses_and_is_quoted() {
    let sample = sample(&small());
    for (path, content) in sample
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".csv"))
    {
        let header = content.lines().next().unwrap();
        assert!(header.starts_with('"') && header.ends_with('"'), "{path}");
        assert!(!sample.rows(path).is_empty(), "{path}");
    }
}

#[test]
fn every_lookup_points_at_a_row() {
    let sample = sample(&small());
    let ids = |object: &str| -> BTreeSet<String> {
        sample
            .rows(&format!("salesforce/{object}.csv"))
            .iter()
            .map(|row| row["Id"].clone())
            .collect()
    };
    let lookups = [
        ("Contact", "AccountId", "Account"),
        ("Contact", "MasterRecordId", "Contact"),
        ("Contact", "ReportsToId", "Contact"),
        ("Opportunity", "AccountId", "Account"),
        ("Opportunity", "SBQQ__RenewedContract__c", "Contract"),
        ("Opportunity", "OwnerId", "User"),
        ("OpportunityContactRole", "ContactId", "Contact"),
        ("OpportunityContactRole", "OpportunityId", "Opportunity"),
        ("OpportunityLineItem", "Product2Id", "Product2"),
        ("Contract", "CustomerSignedId", "Contact"),
        ("Contract", "SBQQ__Opportunity__c", "Opportunity"),
    ];
    for (object, column, target) in lookups {
        let known = ids(target);
        for row in sample.rows(&format!("salesforce/{object}.csv")) {
            let id = &row[column];
            assert!(
                id == "000000000000000AAA" || known.contains(id),
                "{object}.{column} {id}"
            );
        }
    }
}

#[test]
fn every_record_of_the_truth_stands_where_it_says() {
    let sample = sample(&small());
    let mut n_records = 0;
    for name in ["person_records", "account_records", "oddities"] {
        for record in sample.truth(name) {
            let line = record["line"].as_u64().unwrap();
            let content = sample.text(text(&record, "file"));
            let there = content.lines().nth(line as usize - 1).unwrap();
            let id = text(&record, "key").rsplit(':').next().unwrap();
            assert!(there.contains(id), "{record}: {there}");
            n_records += 1;
        }
    }
    assert!(n_records > 500, "{n_records}");
}

#[test]
fn everything_planted_stands_at_its_line() {
    let sample = sample(&small());
    let mut n_calls = 0;
    for said in sample.truth("said") {
        let line = said["line"].as_u64().unwrap();
        let content = sample.text(text(&said, "file"));
        let there = content.lines().nth(line as usize - 1).unwrap();
        for sentence in text(&said, "text").split_inclusive(". ") {
            assert!(there.contains(sentence.trim()), "{said}: {there}");
        }
        n_calls += usize::from(text(&said, "file").starts_with("calls/"));
    }
    assert!(n_calls > 300, "{n_calls}");
}

#[test]
fn calls_have_as_many_turns_as_asked_for() {
    let sample = sample(&small());
    let calls: Vec<&String> = sample
        .files
        .keys()
        .filter(|path| path.starts_with("calls/"))
        .collect();
    assert!((80..=130).contains(&calls.len()), "{}", calls.len());
    let n_turns: usize = calls
        .iter()
        .map(|path| match path.ends_with(".vtt") {
            true => sample.text(path).matches(" --> ").count(),
            false => sample.text(path).matches("\"sentences\"").count(),
        })
        .sum();
    let mean = n_turns as f64 / calls.len() as f64;
    // Counts spread widely around the 70 asked for; planted parts can exceed a short call.
    assert!((55.0..=85.0).contains(&mean), "{mean}");
}

#[test]
fn recorded_calls_and_events_are_json() {
    let sample = sample(&small());
    let of_kind = |ending: &'static str| {
        sample
            .files
            .iter()
            .filter(move |(path, _)| path.ends_with(ending))
    };
    for (path, content) in of_kind(".json") {
        let call: Value =
            serde_json::from_str(content).unwrap_or_else(|cause| panic!("{path}: {cause}"));
        assert!(
            call["transcript"]
                .as_array()
                .is_some_and(|turns| turns.len() > 8)
        );
    }
    let (mut n_events, mut ids) = (0, BTreeSet::new());
    for (_, content) in of_kind(".jsonl").filter(|(path, _)| path.starts_with("segment/")) {
        for line in content.lines() {
            let event: Value = serde_json::from_str(line).unwrap();
            assert!(ids.insert(text(&event, "messageId").to_owned()));
            n_events += 1;
        }
    }
    // 60 accounts with 100 each.
    assert!((5_000..=7_500).contains(&n_events), "{n_events}");
}

#[test]
fn the_families_share_no_sentence() {
    let spoken = |family| {
        let sample = sample(&Plan {
            template_family: family,
            ..small()
        });
        let said = sample.truth("said").into_iter();
        let said = said.filter(|it| text(it, "file").starts_with("calls/"));
        said.map(|it| text(&it, "text").to_owned())
            .collect::<BTreeSet<String>>()
    };
    let (development, test) = (
        spoken(TemplateFamily::Development),
        spoken(TemplateFamily::Test),
    );
    assert!(development.len() > 100 && test.len() > 100);
    assert_eq!(development.intersection(&test).count(), 0);
}

#[test]
fn people_no_system_knows_are_named_and_never_present() {
    let sample = sample(&small());
    let unrecorded: BTreeSet<String> = sample
        .truth("named_only")
        .iter()
        .map(|it| text(it, "person").to_owned())
        .collect();
    assert!(!unrecorded.is_empty());
    for name in ["person_records", "speakers"] {
        for it in sample.truth(name) {
            assert!(!unrecorded.contains(text(&it, "person")), "{it}");
        }
    }
    let named = sample
        .truth("said")
        .into_iter()
        .filter(|it| unrecorded.contains(text(it, "about")))
        .count();
    assert!(named > 0);
}

#[test]
fn the_systems_share_people_and_each_has_some_of_its_own() {
    let sample = sample(&small());
    let people_in = |folder: &str| -> BTreeSet<String> {
        let records = sample.truth("person_records").into_iter();
        let records = records.filter(|it| text(it, "file").starts_with(folder));
        records.map(|it| text(&it, "person").to_owned()).collect()
    };
    let (crm, marketing) = (people_in("salesforce/"), people_in("hubspot/"));
    let n_shared = crm.intersection(&marketing).count();
    assert!(n_shared * 5 > crm.len().min(marketing.len()), "{n_shared}");
    assert!(crm.difference(&marketing).count() > 0 && marketing.difference(&crm).count() > 0);
    assert!(!people_in("survey/").is_empty() && !people_in("segment/").is_empty());
}

#[test]
fn users_do_most_what_their_persona_does() {
    let sample = sample(&small());
    let personas: BTreeMap<String, String> = sample
        .truth("persona_members")
        .iter()
        .filter(|it| text(it, "kind") == "user")
        .map(|it| {
            (
                text(it, "person").to_owned(),
                text(it, "persona").to_owned(),
            )
        })
        .collect();
    let users: BTreeMap<String, String> = sample
        .truth("person_records")
        .iter()
        .filter_map(|it| {
            let id = text(it, "key").strip_prefix("segment:user:")?;
            Some((id.to_owned(), text(it, "person").to_owned()))
        })
        .collect();
    let mut counts: BTreeMap<&str, BTreeMap<String, u64>> = BTreeMap::new();
    for (_, content) in sample
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("segment/"))
    {
        for line in content.lines() {
            let event: Value = serde_json::from_str(line).unwrap();
            let person = users.get(text(&event, "userId")).unwrap();
            if let (Some(persona), "track") = (personas.get(person), text(&event, "type")) {
                let names = counts.entry(persona).or_default();
                *names.entry(text(&event, "event").to_owned()).or_default() += 1;
            }
        }
    }
    let most: BTreeSet<&String> = counts
        .values()
        .filter_map(|names| names.iter().max_by_key(|(_, n)| **n).map(|(name, _)| name))
        .collect();
    assert_eq!((counts.len(), most.len()), (4, 4), "{counts:?}");
}

#[test]
fn traps_and_denials_are_marked() {
    let sample = sample(&small());
    let said = sample.truth("said");
    let traps: BTreeSet<&str> = said
        .iter()
        .map(|it| text(it, "trap"))
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(
        traps,
        BTreeSet::from(["asked", "hypothetical", "past", "seller", "wording"])
    );
    let holders: BTreeSet<(String, String)> = sample
        .truth("roles")
        .iter()
        .filter(|it| text(it, "role") == "decision_maker")
        .map(|it| {
            (
                text(it, "decision").to_owned(),
                text(it, "person").to_owned(),
            )
        })
        .collect();
    let decides = said
        .iter()
        .filter(|it| text(it, "predicate") == "decides" && text(it, "trap").is_empty());
    let (mut n_for, mut n_against) = (0, 0);
    for it in decides {
        let is_holder = holders.contains(&(
            text(it, "decision").to_owned(),
            text(it, "about").to_owned(),
        ));
        assert_eq!(is_holder, text(it, "polarity") == "for", "{it}");
        match is_holder {
            true => n_for += 1,
            false => n_against += 1,
        }
    }
    assert!(n_for > 20 && n_against > 0, "{n_for} {n_against}");
}
