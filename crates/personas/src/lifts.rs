//! Tests each fact of each class on people held out from the fit.
//!
//! Source  cross-fitting: Chernozhukov et al. (2018), doi:10.1111/ectj.12097;
//!         false discoveries: Benjamini & Hochberg (1995)
//!
//! Testing the facts that formed a class on its own members proves nothing. So
//! each person's membership comes from a model fitted to other accounts, and
//! made blind to the fact that is tested.

use std::collections::{BTreeMap, BTreeSet};

use stats::benjamini_hochberg;
use stats::lift::{Lift, Trial};
use stats::mixture::{Family, Model, Rows, RowsError, fit_from};

use crate::pack::{Feature, Features, known_subjects, may_be_told};
use crate::parallel;
use crate::sheet::{Sheet, Someone};
use crate::subjects::{SUBJECTS, Shares};

/// Parts of the accounts: each is held out once.
const N_FOLDS: usize = 5;
/// Passes of a fit to the accounts that are not held out.
const FOLD_PASSES: usize = 30;
/// Fewest people of a class who say anything on a subject, for a test.
const MIN_KNOWN: f64 = 5.0;

/// People of one kind as the mixture sees them.
pub(crate) struct Crowd<'a> {
    /// The sheet they are on.
    pub(crate) sheet: &'a Sheet,
    /// Who takes part.
    pub(crate) people: &'a [&'a Someone],
    /// The account of each, from 0 without gaps.
    pub(crate) group_of: &'a [usize],
    /// What is known of them.
    pub(crate) features: &'a Features,
}

/// A fact of a class that was tested.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tested {
    /// The class.
    pub(crate) class: usize,
    /// Position of the feature.
    pub(crate) feature: usize,
    /// Its share in the class, and how much commoner that is than among everybody.
    pub(crate) lift: Lift,
    /// Expected share of false ones among all at least as strong.
    pub(crate) q_value: f64,
}

/// Tests every feature in every class of `model`.
///
/// # Errors
/// A fact its family cannot have.
pub(crate) fn test(
    crowd: &Crowd<'_>,
    rows: &Rows,
    model: &Model,
    n_threads: usize,
) -> Result<Vec<Tested>, RowsError> {
    let folds = folds(crowd, rows, model, n_threads)?;
    let by_blindness = blindnesses(crowd.features);
    let tasks: Vec<(&Blind, &Vec<(usize, usize)>)> = by_blindness.iter().collect();
    let lifts = parallel::map(n_threads, &tasks, |(blind, features)| {
        lifts(&folds, blind, features, model.n_classes)
    });
    let lifts: Vec<(usize, usize, Lift)> = lifts.into_iter().flatten().collect();
    let p_values: Vec<f64> = lifts.iter().map(|(_, _, lift)| lift.p_value).collect();
    let q_values = benjamini_hochberg(&p_values);
    let tested = lifts.into_iter().zip(q_values);
    Ok(tested
        .map(|((class, feature, lift), q_value)| Tested {
            class,
            feature,
            lift,
            q_value,
        })
        .collect())
}

/// Accounts held out, with a model of the others.
struct Fold {
    rows: Rows,
    model: Model,
    people: Vec<Known>,
}

/// What is known of somebody.
struct Known {
    group: usize,
    subjects: BTreeSet<usize>,
    held: BTreeSet<usize>,
}

fn folds(
    crowd: &Crowd<'_>,
    rows: &Rows,
    model: &Model,
    n_threads: usize,
) -> Result<Vec<Fold>, RowsError> {
    let numbers: Vec<usize> = (0..N_FOLDS).collect();
    let made = parallel::map(n_threads, &numbers, |fold| {
        let is_in = |group: &usize| group % N_FOLDS == *fold;
        let weight = |group: &usize| f64::from(u8::from(!is_in(group)));
        let weights: Vec<f64> = crowd.group_of.iter().map(weight).collect();
        let fit = fit_from(rows, &weights, model.clone(), FOLD_PASSES);
        let held_out = crowd.people.iter().zip(crowd.group_of);
        let held_out: Vec<(&Someone, usize)> = held_out
            .filter(|(_, group)| is_in(group))
            .map(|(someone, group)| (*someone, *group))
            .collect();
        let people: Vec<&Someone> = held_out.iter().map(|(someone, _)| *someone).collect();
        Ok(Fold {
            rows: crowd.features.pack(crowd.sheet, &people)?,
            model: fit.model,
            people: held_out.iter().map(|one| known(crowd, *one)).collect(),
        })
    });
    made.into_iter().collect()
}

