//! Finds the account a meeting was with.
//!
//! Reads   a meeting, who is named in it, [`PlaceIndex`]
//! Writes  the account, with the reason
//!
//! In this order: the record's own reference, a native id in the heading or the
//! file name, the companies and addresses of those present, names in the title.

use std::collections::BTreeMap;

use model::tables::base::{MeetingRow, MentionRow};
use model::{AccountId, Side};

use super::{PlaceIndex, told_workplace};
use crate::words::{company_key, tokens};

/// The longest company name looked for in a title, in words.
const MAX_NAME_WORDS: usize = 6;

/// The account a meeting was with, if the records tell.
pub fn place_meeting(
    meeting: &MeetingRow,
    present: &[MentionRow],
    index: &PlaceIndex,
) -> Option<AccountId> {
    let refs = [meeting.deal_ref.as_deref(), meeting.account_ref.as_deref()];
    let by_ref = refs.into_iter().find_map(|key| index.key(key));
    by_ref
        .or_else(|| meeting.hints.iter().find_map(|hint| index.id(hint)))
        .or_else(|| by_company(present, index))
        .or_else(|| by_title(&meeting.title, index))
        .or_else(|| by_title(&meeting.hints.join(" "), index))
}

/// The customer most of those present work at; none when two are level.
fn by_company(present: &[MentionRow], index: &PlaceIndex) -> Option<AccountId> {
    let mut votes: BTreeMap<AccountId, usize> = BTreeMap::new();
    for person in present.iter().filter(|p| p.side != Side::Ours) {
        let workplace = told_workplace(index, person).or_else(|| index.person(&person.native_key));
        if let Some(account) = workplace.filter(|id| index.side(*id) == Side::Account) {
            *votes.entry(account).or_default() += 1;
        }
    }
    let most = votes.values().max().copied()?;
    let mut best = votes.into_iter().filter(|(_, n)| *n == most);
    let first = best.next();
    first.filter(|_| best.next().is_none()).map(|(id, _)| id)
}

/// The customer whose name is longest in the title.
fn by_title(title: &str, index: &PlaceIndex) -> Option<AccountId> {
    let words = tokens(title);
    for n in (1..=MAX_NAME_WORDS.min(words.len())).rev() {
        let found = words
            .windows(n)
            .filter_map(|w| index.name_key(&company_key(&w.join(" "))))
            .find(|id| index.side(*id) == Side::Account);
        if found.is_some() {
            return found;
        }
    }
    None
}
