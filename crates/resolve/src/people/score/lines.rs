//! The lines of a comparison, each with the reason for its weight.

use std::collections::BTreeSet;

use model::tables::resolved::PersonNode;
use model::{AccountId, Side};
use stats::maths::log2;
use strsim::jaro_winkler;
use text::domains::email_domain;
use text::names::{GivenMatch, match_given};

use super::super::NameKey;
use super::super::blocks::bare_id;
use super::{Context, is_short};

const SAME_KEY: &str = "same id";
const SAME_EMAIL: &str = "same e-mail address";
const TWO_RECORDS: &str = "two records of one system";
const SAME_PHONE: &str = "same telephone number at two employers";

/// A key means one person by the word of a system.
const KEY_BITS: f64 = 40.0;
/// An id without its system: another system may use the same number.
const BARE_ID_BITS: f64 = 12.0;
/// Such an id with this many characters, letters among them, is as good as a key.
const LONG_ID: usize = 12;
/// An own mailbox is shared by fewer than one in a billion pairs.
const EMAIL_BITS: f64 = 30.0;
/// Two family names this alike are one with a slip of the pen.
const ALIKE: f64 = 0.92;
/// Nobody has fewer people around than this, however few are on record.
const LEAST_PEOPLE: u32 = 16;
/// Attendees of a meeting among whom a given name is looked for.
const IN_A_MEETING: u32 = 8;

/// What a comparison found.
#[derive(Default)]
pub(super) struct Found {
    pub(super) lines: Vec<(String, f64)>,
    /// Something names the person: an id, an address, a name. Workplaces do not.
    pub(super) identifies: bool,
    /// Something says outright that these are two.
    pub(super) is_contradicted: bool,
    /// However high the sum, a person has to look.
    pub(super) needs_asking: bool,
}

impl Found {
    fn add(&mut self, what: impl Into<String>, bits: f64) {
        let rounded = (bits * 100.0).round() / 100.0;
        self.lines.push((what.into(), rounded));
    }

    fn has(&self, what: &str) -> bool {
        self.lines.iter().any(|(line, _)| line == what)
    }
}

/// Whether the lines of a link, as JSON, name an id, an address or an own number.
pub fn is_strong(waterfall: &str) -> bool {
    [SAME_KEY, SAME_EMAIL, SAME_PHONE]
        .iter()
        .any(|line| waterfall.contains(&format!("\"{line}\"")))
}

/// Whether the lines of a link, as JSON, say that one system lists both.
pub(in crate::people) fn is_rival(waterfall: &str) -> bool {
    waterfall.contains(&format!("\"{TWO_RECORDS}\""))
}

/// Compares two nodes line by line.
pub(super) fn compare(left: &PersonNode, right: &PersonNode, context: &Context<'_>) -> Found {
    let mut found = Found::default();
    add_prior(&mut found, left, right, context);
    add_ids(&mut found, left, right);
    if is_disjoint(&left.emails, &right.emails) {
        add_phone(&mut found, left, right, context);
    } else {
        found.add(SAME_EMAIL, EMAIL_BITS);
        found.identifies = true;
        found.needs_asking = false;
    }
    add_name(&mut found, left, right, context);
    add_against(&mut found, left, right);
    found
}

/// One of how many people the other could be, if nothing else were known.
fn add_prior(found: &mut Found, left: &PersonNode, right: &PersonNode, context: &Context<'_>) {
    let in_group = |id: AccountId| context.frequencies.in_group(id);
    let (lefts, rights) = (groups(left, context), groups(right, context));
    let smallest = lefts.intersection(&rights).copied().map(in_group).min();
    let has_meeting = !shared_meetings(left, right).is_empty();
    let (what, n) = match (has_meeting, smallest) {
        (true, _) if is_short(left) != is_short(right) => ("in one meeting", IN_A_MEETING),
        (_, Some(n)) => ("at one account", n.max(LEAST_PEOPLE)),
        _ => (
            "on record",
            context.frequencies.n_people().max(LEAST_PEOPLE),
        ),
    };
    found.add(format!("one of {n} people {what}"), -log2(f64::from(n)));
    found.needs_asking |= is_elsewhere(left, right, context);
}

/// The groups of companies a node is known at.
fn groups(node: &PersonNode, context: &Context<'_>) -> BTreeSet<AccountId> {
    let group = |account: &AccountId| context.frequencies.group(*account);
    node.accounts.iter().map(group).collect()
}

/// The two are known at companies that are no relatives.
fn is_elsewhere(left: &PersonNode, right: &PersonNode, context: &Context<'_>) -> bool {
    let (lefts, rights) = (groups(left, context), groups(right, context));
    let are_known = !lefts.is_empty() && !rights.is_empty();
    are_known && lefts.is_disjoint(&rights) && left.side != Side::Ours
}

fn has_same_full_name(left: &PersonNode, right: &PersonNode) -> bool {
    let pairs = |node: &PersonNode| -> BTreeSet<String> {
        let names = node.name_keys.iter().map(|name| NameKey::parse(name));
        names.filter(NameKey::is_full).map(|n| n.pair()).collect()
    };
    !pairs(left).is_disjoint(&pairs(right))
}

