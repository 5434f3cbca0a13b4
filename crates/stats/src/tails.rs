//! Tail probabilities.
//!
//! Source  Student's distribution through the regularised incomplete beta
//! function: Press et al., *Numerical Recipes*, 3rd edition, section 6.4
//! (continued fraction by the modified Lentz method).

use crate::maths::{exp, ln, ln_1p, ln_gamma};

/// The probability that a normal draw exceeds `z`.
pub fn normal_above(z: f64) -> f64 {
    0.5 * libm::erfc(z / std::f64::consts::SQRT_2)
}

/// The probability that a draw of Student's distribution exceeds `t`.
///
/// 1 when there is no degree of freedom or `t` is not a number: no evidence.
pub fn student_above(t: f64, degrees: f64) -> f64 {
    if t.is_nan() || degrees <= 0.0 {
        return 1.0;
    }
    let both_tails = incomplete_beta(degrees / (degrees + t * t), degrees / 2.0, 0.5);
    if t >= 0.0 {
        both_tails / 2.0
    } else {
        1.0 - both_tails / 2.0
    }
}

/// The regularised incomplete beta function.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let ln_beta = ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
    let front = exp(a * ln(x) + b * ln_1p(-x) - ln_beta);
    if x < (a + 1.0) / (a + b + 2.0) {
        front * continued_fraction(x, a, b) / a
    } else {
        1.0 - front * continued_fraction(1.0 - x, b, a) / b
    }
}

fn continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    let away_from_zero = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..300 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = value;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            value *= d * c;
        }
        if (value - before).abs() <= 1e-14 * value.abs() {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_printed_tables() {
        assert!((student_above(2.228, 10.0) - 0.025).abs() < 1e-4);
        assert!((student_above(6.314, 1.0) - 0.05).abs() < 1e-4);
        assert!((student_above(-1.812, 10.0) - 0.95).abs() < 1e-4);
        assert!((normal_above(1.959_964) - 0.025).abs() < 1e-6);
    }

    #[test]
    fn many_degrees_approach_the_normal() {
        assert!((student_above(1.7, 1e6) - normal_above(1.7)).abs() < 1e-5);
    }

    #[test]
    fn no_degrees_are_no_evidence() {
        assert_eq!(student_above(9.0, 0.0), 1.0);
        assert_eq!(student_above(f64::NAN, 5.0), 1.0);
    }
}
