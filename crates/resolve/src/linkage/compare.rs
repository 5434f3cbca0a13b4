//! The level at which two values of one kind compare.
//!
//! Reads   two values made ready
//! Writes  a level of `Kind::levels`; 1 is the same, the last one is other

use super::Kind;
use super::alike::{is_one_edit, is_similar, is_two_edits};
use super::value::Value;

/// Returns the level of two values that are both there.
pub(super) fn level(kind: Kind, left: &Value, right: &Value) -> u8 {
    if left.text == right.text {
        return 1;
    }
    let found = match kind {
        Kind::GivenName => given(left, right),
        Kind::FamilyName => family(left, right),
        Kind::Email => email(left, right),
        Kind::Phone => phone(left, right),
        Kind::Date => date(left, right),
        Kind::Postcode => postcode(left, right),
        Kind::Place | Kind::OtherNames => place(left, right),
        Kind::Address | Kind::Text | Kind::FullName => text(left, right),
        Kind::Company => company(left, right),
        Kind::Id => id(left, right),
        Kind::Domain | Kind::Category | Kind::NameOrder | Kind::Ignore => None,
    };
    found.unwrap_or_else(|| other(kind))
}

/// The last level of a kind.
pub(super) fn other(kind: Kind) -> u8 {
    u8::try_from(kind.levels().len()).unwrap_or(u8::MAX)
}

/// The first test that holds names the level; tests stand from strict to loose.
fn first(tests: &[&dyn Fn() -> bool]) -> Option<u8> {
    let at = tests.iter().position(|holds| holds())?;
    u8::try_from(at + 2).ok()
}

fn bytes(value: &Value) -> &[u8] {
    value.text.as_bytes()
}

fn given(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    first(&[
        &|| left.roots.iter().any(|root| right.roots.contains(root)),
        &|| a.len().min(b.len()) > 2 && is_one_edit(a, b),
        &|| is_initial(a, b),
        &|| is_part(left, right),
        &|| is_similar(left.seen(), right.seen(), 0.84),
    ])
}

fn family(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    first(&[
        &|| a.len().min(b.len()) > 2 && is_one_edit(a, b),
        &|| is_part(left, right),
        &|| is_initial(a, b),
        &|| a.len().min(b.len()) > 4 && is_two_edits(left.seen(), right.seen()),
        &|| is_similar(left.seen(), right.seen(), 0.84),
    ])
}

fn is_initial(a: &[u8], b: &[u8]) -> bool {
    a.len().min(b.len()) == 1 && a.first() == b.first()
}

/// Whether one has all words of the other, or a name starts the other.
fn is_part(left: &Value, right: &Value) -> bool {
    let (short, long) = if left.text.len() <= right.text.len() {
        (left, right)
    } else {
        (right, left)
    };
    let has_words = long.words.len() > 1 && short.words.iter().all(|w| long.words.contains(w));
    has_words || (short.text.len() > 2 && long.text.starts_with(&*short.text))
}

fn email(left: &Value, right: &Value) -> Option<u8> {
    first(&[
        &|| is_two_edits(left.seen(), right.seen()),
        &|| left.head() == right.head() && left.head > 3,
        &|| is_similar(left.seen(), right.seen(), 0.9),
        &|| left.tail() == right.tail() && !left.tail().is_empty(),
    ])
}

fn phone(left: &Value, right: &Value) -> Option<u8> {
    let last = |text: &str| text.get(text.len().saturating_sub(7)..).map(str::to_owned);
    first(&[
        &|| left.text.len().min(right.text.len()) > 6 && last(&left.text) == last(&right.text),
        &|| is_one_edit(bytes(left), bytes(right)),
    ])
}

fn date(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (left.date, right.date);
    let n_same =
        u8::from(a.year == b.year) + u8::from(a.month == b.month) + u8::from(a.day == b.day);
    let is_turned = a.year == b.year && a.month == b.day && a.day == b.month;
    let n_days = (a.ordinal() - b.ordinal()).abs();
    first(&[
        &|| is_turned || is_one_edit(bytes(left), bytes(right)),
        &|| n_same == 2,
        &|| n_days <= 31,
        &|| n_days <= 372,
        &|| a.year == b.year,
    ])
}

fn postcode(left: &Value, right: &Value) -> Option<u8> {
    first(&[&|| is_one_edit(bytes(left), bytes(right)), &|| {
        !left.head().is_empty() && left.head() == right.head()
    }])
}

