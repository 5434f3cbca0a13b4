//! How the types of a row become Arrow columns and come back.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, BooleanArray, BooleanBuilder, FixedSizeBinaryArray, FixedSizeBinaryBuilder,
    Float64Array, Float64Builder, Int32Array, Int32Builder, Int64Array, Int64Builder, ListArray,
    ListBuilder, StringArray, StringBuilder,
};
use arrow::datatypes::DataType;

use crate::row::RowError;
use crate::time::{Day, Instant};

/// A type that can stand in a column.
pub trait Column: Sized {
    /// Whether a value may be missing.
    const NULLABLE: bool = false;

    /// The Arrow type of the column.
    fn data_type() -> DataType;

    /// Encodes the values in order.
    fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef;

    /// Decodes the whole column in order.
    fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError>;
}

pub(crate) fn downcast<'a, A: Array + 'static>(
    array: &'a ArrayRef,
    wanted: &'static str,
) -> Result<&'a A, RowError> {
    let found = || array.data_type().to_string();
    array
        .as_any()
        .downcast_ref::<A>()
        .ok_or_else(|| RowError::Type {
            wanted,
            found: found(),
        })
}

pub(crate) fn no_null(array: &dyn Array) -> Result<(), RowError> {
    if array.null_count() > 0 {
        Err(RowError::Null)
    } else {
        Ok(())
    }
}

macro_rules! primitive_column {
    ($ty:ty, $array:ty, $builder:ty, $arrow:expr, $wanted:literal, $to:expr, $from:expr) => {
        impl Column for $ty {
            fn data_type() -> DataType {
                $arrow
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
                let mut builder = <$builder>::new();
                values.for_each(|value| builder.append_value($to(value)));
                Arc::new(builder.finish())
            }
            fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError> {
                let array = downcast::<$array>(array, $wanted)?;
                no_null(array)?;
                Ok((0..array.len()).map(|i| $from(array.value(i))).collect())
            }
        }

        impl Column for Option<$ty> {
            const NULLABLE: bool = true;
            fn data_type() -> DataType {
                $arrow
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
                let mut builder = <$builder>::new();
                values.for_each(|value| builder.append_option(value.as_ref().map($to)));
                Arc::new(builder.finish())
            }
            fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError> {
                let array = downcast::<$array>(array, $wanted)?;
                Ok((0..array.len())
                    .map(|i| array.is_valid(i).then(|| $from(array.value(i))))
                    .collect())
            }
        }
    };
}

primitive_column!(
    i32,
    Int32Array,
    Int32Builder,
    DataType::Int32,
    "Int32",
    |v: &i32| *v,
    |v| v
);
primitive_column!(
    i64,
    Int64Array,
    Int64Builder,
    DataType::Int64,
    "Int64",
    |v: &i64| *v,
    |v| v
);
primitive_column!(
    f64,
    Float64Array,
    Float64Builder,
    DataType::Float64,
    "Float64",
    |v: &f64| *v,
    |v| v
);
primitive_column!(
    bool,
    BooleanArray,
    BooleanBuilder,
    DataType::Boolean,
    "Boolean",
    |v: &bool| *v,
    |v| v
);
primitive_column!(
    Day,
    Int32Array,
    Int32Builder,
    DataType::Int32,
    "Int32",
    |v: &Day| v.0,
    Day
);
primitive_column!(
    Instant,
    Int64Array,
    Int64Builder,
    DataType::Int64,
    "Int64",
    |v: &Instant| v.0,
    Instant
);

impl Column for String {
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        Arc::new(StringArray::from_iter_values(values))
    }
    fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError> {
        let array = downcast::<StringArray>(array, "Utf8")?;
        no_null(array)?;
        Ok((0..array.len())
            .map(|i| array.value(i).to_owned())
            .collect())
    }
}

impl Column for Option<String> {
    const NULLABLE: bool = true;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        Arc::new(StringArray::from_iter(values.map(Option::as_deref)))
    }
    fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError> {
        let array = downcast::<StringArray>(array, "Utf8")?;
        Ok(array.iter().map(|value| value.map(str::to_owned)).collect())
    }
}

impl Column for Vec<String> {
    fn data_type() -> DataType {
        DataType::new_list(DataType::Utf8, true)
    }
    fn to_array(values: &mut dyn Iterator<Item = &Self>) -> ArrayRef {
        let mut builder = ListBuilder::new(StringBuilder::new());
        values.for_each(|list| builder.append_value(list.iter().map(Some)));
        Arc::new(builder.finish())
    }
    fn from_array(array: &ArrayRef) -> Result<Vec<Self>, RowError> {
        let lists = downcast::<ListArray>(array, "List")?;
        (0..lists.len())
            .map(|i| <String as Column>::from_array(&lists.value(i)))
            .collect()
    }
}

