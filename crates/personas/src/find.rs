//! Searches for personas of each kind and tests what it finds.
//!
//! Reads   `person_fact`
//! Writes  `persona_search`, `persona_class`, `persona_weight`, `fact_lift`
//!
//! The number of classes is searched on a sample of people and must be stable;
//! the taken model is fitted to more of them; each fact is tested on people held
//! out; each class must pass its gates. Nothing found is an answer.

use std::collections::BTreeMap;

use lake::{Bench, KernelError, LakeError, Shape, Step};
use model::tables::found::{FactLift, PersonFact, PersonaClass, PersonaSearch, PersonaWeight};
use model::{AccountId, PersonaId, PersonaKind, Row, TableDef};
use stats::mixture::{Model, Rows, RowsError, Search, fit_from, search};

use crate::assign::everybody;
use crate::drafts;
use crate::gates::{self, Candidate};
use crate::lifts::{self, Crowd, Tested};
use crate::pack::Features;
use crate::search::{Outcome, Sample, choose};
use crate::settings::Settings;
use crate::sheet::{self, Sheet, Someone};
use crate::subjects::SUBJECTS;

/// Fewest people for whom a search says anything.
const MIN_SEARCHED: usize = 30;
/// Least that must be known of somebody, in draws, to take part in the search. Those of
/// whom less is known could be anybody: they blur every class, and are only assigned.
const MIN_DRAWS: f64 = 3.0;
/// Passes of the fit to everybody; it starts from the solution.
const FINAL_PASSES: usize = 100;
/// Traits that name a persona's id.
const MAX_TRAITS: usize = 6;

/// The step that searches for personas.
pub struct FindPersonas {
    /// How to search, and the gates.
    pub settings: Settings,
}

impl Step for FindPersonas {
    fn name(&self) -> &'static str {
        "find_personas"
    }
    fn shape(&self) -> Shape {
        Shape::Global
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonFact::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![
            PersonaSearch::TABLE,
            PersonaClass::TABLE,
            PersonaWeight::TABLE,
            FactLift::TABLE,
        ]
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        let mut sheets = sheet::read(bench)?;
        let mut found = Found::default();
        for kind in PersonaKind::ALL {
            let sheet = sheets.remove(kind).unwrap_or_default();
            let more = discover(*kind, &sheet, self.settings, bench.n_threads());
            found.extend(more.map_err(|cause| self.stopped(&cause))?);
        }
        bench.write(&found.searches)?;
        bench.write(&found.classes)?;
        bench.write(&found.weights)?;
        bench.write(&found.lifts)
    }
}

impl FindPersonas {
    fn stopped(&self, cause: &RowsError) -> LakeError {
        LakeError::Kernel {
            step: self.name(),
            slot: 0,
            cause: KernelError::Failed(cause.to_string()),
        }
    }
}

/// What a search writes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    pub(crate) searches: Vec<PersonaSearch>,
    pub(crate) classes: Vec<PersonaClass>,
    pub(crate) weights: Vec<PersonaWeight>,
    pub(crate) lifts: Vec<FactLift>,
}

impl Found {
    fn extend(&mut self, more: Self) {
        self.searches.extend(more.searches);
        self.classes.extend(more.classes);
        self.weights.extend(more.weights);
        self.lifts.extend(more.lifts);
    }
}

/// Searches the people of one kind; how many threads there are changes nothing.
pub(crate) fn discover(
    kind: PersonaKind,
    sheet: &Sheet,
    settings: Settings,
    n_threads: usize,
) -> Result<Found, RowsError> {
    let sampled: Vec<&Someone> = sheet.people.iter().take(settings.max_people).collect();
    let features = Features::choose(sheet, &sampled, settings);
    let known = sampled
        .into_iter()
        .filter(|someone| features.n_draws(someone) >= MIN_DRAWS);
    let people: Vec<&Someone> = known.collect();
    if people.len() < MIN_SEARCHED || !features.can_found() {
        let drafts = drafts::of_roles(kind, sheet, settings);
        return Ok(too_little(kind, drafts, (sheet.people.len(), people.len())));
    }
    let group_of = groups(&people);
    let n_searched = people.len().min(settings.max_searched);
    let searched = people.get(..n_searched).unwrap_or(&people);
    let rows = features.pack(sheet, searched)?;
    let groups_searched = groups(searched);
    let sample = Sample {
        rows: &rows,
        group_of: &groups_searched,
    };
    let outcome = choose(&sample, settings, n_threads);
    let sizes = format!(
        "searched on {n_searched} and fitted to {} of {} people with facts",
        people.len(),
        sheet.people.len()
    );
    let crowd = Crowd {
        sheet,
        people: &people,
        group_of: &group_of,
        features: &features,
    };
    let mut found = match outcome.chosen.and_then(|at| outcome.tried.get(at)) {
        Some(taken) => {
            let model = (&taken.model, taken.stability.as_slice());
            classes(kind, &crowd, model, (settings, n_threads))?
        }
        None => Found::default(),
    };
    found.searches = searches(kind, &outcome, &found.classes, &sizes);
    Ok(found)
}

