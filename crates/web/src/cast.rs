//! The cast over time, laid out: who stands in which row, where each chip is,
//! and the lines that carry a role from one person to the next.
//!
//! Sizes here and in the style sheet are the same: a chip's place follows from
//! its row, its column and its position in the cell, so the lines can be drawn
//! beside the table without a script that measures it.

use api::heads::{DecisionHead, PersonHead};
use api::who::{DecisionCast, Part, PersonTrack, RequiredLine, SuccessionLine, Who};
use api::words;
use model::{Coverage, Day, DecisionKind, HoldingId, HoldingState, PersonId, Role};

use crate::{messages as m, show};

/// Width of a decision's column.
const COLUMN: i32 = 160;
/// Height of one line of chips.
const LINE: i32 = 48;
/// Height of a group's heading.
const HEADING: i32 = 36;
/// Chips that stand side by side in a cell.
const PER_LINE: usize = 4;
/// From one chip to the next.
const CHIP_STEP: i32 = 36;
/// From the edge of a cell to the middle of its first chip.
const CHIP_MIDDLE: i32 = 24;
/// From the middle of a chip to where a line begins.
const CHIP_EDGE: i32 = 17;
/// People without an established part that the picture shows.
const MOST_HOLLOW: usize = 8;
/// People whose established parts are all in terms of use that the picture shows.
const MOST_USERS: usize = 8;
/// A part that is not established and less probable than this is left to the
/// decision's own page: next to a prior, everybody could be anything.
const HOLLOW_FLOOR: f64 = 0.3;
/// A passing that is less probable is drawn broken.
const LIKELY: f64 = 0.65;
/// Hollow chips in a cell without an established part.
const HOLLOW_IN_CELL: usize = 2;
/// The style sheet knows rows of up to so many lines.
const MOST_LINES: usize = 6;

/// The whole picture.
pub(crate) struct CastPicture {
    /// Decisions in time order.
    pub(crate) columns: Vec<Column>,
    /// People by what became of them.
    pub(crate) groups: Vec<Group>,
    /// Roles that passed on.
    pub(crate) passings: Vec<Passing>,
    /// How far it must shrink to fit a printed page, in steps of ten percent.
    pub(crate) print_percent: i32,
    /// Width of the decision columns.
    pub(crate) width: i32,
    /// Height of the rows.
    pub(crate) height: i32,
    /// Roles that occur, for the legend.
    pub(crate) legend: Vec<Role>,
    /// People with hollow chips only who are left to the list below.
    pub(crate) n_hollow_left: usize,
    /// People who work with it daily and are left to the terms of use.
    pub(crate) n_users_left: usize,
}

/// A decision.
pub(crate) struct Column {
    /// The decision.
    pub(crate) head: DecisionHead,
    /// What kind it is, in words.
    pub(crate) kind: &'static str,
    /// When.
    pub(crate) when: Option<String>,
    /// A term of use, not a decision.
    pub(crate) is_use: bool,
    /// Still to come.
    pub(crate) is_expected: bool,
    /// How it ended or stands, in words.
    pub(crate) outcome: &'static str,
    /// Required roles.
    pub(crate) required: Vec<Required>,
}

/// A required role under its column.
pub(crate) struct Required {
    /// The role and what can be said of it.
    pub(crate) line: RequiredLine,
    /// A glyph, so that the state is not colour alone.
    pub(crate) glyph: &'static str,
}

/// People of whom the same became.
pub(crate) struct Group {
    /// What became of them.
    pub(crate) title: &'static str,
    /// The people.
    pub(crate) rows: Vec<PersonRow>,
}

/// A person over the decisions.
pub(crate) struct PersonRow {
    /// The person.
    pub(crate) person: PersonHead,
    /// How much room the name needs: it is shown whole before the title is.
    pub(crate) name_class: &'static str,
    /// Name and title, where they have no room.
    pub(crate) whole: String,
    /// Since when they are gone, and what shows it.
    pub(crate) note: Option<String>,
    /// What shows it.
    pub(crate) because: Option<String>,
    /// Lines of chips in the fullest cell.
    pub(crate) n_lines: usize,
    /// Chips by decision.
    pub(crate) cells: Vec<Vec<Chip>>,
}

