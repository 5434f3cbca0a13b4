//! Everybody who is named: mentions, their sides, placeholders.

use model::tables::base::MentionRow;
use model::{MentionId, MentionKind, RecordId, Side};

use crate::emit::{Emitter, Head};
use crate::ids::object_key;
use crate::names::column_key;
use crate::table::fields::Field;
use crate::table::layout::RowView;

/// A mention of a record with nothing said yet.
pub(crate) fn mention(
    emitter: &Emitter<'_>,
    head: &Head,
    system: &str,
    what: (MentionKind, &str),
) -> MentionRow {
    let (kind, field) = what;
    MentionRow {
        mention_id: mention_id(head.record_id, field, ""),
        record_id: head.record_id,
        native_key: head.native_key.clone(),
        kind,
        system: system.to_owned(),
        field: field.to_owned(),
        span_start: -1,
        span_end: -1,
        full_name: None,
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
        modified: head.modified,
        import_seq: emitter.context.import_seq,
        known_at: emitter.context.known_at,
        is_deleted: head.is_deleted,
        account_id: None,
    }
}

/// The id of the mention of `record` in `field` at `position`.
pub(crate) fn mention_id(record: RecordId, field: &str, position: &str) -> MentionId {
    MentionId::derive(&[&record.to_string(), field, position])
}

/// The length of a text as the end of a span.
pub(crate) fn span_len(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX)
}

/// Keys of the same object in other systems; the name of the column says in which.
pub(crate) fn external_keys(row: &RowView<'_>, object: &str) -> Vec<String> {
    let columns = row.layout.columns_of(Field::ExternalKey).iter();
    let key_of = |idx: &usize| {
        let id = row.cell(*idx)?;
        let name = column_key(row.layout.header.get(*idx)?);
        let system = ["salesforce", "hubspot", "zendesk", "sfdc"]
            .into_iter()
            .find(|system| name.contains(system))
            .unwrap_or("external");
        let system = if system == "sfdc" {
            "salesforce"
        } else {
            system
        };
        Some(object_key(system, object, id))
    };
    columns.filter_map(key_of).collect()
}

/// The side that names and addresses alone tell.
pub(crate) fn side(emitter: &Emitter<'_>, name: Option<&str>, emails: &[String]) -> Side {
    let is_own = emails
        .iter()
        .any(|email| emitter.context.is_own_address(email))
        || name.is_some_and(|name| emitter.context.is_own_person(name));
    if is_own { Side::Ours } else { Side::Unknown }
}

/// Addresses of a cell, lower case, without doubles.
pub(crate) fn push_emails(emails: &mut Vec<String>, cell: &str) {
    for part in cell.split([';', ',', ' ', '|']) {
        let part = part
            .trim_matches(|c: char| "<>\"'()".contains(c))
            .to_lowercase();
        let is_address = part
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
        if is_address && !emails.contains(&part) {
            emails.push(part);
        }
    }
}

/// Words that stand for a part a person plays, not for a person.
const PART_WORDS: &str = "ceo cfo cio cto coo cro cmo cpo ciso chro vp svp evp avp vice president director manager \
     head chief officer lead owner buyer champion procurement purchasing legal finance it security operations ops \
     sales marketing engineering product hr revops support admin administrator executive sponsor decision maker \
     economic technical evaluator user of and the senior regional global accounts payable receivable billing contact \
     primary main helpdesk reception info customer service";
/// Words for a group of people.
const GROUP_WORDS: &str = "team department dept committee group desk office staff board council";
/// Words that say that the name is missing.
const UNKNOWN_WORDS: &str =
    "unknown unnamed tbd tba tbc unbekannt inconnu desconocido unidentified";

/// Whether a name names a part, not a person: `CFO (unknown)`, `Security Team`, `New VP Sales`.
pub(crate) fn is_placeholder(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_in = |words: &str, word: &str| words.split(' ').any(|known| known == word);
    if words.iter().any(|word| is_in(UNKNOWN_WORDS, word)) || lower.contains('?') {
        return true;
    }
    if words.last().is_some_and(|word| is_in(GROUP_WORDS, word)) && words.len() > 1 {
        return true;
    }
    let first_is_state = words
        .first()
        .is_some_and(|word| is_in("former new current next previous old ex", word));
    let parts = words.get(usize::from(first_is_state)..).unwrap_or_default();
    !parts.is_empty() && parts.iter().all(|word| is_in(PART_WORDS, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_from_people() {
        for name in [
            "CFO (unknown)",
            "VP Sales (unnamed)",
            "Security Team",
            "New VP Sales",
            "TBD",
            "Head of IT",
            "Accounts Payable",
            "Billing Contact",
        ] {
            assert!(is_placeholder(name), "{name}");
        }
        for name in [
            "Ada Head",
            "Newt Vance",
            "Grace Legal-Hopper",
            "May Sales Ortiz",
        ] {
            assert!(!is_placeholder(name), "{name}");
        }
    }

    #[test]
    fn addresses_are_found_in_a_cell() {
        let mut emails = Vec::new();
        push_emails(
            &mut emails,
            "Ada <ADA@one.example>; b@two.example, ada@one.example, none",
        );
        assert_eq!(emails, ["ada@one.example", "b@two.example"]);
    }
}
