//! How many of many tests may be called discoveries.
//!
//! Source  Benjamini & Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x

/// Returns the adjusted p-value (q-value) of each test, in the order given.
///
/// Calling every test with a q-value of at most 0.05 a discovery keeps the
/// expected share of false ones at 5 %. A p-value that is not a number counts as 1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let sane = |p: f64| if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) };
    let mut ranked: Vec<(f64, usize)> = p_values.iter().map(|p| sane(*p)).zip(0..).collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let n = ranked.len() as f64;
    let mut adjusted = vec![1.0; p_values.len()];
    let mut smallest_so_far: f64 = 1.0;
    for (rank, (p, idx)) in ranked.iter().enumerate().rev() {
        smallest_so_far = smallest_so_far.min(p * n / (rank as f64 + 1.0));
        adjusted[*idx] = smallest_so_far;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_worked_example_of_the_paper() {
        // The 15 p-values of section 3.2; four are rejected at 5 %.
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let q = benjamini_hochberg(&p);
        assert_eq!(q.iter().filter(|q| **q <= 0.05).count(), 4);
        assert!((q[0] - 0.0015).abs() < 1e-12);
    }

    #[test]
    fn order_does_not_matter() {
        let q = benjamini_hochberg(&[0.04, f64::NAN, 0.01]);
        assert_eq!(
            benjamini_hochberg(&[0.01, 0.04, f64::NAN]),
            [q[2], q[0], q[1]]
        );
    }
}
