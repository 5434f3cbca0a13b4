//! Tables of help desks and of product analytics.

mod common;

use common::{read, rows};
use model::Side;
use prosopon_sources::Item;

#[expect(clippy::unwrap_used, reason = "a file that is refused fails the test")]
fn items(path: &str, system: &str, object: &str, content: &str) -> Vec<Item> {
    let (report, items) = read(path, content.as_bytes()).unwrap();
    let found = (report.system.as_str(), report.object.as_str());
    assert_eq!(found, (system, object), "{path}");
    items
}

#[test]
fn agents_are_ours_and_end_users_are_not() {
    let found = items(
        "zendesk/user.csv",
        "zendesk",
        "user",
        "id,email,name,organization_id,role,ticket_restriction\n\
         1,a@ours.example,Agnes Ent,,agent,\n2,ada@acme.example,Ada Moss,50,end-user,requested\n",
    );
    let sides: Vec<(&str, Side)> = rows!(found, Mention)
        .iter()
        .map(|row| (row.native_key.as_str(), row.side))
        .collect();
    let expected = [
        ("zendesk:user:1", Side::Ours),
        ("zendesk:user:2", Side::Unknown),
    ];
    assert_eq!(sides, expected);
    let link = *rows!(found, Association).first().unwrap();
    assert_eq!(link.to_key, "zendesk:account:50");
}

#[test]
fn tickets_and_comments_point_at_their_people() {
    let found = items(
        "ticket.csv",
        "zendesk",
        "ticket",
        "id,created_at,description,organization_id,requester_id,submitter_id,status,subject,merged_ticket_ids\n\
         9,2024-02-19 01:54:52,It fails,50,2,2,open,Help,[]\n",
    );
    let ticket = *rows!(found, Activity).first().unwrap();
    assert_eq!(
        (ticket.activity_kind.as_str(), ticket.author_side),
        ("ticket", Side::Account)
    );
    assert_eq!(ticket.person_refs, ["zendesk:user:2"]);
    assert_eq!(ticket.account_ref.as_deref(), Some("zendesk:account:50"));
    assert!(rows!(found, SameAs).is_empty());

    let found = items(
        "ticket_comment.csv",
        "zendesk",
        "comment",
        "id,body,created,public,ticket_id,user_id,voice_comment\n77,Thanks,2024-02-20 07:49:14,TRUE,9,2,FALSE\n",
    );
    let comment = *rows!(found, Activity).first().unwrap();
    assert_eq!(
        (comment.activity_kind.as_str(), comment.body.as_str()),
        ("comment", "Thanks")
    );
    let link = *rows!(found, Association).first().unwrap();
    assert_eq!(link.to_key, "zendesk:ticket:9");
}

#[test]
fn a_domain_is_another_name_of_its_organisation() {
    let found = items(
        "zendesk/domain_name.csv",
        "zendesk",
        "account_domain",
        "index,organization_id,domain_name\n0,50,acme.example\n",
    );
    let account = *rows!(found, Account).first().unwrap();
    assert_eq!(account.domains, ["acme.example"]);
    assert_eq!(account.external_keys, ["zendesk:account:50"]);
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "four tables of one system, and what they share"
)]
fn visitors_accounts_and_events_share_their_keys() {
    let found = items(
        "pendo/visitor_history.csv",
        "pendo",
        "visitor",
        "id,last_updated_at,account_id,agent_email,agent_full_name,agent_role,last_browser_name\n\
         v1,2024-01-02 00:00:00,acme,ada@acme.example,Ada Moss,Admin,Chrome\nv2,2024-01-02 00:00:00,acme,,,,\n",
    );
    let people = rows!(found, Mention);
    assert_eq!(people.len(), 2);
    let ada = people.first().unwrap();
    assert_eq!(
        (ada.native_key.as_str(), ada.full_name.as_deref()),
        ("pendo:user:v1", Some("Ada Moss"))
    );
    assert_eq!(ada.account_ref.as_deref(), Some("pendo:account:acme"));
    let role = *rows!(found, DeclaredRole).first().unwrap();
    assert_eq!(
        (role.role_text.as_str(), role.field.as_str()),
        ("Admin", "agent_role")
    );

    let found = items(
        "pendo/account_history.csv",
        "pendo",
        "account",
        "id,last_updated_at,agent_name,agent_planlevel,first_visit\nacme,2024-01-02 00:00:00,Acme,Legacy,2023-01-01 00:00:00\n",
    );
    let account = *rows!(found, Account).first().unwrap();
    assert_eq!(
        (account.native_key.as_str(), account.name.as_deref()),
        ("pendo:account:acme", Some("Acme"))
    );

    let found = items(
        "pendo/feature_event.csv",
        "pendo",
        "event",
        "account_id,feature_id,timestamp,visitor_id,num_events,num_minutes\nacme,f1,2024-01-03 08:00:00,v1,4,2\n",
    );
    let event = *rows!(found, Event).first().unwrap();
    assert_eq!((event.user_key.as_str(), event.n), ("pendo:user:v1", 4));
    assert_eq!(event.group_key.as_deref(), Some("pendo:account:acme"));
    assert_eq!(event.name, "pendo:feature:f1");

    let found = items(
        "pendo/feature_history.csv",
        "pendo",
        "feature",
        "id,last_updated_at,name,is_core_event\nf1,2024-01-02 00:00:00,Export,\n",
    );
    let label = *rows!(found, Label).first().unwrap();
    assert_eq!(
        (label.native_key.as_str(), label.label.as_str()),
        ("pendo:feature:f1", "Export")
    );

    let found = items(
        "pendo/poll_event.csv",
        "pendo",
        "answer",
        "account_id,poll_id,timestamp,visitor_id,poll_response\nacme,p1,2024-01-03 08:00:00,v1,9\n",
    );
    let answer = *rows!(found, Answer).first().unwrap();
    assert_eq!(
        (answer.native_key.as_str(), answer.question.as_str()),
        ("pendo:user:v1", "pendo:poll:p1")
    );
    assert!(!answer.is_anonymous);

    let found = items(
        "pendo/user.csv",
        "pendo",
        "staff",
        "id,first_name,last_name,role,user_type,username\n9,Sam,Sell,2,normal,sam@ours.example\n",
    );
    let staff = *rows!(found, Mention).first().unwrap();
    assert_eq!(
        (staff.native_key.as_str(), staff.side),
        ("pendo:staff:9", Side::Ours)
    );
}

#[test]
fn known_tables_without_use_say_what_they_hold() {
    for (path, text) in [
        (
            "email_campaign_data.csv",
            "id,app_id,content_id,num_included\n1,2,3,4\n",
        ),
        ("ticket_tag.csv", "tag,ticket_id\nvip,9\n"),
        ("zendesk/brand.csv", "id,name,subdomain\n1,Ours,ours\n"),
    ] {
        let refused = read(path, text.as_bytes()).unwrap_err();
        assert_eq!(refused.code().as_str(), "object_unused", "{path}");
        assert!(refused.to_string().contains("it holds"), "{path}");
    }
}
