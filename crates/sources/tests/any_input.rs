//! Whatever a file holds, it is read or refused with a reason.

mod common;

use common::{read, rows};
use proptest::prelude::*;

const NAMES: [&str; 9] = [
    "a.csv",
    "a.tsv",
    "a.txt",
    "a.json",
    "a.jsonl",
    "a.vtt",
    "a.srt",
    "a.zip",
    "survey.csv.gz",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_or_refused(
        name in prop::sample::select(NAMES.as_slice()),
        start in prop::sample::select(vec![
            b"".as_slice(), b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"\xef\xbb\xbf",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [start, &rest].concat();
        if let Err(error) = read(name, &bytes) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(
        name in prop::sample::select(NAMES.as_slice()),
        lines in prop::collection::vec(
            "(Respondent ID|What do you use\\?|user_id|event|timestamp|speaker|text|[,;\t\"]|\\PC{0,6}){0,8}", 0..8,
        ),
    ) {
        let _ = read(name, lines.join("\n").as_bytes());
    }

    #[test]
    fn any_json_is_read_or_refused(
        lines in prop::collection::vec(
            "\\{\"(type|speaker|text)\":\"(track|identify|group|Ann)\",\"(userId|text|event)\":(\"\\PC{0,6}\"|[0-9]{1,4}|null),\"traits\":\\{\"email\":\"x\"\\}\\}", 0..5,
        ),
    ) {
        if let Ok((_, items)) = read("a.json", lines.join("\n").as_bytes()) {
            prop_assert!(rows!(items, Event).iter().all(|row| !row.user_key.is_empty()));
        }
        let _ = read("a.json", format!("[{}]", lines.join(",")).as_bytes());
    }
}
