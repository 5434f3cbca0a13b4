//! Values that properties of contacts and deals had, one a row.
//!
//! Writes  `record`, and `mention`, `declared_role` or `stage` for the properties that are used
//!
//! A value holds from its day on; what it replaced is a row of its own. Rows of
//! other properties give nothing.

use model::tables::base::{MentionRow, StageRow};
use model::{Instant, MentionKind};

use crate::emit::person::{mention, push_emails};
use crate::emit::role::{Held, declare_text};
use crate::emit::{Emitter, Head};
use crate::error::ReadError;
use crate::ids::{key, object_key};
use crate::item::Item;
use crate::names::column_key;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of property values.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let (Some(name), Some(value)) = (
        row.text(Field::PropertyName),
        row.text(Field::PropertyValue),
    ) else {
        return Ok(());
    };
    let property = column_key(name);
    if let Some(deal) = row.key(Field::DealRef, "deal") {
        return stage(emitter, row, (&deal, &property, value));
    }
    match row.key(Field::ContactRef, "contact") {
        Some(contact) => person(emitter, row, (&contact, &property, value)),
        None => Ok(()),
    }
}

fn stage(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    (deal, property, value): (&str, &str, &str),
) -> Result<(), ReadError> {
    if !matches!(property, "dealstage" | "stage_name" | "stage") {
        return Ok(());
    }
    let head = emitter.record(row)?;
    emitter.put(Item::Stage(StageRow {
        record_id: head.record_id,
        deal_ref: deal.to_owned(),
        stage: value.to_owned(),
        entered: row.instant(Field::At),
        known_at: emitter.context.known_at,
    }))
}

fn person(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    (contact, property, value): (&str, &str, &str),
) -> Result<(), ReadError> {
    let is_role = matches!(property, "hs_buying_role" | "buying_role");
    if !is_role && !is_of_person(property) {
        return Ok(());
    }
    let head = emitter.record(row)?;
    let mut person = mentioned(emitter, row, &head, contact);
    match property {
        "email" => push_emails(&mut person.emails, value),
        "jobtitle" | "title" => person.title = Some(value.to_owned()),
        "company" => person.account_name = Some(value.to_owned()),
        "associatedcompanyid" | "account_id" | "account" => {
            person.account_ref = Some(object_key(&row.layout.system, "account", value));
        }
        _ => {}
    }
    emitter.put(Item::Mention(person.clone()))?;
    if !is_role {
        return Ok(());
    }
    let id = contact.splitn(3, ':').nth(2).unwrap_or_default();
    let at = row.instant(Field::At).map(|at: Instant| at.0.to_string());
    let held = Held {
        native_key: key(
            &row.layout.system,
            "role",
            &format!("{id}@{}", at.unwrap_or_default()),
        ),
        deal_ref: None,
        contract_ref: None,
        account_ref: None,
        account_name: None,
        since: row.day(Field::At),
    };
    let field = row.layout.name_of(Field::PropertyValue);
    declare_text(emitter, (&head, &person, value), &held, (field, false))
}

fn is_of_person(property: &str) -> bool {
    matches!(
        property,
        "email"
            | "jobtitle"
            | "title"
            | "company"
            | "associatedcompanyid"
            | "account_id"
            | "account"
    )
}

/// The person a row points at, from the day of the value on.
fn mentioned(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head, contact: &str) -> MentionRow {
    let what = (
        MentionKind::Reference,
        row.layout.name_of(Field::PropertyValue),
    );
    let mut person = mention(emitter, head, &row.layout.system, what);
    person.native_key = contact.to_owned();
    person.valid_from = row.day(Field::At);
    person
}
