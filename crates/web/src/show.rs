//! How ids, days, numbers and shares are written and drawn.

use api::evidence::Place;
use model::{Day, HoldingState};

use crate::messages as m;

/// The page of a thing by its id: accounts, decisions, people and personas have
/// pages of their own, everything else is evidence.
pub(crate) fn href(id: impl ToString) -> String {
    let id = id.to_string();
    match id.split_once('_').map(|(prefix, _)| prefix) {
        Some("acc") => format!("/accounts/{id}"),
        Some("dec") => format!("/decisions/{id}"),
        Some("per") => format!("/people/{id}"),
        Some("psa") => format!("/personas/{id}"),
        _ => format!("/evidence/{id}"),
    }
}

/// A day as people write it: 5 June 2025.
pub(crate) fn day(day: Day) -> String {
    let date = day.date();
    let month = m::MONTHS.get(month_idx(day)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A month as people write it: June 2025.
pub(crate) fn month(day: Day) -> String {
    let month = m::MONTHS.get(month_idx(day)).copied().unwrap_or_default();
    format!("{month} {}", day.date().year())
}

fn month_idx(day: Day) -> usize {
    usize::try_from(day.date().month() - 1).unwrap_or(0)
}

/// An interval of days, by short months; nothing when neither end is known.
pub(crate) fn interval(from: Option<Day>, to: Option<Day>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) if month(from) == month(to) => Some(month(from)),
        (Some(from), Some(to)) if from.date().year() == to.date().year() => {
            Some(format!("{} – {}", short(from), short_year(to)))
        }
        (Some(from), Some(to)) => Some(format!("{} – {}", short_year(from), short_year(to))),
        (Some(from), None) => Some(m::since(&month(from))),
        (None, Some(to)) => Some(m::until(&month(to))),
        (None, None) => None,
    }
}

fn short(day: Day) -> &'static str {
    let month = m::MONTHS.get(month_idx(day)).copied().unwrap_or_default();
    month.get(..3).unwrap_or(month)
}

fn short_year(day: Day) -> String {
    format!("{} {}", short(day), day.date().year())
}

/// A share as a whole percentage.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// A share or probability with two digits.
pub(crate) fn two(number: f64) -> String {
    format!("{number:.2}")
}

/// A figure without digits behind the point.
pub(crate) fn whole(number: f64) -> String {
    format!("{number:.0}").replace('-', "\u{2212}")
}

/// An amount in the currency of its record, which the records do not always name.
#[expect(
    clippy::cast_possible_truncation,
    reason = "amounts are far below the limits of the type, and a cast saturates"
)]
pub(crate) fn amount(amount: f64) -> String {
    count(amount.round() as i64)
}

/// A length as the façade counts.
pub(crate) fn long(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A text that can be explained, rather than a key of a system.
pub(crate) fn is_id(text: &str) -> bool {
    const PREFIXES: [&str; 13] = [
        "hld", "clm", "set", "stm", "psa", "dec", "suc", "per", "acc", "men", "mtg", "rec", "file",
    ];
    text.split_once('_').is_some_and(|(prefix, digits)| {
        PREFIXES.contains(&prefix)
            && digits.len() == 32
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// How a chip of this state is drawn.
pub(crate) const fn form(state: HoldingState) -> &'static str {
    match state {
        HoldingState::Established | HoldingState::Confirmed => "solid",
        HoldingState::NotEstablished | HoldingState::Contested => "hollow",
        HoldingState::Contradicted | HoldingState::Declined => "struck",
    }
}

/// Log-odds with their sign; the true minus sign lines up with the plus.
pub(crate) fn signed(weight: f64) -> String {
    let text = format!("{:+.2}", weight + 0.0);
    text.replace('-', "\u{2212}")
}

/// A count with narrow spaces between thousands.
pub(crate) fn count(n: impl Into<i64>) -> String {
    let n: i64 = n.into();
    let digits = n.unsigned_abs().to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    if n < 0 {
        format!("\u{2212}{text}")
    } else {
        text
    }
}

/// Milliseconds as minutes and seconds.
pub(crate) fn clock(ms: i64) -> String {
    let seconds = ms / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// File, line, column and characters.
pub(crate) fn place(place: &Place) -> String {
    let path = place
        .file
        .as_ref()
        .map_or(m::FILE_GONE, |file| file.path.as_str());
    let mut text = format!("{path}, {} {}", m::LINE, place.line);
    if !place.field.is_empty() {
        text = format!("{text}, {}", place.field);
    }
    if place.last_character > place.first_character {
        let (first, last) = (place.first_character, place.last_character);
        text = format!("{text}, {} {first}–{last}", m::CHARACTERS);
    }
    text
}

/// A prevalence bar: where share, whisker and base tick stand on 0–200.
pub(crate) struct Bar {
    /// End of the bar.
    pub(crate) share: i32,
    /// Start of the whisker.
    pub(crate) low: i32,
    /// End of the whisker.
    pub(crate) high: i32,
    /// The base rate.
    pub(crate) base: i32,
}

/// Width of a prevalence bar.
const BAR_WIDTH: f64 = 200.0;

/// Lays out the bar of a statement.
pub(crate) fn bar(line: &api::personas::StatementLine) -> Bar {
    let at = |share: f64| along(share, BAR_WIDTH);
    Bar {
        share: at(line.share),
        low: at(line.share_low),
        high: at(line.share_high),
        base: at(line.base_share),
    }
}

/// A line of a waterfall: where its bar starts and how wide it is, on −60 to 60.
pub(crate) struct Beam {
    /// Left end.
    pub(crate) x: i32,
    /// Width.
    pub(crate) width: i32,
    /// It speaks against.
    pub(crate) is_against: bool,
}

/// Log-odds at which a beam is as long as it gets.
const LONGEST: f64 = 4.0;

/// Lays out a line of a waterfall; four units of log-odds fill one side.
pub(crate) fn beam(weight: f64) -> Beam {
    let width = along(weight.abs() / LONGEST, 60.0);
    let is_against = weight < 0.0;
    Beam {
        x: if is_against { -width } else { 0 },
        width: width.max(1),
        is_against,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped to the width of the drawing"
)]
fn along(share: f64, width: f64) -> i32 {
    (share.clamp(0.0, 1.0) * width).round() as i32
}

/// The step of a probability, 1–3, by which a chip is filled.
pub(crate) fn step(probability: f64) -> u8 {
    match probability {
        p if p >= 0.85 => 3,
        p if p >= 0.65 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_thousands_apart() {
        assert_eq!(count(1_234_567_i64), "1\u{202f}234\u{202f}567");
        assert_eq!(count(999_i64), "999");
    }

    #[test]
    fn weights_show_their_sign() {
        assert_eq!(signed(1.5), "+1.50");
        assert_eq!(signed(-0.25), "\u{2212}0.25");
        assert_eq!(signed(0.0), "+0.00");
    }

    #[test]
    fn days_are_written_out() {
        let first = Day::parse_iso("2025-06-05").unwrap();
        assert_eq!(day(first), "5 June 2025");
        assert_eq!(
            interval(Some(first), Some(first)).as_deref(),
            Some("June 2025")
        );
        assert_eq!(interval(None, None), None);
        let last = Day::parse_iso("2026-01-31");
        assert_eq!(
            interval(Some(first), last).as_deref(),
            Some("Jun 2025 – Jan 2026")
        );
    }

    #[test]
    fn a_beam_against_lies_left_of_the_axis() {
        let beam = beam(-2.0);
        assert_eq!((beam.x, beam.width, beam.is_against), (-30, 30, true));
    }
}
