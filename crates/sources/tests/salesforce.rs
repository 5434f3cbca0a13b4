//! Objects of Salesforce: as exported, as a warehouse keeps them, as a tree.

mod common;

use common::{read, rows};
use model::{MentionKind, Side};
use prosopon_sources::Item;

const ACCOUNT: &str = "001Qt00000aB1cD";
const ACCOUNT_KEY: &str = "salesforce:account:001Qt00000aB1cDIAS";
const CONTACT: &str = "003Qt00000aB1cD";
const CONTACT_KEY: &str = "salesforce:contact:003Qt00000aB1cDIAS";
const DEAL: &str = "006Qt00000aB1cD";
const DEAL_KEY: &str = "salesforce:deal:006Qt00000aB1cDIAS";

#[expect(clippy::unwrap_used, reason = "a file that is refused fails the test")]
fn items(path: &str, object: &str, content: &str) -> Vec<Item> {
    let (report, items) = read(path, content.as_bytes()).unwrap();
    let found = (report.system.as_str(), report.object.as_str());
    assert_eq!(found, ("salesforce", object), "{path}");
    items
}

#[test]
fn a_weekly_export_is_read_with_its_quirks() {
    let found = items(
        "Contact.csv",
        "contact",
        &format!(
            "\"Id\",\"IsDeleted\",\"MasterRecordId\",\"AccountId\",\"FirstName\",\"LastName\",\"Birthdate\",\"Title\",\
             \"ReportsToId\",\"Email\",\"HasOptedOutOfEmail\",\"DoNotCall\",\"SystemModstamp\",\"OwnerId\"\n\
             \"{CONTACT}\",\"0\",\"000000000000000AAA\",\"{ACCOUNT}\",\"Ada\",\"Moss\",\"1980-01-02\",\"CFO\",\
             \"000000000000000AAA\",\"Ada@acme.example\",\"0\",\"1\",\"2024-05-06 07:08:09\",\"005Qt00000aB1cD\"\n\
             \"003Qt00000aB1cE\",\"1\",\"{CONTACT}\",\"{ACCOUNT}\",\"A\",\"Moss\",\"\",\"\",\"\",\"\",\"0\",\"0\",\
             \"2024-05-06 07:08:09\",\"\"\n"
        ),
    );
    let people = rows!(found, Mention);
    let ada = people.first().unwrap();
    assert_eq!(ada.native_key, CONTACT_KEY);
    assert_eq!(ada.account_ref.as_deref(), Some(ACCOUNT_KEY));
    assert_eq!(
        (ada.reports_to_ref.as_deref(), ada.is_opted_out),
        (None, true)
    );
    assert_eq!(ada.modified.unwrap().to_string(), "2024-05-06T07:08:09Z");
    assert!(people.last().unwrap().is_deleted);
    let merges = rows!(found, SameAs);
    let merge = merges.first().unwrap();
    assert_eq!(
        (merge.to_key.as_str(), merge.reason.as_str()),
        (CONTACT_KEY, "merge")
    );
    let record = *rows!(found, Record).first().unwrap();
    assert!(record.fields.contains("Moss") && !record.fields.contains("1980"));
}

#[test]
fn mail_to_a_mailbox_that_is_gone_ends_the_time_at_the_account_and_a_full_one_does_not() {
    let found = items(
        "Contact.csv",
        "contact",
        &format!(
            "Id,AccountId,FirstName,LastName,Email,EmailBouncedReason,EmailBouncedDate,SystemModstamp\n\
             {CONTACT},{ACCOUNT},Ada,Moss,ada@acme.example,550 5.1.1 user unknown,2024-03-02,2024-05-06 07:08:09\n\
             003Qt00000aB1cE,{ACCOUNT},Bo,Lind,bo@acme.example,452 4.2.2 mailbox full,2024-03-02,2024-05-06 07:08:09\n"
        ),
    );
    let ends: Vec<Option<String>> = rows!(found, Mention)
        .iter()
        .map(|row| row.valid_to.map(|day| day.to_string()))
        .collect();
    assert_eq!(ends, [Some("2024-03-02".to_owned()), None]);
}

#[test]
fn a_flag_of_having_left_ends_the_time_at_the_account() {
    let found = items(
        "Contact.csv",
        "contact",
        "Id,LastName,No_Longer_at_Company__c,EmailBouncedDate,SystemModstamp\n\
         1,Moss,1,2024-03-04 05:06:07,2024-06-01 00:00:00\n\
         2,Lind,1,,2024-06-01 00:00:00\n\
         3,Berg,0,2024-03-04 05:06:07,2024-06-01 00:00:00\n",
    );
    let ends: Vec<Option<String>> = rows!(found, Mention)
        .iter()
        .map(|row| row.valid_to.map(|day| day.to_string()))
        .collect();
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(ends, [day("2024-03-04"), day("2024-06-01"), None]);
}

