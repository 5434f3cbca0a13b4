//! `prosopon people`: decide who is who, and take it back.
//!
//! Reads   `person`, `key_person`, `person_node`, `link`, the identity journal
//! Writes  the identity journal; the next build follows it

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use model::PersonId;
use model::tables::resolved::{KeyPerson, Person};
use store::{IdentityAct, IdentityEntry, identity_in_force};

use crate::cli::Shared;
use crate::clock;
use crate::exit::{Failure, Kind};
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

mod review;

/// Options of `people`.
#[derive(Args)]
#[command(
    after_help = "What is decided here outranks every score, and follows with the next build.\n\n\
                  Example:\n  prosopon people review\n  prosopon people merge \"Ada Quill\" per_0123… --why \"same person, asked her\"\n  \
                  prosopon people undo"
)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// List pairs that may be one person, the most open ones first
    #[command(after_help = "Example:\n  prosopon people review --limit 20")]
    Review {
        /// How many
        #[arg(long, default_value = "10")]
        limit: usize,
    },
    /// Say that two people are one
    #[command(after_help = "Example:\n  prosopon people merge \"Ada Quill\" \"A. Quill\"")]
    Merge {
        /// A person: id, e-mail address, key of a record, or full name
        left: String,
        /// The other one
        right: String,
        #[command(flatten)]
        reason: Reason,
    },
    /// Say that some records of a person are somebody else's
    #[command(after_help = "Example:\n  prosopon people split \"Ada Quill\" crm:contact:17")]
    Split {
        /// A person: id, e-mail address, key of a record, or full name
        person: String,
        /// Keys of the records that are somebody else's, as `prosopon people split` lists them
        keys: Vec<String>,
        #[command(flatten)]
        reason: Reason,
    },
    /// Say that two people are never one
    #[command(after_help = "Example:\n  prosopon people apart \"Ada Quill\" \"Ada Quill Jr\"")]
    Apart {
        /// A person: id, e-mail address, key of a record, or full name
        left: String,
        /// The other one
        right: String,
        #[command(flatten)]
        reason: Reason,
    },
    /// Take a decision back; taking back an undo makes the decision count again
    #[command(after_help = "Example:\n  prosopon people undo 4")]
    Undo {
        /// Its number in the log; the last one when it is left out
        number: Option<i64>,
        #[command(flatten)]
        reason: Reason,
    },
    /// List what was decided, by whom, when and why
    #[command(after_help = "Example:\n  prosopon people log --json")]
    Log,
}

#[derive(Args)]
struct Reason {
    /// Why, in your words
    #[arg(long, default_value = "")]
    why: String,
    /// Who decides
    #[arg(long, env = "USER", default_value = "somebody")]
    by: String,
}

/// Does what is asked.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut workspace = Workspace::open(&shared.workspace)?;
    match &options.what {
        What::Review { limit } => review::review(shared, &workspace, *limit),
        What::Log => log(shared, &workspace),
        What::Merge {
            left,
            right,
            reason,
        } => {
            let (lefts, rights) = two(&workspace, left, right)?;
            let act = IdentityAct::Merge { lefts, rights };
            decide(shared, &mut workspace, reason, act)
        }
        What::Apart {
            left,
            right,
            reason,
        } => {
            let (lefts, rights) = two(&workspace, left, right)?;
            let act = IdentityAct::Apart { lefts, rights };
            decide(shared, &mut workspace, reason, act)
        }
        What::Split {
            person,
            keys,
            reason,
        } => {
            let (lefts, rights) = split(&workspace, person, keys)?;
            decide(
                shared,
                &mut workspace,
                reason,
                IdentityAct::Apart { lefts, rights },
            )
        }
        What::Undo { number, reason } => {
            let undoes = undoable(&workspace, *number)?;
            decide(shared, &mut workspace, reason, IdentityAct::Undo { undoes })
        }
    }
}

fn decide(
    shared: &Shared,
    workspace: &mut Workspace,
    reason: &Reason,
    act: IdentityAct,
) -> Result<()> {
    let lock = workspace.lock()?;
    let entry = IdentityEntry {
        journal_seq: 0,
        at: clock::now(),
        by: reason.by.clone(),
        why: reason.why.clone(),
        act,
    };
    let journal_seq = workspace.control.add_identity(&entry)?;
    drop(lock);
    let entry = IdentityEntry {
        journal_seq,
        ..entry
    };
    if shared.json {
        return print_json(&entry);
    }
    print_text(&format!(
        "decision {journal_seq} is in the log; `prosopon build` follows it, `prosopon people undo {journal_seq}` takes it back"
    ))
}

