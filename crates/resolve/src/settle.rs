//! Finds the version of an object that is in force.
//!
//! Reads   rows of one native key, from any number of exports
//! Writes  the rows of the record in force, and the days on which older ones ended
//!
//! A later stamp of the object itself beats the order of imports; where one
//! version lacks the stamp, only the order of imports can be compared. A record
//! the source calls deleted is in force too, and then nothing remains.

use std::collections::BTreeMap;

use model::tables::base::{
    AccountRow, ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MentionRow, RecordRow,
};
use model::{Instant, RecordId};

/// A row of an object of which there may be several versions.
pub trait Versioned {
    /// The object's key.
    fn native_key(&self) -> &str;
    /// The record the row belongs to.
    fn record_id(&self) -> RecordId;
    /// The object's own stamp.
    fn modified(&self) -> Option<Instant>;
    /// Position in the order of imports.
    fn import_seq(&self) -> i64;
    /// The source says it was deleted.
    fn is_deleted(&self) -> bool;
}

macro_rules! versioned {
    ($($row:ty),+) => {$(
        impl Versioned for $row {
            fn native_key(&self) -> &str { &self.native_key }
            fn record_id(&self) -> RecordId { self.record_id }
            fn modified(&self) -> Option<Instant> { self.modified }
            fn import_seq(&self) -> i64 { self.import_seq }
            fn is_deleted(&self) -> bool { self.is_deleted }
        }
    )+};
}
versioned!(
    AccountRow,
    ActivityRow,
    ContractRow,
    DealRow,
    DeclaredRoleRow,
    MentionRow,
    RecordRow
);

/// Returns the rows of the records in force, in order of key and record.
///
/// All rows of the record in force stay: a declared-role record has one row a role.
pub fn settle<T: Versioned + Clone>(rows: &[T]) -> Vec<T> {
    let mut by_key: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    for row in rows {
        by_key.entry(row.native_key()).or_default().push(row);
    }
    by_key.into_values().flat_map(|v| in_force(&v)).collect()
}

/// Orders versions of one key from the oldest to the one in force.
pub fn sort_versions<T: Versioned>(versions: &mut [&T]) {
    let all_stamped = versions.iter().all(|row| row.modified().is_some());
    versions.sort_by_key(|row| {
        let stamp = if all_stamped { row.modified() } else { None };
        (stamp, row.import_seq(), row.record_id())
    });
}

fn in_force<T: Versioned + Clone>(versions: &[&T]) -> Vec<T> {
    let mut sorted = versions.to_vec();
    sort_versions(&mut sorted);
    let Some(last) = sorted.last().map(|row| row.record_id()) else {
        return Vec::new();
    };
    let rows = versions.iter().filter(|row| row.record_id() == last);
    rows.filter(|row| !row.is_deleted())
        .map(|row| (*row).clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::account;

    fn version(name: &str, modified: Option<i64>, import_seq: i64) -> AccountRow {
        AccountRow {
            modified: modified.map(Instant),
            import_seq,
            ..account("crm:account:1", name)
        }
    }

    fn names(rows: &[AccountRow]) -> Vec<String> {
        settle(rows).into_iter().filter_map(|r| r.name).collect()
    }

    #[test]
    fn the_greatest_stamp_is_in_force() {
        let rows = [version("new", Some(9), 1), version("old", Some(5), 2)];
        assert_eq!(names(&rows), ["new"]);
    }

    #[test]
    fn without_a_stamp_the_later_import_is_in_force() {
        let rows = [version("old", Some(9), 1), version("new", None, 2)];
        assert_eq!(names(&rows), ["new"]);
    }

    #[test]
    fn a_deleted_record_leaves_nothing() {
        let mut gone = version("gone", Some(9), 2);
        gone.is_deleted = true;
        assert_eq!(names(&[version("there", Some(5), 1), gone]).len(), 0);
    }
}
