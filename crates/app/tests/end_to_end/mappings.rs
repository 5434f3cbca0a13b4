//! Tables nobody recognises: what they were taken for is shown, and can be edited.

use serde_json::Value;

use super::Desk;

const CONTACTS: &[u8] =
    b"Ref,Contact,Email,Company,Wert\n1,Ada Hill,ada@mills.example,Mills Ltd,CFO\n\
    2,Bo Lund,bo@mills.example,Mills Ltd,COO\n";

/// Every person of the account with their title.
fn titles(desk: &Desk) -> String {
    desk.build(&[]);
    desk.run(&["who", "mills", "--all"])
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("in/contacts.csv", CONTACTS);
    desk.run(&["init", "--no-input"]);
    desk
}

fn import(desk: &Desk, path: &str) -> Value {
    desk.json(&["import", path, "--quiet"])
}

#[test]
fn a_guess_is_shown_written_and_used_when_it_was_edited() {
    let desk = desk();
    let said = desk.run(&["import", "in", "--quiet"]);
    assert!(said.contains("mappings/contacts.toml"), "{said}");
    assert!(
        said.contains("mail addresses") && said.contains("full name"),
        "{said}"
    );
    assert!(!said.contains("ada@"), "no value is shown: {said}");

    let path = desk.path("w/mappings/contacts.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("\"Wert\" = \"\""), "{text}");
    let edited = text.replace("\"Wert\" = \"\"", "\"Wert\" = \"title\"");
    std::fs::write(&path, &edited).unwrap();

    let again = import(&desk, "in");
    assert_eq!(
        again[0]["outcome"], "taken",
        "another reading of the same bytes: {again:#}"
    );
    assert!(
        again[0]["reason"]
            .as_str()
            .unwrap()
            .contains("mappings/contacts.toml")
    );
    assert_eq!(import(&desk, "in")[0]["outcome"], "unchanged");
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        edited,
        "never overwritten"
    );

    let newer = [CONTACTS, b"3,Cy Orr,cy@mills.example,Mills Ltd,CTO\n"].concat();
    desk.write("in/contacts.csv", &newer);
    let next = import(&desk, "in");
    assert!(
        next[0]["reason"]
            .as_str()
            .unwrap()
            .contains("mappings/contacts.toml"),
        "{next:#}"
    );
    assert_eq!(next[0]["mapping"]["columns"]["Wert"], "title");
    let shown = titles(&desk);
    assert!(!shown.is_empty());
}

#[test]
fn a_mistake_in_a_mapping_is_told_with_file_line_and_what_was_expected() {
    let desk = desk();
    import(&desk, "in");
    let path = desk.path("w/mappings/contacts.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        text.replace("\"Wert\" = \"\"", "\"Wert\" = \"titel\""),
    )
    .unwrap();
    let said = desk.try_run(&["import", "in"]);
    assert_eq!(said.code, Some(3));
    let line = text
        .lines()
        .position(|line| line.starts_with("\"Wert\""))
        .unwrap()
        + 1;
    assert!(
        said.err.contains(&format!(
            "contacts.toml`, line {line}: `titel` is no field of contact"
        )),
        "{}",
        said.err
    );
    assert!(said.err.contains("expected one of"), "{}", said.err);
}

#[test]
fn a_rehearsal_shows_the_guess_and_imports_nothing() {
    let desk = desk();
    let said = desk.run(&["import", "in", "--dry-run", "--quiet"]);
    assert!(said.contains("mappings/contacts.toml"), "{said}");
    assert_eq!(import(&desk, "in")[0]["outcome"], "taken");
}

#[test]
fn another_object_replaces_the_first_reading() {
    let desk = desk();
    import(&desk, "in");
    let path = desk.path("w/mappings/contacts.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let edited = text
        .replace("object = \"contact\"", "object = \"lead\"")
        .replace("system = \"csv\"", "system = \"oldcrm\"");
    std::fs::write(&path, edited).unwrap();
    let again = import(&desk, "in");
    assert_eq!(
        (&again[0]["object"], &again[0]["system"]),
        (&"lead".into(), &"oldcrm".into())
    );
    desk.build(&[]);
    let doctor = desk.json(&["doctor"]);
    let from = doctor["answers"][0]["from"][0].as_str().unwrap();
    assert_eq!(
        from, "2 mention rows",
        "the contacts of the first reading are gone"
    );
}
