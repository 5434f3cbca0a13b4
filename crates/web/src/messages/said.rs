//! Sentences that visitors see, made from what is said of something.

use api::counts::Counts;
use api::evidence::{ClaimView, UsageLine};
use api::explain::MentionLine;
use api::files::FileState;
use api::heads::DecisionHead;
use api::who::{Part, Presence};
use api::words;
use model::{Day, DecisionKind, HoldingState, MentionKind, PersonaKind, Polarity};

use super::{AGAINST, BITS, EXPECTED, FOR, OVERDUE};
use crate::show;

/// "since June 2025".
pub(crate) fn since(when: &str) -> String {
    format!("since {when}")
}

/// "until June 2025".
pub(crate) fn until(when: &str) -> String {
    format!("until {when}")
}

/// "As of 3 May 2025, nothing that bears a later date is shown."
pub(crate) fn as_of_day(day: &Option<Day>) -> String {
    let day = day.map_or_else(String::new, show::day);
    format!("As of {day}, nothing that bears a later date is shown.")
}

/// How many parts are left out because nothing spoke of them yet.
pub(crate) fn later_parts(n: usize) -> String {
    let parts = counted(show::long(n), "part is", "parts are");
    format!("{parts} left out: every claim for them is later.")
}

/// How often records were read without somebody showing in a role.
pub(crate) fn looked(n: usize) -> String {
    let times = counted(show::long(n), "set of records", "sets of records");
    format!("{times} that was read, so that a role nobody shows in can be called vacant")
}

/// The numbers of an account in a line.
pub(crate) fn counts(counts: &Counts) -> String {
    let people = counted(counts.n_people, "person", "people");
    let decisions = counted(counts.n_decisions, "decision", "decisions");
    let roles = counted(
        counts.n_established,
        "role established",
        "roles established",
    );
    format!("{people}, {decisions}, {roles}")
}

/// How a decision ended or stands; a term of use runs or is over.
pub(crate) fn standing(head: &DecisionHead, today: Day) -> &'static str {
    match (head.kind, head.closes) {
        (DecisionKind::Use, Some(closes)) if closes < today => "over",
        (DecisionKind::Use, _) => "running",
        _ if head.overdue_since.is_some() => OVERDUE,
        _ if head.is_expected => EXPECTED,
        _ => words::outcome(head.outcome),
    }
}

/// How many parts are folded away.
pub(crate) fn less_likely(n: usize) -> String {
    let parts = counted(show::long(n), "part more", "parts more");
    format!("{parts} that nothing but little speaks for")
}

/// What became of a file.
pub(crate) const fn file_state(state: FileState) -> &'static str {
    match state {
        FileState::Taken => "Taken",
        FileState::Refused => "Refused",
        FileState::RowsSetAside => "With rows set aside",
    }
}

/// "overdue since 3 May 2026".
pub(crate) fn overdue_since(day: String) -> String {
    format!("{OVERDUE} since {day}")
}

/// "31 renewals are overdue; the latest 8".
pub(crate) fn overdue_renewals(n: i64, n_shown: usize) -> String {
    let all = counted(n, "renewal is overdue", "renewals are overdue");
    match show::long(n_shown) < n {
        true => format!("{all}; the latest {n_shown}"),
        false => all,
    }
}

/// The heading of a group of people.
pub(crate) const fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Here => "Still here",
        Presence::Moved => "Moved to another role",
        Presence::Left => "Left the company",
        Presence::Quiet => "Went quiet",
        Presence::Unnamed => "Named in words only",
    }
}

/// What became of somebody and when, for everybody who is gone.
pub(crate) fn gone(presence: Presence, since: Option<&str>) -> Option<String> {
    let what = match presence {
        Presence::Here | Presence::Unnamed => return None,
        Presence::Moved => "moved",
        Presence::Left => "left",
        Presence::Quiet => "quiet",
    };
    Some(match since {
        Some(since) => format!("{what}, {since}"),
        None => what.to_owned(),
    })
}

/// Everything a chip says: person, role, how sure, on how much.
pub(crate) fn part(part: &Part) -> String {
    let title = part.person.title.as_deref();
    let title = title.map_or_else(String::new, |title| format!(", {title}"));
    let declared = match part.declared_by {
        Some(_) if part.state == HoldingState::NotEstablished => ", though a system declares it",
        _ => "",
    };
    format!(
        "{}{title}: {}, {} ({}{declared}); {}",
        part.person.name,
        words::role(part.role),
        words::probability(part.probability),
        words::holding_state(part.state),
        for_against(part),
    )
}

/// What the kind of persona is about.
pub(crate) const fn kind_context(kind: PersonaKind) -> &'static str {
    match kind {
        PersonaKind::Buyer => "Solving a problem or meeting an objective: people in purchases.",
        PersonaKind::Customer => "Building on the choice made: people in renewals and expansions.",
        PersonaKind::User => "Working with it daily: people in terms of use.",
    }
}

