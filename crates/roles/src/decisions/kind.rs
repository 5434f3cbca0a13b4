//! What kind of decision a deal is: purchase, renewal, cross-sell or up-sell.
//!
//! Links count more than the type column, that more than the deal's name, and
//! that more than what the account had before. The reason is kept in words.

use std::collections::BTreeSet;

use model::tables::base::{ContractRow, DealRow};
use model::{Day, DecisionKind};

use crate::words::{are_compatible, folded_set, tokens};

/// Days around the end of a contract within which an unnamed deal is its renewal.
pub(super) const RENEWAL_REACH_DAYS: i32 = 120;

/// What the account had before a deal, in order of time.
#[derive(Default)]
pub(super) struct History {
    /// Products of deals that were won.
    won: BTreeSet<String>,
    /// Products of contracts that have started.
    contracted: BTreeSet<String>,
    /// A deal was won of which no product is known.
    has_bare_win: bool,
    /// Something was won or under contract before.
    pub(super) is_customer: bool,
}

impl History {
    /// A deal was won.
    pub(super) fn add_win(&mut self, deal: &DealRow) {
        self.is_customer = true;
        self.has_bare_win |= deal.products.is_empty();
        self.won.extend(folded_set(&deal.products));
    }

    /// A contract has started.
    pub(super) fn add_contract(&mut self, contract: &ContractRow) {
        self.is_customer = true;
        self.contracted.extend(folded_set(&contract.products));
    }

    /// The account had one of these products, as far as is known.
    ///
    /// A contract lists what was added to it later too, so it counts only where
    /// the deals before do not say what was bought.
    fn has_any_of(&self, products: &BTreeSet<String>) -> bool {
        let deals_say_all = !self.won.is_empty() && !self.has_bare_win;
        if deals_say_all {
            return are_compatible(products, &self.won);
        }
        let owned = self.won.union(&self.contracted).cloned().collect();
        are_compatible(products, &owned)
    }
}

/// A kind with its reason.
pub(super) type Kind = (DecisionKind, String);

/// Returns the kind of a deal and why.
pub(super) fn kind_of_deal(deal: &DealRow, history: &History, contracts: &[ContractRow]) -> Kind {
    by_link(deal)
        .or_else(|| by_type(deal, history))
        .or_else(|| by_name(deal, history))
        .unwrap_or_else(|| by_history(deal, history, contracts))
}

fn by_link(deal: &DealRow) -> Option<Kind> {
    if deal.renewed_contract_ref.is_some() {
        return Some((
            DecisionKind::Renewal,
            "the deal names the contract it renews".to_owned(),
        ));
    }
    if deal.is_renewal == Some(true) {
        return Some((
            DecisionKind::Renewal,
            "the deal is flagged as a renewal".to_owned(),
        ));
    }
    None
}

/// What words say of a deal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hint {
    Renewal,
    CrossSell,
    UpSell,
    Existing,
    New,
}

const RENEWAL_STEMS: &[&str] = &[
    "renewal",
    "renews",
    "rinnov",
    "renovac",
    "renovaç",
    "renovação",
    "renouvel",
    "verlänger",
    "verlaenger",
    "verleng",
    "prolong",
    "downgrade",
];
const RENEWAL_WORDS: &[&str] = &["renew", "renewed", "renewing", "retention"];
const CROSS_STEMS: &[&str] = &["crosssell", "addon"];
const UP_STEMS: &[&str] = &[
    "upsell",
    "upgrade",
    "expansion",
    "expand",
    "upsize",
    "erweiter",
    "ampliac",
    "extension",
    "additional",
    "seat",
];
const EXISTING_STEMS: &[&str] = &["existing", "bestandskund", "replacement", "customer"];
const NEW_STEMS: &[&str] = &[
    "new", "neu", "nuev", "nouve", "nuov", "novo", "nova", "first", "initial",
];

