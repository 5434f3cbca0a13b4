//! Bad input gets a clear answer and leaves the last good state alone.

use super::Desk;

const CONTACTS: &[u8] =
    b"contact_id,contact_name,email,account_name\nC1,Ada Hill,ada@mills.example,Mills\n";

#[test]
fn an_empty_folder_is_said_to_be_empty() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    let said = desk.try_run(&["import", "empty"]);
    assert_eq!(said.code, Some(3));
    assert!(said.err.contains("no file below"), "{}", said.err);
}

#[test]
fn what_nobody_recognises_is_refused_and_the_rest_goes_on() {
    let desk = Desk::new();
    desk.write("in/contacts.csv", CONTACTS);
    desk.write("in/noise.bin", &[0, 1, 2, 3, 0, 255, 254, 7, 0, 0, 1]);
    desk.write("in/empty.csv", b"");
    let outcomes = desk.import(&desk.path("in"));
    let outcome = |name: &str| {
        let files = outcomes.as_array().unwrap().iter();
        let mut named = files.filter(|file| file["path"].as_str().unwrap().ends_with(name));
        named.next().unwrap().clone()
    };
    assert_eq!(outcome("contacts.csv")["outcome"], "taken");
    for name in ["noise.bin", "empty.csv"] {
        assert_eq!(outcome(name)["outcome"], "refused", "{name}");
        assert!(
            outcome(name)["reason"].as_str().unwrap().len() > 20,
            "{name}"
        );
    }
}

#[test]
fn only_bad_files_fail_with_their_reasons() {
    let desk = Desk::new();
    desk.write("in/noise.bin", &[0, 1, 2, 3, 0, 255, 254, 7, 0, 0, 1]);
    let said = desk.try_run(&["import", "in"]);
    assert_eq!(said.code, Some(3));
    assert!(said.err.contains("noise.bin"), "{}", said.err);
}

#[test]
fn questions_have_their_own_exit_codes() {
    let desk = Desk::new();
    assert_eq!(desk.try_run(&["who", "x"]).code, Some(5), "no workspace");
    desk.write("in/contacts.csv", CONTACTS);
    desk.import(&desk.path("in"));
    assert_eq!(desk.try_run(&["who", "x"]).code, Some(6), "not built");
    desk.build(&[]);
    assert_eq!(desk.try_run(&["who", "nobody"]).code, Some(4), "not found");
    assert_eq!(desk.try_run(&["explain", "nonsense"]).code, Some(4));
    assert_eq!(desk.try_run(&["who"]).code, Some(2), "wrong usage");
}

#[test]
fn a_second_writer_is_told_to_wait() {
    let desk = Desk::new();
    desk.write("in/contacts.csv", CONTACTS);
    desk.import(&desk.path("in"));
    let lock = std::fs::File::create(desk.path("w/lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(desk.try_run(&["build"]).code, Some(7));
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_named_and_the_rest_goes_on() {
    let desk = Desk::new();
    desk.write("in/deep/contacts.csv", CONTACTS);
    std::os::unix::fs::symlink(desk.path("in"), desk.path("in/deep/back")).unwrap();
    let outcomes = desk.import(&desk.path("in"));
    let said: Vec<(&str, &str)> = outcomes
        .as_array()
        .unwrap()
        .iter()
        .map(|file| {
            let path = file["path"].as_str().unwrap();
            (path, file["outcome"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        said,
        [
            ("in/deep/back", "refused"),
            ("in/deep/contacts.csv", "taken")
        ]
    );
    assert!(
        outcomes[0]["reason"]
            .as_str()
            .unwrap()
            .contains("a link back to a folder")
    );
}

#[test]
fn a_file_larger_than_is_allowed_is_refused_before_it_is_read() {
    let desk = Desk::new();
    desk.write("in/contacts.csv", CONTACTS);
    let said = desk.try_run(&["import", "in", "--max-file-size", "10"]);
    assert_eq!(said.code, Some(3));
    assert!(
        said.err.contains("more than the 10 of --max-file-size"),
        "{}",
        said.err
    );
}
