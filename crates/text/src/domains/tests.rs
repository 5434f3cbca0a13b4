//! Domains of hosts, pages and mailboxes; what is nobody's own.

use super::*;
use proptest::prelude::*;

#[test]
fn hosts_pages_and_mailboxes_give_one_domain() {
    for text in [
        "acme.co.uk",
        "https://www.Acme.co.uk/about?x=1",
        "Ada <ada@mail.acme.co.uk>",
        "shop.acme.co.uk:8080",
    ] {
        assert_eq!(
            registrable_domain(text).as_deref(),
            Some("acme.co.uk"),
            "{text}"
        );
    }
    for text in [
        "",
        "localhost",
        "10.0.0.1",
        "co.uk",
        "not a host",
        "..",
        "-",
    ] {
        assert_eq!(registrable_domain(text), None, "{text}");
    }
    assert_eq!(
        email_domain("ada@harbor.example").as_deref(),
        Some("harbor.example")
    );
    assert_eq!(email_domain("harbor.example"), None);
}

#[test]
fn mailboxes_compare_without_case_name_and_tag() {
    assert_eq!(
        email_key(" Ada L <Ada.L+crm@Harbor.Example> ").as_deref(),
        Some("ada.l@harbor.example")
    );
    assert_eq!(
        email_key("mailto:a@b.example").as_deref(),
        Some("a@b.example")
    );
    assert_eq!(email_key("unknown@b.example"), None);
    assert_eq!(email_key("a b@c.example"), None);
}

#[test]
fn free_hosts_are_no_employers() {
    assert!(is_free_mail("yahoo.co.uk"));
    assert!(is_free_mail("somebody@gmx.net"));
    assert!(is_free_mail("me.com"));
    assert!(!is_free_mail("acme.com"));
    assert!(!is_free_mail("proton-motors.example"));
}

#[test]
fn shared_mailboxes_are_no_people() {
    for local in [
        "info@a.example",
        "AP",
        "sales.emea@a.example",
        "no-reply@a.example",
        "customer_support2",
        "123@a.example",
    ] {
        assert!(is_shared_mailbox(local), "{local}");
    }
    for local in [
        "ada@a.example",
        "salesa",
        "it.pagano@a.example",
        "a.sales@b.example",
        "",
    ] {
        assert!(!is_shared_mailbox(local), "{local}");
    }
}

#[test]
fn values_that_mean_nothing() {
    for value in [
        "",
        " ",
        "-",
        "-1",
        "0",
        "0000",
        "00000000-0000-0000",
        "N/A",
        "null",
        "Anonymous",
        "TBD",
        "xxx",
        "???",
    ] {
        assert!(is_blocklisted_value(value), "{value}");
    }
    for value in ["1", "10", "7", "Ada", "Nona", "李", "x", "100"] {
        assert!(!is_blocklisted_value(value), "{value}");
    }
}

proptest! {
    #[test]
    fn any_text_is_taken(text in ".{0,60}") {
        let _ = (email_key(&text), is_free_mail(&text), is_shared_mailbox(&text), is_blocklisted_value(&text));
        if let Some(domain) = registrable_domain(&text) {
            prop_assert_eq!(registrable_domain(&domain), Some(domain.clone()));
        }
    }
}
