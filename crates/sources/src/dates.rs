//! Dates and times as exports write them.
//!
//! The order of day and month is decided per column over the whole file: one
//! value with a first part above 12 decides it. Nothing that tells leaves the
//! column ambiguous, and the caller says so. Dates that systems write where they
//! know none (1900-01-01, 9999-12-31) are dates and are not believed.

use model::{Day, Instant};

/// Order of the parts in dates such as `03/04/2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Month first, as in the United States.
    MonthFirst,
    /// Day first, as nearly everywhere else.
    DayFirst,
}

impl DateOrder {
    /// How it is said to a reader.
    pub const fn words(self) -> &'static str {
        match self {
            Self::MonthFirst => "month first",
            Self::DayFirst => "day first",
        }
    }
}

/// What one value says about the order of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderEvidence {
    /// It can only be read in this order.
    Says(DateOrder),
    /// It reads in both orders, with different results.
    Silent,
    /// It needs no order.
    NotNeeded,
}

/// Whether a date says when something was. Systems write the first or the last
/// day they can where they know none: 1899-12-30, 1970-01-01, 9999-12-31.
pub fn is_believable(day: Day) -> bool {
    const FIRST_YEAR: i16 = 1950;
    const LAST_YEAR: i16 = 2089;
    const EPOCH: Day = Day(0);
    day != EPOCH && (FIRST_YEAR..=LAST_YEAR).contains(&day.date().year())
}

/// Says what a value tells about the order of its column.
pub fn order_evidence(text: &str) -> OrderEvidence {
    let Some((first, second, _, mark)) = short_parts(text) else {
        return OrderEvidence::NotNeeded;
    };
    match (first > 12, second > 12) {
        (true, false) => OrderEvidence::Says(DateOrder::DayFirst),
        (false, true) => OrderEvidence::Says(DateOrder::MonthFirst),
        _ if mark == '.' => OrderEvidence::Says(DateOrder::DayFirst),
        _ if first == second => OrderEvidence::NotNeeded,
        _ => OrderEvidence::Silent,
    }
}

/// Reads a civil day; times and zones behind it are passed over.
pub fn parse_day(text: &str, order: DateOrder) -> Option<Day> {
    let text = text.trim();
    leading_iso(text)
        .or_else(|| short_day(text, order))
        .or_else(|| named_day(text))
        .or_else(|| epoch(text).map(Instant::day))
}

/// Reads a point in time; without a zone it is taken as UTC, without a time as midnight.
pub fn parse_instant(text: &str, order: DateOrder) -> Option<Instant> {
    let text = text.trim();
    if let Some(instant) = epoch(text) {
        return Some(instant);
    }
    let day = parse_day(text, order)?;
    let Some(at) = text.find(':') else {
        return Some(day.start());
    };
    let clock = clock_us(text, at)?;
    Some(Instant(day.start().0 + clock - offset_us(text, at)))
}

