//! Looks at every value of a table once, before any row is handed on: the
//! order of dates and the mark of decimals hold for a whole column.

use csv::StringRecord;

use crate::dates::{DateOrder, OrderEvidence, order_evidence};
use crate::error::ReadError;
use crate::numbers::{DecimalMark, guess_mark};
use crate::table::Rows;

/// What the values of one column say.
#[derive(Clone, Debug, Default)]
struct Tally {
    n_day_first: u64,
    n_month_first: u64,
    n_silent: u64,
    n_comma: u64,
    n_point: u64,
}

/// What a pass over the whole table says.
#[derive(Debug)]
pub(crate) struct Profile {
    /// Order of dates, by column.
    pub(crate) orders: Vec<DateOrder>,
    /// Mark of decimals, by column.
    pub(crate) marks: Vec<DecimalMark>,
    /// Columns whose dates read in both orders throughout.
    pub(crate) ambiguous: Vec<usize>,
}

/// Reads all rows and goes back to the first.
pub(crate) fn profile(rows: &mut dyn Rows) -> Result<Profile, ReadError> {
    let mut tallies = vec![Tally::default(); rows.header().len()];
    let mut cells = StringRecord::new();
    while rows.next_row(&mut cells)?.is_some() {
        for (tally, cell) in tallies.iter_mut().zip(&cells) {
            tally.add(cell);
        }
    }
    rows.rewind()?;
    Ok(settle(&tallies))
}

impl Tally {
    fn add(&mut self, cell: &str) {
        let may_tell = (3..=32).contains(&cell.len()) && cell.bytes().any(|b| b.is_ascii_digit());
        if !may_tell {
            return;
        }
        match order_evidence(cell) {
            OrderEvidence::Says(DateOrder::DayFirst) => self.n_day_first += 1,
            OrderEvidence::Says(DateOrder::MonthFirst) => self.n_month_first += 1,
            OrderEvidence::Silent => self.n_silent += 1,
            OrderEvidence::NotNeeded => match guess_mark(cell) {
                Some(DecimalMark::Comma) => self.n_comma += 1,
                Some(DecimalMark::Point) => self.n_point += 1,
                None => {}
            },
        }
    }
}

fn settle(tallies: &[Tally]) -> Profile {
    let n_day_first: u64 = tallies.iter().map(|tally| tally.n_day_first).sum();
    let n_month_first: u64 = tallies.iter().map(|tally| tally.n_month_first).sum();
    let n_comma: u64 = tallies.iter().map(|tally| tally.n_comma).sum();
    let n_point: u64 = tallies.iter().map(|tally| tally.n_point).sum();
    // A silent column follows the other columns of the same file.
    let file_order = if n_day_first > n_month_first {
        DateOrder::DayFirst
    } else {
        DateOrder::MonthFirst
    };
    let file_mark = if n_comma > n_point {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    };
    let order = |tally: &Tally| match tally.n_day_first.cmp(&tally.n_month_first) {
        std::cmp::Ordering::Greater => DateOrder::DayFirst,
        std::cmp::Ordering::Less => DateOrder::MonthFirst,
        std::cmp::Ordering::Equal => file_order,
    };
    let mark = |tally: &Tally| match tally.n_comma.cmp(&tally.n_point) {
        std::cmp::Ordering::Greater => DecimalMark::Comma,
        std::cmp::Ordering::Less => DecimalMark::Point,
        std::cmp::Ordering::Equal => file_mark,
    };
    let is_told = n_day_first != n_month_first;
    let is_ambiguous = |tally: &Tally| {
        let contradicts = tally.n_day_first > 0 && tally.n_month_first > 0;
        contradicts || (tally.n_silent > 0 && tally.n_day_first == tally.n_month_first && !is_told)
    };
    let ambiguous = tallies
        .iter()
        .enumerate()
        .filter(|(_, tally)| is_ambiguous(tally))
        .map(|(idx, _)| idx);
    Profile {
        orders: tallies.iter().map(order).collect(),
        marks: tallies.iter().map(mark).collect(),
        ambiguous: ambiguous.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::separated::Separated;
    use std::io::Cursor;

    fn profiled(text: &str) -> Profile {
        let mut input = Cursor::new(text.as_bytes().to_vec());
        let mut rows = Separated::open(&mut input, encoding_rs::UTF_8, b';', 0).unwrap();
        profile(&mut rows).unwrap()
    }

    #[test]
    fn one_value_decides_its_column() {
        let found = profiled("a;b\n01/02/2025;1,5\n13/02/2025;1.000\n");
        assert_eq!(found.orders, [DateOrder::DayFirst, DateOrder::DayFirst]);
        assert_eq!(found.marks.get(1), Some(&DecimalMark::Comma));
        assert!(found.ambiguous.is_empty());
    }

    #[test]
    fn a_silent_column_is_ambiguous_unless_another_tells() {
        assert_eq!(profiled("a\n01/02/2025\n03/04/2025\n").ambiguous, [0]);
        assert!(
            profiled("a;b\n01/02/2025;31/01/2025\n")
                .ambiguous
                .is_empty()
        );
        assert_eq!(profiled("a\n13/02/2025\n02/13/2025\n").ambiguous, [0]);
    }
}
