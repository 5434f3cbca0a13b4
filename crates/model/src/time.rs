//! Valid time is civil days, known time is instants; both intervals half-open.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A civil day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

/// A point in time, in microseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Instant(pub i64);

impl Day {
    /// The day of a year, month (1–12) and day of month (1–31), if it exists.
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day)
            .ok()
            .map(Self::from_date)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let shape_is_right = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
        if !shape_is_right {
            return None;
        }
        text.parse::<jiff::civil::Date>().ok().map(Self::from_date)
    }

    /// The day of a jiff date.
    pub fn from_date(date: jiff::civil::Date) -> Self {
        let epoch = jiff::civil::date(1970, 1, 1);
        Self(epoch.until(date).map_or(0, |span| span.get_days()))
    }

    /// The date of this day; days outside the years -9999 to 9999 are clamped to the epoch.
    pub fn date(self) -> jiff::civil::Date {
        let epoch = jiff::civil::date(1970, 1, 1);
        let span = jiff::Span::new().try_days(self.0);
        span.and_then(|days| epoch.checked_add(days))
            .unwrap_or(epoch)
    }

    /// The day `n` days later (earlier when negative).
    pub fn plus_days(self, n: i32) -> Self {
        Self(self.0.saturating_add(n))
    }

    /// The same day of month `n` months later, or the last day of that month.
    pub fn plus_months(self, n: i32) -> Self {
        let span = jiff::Span::new().try_months(n);
        let date = span.and_then(|months| self.date().checked_add(months));
        date.map_or(self, Self::from_date)
    }

    /// Midnight UTC at the start of this day.
    pub fn start(self) -> Instant {
        Instant(i64::from(self.0) * 86_400_000_000)
    }
}

impl Instant {
    /// The civil day in UTC.
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(86_400_000_000)).unwrap_or(0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(stamp) => stamp.fmt(f),
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse_iso(&text).ok_or_else(|| serde::de::Error::custom("not a date YYYY-MM-DD"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_day_survives_printing_and_parsing(n in -200_000_i32..200_000) {
            prop_assert_eq!(Day::parse_iso(&Day(n).to_string()), Some(Day(n)));
        }
    }

    #[test]
    fn a_month_later_stays_in_the_month() {
        let last_of_january = Day::from_ymd(2025, 1, 31).unwrap();
        assert_eq!(last_of_january.plus_months(1).to_string(), "2025-02-28");
    }

    #[test]
    fn an_instant_before_the_epoch_has_the_earlier_day() {
        assert_eq!(Instant(-1).day(), Day(-1));
    }
}
