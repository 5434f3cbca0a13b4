//! What makes two rows one company, and what does not.

use super::*;
use crate::testing::account;
use model::Instant;

fn names_of(rows: Vec<AccountRow>, seen: &[&str]) -> Vec<String> {
    let seen = seen.iter().enumerate().filter_map(|(i, name)| {
        let record = RecordId::derive(&["seen", &i.to_string()]);
        seen_name(name, None, record, Instant(0))
    });
    let input = AccountInput {
        rows,
        seen: seen.collect(),
        ..AccountInput::default()
    };
    let found = resolve_accounts(&input).accounts;
    let mut names: Vec<String> = found.into_iter().map(|a| a.name).collect();
    names.sort();
    names
}

fn with_domain(key: &str, name: &str, domain: &str) -> AccountRow {
    AccountRow {
        domains: vec![domain.into()],
        ..account(key, name)
    }
}

#[test]
fn legal_forms_do_not_make_two_companies() {
    let rows = vec![
        account("crm:account:1", "Harbor Works"),
        account("erp:account:9", "Harbor Works, Inc."),
    ];
    assert_eq!(names_of(rows, &[]).len(), 1);
}

#[test]
fn generic_names_are_not_evidence() {
    let rows = vec![
        account("crm:account:1", "Global Solutions"),
        account("erp:account:9", "Global Solutions"),
    ];
    assert_eq!(names_of(rows, &[]).len(), 2);
}

#[test]
fn an_own_domain_joins_over_systems_and_free_mail_does_not() {
    let own = vec![
        with_domain("crm:account:1", "Harbor Works", "harbor.example"),
        with_domain("erp:account:9", "HW", "https://www.harbor.example/"),
    ];
    assert_eq!(names_of(own, &[]).len(), 1);
    let free = vec![
        with_domain("crm:account:1", "Harbor Works", "gmail.com"),
        with_domain("erp:account:9", "Quay", "gmail.com"),
    ];
    assert_eq!(names_of(free, &[]).len(), 2);
}

#[test]
fn a_parent_is_linked_and_not_merged() {
    let child = AccountRow {
        parent_ref: Some("crm:account:1".into()),
        ..with_domain("crm:account:2", "Harbor Works", "harbor.example")
    };
    let rows = vec![
        with_domain("crm:account:1", "Harbor Works", "harbor.example"),
        child,
    ];
    let input = AccountInput {
        rows,
        ..AccountInput::default()
    };
    let found = resolve_accounts(&input).accounts;
    assert_eq!(found.len(), 2);
    assert_eq!(found.iter().filter(|a| a.parent_id.is_some()).count(), 1);
}

#[test]
fn relatives_that_share_a_domain_stay_apart() {
    let rows = vec![
        with_domain("crm:account:1", "Harbor Robotics", "harbor.example"),
        with_domain("erp:account:2", "Harbor Insurance", "harbor.example"),
    ];
    assert_eq!(names_of(rows, &[]).len(), 2);
}

#[test]
fn a_short_name_means_the_only_longer_one() {
    let rows = || vec![account("crm:account:1", "Orion Health Systems")];
    assert_eq!(names_of(rows(), &["Orion Health"]).len(), 1);
    let mut two = rows();
    two.push(account("crm:account:2", "Orion Health Devices"));
    assert_eq!(names_of(two, &["Orion Health"]).len(), 3);
}

#[test]
fn a_name_without_a_row_founds_an_account() {
    assert_eq!(
        names_of(vec![], &["Quay Nine", "Quay Nine Ltd"]),
        ["Quay Nine Ltd"]
    );
}

#[test]
fn a_merge_told_by_a_system_joins_and_keeps_the_old_key() {
    let input = AccountInput {
        rows: vec![account("crm:account:1", "Harbor Works")],
        same_as: vec![SameAsRow {
            record_id: RecordId::derive(&["merge"]),
            from_key: "crm:account:7".into(),
            to_key: "crm:account:1".into(),
            reason: "merge".into(),
            at: None,
            known_at: Instant(0),
        }],
        ..AccountInput::default()
    };
    let found = resolve_accounts(&input);
    let keys = found.aliases.iter().filter(|a| a.alias_kind == "key");
    assert_eq!(keys.count(), 2);
}

#[test]
fn our_own_company_is_ours() {
    let input = AccountInput {
        rows: vec![with_domain("crm:account:1", "Lantern", "lantern.example")],
        sides: Sides {
            own_domains: vec!["lantern.example".into()],
            ..Sides::default()
        },
        ..AccountInput::default()
    };
    let found = resolve_accounts(&input).accounts;
    assert_eq!(found.first().map(|a| a.side), Some(Side::Ours));
}
