//! Gathers all mentions under one key into one node.
//!
//! Reads   mentions of one slot, all versions, with their accounts; `same_as`
//! Writes  `person_part`, `person_node`
//!
//! A name in a meeting is a key only together with the account: "Ada Quill" in
//! two meetings with one account is one node. Our own people are one node a
//! name, wherever they appear.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{MentionRow, SameAsRow};
use model::tables::resolved::PersonNode;
use model::{AccountId, MentionKind, Side};
use text::domains::{email_key, is_blocklisted_value, is_shared_mailbox};
use text::fold::fold;
use text::names::is_placeholder;

use super::NameKey;
use crate::settle::sort_versions;

/// A telephone number needs as many digits to be one.
const MIN_PHONE_DIGITS: usize = 7;

/// The rows of one slot that nodes are made of.
#[derive(Clone, Copy)]
pub struct NodeInput<'a> {
    /// Mentions, all versions, with their accounts and sides.
    pub mentions: &'a [MentionRow],
    /// Keys that are the same thing.
    pub same_as: &'a [SameAsRow],
}

/// One node for each key of the slot, as far as the slot tells.
///
/// What was deleted because it was merged into another record still tells who it was.
pub fn parts(input: &NodeInput<'_>) -> Vec<PersonNode> {
    let mut merged: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for same in input.same_as {
        let keys = merged.entry(&same.from_key).or_default();
        keys.insert(&same.to_key);
    }
    let mut by_key: BTreeMap<&str, Vec<&MentionRow>> = BTreeMap::new();
    for row in input.mentions {
        let key = row.native_key.as_str();
        if !row.is_deleted || merged.contains_key(key) {
            by_key.entry(key).or_default().push(row);
        }
    }
    let nodes = by_key.into_iter();
    nodes
        .map(|(key, mut rows)| {
            let same = merged.remove(key).unwrap_or_default();
            rows.sort_by_key(|row| row.mention_id);
            part(key, &rows, &same)
        })
        .collect()
}

fn part(key: &str, rows: &[&MentionRow], same: &BTreeSet<&str>) -> PersonNode {
    let ordered = latest_first(rows);
    let sides = rows.iter().map(|row| row.side);
    let side = sides.min_by_key(|side| strength(*side));
    let side = side.unwrap_or(Side::Unknown);
    let names = names_of(&ordered);
    let (emails, shared) = emails_of(&ordered);
    let accounts: BTreeSet<AccountId> = rows.iter().filter_map(|row| row.account_id).collect();
    let founder = rows.iter().min_by_key(|row| (row.known_at, row.mention_id));
    let name = name_in_force(&ordered);
    let is_nobody = is_nobody(key, &name, &ordered, (&emails, &shared));
    let externals = ordered.iter().flat_map(|row| row.external_keys.iter());
    let externals = externals.map(String::as_str).chain(same.iter().copied());
    let node_id = founder.map(|row| row.mention_id).unwrap_or_default();
    PersonNode {
        node_key: node_key(key, rows, (side, &names), (&emails, &accounts)),
        block_key: String::new(),
        node_id,
        record_id: founder.map(|row| row.record_id).unwrap_or_default(),
        known_at: founder.map(|row| row.known_at).unwrap_or_default(),
        component: node_id,
        native_keys: vec![key.to_owned()],
        external_keys: sorted(externals.filter(|k| !is_blocked_key(k)).map(str::to_owned)),
        name,
        name_keys: names.iter().map(ToString::to_string).collect(),
        emails,
        shared_emails: shared,
        phones: sorted(
            ordered
                .iter()
                .flat_map(|row| row.phones.iter())
                .filter_map(|p| digits(p)),
        ),
        accounts: accounts.into_iter().collect(),
        meetings: sorted(rows.iter().filter_map(|row| presence(row))),
        objects: sorted(rows.iter().filter_map(|row| object(row))),
        side,
        is_placeholder: is_nobody,
        is_opted_out: rows.iter().any(|row| row.is_opted_out),
        n_mentions: i32::try_from(rows.len()).unwrap_or(i32::MAX),
    }
}

/// The person's own rows, the one in force first, then the rest.
fn latest_first<'a>(rows: &[&'a MentionRow]) -> Vec<&'a MentionRow> {
    let (mut own, mut rest): (Vec<&MentionRow>, Vec<&MentionRow>) =
        rows.iter().partition(|row| row.kind == MentionKind::Row);
    sort_versions(&mut own);
    own.reverse();
    rest.sort_by_key(|row| (row.kind, row.mention_id));
    own.extend(rest);
    own
}

/// What outranks what when mentions of one key tell different sides.
const fn strength(side: Side) -> u8 {
    match side {
        Side::Ours => 0,
        Side::Partner => 1,
        Side::Account => 2,
        Side::Unknown => 3,
    }
}

