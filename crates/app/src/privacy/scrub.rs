//! One batch of a base table without somebody: rows about them go, texts lose their names.

use std::collections::BTreeSet;

use arrow::array::{Array, ArrayRef, BooleanArray, StringArray};
use arrow::compute::filter_record_batch;
use arrow::datatypes::DataType;
use arrow::record_batch::RecordBatch;
use lake::LakeError;
use model::{Column, MentionId, RowError, TableDef};

use super::known::{Known, entry};
use super::redact::{ERASED, Redactor};
use super::rewrite::{Fate, Rule};
use super::theirs::{Id, Theirs, ids};

/// Columns that hold codes of ours, never a name.
const CODES: [&str; 9] = [
    "kind",
    "side",
    "author_side",
    "format",
    "code",
    "activity_kind",
    "language",
    "system",
    "outcome",
];

/// Columns that hold JSON.
const JSON: [&str; 2] = ["fields", "figures"];

/// Tables whose rows belong to the keys they name.
const OF_KEYS: [&str; 5] = ["association", "same_as", "event", "answer", "label"];

/// The columns of such keys.
const KEYS: [&str; 4] = ["native_key", "from_key", "to_key", "user_key"];

/// Takes somebody out of the base tables.
pub(crate) struct Scrub<'a> {
    /// What is looked for everywhere.
    pub(crate) known: &'a Known,
    /// Which rows are theirs.
    pub(crate) theirs: &'a Theirs,
}

impl Rule for Scrub<'_> {
    fn apply(
        &self,
        table: &TableDef,
        batch: &RecordBatch,
    ) -> Result<(RecordBatch, Vec<Fate>), LakeError> {
        let mut fates = self.fates(table, batch);
        let redactors = self.redactors(table, batch);
        let mut columns = Vec::new();
        for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
            let place = Place {
                name: field.name(),
                is_nullable: field.is_nullable(),
            };
            columns.push(self.column(&place, column, &redactors, &mut fates)?);
        }
        let whole = RecordBatch::try_new(batch.schema(), columns).map_err(RowError::from)?;
        let kept: BooleanArray = fates.iter().map(|fate| Some(*fate != Fate::Goes)).collect();
        let kept = filter_record_batch(&whole, &kept).map_err(RowError::from)?;
        Ok((kept, fates))
    }
}

/// A column of a table.
struct Place<'a> {
    name: &'a str,
    is_nullable: bool,
}

impl<'a> Scrub<'a> {
    /// Which rows are about them.
    fn fates(&self, table: &TableDef, batch: &RecordBatch) -> Vec<Fate> {
        let mut fates = vec![Fate::Stays; batch.num_rows()];
        let mut go = |column: &str, gone: &BTreeSet<Id>| {
            let ids = ids(batch, column).unwrap_or_default();
            for (fate, id) in fates.iter_mut().zip(ids) {
                if id.is_some_and(|id| gone.contains(&id)) {
                    *fate = Fate::Goes;
                }
            }
        };
        go("record_id", &self.theirs.about);
        go("event_id", &self.theirs.about);
        go("mention_id", &self.theirs.mentions);
        go("speaker_mention", &self.theirs.mentions);
        if OF_KEYS.contains(&table.name) {
            for keys in KEYS.iter().filter_map(|name| texts(batch, name)) {
                for (fate, key) in fates.iter_mut().zip(keys) {
                    if key.is_some_and(|key| self.known.holds(&entry("key", key))) {
                        *fate = Fate::Goes;
                    }
                }
            }
        }
        fates
    }

