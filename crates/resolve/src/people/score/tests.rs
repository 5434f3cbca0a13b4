//! Which pairs link, which are asked, which stay apart.

use super::*;
use crate::people::SlotNames;
use crate::testing::{contact, node, present};
use model::tables::base::MentionRow;
use model::{AccountId, MentionKind, Side};

fn person(text: &str) -> MentionRow {
    let mut parts = text.split(" | ");
    let (key, name) = (parts.next().unwrap(), parts.next().unwrap());
    let mut row = contact(key, name);
    row.emails = parts
        .filter(|p| p.contains('@'))
        .map(str::to_owned)
        .collect();
    row.account_id = Some(AccountId::derive(&["harbor"]));
    row
}

/// The verdict on two people at one account among `crowd` others.
fn verdict_among(crowd: &[MentionRow], left: &MentionRow, right: &MentionRow) -> &'static str {
    let (left, right) = (node(left), node(right));
    let mut nodes: Vec<PersonNode> = crowd.iter().map(node).collect();
    nodes.extend([left.clone(), right.clone()]);
    let frequencies = Frequencies::of(vec![SlotNames::of(&nodes)], Default::default());
    let context = Context {
        frequencies: &frequencies,
        n_bearers: 0,
    };
    score(&left, &right, &context).verdict
}

fn verdict(left: &str, right: &str) -> &'static str {
    verdict_among(&[], &person(left), &person(right))
}

#[test]
fn one_address_is_one_person_whatever_the_spelling() {
    assert_eq!(
        verdict(
            "crm:contact:1 | Bob Ames | bob@ames.example",
            "erp:contact:9 | Robert Ames | bob@ames.example"
        ),
        "link"
    );
    assert_eq!(
        verdict(
            "crm:contact:1 | Ada Quill | ada@harbor.example",
            "erp:contact:9 | Ada Reed | ada@harbor.example"
        ),
        "link"
    );
}

#[test]
fn relatives_with_one_address_are_asked() {
    assert_eq!(
        verdict(
            "crm:contact:1 | Ada Quill | quill@harbor.example",
            "erp:contact:9 | Bo Quill | quill@harbor.example"
        ),
        "ask"
    );
    assert_eq!(
        verdict(
            "crm:contact:1 | Bo Quill Jr.",
            "erp:contact:9 | Bo Quill Sr."
        ),
        "ask"
    );
}

#[test]
fn a_rare_name_at_one_account_links_and_a_common_one_is_asked() {
    let (left, right) = (
        person("crm:contact:1 | Ada Smith"),
        person("erp:contact:9 | Ada Smith"),
    );
    assert_eq!(verdict_among(&[], &left, &right), "link");
    let crowd: Vec<MentionRow> = (0..300)
        .flat_map(|i| {
            let family = format!("crm:contact:f{i} | Bo{i} Smith");
            let given = format!("crm:contact:g{i} | Ada Reed{i}");
            [person(&family), person(&given)]
        })
        .collect();
    assert_ne!(verdict_among(&crowd, &left, &right), "link");
}

#[test]
fn a_workplace_alone_never_links() {
    let (mut left, mut right) = (
        person("crm:contact:1 | Ada Quill"),
        person("erp:contact:9 | Bo Reed"),
    );
    for row in [&mut left, &mut right] {
        row.title = Some("CFO".into());
        row.phones = vec!["+1 555 0100 200".into()];
    }
    assert_eq!(verdict_among(&[], &left, &right), "apart");
}

#[test]
fn another_employer_is_asked_unless_an_id_says_so() {
    let left = person("crm:contact:1 | Ada Quill | ada@harbor.example");
    let mut right = person("erp:contact:9 | Ada Quill | ada@orion.example");
    right.account_id = Some(AccountId::derive(&["orion"]));
    assert_eq!(verdict_among(&[], &left, &right), "ask");
    right.external_keys = vec!["crm:contact:1".into()];
    assert_eq!(verdict_among(&[], &left, &right), "link");
}

#[test]
fn two_addresses_of_one_company_in_one_system_are_asked() {
    assert_eq!(
        verdict(
            "crm:contact:1 | Ada Quill | ada@harbor.example",
            "crm:contact:2 | Ada Quill | ada.quill@harbor.example"
        ),
        "ask"
    );
    assert_eq!(
        verdict(
            "crm:contact:1 | Ada Quill | ada@harbor.example",
            "erp:contact:2 | Ada Quill | ada.quill@harbor.example"
        ),
        "link"
    );
}

#[test]
fn ours_and_theirs_are_two() {
    let mut left = person("crm:contact:1 | Ada Quill");
    left.side = Side::Account;
    let mut right = present(MentionKind::Speaker, "weekly", "Ada Quill");
    right.side = Side::Ours;
    right.account_id = left.account_id;
    assert_eq!(verdict_among(&[], &left, &right), "apart");
}

#[test]
fn the_lines_add_up() {
    let left = node(&person("crm:contact:1 | Ada Quill | ada@harbor.example"));
    let right = node(&person("erp:contact:9 | Ada Quill | ada@harbor.example"));
    let frequencies = Frequencies::of(
        vec![SlotNames::of(&[left.clone(), right.clone()])],
        Default::default(),
    );
    let context = Context {
        frequencies: &frequencies,
        n_bearers: 0,
    };
    let scored = score(&left, &right, &context);
    let lines: Vec<(String, f64)> = serde_json::from_str(&scored.waterfall()).unwrap();
    let sum: f64 = lines.iter().map(|(_, bits)| bits).sum();
    assert!((sum - scored.bits()).abs() < 1e-9, "{lines:?}");
    assert!(is_strong(&scored.waterfall()));
}

#[test]
fn a_number_taken_along_to_another_employer_links() {
    let mut left = person("crm:contact:1 | Ada Quill | ada@harbor.example");
    let mut right = person("crm:contact:2 | Ada Quill | ada@orion.example");
    right.account_id = Some(AccountId::derive(&["orion"]));
    assert_eq!(verdict_among(&[], &left, &right), "ask");
    for row in [&mut left, &mut right] {
        row.phones = vec!["+1 555 0100 200".into()];
    }
    assert_eq!(verdict_among(&[], &left, &right), "link");
}

#[test]
fn a_rare_name_in_one_group_of_companies_links() {
    let left = node(&person("crm:contact:1 | Ada Quill | ada@harbor.example"));
    let mut right = person("erp:contact:9 | Ada Quill");
    let (parent, child) = (
        AccountId::derive(&["harbor"]),
        AccountId::derive(&["harbor north"]),
    );
    right.account_id = Some(child);
    let right = node(&right);
    let slots = vec![SlotNames::of(&[left.clone(), right.clone()])];
    let frequencies = Frequencies::of(slots, [(child, parent)].into());
    let context = Context {
        frequencies: &frequencies,
        n_bearers: 0,
    };
    assert_eq!(score(&left, &right, &context).verdict, "link");
}
