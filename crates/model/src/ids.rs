//! Ids derived from content: the same records give the same ids on every machine.
//!
//! Source  BLAKE3, truncated to 128 bits, over length-prefixed parts.

id_type!(/** A file as it was read, by the hash of its bytes. */ FileId, "file");
id_type!(/** One row, message, utterance or event of a source. */ RecordId, "rec");
id_type!(/** A record and the position in it that names somebody. */ MentionId, "men");
id_type!(/** A resolved human. */ PersonId, "per");
id_type!(/** A resolved company. */ AccountId, "acc");
id_type!(/** A meeting or call with its transcript. */ MeetingId, "mtg");
id_type!(/** A purchase, renewal, expansion or term of use. */ DecisionId, "dec");
id_type!(/** One typed fact with its evidence. */ ClaimId, "clm");
id_type!(/** A person's part in a decision over an interval. */ HoldingId, "hld");
id_type!(/** A role that passes from one person to another. */ SuccessionId, "suc");
id_type!(/** A persona of one kind. */ PersonaId, "psa");
id_type!(/** One sentence of a persona. */ StatementId, "stm");
id_type!(/** What a person of ours answered about a role. */ ConfirmationId, "cnf");
id_type!(/** A counted set: a table, a filter and an interval. */ CountedSetId, "set");

/// Returns the 128-bit content hash of `parts` under the name `domain`.
pub fn hash_parts(domain: &str, parts: &[&str]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for part in std::iter::once(&domain).chain(parts) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    id
}

/// The 32 hexadecimal digits of an id. Ids are printed by the million, so that
/// no formatter stands in between.
pub(crate) fn hex_digits(id: [u8; 16]) -> [u8; 32] {
    let digit = |half: u8| {
        if half < 10 {
            b'0' + half
        } else {
            b'a' + half - 10
        }
    };
    let mut digits = [0; 32];
    for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(id) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
    }
    digits
}

/// Reads 32 hexadecimal digits.
pub fn parse_hex(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut id = [0; 16];
    for (i, byte) in id.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_printing_and_parsing() {
        let id = PersonId::derive(&["a", "b"]);
        assert_eq!(PersonId::parse(&id.to_string()), Some(id));
        assert_eq!(AccountId::parse(&id.to_string()), None);
    }

    #[test]
    fn every_digit_is_printed() {
        let id = PersonId(std::array::from_fn(|i| (i * 17) as u8));
        assert_eq!(id.to_string(), "per_00112233445566778899aabbccddeeff");
    }

    #[test]
    fn parts_do_not_collide_by_concatenation() {
        assert_ne!(
            RecordId::derive(&["ab", "c"]),
            RecordId::derive(&["a", "bc"])
        );
    }

    #[test]
    fn kinds_do_not_share_ids() {
        assert_ne!(PersonId::derive(&["a"]).0, AccountId::derive(&["a"]).0);
    }
}
