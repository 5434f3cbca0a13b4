//! Parts of values by which records meet.
//!
//! Reads   fields
//! Writes  a number for each distinct value; equal numbers meet, 0 meets nobody
//! Source  Russell's code for sounds (US patent 1261167, expired), shortened

use super::Kind;
use super::field::Field;
use super::value::Value;
use crate::hash::hash;

/// The parts of a kind, from coarse to fine.
pub(super) const fn parts(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::GivenName => &["initial", "start", "root", "whole"],
        Kind::FamilyName => &["start", "end", "sound", "whole"],
        Kind::Date => &["year", "month_day", "year_day", "year_month", "whole"],
        Kind::Email => &["start", "mailbox", "whole"],
        Kind::Postcode => &["district", "whole"],
        Kind::Phone => &["last_seven", "whole"],
        Kind::Id => &["first_half", "last_half", "whole"],
        Kind::Place | Kind::Address | Kind::OtherNames | Kind::Company => &["start", "whole"],
        Kind::Text | Kind::Category | Kind::Domain => &["whole"],
        Kind::FullName | Kind::NameOrder | Kind::Ignore => &[],
    }
}

/// The numbers of a part for every value of a field; `None` when there is no such part.
pub(super) fn numbers(field: &Field, part: &str) -> Option<Vec<u64>> {
    let kind = field.kind?;
    parts(kind).iter().find(|own| **own == part)?;
    let number = |value: &Value| match part_of(value, kind, part) {
        text if text.is_empty() => 0,
        text => hash(&text).max(1),
    };
    let known = field.values.iter().skip(1).map(number);
    Some(std::iter::once(0).chain(known).collect())
}

fn part_of(value: &Value, kind: Kind, part: &str) -> String {
    let text: &str = &value.text;
    let (date, n) = (value.date, text.len());
    match part {
        "whole" => text.to_owned(),
        "initial" => start(text, 1),
        "start" if kind == Kind::Email => start(text, 6),
        "start" if kind == Kind::Place || kind == Kind::Address => start(text, 5),
        "start" => start(text, 3),
        "end" => text.get(n.saturating_sub(3)..).unwrap_or(text).to_owned(),
        "root" => value.roots.first().map_or(text, |root| root).to_owned(),
        "sound" => sound(text),
        "mailbox" | "district" => value.head().to_owned(),
        "last_seven" => text.get(n.saturating_sub(7)..).unwrap_or(text).to_owned(),
        "first_half" => text.get(..n / 2).unwrap_or_default().to_owned(),
        "last_half" => text.get(n / 2..).unwrap_or_default().to_owned(),
        "year" => date.year.to_string(),
        "month_day" => format!("{}-{}", date.month, date.day),
        "year_day" => format!("{}/{}", date.year, date.day),
        "year_month" => format!("{}.{}", date.year, date.month),
        _ => String::new(),
    }
}

fn start(text: &str, n: usize) -> String {
    text.chars().take(n).collect()
}

/// The first letter and the next sounds of a word; letters that sound alike are one.
fn sound(text: &str) -> String {
    let class = |letter: char| match letter {
        'b' | 'f' | 'p' | 'v' | 'w' => '1',
        'c' | 'g' | 'j' | 'k' | 'q' | 's' | 'x' | 'z' => '2',
        'd' | 't' => '3',
        'l' | 'r' => '4',
        'm' | 'n' => '5',
        _ => '0',
    };
    let mut code = String::with_capacity(4);
    let mut last = ' ';
    for letter in text.chars().filter(|letter| *letter != ' ') {
        let next = class(letter);
        if next != '0' && next != last {
            code.push(next);
        }
        last = next;
    }
    start(&code, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_alike_have_one_code() {
        assert_eq!(sound("nicholson"), sound("nicolsen"));
        assert_eq!(sound("allen"), sound("alan"));
        assert_ne!(sound("reed"), sound("quill"));
    }

    #[test]
    fn every_part_of_a_kind_can_be_taken() {
        let value = Value {
            text: "ada@harbor".into(),
            head: 3,
            ..Value::default()
        };
        for kind in [
            Kind::GivenName,
            Kind::Date,
            Kind::Email,
            Kind::Id,
            Kind::Phone,
        ] {
            for part in parts(kind) {
                assert_ne!(part_of(&value, kind, part), "", "{kind:?} {part}");
            }
        }
    }
}
