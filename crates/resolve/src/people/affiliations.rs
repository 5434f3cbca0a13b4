//! States who worked where, with which title, from when to when.
//!
//! Reads   `work_seen` of one person
//! Writes  `affiliation`
//!
//! A title is in force from the first day it was seen; it ends where a later
//! version of the same object says otherwise, or where the person is later seen
//! at another account. What no record dates stays open.

use std::collections::BTreeMap;

use model::tables::resolved::{Affiliation, WorkSeen};
use model::{AccountId, Day, Function, PersonId, Seniority};
use text::fold::fold;
use text::titles::read_title;

/// One title at one account while it is put together.
struct Span<'a> {
    account_id: AccountId,
    best: &'a WorkSeen,
    starts: Option<Day>,
    ends: Option<Day>,
    first_seen: Option<Day>,
    last_seen: Option<Day>,
    /// Some object still states it.
    is_in_force: bool,
}

/// The intervals of every person in `seen`.
pub fn affiliations_of(seen: &[WorkSeen]) -> Vec<Affiliation> {
    let mut people: BTreeMap<PersonId, Vec<&WorkSeen>> = BTreeMap::new();
    for one in seen {
        people.entry(one.person_id).or_default().push(one);
    }
    people
        .into_values()
        .flat_map(|rows| of_person(&rows))
        .collect()
}

fn of_person(rows: &[&WorkSeen]) -> Vec<Affiliation> {
    let mut groups: BTreeMap<(AccountId, String), Vec<&WorkSeen>> = BTreeMap::new();
    for row in rows {
        let key = (row.account_id, title_key(row.title.as_deref()));
        groups.entry(key).or_default().push(row);
    }
    drop_untitled(&mut groups);
    let mut spans: Vec<Span<'_>> = groups.values().filter_map(|rows| span(rows)).collect();
    spans.sort_by_key(|s| (s.account_id, s.starts.or(s.first_seen), s.best.mention_id));
    end_left(&mut spans, rows);
    end_superseded(&mut spans, rows);
    end_former_accounts(&mut spans);
    numbered(spans)
}

/// Two spellings of a title are one when they say the same and share a word.
fn title_key(title: Option<&str>) -> String {
    let Some(title) = title else {
        return String::new();
    };
    let read = read_title(title);
    match (read.seniority, read.function) {
        (Some(seniority), Some(function)) => format!("{}/{}", seniority.code(), function.code()),
        _ => fold(title),
    }
}

/// A mention without a title says nothing beside one with a title.
fn drop_untitled(groups: &mut BTreeMap<(AccountId, String), Vec<&WorkSeen>>) {
    let titled: Vec<AccountId> = groups
        .keys()
        .filter(|(_, title)| !title.is_empty())
        .map(|(account, _)| *account)
        .collect();
    groups.retain(|(account, title), _| !title.is_empty() || !titled.contains(account));
}

fn span<'a>(rows: &[&'a WorkSeen]) -> Option<Span<'a>> {
    let best = rows
        .iter()
        .min_by_key(|row| (row.is_superseded, row.valid_from.is_none(), row.mention_id))?;
    let stamped = || rows.iter().filter(|row| row.is_stamped).map(|row| row.seen);
    Some(Span {
        account_id: best.account_id,
        best,
        starts: rows.iter().filter_map(|row| row.valid_from).min(),
        ends: rows.iter().filter_map(|row| row.valid_to).max(),
        first_seen: stamped().min(),
        last_seen: stamped().max(),
        is_in_force: rows.iter().any(|row| !row.is_superseded),
    })
}

