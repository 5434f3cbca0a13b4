//! The steps of this stage: what was said is read first, then every account is worked.
//!
//! Reads   `utterance`, `meeting_known`, the placed tables, `cast`, `affiliation`, `usage_placed`
//! Writes  `said`, `said_noted`, `decision`, `claim`, `role_holding`, `role_line`, `required_role`,
//!         `succession`, `placeholder`

use std::collections::BTreeMap;

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::base::{ActivityRow, ContractRow, DealRow, DeclaredRoleRow, MeetingRow};
use model::tables::decided::{
    Claim, Decision, Placeholder, RequiredRole, RoleHolding, RoleLine, SAID_NOTED, Said,
    Succession, UsagePlaced,
};
use model::tables::placed;
use model::tables::resolved::{Affiliation, CastRow};
use model::{AccountId, Day, Row, TableDef};
use serde::{Deserialize, Serialize};

use crate::decide::{Rules, decide_account_by};
use crate::input::{AccountAnswer, AccountInput};
use crate::listen::{Listen, ListenToNotes};

/// What the stage may be told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// The day for which the answers hold: later ends of contracts lie ahead.
    pub as_of: Day,
    /// Templates of required roles, and what people of ours confirmed.
    #[serde(default)]
    pub rules: Rules,
}

/// The steps of the stage, in order.
pub fn steps(settings: &Settings) -> Vec<Box<dyn Step>> {
    let decide = Decide {
        as_of: settings.as_of,
        rules: settings.rules.clone(),
    };
    vec![
        Box::new(KernelStep(Listen)),
        Box::new(KernelStep(ListenToNotes)),
        Box::new(KernelStep(decide)),
    ]
}

/// A kernel as a step of a build.
struct KernelStep<K>(K);

impl<K: Kernel> Step for KernelStep<K> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn shape(&self) -> Shape {
        Shape::Kernel
    }

    fn reads(&self) -> Vec<TableDef> {
        self.0.reads()
    }

    fn writes(&self) -> Vec<TableDef> {
        self.0.writes()
    }

    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        bench.run_kernel(&self.0)
    }
}

/// Concludes everything about each account of a slot.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Decide {
    /// The day for which the answers hold.
    pub as_of: Day,
    /// Templates of required roles, and what people of ours confirmed.
    #[serde(default)]
    pub rules: Rules,
}

impl Kernel for Decide {
    fn name(&self) -> &'static str {
        "decide"
    }

    fn reads(&self) -> Vec<TableDef> {
        vec![
            placed::DEAL_PLACED,
            placed::CONTRACT_PLACED,
            placed::DECLARED_ROLE_PLACED,
            placed::ACTIVITY_PLACED,
            placed::MEETING_PLACED,
            CastRow::TABLE,
            Affiliation::TABLE,
            Said::TABLE,
            SAID_NOTED,
            UsagePlaced::TABLE,
        ]
    }

    fn writes(&self) -> Vec<TableDef> {
        vec![
            Decision::TABLE,
            Claim::TABLE,
            RoleHolding::TABLE,
            RoleLine::TABLE,
            RequiredRole::TABLE,
            Succession::TABLE,
            Placeholder::TABLE,
        ]
    }

    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        for (account_id, mut input) in inputs_of(slot)? {
            input.account_id = account_id;
            input.as_of = self.as_of;
            write(&decide_account_by(&input, &self.rules), out)?;
        }
        Ok(())
    }
}

/// The rows of a slot by account; rows that stand at no account are left out.
fn inputs_of(slot: &Slot) -> Result<BTreeMap<AccountId, AccountInput>, KernelError> {
    let mut inputs: BTreeMap<AccountId, AccountInput> = BTreeMap::new();
    macro_rules! sort_in {
        ($table:expr, $field:ident, $account:expr) => {
            for row in slot.rows_of($table.name)? {
                if let Some(account) = $account(&row) {
                    inputs.entry(account).or_default().$field.push(row);
                }
            }
        };
    }
    sort_in!(placed::DEAL_PLACED, deals, |row: &DealRow| row.account_id);
    sort_in!(placed::CONTRACT_PLACED, contracts, |row: &ContractRow| row
        .account_id);
    sort_in!(
        placed::DECLARED_ROLE_PLACED,
        declared,
        |row: &DeclaredRoleRow| row.account_id
    );
    sort_in!(placed::ACTIVITY_PLACED, activities, |row: &ActivityRow| row
        .account_id);
    sort_in!(placed::MEETING_PLACED, meetings, |row: &MeetingRow| row
        .account_id);
    sort_in!(CastRow::TABLE, cast, |row: &CastRow| Some(row.account_id));
    sort_in!(Affiliation::TABLE, affiliations, |row: &Affiliation| Some(
        row.account_id
    ));
    sort_in!(Said::TABLE, said, |row: &Said| Some(row.account_id));
    sort_in!(SAID_NOTED, said, |row: &Said| Some(row.account_id));
    sort_in!(UsagePlaced::TABLE, usage, |row: &UsagePlaced| Some(
        row.account_id
    ));
    Ok(inputs)
}

fn write(answer: &AccountAnswer, out: &mut Output) -> Result<(), KernelError> {
    out.write(&answer.decisions)?;
    out.write(&answer.claims)?;
    out.write(&answer.holdings)?;
    out.write(&answer.lines)?;
    out.write(&answer.required)?;
    out.write(&answer.successions)?;
    out.write(&answer.placeholders)
}

#[cfg(test)]
mod tests;