fn name_in_force(ordered: &[&MentionRow]) -> String {
    let spelled = ordered.iter().find_map(|row| {
        let parts = [row.given_name.as_deref(), row.family_name.as_deref()];
        let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let full = row.full_name.clone().filter(|name| !name.trim().is_empty());
        full.or(Some(joined).filter(|name| !name.is_empty()))
    });
    spelled.unwrap_or_default()
}

/// The names of a node, each once, the one in force first.
fn names_of(ordered: &[&MentionRow]) -> Vec<NameKey> {
    let mut names: Vec<NameKey> = Vec::new();
    for name in ordered.iter().map(|row| NameKey::of(row)) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Addresses of somebody's own, and of functions and groups.
fn emails_of(ordered: &[&MentionRow]) -> (Vec<String>, Vec<String>) {
    let all = ordered.iter().flat_map(|row| row.emails.iter());
    let keys: BTreeSet<String> = all.filter_map(|email| email_key(email)).collect();
    keys.into_iter()
        .partition(|email| !is_shared_mailbox(email))
}

/// Whether the mentions name a part, a group or nobody rather than a person.
fn is_nobody(
    key: &str,
    name: &str,
    ordered: &[&MentionRow],
    (emails, shared): (&[String], &[String]),
) -> bool {
    let has_own_address = !emails.is_empty();
    let is_called_so =
        ordered.iter().any(|row| row.is_placeholder) || (!name.is_empty() && is_placeholder(name));
    let names_a_function = fold(name).split(' ').any(is_shared_mailbox);
    let is_mailbox = !shared.is_empty() && (names_a_function || !NameKey::read(name).is_full());
    is_blocked_key(key) || (!has_own_address && (is_called_so || is_mailbox))
}

/// Whether the id of a key stands for "nothing".
fn is_blocked_key(key: &str) -> bool {
    is_blocklisted_value(key.rsplit(':').next().unwrap_or_default())
}

fn node_key(
    key: &str,
    rows: &[&MentionRow],
    (side, names): (Side, &[NameKey]),
    (emails, accounts): (&[String], &BTreeSet<AccountId>),
) -> String {
    let full = names.iter().find(|name| name.is_full());
    let is_row = rows.iter().any(|row| row.kind == MentionKind::Row);
    let Some(name) = full.filter(|_| !is_row) else {
        return key.to_owned();
    };
    let name = format!("{}|{}", name.pair(), name.suffix);
    let is_meeting = rows.iter().all(|row| row.meeting_id.is_some());
    let is_owner = rows.iter().all(|row| row.kind == MentionKind::Owner);
    match (side, accounts.first()) {
        (Side::Ours, _) if is_meeting || is_owner => format!("ours|{name}"),
        (_, Some(account)) if is_meeting && emails.is_empty() && accounts.len() == 1 => {
            format!("{account}|{name}")
        }
        _ => key.to_owned(),
    }
}

/// The digits of a telephone number, when there are enough.
fn digits(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= MIN_PHONE_DIGITS && !is_blocklisted_value(&digits)).then_some(digits)
}

fn presence(row: &MentionRow) -> Option<String> {
    let is_present = matches!(row.kind, MentionKind::Speaker | MentionKind::Attendee);
    let meeting = row.meeting_id.filter(|_| is_present)?;
    Some(format!("{}:{meeting}", row.kind))
}

/// `system:object` of a row about the person.
fn object(row: &MentionRow) -> Option<String> {
    let (object, _) = row.native_key.rsplit_once(':')?;
    (row.kind == MentionKind::Row).then(|| object.to_owned())
}

fn sorted<T: Ord>(found: impl Iterator<Item = T>) -> Vec<T> {
    found.collect::<BTreeSet<T>>().into_iter().collect()
}

/// Joins the parts of one node, whichever slots they come from.
pub fn merge_parts(parts: &[PersonNode]) -> Option<PersonNode> {
    let mut parts: Vec<&PersonNode> = parts.iter().collect();
    parts.sort_by_key(|part| (part.known_at, part.node_id));
    let mut node = (*parts.first()?).clone();
    for part in parts.iter().skip(1) {
        merge_list(&mut node.native_keys, &part.native_keys);
        merge_list(&mut node.external_keys, &part.external_keys);
        merge_list(&mut node.emails, &part.emails);
        merge_list(&mut node.shared_emails, &part.shared_emails);
        merge_list(&mut node.phones, &part.phones);
        merge_list(&mut node.accounts, &part.accounts);
        merge_list(&mut node.meetings, &part.meetings);
        merge_list(&mut node.objects, &part.objects);
        merge_list(&mut node.name_keys, &part.name_keys);
        node.is_opted_out |= part.is_opted_out;
        node.is_placeholder &= part.is_placeholder;
        node.n_mentions = node.n_mentions.saturating_add(part.n_mentions);
        if strength(part.side) < strength(node.side) {
            node.side = part.side;
        }
        if part.name.len() > node.name.len() {
            node.name.clone_from(&part.name);
        }
    }
    Some(node)
}

fn merge_list<T: Ord + Clone>(list: &mut Vec<T>, more: &[T]) {
    list.extend(more.iter().cloned());
    list.sort();
    list.dedup();
}
