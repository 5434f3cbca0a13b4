//! Sorting batches: by slot when they are spilled, by primary key within a slot.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, FixedSizeBinaryArray, Int64Array, StringArray, UInt32Array};
use arrow::compute::{concat_batches, take_record_batch};
use arrow::record_batch::RecordBatch;
use arrow::row::{RowConverter, Rows, SortField};
use model::TableDef;

use crate::error::LakeError;
use crate::slot::{SLOTS, slot_of};

/// The column that places a row in the order of imports.
const IMPORT_SEQ: &str = "import_seq";

/// Where the rows of each slot lie: slot `s` is `[offsets[s], offsets[s + 1])`.
pub type Offsets = Vec<u32>;

/// Returns the slot of every row of a batch.
pub fn slots_of(table: &TableDef, batch: &RecordBatch) -> Result<Vec<u16>, LakeError> {
    let columns = key_columns(table, batch, table.slot_key)?;
    let slots = (0..batch.num_rows()).map(|row| {
        let values: Vec<&[u8]> = columns
            .iter()
            .map(|column| value_bytes(column, row))
            .collect();
        slot_of(&values)
    });
    Ok(slots.collect())
}

fn key_columns<'a>(
    table: &TableDef,
    batch: &'a RecordBatch,
    names: &'static [&'static str],
) -> Result<Vec<&'a ArrayRef>, LakeError> {
    let missing = |column| LakeError::Column {
        table: table.name,
        column,
    };
    names
        .iter()
        .map(|name| batch.column_by_name(name).ok_or_else(|| missing(name)))
        .collect()
}

/// The bytes of a key value; a missing value counts as the empty one.
fn value_bytes(column: &ArrayRef, row: usize) -> &[u8] {
    if column.is_null(row) {
        return &[];
    }
    if let Some(texts) = column.as_any().downcast_ref::<StringArray>() {
        return texts.value(row).as_bytes();
    }
    match column.as_any().downcast_ref::<FixedSizeBinaryArray>() {
        Some(ids) => ids.value(row),
        None => &[],
    }
}

/// Sorts batches by slot into one batch and says where each slot lies.
pub fn by_slot(
    table: &TableDef,
    batches: &[RecordBatch],
) -> Result<(RecordBatch, Offsets), LakeError> {
    let whole = concat_batches(&(table.schema)(), batches).map_err(LakeError::arrow(table.name))?;
    let slots = slots_of(table, &whole)?;
    let mut offsets = vec![0_u32; usize::from(SLOTS) + 1];
    slots
        .iter()
        .for_each(|slot| offsets[usize::from(*slot) + 1] += 1);
    (0..usize::from(SLOTS)).for_each(|s| offsets[s + 1] += offsets[s]);
    let mut next = offsets.clone();
    let mut order = vec![0_u32; slots.len()];
    for (row, slot) in slots.iter().enumerate() {
        let place = &mut next[usize::from(*slot)];
        order[*place as usize] = row as u32;
        *place += 1;
    }
    let sorted = take_record_batch(&whole, &UInt32Array::from(order))
        .map_err(LakeError::arrow(table.name))?;
    Ok((sorted, offsets))
}

/// What to do with two different rows of one primary key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OnConflict {
    /// Keep the row of the earlier batch: of several imports, the first that brought
    /// it. Its place in the order of imports is that of the last that brought it.
    KeepFirst,
    /// Keep the least row, whatever order they came in: of one import, where an
    /// id means equal content, but the same row may stand in two files.
    KeepLeast,
    /// Report a defect of the step that wrote them.
    Refuse,
}

/// Sorts the rows of one slot by primary key and drops repeated rows.
pub fn by_primary_key(
    table: &TableDef,
    batches: &[RecordBatch],
    on_conflict: OnConflict,
) -> Result<RecordBatch, LakeError> {
    let whole = concat_batches(&(table.schema)(), batches).map_err(LakeError::arrow(table.name))?;
    let keys = encode(table, &whole, table.primary_key)?;
    let mut order: Vec<u32> = (0..whole.num_rows() as u32).collect();
    let key = |row: u32| keys.row(row as usize);
    order.sort_by(|a, b| key(*a).cmp(&key(*b)));
    let n_before = order.len();
    let mut dropped = Vec::new();
    order.dedup_by(|next, kept| {
        let is_repeated = key(*next) == key(*kept);
        if is_repeated {
            dropped.push((*kept, *next));
        }
        is_repeated
    });
    if order.len() < n_before {
        match on_conflict {
            OnConflict::KeepFirst => return keep_first(table, &whole, &dropped, &order),
            OnConflict::KeepLeast => keep_least(table, &whole, &dropped, &mut order)?,
            OnConflict::Refuse => refuse_differing(table, &whole, &dropped)?,
        }
    }
    take_record_batch(&whole, &UInt32Array::from(order)).map_err(LakeError::arrow(table.name))
}

