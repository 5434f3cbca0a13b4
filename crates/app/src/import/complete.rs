//! What a complete export lacks is taken as deleted.
//!
//! Reads   `record` and `file` of earlier imports and of this one
//! Writes  a row marked as deleted for every version of an object that is gone;
//!         `line_item`, `stage`, `association`, `answer` anew without its rows
//!
//! Only objects of a scope (a system and an object) of which this import has
//! rows can be gone. A marked row has the stamp of the version it ends and a
//! later place in the order of imports, so a later export that has the row again
//! brings it back. Where rows were set aside whose keys are not known, nothing
//! can be told to be missing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use arrow::array::BooleanArray;
use arrow::compute::filter_record_batch;
use lake::exchange::buckets;
use lake::{Lake, Manifest, OnConflict, Spool};
use model::tables::base::{
    AccountRow, ActivityRow, AnswerRow, AssociationRow, ContractRow, DealRow, DeclaredRoleRow,
    FileRow, LineItemRow, MentionRow, RecordRow, StageRow,
};
use model::{FileId, Instant, MentionId, MentionKind, RecordId, Row, RowError, TableDef};
use resolve::settle::sort_versions;
use sources::{Item, scope};

use super::FileOutcome;
use super::tables::BaseTables;
use crate::effort::Effort;
use crate::privacy::ids;

/// Buckets the slots are walked in.
const N_BUCKETS: usize = 16;

/// Tables whose rows have no versions: what is gone is left out.
const WITHDRAWN: [TableDef; 4] = [
    LineItemRow::TABLE,
    StageRow::TABLE,
    AssociationRow::TABLE,
    AnswerRow::TABLE,
];

/// What is gone, and where that was told.
#[derive(Default)]
pub(super) struct Gone {
    /// Records of every version of a gone object, with the file that lacks it.
    records: BTreeMap<RecordId, FileId>,
    /// Objects gone, by the file that lacks them.
    n_by_file: BTreeMap<FileId, i64>,
    /// Files of scopes of which nothing can be told, with the rows that stand in the way.
    doubtful: BTreeMap<FileId, i64>,
}

/// The scopes of an import.
struct Covered {
    /// The first file of each scope.
    scopes: BTreeMap<String, FileId>,
    /// Keys of rows that were set aside.
    seen: BTreeSet<String>,
}

impl Gone {
    /// Finds what `base` has in force and `new` lacks.
    pub(super) fn find(base: &Lake, new: &Lake, outcomes: &[FileOutcome]) -> Result<Self> {
        let mut gone = Self::default();
        let covered = gone.covered(new, outcomes)?;
        let paths = paths(base)?;
        for bucket in buckets(N_BUCKETS) {
            let mut earlier = base.open(RecordRow::TABLE, &bucket)?;
            let mut now = new.open(RecordRow::TABLE, &bucket)?;
            for slot in bucket {
                let there: Vec<RecordRow> = rows(now.read_slot(slot)?)?;
                let there: BTreeSet<&str> =
                    there.iter().map(|row| row.native_key.as_str()).collect();
                let known: Vec<RecordRow> = rows(earlier.read_slot(slot)?)?;
                let missing = known.iter().filter(|row| {
                    let key = row.native_key.as_str();
                    !there.contains(key) && !covered.seen.contains(key)
                });
                gone.take(missing, &covered, &paths);
            }
        }
        Ok(gone)
    }

    /// The scopes of which this import has all rows.
    fn covered(&mut self, new: &Lake, outcomes: &[FileOutcome]) -> Result<Covered> {
        let paths = paths(new)?;
        let mut scopes: BTreeMap<String, BTreeSet<FileId>> = BTreeMap::new();
        new.for_each(RecordRow::TABLE, |batch| {
            for row in RecordRow::from_batch(batch)? {
                let path = paths.get(&row.file_id).map_or("", String::as_str);
                if let Some(scope) = scope(&row.native_key, path) {
                    scopes.entry(scope).or_default().insert(row.file_id);
                }
            }
            Ok(())
        })?;
        let parts = outcomes.iter().flat_map(|file| &file.parts);
        let lost: BTreeMap<FileId, i64> = parts
            .clone()
            .filter(|part| part.n_lost > 0)
            .map(|part| (part.file_id, part.n_lost))
            .collect();
        scopes.retain(|_, files| {
            let doubtful: Vec<_> = files
                .iter()
                .filter_map(|id| Some((*id, *lost.get(id)?)))
                .collect();
            let is_whole = doubtful.is_empty();
            self.doubtful.extend(doubtful);
            is_whole
        });
        let first =
            |files: BTreeSet<FileId>| files.into_iter().min_by_key(|id| paths.get(id).cloned());
        Ok(Covered {
            scopes: scopes
                .into_iter()
                .filter_map(|(scope, files)| Some((scope, first(files)?)))
                .collect(),
            seen: parts
                .flat_map(|part| part.seen_keys.iter().cloned())
                .collect(),
        })
    }

