//! What an export is an export of: rows of one scope may be missing from a later one.
//!
//! A scope is a system and an object. Several tables give activities, roles and
//! the like; each of them is a scope of its own, told by the first characters of
//! Salesforce ids, else by the name of the table.

use crate::ids::salesforce_form;
use crate::names::table_name;

/// Objects that several tables of one system hold.
const OF_SEVERAL_TABLES: &str = "activity role association respondent answer comment";

/// What is a log or a recording: that it is missing says nothing.
const LOGS: &str = "event meeting merge property_history";

/// The scope of the record `native_key` of the file `path`; `None` where a
/// missing row cannot be told from one that was never exported.
pub fn scope(native_key: &str, path: &str) -> Option<String> {
    let mut parts = native_key.splitn(3, ':');
    let (system, object, id) = (parts.next()?, parts.next()?, parts.next()?);
    let is_in = |list: &str| list.split(' ').any(|known| known == object);
    if is_in(LOGS) {
        return None;
    }
    if !is_in(OF_SEVERAL_TABLES) {
        return Some(format!("{system} {object}"));
    }
    let table = match salesforce_form(id) {
        true => id.get(..3)?.to_owned(),
        false => table_name(path).trim_end_matches('s').to_owned(),
    };
    Some(format!("{system} {object} {table}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_one_object_are_one_scope_unless_they_share_it() {
        let of = |key: &str, path: &str| scope(key, path).unwrap_or_default();
        assert_eq!(of("csv:contact:1", "contacts.csv"), "csv contact");
        assert_eq!(of("csv:contact:1", "people_2025.csv"), "csv contact");
        assert_eq!(of("crm:activity:1", "in/notes.csv"), "crm activity note");
        assert_eq!(
            of("crm:activity:1", "calls_2025-01-31.csv"),
            "crm activity call"
        );
        let task = "salesforce:activity:00T5e00000AbCdEEAV";
        assert_eq!(of(task, "anything.csv"), "salesforce activity 00T");
        assert_eq!(of("zoom:meeting:1", "call.vtt"), "");
        assert_eq!(of("nonsense", "x.csv"), "");
    }
}
