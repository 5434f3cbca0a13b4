//! Notes, tasks, mails, calls: text by somebody about something.

use model::Side;
use model::tables::base::ActivityRow;

use crate::emit::contact::account_ref;
use crate::emit::{Emitter, Head, key, reference, split_cell};
use crate::error::ReadError;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of activities.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let activity = activity(emitter, row, &head);
    emitter.put(Item::Activity(activity))?;
    crate::emit::deal::owner(emitter, row, &head, Field::Author)
}

fn activity(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> ActivityRow {
    let people = row
        .all(Field::PersonRef)
        .flat_map(|cell| split_cell(cell, &[';', ',']));
    let author = row
        .owned(Field::Author)
        .or_else(|| reference(row, Field::OwnerRef, "user"));
    ActivityRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        activity_kind: kind(row.text(Field::ActivityKind)).to_owned(),
        deal_ref: reference(row, Field::DealRef, "deal"),
        account_ref: account_ref(row),
        account_name: row.owned(Field::AccountName),
        person_refs: people
            .map(|id| key(&row.layout.system, "contact", id))
            .collect(),
        author_side: if author.is_some() {
            Side::Ours
        } else {
            Side::Unknown
        },
        author,
        at: row
            .instant(Field::At)
            .or_else(|| row.instant(Field::Created)),
        subject: row.owned(Field::Subject),
        body_field: body(row).map_or(String::new(), |(name, _)| name),
        body: body(row).map_or(String::new(), |(_, text)| text),
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}

/// The first text column with a value, to the character, and its name.
fn body(row: &RowView<'_>) -> Option<(String, String)> {
    let columns = row.layout.columns_of(Field::Body).iter();
    let mut filled = columns.filter(|idx| row.cell(**idx).is_some());
    let idx = filled.next()?;
    let name = row.layout.header.get(*idx)?;
    Some((name.clone(), row.cells.get(*idx)?.to_owned()))
}

/// The kind in our words.
fn kind(text: Option<&str>) -> &'static str {
    let lower = text.unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["mail"]) {
        "email"
    } else if has(&["call", "phone", "anruf", "appel", "llamada"]) {
        "call"
    } else if has(&["meet", "demo", "event", "visit", "reunión", "termin"]) {
        "meeting"
    } else if has(&["task", "to-do", "todo", "aufgabe", "tâche", "tarea"]) {
        "task"
    } else if has(&["ticket", "case"]) {
        "ticket"
    } else if has(&["comment"]) {
        "comment"
    } else {
        "note"
    }
}