/// A part of a person in a decision.
pub(crate) struct Chip {
    /// The holding.
    pub(crate) holding_id: HoldingId,
    /// The role.
    pub(crate) role: Role,
    /// `solid`, `hollow` or `struck`.
    pub(crate) form: &'static str,
    /// How probable, 1–3.
    pub(crate) step: u8,
    /// Everything the chip says, in words.
    pub(crate) label: String,
}

/// A role on its way from one person to the next.
pub(crate) struct Passing {
    /// The path.
    pub(crate) path: String,
    /// The role, for the hue.
    pub(crate) role: Role,
    /// Less than likely: drawn broken.
    pub(crate) is_faint: bool,
}

impl CastPicture {
    /// Lays out the cast of an account.
    pub(crate) fn new(who: &Who) -> Self {
        let shown = shown_people(who);
        let columns: Vec<Column> = who
            .decisions
            .iter()
            .map(|cast| column(cast, who.today))
            .collect();
        let groups = groups(&shown.tracks, &who.decisions);
        let mut legend: Vec<Role> = chips(&groups).map(|(chip, _, _)| chip.role).collect();
        legend.sort_unstable();
        legend.dedup();
        let n_columns = i32::try_from(columns.len()).unwrap_or(0);
        Self {
            print_percent: print_percent(n_columns * COLUMN),
            width: n_columns * COLUMN,
            height: groups.iter().map(group_height).sum(),
            passings: passings(&groups, &who.decisions, &who.successions),
            n_hollow_left: shown.n_hollow_left,
            n_users_left: shown.n_users_left,
            legend,
            columns,
            groups,
        }
    }

    /// Nobody plays a part yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// Width of a printed page, and of the names on it.
const PAPER: i32 = 1_000;
const NAMES: i32 = 232;

/// How far a picture must shrink to fit a page, in steps of ten percent.
fn print_percent(width: i32) -> i32 {
    let percent = PAPER * 100 / (NAMES + width).max(1);
    (percent / 10 * 10).clamp(20, 100)
}

/// The people of the picture, and how many are left out of it.
struct Shown<'a> {
    tracks: Vec<&'a PersonTrack>,
    n_hollow_left: usize,
    n_users_left: usize,
}

/// How somebody stands in the cast: first by what is established in decisions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Decides,
    Uses,
    Named,
}

fn shown_people(who: &Who) -> Shown<'_> {
    let standings = who.people.iter().map(|track| (standing(who, track), track));
    let (mut users, mut hollow, mut tracks) = (Vec::new(), Vec::new(), Vec::new());
    for (standing, track) in standings {
        match standing {
            Standing::Decides => tracks.push((standing, track)),
            Standing::Uses => users.push((standing, track)),
            Standing::Named => hollow.push((standing, track)),
        }
    }
    let worth = |track: &PersonTrack| worth(who, track.person.person_id);
    users.sort_by(|(_, a), (_, b)| worth(b).total_cmp(&worth(a)));
    hollow.sort_by(|(_, a), (_, b)| worth(b).total_cmp(&worth(a)));
    let n_worthy = hollow.partition_point(|(_, track)| worth(track) >= HOLLOW_FLOOR);
    let n_hollow = n_worthy.min(MOST_HOLLOW);
    let n_users = users.len().min(MOST_USERS);
    let (n_hollow_left, n_users_left) = (hollow.len() - n_hollow, users.len() - n_users);
    tracks.extend(users.into_iter().take(n_users));
    tracks.extend(hollow.into_iter().take(n_hollow));
    tracks.sort_by_key(|(standing, track)| (track.presence, *standing));
    Shown {
        tracks: tracks.into_iter().map(|(_, track)| track).collect(),
        n_hollow_left,
        n_users_left,
    }
}

fn standing(who: &Who, track: &PersonTrack) -> Standing {
    let is_use = |part: &&Part| {
        let mut decisions = who.decisions.iter();
        decisions.any(|cast| {
            cast.head.decision_id == part.decision_id && cast.head.kind == DecisionKind::Use
        })
    };
    let firm = who
        .parts_of(track.person.person_id)
        .filter(|part| is_firm(part));
    let (in_use, in_decisions): (Vec<&Part>, Vec<&Part>) = firm.partition(is_use);
    match (in_decisions.is_empty(), in_use.is_empty()) {
        (false, _) => Standing::Decides,
        (true, false) => Standing::Uses,
        (true, true) => Standing::Named,
    }
}

