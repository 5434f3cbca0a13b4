//! Finds values that belong to an office and not to somebody in it.
//!
//! Reads   fields
//! Writes  the same fields; a value shared by people of different names is missing
//!
//! A switchboard number, a mailbox that a team reads or an account number of a
//! company looks like an identifier. The names beside it give it away.

use super::Kind;
use super::compare::{level, other};
use super::field::Field;

/// A value of fewer records may be a family's or a mistake.
const LEAST_RECORDS: u32 = 4;
/// Neighbours that are looked at for one value.
const MOST_LOOKED_AT: usize = 24;

/// Makes shared values missing; returns the names of the fields that had some.
pub(super) fn leave_out_shared(fields: &mut [Field]) -> Vec<String> {
    let names: Vec<Field> = fields.iter().filter(|f| is_name(f)).cloned().collect();
    let mut changed = Vec::new();
    for field in fields.iter_mut().filter(|f| is_identifier(f)) {
        let shared = shared_values(field, &names);
        if shared.contains(&true) {
            field.leave_out(&shared);
            changed.push(field.name.clone());
        }
    }
    changed
}

fn is_name(field: &Field) -> bool {
    matches!(field.kind, Some(Kind::GivenName | Kind::FamilyName))
}

fn is_identifier(field: &Field) -> bool {
    matches!(field.kind, Some(Kind::Phone | Kind::Email | Kind::Id))
}

/// For each value whether most records beside it bear entirely different names.
fn shared_values(field: &Field, names: &[Field]) -> Vec<bool> {
    let is_frequent = |code: u32| {
        let count = field.counts.get(code as usize).copied().unwrap_or(0);
        code > 0 && count >= LEAST_RECORDS
    };
    let mut rows: Vec<(u32, u32)> = (0_u32..)
        .zip(&field.codes)
        .filter(|(_, code)| is_frequent(**code))
        .map(|(row, code)| (*code, row))
        .collect();
    rows.sort_unstable();
    let mut shared = vec![false; field.values.len()];
    for block in rows.chunk_by(|a, b| a.0 == b.0) {
        let code = block.first().map_or(0, |(code, _)| *code);
        if let (true, Some(slot)) = (is_office(block, names), shared.get_mut(code as usize)) {
            *slot = true;
        }
    }
    shared
}

fn is_office(block: &[(u32, u32)], names: &[Field]) -> bool {
    // Records far apart in the order of the table: duplicates stand side by side.
    let half = block.len() / 2;
    let far = block
        .iter()
        .zip(block.iter().skip(half))
        .take(MOST_LOOKED_AT);
    let judged: Vec<bool> = far
        .filter_map(|(a, b)| are_strangers(a.1, b.1, names))
        .collect();
    let n_strangers = judged.iter().filter(|is| **is).count();
    judged.len() >= 2 && 2 * n_strangers > judged.len()
}

/// Whether every name that both records have is another one; `None` when none is there.
fn are_strangers(left: u32, right: u32, names: &[Field]) -> Option<bool> {
    let levels = names.iter().filter_map(|field| {
        let (left, right) = (field.value(left)?.1, field.value(right)?.1);
        let kind = field.kind?;
        Some(level(kind, left, right) == other(kind))
    });
    levels.reduce(|all, differs| all && differs)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::linkage::field::fields;
    use crate::linkage::table::TableBuilder;

    fn changed(rows: &[[&str; 2]]) -> Vec<String> {
        let mut builder = TableBuilder::new(&["name".to_owned(), "phone".to_owned()]);
        rows.iter()
            .for_each(|row| builder.push(row.iter().copied()));
        let (table, _) = builder.finish();
        let kinds = [("name", Kind::FullName), ("phone", Kind::Phone)];
        let kinds = kinds.map(|(name, kind)| (name.to_owned(), kind));
        leave_out_shared(&mut fields(&table, &BTreeMap::from(kinds)))
    }

    #[test]
    fn a_switchboard_is_no_identifier_and_a_spelling_is_no_stranger() {
        let office = [
            ["Ada Quill", "030 555123"],
            ["Bo Reed", "030 555123"],
            ["Cy Stone", "030 555123"],
            ["Di Marsh", "030 555123"],
            ["Ed Wold", "030 777123"],
        ];
        assert_eq!(changed(&office), ["phone"]);
        let one = ["Ada Quill", "Ada Quil", "Adda Quill", "A Quill"].map(|n| [n, "030 555123"]);
        let others = [["Bo Reed", "030 777123"], ["Cy Stone", "030 888123"]];
        assert!(changed(&[&one[..], &others[..]].concat()).is_empty());
    }
}