/// The keys of two different people.
fn two(workspace: &Workspace, left: &str, right: &str) -> Result<(Vec<String>, Vec<String>)> {
    let (lefts, rights) = (keys_of(workspace, left)?, keys_of(workspace, right)?);
    if lefts == rights {
        bail!(Failure::new(
            Kind::BadInput,
            format!(
                "`{left}` and `{right}` are one person already; `prosopon people split` parts their records"
            ),
        ));
    }
    Ok((lefts, rights))
}

/// The keys to be parted from a person, and those that stay.
fn split(
    workspace: &Workspace,
    person: &str,
    keys: &[String],
) -> Result<(Vec<String>, Vec<String>)> {
    let all = keys_of(workspace, person)?;
    let parted: BTreeSet<&String> = keys.iter().collect();
    let (lefts, rights): (Vec<String>, Vec<String>) =
        all.iter().cloned().partition(|key| parted.contains(key));
    if lefts.len() != parted.len() || lefts.is_empty() || rights.is_empty() {
        bail!(Failure::new(
            Kind::BadInput,
            format!(
                "name some of the keys of that person, not all: {}",
                all.join(", ")
            ),
        ));
    }
    Ok((lefts, rights))
}

fn undoable(workspace: &Workspace, number: Option<i64>) -> Result<i64> {
    let log = workspace.control.identity_log()?;
    let known = |number: i64| log.iter().any(|entry| entry.journal_seq == number);
    let last = log.last().map(|entry| entry.journal_seq);
    let wanted = number.or(last).filter(|number| known(*number));
    wanted.ok_or_else(|| {
        Failure::new(
            Kind::NotFound,
            "no such decision; see `prosopon people log`".to_owned(),
        )
        .into()
    })
}

/// The keys of the person somebody means by an id, an address, a key or a full name.
fn keys_of(workspace: &Workspace, wanted: &str) -> Result<Vec<String>> {
    let lake = workspace.lake();
    if !lake.manifest.tables.contains_key("key_person") {
        bail!(Failure::new(
            Kind::NotBuilt,
            "nothing is built yet; run `prosopon build` first".to_owned(),
        ));
    }
    let keys = lake.rows::<KeyPerson>()?;
    let by_key = keys.iter().find(|row| row.native_key == wanted);
    let id = match (PersonId::parse(wanted), by_key) {
        (Some(id), _) => id,
        (_, Some(row)) => row.person_id,
        _ => by_name(&lake.rows::<Person>()?, wanted)?,
    };
    let own = keys.iter().filter(|row| row.person_id == id);
    let own: Vec<String> = own.map(|row| row.native_key.clone()).collect();
    if own.is_empty() {
        bail!(Failure::new(
            Kind::NotFound,
            format!("`{wanted}` is nobody here")
        ));
    }
    Ok(own)
}

fn by_name(people: &[Person], wanted: &str) -> Result<PersonId> {
    let key = text::names::name_key(wanted);
    let has_address = |person: &Person| person.emails.iter().any(|own| own == wanted);
    let found: Vec<&Person> = people
        .iter()
        .filter(|person| has_address(person) || text::names::name_key(&person.name) == key)
        .collect();
    match found.as_slice() {
        [one] => Ok(one.person_id),
        [] => bail!(Failure::new(
            Kind::NotFound,
            format!("`{wanted}` is nobody here")
        )),
        several => {
            let ids: Vec<String> = several.iter().map(|p| p.person_id.to_string()).collect();
            bail!(Failure::new(
                Kind::NotFound,
                format!("`{wanted}` may be {} people: {}", ids.len(), ids.join(", ")),
            ))
        }
    }
}

fn log(shared: &Shared, workspace: &Workspace) -> Result<()> {
    let log = workspace.control.identity_log()?;
    if shared.json {
        return print_json(&log);
    }
    let in_force: BTreeSet<i64> = identity_in_force(&log)
        .iter()
        .map(|entry| entry.journal_seq)
        .collect();
    let mut table = Table::new(&["number", "when", "by", "what", "counts", "why"]);
    for entry in &log {
        let (what, counts) = match &entry.act {
            IdentityAct::Undo { undoes } => (format!("undo {undoes}"), String::new()),
            IdentityAct::Merge { lefts, rights } => {
                (said("one person", lefts, rights), counts(&in_force, entry))
            }
            IdentityAct::Apart { lefts, rights } => {
                (said("never one", lefts, rights), counts(&in_force, entry))
            }
        };
        table.row(&[
            entry.journal_seq.to_string(),
            entry.at.day().to_string(),
            entry.by.clone(),
            what,
            counts,
            entry.why.clone(),
        ]);
    }
    table.print()
}

fn counts(in_force: &BTreeSet<i64>, entry: &IdentityEntry) -> String {
    let counts = in_force.contains(&entry.journal_seq);
    (if counts { "yes" } else { "undone" }).to_owned()
}

fn said(what: &str, lefts: &[String], rights: &[String]) -> String {
    format!("{what}: {} | {}", lefts.join(" "), rights.join(" "))
}
