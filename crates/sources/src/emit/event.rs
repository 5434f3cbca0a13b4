//! Usage events: who did what when.
//!
//! Writes  `event`, one row an event; there are too many of them for a `record`

use model::RecordId;
use model::tables::base::EventRow;

use crate::emit::{Emitter, Trouble, key};
use crate::error::{Code, ReadError};
use crate::ids::object_key;
use crate::item::Item;
use crate::names::column_key;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of usage events.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let system = &row.layout.system;
    let user_key = row
        .text(Field::UserRef)
        .map(|id| key(system, "user", id))
        .or_else(|| {
            row.text(Field::AnonymousRef)
                .map(|id| key(system, "anonymous", id))
        });
    let name = event_name(row);
    let at = row.instant(Field::At);
    let (Some(user_key), Some(name), Some(at)) = (user_key, name, at) else {
        return set_aside(emitter, row);
    };
    let account = row.text(Field::AccountRef);
    let n = row.number(Field::Count).unwrap_or(1.0);
    emitter.put(Item::Event(EventRow {
        event_id: event_id(row),
        user_key,
        group_key: account.map(|id| object_key(system, "account", id)),
        name,
        at,
        n: n as i32,
        file_id: emitter.file_id,
        line: row.line,
    }))
}

/// The name of an event; the key of a feature or page that a table of names names.
fn event_name(row: &RowView<'_>) -> Option<String> {
    let text = row.text(Field::EventName)?;
    let column = row.layout.name_of(Field::EventName);
    if !column.ends_with(['d', 'D']) {
        return Some(text.to_owned());
    }
    let object = match column_key(column).as_str() {
        "feature_id" => "feature",
        "page_id" => "page",
        _ => return Some(text.to_owned()),
    };
    Some(object_key(&row.layout.system, object, text))
}

/// The system's own id, else the whole row: rows that agree in every cell are one event.
fn event_id(row: &RowView<'_>) -> RecordId {
    let system = row.layout.system.as_str();
    let mut parts = vec![system, "event"];
    match row.text(Field::Id) {
        Some(id) => parts.push(id),
        None => parts.extend(row.cells),
    }
    RecordId::derive(&parts)
}

fn set_aside(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let missing = [Field::UserRef, Field::EventName, Field::At]
        .into_iter()
        .find(|field| row.text(*field).is_none())
        .unwrap_or(Field::At);
    emitter.trouble(Trouble {
        line: row.line,
        column: row.layout.name_of(missing),
        code: Code::RowIncomplete,
        found: String::from("nothing, or no date"),
        expected: "a user, the name of an event and a date",
        is_set_aside: true,
    })
}
