//! Civil days as people type them into forms, wrong ones included.
//!
//! A day that no calendar has (31 February) is kept: a slip of the finger still
//! tells much. Only numbers are read; whether day or month comes first is a
//! property of the column.

/// Day, month and year as written; all 0 when there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CivilDate {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

/// Which number of `03/04/1971` is the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DateOrder {
    #[default]
    DayFirst,
    MonthFirst,
}

impl CivilDate {
    /// Days on a scale on which every month has 31.
    pub(super) fn ordinal(self) -> i32 {
        i32::from(self.year) * 372 + i32::from(self.month) * 31 + i32::from(self.day)
    }

    /// What systems write when they know no date.
    pub(super) fn is_placeholder(self) -> bool {
        let is_new_year = (self.month, self.day) == (1, 1);
        let is_last = (self.month, self.day) == (12, 31);
        (is_new_year && matches!(self.year, 1 | 1000 | 1753 | 1900 | 1970 | 2000))
            || (is_last && matches!(self.year, 1899 | 1969 | 2999 | 9999))
    }
}

/// Reads `1971-06-24`, `19710624`, `24/06/1971`, `6/24/71` and their like; a time is passed over.
pub(super) fn read_date(text: &str, order: DateOrder) -> Option<CivilDate> {
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |from, to| text.get(from..to)?.parse::<u16>().ok();
        return civil(part(0, 4)?, part(4, 6)?, part(6, 8)?);
    }
    let mut parts = text.split(['-', '/', '.']);
    let mut next = || parts.next()?.parse::<u16>().ok();
    let (first, second, third) = (next()?, next()?, next()?);
    match (first > 99, order) {
        (true, _) => civil(first, second, third),
        (false, DateOrder::DayFirst) => civil(full_year(third), second, first),
        (false, DateOrder::MonthFirst) => civil(full_year(third), first, second),
    }
}

/// The order in which most of a column's values can be read; day first when none tells.
pub(super) fn order_of<'a>(texts: impl Iterator<Item = &'a str>) -> DateOrder {
    let (mut n_day_first, mut n_month_first) = (0, 0);
    for text in texts.take(2_000) {
        let mut parts = text.split(['/', '.', '-']).map(str::parse::<u16>);
        match (parts.next(), parts.next()) {
            (Some(Ok(13..=31)), _) => n_day_first += 1,
            (Some(Ok(1..=12)), Some(Ok(13..=31))) => n_month_first += 1,
            _ => {}
        }
    }
    if n_month_first > n_day_first {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

fn civil(year: u16, month: u16, day: u16) -> Option<CivilDate> {
    let is_near_a_date = (1..=9999).contains(&year) && month <= 99 && day <= 99;
    is_near_a_date.then_some(CivilDate {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}

fn full_year(year: u16) -> u16 {
    match year {
        0..=29 => year + 2000,
        30..=99 => year + 1900,
        _ => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_day_are_read_alike() {
        let day = read_date("1971-06-24", DateOrder::DayFirst);
        assert_eq!(day.map(|d| (d.year, d.month, d.day)), Some((1971, 6, 24)));
        assert_eq!(read_date("19710624", DateOrder::MonthFirst), day);
        assert_eq!(read_date("24.06.1971", DateOrder::DayFirst), day);
        assert_eq!(read_date("6/24/71", DateOrder::MonthFirst), day);
        assert_eq!(read_date("1971-06-24T00:00:00Z", DateOrder::DayFirst), day);
        assert_eq!(read_date("soon", DateOrder::DayFirst), None);
    }

    #[test]
    fn a_column_tells_its_order() {
        assert_eq!(
            order_of(["3/4/99", "6/24/71"].into_iter()),
            DateOrder::MonthFirst
        );
        assert_eq!(
            order_of(["3/4/99", "24/6/71"].into_iter()),
            DateOrder::DayFirst
        );
    }
}
