//! From a plan to files, block by block.

use std::io;

use crate::dice::{Dice, Purpose};
use crate::files::Files;
use crate::plan::Plan;
use crate::systems::calls::{Calls, Desk};
use crate::systems::contracts::Register;
use crate::systems::hubspot::HubSpot;
use crate::systems::salesforce::{Salesforce, Scene};
use crate::systems::staff::{self, Colleague};
use crate::systems::survey::Survey;
use crate::systems::usage::Usage;
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
    let mut systems = Systems::open(plan, &people, out)?;
    let mut truth = Truth::open(out)?;
    truth.planted(plan)?;
    let mut summary = Summary::default();
    for number in 0..plan.n_accounts.div_ceil(BLOCK) {
        let block = Block::make(plan, number);
        let scene = Scene {
            plan,
            block: &block,
            staff: &people,
        };
        systems.write(&scene, number, (&mut truth, out))?;
        summary.count(&block);
    }
    summary.n_bytes = systems.finish()? + truth.finish()?;
    Ok(summary)
}

/// Every system that saw a part of the truth.
struct Systems {
    salesforce: Salesforce,
    register: Register,
    hubspot: HubSpot,
    usage: Usage,
    survey: Survey,
    calls: Calls,
}

impl Systems {
    fn open(plan: &Plan, staff: &[Colleague], out: &mut dyn Files) -> Result<Self, SampleError> {
        Ok(Self {
            salesforce: Salesforce::open(out, staff)?,
            register: Register::open(out)?,
            hubspot: HubSpot::open(out)?,
            usage: Usage::open(out, plan)?,
            survey: Survey::open(out)?,
            calls: Calls::default(),
        })
    }

    /// Lets every system write down what it saw of a block.
    fn write(
        &mut self,
        scene: &Scene<'_>,
        number: u32,
        (truth, files): (&mut Truth, &mut dyn Files),
    ) -> Result<(), SampleError> {
        let dice = |purpose| Dice::new(scene.plan.seed, purpose, number);
        let mut shared = dice(Purpose::Systems);
        let ledger = self.salesforce.write(scene, &mut shared, truth)?;
        self.register.write(scene, &mut shared, truth, &ledger)?;
        self.hubspot
            .write(scene, &mut dice(Purpose::HubSpot), truth)?;
        self.usage.write(scene, &mut dice(Purpose::Usage), truth)?;
        self.survey
            .write(scene, &mut dice(Purpose::Survey), truth)?;
        let mut desk = Desk {
            files,
            truth,
            dice: &mut dice(Purpose::Calls),
        };
        self.calls.write(scene, &mut desk, &ledger)?;
        truth.block(scene.block, &|company, decision, contract| {
            ledger.keys_of(company, decision, contract)
        })
    }

    fn finish(self) -> Result<u64, SampleError> {
        let sheets = self.salesforce.finish()? + self.register.finish()? + self.hubspot.finish()?;
        Ok(sheets + self.usage.finish()? + self.survey.finish()? + self.calls.finish())
    }
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
