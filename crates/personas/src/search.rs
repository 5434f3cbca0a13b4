//! Searches for the number of classes: the best criterion that stands when the
//! accounts are drawn again.

use stats::mixture::{Fit, Model, Rows, Search, search};
use stats::stability::{Resampling, mean_overlaps, refit_overlaps};

use crate::parallel;
use crate::settings::Settings;

/// Most numbers of classes whose stability is tested.
const MAX_TESTED: usize = 4;
/// Passes of a refit: it starts from the solution, so a few are enough to leave it.
const REFIT_PASSES: usize = 15;

/// How one number of classes fared.
#[derive(Clone, Debug)]
pub(crate) struct Tried {
    /// Classes asked for.
    pub(crate) n_classes: usize,
    /// Integrated completed likelihood.
    pub(crate) icl: f64,
    /// Stability of each class; empty when not tested.
    pub(crate) stability: Vec<f64>,
    /// Lowest stability of the classes that are large enough; -1 when not tested.
    pub(crate) lowest: f64,
    /// The model.
    pub(crate) model: Model,
}

/// Everything that was tried, and what was taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outcome {
    /// By number of classes.
    pub(crate) tried: Vec<Tried>,
    /// Position of the taken one; nothing when one class is as good as any.
    pub(crate) chosen: Option<usize>,
}

/// Rows with the group of each, for the search.
pub(crate) struct Sample<'a> {
    /// Packed people.
    pub(crate) rows: &'a Rows,
    /// The account of each, from 0 without gaps.
    pub(crate) group_of: &'a [usize],
}

/// Tries every number of classes and takes the best that is stable.
pub(crate) fn choose(sample: &Sample<'_>, settings: Settings, n_threads: usize) -> Outcome {
    let mut tried = try_all(sample.rows, settings, n_threads);
    let one = tried.first().map_or(f64::NEG_INFINITY, |one| one.icl);
    let mut order: Vec<usize> = (1..tried.len())
        .filter(|at| {
            tried
                .get(*at)
                .is_some_and(|t| t.icl > one && t.model.n_classes > 1)
        })
        .collect();
    order.sort_by(|a, b| icl_of(&tried, *b).total_cmp(&icl_of(&tried, *a)));
    order.truncate(MAX_TESTED);
    let mut partly = None;
    for at in order {
        let Some(this) = tried.get_mut(at) else {
            continue;
        };
        test(sample, this, settings, n_threads);
        if this.lowest >= settings.show_at {
            return Outcome {
                tried,
                chosen: Some(at),
            };
        }
        let holds_in_part = this.stability.iter().any(|s| *s >= settings.publish_at);
        partly = partly.or_else(|| holds_in_part.then_some(at));
    }
    Outcome {
        tried,
        chosen: partly,
    }
}

fn icl_of(tried: &[Tried], at: usize) -> f64 {
    tried.get(at).map_or(f64::NEG_INFINITY, |t| t.icl)
}

fn try_all(rows: &Rows, settings: Settings, n_threads: usize) -> Vec<Tried> {
    // A class of fewer people than a persona needs is of no use.
    let most = (rows.len() / settings.min_people.max(1)).clamp(1, settings.max_classes.max(1));
    // The longest first, so that no thread waits for the last.
    let tasks: Vec<usize> = (1..=most).rev().collect();
    let how = Search {
        seed: settings.seed,
        ..Search::default()
    };
    let fits: Vec<Fit> = parallel::map(n_threads, &tasks, |k| search(rows, *k, &how));
    let mut tried: Vec<Tried> = tasks
        .into_iter()
        .zip(fits)
        .map(|(n_classes, fit)| Tried {
            n_classes,
            icl: fit.icl(),
            stability: Vec::new(),
            lowest: -1.0,
            model: fit.model,
        })
        .collect();
    tried.reverse();
    tried
}

fn test(sample: &Sample<'_>, tried: &mut Tried, settings: Settings, n_threads: usize) {
    let how = Resampling {
        seed: settings.seed,
        n_refits: settings.n_refits,
        n_passes: REFIT_PASSES,
    };
    let refits: Vec<usize> = (0..how.n_refits).collect();
    let model = &tried.model;
    let overlaps = parallel::map(n_threads, &refits, |refit| {
        refit_overlaps(sample.rows, sample.group_of, model, (&how, *refit))
    });
    let stability = mean_overlaps(&overlaps, model.n_classes);
    let sizes = sizes(sample.rows, model);
    let is_large = |size: &f64| *size >= settings.min_people as f64;
    let large = stability
        .iter()
        .zip(&sizes)
        .filter(|(_, size)| is_large(size));
    let lowest = large.map(|(s, _)| *s).fold(1.0, f64::min);
    tried.stability = stability;
    tried.lowest = lowest;
}

/// Summed memberships by class.
fn sizes(rows: &Rows, model: &Model) -> Vec<f64> {
    let shares = model.memberships(rows);
    let mut sizes = vec![0.0; model.n_classes];
    for row in shares.chunks(model.n_classes.max(1)) {
        for (size, share) in sizes.iter_mut().zip(row) {
            *size += share;
        }
    }
    sizes
}
