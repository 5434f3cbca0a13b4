//! Rows for tests, with every column that does not matter left empty.

use crate::people::{NodeInput, parts};
use model::tables::base::{AccountRow, DealRow, DeclaredRoleRow, MeetingRow, MentionRow};
use model::tables::resolved::PersonNode;
use model::{FileId, Instant, MeetingId, MentionId, MentionKind, RecordId, Side};

/// An account row.
pub(crate) fn account(key: &str, name: &str) -> AccountRow {
    AccountRow {
        record_id: RecordId::derive(&[key, name]),
        native_key: key.into(),
        system: system_of(key),
        name: Some(name.into()),
        domains: Vec::new(),
        parent_ref: None,
        merged_into_ref: None,
        external_keys: Vec::new(),
        industry: None,
        n_employees: None,
        country: None,
        account_type: None,
        figures: "{}".into(),
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: None,
    }
}

/// A contact row.
pub(crate) fn contact(key: &str, name: &str) -> MentionRow {
    let record_id = RecordId::derive(&[key, name]);
    MentionRow {
        mention_id: MentionId::derive(&[&record_id.to_string(), "row"]),
        record_id,
        native_key: key.into(),
        kind: MentionKind::Row,
        system: system_of(key),
        field: String::new(),
        span_start: -1,
        span_end: -1,
        full_name: Some(name.into()),
        given_name: None,
        family_name: None,
        emails: Vec::new(),
        phones: Vec::new(),
        title: None,
        department: None,
        account_ref: None,
        account_name: None,
        reports_to_ref: None,
        external_keys: Vec::new(),
        meeting_id: None,
        side: Side::Unknown,
        is_placeholder: false,
        is_opted_out: false,
        valid_from: None,
        valid_to: None,
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: None,
    }
}

/// The node of one mention.
pub(crate) fn node(row: &MentionRow) -> PersonNode {
    let input = NodeInput {
        mentions: std::slice::from_ref(row),
        same_as: &[],
    };
    parts(&input).remove(0)
}

/// A speaker or attendee of the meeting called `title`.
pub(crate) fn present(kind: MentionKind, title: &str, label: &str) -> MentionRow {
    let meeting_id = MeetingId::derive(&[title]);
    let key = format!("{meeting_id}/{label}");
    let record_id = RecordId::derive(&[title]);
    MentionRow {
        mention_id: MentionId::derive(&[&key, kind.code()]),
        record_id,
        kind,
        system: "transcript".into(),
        meeting_id: Some(meeting_id),
        ..contact(&key, label)
    }
}

/// A meeting called `title`.
pub(crate) fn meeting(title: &str) -> MeetingRow {
    MeetingRow {
        meeting_id: MeetingId::derive(&[title]),
        record_id: RecordId::derive(&[title]),
        file_id: FileId::derive(&[title]),
        title: title.into(),
        day: None,
        hints: Vec::new(),
        deal_ref: None,
        account_ref: None,
        language: "en".into(),
        n_utterances: 0,
        known_at: Instant(0),
        account_id: None,
    }
}

/// A deal of the account called `account_name`.
pub(crate) fn deal(key: &str, account_name: &str) -> DealRow {
    DealRow {
        record_id: RecordId::derive(&[key]),
        native_key: key.into(),
        account_ref: None,
        account_name: Some(account_name.into()),
        name: None,
        deal_type: None,
        stage: None,
        is_closed: None,
        is_won: None,
        amount: None,
        created: None,
        closes: None,
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
        account_id: None,
    }
}

/// A role of a mention in a deal.
pub(crate) fn role(key: &str, mention_id: MentionId, deal_ref: &str) -> DeclaredRoleRow {
    DeclaredRoleRow {
        record_id: RecordId::derive(&[key]),
        native_key: key.into(),
        field: "Role".into(),
        mention_id,
        deal_ref: Some(deal_ref.into()),
        contract_ref: None,
        account_ref: None,
        account_name: None,
        role_text: "Champion".into(),
        is_primary: false,
        since: None,
        modified: None,
        import_seq: 0,
        known_at: Instant(0),
        is_deleted: false,
        account_id: None,
    }
}

fn system_of(key: &str) -> String {
    key.split(':').next().unwrap_or_default().into()
}
