//! Works a list of tasks on several threads, results in the order of the tasks.
//!
//! Each task is a function of itself alone, so how many threads there are and
//! which of them takes which task leaves no trace.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Applies `work` to every task; the result at a position is that of the task there.
pub(crate) fn map<T: Sync, R: Send>(
    n_threads: usize,
    tasks: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(tasks.len()));
    std::thread::scope(|scope| {
        for _ in 0..n_threads.clamp(1, tasks.len().max(1)) {
            scope.spawn(|| {
                while let Some((at, task)) = take(tasks, &next) {
                    let result = work(task);
                    lock(&done).push((at, result));
                }
            });
        }
    });
    let mut results = std::mem::take(&mut *lock(&done));
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(tasks: &'a [T], next: &AtomicUsize) -> Option<(usize, &'a T)> {
    let at = next.fetch_add(1, Ordering::SeqCst);
    tasks.get(at).map(|task| (at, task))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_tasks() {
        let tasks: Vec<u64> = (0..100).collect();
        let squares: Vec<u64> = tasks.iter().map(|n| n * n).collect();
        for n_threads in [0, 1, 2, 7] {
            assert_eq!(map(n_threads, &tasks, |n| n * n), squares);
        }
        assert!(map(2, &[], |n: &u64| *n).is_empty());
    }
}
