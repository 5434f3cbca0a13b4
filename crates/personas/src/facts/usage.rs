//! Facts from counted usage: which features, how much of the use, how often.

use std::collections::BTreeMap;

use model::tables::decided::UsagePlaced;
use model::{Day, DecisionId, DecisionKind, PersonId, PersonaKind};
use stats::maths::log_bin;

use super::people::People;
use super::{AccountInput, Gathered};
use crate::subjects::OTHER;

/// Most draws the use of one person counts as: habits repeat, and beyond a month
/// of days more of them say little more about which habits they are.
const MAX_DRAWS: f64 = 30.0;
/// The share of somebody's use from which a feature is theirs; what is rarer is
/// counted together.
const MIN_SHARE: f64 = 0.02;

/// Adds what the people of an account do in the product, as users.
pub(super) fn facts(input: &AccountInput, people: &People<'_>, chosen: &mut Gathered) {
    let mut by_person: BTreeMap<PersonId, Vec<&UsagePlaced>> = BTreeMap::new();
    for row in input.usage.iter().filter(|row| row.n > 0) {
        if let Some(person) = people.of_key(&row.user_key) {
            by_person.entry(person).or_default().push(row);
        }
    }
    for (person, rows) in by_person {
        let decision = decision_of(input, person, &rows, chosen);
        add_person((PersonaKind::User, decision, person), &rows, chosen);
    }
}

/// The term already chosen for the person, else the one that holds most of their days.
fn decision_of(
    input: &AccountInput,
    person: PersonId,
    rows: &[&UsagePlaced],
    chosen: &Gathered,
) -> DecisionId {
    let users = chosen.facts.keys().filter(|w| w.0 == PersonaKind::User);
    if let Some(known) = users.filter(|w| w.2 == person).map(|w| w.1).next() {
        return known;
    }
    let last = rows.iter().map(|row| row.last_day).max();
    let terms = input
        .decisions
        .iter()
        .filter(|d| d.kind == DecisionKind::Use);
    let holds = |opens: Option<Day>, closes: Option<Day>| {
        last.is_some_and(|day| {
            opens.is_none_or(|opens| opens <= day) && closes.is_none_or(|closes| day < closes)
        })
    };
    let fitting = terms.filter(|d| holds(d.opens, d.closes));
    let latest = fitting.max_by_key(|d| (d.opens, d.decision_id));
    latest.map_or_else(DecisionId::default, |d| d.decision_id)
}

type Whose = (PersonaKind, DecisionId, PersonId);

fn add_person(whose: Whose, rows: &[&UsagePlaced], chosen: &mut Gathered) {
    let mut features: BTreeMap<&str, Vec<&UsagePlaced>> = BTreeMap::new();
    for row in rows {
        features.entry(row.name.trim()).or_default().push(row);
    }
    let days_of = |rows: &[&UsagePlaced]| -> f64 {
        let days = rows.iter().map(|row| f64::from(row.n_days.max(1)));
        days.fold(0.0, f64::max)
    };
    let total: f64 = features.values().map(|rows| days_of(rows)).sum();
    let draw = (MAX_DRAWS / total.max(1.0)).min(1.0);
    for (name, rows) in &features {
        let days = days_of(rows);
        let is_theirs = days >= MIN_SHARE * total;
        let value = if is_theirs { *name } else { OTHER };
        for (idx, row) in rows.iter().enumerate() {
            let weight = if idx == 0 { days * draw } else { 0.0 };
            let fact = ("feature", value.to_owned());
            chosen.add_weighted(whose, fact, (weight, usage_key(row)));
        }
    }
    add_amounts(whose, (rows, features.len()), chosen);
}

/// Adds how often, how broadly and how deeply somebody uses the product.
fn add_amounts(whose: Whose, (rows, n_features): (&[&UsagePlaced], usize), chosen: &mut Gathered) {
    let n_days = rows.iter().map(|row| i64::from(row.n_days)).max();
    let n_days = n_days.unwrap_or(1).max(1);
    let n_events: i64 = rows.iter().map(|row| row.n).sum();
    for (subject, n) in [
        ("activity", n_days),
        ("breadth", n_features as i64),
        ("depth", n_events / n_days),
    ] {
        for row in rows {
            let all_rows = serde_json::json!(["usage_placed", row.user_key]).to_string();
            chosen.add(whose, (subject, bin(n)), all_rows);
        }
    }
}

/// A usage row, in a form that can be read back.
fn usage_key(row: &UsagePlaced) -> String {
    serde_json::json!(["usage_placed", row.user_key, row.group_key, row.name]).to_string()
}

/// The doubling a count lies in: `1`, `2 to 3`, `4 to 7` …
fn bin(n: i64) -> String {
    let n = u64::try_from(n).unwrap_or(0);
    match log_bin(n) {
        0 | 1 => n.to_string(),
        bin => {
            let low = 1_u64 << (bin - 1);
            format!("{low} to {}", low.saturating_mul(2) - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_fall_into_doublings() {
        let bins: Vec<String> = [0, 1, 2, 3, 4, 9].into_iter().map(bin).collect();
        assert_eq!(bins, ["0", "1", "2 to 3", "2 to 3", "4 to 7", "8 to 15"]);
    }
}
