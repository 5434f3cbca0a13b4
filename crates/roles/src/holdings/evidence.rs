//! Claims sorted by whom and what they bear on.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::decided::Decision;
use model::tables::resolved::Affiliation;
use model::{Day, DecisionId, DecisionKind, Outcome, PersonId, Polarity, Predicate, Role};

use super::line::{Line, LineKind};
use crate::cast::{Cast, Member};
use crate::claims::Draft;
use crate::decisions::{DecisionSet, window};
use crate::weights;

/// The claims about one person, by predicate where it matters.
#[derive(Default)]
struct OfPerson<'a> {
    titles: Vec<&'a Draft>,
    departures: Vec<&'a Draft>,
}

/// Every claim of an account by decision and person.
pub(crate) struct Evidence<'a> {
    by_decision: BTreeMap<DecisionId, BTreeMap<PersonId, Vec<&'a Draft>>>,
    by_person: BTreeMap<PersonId, OfPerson<'a>>,
    cast: &'a Cast,
    as_of: Day,
}

/// Somebody who can hold a role in one decision, with what bears on every role.
pub(crate) struct Here<'a> {
    pub(crate) person: PersonId,
    /// Claims that tie them to the decision.
    pub(crate) own: &'a [&'a Draft],
    pub(crate) affiliation: Option<&'a Affiliation>,
    pub(crate) title: Option<&'a Draft>,
    pub(crate) departures: Vec<Line<'a>>,
    pub(crate) starts: Option<Day>,
    pub(crate) ends: Option<Day>,
    pub(crate) is_placeholder: bool,
}

impl<'a> Evidence<'a> {
    /// Sorts the claims.
    pub(crate) fn new(set: &DecisionSet, cast: &'a Cast, drafts: &'a [Draft], as_of: Day) -> Self {
        let mut evidence = Self {
            by_decision: BTreeMap::new(),
            by_person: BTreeMap::new(),
            cast,
            as_of,
        };
        for draft in drafts {
            if let Some(person) = draft.person {
                evidence.add(person, draft);
                evidence.add_in_use(set, person, draft);
            }
        }
        evidence
    }

    fn add(&mut self, person: PersonId, draft: &'a Draft) {
        let of_person = self.by_person.entry(person).or_default();
        match draft.claim.predicate {
            Predicate::HasTitle => of_person.titles.push(draft),
            Predicate::LeftCompany | Predicate::MovedRole => {
                if draft.claim.polarity == Polarity::For {
                    of_person.departures.push(draft);
                }
            }
            _ => {
                if let Some(decision) = draft.claim.decision_id {
                    let of_decision = self.by_decision.entry(decision).or_default();
                    of_decision.entry(person).or_default().push(draft);
                }
            }
        }
    }

    /// What is said of daily work while something is decided holds in the term of use too.
    fn add_in_use(&mut self, set: &DecisionSet, person: PersonId, draft: &'a Draft) {
        let is_of_use = |(role, _): &(Role, f64)| weights::is_held_in(*role, DecisionKind::Use);
        let is_told = LineKind::of(draft.claim.method) == LineKind::Words;
        let Some(day) = draft.claim.valid_from.filter(|_| is_told) else {
            return;
        };
        if !draft.roles.iter().any(is_of_use) {
            return;
        }
        let covers = |term: &&Decision| {
            term.kind == DecisionKind::Use
                && Some(term.decision_id) != draft.claim.decision_id
                && term.opens.is_some_and(|opens| opens <= day)
                && term.closes.is_none_or(|closes| day < closes)
        };
        for term in set.decisions.iter().filter(covers) {
            let of_term = self.by_decision.entry(term.decision_id).or_default();
            of_term.entry(person).or_default().push(draft);
        }
    }

