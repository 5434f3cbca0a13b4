//! Buckets, threads and the order of import leave no trace in the result.

use super::Desk;

#[test]
fn digests_are_equal_for_any_number_of_buckets_and_threads() {
    let desk = Desk::with_sample("6");
    let digest = |threads: &str, buckets: &str| {
        desk.build(&["--threads", threads, "--buckets", buckets]);
        desk.run(&["digest", "--derived"])
    };
    let one = digest("1", "1");
    assert!(one.lines().count() > 10, "{one}");
    assert_eq!(one, digest("2", "2"));
    assert_eq!(one, digest("2", "7"));
    assert_eq!(one, digest("1", "7"));
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::with_sample("3");
    let before = desk.run(&["digest"]);
    let outcomes = desk.import(&desk.path("sample/exports"));
    let outcomes = outcomes.as_array().unwrap();
    assert!(!outcomes.is_empty());
    assert!(outcomes.iter().all(|file| file["outcome"] == "unchanged"));
    assert_eq!(before, desk.run(&["digest"]));
}