/// Established, denied, declared or at least not improbable: worth a row of a table.
pub(crate) fn is_telling(part: &Part) -> bool {
    is_firm(part) || part.declared_by.is_some() || part.probability >= HOLLOW_FLOOR
}

/// Established, or denied by words.
fn is_firm(part: &Part) -> bool {
    part.state != HoldingState::NotEstablished
}

/// What makes somebody worth a row: firm parts beyond mere use, then probability.
fn worth(who: &Who, id: PersonId) -> f64 {
    let special = |part: &&Part| is_firm(part) && part.role != Role::User;
    let n_special = who.parts_of(id).filter(special).count();
    let best = who.parts_of(id).map(|part| match part.declared_by {
        Some(_) => part.probability.max(HOLLOW_FLOOR),
        None => part.probability,
    });
    let n_special = u32::try_from(n_special).unwrap_or(u32::MAX);
    f64::from(n_special) + best.fold(0.0, f64::max)
}

fn groups(tracks: &[&PersonTrack], decisions: &[DecisionCast]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for track in tracks {
        let row = person_row(track, decisions);
        let title = m::presence(track.presence);
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group {
                title,
                rows: vec![row],
            }),
        }
    }
    groups
}

/// The chips of one person in one decision: what is established or denied, or
/// else the most probable.
fn cell(decision: &DecisionCast, id: PersonId) -> Vec<Chip> {
    let parts = decision.cast.iter();
    let own: Vec<&Part> = parts.filter(|part| part.person.person_id == id).collect();
    let firm: Vec<Chip> = own
        .iter()
        .filter(|part| is_firm(part))
        .map(|part| chip(part))
        .collect();
    if !firm.is_empty() {
        return firm;
    }
    let mut hollow: Vec<&Part> = own;
    hollow.retain(|part| is_telling(part));
    hollow.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    hollow.sort_by_key(|part| part.declared_by.is_none());
    hollow.into_iter().take(HOLLOW_IN_CELL).map(chip).collect()
}

fn column(cast: &DecisionCast, today: Day) -> Column {
    let head = cast.head.clone();
    let required = cast.required.iter().map(|line| Required {
        line: line.clone(),
        glyph: glyph(line.coverage),
    });
    Column {
        kind: words::decision_kind(head.kind),
        when: show::interval(head.opens, head.closes),
        is_use: head.kind == DecisionKind::Use,
        is_expected: head.is_expected,
        outcome: m::standing(&head, today),
        required: required.collect(),
        head,
    }
}

/// A glyph for the state of a required role.
pub(crate) const fn glyph(coverage: Coverage) -> &'static str {
    match coverage {
        Coverage::Filled => "●",
        Coverage::Contested => "◐",
        Coverage::Vacant => "○",
        Coverage::NotKnown => "?",
    }
}

fn person_row(track: &PersonTrack, decisions: &[DecisionCast]) -> PersonRow {
    let cells = decisions
        .iter()
        .map(|decision| cell(decision, track.person.person_id));
    let cells: Vec<Vec<Chip>> = cells.collect();
    let fullest = cells.iter().map(Vec::len).max().unwrap_or(0);
    let title = track.person.title.as_deref();
    let title = title.map_or_else(String::new, |title| format!(", {title}"));
    PersonRow {
        name_class: name_class(&track.person.name),
        whole: format!("{}{title}", track.person.name),
        person: track.person.clone(),
        note: m::gone(track.presence, track.since.map(show::month).as_deref()),
        because: track.because.clone(),
        n_lines: fullest.div_ceil(PER_LINE).clamp(1, MOST_LINES),
        cells,
    }
}

/// Names that need two lines: everywhere, or on a telephone.
fn name_class(name: &str) -> &'static str {
    match name.chars().count() {
        30.. => "long",
        16.. => "longish",
        _ => "",
    }
}

/// The chip of a part.
pub(crate) fn chip(part: &Part) -> Chip {
    Chip {
        holding_id: part.holding_id,
        role: part.role,
        form: show::form(part.state),
        step: show::step(part.probability),
        label: m::part(part),
    }
}

