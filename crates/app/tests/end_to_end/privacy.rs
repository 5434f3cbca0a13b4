//! What is held about somebody is shown, and goes for good when they are erased.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Desk, said};
use parquet::file::reader::{FileReader, SerializedFileReader};

const DEALS: &str = "deal_id,deal_name,account_name,stage,status,close_date,created_date,amount,notes\n\
    D1,Mills Ledger,Mills Ltd,Closed Won,Won,2024-03-01,2023-11-02,50000,Ada Hill asked for terms\n\
    D2,Mills Ledger Renewal 2026,Mills Ltd,Negotiation,Open,2026-09-01,2026-03-01,52000,\n";
const CONTACTS: &str = "contact_id,deal_id,account_name,contact_name,title,role_in_deal,email,phone\n\
    CON-10001,D1,Mills Ltd,Ada Hill,CFO,Decision Maker,ada.hill@mills.example,+44 20 7946 0958\n\
    CON-10002,D2,Mills Ltd,Bo Lund,Director of Finance,Influencer,bo.lund@mills.example,+44 20 7946 0111\n";
const CALL: &str = "Mills renewal call with Ada Hill\nDate: 2026-05-04\n\
    Attendees: Kim Roe (AE), Bo Lund (Director of Finance, Mills Ltd), Ada Hill (CFO, Mills Ltd)\n\n\
    Kim Roe: Who signs off on the renewal?\n\n\
    Bo Lund: I make the final decision on this renewal, and the budget is mine.\n\n\
    Ada Hill: I am glad that is settled.\n\n\
    Kim Roe: Thank you. I will write to ADA HILL at ada.hill@mills.example or ring 020 7946 0958.\n";

/// What must not be found anywhere afterwards.
const TRACES: [&str; 6] = [
    "ada hill",
    "ada.hill",
    "ada_hill",
    "7946 0958",
    "79460958",
    "con-10001",
];

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("in/deals.csv", DEALS.as_bytes());
    desk.write("in/contacts.csv", CONTACTS.as_bytes());
    desk.write("in/calls/D2_Ada_Hill.txt", CALL.as_bytes());
    desk.run(&["init", "--no-input", "--own-person", "Kim Roe"]);
    desk.import(&desk.path("in"));
    desk.build(&["--without-personas"]);
    desk
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files_below(&path, found),
            false => found.push(path),
        }
    }
}

/// Every byte of a workspace as text: files as they are, and every value of every Parquet file.
fn bytes_of(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = Vec::new();
    files_below(folder, &mut files);
    let text = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if path.extension().is_some_and(|ending| ending == "parquet") {
            let reader = SerializedFileReader::try_from(path.as_path()).unwrap();
            for row in reader.get_row_iter(None).unwrap() {
                text.push_str(&row.unwrap().to_string());
            }
        }
        if path.extension().is_some_and(|ending| ending == "db") {
            text.push_str(&cells_of(path));
        }
        text.to_lowercase()
    };
    let texts: BTreeMap<PathBuf, String> = files
        .iter()
        .map(|path| (path.clone(), text(path)))
        .collect();
    texts
}

/// Every text and blob of an SQLite file: what lies across pages is whole here.
fn cells_of(path: &Path) -> String {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .unwrap();
    let names: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut cells = String::new();
    for name in names {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM \"{name}\""))
            .unwrap();
        let n = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for i in 0..n {
                match row.get_ref(i).unwrap() {
                    rusqlite::types::ValueRef::Text(bytes)
                    | rusqlite::types::ValueRef::Blob(bytes) => {
                        cells.push_str(&String::from_utf8_lossy(bytes));
                        cells.push('\n');
                    }
                    _ => {}
                }
            }
        }
    }
    cells
}

/// Where traces of the person are: file and trace.
fn traces(desk: &Desk) -> Vec<(PathBuf, String)> {
    traces_of(desk, &TRACES.map(str::to_owned))
}

