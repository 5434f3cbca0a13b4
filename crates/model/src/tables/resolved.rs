//! Who is who: what resolving writes and later stages read.

use crate::ids::{AccountId, MeetingId, MentionId, PersonId, RecordId};
use crate::row::{Row, TableDef};
use crate::time::{Day, Instant};
use crate::vocabulary::{Function, MentionKind, Seniority, Side};

table!(/** A resolved company. */ Account in "account" slot["account_id"] primary["account_id"] {
    /// From the founding record.
    account_id: AccountId,
    /// The name in force.
    name: String,
    /// Registrable domain.
    domain: Option<String>,
    /// Parent company: linked, not merged.
    parent_id: Option<AccountId>,
    /// Industry as a source states it.
    industry: Option<String>,
    /// Number of employees.
    n_employees: Option<i64>,
    /// Country.
    country: Option<String>,
    /// Whose company it is: an account, ours, a partner.
    side: Side,
    /// Records behind it.
    n_records: i32,
    /// The record that founds it.
    founding_record: RecordId,
});

table!(/** A key, name or domain that means an account: the index by which rows are placed. */ AccountAlias in "account_alias" slot["alias"] primary["alias_kind", "alias"] {
    /// `key` (native key), `name` (normalised) or `domain`.
    alias_kind: String,
    /// The key, normalised name or registrable domain.
    alias: String,
    /// The account.
    account_id: AccountId,
    /// Why, in words.
    reason: String,
    /// The record that says so.
    record_id: RecordId,
});

table!(/** All mentions under one key: what is compared when people are resolved. */ PersonNode in "person_node" slot["node_key"] primary["node_key", "block_key", "node_id"] {
    /// The key its mentions share: a native key, or account and full name for people in meetings.
    node_key: String,
    /// The block it stands in; empty outside blocks.
    block_key: String,
    /// The mention that founds it: the first known, then the least.
    node_id: MentionId,
    /// The record of that mention.
    record_id: RecordId,
    /// When that mention was first known.
    known_at: Instant,
    /// The component it is in; its own id before links are known.
    component: MentionId,
    /// The native keys of its mentions.
    native_keys: Vec<String>,
    /// Keys that other systems use for the same person.
    external_keys: Vec<String>,
    /// Name in force, as it stands there; empty when none is known.
    name: String,
    /// Names as compared, `given|family|middle|suffix`, the one in force first.
    name_keys: Vec<String>,
    /// Addresses that are somebody's own.
    emails: Vec<String>,
    /// Addresses of functions and groups: shown, never compared.
    shared_emails: Vec<String>,
    /// Phone numbers, digits only.
    phones: Vec<String>,
    /// Where they stand: workplaces and the accounts they are mentioned at.
    accounts: Vec<AccountId>,
    /// Meetings as `speaker:id` or `attendee:id`.
    meetings: Vec<String>,
    /// `system:object` of the rows about them.
    objects: Vec<String>,
    /// Side, as far as these mentions tell.
    side: Side,
    /// A role without a known person.
    is_placeholder: bool,
    /// Opted out of contact in at least one mention.
    is_opted_out: bool,
    /// Mentions behind it.
    n_mentions: i32,
});

/// Nodes as far as one slot of mentions tells, on their way to the slot of their key.
pub const PERSON_PART: TableDef = PersonNode::TABLE.rekeyed("person_part", &["node_key"]);
/// Nodes once for each block in which they meet others.
pub const PERSON_BLOCK: TableDef = PersonNode::TABLE.rekeyed("person_block", &["block_key"]);
/// Nodes beside the others of their component.
pub const PERSON_MEMBER: TableDef = PersonNode::TABLE.rekeyed("person_member", &["component"]);

table!(/** Which person a key means. */ KeyPerson in "key_person" slot["native_key"] primary["native_key"] {
    /// The key of mentions.
    native_key: String,
    /// The person.
    person_id: PersonId,
    /// The side of the person.
    side: Side,
    /// Where the person is mentioned, when all mentions agree on one account.
    account_id: Option<AccountId>,
    /// A role without a known person, or a mailbox of several.
    is_placeholder: bool,
    /// The strongest link that holds the key in the component, in bits.
    weight_bits: f64,
    /// Why, in words.
    reason: String,
});