    /// Takes the objects of one slot that are missing and in force.
    fn take<'r>(
        &mut self,
        missing: impl Iterator<Item = &'r RecordRow>,
        covered: &Covered,
        paths: &BTreeMap<FileId, String>,
    ) {
        let mut by_key: BTreeMap<&str, Vec<&RecordRow>> = BTreeMap::new();
        for row in missing {
            by_key.entry(&row.native_key).or_default().push(row);
        }
        for (key, mut versions) in by_key {
            sort_versions(&mut versions);
            let Some(last) = versions.last().filter(|row| !row.is_deleted) else {
                continue;
            };
            let path = paths.get(&last.file_id).map_or("", String::as_str);
            let file = scope(key, path).and_then(|scope| covered.scopes.get(&scope));
            let Some(file) = file else {
                continue;
            };
            let in_question = versions.iter().filter(|row| !row.is_deleted);
            self.records
                .extend(in_question.map(|row| (row.record_id, *file)));
            *self.n_by_file.entry(*file).or_default() += 1;
        }
    }

    /// Whether nothing is gone.
    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Says in the outcomes how much is gone and what could not be told.
    pub(super) fn tell(&self, outcomes: &mut [FileOutcome]) {
        for file in outcomes {
            for part in &file.parts {
                file.n_gone += self.n_by_file.get(&part.file_id).copied().unwrap_or(0);
                if let Some(n) = self.doubtful.get(&part.file_id) {
                    file.notes.push(format!(
                        "{n} rows set aside have no readable key, so what is missing here cannot be told; \
                         nothing of this object was taken as deleted"
                    ));
                }
            }
        }
    }
}

/// Where a mark is written.
#[derive(Clone, Copy)]
pub(super) struct Mark<'a> {
    /// The folder of the lake.
    pub(super) lake_folder: &'a Path,
    /// The run that marks.
    pub(super) run_id: &'a str,
    /// Its place in the order of imports.
    pub(super) import_seq: i64,
    /// The day from which on the rows are no longer in force.
    pub(super) known_at: Instant,
}

