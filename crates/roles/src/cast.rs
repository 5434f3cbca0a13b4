//! The people of one account as this stage sees them.
//!
//! Reads   `cast`, `affiliation`
//!
//! Only people of the account's side, or of a side nobody knows, can hold roles:
//! our own staff and partners' get no profile.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::resolved::{Affiliation, CastRow};
use model::{Day, MentionId, MentionKind, PersonId, Side};

use crate::input::AccountInput;
use crate::title_words::title_key;
use crate::words::{folded, tokens};

/// Somebody of the account.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    /// The mention by which claims about them are filed: their own row where there is one.
    pub(crate) mention: MentionId,
    /// Names as records state them, folded.
    pub(crate) names: BTreeSet<String>,
    /// Titles as records state them.
    pub(crate) titles: BTreeSet<String>,
    /// The titles as they are compared, filled once the titles are gathered.
    pub(crate) title_keys: BTreeSet<BTreeSet<String>>,
    /// Intervals at the account, in order.
    pub(crate) affiliations: Vec<Affiliation>,
    /// A role without a known person.
    pub(crate) is_placeholder: bool,
    /// Known by a name, not only by a title.
    pub(crate) has_name: bool,
}

impl Member {
    /// Works at the account on a day, as far as the records tell.
    pub(crate) fn is_there_on(&self, day: Day) -> bool {
        let covers = |a: &Affiliation| {
            a.starts.is_none_or(|start| start <= day) && a.ends.is_none_or(|end| day < end)
        };
        self.affiliations.iter().any(covers)
    }

    /// The interval in force on a day, else the latest begun before, else the first.
    pub(crate) fn affiliation_on(&self, day: Option<Day>) -> Option<&Affiliation> {
        let Some(day) = day else {
            return self.affiliations.last();
        };
        let begun = |a: &&Affiliation| a.starts.is_none_or(|start| start <= day);
        self.affiliations
            .iter()
            .rev()
            .find(begun)
            .or(self.affiliations.first())
    }
}

/// The people of one account, and which mentions mean them.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    /// People who can hold roles.
    pub(crate) members: BTreeMap<PersonId, Member>,
    person_of: BTreeMap<MentionId, PersonId>,
    people_of_key: BTreeMap<String, PersonId>,
    /// Members by the words of their names and titles.
    by_word: BTreeMap<String, BTreeSet<PersonId>>,
}

impl Cast {
    /// The person of a mention, whichever side they are on.
    pub(crate) fn person_of(&self, mention: MentionId) -> Option<PersonId> {
        self.person_of.get(&mention).copied()
    }

    /// Members with a word in a name or title, in the spelling in which titles are compared.
    pub(crate) fn with_word(&self, word: &str) -> impl Iterator<Item = (&PersonId, &Member)> {
        let people = self.by_word.get(word).into_iter().flatten();
        people.filter_map(|person| self.members.get_key_value(person))
    }

    /// The one member of this folded name.
    pub(crate) fn named(&self, name: &str) -> Option<PersonId> {
        let first = name.split(' ').next()?;
        let mut found = self
            .with_word(first)
            .filter(|(_, m)| m.names.contains(name));
        let (person, _) = found.next()?;
        found.next().is_none().then_some(*person)
    }

    fn index(&mut self, person: PersonId) {
        let Some(member) = self.members.get(&person) else {
            return;
        };
        let of_names = member.names.iter().flat_map(|name| name.split(' '));
        let of_titles = member.title_keys.iter().flatten().map(String::as_str);
        for word in of_names.chain(of_titles) {
            let people = self.by_word.entry(word.to_owned()).or_default();
            people.insert(person);
        }
    }

    /// The person with this native key.
    pub(crate) fn person_of_key(&self, key: &str) -> Option<PersonId> {
        self.people_of_key.get(key).copied()
    }

    /// The person of a mention, when they can hold a role.
    pub(crate) fn member_of(&self, mention: Option<MentionId>) -> Option<PersonId> {
        let person = self.person_of(mention?)?;
        self.members.contains_key(&person).then_some(person)
    }

