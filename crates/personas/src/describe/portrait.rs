//! One persona: its counts, its statements, its name.

use std::collections::{BTreeMap, BTreeSet};

use model::tables::found::{FactLift, Persona, PersonaClass, Statement};
use model::{PersonId, StatementId};
use stats::interval::wilson;
use stats::maths::ln;

use crate::gates::Behind;
use crate::naming::name;
use crate::pack::{Features, known_subjects};
use crate::sentences::sentence;
use crate::settings::Settings;
use crate::sheet::{Sheet, Someone};
use crate::subjects::{SUBJECTS, Subject, WORD};

/// Most statements on one subject.
const MAX_STATEMENTS: usize = 6;
/// Most words told of as a persona's own.
const MAX_WORDS: usize = 10;
/// Traits that `share_typical` looks at.
const MAX_TRAITS: usize = 6;
/// How much commoner a fact must be among members to be told of them, in shares: less
/// may be certain and still says nothing of most of them.
const MIN_GAIN: f64 = 0.1;
/// Fewest statements; where fewer are as telling, the lesser ones are told too.
const MIN_STATEMENTS: usize = 2;
/// Overlap from which two facts of one subject are one told twice.
const SAME_PEOPLE: f64 = 0.8;

/// A persona with its statements, the most telling first.
pub(super) struct Portrait {
    pub(super) persona: Persona,
    pub(super) statements: Vec<Told>,
}

/// A statement and what is needed to find its evidence.
pub(super) struct Told {
    pub(super) row: Statement,
    pub(super) subject: &'static str,
    pub(super) value: String,
    /// Members for whom it holds.
    pub(super) holders: BTreeSet<PersonId>,
    strength: f64,
}

/// Counts of one fact.
#[derive(Default)]
struct Count {
    known: BTreeSet<PersonId>,
    holding: Behind,
    all_known: BTreeSet<PersonId>,
    all_holding: BTreeSet<PersonId>,
}

/// Draws a persona; `None` when nothing is left to say of it.
pub(super) fn portray(
    sheet: &Sheet,
    class: &PersonaClass,
    lifts: &[&FactLift],
    (is_member, settings): (&dyn Fn(&Someone) -> bool, Settings),
) -> Option<Portrait> {
    let facts = named(lifts);
    let features = Features::named(sheet, &facts);
    let mut counts: Vec<Count> = facts.iter().map(|_| Count::default()).collect();
    let mut behind = Behind::default();
    let mut everybody: BTreeSet<PersonId> = BTreeSet::new();
    for someone in &sheet.people {
        everybody.insert(someone.person_id);
        let is_member = is_member(someone);
        if is_member {
            behind.add(someone);
        }
        count(sheet, &features, someone, (is_member, &mut counts));
    }
    let told = facts.iter().zip(lifts).zip(&counts);
    let told = told.filter_map(|((fact, lift), count)| tell(class, fact, (lift, count), settings));
    let told: Vec<Told> = told.collect();
    let (telling, lesser): (Vec<Told>, Vec<Told>) = told
        .into_iter()
        .partition(|one| one.row.share - one.row.base_share >= MIN_GAIN);
    let statements = if telling.len() < MIN_STATEMENTS {
        without_repeats(telling.into_iter().chain(lesser).collect())
    } else {
        without_repeats(telling)
    };
    if statements.is_empty() || !behind.are_enough(settings) {
        return None;
    }
    let share = behind.people.len() as f64 / everybody.len().max(1) as f64;
    Some(Portrait {
        persona: persona(class, &behind, share, &statements),
        statements,
    })
}

fn named(lifts: &[&FactLift]) -> Vec<(usize, String)> {
    let subject = |code: &str| SUBJECTS.iter().position(|s| s.code == code);
    let fact = |lift: &&FactLift| {
        let at = subject(&lift.subject).unwrap_or(SUBJECTS.len());
        (at, lift.value.clone())
    };
    lifts.iter().map(fact).collect()
}

fn count(
    sheet: &Sheet,
    features: &Features,
    someone: &Someone,
    (is_member, counts): (bool, &mut [Count]),
) {
    let held = features.held(someone);
    let subjects = known_subjects(sheet, someone);
    for (at, (feature, count)) in features.list.iter().zip(counts).enumerate() {
        if !subjects.contains(&feature.subject) {
            continue;
        }
        count.all_known.insert(someone.person_id);
        if is_member {
            count.known.insert(someone.person_id);
        }
        if held.contains(&at) {
            count.all_holding.insert(someone.person_id);
            if is_member {
                count.holding.add(someone);
            }
        }
    }
}