/// Drafts, and why there is no more than them.
fn too_little(kind: PersonaKind, drafts: Found, (n_there, n_people): (usize, usize)) -> Found {
    let instead = match drafts.classes.len() {
        0 => String::new(),
        n => format!("; grouped by role instead: {n}"),
    };
    let known = match n_there {
        0 => "nobody of this kind has facts".to_owned(),
        _ => format!(
            "of {n_people} among {n_there} people at least three things are known that others \
             say or do as well"
        ),
    };
    let verdict = format!(
        "too little to search: {known}, and {MIN_SEARCHED} such people are needed; {}{instead}",
        what_would_help(kind)
    );
    Found {
        searches: vec![PersonaSearch {
            kind,
            n_classes: 0,
            icl: 0.0,
            stability: -1.0,
            is_chosen: true,
            verdict,
        }],
        ..drafts
    }
}

fn what_would_help(kind: PersonaKind) -> &'static str {
    match kind {
        PersonaKind::Buyer => "transcripts and notes of sales calls would show more",
        PersonaKind::Customer => {
            "transcripts and notes of renewal and review calls would show more"
        }
        PersonaKind::User => "product usage by user would show more",
    }
}

/// The account of each person, from 0 without gaps; people of no account stand alone.
pub(crate) fn groups(people: &[&Someone]) -> Vec<usize> {
    let mut known: BTreeMap<AccountId, usize> = BTreeMap::new();
    let mut n_groups = 0;
    let mut group_of = Vec::with_capacity(people.len());
    for someone in people {
        let is_placed = someone.account_id != AccountId::default();
        let before = known
            .get(&someone.account_id)
            .filter(|_| is_placed)
            .copied();
        let group = before.unwrap_or(n_groups);
        if before.is_none() {
            known.insert(someone.account_id, n_groups);
            n_groups += 1;
        }
        group_of.push(group);
    }
    group_of
}

/// Fits the taken model to everybody, tests its facts and gates its classes.
fn classes(
    kind: PersonaKind,
    crowd: &Crowd<'_>,
    (model, stability): (&Model, &[f64]),
    (settings, n_threads): (Settings, usize),
) -> Result<Found, RowsError> {
    let rows = crowd.features.pack(crowd.sheet, crowd.people)?;
    let fit = fit_from(&rows, rows.weights(), model.clone(), FINAL_PASSES);
    let tested = lifts::test(crowd, &rows, &fit.model, n_threads)?;
    let holding: Vec<Tested> = tested
        .into_iter()
        .filter(|t| t.q_value <= settings.max_q && t.lift.lift > 1.0)
        .collect();
    let ids = persona_ids(kind, crowd.features, &holding, fit.model.n_classes);
    let weights = weights(kind, &ids, crowd.features, (&rows, &fit.model));
    let candidates: Vec<Candidate<'_>> = ids
        .iter()
        .enumerate()
        .map(|(class, id)| Candidate {
            persona_id: *id,
            stability: stability.get(class).copied().unwrap_or(0.0),
            holding: holding.iter().filter(|t| t.class == class).collect(),
        })
        .collect();
    let classes = gates::pass(kind, crowd, &candidates, &weights, settings);
    let lifts = holding.iter().filter_map(|t| {
        let feature = crowd.features.list.get(t.feature)?;
        Some(FactLift {
            persona_id: *ids.get(t.class)?,
            subject: SUBJECTS.get(feature.subject)?.code.to_owned(),
            value: feature.value.clone(),
            lift: t.lift.lift,
            q_value: t.q_value,
        })
    });
    Ok(Found {
        searches: Vec::new(),
        lifts: lifts.collect(),
        classes,
        weights,
    })
}

