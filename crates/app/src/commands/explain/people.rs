//! A person in words: where they worked, their parts, their records and why.

use anyhow::Result;
use api::evidence::HeldPart;
use api::explain::{MentionLine, PersonView};
use api::words;
use model::Day;

use super::{account, decision, mark};
use crate::table::print_text;

/// Everything filed under a person.
pub(super) fn print_person(view: &PersonView) -> Result<()> {
    print_text(&format!(
        "{}  {}  {}",
        view.person.name,
        words::side(view.person.side),
        view.emails.join(", ")
    ))?;
    for line in &view.affiliations {
        let day = |day: Option<Day>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
        print_text(&format!(
            "  {}{}  {} to {}  {}",
            line.title.as_deref().unwrap_or("title not known"),
            account(line.account.as_ref()),
            day(line.starts),
            day(line.ends),
            line.record_id
        ))?;
    }
    print_parts("Parts", &view.holdings)?;
    for persona in &view.personas {
        print_text(&format!(
            "persona: {}{} ({}), {:.2}  {}",
            persona.name,
            mark(persona.state),
            words::persona_kind(persona.kind),
            persona.posterior,
            persona.persona_id
        ))?;
    }
    print_text("\nRecords, and why they are the same person")?;
    view.mentions.iter().try_for_each(print_mention)
}

/// One record that names somebody.
pub(super) fn print_mention(line: &MentionLine) -> Result<()> {
    let means = line
        .person
        .as_ref()
        .map_or_else(String::new, |person| format!(" is {}", person.name));
    print_text(&format!(
        "  {} ({}){}{means}: {} ({:+.1} bits)  {}",
        line.name,
        line.kind.code(),
        account(line.account.as_ref()),
        line.reason,
        line.weight_bits,
        line.record_id
    ))?;
    for link in &line.links {
        let lines: Vec<String> = link
            .lines
            .iter()
            .map(|(what, bits)| format!("{bits:+.1} {what}"))
            .collect();
        print_text(&format!(
            "    {} with {}: {:+.1} = {}",
            link.verdict,
            link.other_name.as_deref().unwrap_or("not known"),
            link.score_bits,
            lines.join(", ")
        ))?;
    }
    Ok(())
}

/// Holdings, one a line.
pub(super) fn print_parts(heading: &str, parts: &[HeldPart]) -> Result<()> {
    if parts.is_empty() {
        return Ok(());
    }
    print_text(&format!("\n{heading}"))?;
    for part in parts {
        let whose = part
            .person
            .as_ref()
            .map_or_else(String::new, |person| format!("{} as ", person.name));
        print_text(&format!(
            "  {whose}{}, {}, {}  {}",
            words::role(part.role),
            words::probability(part.probability),
            decision(part.decision.as_ref()),
            part.holding_id
        ))?;
    }
    Ok(())
}
