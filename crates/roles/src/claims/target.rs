//! Whom words mean: a member of the cast by name, else by title, else somebody
//! whom only these words name.

use model::tables::decided::Placeholder;
use model::{AccountId, Day, MentionId, PersonId, RecordId, Role};

use crate::cast::{Cast, Member};
use crate::crosswalk::{Declared, crosswalk};
use crate::title_words::title_key;
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
    /// Whoever holds the role.
    Role(Role),
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
///
/// Of several whom the words fit, the one who was there on `day` is meant.
pub(super) fn resolve(
    cast: &Cast,
    text: &str,
    speaker: Option<PersonId>,
    day: Option<Day>,
) -> Target {
    let words = bare_words(text);
    let wanted = title_key(&words);
    let names_nobody = words.iter().all(|w| NOBODY.contains(&w.as_str()));
    if names_nobody || wanted.is_empty() {
        return Target::Nobody;
    }
    let name = words.join(" ");
    let fits_name = |member: &Member| member.names.contains(&name);
    let part_of_name = |member: &Member| {
        let in_name = |name: &String| words.iter().all(|w| name.split(' ').any(|part| part == w));
        member.has_name && member.names.iter().any(in_name)
    };
    let fits_title = |member: &Member| member.title_keys.iter().any(|key| wanted.is_subset(key));
    let only = |word: Option<&String>, fits: &dyn Fn(&Member) -> bool| {
        let members = cast.with_word(word.map_or("", String::as_str));
        let others = members.filter(|(person, _)| Some(**person) != speaker);
        only_one(others.filter(|(_, member)| fits(member)).collect(), day)
    };
    let partial = |person| Target::Member(person, PARTIAL_SHARE);
    let by_title = || only(wanted.first(), &fits_title).map(partial);
    only(words.first(), &fits_name)
        .map(|person| Target::Member(person, 1.0))
        .or_else(|| only(words.first(), &part_of_name).map(partial))
        .or_else(by_title)
        .or_else(|| role_of(text).map(Target::Role))
        .unwrap_or(Target::Unknown)
}

/// The role that words name instead of a person: "our champion".
fn role_of(text: &str) -> Option<Role> {
    match crosswalk(&bare_words(text).join(" ")).as_slice() {
        // Departments are named by the same word as their role; there the words mean people.
        [Declared::Role(Role::Procurement | Role::Legal)] => None,
        [Declared::Role(role)] => Some(*role),
        _ => None,
    }
}

/// The person, when there is exactly one, or exactly one who was there on the day.
fn only_one(found: Vec<(&PersonId, &Member)>, day: Option<Day>) -> Option<PersonId> {
    if let [(person, _)] = found.as_slice() {
        return Some(**person);
    }
    let day = day?;
    let mut there = found.iter().filter(|(_, member)| member.is_there_on(day));
    let (person, _) = there.next()?;
    there.next().is_none().then_some(**person)
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

#[cfg(test)]
mod tests {
    use super::*;

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
        let meant = |text| resolve(&Cast::default(), text, None, None);
        assert_eq!(meant("she"), Target::Nobody);
        assert_eq!(meant("the"), Target::Nobody);
        assert_eq!(meant("our VP Finance"), Target::Unknown);
    }

    #[test]
    fn the_word_for_a_role_means_its_holder() {
        let meant = |text| resolve(&Cast::default(), text, None, None);
        assert_eq!(meant("our champion"), Target::Role(Role::Champion));
        assert_eq!(meant("procurement"), Target::Unknown);
    }
}
