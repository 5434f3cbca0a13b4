//! Pieces that several pages print: chips, masks, bars, claims, quotes, explanations.
//!
//! Each is a template of its own that escapes what it prints; pages embed the
//! result as it is.

use api::evidence::{ClaimView, CountedView, Evidence, Quote, UsageLine};
use api::explain::Explanation;
use api::heads::DecisionHead;
use api::overview::Due;
use api::personas::{PersonaLine, StatementLine};
use api::who::{Part, SuccessionLine};
use api::words as w;
use askama::Template;
use model::{Day, PersonaState};

use crate::cast::Chip;
use crate::mask::Mask;
use crate::show::{Bar, Beam};
use crate::{cast, mask, messages as m, parts, show};

/// A chip: the letter of a role, how probable and how established.
#[derive(Template)]
#[template(path = "parts/chip.html")]
pub(crate) struct ChipPart<'a> {
    chip: &'a Chip,
    href: String,
    is_open: bool,
}

/// The chip of a part, leading to `href`.
pub(crate) fn chip<'a>(chip: &'a Chip, href: String, open: &str) -> ChipPart<'a> {
    ChipPart {
        href,
        is_open: chip.holding_id.to_string() == open,
        chip,
    }
}

/// A part as a row of a table.
#[derive(Template)]
#[template(path = "parts/part_row.html")]
pub(crate) struct PartRow<'a> {
    part: &'a Part,
    chip: Chip,
    href: String,
    open: &'a str,
}

/// A part as a row of a table, its chip leading to `href`.
pub(crate) fn part_row<'a>(part: &'a Part, href: String, open: &'a str) -> PartRow<'a> {
    PartRow {
        chip: cast::chip(part),
        part,
        href,
        open,
    }
}

/// The mask of a persona.
#[derive(Template)]
#[template(path = "parts/mask.html")]
pub(crate) struct MaskPart {
    mask: Mask,
    kind: &'static str,
}

/// The mask of a persona, from its own statements.
pub(crate) fn mask(persona: &PersonaLine) -> MaskPart {
    MaskPart {
        mask: mask::mask(persona.kind, &persona.statements),
        kind: persona.kind.code(),
    }
}

/// A statement with its prevalence bar.
#[derive(Template)]
#[template(path = "parts/statement.html")]
pub(crate) struct StatementPart<'a> {
    line: &'a StatementLine,
    bar: Bar,
    href: String,
}

/// A statement with its bar, leading to what it rests on.
pub(crate) fn statement(line: &StatementLine, href: String) -> StatementPart<'_> {
    StatementPart {
        line,
        bar: show::bar(line),
        href,
    }
}

/// A claim with its evidence.
#[derive(Template)]
#[template(path = "parts/claim.html")]
pub(crate) struct ClaimPart<'a> {
    claim: &'a ClaimView,
}

/// A claim with its evidence.
pub(crate) fn claim(claim: &ClaimView) -> ClaimPart<'_> {
    ClaimPart { claim }
}

/// A quote with its place and context.
#[derive(Template)]
#[template(path = "parts/quote.html")]
pub(crate) struct QuotePart<'a> {
    quote: &'a Quote,
    is_whole: bool,
}

/// A quote with its place and context; the row it stands in unfolds.
pub(crate) fn quote(quote: &Quote) -> QuotePart<'_> {
    QuotePart {
        quote,
        is_whole: false,
    }
}

/// A record of its own, with its whole row.
pub(crate) fn record(quote: &Quote) -> QuotePart<'_> {
    QuotePart {
        quote,
        is_whole: true,
    }
}

/// A counted set, row by row.
#[derive(Template)]
#[template(path = "parts/counted.html")]
pub(crate) struct CountedPart<'a> {
    set: &'a CountedView,
}

/// A counted set, row by row.
pub(crate) fn counted(set: &CountedView) -> CountedPart<'_> {
    CountedPart { set }
}

/// Renewals by the day they are due.
#[derive(Template)]
#[template(path = "parts/due.html")]
pub(crate) struct DuePart<'a> {
    rows: &'a [Due],
}

/// Renewals by the day they are due.
pub(crate) fn due(rows: &[Due]) -> DuePart<'_> {
    DuePart { rows }
}

/// The mark of a persona that is not published.
#[derive(Template)]
#[template(path = "parts/persona_mark.html")]
pub(crate) struct PersonaMarkPart<'a> {
    mark: Option<&'static str>,
    state: &'static str,
    reason: &'a str,
}

/// The mark of a persona that is not published, with why.
pub(crate) fn persona_mark<'a>(state: &PersonaState, reason: &'a str) -> PersonaMarkPart<'a> {
    PersonaMarkPart {
        mark: w::persona_mark(*state),
        state: state.code(),
        reason,
    }
}

/// The mark of a decision whose day is past.
#[derive(Template)]
#[template(path = "parts/overdue.html")]
pub(crate) struct OverduePart {
    since: Option<Day>,
}

/// The mark of a decision whose day is past and that is still open.
pub(crate) fn overdue(decision: &DecisionHead) -> OverduePart {
    OverduePart {
        since: decision.overdue_since,
    }
}

/// What somebody did in the product, row by row.
#[derive(Template)]
#[template(path = "parts/usage.html")]
pub(crate) struct UsagePart<'a> {
    rows: &'a [UsageLine],
}

/// What somebody did in the product, row by row.
pub(crate) fn usage(rows: &[UsageLine]) -> UsagePart<'_> {
    UsagePart { rows }
}

/// A role that passed on, in one line.
#[derive(Template)]
#[template(path = "parts/succession.html")]
pub(crate) struct SuccessionPart<'a> {
    line: &'a SuccessionLine,
}

/// A role that passed on, in one line.
pub(crate) fn succession(line: &SuccessionLine) -> SuccessionPart<'_> {
    SuccessionPart { line }
}

/// The bar of one line of a waterfall.
#[derive(Template)]
#[template(path = "parts/beam.html")]
pub(crate) struct BeamPart {
    beam: Beam,
    weight: String,
}

/// The bar of one line of a waterfall with its number.
pub(crate) fn beam(weight: &f64) -> BeamPart {
    BeamPart {
        beam: show::beam(*weight),
        weight: show::signed(*weight),
    }
}

/// What an id rests on.
#[derive(Template)]
#[template(path = "parts/explanation.html")]
pub(crate) struct ExplanationPart<'a> {
    explained: &'a Explanation,
    level: u8,
}

/// What an id rests on, beside a page or on one of its own: `level` is that of its heading.
pub(crate) fn explanation(explained: &Explanation, level: u8) -> ExplanationPart<'_> {
    ExplanationPart { explained, level }
}

/// Evidence beside a page.
pub(crate) struct Drawer {
    /// The id whose evidence is shown.
    pub(crate) id: String,
    /// The evidence.
    pub(crate) explained: Explanation,
    /// The page without it.
    pub(crate) close: String,
}
