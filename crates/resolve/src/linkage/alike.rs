//! How alike two short spellings are.
//!
//! Source  Damerau (1964), doi:10.1145/363958.363994; Jaro (1989),
//!         doi:10.1080/01621459.1989.10478785, with Winkler's prefix
//!
//! Works on bytes of folded text, in fixed space, so that millions of pairs cost
//! no allocation.

/// Longer texts are compared by their first bytes.
const MOST_BYTES: usize = 63;

/// Whether at most one letter was changed, added, left out or swapped with the next.
pub(super) fn is_one_edit(left: &[u8], right: &[u8]) -> bool {
    let (left, right) = without_shared_ends(left, right);
    match (left, right) {
        ([], [] | [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Whether at most two such edits lead from one to the other.
pub(super) fn is_two_edits(left: (&[u8], u64), right: (&[u8], u64)) -> bool {
    let n_alone = (left.1 & !right.1)
        .count_ones()
        .max((right.1 & !left.1).count_ones());
    if left.0.len().abs_diff(right.0.len()) > 2 || n_alone > 2 {
        return false;
    }
    let (left, right) = without_shared_ends(left.0, right.0);
    if left.len() > 32 || right.len() > 32 {
        return false;
    }
    edits(left, right) <= 2
}

/// Which letters and digits a text has, one bit each; other marks share bits.
pub(super) fn letters(text: &[u8]) -> u64 {
    let bit = |byte: &u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        other => 36 + other % 28,
    };
    text.iter().fold(0, |set, byte| set | 1 << bit(byte))
}

/// Whether two texts are at least so similar by [`jaro_winkler`]; their letters are
/// looked at first, which settles most pairs.
pub(super) fn is_similar(left: (&[u8], u64), right: (&[u8], u64), least: f64) -> bool {
    let (a, b) = (left.0.len().min(MOST_BYTES), right.0.len().min(MOST_BYTES));
    let n_alone = |own: u64, other: u64| (own & !other).count_ones() as usize;
    let n_left = a.saturating_sub(n_alone(left.1, right.1));
    let n_right = b.saturating_sub(n_alone(right.1, left.1));
    let n_same = n_left.min(n_right) as f64;
    let most = (n_same / a.max(1) as f64 + n_same / b.max(1) as f64 + 1.0) / 3.0;
    let most = most + 0.1 * n_prefix(left.0, right.0) as f64 * (1.0 - most);
    // Both are sums of thirds: what differs in the last bit is decided by the slow way.
    most + 1e-9 >= least && jaro_winkler(left.0, right.0) >= least
}

/// Jaro–Winkler similarity, 0–1.
fn jaro_winkler(left: &[u8], right: &[u8]) -> f64 {
    let left = left.get(..MOST_BYTES).unwrap_or(left);
    let right = right.get(..MOST_BYTES).unwrap_or(right);
    let jaro = jaro(left, right);
    jaro + 0.1 * n_prefix(left, right) as f64 * (1.0 - jaro)
}

/// Letters at the start that both have, at most four.
fn n_prefix(left: &[u8], right: &[u8]) -> usize {
    let same = left.iter().zip(right).take(4);
    same.take_while(|(a, b)| a == b).count()
}

fn without_shared_ends<'a>(left: &'a [u8], right: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let n = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (left.get(n..).unwrap_or(&[]), right.get(n..).unwrap_or(&[]));
    let ends = left.iter().rev().zip(right.iter().rev());
    let n = ends.take_while(|(a, b)| a == b).count();
    let cut = |text: &'a [u8]| text.get(..text.len() - n).unwrap_or(&[]);
    (cut(left), cut(right))
}

/// Edits with neighbours swapped counted once, for texts of at most 32 bytes.
fn edits(left: &[u8], right: &[u8]) -> usize {
    let mut before = [0_usize; 33];
    let mut last: [usize; 33] = std::array::from_fn(|at| at);
    for (i, a) in left.iter().enumerate() {
        let mut row = [0_usize; 33];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let changed = last[j] + usize::from(a != b);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left.get(i - 1) == Some(b) && right.get(j - 1) == Some(a) {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        (before, last) = (last, row);
    }
    last[right.len().min(32)]
}

fn jaro(left: &[u8], right: &[u8]) -> f64 {
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    let reach = (left.len().max(right.len()) / 2).saturating_sub(1);
    let (mut taken_left, mut taken_right) = (0_u64, 0_u64);
    for (i, a) in left.iter().enumerate() {
        let (from, to) = (i.saturating_sub(reach), (i + reach + 1).min(right.len()));
        let near = right.iter().enumerate().take(to).skip(from);
        let mut free = near.filter(|(j, b)| *b == a && taken_right >> j & 1 == 0);
        if let Some((j, _)) = free.next() {
            taken_left |= 1 << i;
            taken_right |= 1 << j;
        }
    }
    let n_same = f64::from(taken_left.count_ones());
    if n_same == 0.0 {
        return 0.0;
    }
    let n_turned = turned(left, taken_left, right, taken_right) as f64 / 2.0;
    let shares = n_same / left.len() as f64 + n_same / right.len() as f64;
    (shares + (n_same - n_turned) / n_same) / 3.0
}

fn turned(left: &[u8], taken_left: u64, right: &[u8], taken_right: u64) -> usize {
    let marked = |text: &[u8], taken: u64| -> [u8; 64] {
        let mut kept = [0; 64];
        let letters = text
            .iter()
            .enumerate()
            .filter(|(at, _)| taken >> at & 1 == 1);
        kept.iter_mut()
            .zip(letters)
            .for_each(|(slot, (_, letter))| *slot = *letter);
        kept
    };
    let (left, right) = (marked(left, taken_left), marked(right, taken_right));
    left.iter().zip(&right).filter(|(a, b)| a != b).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_slip_of_the_finger_is_one_edit() {
        for (a, b) in [
            ("reed", "reeds"),
            ("reed", "rede"),
            ("reed", "read"),
            ("ada", "ada"),
        ] {
            assert!(is_one_edit(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        assert!(!is_one_edit(b"reed", b"roads"));
        assert!(two("nicholson", "nichoslon") && two("quill", "quel"));
        assert!(!two("quill", "reed"));
    }

    fn seen(text: &str) -> (&[u8], u64) {
        (text.as_bytes(), letters(text.as_bytes()))
    }

    fn two(left: &str, right: &str) -> bool {
        is_two_edits(seen(left), seen(right))
    }

    proptest! {
        #[test]
        fn shortcuts_change_no_answer(a in "[a-d]{0,12}", b in "[a-d]{0,12}") {
            let own = jaro_winkler(a.as_bytes(), b.as_bytes());
            prop_assert!((0.0..=1.0).contains(&own));
            prop_assert!(a != b || a.is_empty() || own > 0.999);
            let n = strsim::osa_distance(&a, &b);
            prop_assert_eq!(is_one_edit(a.as_bytes(), b.as_bytes()), n <= 1);
            prop_assert_eq!(two(&a, &b), n <= 2);
            prop_assert_eq!(is_similar(seen(&a), seen(&b), 0.84), own >= 0.84);
        }
    }
}
