//! The steps of this stage, in order.
//!
//! Reads   base tables
//! Writes  who is who (`model::tables::resolved`), rows at their accounts
//!         (`model::tables::placed`), `usage_placed`
//!
//! Steps are shells: they read tables, call the pure functions of this crate and
//! write what these return.

mod accounts;
mod facts;
mod people;
mod placing;
mod usage;

use lake::{Bench, LakeError, Shape, Step};
use model::TableDef;
use serde::{Deserialize, Serialize};

use crate::accounts::Sides;

/// What whoever set up the workspace told about sides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Whose names and domains are ours or a partner's.
    pub sides: Sides,
    /// Full names of people of ours that no record shows as such.
    pub own_people: Vec<String>,
    /// What somebody decided about who is who, oldest first.
    pub rulings: Vec<Ruling>,
}

/// What somebody decided about the records under some keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// One person, or never one.
    pub is_one: bool,
    /// Keys of the one.
    pub lefts: Vec<String>,
    /// Keys of the other.
    pub rights: Vec<String>,
}

/// The steps of this stage, in order.
pub fn steps(settings: &Settings) -> Vec<Box<dyn Step>> {
    let mut steps: Vec<Box<dyn Step>> = Vec::new();
    steps.extend(accounts::steps(settings));
    steps.extend(placing::steps(settings));
    steps.extend(people::steps(&settings.rulings));
    steps.extend(usage::steps());
    steps
}

/// What a step does on the bench.
type Work = Box<dyn Fn(&mut Bench<'_>) -> Result<(), LakeError> + Send + Sync>;

/// A step written down as what it reads, what it writes and what it does.
struct Plain {
    name: &'static str,
    shape: Shape,
    reads: Vec<TableDef>,
    writes: Vec<TableDef>,
    work: Work,
}

impl Step for Plain {
    fn name(&self) -> &'static str {
        self.name
    }
    fn shape(&self) -> Shape {
        self.shape
    }
    fn reads(&self) -> Vec<TableDef> {
        self.reads.clone()
    }
    fn writes(&self) -> Vec<TableDef> {
        self.writes.clone()
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        (self.work)(bench)
    }
}

#[cfg(test)]
mod tests;
