//! `prosopon explain`: from any answer back to file, line and characters.

mod evidence;
mod people;

use anyhow::Result;
use api::explain::{
    AccountView, DecisionView, Explanation, FileView, HoldingView, MeetingView, RecordView,
    SuccessionView, UncitedView,
};
use api::heads::{AccountHead, DecisionHead, PersonHead};
use api::personas::{PersonaCard, StatementView};
use api::words;
use clap::Args;
use model::PersonaState;

use crate::cli::Shared;
use crate::commands::{facade, persona, who};
use crate::table::{print_json, print_text};
use crate::workspace::Workspace;
use evidence::{Rows, print_claim, print_counted, print_quote};

/// Options of `explain`.
#[derive(Args)]
#[command(
    after_help = "Ids come from any answer: hld_ (a role), clm_ (a claim), set_ (a counted set), stm_ (a statement), \
                  psa_, dec_, suc_, per_, acc_, men_, mtg_, rec_, file_. The first four digits or more will do \
                  where they are those of one id.\n\n\
                  Example:\n  prosopon explain hld_0123456789abcdef0123456789abcdef"
)]
pub(crate) struct Options {
    /// The id, or enough of its beginning to tell it from all others
    id: String,
    /// Show whole rows, not only the cell that counts
    #[arg(long)]
    row: bool,
}

/// Explains.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let explanation = facade(&workspace)?.explain(options.id.trim())?;
    if shared.json {
        return print_json(&explanation);
    }
    let rows = match options.row {
        true => Rows::Whole,
        false => Rows::Cell,
    };
    match &explanation {
        Explanation::Holding(view) => print_holding(view, rows),
        Explanation::Claim { claim, used_in } => {
            let subject = claim.subject.as_ref();
            let whose = subject.map_or_else(String::new, |person| format!("{} ", person.name));
            print_text(&format!("{whose}{}", claim.says))?;
            print_claim(claim, "", rows)?;
            people::print_parts("Counts in", used_in)
        }
        Explanation::CountedSet(view) => print_counted(view, ""),
        Explanation::Statement(view) => print_statement(view, rows),
        Explanation::Persona(card) => print_persona(card),
        Explanation::Decision(view) => print_decision(view, rows),
        Explanation::Succession(view) => print_succession(view, rows),
        Explanation::Person(view) => people::print_person(view),
        Explanation::Account(view) => print_account(view, rows),
        Explanation::Mention(line) => people::print_mention(line),
        Explanation::Meeting(view) => print_meeting(view),
        Explanation::Record(view) => print_record(view),
        Explanation::Uncited(view) => print_uncited(view),
        Explanation::File(view) => print_file(view),
    }
}

fn name(person: Option<&PersonHead>) -> String {
    person.map_or_else(|| "not known".to_owned(), |person| person.name.clone())
}

fn account(head: Option<&AccountHead>) -> String {
    head.map_or_else(String::new, |head| format!(" at {}", head.name))
}

fn decision(head: Option<&DecisionHead>) -> String {
    head.map_or_else(|| "no decision".to_owned(), who::title)
}

/// What stands behind the name of a persona that is not published.
fn mark(state: PersonaState) -> String {
    words::persona_mark(state).map_or_else(String::new, |mark| format!(" ({mark})"))
}

fn print_holding(view: &HoldingView, rows: Rows) -> Result<()> {
    print_text(&format!(
        "{} as {}{}\n{}\n{}: {}",
        name(view.person.as_ref()),
        words::role(view.role),
        account(view.account.as_ref()),
        decision(view.decision.as_ref()),
        words::holding_state(view.state),
        words::probability(view.probability)
    ))?;
    print_text(&format!("\n{:>+8.3}  before any claim", view.prior))?;
    for line in &view.lines {
        let once = if line.is_counted_elsewhere {
            "  (one cause, counted once already)"
        } else {
            ""
        };
        print_text(&format!("{:>+8.3}  {}{once}", line.weight, line.claim.says))?;
        print_claim(&line.claim, "          ", rows)?;
    }
    print_text(&format!("{:>+8.3}  effect of the others", view.others))?;
    let adds_up = if view.adds_up {
        ""
    } else {
        "  (the lines do not add up to the stored sum; build again)"
    };
    print_text(&format!(
        "{:>+8.3}  sum, in log-odds{adds_up}",
        view.log_odds
    ))?;
    print_text(&format!(
        "{:>8}  probability after calibration, {}",
        format!("{:.2}", view.probability),
        view.likelihood
    ))
}

fn print_statement(view: &StatementView, rows: Rows) -> Result<()> {
    print_text(&format!(
        "{}{}  {}",
        view.persona.name,
        mark(view.persona.state),
        view.persona.persona_id
    ))?;
    print_text(&persona::sentence(&view.line))?;
    print_text(&format!(
        "  on people held out from the fit: q = {:.4}; fact {}",
        view.line.q_value, view.line.fact_code
    ))?;
    print_text(&format!(
        "\nHolds for {} people; {} of them",
        view.n_held_by,
        view.held_by.len()
    ))?;
    for held in &view.held_by {
        print_text(&format!(
            "  {}{}  {}",
            held.person.name,
            account(held.account.as_ref()),
            held.evidence.join(" ")
        ))?;
    }
    for claim in &view.claims {
        print_text("")?;
        print_claim(claim, "  ", rows)?;
    }
    match view.other_evidence.as_slice() {
        [] => Ok(()),
        ids => print_text(&format!("\nAlso rests on\n  {}", ids.join("\n  "))),
    }
}

