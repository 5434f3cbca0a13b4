//! Arrow IPC streams become batches of a contract, and batches become streams.
//!
//! Spark knows neither fixed-size binaries nor columns that are never null: what
//! it hands back is cast to the schema of the contract, column by column.

use arrow::array::ArrayRef;
use arrow::compute::cast;
use arrow::datatypes::{FieldRef, SchemaRef};
use arrow::error::ArrowError;
use arrow::ipc::reader::StreamReader;
use arrow::ipc::writer::StreamWriter;
use arrow::record_batch::RecordBatch;
use model::TableDef;

use crate::error::NativeError;

/// Arrow IPC streams of one table.
pub(crate) type Payloads = Vec<Vec<u8>>;

/// The contract of this name.
pub(crate) fn table_named(name: &str) -> Result<TableDef, NativeError> {
    let all = model::tables::all();
    let found = all.into_iter().find(|table| table.name == name);
    found.ok_or_else(|| NativeError::NoTable(name.to_owned()))
}

/// The batches of one payload, each with the schema of the contract.
pub(crate) fn decode(table: TableDef, ipc: &[u8]) -> Result<Vec<RecordBatch>, NativeError> {
    let read = || -> Result<Vec<RecordBatch>, ArrowError> {
        let schema = (table.schema)();
        StreamReader::try_new(ipc, None)?
            .map(|batch| conform(&schema, &batch?))
            .collect()
    };
    read().map_err(NativeError::payload(table.name))
}

/// The batches of all payloads.
pub(crate) fn decode_all(
    table: TableDef,
    payloads: &[Vec<u8>],
) -> Result<Vec<RecordBatch>, NativeError> {
    let mut batches = Vec::new();
    for ipc in payloads {
        batches.extend(decode(table, ipc)?);
    }
    Ok(batches)
}

fn conform(schema: &SchemaRef, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    let column = |field: &FieldRef| -> Result<ArrayRef, ArrowError> {
        let missing = || ArrowError::SchemaError(format!("column `{}` is missing", field.name()));
        let array = batch.column_by_name(field.name()).ok_or_else(missing)?;
        if array.data_type() == field.data_type() {
            Ok(array.clone())
        } else {
            cast(array, field.data_type())
        }
    };
    let columns = schema.fields().iter().map(column);
    RecordBatch::try_new(schema.clone(), columns.collect::<Result<_, _>>()?)
}

/// Batches of one table as one payload.
pub(crate) fn encode(table: TableDef, batches: &[RecordBatch]) -> Result<Vec<u8>, NativeError> {
    let write = || -> Result<Vec<u8>, ArrowError> {
        let mut writer = StreamWriter::try_new(Vec::new(), &(table.schema)())?;
        for batch in batches {
            writer.write(batch)?;
        }
        writer.into_inner()
    };
    write().map_err(NativeError::payload(table.name))
}
