//! Tables as people really export them: foreign languages, footers, odd numbers, wrong rows.

mod common;

use common::{read, read_as, rows};
use model::Side;
use proptest::prelude::*;
use prosopon_sources::{Context, Mapping};

#[test]
fn a_report_in_german_has_its_footer_set_aside() {
    let (report, items) = read(
        "Bericht Kontakte.csv",
        "Vorname;Nachname;E-Mail;Firma;Position;Geschlecht\n\
         Zoë;Groß;zoe@firma.example;Firma GmbH;Einkaufsleiterin;w\n\
         Gesamtsumme;1;;;;\n\
         Vertrauliche Informationen - nicht weitergeben;;;;;\n"
            .as_bytes(),
    )
    .unwrap();
    assert_eq!((report.object.as_str(), report.n_bad_rows), ("contact", 0));
    let people = rows!(items, Mention);
    let [zoe] = people.as_slice() else {
        panic!("one person");
    };
    assert_eq!(zoe.full_name.as_deref(), Some("Zoë Groß"));
    assert_eq!(zoe.account_name.as_deref(), Some("Firma GmbH"));
    let issues: Vec<(i64, &str)> = rows!(items, Issue)
        .iter()
        .map(|issue| (issue.line, issue.code.as_str()))
        .collect();
    assert_eq!(issues, [(3, "row_footer"), (4, "row_footer")]);
    let record = *rows!(items, Record).first().unwrap();
    assert!(!record.fields.contains("Geschlecht"));
}

const HEADERS: [(&str, &str); 6] = [
    (
        "Contact.csv",
        "Id,FirstName,LastName,Email,AccountId,SystemModstamp",
    ),
    (
        "OpportunityContactRole.csv",
        "Id,ContactId,OpportunityId,Role,IsPrimary",
    ),
    (
        "Opportunity.csv",
        "Id,Name,StageName,Amount,CloseDate,AccountId",
    ),
    (
        "contracts.csv",
        "contract_id,account_name,start_date,contract_term,signed_by",
    ),
    (
        "hubspot/contact_property_history.csv",
        "contact_id,timestamp,name,value,source",
    ),
    (
        "zendesk/ticket.csv",
        "id,requester_id,subject,description,merged_ticket_ids",
    ),
];

proptest! {
    #[test]
    fn any_rows_below_a_known_header_are_read(
        at in 0_usize..6,
        rows in "[ -~äß;,\"\n@:+]{0,160}",
    ) {
        let (path, header) = HEADERS[at];
        match read(path, format!("{header}\n{rows}\n").as_bytes()) {
            Ok((report, items)) => {
                let issues = rows!(items, Issue);
                let n_aside = issues.iter().filter(|issue| issue.is_set_aside).count();
                let n_rows = usize::try_from(report.n_rows).unwrap();
                prop_assert!(rows!(items, Record).len() + n_aside <= n_rows);
            }
            // Rows of semicolons can make a table of other columns.
            Err(cause) => prop_assert_eq!(cause.code().as_str(), "file_unknown"),
        }
    }
}

#[test]
fn a_company_called_total_is_no_footer() {
    let (_, items) = read(
        "accounts.csv",
        b"account_id,account_name,industry,region\nA1,Total,Energy,Europe\nA2,Copyright Clearance,Media,Europe\n",
    )
    .unwrap();
    assert_eq!(rows!(items, Account).len(), 2);
}

#[test]
fn numbers_and_dates_follow_their_columns() {
    let (_, items) = read(
        "vertraege.csv",
        "Vertragsnummer;Kunde;Vertragsbeginn;Vertragsende;Betrag;Value\n\
         V1;Firma GmbH;01.02.2024;31.01.2025;1;1.234,50\n"
            .as_bytes(),
    )
    .unwrap();
    let contract = *rows!(items, Contract).first().unwrap();
    assert_eq!(contract.starts.unwrap().to_string(), "2024-02-01");
    assert_eq!(contract.ends.unwrap().to_string(), "2025-02-01");
    assert_eq!(contract.amount, Some(1234.5));
}

#[test]
fn issues_tell_the_class_and_never_the_value() {
    let (report, items) = read(
        "deals.csv",
        b"deal_id,account_name,stage,amount,close_date\nD1,Acme,Open,plenty,soonish\nD2,Acme,Open,1,2024-01-01,Smith\n",
    )
    .unwrap();
    assert_eq!(report.n_bad_rows, 1);
    let issues: Vec<(i64, &str, &str, bool)> = rows!(items, Issue)
        .iter()
        .map(|issue| {
            let place = (issue.line, issue.column.as_str());
            (place.0, place.1, issue.code.as_str(), issue.is_set_aside)
        })
        .collect();
    let expected = [
        (2, "close_date", "date_invalid", false),
        (2, "amount", "number_invalid", false),
        (3, "", "row_length", true),
    ];
    assert_eq!(issues, expected);
    let said: String = rows!(items, Issue)
        .iter()
        .map(|issue| issue.found.clone())
        .collect();
    assert!(!said.contains("plenty") && !said.contains("soonish") && !said.contains("Smith"));
    assert_eq!(rows!(items, Deal).len(), 1);
}

