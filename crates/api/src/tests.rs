//! The façade answers from the made-up company, and every answer can be explained.

mod ids;
mod numbers;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::Facade;
use crate::accounts::{AccountFilter, Lookup, Page};
use crate::evidence::Evidence;
use crate::explain::Explanation;
use crate::files::FileState;
use crate::who::{Presence, WhoQuestion};
use model::{AccountId, Day, PersonaKind, Role};

fn facade() -> &'static Facade {
    static FACADE: OnceLock<(tempfile::TempDir, Facade)> = OnceLock::new();
    let (_, facade) = FACADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("published-test.db");
        store::fixture::publish(&store::fixture::harbor(), &path).unwrap();
        let facade = Facade::open(&path).unwrap();
        (folder, facade)
    });
    facade
}

fn harbor() -> AccountId {
    match facade().find_account("Harbor Mills").unwrap() {
        Lookup::One { account } => account.head.account_id,
        other => panic!("{other:?}"),
    }
}

fn who(as_of: Option<Day>) -> crate::who::Who {
    let question = WhoQuestion {
        account_id: harbor(),
        decision_id: None,
        as_of,
    };
    facade().who(&question).unwrap()
}

fn found(text: &str) -> Vec<String> {
    match facade().find_account(text).unwrap() {
        Lookup::One { account } => vec![account.head.name],
        Lookup::Several { candidates } => candidates.into_iter().map(|c| c.head.name).collect(),
        Lookup::Nothing => Vec::new(),
    }
}

#[test]
fn an_account_is_found_by_id_name_domain_and_beginning() {
    let id = harbor().to_string();
    for text in [&id, "harbor mills", "harbor-mills.example", "Harb", "mills"] {
        assert_eq!(found(text), ["Harbor Mills"], "{text}");
    }
    assert!(found("nobody at all").is_empty());
}

#[test]
fn accounts_are_listed_and_filtered() {
    let list = |text: &str| {
        let filter = AccountFilter {
            text: text.to_owned(),
            side: None,
        };
        let list = facade().accounts(&filter, Page::default()).unwrap();
        let names = list.accounts.into_iter().map(|line| line.head.name);
        (list.total, names.collect::<Vec<_>>())
    };
    let both = vec!["Harbor Mills".to_owned(), "Quiet Pines".to_owned()];
    assert_eq!(list(""), (2, both));
    assert_eq!(list("quiet"), (1, vec!["Quiet Pines".to_owned()]));
    assert_eq!(list("zebra").0, 0);
}

#[test]
fn decisions_come_in_time_order_with_their_cast() {
    let who = who(None);
    let kinds: Vec<&str> = who.decisions.iter().map(|d| d.head.kind.code()).collect();
    assert_eq!(kinds, ["purchase", "use", "cross_sell", "renewal"]);
    let approver = |idx: usize| {
        let cast = who.decisions[idx].cast.iter();
        let mut names = cast.filter(|p| p.role == Role::Approver);
        names.next().map(|part| part.person.name.as_str())
    };
    assert_eq!(approver(0), Some("Viktor Sandell"));
    assert_eq!(approver(3), Some("Noor Achterberg"));
    let denied = who.decisions[0].cast.iter().find(|p| p.crm_says_otherwise);
    assert_eq!(denied.map(|part| part.role), Some(Role::DecisionMaker));
    assert_eq!(
        denied.map(|part| (part.n_for, part.n_against)),
        Some((1, 1))
    );
}

#[test]
fn people_are_grouped_by_what_became_of_them() {
    let who = who(None);
    let presence = |name: &str| {
        let mut tracks = who.people.iter().filter(|t| t.person.name == name);
        tracks.next().map(|track| track.presence)
    };
    assert_eq!(presence("Viktor Sandell"), Some(Presence::Left));
    assert_eq!(presence("Ines Okafor"), Some(Presence::Here));
    assert_eq!(presence("CFO (unknown)"), Some(Presence::Unnamed));
}

#[test]
fn a_declared_role_is_shown_beside_the_belief() {
    let who = who(None);
    let parts = || who.decisions.iter().flat_map(|decision| &decision.cast);
    let declared = parts().find(|part| part.crm_says_otherwise).unwrap();
    let claim = facade().claim(declared.declared_by.unwrap()).unwrap();
    assert_eq!(claim.predicate, model::Predicate::DeclaredRole);
    assert!(parts().any(|part| part.declared_by.is_none()));
}

