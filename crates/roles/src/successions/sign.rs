//! Signs that a role has passed on: what was told, whom records saw last, and
//! who holds it since.

use std::collections::BTreeMap;

use model::{ClaimId, Day, Departure, Method, PersonId, Polarity, Predicate, Role};

use super::{Passage, Scene, is_established};
use crate::claims::Draft;
use crate::decisions::window;
use crate::holdings::{Held, LineKind, sum_of};
use crate::weights;

/// Days seen below which nobody has a cadence.
const FEW_DAYS: usize = 4;
/// Silence shorter than this is no silence, whatever the cadence.
const SHORT_SILENCE_DAYS: i32 = 60;
/// Silence counts when it is this many times the usual longest gap.
const SILENCE_TIMES: i32 = 3;

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sign {
    pub(super) claim_id: ClaimId,
    pub(super) weight: f64,
    pub(super) departure: Departure,
    pub(super) day: Option<Day>,
    /// The day is when it happened, not when somebody told of it.
    pub(super) is_exact: bool,
    pub(super) successor: Option<PersonId>,
}

/// What tells of people leaving, and when each was seen.
pub(super) struct Signs<'a> {
    told: BTreeMap<PersonId, Vec<(&'a Draft, Option<PersonId>)>>,
    seen: BTreeMap<PersonId, Vec<(Day, ClaimId)>>,
    days: BTreeMap<ClaimId, Option<Day>>,
    horizon: Option<Day>,
    as_of: Day,
}

impl<'a> Signs<'a> {
    /// Sorts the claims of an account by whom they tell of.
    pub(super) fn new(scene: &Scene<'a>) -> Self {
        let mut signs = Self {
            told: BTreeMap::new(),
            seen: BTreeMap::new(),
            days: BTreeMap::new(),
            horizon: None,
            as_of: scene.as_of,
        };
        for draft in scene.drafts {
            signs
                .days
                .insert(draft.claim.claim_id, draft.claim.valid_from);
            signs.add(draft);
        }
        for seen in signs.seen.values_mut() {
            seen.sort();
            seen.dedup_by_key(|(day, _)| *day);
        }
        let last_days = signs.seen.values().filter_map(|seen| seen.last());
        signs.horizon = last_days.map(|(day, _)| *day).max();
        signs
    }

    fn add(&mut self, draft: &'a Draft) {
        let claim = &draft.claim;
        let (leaver, successor) = match claim.predicate {
            Predicate::LeftCompany | Predicate::MovedRole => (draft.person, None),
            Predicate::HandsOver => (draft.person, draft.other),
            Predicate::TookOver => (draft.other, draft.person),
            _ => {
                self.add_sight(draft);
                return;
            }
        };
        if let (Some(leaver), Polarity::For) = (leaver, claim.polarity) {
            self.told
                .entry(leaver)
                .or_default()
                .push((draft, successor));
        }
    }

    /// Taking part, speaking and using show that somebody is there; titles and lists do not.
    fn add_sight(&mut self, draft: &Draft) {
        let claim = &draft.claim;
        let day = match (claim.predicate, claim.method) {
            (_, Method::Usage) => claim.valid_to.map(|day| day.plus_days(-1)),
            (Predicate::TookPart, Method::Structure) | (_, Method::Said | Method::Signatory) => {
                claim.valid_from
            }
            _ => None,
        };
        if let (Some(person), Some(day)) = (draft.person, day.filter(|day| *day <= self.as_of)) {
            let seen = self.seen.entry(person).or_default();
            seen.push((day, claim.claim_id));
        }
    }

    /// The last day on which somebody was seen, not after `until`.
    pub(super) fn last_seen(&self, person: PersonId, until: Option<Day>) -> Option<Day> {
        let seen = self.seen.get(&person)?.iter().rev();
        let mut before = seen.filter(|(day, _)| until.is_none_or(|until| *day <= until));
        before.next().map(|(day, _)| *day)
    }

    /// What was told of the holder in the days of the passage.
    pub(super) fn told(&self, passage: &Passage<'_>) -> Vec<Sign> {
        let Some((from, to)) = passage.days(self.as_of) else {
            return Vec::new();
        };
        let told = self.told.get(&passage.person()).into_iter().flatten();
        let signs = told.filter_map(|(draft, successor)| {
            let day = draft
                .claim
                .valid_from
                .filter(|day| from < *day && *day <= to)?;
            Some(told_sign(draft, *successor, day))
        });
        strongest_of_each(signs.collect())
    }

