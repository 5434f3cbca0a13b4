//! People, and the roles that their rows declare.

use model::tables::base::{DeclaredRoleRow, MentionRow};
use model::{MentionKind, Side};

use crate::emit::person::{is_placeholder, mention, push_emails, side};
use crate::emit::{Emitter, Head, key, reference, split_cell};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of people.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let person = person(emitter, row, &head);
    let says_nobody =
        person.full_name.is_none() && person.family_name.is_none() && person.emails.is_empty();
    if says_nobody && person.given_name.is_none() {
        emitter.trouble(crate::emit::Trouble {
            line: row.line,
            column: "",
            code: Code::RowIncomplete,
            found: String::from("neither name nor address"),
            expected: "a name or an e-mail address",
            is_set_aside: true,
        })?;
        return Ok(());
    }
    let roles = roles(emitter, row, &head, &person);
    emitter.put(Item::Mention(person))?;
    roles
        .into_iter()
        .try_for_each(|role| emitter.put(Item::DeclaredRole(role)))
}

/// The mention of the person a row is about.
pub(crate) fn person(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> MentionRow {
    let mut person = mention(emitter, head, &row.layout.system, (MentionKind::Row, ""));
    row.all(Field::Email)
        .for_each(|cell| push_emails(&mut person.emails, cell));
    person.given_name = row.owned(Field::GivenName);
    person.family_name = row.owned(Field::FamilyName);
    person.full_name = row.owned(Field::FullName).or_else(|| joined(&person));
    person.phones = row.all(Field::Phone).map(str::to_owned).collect();
    person.title = row.owned(Field::Title);
    person.department = row.owned(Field::Department);
    person.account_ref = account_ref(row);
    person.account_name = row.owned(Field::AccountName);
    person.reports_to_ref = reference(row, Field::ReportsToRef, row.layout.object.code());
    person.external_keys = row
        .all(Field::ExternalKey)
        .map(|id| key("external", "contact", id))
        .collect();
    person.is_opted_out = row.flag(Field::OptedOut).unwrap_or(false);
    person.is_placeholder = person.full_name.as_deref().is_some_and(is_placeholder);
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    debug_assert!(
        person.side != Side::Account,
        "a row alone cannot tell that somebody is the account's"
    );
    person
}

/// The first account of a cell that may list several.
pub(crate) fn account_ref(row: &RowView<'_>) -> Option<String> {
    let cell = row.text(Field::AccountRef)?;
    split_cell(cell, &[';', ','])
        .next()
        .map(|id| key(&row.layout.system, "account", id))
}

fn joined(person: &MentionRow) -> Option<String> {
    match (&person.given_name, &person.family_name) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (given, family) => given.clone().or_else(|| family.clone()),
    }
}

/// Every role of the cell in every deal the row names.
fn roles(
    emitter: &Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    person: &MentionRow,
) -> Vec<DeclaredRoleRow> {
    let deals: Vec<Option<String>> = match row.text(Field::DealRef) {
        Some(cell) => split_cell(cell, &[';', ','])
            .map(|id| Some(key(&row.layout.system, "deal", id)))
            .collect(),
        None => vec![None],
    };
    let texts: Vec<&str> = row
        .text(Field::RoleText)
        .map(role_texts)
        .unwrap_or_default();
    let id = head.native_key.splitn(3, ':').nth(2).unwrap_or_default();
    let role = |deal_ref: &Option<String>, text: &str| DeclaredRoleRow {
        record_id: head.record_id,
        native_key: match deal_ref {
            Some(deal) => key(&row.layout.system, "role", &format!("{id}@{deal}")),
            None => key(&row.layout.system, "role", id),
        },
        field: row.layout.name_of(Field::RoleText).to_owned(),
        mention_id: person.mention_id,
        deal_ref: deal_ref.clone(),
        contract_ref: None,
        account_ref: person.account_ref.clone(),
        account_name: person.account_name.clone(),
        role_text: text.to_owned(),
        is_primary: row.flag(Field::IsPrimary).unwrap_or(false),
        since: None,
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    };
    deals
        .iter()
        .flat_map(|deal| {
            texts
                .iter()
                .map(|text| role(deal, text))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The roles of a cell: `Economic Buyer + Champion`, `CHAMPION;INFLUENCER`.
pub(crate) fn role_texts(cell: &str) -> Vec<&str> {
    split_cell(cell, &[';', ',', '+', '|'])
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .collect()
}
