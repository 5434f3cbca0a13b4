//! When a message happened.
//!
//! Source  Segment spec: `timestamp = receivedAt − (sentAt − originalTimestamp)`

use model::{Day, Instant};

use super::line::Message;
use crate::dates::{DateOrder, parse_instant};

/// Reads stamps; remembers the last day, since lines of one day follow each other.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    last: Option<([u8; 10], Day)>,
}

impl Stamps {
    /// The time of a message, by the spec's own correction of the client's clock.
    pub(super) fn of(&mut self, message: &Message<'_>) -> Option<Instant> {
        let mut read = |text: Option<&str>| text.and_then(|text| self.read(text));
        if let Some(at) = read(message.timestamp.text()) {
            return Some(at);
        }
        let original = read(message.original_timestamp.text());
        let received = read(message.received_at.text());
        let sent = read(message.sent_at.text());
        match (received, sent, original) {
            (Some(received), Some(sent), Some(original)) => {
                Some(Instant(received.0 - (sent.0 - original.0)))
            }
            (received, sent, original) => original.or(received).or(sent),
        }
    }

    fn read(&mut self, text: &str) -> Option<Instant> {
        self.read_iso(text.as_bytes())
            .or_else(|| parse_instant(text, DateOrder::MonthFirst))
    }

    /// `2024-03-13T10:21:14.123Z` and nothing else.
    fn read_iso(&mut self, bytes: &[u8]) -> Option<Instant> {
        let (rest, zone) = bytes.split_at_checked(bytes.len().checked_sub(1)?)?;
        let is_shape = zone == b"Z" && rest.len() >= 19 && rest.get(10) == Some(&b'T');
        let colons = rest.get(13) == Some(&b':') && rest.get(16) == Some(&b':');
        if !is_shape || !colons {
            return None;
        }
        let two = |at: usize| number(rest.get(at..at + 2)?);
        let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
        let is_clock = hour < 24 && minute < 60 && second < 61;
        let fraction = match rest.get(19..) {
            None | Some([]) => 0,
            Some([b'.', digits @ ..]) if digits.len() <= 6 => {
                number(digits)? * 10_i64.pow(6 - u32::try_from(digits.len()).ok()?)
            }
            Some(_) => return None,
        };
        let day = self.day(rest.get(..10)?.try_into().ok()?)?;
        let seconds = hour * 3600 + minute * 60 + second;
        is_clock.then(|| Instant(day.start().0 + seconds * 1_000_000 + fraction))
    }

    fn day(&mut self, text: [u8; 10]) -> Option<Day> {
        if let Some((last, day)) = self.last
            && last == text
        {
            return Some(day);
        }
        let day = Day::parse_iso(std::str::from_utf8(&text).ok()?)?;
        self.last = Some((text, day));
        Some(day)
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    is_number.then(|| {
        digits
            .iter()
            .fold(0, |sum, b| sum * 10 + i64::from(b - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_short_way_reads_what_the_long_way_reads(us in 0_i64..4_000_000_000_000_000) {
            let text = Instant(us).to_string();
            let mut stamps = Stamps::default();
            prop_assert_eq!(stamps.read_iso(text.as_bytes()), Some(Instant(us)));
            prop_assert_eq!(parse_instant(&text, DateOrder::MonthFirst), Some(Instant(us)));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[0-9TZ:.-]{0,28}") {
            let _ = Stamps::default().read(&text);
        }
    }
}
