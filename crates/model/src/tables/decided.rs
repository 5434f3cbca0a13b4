//! Who plays which part in which decision.

use crate::ids::{
    AccountId, ClaimId, DecisionId, HoldingId, MentionId, PersonId, RecordId, SuccessionId,
};
use crate::row::{Row, TableDef};
use crate::time::{Day, Instant};
use crate::vocabulary::{
    Coverage, DecisionKind, Departure, HoldingState, Method, Outcome, Polarity, Predicate, Role,
};

table!(/** A purchase, renewal or expansion by an account, or a term of use. */ Decision in "decision" slot["account_id"] primary["account_id", "decision_id"] {
    /// From the founding record.
    decision_id: DecisionId,
    /// The account.
    account_id: AccountId,
    /// What is decided.
    kind: DecisionKind,
    /// Name as a source states it.
    name: String,
    /// First day, when known.
    opens: Option<Day>,
    /// Day it closed or is expected to.
    closes: Option<Day>,
    /// How it ended.
    outcome: Outcome,
    /// Products by name.
    products: Vec<String>,
    /// Amount as a source states it.
    amount: Option<f64>,
    /// The decisions it follows.
    predecessors: Vec<DecisionId>,
    /// How the predecessors were found: `link`, `dates`, or empty.
    predecessor_basis: String,
    /// The account that really decides, when another.
    locus: Option<AccountId>,
    /// No record of the decision itself: expected from a contract's end.
    is_expected: bool,
    /// Native keys of the deals and contracts behind it.
    native_keys: Vec<String>,
    /// The record it rests on.
    record_id: RecordId,
    /// Why the kind was given, in words.
    kind_reason: String,
});

table!(/** One typed fact with its evidence. The only source of roles and statements. */ Claim in "claim" slot["account_id"] primary["account_id", "claim_id"] {
    /// From subject, predicate, object and evidence.
    claim_id: ClaimId,
    /// The account it is filed under.
    account_id: AccountId,
    /// Whom it is about; empty for claims about the account.
    subject_mention: Option<MentionId>,
    /// What it says.
    predicate: Predicate,
    /// Role code, title, stage, competitor … as the predicate asks.
    object: String,
    /// The decision it bears on; empty when it bears on none.
    decision_id: Option<DecisionId>,
    /// First day it holds.
    valid_from: Option<Day>,
    /// First day it no longer holds.
    valid_to: Option<Day>,
    /// Its record's arrival.
    known_at: Instant,
    /// For or against.
    polarity: Polarity,
    /// Who said it.
    said_by: Option<MentionId>,
    /// How it came about.
    method: Method,
    /// Its weight before any learning, in log-odds.
    weight: f64,
    /// The record; for counted sets the record that connects the user.
    record_id: RecordId,
    /// The column or `text`.
    field: String,
    /// First character, from 0.
    span_start: i32,
    /// One past the last character.
    span_end: i32,
    /// A counted set instead of a span: JSON `{table, filter, from, to, count, digest}`.
    counted_set: Option<String>,
});

table!(/** A person's part in a decision: prior + lines + others = log-odds; calibrated to a probability. */ RoleHolding in "role_holding" slot["account_id"] primary["account_id", "decision_id", "person_id", "role"] {
    /// From decision, person and role.
    holding_id: HoldingId,
    /// The account.
    account_id: AccountId,
    /// The decision.
    decision_id: DecisionId,
    /// The person.
    person_id: PersonId,
    /// The role.
    role: Role,
    /// First day, when known.
    starts: Option<Day>,
    /// First day after, when known.
    ends: Option<Day>,
    /// Log-odds before any claim.
    prior: f64,
    /// Effect of the others in the decision, in log-odds.
    others: f64,
    /// Sum: prior + lines + others.
    log_odds: f64,
    /// Calibrated, 0–1.
    probability: f64,
    /// Established or not.
    state: HoldingState,
    /// A role without a known person.
    is_placeholder: bool,
});

table!(/** One line of a holding's waterfall. */ RoleLine in "role_line" slot["account_id"] primary["account_id", "holding_id", "claim_id"] {
    /// The account.
    account_id: AccountId,
    /// The holding.
    holding_id: HoldingId,
    /// The claim.
    claim_id: ClaimId,
    /// Its contribution, in log-odds; 0 when counted once already.
    weight: f64,
    /// Claims with one cause share a group and count once.
    cause: String,
});