/// `2025-06-15…` or `2025/06/15…` or `20250615`.
fn leading_iso(text: &str) -> Option<Day> {
    let mut parts = text.split(['-', '/', '.']);
    let year = parts.next()?;
    if year.len() == 8 && text.len() == 8 {
        let (y, m, d) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
        return Day::from_ymd(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
            .filter(|day| in_reach(*day));
    }
    if year.len() != 4 {
        return None;
    }
    let month = parts.next()?;
    let rest = parts.next()?;
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let day = rest.get(..n_digits)?;
    if month.len() > 2 || day.is_empty() || day.len() > 2 {
        return None;
    }
    Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn in_reach(day: Day) -> bool {
    (1900..=2100).contains(&day.date().year())
}

/// The parts of `1/2/2025`, `1-2-25` or `1.2.2025`, and the mark between them.
fn short_parts(text: &str) -> Option<(i8, i8, i16, char)> {
    let date = text.trim().split([' ', 'T', ',']).next()?;
    let mark = date.chars().find(|c| !c.is_ascii_digit())?;
    if !"/.-".contains(mark) {
        return None;
    }
    let mut parts = date.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = first.len() <= 2 && second.len() <= 2 && (year.len() == 4 || year.len() == 2);
    if !is_short || parts.next().is_some() {
        return None;
    }
    let number: i16 = year.parse().ok()?;
    let year = match (year.len(), number) {
        (4, _) => number,
        (_, 70..) => 1900 + number,
        _ => 2000 + number,
    };
    Some((first.parse().ok()?, second.parse().ok()?, year, mark))
}

fn short_day(text: &str, order: DateOrder) -> Option<Day> {
    let (first, second, year, _) = short_parts(text)?;
    match order {
        DateOrder::MonthFirst => Day::from_ymd(year, first, second),
        DateOrder::DayFirst => Day::from_ymd(year, second, first),
    }
}

/// `June 15, 2025`, `15 June 2025`, `15. Juni 2025`, `Sun, 15 Jun 2025`.
fn named_day(text: &str) -> Option<Day> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .collect();
    let at = words.iter().position(|word| month_number(word).is_some())?;
    let month = month_number(words.get(at)?)?;
    let number = |idx: Option<usize>| words.get(idx?).and_then(|word| day_number(word));
    let year = words.iter().find_map(|word| {
        word.parse::<i16>()
            .ok()
            .filter(|n| (1900..=2100).contains(n))
    })?;
    let day = number(at.checked_sub(1)).or_else(|| number(at.checked_add(1)))?;
    Day::from_ymd(year, month, day)
}

fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    digits.parse().ok().filter(|n| (1..=31).contains(n))
}

/// The number of a month named in English, German, French, Spanish, Italian or Portuguese.
fn month_number(word: &str) -> Option<i8> {
    const STEMS: [&str; 12] = [
        "jan ene gen",
        "feb fév fev",
        "mar mär mrz",
        "apr avr abr",
        "may mai maj mag",
        "jun juin giu",
        "jul juil lug",
        "aug aoû aou ago",
        "sep set",
        "oct okt out ott",
        "nov",
        "dec dez déc dic",
    ];
    let word = word.to_lowercase();
    if word.chars().count() < 3 || word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let longest = |stems: &str| {
        stems
            .split(' ')
            .filter(|stem| word.starts_with(stem))
            .map(str::len)
            .max()
    };
    let best = (0_i8..)
        .zip(STEMS)
        .filter_map(|(idx, stems)| longest(stems).map(|n| (n, -idx)));
    best.max().map(|(_, idx)| 1 - idx)
}

/// Seconds, milliseconds or microseconds since 1970, told by their size.
fn epoch(text: &str) -> Option<Instant> {
    let whole = text.split('.').next()?;
    if !(10..=16).contains(&whole.len()) || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        10 => number.checked_mul(1_000_000).map(Instant),
        13 => number.checked_mul(1_000).map(Instant),
        16 => Some(Instant(number)),
        _ => None,
    }
}

/// Microseconds since midnight of the clock around the colon at `colon`.
fn clock_us(text: &str, colon: usize) -> Option<i64> {
    let head = text.get(..colon)?;
    let n_digits = head
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count()
        .min(2);
    let mut hour: i64 = head.get(head.len() - n_digits..)?.parse().ok()?;
    let tail = text.get(colon + 1..)?;
    let minute: i64 = tail.get(..2)?.parse().ok()?;
    let second: i64 = match tail.get(2..5) {
        Some(part) if part.starts_with(':') => part.get(1..)?.parse().ok()?,
        _ => 0,
    };
    let lower = tail.to_ascii_lowercase();
    if lower.contains("pm") && hour < 12 {
        hour += 12;
    } else if lower.contains("am") && hour == 12 {
        hour = 0;
    }
    let is_clock = hour < 24 && minute < 60 && second <= 60;
    is_clock.then(|| (hour * 3600 + minute * 60 + second) * 1_000_000 + fraction_us(tail))
}

fn fraction_us(tail: &str) -> i64 {
    let Some(digits) = tail.get(5..).and_then(|rest| rest.strip_prefix(['.', ','])) else {
        return 0;
    };
    let places = digits.bytes().take_while(u8::is_ascii_digit).take(6);
    let (value, n) = places.fold((0_i64, 0_u32), |(value, n), b| {
        (value * 10 + i64::from(b - b'0'), n + 1)
    });
    value * 10_i64.pow(6 - n)
}