/// Keeps the rows of `order`, each with the greatest `import_seq` of those it stands
/// for: a version that comes again is newer than what came in between.
fn keep_first(
    table: &TableDef,
    whole: &RecordBatch,
    pairs: &[(u32, u32)],
    order: &[u32],
) -> Result<RecordBatch, LakeError> {
    let index = UInt32Array::from(order.to_vec());
    let schema = whole.schema();
    let place = schema.index_of(IMPORT_SEQ).ok();
    let seqs = place.and_then(|at| whole.column(at).as_any().downcast_ref::<Int64Array>());
    let (Some(place), Some(seqs)) = (place, seqs) else {
        return take_record_batch(whole, &index).map_err(LakeError::arrow(table.name));
    };
    let mut latest = seqs.values().to_vec();
    for (kept, dropped) in pairs {
        let seq = seqs.value(*dropped as usize);
        let kept = &mut latest[*kept as usize];
        *kept = seq.max(*kept);
    }
    let mut columns = whole.columns().to_vec();
    columns[place] = Arc::new(Int64Array::from(latest));
    let updated = RecordBatch::try_new(schema, columns).map_err(LakeError::arrow(table.name))?;
    take_record_batch(&updated, &index).map_err(LakeError::arrow(table.name))
}

/// Puts the least of the rows that share a key in the place of the one that was kept.
fn keep_least(
    table: &TableDef,
    whole: &RecordBatch,
    pairs: &[(u32, u32)],
    order: &mut [u32],
) -> Result<(), LakeError> {
    let rows = row_bytes(table, whole)?;
    let mut least: BTreeMap<u32, u32> = BTreeMap::new();
    for (kept, dropped) in pairs {
        let best = least.entry(*kept).or_insert(*kept);
        if rows.row(*dropped as usize) < rows.row(*best as usize) {
            *best = *dropped;
        }
    }
    for place in order {
        *place = least.get(place).copied().unwrap_or(*place);
    }
    Ok(())
}

fn refuse_differing(
    table: &TableDef,
    whole: &RecordBatch,
    pairs: &[(u32, u32)],
) -> Result<(), LakeError> {
    let schema = whole.schema();
    let every: Vec<&str> = schema
        .fields()
        .iter()
        .map(|field| field.name().as_str())
        .collect();
    let columns: Vec<ArrayRef> = every
        .iter()
        .filter_map(|name| whole.column_by_name(name).cloned())
        .collect();
    let rows = convert(table, &columns)?;
    let differ = pairs
        .iter()
        .any(|(a, b)| rows.row(*a as usize) != rows.row(*b as usize));
    if differ {
        Err(LakeError::DuplicateKey { table: table.name })
    } else {
        Ok(())
    }
}

fn encode(
    table: &TableDef,
    batch: &RecordBatch,
    names: &'static [&'static str],
) -> Result<Rows, LakeError> {
    let columns: Vec<ArrayRef> = key_columns(table, batch, names)?
        .into_iter()
        .cloned()
        .collect();
    convert(table, &columns)
}

fn convert(table: &TableDef, columns: &[ArrayRef]) -> Result<Rows, LakeError> {
    let fields = columns
        .iter()
        .map(|column| SortField::new(column.data_type().clone()))
        .collect();
    let converter = RowConverter::new(fields).map_err(LakeError::arrow(table.name))?;
    converter
        .convert_columns(columns)
        .map_err(LakeError::arrow(table.name))
}

/// Encodes whole rows so that equal rows have equal bytes, for digests.
pub fn row_bytes(table: &TableDef, batch: &RecordBatch) -> Result<Rows, LakeError> {
    convert(table, batch.columns())
}
