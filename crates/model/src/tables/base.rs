//! Base tables: what the files say, row by row, before anything is concluded.
//!
//! Every row knows its record; records know file and line. Rows of versioned
//! objects carry `native_key`, `modified` and `import_seq`, by which a later
//! step finds the version in force. `account_id` is empty in base tables and
//! filled by the placing steps, which write the same shape under another name.

use crate::ids::{AccountId, FileId, MeetingId, MentionId, RecordId};
use crate::time::{Day, Instant};
use crate::vocabulary::{MentionKind, Side};

table!(/** A file as it was imported. */ FileRow in "file" slot["file_id"] primary["file_id"] {
    /// Hash of the bytes.
    file_id: FileId,
    /// The path as given, relative to what was imported.
    path: String,
    /// Format code, such as `csv`, `vtt`, `segment_jsonl`.
    format: String,
    /// System the rows come from.
    system: String,
    /// Object the rows describe, such as `contact`; empty when several.
    object: String,
    /// Size in bytes.
    n_bytes: i64,
    /// Rows read.
    n_rows: i64,
    /// Rows set aside.
    n_bad_rows: i64,
    /// How it was recognised, in words.
    recognised_by: String,
    /// Position in the order of imports.
    import_seq: i64,
    /// When it was imported.
    known_at: Instant,
});

table!(/** A row of a file, as it stood there. */ RecordRow in "record" slot["native_key"] primary["native_key", "record_id"] {
    /// From system, object, native id and content: the same row in two exports is one record.
    record_id: RecordId,
    /// `system:object:id`; for rows without an id, a hash of the content.
    native_key: String,
    /// The file it was first seen in.
    file_id: FileId,
    /// The line it starts at, from 1.
    line: i64,
    /// The line's own columns as a JSON object, keys as in the header, order kept.
    fields: String,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
});

