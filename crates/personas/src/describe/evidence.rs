//! Fetches what each statement rests on, in a second pass over the facts.
//!
//! Reads   `person_fact` with its evidence

use std::collections::BTreeMap;

use lake::{Bench, LakeError};
use model::tables::found::PersonFact;
use model::{PersonaId, Row};

use super::Members;
use super::portrait::{Portrait, Told};

/// Most keys that a statement lists; the members and the fact list the rest.
const MAX_EVIDENCE: usize = 200;

/// Adds to each statement the first keys its members' facts rest on.
pub(super) fn add(
    bench: &Bench<'_>,
    members: &Members,
    portraits: &mut BTreeMap<PersonaId, Portrait>,
) -> Result<(), LakeError> {
    bench.lake().for_each(PersonFact::TABLE, |batch| {
        for fact in PersonFact::from_batch(batch)? {
            let key = (fact.person_id, fact.account_id, fact.decision_id);
            for persona in members.of_key(key) {
                let told = portraits
                    .get_mut(persona)
                    .filter(|portrait| portrait.persona.kind == fact.kind)
                    .and_then(|portrait| told_by(portrait, &fact));
                if let Some(told) = told {
                    extend(&mut told.row.evidence, &fact.evidence);
                }
            }
        }
        Ok(())
    })
}

fn told_by<'a>(portrait: &'a mut Portrait, fact: &PersonFact) -> Option<&'a mut Told> {
    let is_it = |told: &&mut Told| {
        told.subject == fact.subject
            && told.value == fact.value
            && told.holders.contains(&fact.person_id)
    };
    portrait.statements.iter_mut().find(is_it)
}

fn extend(evidence: &mut Vec<String>, more: &[String]) {
    for key in more {
        if evidence.len() >= MAX_EVIDENCE {
            return;
        }
        if !evidence.contains(key) {
            evidence.push(key.clone());
        }
    }
}
