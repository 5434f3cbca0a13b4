//! The three macros that declare ids, vocabularies and tables.
//!
//! They exist so that a table is written down once, as a struct with one
//! documented line a column, and its Arrow schema, encoding and decoding follow.

/// Declares an id type: 128 bits of content hash with a readable prefix.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// The letters in front of the underscore when the id is printed.
            pub const PREFIX: &'static str = $prefix;

            /// Derives the id from its parts; each part is length-prefixed, so
            /// that no two lists of parts collide by concatenation.
            pub fn derive(parts: &[&str]) -> Self {
                Self($crate::ids::hash_parts($prefix, parts))
            }

            /// Reads `prefix_<32 hex digits>`; `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                $crate::ids::parse_hex(text.strip_prefix($prefix)?.strip_prefix('_')?).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($prefix)?;
                f.write_str("_")?;
                f.write_str(std::str::from_utf8(&$crate::ids::hex_digits(self.0)).unwrap_or_default())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not a ", $prefix, "_ id")))
            }
        }

        $crate::columns::id_column!($name);
    };
}

/// Declares a closed vocabulary: an enum whose variants have stable codes.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every member, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code: the same in tables, JSON, SQL and on the command line.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The member with this code, or `None`.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        $crate::columns::code_column!($name);
    };
}

/// Declares a table: a row struct, its columns, its slot key and its primary key.
///
/// Rows with equal values in the slot key columns lie in one slot; within a slot
/// rows are sorted by primary key, which is unique in the table.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident in $table:literal slot[$($slot:literal),+] primary[$($primary:literal),+] {
        $($(#[$fdoc:meta])* $field:ident: $ty:ty),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)+ }

        impl $crate::row::Row for $name {
            const TABLE: $crate::row::TableDef = $crate::row::TableDef {
                name: $table,
                slot_key: &[$($slot),+],
                primary_key: &[$($primary),+],
                schema: <$name as $crate::row::Row>::schema,
            };

            fn schema() -> arrow::datatypes::SchemaRef {
                static SCHEMA: std::sync::OnceLock<arrow::datatypes::SchemaRef> = std::sync::OnceLock::new();
                SCHEMA.get_or_init(|| std::sync::Arc::new(arrow::datatypes::Schema::new(vec![
                    $(arrow::datatypes::Field::new(
                        stringify!($field),
                        <$ty as $crate::columns::Column>::data_type(),
                        <$ty as $crate::columns::Column>::NULLABLE,
                    ),)+
                ]))).clone()
            }

            fn to_batch(rows: &[Self]) -> Result<arrow::record_batch::RecordBatch, $crate::row::RowError> {
                let columns = vec![
                    $(<$ty as $crate::columns::Column>::to_array(&mut rows.iter().map(|row| &row.$field)),)+
                ];
                Ok(arrow::record_batch::RecordBatch::try_new(<Self as $crate::row::Row>::schema(), columns)?)
            }

            fn from_batch(batch: &arrow::record_batch::RecordBatch) -> Result<Vec<Self>, $crate::row::RowError> {
                $(let mut $field = $crate::row::read_column::<$ty>(batch, $table, stringify!($field))?.into_iter();)+
                let mut rows = Vec::with_capacity(batch.num_rows());
                for _ in 0..batch.num_rows() {
                    rows.push(Self {
                        $($field: $field.next().ok_or($crate::row::RowError::Short { table: $table })?,)+
                    });
                }
                Ok(rows)
            }
        }
    };
}