table!(/** A record and the position in it that names somebody. */ MentionRow in "mention" slot["native_key"] primary["native_key", "mention_id"] {
    /// From record, field and position.
    mention_id: MentionId,
    /// The record that names them.
    record_id: RecordId,
    /// Rows: the person's own `system:object:id`. References: the key pointed at. Speakers and the like: `meeting id/label`.
    native_key: String,
    /// How the record names them.
    kind: MentionKind,
    /// The system of the record.
    system: String,
    /// The column, or empty for running text.
    field: String,
    /// First character of the name in the field or text, from 0; -1 when the whole row is meant.
    span_start: i32,
    /// One past the last character.
    span_end: i32,
    /// The name as it stands there.
    full_name: Option<String>,
    /// Given name, where the source separates it.
    given_name: Option<String>,
    /// Family name, where the source separates it.
    family_name: Option<String>,
    /// E-mail addresses, lower case, the primary first.
    emails: Vec<String>,
    /// Phone numbers as they stand there.
    phones: Vec<String>,
    /// Job title.
    title: Option<String>,
    /// Department.
    department: Option<String>,
    /// The account's key, when the record points at one.
    account_ref: Option<String>,
    /// The account's name, when the record names one.
    account_name: Option<String>,
    /// The manager's key.
    reports_to_ref: Option<String>,
    /// Identifiers that other systems use for the same person (usage ids, CRM ids): full keys.
    external_keys: Vec<String>,
    /// The meeting, for speakers and attendees.
    meeting_id: Option<MeetingId>,
    /// Side, as far as the record alone tells.
    side: Side,
    /// A role without a known person, such as "CFO (unknown)".
    is_placeholder: bool,
    /// Opted out of contact. It restricts; it is never evidence.
    is_opted_out: bool,
    /// First day it holds, when the record says.
    valid_from: Option<Day>,
    /// First day it no longer holds, when the record says.
    valid_to: Option<Day>,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** What a system says of a company. */ AccountRow in "account_row" slot["native_key"] primary["native_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// `system:account:id`.
    native_key: String,
    /// The system.
    system: String,
    /// Name.
    name: Option<String>,
    /// Website and e-mail domains as they stand there.
    domains: Vec<String>,
    /// The parent's key.
    parent_ref: Option<String>,
    /// The key it was merged into.
    merged_into_ref: Option<String>,
    /// Other keys of the same company in other systems.
    external_keys: Vec<String>,
    /// Industry as it stands there.
    industry: Option<String>,
    /// Number of employees.
    n_employees: Option<i64>,
    /// Country.
    country: Option<String>,
    /// Customer, prospect, partner … as it stands there.
    account_type: Option<String>,
    /// Health, satisfaction and other figures of the row: JSON object of numbers by column.
    figures: String,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** An opportunity or deal. */ DealRow in "deal" slot["native_key"] primary["native_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// `system:deal:id`.
    native_key: String,
    /// The account's key.
    account_ref: Option<String>,
    /// The account's name.
    account_name: Option<String>,
    /// The deal's name.
    name: Option<String>,
    /// New business, renewal, add-on … as it stands there.
    deal_type: Option<String>,
    /// Stage as it stands there.
    stage: Option<String>,
    /// Closed, as far as the record says.
    is_closed: Option<bool>,
    /// Won, as far as the record says.
    is_won: Option<bool>,
    /// Amount in the record's currency.
    amount: Option<f64>,
    /// First day.
    created: Option<Day>,
    /// Day it closed or is expected to.
    closes: Option<Day>,
    /// The contract it is under.
    contract_ref: Option<String>,
    /// The contract it renews.
    renewed_contract_ref: Option<String>,
    /// The contract it amends.
    amended_contract_ref: Option<String>,
    /// The source flags it as a renewal.
    is_renewal: Option<bool>,
    /// Products by name.
    products: Vec<String>,
    /// Competitors as they stand there.
    competitors: Vec<String>,
    /// Why it was won or lost, as it stands there.
    reason: Option<String>,
    /// Our representative's key or name.
    owner: Option<String>,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** A role that a system declares: a vote, not the truth. */ DeclaredRoleRow in "declared_role" slot["native_key"] primary["native_key", "record_id", "role_text"] {
    /// The record.
    record_id: RecordId,
    /// `system:role:id`.
    native_key: String,
    /// The column that says so.
    field: String,
    /// The mention of the person (a `mention` row of the same record).
    mention_id: MentionId,
    /// The deal's key.
    deal_ref: Option<String>,
    /// The contract's key.
    contract_ref: Option<String>,
    /// The account's key, for account-wide roles.
    account_ref: Option<String>,
    /// The account's name.
    account_name: Option<String>,
    /// The role in the system's words; one row a role when a cell holds several.
    role_text: String,
    /// Primary contact.
    is_primary: bool,
    /// When it was declared.
    since: Option<Day>,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** A contract, or the contract columns of an account row. */ ContractRow in "contract" slot["native_key"] primary["native_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// `system:contract:id`.
    native_key: String,
    /// The account's key.
    account_ref: Option<String>,
    /// The account's name.
    account_name: Option<String>,
    /// Name or number.
    name: Option<String>,
    /// First day of the term.
    starts: Option<Day>,
    /// First day after the term: the renewal is due.
    ends: Option<Day>,
    /// Days of notice.
    notice_days: Option<i32>,
    /// Renews by itself.
    is_auto_renewing: Option<bool>,
    /// Status as it stands there.
    status: Option<String>,
    /// Yearly or total value as it stands there.
    amount: Option<f64>,
    /// Products by name.
    products: Vec<String>,
    /// The mention of who signed for the account (a `mention` row of the same record).
    signed_by: Option<MentionId>,
    /// The signatory's title.
    signed_title: Option<String>,
    /// Day of signature.
    signed: Option<Day>,
    /// The deal it came from.
    deal_ref: Option<String>,
    /// The deal that renews it.
    renewal_deal_ref: Option<String>,
    /// The contract it renews.
    predecessor_ref: Option<String>,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** A product on a deal or, as a subscription, under a contract. */ LineItemRow in "line_item" slot["deal_ref"] primary["deal_ref", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// The key of the deal or the contract.
    deal_ref: String,
    /// The product's name, or its key when the name stands elsewhere.
    product: String,
    /// Quantity.
    quantity: Option<f64>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A deal entered a stage. */ StageRow in "stage" slot["deal_ref"] primary["deal_ref", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// The deal's key.
    deal_ref: String,
    /// Stage as it stands there.
    stage: String,
    /// When it was entered.
    entered: Option<Instant>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A name for a code: products, pipeline stages, properties. */ LabelRow in "label" slot["native_key"] primary["native_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// The key that is named, such as `salesforce:product:01t…`.
    native_key: String,
    /// Its name.
    label: String,
    /// For stages: closed and won, closed and lost, or open.
    outcome: Option<String>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** Two objects are connected: deal and contact, deal and company, contact and company. */ AssociationRow in "association" slot["from_key"] primary["from_key", "to_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// One key.
    from_key: String,
    /// The other key.
    to_key: String,
    /// Association label, as it stands there.
    label: Option<String>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** Two keys are the same thing: CRM merge, lead conversion, alias. Strong identity evidence. */ SameAsRow in "same_as" slot["from_key"] primary["from_key", "to_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// The key that was merged, converted or aliased.
    from_key: String,
    /// The key it became.
    to_key: String,
    /// `merge`, `conversion` or `alias`.
    reason: String,
    /// When.
    at: Option<Instant>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A meeting or call. */ MeetingRow in "meeting" slot["meeting_id"] primary["meeting_id"] {
    /// From the content of the transcript or the system's id.
    meeting_id: MeetingId,
    /// The record of the heading, or of the file.
    record_id: RecordId,
    /// The file.
    file_id: FileId,
    /// Title as it stands there, or the file's stem.
    title: String,
    /// Day, where known.
    day: Option<Day>,
    /// Tokens of the file name and heading that may be ids of deals or accounts.
    hints: Vec<String>,
    /// The deal's key, where the record gives it.
    deal_ref: Option<String>,
    /// The account's key, where the record gives it.
    account_ref: Option<String>,
    /// Language code, `en`, `de`, `fr`, or empty.
    language: String,
    /// Utterances.
    n_utterances: i64,
    /// The record's arrival.
    known_at: Instant,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** Something said. */ UtteranceRow in "utterance" slot["meeting_id"] primary["meeting_id", "utterance_idx"] {
    /// The record.
    record_id: RecordId,
    /// The meeting.
    meeting_id: MeetingId,
    /// Position in the meeting, from 0.
    utterance_idx: i32,
    /// Who spoke: the mention of the label, when there is one.
    speaker_mention: Option<MentionId>,
    /// The label as it stands there.
    speaker_label: Option<String>,
    /// Start in milliseconds.
    start_ms: Option<i64>,
    /// End in milliseconds.
    end_ms: Option<i64>,
    /// The file.
    file_id: FileId,
    /// The line the text starts at, from 1.
    line: i64,
    /// The character of that line the text starts at, from 1.
    column: i32,
    /// The words, to the character.
    text: String,
});

table!(/** A note, task, mail, call log or ticket: text by somebody about something. */ ActivityRow in "activity" slot["native_key"] primary["native_key", "record_id"] {
    /// The record.
    record_id: RecordId,
    /// `system:activity:id`.
    native_key: String,
    /// `note`, `task`, `call`, `email`, `meeting`, `ticket`, `comment`.
    activity_kind: String,
    /// The deal's key.
    deal_ref: Option<String>,
    /// The account's key.
    account_ref: Option<String>,
    /// The account's name.
    account_name: Option<String>,
    /// People it is with: their keys.
    person_refs: Vec<String>,
    /// Who of ours did it, as it stands there.
    author: Option<String>,
    /// Who wrote it: `ours`, `account` or `unknown`.
    author_side: Side,
    /// When.
    at: Option<Instant>,
    /// Subject.
    subject: Option<String>,
    /// The column that holds the body.
    body_field: String,
    /// The text, to the character.
    body: String,
    /// The object's own modified stamp.
    modified: Option<Instant>,
    /// Position in the order of imports.
    import_seq: i64,
    /// The record's arrival.
    known_at: Instant,
    /// The source says it was deleted.
    is_deleted: bool,
    /// Filled by the placing step.
    account_id: Option<AccountId>,
});

table!(/** A usage event. Two million of them are normal, so nothing here is JSON. */ EventRow in "event" slot["user_key"] primary["user_key", "event_id"] {
    /// From the message id, else from the content.
    event_id: RecordId,
    /// Who: `system:user:id` (anonymous ids: `system:anonymous:id`).
    user_key: String,
    /// For which account: `system:group:id`, where given.
    group_key: Option<String>,
    /// Name of the event, page or feature.
    name: String,
    /// When.
    at: Instant,
    /// How many it stands for (aggregated sources).
    n: i32,
    /// The file.
    file_id: FileId,
    /// The line, from 1.
    line: i64,
});

table!(/** An answer in a survey. */ AnswerRow in "answer" slot["native_key"] primary["native_key", "question_idx", "answer"] {
    /// The respondent's record.
    record_id: RecordId,
    /// The respondent's key (a `mention` row has it too, unless the survey is anonymous).
    native_key: String,
    /// Column of the question, from 0; for answers that stand one a row, a number from the question's words.
    question_idx: i32,
    /// The question.
    question: String,
    /// The answer as it stands there; several choices are several rows of one question.
    answer: String,
    /// Free text, rather than a choice or number.
    is_free_text: bool,
    /// Nobody can be resolved from it.
    is_anonymous: bool,
    /// When it was answered.
    at: Option<Instant>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A row that was set aside. Never holds a personal value. */ IssueRow in "issue" slot["file_id"] primary["file_id", "line", "column", "code"] {
    /// The file.
    file_id: FileId,
    /// The line, from 1; 0 for the whole file.
    line: i64,
    /// The column's name, or empty.
    column: String,
    /// A stable code, such as `date_ambiguous`.
    code: String,
    /// The class of what was found, such as `text of 12 characters`.
    found: String,
    /// What was expected and what to do.
    expected: String,
    /// The row was set aside (otherwise: kept, with this remark).
    is_set_aside: bool,
});
