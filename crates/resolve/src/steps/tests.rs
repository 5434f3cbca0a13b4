//! The whole stage on a bench, over tables made by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use lake::step::unmet_reads;
use lake::{Lake, Limits, Manifest, Threads, create_run_folder};
use model::tables::base::{
    AccountRow, AssociationRow, ContractRow, DealRow, DeclaredRoleRow, EventRow, LabelRow,
    LineItemRow, MeetingRow, MentionRow, SameAsRow,
};
use model::tables::decided::UsagePlaced;
use model::tables::placed::MENTION_PLACED;
use model::tables::resolved::{Affiliation, CastRow, KeyPerson, Link, Membership, Person};
use model::{FileId, Instant, MentionKind, RecordId, Row, Side};

use super::*;
use crate::testing::{account, contact, deal, meeting, present, role};

/// Base tables of one workspace.
#[derive(Clone, Default)]
struct World {
    accounts: Vec<AccountRow>,
    mentions: Vec<MentionRow>,
    deals: Vec<DealRow>,
    roles: Vec<DeclaredRoleRow>,
    meetings: Vec<MeetingRow>,
    same_as: Vec<SameAsRow>,
    events: Vec<EventRow>,
}

/// What the stage made of them.
struct Answer {
    lake: Lake,
    digests: BTreeMap<&'static str, String>,
    _folder: tempfile::TempDir,
}

impl World {
    fn write(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        bench.write(&self.accounts)?;
        bench.write(&self.mentions)?;
        bench.write(&self.deals)?;
        bench.write(&self.roles)?;
        bench.write(&self.meetings)?;
        bench.write(&self.same_as)?;
        bench.write(&self.events)
    }

    fn resolve(&self) -> Answer {
        self.resolve_on(1, 1)
    }

    fn resolve_on(&self, n_threads: usize, n_buckets: usize) -> Answer {
        let folder = tempfile::tempdir().unwrap();
        create_run_folder(folder.path(), "1").unwrap();
        let go = AtomicBool::new(false);
        let threads = Threads {
            limits: Limits {
                n_threads,
                n_buckets,
                memory: 64 << 20,
            },
            lake_folder: folder.path(),
            run_folder: "run=1".to_owned(),
            is_cancelled: &go,
        };
        let lake = Lake {
            folder: folder.path().to_owned(),
            manifest: Manifest::default(),
        };
        let mut bench = Bench::new(&threads, lake);
        self.write(&mut bench).unwrap();
        let settings = Settings {
            sides: Sides {
                own_domains: vec!["lantern.example".into()],
                ..Sides::default()
            },
            own_people: vec![],
            rulings: vec![],
        };
        let steps = steps(&settings);
        let mut digests = BTreeMap::new();
        for step in &steps {
            step.run(&mut bench).unwrap();
            for table in step.writes() {
                digests.insert(table.name, bench.lake().digest(table).unwrap());
            }
        }
        Answer {
            lake: bench.lake().clone(),
            digests,
            _folder: folder,
        }
    }
}

impl Answer {
    fn rows<T: Row>(&self) -> Vec<T> {
        self.lake.rows().unwrap()
    }

    /// The person of a key, by name.
    fn person(&self, key: &str) -> Person {
        let keys = self.rows::<KeyPerson>();
        let id = keys.iter().find(|k| k.native_key == key).unwrap().person_id;
        let people = self.rows::<Person>();
        people.into_iter().find(|p| p.person_id == id).unwrap()
    }

    fn are_one(&self, left: &str, right: &str) -> bool {
        self.person(left).person_id == self.person(right).person_id
    }
}

fn at_harbor(key: &str, name: &str, email: &str) -> MentionRow {
    let mut row = contact(key, name);
    row.account_ref = Some("crm:account:A1".into());
    row.emails = Some(email)
        .filter(|e| !e.is_empty())
        .map(str::to_owned)
        .into_iter()
        .collect();
    row
}

fn event(user: &str, i: i64) -> EventRow {
    EventRow {
        event_id: RecordId::derive(&[user, &i.to_string()]),
        user_key: user.into(),
        group_key: None,
        name: "report opened".into(),
        at: Instant(i * 86_400_000_000),
        n: 2,
        file_id: FileId::derive(&["events"]),
        line: i,
    }
}

/// One account with a deal, a call, two systems of contacts and one of users.
fn harbor() -> World {
    let calls = |kind, label: &str| present(kind, "D018 kickoff", label);
    let mut user = contact("app:user:u1", "A. Quill");
    user.emails = vec!["ada@harbor.example".into()];
    let ada = at_harbor("crm:contact:1", "Ada Quill", "ada@harbor.example");
    let mut kickoff = meeting("D018 kickoff");
    kickoff.hints = vec!["D018".into(), "kickoff".into()];
    let mut owner = contact("crm:user:lee moss", "Lee Moss");
    owner.kind = MentionKind::Owner;
    owner.side = Side::Ours;
    World {
        accounts: vec![AccountRow {
            domains: vec!["harbor.example".into()],
            ..account("crm:account:A1", "Harbor Works")
        }],
        roles: vec![role("crm:role:1", ada.mention_id, "crm:deal:D018")],
        mentions: vec![
            ada,
            at_harbor("crm:contact:2", "Bo Reed", ""),
            at_harbor("crm:contact:3", "CFO (unknown)", ""),
            at_harbor("crm:contact:4", "Accounts Payable", "ap@harbor.example"),
            at_harbor("erp:contact:5", "Harbor AP", "ap@harbor.example"),
            user,
            owner,
            calls(MentionKind::Speaker, "Bo Reed"),
            calls(MentionKind::Speaker, "Ada"),
            calls(MentionKind::Speaker, "Lee Moss"),
        ],
        deals: vec![deal("crm:deal:D018", "Harbor Works, Inc.")],
        meetings: vec![kickoff],
        events: (0..5).map(|i| event("app:user:u1", i)).collect(),
        ..World::default()
    }
}

