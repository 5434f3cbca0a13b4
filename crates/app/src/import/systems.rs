//! Which system the tables of an import are of, where nothing in them says so.
//!
//! Reads   the first rows of tables nobody recognises; `file`, `mention`, `account_row`, `deal`
//!
//! Keys of such tables would all be of the system `csv`, and contact 1 of one
//! program would be contact 1 of another. So ids are held against those that are
//! there: a system whose ids name the same people, companies and deals is the
//! same one; where shared ids name others, it is another and gets a name of its
//! own. Tables of one folder stay together, since they refer to each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Result;
use lake::Lake;
use model::tables::base::{AccountRow, DealRow, FileRow, MentionRow};
use model::{FileId, MentionKind, Row};
use sources::{Context, Item, Sink, SinkError};

use super::Input;

/// The system of tables whose system is not known.
const GENERIC: &str = "csv";
/// Objects of one table that are looked at.
const MAX_LOOKED_AT: usize = 5_000;

/// What ids name: hashes of names and addresses, by object and id.
type Named = BTreeMap<(String, String), BTreeSet<String>>;

/// How the ids of some tables go with those of a system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    n_same: usize,
    n_other: usize,
}

/// The system of a file, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// The name of the system.
    pub(super) system: String,
    /// Ids that name something else than before.
    pub(super) conflict: Option<String>,
}

/// Chooses the system of every file whose table does not tell its own.
pub(super) fn choose(
    base: &Lake,
    inputs: &[Input],
    context: &Context,
) -> Result<BTreeMap<PathBuf, Choice>> {
    let mut groups: BTreeMap<String, Vec<&Input>> = BTreeMap::new();
    let folders = folders(inputs);
    for input in inputs {
        let own = folders.get(&input.path).cloned();
        let name = context
            .source
            .clone()
            .or(own)
            .unwrap_or_else(|| GENERIC.to_owned());
        groups.entry(name).or_default().push(input);
    }
    let mut systems = generic_systems(base, context)?;
    if systems.is_empty() && groups.len() == 1 {
        return Ok(plain(groups, BTreeMap::new()));
    }
    let mut probes: BTreeMap<String, Named> = BTreeMap::new();
    for (name, files) in &groups {
        probes.insert(name.clone(), probe(files, context));
    }
    let wanted: BTreeSet<&(String, String)> = probes.values().flat_map(BTreeMap::keys).collect();
    let mut known = known(base, &systems, &wanted)?;
    let mut chosen = BTreeMap::new();
    for (name, named) in probes {
        let choice = match &context.source {
            Some(source) => told(source, &named, &known),
            None => judge(&name, &named, &known, &systems),
        };
        systems.insert(choice.system.clone());
        let own = known.entry(choice.system.clone()).or_default();
        for (id, names) in named {
            own.entry(id).or_default().extend(names);
        }
        chosen.insert(name, choice);
    }
    Ok(plain(groups, chosen))
}

/// The choice of every file that needs one.
fn plain(
    groups: BTreeMap<String, Vec<&Input>>,
    chosen: BTreeMap<String, Choice>,
) -> BTreeMap<PathBuf, Choice> {
    let mut by_file = BTreeMap::new();
    for (name, files) in groups {
        let own = Choice {
            system: name.clone(),
            conflict: None,
        };
        let choice = chosen.get(&name).cloned().unwrap_or(own);
        if choice.system != GENERIC || choice.conflict.is_some() {
            by_file.extend(files.iter().map(|file| (file.path.clone(), choice.clone())));
        }
    }
    by_file
}

/// The system whose ids name the same; else, where shared ids name others, a new one.
fn judge(
    name: &str,
    named: &Named,
    known: &BTreeMap<String, Named>,
    systems: &BTreeSet<String>,
) -> Choice {
    let tallies: BTreeMap<&String, Tally> = known
        .iter()
        .map(|(system, theirs)| (system, tally(named, theirs)))
        .collect();
    let alike = tallies
        .iter()
        .filter(|(_, tally)| tally.n_same > tally.n_other);
    if let Some((system, tally)) = alike.max_by_key(|(_, tally)| tally.n_same) {
        return Choice {
            system: (*system).clone(),
            conflict: conflict(system, *tally),
        };
    }
    let own = tallies.get(&name.to_owned()).copied().unwrap_or_default();
    if own.n_other == 0 {
        return Choice {
            system: name.to_owned(),
            conflict: None,
        };
    }
    let mut names = (2..).map(|n: usize| format!("{name}-{n}"));
    let system = names
        .find(|name| !systems.contains(name))
        .unwrap_or_default();
    Choice {
        conflict: Some(format!(
            "{} of {} ids that `{name}` has too name somebody or something else, so these tables are kept apart \
             as `{system}`; --source names the system",
            own.n_other,
            own.n_same + own.n_other
        )),
        system,
    }
}

