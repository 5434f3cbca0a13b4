//! Which slot a key belongs to.
//!
//! Invariant: the slot depends on the values of the key columns alone, so two
//! tables keyed by equal values meet in the same slot, whatever their columns
//! are called and whichever machine computes it.

/// Number of slots. Fixed for good: it is part of every stored table.
pub const SLOTS: u16 = 1024;

/// Returns the slot of a key made of these values, in order.
///
/// # Source
/// BLAKE3 over length-prefixed values; the first four bytes modulo [`SLOTS`].
pub fn slot_of(values: &[&[u8]]) -> u16 {
    let mut hasher = blake3::Hasher::new();
    for value in values {
        hasher.update(&(value.len() as u64).to_le_bytes());
        hasher.update(value);
    }
    let hash = hasher.finalize();
    let mut head = [0; 4];
    head.copy_from_slice(&hash.as_bytes()[..4]);
    (u32::from_le_bytes(head) % u32::from(SLOTS)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_pinned_for_good() {
        assert_eq!(
            slot_of(&[b"salesforce:account:1"]),
            slot_of(&[b"salesforce:account:1"])
        );
        assert_ne!(slot_of(&[b"ab", b"c"]), slot_of(&[b"a", b"bc"]));
    }
}