#[test]
fn contact_roles_of_deals_and_contracts_are_votes() {
    let found = items(
        "OpportunityContactRole.csv",
        "role",
        &format!(
            "Id,OpportunityId,ContactId,Role,IsPrimary,CreatedDate,CreatedById,SystemModstamp,IsDeleted\n\
             00KQt00000aB1cD,{DEAL},{CONTACT},Economic Buyer,1,2024-01-02 03:04:05,,2024-01-02 03:04:05,0\n\
             00KQt00000aB1cE,{DEAL},{CONTACT},,0,2024-01-02 03:04:05,,2024-01-02 03:04:05,0\n"
        ),
    );
    let roles = rows!(found, DeclaredRole);
    let [role] = roles.as_slice() else {
        panic!("one role");
    };
    assert_eq!(role.deal_ref.as_deref(), Some(DEAL_KEY));
    assert_eq!(
        (role.role_text.as_str(), role.is_primary),
        ("Economic Buyer", true)
    );
    assert_eq!(role.since.unwrap().to_string(), "2024-01-02");
    let person = *rows!(found, Mention).first().unwrap();
    assert_eq!(
        (person.kind, person.mention_id),
        (MentionKind::Reference, role.mention_id)
    );
    assert_eq!(person.native_key, CONTACT_KEY);
    let links = rows!(found, Association);
    assert_eq!(links.len(), 1, "a blank role still connects the two");

    let found = items(
        "ContractContactRole.csv",
        "role",
        &format!(
            "Id,ContractId,ContactId,Role,SystemModstamp\n,800Qt00000aB1cD,{CONTACT},Decision Maker,\n"
        ),
    );
    let role = *rows!(found, DeclaredRole).first().unwrap();
    assert_eq!(
        role.contract_ref.as_deref(),
        Some("salesforce:contract:800Qt00000aB1cDIAS")
    );
}

#[test]
fn a_converted_lead_is_the_contact() {
    let found = items(
        "Lead.csv",
        "lead",
        &format!(
            "Id,LastName,FirstName,Company,Email,IsConverted,ConvertedDate,ConvertedAccountId,ConvertedContactId,\
             ConvertedOpportunityId,SystemModstamp\n\
             00QQt00000aB1cD,Moss,Ada,Acme,ada@acme.example,1,2024-02-03,{ACCOUNT},{CONTACT},{DEAL},\n"
        ),
    );
    let same = *rows!(found, SameAs).first().unwrap();
    assert_eq!(same.from_key, "salesforce:lead:00QQt00000aB1cDMAS");
    assert_eq!(
        (same.to_key.as_str(), same.reason.as_str()),
        (CONTACT_KEY, "conversion")
    );
    assert_eq!(rows!(found, Association).len(), 2);
}

#[test]
fn contracts_name_their_signatory() {
    let found = items(
        "Contract.csv",
        "contract",
        &format!(
            "Id,AccountId,StartDate,ContractTerm,Status,CustomerSignedId,CustomerSignedTitle,CustomerSignedDate,\
             SBQQ__Opportunity__c,SystemModstamp\n\
             800Qt00000aB1cD,{ACCOUNT},2024-03-01,12,Activated,{CONTACT},CFO,2024-02-20,{DEAL},\n"
        ),
    );
    let contract = *rows!(found, Contract).first().unwrap();
    assert_eq!(contract.ends.unwrap().to_string(), "2025-03-01");
    assert_eq!(contract.signed.unwrap().to_string(), "2024-02-20");
    assert_eq!(contract.deal_ref.as_deref(), Some(DEAL_KEY));
    let person = *rows!(found, Mention).first().unwrap();
    assert_eq!(
        (person.native_key.as_str(), person.title.as_deref()),
        (CONTACT_KEY, Some("CFO"))
    );
    assert_eq!(contract.signed_by, Some(person.mention_id));
}

#[test]
fn tasks_point_at_people_and_at_what_they_are_about() {
    let found = items(
        "Task.csv",
        "activity",
        &format!(
            "Id,WhoId,WhatId,Subject,ActivityDate,OwnerId,Description,TaskSubtype,IsDeleted,SystemModstamp\n\
             00TQt00000aB1cD,{CONTACT},{DEAL},Call,2024-01-05,005Qt00000aB1cD,\"She said\n\"\"yes\"\"\",Call,0,\n"
        ),
    );
    let task = *rows!(found, Activity).first().unwrap();
    assert_eq!(
        (task.activity_kind.as_str(), task.author_side),
        ("call", Side::Ours)
    );
    assert_eq!(task.deal_ref.as_deref(), Some(DEAL_KEY));
    assert_eq!(task.person_refs, [CONTACT_KEY]);
    assert_eq!(task.body, "She said\n\"yes\"");
    assert_eq!(
        task.author.as_deref(),
        Some("salesforce:user:005Qt00000aB1cDIAS")
    );
}

