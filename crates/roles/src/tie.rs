//! Which decision a record bears on: by its deal or contract, by an id in a
//! file name, by date. What is far from every decision bears on none.

use std::collections::BTreeMap;

use model::tables::base::MeetingRow;
use model::tables::decided::Decision;
use model::{Day, DecisionId, DecisionKind, MeetingId, Outcome, RecordId};

use crate::decisions::{DecisionSet, window};
use crate::input::AccountInput;
use crate::words::folded;

/// Days around a decision's window in which a record still belongs to it.
const REACH_DAYS: i32 = 30;
/// Days from the nearest decision at which a record belongs to none.
const FAR_DAYS: i32 = 540;

/// What a record says about where it belongs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pointer<'a> {
    /// The deal's key.
    pub(crate) deal_ref: Option<&'a str>,
    /// The contract's key.
    pub(crate) contract_ref: Option<&'a str>,
    /// The day it speaks of.
    pub(crate) day: Option<Day>,
}

/// Ties records to decisions.
pub(crate) struct Ties<'a> {
    set: &'a DecisionSet,
    meetings: BTreeMap<MeetingId, &'a MeetingRow>,
    notes: BTreeMap<RecordId, Pointer<'a>>,
    /// The decisions of meetings that name a deal or contract.
    named_by_meetings: BTreeMap<MeetingId, DecisionId>,
}

impl<'a> Ties<'a> {
    /// Prepares the ties of an account.
    pub(crate) fn new(input: &'a AccountInput, set: &'a DecisionSet) -> Self {
        let pointer = |deal_ref: &'a Option<String>, day| Pointer {
            deal_ref: deal_ref.as_deref(),
            contract_ref: None,
            day,
        };
        let notes = input.activities.iter().map(|row| {
            (
                row.record_id,
                pointer(&row.deal_ref, row.at.map(|at| at.day())),
            )
        });
        let meetings = input.meetings.iter().map(|row| (row.meeting_id, row));
        Self {
            set,
            meetings: meetings.collect(),
            notes: notes.collect(),
            named_by_meetings: named_by_meetings(input, set),
        }
    }

    /// The decision a pointer leads to.
    pub(crate) fn decision(&self, pointer: Pointer<'_>) -> Option<DecisionId> {
        let by_key = |key: Option<&str>| self.set.by_key.get(key?).copied();
        by_key(pointer.deal_ref)
            .or_else(|| by_key(pointer.contract_ref))
            .or_else(|| self.by_day(pointer.day))
    }

    /// The decision a meeting is about.
    pub(crate) fn of_meeting(&self, meeting: MeetingId, day: Option<Day>) -> Option<DecisionId> {
        let Some(row) = self.meetings.get(&meeting) else {
            return self.by_day(day);
        };
        let named = self.named_by_meetings.get(&meeting).copied();
        named.or_else(|| self.by_day(row.day.or(day)))
    }

    /// The decision a note is about.
    pub(crate) fn of_note(&self, record: RecordId, day: Option<Day>) -> Option<DecisionId> {
        let pointer = self.notes.get(&record).copied().unwrap_or_default();
        self.decision(Pointer {
            day: pointer.day.or(day),
            ..pointer
        })
    }

    /// The day of a meeting.
    pub(crate) fn day_of(&self, meeting: MeetingId) -> Option<Day> {
        self.meetings.get(&meeting).and_then(|row| row.day)
    }

    /// The term of use that covers a day, else the latest one begun.
    pub(crate) fn use_on(&self, day: Option<Day>) -> Option<DecisionId> {
        let terms = self
            .set
            .decisions
            .iter()
            .filter(|d| d.kind == DecisionKind::Use);
        let covers = |term: &Decision| match day {
            Some(day) => term.opens.is_none_or(|o| o <= day) && term.closes.is_none_or(|c| day < c),
            None => false,
        };
        terms
            .max_by_key(|term| (covers(term), term.opens, term.decision_id))
            .map(|term| term.decision_id)
    }

    /// The terms of use that overlap the days from `first` to `last`.
    pub(crate) fn uses_between(&self, first: Day, last: Day) -> Vec<&Decision> {
        let overlaps = |term: &&Decision| {
            let has_begun = term.opens.is_none_or(|day| day <= last);
            has_begun && term.closes.is_none_or(|day| first < day)
        };
        let terms = self.set.decisions.iter();
        terms
            .filter(|d| d.kind == DecisionKind::Use)
            .filter(overlaps)
            .collect()
    }

    /// The decision whose window holds a day: a recorded one before an expected
    /// one, the narrowest first. Else the nearest. Without a day, the latest open
    /// one, else the last of all.
    fn by_day(&self, day: Option<Day>) -> Option<DecisionId> {
        let Some(day) = day else {
            return self.newest();
        };
        let around = self.recorded().filter(|d| holds(d, day));
        let narrowest = around.min_by_key(|d| (d.is_expected, width(d), d.decision_id));
        let found = narrowest.or_else(|| {
            let near = self.recorded().filter_map(|d| Some((distance(d, day)?, d)));
            let near = near.filter(|(days, _)| *days <= FAR_DAYS);
            near.min_by_key(|(days, d)| (*days, d.decision_id))
                .map(|(_, d)| d)
        });
        found.map(|d| d.decision_id)
    }

    /// The latest decision that is open, else the last of all.
    pub(crate) fn newest(&self) -> Option<DecisionId> {
        let rank = |d: &&Decision| {
            (
                d.outcome == Outcome::Open,
                !d.is_expected,
                d.closes,
                d.decision_id,
            )
        };
        self.recorded().max_by_key(rank).map(|d| d.decision_id)
    }

    fn recorded(&self) -> impl Iterator<Item = &Decision> {
        let decisions = self.set.decisions.iter();
        decisions.filter(|d| d.kind != DecisionKind::Use)
    }
}

/// Days between a day and the window; what is past counts twice, for people
/// speak of what lies ahead.
fn distance(decision: &Decision, day: Day) -> Option<i32> {
    let (opens, closes) = window(decision);
    let ahead = opens?.0 - day.0;
    Some(if ahead > 0 {
        ahead
    } else {
        (day.0 - closes?.0).max(0) * 2
    })
}

/// By the deal of the meeting, else by an id of a deal or contract in its hints.
fn named_by_meetings(input: &AccountInput, set: &DecisionSet) -> BTreeMap<MeetingId, DecisionId> {
    let id_of = |key: &str| key.rsplit(':').next().map(folded);
    let keys = set.by_key.iter();
    let by_id: BTreeMap<String, DecisionId> = keys
        .filter_map(|(key, decision)| Some((id_of(key)?, *decision)))
        .collect();
    let named = |row: &MeetingRow| {
        let by_deal = row.deal_ref.as_ref().and_then(|key| set.by_key.get(key));
        let mut hints = row.hints.iter();
        let by_hint = || hints.find_map(|hint| by_id.get(&folded(hint)));
        by_deal.or_else(by_hint).copied()
    };
    let rows = input.meetings.iter();
    rows.filter_map(|row| Some((row.meeting_id, named(row)?)))
        .collect()
}

fn holds(decision: &Decision, day: Day) -> bool {
    let (Some(opens), Some(closes)) = window(decision) else {
        return false;
    };
    (opens.plus_days(-REACH_DAYS)..=closes.plus_days(REACH_DAYS)).contains(&day)
}

fn width(decision: &Decision) -> i32 {
    match window(decision) {
        (Some(opens), Some(closes)) => closes.0.saturating_sub(opens.0),
        _ => i32::MAX,
    }
}
