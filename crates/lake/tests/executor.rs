//! The executor's promises: buckets, threads and spills leave no trace.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use model::tables::base::{EventRow, FileRow};
use model::tables::resolved::Usage;
use model::{FileId, Instant, RecordId, Row, TableDef};
use prosopon_lake::{
    Bench, Kernel, KernelError, Lake, Limits, Manifest, OnConflict, Output, Slot, Spool, Summary,
    Threads,
};

struct CountEvents;

impl Kernel for CountEvents {
    fn name(&self) -> &'static str {
        "count_events"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![EventRow::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Usage::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut counts: BTreeMap<(String, String), Usage> = BTreeMap::new();
        for event in slot.rows::<EventRow>()? {
            let day = event.at.day();
            let usage = counts
                .entry((event.user_key.clone(), event.name.clone()))
                .or_insert(Usage {
                    user_key: event.user_key,
                    group_key: String::new(),
                    name: event.name,
                    n: 0,
                    n_days: 0,
                    first_day: day,
                    last_day: day,
                    digest: 0,
                });
            usage.n += i64::from(event.n);
            usage.last_day = usage.last_day.max(day);
        }
        out.write(&counts.into_values().collect::<Vec<_>>())
    }
}

fn event(i: i64) -> EventRow {
    EventRow {
        event_id: RecordId::derive(&[&i.to_string()]),
        user_key: format!("segment:user:{}", i % 97),
        group_key: None,
        name: format!("event {}", i % 7),
        at: Instant(i * 1_000_000_000),
        n: 1,
        file_id: FileId::derive(&["f"]),
        line: i,
    }
}

fn threads<'a>(
    folder: &'a Path,
    n_threads: usize,
    n_buckets: usize,
    memory: usize,
    go: &'a AtomicBool,
) -> Threads<'a> {
    Threads {
        limits: Limits {
            n_threads,
            n_buckets,
            memory,
        },
        lake_folder: folder,
        run_folder: "run=1".to_owned(),
        is_cancelled: go,
    }
}

/// Writes 5,000 events through a spool of `spool_limit` bytes, counts them, returns both digests.
fn digests(n_threads: usize, n_buckets: usize, spool_limit: usize) -> (String, String, Vec<Usage>) {
    let dir = tempfile::tempdir().unwrap();
    prosopon_lake::create_run_folder(dir.path(), "1").unwrap();
    let go = AtomicBool::new(false);
    let threads = threads(dir.path(), n_threads, n_buckets, 64 << 20, &go);
    let mut spool = Spool::new(
        EventRow::TABLE,
        &dir.path().join("run=1"),
        "t".to_owned(),
        spool_limit,
    );
    let events: Vec<EventRow> = (0..5_000).map(event).collect();
    for chunk in events.chunks(500) {
        spool.push(EventRow::to_batch(chunk).unwrap()).unwrap();
    }
    let runs = spool.finish().unwrap();
    let files = threads
        .write_table(&EventRow::TABLE, &runs, OnConflict::KeepFirst)
        .unwrap();
    let manifest = Manifest {
        tables: BTreeMap::from([("event".to_owned(), files)]),
    };
    let lake = Lake {
        folder: dir.path().to_owned(),
        manifest,
    };
    let written = threads.run(&CountEvents, &lake).unwrap();
    let mut counted = lake.clone();
    counted.manifest.extend(&written);
    let usage = counted.rows::<Usage>().unwrap();
    (
        lake.digest(EventRow::TABLE).unwrap(),
        counted.digest(Usage::TABLE).unwrap(),
        usage,
    )
}

#[test]
fn buckets_threads_and_spills_leave_no_trace() {
    let one = digests(1, 1, 1 << 30);
    assert_eq!(one, digests(2, 2, 1 << 30));
    assert_eq!(one, digests(2, 7, 20_000));
    assert_eq!(one.2.len(), 97 * 7);
    assert_eq!(one.2.iter().map(|usage| usage.n).sum::<i64>(), 5_000);
}

#[test]
fn a_row_written_twice_is_one_row_and_a_conflict_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    prosopon_lake::create_run_folder(dir.path(), "1").unwrap();
    let go = AtomicBool::new(false);
    let threads = threads(dir.path(), 1, 1, 64 << 20, &go);
    let spool = |events: &[EventRow]| {
        let mut spool = Spool::new(EventRow::TABLE, dir.path(), "t".to_owned(), 1 << 30);
        spool.push(EventRow::to_batch(events).unwrap()).unwrap();
        spool.finish().unwrap()
    };
    let twice = spool(&[event(1), event(1)]);
    let files = threads
        .write_table(&EventRow::TABLE, &twice, OnConflict::Refuse)
        .unwrap();
    let manifest = Manifest {
        tables: BTreeMap::from([("event".to_owned(), files)]),
    };
    let lake = Lake {
        folder: dir.path().to_owned(),
        manifest,
    };
    assert_eq!(lake.rows::<EventRow>().unwrap(), vec![event(1)]);

    let changed = EventRow {
        line: 99,
        ..event(1)
    };
    let conflict = spool(&[event(1), changed]);
    std::fs::remove_dir_all(dir.path().join("run=1/event")).unwrap();
    let refused = threads.write_table(&EventRow::TABLE, &conflict, OnConflict::Refuse);
    assert_eq!(refused.unwrap_err().code(), "key_duplicate");
}

