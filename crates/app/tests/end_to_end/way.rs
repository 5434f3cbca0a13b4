//! The whole way: files in, answers with evidence out.

use serde_json::Value;

use super::Desk;

const DEALS: &str = "deal_id,deal_name,account_name,stage,status,close_date,created_date,amount\n\
    D1,Mills Ledger,Mills Ltd,Closed Won,Won,2024-03-01,2023-11-02,50000\n\
    D2,Mills Ledger Renewal 2026,Mills Ltd,Negotiation,Open,2026-09-01,2026-03-01,52000\n";
const CONTACTS: &str = "contact_id,deal_id,account_name,contact_name,title,role_in_deal,email\n\
    C1,D1,Mills Ltd,Ada Hill,CFO,Decision Maker,ada.hill@mills.example\n\
    C2,D2,Mills Ltd,Bo Lund,Director of Finance,Influencer,bo.lund@mills.example\n";
const CALL: &str = "Mills renewal call\nDate: 2026-05-04\n\
    Attendees: Kim Roe (AE), Bo Lund (Director of Finance, Mills Ltd)\n\n\
    Kim Roe: Who signs off on the renewal?\n\n\
    Bo Lund: I make the final decision on this renewal, and the budget is mine.\n\n\
    Kim Roe: Thank you.\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write("in/deals.csv", DEALS.as_bytes());
    desk.write("in/contacts.csv", CONTACTS.as_bytes());
    desk.write("in/calls/D2_renewal.txt", CALL.as_bytes());
    desk.run(&["init", "--no-input", "--own-person", "Kim Roe"]);
    desk.import(&desk.path("in"));
    desk.build(&[]);
    desk
}

/// The parts of the decision with this name.
fn parts<'a>(who: &'a Value, name: &str) -> Vec<&'a Value> {
    let decisions = who["decisions"].as_array().unwrap().iter();
    let named = decisions.filter(|decision| decision["name"] == name);
    named
        .flat_map(|decision| decision["cast"].as_array().unwrap())
        .collect()
}

#[test]
fn somebody_who_says_that_they_decide_is_shown_with_their_words() {
    let desk = desk();
    let who = desk.json(&["who", "mills", "--all"]);
    let renewal = parts(&who, "Mills Ledger Renewal 2026");
    let decides = renewal
        .iter()
        .find(|part| part["role"] == "decision_maker" && part["person"]["name"] == "Bo Lund")
        .unwrap_or_else(|| panic!("{who:#}"));
    assert!(
        decides["probability"].as_f64().unwrap() > 0.5,
        "{decides:#}"
    );
    let id = decides["holding_id"].as_str().unwrap();
    let text = desk.run(&["explain", id]);
    assert!(text.contains("I make the final decision"), "{text}");
    assert!(text.contains("D2_renewal.txt, line 7"), "{text}");
}

#[test]
fn the_lines_of_every_waterfall_add_up() {
    let desk = desk();
    let who = desk.json(&["who", "mills", "--all"]);
    let mut n = 0;
    for decision in who["decisions"].as_array().unwrap() {
        for part in decision["cast"].as_array().unwrap() {
            let why = desk.json(&["explain", part["holding_id"].as_str().unwrap()]);
            assert_eq!(why["adds_up"], true, "{why:#}");
            n += 1;
        }
    }
    assert!(n >= 2, "{n} holdings");
}

#[test]
fn a_seller_has_no_part() {
    let desk = desk();
    let who = desk.run(&["who", "mills", "--all", "--json"]);
    assert!(!who.contains("Kim Roe"), "{who}");
}

#[test]
fn a_made_up_company_goes_all_the_way() {
    let desk = Desk::with_sample("8");
    desk.build(&[]);
    let accounts = desk.json(&["accounts"]);
    assert!(accounts["total"].as_i64().unwrap() >= 6, "{accounts:#}");
    let doctor = desk.json(&["doctor"]);
    assert_eq!(doctor["answers"][0]["question"], "who is who");
    let kinds = desk.json(&["persona", "list"]);
    assert_eq!(kinds.as_array().unwrap().len(), 3);
}

#[test]
fn what_a_person_says_of_a_role_outranks_rebuilds_until_it_is_taken_back() {
    let desk = desk();
    let state = || {
        let who = desk.json(&["who", "mills", "--all"]);
        let parts = parts(&who, "Mills Ledger Renewal 2026");
        let decides = parts
            .iter()
            .find(|part| part["role"] == "decision_maker" && part["person"]["name"] == "Bo Lund")
            .unwrap_or_else(|| panic!("{who:#}"));
        (decides["state"].clone(), decides["holding_id"].clone())
    };
    let (believed, id) = state();
    let id = id.as_str().unwrap();
    let kept = desk.json(&["roles", "decline", id, "--by", "kim"]);
    for _ in 0..2 {
        desk.build(&[]);
        assert_eq!(state().0, "declined");
    }
    let answers = desk.json(&["roles", "answers"]);
    assert_eq!(answers[0]["by_user"], "kim");
    // What is answered is not asked again.
    let asked = desk.json(&["roles", "review", "--account", "mills"]);
    let ids: Vec<&Value> = asked
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["holding"]["holding_id"])
        .collect();
    assert!(!ids.contains(&&Value::from(id)), "{asked:#}");
    desk.run(&["roles", "undo", kept["confirmation_id"].as_str().unwrap()]);
    desk.build(&[]);
    assert_eq!(state().0, believed);
}
