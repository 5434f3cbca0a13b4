//! Facts from counted usage: which features, how much of the use, how often.

use std::collections::BTreeMap;

use model::tables::decided::UsagePlaced;
use model::{Day, DecisionId, DecisionKind, PersonId, PersonaKind};
use stats::maths::log_bin;

use super::people::People;
use super::{AccountInput, Gathered};

/// Most draws the use of one person counts as: habits repeat, and a hundred
/// events more say little more about which habits they are.
const MAX_DRAWS: i32 = 10;

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
    let mut features: BTreeMap<&str, (i64, i32, Vec<&UsagePlaced>)> = BTreeMap::new();
    for row in rows {
        let feature = features.entry(row.name.trim()).or_default();
        feature.0 += row.n;
        feature.1 = feature.1.max(row.n_days);
        feature.2.push(row);
    }
    let n_events: i64 = features.values().map(|f| f.0).sum();
    let n_days = features.values().map(|f| f.1).max().unwrap_or(1).max(1);
    let draws = f64::from(n_days.min(MAX_DRAWS));
    for (name, (n, _, rows)) in &features {
        let weight = *n as f64 / n_events as f64 * draws;
        for row in rows {
            let fact = ("feature", (*name).to_owned());
            chosen.add_weighted(whose, fact, (weight, usage_key(row)));
        }
    }
    let per_day = n_events / i64::from(n_days);
    for (subject, n) in [
        ("activity", i64::from(n_days)),
        ("breadth", features.len() as i64),
        ("depth", per_day),
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
