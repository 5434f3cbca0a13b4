//! Tables of usage events and of answers, read by their columns.

mod common;

use common::{read, read_as, rows};
use prosopon_sources::Context;

#[test]
fn a_table_of_usage_gives_events_without_records() {
    let text = "user_id,session_id,event,timestamp,company_id\n\
                u1,s1,report_opened,2024-03-13 10:21:14,A1\n\
                u1,s1,report_opened,2024-03-13 10:21:14,A1\n\
                u2,s2,export,2024-03-14 00:00:00,\n,s3,export,2024-03-14,\n";
    let (report, items) = read("ecom.csv", text.as_bytes()).unwrap();
    assert_eq!((report.object.as_str(), report.n_bad_rows), ("event", 1));
    let events = rows!(items, Event);
    let told: Vec<(&str, Option<&str>, &str, i64)> = events
        .iter()
        .map(|row| {
            let group = row.group_key.as_deref();
            (row.user_key.as_str(), group, row.name.as_str(), row.line)
        })
        .collect();
    let account = Some("csv:account:A1");
    assert_eq!(
        told,
        [
            ("csv:user:u1", account, "report_opened", 2),
            ("csv:user:u1", account, "report_opened", 3),
            ("csv:user:u2", None, "export", 4)
        ]
    );
    assert_eq!(events[0].event_id, events[1].event_id);
    assert_eq!(events[0].at.to_string(), "2024-03-13T10:21:14Z");
    assert!(rows!(items, Record).is_empty());
}

#[test]
fn aggregated_usage_keeps_its_counts() {
    let text = "visitor_id;feature;num_events;day\nv1;Reports;21;2024-03-13\n";
    let (_, items) = read("feature_usage.csv", text.as_bytes()).unwrap();
    assert_eq!(rows!(items, Event)[0].n, 21);
}

#[test]
fn answers_one_a_row_name_people_only_where_the_table_does() {
    let anonymous = "respondent_id,question,answer\nR1,Why us?,Price\nR1,Your role?,Buyer\n";
    let (report, items) = read("answers.csv", anonymous.as_bytes()).unwrap();
    assert_eq!(report.object, "answer");
    let answers = rows!(items, Answer);
    assert!(answers.iter().all(|row| row.is_anonymous));
    assert_eq!(answers[0].native_key, answers[1].native_key);
    assert_ne!(answers[0].question_idx, answers[1].question_idx);
    assert!(rows!(items, Mention).is_empty());

    let named = "respondent_id,email,question,answer\nR1,Ada@ours.example,Why us?,Price\n";
    let context = Context {
        own_domains: vec![String::from("ours.example")],
        ..Context::default()
    };
    let (_, items) = read_as("answers.csv", named.as_bytes(), &context).unwrap();
    assert!(!rows!(items, Answer)[0].is_anonymous);
    let person = rows!(items, Mention)[0];
    assert_eq!(person.emails, ["ada@ours.example"]);
    assert_eq!(person.side, model::Side::Ours);
    assert_eq!(person.native_key, "csv:respondent:R1");
}
