//! Which tables are published, which of their rows, and by what they are found.

use arrow::datatypes::DataType;
use model::tables::{base, decided, found, resolved};
use model::{Row, TableDef};

use crate::error::StoreError;

/// The format of the file; a reader refuses any other.
pub const FORMAT: i64 = 2;

/// Which rows of a table are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// All of them.
    All,
    /// Those whose `record_id` another published row cites.
    Cited,
    /// The cited ones and two lines of context on either side.
    CitedWithContext,
}

/// A published table.
#[derive(Clone, Copy, Debug)]
pub struct PublishedTable {
    /// Its contract.
    pub def: TableDef,
    /// Which rows.
    pub kept: Kept,
    /// The columns that cite records.
    pub cites: &'static [&'static str],
    /// Its indexes, made when everything is written.
    pub indexes: &'static [&'static str],
}

const fn all<T: Row>(
    cites: &'static [&'static str],
    indexes: &'static [&'static str],
) -> PublishedTable {
    PublishedTable {
        def: T::TABLE,
        kept: Kept::All,
        cites,
        indexes,
    }
}

const fn cited<T: Row>(kept: Kept, indexes: &'static [&'static str]) -> PublishedTable {
    PublishedTable {
        def: T::TABLE,
        kept,
        cites: &[],
        indexes,
    }
}

/// The published tables: those that cite first, those that are cited last.
pub const TABLES: &[PublishedTable] = &[
    all::<resolved::Account>(
        &["founding_record"],
        &["account_id", "parent_id", "name COLLATE NOCASE", "domain"],
    ),
    all::<resolved::AccountAlias>(&[], &["alias"]),
    all::<resolved::Person>(&["founding_record"], &["person_id"]),
    all::<resolved::CastRow>(
        &["record_id"],
        &["mention_id", "person_id", "account_id", "record_id"],
    ),
    all::<resolved::Membership>(&[], &["mention_id", "person_id"]),
    all::<resolved::Affiliation>(&["record_id"], &["account_id", "person_id"]),
    all::<decided::Decision>(
        &["record_id"],
        &["decision_id", "account_id", "outcome, closes"],
    ),
    all::<decided::Claim>(
        &["record_id"],
        &[
            "claim_id",
            "account_id",
            "decision_id",
            "subject_mention",
            "record_id",
        ],
    ),
    all::<decided::RoleHolding>(
        &[],
        &["holding_id", "decision_id", "person_id", "account_id"],
    ),
    all::<decided::RoleLine>(&[], &["holding_id", "claim_id", "account_id"]),
    all::<decided::RequiredRole>(&[], &["decision_id", "account_id"]),
    all::<decided::Succession>(
        &[],
        &["succession_id", "account_id", "from_person", "to_person"],
    ),
    all::<found::Persona>(&[], &["persona_id"]),
    all::<found::Statement>(&[], &["statement_id", "persona_id"]),
    all::<found::PersonaMember>(&[], &["persona_id, posterior", "person_id", "account_id"]),
    all::<found::PersonaSearch>(&[], &["kind, n_classes"]),
    all::<found::PersonaWeight>(&[], &["persona_id, subject, value"]),
    all::<found::PersonFact>(&[], &["person_id", "kind, subject, value"]),
    all::<decided::Placeholder>(&["record_id"], &["person_id", "mention_id", "account_id"]),
    all::<decided::UsagePlaced>(&[], &["account_id, user_key", "user_key"]),
    all::<resolved::Link>(&[], &["left_id", "right_id"]),
    all::<base::FileRow>(&[], &["file_id"]),
    all::<base::IssueRow>(&[], &["file_id"]),
    all::<base::MeetingRow>(&[], &["meeting_id", "account_id", "file_id", "record_id"]),
    cited::<base::UtteranceRow>(
        Kept::CitedWithContext,
        &["record_id", "meeting_id, utterance_idx"],
    ),
    cited::<base::ActivityRow>(Kept::Cited, &["record_id"]),
    cited::<base::RecordRow>(Kept::Cited, &["record_id"]),
];

/// The published table of this name.
///
/// # Errors
/// [`StoreError::UnknownTable`] for any other name.
pub fn table(name: &str) -> Result<&'static PublishedTable, StoreError> {
    TABLES
        .iter()
        .find(|table| table.def.name == name)
        .ok_or_else(|| StoreError::UnknownTable {
            table: name.to_owned(),
        })
}

impl PublishedTable {
    /// The statement that creates the table.
    pub(super) fn create_sql(&self) -> Result<String, StoreError> {
        let schema = (self.def.schema)();
        let columns = schema.fields().iter().map(|field| {
            let null = if field.is_nullable() { "" } else { " NOT NULL" };
            let sql_type = sql_type(field.data_type())?;
            Ok(format!("\"{}\" {sql_type}{null}", field.name()))
        });
        let columns = columns.collect::<Result<Vec<String>, StoreError>>()?;
        Ok(format!(
            "CREATE TABLE \"{}\" ({}) STRICT",
            self.def.name,
            columns.join(", ")
        ))
    }

    /// The statement that inserts one row.
    pub(super) fn insert_sql(&self) -> String {
        let n_columns = (self.def.schema)().fields().len();
        let marks = vec!["?"; n_columns].join(", ");
        format!("INSERT INTO \"{}\" VALUES ({marks})", self.def.name)
    }

    /// The statements that create the indexes.
    pub(super) fn index_sql(&self) -> impl Iterator<Item = String> {
        let name = self.def.name;
        let numbered = self.indexes.iter().enumerate();
        numbered.map(move |(i, columns)| {
            format!("CREATE INDEX \"{name}_{i}\" ON \"{name}\" ({columns})")
        })
    }
}

fn sql_type(data_type: &DataType) -> Result<&'static str, StoreError> {
    match data_type {
        DataType::FixedSizeBinary(16) => Ok("BLOB"),
        DataType::Utf8 | DataType::List(_) => Ok("TEXT"),
        DataType::Int32 | DataType::Int64 | DataType::Boolean => Ok("INTEGER"),
        DataType::Float64 => Ok("REAL"),
        other => Err(StoreError::ColumnType {
            found: other.to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_column_has_a_place_in_sqlite() {
        for table in TABLES {
            assert!(table.create_sql().is_ok(), "{:?}", table.def);
        }
    }

    #[test]
    fn every_citing_and_indexed_column_exists() {
        for table in TABLES {
            let schema = (table.def.schema)();
            let indexed = table.indexes.iter().flat_map(|list| list.split(", "));
            let columns = indexed.filter_map(|column| column.split(' ').next());
            for column in table.cites.iter().copied().chain(columns) {
                assert!(schema.index_of(column).is_ok(), "{:?} {column}", table.def);
            }
        }
    }

    #[test]
    fn cited_tables_come_after_the_citing_ones() {
        let first_cited = TABLES.iter().position(|t| t.kept != Kept::All).unwrap();
        assert!(TABLES[first_cited..].iter().all(|t| t.cites.is_empty()));
    }
}
