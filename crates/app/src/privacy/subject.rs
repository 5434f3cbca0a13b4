//! Whom a text on the command line means, and by what they are known.
//!
//! Reads   `person`, `affiliation`, `account`, `membership`, `mention`

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use lake::Lake;
use model::tables::base::MentionRow;
use model::tables::resolved::{Account, Affiliation, Membership, Person};
use model::{PersonId, Row};
use text::domains::is_shared_mailbox;

use super::known::{Known, email, entry, joined, name_at, names, phone, places, telling_id};
use super::theirs::{Id, Theirs, each_mention, find};
use crate::exit::{Failure, Kind};
use crate::workspace::Workspace;

/// Somebody, and what is theirs.
pub(crate) struct Subject {
    /// Who.
    pub(crate) person_id: PersonId,
    /// What means them wherever it stands.
    pub(crate) known: Known,
    /// Which rows are theirs.
    pub(crate) theirs: Theirs,
    /// What must not come back.
    pub(crate) entries: BTreeSet<String>,
}

/// Finds the one person that `text` means: an id, an address, or a full name.
pub(crate) fn find_person(lake: &Lake, text: &str, account: Option<&str>) -> Result<PersonId> {
    if let Some(id) = PersonId::parse(text.trim()) {
        return Ok(id);
    }
    let wanted = joined(text);
    let address = text.trim().to_lowercase();
    let is_meant = |row: &Person| {
        let has_address = row
            .emails
            .iter()
            .any(|found| found.to_lowercase() == address);
        has_address || joined(&row.name) == wanted
    };
    let mut found = Vec::new();
    lake.for_each(Person::TABLE, |batch| {
        found.extend(Person::from_batch(batch)?.into_iter().filter(is_meant));
        Ok(())
    })?;
    let mut candidates = Vec::new();
    for person in found {
        let at = accounts_of(lake, person.person_id)?;
        let is_there = |wanted: &str| at.iter().any(|name| joined(name).contains(&joined(wanted)));
        if account.is_none_or(is_there) {
            candidates.push((person, at.join(", ")));
        }
    }
    match candidates.as_slice() {
        [(person, _)] => Ok(person.person_id),
        [] => bail!(Failure::new(
            Kind::NotFound,
            "nobody is known by that; give an id (per_...), an e-mail address, or a full name"
                .to_owned(),
        )),
        several => {
            let lines: Vec<String> = several
                .iter()
                .map(|(person, at)| format!("  {}  {}, {at}", person.person_id, person.name))
                .collect();
            bail!(Failure::new(
                Kind::NotFound,
                format!(
                    "that can mean several people; name one by id, or add --account\n{}",
                    lines.join("\n")
                ),
            ))
        }
    }
}

/// The names of the accounts somebody worked at.
fn accounts_of(lake: &Lake, person_id: PersonId) -> Result<Vec<String>> {
    let mut ids = BTreeSet::new();
    lake.for_each(Affiliation::TABLE, |batch| {
        let rows = Affiliation::from_batch(batch)?.into_iter();
        ids.extend(
            rows.filter(|row| row.person_id == person_id)
                .map(|row| row.account_id),
        );
        Ok(())
    })?;
    let mut names = BTreeSet::new();
    lake.for_each(Account::TABLE, |batch| {
        let rows = Account::from_batch(batch)?.into_iter();
        names.extend(
            rows.filter(|row| ids.contains(&row.account_id))
                .map(|row| row.name),
        );
        Ok(())
    })?;
    Ok(names.into_iter().collect())
}

/// Everything by which the person is known, and every row that is theirs.
pub(crate) fn read(workspace: &Workspace, person_id: PersonId) -> Result<Subject> {
    let lake = workspace.lake();
    let members = members(&lake, person_id)?;
    let n_built = workspace.state.n_imports_built;
    let mut own = BTreeSet::new();
    let mut at = BTreeSet::new();
    let accounts: Vec<String> = accounts_of(&lake, person_id)?
        .iter()
        .map(|name| text::companies::company_key(name))
        .collect();
    each_mention(&lake, &mut |row| {
        if members.contains(&row.mention_id.0) {
            own.extend(entries_of(&row));
            for name in names(&row) {
                let places = places(&row).into_iter().chain(accounts.iter().cloned());
                at.extend(places.map(|place| name_at(&name, &place)));
            }
        }
    })?;
    if own.is_empty() {
        bail!(Failure::new(
            Kind::NotFound,
            "no record names them".to_owned()
        ));
    }
    let mut of_others = BTreeSet::new();
    let unplaced = unplaced(&lake, n_built)?;
    each_mention(&lake, &mut |row| {
        // What came after the last build has no person yet, and may be theirs.
        if !members.contains(&row.mention_id.0) && !unplaced.contains(&row.mention_id.0) {
            of_others.extend(
                entries_of(&row)
                    .into_iter()
                    .filter(|entry| own.contains(entry)),
            );
        }
    })?;
    own.retain(|entry| !of_others.contains(entry));
    let mut entries = own.clone();
    entries.extend(at.iter().cloned());
    let known = Known::Plain(own);
    let wide = Known::Plain(entries.clone());
    let theirs = find(&lake, &known, &|row| {
        let is_new = unplaced.contains(&row.mention_id.0);
        members.contains(&row.mention_id.0) || (is_new && wide.is_mentioned(row))
    })?;
    Ok(Subject {
        person_id,
        known,
        theirs,
        entries,
    })
}

/// Mentions that came after the last build and are nobody's yet. A row that an
/// import brought again is not among them.
fn unplaced(lake: &Lake, n_built: i64) -> Result<BTreeSet<Id>> {
    let mut unplaced = BTreeSet::new();
    each_mention(lake, &mut |row| {
        if row.import_seq >= n_built {
            unplaced.insert(row.mention_id.0);
        }
    })?;
    lake.for_each(Membership::TABLE, |batch| {
        for row in Membership::from_batch(batch)? {
            unplaced.remove(&row.mention_id.0);
        }
        Ok(())
    })?;
    Ok(unplaced)
}

fn members(lake: &Lake, person_id: PersonId) -> Result<BTreeSet<Id>> {
    let mut members = BTreeSet::new();
    lake.for_each(Membership::TABLE, |batch| {
        let rows = Membership::from_batch(batch)?.into_iter();
        members.extend(
            rows.filter(|row| row.person_id == person_id)
                .map(|row| row.mention_id.0),
        );
        Ok(())
    })?;
    Ok(members)
}

/// What a mention tells that could mean one person alone.
pub(crate) fn entries_of(row: &MentionRow) -> Vec<String> {
    let own = row
        .emails
        .iter()
        .filter(|address| !is_shared_mailbox(address));
    let keys = std::iter::once(&row.native_key).chain(&row.external_keys);
    own.map(|address| email(address))
        .chain(row.phones.iter().filter_map(|number| phone(number)))
        .chain(keys.clone().map(|key| entry("key", key)))
        .chain(keys.filter_map(|key| telling_id(key)))
        .chain(names(row).into_iter().map(|name| entry("name", &name)))
        .collect()
}
