//! Segment JSON lines: events, people, groups, aliases, bad lines.

mod common;

use common::{read, rows};

const LINES: &str = r#"{"type":"identify","userId":"u1","anonymousId":"a1","traits":{"email":"Ada@acme.example","firstName":"Ada","lastName":"Moss","title":"CFO","birthday":"1980-01-01","company":{"id":"g1","name":"Acme"}},"timestamp":"2024-03-13T10:00:00.000Z"}
{"type":"group","userId":"u1","groupId":"g1","traits":{"name":"Acme","website":"acme.example","employees":120,"plan":"team"},"timestamp":"2024-03-13T10:00:01Z"}
{"type":"track","event":"Report Opened","userId":"u1","context":{"groupId":"g1","ip":"x"},"properties":{"rows":3},"messageId":"m1","timestamp":"2024-03-13T10:21:14.5Z"}
{"type":"page","name":"Home","user_id":7,"original_timestamp":"2024-03-13T10:00:00Z","sent_at":"2024-03-13T10:00:10Z","received_at":"2024-03-13T09:00:10Z"}
not json
{"type":"alias","previousId":"a9","userId":"u1","timestamp":"2024-03-14T00:00:00Z"}
{"type":"track","event":"Export","anonymousId":"a2","timestamp":"2024-03-15T00:00:00+02:00"}
{"type":"track","userId":"u3","timestamp":"2024-03-15T00:00:00Z"}
"#;

#[test]
fn events_are_read_without_records() {
    let (report, items) = read("events.jsonl", LINES.as_bytes()).unwrap();
    assert_eq!(report.format, "segment_jsonl");
    assert_eq!((report.n_rows, report.n_bad_rows), (8, 2));
    let events = rows!(items, Event);
    let told: Vec<(&str, Option<&str>, &str, String, i64)> = events
        .iter()
        .map(|row| {
            let at = row.at.to_string();
            (
                row.user_key.as_str(),
                row.group_key.as_deref(),
                row.name.as_str(),
                at,
                row.line,
            )
        })
        .collect();
    let at = String::from;
    assert_eq!(
        told,
        [
            (
                "segment:user:u1",
                Some("segment:account:g1"),
                "Report Opened",
                at("2024-03-13T10:21:14.5Z"),
                3
            ),
            (
                "segment:user:7",
                None,
                "Home",
                at("2024-03-13T09:00:00Z"),
                4
            ),
            (
                "segment:anonymous:a2",
                None,
                "Export",
                at("2024-03-14T22:00:00Z"),
                7
            ),
        ]
    );
    let issues = rows!(items, Issue);
    let codes: Vec<(&str, i64)> = issues
        .iter()
        .map(|row| (row.code.as_str(), row.line))
        .collect();
    assert_eq!(codes, [("json_invalid", 5), ("row_incomplete", 8)]);
}

#[test]
fn people_groups_and_aliases_are_read() {
    let (_, items) = read("events.jsonl", LINES.as_bytes()).unwrap();
    let person = rows!(items, Mention)[0];
    assert_eq!(person.native_key, "segment:user:u1");
    assert_eq!(person.emails, ["ada@acme.example"]);
    assert_eq!(person.full_name.as_deref(), Some("Ada Moss"));
    assert_eq!(person.account_ref.as_deref(), Some("segment:account:g1"));
    let account = rows!(items, Account)[0];
    assert_eq!(account.native_key, "segment:account:g1");
    assert_eq!(
        (account.n_employees, account.domains.as_slice()),
        (Some(120), [String::from("acme.example")].as_slice())
    );
    let same: Vec<&str> = rows!(items, SameAs)
        .iter()
        .map(|row| row.from_key.as_str())
        .collect();
    assert_eq!(
        same,
        [
            "segment:anonymous:a1",
            "segment:user:a9",
            "segment:anonymous:a9"
        ]
    );
    let link = rows!(items, Association)[0];
    assert_eq!(
        (link.from_key.as_str(), link.to_key.as_str()),
        ("segment:user:u1", "segment:account:g1")
    );
    assert!(
        rows!(items, Record)
            .iter()
            .all(|row| !row.fields.contains("1980"))
    );
}

#[test]
fn a_line_read_twice_is_one_event() {
    let line = "{\"type\":\"track\",\"event\":\"Export\",\"userId\":\"u1\",\"timestamp\":\"2024-03-15T00:00:00Z\"}\n";
    let id = |path: &str| {
        let (_, items) = read(path, line.as_bytes()).unwrap();
        rows!(items, Event)[0].event_id
    };
    assert_eq!(id("a.jsonl"), id("b.json"));
}
