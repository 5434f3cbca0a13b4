//! The effect of the others in a decision on each person's chance of a role.
//!
//! For one role, people hold it independently with odds `exp(u)`, times a
//! weight of the number of holders. The marginal of that model is exact: with
//! the chances of 0, 1, 2 … holders among the others, the others multiply a
//! person's odds by `E[w(k + 1)] / E[w(k)]`. No sweep and no enumeration is
//! needed, and the result equals enumeration over any number of people.
//!
//! Source  Poisson-binomial recursion, forwards and backwards, with the counts
//!         above the last weight pooled.

use model::Role;

use crate::weights::{on_grid, usual_numbers};

/// Chances of 0, 1, 2 … holders; the last entry pools all higher counts.
type Counts = Vec<f64>;

/// Returns, for each person, what the others add to the log-odds of the role.
///
/// # Shapes
/// `log_odds` and the result have one entry a person.
pub(crate) fn effect_of_others(role: Role, log_odds: &[f64]) -> Vec<f64> {
    let log_weights = usual_numbers(role);
    if log_weights.is_empty() {
        return vec![0.0; log_odds.len()];
    }
    let weights: Vec<f64> = log_weights.iter().map(|w| libm::exp(*w)).collect();
    let before = running_counts(log_odds.iter(), weights.len());
    let mut after = running_counts(log_odds.iter().rev(), weights.len());
    after.reverse();
    let sides = before.iter().zip(after.iter().skip(1));
    sides
        .map(|(left, right)| effect(left, right, &weights))
        .collect()
}

/// Probability of a log-odds value.
pub(crate) fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// Counts after 0, 1, 2 … people.
fn running_counts<'a>(log_odds: impl Iterator<Item = &'a f64>, n_counts: usize) -> Vec<Counts> {
    let mut counts = vec![0.0; n_counts];
    if let Some(none) = counts.first_mut() {
        *none = 1.0;
    }
    let mut all = vec![counts.clone()];
    for value in log_odds {
        counts = with_one_more(&counts, logistic(*value));
        all.push(counts.clone());
    }
    all
}

fn with_one_more(counts: &Counts, chance: f64) -> Counts {
    let last = counts.len().saturating_sub(1);
    let mut next = vec![0.0; counts.len()];
    for (k, mass) in counts.iter().enumerate() {
        let up = (k + 1).min(last);
        if let Some(cell) = next.get_mut(k) {
            *cell += mass * (1.0 - chance);
        }
        if let Some(cell) = next.get_mut(up) {
            *cell += mass * chance;
        }
    }
    next
}

fn effect(left: &Counts, right: &Counts, weights: &[f64]) -> f64 {
    let last = weights.len().saturating_sub(1);
    let weight = |k: usize| weights.get(k.min(last)).copied().unwrap_or(1.0);
    let (mut with, mut without) = (0.0, 0.0);
    for (i, a) in left.iter().enumerate() {
        for (j, b) in right.iter().enumerate() {
            with += a * b * weight(i + j + 1);
            without += a * b * weight(i + j);
        }
    }
    on_grid(libm::log(with / without))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same model by enumeration of every assignment.
    fn enumerated(role: Role, log_odds: &[f64]) -> Vec<f64> {
        let numbers = usual_numbers(role);
        let weight = |n: u32| {
            numbers
                .get((n as usize).min(numbers.len() - 1))
                .copied()
                .unwrap_or(0.0)
        };
        let mut with = vec![0.0; log_odds.len()];
        let mut without = vec![0.0; log_odds.len()];
        for mask in 0_u32..1 << log_odds.len() {
            let held = |i: usize| mask & (1 << i) != 0;
            let own: f64 = (0..log_odds.len())
                .filter(|i| held(*i))
                .map(|i| log_odds[i])
                .sum();
            let mass = libm::exp(own + weight(mask.count_ones()));
            for i in 0..log_odds.len() {
                if held(i) {
                    with[i] += mass
                } else {
                    without[i] += mass
                }
            }
        }
        (0..log_odds.len())
            .map(|i| libm::log(with[i] / without[i]) - log_odds[i])
            .collect()
    }

    proptest! {
        #[test]
        fn the_effect_equals_enumeration(log_odds in prop::collection::vec(-6.0_f64..6.0, 1..=6), role_idx in 0..Role::ALL.len()) {
            let role = Role::ALL[role_idx];
            prop_assume!(!usual_numbers(role).is_empty());
            let exact = enumerated(role, &log_odds);
            for (fast, slow) in effect_of_others(role, &log_odds).iter().zip(exact) {
                // Half a step of the grid, and rounding of the sums.
                prop_assert!((fast - slow).abs() <= crate::weights::STEP / 2.0 + 1e-9);
            }
        }
    }

    #[test]
    fn a_sure_economic_buyer_lowers_the_others() {
        let effects = effect_of_others(Role::EconomicBuyer, &[5.0, 0.0]);
        assert!(effects[1] < -1.0);
        assert!(effects[0] > -0.5);
    }

    #[test]
    fn many_users_do_not_disturb_each_other() {
        assert_eq!(
            effect_of_others(Role::User, &[3.0, 3.0, 3.0]),
            [0.0, 0.0, 0.0]
        );
    }
}
