//! What is printed: the same numbers everywhere, ids that can be followed, days that hold.

use super::Desk;

fn n(value: &serde_json::Value) -> i64 {
    value.as_i64().unwrap()
}

#[test]
fn a_build_counts_as_accounts_and_who_do() {
    let desk = Desk::with_sample("4");
    let built = desk.json(&["build", "--as-of", "2026-06-30", "--quiet"]);
    let totals = &built["totals"];
    let accounts = desk.json(&["accounts", "--limit", "1000"]);
    let lines = accounts["accounts"].as_array().unwrap();
    assert_eq!(n(&totals["n_accounts"]), n(&accounts["total"]));
    for count in [
        "n_decisions",
        "n_uses",
        "n_established",
        "n_successions",
        "n_claims",
    ] {
        let sum: i64 = lines.iter().map(|line| n(&line[count])).sum();
        assert_eq!(sum, n(&totals[count]), "{count}");
    }
    for line in lines {
        let who = desk.json(&["who", line["account_id"].as_str().unwrap()]);
        assert_eq!(who["counts"]["n_established"], line["n_established"]);
        let decisions = who["decisions"].as_array().unwrap();
        let shown = i64::try_from(decisions.len()).unwrap();
        assert_eq!(shown, n(&line["n_decisions"]) + n(&line["n_uses"]));
    }
    let kinds = desk.json(&["persona", "list"]);
    let listed = kinds.as_array().unwrap().iter();
    let personas = listed.flat_map(|kind| kind["personas"].as_array().unwrap());
    let n_personas = i64::try_from(personas.count()).unwrap();
    assert_eq!(n(&totals["n_personas"]), n_personas);
}

#[test]
fn an_id_survives_a_narrow_terminal_and_its_beginning_will_do() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let wide = desk.run(&["accounts"]);
    let ids: Vec<&str> = wide
        .split_whitespace()
        .filter(|word| word.starts_with("acc_"))
        .collect();
    assert!(!ids.is_empty(), "{wide}");
    for columns in ["60", "80", "120"] {
        let mut command = desk.command(&["accounts"]);
        let output = command.env("COLUMNS", columns).output().unwrap();
        let text = super::said(&output).out;
        for id in &ids {
            assert!(text.contains(id), "{columns}:\n{text}");
        }
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= columns.parse().ok(), "{columns}:\n{text}");
    }
    let whole = desk.run(&["explain", ids[0]]);
    assert_eq!(desk.run(&["explain", &ids[0][..14]]), whole);
    let wrong = desk.try_run(&["explain", &ids[0].replace("acc_", "dec_")]);
    assert_eq!(wrong.code, Some(4));
    assert!(wrong.err.contains(ids[0]), "{}", wrong.err);
}

#[test]
fn an_earlier_day_says_what_it_cannot_tell_and_shows_nothing_later() {
    let desk = Desk::with_sample("4");
    desk.build(&["--without-personas"]);
    let accounts = desk.json(&["accounts"]);
    let then = "2024-01-31";
    let (mut n_shown, mut n_all) = (0, 0);
    for line in accounts["accounts"].as_array().unwrap() {
        let id = line["account_id"].as_str().unwrap();
        let who = desk.json(&["who", id, "--as-of", then]);
        assert_eq!(who["not_of_that_day"].as_array().unwrap().len(), 3);
        n_all += n(&line["n_decisions"]) + n(&line["n_uses"]);
        n_shown += i64::try_from(who["decisions"].as_array().unwrap().len()).unwrap();
        for decision in who["decisions"].as_array().unwrap() {
            let opens = decision["opens"].as_str().unwrap_or_default();
            assert!(opens <= then, "{decision:#}");
            let closes = decision["closes"].as_str().unwrap_or_default();
            assert!(
                closes <= then || decision["outcome"] == "open",
                "{decision:#}"
            );
        }
        for change in who["successions"].as_array().unwrap() {
            assert!(change["starts"].as_str().unwrap_or_default() <= then);
        }
        for track in who["people"].as_array().unwrap() {
            assert!(track["since"].as_str().unwrap_or_default() <= then);
        }
    }
    assert!(0 < n_shown && n_shown < n_all, "{n_shown} of {n_all}");
}