fn tell(
    class: &PersonaClass,
    (subject, value): &(usize, String),
    (lift, count): (&FactLift, &Count),
    settings: Settings,
) -> Option<Told> {
    let subject: &'static Subject = SUBJECTS.get(*subject)?;
    let (n_people, n_known) = (count.holding.people.len(), count.known.len());
    let share = n_people as f64 / n_known.max(1) as f64;
    let base_share = count.all_holding.len() as f64 / count.all_known.len().max(1) as f64;
    if !count.holding.are_enough(settings) || share <= base_share {
        return None;
    }
    let interval = wilson(n_people as f64, n_known as f64);
    let fact_code = format!("{}={value}", subject.code);
    let persona = class.persona_id.to_string();
    let parts = [persona.as_str(), subject.component.code(), &fact_code];
    Some(Told {
        row: Statement {
            statement_id: StatementId::derive(&parts),
            persona_id: class.persona_id,
            component: subject.component,
            sentence: sentence(subject.code, value),
            share,
            share_low: interval.low,
            share_high: interval.high,
            base_share,
            n_people: whole(n_people),
            n_known: whole(n_known),
            n_accounts: count.holding.n_accounts(),
            q_value: lift.q_value,
            evidence: Vec::new(),
            fact_code,
        },
        subject: subject.code,
        value: value.clone(),
        holders: count.holding.people.clone(),
        strength: share * ln(share / base_share),
    })
}

fn whole(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

/// The most telling first; what says the same of the same people is said once.
fn without_repeats(mut told: Vec<Told>) -> Vec<Told> {
    told.sort_by(|a, b| {
        let by_strength = b.strength.total_cmp(&a.strength);
        by_strength.then_with(|| a.row.fact_code.cmp(&b.row.fact_code))
    });
    let mut kept: Vec<Told> = Vec::new();
    let mut n_of: BTreeMap<&'static str, usize> = BTreeMap::new();
    for one in told {
        let most = if one.subject == WORD {
            MAX_WORDS
        } else {
            MAX_STATEMENTS
        };
        let n = n_of.entry(one.subject).or_insert(0);
        if *n < most && !kept.iter().any(|before| is_repeat(before, &one)) {
            *n += 1;
            kept.push(one);
        }
    }
    kept
}

fn is_repeat(before: &Told, one: &Told) -> bool {
    let both = before.holders.intersection(&one.holders).count() as f64;
    let sizes = (before.holders.len() as f64, one.holders.len() as f64);
    let overlap = stats::stability::jaccard(both, sizes.0, sizes.1);
    let may_repeat = before.subject == one.subject && is_text(one.subject);
    may_repeat && overlap >= SAME_PEOPLE
}

fn is_text(subject: &str) -> bool {
    use crate::subjects::{Shares, subject as find};
    find(subject).is_some_and(|s| s.shares == Shares::Texts)
}

fn persona(class: &PersonaClass, behind: &Behind, share: f64, statements: &[Told]) -> Persona {
    let traits = statements.get(..MAX_TRAITS).unwrap_or(statements);
    let facts: Vec<(&str, &str)> = traits
        .iter()
        .map(|told| (told.subject, told.value.as_str()))
        .collect();
    Persona {
        persona_id: class.persona_id,
        kind: class.kind,
        name: name(class.kind, &facts),
        state: class.state,
        state_reason: class.state_reason.clone(),
        n_people: whole(behind.people.len()),
        n_accounts: behind.n_accounts(),
        share,
        stability: class.stability,
        n_traits: whole(traits.len()),
        share_typical: share_typical(behind, traits),
    }
}

/// Share of members for whom at least half of the traits hold.
fn share_typical(behind: &Behind, traits: &[Told]) -> f64 {
    let is_typical = |person: &&PersonId| {
        let n_held = traits
            .iter()
            .filter(|told| told.holders.contains(person))
            .count();
        2 * n_held >= traits.len()
    };
    let n_typical = behind.people.iter().filter(is_typical).count();
    n_typical as f64 / behind.people.len().max(1) as f64
}
