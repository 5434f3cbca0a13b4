//! Ids as Salesforce writes them: 15 characters that depend on case, and three that make it visible.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The lookup that points nowhere.
pub(crate) const NOBODY: &str = "000000000000000AAA";

/// Hands out the ids of one object.
pub(crate) struct IdSeries {
    prefix: &'static str,
    next: u64,
}

impl IdSeries {
    pub(crate) fn new(prefix: &'static str, first: u64) -> Self {
        Self {
            prefix,
            next: first,
        }
    }

    /// The next id, 18 characters.
    pub(crate) fn next(&mut self) -> String {
        let mut short = String::with_capacity(18);
        short.push_str(self.prefix);
        short.push_str("Qx00000");
        let mut digits = [b'0'; 5];
        let mut rest = self.next;
        for digit in digits.iter_mut().rev() {
            *digit = DIGITS.get((rest % 62) as usize).copied().unwrap_or(b'0');
            rest /= 62;
        }
        short.extend(digits.iter().map(|digit| char::from(*digit)));
        self.next += 1;
        with_checksum(&short)
    }
}

/// The 18-character form of a 15-character id.
fn with_checksum(short: &str) -> String {
    let mut long = short.to_owned();
    for chunk in short.as_bytes().chunks(5) {
        let is_upper = |(idx, byte): (usize, &u8)| usize::from(byte.is_ascii_uppercase()) << idx;
        let bits: usize = chunk.iter().enumerate().map(is_upper).sum();
        long.push(char::from(CHECKS.get(bits).copied().unwrap_or(b'A')));
    }
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_salesforces() {
        assert_eq!(with_checksum("001A000010khO8J"), "001A000010khO8JIAU");
        assert_eq!(with_checksum("000000000000000"), NOBODY);
    }

    #[test]
    fn ids_are_different_and_have_18_characters() {
        let mut series = IdSeries::new("003", 1);
        let (first, second) = (series.next(), series.next());
        assert_ne!(first, second);
        assert_eq!((first.len(), second.len()), (18, 18));
    }
}