/// Ids from the traits that distinguish each class; a class without any is counted.
fn persona_ids(
    kind: PersonaKind,
    features: &Features,
    holding: &[Tested],
    n_classes: usize,
) -> Vec<PersonaId> {
    let mut ids: Vec<PersonaId> = Vec::new();
    for class in 0..n_classes {
        let mut own: Vec<&Tested> = holding.iter().filter(|t| t.class == class).collect();
        own.sort_by(|a, b| {
            strength(b)
                .total_cmp(&strength(a))
                .then(a.feature.cmp(&b.feature))
        });
        own.truncate(MAX_TRAITS);
        let code = |t: &&Tested| {
            let feature = features.list.get(t.feature)?;
            let subject = SUBJECTS.get(feature.subject)?.code;
            Some(format!("{subject}={}", feature.value))
        };
        let mut codes: Vec<String> = own.iter().filter_map(code).collect();
        codes.sort_unstable();
        let mut parts: Vec<&str> = vec![kind.code()];
        parts.extend(codes.iter().map(String::as_str));
        let id = PersonaId::derive(&parts);
        let number = format!("class {class}");
        parts.push(&number);
        let is_its_own = !codes.is_empty() && !ids.contains(&id);
        ids.push(if is_its_own {
            id
        } else {
            PersonaId::derive(&parts)
        });
    }
    ids
}

/// How much a fact tells a class apart: its share of the divergence from everybody.
fn strength(tested: &Tested) -> f64 {
    tested.lift.share * stats::maths::ln(tested.lift.lift.max(1e-9))
}

/// The lines that add up to the log-odds of each class, and of everybody's average.
fn weights(
    kind: PersonaKind,
    ids: &[PersonaId],
    features: &Features,
    (rows, model): (&Rows, &Model),
) -> Vec<PersonaWeight> {
    let average = search(rows, 1, &Search::default()).model;
    let mut lines = Vec::new();
    for (class, id) in ids.iter().enumerate() {
        let prior = model.ln_shares.get(class).copied().unwrap_or(0.0);
        lines.push(line(*id, ("", ""), prior));
        add_lines(&mut lines, *id, features, (rows, model, model, class));
    }
    add_lines(
        &mut lines,
        everybody(kind),
        features,
        (rows, &average, model, 0),
    );
    lines
}

/// Lines of the blocks that are not tied in `taken`, as `model` weighs them.
fn add_lines(
    lines: &mut Vec<PersonaWeight>,
    id: PersonaId,
    features: &Features,
    (rows, model, taken, class): (&Rows, &Model, &Model, usize),
) {
    let at = |position: usize| position * model.n_classes + class;
    let is_free = |block: usize| !taken.is_tied.get(block).copied().unwrap_or(true);
    for (block, subject) in features.block_subjects.iter().enumerate() {
        let base = model.bases.get(at(block)).copied().unwrap_or(0.0);
        if let Some(subject) = SUBJECTS
            .get(*subject)
            .filter(|_| is_free(block) && base != 0.0)
        {
            lines.push(line(id, (subject.code, ""), base));
        }
    }
    for feature in &features.list {
        let Some((block, place)) = feature.place.filter(|(block, _)| is_free(*block)) else {
            continue;
        };
        let weight = model.weights.get(at(rows.column(block, place)));
        if let Some((subject, weight)) = SUBJECTS.get(feature.subject).zip(weight) {
            lines.push(line(id, (subject.code, &feature.value), *weight));
        }
    }
}

pub(crate) fn line(
    persona_id: PersonaId,
    (subject, value): (&str, &str),
    weight: f64,
) -> PersonaWeight {
    PersonaWeight {
        persona_id,
        subject: subject.to_owned(),
        value: value.to_owned(),
        weight,
    }
}

/// A row for each number of classes that was tried, with what became of it.
fn searches(
    kind: PersonaKind,
    outcome: &Outcome,
    classes: &[PersonaClass],
    sizes: &str,
) -> Vec<PersonaSearch> {
    let n_shown = classes.iter().filter(|class| class.is_shown).count();
    let one = outcome.tried.first().map_or(0.0, |one| one.icl);
    let row = |(at, tried): (usize, &crate::search::Tried)| {
        let is_taken = outcome.chosen == Some(at);
        let is_nothing = outcome.chosen.is_none() && at == 0;
        let verdict = match (is_taken, is_nothing) {
            (true, _) => format!(
                "taken: the best number that is stable; {n_shown} of {} classes passed their \
                 gates; {sizes}",
                classes.len()
            ),
            (_, true) => format!(
                "taken: no number of classes is both better than everybody's average and \
                 stable, so there are no personas; {sizes}"
            ),
            _ if at == 0 => "people differ by more than chance".to_owned(),
            _ if tried.icl <= one => "no better than everybody's average".to_owned(),
            _ if tried.lowest >= 0.0 => format!(
                "left: its least stable class comes back with an overlap of only {:.2}",
                tried.lowest
            ),
            _ => "left: another number describes people better or was stable first".to_owned(),
        };
        PersonaSearch {
            kind,
            n_classes: i32::try_from(tried.n_classes).unwrap_or(i32::MAX),
            icl: tried.icl,
            stability: tried.lowest,
            is_chosen: is_taken || is_nothing,
            verdict,
        }
    };
    outcome.tried.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests;
