//! The one source of chance: a seeded ChaCha8 stream and the draws we need from it.
//!
//! Only whole-number arithmetic and exact scaling: the same seed gives the
//! same draws on every machine.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What a stream of chance is for; each purpose has its own stream, so that
/// a change in one part of the sample leaves the others as they were.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    World = 1,
    Systems = 2,
    HubSpot = 3,
    Calls = 4,
    Usage = 5,
    Survey = 6,
}

/// A stream of chance.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of one purpose and one block of accounts.
    pub(crate) fn new(seed: u64, purpose: Purpose, block: u32) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream((u64::from(block) << 8) | purpose as u64);
        Self(generator)
    }

    /// A whole number in `0..n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let product = u128::from(self.0.next_u64()) * (n as u128);
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// A whole number in `low..=high`.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = usize::try_from(i64::from(high) - i64::from(low) + 1).unwrap_or(0);
        low + i32::try_from(self.below(width)).unwrap_or(0)
    }

    /// A number in 0–1, 1 excluded.
    pub(crate) fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with the given probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// One of the items; `None` when there are none.
    pub(crate) fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    /// One of the words; empty when there are none.
    pub(crate) fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.one_of(words).copied().unwrap_or("")
    }

    /// One of the words, the early ones much more often, as names are.
    pub(crate) fn common_word(&mut self, words: &[&'static str]) -> &'static str {
        let depth = self.share() * self.share();
        let idx = (depth * words.len() as f64) as usize;
        words.get(idx).copied().unwrap_or("")
    }

    /// Puts the items in another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(self.below(end + 1), end);
        }
    }

    /// The position of one of the weights, in proportion to them.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut rest = self.share() * weights.iter().sum::<f64>();
        for (idx, weight) in weights.iter().enumerate() {
            rest -= weight;
            if rest < 0.0 {
                return idx;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// A whole number around the mean, spread like counts of people's doings:
    /// half of the mean to twice the mean, mostly.
    pub(crate) fn count_around(&mut self, mean: f64) -> usize {
        let spread = 0.5 + self.share() * 0.5 + self.share() * self.share() * 1.0;
        let expected = mean * spread;
        let whole = expected as usize;
        whole + usize::from(self.chance(expected - whole as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws() {
        let draw = |seed| {
            let mut dice = Dice::new(seed, Purpose::World, 3);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn purposes_and_blocks_have_streams_of_their_own() {
        let first = |purpose, block| Dice::new(1, purpose, block).below(1 << 30);
        let world = first(Purpose::World, 0);
        assert_ne!(world, first(Purpose::Systems, 0));
        assert_ne!(world, first(Purpose::World, 1));
    }

    #[test]
    fn counts_have_the_mean_they_are_asked_for() {
        let mut dice = Dice::new(1, Purpose::World, 0);
        let total: usize = (0..20_000).map(|_| dice.count_around(3.0)).sum();
        // The deviation of the mean is below 0.01; five of them fit here.
        assert!((total as f64 / 20_000.0 - 3.0).abs() < 0.05);
    }
}
