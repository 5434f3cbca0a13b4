//! `prosopon roles`: the questions about roles that a person can answer, and the answers.
//!
//! Reads   published answers, `prosopon.db`
//! Writes  `prosopon.db`: `confirmation`, `journal`

use anyhow::{Result, bail};
use api::evidence::Evidence;
use api::explain::{HoldingView, WaterfallLine};
use api::review::{Doubt, ReviewItem};
use api::words;
use clap::{Args, Subcommand};
use model::{ConfirmationId, HoldingId};
use store::{KeptAnswer, RoleAnswer};

use crate::cli::Shared;
use crate::clock;
use crate::commands::{facade, who};
use crate::exit::{Failure, Kind};
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Lines of evidence shown with a question.
const N_LINES: usize = 3;

/// Options of `roles`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  prosopon roles review --account harbor\n  prosopon roles confirm hld_0123456789abcdef0123456789abcdef --note \"she signed\"\n  prosopon build\n  prosopon roles undo cnf_0123456789abcdef0123456789abcdef"
)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// List what a person can answer better than the records, soonest decision first
    Review(Review),
    /// Say that somebody holds a role; outranks every rebuild until taken back
    Confirm(Answer),
    /// Say that somebody does not hold a role
    Decline(Answer),
    /// Take an answer back
    Undo {
        /// The id of the answer, cnf_…
        id: String,
    },
    /// List the answers in force
    Answers,
}

#[derive(Args)]
struct Review {
    /// One account: its name, domain or id
    #[arg(long)]
    account: Option<String>,
    /// How many to list
    #[arg(long, default_value_t = 10)]
    limit: usize,
}

#[derive(Args)]
struct Answer {
    /// The part of a person in a decision, hld_… as `who` and `roles review` print it
    holding: String,
    /// Who says so
    #[arg(long, env = "USER", default_value = "somebody")]
    by: String,
    /// Why, in a few words
    #[arg(long)]
    note: Option<String>,
}

/// Asks, or takes an answer.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let mut workspace = Workspace::open(&shared.workspace)?;
    match &options.what {
        What::Review(review) => ask(shared, &workspace, review),
        What::Confirm(answer) => take(shared, &mut workspace, (answer, true)),
        What::Decline(answer) => take(shared, &mut workspace, (answer, false)),
        What::Undo { id } => undo(shared, &mut workspace, id),
        What::Answers => list(shared, &workspace),
    }
}

fn ask(shared: &Shared, workspace: &Workspace, review: &Review) -> Result<()> {
    let facade = facade(workspace)?;
    let account = review
        .account
        .as_deref()
        .map(|text| who::find(&facade, text).map(|line| line.head.account_id))
        .transpose()?;
    let given = workspace.control.confirmations()?;
    let items = facade.review(account, review.limit + given.len())?;
    let is_open = |item: &ReviewItem| !given.iter().any(|kept| answers(kept, &item.holding));
    let mut open: Vec<ReviewItem> = items.into_iter().filter(is_open).collect();
    open.truncate(review.limit);
    if shared.json {
        return print_json(&open);
    }
    if open.is_empty() {
        return print_text("nothing to ask: no open decision has a role in doubt");
    }
    for item in &open {
        print_question(item)?;
    }
    print_text(
        "\nAnswer with `prosopon roles confirm ID` or `prosopon roles decline ID`; \
         `prosopon explain ID` shows everything behind it.",
    )
}

/// The answer is about this person's role in this decision.
fn answers(kept: &KeptAnswer, holding: &HoldingView) -> bool {
    let decision = holding.decision.as_ref().map(|head| head.decision_id);
    let person = holding.person.as_ref().map(|head| head.person_id);
    kept.answer.role == holding.role
        && Some(kept.answer.decision_id) == decision
        && Some(kept.answer.person_id) == person
}

