//! Which row stands at which account.

use super::*;
use crate::accounts::{AccountInput, Accounts, resolve_accounts, seen_name};
use crate::testing::{account, contact, deal, meeting, present, role};
use model::tables::base::{AssociationRow, LabelRow, LineItemRow};
use model::{Instant, MeetingId, RecordId};

fn index_of(rows: Vec<AccountRow>, deals: &[DealRow]) -> PlaceIndex {
    let found = resolve_accounts(&AccountInput {
        rows,
        ..AccountInput::default()
    });
    connected(&found, deals)
}

fn connected(found: &Accounts, deals: &[DealRow]) -> PlaceIndex {
    let mut index = PlaceIndex::new(&found.accounts, &found.aliases);
    index.connect(Connections::of(&index, deals, &[], &[]));
    index
}

fn two_accounts() -> PlaceIndex {
    let harbor = AccountRow {
        domains: vec!["harbor.example".into()],
        ..account("crm:account:A1", "Harbor Works")
    };
    let rows = vec![harbor, account("crm:account:A2", "Orion Health Systems")];
    index_of(rows, &[deal("crm:deal:D018", "Orion Health Systems")])
}

#[test]
fn a_reference_outranks_a_name_and_a_name_an_address() {
    let index = two_accounts();
    let (harbor, orion) = (
        index.key(Some("crm:account:A1")),
        index.key(Some("crm:account:A2")),
    );
    let mut person = contact("crm:contact:1", "Ada Quill");
    person.emails = vec!["ada@harbor.example".into()];
    assert_eq!(person.find_account(&index), harbor);
    person.account_name = Some("Orion Health".into());
    assert_eq!(person.find_account(&index), orion);
    person.account_ref = Some("crm:account:A1".into());
    assert_eq!(person.find_account(&index), harbor);
}

#[test]
fn a_free_mail_address_places_nobody() {
    let mut person = contact("crm:contact:1", "Ada Quill");
    person.emails = vec!["ada@gmail.com".into()];
    assert_eq!(person.find_account(&two_accounts()), None);
}

#[test]
fn a_role_stands_at_the_account_of_its_deal() {
    let index = two_accounts();
    let person = contact("crm:contact:1", "Ada Quill");
    let mut roles = [role("crm:role:1", person.mention_id, "crm:deal:D018")];
    assert_eq!(place(&mut roles, &index), 0);
    assert_eq!(roles[0].account_id, index.key(Some("crm:account:A2")));
}

#[test]
fn a_meeting_is_placed_by_an_id_in_its_file_name() {
    let index = two_accounts();
    let mut call = meeting("D018_intro");
    call.hints = vec!["D018".into(), "intro".into()];
    assert_eq!(
        place_meeting(&call, None, &index),
        index.key(Some("crm:account:A2"))
    );
}

#[test]
fn a_meeting_is_placed_by_the_company_of_an_attendee() {
    let index = two_accounts();
    let mut guest = present(MentionKind::Attendee, "weekly", "Ada Quill");
    guest.account_name = Some("Orion Health".into());
    let works_at = told_workplace(&index, &guest).unwrap();
    let weekly = MeetingId::derive(&["weekly"]);
    let counted = count_present(&[(weekly, works_at)], &[], &[].into());
    let placed = place_meeting(&meeting("weekly"), counted.get(&weekly), &index);
    assert_eq!(placed, index.key(Some("crm:account:A2")));
}

#[test]
fn a_meeting_is_placed_by_its_title_and_not_by_generic_words() {
    let index = two_accounts();
    let by = |title| place_meeting(&meeting(title), None, &index);
    assert_eq!(
        by("Harbor Works kickoff"),
        index.key(Some("crm:account:A1"))
    );
    assert_eq!(by("Health systems review"), None);
}

#[test]
fn what_a_meeting_is_called_does_not_name_a_company() {
    let rows = vec![account("crm:account:A1", "Pilot Freight")];
    let index = index_of(rows, &[]);
    let by = |title| place_meeting(&meeting(title), None, &index);
    assert_eq!(by("Pilot review"), None);
    assert_eq!(
        by("Pilot Freight review"),
        index.key(Some("crm:account:A1"))
    );
}

#[test]
fn a_meeting_is_placed_by_full_names_that_lead_to_one_account() {
    let index = two_accounts();
    let orion = index.key(Some("crm:account:A2"));
    let weekly = MeetingId::derive(&["weekly"]);
    let counted = count_present(
        &[],
        &[(weekly, 7), (weekly, 8)],
        &[(7, orion), (8, None)].into(),
    );
    let placed = place_meeting(&meeting("weekly"), counted.get(&weekly), &index);
    assert_eq!(placed, orion);
    let crowd: Vec<_> = (7..20).map(|name| (weekly, name)).collect();
    let counted = count_present(&[], &crowd, &[(7, orion)].into());
    let placed = place_meeting(&meeting("weekly"), counted.get(&weekly), &index);
    assert_eq!(placed, None);
}

#[test]
fn products_of_line_items_are_read_by_name() {
    let mut deals = [deal("crm:deal:1", "Harbor Works")];
    let item = LineItemRow {
        record_id: RecordId::derive(&["item"]),
        deal_ref: "crm:deal:1".into(),
        product: "crm:product:9".into(),
        quantity: None,
        known_at: Instant(0),
    };
    let labels = Labels::new(&[label("crm:product:9", "Beacon", None)]);
    add_products(&mut deals, &[item], &labels);
    assert_eq!(deals[0].products, ["Beacon"]);
}

fn label(key: &str, name: &str, outcome: Option<&str>) -> LabelRow {
    LabelRow {
        record_id: RecordId::derive(&[key]),
        native_key: key.into(),
        label: name.into(),
        outcome: outcome.map(str::to_owned),
        known_at: Instant(0),
    }
}

#[test]
fn a_code_of_a_stage_is_read_by_name_and_ends_the_deal() {
    let mut one = deal("crm:deal:1", "Harbor Works");
    one.stage = Some("s9".into());
    let labels = Labels::new(&[label("crm:stage:s9", "Signed", Some("closed and won"))]);
    name_stage(&mut one, &labels);
    assert_eq!(one.stage.as_deref(), Some("Signed"));
    assert_eq!((one.is_closed, one.is_won), (Some(true), Some(true)));
}

#[test]
fn a_contact_without_a_company_stands_at_the_account_of_its_only_deal() {
    let mut index = two_accounts();
    let link = AssociationRow {
        record_id: RecordId::derive(&["link"]),
        from_key: "crm:deal:D018".into(),
        to_key: "crm:contact:7".into(),
        label: None,
        known_at: Instant(0),
    };
    index.connect(Connections::of(&index, &[], &[], &[link]));
    let person = contact("crm:contact:7", "Ada Quill");
    assert_eq!(
        person.find_account(&index),
        index.key(Some("crm:account:A2"))
    );
}

#[test]
fn a_name_seen_in_a_deal_places_the_deal() {
    let record = RecordId::derive(&["deal"]);
    let seen = seen_name("Quay Nine", None, record, Instant(0));
    let found = resolve_accounts(&AccountInput {
        seen: seen.into_iter().collect(),
        ..AccountInput::default()
    });
    let index = connected(&found, &[]);
    assert!(
        deal("crm:deal:1", "Quay Nine GmbH")
            .find_account(&index)
            .is_some()
    );
}
