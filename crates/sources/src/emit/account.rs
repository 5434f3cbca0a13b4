//! Companies, and the contract that some of them carry in their own columns.

use model::tables::base::{AccountRow, ContractRow};

use crate::emit::{Emitter, Head, key, reference, split_cell};
use crate::error::ReadError;
use crate::item::Item;
use crate::numbers::parse_number;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of companies.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let account = account(emitter, row, &head);
    let name = account.name.clone();
    emitter.put(Item::Account(account))?;
    if row.day(Field::Ends).is_some() || row.day(Field::Starts).is_some() {
        let contract = contract(emitter, row, &head, name);
        emitter.put(Item::Contract(contract))?;
    }
    Ok(())
}

fn account(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> AccountRow {
    let domains = row
        .all(Field::Domain)
        .flat_map(|cell| split_cell(cell, &[';', ',', ' ', '|']));
    let system = &row.layout.system;
    AccountRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        system: system.clone(),
        name: row.owned(Field::Name),
        domains: domains.map(str::to_owned).collect(),
        parent_ref: reference(row, Field::ParentRef, "account"),
        merged_into_ref: reference(row, Field::MergedIntoRef, "account"),
        external_keys: row
            .all(Field::ExternalKey)
            .map(|id| key("external", "account", id))
            .collect(),
        industry: row.owned(Field::Industry),
        n_employees: row.number(Field::Employees).map(|n| n as i64),
        country: row.owned(Field::Country),
        account_type: row.owned(Field::AccountType),
        figures: figures(row),
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}

/// Numbers of columns that have no meaning of their own: health, satisfaction, tickets.
fn figures(row: &RowView<'_>) -> String {
    let mut figures = serde_json::Map::new();
    for (idx, name) in row.layout.header.iter().enumerate() {
        let mark = row.layout.marks.get(idx).copied().unwrap_or_default();
        let is_free = row.layout.is_free(idx);
        if let (true, Some(value)) = (
            is_free,
            row.cell(idx).and_then(|text| parse_number(text, mark)),
        ) {
            figures.insert(name.clone(), value.into());
        }
    }
    serde_json::Value::Object(figures).to_string()
}

fn contract(
    emitter: &Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    name: Option<String>,
) -> ContractRow {
    let id = head.native_key.splitn(3, ':').nth(2).unwrap_or_default();
    ContractRow {
        record_id: head.record_id,
        native_key: key(&row.layout.system, "contract", &format!("account-{id}")),
        account_ref: Some(head.native_key.clone()),
        account_name: name,
        name: None,
        starts: row.day(Field::Starts),
        ends: row.day(Field::Ends),
        notice_days: None,
        is_auto_renewing: None,
        status: None,
        amount: row.number(Field::ContractValue),
        products: row
            .all(Field::Product)
            .flat_map(|cell| split_cell(cell, &[';', ',']))
            .map(str::to_owned)
            .collect(),
        signed_by: None,
        signed_title: None,
        signed: None,
        deal_ref: None,
        renewal_deal_ref: None,
        predecessor_ref: None,
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}
