//! From what was typed to the id that is meant.
//!
//! Reads   the key columns of every published table that has ids
//!
//! An id is a prefix that says of what kind, and 32 hexadecimal digits. Enough
//! of its beginning is taken for it. What matches nothing is told apart: no id
//! at all, an id of another kind, or one that differs from its neighbour late.

use store::published::Param;

use crate::{ApiError, Facade};

/// A kind of id: its prefix, what it names, and where it is found.
struct Kind {
    prefix: &'static str,
    what: &'static str,
    table: &'static str,
    column: &'static str,
}

const fn kind(
    prefix: &'static str,
    what: &'static str,
    table: &'static str,
    column: &'static str,
) -> Kind {
    Kind {
        prefix,
        what,
        table,
        column,
    }
}

const KINDS: &[Kind] = &[
    kind("hld", "a part somebody plays", "role_holding", "holding_id"),
    kind("clm", "a claim", "claim", "claim_id"),
    kind(
        "stm",
        "a statement of a persona",
        "statement",
        "statement_id",
    ),
    kind("psa", "a persona", "persona", "persona_id"),
    kind(
        "dec",
        "a decision or term of use",
        "decision",
        "decision_id",
    ),
    kind("suc", "a stakeholder change", "succession", "succession_id"),
    kind("per", "a person", "person", "person_id"),
    kind("per", "a person", "placeholder", "person_id"),
    kind("acc", "an account", "account", "account_id"),
    kind("men", "a mention", "cast", "mention_id"),
    kind("mtg", "a meeting", "meeting", "meeting_id"),
    kind("rec", "a record", "record", "record_id"),
    kind("rec", "a record", "utterance", "record_id"),
    kind("file", "a file", "file", "file_id"),
];

/// Counted sets have no table: their ids are made from their own text.
const SET: (&str, &str) = ("set", "a counted set");

/// Digits of an id.
const DIGITS: usize = 32;
/// Digits by which an id may be called.
const FEWEST: usize = 4;
/// Ids named when a beginning is that of several.
const MOST_NAMED: usize = 5;

/// Every kind of id with what it names, in the order of a sentence.
pub(crate) fn kinds() -> String {
    let mut named: Vec<String> = Vec::new();
    let all = KINDS.iter().map(|kind| (kind.prefix, kind.what));
    for (prefix, what) in all.chain([SET]) {
        let text = format!("{prefix}_ ({what})");
        if !named.contains(&text) {
            named.push(text);
        }
    }
    named.join(", ")
}

/// Prefix and digits of what looks like an id or its beginning.
fn parts(text: &str) -> Option<(&str, &str)> {
    let (prefix, digits) = text.split_once('_')?;
    let is_kind = prefix == SET.0 || KINDS.iter().any(|kind| kind.prefix == prefix);
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_kind && is_hex && digits.len() <= DIGITS).then_some((prefix, digits))
}

/// The first 16 bytes that begin with these digits, the rest filled with `fill`.
fn bound(digits: &str, fill: char) -> [u8; 16] {
    let mut text = digits.to_ascii_lowercase();
    text.extend(std::iter::repeat_n(fill, DIGITS.saturating_sub(text.len())));
    u128::from_str_radix(&text, 16).unwrap_or(0).to_be_bytes()
}

impl Facade {
    /// The full id that `text` means: an id as it is, or the one that begins so.
    ///
    /// # Errors
    /// [`ApiError::NotAnId`] for what is none, [`ApiError::Ambiguous`] for the
    /// beginning of several, [`ApiError::NotFound`] for one that is not published.
    pub(crate) fn full_id(&self, text: &str) -> Result<String, ApiError> {
        let not_an_id = || ApiError::NotAnId {
            text: text.to_owned(),
            kinds: kinds(),
        };
        let (prefix, digits) = parts(text).ok_or_else(not_an_id)?;
        if digits.len() == DIGITS {
            return Ok(format!("{prefix}_{}", digits.to_ascii_lowercase()));
        }
        if digits.len() < FEWEST {
            return Err(not_an_id());
        }
        let found = self.beginning_with(prefix, digits)?;
        match found.as_slice() {
            [only] => Ok(only.clone()),
            [] => self.not_found(text),
            several => Err(ApiError::Ambiguous {
                text: text.to_owned(),
                several: several.join(", "),
            }),
        }
    }