fn shared_meetings(left: &PersonNode, right: &PersonNode) -> BTreeSet<String> {
    let ids = |node: &PersonNode| -> BTreeSet<String> {
        let split = node.meetings.iter().filter_map(|m| m.split_once(':'));
        split.map(|(_, id)| id.to_owned()).collect()
    };
    ids(left).intersection(&ids(right)).cloned().collect()
}

fn add_ids(found: &mut Found, left: &PersonNode, right: &PersonNode) {
    let keys = |node: &PersonNode| -> BTreeSet<String> {
        node.native_keys
            .iter()
            .chain(&node.external_keys)
            .cloned()
            .collect()
    };
    if !keys(left).is_disjoint(&keys(right)) {
        found.add(SAME_KEY, KEY_BITS);
        found.identifies = true;
        found.needs_asking = false;
        return;
    }
    let Some(id) = bare_id_in(left, right).or_else(|| bare_id_in(right, left)) else {
        return;
    };
    found.identifies = true;
    if id.len() >= LONG_ID && id.bytes().any(|b| b.is_ascii_alphabetic()) {
        found.add(SAME_KEY, KEY_BITS);
        found.needs_asking = false;
    } else {
        found.add("same number in another system", BARE_ID_BITS);
    }
}

/// An id without a system that ends a key of the other.
fn bare_id_in<'a>(from: &'a PersonNode, to: &PersonNode) -> Option<&'a str> {
    let external = from
        .external_keys
        .iter()
        .filter(|k| k.starts_with("external:"));
    let mut ids = external.filter_map(|key| bare_id(key));
    let ends: BTreeSet<&str> = to.native_keys.iter().filter_map(|k| bare_id(k)).collect();
    ids.find(|id| ends.contains(id))
}

fn add_phone(found: &mut Found, left: &PersonNode, right: &PersonNode, context: &Context<'_>) {
    if is_disjoint(&left.phones, &right.phones) {
        return;
    }
    if is_elsewhere(left, right, context) && has_same_full_name(left, right) {
        // A number that was taken along to another employer is somebody's own.
        found.add(SAME_PHONE, 12.0);
        found.needs_asking = false;
    } else {
        // A switchboard has one number too, so a number tells little.
        found.add("same telephone number", 3.0);
    }
}

fn add_name(found: &mut Found, left: &PersonNode, right: &PersonNode, context: &Context<'_>) {
    let parse = |node: &PersonNode| -> Vec<NameKey> {
        node.name_keys
            .iter()
            .map(|name| NameKey::parse(name))
            .collect()
    };
    let (lefts, rights) = (parse(left), parse(right));
    let pairs = lefts
        .iter()
        .flat_map(|l| rights.iter().map(move |r| (l, r)));
    let compared = pairs.map(|(l, r)| compare_names(l, r, context));
    let Some(best) = compared.max_by(|a, b| a.bits.total_cmp(&b.bits)) else {
        return;
    };
    found.add(best.what, best.bits);
    found.identifies |= best.identifies;
    if best.is_relative && found.has(SAME_EMAIL) {
        found.needs_asking = true;
    }
    if let Some(why) = best.against {
        found.add(why, -8.0);
        found.needs_asking = true;
    }
    if context.n_bearers == 1 && best.identifies {
        found.add("nobody else of that name here", 5.0);
    } else if context.n_bearers > 1 {
        found.add("others of that name here", -log2(context.n_bearers as f64));
        found.needs_asking = true;
    }
}

/// How two names compare.
struct Compared {
    what: &'static str,
    bits: f64,
    /// The name alone may tell who is meant.
    identifies: bool,
    /// Another given name: relatives or colleagues may share a mailbox.
    is_relative: bool,
    against: Option<&'static str>,
}

impl Compared {
    const fn new(what: &'static str, bits: f64, identifies: bool) -> Self {
        Self {
            what,
            bits,
            identifies,
            is_relative: false,
            against: None,
        }
    }
}

fn compare_names(left: &NameKey, right: &NameKey, context: &Context<'_>) -> Compared {
    let mut compared = compare_parts(left, right, context);
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    let initials_differ = left.middle.bytes().next() != right.middle.bytes().next();
    if compared.identifies && left.suffix != right.suffix && is_generation(left, right) {
        compared.against = Some("father and son, perhaps");
    } else if compared.identifies && differ(&left.middle, &right.middle) && initials_differ {
        compared.against = Some("another middle name");
    }
    compared
}

fn is_generation(left: &NameKey, right: &NameKey) -> bool {
    let marks = ["jr", "sr", "ii", "iii", "iv"];
    let has = |name: &NameKey| name.suffix.split(' ').any(|word| marks.contains(&word));
    has(left) || has(right)
}

