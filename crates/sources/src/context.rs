//! What a reader must be told: the import it belongs to and who "we" are.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::Instant;
use serde::{Deserialize, Serialize};

use crate::dates::DateOrder;
use crate::mapping::Saved;

/// What a file may unpack to unless the user says otherwise: no export is larger.
pub const MAX_FILE_BYTES: u64 = 64 << 30;

/// What holds for every row of one file.
#[derive(Clone, Debug)]
pub struct Context {
    /// Position of the import in the order of imports.
    pub import_seq: i64,
    /// The arrival of the records.
    pub known_at: Instant,
    /// The system, when the user names it; otherwise it is recognised.
    pub source: Option<String>,
    /// What to call a system that is not recognised, where several folders of one
    /// import hold files of one name: their ids would mean each other otherwise.
    pub generic_system: Option<String>,
    /// The order of day and month, where the user says it.
    pub dates: Option<DateOrder>,
    /// The most bytes a file within an archive or a gzip stream may unpack to.
    pub max_file_bytes: u64,
    /// Our own mail domains, lower case.
    pub own_domains: Vec<String>,
    /// Full names of people of ours.
    pub own_people: Vec<String>,
    /// A mapping that the user wrote or corrected; it replaces recognition.
    pub mapping: Option<Mapping>,
    /// Mappings that were saved; each is used for tables with its columns.
    pub saved: Arc<[Saved]>,
}

/// Which column means what. Shown for every generic table, and editable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The system the rows come from.
    pub system: String,
    /// The object the rows describe: `account`, `contact`, `deal` and so on.
    pub object: String,
    /// Share of the deciding columns that were found, 0–1.
    #[serde(default)]
    pub confidence: f64,
    /// Column name → field code; an empty code means nothing.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            import_seq: 0,
            known_at: Instant::default(),
            source: None,
            generic_system: None,
            dates: None,
            max_file_bytes: MAX_FILE_BYTES,
            own_domains: Vec::new(),
            own_people: Vec::new(),
            mapping: None,
            saved: [].into(),
        }
    }
}

impl Context {
    /// Whether a mail address belongs to one of our own domains.
    pub(crate) fn is_own_address(&self, address: &str) -> bool {
        let Some((_, domain)) = address.rsplit_once('@') else {
            return false;
        };
        self.own_domains.iter().any(|own| {
            let parent = domain.len().checked_sub(own.len() + 1);
            let is_below = parent.is_some_and(|at| domain.get(at..at + 1) == Some("."));
            domain.eq_ignore_ascii_case(own) || (is_below && domain.ends_with(own.as_str()))
        })
    }

    /// Whether a name is one of our own people's.
    pub(crate) fn is_own_person(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        self.own_people
            .iter()
            .any(|own| own.trim().to_lowercase() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_domains_include_their_subdomains_only() {
        let context = Context {
            own_domains: vec![String::from("ours.example")],
            ..Context::default()
        };
        assert!(context.is_own_address("a@ours.example"));
        assert!(context.is_own_address("a@mail.ours.example"));
        assert!(!context.is_own_address("a@notours.example"));
        assert!(!context.is_own_address("ours.example"));
    }
}
