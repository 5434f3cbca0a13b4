//! A value made ready for comparison, once for each distinct text.
//!
//! Source  folding, nicknames, company keys and mailboxes of the `text` crate

use text::companies::company_key;
use text::domains::{email_key, is_shared_mailbox, registrable_domain};
use text::fold::fold;
use text::names::nickname_roots;

use super::Kind;
use super::alike::letters;
use super::dates::{CivilDate, DateOrder, read_date};
use crate::hash::hash;

/// A value made ready.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Value {
    /// The folded text; equal texts are the same value.
    pub text: Box<str>,
    /// Which letters it has, see [`letters`].
    pub letters: u64,
    /// Where the telling first part of the text ends: mailbox, district.
    pub head: u16,
    /// Numbers of the words, sorted.
    pub words: Box<[u64]>,
    /// The day, for dates.
    pub date: CivilDate,
    /// Full names a given name may be short for.
    pub roots: &'static [&'static str],
}

impl Value {
    /// Reads a text of this kind; `None` when it says nothing.
    pub(super) fn read(kind: Kind, text: &str, order: DateOrder) -> Option<Self> {
        match kind {
            Kind::GivenName | Kind::FamilyName | Kind::OtherNames => name(text),
            Kind::Email => mailbox(text),
            Kind::Phone => digits(text),
            Kind::Date => date(text, order),
            Kind::Postcode => postcode(text),
            Kind::Company => words(&company_key(text)),
            Kind::Domain => plain(&registrable_domain(text)?),
            Kind::Id => plain(&fold(text).replace(' ', "")),
            _ => words(&fold(text)),
        }
    }

    /// Its bytes and letters, as similarity takes them.
    pub(super) fn seen(&self) -> (&[u8], u64) {
        (self.text.as_bytes(), self.letters)
    }

    /// The telling first part.
    pub(super) fn head(&self) -> &str {
        self.text.get(..usize::from(self.head)).unwrap_or_default()
    }

    /// What follows the first part.
    pub(super) fn tail(&self) -> &str {
        self.text.get(usize::from(self.head)..).unwrap_or_default()
    }
}

fn plain(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| Value {
        text: text.into(),
        letters: letters(text.as_bytes()),
        ..Value::default()
    })
}

fn words(folded: &str) -> Option<Value> {
    let mut words: Vec<u64> = folded
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(hash)
        .collect();
    words.sort_unstable();
    words.dedup();
    Some(Value {
        words: words.into(),
        ..plain(folded)?
    })
}

fn name(text: &str) -> Option<Value> {
    let folded = fold(text);
    let roots = nickname_roots(&folded);
    Some(Value {
        roots,
        ..words(&folded)?
    })
}

/// A mailbox that several people read says nothing about who somebody is.
fn mailbox(text: &str) -> Option<Value> {
    let key = email_key(text).unwrap_or_else(|| text.trim().to_lowercase());
    if is_shared_mailbox(&key) {
        return None;
    }
    let head = key.find('@').unwrap_or(key.len());
    Some(Value {
        head: u16::try_from(head).unwrap_or(u16::MAX),
        ..plain(&key)?
    })
}

fn digits(text: &str) -> Option<Value> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    plain(digits.trim_start_matches('0')).filter(|value| value.text.len() > 4)
}

fn date(text: &str, order: DateOrder) -> Option<Value> {
    let date = read_date(text, order)?;
    if date.is_placeholder() {
        return None;
    }
    let text = format!("{:04}{:02}{:02}", date.year, date.month, date.day);
    Some(Value {
        date,
        ..plain(&text)?
    })
}

fn postcode(text: &str) -> Option<Value> {
    let key = fold(text).replace(' ', "");
    let has_letters = key.bytes().any(|byte| byte.is_ascii_alphabetic());
    // `SW1A 1AA`: three characters follow the district; elsewhere it stands in front.
    let head = match (has_letters, key.len()) {
        (true, n) => n.saturating_sub(3),
        (false, n) => n.min(3),
    };
    Some(Value {
        head: u16::try_from(head).unwrap_or(u16::MAX),
        ..plain(&key)?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, text: &str) -> Option<String> {
        Value::read(kind, text, DateOrder::DayFirst).map(|value| value.text.into())
    }

    #[test]
    fn spellings_of_one_value_are_one() {
        let pairs = [
            (Kind::FamilyName, "O'Neil", "ONEIL"),
            (Kind::Email, "Ada+x@harbor.example", "ada@Harbor.example"),
            (Kind::Phone, "+49 (0)30 123456", "49-030-123456"),
            (Kind::Date, "1971-06-24", "24/06/1971"),
            (Kind::Postcode, "sw1a 1aa", "SW1A1AA"),
            (Kind::Company, "Harbor GmbH", "harbor"),
        ];
        for (kind, left, right) in pairs {
            assert_eq!(read(kind, left), read(kind, right), "{left}");
            assert!(read(kind, left).is_some());
        }
    }

    #[test]
    fn shared_mailboxes_and_placeholders_say_nothing() {
        assert_eq!(read(Kind::Email, "info@harbor.example"), None);
        assert_eq!(read(Kind::Date, "01/01/1900"), None);
        assert_eq!(read(Kind::Phone, "-"), None);
    }
}
