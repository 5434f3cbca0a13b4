//! Random draws that are a function of a seed, and of nothing else.
//!
//! Source  `ChaCha8` from the `rand_chacha` crate, whose stream is fixed by its
//! specification; the mapping to numbers is here so that no release changes it.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
#[derive(Clone, Debug)]
pub struct Draws(ChaCha8Rng);

impl Draws {
    /// The stream of a seed; `stream` tells apart the uses of one seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Self(rng)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 up to but not including 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let wide = u128::from(self.bits()) * n as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// Whether an event of this probability happens.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// An index, drawn in proportion to the weights; the last one when they are all 0.
    pub fn among(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (idx, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return idx;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// A draw from the normal distribution with mean 0 and deviation 1.
    ///
    /// # Source
    /// Box & Muller (1958), doi:10.1214/aoms/1177706645
    pub fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_one_stream() {
        let of = |seed, stream| Draws::new(seed, stream).bits();
        assert_eq!(of(7, 1), of(7, 1));
        assert_ne!(of(7, 1), of(7, 2));
        assert_ne!(of(7, 1), of(8, 1));
    }

    #[test]
    fn shares_follow_the_weights() {
        let mut draws = Draws::new(3, 0);
        let mut counts = [0_u32; 3];
        for _ in 0..6_000 {
            counts[draws.among(&[1.0, 2.0, 3.0])] += 1;
        }
        // Five standard deviations of the third count are 5·√(6000·¼) = 194.
        assert!(counts[2].abs_diff(3_000) < 194, "{counts:?}");
        assert!(counts[0].abs_diff(1_000) < 145, "{counts:?}");
    }

    #[test]
    fn below_stays_below() {
        let mut draws = Draws::new(1, 0);
        assert!((0..1_000).all(|_| draws.below(7) < 7));
        assert_eq!(draws.below(0), 0);
    }
}
