//! What `prosopon link` prints for people.

use anyhow::Result;
use resolve::linkage::{Agreement, Linked, Outcome};

use super::Answer;
use crate::cli::Shared;
use crate::exit::{Failure, Kind};
use crate::linking::Records;
use crate::table::{Table, print_json, print_text};

/// Prints columns, rules, weights, doubts and, against a truth, how well it agrees.
pub(super) fn answer(answer: &Answer<'_>) -> Result<()> {
    columns(answer)?;
    rules(answer)?;
    weights(answer)?;
    for doubt in &answer.report.doubts {
        print_text(&format!("doubt: {doubt}"))?;
    }
    if let Some(why) = &answer.report.refused {
        print_text(&format!(
            "not trusted: {why}. Nothing was linked on its own; pairs are asked about."
        ))?;
    }
    print_text(&format!(
        "{} records are {} people; {} pairs compared; {} pairs to ask about",
        answer.n_records, answer.n_people, answer.report.n_pairs, answer.n_asked
    ))?;
    answer.agreement.as_ref().map_or(Ok(()), agreement)
}

fn columns(answer: &Answer<'_>) -> Result<()> {
    let mut table = Table::new(&["column", "taken for", "filled", "distinct", "note"]);
    for column in answer.columns {
        table.row(&[
            column.name.clone(),
            format!("{:?}", column.kind).to_lowercase(),
            format!("{:.0} %", column.filled_share * 100.0),
            column.n_distinct.to_string(),
            column.note.unwrap_or_default().to_owned(),
        ]);
    }
    table.print()
}

fn rules(answer: &Answer<'_>) -> Result<()> {
    let mut table = Table::new(&[
        "rule",
        "pairs it adds",
        "recall it adds",
        "matches",
        "rounds",
        "note",
    ]);
    let mut trainings = answer.report.trainings.iter();
    for rule in &answer.report.rules {
        let training = trainings.next();
        let note = match (rule.n_split, training.and_then(|t| t.refused)) {
            (0, Some(why)) => format!("taught nothing: {why}"),
            (0, None) => String::new(),
            (n, _) => format!(
                "{n} large blocks split, their {} pairs must agree further",
                rule.n_left_out
            ),
        };
        let recall = rule
            .recall_added
            .map(|share| format!("{:.2} %", share * 100.0));
        table.row(&[
            rule.rule.clone(),
            rule.n_pairs.to_string(),
            recall.unwrap_or_default(),
            training.map_or(String::new(), |t| format!("{:.0}", t.n_matches)),
            training.map_or(String::new(), |t| t.n_rounds.to_string()),
            note,
        ]);
    }
    table.print()
}

fn weights(answer: &Answer<'_>) -> Result<()> {
    let mut table = Table::new(&["comparison", "level", "one person", "by chance", "bits"]);
    for level in &answer.report.levels {
        table.row(&[
            level.comparison.clone(),
            level.level.clone(),
            format!("{:.4}", level.matched_share),
            format!("{:.6}", level.chance_share),
            format!("{:+.2}", level.weight_bits),
        ]);
    }
    table.print()
}

fn agreement(found: &Agreement) -> Result<()> {
    print_text(&format!(
        "against the truth: pairs P {:.4} R {:.4} F1 {:.4}; B³ P {:.4} R {:.4} F1 {:.4}",
        found.pair_precision,
        found.pair_recall,
        found.pair_f1,
        found.b3_precision,
        found.b3_recall,
        found.b3_f1
    ))
}

/// Prints the lines of the score of two records, given by their lines in the first file.
pub(super) fn why(
    shared: &Shared,
    linked: &Linked,
    records: &Records,
    lines: (u64, u64),
) -> Result<()> {
    let row = |line: u64| {
        let at = records.places.iter().position(|place| *place == (0, line));
        let missing = || Failure::new(Kind::NotFound, format!("no record starts on line {line}"));
        at.map(|at| u32::try_from(at).unwrap_or(u32::MAX))
            .ok_or_else(missing)
    };
    let (left, right) = (row(lines.0)?, row(lines.1)?);
    let (found, score_bits, outcome) = linked.waterfall(left, right);
    if shared.json {
        return print_json(&serde_json::json!({
            "lines": found, "score_bits": score_bits, "outcome": outcome
        }));
    }
    let mut table = Table::new(&["comparison", "level", "bits"]);
    for line in &found {
        let bits = format!("{:+.3}", line.weight_bits);
        table.row(&[line.comparison.clone(), line.level.clone(), bits]);
    }
    table.row(&["sum".to_owned(), String::new(), format!("{score_bits:+.3}")]);
    table.print()?;
    let groups = linked.group_of_rows();
    let is_one = groups.get(left as usize) == groups.get(right as usize);
    print_text(match (outcome, is_one) {
        (Outcome::Link, true) => "one person",
        (Outcome::Link, false) => "the pair links, and their groups speak against it: ask",
        (_, true) => "one person through other records",
        (Outcome::Ask, false) => "ask",
        (Outcome::DoNotLink, false) => "two people",
    })
}
