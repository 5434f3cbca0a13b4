//! Between Arrow columns and SQLite values, in both directions.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, BooleanArray, BooleanBuilder, FixedSizeBinaryArray, FixedSizeBinaryBuilder,
    Float64Array, Float64Builder, Int32Array, Int32Builder, Int64Array, Int64Builder, ListArray,
    ListBuilder, StringArray, StringBuilder,
};
use arrow::datatypes::DataType;
use rusqlite::types::{Null, ToSqlOutput, ValueRef};
use rusqlite::{Row, ToSql};

use crate::error::StoreError;

/// A column of a batch, with its type found once.
pub(super) enum Cells<'a> {
    Id(&'a FixedSizeBinaryArray),
    Text(&'a StringArray),
    List(&'a ListArray),
    Int32(&'a Int32Array),
    Int64(&'a Int64Array),
    Float(&'a Float64Array),
    Bool(&'a BooleanArray),
}

impl<'a> Cells<'a> {
    /// Finds the type of a column.
    pub(super) fn new(array: &'a ArrayRef) -> Result<Self, StoreError> {
        let any = array.as_any();
        let found = match array.data_type() {
            DataType::FixedSizeBinary(16) => any.downcast_ref().map(Self::Id),
            DataType::Utf8 => any.downcast_ref().map(Self::Text),
            DataType::List(_) => any.downcast_ref().map(Self::List),
            DataType::Int32 => any.downcast_ref().map(Self::Int32),
            DataType::Int64 => any.downcast_ref().map(Self::Int64),
            DataType::Float64 => any.downcast_ref().map(Self::Float),
            DataType::Boolean => any.downcast_ref().map(Self::Bool),
            _ => None,
        };
        found.ok_or_else(|| StoreError::ColumnType {
            found: array.data_type().to_string(),
        })
    }

    /// The value of one row.
    pub(super) fn get(&self, row_idx: usize) -> Cell<'a> {
        match self {
            Self::Id(a) if a.is_valid(row_idx) => Cell::Blob(a.value(row_idx)),
            Self::Text(a) if a.is_valid(row_idx) => Cell::Text(a.value(row_idx)),
            Self::List(a) if a.is_valid(row_idx) => Cell::Owned(list_json(&a.value(row_idx))),
            Self::Int32(a) if a.is_valid(row_idx) => Cell::Integer(i64::from(a.value(row_idx))),
            Self::Int64(a) if a.is_valid(row_idx) => Cell::Integer(a.value(row_idx)),
            Self::Float(a) if a.is_valid(row_idx) => Cell::Real(a.value(row_idx)),
            Self::Bool(a) if a.is_valid(row_idx) => Cell::Integer(i64::from(a.value(row_idx))),
            _ => Cell::Null,
        }
    }
}

/// A value on its way into SQLite.
pub(super) enum Cell<'a> {
    Null,
    Blob(&'a [u8]),
    Text(&'a str),
    Owned(String),
    Integer(i64),
    Real(f64),
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::from(Null)),
            Self::Blob(bytes) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(bytes))),
            Self::Text(text) => Ok(ToSqlOutput::from(*text)),
            Self::Owned(text) => Ok(ToSqlOutput::from(text.as_str())),
            Self::Integer(n) => Ok(ToSqlOutput::from(*n)),
            Self::Real(x) => Ok(ToSqlOutput::from(*x)),
        }
    }
}

fn list_json(list: &ArrayRef) -> String {
    let texts = list.as_any().downcast_ref::<StringArray>();
    let texts: Vec<&str> = texts.into_iter().flatten().flatten().collect();
    serde_json::Value::from(texts).to_string()
}

/// A column on its way out of SQLite.
pub(super) enum CellsBuilder {
    Id(FixedSizeBinaryBuilder),
    Text(StringBuilder),
    List(ListBuilder<StringBuilder>),
    Int32(Int32Builder),
    Int64(Int64Builder),
    Float(Float64Builder),
    Bool(BooleanBuilder),
}

impl CellsBuilder {
    /// An empty column of a type.
    pub(super) fn new(data_type: &DataType) -> Result<Self, StoreError> {
        match data_type {
            DataType::FixedSizeBinary(16) => Ok(Self::Id(FixedSizeBinaryBuilder::new(16))),
            DataType::Utf8 => Ok(Self::Text(StringBuilder::new())),
            DataType::List(_) => Ok(Self::List(ListBuilder::new(StringBuilder::new()))),
            DataType::Int32 => Ok(Self::Int32(Int32Builder::new())),
            DataType::Int64 => Ok(Self::Int64(Int64Builder::new())),
            DataType::Float64 => Ok(Self::Float(Float64Builder::new())),
            DataType::Boolean => Ok(Self::Bool(BooleanBuilder::new())),
            other => Err(StoreError::ColumnType {
                found: other.to_string(),
            }),
        }
    }

    /// Appends the value of one column of a row.
    pub(super) fn append(&mut self, row: &Row<'_>, column: usize) -> Result<(), StoreError> {
        match self {
            Self::Id(builder) => append_id(builder, row, column)?,
            Self::Text(builder) => builder.append_option(row.get::<_, Option<String>>(column)?),
            Self::List(builder) => append_list(builder, row, column)?,
            Self::Int32(builder) => builder.append_option(row.get(column)?),
            Self::Int64(builder) => builder.append_option(row.get(column)?),
            Self::Float(builder) => builder.append_option(row.get(column)?),
            Self::Bool(builder) => builder.append_option(row.get(column)?),
        }
        Ok(())
    }

    /// The finished column.
    pub(super) fn finish(self) -> ArrayRef {
        match self {
            Self::Id(mut builder) => Arc::new(builder.finish()),
            Self::Text(mut builder) => Arc::new(builder.finish()),
            Self::List(mut builder) => Arc::new(builder.finish()),
            Self::Int32(mut builder) => Arc::new(builder.finish()),
            Self::Int64(mut builder) => Arc::new(builder.finish()),
            Self::Float(mut builder) => Arc::new(builder.finish()),
            Self::Bool(mut builder) => Arc::new(builder.finish()),
        }
    }
}

fn append_id(
    builder: &mut FixedSizeBinaryBuilder,
    row: &Row<'_>,
    column: usize,
) -> Result<(), StoreError> {
    match row.get::<_, Option<Vec<u8>>>(column)? {
        Some(bytes) => builder
            .append_value(bytes)
            .map_err(|_| StoreError::Stored { what: "id" }),
        None => {
            builder.append_null();
            Ok(())
        }
    }
}

fn append_list(
    builder: &mut ListBuilder<StringBuilder>,
    row: &Row<'_>,
    column: usize,
) -> Result<(), StoreError> {
    let text: String = row.get(column)?;
    let texts: Vec<String> =
        serde_json::from_str(&text).map_err(|_| StoreError::Stored { what: "list" })?;
    builder.append_value(texts.iter().map(Some));
    Ok(())
}
