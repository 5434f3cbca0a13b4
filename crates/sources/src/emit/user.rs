//! Users of systems: ours in a CRM, both sides in a help desk, customers' in a product.
//!
//! Writes  `record`, `mention`, `association`, and `declared_role` for administrators of a product

use model::Side;

use crate::emit::contact::{names_nobody, nobody, person};
use crate::emit::links::associate;
use crate::emit::role::{Held, declare};
use crate::emit::{Emitter, key};
use crate::error::ReadError;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;
use crate::table::objects::Object;

/// Emits one row of a table of users.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    // A visitor is somebody, even without a name: their usage is theirs.
    if row.layout.object != Object::Visitor && names_nobody(row) {
        return nobody(emitter, row);
    }
    let head = emitter.record(row)?;
    let mut person = person(emitter, row, &head);
    if is_ours(row) {
        person.side = Side::Ours;
    }
    person
        .external_keys
        .extend(row.keys(Field::ContactRef, "contact"));
    emitter.put(Item::Mention(person.clone()))?;
    if let Some(account) = &person.account_ref {
        associate(emitter, &head, (&head.native_key, account), None)?;
    }
    let role = row
        .text(Field::UserRole)
        .filter(|role| is_administrator(role));
    let Some(role) = role.filter(|_| person.side != Side::Ours) else {
        return Ok(());
    };
    let id = head.native_key.splitn(3, ':').nth(2).unwrap_or_default();
    let held = Held {
        native_key: key(&row.layout.system, "role", id),
        deal_ref: None,
        contract_ref: None,
        account_ref: person.account_ref.clone(),
        account_name: person.account_name.clone(),
        since: None,
    };
    declare(emitter, row, (&head, &person, role), &held)
}

/// Whether a user is one of ours: always in a CRM, by role in a help desk.
fn is_ours(row: &RowView<'_>) -> bool {
    let role = row.text(Field::UserRole).unwrap_or_default().to_lowercase();
    match row.layout.system.as_str() {
        "salesforce" => row.text(Field::ContactRef).is_none(),
        "hubspot" => true,
        "pendo" => row.layout.object == Object::Staff,
        "zendesk" => matches!(role.as_str(), "agent" | "admin"),
        _ => matches!(role.as_str(), "agent" | "internal" | "employee" | "staff"),
    }
}

/// Whether the role in a product is that of somebody who runs it.
fn is_administrator(role: &str) -> bool {
    let role = role.to_lowercase();
    role.contains("admin") && !role.contains("non-admin")
}
