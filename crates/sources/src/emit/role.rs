//! Roles that systems declare: a vote, not the truth.
//!
//! Writes  `declared_role`, `mention`, and `association` where no role is named

use model::tables::base::{DeclaredRoleRow, MentionRow};
use model::{Day, MentionKind};

use crate::emit::contact::role_texts;
use crate::emit::links::associate;
use crate::emit::person::mention;
use crate::emit::{Emitter, Head, Trouble};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// What a role is held in.
pub(crate) struct Held {
    /// The key of the declaration.
    pub(crate) native_key: String,
    /// The deal.
    pub(crate) deal_ref: Option<String>,
    /// The contract.
    pub(crate) contract_ref: Option<String>,
    /// The account.
    pub(crate) account_ref: Option<String>,
    /// The account's name.
    pub(crate) account_name: Option<String>,
    /// When it was declared.
    pub(crate) since: Option<Day>,
}

/// Emits one row of a table of contact roles.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let Some(contact) = row.key(Field::ContactRef, "contact") else {
        return emitter.trouble(Trouble {
            line: row.line,
            column: row.layout.name_of(Field::ContactRef),
            code: Code::RowIncomplete,
            found: String::from("nothing"),
            expected: "the id of a contact",
            is_set_aside: true,
        });
    };
    let head = emitter.record(row)?;
    let held = Held {
        native_key: head.native_key.clone(),
        deal_ref: row.key(Field::DealRef, "deal"),
        contract_ref: row.key(Field::ContractRef, "contract"),
        account_ref: row.key(Field::AccountRef, "account"),
        account_name: row.owned(Field::AccountName),
        since: row.day(Field::Created),
    };
    let field = row.layout.name_of(Field::ContactRef);
    let what = (MentionKind::Reference, field);
    let mut person = mention(emitter, &head, &row.layout.system, what);
    person.native_key = contact;
    person.account_ref = held.account_ref.clone();
    emitter.put(Item::Mention(person.clone()))?;
    match row.text(Field::RoleText) {
        Some(cell) => declare(emitter, row, (&head, &person, cell), &held),
        None => connect(emitter, row, (&head, &person), &held),
    }
}

/// Without a role the row still says that the two belong together.
fn connect(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    (head, person): (&Head, &MentionRow),
    held: &Held,
) -> Result<(), ReadError> {
    let label = row
        .flag(Field::IsPrimary)
        .unwrap_or(false)
        .then_some("primary");
    let end = held.deal_ref.as_ref().or(held.account_ref.as_ref());
    match end {
        Some(end) => associate(emitter, head, (end, &person.native_key), label),
        None => Ok(()),
    }
}

/// Emits every role of the role column.
pub(crate) fn declare(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    said: (&Head, &MentionRow, &str),
    held: &Held,
) -> Result<(), ReadError> {
    let column = if row.layout.has(Field::RoleText) {
        Field::RoleText
    } else {
        Field::UserRole
    };
    let is_primary = row.flag(Field::IsPrimary).unwrap_or(false);
    declare_text(
        emitter,
        said,
        held,
        (row.layout.name_of(column), is_primary),
    )
}

/// Emits every role of a cell of the column `field`.
pub(crate) fn declare_text(
    emitter: &mut Emitter<'_>,
    (head, person, cell): (&Head, &MentionRow, &str),
    held: &Held,
    (field, is_primary): (&str, bool),
) -> Result<(), ReadError> {
    for text in role_texts(cell) {
        emitter.put(Item::DeclaredRole(DeclaredRoleRow {
            record_id: head.record_id,
            native_key: held.native_key.clone(),
            field: field.to_owned(),
            mention_id: person.mention_id,
            deal_ref: held.deal_ref.clone(),
            contract_ref: held.contract_ref.clone(),
            account_ref: held.account_ref.clone(),
            account_name: held.account_name.clone(),
            role_text: text.to_owned(),
            is_primary,
            since: held.since,
            modified: head.modified,
            import_seq: emitter.context.import_seq,
            known_at: emitter.context.known_at,
            is_deleted: head.is_deleted,
            account_id: None,
        }))?;
    }
    Ok(())
}
