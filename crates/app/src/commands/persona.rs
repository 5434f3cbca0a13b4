//! `prosopon persona list|show`: which personas are really there.

use anyhow::{Result, bail};
use api::personas::{KindView, PersonaCard, PersonaLine, StatementLine};
use api::{Facade, words};
use clap::{Args, Subcommand, ValueEnum};
use model::{PersonaId, PersonaKind};

use crate::cli::Shared;
use crate::commands::facade;
use crate::exit::{Failure, Kind};
use crate::table::{Table, print_json, print_text};
use crate::workspace::Workspace;

/// Options of `persona`.
#[derive(Args)]
#[command(
    after_help = "Example:\n  prosopon persona list\n  prosopon persona show psa_0123456789abcdef0123456789abcdef"
)]
pub(crate) struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// List personas by kind, and say why there are no more
    #[command(after_help = "Example:\n  prosopon persona list --kind user")]
    List {
        /// One kind only
        #[arg(long, value_enum)]
        kind: Option<KindArg>,
    },
    /// Show one persona in nine components
    #[command(
        after_help = "Every statement names an id; `prosopon explain ID` shows the people and records behind it.\n\n\
                      Example:\n  prosopon persona show \"finance\""
    )]
    Show {
        /// Id, or words of the name
        persona: String,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindArg {
    /// From people's part in purchases
    Buyer,
    /// From renewals and expansions
    Customer,
    /// From daily work with the product
    User,
}

impl From<KindArg> for PersonaKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Buyer => Self::Buyer,
            KindArg::Customer => Self::Customer,
            KindArg::User => Self::User,
        }
    }
}

/// Lists or shows.
pub(crate) fn run(shared: &Shared, options: &Options) -> Result<()> {
    let workspace = Workspace::open(&shared.workspace)?;
    let facade = facade(&workspace)?;
    match &options.what {
        What::List { kind } => {
            let kinds = facade.personas(kind.map(PersonaKind::from))?;
            if shared.json {
                return print_json(&kinds);
            }
            kinds.iter().try_for_each(print_kind)
        }
        What::Show { persona } => {
            let card = facade.persona(find(&facade, persona)?)?;
            if shared.json {
                return print_json(&card);
            }
            print_card(&card)
        }
    }
}

fn find(facade: &Facade, text: &str) -> Result<PersonaId> {
    if let Some(id) = PersonaId::parse(text) {
        return Ok(id);
    }
    let wanted = text.to_lowercase();
    let kinds = facade.personas(None)?;
    let all: Vec<PersonaLine> = kinds.into_iter().flat_map(|kind| kind.personas).collect();
    let hits: Vec<&PersonaLine> = all
        .iter()
        .filter(|line| line.name.to_lowercase().contains(&wanted))
        .collect();
    match hits.as_slice() {
        [one] => Ok(one.persona_id),
        [] => bail!(Failure::new(
            Kind::NotFound,
            format!("no persona is called `{text}`; `prosopon persona list` lists them"),
        )),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|line| format!("  {}  {}", line.persona_id, line.name))
                .collect();
            bail!(Failure::new(
                Kind::NotFound,
                format!(
                    "`{text}` can mean several personas; name one of\n{}",
                    names.join("\n")
                ),
            ))
        }
    }
}

fn print_kind(kind: &KindView) -> Result<()> {
    print_text(&format!("{} personas", words::persona_kind(kind.kind)))?;
    if !kind.personas.is_empty() {
        let mut table = Table::new(&["name", "state", "people", "accounts", "stability", "id"]);
        for line in &kind.personas {
            table.row(&[
                line.name.clone(),
                words::persona_state(line.state).to_owned(),
                line.n_people.to_string(),
                accounts(line.n_accounts),
                format!("{:.2}", line.stability),
                line.persona_id.to_string(),
            ]);
        }
        table.print()?;
    }
    let why = match kind.personas.is_empty() {
        true => format!("none found. {}", kind.why_none()),
        false => words::sentence(kind.verdict().unwrap_or_default()),
    };
    print_text(&format!("  {why}\n"))
}

fn accounts(n: Option<i32>) -> String {
    n.map_or_else(|| "not known".to_owned(), |n| n.to_string())
}

fn print_card(card: &PersonaCard) -> Result<()> {
    let line = &card.persona;
    print_text(&format!(
        "{}  {} persona, {}  {}",
        line.name,
        words::persona_kind(line.kind),
        words::persona_state(line.state),
        line.persona_id
    ))?;
    print_text(&format!(
        "{} people, accounts: {}, stability {:.2}; at least half of its {} top traits hold for {:.0} % of them",
        line.n_people,
        accounts(line.n_accounts),
        line.stability,
        line.n_traits,
        100.0 * line.share_typical
    ))?;
    print_text(&line.state_reason)?;
    for component in &card.components {
        print_text(&format!("\n{}", component.title))?;
        for statement in &component.statements {
            print_text(&sentence(statement))?;
        }
        if let Some(help) = component.would_help {
            print_text(&format!("  not known. {help}"))?;
        }
    }
    Ok(())
}

/// A statement with its share, interval, base and id.
pub(super) fn sentence(line: &StatementLine) -> String {
    format!(
        "  {}  {:.0} % of {} ({:.0}–{:.0} %; of all {:.0} %)  {}",
        line.sentence,
        100.0 * line.share,
        line.n_known,
        100.0 * line.share_low,
        100.0 * line.share_high,
        100.0 * line.base_share,
        line.statement_id
    )
}