#[test]
fn a_row_of_two_imports_is_the_first_at_the_place_of_the_last() {
    let dir = tempfile::tempdir().unwrap();
    let go = AtomicBool::new(false);
    let file = |import_seq: i64| FileRow {
        file_id: FileId::derive(&["f"]),
        path: format!("import-{import_seq}.csv"),
        format: "csv".to_owned(),
        system: "crm".to_owned(),
        object: "contact".to_owned(),
        n_bytes: 1,
        n_rows: 1,
        n_bad_rows: 0,
        recognised_by: String::new(),
        import_seq,
        known_at: Instant(import_seq),
    };
    let mut manifest = Manifest::default();
    for import_seq in 0..3 {
        let threads = Threads {
            run_folder: format!("run={import_seq}"),
            ..threads(dir.path(), 1, 1, 64 << 20, &go)
        };
        let mut spool = Spool::new(FileRow::TABLE, dir.path(), "t".to_owned(), 1 << 30);
        spool
            .push(FileRow::to_batch(&[file(import_seq)]).unwrap())
            .unwrap();
        let runs = spool.finish().unwrap();
        let files = threads.write_table(&FileRow::TABLE, &runs, OnConflict::Refuse);
        manifest.extend(&Manifest {
            tables: BTreeMap::from([("file".to_owned(), files.unwrap())]),
        });
    }
    let lake = Lake {
        folder: dir.path().to_owned(),
        manifest,
    };
    let expected = FileRow {
        import_seq: 2,
        ..file(0)
    };
    assert_eq!(lake.rows::<FileRow>().unwrap(), vec![expected]);
}

/// The events of every user, in slot order: order matters, so a wrong fold shows.
struct ListUsers;

impl Summary for ListUsers {
    type Value = Vec<String>;
    fn name(&self) -> &'static str {
        "list_users"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![EventRow::TABLE]
    }
    fn empty(&self) -> Vec<String> {
        Vec::new()
    }
    fn of_slot(&self, slot: &Slot) -> Result<Vec<String>, KernelError> {
        let rows = slot.rows::<EventRow>()?;
        Ok(rows.into_iter().map(|event| event.user_key).collect())
    }
    fn merge(&self, sum: &mut Vec<String>, next: Vec<String>) {
        sum.extend(next);
    }
}

#[test]
fn a_summary_is_folded_in_slot_order_whatever_the_threads() {
    let users = |n_threads, n_buckets| {
        let dir = tempfile::tempdir().unwrap();
        prosopon_lake::create_run_folder(dir.path(), "1").unwrap();
        let go = AtomicBool::new(false);
        let threads = threads(dir.path(), n_threads, n_buckets, 64 << 20, &go);
        let lake = Lake {
            folder: dir.path().to_owned(),
            manifest: Manifest::default(),
        };
        let mut bench = Bench::new(&threads, lake);
        bench
            .write(&(0..500).map(event).collect::<Vec<_>>())
            .unwrap();
        bench.fold(&ListUsers).unwrap()
    };
    let one = users(1, 1);
    assert_eq!(one.len(), 500);
    assert_eq!(one, users(2, 7));
    assert_eq!(one, users(3, 1024));
}

#[test]
fn of_two_rows_with_one_key_the_least_is_kept_whatever_the_order() {
    let kept = |first: i64, second: i64| {
        let dir = tempfile::tempdir().unwrap();
        prosopon_lake::create_run_folder(dir.path(), "1").unwrap();
        let go = AtomicBool::new(false);
        let threads = threads(dir.path(), 1, 1, 64 << 20, &go);
        let mut spool = Spool::new(EventRow::TABLE, dir.path(), "t".to_owned(), 1 << 30);
        for line in [first, second] {
            let row = EventRow { line, ..event(1) };
            spool.push(EventRow::to_batch(&[row]).unwrap()).unwrap();
        }
        let files = threads
            .write_table(
                &EventRow::TABLE,
                &spool.finish().unwrap(),
                OnConflict::KeepLeast,
            )
            .unwrap();
        let manifest = Manifest {
            tables: BTreeMap::from([("event".to_owned(), files)]),
        };
        let lake = Lake {
            folder: dir.path().to_owned(),
            manifest,
        };
        lake.rows::<EventRow>().unwrap()
    };
    assert_eq!(kept(7, 9).len(), 1);
    assert_eq!(kept(7, 9), kept(9, 7));
}

#[test]
fn rows_outside_a_lake_have_the_digest_they_have_in_one() {
    let (in_lake, _, usage) = digests(2, 7, 20_000);
    let events: Vec<EventRow> = (0..5_000).rev().map(event).collect();
    let batches: Vec<_> = events
        .chunks(700)
        .map(|chunk| EventRow::to_batch(chunk).unwrap())
        .collect();
    let outside = prosopon_lake::digest_of(EventRow::TABLE, &batches).unwrap();
    assert_eq!(outside, in_lake);
    let fewer = prosopon_lake::digest_of(EventRow::TABLE, &batches[1..]).unwrap();
    assert_ne!(fewer, in_lake);
    assert_eq!(usage.len(), 97 * 7);
}
