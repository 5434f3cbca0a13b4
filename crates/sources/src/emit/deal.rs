//! Opportunities and deals: themselves, their stages, their products.

use model::tables::base::{DealRow, LineItemRow, StageRow};
use model::{MentionKind, Side};
use text::fold::fold;

use crate::emit::account::account_ref;
use crate::emit::contact;
use crate::emit::links::{associate, merges};
use crate::emit::person::{is_placeholder, mention, mention_id, push_emails, span_len};
use crate::emit::role::{Held, declare};
use crate::emit::{Emitter, Head, Trouble, key, named_person, split_cell};
use crate::error::{Code, ReadError};
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// Emits one row of a table of deals.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let head = emitter.record(row)?;
    let deal = deal(emitter, row, &head);
    if let (Some(stage), true) = (&deal.stage, row.layout.has(Field::VersionEnd)) {
        emitter.put(Item::Stage(StageRow {
            record_id: head.record_id,
            deal_ref: head.native_key.clone(),
            stage: stage.clone(),
            entered: head.modified,
            known_at: emitter.context.known_at,
        }))?;
    }
    emitter.put(Item::Deal(deal))?;
    for account in row.keys(Field::AccountRef, "account").skip(1) {
        associate(emitter, &head, (&head.native_key, &account), None)?;
    }
    for contact in row.keys(Field::ContactRef, "contact") {
        associate(emitter, &head, (&head.native_key, &contact), None)?;
    }
    merges(emitter, row, &head, "deal")?;
    contact_of(emitter, row, &head)?;
    owner(emitter, row, &head, Field::Owner)
}

/// Reports list the contact of a deal in the deal's own row.
fn contact_of(emitter: &mut Emitter<'_>, row: &RowView<'_>, head: &Head) -> Result<(), ReadError> {
    if contact::names_nobody(row) {
        return Ok(());
    }
    let mut person = contact::person(emitter, row, head);
    let naming = [Field::FullName, Field::FamilyName, Field::Email];
    let field = naming.into_iter().find(|field| row.text(*field).is_some());
    let name = row.layout.name_of(field.unwrap_or(Field::GivenName));
    let named = row.text(Field::FullName).or(row.text(Field::FamilyName));
    let id = row
        .text(Field::ContactRef)
        .map(str::to_owned)
        .or_else(|| named_person(row.text(Field::Email), named))
        .unwrap_or_else(|| fold(person.full_name.as_deref().unwrap_or_default()));
    person.kind = MentionKind::Named;
    person.native_key = crate::ids::object_key(&row.layout.system, "contact", &id);
    person.field = name.to_owned();
    person.mention_id = mention_id(head.record_id, name, "");
    emitter.put(Item::Mention(person.clone()))?;
    let Some(cell) = row.text(Field::RoleText) else {
        return Ok(());
    };
    let held = Held {
        native_key: key(
            &row.layout.system,
            "role",
            &format!("{id}@{}", head.native_key),
        ),
        deal_ref: Some(head.native_key.clone()),
        contract_ref: None,
        account_ref: person.account_ref.clone(),
        account_name: person.account_name.clone(),
        since: None,
    };
    declare(emitter, row, (head, &person, cell), &held)
}

/// Emits one row of a table of stages that deals entered.
pub(crate) fn emit_stage(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let (Some(deal_ref), Some(stage)) = (row.key(Field::DealRef, "deal"), row.owned(Field::Stage))
    else {
        return incomplete(emitter, row, "a deal and a stage");
    };
    let head = emitter.record(row)?;
    if head.is_deleted {
        return Ok(());
    }
    emitter.put(Item::Stage(StageRow {
        record_id: head.record_id,
        deal_ref,
        stage,
        entered: row.instant(Field::At),
        known_at: emitter.context.known_at,
    }))
}

/// Emits one row of a table of products on deals.
pub(crate) fn emit_line_item(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
) -> Result<(), ReadError> {
    let product = row
        .owned(Field::Product)
        .or_else(|| row.key(Field::ProductRef, "product"))
        .or_else(|| row.key(Field::PriceRef, "price"));
    let of_deal = row.key(Field::DealRef, "deal");
    let whole = of_deal.or_else(|| row.key(Field::ContractRef, "contract"));
    let (Some(deal_ref), Some(product)) = (whole, product) else {
        return incomplete(emitter, row, "a deal or a contract, and a product");
    };
    let head = emitter.record(row)?;
    if head.is_deleted {
        return Ok(());
    }
    emitter.put(Item::LineItem(LineItemRow {
        record_id: head.record_id,
        deal_ref,
        product,
        quantity: row.number(Field::Quantity),
        known_at: emitter.context.known_at,
    }))
}

fn incomplete(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    expected: &str,
) -> Result<(), ReadError> {
    emitter.trouble(Trouble {
        line: row.line,
        column: row.layout.name_of(Field::DealRef),
        code: Code::RowIncomplete,
        found: String::from("an empty cell"),
        expected,
        is_set_aside: true,
    })
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
        contract_ref: row.key(Field::ContractRef, "contract"),
        renewed_contract_ref: row.key(Field::RenewedContractRef, "contract"),
        amended_contract_ref: row.key(Field::AmendedContractRef, "contract"),
        is_renewal: row.flag(Field::IsRenewal),
        products: list(Field::Product),
        competitors: list(Field::Competitor),
        reason: row.owned(Field::Reason),
        owner: row
            .owned(Field::Owner)
            .or_else(|| row.key(Field::OwnerRef, "user")),
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
    let won = [
        "won", "gewonnen", "gagné", "gagnée", "ganada", "ganado", "vinta", "ganho", "ganha",
    ]
    .into_iter()
    .any(says)
        || said.contains("closedwon");
    let lost = [
        "lost", "verloren", "perdu", "perdue", "perdida", "perdido", "persa",
    ]
    .into_iter()
    .any(says)
        || said.contains("closedlost");
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
    // One word is an alias or a queue; a team is nobody.
    let names_somebody = |name: &&str| {
        let is_name = name.contains(' ') || name.contains('@');
        is_name && !is_placeholder(name)
    };
    let Some(name) = row.text(field).filter(names_somebody) else {
        return Ok(());
    };
    let what = (MentionKind::Owner, row.layout.name_of(field));
    let mut person = mention(emitter, head, &row.layout.system, what);
    person.native_key = key(&row.layout.system, "user", &name.to_lowercase());
    push_emails(&mut person.emails, name);
    person.full_name = Some(name.to_owned()).filter(|_| person.emails.is_empty());
    person.side = Side::Ours;
    person.span_start = 0;
    person.span_end = span_len(name);
    emitter.put(Item::Mention(person))
}
