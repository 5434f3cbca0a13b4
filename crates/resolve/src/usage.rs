//! Counts usage events, and places the counts at accounts.
//!
//! Reads   `event` of one slot; `key_person`, what group keys mean
//! Writes  `usage`, `usage_placed`

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::EventRow;
use model::tables::decided::UsagePlaced;
use model::tables::resolved::{KeyPerson, Usage};
use model::{AccountId, Day, RecordId};

use crate::place::PlaceIndex;

/// Counts while they grow.
struct Count {
    n: i64,
    days: BTreeSet<Day>,
    digest: i64,
}

/// Counts the events of one slot by user, group and name.
pub(crate) fn count_events(events: &[EventRow]) -> Vec<Usage> {
    let mut counts: BTreeMap<(&str, &str, &str), Count> = BTreeMap::new();
    for event in events {
        let group = event.group_key.as_deref().unwrap_or_default();
        let key = (event.user_key.as_str(), group, event.name.as_str());
        let count = counts.entry(key).or_insert_with(|| Count {
            n: 0,
            days: BTreeSet::new(),
            digest: 0,
        });
        count.n += i64::from(event.n);
        count.days.insert(event.at.day());
        count.digest = count.digest.wrapping_add(number(event.event_id));
    }
    counts.into_iter().filter_map(usage).collect()
}

fn usage(((user, group, name), count): ((&str, &str, &str), Count)) -> Option<Usage> {
    Some(Usage {
        user_key: user.to_owned(),
        group_key: group.to_owned(),
        name: name.to_owned(),
        n: count.n,
        n_days: i32::try_from(count.days.len()).unwrap_or(i32::MAX),
        first_day: *count.days.first()?,
        last_day: *count.days.last()?,
        digest: count.digest,
    })
}

/// The first eight bytes of an id as a number.
fn number(id: RecordId) -> i64 {
    let mut head = [0; 8];
    head.iter_mut().zip(id.0).for_each(|(to, from)| *to = from);
    i64::from_le_bytes(head)
}

/// Places counts at the account of their group, else at that of their user.
pub(crate) fn place_usage(
    usage: &[Usage],
    keys: &[KeyPerson],
    index: &PlaceIndex,
) -> Vec<UsagePlaced> {
    let homes: BTreeMap<&str, AccountId> = keys
        .iter()
        .filter_map(|key| Some((key.native_key.as_str(), key.account_id?)))
        .collect();
    let mut known: BTreeMap<(&str, &str), Option<AccountId>> = BTreeMap::new();
    let placed = usage.iter().filter_map(|row| {
        let who = (row.user_key.as_str(), row.group_key.as_str());
        let account = known
            .entry(who)
            .or_insert_with(|| find_account(who, &homes, index));
        account.map(|account_id| at_account(row, account_id))
    });
    placed.collect()
}

fn find_account(
    (user, group): (&str, &str),
    homes: &BTreeMap<&str, AccountId>,
    index: &PlaceIndex,
) -> Option<AccountId> {
    let by_group = Some(group).filter(|key| !key.is_empty());
    let by_address = || index.email(user.rsplit(':').next().unwrap_or_default());
    by_group
        .and_then(|key| index.group(key))
        .or_else(|| homes.get(user).copied())
        .or_else(by_address)
}

fn at_account(row: &Usage, account_id: AccountId) -> UsagePlaced {
    UsagePlaced {
        account_id,
        user_key: row.user_key.clone(),
        group_key: row.group_key.clone(),
        name: row.name.clone(),
        n: row.n,
        n_days: row.n_days,
        first_day: row.first_day,
        last_day: row.last_day,
        digest: row.digest,
    }
}
