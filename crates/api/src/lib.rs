//! The facade over published results.
