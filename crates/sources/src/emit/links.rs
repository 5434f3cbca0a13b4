//! Objects that are connected, and objects that became one.
//!
//! Writes  `association`, `same_as`

use model::Instant;
use model::tables::base::{AssociationRow, SameAsRow};

use crate::emit::address::{address_key, addressed, addresses};
use crate::emit::{Emitter, Head, Trouble};
use crate::error::{Code, ReadError};
use crate::ids::object_key;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::judge::ENDS;
use crate::table::layout::RowView;

/// Emits one row of a table of pairs; who is given by address is one end.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let by_id = ENDS
        .iter()
        .flat_map(|(field, object)| row.keys(*field, object));
    let by_address = addresses(row, Field::Email).into_iter();
    let by_address = by_address.map(|one| address_key(&row.layout.system, &one.address));
    let ends: Vec<String> = by_id.chain(by_address).collect();
    let Some((from, others)) = ends.split_first().filter(|(_, others)| !others.is_empty()) else {
        return incomplete(emitter, row, "two ids");
    };
    let head = emitter.record(row)?;
    let label = row.text(Field::Label);
    addressed(emitter, row, &head, Field::Email)?;
    others
        .iter()
        .filter(|to| *to != from)
        .try_for_each(|to| associate(emitter, &head, (from, to), label))
}

/// Emits one row of a table of merges.
pub(crate) fn emit_merge(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let ends = [
        (Field::ContactRef, "contact"),
        (Field::DealRef, "deal"),
        (Field::AccountRef, "account"),
    ];
    let kept = ends
        .into_iter()
        .find_map(|(field, object)| Some((row.key(field, object)?, object)));
    let Some((kept, object)) = kept else {
        return incomplete(emitter, row, "two ids");
    };
    let head = emitter.record(row)?;
    let at = row.instant(Field::At);
    for gone in row.keys(Field::MergedRefs, object) {
        same_as(emitter, &head, (&gone, &kept), ("merge", at))?;
    }
    Ok(())
}

fn incomplete(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    expected: &str,
) -> Result<(), ReadError> {
    emitter.trouble(Trouble {
        line: row.line,
        column: "",
        code: Code::RowIncomplete,
        found: String::from("an empty reference"),
        expected,
        is_set_aside: true,
    })
}

/// Emits that two objects are connected.
pub(crate) fn associate(
    emitter: &mut Emitter<'_>,
    head: &Head,
    (from_key, to_key): (&str, &str),
    label: Option<&str>,
) -> Result<(), ReadError> {
    if head.is_deleted {
        return Ok(());
    }
    emitter.put(Item::Association(AssociationRow {
        record_id: head.record_id,
        from_key: from_key.to_owned(),
        to_key: to_key.to_owned(),
        label: label.map(str::to_owned),
        known_at: emitter.context.known_at,
    }))
}

/// Emits that two keys are the same thing.
pub(crate) fn same_as(
    emitter: &mut Emitter<'_>,
    head: &Head,
    (from_key, to_key): (&str, &str),
    (reason, at): (&str, Option<Instant>),
) -> Result<(), ReadError> {
    if from_key == to_key {
        return Ok(());
    }
    emitter.put(Item::SameAs(SameAsRow {
        record_id: head.record_id,
        from_key: from_key.to_owned(),
        to_key: to_key.to_owned(),
        reason: reason.to_owned(),
        at,
        known_at: emitter.context.known_at,
    }))
}

/// Emits what a row says of merges: what it was merged into, what was merged into it.
pub(crate) fn merges(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    object: &str,
) -> Result<(), ReadError> {
    if let Some(kept) = row.key(Field::MergedIntoRef, object) {
        same_as(emitter, head, (&head.native_key, &kept), ("merge", None))?;
    }
    for cell in row.all(Field::MergedRefs) {
        // Some cells list `id:instant`.
        let ids = cell
            .split([';', ',', '[', ']', '"'])
            .filter_map(|part| part.split(':').next())
            .map(str::trim)
            .filter(|id| !id.is_empty());
        for id in ids {
            let gone = object_key(&row.layout.system, object, id);
            same_as(emitter, head, (&gone, &head.native_key), ("merge", None))?;
        }
    }
    Ok(())
}
