//! Companies, and the contract that some of them carry in their own columns.

use model::tables::base::{AccountRow, ContractRow};

use crate::emit::deal::owner;
use crate::emit::links::{associate, merges};
use crate::emit::person::external_keys;
use crate::emit::{Emitter, Head, key, split_cell};
use crate::error::ReadError;
use crate::ids::object_key;
use crate::item::Item;
use crate::names::column_key;
use crate::numbers::{parse_number, parse_size};
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
    merges(emitter, row, &head, "account")?;
    for (field, object) in [(Field::ContactRef, "contact"), (Field::DealRef, "deal")] {
        for end in row.keys(field, object) {
            associate(emitter, &head, (&end, &head.native_key), None)?;
        }
    }
    owner(emitter, row, &head, Field::Owner)
}

/// Emits one row of a table of domains: a second name of a company.
pub(crate) fn emit_domain(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let mut account = account(emitter, row, &head);
    account.external_keys = row.keys(Field::AccountRef, "account").collect();
    emitter.put(Item::Account(account))
}

fn account(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> AccountRow {
    let domains = row
        .all(Field::Domain)
        .flat_map(|cell| split_cell(cell, &[';', ',', ' ', '|']));
    AccountRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        system: row.layout.system.clone(),
        name: row.owned(Field::Name),
        domains: domains.map(str::to_owned).collect(),
        parent_ref: row.key(Field::ParentRef, "account"),
        merged_into_ref: row.key(Field::MergedIntoRef, "account"),
        external_keys: external_keys(row, "account"),
        industry: row.owned(Field::Industry),
        n_employees: row.text(Field::Employees).and_then(parse_size),
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
        let number = row.cell(idx).and_then(|text| parse_number(text, mark));
        let is_dropped = row.layout.protected.get(idx).copied().unwrap_or(false);
        if let (true, false, Some(value)) = (row.layout.is_free(idx), is_dropped, number)
            && is_figure(name)
        {
            figures.insert(name.clone(), value.into());
        }
    }
    serde_json::Value::Object(figures).to_string()
}

/// Whether the numbers of a column measure something, rather than name it.
fn is_figure(name: &str) -> bool {
    const NAMING: &str = "id ids code number no phone fax zip postal latitude longitude lat lng sic naics year \
                          hash key fivetran";
    let key = column_key(name);
    !key.split('_')
        .any(|word| NAMING.split_whitespace().any(|naming| naming == word))
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

/// The first account of a cell that may list several.
pub(crate) fn account_ref(row: &RowView<'_>) -> Option<String> {
    let cell = row.text(Field::AccountRef)?;
    let first = split_cell(cell, &[';', ',']).next()?;
    Some(object_key(&row.layout.system, "account", first))
}
