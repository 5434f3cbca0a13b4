//! The people of one account, loaded once, with titles that depend on the day.
//!
//! Reads   `person`, `cast`, `affiliation`, `placeholder`

use std::collections::BTreeMap;

use model::tables::decided::Placeholder;
use model::tables::resolved::{Affiliation, CastRow, Person};
use model::{AccountId, Day, MentionId, PersonId, Side};
use store::published::Param;

use crate::heads::PersonHead;
use crate::who::ByThen;
use crate::{ApiError, Facade};

/// What is known of one person at the account.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) side: Side,
    pub(crate) is_placeholder: bool,
    pub(crate) is_opted_out: bool,
    pub(crate) n_mentions: usize,
    pub(crate) cast_title: Option<String>,
    pub(crate) affiliations: Vec<Affiliation>,
}

/// The people of one account.
#[derive(Debug, Default)]
pub(crate) struct Roster {
    /// Whom a mention at the account means.
    pub(crate) mentions: BTreeMap<MentionId, PersonId>,
    pub(crate) entries: BTreeMap<PersonId, Entry>,
}

impl Roster {
    /// The person's short form, with the title of that day.
    pub(crate) fn head(&self, id: PersonId, day: Option<Day>) -> Option<PersonHead> {
        let entry = self.entries.get(&id)?;
        Some(PersonHead {
            person_id: id,
            name: entry.name.clone(),
            title: entry.title_at(day),
            side: entry.side,
            is_placeholder: entry.is_placeholder,
            is_opted_out: entry.is_opted_out,
        })
    }
}

impl Entry {
    /// An interval at the account; of one that had not begun not even the title is kept.
    fn add_affiliation(&mut self, mut row: Affiliation, by_then: ByThen) {
        if by_then.had_come(row.starts) {
            row.ends = by_then.end(row.ends);
            self.affiliations.push(row);
        } else if self.cast_title == row.title {
            self.cast_title = None;
        }
    }

    /// The title in force that day: the interval that holds the day, else the
    /// one that began last before it, else the first known.
    fn title_at(&self, day: Option<Day>) -> Option<String> {
        let titled = self.affiliations.iter().filter(|row| row.title.is_some());
        let begun = |row: &&Affiliation| match (day, row.starts) {
            (Some(day), Some(starts)) => starts <= day,
            _ => true,
        };
        let last_begun = titled.clone().filter(begun);
        let last_begun =
            last_begun.max_by_key(|row| (holds_at(row, day), row.starts, row.span_idx));
        let row = last_begun.or_else(|| titled.min_by_key(|row| row.starts));
        row.and_then(|row| row.title.clone())
            .or_else(|| self.cast_title.clone())
    }
}

fn holds_at(row: &Affiliation, day: Option<Day>) -> bool {
    match (day, row.ends) {
        (Some(day), Some(ends)) => day < ends,
        (None, Some(_)) => false,
        (_, None) => true,
    }
}

impl Facade {
    /// Everybody whom the account's records name, as far as they had come by then.
    pub(crate) fn roster(
        &self,
        account_id: AccountId,
        by_then: ByThen,
    ) -> Result<Roster, ApiError> {
        let key = [Param::Id(account_id.0)];
        let mut roster = Roster::default();
        let people: Vec<Person> = self.published.rows(
            "WHERE person_id IN (SELECT person_id FROM \"cast\" WHERE account_id = ?1 \
             UNION SELECT person_id FROM role_holding WHERE account_id = ?1)",
            &key,
        )?;
        for person in people {
            let entry = entry(person.name, person.side, person.is_opted_out);
            roster.entries.insert(person.person_id, entry);
        }
        let cast: Vec<CastRow> = self
            .published
            .rows("WHERE account_id = ?1 ORDER BY mention_id", &key)?;
        for row in cast {
            if by_then.had_come(row.valid_from) {
                roster.mentions.insert(row.mention_id, row.person_id);
                add_mention(&mut roster, row);
            }
        }
        let named: Vec<Placeholder> = self
            .published
            .rows("WHERE account_id = ?1 ORDER BY mention_id", &key)?;
        for row in named {
            let new = || entry(row.name.clone(), Side::Account, false);
            let entry = roster.entries.entry(row.person_id).or_insert_with(new);
            entry.is_placeholder = true;
            entry.n_mentions += 1;
            roster.mentions.insert(row.mention_id, row.person_id);
        }
        let affiliations: Vec<Affiliation> = self
            .published
            .rows("WHERE account_id = ?1 ORDER BY person_id, span_idx", &key)?;
        for row in affiliations {
            if let Some(entry) = roster.entries.get_mut(&row.person_id) {
                entry.add_affiliation(row, by_then);
            }
        }
        Ok(roster)
    }
}

fn entry(name: String, side: Side, is_opted_out: bool) -> Entry {
    Entry {
        name,
        side,
        is_placeholder: false,
        is_opted_out,
        n_mentions: 0,
        cast_title: None,
        affiliations: Vec::new(),
    }
}

fn add_mention(roster: &mut Roster, row: CastRow) {
    let new = || entry(row.name.clone(), row.side, false);
    let entry = roster.entries.entry(row.person_id).or_insert_with(new);
    entry.n_mentions += 1;
    entry.is_placeholder |= row.is_placeholder;
    entry.cast_title = entry.cast_title.take().or(row.title);
}