/// The system the user names, whatever its ids name.
fn told(source: &str, named: &Named, known: &BTreeMap<String, Named>) -> Choice {
    let tally = known.get(source).map(|theirs| tally(named, theirs));
    Choice {
        system: source.to_owned(),
        conflict: tally.and_then(|tally| conflict(source, tally)),
    }
}

fn conflict(system: &str, tally: Tally) -> Option<String> {
    (tally.n_other > 0).then(|| {
        format!(
            "{} of {} ids that earlier tables of `{system}` have too name somebody or something else now; if these \
             tables are of another system, import them again with --source",
            tally.n_other,
            tally.n_same + tally.n_other
        )
    })
}

fn tally(named: &Named, theirs: &Named) -> Tally {
    let mut tally = Tally::default();
    for (id, names) in named {
        match theirs.get(id) {
            Some(known) if known.is_disjoint(names) => tally.n_other += 1,
            Some(_) => tally.n_same += 1,
            None => {}
        }
    }
    tally
}

/// Systems that were given to tables nobody recognised, and the one the user names.
fn generic_systems(base: &Lake, context: &Context) -> Result<BTreeSet<String>> {
    let is_generic = |name: &str| name == GENERIC || name.starts_with("csv-");
    let files = base.rows::<FileRow>()?.into_iter();
    let names = files.flat_map(|file| {
        file.system
            .split('+')
            .map(str::to_owned)
            .collect::<Vec<_>>()
    });
    Ok(names
        .filter(|name| is_generic(name) || context.source.as_ref() == Some(name))
        .collect())
}

/// What the wanted ids name in each system.
fn known(
    base: &Lake,
    systems: &BTreeSet<String>,
    wanted: &BTreeSet<&(String, String)>,
) -> Result<BTreeMap<String, Named>> {
    let mut known: BTreeMap<String, Named> = BTreeMap::new();
    let mut add = |key: &str, names: BTreeSet<String>| {
        let Some((system, id)) = split(key) else {
            return;
        };
        if systems.contains(system) && wanted.contains(&id) && !names.is_empty() {
            known
                .entry(system.to_owned())
                .or_default()
                .entry(id)
                .or_default()
                .extend(names);
        }
    };
    if wanted.is_empty() {
        return Ok(known);
    }
    base.for_each(MentionRow::TABLE, |batch| {
        let rows = MentionRow::from_batch(batch)?.into_iter();
        let own = rows.filter(|row| row.kind == MentionKind::Row && !row.is_deleted);
        own.for_each(|row| add(&row.native_key, names_of_person(&row)));
        Ok(())
    })?;
    base.for_each(AccountRow::TABLE, |batch| {
        let rows = AccountRow::from_batch(batch)?.into_iter();
        rows.for_each(|row| add(&row.native_key, names_of_account(&row)));
        Ok(())
    })?;
    base.for_each(DealRow::TABLE, |batch| {
        let rows = DealRow::from_batch(batch)?.into_iter();
        rows.for_each(|row| add(&row.native_key, names_of_deal(&row)));
        Ok(())
    })?;
    Ok(known)
}

fn split(key: &str) -> Option<(&str, (String, String))> {
    let mut parts = key.splitn(3, ':');
    let system = parts.next()?;
    Some((system, (parts.next()?.to_owned(), parts.next()?.to_owned())))
}

fn folded(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    let names = names.into_iter().map(|name| text::fold::fold(&name));
    names.filter(|name| !name.is_empty()).collect()
}

fn names_of_person(row: &MentionRow) -> BTreeSet<String> {
    let family = row.family_name.iter();
    folded(
        row.full_name
            .iter()
            .chain(family)
            .chain(&row.emails)
            .cloned(),
    )
}

fn names_of_account(row: &AccountRow) -> BTreeSet<String> {
    let names = row
        .name
        .iter()
        .map(|name| text::companies::company_key(name));
    let domains = row.domains.iter();
    let domains = domains.filter_map(|domain| text::domains::registrable_domain(domain));
    folded(names.chain(domains))
}

fn names_of_deal(row: &DealRow) -> BTreeSet<String> {
    folded(row.name.iter().cloned())
}

/// What the ids of the first rows of some tables name.
fn probe(files: &[&Input], context: &Context) -> Named {
    let mut found = Probe::default();
    let context = Context {
        generic_system: None,
        source: None,
        ..context.clone()
    };
    for input in files {
        let Ok(mut file) = File::open(&input.path) else {
            continue;
        };
        if sources::is_generic(&input.shown, &mut file, &context) {
            found.n_left = MAX_LOOKED_AT;
            // Whatever is wrong with the file is told when it is read, and enough is enough.
            let id = FileId::default();
            drop(sources::read_file(
                &input.shown,
                id,
                &mut file,
                &context,
                &mut found,
            ));
        }
    }
    found.named
}