    /// Whoever a claim or an earlier role connects with the decision, and whoever worked there then.
    pub(crate) fn people<'s>(
        &'s self,
        decision: &Decision,
        carried: &BTreeSet<PersonId>,
    ) -> Vec<Here<'s>> {
        let connected = self.by_decision.get(&decision.decision_id);
        let own_of = |person: &PersonId| connected.and_then(|of| of.get(person));
        let (opens, closes) = window(decision);
        let overlaps = |a: &Affiliation| {
            let begins = |start: Day| closes.is_none_or(|day| start <= day);
            a.starts.is_none_or(begins)
                && a.ends.is_none_or(|end| opens.is_none_or(|day| end > day))
        };
        let members = self.cast.members.iter();
        members
            .filter(|(person, member)| {
                let is_known = own_of(person).is_some() || carried.contains(person);
                is_known || member.affiliations.iter().any(overlaps)
            })
            .map(|(person, member)| {
                let own = own_of(person).map_or(&[][..], Vec::as_slice);
                self.here(decision, (*person, member), own)
            })
            .collect()
    }

    fn here<'s>(
        &'s self,
        decision: &Decision,
        (person, member): (PersonId, &'s Member),
        own: &'s [&'s Draft],
    ) -> Here<'s> {
        let affiliation = member.affiliation_on(decision.closes);
        let of_person = self.by_person.get(&person);
        let is_its_claim = |draft: &&&Draft| {
            affiliation.is_some_and(|row| {
                draft.claim.record_id == row.record_id
                    && Some(&draft.claim.object) == row.title.as_ref()
            })
        };
        let title = of_person.and_then(|of| of.titles.iter().find(is_its_claim).copied());
        let gone = of_person.map_or(&[][..], |of| of.departures.as_slice());
        let (starts, ends) = self.interval(decision, member, gone);
        Here {
            person,
            own,
            affiliation,
            title,
            departures: gone
                .iter()
                .filter_map(|draft| self.departure(decision, draft))
                .collect(),
            starts,
            ends,
            is_placeholder: member.is_placeholder,
        }
    }

    /// The decision's own interval, cut to when the person was there.
    fn interval(
        &self,
        decision: &Decision,
        member: &Member,
        gone: &[&Draft],
    ) -> (Option<Day>, Option<Day>) {
        let opens = if decision.kind == DecisionKind::Use {
            decision.opens
        } else {
            window(decision).0
        };
        let joined = member
            .affiliations
            .iter()
            .map(|row| row.starts)
            .min()
            .flatten();
        let starts = opens.max(joined.filter(|day| decision.closes.is_none_or(|end| *day < end)));
        let has_left = gone
            .iter()
            .filter(|d| d.claim.predicate == Predicate::LeftCompany);
        let left = has_left
            .filter_map(|draft| draft.claim.valid_from)
            .filter(|day| *day <= self.as_of && starts.is_none_or(|start| start < *day))
            .min();
        let ends = match (decision.closes, left) {
            (Some(closes), Some(left)) => Some(closes.min(left)),
            (closes, left) => closes.or(left),
        };
        (starts, ends)
    }

    /// What a departure says about every role of a decision.
    ///
    /// Who left before it began takes no part; nor does who has left one that
    /// is still open. Who left in its course held their part until then.
    fn departure<'s>(&self, decision: &Decision, draft: &'s Draft) -> Option<Line<'s>> {
        let day = draft.claim.valid_from.filter(|day| *day <= self.as_of)?;
        let (opens, closes) = window(decision);
        let is_before = opens.is_some_and(|opens| day <= opens);
        let is_over = closes.is_some_and(|closes| closes <= day);
        let is_under_way = decision.outcome == Outcome::Open && !is_over;
        let weight = match draft.claim.predicate {
            Predicate::LeftCompany if is_before || is_under_way => weights::LEFT,
            // A title in force already has a line of its own.
            Predicate::MovedRole if is_before && draft.claim.method != model::Method::Structure => {
                weights::MOVED
            }
            _ => return None,
        };
        let share = weights::share_of(draft.claim.method);
        Some(Line::of(
            draft,
            LineKind::Departure,
            weights::on_grid(weight * share),
            "departure",
        ))
    }
}

impl<'a> Here<'a> {
    /// The line of the title then.
    pub(crate) fn title_line(&self, role: Role) -> Option<Line<'a>> {
        let row = self.affiliation?;
        let weight = weights::title(role, row.seniority, row.function);
        let draft = self.title.filter(|_| weight != 0.0)?;
        Some(Line::of(draft, LineKind::Title, weight, "title"))
    }

    /// The lines of the claims that tie the person to the decision.
    pub(crate) fn own_lines(&self, role: Role) -> impl Iterator<Item = Line<'a>> {
        self.own.iter().filter_map(move |draft| {
            let (_, weight) = draft.roles.iter().find(|(r, _)| *r == role)?;
            let kind = LineKind::of(draft.claim.method);
            Some(Line::of(draft, kind, *weight, &draft.cause))
        })
    }
}
