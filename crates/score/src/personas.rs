//! Which personas are there, and whether noise got into their statements.

use std::collections::BTreeMap;

use model::tables::found::{Persona, PersonaMember, Statement};
use model::{PersonId, PersonaId, PersonaKind};
use serde::Serialize;
use store::Published;

use crate::matching::Matching;
use crate::rates::{Clustering, Rate};
use crate::scores::{Measured, ScoreError};
use crate::truth::Truth;

/// Which personas are there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonaScore {
    /// One line a kind.
    pub by_kind: Vec<PersonaKindScore>,
    /// Statements that speak of an attribute planted as noise.
    pub noise_statements: Rate,
}

/// One kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonaKindScore {
    /// The kind.
    pub kind: PersonaKind,
    /// Planted personas.
    pub n_planted: u64,
    /// Personas found.
    pub n_found: u64,
    /// People of the truth with a planted persona who were put into one.
    pub placed: Rate,
    /// How the two agree on those people; the adjusted Rand index is the figure to read.
    pub agreement: Clustering,
}

pub(crate) fn score(
    truth: &Truth,
    published: &Published,
    matching: &Matching<'_>,
) -> Result<Measured<PersonaScore>, ScoreError> {
    let personas: Vec<Persona> = published.rows("ORDER BY persona_id", &[])?;
    if personas.is_empty() {
        return Ok(Measured::NotMeasured("no personas are published"));
    }
    let members: Vec<PersonaMember> =
        published.rows("ORDER BY persona_id, person_id, decision_id", &[])?;
    let statements: Vec<Statement> = published.rows("", &[])?;
    let kinds = PersonaKind::ALL.iter();
    let by_kind = kinds.map(|kind| of_kind(*kind, truth, (matching, &personas, &members)));
    let noise: Vec<String> = truth
        .planted
        .iter()
        .filter_map(|it| it.noise.as_deref())
        .map(plain)
        .collect();
    let is_noise = |it: &&Statement| {
        let fact = plain(&it.fact_code);
        noise.iter().any(|word| fact.contains(word.as_str()))
    };
    Ok(Measured::Measured(PersonaScore {
        by_kind: by_kind.collect(),
        noise_statements: Rate::count(&statements, is_noise),
    }))
}

/// Small letters and digits, so that spelling does not hide a word.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn of_kind(
    kind: PersonaKind,
    truth: &Truth,
    (matching, personas, members): (&Matching<'_>, &[Persona], &[PersonaMember]),
) -> PersonaKindScore {
    let of_kind: Vec<PersonaId> = personas
        .iter()
        .filter(|it| it.kind == kind)
        .map(|it| it.persona_id)
        .collect();
    let mut best: BTreeMap<PersonId, (f64, PersonaId)> = BTreeMap::new();
    for it in members.iter().filter(|it| of_kind.contains(&it.persona_id)) {
        let entry = best
            .entry(it.person_id)
            .or_insert((it.posterior, it.persona_id));
        if it.posterior > entry.0 {
            *entry = (it.posterior, it.persona_id);
        }
    }
    let planted = || truth.persona_members.iter().filter(|it| it.kind == kind);
    let given = |person: &str| Some(best.get(matching.published.get(person)?)?.1);
    let both = planted().filter_map(|it| Some((it.persona.as_str(), given(&it.person)?)));
    let agreement = Clustering::compare(both);
    let codes: std::collections::BTreeSet<&str> = planted().map(|it| it.persona.as_str()).collect();
    PersonaKindScore {
        kind,
        n_planted: codes.len() as u64,
        n_found: of_kind.len() as u64,
        placed: Rate::count(planted(), |it| given(&it.person).is_some()),
        agreement,
    }
}
