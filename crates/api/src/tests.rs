//! The façade answers from the made-up company, and every answer can be explained.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::Facade;
use crate::accounts::{AccountFilter, Lookup, Page};
use crate::counts::Counts;
use crate::evidence::Evidence;
use crate::explain::Explanation;
use crate::files::FileState;
use crate::who::{DecisionCast, Part, Presence, WhoQuestion};
use model::{AccountId, Coverage, Day, DecisionKind, HoldingState, Outcome, PersonaKind, Role};

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
fn every_number_is_the_same_wherever_it_stands() {
    let list = facade().accounts(&AccountFilter::default(), Page::default());
    let lines = list.unwrap().accounts;
    let totals = facade().totals().unwrap();
    assert_eq!(facade().overview().unwrap().totals, totals);
    assert_eq!(lines.len() as i64, totals.n_accounts);
    let sum = |of: fn(&Counts) -> i64| lines.iter().map(|line| of(&line.counts)).sum::<i64>();
    assert_eq!(sum(|n| n.n_decisions), totals.counts.n_decisions);
    assert_eq!(sum(|n| n.n_uses), totals.counts.n_uses);
    assert_eq!(sum(|n| n.n_established), totals.counts.n_established);
    assert_eq!(sum(|n| n.n_successions), totals.counts.n_successions);
    assert_eq!(sum(|n| n.n_claims), totals.counts.n_claims);
    for line in &lines {
        let question = WhoQuestion {
            account_id: line.head.account_id,
            decision_id: None,
            as_of: None,
        };
        let who = facade().who(&question).unwrap();
        let is_use = |d: &&DecisionCast| d.head.kind == DecisionKind::Use;
        let n_uses = who.decisions.iter().filter(is_use).count() as i64;
        let n_decisions = who.decisions.len() as i64 - n_uses;
        let parts = who.decisions.iter().flat_map(|decision| &decision.cast);
        let is_firm = |part: &&Part| part.state == HoldingState::Established;
        let n_established = parts.filter(is_firm).count() as i64;
        let passings = who.successions.iter().filter(|line| line.rank == 1);
        assert_eq!(who.counts, line.counts);
        assert_eq!(
            (n_uses, n_decisions, n_established, passings.count() as i64),
            (
                line.counts.n_uses,
                line.counts.n_decisions,
                line.counts.n_established,
                line.counts.n_successions
            )
        );
    }
    let kinds = facade().personas(None).unwrap();
    let personas = || kinds.iter().flat_map(|kind| &kind.personas);
    assert_eq!(personas().count() as i64, totals.n_personas);
    let statements = personas().map(|persona| {
        let card = facade().persona(persona.persona_id).unwrap();
        card.persona.statements.len() as i64
    });
    assert_eq!(statements.sum::<i64>(), totals.n_statements);
}

#[test]
fn a_renewal_whose_day_is_past_is_overdue_and_stands_apart() {
    let mut fixture = store::fixture::harbor();
    let renewal = fixture.decisions.iter_mut();
    let mut renewal = renewal.filter(|row| row.kind == DecisionKind::Renewal);
    let past = Day::parse_iso("2025-05-31");
    renewal.next().unwrap().closes = past;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-test.db");
    store::fixture::publish(&fixture, &path).unwrap();
    let facade = Facade::open(&path).unwrap();
    let overview = facade.overview().unwrap();
    assert!(overview.due.is_empty());
    assert_eq!(overview.n_overdue, 1);
    assert_eq!(overview.overdue[0].decision.overdue_since, past);
    let list = facade.accounts(&AccountFilter::default(), Page::default());
    let next = list
        .unwrap()
        .accounts
        .into_iter()
        .find_map(|line| line.next);
    assert_eq!(next.unwrap().overdue_since, past);
    let coming = self::facade().overview().unwrap().due;
    assert_eq!(coming[0].decision.overdue_since, None);
}

#[test]
fn nothing_later_than_the_day_asked_for_is_shown() {
    let then = Day::parse_iso("2024-08-01");
    let who = who(then);
    assert!(!who.not_of_that_day.is_empty());
    let is_later = |day: Option<Day>| day > then;
    for decision in &who.decisions {
        assert!(!is_later(decision.head.opens), "{:?}", decision.head);
        let is_over = decision.head.outcome != Outcome::Open;
        assert!(!(is_over && is_later(decision.head.closes)));
        for part in &decision.cast {
            assert!(!is_later(part.starts) && !is_later(part.ends), "{part:?}");
            let holding = facade().holding(part.holding_id).unwrap();
            let by_then = holding
                .lines
                .iter()
                .filter(|line| !is_later(line.claim.valid_from));
            assert!(by_then.count() > 0 || holding.lines.is_empty(), "{part:?}");
        }
        for line in &decision.required {
            let is_filled = line.coverage == Coverage::Filled;
            assert_eq!(is_filled, line.person.is_some(), "{line:?}");
        }
    }
    for track in &who.people {
        assert!(!is_later(track.since), "{track:?}");
    }
    let view = facade().account_by(harbor(), then).unwrap();
    assert!(view.meetings.iter().all(|meeting| !is_later(meeting.day)));
    let all = facade().account(harbor()).unwrap();
    assert!(view.meetings.len() < all.meetings.len());
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

fn is_id(text: &str) -> bool {
    text.split_once('_').is_some_and(|(_, digits)| {
        digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[test]
fn an_earlier_day_knows_neither_the_renewal_nor_the_departure() {
    let who = who(Day::parse_iso("2024-08-01"));
    let kinds: Vec<&str> = who.decisions.iter().map(|d| d.head.kind.code()).collect();
    assert_eq!(kinds, ["purchase", "use", "cross_sell"]);
    let viktor = who
        .people
        .iter()
        .find(|t| t.person.name == "Viktor Sandell");
    assert_eq!(viktor.map(|track| track.presence), Some(Presence::Here));
    assert!(who.successions.is_empty());
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