#[test]
fn whoever_is_named_comes_with_what_is_known() {
    let who = who(None);
    let n_telling = who
        .not_established
        .iter()
        .filter(|row| !row.known.is_empty());
    assert!(n_telling.count() > 0, "{:#?}", who.not_established);
    let fixture = store::fixture::harbor();
    let members = fixture.memberships.iter();
    let members = members.map(|row| (row.mention_id, row.person_id));
    let unknown = fixture.placeholders.iter();
    let unknown = unknown.map(|row| (row.mention_id, row.person_id));
    let persons: BTreeMap<_, _> = members.chain(unknown).collect();
    for row in &who.not_established {
        let about = fixture.claims.iter().filter(|claim| {
            let subject = claim.subject_mention.and_then(|id| persons.get(&id));
            claim.account_id == harbor() && subject == Some(&row.person.person_id)
        });
        assert_eq!(row.n_claims, about.count() as i64, "{row:?}");
    }
    for known in who.not_established.iter().flat_map(|row| &row.known) {
        assert!(facade().claim(known.claim_id).is_ok());
    }
}

#[test]
fn people_who_are_merely_named_are_told_apart() {
    let names: Vec<String> = who(None)
        .not_established
        .into_iter()
        .map(|named| named.person.name)
        .collect();
    assert!(names.contains(&"Lea Fontaine".to_owned()), "{names:?}");
    assert!(!names.contains(&"Noor Achterberg".to_owned()), "{names:?}");
}

#[test]
fn a_waterfall_adds_up_and_every_line_has_its_quote() {
    for decision in who(None).decisions {
        for part in decision.cast {
            let holding = facade().holding(part.holding_id).unwrap();
            assert!(holding.adds_up, "{} {}", holding.sum, holding.log_odds);
            assert!(!holding.lines.is_empty());
            for line in holding.lines {
                match &line.claim.evidence {
                    Evidence::Quote(quote) => assert!(!quote.words.marked.is_empty()),
                    Evidence::Counted(set) => assert!(set.count_holds, "{set:?}"),
                    Evidence::Gone { record_id } => panic!("{record_id} is gone"),
                }
            }
        }
    }
}

#[test]
fn a_quote_is_the_original_with_its_place_and_context() {
    let who = who(None);
    let noor = who.decisions[3].cast.iter();
    let noor = noor.clone().find(|part| part.role == Role::EconomicBuyer);
    let holding = facade().holding(noor.unwrap().holding_id).unwrap();
    let Evidence::Quote(quote) = &holding.lines[0].claim.evidence else {
        panic!("no quote");
    };
    assert_eq!(quote.words.marked, "The budget is mine");
    assert_eq!(
        quote.words.tail,
        ", but Ines tells me what the plants need."
    );
    assert_eq!(quote.place.file.as_ref().unwrap().path, "call-2025.txt");
    assert_eq!((quote.place.line, quote.place.first_character), (8, 7));
    let saying = quote.saying.as_ref().unwrap();
    let context = (saying.before.len(), saying.after.len());
    assert_eq!(context, (1, 2));
    let speaker = saying.speaker.as_ref().map(|who| who.name.as_str());
    assert_eq!(speaker, Some("Noor Achterberg"));
}

#[test]
fn a_row_is_quoted_with_its_other_columns() {
    let who = who(None);
    let purchase = &who.decisions[0];
    let signer = purchase.cast.iter().find(|p| p.role == Role::Approver);
    let holding = facade().holding(signer.unwrap().holding_id).unwrap();
    let Evidence::Quote(quote) = &holding.lines[0].claim.evidence else {
        panic!("no quote");
    };
    let place = &quote.place;
    let shown = (
        place.line,
        place.field.as_str(),
        quote.words.marked.as_str(),
    );
    assert_eq!(shown, (2, "CustomerSigned", "Viktor Sandell"));
    let cited = quote.row.as_ref().unwrap().cells.iter();
    assert_eq!(cited.filter(|cell| cell.is_cited).count(), 1);
}