/// Encodes 16-byte ids, missing ones as null.
pub(crate) fn ids_to_array(values: &mut dyn Iterator<Item = Option<[u8; 16]>>) -> ArrayRef {
    let mut builder = FixedSizeBinaryBuilder::new(16);
    for value in values {
        match value {
            // The width is fixed by the type, so appending cannot fail.
            Some(id) => drop(builder.append_value(id)),
            None => builder.append_null(),
        }
    }
    Arc::new(builder.finish())
}

/// Decodes 16-byte ids.
pub(crate) fn ids_from_array(array: &ArrayRef) -> Result<Vec<Option<[u8; 16]>>, RowError> {
    let array = downcast::<FixedSizeBinaryArray>(array, "FixedSizeBinary(16)")?;
    (0..array.len())
        .map(|i| match array.is_valid(i) {
            true => <[u8; 16]>::try_from(array.value(i))
                .map(Some)
                .map_err(|_| RowError::Null),
            false => Ok(None),
        })
        .collect()
}

macro_rules! id_column {
    ($name:ident) => {
        impl $crate::columns::Column for $name {
            fn data_type() -> arrow::datatypes::DataType {
                arrow::datatypes::DataType::FixedSizeBinary(16)
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> arrow::array::ArrayRef {
                $crate::columns::ids_to_array(&mut values.map(|id| Some(id.0)))
            }
            fn from_array(
                array: &arrow::array::ArrayRef,
            ) -> Result<Vec<Self>, $crate::row::RowError> {
                let ids = $crate::columns::ids_from_array(array)?.into_iter();
                ids.map(|id| id.map(Self).ok_or($crate::row::RowError::Null))
                    .collect()
            }
        }

        impl $crate::columns::Column for Option<$name> {
            const NULLABLE: bool = true;
            fn data_type() -> arrow::datatypes::DataType {
                arrow::datatypes::DataType::FixedSizeBinary(16)
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> arrow::array::ArrayRef {
                $crate::columns::ids_to_array(&mut values.map(|id| id.map(|id| id.0)))
            }
            fn from_array(
                array: &arrow::array::ArrayRef,
            ) -> Result<Vec<Self>, $crate::row::RowError> {
                Ok($crate::columns::ids_from_array(array)?
                    .into_iter()
                    .map(|id| id.map($name))
                    .collect())
            }
        }

        impl $crate::columns::Column for Vec<$name> {
            fn data_type() -> arrow::datatypes::DataType {
                <Vec<String> as $crate::columns::Column>::data_type()
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> arrow::array::ArrayRef {
                let texts: Vec<Vec<String>> = values
                    .map(|list| list.iter().map(ToString::to_string).collect())
                    .collect();
                <Vec<String> as $crate::columns::Column>::to_array(&mut texts.iter())
            }
            fn from_array(
                array: &arrow::array::ArrayRef,
            ) -> Result<Vec<Self>, $crate::row::RowError> {
                let lists =
                    <Vec<String> as $crate::columns::Column>::from_array(array)?.into_iter();
                lists
                    .map(|list| {
                        list.iter()
                            .map(|text| $name::parse(text).ok_or($crate::row::RowError::Null))
                            .collect()
                    })
                    .collect()
            }
        }
    };
}
pub(crate) use id_column;

macro_rules! code_column {
    ($name:ident) => {
        impl $crate::columns::Column for $name {
            fn data_type() -> arrow::datatypes::DataType {
                arrow::datatypes::DataType::Utf8
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> arrow::array::ArrayRef {
                std::sync::Arc::new(arrow::array::StringArray::from_iter_values(
                    values.map(|v| v.code()),
                ))
            }
            fn from_array(
                array: &arrow::array::ArrayRef,
            ) -> Result<Vec<Self>, $crate::row::RowError> {
                let list =
                    <Option<$name> as $crate::columns::Column>::from_array(array)?.into_iter();
                list.map(|value| value.ok_or($crate::row::RowError::Null))
                    .collect()
            }
        }

        impl $crate::columns::Column for Option<$name> {
            const NULLABLE: bool = true;
            fn data_type() -> arrow::datatypes::DataType {
                arrow::datatypes::DataType::Utf8
            }
            fn to_array(values: &mut dyn Iterator<Item = &Self>) -> arrow::array::ArrayRef {
                std::sync::Arc::new(arrow::array::StringArray::from_iter(
                    values.map(|v| v.as_ref().map(|v| v.code())),
                ))
            }
            fn from_array(
                array: &arrow::array::ArrayRef,
            ) -> Result<Vec<Self>, $crate::row::RowError> {
                let array = $crate::columns::downcast::<arrow::array::StringArray>(array, "Utf8")?;
                let unknown = |code: &str| $crate::row::RowError::Code {
                    vocabulary: stringify!($name),
                    code: code.to_owned(),
                };
                array
                    .iter()
                    .map(|code| {
                        code.map(|c| $name::from_code(c).ok_or_else(|| unknown(c)))
                            .transpose()
                    })
                    .collect()
            }
        }
    };
}
pub(crate) use code_column;