fn print_question(item: &ReviewItem) -> Result<()> {
    let holding = &item.holding;
    let person = holding.person.as_ref();
    let title = person
        .and_then(|head| head.title.as_deref())
        .map_or_else(String::new, |title| format!(", {title},"));
    print_text(&format!(
        "\nIs {}{title} {} at {}?  ({})\n  {}\n  {} ({:.0} %)  {}",
        person.map_or("somebody", |head| head.name.as_str()),
        words::role(holding.role),
        holding
            .account
            .as_ref()
            .map_or("", |head| head.name.as_str()),
        why(item.doubt),
        holding
            .decision
            .as_ref()
            .map_or_else(String::new, who::title),
        words::holding_state(holding.state),
        holding.probability * 100.0,
        holding.holding_id,
    ))?;
    for line in holding
        .lines
        .iter()
        .filter(|line| line.weight != 0.0)
        .take(N_LINES)
    {
        print_text(&format!("  {}", evidence(line)))?;
    }
    Ok(())
}

const fn why(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Contested => "contested",
        Doubt::WrongContact => "the CRM says so, and the words say otherwise",
        Doubt::InNoSystem => "named in what was said, and in no system",
        Doubt::Unsure => "likely, and not established",
    }
}

/// One line of evidence: its weight, what it says and where it stands.
fn evidence(line: &WaterfallLine) -> String {
    let place = match &line.claim.evidence {
        Evidence::Quote(quote) => quote.place.file.as_ref().map_or_else(String::new, |file| {
            format!("  {}:{}", file.path, quote.place.line)
        }),
        Evidence::Counted(_) => "  counted".to_owned(),
        Evidence::Gone { .. } => String::new(),
    };
    format!("{:+.2}  {}{place}", line.weight, line.claim.says)
}

fn take(shared: &Shared, workspace: &mut Workspace, (given, holds): (&Answer, bool)) -> Result<()> {
    let id = HoldingId::parse(given.holding.trim()).ok_or_else(|| {
        Failure::new(
            Kind::NotFound,
            format!(
                "`{}` is no part of a person in a decision; those ids begin with hld_ and stand in \
                 `prosopon who` and `prosopon roles review`",
                given.holding
            ),
        )
    })?;
    let named = facade(workspace)?.named(id)?;
    let answer = RoleAnswer {
        decision_id: named.decision_id,
        person_id: named.person_id,
        mention_id: named.mention_id,
        role: named.role,
        holds,
        note: given.note.clone(),
    };
    let lock = workspace.lock()?;
    let kept = workspace
        .control
        .confirm(&given.by, clock::now(), &answer)?;
    drop(lock);
    if shared.json {
        return print_json(&kept);
    }
    print_text(&format!(
        "kept as {}; the next `prosopon build` follows it",
        kept.confirmation_id
    ))
}

fn undo(shared: &Shared, workspace: &mut Workspace, text: &str) -> Result<()> {
    let id = ConfirmationId::parse(text.trim());
    let lock = workspace.lock()?;
    let back = match id {
        Some(id) => workspace.control.take_back(id, clock::now())?,
        None => None,
    };
    drop(lock);
    let Some(answer) = back else {
        bail!(Failure::new(
            Kind::NotFound,
            format!("there is no answer `{text}`; `prosopon roles answers` lists those in force"),
        ));
    };
    if shared.json {
        return print_json(&answer);
    }
    print_text("taken back; the next `prosopon build` goes by the records again")
}

fn list(shared: &Shared, workspace: &Workspace) -> Result<()> {
    let kept = workspace.control.confirmations()?;
    if shared.json {
        return print_json(&kept);
    }
    let mut table = Table::new(&["answer", "role", "person", "decision", "by", "on", "note"]);
    for one in &kept {
        let answer = &one.answer;
        table.row(&[
            one.confirmation_id.to_string(),
            let_hold(answer.holds, words::role(answer.role)),
            answer.person_id.to_string(),
            answer.decision_id.to_string(),
            one.by_user.clone(),
            one.at.day().to_string(),
            answer.note.clone().unwrap_or_default(),
        ]);
    }
    table.print()?;
    print_text(&format!("{} answers in force", kept.len()))
}

fn let_hold(holds: bool, role: &str) -> String {
    if holds {
        role.to_owned()
    } else {
        format!("not {role}")
    }
}