impl Mark<'_> {
    /// Writes a row marked as deleted for every row of what is gone.
    pub(super) fn write(&self, gone: &Gone, base: &Lake, effort: &Effort<'_>) -> Result<Manifest> {
        let run_id = format!("{}-gone", self.run_id);
        let folder = lake::create_run_folder(self.lake_folder, &run_id)?;
        let mut tables = BaseTables::new(&folder, 0, &effort.limits);
        self.each(base, gone, &mut tables, |row: RecordRow, file_id, id| {
            Item::Record(RecordRow {
                record_id: id,
                file_id,
                line: 0,
                fields: "{}".to_owned(),
                ..row
            })
        })?;
        self.each(base, gone, &mut tables, |row, _, id| {
            Item::Mention(marked(row, id))
        })?;
        self.each(base, gone, &mut tables, |row, _, id| {
            Item::Account(AccountRow {
                record_id: id,
                ..row
            })
        })?;
        self.each(base, gone, &mut tables, |row, _, id| {
            Item::Deal(DealRow {
                record_id: id,
                ..row
            })
        })?;
        self.each(base, gone, &mut tables, |row, _, id| {
            Item::DeclaredRole(DeclaredRoleRow {
                record_id: id,
                ..row
            })
        })?;
        self.each(base, gone, &mut tables, |row, _, id| {
            Item::Contract(ContractRow {
                record_id: id,
                ..row
            })
        })?;
        self.each(base, gone, &mut tables, |row: ActivityRow, _, id| {
            let (subject, body) = (None, String::new());
            Item::Activity(ActivityRow {
                record_id: id,
                subject,
                body,
                ..row
            })
        })?;
        tables.finish()?;
        Ok(tables.write(&effort.threads(self.lake_folder, &run_id))?)
    }

    /// Hands on the marked form of every row of one table that is gone.
    fn each<T: Row + Ended>(
        &self,
        base: &Lake,
        gone: &Gone,
        tables: &mut BaseTables,
        item: impl Fn(T, FileId, RecordId) -> Item,
    ) -> Result<()> {
        let seq = self.import_seq.to_string();
        base.for_each(T::TABLE, |batch| {
            for mut row in T::from_batch(batch)? {
                let id = row.record();
                let (Some(file_id), true) = (gone.records.get(&id), row.may_end()) else {
                    continue;
                };
                row.end(self.import_seq, self.known_at);
                let new_id = RecordId::derive(&[&id.to_string(), "gone", &seq]);
                tables.take(item(row, *file_id, new_id))?;
            }
            Ok(())
        })?;
        Ok(())
    }

    /// Writes the tables without versions anew, without the rows of what is gone.
    pub(super) fn withdraw(
        &self,
        gone: &Gone,
        base: &Lake,
        effort: &Effort<'_>,
    ) -> Result<Manifest> {
        let run_id = format!("{}-rest", self.run_id);
        let folder = lake::create_run_folder(self.lake_folder, &run_id)?;
        let mut manifest = Manifest::default();
        for table in WITHDRAWN {
            let mut n_gone = 0;
            let limit = effort.limits.memory / 4;
            let mut spool = Spool::new(table, &folder, "left".to_owned(), limit);
            base.for_each(table, |batch| {
                let of_gone = |id: Option<[u8; 16]>| {
                    id.is_some_and(|id| gone.records.contains_key(&RecordId(id)))
                };
                let records = ids(batch, "record_id").unwrap_or_default();
                let stays: BooleanArray =
                    records.into_iter().map(|id| Some(!of_gone(id))).collect();
                n_gone += stays.false_count();
                spool.push(filter_record_batch(batch, &stays).map_err(RowError::from)?)
            })?;
            let runs = spool.finish()?;
            if n_gone > 0 {
                let threads = effort.threads(self.lake_folder, &run_id);
                let files = threads.write_table(&table, &runs, OnConflict::KeepLeast)?;
                manifest.tables.insert(table.name.to_owned(), files);
            }
        }
        Ok(manifest)
    }
}

/// The mention of a person's own row, without anything that names the person.
fn marked(row: MentionRow, record_id: RecordId) -> MentionRow {
    MentionRow {
        mention_id: MentionId::derive(&[&row.mention_id.to_string(), &record_id.to_string()]),
        record_id,
        full_name: None,
        given_name: None,
        family_name: None,
        emails: Vec::new(),
        phones: Vec::new(),
        title: None,
        department: None,
        account_name: None,
        external_keys: Vec::new(),
        ..row
    }
}

/// A row that can be marked as deleted.
trait Ended {
    /// The record it belongs to.
    fn record(&self) -> RecordId;
    /// Marks it.
    fn end(&mut self, import_seq: i64, known_at: Instant);
    /// Whether a mark on it means something.
    fn may_end(&self) -> bool;
}

macro_rules! ended {
    ($($row:ty: $may_end:expr),+ $(,)?) => {$(
        impl Ended for $row {
            fn record(&self) -> RecordId { self.record_id }
            fn end(&mut self, import_seq: i64, known_at: Instant) {
                self.import_seq = import_seq;
                self.known_at = known_at;
                self.is_deleted = true;
            }
            fn may_end(&self) -> bool {
                let may_end: fn(&Self) -> bool = $may_end;
                may_end(self)
            }
        }
    )+};
}
ended!(
    RecordRow: |row| !row.is_deleted,
    // Mentions of other kinds say who was named, which stays true.
    MentionRow: |row| !row.is_deleted && row.kind == MentionKind::Row,
    AccountRow: |row| !row.is_deleted,
    DealRow: |row| !row.is_deleted,
    DeclaredRoleRow: |row| !row.is_deleted,
    ContractRow: |row| !row.is_deleted,
    ActivityRow: |row| !row.is_deleted,
);

fn paths(lake: &Lake) -> Result<BTreeMap<FileId, String>> {
    let files = lake.rows::<FileRow>()?.into_iter();
    Ok(files.map(|file| (file.file_id, file.path)).collect())
}

fn rows(batch: Option<arrow::record_batch::RecordBatch>) -> Result<Vec<RecordRow>> {
    Ok(match batch {
        Some(batch) => RecordRow::from_batch(&batch)?,
        None => Vec::new(),
    })
}
