//! Counted usage: one claim a user and term of use.
//!
//! Reads   `usage_placed`, `cast`
//!
//! The evidence is a counted set: which rows of the usage table, from when to
//! when, how many events, and a digest by which the same set is known again.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::{Decision, UsagePlaced};
use model::{Day, Instant, MentionId, Method, PersonId, Predicate, RecordId};

use super::{Draft, Sources};
use crate::cast::Cast;
use crate::weights::{Used, is_administering, is_managing, used};
use crate::words::event_words;

/// The row that connects a user key with a person.
#[derive(Clone, Copy)]
struct Connection {
    mention: MentionId,
    record: RecordId,
    known_at: Instant,
}

/// Makes one claim a member and term of use in which they used the product.
pub(super) fn claims(sources: &Sources<'_>, cast: &Cast) -> Vec<Draft> {
    let names: BTreeSet<&str> = sources
        .input
        .usage
        .iter()
        .map(|row| row.name.as_str())
        .collect();
    let connections = connections(sources);
    let mut drafts = Vec::new();
    for (person, rows) in by_person(sources, cast) {
        let found = rows.iter().find_map(|row| connections.get(&*row.user_key));
        let Some(connection) = found else { continue };
        let (first, last) = span_of(&rows);
        for term in sources.ties.uses_between(first, last) {
            let told = used(&figures(&rows, term, names.len()));
            let draft = base(sources, (person, connection), &rows)
                .about(Some(term.decision_id))
                .speaking_for(told, "usage".to_owned());
            drafts.push(draft);
        }
    }
    drafts
}

/// The user's own row comes before records that only point at them.
fn connections<'a>(sources: &Sources<'a>) -> BTreeMap<&'a str, Connection> {
    let mut found: BTreeMap<&str, Connection> = BTreeMap::new();
    let mut rows: Vec<_> = sources.input.cast.iter().collect();
    rows.sort_by_key(|row| (row.kind, row.mention_id));
    for row in rows {
        found.entry(&row.native_key).or_insert(Connection {
            mention: row.mention_id,
            record: row.record_id,
            known_at: row.known_at,
        });
    }
    found
}

fn by_person<'a>(sources: &Sources<'a>, cast: &Cast) -> BTreeMap<PersonId, Vec<&'a UsagePlaced>> {
    let mut found: BTreeMap<PersonId, Vec<&UsagePlaced>> = BTreeMap::new();
    for row in &sources.input.usage {
        let person = cast.person_of_key(&row.user_key);
        if let Some(person) = person.filter(|p| cast.members.contains_key(p)) {
            found.entry(person).or_default().push(row);
        }
    }
    for rows in found.values_mut() {
        rows.sort_by_key(|row| (&row.user_key, &row.group_key, &row.name));
    }
    found
}

fn span_of(rows: &[&UsagePlaced]) -> (Day, Day) {
    let first = rows.iter().map(|row| row.first_day).min();
    let last = rows.iter().map(|row| row.last_day).max();
    (first.unwrap_or_default(), last.unwrap_or_default())
}

fn figures(rows: &[&UsagePlaced], term: &Decision, n_names_of_all: usize) -> Used {
    let (first, last) = span_of(rows);
    let begins = term.opens.map_or(first, |day| day.max(first));
    let ends = term.closes.map_or(last, |day| day.min(last));
    let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let n_of = |is_of_kind: fn(&[String]) -> bool| {
        let of_kind = rows
            .iter()
            .filter(|row| is_of_kind(&event_words(&row.name)));
        of_kind.map(|row| row.n).sum()
    };
    // Days are counted over the whole span; a term takes its share of them.
    let share = share_of(ends.0 - begins.0 + 1, last.0 - first.0 + 1);
    Used {
        n_days: libm::round(days_of(rows, last.0 - first.0 + 1) * share) as i32,
        span_days: ends.0 - begins.0 + 1,
        n_names: names.len(),
        n_names_of_all,
        n_administering: n_of(is_administering),
        n_managing: n_of(is_managing),
    }
}

/// Different days on which anything was done, were the days of events independent.
/// Days are counted for each event alone; those of two events may be the same.
fn days_of(rows: &[&UsagePlaced], span_days: i32) -> f64 {
    let idle = rows.iter().map(|row| 1.0 - share_of(row.n_days, span_days));
    f64::from(span_days) * (1.0 - idle.product::<f64>())
}

fn share_of(part: i32, whole: i32) -> f64 {
    (f64::from(part) / f64::from(whole.max(1))).clamp(0.0, 1.0)
}

fn base(
    sources: &Sources<'_>,
    (person, connection): (PersonId, &Connection),
    rows: &[&UsagePlaced],
) -> Draft {
    let (first, last) = span_of(rows);
    let mut draft = Draft::new(
        sources.input.account_id,
        Some((person, connection.mention)),
        Predicate::Uses,
        Method::Usage,
    )
    .resting_on(connection.record, "", connection.known_at);
    draft.claim.valid_from = Some(first);
    draft.claim.valid_to = Some(last.plus_days(1));
    draft.claim.counted_set = Some(counted_set(sources, rows));
    draft
}

fn counted_set(sources: &Sources<'_>, rows: &[&UsagePlaced]) -> String {
    let (first, last) = span_of(rows);
    let keys: BTreeSet<&str> = rows.iter().map(|row| row.user_key.as_str()).collect();
    let digest = rows
        .iter()
        .fold(0_i64, |sum, row| sum.wrapping_add(row.digest));
    serde_json::json!({
        "table": "usage_placed",
        "filter": {"account_id": sources.input.account_id, "user_key": keys},
        "from": first,
        "to": last.plus_days(1),
        "count": rows.iter().map(|row| row.n).sum::<i64>(),
        "digest": format!("{digest:016x}"),
    })
    .to_string()
}

#[cfg(test)]
mod tests;
