//! Objects of HubSpot: with labels, with internal names, as a warehouse keeps them.

mod common;

use common::{read, rows};
use model::{MentionKind, Side};
use prosopon_sources::Item;

#[expect(clippy::unwrap_used, reason = "a file that is refused fails the test")]
fn items(path: &str, object: &str, content: &str) -> Vec<Item> {
    let (report, items) = read(path, content.as_bytes()).unwrap();
    let found = (report.system.as_str(), report.object.as_str());
    assert_eq!(found, ("hubspot", object), "{path}");
    items
}

#[test]
fn contacts_with_labels_and_with_names_are_the_same() {
    let by_label = items(
        "hubspot-crm-exports-all-contacts-2024-05-01.csv",
        "contact",
        "Record ID,First Name,Last Name,Email,Job Title,Buying Role,Associated Company IDs,Contact owner\n\
         7,Ada,Moss,ADA@acme.example,CFO,Champion;Budget Holder,41;42,Sam Sell\n",
    );
    let by_name = items(
        "contacts.csv",
        "contact",
        "hs_object_id,firstname,lastname,email,jobtitle,hs_buying_role,associatedcompanyid,hubspot_owner_id\n\
         7,Ada,Moss,ada@acme.example,CFO,CHAMPION;BUDGET_HOLDER,41,9\n",
    );
    for found in [&by_label, &by_name] {
        let ada = *rows!(found, Mention).first().unwrap();
        assert_eq!(ada.native_key, "hubspot:contact:7");
        assert_eq!(ada.emails, ["ada@acme.example"]);
        assert_eq!(ada.account_ref.as_deref(), Some("hubspot:account:41"));
        assert_eq!(rows!(found, DeclaredRole).len(), 2);
    }
    let link = *rows!(by_label, Association).first().unwrap();
    assert_eq!(link.to_key, "hubspot:account:42");
    let owner = *rows!(by_label, Mention).last().unwrap();
    assert_eq!((owner.kind, owner.side), (MentionKind::Owner, Side::Ours));
    let texts: Vec<&str> = rows!(by_name, DeclaredRole)
        .iter()
        .map(|role| role.role_text.as_str())
        .collect();
    assert_eq!(texts, ["CHAMPION", "BUDGET_HOLDER"]);
}

#[test]
fn deals_are_connected_with_everybody_listed() {
    let found = items(
        "deals.csv",
        "deal",
        "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Deal owner,Associated Contact IDs,Associated Company IDs\n\
         5,Acme,closedwon,default,\"1,200\",2024-03-01,Sam Sell,7;8,41\n",
    );
    let deal = *rows!(found, Deal).first().unwrap();
    assert_eq!((deal.is_closed, deal.is_won), (Some(true), Some(true)));
    assert_eq!(deal.account_ref.as_deref(), Some("hubspot:account:41"));
    let ends: Vec<&str> = rows!(found, Association)
        .iter()
        .map(|link| link.to_key.as_str())
        .collect();
    assert_eq!(ends, ["hubspot:contact:7", "hubspot:contact:8"]);
}

#[test]
fn pairs_merges_and_stages_of_a_warehouse_are_read() {
    let found = items(
        "deal_contact.csv",
        "association",
        "contact_id,deal_id,_fivetran_synced,type_id,category\n7,5,2024-01-01 00:00:00,3,HUBSPOT_DEFINED\n",
    );
    let link = *rows!(found, Association).first().unwrap();
    assert_eq!(
        (link.from_key.as_str(), link.to_key.as_str()),
        ("hubspot:deal:5", "hubspot:contact:7")
    );

    let found = items(
        "contact_merge_audit.csv",
        "merge",
        "canonical_vid,contact_id,vid_to_merge,timestamp\n7,7,70,2024-01-02 00:00:00\n",
    );
    let same = *rows!(found, SameAs).first().unwrap();
    assert_eq!(
        (same.from_key.as_str(), same.to_key.as_str()),
        ("hubspot:contact:70", "hubspot:contact:7")
    );

    let found = items(
        "hubspot/deal_pipeline_stage.csv",
        "stage",
        "stage_id,label,closed_won,is_closed,pipeline_id\nw,Signed,TRUE,TRUE,p\nl,Gone,FALSE,TRUE,p\no,Talking,FALSE,FALSE,p\n",
    );
    let outcomes: Vec<(&str, &str)> = rows!(found, Label)
        .iter()
        .map(|row| (row.native_key.as_str(), row.outcome.as_deref().unwrap()))
        .collect();
    let expected = [
        ("hubspot:stage:w", "won"),
        ("hubspot:stage:l", "lost"),
        ("hubspot:stage:o", "open"),
    ];
    assert_eq!(outcomes, expected);
}