fn place(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    first(&[
        &|| {
            is_one_edit(a, b)
                || (a.len().min(b.len()) > 4 && is_two_edits(left.seen(), right.seen()))
        },
        &|| n_shared(left, right) > 0 || is_similar(left.seen(), right.seen(), 0.88),
    ])
}

fn text(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    let n_shared = n_shared(left, right);
    first(&[
        &|| is_two_edits(left.seen(), right.seen()) && a.len().min(b.len()) > 3,
        &|| {
            2 * n_shared >= left.words.len().max(right.words.len())
                || is_similar(left.seen(), right.seen(), 0.92)
        },
        &|| n_shared > 0,
    ])
}

fn company(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    first(&[
        &|| is_one_edit(a, b) || is_similar(left.seen(), right.seen(), 0.93),
        &|| {
            let words = left
                .text
                .split(' ')
                .filter(|w| !text::companies::is_generic_token(w));
            words
                .into_iter()
                .any(|word| right.text.split(' ').any(|other| other == word))
        },
    ])
}

fn id(left: &Value, right: &Value) -> Option<u8> {
    let (a, b) = (bytes(left), bytes(right));
    first(&[&|| is_one_edit(a, b), &|| {
        a.len().min(b.len()) > 5 && is_two_edits(left.seen(), right.seen())
    }])
}

/// Words that both have; both lists are sorted.
fn n_shared(left: &Value, right: &Value) -> usize {
    let words = left.words.iter();
    words
        .filter(|word| right.words.binary_search(word).is_ok())
        .count()
}

#[cfg(test)]
mod tests {
    use super::super::dates::DateOrder;
    use super::*;

    fn compared(kind: Kind, left: &str, right: &str) -> &'static str {
        let read = |text| Value::read(kind, text, DateOrder::DayFirst).unwrap();
        let (left, right) = (read(left), read(right));
        let at = level(kind, &left, &right);
        assert_eq!(at, level(kind, &right, &left), "not symmetric");
        kind.levels()[usize::from(at) - 1]
    }

    #[test]
    fn names_compare_from_strict_to_loose() {
        let given = [
            ("José", "jose", "same"),
            ("Bob", "Robert", "a form of it"),
            ("Grace", "Grcae", "one letter off"),
            ("G", "Grace", "initial only"),
            ("Mary Ann", "Mary", "part of it"),
            ("Ada", "Grace", "other"),
        ];
        for (left, right, expected) in given {
            assert_eq!(compared(Kind::GivenName, left, right), expected, "{left}");
        }
        assert_eq!(
            compared(Kind::FamilyName, "Reyes Ortiz", "Reyes"),
            "part of it"
        );
        assert_eq!(
            compared(Kind::FamilyName, "Nicholson", "Nichloson"),
            "one letter off"
        );
        assert_eq!(compared(Kind::FamilyName, "Quill", "Reed"), "other");
    }

    #[test]
    fn days_compare_from_strict_to_loose() {
        let days = [
            ("1971-06-24", "1971-05-24", "one digit off or two swapped"),
            ("1971-06-07", "1971-07-06", "one digit off or two swapped"),
            ("1971-06-24", "1985-06-24", "two of day, month, year"),
            ("1971-06-24", "1971-07-12", "within a month"),
            ("1971-06-24", "1972-03-12", "within a year"),
            ("1971-06-24", "1980-11-12", "other"),
        ];
        for (left, right, expected) in days {
            assert_eq!(
                compared(Kind::Date, left, right),
                expected,
                "{left} {right}"
            );
        }
    }

    #[test]
    fn mailboxes_codes_and_companies_compare() {
        assert_eq!(
            compared(Kind::Email, "ada.q@harbor.example", "ada.q@quay.example"),
            "same mailbox, another host"
        );
        assert_eq!(
            compared(Kind::Email, "ada.q@harbor.example", "x.b@harbor.example"),
            "same host"
        );
        assert_eq!(compared(Kind::Postcode, "4011", "4101"), "one letter off");
        assert_eq!(
            compared(Kind::Postcode, "SW1A 1AA", "SW1A 2ZZ"),
            "same district"
        );
        assert_eq!(
            compared(Kind::Company, "Global Solutions", "Global Services"),
            "other"
        );
        assert_eq!(
            compared(Kind::Company, "Harbor Freight Lines", "Harbor"),
            "a telling word in common"
        );
    }
}