/// The heading of a kind of persona.
pub(crate) const fn kind_title(kind: PersonaKind) -> &'static str {
    match kind {
        PersonaKind::Buyer => "Buyer personas",
        PersonaKind::Customer => "Customer personas",
        PersonaKind::User => "User personas",
    }
}

/// "39 of 64 people whose records say, at 19 accounts".
pub(crate) fn people_at(n_people: i32, n_known: i32, n_accounts: Option<i32>) -> String {
    let at = n_accounts.map_or_else(String::new, |n| {
        format!(", at {}", counted(n, "account", "accounts"))
    });
    format!(
        "{} of {} whose records say{at}",
        show::count(n_people),
        counted(n_known, "member", "members")
    )
}

/// "64 people at 21 accounts, 31 % of all buyers in the records".
pub(crate) fn persona_size(persona: &api::personas::PersonaLine) -> String {
    let at = persona.n_accounts.map_or_else(String::new, |n| {
        format!(" at {}", counted(n, "account", "accounts"))
    });
    format!(
        "{}{at}, {} of all {}s in the records",
        counted(persona.n_people, "person", "people"),
        show::percent(persona.share),
        words::persona_kind(persona.kind),
    )
}

/// How typical the members are.
pub(crate) fn typical(persona: &api::personas::PersonaLine) -> String {
    format!(
        "At least half of its {} most distinctive traits hold for {} of its members.",
        persona.n_traits,
        show::percent(persona.share_typical),
    )
}

/// A count with its noun.
pub(crate) fn counted(n: impl Into<i64>, one: &str, many: &str) -> String {
    let n: i64 = n.into();
    format!("{} {}", show::count(n), if n == 1 { one } else { many })
}

/// Who is left out of the picture of the cast, and where they are.
pub(crate) fn left_out(n_users: usize, n_hollow: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if n_users > 0 {
        let people = counted(show::long(n_users), "person more works", "people more work");
        lines.push(format!(
            "{people} with it daily; the terms of use have them all."
        ));
    }
    if n_hollow > 0 {
        let people = counted(show::long(n_hollow), "person more is", "people more are");
        lines.push(format!(
            "{people} named and not established in any part; see the list below."
        ));
    }
    lines
}

/// "2 for, 1 against", and how many are later than the day asked for.
pub(crate) fn for_against(part: &Part) -> String {
    let later = match part.n_later {
        0 => String::new(),
        n => format!("; {n} later"),
    };
    format!("{} {FOR}, {} {AGAINST}{later}", part.n_for, part.n_against)
}

/// How a record names somebody.
pub(crate) const fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Row => "a row of their own",
        MentionKind::Reference => "a reference",
        MentionKind::Speaker => "a speaker",
        MentionKind::Attendee => "an attendee",
        MentionKind::Named => "named in the text",
        MentionKind::Owner => "owner of the record",
    }
}

/// Why a mention is this person.
pub(crate) fn why_same(line: &MentionLine) -> String {
    if line.weight_bits == 0.0 {
        return line.reason.clone();
    }
    format!(
        "{} ({} {BITS})",
        line.reason,
        show::signed(line.weight_bits)
    )
}

/// "Showing 1–50 of 2 000".
pub(crate) fn showing(offset: usize, n_shown: usize, total: i64) -> String {
    let number = |n: usize| show::count(i64::try_from(n).unwrap_or(i64::MAX));
    format!(
        "{}–{} of {}",
        number(offset + usize::from(n_shown > 0)),
        number(offset + n_shown),
        show::count(total)
    )
}

/// "everybody of this kind: 22 %".
pub(crate) fn everybody(base_share: f64) -> String {
    format!("everybody of this kind: {}", show::percent(base_share))
}

/// How a claim came about and when it arrived.
pub(crate) fn claim_line(claim: &ClaimView) -> String {
    format!(
        "{}, {}; record of {}",
        words::method(claim.method),
        match claim.polarity {
            Polarity::For => FOR,
            Polarity::Against => AGAINST,
        },
        show::day(claim.known_on),
    )
}

/// "12 of 150".
pub(crate) fn showing_of(n_shown: usize, total: i64) -> String {
    format!(
        "{} of {}",
        show::count(show::long(n_shown)),
        show::count(total)
    )
}

/// What a counted set counts: "515 events of product usage".
pub(crate) fn counted_set(table: &str, count: Option<i64>) -> String {
    let what = match table {
        "usage_placed" => "events of product usage",
        "meeting_placed" => "meetings read",
        "activity_placed" => "notes and mails read",
        other => other,
    };
    match count {
        Some(n) => format!("{} {what}", show::count(n)),
        None => what.to_owned(),
    }
}

/// What somebody did in the product: "shift plan saved, 96 times on 88 days".
pub(crate) fn usage_line(row: &UsageLine) -> String {
    format!(
        "{}, {} on {}",
        row.name,
        counted(row.n, "time", "times"),
        counted(row.n_days, "day", "days")
    )
}
