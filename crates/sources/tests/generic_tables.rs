//! Tables with foreign column names and a call, read without a mapping.

use std::io::Cursor;

use model::{FileId, MentionKind, Side};
use prosopon_sources::{Context, FileReport, Item, ReadError, read_file};

fn read(path: &str, content: &str) -> Result<(FileReport, Vec<Item>), ReadError> {
    let mut items = Vec::new();
    let context = Context {
        import_seq: 1,
        ..Context::default()
    };
    let mut input = Cursor::new(content.as_bytes().to_vec());
    let report = read_file(
        path,
        FileId::derive(&[path]),
        &mut input,
        &context,
        &mut items,
    )?;
    Ok((report, items))
}

#[test]
fn accounts_carry_their_contract() {
    let (report, items) = read(
        "accounts.csv",
        "account_id,account_name,industry,nps_score,contract_start_date,contract_value,renewal_date\n\
         A1,Acme Corp,Retail,72,2025-10-15,128000,2026-10-15\nA2,Beta,Retail,,,,\n",
    )
    .unwrap();
    assert_eq!((report.object.as_str(), report.n_rows), ("account", 2));
    let contracts: Vec<_> = items
        .iter()
        .filter_map(|item| {
            if let Item::Contract(row) = item {
                Some(row)
            } else {
                None
            }
        })
        .collect();
    let [contract] = contracts.as_slice() else {
        panic!("one contract");
    };
    assert_eq!(contract.account_ref.as_deref(), Some("csv:account:A1"));
    assert_eq!(contract.ends.unwrap().to_string(), "2026-10-15");
    assert_eq!(contract.amount, Some(128_000.0));
    let account = items.iter().find_map(|item| {
        if let Item::Account(row) = item {
            Some(row)
        } else {
            None
        }
    });
    assert_eq!(account.unwrap().figures, "{\"nps_score\":72.0}");
}

#[test]
fn contacts_declare_roles_in_deals() {
    let (report, items) = read(
        "contacts.csv",
        "contact_id,deal_id,account_name,contact_name,title,role_in_deal\n\
         C1,D1,Acme,Ada Moss,CRO,Economic Buyer + Champion\nC2,D1,Acme,CFO (unknown),CFO,Economic Buyer\n",
    )
    .unwrap();
    assert_eq!(report.object, "contact");
    let roles: Vec<(&str, Option<&str>)> = items
        .iter()
        .filter_map(|item| match item {
            Item::DeclaredRole(row) => Some((row.role_text.as_str(), row.deal_ref.as_deref())),
            _ => None,
        })
        .collect();
    let deal = Some("csv:deal:D1");
    assert_eq!(
        roles,
        [
            ("Economic Buyer", deal),
            ("Champion", deal),
            ("Economic Buyer", deal)
        ]
    );
    let placeholders: Vec<bool> = items
        .iter()
        .filter_map(|item| {
            if let Item::Mention(row) = item {
                Some(row.is_placeholder)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(placeholders, [false, true]);
}

#[test]
fn deals_and_activities_keep_their_words() {
    let (_, items) = read(
        "deals.csv",
        "deal_id,deal_name,account_name,rep_name,stage,status,acv,close_date,competitor_mentioned\n\
         D1,Acme platform,Acme,Sam Sell,Closed Lost,Lost,\"1,500\",2025-11-01,Other Inc\n",
    )
    .unwrap();
    let deal = items
        .iter()
        .find_map(|item| {
            if let Item::Deal(row) = item {
                Some(row)
            } else {
                None
            }
        })
        .unwrap();
    assert_eq!(
        (deal.is_closed, deal.is_won, deal.amount),
        (Some(true), Some(false), Some(1500.0))
    );
    assert_eq!(deal.competitors, ["Other Inc"]);

    let (report, items) = read(
        "activities.csv",
        "activity_id,deal_id,rep_name,activity_type,activity_date,subject,notes\n\
         X1,D1,Sam Sell,Call,2025-06-15,Discovery,\" The CFO\nsigns. \"\n",
    )
    .unwrap();
    assert_eq!(report.object, "activity");
    let note = items
        .iter()
        .find_map(|item| {
            if let Item::Activity(row) = item {
                Some(row)
            } else {
                None
            }
        })
        .unwrap();
    assert_eq!(
        (note.activity_kind.as_str(), note.body.as_str()),
        ("call", " The CFO\nsigns. ")
    );
    assert_eq!(note.author_side, Side::Ours);
}

#[test]
fn a_call_has_attendees_speakers_and_places() {
    let text = "CALL TRANSCRIPT - Acme\nDate: June 15, 2025\nAttendees: Sam Sell (AE), Ada Moss (CRO, Acme)\n\n\
                Sam Sell: Hello.\n\nAda Moss: I sign.\n";
    let (report, items) = read("D001_acme.txt", text).unwrap();
    assert_eq!((report.object.as_str(), report.n_rows), ("meeting", 2));
    let meeting = items
        .iter()
        .find_map(|item| {
            if let Item::Meeting(row) = item {
                Some(row)
            } else {
                None
            }
        })
        .unwrap();
    assert_eq!(meeting.day.unwrap().to_string(), "2025-06-15");
    assert!(meeting.hints.contains(&String::from("D001")));
    let people: Vec<_> = items
        .iter()
        .filter_map(|item| {
            if let Item::Mention(row) = item {
                Some(row)
            } else {
                None
            }
        })
        .collect();
    let ada: Vec<_> = people
        .iter()
        .filter(|who| who.full_name.as_deref() == Some("Ada Moss"))
        .collect();
    let [attendee, speaker] = ada.as_slice() else {
        panic!("attendee and speaker");
    };
    assert_eq!(
        (attendee.kind, speaker.kind),
        (MentionKind::Attendee, MentionKind::Speaker)
    );
    assert_eq!(attendee.native_key, speaker.native_key);
    assert_eq!(
        attendee.native_key,
        format!("{}/ada moss", meeting.meeting_id)
    );
    assert_eq!(
        (attendee.title.as_deref(), attendee.account_name.as_deref()),
        (Some("CRO"), Some("Acme"))
    );
    let last = items.iter().rev().find_map(|item| {
        if let Item::Utterance(row) = item {
            Some(row)
        } else {
            None
        }
    });
    let last = last.unwrap();
    assert_eq!(
        (last.line, last.column, last.text.as_str()),
        (7, 11, "I sign.")
    );
    assert_eq!(last.speaker_mention, Some(speaker.mention_id));
}

#[test]
fn the_same_row_in_two_exports_is_one_record() {
    let rows = "account_id,account_name,industry\nA1,Acme,Retail\n";
    let record = |path| {
        let (_, items) = read(path, rows).unwrap();
        items.into_iter().find_map(|item| {
            if let Item::Record(row) = item {
                Some(row.record_id)
            } else {
                None
            }
        })
    };
    assert_eq!(record("accounts.csv"), record("export/accounts.csv"));
}

#[test]
fn an_unknown_table_is_refused_with_a_remedy() {
    let refused = read("weather.csv", "station,rain\nX,1\n").unwrap_err();
    assert_eq!(refused.code().as_str(), "file_unknown");
    assert!(refused.to_string().contains("mapping"));
}
