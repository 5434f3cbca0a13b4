//! Every id is explained, its beginning will do, and a wrong one is told what is meant.

use super::{facade, harbor, who};
use crate::explain::Explanation;

#[test]
fn the_beginning_of_an_id_will_do_and_a_wrong_one_names_the_nearest() {
    let id = harbor().to_string();
    let (short, _) = id.split_at(12);
    let Explanation::Account(view) = facade().explain(short).unwrap() else {
        panic!("no account");
    };
    assert_eq!(view.account.head.account_id.to_string(), id);
    let said = |id: &str| format!("{}", facade().explain(id).err().unwrap());
    let typo = format!("{}{}", &id[..30], "0".repeat(id.len() - 30));
    assert!(
        said(&typo).contains(&format!("did you mean `{id}`?")),
        "{}",
        said(&typo)
    );
    let other_kind = id.replace("acc_", "per_");
    assert!(said(&other_kind).contains(&id), "{}", said(&other_kind));
    assert!(
        said("harbor").contains("clm_ (a claim)"),
        "{}",
        said("harbor")
    );
    assert!(
        said("acc_12").contains("the first four"),
        "{}",
        said("acc_12")
    );
}

#[test]
fn a_record_that_was_read_and_is_not_cited_is_explained_by_what_counts_it() {
    let mut fixture = store::fixture::harbor();
    let read = model::RecordId::derive(&["read", "and", "not", "cited"]);
    let set =
        format!(r#"{{"table":"activity_placed","filter":{{"record_id":["{read}"]}},"count":1}}"#);
    let looked = fixture
        .claims
        .iter_mut()
        .find(|claim| claim.counted_set.is_some());
    let looked = looked.unwrap();
    looked.counted_set = Some(set);
    let claim_id = looked.claim_id;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-test.db");
    store::fixture::publish(&fixture, &path).unwrap();
    let facade = crate::Facade::open(&path).unwrap();
    let Explanation::Uncited(view) = facade.explain(&read.to_string()).unwrap() else {
        panic!("it is cited");
    };
    assert_eq!(view.claims[0].claim_id, claim_id);
    let other = model::RecordId::derive(&["never", "read"]).to_string();
    assert!(facade.explain(&other).is_err());
}

#[test]
fn every_id_that_an_answer_prints_is_explained() {
    let who = serde_json::to_string(&who(None)).unwrap();
    let personas = serde_json::to_string(&facade().personas(None).unwrap()).unwrap();
    let account = serde_json::to_string(&facade().account(harbor()).unwrap()).unwrap();
    let mut n = 0;
    for text in [who, personas, account] {
        for id in text.split('"').filter(|text| is_id(text)) {
            let explained = facade().explain(id);
            assert!(explained.is_ok(), "{id}: {explained:?}");
            n += 1;
        }
    }
    assert!(n > 60, "{n} ids");
}

#[test]
fn ids_that_are_none_or_unknown_are_told_apart() {
    let code = |id: &str| facade().explain(id).err().map(|error| error.code());
    assert_eq!(code("harbor"), Some("api_not_an_id"));
    assert_eq!(code("clm_12"), Some("api_not_an_id"));
    let unknown = format!("clm_{}", "0".repeat(32));
    assert_eq!(code(&unknown), Some("api_not_found"));
}

#[test]
fn every_kind_of_id_is_explained() {
    let fixture = store::fixture::harbor();
    let ids = [
        fixture.holdings[0].holding_id.to_string(),
        fixture.claims[0].claim_id.to_string(),
        fixture.statements[0].statement_id.to_string(),
        fixture.personas[0].persona_id.to_string(),
        fixture.decisions[0].decision_id.to_string(),
        fixture.successions[0].succession_id.to_string(),
        fixture.people[0].person_id.to_string(),
        fixture.accounts[0].account_id.to_string(),
        fixture.cast[0].mention_id.to_string(),
        fixture.meetings[0].meeting_id.to_string(),
        fixture.records[0].record_id.to_string(),
        fixture.files[0].file_id.to_string(),
    ];
    for id in ids {
        let explained = facade().explain(&id);
        assert!(explained.is_ok(), "{id}: {explained:?}");
    }
}

fn is_id(text: &str) -> bool {
    text.split_once('_').is_some_and(|(_, digits)| {
        digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}
