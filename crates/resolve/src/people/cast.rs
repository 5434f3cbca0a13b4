//! Puts mentions together with their people and accounts.
//!
//! Reads   mentions with their accounts, `key_person`, both of one slot; roles by mention
//! Writes  `membership`, `cast`, `mention_placed`, `work_seen`
//!
//! A mention stands at its own account, else at the one its person is known at;
//! and, besides, wherever it is given a role.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::base::{MentionRow, RecordRow};
use model::tables::resolved::{CastRow, KeyPerson, Membership, WorkSeen};
use model::{AccountId, MentionId, MentionKind, RecordId, Side};

use crate::settle::settle;

/// The rows of one slot.
#[derive(Clone, Copy)]
pub struct CastInput<'a> {
    /// Mentions, all versions, with their accounts.
    pub mentions: &'a [MentionRow],
    /// Which person a key means.
    pub keys: &'a [KeyPerson],
    /// The records of the slot: they name the column of a title.
    pub records: &'a [RecordRow],
    /// Accounts at which a mention is given a role or signs.
    pub roles: &'a BTreeMap<MentionId, BTreeSet<AccountId>>,
}

/// What one slot gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CastOutput {
    /// Every mention with its person.
    pub memberships: Vec<Membership>,
    /// Mentions in force at their accounts.
    pub cast: Vec<CastRow>,
    /// Mentions in force.
    pub placed: Vec<MentionRow>,
    /// Workplaces, as every version states them.
    pub work: Vec<WorkSeen>,
}

/// Puts the mentions of one slot together with their people and accounts.
pub fn cast_of(input: &CastInput<'_>) -> CastOutput {
    let people: BTreeMap<&str, &KeyPerson> = input
        .keys
        .iter()
        .map(|key| (key.native_key.as_str(), key))
        .collect();
    let in_force = in_force(input.mentions);
    let names = names_by_key(input.mentions, &in_force);
    let fields: BTreeMap<RecordId, &str> = input
        .records
        .iter()
        .map(|record| (record.record_id, record.fields.as_str()))
        .collect();
    let mut output = CastOutput::default();
    for row in input.mentions {
        let Some(key) = people.get(row.native_key.as_str()) else {
            continue;
        };
        output.memberships.push(membership(row, key));
        let is_in_force = in_force.contains(&row.mention_id);
        let field = title_field(row, fields.get(&row.record_id).copied());
        output.work.extend(work_seen(row, key, !is_in_force, field));
        if is_in_force {
            output.place(row, key, &names, input.roles);
        }
    }
    output
}

impl CastOutput {
    fn place(
        &mut self,
        row: &MentionRow,
        key: &KeyPerson,
        names: &BTreeMap<String, String>,
        roles: &BTreeMap<MentionId, BTreeSet<AccountId>>,
    ) {
        let at_home = key.account_id.filter(|_| row.kind != MentionKind::Owner);
        let account = row.account_id.or(at_home);
        let elsewhere = roles.get(&row.mention_id).into_iter().flatten().copied();
        let accounts: BTreeSet<AccountId> = account.into_iter().chain(elsewhere).collect();
        for account in accounts {
            self.cast.push(cast_row(row, key, account, names));
        }
        // Owners of records without an account say nothing that their record does not.
        if account.is_some() || row.kind != MentionKind::Owner {
            self.placed.push(MentionRow {
                account_id: account,
                ..row.clone()
            });
        }
    }
}

/// The mentions of rows in force; mentions of other kinds stay unless deleted.
fn in_force(mentions: &[MentionRow]) -> BTreeSet<MentionId> {
    let (own, rest): (Vec<MentionRow>, Vec<MentionRow>) = mentions
        .iter()
        .cloned()
        .partition(|row| row.kind == MentionKind::Row);
    let settled = settle(&own).into_iter();
    let rest = rest.into_iter().filter(|row| !row.is_deleted);
    settled.chain(rest).map(|row| row.mention_id).collect()
}

