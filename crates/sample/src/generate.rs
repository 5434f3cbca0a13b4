//! From a plan to files, block by block.

use std::io;

use crate::dice::{Dice, Purpose};
use crate::files::Files;
use crate::plan::Plan;
use crate::systems::contracts::Register;
use crate::systems::salesforce::{Salesforce, Scene};
use crate::systems::staff;
use crate::truth::Truth;
use crate::world::{BLOCK, Block};

/// Why a sample could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file could not be made.
    #[error("cannot create `{path}`")]
    Create {
        /// The file, relative to where the sample goes.
        path: String,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// A file could not be written to.
    #[error("cannot write `{path}`")]
    Write {
        /// The file, relative to where the sample goes.
        path: String,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
}

impl SampleError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Create { .. } => "sample_create",
            Self::Write { .. } => "sample_write",
        }
    }
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Accounts.
    pub n_accounts: u64,
    /// People there really are.
    pub n_people: u64,
    /// Decisions and terms of use.
    pub n_decisions: u64,
    /// Bytes of all files.
    pub n_bytes: u64,
}

/// Writes the sample of a plan.
///
/// # Errors
/// [`SampleError`] names the file that could not be made or written.
pub fn generate(plan: &Plan, out: &mut dyn Files) -> Result<Summary, SampleError> {
    let people = staff::hire(
        &mut Dice::new(plan.seed, Purpose::Systems, u32::MAX),
        plan.n_accounts,
    );
    let mut salesforce = Salesforce::open(out, &people)?;
    let mut register = Register::open(out)?;
    let mut truth = Truth::open(out)?;
    truth.planted()?;
    let mut summary = Summary::default();
    for number in 0..plan.n_accounts.div_ceil(BLOCK) {
        let block = Block::make(plan, number);
        let scene = Scene {
            plan,
            block: &block,
            staff: &people,
        };
        let mut dice = Dice::new(plan.seed, Purpose::Systems, number);
        let ledger = salesforce.write(&scene, &mut dice, &mut truth)?;
        register.write(&scene, &mut dice, &mut truth, &ledger)?;
        truth.block(&block, &|company, decision, contract| {
            ledger.keys_of(company, decision, contract)
        })?;
        summary.count(&block);
    }
    summary.n_bytes = salesforce.finish()? + register.finish()? + truth.finish()?;
    Ok(summary)
}

impl Summary {
    fn count(&mut self, block: &Block) {
        self.n_accounts += block.companies.len() as u64;
        self.n_people += block.humans.len() as u64;
        self.n_decisions += block
            .companies
            .iter()
            .map(|it| it.decisions.len() as u64)
            .sum::<u64>();
    }
}
