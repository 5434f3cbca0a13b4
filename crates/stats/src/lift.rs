//! Whether a fact is commoner inside a class than outside it.
//!
//! Source  score test of a regression of the fact on the membership, with
//!         variance by group: Liang & Zeger (1986), doi:10.1093/biomet/73.1.13
//!
//! Rows of one group (people of one account) are not independent, so groups,
//! not rows, are what the test counts.

use crate::tails::student_above;

/// Fewest groups for which a variance between groups means anything.
const MIN_GROUPS: usize = 8;

/// What one test looks at: the rows whose records say anything on the fact.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// How far the fact holds for each row, 0–1.
    pub holds: Vec<f64>,
    /// Membership of each row in the class, 0–1, from a model that does not know the fact.
    pub shares: Vec<f64>,
    /// The group of each row.
    pub groups: Vec<usize>,
}

/// Share inside over share among all, and how likely at least that much is by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lift {
    /// Share of the class, 0–1.
    pub share: f64,
    /// Share of the class over share of everybody; 1 when nothing is known.
    pub lift: f64,
    /// One-sided p-value: small when the fact is commoner inside.
    pub p_value: f64,
}

impl Trial {
    /// Adds a row.
    pub fn push(&mut self, holds: f64, share: f64, group: usize) {
        self.holds.push(holds);
        self.shares.push(share);
        self.groups.push(group);
    }

    /// Tests whether the fact is commoner inside the class.
    pub fn lift(&self) -> Lift {
        let n = self.holds.len() as f64;
        let size: f64 = self.shares.iter().sum();
        let everybody = self.holds.iter().sum::<f64>() / n.max(1.0);
        if size <= 0.0 || everybody <= 0.0 {
            return Lift {
                share: 0.0,
                lift: 1.0,
                p_value: 1.0,
            };
        }
        let inside: f64 = self
            .holds
            .iter()
            .zip(&self.shares)
            .map(|(x, p)| x * p)
            .sum();
        Lift {
            share: inside / size,
            lift: inside / size / everybody,
            p_value: self.p_value(everybody, size / n),
        }
    }

    fn p_value(&self, mean_holds: f64, mean_share: f64) -> f64 {
        let last = self.groups.iter().max().map_or(0, |last| last + 1);
        let mut scores = vec![0.0; last];
        let mut is_there = vec![false; last];
        for ((x, p), group) in self.holds.iter().zip(&self.shares).zip(&self.groups) {
            scores[*group] += (x - mean_holds) * (p - mean_share);
            is_there[*group] = true;
        }
        let n_groups = is_there.iter().filter(|there| **there).count();
        let variance: f64 = scores.iter().map(|score| score * score).sum();
        if n_groups < MIN_GROUPS || variance <= 0.0 {
            return 1.0;
        }
        let groups = n_groups as f64;
        let spread = libm::sqrt(variance * groups / (groups - 1.0));
        student_above(scores.iter().sum::<f64>() / spread, groups - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draws::Draws;

    /// `n` rows in groups of `group_size`; inside the class the fact has probability `inside`.
    fn trial(seed: u64, n: usize, group_size: usize, inside: f64) -> Trial {
        let mut draws = Draws::new(seed, 3);
        let mut trial = Trial::default();
        for row in 0..n {
            let is_member = draws.happens(0.3);
            let holds = draws.happens(if is_member { inside } else { 0.2 });
            let number = |is: bool| f64::from(u8::from(is));
            trial.push(number(holds), number(is_member), row / group_size);
        }
        trial
    }

    #[test]
    fn a_commoner_fact_is_found_with_its_lift() {
        let lift = trial(1, 2_000, 4, 0.6).lift();
        // 0.6 against 0.3·0.6 + 0.7·0.2 = 0.32.
        assert!((lift.lift - 1.875).abs() < 0.2, "{lift:?}");
        assert!(lift.p_value < 1e-9);
    }

    #[test]
    fn chance_is_called_significant_as_often_as_it_should_be() {
        let called = (0..400)
            .filter(|seed| trial(*seed, 200, 4, 0.2).lift().p_value < 0.05)
            .count();
        // 20 expected; four deviations are 17.
        assert!((4..=37).contains(&called), "{called}");
    }

    #[test]
    fn copies_within_a_group_are_one_piece_of_evidence() {
        let alone = trial(5, 60, 1, 0.45);
        let mut copied = Trial::default();
        for row in 0..60 {
            for _ in 0..10 {
                copied.push(alone.holds[row], alone.shares[row], row);
            }
        }
        assert!((alone.lift().p_value - copied.lift().p_value).abs() < 1e-12);
    }

    #[test]
    fn nobody_inside_or_too_few_groups_prove_nothing() {
        assert_eq!(Trial::default().lift().p_value, 1.0);
        assert_eq!(trial(1, 600, 100, 0.9).lift().p_value, 1.0);
    }
}