fn traces_of(desk: &Desk, wanted: &[String]) -> Vec<(PathBuf, String)> {
    let texts = bytes_of(&desk.path("w"));
    let found = texts.iter().flat_map(|(path, text)| {
        let here = wanted.iter().filter(|trace| text.contains(*trace));
        here.map(|trace| (path.clone(), trace.clone()))
    });
    found.collect()
}

/// The parts of one person in every decision of an account, and the claims for each.
/// Probabilities are left out: they depend on who else is there.
fn parts_of(desk: &Desk, name: &str) -> Vec<String> {
    let who = desk.json(&["who", "mills", "--all"]);
    let decisions = who["decisions"].as_array().unwrap().iter();
    let cast = decisions.flat_map(|decision| decision["cast"].as_array().unwrap());
    cast.filter(|part| part["person"]["name"] == name)
        .map(|part| format!("{} {} {}", part["role"], part["n_for"], part["n_against"]))
        .collect()
}

/// The claims about one person: id, predicate and object.
fn claims_of(desk: &Desk, name: &str) -> Vec<(Vec<u8>, String, String)> {
    let mut files = Vec::new();
    files_below(&desk.path("w"), &mut files);
    let is_published = |path: &&PathBuf| {
        let file = path.file_name().unwrap().to_str().unwrap();
        file.starts_with("published-") && file.ends_with(".db")
    };
    let newest = files.iter().filter(is_published).max().unwrap();
    let connection = rusqlite::Connection::open(newest).unwrap();
    let sql = "SELECT claim_id, predicate, object FROM claim WHERE subject_mention IN \
               (SELECT mention_id FROM membership JOIN person USING (person_id) WHERE name = ?1) \
               ORDER BY claim_id";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement
        .query_map([name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// The lines of the journal, oldest first.
fn journal(desk: &Desk) -> Vec<String> {
    let connection = rusqlite::Connection::open(desk.path("w/prosopon.db")).unwrap();
    let sql = "SELECT what || ' ' || subject || body FROM journal ORDER BY journal_seq";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn an_export_names_the_lines() {
    let desk = desk();
    let held = desk.json(&["privacy", "export", "ada.hill@mills.example"]);
    assert_eq!(held["person"]["person"]["name"], "Ada Hill");
    let rows = held["rows"].as_array().unwrap();
    let is_at = |table: &str, file: &str, line: i64| {
        let mut rows = rows.iter();
        rows.any(|row| {
            row["table"] == table
                && row["file"]
                    .as_str()
                    .is_some_and(|path| path.ends_with(file))
                && row["line"] == line
        })
    };
    assert!(is_at("record", "contacts.csv", 2), "{held:#}");
    assert!(is_at("utterance", "D2_Ada_Hill.txt", 9), "{held:#}");
    assert!(is_at("utterance", "D2_Ada_Hill.txt", 11), "{held:#}");
    assert!(!is_at("record", "contacts.csv", 3), "{held:#}");
}

#[test]
fn a_person_that_nobody_knows_is_not_found() {
    let desk = desk();
    let said = desk.try_run(&["privacy", "export", "Nobody Known"]);
    assert_eq!(said.code, Some(4));
}

#[test]
fn without_yes_nothing_is_removed() {
    let desk = desk();
    let before = desk.run(&["digest"]);
    let counts = desk.json(&["privacy", "erase", "ada.hill@mills.example"]);
    assert_eq!(counts["record"]["n_removed"], 1, "{counts:#}");
    assert_eq!(desk.run(&["digest"]), before);
}

#[test]
fn erased_leaves_nothing_and_others_untouched() {
    let desk = desk();
    let before = (parts_of(&desk, "Bo Lund"), claims_of(&desk, "Bo Lund"));
    assert!(!before.0.is_empty() && !before.1.is_empty());
    assert!(traces(&desk).len() > 3, "the search finds what is there");
    desk.run(&[
        "privacy",
        "erase",
        "ada.hill@mills.example",
        "--yes",
        "--quiet",
    ]);
    assert_eq!(traces(&desk), []);
    let after = (parts_of(&desk, "Bo Lund"), claims_of(&desk, "Bo Lund"));
    assert_eq!(before, after);
    assert_eq!(journal(&desk), ["erase {}"], "that, and not what");
    let said = desk.try_run(&["privacy", "export", "ada.hill@mills.example"]);
    assert_eq!(said.code, Some(4), "{}", said.err);
    assert!(
        bytes_of(&desk.path("w"))
            .values()
            .any(|text| text.contains("[erased]"))
    );
}

/// Erases and ends the process at the `n`-th fail point; `false` when it came through.
fn ends_at(desk: &Desk, n: usize) -> bool {
    let args = [
        "privacy",
        "erase",
        "ada.hill@mills.example",
        "--yes",
        "--quiet",
        "--threads",
        "1",
    ];
    let mut command = desk.command(&args);
    command.env("PROSOPON_FAIL_AT", n.to_string());
    said(&command.output().unwrap()).code.is_none()
}

#[test]
fn ended_anywhere_an_erasure_leaves_one_state_whole() {
    const STEP: usize = 5;
    let desk = desk();
    let before = desk.run(&["digest"]);
    let mut n = 1;
    while ends_at(&desk, n) && desk.run(&["digest"]) == before {
        n += STEP;
    }
    assert!(n > 8 * STEP, "the erasure was there at fail point {n}");
    // Around the commit every fail point counts, each from the same start.
    for n in n - STEP..=n + 1 {
        let desk = self::desk();
        let before = desk.run(&["digest"]);
        ends_at(&desk, n);
        let is_old = desk.run(&["digest"]) == before;
        let said = desk.try_run(&["privacy", "export", "ada.hill@mills.example"]);
        assert_eq!(said.code, Some(if is_old { 0 } else { 4 }), "at {n}");
        if !is_old {
            // Whatever was left behind goes with the next writer.
            desk.build(&["--without-personas"]);
            assert_eq!(traces(&desk), [], "at {n}");
        }
    }
}

#[test]
fn whoever_is_named_most_in_a_made_up_company_goes_whole() {
    let desk = Desk::with_sample("6");
    desk.build(&["--without-personas"]);
    let mut files = Vec::new();
    files_below(&desk.path("w"), &mut files);
    let published = files.iter().find(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with("published-") && name.ends_with(".db")
    });
    let connection = rusqlite::Connection::open(published.unwrap()).unwrap();
    let sql = "SELECT name, emails FROM person WHERE side = 'account' AND emails <> '[]' \
               ORDER BY n_mentions DESC, person_id LIMIT 3";
    let mut statement = connection.prepare(sql).unwrap();
    let people = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let people: Vec<(String, String)> = people.collect::<Result<_, _>>().unwrap();
    assert_eq!(people.len(), 3);
    for (name, emails) in people {
        let emails: Vec<String> = serde_json::from_str(&emails).unwrap();
        let held = desk.json(&["privacy", "export", &emails[0]]);
        let mut wanted: Vec<String> = emails.clone();
        wanted.push(name.to_lowercase());
        let rows = held["rows"].as_array().unwrap().iter();
        // Whoever reports to them is shown with their row, and stays.
        let is_theirs = |row: &&serde_json::Value| {
            let others = row["row"]["emails"].as_array().unwrap();
            let is_own = |email: &serde_json::Value| {
                let email = email.as_str().unwrap().to_lowercase();
                emails.contains(&email)
            };
            others.is_empty() || others.iter().any(is_own)
        };
        let mentions = rows
            .filter(|row| row["table"] == "mention" && row["row"]["kind"] != "owner")
            .filter(is_theirs);
        wanted
            .extend(mentions.map(|row| row["row"]["native_key"].as_str().unwrap().to_lowercase()));
        assert!(!traces_of(&desk, &wanted).is_empty());
        desk.run(&["privacy", "erase", &emails[0], "--yes", "--quiet"]);
        assert_eq!(traces_of(&desk, &wanted), [], "{name}");
    }
    desk.import(&desk.path("sample/exports"));
}

#[test]
fn an_import_brings_nobody_back() {
    let desk = desk();
    desk.run(&[
        "privacy",
        "erase",
        "ada.hill@mills.example",
        "--yes",
        "--quiet",
    ]);
    desk.import(&desk.path("in"));
    assert_eq!(traces(&desk), [], "the same files");
    let newer = CONTACTS.replace("CFO", "Chief Financial Officer");
    let newer =
        format!("{newer}CON-10003,D2,Mills Ltd,Cy Moss,Buyer,User,cy.moss@mills.example,\n");
    desk.write("more/contacts.csv", newer.as_bytes());
    desk.write(
        "more/calls/D2_again_ada_hill.txt",
        CALL.replace("glad", "happy").as_bytes(),
    );
    let other = "contact_id,contact_name,email,account_name\n\
        X-20001,Ada Hill,ada@shore.example,Shore Fabrics\n";
    desk.import(&desk.path("more"));
    desk.build(&["--without-personas"]);
    assert_eq!(traces(&desk), [], "changed files");
    assert!(!parts_of(&desk, "Bo Lund").is_empty());
    assert!(desk.run(&["who", "mills", "--all"]).contains("Cy Moss"));
    // A namesake elsewhere is somebody else.
    desk.write("other/contacts.csv", other.as_bytes());
    desk.import(&desk.path("other"));
    desk.build(&["--without-personas"]);
    let held = desk.json(&["privacy", "export", "ada@shore.example"]);
    assert_eq!(held["person"]["person"]["name"], "Ada Hill");
}

#[test]
fn namesakes_are_told_apart() {
    let desk = desk();
    desk.write(
        "more/contacts.csv",
        b"contact_id,contact_name,email,account_name\nX-20001,Ada Hill,ada@shore.example,Shore Fabrics\n",
    );
    desk.import(&desk.path("more"));
    desk.build(&["--without-personas"]);
    let said = desk.try_run(&["privacy", "erase", "Ada Hill", "--yes"]);
    assert_eq!(said.code, Some(4), "{}", said.err);
    assert_eq!(said.err.matches("per_").count(), 2, "{}", said.err);
    desk.run(&[
        "privacy",
        "erase",
        "Ada Hill",
        "--account",
        "mills",
        "--yes",
        "--quiet",
    ]);
    let held = desk.json(&["privacy", "export", "Ada Hill"]);
    assert_eq!(held["person"]["emails"][0], "ada@shore.example");
    let gone = desk.try_run(&["privacy", "export", "ada.hill@mills.example"]);
    assert_eq!(gone.code, Some(4));
}

#[test]
fn old_rows_of_one_system_go() {
    let desk = desk();
    let system = {
        let doctor = desk.try_run(&["privacy", "retain", "--source", "nowhere", "--days", "9"]);
        assert_eq!(doctor.code, Some(4));
        assert!(doctor.err.contains("transcript"), "{}", doctor.err);
        "transcript"
    };
    let retain = |as_of: &str, more: &[&str]| {
        let mut args = vec![
            "privacy", "retain", "--source", system, "--days", "30", "--as-of", as_of,
        ];
        args.extend(more);
        desk.json(&args)
    };
    assert_eq!(retain("2026-05-20", &["--yes"]), serde_json::json!({}));
    assert_eq!(retain("2026-07-01", &[])["utterance"]["n_removed"], 4);
    assert!(
        bytes_of(&desk.path("w"))
            .values()
            .any(|text| text.contains("glad that is settled"))
    );
    let counts = retain("2026-07-01", &["--yes"]);
    let said = journal(&desk).pop().unwrap();
    assert!(
        said.starts_with("retain {\"source\":\"transcript\",\"n_rows\":"),
        "{said}"
    );
    assert_eq!(counts["meeting"]["n_removed"], 1, "{counts:#}");
    assert!(
        !bytes_of(&desk.path("w"))
            .values()
            .any(|text| text.contains("glad that is settled"))
    );
    assert!(desk.run(&["who", "mills", "--all"]).contains("Bo Lund"));
}