/// Who has left an account holds no title there any more, whatever other records still state.
fn end_left(spans: &mut [Span<'_>], rows: &[&WorkSeen]) {
    // A version of a row has a first day too; a row that says somebody left has only the last.
    let left = rows
        .iter()
        .filter(|row| row.valid_from.is_none() && !row.is_superseded)
        .filter_map(|row| Some((row.account_id, row.valid_to?)));
    for (account_id, day) in left {
        let begins = |span: &Span<'_>| span.starts.or(span.first_seen);
        let at_account = spans.iter_mut().filter(|it| it.account_id == account_id);
        for span in at_account.filter(|it| begins(it).is_none_or(|first| first <= day)) {
            span.ends = span.ends.or(Some(day));
        }
    }
}

/// A title that every object has given up ended when the first of them was next seen without it.
fn end_superseded(spans: &mut [Span<'_>], rows: &[&WorkSeen]) {
    let next_title = |span: &Span<'_>| {
        let later = rows.iter().filter(|row| {
            row.native_key == span.best.native_key
                && row.is_stamped
                && span.last_seen.is_some_and(|last| row.seen > last)
        });
        later.map(|row| row.valid_from.unwrap_or(row.seen)).min()
    };
    for at in 0..spans.len() {
        let Some(span) = spans.get(at) else { continue };
        if span.is_in_force || span.ends.is_some() {
            continue;
        }
        let Some(day) = next_title(span) else {
            continue;
        };
        if let Some(span) = spans.get_mut(at) {
            span.ends = Some(day);
        }
        start_successor(spans, at, day);
    }
}

/// The title that took over starts where the last one ended, when nothing else dates it.
fn start_successor(spans: &mut [Span<'_>], at: usize, day: Day) {
    let key = spans.get(at).map(|span| span.best.native_key.clone());
    let next = spans.iter_mut().enumerate().find(|(i, span)| {
        let is_same_object = Some(&span.best.native_key) == key.as_ref();
        *i != at && is_same_object && span.starts.is_none() && span.first_seen == Some(day)
    });
    if let Some((_, span)) = next {
        span.starts = Some(day);
    }
}

/// Who is later seen at another account has left the first.
fn end_former_accounts(spans: &mut [Span<'_>]) {
    let begins = |span: &Span<'_>| span.starts.or(span.first_seen);
    let first: Vec<(AccountId, Option<Day>)> = spans
        .iter()
        .map(|span| (span.account_id, begins(span)))
        .collect();
    for span in spans.iter_mut().filter(|span| span.ends.is_none()) {
        let Some(last) = span.last_seen.or(span.starts) else {
            continue;
        };
        let later = first
            .iter()
            .filter(|(account, _)| *account != span.account_id)
            .filter_map(|(_, day)| *day)
            .filter(|day| *day > last);
        span.ends = later.min();
    }
}

fn numbered(spans: Vec<Span<'_>>) -> Vec<Affiliation> {
    let mut counts: BTreeMap<AccountId, i32> = BTreeMap::new();
    let number = |span: Span<'_>| {
        let n = counts.entry(span.account_id).or_default();
        *n += 1;
        affiliation(&span, *n - 1)
    };
    spans.into_iter().map(number).collect()
}

fn affiliation(span: &Span<'_>, span_idx: i32) -> Affiliation {
    let (seniority, function) = reading(span.best.title.as_deref());
    Affiliation {
        account_id: span.account_id,
        person_id: span.best.person_id,
        span_idx,
        title: span.best.title.clone(),
        seniority,
        function,
        side: span.best.side,
        starts: span.starts,
        ends: span
            .ends
            .filter(|end| span.starts.is_none_or(|start| start < *end)),
        record_id: span.best.record_id,
        field: span.best.field.clone(),
    }
}

fn reading(title: Option<&str>) -> (Option<Seniority>, Option<Function>) {
    let read = title.map(read_title).unwrap_or_default();
    (read.seniority, read.function)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{MentionId, RecordId, Side};

    /// Reads `account title day`, `account title day <` for what a later version gave up.
    fn seen(text: &str) -> WorkSeen {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let [account, title, day, ..] = parts.as_slice() else {
            panic!("{text}");
        };
        WorkSeen {
            person_id: PersonId::derive(&["ada"]),
            mention_id: MentionId::derive(&[text]),
            native_key: format!("crm:contact:{account}"),
            account_id: AccountId::derive(&[account]),
            title: Some(title.replace('_', " ")),
            side: Side::Account,
            valid_from: None,
            valid_to: None,
            seen: Day(day.parse().unwrap()),
            is_stamped: true,
            is_superseded: parts.len() > 3,
            record_id: RecordId::derive(&[text]),
            field: "title".into(),
        }
    }

    #[test]
    fn who_has_left_holds_no_title_that_another_record_still_states() {
        let mut rows = vec![
            seen("harbor Head_of_Finance 100"),
            seen("harbor Finance_lead_EMEA 150"),
        ];
        rows[0].valid_to = Some(Day(300));
        let ends: Vec<Option<Day>> = affiliations_of(&rows).iter().map(|a| a.ends).collect();
        assert_eq!(ends, [Some(Day(300)), Some(Day(300))]);
    }

    /// `title start-end`, in order of title.
    fn spans(rows: &[&str]) -> Vec<String> {
        let rows: Vec<WorkSeen> = rows.iter().map(|row| seen(row)).collect();
        let day = |day: Option<Day>| day.map_or("?".to_owned(), |d| d.0.to_string());
        let mut spans: Vec<String> = affiliations_of(&rows)
            .into_iter()
            .map(|a| {
                format!(
                    "{} {}-{}",
                    a.title.unwrap_or_default(),
                    day(a.starts),
                    day(a.ends)
                )
            })
            .collect();
        spans.sort();
        spans
    }

    #[test]
    fn a_new_employer_ends_the_last_interval() {
        let found = spans(&["harbor Controller 100", "orion CFO 500"]);
        assert_eq!(found, ["CFO ?-?", "Controller ?-500"]);
    }

    #[test]
    fn a_new_title_of_the_same_record_ends_the_last_one() {
        let found = spans(&["harbor Controller 100 <", "harbor CFO 500"]);
        assert_eq!(found, ["CFO 500-?", "Controller ?-500"]);
    }

    #[test]
    fn spellings_of_one_title_are_one_interval() {
        let found = spans(&[
            "harbor VP_Finance 100",
            "harbor Vice_President_of_Finance 90",
        ]);
        assert_eq!(found.len(), 1);
    }
}
