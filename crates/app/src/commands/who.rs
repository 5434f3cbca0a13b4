//! `prosopon who`: the cast of an account over its decisions.

mod named;

use anyhow::{Result, bail};
use api::who::{DecisionCast, Part, Presence, SuccessionLine, Who, WhoQuestion};
use api::{
    Facade,
    accounts::{AccountFilter, AccountLine, Lookup, Page},
    words,
};
use clap::Args;
use model::{Coverage, Day, DecisionId, DecisionKind, HoldingState};

use crate::cli::Shared;
use crate::commands::build::parse_day;
use crate::commands::facade;
use crate::exit::{Failure, Kind};
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `who`.
#[derive(Args)]
#[command(
    after_help = "Every line names an id; `prosopon explain ID` shows what it rests on.\n\n\
                  Example:\n  prosopon who \"Harbor Mills\"\n  prosopon who harbor --decision renewal\n  \
                  prosopon who harbor --as-of 2025-06-30 --json"
)]
pub(crate) struct Options {
    /// Name, beginning of the name, domain or id of an account
    account: String,
    /// Only this decision: an id, a kind (purchase, renewal, cross_sell, up_sell, use) or words of its name
    #[arg(long)]
    decision: Option<String>,
    /// What was so on that day, YYYY-MM-DD
    #[arg(long, value_parser = parse_day)]
    as_of: Option<Day>,
    /// Show roles that are not established, too
    #[arg(long)]
    all: bool,
}

/// Answers.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let facade = facade(&workspace)?;
    let account = find(&facade, &options.account)?;
    let mut who = facade.who(&WhoQuestion {
        account_id: account.head.account_id,
        decision_id: options.decision.as_deref().and_then(DecisionId::parse),
        as_of: options.as_of,
    })?;
    if let Some(wanted) = &options.decision {
        who.decisions.retain(|decision| is_wanted(decision, wanted));
        if who.decisions.is_empty() {
            bail!(Failure::new(
                Kind::NotFound,
                format!("`{}` has no decision `{wanted}`", account.head.name),
            ));
        }
    }
    if shared.json {
        return print_json(&who);
    }
    print(&who, options.all)
}

/// Prints the account of which most is established, as an example; nothing when there is none.
pub(crate) fn print_example(shared: &Shared, workspace: &Workspace) -> Result<()> {
    let facade = facade(workspace)?;
    let page = Page {
        offset: 0,
        limit: 500,
    };
    let list = facade.accounts(&AccountFilter::default(), page)?;
    let richest = list.accounts.into_iter().max_by_key(|line| {
        (
            line.counts.n_established,
            std::cmp::Reverse(line.head.account_id),
        )
    });
    let Some(account) = richest.filter(|line| line.counts.n_established > 0) else {
        return Ok(());
    };
    let question = WhoQuestion {
        account_id: account.head.account_id,
        decision_id: None,
        as_of: None,
    };
    let dir = shared.workspace.display();
    print_text(&format!(
        "\nprosopon --workspace {dir} who \"{}\"\n",
        account.head.name
    ))?;
    print(&facade.who(&question)?, false)
}

pub(super) fn find(facade: &Facade, text: &str) -> Result<AccountLine> {
    match facade.find_account(text)? {
        Lookup::One { account } => Ok(*account),
        Lookup::Several { candidates } => {
            let names: Vec<String> = candidates
                .iter()
                .map(|line| format!("  {}  {}", line.head.account_id, line.head.name))
                .collect();
            bail!(Failure::new(
                Kind::NotFound,
                format!(
                    "`{text}` can mean several accounts; name one of\n{}",
                    names.join("\n")
                ),
            ))
        }
        Lookup::Nothing => bail!(Failure::new(
            Kind::NotFound,
            format!("no account is called `{text}`; `prosopon accounts` lists them"),
        )),
    }
}

fn is_wanted(decision: &DecisionCast, wanted: &str) -> bool {
    let wanted_lower = wanted.to_lowercase();
    let by_kind = DecisionKind::from_code(&wanted_lower) == Some(decision.head.kind);
    let by_name = decision.head.name.to_lowercase().contains(&wanted_lower);
    by_kind || by_name || decision.head.decision_id.to_string() == wanted
}

fn print(who: &Who, is_all: bool) -> Result<()> {
    let until = match (who.as_of, who.records_until) {
        (Some(day), _) => format!("as of {day}: nothing that bears a later date"),
        (None, Some(day)) => format!("last import {day}"),
        (None, None) => "no records".to_owned(),
    };
    print_text(&format!(
        "{} ({})  {until}",
        who.account.name, who.account.account_id
    ))?;
    let counts = &who.counts;
    print_text(&format!(
        "people {}, decisions {}, terms of use {}, roles established {}{}",
        counts.n_people,
        counts.n_decisions,
        counts.n_uses,
        counts.n_established,
        match who.as_of {
            Some(_) => ", in all records",
            None => "",
        }
    ))?;
    print_limits(who)?;
    let is_worth_a_line = |decision: &&DecisionCast| {
        // A term of use of which nobody's part is known says nothing.
        is_all || decision.head.kind != DecisionKind::Use || has_established(decision)
    };
    for decision in who.decisions.iter().filter(is_worth_a_line) {
        print_decision(decision, is_all)?;
    }
    print_changes(&who.successions, is_all)?;
    print_gone(who)?;
    named::print(&who.not_established, is_all)
}

