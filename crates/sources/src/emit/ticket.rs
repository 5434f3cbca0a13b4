//! Support tickets and the comments on them.
//!
//! Writes  `record`, `activity`, `association`

use model::Side;
use model::tables::base::ActivityRow;

use crate::emit::account::account_ref;
use crate::emit::activity::{body, person_refs};
use crate::emit::links::{associate, merges};
use crate::emit::{Emitter, Head};
use crate::error::ReadError;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of tickets.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let people = person_refs(row, None)
        .into_iter()
        .map(|key| person_key(&row.layout.system, key))
        .collect();
    let mut ticket = activity(emitter, row, &head, "ticket");
    ticket.person_refs = people;
    let submitter = row.key(Field::AuthorRef, "user");
    let by_requester = submitter.is_some_and(|key| ticket.person_refs.contains(&key));
    ticket.author_side = if by_requester {
        Side::Account
    } else {
        Side::Unknown
    };
    let status = row.text(Field::Status).unwrap_or_default();
    ticket.is_deleted |= status.eq_ignore_ascii_case("deleted");
    emitter.put(Item::Activity(ticket))?;
    merges(emitter, row, &head, "ticket")
}

/// Emits one row of a table of comments.
pub(crate) fn emit_comment(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let people = person_refs(row, None)
        .into_iter()
        .map(|key| person_key(&row.layout.system, key))
        .collect();
    let mut comment = activity(emitter, row, &head, "comment");
    comment.person_refs = people;
    emitter.put(Item::Activity(comment))?;
    match row.key(Field::TicketRef, "ticket") {
        Some(ticket) => associate(emitter, &head, (&head.native_key, &ticket), None),
        None => Ok(()),
    }
}

/// In a help desk everybody is a user; elsewhere the customers are contacts.
fn person_key(system: &str, key: String) -> String {
    if system == "zendesk" {
        key.replacen("zendesk:contact:", "zendesk:user:", 1)
    } else {
        key
    }
}

fn activity(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head, kind: &str) -> ActivityRow {
    let (body_field, text) = body(row).unwrap_or_default();
    ActivityRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        activity_kind: kind.to_owned(),
        deal_ref: row.key(Field::DealRef, "deal"),
        account_ref: account_ref(row),
        account_name: row.owned(Field::AccountName),
        person_refs: Vec::new(),
        author: None,
        author_side: Side::Unknown,
        at: row
            .instant(Field::At)
            .or_else(|| row.instant(Field::Created)),
        subject: row.owned(Field::Subject),
        body_field,
        body: text,
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}