#[test]
fn the_history_of_properties_gives_titles_roles_and_stages() {
    let found = items(
        "hubspot/contact_property_history.csv",
        "property_history",
        "contact_id,timestamp,source,name,value\n\
         7,2023-05-01 10:00:00,CRM_UI,jobtitle,Director\n\
         7,2024-05-01 10:00:00,CRM_UI,hs_buying_role,DECISION_MAKER\n\
         7,2024-05-01 10:00:00,CRM_UI,favourite_colour,blue\n",
    );
    assert_eq!(rows!(found, Record).len(), 2);
    let people = rows!(found, Mention);
    let title = people.first().unwrap();
    assert_eq!(
        (title.kind, title.title.as_deref()),
        (MentionKind::Reference, Some("Director"))
    );
    assert_eq!(title.valid_from.unwrap().to_string(), "2023-05-01");
    let role = *rows!(found, DeclaredRole).first().unwrap();
    assert_eq!(role.role_text, "DECISION_MAKER");
    assert_eq!(role.since.unwrap().to_string(), "2024-05-01");

    let found = items(
        "hubspot/deal_property_history.csv",
        "property_history",
        "deal_id,timestamp,source,name,value\n5,2024-01-01 10:00:00,CRM_UI,dealstage,contractsent\n",
    );
    let stage = *rows!(found, Stage).first().unwrap();
    assert_eq!(
        (stage.deal_ref.as_str(), stage.stage.as_str()),
        ("hubspot:deal:5", "contractsent")
    );
}

#[test]
fn engagements_and_owners_are_read() {
    let found = items(
        "engagement_note.csv",
        "activity",
        "engagement_id,property_hs_note_body,property_hs_timestamp,property_hubspot_owner_id,type\n\
         3,She decides.,2024-01-01 10:00:00,9,NOTE\n",
    );
    let note = *rows!(found, Activity).first().unwrap();
    assert_eq!(
        (note.activity_kind.as_str(), note.body.as_str()),
        ("note", "She decides.")
    );
    assert_eq!(note.native_key, "hubspot:activity:3");
    assert_eq!(note.author_side, Side::Ours);

    let found = items(
        "hubspot/owner.csv",
        "user",
        "owner_id,email,first_name,last_name,active_user_id\n9,sam@ours.example,Sam,Sell,1\n",
    );
    let owner = *rows!(found, Mention).first().unwrap();
    assert_eq!(
        (owner.native_key.as_str(), owner.side),
        ("hubspot:user:9", Side::Ours)
    );
}

#[test]
fn the_web_interface_gives_records_with_properties() {
    let found = items(
        "contacts.json",
        "contact",
        r#"{"results":[{"id":"7","properties":{"firstname":"Ada","lastname":"Moss","hs_buying_role":"CHAMPION"},
            "associations":{"companies":{"results":[{"id":"41","type":"contact_to_company"}]}}}]}"#,
    );
    let ada = *rows!(found, Mention).first().unwrap();
    assert_eq!(ada.native_key, "hubspot:contact:7");
    assert_eq!(ada.account_ref.as_deref(), Some("hubspot:account:41"));
}
