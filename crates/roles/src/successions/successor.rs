//! Who may hold a role now: ranked, with a share for somebody in no record.

use std::collections::BTreeMap;

use model::{Day, Function, PersonId};

use super::{Passage, Scene, is_established};
use crate::cast::Member;
use crate::decisions::window;
use crate::holdings::Held;
use crate::weights;

/// Successors written down for one holder.
const MOST: usize = 3;
/// Share below which a successor is not written, unless nobody else is.
const WORTH_NAMING: f64 = 0.1;
/// Share that is always left for somebody in no record.
const UNRECORDED: f64 = 0.05;

/// Ranks the successors of a passage; the shares of all there could be add up to 1.
pub(super) fn rank(
    scene: &Scene<'_>,
    passage: &Passage<'_>,
    (before, there): (&[&Held<'_>], &[&Held<'_>]),
    named: &[PersonId],
) -> Vec<(Option<PersonId>, f64)> {
    let chances = chances(scene, passage, there, named);
    let was_there = |person: &PersonId| {
        let held = before.iter().find(|h| h.row.person_id == *person);
        held.is_some_and(|h| is_established(h)) && !passage.is_within_one()
    };
    let mut weighted: Vec<(Option<PersonId>, f64)> = Vec::new();
    let mut unseen = 1.0;
    for (person, chance) in chances {
        let is_named = named.contains(&person);
        if is_named || !was_there(&person) {
            unseen *= 1.0 - chance;
            let likelier = factor(scene, passage, person);
            let likelier = if is_named {
                likelier * weights::IS_NAMED
            } else {
                likelier
            };
            weighted.push((Some(person), chance * likelier));
        }
    }
    weighted.push((None, f64::max(unseen, UNRECORDED)));
    let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    weighted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let shares = weighted
        .into_iter()
        .map(|(person, weight)| (person, weight / total));
    let mut ranked: Vec<_> = shares.take(MOST).collect();
    let first = ranked.first().copied();
    ranked.retain(|entry| entry.1 >= WORTH_NAMING || Some(*entry) == first);
    ranked
}

/// Whoever holds the role by some probability, is named, or is new in the same function.
fn chances(
    scene: &Scene<'_>,
    passage: &Passage<'_>,
    there: &[&Held<'_>],
    named: &[PersonId],
) -> BTreeMap<PersonId, f64> {
    let mut chances: BTreeMap<PersonId, f64> = BTreeMap::new();
    let mut raise = |person: PersonId, chance: f64| {
        let known = chances.entry(person).or_insert(0.0);
        *known = known.max(chance);
    };
    for held in there
        .iter()
        .filter(|h| h.row.probability >= weights::WORTH_WRITING)
    {
        if !passage.is_within_one() || joined_since(scene, passage, held.row.person_id) {
            raise(held.row.person_id, held.row.probability);
        }
    }
    for person in named {
        raise(*person, weights::NAMED_SUCCESSOR);
    }
    for person in scene.cast.members.keys() {
        let is_new = joined_since(scene, passage, *person);
        if is_new && has_function_of_holder(scene, passage, *person) {
            raise(*person, weights::NEW_OF_SAME_FUNCTION);
        }
    }
    chances.remove(&passage.person());
    chances
}

fn factor(scene: &Scene<'_>, passage: &Passage<'_>, person: PersonId) -> f64 {
    let mut factor = 1.0;
    if joined_since(scene, passage, person) {
        factor *= weights::JOINED_SINCE;
    }
    if has_function_of_holder(scene, passage, person) {
        factor *= weights::SAME_FUNCTION;
    }
    factor
}

/// Came to the account, or to the title, in the days of the passage.
fn joined_since(scene: &Scene<'_>, passage: &Passage<'_>, person: PersonId) -> bool {
    let Some((from, to)) = passage.days(scene.as_of) else {
        return false;
    };
    let Some(member) = scene.cast.members.get(&person) else {
        return false;
    };
    let starts = member.affiliations.iter().filter_map(|row| row.starts);
    starts.into_iter().any(|day| from < day && day <= to)
}

fn has_function_of_holder(scene: &Scene<'_>, passage: &Passage<'_>, person: PersonId) -> bool {
    let member = |person: &PersonId| scene.cast.members.get(person);
    let theirs = member(&person).and_then(|m| function_on(m, window(passage.to).1));
    let holders = member(&passage.person()).and_then(|m| function_on(m, window(passage.from).1));
    theirs.is_some() && theirs == holders
}

fn function_on(member: &Member, day: Option<Day>) -> Option<Function> {
    member.affiliation_on(day)?.function
}
