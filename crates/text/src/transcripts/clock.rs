//! Times within a recording: clocks, numbers and their unit.

/// Reads a clock at the start of a text and returns milliseconds and its length
/// in bytes: `1:02:03.450`, `00:43,810`, `0:21`.
pub(super) fn leading_clock(text: &str) -> Option<(i64, usize)> {
    let bytes = text.as_bytes();
    let mut parts = [0_i64; 3];
    let mut n_parts = 0;
    let mut at = 0;
    loop {
        let limit = if n_parts == 0 { 4 } else { 2 };
        let (value, n) = digits(bytes.get(at..)?, limit)?;
        *parts.get_mut(n_parts)? = value;
        n_parts += 1;
        at += n;
        let goes_on = n_parts < 3 && bytes.get(at) == Some(&b':') && is_digit(bytes, at + 1);
        if !goes_on {
            break;
        }
        at += 1;
    }
    let [first, second, third] = parts;
    let is_clock = n_parts > 1 && second < 60 && third < 60 && !is_digit(bytes, at);
    if !is_clock {
        return None;
    }
    let whole = if n_parts == 2 {
        first * 60 + second
    } else {
        first * 3600 + second * 60 + third
    };
    let (fraction, n) = fraction_ms(bytes.get(at..)?);
    Some((whole * 1000 + fraction, at + n))
}

/// Reads a text that is a clock and nothing else.
pub(super) fn whole_clock(text: &str) -> Option<i64> {
    let text = text.trim();
    leading_clock(text)
        .filter(|(_, n)| *n == text.len())
        .map(|(ms, _)| ms)
}

/// Reads `t --> t`, `t - t` or `t` at the start and returns both ends and the length in bytes.
pub(super) fn leading_range(text: &str) -> Option<(i64, Option<i64>, usize)> {
    let (start, n) = leading_clock(text)?;
    let rest = text.get(n..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let tail = rest.get(gap..)?;
    for mark in ["-->", "->", "–", "—", "-"] {
        let Some(after) = tail.strip_prefix(mark) else {
            continue;
        };
        let end_text = after.trim_start_matches([' ', '\t']);
        if let Some((end, n_end)) = leading_clock(end_text) {
            let n_all = text.len() - end_text.len() + n_end;
            return Some((start, Some(end), n_all));
        }
    }
    Some((start, None, n))
}

fn digits(bytes: &[u8], limit: usize) -> Option<(i64, usize)> {
    let n = bytes
        .iter()
        .take(limit)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let value = bytes
        .iter()
        .take(n)
        .fold(0, |sum, b| sum * 10 + i64::from(b - b'0'));
    (n > 0).then_some((value, n))
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Milliseconds of `.45` or `,450` and its length; nothing when there is no fraction.
fn fraction_ms(bytes: &[u8]) -> (i64, usize) {
    let is_fraction = matches!(bytes.first(), Some(b'.' | b',')) && is_digit(bytes, 1);
    if !is_fraction {
        return (0, 0);
    }
    let places = bytes.iter().skip(1).take_while(|b| b.is_ascii_digit());
    let (value, n) = places.fold((0, 0), |(value, n), b| match n {
        0..3 => (value * 10 + i64::from(b - b'0'), n + 1),
        _ => (value, n + 1),
    });
    let scale = match n {
        1 => 100,
        2 => 10,
        _ => 1,
    };
    (value * scale, n + 1)
}

/// A time as a file gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Time {
    /// Known to be milliseconds.
    Ms(i64),
    /// A bare number, in seconds or milliseconds.
    Bare(f64),
}

/// Reads a cell or a JSON text: a clock, a number, a number with `s` or `ms`.
pub(super) fn read_time(text: &str) -> Option<Time> {
    let text = text.trim();
    if let Some(ms) = whole_clock(text) {
        return Some(Time::Ms(ms));
    }
    if let Some(ms) = text.strip_suffix("ms") {
        let value: f64 = ms.trim().parse().ok()?;
        return in_reach(value).map(|ms| Time::Ms(ms.round() as i64));
    }
    if let Some(seconds) = text.strip_suffix('s') {
        let value: f64 = seconds.trim().parse().ok()?;
        return in_reach(value * 1000.0).map(|ms| Time::Ms(ms.round() as i64));
    }
    text.parse().ok().and_then(in_reach).map(Time::Bare)
}

/// Times of a recording: nothing before its start, nothing that is a date.
fn in_reach(value: f64) -> Option<f64> {
    (value.is_finite() && (0.0..1e9).contains(&value)).then_some(value)
}

/// A number as a time of a recording.
pub(super) fn bare(value: f64) -> Option<Time> {
    in_reach(value).map(Time::Bare)
}

/// Milliseconds that one bare unit stands for: 1 or 1000.
///
/// People speak some 15 characters a second. `n_chars` spoken between the first
/// and the last bare time tell seconds from milliseconds by a wide margin.
pub(super) fn unit_ms(times: impl Iterator<Item = Time>, n_chars: usize) -> f64 {
    let bare = times.filter_map(|time| match time {
        Time::Bare(value) => Some(value),
        Time::Ms(_) => None,
    });
    let (low, high) = bare.fold((f64::INFINITY, 0.0_f64), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let span = high - low;
    let is_ms = span > 0.0 && (n_chars as f64) < span * 0.4;
    if is_ms { 1.0 } else { 1000.0 }
}

/// Milliseconds of a time, given what a bare unit stands for.
pub(super) fn to_ms(time: Time, unit: f64) -> i64 {
    match time {
        Time::Ms(ms) => ms,
        Time::Bare(value) => (value * unit).round() as i64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn clocks_are_read_in_their_spellings() {
        assert_eq!(leading_clock("00:43.810 x"), Some((43_810, 9)));
        assert_eq!(leading_clock("01:02:03,450"), Some((3_723_450, 12)));
        assert_eq!(leading_clock("0:21"), Some((21_000, 4)));
        assert_eq!(leading_clock("0:0:2.990"), Some((2_990, 9)));
        assert_eq!(leading_clock("1:90"), None);
        assert_eq!(leading_clock("12"), None);
        assert_eq!(
            leading_range("00:01.5 --> 00:02.75]"),
            Some((1_500, Some(2_750), 20))
        );
        assert_eq!(leading_range("0:01 - 0:02"), Some((1_000, Some(2_000), 11)));
    }

    #[test]
    fn the_rate_of_speech_tells_the_unit() {
        let times = |end: f64| [Time::Bare(0.0), Time::Bare(end)].into_iter();
        assert_eq!(unit_ms(times(10.0), 150), 1000.0);
        assert_eq!(unit_ms(times(10_000.0), 150), 1.0);
        assert_eq!(read_time("12.5s"), Some(Time::Ms(12_500)));
        assert_eq!(read_time("1749945600000"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,30}") {
            if let Some((ms, n)) = leading_clock(&text) {
                prop_assert!(ms >= 0 && n <= text.len());
            }
            let _ = leading_range(&text);
            let _ = read_time(&text);
        }
    }
}