    /// What holds for each row: more where they are named, no names where a namesake is.
    fn redactors(&self, table: &TableDef, batch: &RecordBatch) -> Vec<Redactor<'a>> {
        let records = ids(batch, "record_id").unwrap_or_default();
        let meetings = ids(batch, "meeting_id").unwrap_or_default();
        let at = |ids: &[Option<Id>], row: usize| ids.get(row).copied().flatten();
        let redactor = |row: usize| {
            let places = [at(&records, row), at(&meetings, row)];
            let is_in = |set: &BTreeSet<Id>| places.iter().flatten().any(|id| set.contains(id));
            // Mentions that stay are of others, who may share a family name.
            let is_near = table.name != "mention"
                && (is_in(&self.theirs.touched) || is_in(&self.theirs.meetings));
            let mut sets = vec![self.known];
            sets.extend(is_near.then_some(&self.theirs.near));
            Redactor {
                sets,
                has_names: is_near || !is_in(&self.theirs.spared),
            }
        };
        (0..batch.num_rows()).map(redactor).collect()
    }

    fn column(
        &self,
        place: &Place<'_>,
        column: &ArrayRef,
        redactors: &[Redactor<'_>],
        fates: &mut [Fate],
    ) -> Result<ArrayRef, LakeError> {
        if CODES.contains(&place.name) {
            return Ok(column.clone());
        }
        match column.data_type() {
            DataType::Utf8 => clean_texts(place, column, redactors, fates),
            DataType::List(_) => clean_lists(column, redactors, fates),
            DataType::FixedSizeBinary(_) if place.name == "signed_by" => {
                let mut values = Option::<MentionId>::from_array(column)?;
                let theirs = |id: &MentionId| self.theirs.mentions.contains(&id.0);
                values
                    .iter_mut()
                    .for_each(|id| *id = id.filter(|id| !theirs(id)));
                Ok(Option::<MentionId>::to_array(&mut values.iter()))
            }
            _ => Ok(column.clone()),
        }
    }
}

fn clean_texts(
    place: &Place<'_>,
    column: &ArrayRef,
    redactors: &[Redactor<'_>],
    fates: &mut [Fate],
) -> Result<ArrayRef, LakeError> {
    let mut values = Option::<String>::from_array(column)?;
    let mut has_changed = false;
    for ((value, redactor), fate) in values.iter_mut().zip(redactors).zip(fates) {
        let Some(text) = value.as_deref().filter(|_| *fate != Fate::Goes) else {
            continue;
        };
        let clean = if JSON.contains(&place.name) {
            redactor.json(text).map(Some)
        } else if redactor.is_whole(text) {
            Some((!place.is_nullable).then(|| ERASED.to_owned()))
        } else {
            redactor.text(text).map(Some)
        };
        if let Some(clean) = clean {
            *value = clean;
            *fate = Fate::Changes;
            has_changed = true;
        }
    }
    Ok(match has_changed {
        true => Option::<String>::to_array(&mut values.iter()),
        false => column.clone(),
    })
}

fn clean_lists(
    column: &ArrayRef,
    redactors: &[Redactor<'_>],
    fates: &mut [Fate],
) -> Result<ArrayRef, LakeError> {
    let lists = Vec::<String>::from_array(column)?;
    let mut cleaned = Vec::new();
    for ((list, redactor), fate) in lists.into_iter().zip(redactors).zip(fates) {
        let n_before = list.len();
        let mut has_changed = false;
        let kept = list.into_iter().filter(|text| !redactor.is_whole(text));
        let kept: Vec<String> = kept
            .map(|text| match redactor.text(&text) {
                Some(clean) => {
                    has_changed = true;
                    clean
                }
                None => text,
            })
            .collect();
        if *fate == Fate::Stays && (has_changed || kept.len() < n_before) {
            *fate = Fate::Changes;
        }
        cleaned.push(kept);
    }
    Ok(Vec::<String>::to_array(&mut cleaned.iter()))
}

/// The texts of a column, row by row.
pub(crate) fn texts<'a>(
    batch: &'a RecordBatch,
    column: &str,
) -> Option<impl Iterator<Item = Option<&'a str>>> {
    let column = batch.column_by_name(column)?;
    Some(column.as_any().downcast_ref::<StringArray>()?.iter())
}
