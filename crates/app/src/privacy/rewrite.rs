//! Rewrites the base tables by a rule, and commits the result in place of every earlier run.
//!
//! Reads   base tables
//! Writes  base and derived tables under a new `run=<id>/`, `published-<run>.db`,
//!         the row `current_run`; removes the files of every earlier run
//!
//! Invariant: new files first, then one commit, then what is no longer named goes.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use arrow::record_batch::RecordBatch;
use lake::{Lake, LakeError, Manifest, OnConflict, Spool};
use model::TableDef;
use serde::Serialize;
use serde_json::{Value, json};
use store::{Removal, Run, RunKind};

use crate::build;
use crate::clock;
use crate::effort::Effort;
use crate::workspace::{State, Workspace};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It stays as it is.
    Stays,
    /// It stays, and loses part of its text.
    Changes,
    /// It is removed.
    Goes,
}

/// What becomes of the rows of a batch.
pub(crate) trait Rule {
    /// The rows that stay, and the fate of every row.
    fn apply(
        &self,
        table: &TableDef,
        batch: &RecordBatch,
    ) -> Result<(RecordBatch, Vec<Fate>), LakeError>;
}

/// Rows of one table that go and change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Count {
    /// Rows removed.
    pub(crate) n_removed: usize,
    /// Rows that lose part of their text.
    pub(crate) n_changed: usize,
}

/// Counts by table, for tables where there is something to count.
pub(crate) type Counts = BTreeMap<&'static str, Count>;

/// What a rule would do.
pub(crate) fn count(lake: &Lake, rule: &dyn Rule) -> Result<Counts> {
    let mut counts = Counts::new();
    for table in model::tables::base() {
        lake.for_each(table, |batch| {
            let (_, fates) = rule.apply(&table, batch)?;
            add(&mut counts, table.name, &fates);
            Ok(())
        })?;
    }
    Ok(counts)
}

fn add(counts: &mut Counts, table: &'static str, fates: &[Fate]) {
    let n = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    let (n_removed, n_changed) = (n(Fate::Goes), n(Fate::Changes));
    if n_removed + n_changed > 0 {
        let count = counts.entry(table).or_default();
        count.n_removed += n_removed;
        count.n_changed += n_changed;
    }
}

/// Writes every base table of `lake` anew by the rule.
pub(crate) fn rewrite(
    lake: &Lake,
    rule: &dyn Rule,
    run_id: &str,
    effort: &Effort<'_>,
) -> Result<(Manifest, Counts)> {
    let folder = lake::create_run_folder(&lake.folder, run_id)?;
    let threads = effort.threads(&lake.folder, run_id);
    let mut manifest = Manifest::default();
    let mut counts = Counts::new();
    for table in model::tables::base() {
        if lake.files(table.name).is_empty() {
            continue;
        }
        let mut spool = Spool::new(
            table,
            &folder,
            "rewrite".to_owned(),
            effort.limits.memory / 4,
        );
        lake.for_each(table, |batch| {
            if effort.is_cancelled() {
                return Err(LakeError::Cancelled);
            }
            let (kept, fates) = rule.apply(&table, batch)?;
            add(&mut counts, table.name, &fates);
            match kept.num_rows() {
                0 => Ok(()),
                _ => spool.push(kept),
            }
        })?;
        let files = threads.write_table(&table, &spool.finish()?, OnConflict::KeepLeast)?;
        manifest.tables.insert(table.name.to_owned(), files);
    }
    Ok((manifest, counts))
}

/// What is said of a removal, and what it leaves behind.
pub(crate) struct Note<'a> {
    /// `erase` or `retain`.
    pub(crate) what: &'a str,
    /// What the journal may say.
    pub(crate) body: &'a dyn Fn(&Counts) -> Value,
    /// Hashes that stop a return.
    pub(crate) tombstones: BTreeSet<[u8; 32]>,
    /// Whether a stored text names who is removed.
    pub(crate) is_about: &'a dyn Fn(&str) -> bool,
}

/// Rewrites, derives and publishes anew, commits, and removes every earlier run.
pub(crate) fn remove(
    workspace: &mut Workspace,
    rule: &dyn Rule,
    note: &Note<'_>,
    effort: &Effort<'_>,
) -> Result<Counts> {
    let started = clock::now();
    let run_id = clock::run_id();
    let old = workspace.base_lake();
    effort.progress.begin("rewrite", 0);
    let (base, counts) = rewrite(&old, rule, &run_id, effort)?;
    effort.progress.end("rewrite");
    let new = Lake {
        manifest: base.clone(),
        ..old
    };
    let mut state = State {
        base,
        ..State::default()
    };
    state.n_imports = workspace.state.n_imports;
    state.n_imports_built = workspace.state.n_imports_built;
    let request = build::last_request(workspace)?.filter(|_| workspace.state.published.is_some());
    let run = match &request {
        Some(request) => {
            let derived = build::derive(workspace, &new, (&run_id, request), effort)?;
            state.derived = derived.tables;
            state.published = Some(derived.published);
            state.n_imports_built = state.n_imports;
            build::run(workspace, &new, (&run_id, request), effort)?
        }
        None => rewritten(&run_id, effort),
    };
    let removal = Removal {
        at: clock::now(),
        what: note.what,
        body: &(note.body)(&counts),
        tombstones: &note.tombstones,
        is_about: note.is_about,
    };
    workspace.commit_removal(Run { started, ..run }, state, &removal)?;
    Ok(counts)
}

/// The row of a run that only rewrote.
fn rewritten(run_id: &str, effort: &Effort<'_>) -> Run {
    Run {
        run_id: run_id.to_owned(),
        kind: RunKind::Import,
        started: clock::now(),
        finished: clock::now(),
        seed: 0,
        settings: json!({}),
        inputs: json!([]),
        steps: effort.progress.timings(),
        manifest: Value::Null,
    }
}
