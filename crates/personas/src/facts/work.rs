//! Facts of somebody's work: roles held, title, and the account they are at.

use std::collections::BTreeMap;

use model::tables::decided::Claim;
use model::tables::resolved::Affiliation;
use model::{HoldingState, PersonId, PersonaKind, Predicate, RecordId};

use super::people::{People, decision};
use super::{AccountInput, Gathered};

/// Adds the roles that are established.
///
/// Roles of use are counted from usage, so they are told of users but do not
/// decide who belongs where.
pub(super) fn roles(input: &AccountInput, people: &People<'_>, gathered: &mut Gathered) {
    let established = HoldingState::is_held;
    let known = input.holdings.iter().filter(|row| !row.is_placeholder);
    for row in known.filter(|row| established(row.state)) {
        let Some((person, kind)) = people
            .member(row.person_id)
            .zip(people.kind(row.decision_id))
        else {
            continue;
        };
        let subject = match kind {
            PersonaKind::User => "use_role",
            PersonaKind::Buyer | PersonaKind::Customer => "role",
        };
        let fact = (subject, row.role.code().to_owned());
        let whose = (kind, row.decision_id, person);
        gathered.add(whose, fact, row.holding_id.to_string());
    }
}

/// Adds seniority and function as the title in force at the time says them.
pub(super) fn titles(input: &AccountInput, people: &People<'_>, chosen: &mut Gathered) {
    let claims = title_claims(input, people);
    let whose: Vec<_> = chosen.facts.keys().copied().collect();
    for (kind, decision_id, person) in whose {
        let time = decision(input, decision_id);
        let day = time.and_then(|d| d.closes.or(d.opens));
        let Some(span) = people.affiliation_on(person, day) else {
            continue;
        };
        let evidence = claims
            .get(&(person, span.record_id))
            .map_or_else(|| span.record_id.to_string(), |c| c.claim_id.to_string());
        for fact in of_title(span) {
            chosen.add((kind, decision_id, person), fact, evidence.clone());
        }
    }
}

fn title_claims<'a>(
    input: &'a AccountInput,
    people: &People<'_>,
) -> BTreeMap<(PersonId, RecordId), &'a Claim> {
    let titles = input
        .claims
        .iter()
        .filter(|claim| claim.predicate == Predicate::HasTitle);
    titles
        .filter_map(|claim| {
            let person = people.of_mention(claim.subject_mention)?;
            Some(((person, claim.record_id), claim))
        })
        .collect()
}

fn of_title(span: &Affiliation) -> Vec<(&'static str, String)> {
    let seniority = span.seniority.map(|s| ("seniority", s.code().to_owned()));
    let function = span.function.map(|f| ("function", f.code().to_owned()));
    seniority.into_iter().chain(function).collect()
}

/// Adds what the account is: industry and size.
pub(super) fn account(input: &AccountInput, chosen: &mut Gathered) {
    let Some(row) = &input.account else {
        return;
    };
    let size = row.n_employees.and_then(size_of);
    let size = size.map(|bin| ("company_size", bin.to_owned()));
    let industry = row.industry.as_deref().map(text::fold::fold);
    let industry = industry.filter(|word| !word.is_empty());
    let industry = industry.map(|word| ("industry", word));
    let facts: Vec<_> = size.into_iter().chain(industry).collect();
    let whose: Vec<_> = chosen.facts.keys().copied().collect();
    for whose in whose {
        for fact in &facts {
            chosen.add(whose, fact.clone(), row.founding_record.to_string());
        }
    }
}

fn size_of(n_employees: i64) -> Option<&'static str> {
    match n_employees {
        ..1 => None,
        1..50 => Some("under 50"),
        50..250 => Some("50 to 249"),
        250..1_000 => Some("250 to 999"),
        1_000..5_000 => Some("1000 to 4999"),
        5_000.. => Some("5000 and more"),
    }
}