table!(/** A required role of a decision and what we can say of it. */ RequiredRole in "required_role" slot["account_id"] primary["account_id", "decision_id", "role"] {
    /// The account.
    account_id: AccountId,
    /// The decision.
    decision_id: DecisionId,
    /// The role.
    role: Role,
    /// Filled, contested, vacant, not known.
    coverage: Coverage,
    /// The best holding.
    holding_id: Option<HoldingId>,
    /// What was looked at, in words.
    looked_at: String,
});

table!(/** A role that passed from one person to another. */ Succession in "succession" slot["account_id"] primary["account_id", "succession_id"] {
    /// From role, people and decisions.
    succession_id: SuccessionId,
    /// The account.
    account_id: AccountId,
    /// The role.
    role: Role,
    /// Who held it.
    from_person: PersonId,
    /// In which decision.
    from_decision: DecisionId,
    /// Who holds it now; empty when nobody is known.
    to_person: Option<PersonId>,
    /// In which decision.
    to_decision: DecisionId,
    /// Why it passed.
    departure: Departure,
    /// First day it can have passed.
    starts: Option<Day>,
    /// Last day it can have passed.
    ends: Option<Day>,
    /// Probability, 0–1.
    probability: f64,
    /// The claims it rests on.
    claims: Vec<ClaimId>,
});

table!(/** What was said, read from one utterance or note, before it is tied to a decision. */ Said in "said" slot["account_id"] primary["account_id", "said_id"] {
    /// From record, span and predicate.
    said_id: ClaimId,
    /// The account of the meeting.
    account_id: AccountId,
    /// The utterance or note.
    record_id: RecordId,
    /// The column, or `text`.
    field: String,
    /// First character of the words that count, from 0.
    span_start: i32,
    /// One past the last character.
    span_end: i32,
    /// The meeting, for utterances.
    meeting_id: Option<crate::ids::MeetingId>,
    /// Day it was said, when known.
    day: Option<Day>,
    /// Who spoke.
    speaker_mention: Option<MentionId>,
    /// Whom it is about when not the speaker: a name or title as it stands there.
    target_text: Option<String>,
    /// What it says.
    predicate: Predicate,
    /// Goal, competitor, question … in the speaker's words.
    object: String,
    /// For or against.
    polarity: Polarity,
    /// Written down by one of ours, rather than said by the account.
    is_noted: bool,
    /// How sure the reading is, 0–1.
    certainty: f64,
    /// The record's arrival.
    known_at: Instant,
});

/// What notes and mails say: read account by account, where meetings are read meeting by meeting.
pub const SAID_NOTED: TableDef = Said::TABLE.rekeyed("said_noted", &["account_id"]);

table!(/** Counted events of a user of an account: `usage` with its account. */ UsagePlaced in "usage_placed" slot["account_id"] primary["account_id", "user_key", "group_key", "name"] {
    /// The account of the user or the group.
    account_id: AccountId,
    /// Who; the `native_key` of a mention of the cast, where the user is known.
    user_key: String,
    /// For which account key; empty when not given.
    group_key: String,
    /// Name of the event.
    name: String,
    /// Events, weighted by what each stands for.
    n: i64,
    /// Different days.
    n_days: i32,
    /// First day.
    first_day: Day,
    /// Last day.
    last_day: Day,
    /// Sum of the event ids as 64-bit numbers: equal sets give equal digests, in any order.
    digest: i64,
});

table!(/** A role without a known person that only words name: "our VP Finance". A person of the cast in every other respect. */ Placeholder in "placeholder" slot["account_id"] primary["account_id", "mention_id"] {
    /// The account.
    account_id: AccountId,
    /// From account and title: two who name the same title mean the same person.
    person_id: PersonId,
    /// From record, field and span.
    mention_id: MentionId,
    /// The title or name as it stands there.
    name: String,
    /// The record that names them.
    record_id: RecordId,
    /// The column or `text`.
    field: String,
    /// First character of the words that name them, from 0.
    span_start: i32,
    /// One past the last character.
    span_end: i32,
});
