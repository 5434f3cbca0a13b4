//! Looks at every value of a table once, before any row is handed on: the
//! order of dates and the mark of decimals hold for a whole column.

use std::cmp::Ordering;

use csv::StringRecord;

use crate::dates::{DateOrder, OrderEvidence, order_evidence};
use crate::error::ReadError;
use crate::numbers::{DecimalMark, guess_mark};
use crate::table::Rows;
use crate::table::class::ColumnClass;
use crate::table::shape::{Lengths, Shape};

/// What the values of one column say.
#[derive(Clone, Debug, Default)]
struct Tally {
    n_day_first: u64,
    n_month_first: u64,
    n_silent: u64,
    n_comma: u64,
    n_point: u64,
    class: ColumnClass,
}

/// What a pass over the whole table says.
#[derive(Debug)]
pub(crate) struct Profile {
    /// Order of dates, by column.
    pub(crate) orders: Vec<DateOrder>,
    /// Mark of decimals, by column.
    pub(crate) marks: Vec<DecimalMark>,
    /// Columns whose own dates do not tell their order, and what told it instead.
    pub(crate) ambiguous: Vec<(usize, Told)>,
    /// What short rows mean.
    pub(crate) shape: Shape,
    /// The class of the values, by column.
    pub(crate) classes: Vec<String>,
}

/// What told the order of dates of a column that reads in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Most of its own dates; others contradict them.
    Most,
    /// The other date columns of the file.
    Others,
    /// Semicolons between values and commas before decimals.
    Style,
    /// Nothing.
    Nothing,
}

impl Told {
    /// How it is said to a reader.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Most => "as most of its dates",
            Self::Others => "as the other date columns of the file",
            Self::Style => "because of the semicolons and decimal commas of the file",
            Self::Nothing => "for want of a sign",
        }
    }
}

/// Reads all rows and goes back to the first.
pub(crate) fn profile(rows: &mut dyn Rows) -> Result<Profile, ReadError> {
    let n_columns = rows.header().len();
    let mut tallies = vec![Tally::default(); n_columns];
    let mut lengths = Lengths::default();
    let mut cells = StringRecord::new();
    while let Some(line) = rows.next_row(&mut cells)? {
        lengths.add(&cells, n_columns, line);
        for (tally, cell) in tallies.iter_mut().zip(&cells) {
            tally.class.add(cell);
            tally.add(cell);
        }
    }
    let shape = lengths.settle(rows.ends_within_value());
    rows.rewind()?;
    let whole = Whole::of(&tallies, rows.separator());
    Ok(Profile {
        orders: tallies.iter().map(|tally| whole.order(tally)).collect(),
        marks: tallies.iter().map(|tally| whole.mark(tally)).collect(),
        ambiguous: tallies
            .iter()
            .enumerate()
            .filter_map(|(idx, tally)| Some((idx, whole.told(tally)?)))
            .collect(),
        shape,
        classes: tallies.iter().map(|tally| tally.class.words()).collect(),
    })
}

/// What holds for the file, where a column does not tell.
struct Whole {
    order: DateOrder,
    told: Told,
    mark: DecimalMark,
}

impl Whole {
    fn of(tallies: &[Tally], separator: Option<u8>) -> Self {
        let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).sum::<u64>();
        let (n_day_first, n_month_first) = (sum(|t| t.n_day_first), sum(|t| t.n_month_first));
        let (n_comma, n_point) = (sum(|t| t.n_comma), sum(|t| t.n_point));
        let has_commas = n_comma > n_point;
        let has_semicolons = separator == Some(b';') && n_point == 0;
        let (order, told) = match n_day_first.cmp(&n_month_first) {
            Ordering::Greater => (DateOrder::DayFirst, Told::Others),
            Ordering::Less => (DateOrder::MonthFirst, Told::Others),
            Ordering::Equal if has_commas || has_semicolons => (DateOrder::DayFirst, Told::Style),
            Ordering::Equal => (DateOrder::MonthFirst, Told::Nothing),
        };
        let mark = match has_commas {
            true => DecimalMark::Comma,
            false => DecimalMark::Point,
        };
        Self { order, told, mark }
    }

    fn order(&self, tally: &Tally) -> DateOrder {
        match tally.n_day_first.cmp(&tally.n_month_first) {
            Ordering::Greater => DateOrder::DayFirst,
            Ordering::Less => DateOrder::MonthFirst,
            Ordering::Equal => self.order,
        }
    }

    fn mark(&self, tally: &Tally) -> DecimalMark {
        match tally.n_comma.cmp(&tally.n_point) {
            Ordering::Greater => DecimalMark::Comma,
            Ordering::Less => DecimalMark::Point,
            Ordering::Equal => self.mark,
        }
    }

    /// What told the order of a column whose own dates do not.
    fn told(&self, tally: &Tally) -> Option<Told> {
        let contradicts = tally.n_day_first > 0 && tally.n_month_first > 0;
        if contradicts && tally.n_day_first != tally.n_month_first {
            return Some(Told::Most);
        }
        let is_silent = tally.n_silent > 0 && tally.n_day_first == tally.n_month_first;
        (contradicts || is_silent).then_some(self.told)
    }
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
    fn a_silent_column_is_ambiguous_and_read_like_its_file() {
        let told = |text: &str| {
            let found = profiled(text);
            let orders: Vec<&str> = found.orders.iter().map(|order| order.words()).collect();
            (found.ambiguous, orders.join(", "))
        };
        let day_first = |how: &[(usize, Told)], orders: &str| (how.to_vec(), orders.to_owned());
        assert_eq!(
            told("a;b\n01/02/2025;31/01/2025\n"),
            day_first(&[(0, Told::Others)], "day first, day first")
        );
        assert_eq!(
            told("a;b\n01/02/2025;1,5\n"),
            day_first(&[(0, Told::Style)], "day first, day first")
        );
        assert_eq!(
            told("a;b\n01/02/2025;1.5\n03/04/2025;2.5\n"),
            day_first(&[(0, Told::Nothing)], "month first, month first")
        );
        assert_eq!(
            told("a;b\n13/02/2025;x\n02/13/2025;x\n02/14/2025;x\n"),
            day_first(&[(0, Told::Most)], "month first, month first")
        );
    }

    #[test]
    fn few_short_rows_are_cut_off_and_many_are_a_style() {
        let leaves_out = |text: &str| profiled(text).shape.leaves_out;
        assert!(!leaves_out("a;b;c\n1;2;3\n1;2;3\n1;2\n"));
        assert!(leaves_out("a;b;c\n1;2;3\n1;2\n1;2\n"));
        assert!(leaves_out("a;b;c;\n1;2;3\n1;2;3\n"));
        assert!(profiled("a;b;c\n1;2;\"x").shape.is_open);
    }
}
