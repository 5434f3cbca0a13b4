//! One contract that several systems hold: their rows become one.
//!
//! A CRM and a contract register both list a contract, each under a key of its
//! own. Equal first and last days and products that can be the same make them
//! one; two rows of one system stay two.

use std::collections::BTreeMap;

use model::tables::base::ContractRow;

use crate::words::{are_compatible, folded_set};

/// Contracts in order of time, each once, and the keys under which others hold them.
pub(super) struct Contracts {
    pub(super) rows: Vec<ContractRow>,
    /// Other keys, each with the key of the row that stands for it.
    pub(super) aliases: BTreeMap<String, String>,
}

/// Puts contracts in order and those that several systems hold together.
pub(super) fn contracts(input: &[ContractRow]) -> Contracts {
    let mut sorted = input.to_vec();
    sorted.sort_by(|a, b| (a.starts, &a.native_key).cmp(&(b.starts, &b.native_key)));
    sorted.dedup_by(|a, b| a.native_key == b.native_key);
    let mut rows: Vec<ContractRow> = Vec::new();
    let mut aliases = BTreeMap::new();
    for row in sorted {
        let mut same_start = rows
            .iter_mut()
            .rev()
            .take_while(|other| other.starts == row.starts);
        match same_start.find(|other| is_same(other, &row)) {
            Some(kept) => {
                aliases.insert(row.native_key.clone(), kept.native_key.clone());
                fill(kept, row);
            }
            None => rows.push(row),
        }
    }
    for row in &mut rows {
        let known = row
            .predecessor_ref
            .as_ref()
            .and_then(|key| aliases.get(key));
        if let Some(key) = known {
            row.predecessor_ref = Some(key.clone());
        }
    }
    Contracts { rows, aliases }
}

fn is_same(one: &ContractRow, other: &ContractRow) -> bool {
    let has_days = one.starts.is_some() && one.ends.is_some();
    let has_same_days = one.starts == other.starts && one.ends == other.ends;
    let is_other_system = system(one) != system(other);
    has_days
        && has_same_days
        && is_other_system
        && are_compatible(&folded_set(&one.products), &folded_set(&other.products))
}

fn system(row: &ContractRow) -> &str {
    row.native_key.split(':').next().unwrap_or("")
}

/// Fills what the kept row does not say.
fn fill(kept: &mut ContractRow, row: ContractRow) {
    kept.name = kept.name.take().or(row.name);
    kept.amount = kept.amount.or(row.amount);
    kept.deal_ref = kept.deal_ref.take().or(row.deal_ref);
    kept.renewal_deal_ref = kept.renewal_deal_ref.take().or(row.renewal_deal_ref);
    kept.predecessor_ref = kept.predecessor_ref.take().or(row.predecessor_ref);
    kept.signed = kept.signed.or(row.signed);
    kept.notice_days = kept.notice_days.or(row.notice_days);
    kept.is_auto_renewing = kept.is_auto_renewing.or(row.is_auto_renewing);
    if kept.products.is_empty() {
        kept.products = row.products;
    }
}
