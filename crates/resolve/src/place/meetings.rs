//! Finds the account a meeting was with.
//!
//! Reads   a meeting, where those present work, [`PlaceIndex`]
//! Writes  the account
//!
//! In this order: the record's own reference, a native id in the heading or the
//! file name, the companies and addresses of those present, names in the title,
//! and last the full names of those present, when they all lead to one account.

use std::collections::BTreeMap;

use model::AccountId;
use model::tables::base::MeetingRow;
use model::{MeetingId, Side};
use text::companies::company_key;
use text::fold::fold;

use super::PlaceIndex;

/// The longest company name looked for in a title, in words.
const MAX_NAME_WORDS: usize = 6;

/// Words that say what a meeting is and, alone, never with whom.
const MEETING_WORDS: &[&str] = &[
    "and",
    "call",
    "check",
    "contract",
    "debrief",
    "demo",
    "discovery",
    "executive",
    "final",
    "follow",
    "for",
    "in",
    "internal",
    "intro",
    "introduction",
    "kick",
    "kickoff",
    "launch",
    "meeting",
    "monthly",
    "negotiation",
    "next",
    "off",
    "on",
    "onboarding",
    "pilot",
    "planning",
    "pricing",
    "procurement",
    "project",
    "proposal",
    "qbr",
    "quarterly",
    "recording",
    "renewal",
    "review",
    "sales",
    "security",
    "session",
    "standup",
    "steps",
    "strategy",
    "summit",
    "support",
    "sync",
    "team",
    "the",
    "training",
    "transcript",
    "up",
    "update",
    "weekly",
    "with",
    "workshop",
];

/// What those present tell about where a meeting belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// Accounts by how many of those present say or show that they work there.
    pub workplaces: BTreeMap<AccountId, usize>,
    /// Accounts by how many of those present share their full name with its people alone.
    pub namesakes: BTreeMap<AccountId, usize>,
    /// Those present with a full name, our own people left out.
    pub n_named: usize,
}

/// The account a meeting was with, if the records tell.
pub fn place_meeting(
    meeting: &MeetingRow,
    present: Option<&Present>,
    index: &PlaceIndex,
) -> Option<AccountId> {
    let refs = [meeting.deal_ref.as_deref(), meeting.account_ref.as_deref()];
    let by_ref = refs.into_iter().find_map(|key| index.key(key));
    by_ref
        .or_else(|| meeting.hints.iter().find_map(|hint| index.id(hint)))
        .or_else(|| most_voted(&present?.workplaces, index))
        .or_else(|| by_title(&meeting.title, index))
        .or_else(|| by_title(&meeting.hints.join(" "), index))
        .or_else(|| by_names(present?, index))
}

/// The customer whose people at least half of those present are called like.
fn by_names(present: &Present, index: &PlaceIndex) -> Option<AccountId> {
    let account = most_voted(&present.namesakes, index)?;
    let n = present.namesakes.get(&account).copied().unwrap_or_default();
    (2 * n >= present.n_named).then_some(account)
}

/// The customer most of those present work at; none when two are level.
fn most_voted(votes: &BTreeMap<AccountId, usize>, index: &PlaceIndex) -> Option<AccountId> {
    let customers = || {
        votes
            .iter()
            .filter(|(id, _)| index.side(**id) == Side::Account)
    };
    let most = customers().map(|(_, n)| *n).max()?;
    let mut best = customers().filter(|(_, n)| **n == most);
    let first = best.next();
    first.filter(|_| best.next().is_none()).map(|(id, _)| *id)
}

/// The customer whose name is longest in the title.
fn by_title(title: &str, index: &PlaceIndex) -> Option<AccountId> {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    for n in (1..=MAX_NAME_WORDS.min(words.len())).rev() {
        let found = words
            .windows(n)
            .filter(|w| !w.iter().all(|word| MEETING_WORDS.contains(word)))
            .filter_map(|w| index.name_key(&company_key(&w.join(" "))))
            .find(|id| index.side(*id) == Side::Account);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Counts, by meeting, where those present work and whose names they bear.
///
/// `named` lists who is present by the number of their full name; `homes` lists
/// the accounts at which a bearer of that name is known.
pub fn count_present(
    working: &[(MeetingId, AccountId)],
    named: &[(MeetingId, u64)],
    homes: &BTreeMap<u64, Option<AccountId>>,
) -> BTreeMap<MeetingId, Present> {
    let mut found: BTreeMap<MeetingId, Present> = BTreeMap::new();
    for (meeting, account) in working {
        let present = found.entry(*meeting).or_default();
        *present.workplaces.entry(*account).or_default() += 1;
    }
    for (meeting, name) in named {
        found.entry(*meeting).or_default().n_named += 1;
        if let Some(account) = homes.get(name).copied().flatten() {
            let present = found.entry(*meeting).or_default();
            *present.namesakes.entry(account).or_default() += 1;
        }
    }
    found
}
