//! Whom words mean: a member of the cast by name, else by title, else somebody
//! whom only these words name.

use std::collections::BTreeSet;

use model::tables::decided::Placeholder;
use model::{AccountId, MentionId, PersonId, RecordId};

use crate::cast::{Cast, Member};
use crate::words::tokens;

/// Share of a claim's weight that is kept when only a given name fits, or only a title.
const PARTIAL_SHARE: f64 = 0.9;

/// The words that name somebody, and where they stand.
pub(super) struct Named<'a> {
    pub(super) text: &'a str,
    pub(super) record_id: RecordId,
    pub(super) field: &'a str,
    pub(super) span: (i32, i32),
}

/// Whom the words mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Target {
    /// A member, and how much of the weight holds.
    Member(PersonId, f64),
    /// Nobody known.
    Unknown,
    /// No words that name anybody.
    Nobody,
}

const DETERMINERS: &[&str] = &[
    "our", "my", "the", "your", "their", "his", "her", "a", "an", "new", "mr", "mrs", "ms", "dr",
];
const NOBODY: &[&str] = &[
    "he", "she", "they", "them", "him", "it", "we", "us", "you", "i", "me", "someone", "somebody",
    "everyone", "nobody", "who", "that", "this",
];

/// Finds whom `text` means; never `speaker`, who would have said "I".
pub(super) fn resolve(cast: &Cast, text: &str, speaker: Option<PersonId>) -> Target {
    let words = bare_words(text);
    let is_empty = words.is_empty() || words.iter().all(|w| NOBODY.contains(&w.as_str()));
    if is_empty {
        return Target::Nobody;
    }
    let others = || {
        cast.members
            .iter()
            .filter(|(person, _)| Some(**person) != speaker)
    };
    let fits_name = |member: &Member| member.names.iter().any(|name| *name == words.join(" "));
    let part_of_name = |member: &Member| {
        let in_name = |name: &String| words.iter().all(|w| name.split(' ').any(|part| part == w));
        !member.is_placeholder && member.names.iter().any(in_name)
    };
    let wanted = title_key(&words);
    let fits_title = |member: &Member| {
        member
            .titles
            .iter()
            .any(|title| wanted.is_subset(&title_key(&tokens(title))))
    };
    only(others().filter(|(_, m)| fits_name(m)))
        .map(|p| Target::Member(p, 1.0))
        .or_else(|| {
            only(others().filter(|(_, m)| part_of_name(m)))
                .map(|p| Target::Member(p, PARTIAL_SHARE))
        })
        .or_else(|| {
            only(others().filter(|(_, m)| fits_title(m))).map(|p| Target::Member(p, PARTIAL_SHARE))
        })
        .unwrap_or(Target::Unknown)
}

/// The person, when there is exactly one.
fn only<'a>(mut found: impl Iterator<Item = (&'a PersonId, &'a Member)>) -> Option<PersonId> {
    let first = found.next()?;
    found.next().is_none().then_some(*first.0)
}

fn bare_words(text: &str) -> Vec<String> {
    let words = tokens(text);
    let n_before = words
        .iter()
        .take_while(|w| DETERMINERS.contains(&w.as_str()))
        .count();
    words.into_iter().skip(n_before).collect()
}

/// The person and mention of somebody whom only these words name: one title, one person.
pub(super) fn placeholder(account_id: AccountId, named: &Named<'_>) -> Placeholder {
    let words = bare_words(named.text);
    let key: Vec<String> = title_key(&words).into_iter().collect();
    let span = format!("{}..{}", named.span.0, named.span.1);
    Placeholder {
        account_id,
        person_id: PersonId::derive(&["named_only", &account_id.to_string(), &key.join(" ")]),
        mention_id: MentionId::derive(&[
            "named_only",
            &named.record_id.to_string(),
            named.field,
            &span,
            named.text,
        ]),
        name: named.text.trim().to_owned(),
        record_id: named.record_id,
        field: named.field.to_owned(),
        span_start: named.span.0,
        span_end: named.span.1,
    }
}

/// The words of a title that count, in one spelling each.
fn title_key(words: &[String]) -> BTreeSet<String> {
    let text = format!(" {} ", words.join(" "));
    let spelled = SPELLINGS
        .iter()
        .fold(text, |text, (long, short)| text.replace(long, short));
    let counts = |w: &&str| {
        !matches!(
            *w,
            "of" | "the" | "for" | "and" | "our" | "in" | "senior" | "sr" | "person" | "guy"
        )
    };
    spelled
        .split(' ')
        .filter(|w| !w.is_empty())
        .filter(counts)
        .map(str::to_owned)
        .collect()
}

const SPELLINGS: &[(&str, &str)] = &[
    (" vice president ", " vp "),
    (" svp ", " vp "),
    (" evp ", " vp "),
    (" chief executive officer ", " ceo "),
    (" chief financial officer ", " cfo "),
    (" chief finance officer ", " cfo "),
    (" chief information officer ", " cio "),
    (" chief information security officer ", " ciso "),
    (" chief technology officer ", " cto "),
    (" chief technical officer ", " cto "),
    (" chief operating officer ", " coo "),
    (" chief operations officer ", " coo "),
    (" chief marketing officer ", " cmo "),
    (" chief revenue officer ", " cro "),
    (" chief product officer ", " cpo "),
    (" chief procurement officer ", " chief procurement "),
    (" chief data officer ", " cdo "),
    (" chief people officer ", " chro "),
    (" chief human resources officer ", " chro "),
    (" information technology ", " it "),
    (" human resources ", " hr "),
    (" operations ", " ops "),
    (" revenue ops ", " revops "),
    (" rev ops ", " revops "),
    (" director ", " head "),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> BTreeSet<String> {
        title_key(&bare_words(text))
    }

    #[test]
    fn spellings_of_one_title_are_one_key() {
        assert_eq!(key("our VP of Finance"), key("Vice President, Finance"));
        assert_eq!(key("the CFO"), key("Chief Financial Officer"));
        assert_eq!(key("Director of IT"), key("Head of Information Technology"));
    }

    #[test]
    fn one_title_in_two_records_is_one_placeholder() {
        let named = |text, record: &str| {
            let record_id = RecordId::derive(&[record]);
            placeholder(
                AccountId::default(),
                &Named {
                    text,
                    record_id,
                    field: "text",
                    span: (3, 9),
                },
            )
        };
        let (one, two) = (
            named("our VP Finance", "1"),
            named("the VP of Finance", "2"),
        );
        assert_eq!(one.person_id, two.person_id);
        assert_ne!(one.mention_id, two.mention_id);
    }

    #[test]
    fn pronouns_name_nobody() {
        assert_eq!(resolve(&Cast::default(), "she", None), Target::Nobody);
        assert_eq!(
            resolve(&Cast::default(), "our VP Finance", None),
            Target::Unknown
        );
    }
}
