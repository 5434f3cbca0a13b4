//! Everything that is held about a person, with file and line.
//!
//! Reads   base tables, published results

use std::collections::BTreeMap;

use anyhow::Result;
use api::Facade;
use api::explain::PersonView;
use arrow::array::{
    Array, ArrayRef, BooleanArray, FixedSizeBinaryArray, Float64Array, Int32Array, Int64Array,
    StringArray,
};
use arrow::record_batch::RecordBatch;
use lake::Lake;
use model::tables::base::{FileRow, RecordRow};
use model::{Column, Day, FileId, Instant, MeetingId, MentionId, RecordId, Row};
use serde::Serialize;
use serde_json::{Map, Value};

use super::rewrite::{Fate, Rule};
use super::scrub::Scrub;
use super::subject::Subject;
use super::theirs::{Id, ids};
use crate::workspace::Workspace;

/// Columns that hold instants.
const INSTANTS: [&str; 4] = ["known_at", "modified", "at", "entered"];

/// Columns that hold days.
const DAYS: [&str; 9] = [
    "valid_from",
    "valid_to",
    "created",
    "closes",
    "since",
    "starts",
    "ends",
    "signed",
    "day",
];

/// Everything that is held about somebody.
#[derive(Serialize)]
pub(crate) struct Held {
    /// What was concluded.
    pub(crate) person: PersonView,
    /// What the files say.
    pub(crate) rows: Vec<HeldRow>,
}

/// A row that names them.
#[derive(Serialize)]
pub(crate) struct HeldRow {
    /// The base table.
    pub(crate) table: &'static str,
    /// The file, as it was imported.
    pub(crate) file: Option<String>,
    /// The line, from 1.
    pub(crate) line: Option<i64>,
    /// The row.
    pub(crate) row: Map<String, Value>,
}

/// Where records stand.
struct Places {
    files: BTreeMap<Id, String>,
    records: BTreeMap<Id, (Id, i64)>,
}

/// Gathers.
pub(crate) fn export(workspace: &Workspace, facade: &Facade, subject: &Subject) -> Result<Held> {
    let lake = workspace.base_lake();
    let rule = Scrub {
        known: &subject.known,
        theirs: &subject.theirs,
    };
    let mut rows = Vec::new();
    for table in model::tables::base() {
        lake.for_each(table, |batch| {
            let (_, fates) = rule.apply(&table, batch)?;
            let records = ids(batch, "record_id").unwrap_or_default();
            for (row, fate) in fates.iter().enumerate() {
                let record = records.get(row).copied().flatten();
                let is_named = record.is_some_and(|id| subject.theirs.touched.contains(&id));
                // A record they are named in may hold mentions of others: these are not theirs.
                let is_theirs = is_named && table.name != "mention";
                if *fate != Fate::Stays || is_theirs {
                    rows.push((table.name, batch.slice(row, 1), record));
                }
            }
            Ok(())
        })?;
    }
    let places = places(&lake, &rows)?;
    let rows = rows.into_iter();
    Ok(Held {
        person: facade.person(subject.person_id)?,
        rows: rows
            .map(|(table, batch, record)| held(&places, table, &batch, record))
            .collect(),
    })
}

fn places(lake: &Lake, rows: &[(&str, RecordBatch, Option<Id>)]) -> Result<Places> {
    let wanted: std::collections::BTreeSet<Id> =
        rows.iter().filter_map(|(_, _, record)| *record).collect();
    let mut records = BTreeMap::new();
    lake.for_each(RecordRow::TABLE, |batch| {
        for row in RecordRow::from_batch(batch)? {
            if wanted.contains(&row.record_id.0) {
                records.insert(row.record_id.0, (row.file_id.0, row.line));
            }
        }
        Ok(())
    })?;
    let files = lake.rows::<FileRow>()?.into_iter();
    Ok(Places {
        files: files.map(|file| (file.file_id.0, file.path)).collect(),
        records,
    })
}

fn held(places: &Places, table: &'static str, batch: &RecordBatch, record: Option<Id>) -> HeldRow {
    let own_file = ids(batch, "file_id").and_then(|ids| ids.first().copied().flatten());
    let line = batch.column_by_name("line");
    let line = line.and_then(|line| Option::<i64>::from_array(line).ok()?.first().copied()?);
    let of_record = record.and_then(|id| places.records.get(&id).copied());
    let file = own_file.or(of_record.map(|(file, _)| file));
    HeldRow {
        table,
        file: file.and_then(|id| places.files.get(&id).cloned()),
        line: line.or(of_record.map(|(_, line)| line)),
        row: json_of(batch),
    }
}

fn json_of(batch: &RecordBatch) -> Map<String, Value> {
    let schema = batch.schema();
    let cells = schema.fields().iter().zip(batch.columns());
    let cells = cells.map(|(field, column)| (field.name().clone(), cell(field.name(), column)));
    cells.filter(|(_, value)| !value.is_null()).collect()
}

/// The first value of a column.
fn cell(name: &str, column: &ArrayRef) -> Value {
    if column.is_empty() || column.is_null(0) {
        return Value::Null;
    }
    let any = column.as_any();
    if let Some(texts) = any.downcast_ref::<StringArray>() {
        let text = texts.value(0);
        let as_json = matches!(name, "fields" | "figures").then(|| serde_json::from_str(text).ok());
        return as_json.flatten().unwrap_or_else(|| text.into());
    }
    if let Some(ids) = any.downcast_ref::<FixedSizeBinaryArray>() {
        return ids
            .value(0)
            .try_into()
            .map_or(Value::Null, |id| shown_id(name, id));
    }
    if let Some(numbers) = any.downcast_ref::<Int64Array>() {
        return match INSTANTS.contains(&name) {
            true => Instant(numbers.value(0)).to_string().into(),
            false => numbers.value(0).into(),
        };
    }
    if let Some(numbers) = any.downcast_ref::<Int32Array>() {
        return match DAYS.contains(&name) {
            true => Day(numbers.value(0)).to_string().into(),
            false => numbers.value(0).into(),
        };
    }
    if let Some(numbers) = any.downcast_ref::<Float64Array>() {
        return numbers.value(0).into();
    }
    if let Some(flags) = any.downcast_ref::<BooleanArray>() {
        return flags.value(0).into();
    }
    let lists = Vec::<String>::from_array(column).unwrap_or_default();
    lists.into_iter().next().unwrap_or_default().into()
}

fn shown_id(name: &str, id: Id) -> Value {
    let shown = match name {
        "file_id" => FileId(id).to_string(),
        "meeting_id" => MeetingId(id).to_string(),
        "mention_id" | "speaker_mention" | "signed_by" => MentionId(id).to_string(),
        _ => RecordId(id).to_string(),
    };
    shown.into()
}
