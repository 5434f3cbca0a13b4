//! What a complete export lacks is deleted, and can come back.

use serde_json::Value;

use super::Desk;

const DEALS: &[u8] =
    b"deal_id,deal_name,account_name,stage,close_date\nD1,Mills Ledger,Mills Ltd,Closed Won,2024-03-01\n";
const TWO: &[u8] = b"contact_id,deal_id,account_name,contact_name,title,role_in_deal,email\n\
    C1,D1,Mills Ltd,Ada Hill,CFO,Decision Maker,ada.hill@mills.example\n\
    C2,D1,Mills Ltd,Bo Lund,Director of Finance,Influencer,bo.lund@mills.example\n";
const ONE: &[u8] = b"contact_id,deal_id,account_name,contact_name,title,role_in_deal,email\n\
    C1,D1,Mills Ltd,Ada Hill,CFO,Decision Maker,ada.hill@mills.example\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("in/deals.csv", DEALS);
    desk.write("in/contacts.csv", TWO);
    desk.run(&["init", "--no-input"]);
    desk.import(&desk.path("in"));
    desk
}

fn import(desk: &Desk, path: &str, more: &[&str]) -> Value {
    let mut args = vec![
        "import",
        path,
        "--known-at",
        "2026-06-30T00:00:00Z",
        "--quiet",
    ];
    args.extend(more);
    desk.json(&args)
}

/// The names of everybody with a part in a decision of the account.
fn names(desk: &Desk) -> Vec<String> {
    desk.build(&[]);
    let who = desk.json(&["who", "mills", "--all"]);
    let decisions = who["decisions"].as_array().unwrap().iter();
    let parts = decisions.flat_map(|decision| decision["cast"].as_array().unwrap());
    let mut names: Vec<String> = parts
        .filter_map(|part| part["person"]["name"].as_str().map(str::to_owned))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The newest run folder of the lake.
fn last_run(desk: &Desk) -> String {
    let folders = std::fs::read_dir(desk.path("w/lake")).unwrap();
    let names = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let newest = names.max().unwrap();
    newest.split('-').next().unwrap().to_owned()
}

#[test]
fn a_row_missing_from_a_complete_export_is_deleted_and_comes_back() {
    let desk = desk();
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);
    desk.write("next/contacts.csv", ONE);
    let said = import(&desk, "next", &["--complete"]);
    assert_eq!(said[0]["n_gone"], 1, "{said:#}");
    assert_eq!(
        names(&desk),
        ["Ada Hill"],
        "deals are not in the path and stay"
    );

    let again = [
        ONE,
        b"C2,D1,Mills Ltd,Bo Lund,Director of Finance,Influencer,bo.lund@mills.example\n",
    ];
    desk.write("later/contacts_2.csv", &again.concat());
    // The same bytes as the first file: known, and so no later export.
    assert_eq!(import(&desk, "later", &[])[0]["outcome"], "unchanged");
    let with_title = String::from_utf8(again.concat())
        .unwrap()
        .replace("CFO", "Chief Financial Officer");
    desk.write("later/contacts_2.csv", with_title.as_bytes());
    import(&desk, "later", &[]);
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);
}

#[test]
fn the_same_file_as_a_complete_export_undoes_it() {
    let desk = desk();
    desk.write("next/contacts.csv", ONE);
    import(&desk, "next", &["--complete"]);
    import(&desk, "in/contacts.csv", &["--complete"]);
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);
}

#[test]
fn without_the_option_nothing_is_deleted_and_twice_changes_nothing() {
    let desk = desk();
    desk.write("next/contacts.csv", ONE);
    let said = import(&desk, "next", &[]);
    assert_eq!(said[0]["n_gone"], 0);
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);

    import(&desk, "next", &["--complete"]);
    let before = last_run(&desk);
    let said = import(&desk, "next", &["--complete"]);
    assert_eq!(
        (said[0]["n_gone"].clone(), last_run(&desk)),
        (0.into(), before)
    );
}

#[test]
fn a_rehearsal_says_what_would_be_deleted_and_keeps_everything() {
    let desk = desk();
    desk.write("next/contacts.csv", ONE);
    let said = import(&desk, "next", &["--complete", "--dry-run"]);
    assert_eq!(said[0]["n_gone"], 1, "{said:#}");
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);
}

#[test]
fn a_bad_row_is_there_and_a_lost_one_leaves_everything_in_doubt() {
    let desk = desk();
    let nameless = [ONE, b"C2,D1,Mills Ltd,,,,\n"].concat();
    desk.write("next/contacts.csv", &nameless);
    let said = import(&desk, "next", &["--complete", "--max-bad", "1"]);
    assert_eq!(
        (&said[0]["n_bad_rows"], &said[0]["n_gone"]),
        (&1.into(), &0.into()),
        "{said:#}"
    );

    let odd = [ONE, b"C3,D1,Mills Ltd,Cy Orr,,,,,more,than,fits\n"].concat();
    desk.write("next/contacts.csv", &odd);
    let said = import(&desk, "next", &["--complete", "--max-bad", "1"]);
    assert_eq!(said[0]["n_gone"], 0, "{said:#}");
    assert!(
        said[0]["notes"][0]
            .as_str()
            .unwrap()
            .contains("nothing of this object"),
        "{said:#}"
    );
    assert_eq!(names(&desk), ["Ada Hill", "Bo Lund"]);
}
