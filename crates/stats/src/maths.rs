//! Elementary functions that give the same bits on every machine.
//!
//! Source  the `libm` crate, a port of musl's; the standard library's own
//! functions may differ from one system to the next in the last bit.

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Natural logarithm of `1 + x`, exact near 0.
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// Base-2 logarithm: bits.
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// `x` to the power of `y`.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Log-odds to a probability.
pub fn logistic(log_odds: f64) -> f64 {
    if log_odds >= 0.0 {
        1.0 / (1.0 + exp(-log_odds))
    } else {
        let odds = exp(log_odds);
        odds / (1.0 + odds)
    }
}

/// A probability to log-odds; 0 and 1 are moved in by 1e-12.
pub fn logit(probability: f64) -> f64 {
    let p = probability.clamp(1e-12, 1.0 - 1e-12);
    ln(p) - ln_1p(-p)
}

/// Logarithm of the gamma function, for positive `x`.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Replaces log weights by shares that sum to 1; returns the log of their sum.
pub fn normalise(log_weights: &mut [f64]) -> f64 {
    let top = log_weights.iter().fold(f64::NEG_INFINITY, |a, b| a.max(*b));
    let mut sum = 0.0;
    for weight in log_weights.iter_mut() {
        *weight = exp(*weight - top);
        sum += *weight;
    }
    for weight in log_weights.iter_mut() {
        *weight /= sum;
    }
    top + ln(sum)
}

/// The bin of a count on a scale of doublings: 0, 1, 2–3, 4–7, 8–15 …
pub fn log_bin(count: u64) -> u32 {
    u64::BITS - count.leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn logit_undoes_logistic(x in -20.0_f64..20.0) {
            prop_assert!((logit(logistic(x)) - x).abs() < 1e-6);
        }

        #[test]
        fn normalised_weights_sum_to_one(mut w in proptest::collection::vec(-900.0_f64..900.0, 1..9)) {
            normalise(&mut w);
            prop_assert!((w.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn bins_are_doublings() {
        let bins: Vec<u32> = [0, 1, 2, 3, 4, 7, 8].into_iter().map(log_bin).collect();
        assert_eq!(bins, [0, 1, 2, 2, 3, 3, 4]);
    }

    #[test]
    fn normalise_returns_the_log_of_the_sum() {
        let mut weights = [ln(1.0), ln(3.0)];
        assert!((normalise(&mut weights) - ln(4.0)).abs() < 1e-12);
        assert!((weights[1] - 0.75).abs() < 1e-12);
    }
}
