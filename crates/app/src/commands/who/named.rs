//! Whom records name without saying clearly what they decide, and what is known of them.

use anyhow::Result;
use api::who::NamedOnly;
use api::words;

use crate::table::{Table, print_text};

/// People named when not all are asked for.
const FEW: usize = 12;

/// Prints the people: their names, or with all that speaks for them.
pub(super) fn print(named: &[NamedOnly], is_all: bool) -> Result<()> {
    if named.is_empty() {
        return Ok(());
    }
    let heading = "Named in records, and no part of theirs is established";
    if !is_all {
        let names: Vec<String> = named.iter().take(FEW).map(short).collect();
        return print_text(&format!(
            "\n{heading}: {} ({} in all; --all shows what speaks for them)",
            names.join(", "),
            named.len()
        ));
    }
    print_text(&format!("\n{heading}"))?;
    let mut table = Table::new(&["who", "title", "closest to", "records", "claims", "explain"]);
    for row in named {
        table.row(&[
            row.person.name.clone(),
            title(row),
            closest(row),
            row.n_mentions.to_string(),
            row.n_claims.to_string(),
            row.person.person_id.to_string(),
        ]);
    }
    table.print()?;
    print_known(named)
}

/// What is said of them, claim by claim.
fn print_known(named: &[NamedOnly]) -> Result<()> {
    let mut table = Table::new(&["who", "what is known", "since", "explain"]);
    for row in named {
        for known in &row.known {
            table.row(&[
                row.person.name.clone(),
                format!("{} ({})", known.says, words::method(known.method)),
                known
                    .day
                    .map_or_else(|| "day not known".to_owned(), |day| day.to_string()),
                known.claim_id.to_string(),
            ]);
        }
    }
    print_text("")?;
    table.print()
}

fn title(row: &NamedOnly) -> String {
    match (&row.person.title, row.person.is_placeholder) {
        (_, true) => "no known person".to_owned(),
        (Some(title), _) => title.clone(),
        (None, _) => "not known".to_owned(),
    }
}

/// The name, and the role that a system declares.
fn short(row: &NamedOnly) -> String {
    match row.best.as_ref().filter(|part| part.declared_by.is_some()) {
        Some(part) => format!("{} (declared {})", row.person.name, words::role(part.role)),
        None => row.person.name.clone(),
    }
}

fn closest(row: &NamedOnly) -> String {
    let Some(part) = &row.best else {
        return "no part".to_owned();
    };
    let declared = match part.declared_by {
        Some(_) => ", declared",
        None => "",
    };
    format!(
        "{} ({}{declared})",
        words::role(part.role),
        words::probability(part.probability)
    )
}