#[derive(Default)]
struct Probe {
    named: Named,
    n_left: usize,
}

/// Why a probe ends before its file does.
#[derive(Debug, thiserror::Error)]
#[error("enough was seen")]
struct Enough;

impl Sink for Probe {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        let (key, names) = match item {
            Item::Mention(row) if row.kind == MentionKind::Row => {
                (row.native_key.clone(), names_of_person(&row))
            }
            Item::Account(row) => (row.native_key.clone(), names_of_account(&row)),
            Item::Deal(row) => (row.native_key.clone(), names_of_deal(&row)),
            _ => return Ok(()),
        };
        if let (Some((GENERIC, id)), false) = (split(&key), names.is_empty()) {
            self.named.entry(id).or_default().extend(names);
        }
        self.n_left = self.n_left.saturating_sub(1);
        match self.n_left {
            0 => Err(SinkError(Box::new(Enough))),
            _ => Ok(()),
        }
    }
}

/// Names for files that share their name with a file of another folder.
///
/// `alpha/contacts.csv` and `omega/contacts.csv` may be exports of two systems:
/// contact 1 of the one is not contact 1 of the other.
fn folders(inputs: &[Input]) -> BTreeMap<PathBuf, String> {
    let mut folders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for input in inputs {
        let (folder, name) = folder_of(input);
        folders.entry(name).or_default().insert(folder);
    }
    let several = folders.into_values().filter(|folders| folders.len() > 1);
    let shared: BTreeSet<String> = several.flatten().collect();
    let named = inputs.iter().filter_map(|input| {
        let (folder, _) = folder_of(input);
        let name = format!("csv-{}", folder.replace([':', '/'], "-"));
        shared.contains(&folder).then(|| (input.path.clone(), name))
    });
    named.collect()
}

/// The folder of a file as it is shown, or its own where it was named itself, and its name.
fn folder_of(input: &Input) -> (String, String) {
    let own = || {
        let folder = input.path.parent().and_then(Path::file_name);
        folder.map_or(String::new(), |name| name.to_string_lossy().into_owned())
    };
    match input.shown.rsplit_once('/') {
        Some((folder, name)) => (folder.to_owned(), name.to_lowercase()),
        None => (own(), input.shown.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_name_in_two_folders_are_told_apart() {
        let input = |shown: &str| Input {
            path: shown.into(),
            shown: shown.to_owned(),
            problem: None,
        };
        let inputs = [
            "a/contacts.csv",
            "b/Contacts.csv",
            "b/deals.csv",
            "c/calls.csv",
        ];
        let found = folders(&inputs.map(input));
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(path, name)| (path.to_str().unwrap(), name.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("a/contacts.csv", "csv-a"),
                ("b/Contacts.csv", "csv-b"),
                ("b/deals.csv", "csv-b"),
            ]
        );
    }

    fn named(rows: &[(&str, &str)]) -> Named {
        rows.iter()
            .map(|(id, name)| {
                let id = ("contact".to_owned(), (*id).to_owned());
                (id, folded([(*name).to_owned()]))
            })
            .collect()
    }

    #[test]
    fn ids_decide_which_system_it_is() {
        let known = BTreeMap::from([
            (
                "csv".to_owned(),
                named(&[("1", "Ada Hill"), ("2", "Bo Lund")]),
            ),
            (
                "csv-2".to_owned(),
                named(&[("1", "Cy Orr"), ("2", "Di Pau")]),
            ),
        ]);
        let systems: BTreeSet<String> = known.keys().cloned().collect();
        let system = |rows: &[(&str, &str)]| judge("csv", &named(rows), &known, &systems).system;
        assert_eq!(
            system(&[("1", "Ada Hill"), ("2", "Bo Lund"), ("3", "New")]),
            "csv"
        );
        assert_eq!(
            system(&[("1", "Cy Orr"), ("2", "Somebody")]),
            "csv-3",
            "as many differ"
        );
        assert_eq!(system(&[("1", "Cy Orr"), ("2", "Di Pau")]), "csv-2");
        assert_eq!(system(&[("1", "Eve Fox")]), "csv-3");
        assert_eq!(system(&[("7", "Eve Fox")]), "csv", "no id is shared");
        let said = judge(
            "csv",
            &named(&[("1", "Ada Hill"), ("2", "Bo Lund")]),
            &known,
            &systems,
        );
        assert_eq!(said.conflict, None);
    }
}