#[test]
fn stages_products_and_users_are_read() {
    let found = items(
        "OpportunityHistory.csv",
        "stage_entry",
        &format!(
            "Id,OpportunityId,CreatedDate,StageName,Amount,SystemModstamp\n1,{DEAL},2024-01-05 10:00:00,Proposal,5,\n"
        ),
    );
    let stage = *rows!(found, Stage).first().unwrap();
    assert_eq!(
        (stage.deal_ref.as_str(), stage.stage.as_str()),
        (DEAL_KEY, "Proposal")
    );

    let found = items(
        "OpportunityLineItem.csv",
        "line_item",
        &format!(
            "Id,OpportunityId,PricebookEntryId,Product2Id,Quantity,SystemModstamp\n1,{DEAL},01uQt00000aB1cD,01tQt00000aB1cD,3,\n"
        ),
    );
    let item = *rows!(found, LineItem).first().unwrap();
    assert_eq!(item.product, "salesforce:product:01tQt00000aB1cDIAS");

    let found = items(
        "Product2.csv",
        "product",
        "Id,Name,ProductCode,IsActive,SystemModstamp\n01tQt00000aB1cD,Platform,P-1,1,\n",
    );
    let label = *rows!(found, Label).first().unwrap();
    assert_eq!(
        (label.native_key.as_str(), label.label.as_str()),
        ("salesforce:product:01tQt00000aB1cDIAS", "Platform")
    );

    let found = items(
        "User.csv",
        "user",
        "Id,Username,LastName,FirstName,Name,Email,ProfileId,SystemModstamp\n005Qt00000aB1cD,sam@ours.example,Sell,Sam,Sam Sell,sam@ours.example,,\n",
    );
    let user = *rows!(found, Mention).first().unwrap();
    assert_eq!(
        (user.native_key.as_str(), user.side),
        ("salesforce:user:005Qt00000aB1cDIAS", Side::Ours)
    );
}

#[test]
fn a_warehouse_keeps_versions() {
    let found = items(
        "salesforce/sf_opportunity_history_data.csv",
        "deal",
        "_fivetran_active,_fivetran_start,_fivetran_end,id,account_id,name,stage_name,close_date,is_won,renewal_date_c\n\
         false,2024-01-01 00:00:00,2024-02-01 00:00:00,d1,a1,Acme,Discovery,2024-06-01,false,\n\
         true,2024-02-01 00:00:00,9999-12-31 23:59:59,d1,a1,Acme,Proposal,2024-06-01,false,\n",
    );
    let stages: Vec<(String, String)> = rows!(found, Stage)
        .iter()
        .map(|row| (row.stage.clone(), row.entered.unwrap().day().to_string()))
        .collect();
    let expected = [("Discovery", "2024-01-01"), ("Proposal", "2024-02-01")];
    assert_eq!(
        stages,
        expected.map(|(stage, day)| (stage.to_owned(), day.to_owned()))
    );
    let latest = rows!(found, Deal)
        .into_iter()
        .max_by_key(|deal| deal.modified);
    assert_eq!(latest.unwrap().stage.as_deref(), Some("Proposal"));
}

#[test]
fn a_tree_of_records_uses_its_references() {
    let found = items(
        "OpportunityContactRole.json",
        "role",
        r#"{"records":[{"attributes":{"type":"OpportunityContactRole","referenceId":"OpportunityContactRoleRef1"},
            "ContactId":"@ContactRef4","Role":"Technical Buyer","OpportunityId":"@OpportunityRef1"}]}"#,
    );
    let role = *rows!(found, DeclaredRole).first().unwrap();
    assert_eq!(
        role.deal_ref.as_deref(),
        Some("salesforce:deal:OpportunityRef1")
    );
    let person = *rows!(found, Mention).first().unwrap();
    assert_eq!(person.native_key, "salesforce:contact:ContactRef4");

    let found = items(
        "Contact.json",
        "contact",
        r#"{"records":[{"attributes":{"type":"Contact","referenceId":"ContactRef4"},"LastName":"Moss","AccountId":"@AccountRef2"}]}"#,
    );
    let contact = *rows!(found, Mention).first().unwrap();
    assert_eq!(contact.native_key, "salesforce:contact:ContactRef4");
    assert_eq!(
        contact.account_ref.as_deref(),
        Some("salesforce:account:AccountRef2")
    );
}

#[test]
fn the_plan_of_a_tree_is_known_and_unused() {
    let plan =
        br#"[{"sobject":"Account","saveRefs":true,"resolveRefs":false,"files":["Account.json"]}]"#;
    let refused = read("demo-data-plan.json", plan).unwrap_err();
    assert_eq!(refused.code().as_str(), "object_unused");
}
