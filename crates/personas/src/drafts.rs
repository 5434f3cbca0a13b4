//! Drafts where there is too little to search: people grouped by the role they hold.
//!
//! Nothing is discovered here, and the drafts say so. The groups are given by the
//! roles, so what else is told of them is no echo of how they were formed; the
//! role itself is true of them by definition.

use std::collections::BTreeMap;

use model::tables::found::{FactLift, PersonaClass, PersonaWeight};
use model::{PersonaId, PersonaKind, PersonaState};
use stats::benjamini_hochberg;
use stats::lift::{Lift, Trial};
use stats::maths::ln;

use crate::assign::everybody;
use crate::find::{Found, groups, line};
use crate::gates::Behind;
use crate::pack::{Features, known_subjects, may_be_told};
use crate::settings::Settings;
use crate::sheet::{Sheet, Someone};
use crate::subjects::SUBJECTS;

/// What people are grouped by.
const ROLE: &str = "role";
/// How surely the holder of a role is of its group.
const OWN_SHARE: f64 = 0.98;
/// How much likelier somebody of a group holds a rarer role too than a commoner one: whoever
/// holds several is of the group of the commonest. A rarer role says nothing of the group.
const RARER_OVER_COMMONER: f64 = 50.0;

/// A group of people of whose roles one is the commonest.
struct Group<'a> {
    persona_id: PersonaId,
    role: &'a str,
    is_in: Vec<bool>,
}

/// Makes a draft of every role that enough people hold.
pub(crate) fn of_roles(kind: PersonaKind, sheet: &Sheet, settings: Settings) -> Found {
    let people: Vec<&Someone> = sheet.people.iter().collect();
    let features = Features::choose(sheet, &people, settings);
    let groups = grouped(kind, &features, &people);
    let ranked: Vec<&str> = groups.iter().map(|group| group.role).collect();
    let is_shown = |group: &Group<'_>| behind(group, &people).are_enough(settings);
    let shown: Vec<Group<'_>> = groups.into_iter().filter(is_shown).collect();
    let mut found = Found {
        weights: weights(kind, &shown, &ranked),
        ..Found::default()
    };
    for group in &shown {
        found.classes.push(class(kind, group));
    }
    found.lifts = lifts(sheet, &features, &people, &shown);
    found
}

fn grouped<'a>(kind: PersonaKind, features: &'a Features, people: &[&Someone]) -> Vec<Group<'a>> {
    let is_role = |subject: usize| SUBJECTS.get(subject).is_some_and(|s| s.code == ROLE);
    let mut roles: Vec<(usize, &str)> = features
        .list
        .iter()
        .enumerate()
        .filter(|(_, feature)| is_role(feature.subject))
        .map(|(at, feature)| (at, feature.value.as_str()))
        .collect();
    let held_by: Vec<Vec<usize>> = people
        .iter()
        .map(|someone| {
            let held = features.held(someone);
            held.into_iter()
                .filter(|at| roles.iter().any(|(role, _)| role == at))
                .collect()
        })
        .collect();
    let n_holders = |at: usize| held_by.iter().filter(|held| held.contains(&at)).count();
    roles.sort_by_key(|(at, _)| (std::cmp::Reverse(n_holders(*at)), *at));
    let commonest = |held: &[usize]| roles.iter().map(|(at, _)| *at).find(|at| held.contains(at));
    let group = |(at, role): &(usize, &'a str)| Group {
        persona_id: PersonaId::derive(&[kind.code(), "draft", role]),
        role,
        is_in: held_by
            .iter()
            .map(|held| commonest(held) == Some(*at))
            .collect(),
    };
    roles.iter().map(group).collect()
}

fn behind(group: &Group<'_>, people: &[&Someone]) -> Behind {
    let mut behind = Behind::default();
    let inside = people.iter().zip(&group.is_in).filter(|(_, is_in)| **is_in);
    inside.for_each(|(someone, _)| behind.add(someone));
    behind
}

fn class(kind: PersonaKind, group: &Group<'_>) -> PersonaClass {
    PersonaClass {
        persona_id: group.persona_id,
        kind,
        is_shown: true,
        state: PersonaState::Draft,
        state_reason: format!(
            "draft: there is too little to search for patterns, so these people are grouped by \
             the role they hold ({}), or by the commonest of several; nothing here was \
             discovered or tested for stability",
            group.role.replace('_', " ")
        ),
        stability: 0.0,
    }
}

