//! Works consecutive parts of a range on several threads, results in order.
//!
//! Each part is a function of itself alone, and where parts begin does not depend
//! on how many threads there are, so threads leave no trace.

use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Applies `work` to runs of at most `size` numbers below `n`, results in order.
pub(super) fn map_ranges<R: Send>(
    n_threads: usize,
    n: usize,
    size: usize,
    work: impl Fn(Range<usize>) -> R + Sync,
) -> Vec<R> {
    let n_parts = n.div_ceil(size.max(1));
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(n_parts));
    let worker = || {
        loop {
            let at = next.fetch_add(1, Ordering::SeqCst);
            if at >= n_parts {
                break;
            }
            let result = work(at * size..((at + 1) * size).min(n));
            let mut done = done
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            done.push((at, result));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..n_threads.clamp(1, n_parts.max(1)) {
            scope.spawn(worker);
        }
        worker();
    });
    let mut done = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_order_whatever_the_threads() {
        for n_threads in [0, 1, 2, 5] {
            let parts = map_ranges(n_threads, 10, 3, |range| range.collect::<Vec<_>>());
            assert_eq!(parts.concat(), (0..10).collect::<Vec<_>>());
            assert_eq!(parts.len(), 4);
        }
        assert!(map_ranges(2, 0, 3, |range| range.len()).is_empty());
    }
}
