//! Mails, video calls and subscriptions of Salesforce: people, accounts and products in them.

mod common;

use common::{read, read_as, rows};
use model::Side;
use prosopon_sources::Context;

const MAILS: &[u8] = b"Id,ParentId,Subject,TextBody,FromAddress,FromName,ToAddress,CcAddress,Incoming,MessageDate,RelatedToId\n\
    02s5e00000AbCdEAAV,,Renewal,\"I sign off on this.\",ada@mills.example,Ada Hill,kim@ours.example,\"Bo Lund <bo@mills.example>; cy@mills.example\",1,2026-03-02 10:00:00,0065e00000DeAlAAAV\n\
    02s5e00000AbCdFAAV,,Re: Renewal,\"Thank you.\",kim@ours.example,Kim Roe,ada@mills.example,,0,2026-03-03 10:00:00,0065e00000DeAlAAAV\n";

#[test]
fn people_of_a_mail_are_mentioned_and_its_text_is_theirs_who_wrote_it() {
    let context = Context {
        own_domains: vec![String::from("ours.example")],
        ..Context::default()
    };
    let (report, items) = read_as("salesforce/EmailMessage.csv", MAILS, &context).unwrap();
    assert_eq!((report.object.as_str(), report.n_bad_rows), ("activity", 0));
    let mails = rows!(items, Activity);
    let sides: Vec<Side> = mails.iter().map(|mail| mail.author_side).collect();
    assert_eq!(sides, [Side::Account, Side::Ours]);
    let first = *mails.first().unwrap();
    assert_eq!(
        (first.activity_kind.as_str(), first.body.as_str()),
        ("email", "I sign off on this.")
    );
    assert!(
        first
            .deal_ref
            .as_deref()
            .unwrap()
            .starts_with("salesforce:deal:006")
    );
    assert_eq!(first.author.as_deref(), Some("Ada Hill"));
    assert_eq!(first.person_refs.len(), 4);
    assert!(
        first
            .person_refs
            .contains(&String::from("salesforce:address:bo@mills.example"))
    );

    let of_first = rows!(items, Mention);
    let of_first = of_first
        .iter()
        .filter(|row| row.record_id == first.record_id);
    let named: Vec<(&str, &str, Option<&str>, Side)> = of_first
        .map(|row| {
            let address = row.emails.first().map_or("", String::as_str);
            (
                row.field.as_str(),
                address,
                row.full_name.as_deref(),
                row.side,
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            ("FromAddress", "ada@mills.example", None, Side::Unknown),
            ("ToAddress", "kim@ours.example", None, Side::Ours),
            (
                "CcAddress",
                "bo@mills.example",
                Some("Bo Lund"),
                Side::Unknown
            ),
            ("CcAddress", "cy@mills.example", None, Side::Unknown),
        ]
    );
}

#[test]
fn a_span_is_the_address_in_its_cell() {
    let (_, items) = read("salesforce/EmailMessage.csv", MAILS).unwrap();
    let mentions = rows!(items, Mention);
    let bo = mentions
        .iter()
        .find(|row| row.emails == ["bo@mills.example"])
        .unwrap();
    let record = rows!(items, Record);
    let record = record
        .iter()
        .find(|row| row.record_id == bo.record_id)
        .unwrap();
    let cells: serde_json::Value = serde_json::from_str(&record.fields).unwrap();
    let cell: Vec<char> = cells["CcAddress"].as_str().unwrap().chars().collect();
    let range = usize::try_from(bo.span_start).unwrap()..usize::try_from(bo.span_end).unwrap();
    assert_eq!(cell[range].iter().collect::<String>(), "bo@mills.example");
}

#[test]
fn video_calls_are_meetings_with_those_who_took_part() {
    let (report, items) = read(
        "salesforce/VideoCall.csv",
        b"Id,EventId,RelatedRecordId,StartDateTime,EndDateTime,DurationInSeconds,TranscribedLanguage\n\
          0Aa5e00000ViDeAAAV,,0065e00000DeAlAAAV,2026-03-02 10:00:00,2026-03-02 11:00:00,3600,en_US\n",
    )
    .unwrap();
    assert_eq!(report.object, "activity");
    let call = *rows!(items, Activity).first().unwrap();
    assert_eq!(call.activity_kind, "meeting");
    assert!(call.deal_ref.is_some() && call.at.is_some());

    let (report, items) = read(
        "salesforce/VideoCallParticipant.csv",
        b"Id,VideoCallId,Email,RelatedPersonId\n\
          0Ab5e00000PaRtAAAV,0Aa5e00000ViDeAAAV,ada@mills.example,0035e00000CoNtAAAV\n\
          0Ab5e00000PaRtBAAV,0Aa5e00000ViDeAAAV,bo@mills.example,\n",
    )
    .unwrap();
    assert_eq!(
        (report.object.as_str(), report.n_bad_rows),
        ("association", 0)
    );
    let links: Vec<(&str, &str)> = rows!(items, Association)
        .iter()
        .map(|row| (row.from_key.as_str(), row.to_key.as_str()))
        .collect();
    assert_eq!(links.len(), 3, "{links:?}");
    assert!(
        links.iter().all(|(from, _)| *from == call.native_key),
        "{links:?}"
    );
    assert!(
        links
            .iter()
            .any(|(_, to)| *to == "salesforce:address:bo@mills.example")
    );
    assert_eq!(rows!(items, Mention).len(), 2);
}

#[test]
fn subscriptions_are_products_of_their_contract() {
    let (report, items) = read(
        "salesforce/SBQQ__Subscription__c.csv",
        b"Id,Name,SBQQ__Contract__c,SBQQ__Account__c,SBQQ__Product__c,SBQQ__ProductName__c,SBQQ__Quantity__c,SBQQ__NetPrice__c,SBQQ__StartDate__c\n\
          a1B5e00000SuBsAAAV,SUB-1,8005e00000CoTrAAAV,0015e00000AcCoAAAV,01t5e00000PrOdAAAV,Ledger,25,100,2026-01-01\n",
    )
    .unwrap();
    assert_eq!(report.object, "line_item");
    let item = *rows!(items, LineItem).first().unwrap();
    assert!(
        item.deal_ref.starts_with("salesforce:contract:800"),
        "{}",
        item.deal_ref
    );
    assert_eq!(
        (item.product.as_str(), item.quantity),
        ("Ledger", Some(25.0))
    );
}
