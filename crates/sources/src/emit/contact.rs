//! People, the roles that their rows declare, and what became of leads.

use model::tables::base::MentionRow;
use model::{MentionKind, Side};

use crate::emit::account::account_ref;
use crate::emit::deal::owner;
use crate::emit::links::{associate, merges, same_as};
use crate::emit::person::{external_keys, is_placeholder, mention, push_emails, side};
use crate::emit::role::{Held, declare};
use crate::emit::{Emitter, Head, Trouble, key, named_deal, split_cell};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of people.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    if names_nobody(row) {
        return nobody(emitter, row);
    }
    let head = emitter.record(row)?;
    let person = person(emitter, row, &head);
    let deals = deals(row);
    let has_role = row.text(Field::RoleText).is_some();
    emitter.put(Item::Mention(person.clone()))?;
    roles(emitter, row, (&head, &person), &deals)?;
    if !has_role {
        for deal in &deals {
            associate(emitter, &head, (deal, &head.native_key), None)?;
        }
    }
    for account in row.keys(Field::AccountRef, "account").skip(1) {
        associate(emitter, &head, (&head.native_key, &account), None)?;
    }
    merges(emitter, row, &head, "contact")?;
    owner(emitter, row, &head, Field::Owner)
}

/// Emits one row of a table of leads.
pub(crate) fn emit_lead(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    if names_nobody(row) {
        return nobody(emitter, row);
    }
    let head = emitter.record(row)?;
    let person = person(emitter, row, &head);
    emitter.put(Item::Mention(person))?;
    let at = row.instant(Field::At);
    if let Some(contact) = row.key(Field::ConvertedContactRef, "contact") {
        let ends = (head.native_key.as_str(), contact.as_str());
        same_as(emitter, &head, ends, ("conversion", at))?;
    }
    for (field, object) in [
        (Field::ConvertedAccountRef, "account"),
        (Field::ConvertedDealRef, "deal"),
    ] {
        if let Some(end) = row.key(field, object) {
            associate(emitter, &head, (&head.native_key, &end), Some("conversion"))?;
        }
    }
    merges(emitter, row, &head, "lead")?;
    owner(emitter, row, &head, Field::Owner)
}

/// Whether a row names nobody at all.
pub(crate) fn names_nobody(row: &RowView<'_>) -> bool {
    const NAMING: [Field; 4] = [
        Field::FullName,
        Field::GivenName,
        Field::FamilyName,
        Field::Email,
    ];
    NAMING.iter().all(|field| row.text(*field).is_none())
}

/// Sets a row aside that names nobody.
pub(crate) fn nobody(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    emitter.trouble(Trouble {
        line: row.line,
        column: "",
        code: Code::RowIncomplete,
        found: String::from("neither name nor address"),
        expected: "a name or an e-mail address",
        is_set_aside: true,
    })
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
    person.phones.dedup();
    person.title = row.owned(Field::Title);
    person.department = row.owned(Field::Department);
    person.account_ref = account_ref(row);
    person.account_name = row.owned(Field::AccountName);
    person.reports_to_ref = row.key(Field::ReportsToRef, row.layout.object.spec().key);
    person.external_keys = external_keys(row, "contact");
    person.is_opted_out = row.says(Field::OptedOut);
    person.is_placeholder = person.full_name.as_deref().is_some_and(is_placeholder);
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    if let Some(ended) = row
        .day(Field::VersionEnd)
        .filter(|day| day.date().year() < 2050)
    {
        person.valid_from = head.modified.map(|at| at.day());
        person.valid_to = Some(ended);
    } else if row.says(Field::LeftCompany)
        || row.text(Field::BounceReason).is_some_and(is_no_mailbox)
    {
        // A flag without a day was set at the latest when the row was last changed.
        let noted = || head.modified.map(|at| at.day());
        person.valid_to = row.day(Field::LeftOn).or_else(noted);
    }
    debug_assert!(
        person.side != Side::Account,
        "a row alone cannot tell that somebody is the account's"
    );
    person
}

/// What a mail server says when there is no such mailbox any more; a full one is another matter.
fn is_no_mailbox(reason: &str) -> bool {
    const SAYINGS: &[&str] = &[
        "5.1.1",
        "5.1.10",
        "user unknown",
        "unknown_user",
        "unknown user",
        "no such user",
        "does not exist",
        "doesn't exist",
        "recipient not found",
        "mailbox not found",
        "invalid recipient",
        "no longer with",
    ];
    let reason = reason.to_lowercase();
    SAYINGS.iter().any(|saying| reason.contains(saying))
}

fn joined(person: &MentionRow) -> Option<String> {
    match (&person.given_name, &person.family_name) {
        (Some(given), Some(family)) => Some(format!("{given} {family}")),
        (given, family) => given.clone().or_else(|| family.clone()),
    }
}

/// The deals a row of a person names, by id, else by account and name.
fn deals(row: &RowView<'_>) -> Vec<String> {
    let system = &row.layout.system;
    let mut deals: Vec<String> = row.keys(Field::DealRef, "deal").collect();
    if deals.is_empty() {
        let named = named_deal(row.text(Field::AccountName), row.text(Field::DealName));
        deals.extend(named.map(|name| key(system, "deal", &name)));
    }
    deals.sort();
    deals.dedup();
    deals
}

/// Emits every role of the cell in every deal the row names.
fn roles(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    (head, person): (&Head, &MentionRow),
    deals: &[String],
) -> Result<(), ReadError> {
    let Some(cell) = row.text(Field::RoleText) else {
        return Ok(());
    };
    let id = head.native_key.splitn(3, ':').nth(2).unwrap_or_default();
    let held = |deal: Option<&String>| Held {
        native_key: match deal {
            Some(deal) => key(&row.layout.system, "role", &format!("{id}@{deal}")),
            None => key(&row.layout.system, "role", id),
        },
        deal_ref: deal.cloned(),
        contract_ref: None,
        account_ref: person.account_ref.clone(),
        account_name: person.account_name.clone(),
        since: None,
    };
    if deals.is_empty() {
        return declare(emitter, row, (head, person, cell), &held(None));
    }
    deals
        .iter()
        .try_for_each(|deal| declare(emitter, row, (head, person, cell), &held(Some(deal))))
}

/// The roles of a cell: `Economic Buyer + Champion`, `CHAMPION;INFLUENCER`.
pub(crate) fn role_texts(cell: &str) -> Vec<&str> {
    let mut texts: Vec<&str> = Vec::new();
    for text in split_cell(cell, &[';', ',', '+', '|']).flat_map(|part| part.split(" / ")) {
        let text = text.trim();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}