/// The name in force under each key, for references that give none.
fn names_by_key(
    mentions: &[MentionRow],
    in_force: &BTreeSet<MentionId>,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut rows: Vec<&MentionRow> = mentions.iter().collect();
    rows.sort_by_key(|row| {
        let is_own = row.kind == MentionKind::Row && in_force.contains(&row.mention_id);
        (!is_own, row.mention_id)
    });
    for row in rows {
        if let Some(name) = &row.full_name {
            names
                .entry(row.native_key.clone())
                .or_insert_with(|| name.clone());
        }
    }
    names
}

fn membership(row: &MentionRow, key: &KeyPerson) -> Membership {
    Membership {
        mention_id: row.mention_id,
        person_id: key.person_id,
        weight_bits: key.weight_bits,
        reason: key.reason.clone(),
    }
}

fn cast_row(
    row: &MentionRow,
    key: &KeyPerson,
    account_id: AccountId,
    names: &BTreeMap<String, String>,
) -> CastRow {
    let known = || names.get(&row.native_key).cloned().unwrap_or_default();
    CastRow {
        account_id,
        mention_id: row.mention_id,
        person_id: key.person_id,
        record_id: row.record_id,
        native_key: row.native_key.clone(),
        kind: row.kind,
        name: row.full_name.clone().unwrap_or_else(known),
        title: row.title.clone(),
        meeting_id: row.meeting_id,
        side: if key.side == Side::Unknown {
            row.side
        } else {
            key.side
        },
        is_placeholder: row.is_placeholder || key.is_placeholder,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        known_at: row.known_at,
    }
}

/// What a mention states about where its person works; our own staff get no profile.
fn work_seen(
    row: &MentionRow,
    key: &KeyPerson,
    is_superseded: bool,
    field: String,
) -> Option<WorkSeen> {
    let is_ours = key.side == Side::Ours || row.kind == MentionKind::Owner;
    if is_ours || row.is_deleted || row.record_id == RecordId::default() {
        return None;
    }
    let account_id = row.account_id.or(key.account_id)?;
    let is_own_row = row.kind == MentionKind::Row;
    // A meeting or a signature has a day of its own, on which the title held.
    let (valid_from, day) = match is_own_row {
        true => (row.valid_from, row.modified.map(|at| at.day())),
        false => (None, row.valid_from.or(row.modified.map(|at| at.day()))),
    };
    Some(WorkSeen {
        person_id: key.person_id,
        mention_id: row.mention_id,
        native_key: row.native_key.clone(),
        account_id,
        title: row.title.clone().filter(|title| !title.trim().is_empty()),
        side: key.side,
        valid_from,
        valid_to: if is_own_row { row.valid_to } else { None },
        seen: day.unwrap_or_else(|| row.known_at.day()),
        is_stamped: day.is_some(),
        is_superseded: is_superseded && is_own_row,
        record_id: row.record_id,
        field,
    })
}

/// The column of the record that holds the title, as far as the record is at hand.
fn title_field(row: &MentionRow, fields: Option<&str>) -> String {
    let own = || match row.kind {
        MentionKind::Attendee => "attendees".to_owned(),
        _ => row.field.clone(),
    };
    let title = row
        .title
        .as_deref()
        .filter(|_| row.kind == MentionKind::Row);
    let (Some(title), Some(fields)) = (title, fields) else {
        return own();
    };
    let cells: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(fields).unwrap_or_default();
    let holds = |value: &serde_json::Value| value.as_str().map(str::trim) == Some(title.trim());
    let mut names = cells
        .iter()
        .filter(|(_, value)| holds(value))
        .map(|(name, _)| name);
    names.next().cloned().unwrap_or_else(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::contact;

    #[test]
    fn a_title_is_found_in_its_column() {
        let mut row = contact("crm:contact:1", "Ada Quill");
        row.title = Some("VP Finance".into());
        let fields = r#"{"Id":"1","Job Title":" VP Finance"}"#;
        assert_eq!(title_field(&row, Some(fields)), "Job Title");
        assert_eq!(title_field(&row, None), "");
    }
}