fn print_persona(card: &PersonaCard) -> Result<()> {
    print_text(&format!(
        "{}{}  {} members; `prosopon persona show` prints its components",
        card.persona.name,
        mark(card.persona.state),
        card.n_members
    ))?;
    print_text(&card.persona.state_reason)?;
    for member in &card.members {
        print_text(&format!(
            "  {:.2}  {}{}  {}",
            member.posterior,
            member.person.name,
            account(member.account.as_ref()),
            member.person.person_id
        ))?;
    }
    Ok(())
}

fn print_decision(view: &DecisionView, rows: Rows) -> Result<()> {
    print_text(&view.account.name)?;
    who::print_decision(&view.decision, true)?;
    print_text(&format!("  why this kind: {}", view.decision.kind_reason))?;
    for before in &view.predecessors {
        print_text(&format!(
            "  follows {}  {}",
            who::title(before),
            before.decision_id
        ))?;
    }
    for after in &view.successors {
        print_text(&format!(
            "  leads to {}  {}",
            who::title(after),
            after.decision_id
        ))?;
    }
    if let Some(record) = &view.record {
        print_quote(&record.quote, "  ", rows)?;
    }
    for claim in &view.claims {
        print_claim(claim, "  ", rows)?;
    }
    Ok(())
}

fn print_succession(view: &SuccessionView, rows: Rows) -> Result<()> {
    let line = &view.line;
    print_text(&format!(
        "{}{}: {} passed it to {} ({}), {}",
        words::role(line.role),
        account(view.account.as_ref()),
        line.from.name,
        line.to
            .as_ref()
            .map_or("nobody known", |to| to.name.as_str()),
        words::departure(line.departure),
        words::probability(line.probability)
    ))?;
    print_text(&format!("  from {}", decision(line.from_decision.as_ref())))?;
    print_text(&format!("  to   {}", decision(line.to_decision.as_ref())))?;
    for rival in &view.rivals {
        let to = rival
            .to
            .as_ref()
            .map_or("nobody known", |to| to.name.as_str());
        print_text(&format!(
            "  or to {to}: {}",
            words::probability(rival.probability)
        ))?;
    }
    for claim in &view.claims {
        print_claim(claim, "  ", rows)?;
    }
    Ok(())
}

fn print_account(view: &AccountView, rows: Rows) -> Result<()> {
    let line = &view.account;
    print_text(&format!(
        "{}  {}  {} people, {} decisions, {} terms of use, {} roles established, {} records",
        line.head.name,
        line.head.account_id,
        line.counts.n_people,
        line.counts.n_decisions,
        line.counts.n_uses,
        line.counts.n_established,
        view.n_records
    ))?;
    if let Some(parent) = &view.parent {
        print_text(&format!(
            "  belongs to {}  {}",
            parent.name, parent.account_id
        ))?;
    }
    for child in &view.children {
        print_text(&format!("  parent of {}  {}", child.name, child.account_id))?;
    }
    for head in &view.decisions {
        print_text(&format!("  {}  {}", who::title(head), head.decision_id))?;
    }
    for meeting in &view.meetings {
        print_text(&format!(
            "  meeting: {}  {}",
            meeting.title, meeting.meeting_id
        ))?;
    }
    if let Some(record) = &view.founding_record {
        print_text("  founded by")?;
        print_quote(&record.quote, "  ", rows)?;
    }
    Ok(())
}

fn print_meeting(view: &MeetingView) -> Result<()> {
    let file = view.file.as_ref().map_or("", |file| file.path.as_str());
    print_text(&format!(
        "{}  {file}  {} utterances; those that an answer cites, with their neighbours:",
        view.meeting.title, view.n_utterances
    ))?;
    for (_, line) in &view.lines {
        let label = line.label.as_deref().unwrap_or("not known");
        print_text(&format!("  {:>5}  {label}: {}", line.line, line.text))?;
    }
    Ok(())
}

fn print_record(view: &RecordView) -> Result<()> {
    print_quote(&view.quote, "", Rows::Whole)?;
    for claim in &view.claims {
        print_text(&format!(
            "  {} {}  {}",
            name(claim.subject.as_ref()),
            claim.says,
            claim.claim_id
        ))?;
    }
    Ok(())
}

fn print_uncited(view: &UncitedView) -> Result<()> {
    print_text(&format!(
        "{}  was read, and no answer cites its words, so they are not published; it is counted by",
        view.record_id
    ))?;
    for claim in &view.claims {
        print_text(&format!("  {}  {}", claim.says, claim.claim_id))?;
    }
    Ok(())
}

fn print_file(view: &FileView) -> Result<()> {
    print_text(&format!(
        "{}  {} {} {}  {} rows, {} set aside, imported {}",
        view.head.path,
        view.format,
        view.system,
        view.object,
        view.n_rows,
        view.n_bad_rows,
        view.known_on
    ))?;
    print_text(&view.recognised_by)?;
    for issue in &view.issues {
        print_text(&format!(
            "  line {}  {}  {}: found {}; {}",
            issue.line, issue.column, issue.code, issue.found, issue.expected
        ))?;
    }
    Ok(())
}