    /// The refusal of an id that nothing has, with what may have been meant.
    pub(crate) fn not_found<T>(&self, id: &str) -> Result<T, ApiError> {
        let nearest = match parts(id) {
            Some((prefix, digits)) if digits.len() >= FEWEST => self.nearest(prefix, digits)?,
            _ => None,
        };
        Err(ApiError::NotFound {
            id: id.to_owned(),
            nearest,
        })
    }

    fn beginning_with(&self, prefix: &str, digits: &str) -> Result<Vec<String>, ApiError> {
        let mut found = Vec::new();
        for kind in KINDS.iter().filter(|kind| kind.prefix == prefix) {
            let (first, last) = (bound(digits, '0'), bound(digits, 'f'));
            let Kind { table, column, .. } = kind;
            let sql = format!(
                "SELECT DISTINCT {column}, 0 FROM \"{table}\" \
                 WHERE {column} BETWEEN ?1 AND ?2 ORDER BY 1 LIMIT {MOST_NAMED}"
            );
            found.extend(self.ids(prefix, &sql, &[Param::Id(first), Param::Id(last)])?);
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The same digits under another kind, else the neighbour that begins most alike.
    fn nearest(&self, prefix: &str, digits: &str) -> Result<Option<String>, ApiError> {
        let others = KINDS.iter().filter(|kind| kind.prefix != prefix);
        for kind in others {
            let same = self.beginning_with(kind.prefix, digits)?;
            if let [only] = same.as_slice() {
                return Ok(Some(only.clone()));
            }
        }
        let mut near = Vec::new();
        let at = [Param::Id(bound(digits, '0'))];
        for kind in KINDS.iter().filter(|kind| kind.prefix == prefix) {
            let Kind { table, column, .. } = kind;
            for (side, order) in [("<=", "DESC"), (">=", "ASC")] {
                let sql = format!(
                    "SELECT {column}, 0 FROM \"{table}\" WHERE {column} {side} ?1 \
                     ORDER BY {column} {order} LIMIT 1"
                );
                near.extend(self.ids(prefix, &sql, &at)?);
            }
        }
        let wanted = format!("{prefix}_{}", digits.to_ascii_lowercase());
        let alike = |id: &String| same_beginning(id, &wanted);
        let is_alike = |id: &String| alike(id) >= prefix.len() + 1 + FEWEST;
        Ok(near.into_iter().filter(is_alike).max_by_key(alike))
    }

    fn ids(&self, prefix: &str, sql: &str, params: &[Param<'_>]) -> Result<Vec<String>, ApiError> {
        let rows = self.published.counts(sql, params)?;
        let id = |bytes: [u8; 16]| format!("{prefix}_{:032x}", u128::from_be_bytes(bytes));
        Ok(rows.into_iter().map(|(bytes, _)| id(bytes)).collect())
    }
}

fn same_beginning(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_covers_every_id_that_begins_so() {
        assert_eq!(bound("ff", '0')[..2], [0xff, 0]);
        assert_eq!(bound("f", 'f')[..2], [0xff, 0xff]);
        assert_eq!(bound("", '0'), [0; 16]);
    }

    #[test]
    fn only_known_kinds_and_digits_look_like_ids() {
        assert_eq!(parts("clm_12aF"), Some(("clm", "12aF")));
        for text in ["clm", "xyz_12", "clm_12g", "", "clm_ 1"] {
            assert_eq!(parts(text), None, "{text}");
        }
        assert!(kinds().contains("set_ (a counted set)"));
    }
}
