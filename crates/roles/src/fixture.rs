//! Rows for tests: what a test does not say is empty.

use model::tables::base::{ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MeetingRow};
use model::tables::decided::{Said, UsagePlaced};
use model::tables::resolved::{Affiliation, CastRow};
use model::{
    AccountId, ClaimId, Day, FileId, Function, Instant, MeetingId, MentionId, MentionKind,
    PersonId, Polarity, Predicate, RecordId, Seniority, Side,
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub(crate) fn account() -> AccountId {
    AccountId::derive(&["harbour"])
}

pub(crate) fn person(name: &str) -> PersonId {
    PersonId::derive(&[name])
}

pub(crate) fn mention(name: &str) -> MentionId {
    MentionId::derive(&[name])
}

pub(crate) fn deal(id: &str, name: &str, closes: &str) -> DealRow {
    DealRow {
        record_id: RecordId::derive(&["deal", id]),
        native_key: format!("crm:deal:{id}"),
        account_ref: None,
        account_name: None,
        name: Some(name.to_owned()),
        deal_type: None,
        stage: Some("Closed Won".to_owned()),
        is_closed: None,
        is_won: None,
        amount: None,
        created: None,
        closes: Some(day(closes)),
        contract_ref: None,
        renewed_contract_ref: None,
        amended_contract_ref: None,
        is_renewal: None,
        products: Vec::new(),
        competitors: Vec::new(),
        reason: None,
        owner: None,
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: Some(account()),
    }
}

pub(crate) fn contract(id: &str, starts: &str, ends: &str) -> ContractRow {
    ContractRow {
        record_id: RecordId::derive(&["contract", id]),
        native_key: format!("crm:contract:{id}"),
        account_ref: None,
        account_name: None,
        name: Some(format!("Contract {id}")),
        starts: Some(day(starts)),
        ends: Some(day(ends)),
        notice_days: None,
        is_auto_renewing: None,
        status: None,
        amount: None,
        products: Vec::new(),
        signed_by: None,
        signed_title: None,
        signed: None,
        deal_ref: None,
        renewal_deal_ref: None,
        predecessor_ref: None,
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: Some(account()),
    }
}

pub(crate) fn declared(name: &str, deal_id: &str, role_text: &str) -> DeclaredRoleRow {
    DeclaredRoleRow {
        record_id: RecordId::derive(&["role", name, deal_id]),
        native_key: format!("crm:role:{name}{deal_id}"),
        field: "Role".to_owned(),
        mention_id: mention(name),
        deal_ref: Some(format!("crm:deal:{deal_id}")),
        contract_ref: None,
        account_ref: None,
        account_name: None,
        role_text: role_text.to_owned(),
        is_primary: false,
        since: None,
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: Some(account()),
    }
}

/// The mention of `name`'s own row.
pub(crate) fn member(name: &str, title: &str) -> CastRow {
    CastRow {
        account_id: account(),
        mention_id: mention(name),
        person_id: person(name),
        record_id: RecordId::derive(&["contact", name]),
        native_key: format!("crm:contact:{name}"),
        kind: MentionKind::Row,
        name: name.to_owned(),
        title: (!title.is_empty()).then(|| title.to_owned()),
        meeting_id: None,
        side: Side::Account,
        is_placeholder: false,
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
    }
}

/// The mention of `name` as a speaker of a meeting.
pub(crate) fn speaker(name: &str, meeting: &str) -> CastRow {
    CastRow {
        mention_id: mention(&format!("{name}@{meeting}")),
        record_id: RecordId::derive(&["meeting", meeting]),
        native_key: format!("{meeting}/{name}"),
        kind: MentionKind::Speaker,
        meeting_id: Some(MeetingId::derive(&[meeting])),
        ..member(name, "")
    }
}

pub(crate) fn affiliation(
    name: &str,
    title: &str,
    level: Seniority,
    function: Option<Function>,
) -> Affiliation {
    Affiliation {
        account_id: account(),
        person_id: person(name),
        span_idx: 0,
        title: Some(title.to_owned()),
        seniority: Some(level),
        function,
        side: Side::Account,
        starts: None,
        ends: None,
        record_id: RecordId::derive(&["contact", name]),
        field: "Title".to_owned(),
    }
}

pub(crate) fn meeting(id: &str, on: &str) -> MeetingRow {
    MeetingRow {
        meeting_id: MeetingId::derive(&[id]),
        record_id: RecordId::derive(&["meeting", id]),
        file_id: FileId::derive(&[id]),
        title: id.to_owned(),
        day: Some(day(on)),
        hints: Vec::new(),
        deal_ref: None,
        account_ref: None,
        language: "en".to_owned(),
        n_utterances: 40,
        known_at: Instant(0),
        account_id: Some(account()),
    }
}

/// Something `name` said in `meeting`, about themselves unless `target` is given.
pub(crate) fn said(name: &str, meeting: &str, predicate: Predicate, target: Option<&str>) -> Said {
    let parts = [name, meeting, predicate.code(), target.unwrap_or("")];
    Said {
        said_id: ClaimId::derive(&parts),
        account_id: account(),
        record_id: RecordId::derive(&parts),
        field: "text".to_owned(),
        span_start: 3,
        span_end: 20,
        meeting_id: Some(MeetingId::derive(&[meeting])),
        day: None,
        speaker_mention: Some(mention(&format!("{name}@{meeting}"))),
        target_text: target.map(str::to_owned),
        predicate,
        object: String::new(),
        polarity: Polarity::For,
        is_noted: false,
        certainty: 1.0,
        known_at: Instant(0),
    }
}

pub(crate) fn note(id: &str, deal_id: &str, on: &str) -> ActivityRow {
    ActivityRow {
        record_id: RecordId::derive(&["note", id]),
        native_key: format!("crm:activity:{id}"),
        activity_kind: "call".to_owned(),
        deal_ref: Some(format!("crm:deal:{deal_id}")),
        account_ref: None,
        account_name: None,
        person_refs: Vec::new(),
        author: None,
        author_side: Side::Ours,
        at: Some(day(on).start()),
        subject: None,
        body_field: "notes".to_owned(),
        body: String::new(),
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: Some(account()),
    }
}

/// A note without a deal on a day with `name`.
pub(crate) fn note_with(name: &str, on: &str) -> ActivityRow {
    ActivityRow {
        deal_ref: None,
        person_refs: vec![format!("crm:contact:{name}")],
        ..note(&format!("{name} {on}"), "none", on)
    }
}

pub(crate) fn usage(name: &str, event: &str, n_days: i32, span: (&str, &str)) -> UsagePlaced {
    UsagePlaced {
        account_id: account(),
        user_key: format!("crm:contact:{name}"),
        group_key: String::new(),
        name: event.to_owned(),
        n: i64::from(n_days) * 3,
        n_days,
        first_day: day(span.0),
        last_day: day(span.1),
        digest: 7,
    }
}
