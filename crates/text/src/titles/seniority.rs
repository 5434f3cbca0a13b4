//! Reads the level off a parsed title.

use model::Seniority;

use super::parse::{Parsed, Segment};
use super::vocabulary::Part;

/// A level with its score, 0–1.
type Level = (Seniority, f64);

/// How much a rank keeps that a helper word stands before: "assistant director".
const LOWERED: f64 = 0.6;
/// How much a rank keeps when another segment states another rank.
const SHARED: f64 = 0.9;

#[derive(Clone, Copy, Debug)]
struct Marked {
    level: Level,
    part: Part,
}

/// The level of the title, with its score; `None` when no word speaks of one.
pub(super) fn read(parsed: &Parsed) -> Option<Level> {
    let readings: Vec<Marked> = parsed.segments.iter().filter_map(read_segment).collect();
    let first = readings.first()?;
    let best = if first.part == Part::Helper {
        first
    } else {
        highest(&readings)?
    };
    let is_shared = readings
        .iter()
        .any(|other| other.part == Part::Rank && other.level.0 != best.level.0);
    let score = if is_shared {
        best.level.1 * SHARED
    } else {
        best.level.1
    };
    let score = if parsed.is_former { score * 0.5 } else { score };
    Some((best.level.0, score))
}

/// The strongest kind of word wins, then the higher level.
fn highest(readings: &[Marked]) -> Option<&Marked> {
    readings
        .iter()
        .min_by_key(|reading| (order(reading.part), reading.level.0))
}

fn order(part: Part) -> u8 {
    match part {
        Part::Rank => 0,
        Part::Qualifier => 1,
        Part::Trade => 2,
        Part::Helper => 3,
    }
}

fn read_segment(segment: &Segment) -> Option<Marked> {
    let marks: Vec<Marked> = marks(segment).collect();
    let last = marks.last()?;
    if last.part == Part::Helper {
        return Some(*last);
    }
    let rank = marks
        .iter()
        .filter(|mark| mark.part == Part::Rank)
        .min_by_key(|mark| mark.level.0);
    if let Some(rank) = rank {
        let is_lowered = marks.iter().any(|mark| mark.part == Part::Helper);
        let factor = if is_lowered { LOWERED } else { 1.0 };
        return Some(Marked {
            level: (rank.level.0, rank.level.1 * factor),
            part: Part::Rank,
        });
    }
    // "Senior engineer": the qualifier knows more than the trade.
    marks
        .iter()
        .find(|mark| mark.part != Part::Trade)
        .or(Some(last))
        .copied()
}

fn marks(segment: &Segment) -> impl Iterator<Item = Marked> {
    segment
        .hits
        .iter()
        .filter(|hit| hit.is_front)
        .filter_map(|hit| {
            let (level, part, strength) = hit.entry.level?;
            Some(Marked {
                level: (level, f64::from(strength) / 100.0),
                part,
            })
        })
}
