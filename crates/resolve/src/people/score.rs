//! Compares two nodes: a sum of lines, in bits.
//!
//! Reads   two `person_node` rows, frequencies
//! Writes  the lines, their sum and the verdict
//! Source  Fellegi & Sunter (1969), doi:10.1080/01621459.1969.10501049; names
//!         weigh by how rare they are (Winkler 1988)
//!
//! The first line is the prior: how many others the one could be. A workplace
//! lowers that number and adds nothing else, so it cannot link by itself.

mod lines;

use model::tables::resolved::PersonNode;

use super::{Frequencies, NameKey};

pub(super) use lines::is_rival;
pub use lines::is_strong;

/// From here on two nodes are linked, in bits: 1 in 64 links at this very score is expected
/// to be wrong, far fewer above it.
const LINK_BITS: f64 = 6.0;
/// From here on a person is asked.
const ASK_BITS: f64 = 2.0;

/// What a comparison needs to know beside the two.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// How common names are.
    pub frequencies: &'a Frequencies,
    /// Of a name that is not spelled out: how many people it may mean here. Otherwise 0.
    pub n_bearers: usize,
}

/// A compared pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scored {
    /// What was compared and what it adds, in bits.
    pub lines: Vec<(String, f64)>,
    /// `link`, `ask` or `apart`.
    pub verdict: &'static str,
    /// Something says outright that these are two.
    pub is_contradicted: bool,
}

impl Scored {
    /// The sum of the lines.
    pub fn bits(&self) -> f64 {
        let hundredths: f64 = self
            .lines
            .iter()
            .map(|(_, bits)| (bits * 100.0).round())
            .sum();
        hundredths / 100.0
    }

    /// The lines as a JSON array of `[what, bits]`.
    pub fn waterfall(&self) -> String {
        serde_json::json!(self.lines).to_string()
    }

    /// Linked, asked, or held apart by something that later links must respect.
    pub fn is_worth_keeping(&self) -> bool {
        self.verdict != "apart" || self.is_contradicted
    }
}

/// Compares two nodes.
///
/// # Units
/// Bits: the binary logarithm of how much likelier the agreement is for one person
/// than for two.
pub fn score(left: &PersonNode, right: &PersonNode, context: &Context<'_>) -> Scored {
    let found = lines::compare(left, right, context);
    let mut scored = Scored {
        is_contradicted: found.is_contradicted,
        lines: found.lines,
        verdict: "apart",
    };
    let bits = scored.bits();
    let may_link = found.identifies && !found.is_contradicted && !found.needs_asking;
    if bits >= LINK_BITS && may_link {
        scored.verdict = "link";
    } else if bits >= ASK_BITS && found.identifies {
        scored.verdict = "ask";
    }
    scored
}

/// Nothing is known of a node but a part of a name: `Ada`, `A. Quill`, `Ada Q.`
pub(super) fn is_short(node: &PersonNode) -> bool {
    let is_full = |name: &String| NameKey::parse(name).is_full();
    node.emails.is_empty()
        && node.external_keys.is_empty()
        && !node.name_keys.is_empty()
        && !node.name_keys.iter().any(is_full)
}

#[cfg(test)]
mod tests;