    /// Every sign between two decisions.
    pub(super) fn all(&self, passage: &Passage<'_>, there: &[&Held<'_>]) -> Vec<Sign> {
        let mut signs = self.told(passage);
        signs.extend(self.quiet(passage));
        signs.extend(self.other_holder(passage, there));
        signs.extend(self.other_signatory(passage, there));
        signs.extend(self.seen_since(passage));
        signs.extend(still_told(passage, there));
        signs
    }

    /// Silence by the holder's own cadence, up to where the records reach.
    fn quiet(&self, passage: &Passage<'_>) -> Option<Sign> {
        let (_, to) = passage.days(self.as_of)?;
        let until = self.horizon?.min(to);
        let seen = self.seen.get(&passage.person())?;
        let seen: Vec<(Day, ClaimId)> = seen
            .iter()
            .copied()
            .filter(|(day, _)| *day <= until)
            .collect();
        let (last, claim_id) = *seen.last().filter(|_| seen.len() >= FEW_DAYS)?;
        let pairs = seen.iter().zip(seen.iter().skip(1));
        let mut gaps: Vec<i32> = pairs.map(|((a, _), (b, _))| b.0 - a.0).collect();
        gaps.sort_unstable();
        let usual = *gaps.get(gaps.len() * 4 / 5)?;
        let is_silent = until.0 - last.0 > (SILENCE_TIMES * usual).max(SHORT_SILENCE_DAYS);
        is_silent.then_some(Sign {
            claim_id,
            weight: weights::WENT_QUIET,
            departure: Departure::WentQuiet,
            day: Some(last),
            is_exact: false,
            successor: None,
        })
    }

    fn other_holder(&self, passage: &Passage<'_>, there: &[&Held<'_>]) -> Option<Sign> {
        let others = there
            .iter()
            .filter(|h| is_established(h) && h.row.person_id != passage.person());
        let best = others.max_by(|a, b| a.row.probability.total_cmp(&b.row.probability))?;
        let own = best.lines.iter().filter(|line| line.kind.is_own());
        let line = own.max_by(|a, b| a.weight.total_cmp(&b.weight))?;
        Some(self.replaced(line.claim_id, weights::other_holder(passage.role)))
    }

    fn other_signatory(&self, passage: &Passage<'_>, there: &[&Held<'_>]) -> Option<Sign> {
        let has_signed = |h: &Held<'_>| h.lines.iter().any(|line| line.kind == LineKind::Signature);
        if passage.role != Role::Approver || !has_signed(passage.holder) {
            return None;
        }
        let others = there.iter().filter(|h| h.row.person_id != passage.person());
        let mut lines = others.flat_map(|h| &h.lines);
        let line = lines.find(|line| line.kind == LineKind::Signature)?;
        Some(self.replaced(line.claim_id, weights::OTHER_SIGNATORY))
    }

    fn replaced(&self, claim_id: ClaimId, weight: f64) -> Sign {
        Sign {
            claim_id,
            weight,
            departure: Departure::Replaced,
            day: self.days.get(&claim_id).copied().flatten(),
            is_exact: false,
            successor: None,
        }
    }

    fn seen_since(&self, passage: &Passage<'_>) -> Option<Sign> {
        let opens = window(passage.to).0.max(window(passage.from).1)?;
        let (_, to) = passage.days(self.as_of)?;
        let seen = self.seen.get(&passage.person())?;
        let (day, claim_id) = seen.iter().find(|(day, _)| opens < *day && *day <= to)?;
        Some(Sign {
            claim_id: *claim_id,
            weight: weights::SEEN_SINCE,
            departure: Departure::Replaced,
            day: Some(*day),
            is_exact: false,
            successor: None,
        })
    }
}

/// Words of the later decision that still give the holder the role.
fn still_told(passage: &Passage<'_>, there: &[&Held<'_>]) -> Option<Sign> {
    let still = there.iter().find(|h| h.row.person_id == passage.person())?;
    let told = sum_of(&still.lines, LineKind::is_told);
    let line = still.lines.iter().find(|line| line.kind.is_told())?;
    (told > 0.0).then_some(Sign {
        claim_id: line.claim_id,
        weight: -told,
        departure: Departure::Replaced,
        day: None,
        is_exact: false,
        successor: None,
    })
}

fn told_sign(draft: &Draft, successor: Option<PersonId>, day: Day) -> Sign {
    let (weight, departure) = match draft.claim.predicate {
        Predicate::LeftCompany => (weights::HAS_LEFT, Departure::LeftCompany),
        // A change of title weighs by how far it reaches; the claim says how far.
        Predicate::MovedRole if draft.claim.method == Method::Structure => {
            (draft.claim.weight, Departure::MovedRole)
        }
        Predicate::MovedRole => (weights::HAS_MOVED, Departure::MovedRole),
        _ => (weights::HANDED_OVER, Departure::Replaced),
    };
    Sign {
        claim_id: draft.claim.claim_id,
        weight: weight * weights::share_of(draft.claim.method),
        departure,
        day: Some(day),
        is_exact: draft.claim.method == Method::Structure,
        successor,
    }
}

/// Several who tell of one departure are one cause; each hand-over keeps its successor.
fn strongest_of_each(mut signs: Vec<Sign>) -> Vec<Sign> {
    signs.sort_by(|a, b| {
        let by_weight = b.weight.total_cmp(&a.weight);
        let by_kind = a.departure.cmp(&b.departure);
        by_kind.then(by_weight).then(a.claim_id.cmp(&b.claim_id))
    });
    let mut last = None;
    for sign in &mut signs {
        if last == Some(sign.departure) {
            sign.weight = f64::MIN_POSITIVE;
        }
        last = Some(sign.departure);
    }
    signs
}