table!(/** A company's name as a record other than an account row gives it. */ AccountSeen in "account_seen" slot["name_key"] primary["name_key", "record_id", "name", "domain", "known_at"] {
    /// The name, normalised.
    name_key: String,
    /// The name as it stands there.
    name: String,
    /// Registrable domain of the e-mail address beside the name; empty when there is none.
    domain: String,
    /// The record.
    record_id: RecordId,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A resolved human. */ Person in "person" slot["person_id"] primary["person_id"] {
    /// From the founding record of the component.
    person_id: PersonId,
    /// The name in force.
    name: String,
    /// E-mail addresses, all that were ever seen.
    emails: Vec<String>,
    /// Whose side.
    side: Side,
    /// Mentions behind it.
    n_mentions: i32,
    /// The record that founds it.
    founding_record: RecordId,
    /// Opted out of contact in at least one record.
    is_opted_out: bool,
});

table!(/** Which person a mention means. */ Membership in "membership" slot["mention_id"] primary["mention_id"] {
    /// The mention.
    mention_id: MentionId,
    /// The person.
    person_id: PersonId,
    /// The strongest link that holds it in the component, in bits; 0 for a lone mention.
    weight_bits: f64,
    /// Why, in words.
    reason: String,
});

table!(/** A scored pair of mentions. The lines of `waterfall` add up to the score. */ Link in "link" slot["left_id", "right_id"] primary["left_id", "right_id"] {
    /// The smaller mention id.
    left_id: MentionId,
    /// The larger mention id.
    right_id: MentionId,
    /// Sum of the weights, in bits.
    score_bits: f64,
    /// JSON array of `[what, bits]`.
    waterfall: String,
    /// `link`, `ask` or `apart`.
    verdict: String,
});

/// Pairs as they are scored, before chains are looked at.
pub const PAIR_SCORED: TableDef = Link::TABLE.rekeyed("pair_scored", &["left_id", "right_id"]);

table!(/** A person at a workplace, as one mention states it: what affiliations are made of. */ WorkSeen in "work_seen" slot["person_id"] primary["person_id", "mention_id"] {
    /// The person.
    person_id: PersonId,
    /// The mention.
    mention_id: MentionId,
    /// The key of the mention: versions of one object follow each other.
    native_key: String,
    /// The account.
    account_id: AccountId,
    /// Title as it stands there.
    title: Option<String>,
    /// Side.
    side: Side,
    /// First day it holds, when the record says.
    valid_from: Option<Day>,
    /// First day it no longer holds, when the record says.
    valid_to: Option<Day>,
    /// The day on which it was so: the object's own stamp, else the arrival.
    seen: Day,
    /// `seen` is the object's own stamp.
    is_stamped: bool,
    /// A later version of the object says otherwise.
    is_superseded: bool,
    /// The record.
    record_id: RecordId,
    /// The column of the title.
    field: String,
});

table!(/** A mention with its person and account: the cast of an account. */ CastRow in "cast" slot["account_id"] primary["account_id", "mention_id"] {
    /// The account; mentions without one are not here.
    account_id: AccountId,
    /// The mention.
    mention_id: MentionId,
    /// The person.
    person_id: PersonId,
    /// The record.
    record_id: RecordId,
    /// The key of the mention.
    native_key: String,
    /// How the record names them.
    kind: MentionKind,
    /// The name.
    name: String,
    /// Title.
    title: Option<String>,
    /// The meeting.
    meeting_id: Option<MeetingId>,
    /// Side.
    side: Side,
    /// A role without a known person.
    is_placeholder: bool,
    /// First day it holds.
    valid_from: Option<Day>,
    /// First day it no longer holds.
    valid_to: Option<Day>,
    /// The record's arrival.
    known_at: Instant,
});

table!(/** A person at an account, with title and a dated interval. */ Affiliation in "affiliation" slot["account_id"] primary["account_id", "person_id", "span_idx"] {
    /// The account.
    account_id: AccountId,
    /// The person.
    person_id: PersonId,
    /// Position among the person's intervals at the account, from 0.
    span_idx: i32,
    /// Title as it stands there.
    title: Option<String>,
    /// Seniority, when the title says it clearly.
    seniority: Option<Seniority>,
    /// Function, when the title says it clearly.
    function: Option<Function>,
    /// Side.
    side: Side,
    /// First day, when known.
    starts: Option<Day>,
    /// First day after, when known.
    ends: Option<Day>,
    /// The record it rests on.
    record_id: RecordId,
    /// The column of the title.
    field: String,
});

table!(/** Counted events of one user key and event name. */ Usage in "usage" slot["user_key"] primary["user_key", "group_key", "name"] {
    /// Who.
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
