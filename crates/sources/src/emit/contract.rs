//! Contracts and who signed them.

use model::MentionKind;
use model::tables::base::{ContractRow, MentionRow};

use crate::emit::account::account_ref;
use crate::emit::deal::owner;
use crate::emit::person::{mention, push_emails, span_len};
use crate::emit::{Emitter, Head, split_cell};
use crate::error::ReadError;
use crate::ids::object_key;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of contracts.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let signatory = signatory(emitter, row, &head);
    let contract = contract(emitter, row, &head, signatory.as_ref());
    emitter.put(Item::Contract(contract))?;
    if let Some(person) = signatory {
        emitter.put(Item::Mention(person))?;
    }
    owner(emitter, row, &head, Field::Owner)
}

fn signatory(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> Option<MentionRow> {
    let by_ref = row.text(Field::SignedByRef);
    let by_name = row.text(Field::SignedByName);
    let field = if by_ref.is_some() {
        Field::SignedByRef
    } else {
        Field::SignedByName
    };
    let text = by_ref.or(by_name)?;
    let column = row.layout.name_of(field);
    let mut person = mention(
        emitter,
        head,
        &row.layout.system,
        (MentionKind::Reference, column),
    );
    person.native_key = match by_ref {
        Some(id) => object_key(&row.layout.system, "contact", id),
        None => format!("{}/{}", head.native_key, text.to_lowercase()),
    };
    if by_ref.is_none() {
        person.kind = MentionKind::Named;
        person.span_start = 0;
        person.span_end = span_len(text);
    }
    person.full_name = by_name.map(str::to_owned);
    row.all(Field::Email)
        .for_each(|cell| push_emails(&mut person.emails, cell));
    person.title = row.owned(Field::SignedTitle);
    person.account_ref = account_ref(row);
    person.account_name = row.owned(Field::AccountName);
    person.valid_from = row.day(Field::Signed);
    Some(person)
}

fn contract(
    emitter: &Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    signatory: Option<&MentionRow>,
) -> ContractRow {
    let products = row
        .all(Field::Product)
        .flat_map(|cell| split_cell(cell, &[';', ',']));
    let starts = row.day(Field::Starts);
    let months = row
        .number(Field::TermMonths)
        .map(|n| n as i32)
        .filter(|n| (1..=600).contains(n));
    let by_term = starts
        .zip(months)
        .map(|(day, months)| day.plus_months(months));
    let by_last_day = row.day(Field::LastDay).map(|day| day.plus_days(1));
    ContractRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        account_ref: account_ref(row),
        account_name: row.owned(Field::AccountName),
        name: row.owned(Field::Name),
        starts,
        ends: row.day(Field::Ends).or(by_last_day).or(by_term),
        notice_days: row.number(Field::NoticeDays).map(|n| n as i32),
        is_auto_renewing: row.flag(Field::AutoRenews),
        status: row.owned(Field::Status),
        amount: row.number(Field::Amount),
        products: products.map(str::to_owned).collect(),
        signed_by: signatory.map(|person| person.mention_id),
        signed_title: row.owned(Field::SignedTitle),
        signed: row.day(Field::Signed),
        deal_ref: row.key(Field::DealRef, "deal"),
        renewal_deal_ref: row.key(Field::RenewalDealRef, "deal"),
        predecessor_ref: row.key(Field::PredecessorRef, "contract"),
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}