/// Lines that make the holder of a role a member of its group, and nobody else.
///
/// `ranked` are all roles, the commonest first.
fn weights(kind: PersonaKind, shown: &[Group<'_>], ranked: &[&str]) -> Vec<PersonaWeight> {
    let n_roles = ranked.len().max(2) as f64;
    let rarer = 1.0 / n_roles;
    let mut lines = Vec::new();
    for group in shown {
        lines.push(line(group.persona_id, ("", ""), -ln(n_roles)));
        let mut share = rarer / RARER_OVER_COMMONER;
        for role in ranked {
            let is_own = *role == group.role;
            let weight = ln(if is_own { OWN_SHARE } else { share });
            lines.push(line(group.persona_id, (ROLE, role), weight));
            if is_own {
                share = rarer;
            }
        }
    }
    for role in ranked.iter().filter(|_| !shown.is_empty()) {
        lines.push(line(everybody(kind), (ROLE, role), -ln(n_roles)));
    }
    lines
}

/// Every fact with its share in each group over that of everybody.
fn lifts(
    sheet: &Sheet,
    features: &Features,
    people: &[&Someone],
    shown: &[Group<'_>],
) -> Vec<FactLift> {
    let mut found: Vec<(PersonaId, usize, Lift)> = Vec::new();
    for group in shown {
        let trials = trials(sheet, features, people, group);
        let tested = trials.into_iter().map(|(at, trial)| (at, trial.lift()));
        found.extend(tested.map(|(at, lift)| (group.persona_id, at, lift)));
    }
    let p_values: Vec<f64> = found.iter().map(|(_, _, lift)| lift.p_value).collect();
    let q_values = benjamini_hochberg(&p_values);
    let row = |((persona_id, at, lift), q_value): (&(PersonaId, usize, Lift), f64)| {
        let feature = features.list.get(*at)?;
        let subject = SUBJECTS.get(feature.subject)?.code;
        Some(FactLift {
            persona_id: *persona_id,
            subject: subject.to_owned(),
            value: feature.value.clone(),
            lift: lift.lift,
            q_value: if subject == ROLE { 0.0 } else { q_value },
        })
    };
    found.iter().zip(q_values).filter_map(row).collect()
}

fn trials(
    sheet: &Sheet,
    features: &Features,
    people: &[&Someone],
    group: &Group<'_>,
) -> BTreeMap<usize, Trial> {
    let mut trials: BTreeMap<usize, Trial> = BTreeMap::new();
    let accounts = groups(people);
    for ((someone, is_in), account) in people.iter().zip(&group.is_in).zip(accounts) {
        let held = features.held(someone);
        let known = known_subjects(sheet, someone);
        let share = f64::from(u8::from(*is_in));
        let told = features
            .list
            .iter()
            .enumerate()
            .filter(|(_, f)| may_be_told(f));
        for (at, _) in told.filter(|(_, feature)| known.contains(&feature.subject)) {
            let holds = f64::from(u8::from(held.contains(&at)));
            trials.entry(at).or_default().push(holds, share, account);
        }
    }
    trials
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assign::Scorer;
    use crate::sheet::Fact;
    use model::{AccountId, DecisionId, PersonId};

    /// Six economic buyers and two champions, each at an account of their own; one
    /// person is both.
    fn sheet() -> Sheet {
        let mut sheet = Sheet::default();
        let roles = ["economic_buyer"; 6].into_iter().chain(["champion"; 2]);
        let mut facts: Vec<(usize, &str, &str)> = Vec::new();
        for (who, role) in roles.enumerate() {
            facts.push((who, "role", role));
            facts.push((who, "seniority", if who < 6 { "chief" } else { "manager" }));
        }
        facts.push((8, "role", "economic_buyer"));
        facts.push((8, "role", "champion"));
        facts.push((8, "role", "approver"));
        for (who, subject, value) in facts {
            let key = who.to_string();
            sheet.push(&Fact {
                account_id: AccountId::derive(&[&key]),
                kind: PersonaKind::Buyer,
                decision_id: DecisionId::derive(&[&key]),
                person_id: PersonId::derive(&[&key]),
                subject: subject.to_owned(),
                value: value.to_owned(),
                weight: 1.0,
            });
        }
        sheet.finish();
        sheet
    }

    #[test]
    fn a_role_that_enough_people_hold_becomes_a_draft() {
        let found = of_roles(PersonaKind::Buyer, &sheet(), Settings::default());
        assert_eq!(found.classes.len(), 1);
        assert_eq!(found.classes[0].state, PersonaState::Draft);
        assert!(found.classes[0].state_reason.contains("economic buyer"));
        let told: Vec<&str> = found.lifts.iter().map(|l| l.value.as_str()).collect();
        assert_eq!(told, ["chief", "economic_buyer"]);
    }

    #[test]
    fn members_are_the_holders_of_that_role() {
        let sheet = sheet();
        let found = of_roles(PersonaKind::Buyer, &sheet, Settings::default());
        let ids = [found.classes[0].persona_id];
        let settings = Settings::default();
        let scorer = Scorer::new(PersonaKind::Buyer, &ids, &found.weights, settings);
        let everybody: Vec<&Someone> = sheet.people.iter().collect();
        let assigned = crate::gates::assigned(&sheet, &everybody, &scorer);
        // Champions are too few to make a group, so the one who is both counts here.
        assert_eq!(assigned.iter().flatten().count(), 7);
    }

    #[test]
    fn few_holders_are_no_draft() {
        let strict = Settings {
            min_people: 8,
            ..Settings::default()
        };
        let found = of_roles(PersonaKind::Buyer, &sheet(), strict);
        assert_eq!(found, Found::default());
    }
}