/// What the answer for an earlier day cannot tell.
fn print_limits(who: &Who) -> Result<()> {
    if who.n_later_parts > 0 {
        let parts = match who.n_later_parts {
            1 => "1 part is".to_owned(),
            n => format!("{n} parts are"),
        };
        print_text(&format!(
            "  {parts} left out: every claim for them is later."
        ))?;
    }
    for line in &who.not_of_that_day {
        print_text(&format!("  {line}"))?;
    }
    Ok(())
}

fn has_established(decision: &DecisionCast) -> bool {
    decision.cast.iter().any(|part| part.state.is_held())
}

/// One line about a decision: kind, name, days, outcome.
pub(super) fn title(decision: &api::heads::DecisionHead) -> String {
    let day = |day: Option<Day>| day.map_or_else(|| "not known".to_owned(), |day| day.to_string());
    let expected = if decision.is_expected {
        ", expected from the contract's end"
    } else {
        ""
    };
    let overdue = decision
        .overdue_since
        .map_or_else(String::new, |day| format!(", overdue since {day}"));
    format!(
        "{}: {}  {} to {}  {}{expected}{overdue}",
        words::decision_kind(decision.kind),
        decision.name,
        day(decision.opens),
        day(decision.closes),
        words::outcome(decision.outcome),
    )
}

/// Parts of a decision as a table.
pub(super) fn print_decision(decision: &DecisionCast, is_all: bool) -> Result<()> {
    print_text(&format!(
        "\n{}  {}",
        title(&decision.head),
        decision.head.decision_id
    ))?;
    let is_shown = |part: &&Part| {
        is_all || part.declared_by.is_some() || part.state != HoldingState::NotEstablished
    };
    let shown: Vec<&Part> = decision.cast.iter().filter(is_shown).collect();
    if shown.is_empty() {
        print_text("  nobody's part is established")?;
    } else {
        let mut table = Table::new(&["role", "who", "title", "how sure", "for/against", "explain"]);
        for part in &shown {
            table.row(&cells(part));
        }
        table.print()?;
    }
    let n_hidden = decision.cast.len() - shown.len();
    if n_hidden > 0 {
        print_text(&format!(
            "  and {n_hidden} named, not established (--all shows them)"
        ))?;
    }
    print_open_roles(decision)
}

fn cells(part: &Part) -> [String; 6] {
    let mark = match (part.state, part.declared_by) {
        (HoldingState::Contradicted, _) => " (CRM says so, words say otherwise)",
        (HoldingState::Confirmed, _) => " (confirmed)",
        (HoldingState::Declined, _) => " (denied by a person)",
        (HoldingState::Contested, _) => " (confirmed by one, denied by another)",
        (HoldingState::NotEstablished, Some(_)) => " (declared, not established)",
        (HoldingState::NotEstablished, None) => " (not established)",
        (HoldingState::Established, _) => "",
    };
    let later = match part.n_later {
        0 => String::new(),
        n => format!(", {n} later"),
    };
    [
        format!("{}{mark}", words::role(part.role)),
        part.person.name.clone(),
        part.person.title.clone().unwrap_or_default(),
        words::probability(part.probability),
        format!("{}/{}{later}", part.n_for, part.n_against),
        part.holding_id.to_string(),
    ]
}

fn print_open_roles(decision: &DecisionCast) -> Result<()> {
    for line in &decision.required {
        if line.coverage != Coverage::Filled {
            print_text(&format!(
                "  {}: {} ({})",
                words::role(line.role),
                words::coverage(line.coverage),
                line.looked_at
            ))?;
        }
    }
    Ok(())
}

/// Stakeholder changes; who else could have taken over only when all is asked for.
fn print_changes(successions: &[SuccessionLine], is_all: bool) -> Result<()> {
    if successions.is_empty() {
        return Ok(());
    }
    print_text("\nStakeholder changes")?;
    let mut table = Table::new(&["role", "from", "to", "why", "when", "how sure", "explain"]);
    for line in successions.iter().filter(|line| is_all || line.rank == 1) {
        let day = |day: Option<Day>| day.map_or_else(|| "?".to_owned(), |day| day.to_string());
        let to = line.to.as_ref();
        table.row(&[
            words::role(line.role).to_owned(),
            line.from.name.clone(),
            to.map_or_else(|| "nobody known".to_owned(), |to| to.name.clone()),
            words::departure(line.departure).to_owned(),
            format!("{} to {}", day(line.starts), day(line.ends)),
            words::probability(line.probability),
            line.succession_id.to_string(),
        ]);
    }
    table.print()?;
    let n_rivals = successions.iter().filter(|line| line.rank > 1).count();
    if n_rivals > 0 && !is_all {
        print_text(&format!(
            "  and {n_rivals} others who could have taken over instead (--all shows them)"
        ))?;
    }
    Ok(())
}

fn print_gone(who: &Who) -> Result<()> {
    for track in &who.people {
        let what = match track.presence {
            Presence::Left => "left the company",
            Presence::Moved => "moved to another role",
            Presence::Quiet => "went quiet",
            Presence::Here | Presence::Unnamed => continue,
        };
        let since = track
            .since
            .map_or_else(String::new, |day| format!(" by {day}"));
        let because = track
            .because
            .as_ref()
            .map_or_else(String::new, |id| format!("  {id}"));
        print_text(&format!("{} {what}{since}{because}", track.person.name))?;
    }
    Ok(())
}