    /// Adds a person whom only words name, by a full name or by a title.
    pub(crate) fn add_placeholder(&mut self, person: PersonId, mention: MentionId, text: &str) {
        let member = self.members.entry(person).or_default();
        if member.names.is_empty() {
            member.mention = mention;
            member.is_placeholder = true;
        }
        member.names.insert(folded(text));
        if is_full_name(text) {
            member.has_name = true;
        } else {
            member.titles.insert(text.to_owned());
            member.title_keys.insert(title_key(&tokens(text)));
        }
        self.person_of.insert(mention, person);
        self.index(person);
    }
}

/// Gathers the people of an account.
pub(crate) fn gather(input: &AccountInput) -> Cast {
    let mut rows: Vec<&CastRow> = input.cast.iter().collect();
    rows.sort_by_key(|row| (rank(row.kind), row.mention_id));
    let not_theirs = strangers(input);
    let mut cast = Cast::default();
    for row in rows {
        cast.person_of.insert(row.mention_id, row.person_id);
        cast.people_of_key
            .entry(row.native_key.clone())
            .or_insert(row.person_id);
        if !not_theirs.contains(&row.person_id) {
            add_row(cast.members.entry(row.person_id).or_default(), row);
        }
    }
    for affiliation in &input.affiliations {
        if let Some(member) = cast.members.get_mut(&affiliation.person_id) {
            member.titles.extend(affiliation.title.clone());
            member.affiliations.push(affiliation.clone());
        }
    }
    for member in cast.members.values_mut() {
        member.affiliations.sort_by_key(|a| (a.starts, a.span_idx));
        let keys = member.titles.iter().map(|title| title_key(&tokens(title)));
        member.title_keys = keys.filter(|key| !key.is_empty()).collect();
    }
    let people: Vec<PersonId> = cast.members.keys().copied().collect();
    for person in people {
        cast.index(person);
    }
    cast
}

/// A person's own row comes first, then where they spoke, then the rest.
fn rank(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Row => 0,
        MentionKind::Speaker => 1,
        MentionKind::Attendee => 2,
        MentionKind::Reference => 3,
        MentionKind::Owner => 4,
        MentionKind::Named => 5,
    }
}

/// People of whom a record says that they are ours or a partner's.
fn strangers(input: &AccountInput) -> BTreeSet<PersonId> {
    let is_other = |side: Side| matches!(side, Side::Ours | Side::Partner);
    let in_cast = input
        .cast
        .iter()
        .filter(|row| is_other(row.side))
        .map(|row| row.person_id);
    let affiliated = input
        .affiliations
        .iter()
        .filter(|a| is_other(a.side))
        .map(|a| a.person_id);
    in_cast.chain(affiliated).collect()
}

fn add_row(member: &mut Member, row: &CastRow) {
    if member.names.is_empty() {
        member.mention = row.mention_id;
        member.is_placeholder = row.is_placeholder;
    }
    member.is_placeholder &= row.is_placeholder;
    member.names.insert(folded(&row.name));
    member.titles.extend(row.title.clone());
    if row.is_placeholder {
        // "CFO (unknown)": the name is a title and a word that nobody is known.
        let words = tokens(&row.name);
        let title = words
            .into_iter()
            .filter(|w| !NOT_KNOWN.contains(&w.as_str()));
        member.titles.insert(title.collect::<Vec<_>>().join(" "));
    } else {
        member.has_name = true;
    }
}

/// Words by which a placeholder says that nobody is known.
const NOT_KNOWN: &[&str] = &[
    "unknown",
    "tbd",
    "tba",
    "tbc",
    "na",
    "none",
    "unbekannt",
    "inconnu",
];

/// Several words, each with a capital, that are no title: "Priya Raman", not "VP Finance".
pub(crate) fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    words.len() >= 2 && words.iter().all(is_capital) && !has_title_word(text)
}

fn has_title_word(text: &str) -> bool {
    let read = text::titles::read_title(text);
    text::titles::is_title_only(text) || read.seniority.is_some() || read.function.is_some()
}