#[test]
fn a_report_lists_deal_and_contact_in_one_row() {
    let (report, items) = read(
        "report.csv",
        b"Opportunity Name,Account Name,Stage,Close Date,Contact Name,Contact Role,Primary,Contact Email\n\
          Platform,Acme,Closed Won,2024-05-01,Ada Moss,Decision Maker,1,ada@acme.example\n",
    )
    .unwrap();
    assert_eq!(report.object, "deal");
    let deal = *rows!(items, Deal).first().unwrap();
    let role = *rows!(items, DeclaredRole).first().unwrap();
    assert_eq!(role.deal_ref.as_ref(), Some(&deal.native_key));
    assert_eq!(
        (role.role_text.as_str(), role.is_primary),
        ("Decision Maker", true)
    );
    let ada = *rows!(items, Mention).first().unwrap();
    assert_eq!(
        (ada.full_name.as_deref(), ada.mention_id),
        (Some("Ada Moss"), role.mention_id)
    );

    let (report, items) = read(
        "Opportunities with roles.csv",
        b"Opportunity Name,Account Name,Stage,Close Date,First Name,Last Name,Title,Role\nPlatform,Acme,Open,2024-05-01,Ada,Moss,CFO,Champion\n",
    )
    .unwrap();
    assert_eq!(report.object, "deal");
    let ada = *rows!(items, Mention).first().unwrap();
    assert_eq!(
        (ada.full_name.as_deref(), ada.title.as_deref()),
        (Some("Ada Moss"), Some("CFO"))
    );
    assert_eq!(rows!(items, DeclaredRole).len(), 1);

    let (_, items) = read(
        "contacts.csv",
        b"Contact Name,Account Name,Opportunity Name,Contact Role,Email\nAda Moss,Acme,Platform,Champion,ada@acme.example\n",
    )
    .unwrap();
    let role = *rows!(items, DeclaredRole).first().unwrap();
    assert_eq!(
        role.deal_ref.as_ref(),
        Some(&deal.native_key),
        "both name the same deal"
    );
}

#[test]
fn customer_success_managers_are_ours() {
    let (_, items) = read(
        "accounts.csv",
        b"account_id,account_name,industry,renewal_date,csm_name\nA1,Acme,Retail,2026-10-15,Sam Sell\n",
    )
    .unwrap();
    let owner = *rows!(items, Mention).first().unwrap();
    assert_eq!(
        (owner.full_name.as_deref(), owner.side),
        (Some("Sam Sell"), Side::Ours)
    );
}

#[test]
fn users_of_a_product_are_customers_and_their_administrators_declared() {
    let (report, items) = read(
        "users.csv",
        b"user_id,email,name,role,account_id\nu1,ada@acme.example,Ada Moss,Workspace Admin,A1\nu2,bo@acme.example,Bo Lind,Member,A1\n",
    )
    .unwrap();
    assert_eq!(report.object, "user");
    let sides: Vec<Side> = rows!(items, Mention).iter().map(|row| row.side).collect();
    assert_eq!(sides, [Side::Unknown, Side::Unknown]);
    let roles = rows!(items, DeclaredRole);
    assert_eq!(roles.len(), 1);
    assert_eq!(roles.first().unwrap().role_text, "Workspace Admin");
}

#[test]
fn a_mapping_reads_columns_nobody_knows() {
    let mapping = |object: &str, columns: &[(&str, &str)]| Context {
        mapping: Some(Mapping {
            system: String::from("old"),
            object: object.to_owned(),
            confidence: 1.0,
            columns: columns
                .iter()
                .map(|(column, field)| ((*column).to_owned(), (*field).to_owned()))
                .collect(),
        }),
        ..Context::default()
    };
    let context = mapping("role", &[("P", "contact"), ("D", "deal"), ("R", "role")]);
    let (_, items) = read_as("x.csv", b"P,D,R\n7,5,Buyer\n", &context).unwrap();
    let role = *rows!(items, DeclaredRole).first().unwrap();
    assert_eq!(role.deal_ref.as_deref(), Some("old:deal:5"));

    let context = mapping("association", &[("P", "contact"), ("D", "deal")]);
    let (_, items) = read_as("x.csv", b"P,D,R\n7,5,Buyer\n", &context).unwrap();
    let link = *rows!(items, Association).first().unwrap();
    assert_eq!(
        (link.from_key.as_str(), link.to_key.as_str()),
        ("old:deal:5", "old:contact:7")
    );

    let context = mapping("stage", &[("P", "id"), ("R", "label"), ("D", "is_won")]);
    let (_, items) = read_as("x.csv", b"P,D,R\n7,yes,Signed\n", &context).unwrap();
    let label = *rows!(items, Label).first().unwrap();
    assert_eq!(
        (label.label.as_str(), label.outcome.as_deref()),
        ("Signed", Some("won"))
    );

    let refused = read_as("x.csv", b"P,D\n1,2\n", &mapping("nothing", &[])).unwrap_err();
    assert_eq!(refused.code().as_str(), "mapping_unknown");
}