#[test]
fn personas_come_by_kind_and_unknown_components_say_what_would_fill_them() {
    let kinds = facade().personas(None).unwrap();
    let codes: Vec<&str> = kinds.iter().map(|kind| kind.kind.code()).collect();
    assert_eq!(codes, ["buyer", "customer", "user"]);
    let buyers = facade().personas(Some(PersonaKind::Buyer)).unwrap();
    let card = facade().persona(buyers[0].personas[0].persona_id).unwrap();
    assert_eq!(card.components.len(), 9);
    for component in &card.components {
        assert_eq!(
            component.statements.is_empty(),
            component.would_help.is_some()
        );
    }
}

#[test]
fn a_counted_set_is_listed_row_by_row() {
    let fixture = store::fixture::harbor();
    let json = fixture
        .claims
        .iter()
        .find_map(|claim| claim.counted_set.clone());
    let id = model::CountedSetId::derive(&[&json.unwrap()]).to_string();
    let Explanation::CountedSet(set) = facade().explain(&id).unwrap() else {
        panic!("no counted set");
    };
    let rows: Vec<(&str, i64)> = set
        .rows
        .iter()
        .map(|row| (row.name.as_str(), row.n))
        .collect();
    let expected = [
        ("dispatch board opened", 412),
        ("shift plan saved", 96),
        ("report exported", 7),
    ];
    assert_eq!(rows, expected);
    assert_eq!((set.count, set.n_listed), (Some(515), 515));
}

#[test]
fn a_statement_lists_the_members_for_whom_it_holds() {
    let buyers = facade().personas(Some(PersonaKind::Buyer)).unwrap();
    let card = facade().persona(buyers[0].personas[0].persona_id).unwrap();
    let late = card
        .persona
        .statements
        .iter()
        .find(|line| line.fact_code.starts_with("engagement="));
    let statement = facade().statement(late.unwrap().statement_id).unwrap();
    let names: Vec<&str> = statement
        .held_by
        .iter()
        .map(|held| held.person.name.as_str())
        .collect();
    assert_eq!(names, ["Viktor Sandell", "Noor Achterberg"]);
    assert_eq!(statement.claims.len(), 1);
}

#[test]
fn a_person_who_is_only_named_by_words_is_explained() {
    let fixture = store::fixture::harbor();
    let id = fixture.placeholders[0].person_id;
    let view = facade().person(id).unwrap();
    assert!(view.person.is_placeholder);
    assert_eq!(view.person.name, "procurement");
}

#[test]
fn an_explanation_is_json_that_names_what_it_explains() {
    let fixture = store::fixture::harbor();
    let id = fixture.claims[0].claim_id.to_string();
    let explained: Explanation = facade().explain(&id).unwrap();
    let json = serde_json::to_value(&explained).unwrap();
    assert_eq!(json["what"], "claim");
    assert_eq!(json["claim"]["claim_id"], id);
}

#[test]
fn the_overview_counts_and_names_what_comes_next() {
    let overview = facade().overview().unwrap();
    let totals = overview.totals;
    assert_eq!((totals.n_accounts, totals.counts.n_decisions), (2, 3));
    let due: Vec<&str> = overview
        .due
        .iter()
        .map(|d| d.account.name.as_str())
        .collect();
    assert_eq!(due, ["Harbor Mills"]);
    assert_eq!(overview.issues, [("mail_without_at".to_owned(), 1)]);
    let issues = facade().issues(None, Page::default()).unwrap();
    let path = issues[0].file.as_ref().map(|file| file.path.as_str());
    assert_eq!(path, Some("contacts.csv"));
    let all = facade().files(None, Page::default()).unwrap();
    assert!(all.files.len() > 5 && all.total == all.files.len() as i64);
    let refused = Some(FileState::Refused);
    let refused = facade().files(refused, Page::default()).unwrap();
    assert!(refused.files.iter().all(|file| file.is_refused));
    let n_refused = all
        .n_by_state
        .iter()
        .find(|(state, _)| *state == FileState::Refused);
    assert_eq!(n_refused.map(|(_, n)| *n), Some(refused.total));
    let second = Page {
        offset: 1,
        limit: 1,
    };
    let second = facade().files(None, second).unwrap();
    assert_eq!(second.files[0].head, all.files[1].head);
}
