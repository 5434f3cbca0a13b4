//! Rows that were cut off, dates that are none, columns that say nothing of their order.

#![expect(clippy::unwrap_used, reason = "a failing helper fails its test")]

mod common;

use common::{read, read_as, rows};
use prosopon_sources::dates::DateOrder;
use prosopon_sources::{Context, Item};

/// Line, code and whether it is set aside, of every issue.
fn issues(items: &[Item]) -> Vec<(i64, String, bool)> {
    rows!(items, Issue)
        .iter()
        .map(|issue| (issue.line, issue.code.clone(), issue.is_set_aside))
        .collect()
}

const HEADER: &str = "contact_id,contact_name,title,email,account_name\n";
const ADA: &str = "C1,Ada Hill,CFO,ada@mills.example,Mills\n";
const BO: &str = "C2,Bo Lund,COO,bo@mills.example,Mills\n";

/// What is set aside of a table of contacts, and how many people are left.
fn contacts(rows: &str) -> (Vec<(i64, String, bool)>, usize) {
    let text = format!("{HEADER}{rows}");
    let (_, items) = read("contacts.csv", text.as_bytes()).unwrap();
    (issues(&items), rows!(items, Mention).len())
}

fn cut(lines: &[i64], n_people: usize) -> (Vec<(i64, String, bool)>, usize) {
    let issue = |line: &i64| (*line, String::from("row_truncated"), true);
    (lines.iter().map(issue).collect(), n_people)
}

#[test]
fn a_last_row_that_was_cut_off_is_set_aside() {
    assert_eq!(contacts(&format!("{ADA}{BO}C3,Cy Or")), cut(&[4], 2));
    assert_eq!(contacts(&format!("{ADA}{BO}C3,\"Cy, called")), cut(&[4], 2));
    let whole_but_open = format!("{ADA}{BO}C3,Cy Orr,CEO,cy@mills.example,\"Mi");
    assert_eq!(contacts(&whole_but_open), cut(&[4], 2));
}

#[test]
fn a_row_cut_in_the_middle_is_set_aside() {
    let many: String = ADA.to_owned() + &BO.repeat(12);
    let (found, _) = contacts(&format!("{ADA}C3,Cy Orr\n{many}"));
    assert_eq!(found, cut(&[3], 0).0);
}

#[test]
fn empty_cells_left_out_at_the_end_are_a_way_of_writing() {
    let rows = format!("{ADA}C2,Bo Lund,COO\nC3,Cy Orr\n{BO}C4,Di Pau,CTO\n");
    assert_eq!(contacts(&rows), cut(&[], 5));
    let (_, items) = read(
        "contacts.csv",
        b"contact_id,contact_name,title,email,\nC1,Ada Hill,CFO,ada@mills.example\nC2,Bo Lund,COO,bo@mills.example\n",
    )
    .unwrap();
    assert_eq!(issues(&items), []);
}

#[test]
fn a_quotation_mark_that_is_never_closed_says_what_it_swallowed() {
    let text = format!(
        "{HEADER}{ADA}C2,\"Bo Lund,COO,bo@mills.example,Mills\n{}",
        BO.repeat(30)
    );
    let (_, items) = read("contacts.csv", text.as_bytes()).unwrap();
    let issue = rows!(items, Issue).first().copied().unwrap().clone();
    assert_eq!((issue.line, issue.code.as_str()), (3, "row_truncated"));
    assert!(issue.found.contains("quotation mark"), "{}", issue.found);
    assert!(
        issue.expected.contains("everything behind it"),
        "{}",
        issue.expected
    );
    assert_eq!(rows!(items, Mention).len(), 1);
}

const DEALS: &str = "deal_id,deal_name,account_name,stage,close_date,created_date\n";

/// The day a deal closes, and the remarks.
fn closes(rows: &str, context: &Context) -> (Vec<String>, Vec<(String, String)>) {
    let text = format!("{DEALS}{rows}");
    let (_, items) = read_as("deals.csv", text.as_bytes(), context).unwrap();
    let days = rows!(items, Deal)
        .iter()
        .map(|deal| {
            deal.closes
                .map_or(String::from("none"), |day| day.to_string())
        })
        .collect();
    let said = rows!(items, Issue)
        .iter()
        .map(|issue| (issue.code.clone(), issue.expected.clone()))
        .collect();
    (days, said)
}

#[test]
fn placeholders_and_impossible_dates_are_not_believed() {
    let rows = "D1,Ledger,Mills,Open,1900-01-01,2024-01-02\nD2,Ledger,Mills,Open,9999-12-31,2024-01-02\n\
                D3,Ledger,Mills,Open,2024-13-01,2024-01-02\nD4,Ledger,Mills,Open,1899-12-30,2024-01-02\n\
                D5,Ledger,Mills,Open,2024-02-30,2024-01-02\nD6,Ledger,Mills,Open,2024-02-29,2024-01-02\n";
    let (days, said) = closes(rows, &Context::default());
    assert_eq!(days, ["none", "none", "none", "none", "none", "2024-02-29"]);
    let codes: Vec<&str> = said.iter().map(|(code, _)| code.as_str()).collect();
    let expected = [
        "date_placeholder",
        "date_placeholder",
        "date_invalid",
        "date_placeholder",
        "date_invalid",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn an_ambiguous_column_is_told_with_how_it_was_read() {
    let by_others = "D1,Ledger,Mills,Open,03/04/2024,25/12/2023\n";
    let (days, said) = closes(by_others, &Context::default());
    assert_eq!(days, ["2024-04-03"]);
    let [(code, words)] = said.as_slice() else {
        panic!("{said:?}");
    };
    assert_eq!(code, "date_ambiguous");
    assert!(
        words.ends_with("read as day first, as the other date columns of the file"),
        "{words}"
    );

    let by_nothing = "D1,Ledger,Mills,Open,03/04/2024,01/02/2023\n";
    let (days, said) = closes(by_nothing, &Context::default());
    assert_eq!((days, said.len()), (vec![String::from("2024-03-04")], 2));

    let told = Context {
        dates: Some(DateOrder::DayFirst),
        ..Context::default()
    };
    assert_eq!(
        closes(by_nothing, &told),
        (vec![String::from("2024-04-03")], vec![])
    );
}

#[test]
fn semicolons_and_decimal_commas_favour_day_first() {
    let (_, items) = read(
        "deals.csv",
        b"deal_id;deal_name;account_name;stage;close_date;amount\nD1;Ledger;Mills;Open;03/04/2024;1.250,5\n",
    )
    .unwrap();
    let deal = *rows!(items, Deal).first().unwrap();
    assert_eq!(deal.closes.unwrap().to_string(), "2024-04-03");
    assert_eq!(deal.amount, Some(1250.5));
    let said = *rows!(items, Issue).first().unwrap();
    assert!(
        said.expected.contains("decimal commas"),
        "{}",
        said.expected
    );
}
