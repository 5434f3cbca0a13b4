//! Which rows are about somebody: mentions, records, meetings.
//!
//! Reads   `mention`, and the tables whose rows share a record with a mention

use std::collections::BTreeSet;

use anyhow::Result;
use arrow::array::{Array, FixedSizeBinaryArray};
use arrow::record_batch::RecordBatch;
use lake::Lake;
use model::tables::base::{
    AccountRow, ActivityRow, ContractRow, DealRow, LineItemRow, MeetingRow, MentionRow, StageRow,
};
use model::{MentionKind, Row, Side, TableDef};
use text::fold::fold;

use super::known::{Known, entry, joined, names, phone};

/// The bytes of an id.
pub(crate) type Id = [u8; 16];

/// Tables whose rows say something of others, too: their records stay.
const OF_OTHERS: [TableDef; 7] = [
    AccountRow::TABLE,
    DealRow::TABLE,
    ContractRow::TABLE,
    LineItemRow::TABLE,
    StageRow::TABLE,
    MeetingRow::TABLE,
    ActivityRow::TABLE,
];

/// Everything that is theirs, and what is near it.
pub(crate) struct Theirs {
    /// Mentions of them.
    pub(crate) mentions: BTreeSet<Id>,
    /// Records about nobody else.
    pub(crate) about: BTreeSet<Id>,
    /// Records that name them.
    pub(crate) touched: BTreeSet<Id>,
    /// Meetings they were at.
    pub(crate) meetings: BTreeSet<Id>,
    /// Records and meetings of namesakes.
    pub(crate) spared: BTreeSet<Id>,
    /// What means them where they are named, and perhaps somebody else elsewhere.
    pub(crate) near: Known,
}

/// Finds what is theirs; `is_theirs` judges a mention.
pub(crate) fn find(
    lake: &Lake,
    known: &Known,
    is_theirs: &dyn Fn(&MentionRow) -> bool,
) -> Result<Theirs> {
    let mut near = BTreeSet::new();
    let mut theirs = Theirs {
        mentions: BTreeSet::new(),
        about: BTreeSet::new(),
        touched: BTreeSet::new(),
        meetings: BTreeSet::new(),
        spared: BTreeSet::new(),
        near: Known::Plain(BTreeSet::new()),
    };
    each_mention(lake, &mut |row| {
        if is_theirs(&row) {
            theirs.mentions.insert(row.mention_id.0);
            theirs.touched.insert(row.record_id.0);
            theirs.meetings.extend(row.meeting_id.map(|id| id.0));
            near.extend(near_entries(&row));
        }
    })?;
    theirs.near = Known::Plain(near);
    let mut shared = BTreeSet::new();
    each_mention(lake, &mut |row| {
        if theirs.mentions.contains(&row.mention_id.0) {
            return;
        }
        if row.kind != MentionKind::Owner {
            shared.insert(row.record_id.0);
        }
        if known.is_namesake(&row) {
            theirs.spared.insert(row.record_id.0);
            theirs.spared.extend(row.meeting_id.map(|id| id.0));
        }
    })?;
    for table in OF_OTHERS {
        lake.for_each(table, |batch| {
            shared.extend(ids(batch, "record_id").into_iter().flatten().flatten());
            Ok(())
        })?;
    }
    let written = written_by(lake, known)?;
    theirs.touched.extend(&written);
    theirs.about = theirs.touched.difference(&shared).copied().collect();
    theirs.about.extend(written);
    Ok(theirs)
}

/// Hands every mention to `see`.
pub(crate) fn each_mention(lake: &Lake, see: &mut dyn FnMut(MentionRow)) -> Result<()> {
    lake.for_each(MentionRow::TABLE, |batch| {
        MentionRow::from_batch(batch)?
            .into_iter()
            .for_each(&mut *see);
        Ok(())
    })?;
    Ok(())
}

/// Mails that came from them and nobody else: their own words.
fn written_by(lake: &Lake, known: &Known) -> Result<BTreeSet<Id>> {
    let mut found = BTreeSet::new();
    lake.for_each(ActivityRow::TABLE, |batch| {
        for row in ActivityRow::from_batch(batch)? {
            let refs = &row.person_refs;
            let is_known = |key: &String| known.holds(&entry("key", key));
            let is_from_them = !refs.is_empty() && refs.iter().all(is_known);
            if row.author_side == Side::Account && is_from_them {
                found.insert(row.record_id.0);
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// Names of one word, parts of names and short ids: they count where the person is named.
fn near_entries(row: &MentionRow) -> Vec<String> {
    let cell = |text: &str| entry("cell", &fold(text));
    let parts = [&row.given_name, &row.family_name, &row.full_name];
    let parts = parts.into_iter().flatten().map(|part| cell(part));
    let keys = std::iter::once(&row.native_key).chain(&row.external_keys);
    let ids = keys.clone().filter_map(|key| key.splitn(3, ':').nth(2));
    let one_word = row.full_name.as_deref().map(joined);
    parts
        .chain(ids.map(cell))
        .chain(keys.map(|key| entry("key", key)))
        .chain(row.phones.iter().filter_map(|number| phone(number)))
        .chain(
            row.emails
                .iter()
                .map(|address| super::known::email(address)),
        )
        .chain(
            names(row)
                .into_iter()
                .chain(one_word)
                .map(|name| entry("name", &name)),
        )
        .filter(|entry| !entry.ends_with('\t'))
        .collect()
}

/// The ids of a column, row by row; `None` when there is no such column.
pub(crate) fn ids(batch: &RecordBatch, column: &str) -> Option<Vec<Option<Id>>> {
    let column = batch.column_by_name(column)?;
    let column = column.as_any().downcast_ref::<FixedSizeBinaryArray>()?;
    let id = |row: usize| match column.is_valid(row) {
        true => column.value(row).try_into().ok(),
        false => None,
    };
    Some((0..column.len()).map(id).collect())
}
