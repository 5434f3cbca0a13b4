//! Lets go of what is old: rows of one system from before a day.
//!
//! A row is as old as its own day; where it has none, as its record's stamp; and
//! where that is missing too, as its arrival.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use arrow::array::{Array, BooleanArray, Int64Array};
use arrow::compute::filter_record_batch;
use arrow::record_batch::RecordBatch;
use lake::{Lake, LakeError};
use model::tables::base::{ActivityRow, AnswerRow, FileRow, MeetingRow, RecordRow};
use model::{Day, Instant, Row, RowError, TableDef};
use serde_json::json;

use super::rewrite::{Counts, Fate, Note, Rule, count, remove};
use super::theirs::{Id, ids};
use crate::effort::Effort;
use crate::exit::{Failure, Kind};
use crate::workspace::Workspace;

/// Rows of one system that are too old.
pub(crate) struct Old {
    source: String,
    /// The first moment that stays.
    since: Instant,
    files: BTreeSet<Id>,
    records: BTreeSet<Id>,
    meetings: BTreeSet<Id>,
}

impl Rule for Old {
    fn apply(
        &self,
        table: &TableDef,
        batch: &RecordBatch,
    ) -> Result<(RecordBatch, Vec<Fate>), LakeError> {
        let mut fates = vec![Fate::Stays; batch.num_rows()];
        let of = |column: &str| ids(batch, column).unwrap_or_default();
        let (records, meetings) = (of("record_id"), of("meeting_id"));
        let at = |ids: &[Option<Id>], row: usize| ids.get(row).copied().flatten();
        for (row, fate) in fates.iter_mut().enumerate() {
            let is_old = at(&records, row).is_some_and(|id| self.records.contains(&id))
                || at(&meetings, row).is_some_and(|id| self.meetings.contains(&id));
            if is_old {
                *fate = Fate::Goes;
            }
        }
        if table.name == "event" {
            self.judge_events(batch, &mut fates);
        }
        let kept: BooleanArray = fates.iter().map(|fate| Some(*fate != Fate::Goes)).collect();
        let kept = filter_record_batch(batch, &kept).map_err(RowError::from)?;
        Ok((kept, fates))
    }
}

impl Old {
    fn judge_events(&self, batch: &RecordBatch, fates: &mut [Fate]) {
        let files = ids(batch, "file_id").unwrap_or_default();
        let times = batch.column_by_name("at");
        let Some(times) = times.and_then(|times| times.as_any().downcast_ref::<Int64Array>())
        else {
            return;
        };
        for (row, (fate, file)) in fates.iter_mut().zip(files).enumerate() {
            let is_ours = file.is_some_and(|id| self.files.contains(&id));
            if is_ours && times.is_valid(row) && times.value(row) < self.since.0 {
                *fate = Fate::Goes;
            }
        }
    }
}

/// Finds the rows of `source` from before `since`.
pub(crate) fn find(lake: &Lake, source: &str, since: Day) -> Result<Old> {
    let files = lake.rows::<FileRow>()?;
    let own = files.iter().filter(|file| file.system == source);
    let mut old = Old {
        source: source.to_owned(),
        since: since.start(),
        files: own.map(|file| file.file_id.0).collect(),
        records: BTreeSet::new(),
        meetings: BTreeSet::new(),
    };
    if old.files.is_empty() {
        let known: BTreeSet<&str> = files.iter().map(|file| file.system.as_str()).collect();
        let known: Vec<&str> = known.into_iter().filter(|name| !name.is_empty()).collect();
        bail!(Failure::new(
            Kind::NotFound,
            format!(
                "no file came from `{source}`; known are {}",
                known.join(", ")
            ),
        ));
    }
    let days = own_days(lake)?;
    lake.for_each(RecordRow::TABLE, |batch| {
        for row in RecordRow::from_batch(batch)? {
            let stamp = row.modified.unwrap_or(row.known_at);
            let when = days.get(&row.record_id.0).copied().unwrap_or(stamp);
            if old.files.contains(&row.file_id.0) && when < old.since {
                old.records.insert(row.record_id.0);
            }
        }
        Ok(())
    })?;
    lake.for_each(MeetingRow::TABLE, |batch| {
        for row in MeetingRow::from_batch(batch)? {
            if old.records.contains(&row.record_id.0) {
                old.meetings.insert(row.meeting_id.0);
            }
        }
        Ok(())
    })?;
    Ok(old)
}

/// When what a record tells took place, for records of meetings, activities and answers.
fn own_days(lake: &Lake) -> Result<BTreeMap<Id, Instant>> {
    let mut days = BTreeMap::new();
    lake.for_each(MeetingRow::TABLE, |batch| {
        for row in MeetingRow::from_batch(batch)? {
            days.extend(row.day.map(|day| (row.record_id.0, day.start())));
        }
        Ok(())
    })?;
    lake.for_each(ActivityRow::TABLE, |batch| {
        for row in ActivityRow::from_batch(batch)? {
            days.extend(row.at.map(|at| (row.record_id.0, at)));
        }
        Ok(())
    })?;
    lake.for_each(AnswerRow::TABLE, |batch| {
        for row in AnswerRow::from_batch(batch)? {
            days.extend(row.at.map(|at| (row.record_id.0, at)));
        }
        Ok(())
    })?;
    Ok(days)
}

/// Rows that would go, by table.
pub(crate) fn preview(workspace: &Workspace, old: &Old) -> Result<Counts> {
    count(&workspace.base_lake(), old)
}

/// Removes; the caller holds the writer's lock.
pub(crate) fn retain(workspace: &mut Workspace, old: &Old, effort: &Effort<'_>) -> Result<Counts> {
    let body = |counts: &Counts| {
        let n: usize = counts.values().map(|count| count.n_removed).sum();
        json!({ "source": old.source, "n_rows": n })
    };
    let note = Note {
        what: "retain",
        body: &body,
        tombstones: BTreeSet::new(),
        is_about: &|_| false,
    };
    remove(workspace, old, &note, effort)
}