#[test]
fn steps_read_what_is_there() {
    let base = model::tables::base();
    assert_eq!(
        unmet_reads(&steps(&Settings::default()), &base),
        Vec::<String>::new()
    );
    let _ = (
        ContractRow::TABLE,
        LineItemRow::TABLE,
        AssociationRow::TABLE,
        LabelRow::TABLE,
    );
}

#[test]
fn keys_addresses_and_names_at_the_account_meet() {
    let found = harbor().resolve();
    let call = model::MeetingId::derive(&["D018 kickoff"]);
    assert!(found.are_one("crm:contact:1", "app:user:u1"));
    assert!(found.are_one("crm:contact:2", &format!("{call}/Bo Reed")));
    assert!(found.are_one("crm:contact:1", &format!("{call}/Ada")));
    assert!(!found.are_one("crm:contact:4", "erp:contact:5"));
    assert_eq!(found.person("crm:contact:1").name, "Ada Quill");
}

#[test]
fn everybody_has_a_side_and_a_place_in_the_cast() {
    let found = harbor().resolve();
    let cast = found.rows::<CastRow>();
    let of = |key: &str| {
        cast.iter()
            .find(|row| row.native_key.ends_with(key))
            .unwrap()
    };
    assert_eq!(of("/Lee Moss").side, Side::Ours);
    assert_eq!(of("/Bo Reed").side, Side::Account);
    assert!(of("contact:3").is_placeholder);
    assert!(of("contact:4").is_placeholder);
    assert_eq!(
        found
            .lake
            .rows_of::<MentionRow>(MENTION_PLACED)
            .unwrap()
            .len(),
        9
    );
    assert_eq!(found.rows::<Membership>().len(), 10);
}

#[test]
fn usage_is_counted_at_the_account_of_its_user() {
    let found = harbor().resolve();
    let usage = found.rows::<UsagePlaced>();
    let counted: Vec<_> = usage
        .iter()
        .map(|u| (u.user_key.as_str(), u.n, u.n_days))
        .collect();
    assert_eq!(counted, [("app:user:u1", 10, 5)]);
    let account = usage.first().map(|u| u.account_id);
    assert_eq!(
        account,
        found.rows::<CastRow>().first().map(|row| row.account_id)
    );
}

#[test]
fn order_threads_and_buckets_leave_no_trace() {
    let world = harbor();
    let mut turned = world.clone();
    turned.mentions.reverse();
    turned.events.reverse();
    let first = world.resolve();
    assert_eq!(first.digests, turned.resolve_on(2, 7).digests);
    assert!(first.digests.len() > 15);
}

#[test]
fn a_merge_told_by_a_system_is_one_person() {
    let mut world = harbor();
    let mut lead = at_harbor("crm:lead:9", "Q. Unlike", "");
    lead.is_deleted = true;
    world.mentions.push(lead);
    world.same_as.push(SameAsRow {
        record_id: RecordId::derive(&["conversion"]),
        from_key: "crm:lead:9".into(),
        to_key: "crm:contact:2".into(),
        reason: "conversion".into(),
        at: None,
        known_at: Instant(0),
    });
    let found = world.resolve();
    assert!(found.are_one("crm:lead:9", "crm:contact:2"));
    let verdicts: BTreeSet<String> = found
        .rows::<Link>()
        .into_iter()
        .map(|l| l.verdict)
        .collect();
    assert!(verdicts.contains("link"));
}

#[test]
fn a_new_title_is_a_new_interval() {
    let version = |title: &str, day: i64| {
        let mut row = at_harbor("crm:contact:1", "Ada Quill", "ada@harbor.example");
        let record = RecordId::derive(&[title]);
        row.mention_id = model::MentionId::derive(&[title]);
        row.record_id = record;
        row.title = Some(title.into());
        row.modified = Some(Instant(day * 86_400_000_000));
        row
    };
    let mut world = harbor();
    world.roles.clear();
    world.mentions.remove(0);
    world
        .mentions
        .extend([version("Director of IT", 100), version("VP Finance", 400)]);
    let found = world.resolve();
    let ada = found.person("crm:contact:1").person_id;
    let spans: Vec<_> = found
        .rows::<Affiliation>()
        .into_iter()
        .filter(|a| a.person_id == ada)
        .map(|a| (a.title.unwrap(), a.starts.map(|d| d.0), a.ends.map(|d| d.0)))
        .collect();
    assert_eq!(
        spans,
        [
            ("Director of IT".to_owned(), None, Some(400)),
            ("VP Finance".to_owned(), Some(400), None),
        ]
    );
}
