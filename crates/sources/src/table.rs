//! Tables, whatever file they come from: a header, then rows of cells.
//!
//! [`class`] says what kind of values a column holds, [`fields`] names what a column can mean, [`objects`] lists the column names
//! of each object, [`judge`] weighs which object a table holds, [`layout`] says which object a table holds and which
//! column means what, [`profile`] looks at every value once to settle the
//! order of dates and the mark of decimals, [`shape`] tells rows that are cut off
//! from rows written short, [`separated`] reads CSV and TSV, [`quotes`] says
//! whether such a text ends within a value,
//! [`systems`] says which system a table comes from.

pub(crate) mod class;
pub(crate) mod fields;
pub(crate) mod judge;
pub(crate) mod layout;
pub(crate) mod objects;
pub(crate) mod profile;
pub(crate) mod quotes;
pub(crate) mod separated;
pub(crate) mod shape;
pub(crate) mod systems;

use csv::StringRecord;

use crate::error::ReadError;

/// Rows that can be read more than once.
pub(crate) trait Rows {
    /// The names of the columns, made unique.
    fn header(&self) -> &[String];

    /// Goes back to the first row.
    fn rewind(&mut self) -> Result<(), ReadError>;

    /// Reads the next row and returns its line, or `None` at the end.
    fn next_row(&mut self, cells: &mut StringRecord) -> Result<Option<i64>, ReadError>;

    /// What separates the values, where the table is a text.
    fn separator(&self) -> Option<u8> {
        None
    }

    /// Whether the rows read so far end within quotation marks.
    fn ends_within_value(&self) -> bool {
        false
    }
}

/// Makes column names unique: the second `Name` becomes `Name (2)`.
pub(crate) fn unique_names(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    names
        .map(|name| {
            let n = seen.entry(name.clone()).or_default();
            *n += 1;
            if *n == 1 {
                name
            } else {
                format!("{name} ({n})")
            }
        })
        .collect()
}
