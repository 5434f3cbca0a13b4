//! People who are given by nothing but an address: sender and recipients of mails,
//! participants of calls.
//!
//! Writes  `mention`; its span is the address within the cell

use model::MentionKind;
use model::tables::base::MentionRow;

use crate::emit::person::{is_placeholder, mention, mention_id, push_emails, side};
use crate::emit::{Emitter, Head, key};
use crate::error::ReadError;
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// People of one cell who are taken; a mail to more is no conversation.
const MAX_ADDRESSES: usize = 50;

/// An address in a cell.
pub(crate) struct Address {
    /// The column.
    column: usize,
    /// In lower case.
    pub(crate) address: String,
    /// The characters of it in the cell.
    span: (i32, i32),
    /// The name beside it, as in `Ada Hill <ada@mills.example>`.
    name: Option<String>,
}

/// The key of somebody of whom nothing but the address is known.
pub(crate) fn address_key(system: &str, address: &str) -> String {
    key(system, "address", address)
}

/// Every address in the columns of a field, once each.
pub(crate) fn addresses(row: &RowView<'_>, field: Field) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    for column in row.layout.columns_of(field) {
        let cell = row.cells.get(*column).unwrap_or_default();
        let mut at = 0;
        for part in cell.split_inclusive([';', ',']) {
            let start = at;
            at += part.chars().count();
            let Some(mut one) = address_in(part, start) else {
                continue;
            };
            one.column = *column;
            if !found.iter().any(|known| known.address == one.address)
                && found.len() < MAX_ADDRESSES
            {
                found.push(one);
            }
        }
    }
    found
}

/// The address in one part of a cell that begins at the character `start`.
fn address_in(part: &str, start: usize) -> Option<Address> {
    let mut emails = Vec::new();
    push_emails(&mut emails, part);
    let address = emails.into_iter().next()?;
    // Small letters can be longer than their capitals: an address is looked for as it stands.
    let byte = part.char_indices().map(|(byte, _)| byte).find(|byte| {
        let rest = part.get(*byte..).unwrap_or_default();
        rest.get(..address.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(&address))
    })?;
    let before = part.get(..byte)?;
    let first = start + before.chars().count();
    let name = before
        .trim()
        .trim_end_matches('<')
        .trim()
        .trim_matches(['"', '\'']);
    let span = (
        i32::try_from(first).ok()?,
        i32::try_from(first + address.chars().count()).ok()?,
    );
    Some(Address {
        column: 0,
        span,
        name: (name.contains(' ') && !is_placeholder(name)).then(|| name.to_owned()),
        address,
    })
}

/// Emits a mention of everybody in the columns of a field and returns their keys.
pub(crate) fn addressed(
    emitter: &mut Emitter<'_>,
    row: &RowView<'_>,
    head: &Head,
    field: Field,
) -> Result<Vec<String>, ReadError> {
    let mut keys = Vec::new();
    for one in addresses(row, field) {
        let person = person(emitter, row, head, one);
        keys.push(person.native_key.clone());
        emitter.put(Item::Mention(person))?;
    }
    Ok(keys)
}

fn person(emitter: &Emitter<'_>, row: &RowView<'_>, head: &Head, one: Address) -> MentionRow {
    let column = row.layout.header.get(one.column).map_or("", String::as_str);
    let what = (MentionKind::Named, column);
    let mut person = mention(emitter, head, &row.layout.system, what);
    person.mention_id = mention_id(head.record_id, column, &one.address);
    person.native_key = address_key(&row.layout.system, &one.address);
    (person.span_start, person.span_end) = one.span;
    person.full_name = one.name;
    person.emails = vec![one.address];
    person.side = side(emitter, person.full_name.as_deref(), &person.emails);
    person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_with_its_place_and_the_name_beside_it() {
        let one = address_in(" Ada Hill <Ada@Mills.example>;", 10).unwrap();
        assert_eq!(
            (one.address.as_str(), one.span),
            ("ada@mills.example", (21, 38))
        );
        assert_eq!(one.name.as_deref(), Some("Ada Hill"));
        assert!(address_in("nobody", 0).is_none());
        assert_eq!(address_in("bo@mills.example", 0).unwrap().name, None);
    }
}