fn compare_parts(left: &NameKey, right: &NameKey, context: &Context<'_>) -> Compared {
    let given_bits = || {
        let bits = |name: &NameKey| context.frequencies.given_bits(&name.given);
        bits(left).min(bits(right))
    };
    let family_bits = || {
        let bits = |name: &NameKey| context.frequencies.family_bits(&name.family);
        bits(left).min(bits(right))
    };
    let is_turned = left.is_full() && left.given == right.family && left.family == right.given;
    if is_turned {
        return Compared::new(
            "same name, turned",
            given_bits() + family_bits() - 1.0,
            true,
        );
    }
    let given = match_part(&left.given, &right.given);
    let family = match_family(&left.family, &right.family);
    match (given, family) {
        (Part::Missing, Part::Missing) => Compared::new("no name to compare", 0.0, false),
        (Part::Equal, Part::Equal) => {
            Compared::new("same full name", given_bits() + family_bits(), true)
        }
        (Part::Form, Part::Equal) => Compared::new(
            "same family name, a form of the given name",
            family_bits() + (given_bits() - 2.0).max(2.0),
            true,
        ),
        (Part::Initial, Part::Equal) => {
            Compared::new("same family name and initial", family_bits() + 3.0, true)
        }
        (Part::Equal | Part::Form, Part::Initial) => {
            Compared::new("same given name and initial", given_bits() + 3.0, true)
        }
        (Part::Equal, Part::Alike) => Compared::new(
            "same given name, a family name spelled alike",
            given_bits() + family_bits().min(9.0) - 4.0,
            true,
        ),
        (Part::Equal, Part::Missing) => Compared::new("same given name", given_bits(), true),
        (Part::Form, Part::Missing) => Compared::new(
            "a form of the given name",
            (given_bits() - 2.0).max(2.0),
            true,
        ),
        (Part::Missing, Part::Equal) => Compared::new("same family name", family_bits(), false),
        (Part::Different, Part::Equal | Part::Alike) => Compared {
            is_relative: true,
            ..Compared::new("another given name", -8.0, false)
        },
        (Part::Equal | Part::Form, Part::Different) => {
            Compared::new("another family name", -6.0, false)
        }
        (_, Part::Different) | (Part::Different, _) => Compared {
            is_relative: true,
            ..Compared::new("another name", -12.0, false)
        },
        _ => Compared::new("names that may be one", 0.0, false),
    }
}

/// How a part of a name compares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Equal,
    /// A nickname.
    Form,
    Initial,
    Alike,
    Missing,
    Different,
}

fn match_part(left: &str, right: &str) -> Part {
    if left.is_empty() || right.is_empty() {
        return Part::Missing;
    }
    match match_given(left, right) {
        GivenMatch::Equal => Part::Equal,
        GivenMatch::Nickname => Part::Form,
        GivenMatch::Initial => Part::Initial,
        GivenMatch::Different => Part::Different,
    }
}

fn match_family(left: &str, right: &str) -> Part {
    if left.is_empty() || right.is_empty() {
        return Part::Missing;
    }
    if left == right {
        return Part::Equal;
    }
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() == 1 && long.starts_with(short) {
        return Part::Initial;
    }
    let is_alike = short.len() >= 4 && jaro_winkler(left, right) >= ALIKE;
    // "Reyes" and "Reyes Ortiz": one of two family names is often left out.
    let is_part = long.split(' ').any(|word| word == short && word.len() > 2);
    if is_alike || is_part {
        Part::Alike
    } else {
        Part::Different
    }
}

/// What speaks for two people.
fn add_against(found: &mut Found, left: &PersonNode, right: &PersonNode) {
    let has_identifier = found.has(SAME_KEY) || found.has(SAME_EMAIL);
    let sides = [left.side, right.side];
    let is_on_two_sides = sides.contains(&Side::Ours) && sides.contains(&Side::Account);
    if is_on_two_sides && !has_identifier {
        found.add("on different sides", -20.0);
        found.is_contradicted = true;
    }
    let spoke = |node: &PersonNode| -> BTreeSet<String> {
        let spoke = node.meetings.iter().filter(|m| m.starts_with("speaker:"));
        spoke.cloned().collect()
    };
    if !spoke(left).is_disjoint(&spoke(right)) {
        found.add("both speak in one meeting", -15.0);
        found.is_contradicted = true;
    }
    add_two_records(found, left, right, has_identifier);
}

/// One system seldom lists a person twice, and hardly ever with two addresses of one company.
fn add_two_records(found: &mut Found, left: &PersonNode, right: &PersonNode, is_same: bool) {
    if is_same || is_disjoint(&left.objects, &right.objects) {
        return;
    }
    found.add(TWO_RECORDS, -2.0);
    let have_addresses = !left.emails.is_empty() && !right.emails.is_empty();
    let domains = |node: &PersonNode| -> BTreeSet<String> {
        node.emails
            .iter()
            .filter_map(|email| email_domain(email))
            .collect()
    };
    if have_addresses && !domains(left).is_disjoint(&domains(right)) {
        found.needs_asking = true;
    }
}

fn is_disjoint(left: &[String], right: &[String]) -> bool {
    !left.iter().any(|value| right.contains(value))
}
