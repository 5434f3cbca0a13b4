//! Numbers and yes or no, as exports write them.

/// Which character separates the decimals of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.50`
    #[default]
    Point,
    /// `1.234,50`
    Comma,
}

/// Reads a number with currency signs, thousands marks and percent signs.
pub fn parse_number(text: &str, mark: DecimalMark) -> Option<f64> {
    let (decimal, thousands) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let text = text.trim();
    let in_brackets = text.starts_with('(') && text.ends_with(')');
    let mut digits = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '0'..='9' | '-' | '+' | 'e' | 'E' => digits.push(c),
            _ if c == decimal => digits.push('.'),
            _ if c == thousands || c.is_whitespace() || "'’$€£¥%()".contains(c) => {}
            _ if c.is_alphabetic() && is_currency_code(text) => {}
            _ => return None,
        }
    }
    let value: f64 = digits.trim_matches(['e', 'E']).parse().ok()?;
    let signed = if in_brackets { -value } else { value };
    signed.is_finite().then_some(signed)
}

/// Reads the size of a company; of a range such as `51-200 employees` the middle.
pub fn parse_size(text: &str) -> Option<i64> {
    let is_word = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let text: String = text
        .split_whitespace()
        .filter(|part| !is_word(part))
        .collect();
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let ends = text.split(['-', '–', '—']).map(|end| {
        let is_other = end.chars().any(char::is_alphabetic);
        let digits: String = end.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<i64>().ok().filter(|_| !is_other)
    });
    let ends: Vec<i64> = ends.collect::<Option<_>>()?;
    match ends.as_slice() {
        [one] => Some(*one),
        [low, high] if low <= high => Some(low + (high - low) / 2),
        _ => None,
    }
}

/// `USD 1,200` and `1200 EUR`: three capital letters at one end.
fn is_currency_code(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() == 3 && letters.iter().all(char::is_ascii_uppercase)
}

/// Says which mark the values of a column use; `None` when nothing tells.
pub fn guess_mark(text: &str) -> Option<DecimalMark> {
    let text = text.trim();
    let comma = text.rfind(',');
    let point = text.rfind('.');
    let n_after = |at: usize| {
        text.get(at + 1..)
            .map_or(0, |tail| tail.chars().filter(char::is_ascii_digit).count())
    };
    match (comma, point) {
        (Some(c), Some(p)) if c > p => Some(DecimalMark::Comma),
        (Some(_), Some(_)) => Some(DecimalMark::Point),
        (Some(c), None) if n_after(c) != 3 && text.matches(',').count() == 1 => {
            Some(DecimalMark::Comma)
        }
        (None, Some(p)) if n_after(p) != 3 && text.matches('.').count() == 1 => {
            Some(DecimalMark::Point)
        }
        _ => None,
    }
}

/// Reads yes or no in the spellings of exports.
pub fn parse_flag(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    match lower.as_str() {
        "1" | "true" | "t" | "yes" | "y" | "x" | "checked" | "wahr" | "ja" | "vrai" | "oui"
        | "verdadero" | "sí" | "si" | "vero" | "sì" | "verdadeiro" | "sim" | "waar" | "1.0" => {
            Some(true)
        }
        "0" | "false" | "f" | "no" | "n" | "unchecked" | "falsch" | "nein" | "faux" | "non"
        | "falso" | "não" | "nao" | "onwaar" | "nee" | "0.0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_marks() {
        assert_eq!(parse_number("$1,234.50", DecimalMark::Point), Some(1234.5));
        assert_eq!(parse_number("1.234,50 €", DecimalMark::Comma), Some(1234.5));
        assert_eq!(parse_number("USD 900", DecimalMark::Point), Some(900.0));
        assert_eq!(parse_number("(20)", DecimalMark::Point), Some(-20.0));
        assert_eq!(parse_number("High", DecimalMark::Point), None);
        assert_eq!(parse_number("", DecimalMark::Point), None);
    }

    #[test]
    fn sizes_are_read_as_numbers_and_ranges() {
        assert_eq!(parse_size("51-200 employees"), Some(125));
        assert_eq!(parse_size("10,000+"), Some(10_000));
        assert_eq!(parse_size("2500.0"), Some(2500));
        assert_eq!(parse_size("1 001 – 5 000"), Some(3000));
        assert_eq!(parse_size("large"), None);
        assert_eq!(parse_size("5k"), None);
    }

    #[test]
    fn a_mark_is_told_only_when_the_value_tells() {
        assert_eq!(guess_mark("12,5"), Some(DecimalMark::Comma));
        assert_eq!(guess_mark("1.234,00"), Some(DecimalMark::Comma));
        assert_eq!(guess_mark("1,234"), None);
        assert_eq!(guess_mark("12.5"), Some(DecimalMark::Point));
    }

    #[test]
    fn flags_are_read_in_several_languages() {
        assert_eq!(parse_flag("VERO"), Some(true));
        assert_eq!(parse_flag("FALSCH"), Some(false));
        assert_eq!(parse_flag("maybe"), None);
    }
}