/// Microseconds that the zone behind the clock is ahead of UTC.
fn offset_us(text: &str, colon: usize) -> i64 {
    let tail = text.get(colon..).unwrap_or_default();
    let Some(at) = tail.find(['+', '-']) else {
        return 0;
    };
    let digits: String = tail
        .get(at + 1..)
        .unwrap_or_default()
        .chars()
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    let hours: i64 = digits.get(..2).and_then(|h| h.parse().ok()).unwrap_or(0);
    let minutes: i64 = digits.get(2..4).and_then(|m| m.parse().ok()).unwrap_or(0);
    let size = (hours * 3600 + minutes * 60) * 1_000_000;
    if tail.get(at..=at) == Some("-") {
        -size
    } else {
        size
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> String {
        parse_day(text, DateOrder::MonthFirst).map_or(String::from("none"), |day| day.to_string())
    }

    fn instant(text: &str) -> String {
        parse_instant(text, DateOrder::DayFirst).map_or(String::from("none"), |at| at.to_string())
    }

    #[test]
    fn days_are_read_in_the_spellings_of_exports() {
        for text in [
            "2025-06-15",
            "2025-06-15 10:00:00",
            "2025-06-15T10:00:00.000Z",
            "6/15/2025",
            "06/15/25",
            "June 15, 2025",
            "15 June 2025",
            "Sun, 15 Jun 2025 10:00",
            "15. Juni 2025",
            "15 juin 2025",
            "20250615",
            "1749945600",
        ] {
            assert_eq!(day(text), "2025-06-15", "{text}");
        }
        assert_eq!(day("n/a"), "none");
        assert_eq!(day("2025-13-40"), "none");
        assert_eq!(day("2 mars 2025"), "2025-03-02");
        assert_eq!(day("2 mai 2025"), "2025-05-02");
    }

    #[test]
    fn instants_know_zones_and_halves_of_the_day() {
        assert_eq!(instant("2025-06-15T10:00:00+02:00"), "2025-06-15T08:00:00Z");
        assert_eq!(instant("15/06/2025 1:05 PM"), "2025-06-15T13:05:00Z");
        assert_eq!(instant("2020-12-30 3:15:52"), "2020-12-30T03:15:52Z");
        assert_eq!(
            instant("2023-05-03 08:51:08.199000 UTC"),
            "2023-05-03T08:51:08.199Z"
        );
        assert_eq!(instant("1749945600000"), "2025-06-15T00:00:00Z");
    }

    #[test]
    fn dates_that_stand_for_none_are_not_believed() {
        let believed =
            |text: &str| parse_day(text, DateOrder::MonthFirst).is_some_and(is_believable);
        for text in [
            "1899-12-30",
            "1900-01-01",
            "12/31/9999",
            "1970-01-01",
            "0001-01-01",
        ] {
            assert!(!believed(text), "{text}");
        }
        for text in ["1999-12-31", "2031-01-01", "1/2/2024"] {
            assert!(believed(text), "{text}");
        }
    }

    #[test]
    fn a_part_above_twelve_tells_the_order() {
        assert_eq!(
            order_evidence("13/04/2025"),
            OrderEvidence::Says(DateOrder::DayFirst)
        );
        assert_eq!(
            order_evidence("04/13/2025"),
            OrderEvidence::Says(DateOrder::MonthFirst)
        );
        assert_eq!(order_evidence("04/03/2025"), OrderEvidence::Silent);
        assert_eq!(order_evidence("2025-04-03"), OrderEvidence::NotNeeded);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,24}") {
            let _ = parse_instant(&text, DateOrder::DayFirst);
            let _ = order_evidence(&text);
        }

        #[test]
        fn a_day_is_read_back_in_either_order(n in -20_000_i32..40_000) {
            let date = Day(n).date();
            let us = format!("{}/{}/{:04}", date.month(), date.day(), date.year());
            let eu = format!("{}.{}.{:04}", date.day(), date.month(), date.year());
            prop_assert_eq!(parse_day(&us, DateOrder::MonthFirst), Some(Day(n)));
            prop_assert_eq!(parse_day(&eu, DateOrder::DayFirst), Some(Day(n)));
        }
    }
}
