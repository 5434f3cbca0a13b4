//! Steps that find companies.
//!
//! Reads   `account_row`, rows that name companies, `same_as`
//! Writes  `account_seen`, `account`, `account_alias`

use std::collections::BTreeMap;

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::base::{
    AccountRow, ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MentionRow, SameAsRow,
};
use model::tables::resolved::{Account, AccountAlias, AccountSeen};
use model::{Instant, MentionKind, RecordId, Row, TableDef};
use serde::{Deserialize, Serialize};

use super::{Plain, Settings};
use crate::accounts::{AccountInput, resolve_accounts, seen_name};

/// The steps, in order.
pub(super) fn steps(settings: &Settings) -> Vec<Box<dyn Step>> {
    let sides = settings.sides.clone();
    vec![
        Box::new(Plain {
            name: "see_accounts",
            shape: Shape::Kernel,
            reads: SeeAccounts.reads(),
            writes: SeeAccounts.writes(),
            work: Box::new(|bench| bench.run_kernel(&SeeAccounts)),
        }),
        Box::new(Plain {
            name: "resolve_accounts",
            shape: Shape::Global,
            reads: vec![AccountRow::TABLE, AccountSeen::TABLE, SameAsRow::TABLE],
            writes: vec![Account::TABLE, AccountAlias::TABLE],
            work: Box::new(move |bench| {
                let input = AccountInput {
                    rows: bench.rows()?,
                    seen: bench.rows()?,
                    same_as: same_accounts(bench)?,
                    sides: sides.clone(),
                };
                let found = resolve_accounts(&input);
                bench.write(&found.accounts)?;
                bench.write(&found.aliases)
            }),
        }),
    ]
}

/// Keys that are the same thing, people left out.
fn same_accounts(bench: &Bench<'_>) -> Result<Vec<SameAsRow>, LakeError> {
    let is_account = |key: &str| key.split(':').nth(1) == Some("account");
    let mut same = Vec::new();
    bench.lake().for_each(SameAsRow::TABLE, |batch| {
        let rows = SameAsRow::from_batch(batch)?.into_iter();
        same.extend(rows.filter(|row| is_account(&row.from_key) || is_account(&row.to_key)));
        Ok(())
    })?;
    Ok(same)
}

/// Lists the company names of one slot, each once with its first record. Writes `account_seen`.
#[derive(Serialize, Deserialize)]
struct SeeAccounts;

/// The names of one slot, each with the first record that gives it.
#[derive(Default)]
struct Names {
    found: BTreeMap<(String, String, String), AccountSeen>,
}

impl Names {
    fn add(&mut self, name: Option<&str>, email: Option<&String>, at: (RecordId, Instant)) {
        let seen = name.and_then(|name| seen_name(name, email.map(String::as_str), at.0, at.1));
        let Some(seen) = seen else {
            return;
        };
        let key = (
            seen.name_key.clone(),
            seen.name.clone(),
            seen.domain.clone(),
        );
        let known = self.found.entry(key).or_insert_with(|| seen.clone());
        let first = (known.known_at, known.record_id).min((seen.known_at, seen.record_id));
        (known.known_at, known.record_id) = first;
    }
}

impl Kernel for SeeAccounts {
    fn name(&self) -> &'static str {
        "see_accounts"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![
            MentionRow::TABLE,
            DealRow::TABLE,
            DeclaredRoleRow::TABLE,
            ContractRow::TABLE,
            ActivityRow::TABLE,
        ]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![AccountSeen::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut names = Names::default();
        for row in slot.rows::<MentionRow>()? {
            let email = row
                .emails
                .first()
                .filter(|_| row.kind != MentionKind::Owner);
            let at = (row.record_id, row.known_at);
            names.add(row.account_name.as_deref(), email, at);
        }
        for row in slot.rows::<DealRow>()? {
            names.add(
                row.account_name.as_deref(),
                None,
                (row.record_id, row.known_at),
            );
        }
        for row in slot.rows::<DeclaredRoleRow>()? {
            names.add(
                row.account_name.as_deref(),
                None,
                (row.record_id, row.known_at),
            );
        }
        for row in slot.rows::<ContractRow>()? {
            names.add(
                row.account_name.as_deref(),
                None,
                (row.record_id, row.known_at),
            );
        }
        for row in slot.rows::<ActivityRow>()? {
            names.add(
                row.account_name.as_deref(),
                None,
                (row.record_id, row.known_at),
            );
        }
        out.write(&names.found.into_values().collect::<Vec<_>>())
    }
}