fn hint_of(text: &str) -> Option<Hint> {
    let joined = text
        .to_lowercase()
        .replace("cross-sell", "crosssell")
        .replace("cross sell", "crosssell");
    let joined = joined
        .replace("add-on", "addon")
        .replace("add on", "addon")
        .replace("up-sell", "upsell");
    let words = tokens(&joined);
    let starts = |stems: &[&str]| {
        words
            .iter()
            .any(|w| stems.iter().any(|stem| w.starts_with(stem)))
    };
    let is_renewal =
        starts(RENEWAL_STEMS) || words.iter().any(|w| RENEWAL_WORDS.contains(&w.as_str()));
    let ordered = [
        (is_renewal, Hint::Renewal),
        (starts(CROSS_STEMS), Hint::CrossSell),
        (starts(UP_STEMS), Hint::UpSell),
        (starts(NEW_STEMS), Hint::New),
        (starts(EXISTING_STEMS), Hint::Existing),
    ];
    ordered
        .into_iter()
        .find(|(holds, _)| *holds)
        .map(|(_, hint)| hint)
}

fn by_type(deal: &DealRow, history: &History) -> Option<Kind> {
    let text = deal.deal_type.as_deref()?;
    let kind = match hint_of(text)? {
        Hint::Renewal => DecisionKind::Renewal,
        Hint::CrossSell => DecisionKind::CrossSell,
        Hint::UpSell => DecisionKind::UpSell,
        Hint::Existing => return Some(existing(deal, history, text)),
        Hint::New => DecisionKind::Purchase,
    };
    Some((kind, format!("the deal's type says `{text}`")))
}

/// Existing business: its name tells what of, else its products do.
fn existing(deal: &DealRow, history: &History, text: &str) -> Kind {
    let kind = match deal.name.as_deref().and_then(hint_of) {
        Some(Hint::Renewal) => DecisionKind::Renewal,
        Some(Hint::CrossSell) => DecisionKind::CrossSell,
        Some(Hint::UpSell) => DecisionKind::UpSell,
        _ => by_products(deal, history),
    };
    (
        kind,
        format!("the deal's type says `{text}`, its name and products what of"),
    )
}

/// The name alone makes an expansion only where there is something to expand.
fn by_name(deal: &DealRow, history: &History) -> Option<Kind> {
    let name = deal.name.as_deref()?;
    let kind = match hint_of(name)? {
        Hint::Renewal => DecisionKind::Renewal,
        Hint::CrossSell if history.is_customer => DecisionKind::CrossSell,
        Hint::UpSell if history.is_customer => DecisionKind::UpSell,
        Hint::New if !history.is_customer => DecisionKind::Purchase,
        _ => return None,
    };
    Some((kind, "the deal's name says so".to_owned()))
}

fn by_products(deal: &DealRow, history: &History) -> DecisionKind {
    if history.has_any_of(&folded_set(&deal.products)) {
        DecisionKind::UpSell
    } else {
        DecisionKind::CrossSell
    }
}

fn by_history(deal: &DealRow, history: &History, contracts: &[ContractRow]) -> Kind {
    if !history.is_customer {
        let reason = "nothing was won or under contract at the account before";
        return (DecisionKind::Purchase, reason.to_owned());
    }
    let products = folded_set(&deal.products);
    let is_near = |ends: Day| {
        deal.closes
            .is_some_and(|day| (day.0 - ends.0).abs() <= RENEWAL_REACH_DAYS)
    };
    let meets_an_end = contracts.iter().any(|contract| {
        contract.ends.is_some_and(is_near)
            && are_compatible(&products, &folded_set(&contract.products))
    });
    if meets_an_end {
        let reason = "it closes around the end of a contract for the same products";
        return (DecisionKind::Renewal, reason.to_owned());
    }
    match by_products(deal, history) {
        DecisionKind::CrossSell => (
            DecisionKind::CrossSell,
            "its products are new to the account".to_owned(),
        ),
        kind => (
            kind,
            "the account already has its products, and no contract ends then".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_several_languages_are_read() {
        assert!(hint_of("Rinnovo 2025") == Some(Hint::Renewal));
        assert!(hint_of("Existing Customer - Upgrade") == Some(Hint::UpSell));
        assert!(hint_of("Existing Business") == Some(Hint::Existing));
        assert!(hint_of("New Customer") == Some(Hint::New));
        assert!(hint_of("newbusiness") == Some(Hint::New));
        assert!(hint_of("Add-On") == Some(Hint::CrossSell));
    }

    #[test]
    fn an_energy_company_is_no_renewal() {
        assert!(hint_of("Harbour Renewables platform").is_none());
    }
}
