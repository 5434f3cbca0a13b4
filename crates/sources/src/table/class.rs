//! The class of the values of a column: what may be said of them without saying them.

use crate::dates::{DateOrder, parse_day};
use crate::numbers::{DecimalMark, parse_number};
use crate::table::layout::is_blank;

/// Values of a column that are looked at.
const MAX_SEEN: u64 = 500;

/// What the first values of a column are.
#[derive(Clone, Debug, Default)]
pub(crate) struct ColumnClass {
    n_seen: u64,
    n_addresses: u64,
    n_dates: u64,
    n_numbers: u64,
    shortest: usize,
    longest: usize,
}

impl ColumnClass {
    /// Looks at one more value.
    pub(crate) fn add(&mut self, cell: &str) {
        let text = cell.trim();
        if self.n_seen >= MAX_SEEN || is_blank(text) {
            return;
        }
        let n_chars = text.chars().take(10_000).count();
        self.shortest = match self.n_seen {
            0 => n_chars,
            _ => self.shortest.min(n_chars),
        };
        self.longest = self.longest.max(n_chars);
        self.n_seen += 1;
        let is_short = n_chars <= 40;
        let has_digit = text.bytes().any(|b| b.is_ascii_digit());
        // An id such as ACT001 reads like a currency code and a number.
        let has_letter = text.chars().any(char::is_alphabetic);
        let is_number = || !has_letter && parse_number(text, DecimalMark::Point).is_some();
        let is_date = || {
            let orders = [DateOrder::MonthFirst, DateOrder::DayFirst];
            orders.iter().any(|order| parse_day(text, *order).is_some())
        };
        if text.contains('@') {
            self.n_addresses += 1;
        } else if is_short && has_digit && is_number() {
            self.n_numbers += 1;
        } else if is_short && has_digit && is_date() {
            self.n_dates += 1;
        }
    }

    /// In words.
    pub(crate) fn words(&self) -> String {
        let most = |n: u64| n * 10 >= self.n_seen * 9;
        if self.n_seen == 0 {
            return String::from("nothing");
        }
        if most(self.n_addresses) {
            return String::from("mail addresses");
        }
        if most(self.n_dates) {
            return String::from("dates");
        }
        let kind = if most(self.n_numbers) {
            "numbers"
        } else {
            "text"
        };
        match self.shortest == self.longest {
            true => format!("{kind} of {} characters", self.longest),
            false => format!("{kind} of {} to {} characters", self.shortest, self.longest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_told_by_most_of_its_values() {
        let words = |values: &[&str]| {
            let mut class = ColumnClass::default();
            values.iter().for_each(|value| class.add(value));
            class.words()
        };
        assert_eq!(words(&["a@b.example", ""]), "mail addresses");
        assert_eq!(words(&["2024-01-31", "31/01/2024"]), "dates");
        assert_eq!(words(&["12", "1,500"]), "numbers of 2 to 5 characters");
        assert_eq!(words(&["Ada", "Bob"]), "text of 3 characters");
        assert_eq!(words(&["", "n/a"]), "nothing");
    }
}