fn group_height(group: &Group) -> i32 {
    HEADING + group.rows.iter().map(row_height).sum::<i32>()
}

fn row_height(row: &PersonRow) -> i32 {
    i32::try_from(row.n_lines).unwrap_or(1) * LINE
}

/// Every chip with its column and where its middle stands.
fn chips(groups: &[Group]) -> impl Iterator<Item = (&Chip, usize, (i32, i32))> {
    let mut top = 0;
    let mut placed = Vec::new();
    for group in groups {
        top += HEADING;
        for row in &group.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                for (idx, chip) in cell.iter().enumerate() {
                    placed.push((chip, column, middle(column, idx, top)));
                }
            }
            top += row_height(row);
        }
    }
    placed.into_iter()
}

fn middle(column: usize, idx: usize, top: i32) -> (i32, i32) {
    let number = |n: usize| i32::try_from(n).unwrap_or(0);
    let x = number(column) * COLUMN + CHIP_MIDDLE + number(idx % PER_LINE) * CHIP_STEP;
    let y = top + number(idx / PER_LINE) * LINE + LINE / 2;
    (x, y)
}

fn passings(
    groups: &[Group],
    decisions: &[DecisionCast],
    successions: &[SuccessionLine],
) -> Vec<Passing> {
    let parts = || decisions.iter().flat_map(|decision| &decision.cast);
    let place = |person: &PersonHead, decision: &Option<DecisionHead>, role: Role| {
        let decision_id = decision.as_ref()?.decision_id;
        let part = parts().find(|part| {
            part.person.person_id == person.person_id
                && part.decision_id == decision_id
                && part.role == role
        })?;
        let mut placed = chips(groups).filter(|(chip, ..)| chip.holding_id == part.holding_id);
        placed.next().map(|(_, _, middle)| middle)
    };
    let likeliest = successions.iter().filter(|line| line.rank == 1);
    let drawn = likeliest.filter_map(|line| {
        let from = place(&line.from, &line.from_decision, line.role)?;
        let to = place(line.to.as_ref()?, &line.to_decision, line.role)?;
        Some(Passing {
            path: curve(from, to),
            role: line.role,
            is_faint: line.probability < LIKELY,
        })
    });
    drawn.collect()
}

/// A line from one chip to another: leaves to the right, arrives from the left.
fn curve((x1, y1): (i32, i32), (x2, y2): (i32, i32)) -> String {
    if x2 > x1 {
        let (start, end) = (x1 + CHIP_EDGE, x2 - CHIP_EDGE - 5);
        let bend = ((end - start) / 2).max(16);
        let (out, back) = (start + bend, end - bend);
        return format!("M{start} {y1}C{out} {y1} {back} {y2} {end} {y2}");
    }
    let step = if y2 > y1 { CHIP_EDGE } else { -CHIP_EDGE };
    let (start, end) = (y1 + step, y2 - step - step.signum() * 5);
    let side = x1.max(x2) + 20;
    format!("M{x1} {start}C{side} {start} {side} {end} {x2} {end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_runs_from_the_edge_of_one_chip_to_the_edge_of_the_next() {
        assert_eq!(curve((24, 58), (344, 102)), "M41 58C181 58 182 102 322 102");
    }

    #[test]
    fn within_one_decision_a_line_bends_to_the_side() {
        assert!(curve((24, 58), (24, 146)).starts_with("M24 75C44 75"));
    }

    #[test]
    fn the_fifth_chip_stands_in_a_second_line() {
        assert_eq!(middle(0, 0, 36), (24, 60));
        assert_eq!(middle(1, 4, 36), (184, 108));
    }

    #[test]
    fn a_wide_picture_shrinks_to_the_page() {
        assert_eq!(print_percent(4 * COLUMN), 100);
        assert_eq!(print_percent(11 * COLUMN), 50);
        assert_eq!(print_percent(100 * COLUMN), 20);
    }

    #[test]
    fn states_differ_by_glyph() {
        let glyphs: std::collections::BTreeSet<&str> =
            Coverage::ALL.iter().map(|c| glyph(*c)).collect();
        assert_eq!(glyphs.len(), Coverage::ALL.len());
    }
}
