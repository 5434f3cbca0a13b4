//! Opportunities and deals.

use model::tables::base::{DealRow, MentionRow};
use model::{MentionKind, Side};

use crate::emit::contact::account_ref;
use crate::emit::person::mention;
use crate::emit::{Emitter, Head, key, reference, split_cell};
use crate::error::ReadError;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of deals.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let deal = deal(emitter, row, &head);
    emitter.put(Item::Deal(deal))?;
    owner(emitter, row, &head, Field::Owner)
}

fn deal(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head) -> DealRow {
    let list = |field| {
        row.all(field)
            .flat_map(|cell| split_cell(cell, &[';', ',']))
            .map(str::to_owned)
            .collect()
    };
    let (is_closed, is_won) = end_of(row);
    DealRow {
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        account_ref: account_ref(row),
        account_name: row.owned(Field::AccountName),
        name: row.owned(Field::Name),
        deal_type: row.owned(Field::DealType),
        stage: row.owned(Field::Stage).or_else(|| row.owned(Field::Status)),
        is_closed,
        is_won,
        amount: row.number(Field::Amount),
        created: row.day(Field::Created),
        closes: row.day(Field::Closes),
        contract_ref: reference(row, Field::ContractRef, "contract"),
        renewed_contract_ref: reference(row, Field::RenewedContractRef, "contract"),
        amended_contract_ref: reference(row, Field::AmendedContractRef, "contract"),
        is_renewal: row.flag(Field::IsRenewal),
        products: list(Field::Product),
        competitors: list(Field::Competitor),
        reason: row.owned(Field::Reason),
        owner: row
            .owned(Field::Owner)
            .or_else(|| reference(row, Field::OwnerRef, "user")),
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}

/// Closed and won, by their flags, else by the words of stage and status.
fn end_of(row: &RowView<'_>) -> (Option<bool>, Option<bool>) {
    let words = [row.text(Field::Stage), row.text(Field::Status)];
    let said: String = words
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    let says = |word: &str| {
        said.split(|c: char| !c.is_alphanumeric())
            .any(|known| known == word)
    };
    let won = says("won") || said.contains("closedwon");
    let lost = says("lost") || said.contains("closedlost");
    let by_words = (won || lost).then_some(true);
    let is_won = row.flag(Field::IsWon).or(match (won, lost) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    });
    (row.flag(Field::IsClosed).or(by_words), is_won)
}

/// Emits the mention of our representative, when a column names them.
pub(crate) fn owner(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    field: Field,
) -> Result<(), ReadError> {
    let Some(name) = row
        .text(field)
        .filter(|name| name.contains(' ') && !name.contains('@'))
    else {
        return Ok(());
    };
    let mut person = mention(
        emitter,
        head,
        &row.layout.system,
        (MentionKind::Owner, row.layout.name_of(field)),
    );
    person.native_key = key(&row.layout.system, "user", &name.to_lowercase());
    person.full_name = Some(name.to_owned());
    person.side = Side::Ours;
    person.span_start = 0;
    person.span_end = span_len(name);
    emitter.put(Item::Mention(MentionRow { ..person }))
}

fn span_len(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX)
}
