//! Notes, tasks, mails, calls: text by somebody about something.

use model::Side;
use model::tables::base::ActivityRow;

use crate::emit::account::account_ref;
use crate::emit::address::{addressed, addresses};
use crate::emit::{Emitter, Head};
use crate::error::ReadError;
use crate::item::Item;
use crate::names::column_key;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of activities.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let sender = addressed(emitter, row, &head, Field::Sender)?;
    let recipients = addressed(emitter, row, &head, Field::Recipient)?;
    let mut activity = activity(emitter, row, &head);
    activity
        .person_refs
        .extend(sender.into_iter().chain(recipients));
    activity.person_refs.sort();
    activity.person_refs.dedup();
    let is_theirs = activity.author_side == Side::Account;
    emitter.put(Item::Activity(activity))?;
    match is_theirs {
        true => Ok(()),
        false => crate::emit::deal::owner(emitter, row, &head, Field::Author),
    }
}

fn activity(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> ActivityRow {
    let author = row
        .owned(Field::Author)
        .or_else(|| row.key(Field::OwnerRef, "user"));
    let about = row.key(Field::AboutRef, "account");
    let about_object = |object: &str| {
        let of_object = |key: &&String| key.split(':').nth(1) == Some(object);
        about.as_ref().filter(of_object).cloned()
    };
    let kind = kind(row);
    ActivityRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        activity_kind: kind.to_owned(),
        deal_ref: row
            .key(Field::DealRef, "deal")
            .or_else(|| about_object("deal")),
        account_ref: account_ref(row).or_else(|| about_object("account")),
        account_name: row.owned(Field::AccountName),
        person_refs: person_refs(row, about_object("contact")),
        author_side: author_side(emitter, row, (kind, author.is_some())),
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

/// Everybody an activity points at, once each.
pub(crate) fn person_refs(row: &RowView<'_>, about: Option<String>) -> Vec<String> {
    let mut people: Vec<String> = row.keys(Field::PersonRef, "contact").chain(about).collect();
    people.sort();
    people.dedup();
    people
}

/// Whoever keeps the record wrote it, but for mails that came in: they say so, or
/// are from an address that is not ours.
fn author_side(emitter: &Emitter<'_>, row: &RowView<'_>, (kind, has_author): (&str, bool)) -> Side {
    let direction = row.text(Field::Incoming).unwrap_or_default().to_lowercase();
    let came_in = match direction.as_str() {
        "1" | "true" | "incoming_email" | "inbound" => true,
        "" => {
            let sender = addresses(row, Field::Sender).into_iter().next();
            let knows_ours = !emitter.context.own_domains.is_empty();
            sender.is_some_and(|one| knows_ours && !emitter.context.is_own_address(&one.address))
        }
        _ => false,
    };
    if came_in && kind == "email" {
        Side::Account
    } else if has_author {
        Side::Ours
    } else {
        Side::Unknown
    }
}

/// The first text column with a value, to the character, and its name.
pub(crate) fn body(row: &RowView<'_>) -> Option<(String, String)> {
    let columns = row.layout.columns_of(Field::Body).iter();
    let mut filled = columns.filter(|idx| row.cell(**idx).is_some());
    let idx = filled.next()?;
    let name = row.layout.header.get(*idx)?;
    Some((name.clone(), row.cells.get(*idx)?.to_owned()))
}

/// The kind in our words: by its column, else by the columns only one kind has.
fn kind(row: &RowView<'_>) -> &'static str {
    let said = row.text(Field::ActivityKind).and_then(kind_of);
    let by_columns = || {
        row.layout
            .header
            .iter()
            .find_map(|name| kind_of_column(name))
    };
    said.or_else(by_columns).unwrap_or("note")
}

fn kind_of(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    Some(if has(&["mail"]) {
        "email"
    } else if has(&[
        "call",
        "phone",
        "anruf",
        "appel",
        "llamada",
        "chiamata",
        "ligação",
    ]) {
        "call"
    } else if has(&[
        "meet", "demo", "event", "visit", "reunión", "reunião", "réunion", "riunione", "termin",
    ]) {
        "meeting"
    } else if has(&[
        "task", "to-do", "todo", "aufgabe", "tâche", "tarea", "tarefa",
    ]) {
        "task"
    } else if has(&["ticket", "case"]) {
        "ticket"
    } else if has(&["comment"]) {
        "comment"
    } else if has(&["note", "notiz", "nota"]) {
        "note"
    } else {
        return None;
    })
}

fn kind_of_column(name: &str) -> Option<&'static str> {
    Some(match column_key(name).as_str() {
        "hs_call_body" | "hs_call_title" => "call",
        "call_duration_in_seconds" | "hs_task_body" | "hs_task_type" | "task_subtype" => "task",
        "duration_in_minutes" | "hs_meeting_title" | "meeting_outcome" | "show_as" => "meeting",
        "hs_email_text" | "hs_email_subject" | "text_body" | "from_address" => "email",
        "transcribed_language" => "meeting",
        _ => return None,
    })
}
