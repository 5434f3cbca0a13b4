//! What had happened by the day asked for, and what cannot be told for that day.
//!
//! The answers of a build rest on all records. For an earlier day whatever bears
//! a later date is left out; what bears none is kept, and the answer says so.

use model::tables::decided::{Decision, Succession};
use model::{Coverage, Day, HoldingState, Outcome, Role};

use super::{Part, RequiredLine};
use crate::heads::DecisionHead;

/// What an answer for an earlier day still takes from all records.
pub const NOT_OF_THAT_DAY: [&str; 3] = [
    "How probable a part is, whether it is established, and what was looked at for a required \
     role, is decided from all records, those after that day included; how many of its claims \
     are later stands beside each part.",
    "What bears no date is shown as the newest records have it: names, amounts, products, titles \
     and declared roles without a day.",
    "Days are those on which things happened; when a record arrived here is not asked for.",
];

/// The day asked for; nothing asks for everything.
#[derive(Clone, Copy)]
pub(crate) struct ByThen(pub(crate) Option<Day>);

impl ByThen {
    /// Whether this had come; what bears no date counts as come.
    pub(crate) fn had_come(self, day: Option<Day>) -> bool {
        !matches!((self.0, day), (Some(then), Some(day)) if day > then)
    }

    /// Whether this is known to have come: what bears no date does not count.
    pub(crate) fn had_surely_come(self, day: Option<Day>) -> bool {
        match (self.0, day) {
            (None, _) => true,
            (Some(then), Some(day)) => day <= then,
            (Some(_), None) => false,
        }
    }

    /// An end that lay ahead is not known yet.
    pub(crate) fn end(self, ends: Option<Day>) -> Option<Day> {
        ends.filter(|ends| self.had_come(Some(*ends)))
    }

    /// The earlier of the two.
    pub(crate) fn at_most(self, day: Option<Day>) -> Option<Day> {
        match (self.0, day) {
            (Some(then), Some(day)) => Some(day.min(then)),
            (then, day) => day.or(then),
        }
    }

    /// The last day as a number to compare with in SQL.
    pub(crate) fn last(self) -> i64 {
        self.0.map_or(i64::MAX, |day| i64::from(day.0))
    }

    /// Whether a role had passed on: the decision in which it shows had begun.
    pub(crate) fn had_passed(self, row: &Succession, shows_in: Option<&DecisionHead>) -> bool {
        let began = shows_in.and_then(|head| head.opens.or(head.closes));
        self.had_come(row.starts) && (self.0.is_none() || self.had_surely_come(began))
    }

    /// The decision as it stood: a close that lay ahead had no outcome.
    pub(crate) fn head(self, row: &Decision, today: Day) -> DecisionHead {
        let mut row = row.clone();
        if !self.had_surely_come(row.closes) {
            row.outcome = Outcome::Open;
        }
        DecisionHead::on(&row, self.0.unwrap_or(today))
    }

    /// A required role of that day: who fills it is looked for among the parts of that day.
    pub(crate) fn required(self, line: RequiredLine, cast: &[Part]) -> RequiredLine {
        let is_kept = line.holding_id.is_none() || line.person.is_some();
        if self.0.is_none() || is_kept {
            return line;
        }
        match held_then(line.role, cast) {
            Some(part) => RequiredLine {
                coverage: Coverage::Filled,
                holding_id: Some(part.holding_id),
                person: Some(part.person.clone()),
                ..line
            },
            None => RequiredLine {
                coverage: Coverage::NotKnown,
                holding_id: None,
                looked_at: "whom the records name for it shows only after that day".to_owned(),
                ..line
            },
        }
    }
}

fn held_then(role: Role, cast: &[Part]) -> Option<&Part> {
    let mut parts = cast.iter();
    parts.find(|part| part.role == role && part.state == HoldingState::Established)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Day> {
        Day::parse_iso(text)
    }

    #[test]
    fn what_bears_no_date_has_come_but_not_surely() {
        let then = ByThen(day("2025-06-30"));
        assert!(then.had_come(None) && !then.had_surely_come(None));
        assert!(then.had_come(day("2025-06-30")) && !then.had_come(day("2025-07-01")));
        assert!(ByThen(None).had_surely_come(None));
    }

    #[test]
    fn an_end_that_lay_ahead_is_not_known() {
        let then = ByThen(day("2025-06-30"));
        assert_eq!(then.end(day("2025-07-01")), None);
        assert_eq!(then.end(day("2025-06-01")), day("2025-06-01"));
        assert_eq!(then.at_most(day("2025-07-01")), day("2025-06-30"));
    }
}
