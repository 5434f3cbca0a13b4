//! Intervals for shares.
//!
//! Source  Wilson (1927), doi:10.1080/01621459.1927.10502953

/// The two-sided 95 % point of the normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// Both ends of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The 95 % interval of a share of `n_with` among `n`; everything from 0 to 1 when `n` is 0.
///
/// Unlike the textbook interval it stays within 0–1 and is not empty at the ends.
pub fn wilson(n_with: f64, n: f64) -> Interval {
    if n <= 0.0 {
        return Interval {
            low: 0.0,
            high: 1.0,
        };
    }
    let share = n_with / n;
    let z2 = Z_95 * Z_95;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let spread = share * (1.0 - share) / n + z2 / (4.0 * n * n);
    let half = Z_95 * libm::sqrt(spread) / (1.0 + z2 / n);
    Interval {
        low: (middle - half).clamp(0.0, 1.0),
        high: (middle + half).clamp(0.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn agrees_with_the_published_example() {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
        let interval = wilson(81.0, 263.0);
        assert!((interval.low - 0.2553).abs() < 5e-5);
        assert!((interval.high - 0.3662).abs() < 5e-5);
    }

    #[test]
    fn nobody_asked_says_nothing() {
        let interval = wilson(0.0, 0.0);
        assert_eq!((interval.low, interval.high), (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn holds_the_share(n in 1_u32..5_000, part in 0.0_f64..=1.0) {
            let with = (f64::from(n) * part).floor();
            let interval = wilson(with, f64::from(n));
            let share = with / f64::from(n);
            prop_assert!(interval.low <= share + 1e-12 && share <= interval.high + 1e-12);
        }
    }
}
