//! Ids of two systems that are called the same.

use serde_json::Value;

use super::Desk;

const ONE: &[u8] =
    b"contact_id,contact_name,email,account_name\n1,Ada Hill,ada@mills.example,Mills\n\
    2,Bo Lund,bo@mills.example,Mills\n";
const OTHER: &[u8] =
    b"contact_id,contact_name,email,account_name,title\n1,Cy Orr,cy@weir.example,Weir,CFO\n\
    2,Di Pau,di@weir.example,Weir,COO\n";
const NEWER: &[u8] =
    b"contact_id,contact_name,email,account_name\n1,Ada Hill-Roe,ada@mills.example,Mills\n\
    2,Bo Lund,bo@mills.example,Mills\n3,Eve Fox,eve@mills.example,Mills\n";

fn import(desk: &Desk, path: &str, more: &[&str]) -> Value {
    let mut args = vec!["import", path, "--quiet"];
    args.extend(more);
    desk.json(&args)
}

#[test]
fn ids_that_name_others_are_of_another_system() {
    let desk = Desk::new();
    desk.write("a/contacts.csv", ONE);
    desk.write("b/contacts.csv", OTHER);
    assert_eq!(import(&desk, "a/contacts.csv", &[])[0]["system"], "csv");
    let said = import(&desk, "b/contacts.csv", &[]);
    assert_eq!(said[0]["system"], "csv-2", "{said:#}");
    assert!(
        said[0]["notes"][0].as_str().unwrap().contains("2 of 2 ids"),
        "{said:#}"
    );
    let doctor = desk.run(&["doctor"]);
    assert!(doctor.contains("key_conflict"), "{doctor}");

    desk.write("a/contacts.csv", NEWER);
    let said = import(&desk, "a/contacts.csv", &[]);
    assert_eq!(
        said[0]["system"], "csv",
        "a newer export of the first: {said:#}"
    );
    desk.write(
        "b/contacts.csv",
        &[OTHER, b"4,Flo Gil,flo@weir.example,Weir,CTO\n"].concat(),
    );
    assert_eq!(import(&desk, "b/contacts.csv", &[])[0]["system"], "csv-2");
}

#[test]
fn a_source_named_by_the_user_is_used_and_a_conflict_told() {
    let desk = Desk::new();
    desk.write("a/contacts.csv", ONE);
    desk.write("b/contacts.csv", OTHER);
    import(&desk, "a/contacts.csv", &["--source", "crm"]);
    let said = import(&desk, "b/contacts.csv", &["--source", "crm"]);
    assert_eq!(said[0]["system"], "crm");
    assert!(
        said[0]["notes"][0].as_str().unwrap().contains("2 of 2 ids"),
        "{said:#}"
    );
    let said = import(&desk, "b/contacts.csv", &["--source", "erp", "--complete"]);
    assert_eq!(
        (&said[0]["system"], &said[0]["notes"]),
        (&"erp".into(), &Value::Array(vec![]))
    );
}

#[test]
fn two_folders_of_one_import_are_told_apart_unless_their_ids_agree() {
    let desk = Desk::new();
    desk.write("x/2025/contacts.csv", ONE);
    desk.write("x/2026/contacts.csv", NEWER);
    let said = import(&desk, "x", &[]);
    assert_eq!(
        said[0]["system"], said[1]["system"],
        "two exports of one system: {said:#}"
    );

    let desk = Desk::new();
    desk.write("y/alpha/contacts.csv", ONE);
    desk.write("y/omega/contacts.csv", OTHER);
    let said = import(&desk, "y", &[]);
    assert_ne!(said[0]["system"], said[1]["system"], "{said:#}");
}
