//! A table of records as columns of numbered values.
//!
//! Reads   rows of text
//! Writes  columns: one number a row, one text a number; 0 is missing
//!
//! A value that stands for nothing (`null`, `n/a`, `-1`, all zeros) is missing.

use rustc_hash::FxHashMap;
use text::domains::is_blocklisted_value;

/// A column of values; equal values have equal numbers.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// One number a row; 0 is missing.
    pub codes: Vec<u32>,
    /// The text of each number; the first stands for missing.
    pub values: Vec<String>,
    /// How many rows have each number.
    pub counts: Vec<u32>,
}

/// A table of records.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The name of each column.
    pub names: Vec<String>,
    /// The columns, in the order of their names.
    pub columns: Vec<Column>,
    /// Rows.
    pub n_rows: usize,
}

/// Fills a table row by row.
#[derive(Debug)]
pub struct TableBuilder {
    table: Table,
    known: Vec<FxHashMap<String, u32>>,
}

impl Column {
    /// The text of a row; empty when missing.
    pub fn text(&self, row: usize) -> &str {
        let code = self.codes.get(row).copied().unwrap_or(0);
        self.values.get(code as usize).map_or("", String::as_str)
    }

    /// Distinct values, missing apart.
    pub fn n_distinct(&self) -> usize {
        self.values.len().saturating_sub(1)
    }

    /// Rows that have a value.
    pub fn n_filled(&self) -> usize {
        self.counts.iter().skip(1).map(|n| *n as usize).sum()
    }

    /// Values with how often they occur.
    pub fn each(&self) -> impl Iterator<Item = (&str, u32)> {
        let values = self.values.iter().map(String::as_str);
        values.zip(self.counts.iter().copied()).skip(1)
    }
}

impl Table {
    /// The column of a name, told apart neither by case nor by marks.
    pub fn column(&self, name: &str) -> Option<&Column> {
        let wanted = text::fold::fold(name);
        let at = self
            .names
            .iter()
            .position(|own| text::fold::fold(own) == wanted)?;
        self.columns.get(at)
    }
}

impl TableBuilder {
    /// A table without rows.
    pub fn new(names: &[String]) -> Self {
        let blank = || Column {
            codes: Vec::new(),
            values: vec![String::new()],
            counts: vec![0],
        };
        Self {
            known: vec![FxHashMap::default(); names.len()],
            table: Table {
                names: names.to_vec(),
                columns: names.iter().map(|_| blank()).collect(),
                n_rows: 0,
            },
        }
    }

    /// Adds a column that earlier rows lack; returns its place.
    pub fn add_column(&mut self, name: &str) -> usize {
        self.table.names.push(name.to_owned());
        self.table.columns.push(Column {
            codes: vec![0; self.table.n_rows],
            values: vec![String::new()],
            counts: vec![u32::try_from(self.table.n_rows).unwrap_or(u32::MAX)],
        });
        self.known.push(FxHashMap::default());
        self.table.names.len() - 1
    }

    /// Adds a row of cells in the order of the columns; what is not there is missing.
    pub fn push<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        let mut cells = cells.map(str::trim);
        for (column, known) in self.table.columns.iter_mut().zip(&mut self.known) {
            let cell = cells.next().unwrap_or_default();
            let code = match known.get(cell) {
                Some(code) => *code,
                None => {
                    let code = if cell.is_empty() || is_blocklisted_value(cell) {
                        0
                    } else {
                        column.values.push(cell.to_owned());
                        column.counts.push(0);
                        u32::try_from(column.values.len() - 1).unwrap_or(u32::MAX)
                    };
                    known.insert(cell.to_owned(), code);
                    code
                }
            };
            column.codes.push(code);
            if let Some(count) = column.counts.get_mut(code as usize) {
                *count += 1;
            }
        }
        self.table.n_rows += 1;
    }

    /// The table, its rows in an order that depends on what they hold alone, and
    /// for each of them the place it was read from.
    pub fn finish(self) -> (Table, Vec<u32>) {
        drop(self.known);
        let table = self.table;
        let ranks: Vec<Vec<u32>> = table.columns.iter().map(ranks_of).collect();
        let mut order: Vec<u32> = (0..u32::try_from(table.n_rows).unwrap_or(u32::MAX)).collect();
        let rank = |column: &Column, ranks: &[u32], row: u32| {
            let code = column.codes.get(row as usize).copied().unwrap_or(0);
            ranks.get(code as usize).copied().unwrap_or(0)
        };
        order.sort_by(|a, b| {
            let columns = table.columns.iter().zip(&ranks);
            let mut compared = columns.map(|(c, r)| rank(c, r, *a).cmp(&rank(c, r, *b)));
            compared
                .find(|o| o.is_ne())
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let columns = table.columns.iter().zip(&ranks);
        let sorted = columns.map(|(column, ranks)| resorted(column, ranks, &order));
        let columns = sorted.collect();
        (Table { columns, ..table }, order)
    }
}

/// The place of each number when its texts are sorted; missing stays 0.
fn ranks_of(column: &Column) -> Vec<u32> {
    let mut by_text: Vec<u32> =
        (0..u32::try_from(column.values.len()).unwrap_or(u32::MAX)).collect();
    by_text.sort_unstable_by_key(|code| column.values.get(*code as usize));
    let mut ranks = vec![0; by_text.len()];
    for (rank, code) in (0_u32..).zip(&by_text) {
        if let Some(slot) = ranks.get_mut(*code as usize) {
            *slot = rank;
        }
    }
    ranks
}

/// The column with its rows in another order and its numbers in the order of their texts.
fn resorted(column: &Column, ranks: &[u32], order: &[u32]) -> Column {
    let rank = |code: u32| ranks.get(code as usize).copied().unwrap_or(0);
    let code = |row: &u32| column.codes.get(*row as usize).copied().unwrap_or(0);
    let mut values = vec![String::new(); column.values.len()];
    let mut counts = vec![0; column.values.len()];
    for ((text, n), rank) in column.values.iter().zip(&column.counts).zip(ranks) {
        if let (Some(value), Some(count)) = (
            values.get_mut(*rank as usize),
            counts.get_mut(*rank as usize),
        ) {
            value.clone_from(text);
            *count = *n;
        }
    }
    Column {
        codes: order.iter().map(|row| rank(code(row))).collect(),
        values,
        counts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[[&str; 2]]) -> (Table, Vec<u32>) {
        let mut builder = TableBuilder::new(&["name".to_owned(), "city".to_owned()]);
        rows.iter()
            .for_each(|row| builder.push(row.iter().copied()));
        builder.finish()
    }

    #[test]
    fn rows_stand_in_one_order_however_they_came() {
        let rows = [["Bo", "Ulm"], ["Ada", "null"], ["Ada", "Bonn"]];
        let (forward, places) = table(&rows);
        let (backward, _) = table(&[rows[2], rows[1], rows[0]]);
        assert_eq!(places, [1, 2, 0]);
        for (left, right) in forward.columns.iter().zip(&backward.columns) {
            assert_eq!((&left.codes, &left.values), (&right.codes, &right.values));
            assert_eq!(left.counts, right.counts);
        }
        assert_eq!(forward.columns[1].text(0), "");
        assert_eq!(forward.columns[0].n_distinct(), 2);
    }
}