fn known(crowd: &Crowd<'_>, (someone, group): (&Someone, usize)) -> Known {
    let held = crowd.features.held(someone);
    Known {
        group,
        subjects: known_subjects(crowd.sheet, someone),
        held,
    }
}

/// What a model must not know while a feature is tested.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Blind {
    /// Whole blocks.
    Blocks(Vec<usize>),
    /// One word of a block.
    Word(usize, u32),
}

/// Features and their subjects, by what must not be known while they are tested.
fn blindnesses(features: &Features) -> BTreeMap<Blind, Vec<(usize, usize)>> {
    let mut by_blindness: BTreeMap<Blind, Vec<(usize, usize)>> = BTreeMap::new();
    let told = features
        .list
        .iter()
        .enumerate()
        .filter(|(_, f)| may_be_told(f));
    for (at, feature) in told {
        let blind = blindness(features, feature);
        by_blindness
            .entry(blind)
            .or_default()
            .push((at, feature.subject));
    }
    by_blindness
}

fn blindness(features: &Features, feature: &Feature) -> Blind {
    let Some(subject) = SUBJECTS.get(feature.subject) else {
        return Blind::Blocks(Vec::new());
    };
    match feature.place {
        Some((block, word)) if subject.family == Family::Multinomial => Blind::Word(block, word),
        Some((block, _)) => Blind::Blocks(vec![block]),
        None => Blind::Blocks(same_source(features, subject.shares)),
    }
}

/// Blocks that are read from the same words or events.
fn same_source(features: &Features, shares: Shares) -> Vec<usize> {
    let is_same = |subject: &usize| {
        let own = SUBJECTS.get(*subject).map(|s| s.shares);
        shares != Shares::Nothing && own == Some(shares)
    };
    let blocks = features.block_subjects.iter().enumerate();
    blocks
        .filter(|(_, s)| is_same(s))
        .map(|(block, _)| block)
        .collect()
}

fn lifts(
    folds: &[Fold],
    blind: &Blind,
    features: &[(usize, usize)],
    n_classes: usize,
) -> Vec<(usize, usize, Lift)> {
    let memberships: Vec<Vec<f64>> = folds.iter().map(|fold| blinded(fold, blind)).collect();
    let mut lifts = Vec::new();
    for feature in features {
        for class in 0..n_classes {
            let trial = trial(folds, &memberships, *feature, (class, n_classes));
            if trial.shares.iter().sum::<f64>() >= MIN_KNOWN {
                lifts.push((class, feature.0, trial.lift()));
            }
        }
    }
    lifts
}

fn blinded(fold: &Fold, blind: &Blind) -> Vec<f64> {
    let model = match blind {
        Blind::Blocks(blocks) => fold.model.without_blocks(&fold.rows, blocks),
        Blind::Word(block, word) => fold.model.without_word(&fold.rows, *block, *word),
    };
    model.memberships(&fold.rows)
}

fn trial(
    folds: &[Fold],
    memberships: &[Vec<f64>],
    (feature, subject): (usize, usize),
    (class, n_classes): (usize, usize),
) -> Trial {
    let mut trial = Trial::default();
    for (fold, shares) in folds.iter().zip(memberships) {
        for (someone, shares) in fold.people.iter().zip(shares.chunks(n_classes.max(1))) {
            let is_known = someone.subjects.contains(&subject);
            if let (true, Some(share)) = (is_known, shares.get(class)) {
                let holds = f64::from(u8::from(someone.held.contains(&feature)));
                trial.push(holds, *share, someone.group);
            }
        }
    }
    trial
}
