//! Where truth and result meet: files, records, people, accounts and decisions.
//!
//! A record is found by its native key, else by file and line. A person of the
//! truth is the published person who holds most of their records; a published
//! person is the person of the truth most of whose records they hold. A person
//! whom no system knows is found by full name at the account.

use std::collections::BTreeMap;

use model::tables::base::{FileRow, MeetingRow, RecordRow, UtteranceRow};
use model::tables::decided;
use model::tables::resolved::CastRow;
use model::{
    AccountId, DecisionId, DecisionKind, FileId, MentionId, MentionKind, PersonId, RecordId, Side,
};
use store::{Published, StoreError};

use crate::truth::{PersonRecord, Truth};

/// The name of a file as the truth has it.
type Path<'a> = &'a str;

/// What the two sides have in common.
pub(crate) struct Matching<'a> {
    /// Each person record of the truth with the published person and account, where it was found.
    pub(crate) records: Vec<(&'a PersonRecord, Option<(PersonId, AccountId)>)>,
    /// Each speaker of an account in the truth with the published person, where it was found.
    pub(crate) speakers: Vec<(&'a str, Option<PersonId>)>,
    /// Published person of a person of the truth.
    pub(crate) published: BTreeMap<&'a str, PersonId>,
    /// Person of the truth of a published person.
    pub(crate) people: BTreeMap<PersonId, &'a str>,
    /// Person of a mention.
    pub(crate) mentions: BTreeMap<MentionId, PersonId>,
    /// Account of the truth of a published account, by the people in it.
    pub(crate) accounts: BTreeMap<AccountId, &'a str>,
    /// Published decisions.
    pub(crate) decisions: Vec<decided::Decision>,
    /// Position of the published decision of a decision of the truth.
    pub(crate) decision_of: BTreeMap<&'a str, usize>,
    /// Where a record stands: file of the truth and line.
    pub(crate) places: BTreeMap<RecordId, (Path<'a>, i64)>,
    /// At which account the people of a record are, by where it stands.
    pub(crate) accounts_at: BTreeMap<(Path<'a>, i64), AccountId>,
    /// What people without a known name are called, in small letters.
    placeholders: BTreeMap<PersonId, String>,
    /// Every title of a person of the truth, in small letters.
    titles: BTreeMap<&'a str, Vec<String>>,
}

/// Reads what is needed to match, and matches.
struct Reading<'a> {
    truth: &'a Truth,
    cast: Vec<CastRow>,
    placeholders: Vec<decided::Placeholder>,
    paths: BTreeMap<FileId, Path<'a>>,
    places: BTreeMap<RecordId, (Path<'a>, i64)>,
}

impl<'a> Matching<'a> {
    pub(crate) fn make(truth: &'a Truth, published: &Published) -> Result<Self, StoreError> {
        let reading = Reading::read(truth, published)?;
        let records = reading.records();
        let speakers = reading.speakers(published)?;
        let meetings = speakers
            .iter()
            .filter_map(|(person, found)| Some((*person, (*found)?)));
        let rows = records
            .iter()
            .filter_map(|(record, found)| Some((record.person.as_str(), (*found)?.0)));
        let votes: Vec<(&str, PersonId)> = rows.chain(meetings).collect();
        let mut people_of = plurality(votes.iter().copied());
        let mut truth_of = plurality(votes.iter().map(|(person, id)| (*id, *person)));
        let accounts = reading.accounts(&records);
        for (person, id) in reading.unrecorded(&accounts, &truth_of) {
            people_of.entry(person).or_insert(id);
            truth_of.entry(id).or_insert(person);
        }
        let decisions: Vec<decided::Decision> = published.rows("ORDER BY decision_id", &[])?;
        Ok(Self {
            decision_of: match_decisions(truth, &decisions),
            decisions,
            records,
            speakers,
            published: people_of,
            people: truth_of,
            mentions: reading.mentions(),
            accounts_at: reading.accounts_at(),
            placeholders: reading.placeholder_names(),
            titles: titles_of(truth),
            accounts,
            places: reading.places,
        })
    }

    /// Whether a published person is this person of the truth: by their
    /// records, or as "our VP Finance" by a title they bear.
    pub(crate) fn is_person(&self, id: PersonId, person: &str) -> bool {
        if let Some(known) = self.people.get(&id) {
            return *known == person;
        }
        let titles = self.titles.get(person);
        let bears = |name: &String| {
            let called = name.trim_start_matches("our ").trim_start_matches("the ");
            let called = called.trim_end_matches(" (unknown)");
            titles.is_some_and(|them| them.iter().any(|title| title == called))
        };
        self.placeholders.get(&id).is_some_and(bears)
    }

    /// The published decisions of the truth's, by id.
    pub(crate) fn truth_of_decisions(&self) -> BTreeMap<DecisionId, &'a str> {
        let found = self.decision_of.iter();
        found
            .filter_map(|(name, at)| Some((self.decisions.get(*at)?.decision_id, *name)))
            .collect()
    }
}

impl<'a> Reading<'a> {
    fn read(truth: &'a Truth, published: &Published) -> Result<Self, StoreError> {
        let files: Vec<FileRow> = published.rows("ORDER BY file_id", &[])?;
        let paths = match_files(truth, &files);
        let mut places = BTreeMap::new();
        let records: Vec<RecordRow> = published.rows("", &[])?;
        for row in &records {
            places.extend(
                paths
                    .get(&row.file_id)
                    .map(|path| (row.record_id, (*path, row.line))),
            );
        }
        let utterances: Vec<UtteranceRow> = published.rows("", &[])?;
        for row in &utterances {
            places.extend(
                paths
                    .get(&row.file_id)
                    .map(|path| (row.record_id, (*path, row.line))),
            );
        }
        Ok(Self {
            truth,
            cast: published.rows("ORDER BY mention_id", &[])?,
            placeholders: published.rows("ORDER BY mention_id", &[])?,
            paths,
            places,
        })
    }

    fn records(&self) -> Vec<(&'a PersonRecord, Option<(PersonId, AccountId)>)> {
        let (mut by_key, mut by_place) = (BTreeMap::new(), BTreeMap::new());
        for it in self.cast.iter().filter(|it| it.side != Side::Ours) {
            let found = (it.person_id, it.account_id);
            let place = self.places.get(&it.record_id);
            if it.kind == MentionKind::Row {
                by_key.insert(it.native_key.as_str(), found);
                by_place.extend(place.map(|place| (*place, found)));
            } else if let Some(place) = place.filter(|_| names_somebody(it.kind)) {
                by_place.entry(*place).or_insert(found);
            }
        }
        let find = |record: &PersonRecord| {
            let by_place = || by_place.get(&(record.file.as_str(), record.line));
            by_key.get(record.key.as_str()).or_else(by_place).copied()
        };
        let records = self.truth.person_records.iter();
        records.map(|record| (record, find(record))).collect()
    }

    fn speakers(
        &self,
        published: &Published,
    ) -> Result<Vec<(&'a str, Option<PersonId>)>, StoreError> {
        let meetings: Vec<MeetingRow> = published.rows("", &[])?;
        let files = meetings
            .iter()
            .filter_map(|it| Some((it.meeting_id, *self.paths.get(&it.file_id)?)));
        let files: BTreeMap<_, _> = files.collect();
        let mut found = BTreeMap::new();
        let spoke = |it: &&CastRow| matches!(it.kind, MentionKind::Speaker | MentionKind::Attendee);
        for it in self.cast.iter().filter(spoke) {
            let Some(file) = it.meeting_id.and_then(|id| files.get(&id)) else {
                continue;
            };
            let label = it.native_key.split_once('/').map(|(_, label)| label);
            found.insert((*file, it.name.as_str()), it.person_id);
            found.extend(label.map(|label| ((*file, label), it.person_id)));
        }
        let of_accounts = self.truth.speakers.iter().filter(|it| it.person != "ours");
        let find = |file: &str, label: &str| found.get(&(file, label)).copied();
        Ok(of_accounts
            .map(|it| (it.person.as_str(), find(&it.file, &it.label)))
            .collect())
    }

    fn mentions(&self) -> BTreeMap<MentionId, PersonId> {
        let cast = self.cast.iter().map(|it| (it.mention_id, it.person_id));
        let named = self.placeholders.iter();
        cast.chain(named.map(|it| (it.mention_id, it.person_id)))
            .collect()
    }

    fn placeholder_names(&self) -> BTreeMap<PersonId, String> {
        let in_words = self
            .placeholders
            .iter()
            .map(|it| (it.person_id, it.name.to_lowercase()));
        let in_rows = self.cast.iter().filter(|it| it.is_placeholder);
        let in_rows = in_rows.map(|it| {
            let title = it.title.as_deref().unwrap_or(&it.name);
            (it.person_id, title.to_lowercase())
        });
        in_rows.chain(in_words).collect()
    }

    fn accounts_at(&self) -> BTreeMap<(Path<'a>, i64), AccountId> {
        let of_accounts = self.cast.iter().filter(|it| it.side != Side::Ours);
        of_accounts
            .filter_map(|it| Some((*self.places.get(&it.record_id)?, it.account_id)))
            .collect()
    }

    fn accounts(
        &self,
        records: &[(&'a PersonRecord, Option<(PersonId, AccountId)>)],
    ) -> BTreeMap<AccountId, &'a str> {
        let votes = records.iter();
        plurality(votes.filter_map(|(record, found)| Some(((*found)?.1, record.account.as_str()))))
    }

    /// People whom no system knows, by full name at their account, among those not matched otherwise.
    fn unrecorded(
        &self,
        accounts: &BTreeMap<AccountId, &'a str>,
        taken: &BTreeMap<PersonId, &'a str>,
    ) -> Vec<(&'a str, PersonId)> {
        let mut by_name = BTreeMap::new();
        for it in self
            .cast
            .iter()
            .filter(|it| !taken.contains_key(&it.person_id))
        {
            if let Some(account) = accounts.get(&it.account_id) {
                by_name.insert((*account, it.name.to_lowercase()), it.person_id);
            }
        }
        for it in &self.placeholders {
            if let Some(account) = accounts.get(&it.account_id) {
                by_name
                    .entry((*account, it.name.to_lowercase()))
                    .or_insert(it.person_id);
            }
        }
        let places: BTreeMap<&str, &str> = self
            .truth
            .affiliations
            .iter()
            .map(|it| (it.person.as_str(), it.account.as_str()))
            .collect();
        let unrecorded = self.truth.people.iter().filter(|it| it.is_unrecorded);
        let find = |it: &'a crate::truth::Human| {
            let account = places.get(it.person.as_str())?;
            let id = by_name.get(&(*account, it.name.to_lowercase()))?;
            Some((it.person.as_str(), *id))
        };
        unrecorded.filter_map(find).collect()
    }
}

/// Every title of a person, in small letters.
fn titles_of(truth: &Truth) -> BTreeMap<&str, Vec<String>> {
    let mut titles: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for it in &truth.affiliations {
        let title = it.title.to_lowercase();
        titles.entry(&it.person).or_default().push(title);
    }
    titles
}

fn names_somebody(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Reference | MentionKind::Named)
}

/// The value most often seen with a key; the least one where several are.
fn plurality<K: Ord + Copy, V: Ord + Copy>(votes: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut counts: BTreeMap<K, BTreeMap<V, u64>> = BTreeMap::new();
    for (key, value) in votes {
        *counts.entry(key).or_default().entry(value).or_default() += 1;
    }
    let most = |values: BTreeMap<V, u64>| {
        values
            .into_iter()
            .rev()
            .max_by_key(|(_, n)| *n)
            .map(|(value, _)| value)
    };
    counts
        .into_iter()
        .filter_map(|(key, values)| Some((key, most(values)?)))
        .collect()
}

/// The files of the truth by the ids they were imported under: one path ends with the other.
fn match_files<'a>(truth: &'a Truth, files: &[FileRow]) -> BTreeMap<FileId, Path<'a>> {
    let people = truth.person_records.iter().map(|it| it.file.as_str());
    let records = people.chain(truth.account_records.iter().map(|it| it.file.as_str()));
    let said = truth.said.iter().map(|it| it.file.as_str());
    let speakers = truth.speakers.iter().map(|it| it.file.as_str());
    let paths = records.chain(said).chain(speakers);
    let by_name: BTreeMap<&str, Vec<&'a str>> = paths.fold(BTreeMap::new(), |mut map, path| {
        let paths: &mut Vec<&'a str> = map.entry(last_part(path)).or_default();
        if !paths.contains(&path) {
            paths.push(path);
        }
        map
    });
    let find = |file: &FileRow| {
        let candidates = by_name.get(last_part(&file.path))?;
        candidates
            .iter()
            .find(|path| ends_with(&file.path, path) || ends_with(path, &file.path))
            .copied()
    };
    files
        .iter()
        .filter_map(|file| Some((file.file_id, find(file)?)))
        .collect()
}

fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn ends_with(path: &str, tail: &str) -> bool {
    let before = path.strip_suffix(tail);
    before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// By the deal's key, else by the contract's among decisions of the kind.
fn match_decisions<'a>(
    truth: &'a Truth,
    decisions: &[decided::Decision],
) -> BTreeMap<&'a str, usize> {
    let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, decision) in decisions.iter().enumerate() {
        for key in &decision.native_keys {
            by_key.entry(key).or_default().push(at);
        }
    }
    let of_kind =
        |at: &&usize, kind: DecisionKind| decisions.get(**at).is_some_and(|it| it.kind == kind);
    let candidates = |key: &Option<String>| key.as_deref().and_then(|key| by_key.get(key));
    let find = |it: &'a crate::truth::Decision| {
        let by_deal = candidates(&it.keys.deal).map(|at| {
            let same_kind = at.iter().find(|at| of_kind(at, it.kind));
            same_kind.or(at.first()).copied()
        });
        let by_contract = || {
            candidates(&it.keys.contract)?
                .iter()
                .find(|at| of_kind(at, it.kind))
                .copied()
        };
        Some((
            it.decision.as_str(),
            by_deal.flatten().or_else(by_contract)?,
        ))
    };
    truth.decisions.iter().filter_map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_wins_and_the_least_of_equals() {
        let votes = [("a", 2), ("a", 1), ("b", 9), ("b", 3), ("b", 9)];
        assert_eq!(
            plurality(votes.into_iter()),
            BTreeMap::from([("a", 1), ("b", 9)])
        );
    }

    #[test]
    fn paths_match_by_whole_parts() {
        assert!(ends_with(
            "out/hubspot/contacts.csv",
            "hubspot/contacts.csv"
        ));
        assert!(!ends_with(
            "nothubspot/contacts.csv",
            "hubspot/contacts.csv"
        ));
    }
}
