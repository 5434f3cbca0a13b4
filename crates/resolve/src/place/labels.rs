//! Reads codes as names: products of deals, stages of pipelines.
//!
//! Reads   `label`, line items, deals and contracts of one slot
//! Writes  deals and contracts with names in place of codes

use std::collections::BTreeMap;

use model::tables::base::{ContractRow, DealRow, LabelRow, LineItemRow};
use serde::{Deserialize, Serialize};

/// What codes are called, and how deals end in a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    names: BTreeMap<String, String>,
    outcomes: BTreeMap<String, String>,
}

impl Labels {
    /// The labels in force: of several for one key, the last known.
    pub fn new(rows: &[LabelRow]) -> Self {
        let mut rows: Vec<&LabelRow> = rows.iter().collect();
        rows.sort_by_key(|row| (row.known_at, row.record_id));
        let mut labels = Self::default();
        for row in rows {
            labels
                .names
                .insert(row.native_key.clone(), row.label.clone());
            if let Some(outcome) = &row.outcome {
                labels
                    .outcomes
                    .insert(row.native_key.clone(), outcome.to_lowercase());
            }
        }
        labels
    }

    /// The name of a key; the key itself when it has none.
    pub fn name(&self, key: &str) -> String {
        self.names.get(key).map_or(key, String::as_str).to_owned()
    }
}

/// Adds the products of line items to the deals they belong to, codes read as names.
pub fn add_products(deals: &mut [DealRow], line_items: &[LineItemRow], labels: &Labels) {
    let mut by_deal: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for item in line_items {
        by_deal
            .entry(&item.deal_ref)
            .or_default()
            .push(&item.product);
    }
    for deal in deals {
        let items = by_deal.get(deal.native_key.as_str()).into_iter().flatten();
        let own = deal.products.iter().map(String::as_str);
        let all = own.chain(items.copied());
        let mut products: Vec<String> = all.map(|code| labels.name(code)).collect();
        products.sort();
        products.dedup();
        deal.products = products;
    }
}

/// Adds the products of subscriptions to the contracts they are under.
pub fn add_subscribed(contracts: &mut [ContractRow], line_items: &[LineItemRow]) {
    for contract in contracts {
        let items = line_items.iter();
        let own = items.filter(|item| item.deal_ref == contract.native_key);
        for item in own {
            if !contract.products.contains(&item.product) {
                contract.products.push(item.product.clone());
            }
        }
    }
}

/// Reads the code of a deal's stage as its name, and how the deal ended.
pub fn name_stage(deal: &mut DealRow, labels: &Labels) {
    let system = deal.native_key.split(':').next().unwrap_or_default();
    let Some(stage) = deal.stage.as_deref() else {
        return;
    };
    let key = format!("{system}:stage:{stage}");
    if let Some(name) = labels.names.get(&key) {
        deal.stage = Some(name.clone());
    }
    let Some(outcome) = labels.outcomes.get(&key) else {
        return;
    };
    let (is_won, is_lost) = (outcome.contains("won"), outcome.contains("lost"));
    deal.is_closed = deal.is_closed.or(Some(is_won || is_lost));
    if is_won || is_lost {
        deal.is_won = deal.is_won.or(Some(is_won));
    }
}
