//! Numbers that stand for texts where many of them are held at once.
//!
//! Source  BLAKE3 through `model::ids`; 64 bits: among a million texts two collide
//!         once in thirty million runs

/// The number of a text, the same on every machine.
pub(crate) fn hash(text: &str) -> u64 {
    let mut head = [0; 8];
    let id = model::ids::hash_parts("text", &[text]);
    head.iter_mut().zip(id).for_each(|(to, from)| *to = from);
    u64::from_le_bytes(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number() {
        assert_eq!(hash("ada"), hash("ada"));
        assert_ne!(hash("ada"), hash("adb"));
    }
}
