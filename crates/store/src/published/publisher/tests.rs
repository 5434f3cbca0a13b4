//! What is written can be read back, and only what is cited is kept.

use model::tables::base::{RecordRow, UtteranceRow};
use model::tables::decided::Claim;
use model::tables::resolved::Account;
use tempfile::TempDir;

use super::*;
use crate::fixture::{harbor, publish};
use crate::published::{About, Param, Published};

fn published() -> (TempDir, Published) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-a.db");
    publish(&harbor(), &path).unwrap();
    let published = Published::open(&path).unwrap();
    (folder, published)
}

#[test]
fn rows_come_back_as_they_were_written() {
    let (_folder, published) = published();
    let fixture = harbor();
    let mut claims = fixture.claims.clone();
    claims.sort_by_key(|claim| claim.claim_id);
    let read: Vec<Claim> = published.rows("ORDER BY claim_id", &[]).unwrap();
    assert_eq!(read, claims);
    let id = Param::Id(fixture.accounts[0].account_id.0);
    let account: Option<Account> = published.row("WHERE account_id = ?1", &[id]).unwrap();
    assert_eq!(account.as_ref(), fixture.accounts.first());
}

#[test]
fn a_result_says_which_day_it_is_for() {
    let (_folder, published) = published();
    assert_eq!(published.about(), &crate::fixture::about());
}

#[test]
fn an_unfinished_result_is_not_visible() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-a.db");
    let mut publisher = Publisher::create(&path, &About::default()).unwrap();
    publisher.write(&harbor().accounts).unwrap();
    drop(publisher);
    assert!(!path.exists());
    let refused = Published::open(&path).err().map(|error| error.code());
    assert_eq!(refused, Some("store_not_published"));
}

#[test]
fn a_result_is_written_over_the_remains_of_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-a.db");
    std::fs::write(with_suffix(&path, ".part"), b"remains").unwrap();
    publish(&harbor(), &path).unwrap();
    assert!(Published::open(&path).is_ok());
}

#[test]
fn only_cited_records_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-a.db");
    let fixture = harbor();
    let mut publisher = Publisher::create(&path, &About::default()).unwrap();
    publisher.write(&fixture.accounts[..1]).unwrap();
    assert_eq!(publisher.write(&fixture.records).unwrap(), 1);
    publisher.finish(&|| ()).unwrap();
    let published = Published::open(&path).unwrap();
    let records: Vec<RecordRow> = published.rows("", &[]).unwrap();
    assert_eq!(records[0].record_id, fixture.accounts[0].founding_record);
}

#[test]
fn a_cited_utterance_keeps_two_neighbours_of_its_own_meeting() {
    let fixture = harbor();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-a.db");
    let mut publisher = Publisher::create(&path, &About::default()).unwrap();
    let first_of_second = fixture.utterances[6].record_id;
    let mut claim = fixture.claims[0].clone();
    claim.record_id = first_of_second;
    publisher.write(&[claim]).unwrap();
    publisher.write(&fixture.utterances).unwrap();
    publisher.finish(&|| ()).unwrap();
    let published = Published::open(&path).unwrap();
    let kept: Vec<UtteranceRow> = published.rows("ORDER BY utterance_idx", &[]).unwrap();
    assert_eq!(kept, fixture.utterances[6..9]);
}

#[test]
fn names_are_found_by_the_beginning_of_their_words() {
    let (_folder, published) = published();
    let hits = published.search("harb mil", 10).unwrap();
    let titles: Vec<&str> = hits.iter().map(|(_, title)| title.as_str()).collect();
    assert!(titles.contains(&"Harbor Mills"), "{titles:?}");
    assert!(published.search("\" * -", 10).unwrap().is_empty());
}

#[test]
fn a_table_that_is_not_published_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut publisher = Publisher::create(&folder.path().join("p.db"), &About::default()).unwrap();
    let batch = RecordBatch::new_empty(Account::schema());
    let refused = publisher.write_batch("said", &batch).unwrap_err();
    assert_eq!(refused.code(), "store_table_unknown");
}
