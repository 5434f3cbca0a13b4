//! Steps that count usage.
//!
//! Reads   `event`, `key_person`, `account`, `account_alias`
//! Writes  `usage`, `usage_placed`

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::base::EventRow;
use model::tables::decided::UsagePlaced;
use model::tables::resolved::{Account, AccountAlias, KeyPerson, Usage};
use model::{Row, TableDef};
use serde::{Deserialize, Serialize};

use super::Plain;
use crate::place::{Connections, PlaceIndex};
use crate::usage::{count_events, place_usage};

/// The steps, in order.
pub(super) fn steps() -> Vec<Box<dyn Step>> {
    let mut reads = PlaceUsage::default().reads();
    reads.extend([Account::TABLE, AccountAlias::TABLE]);
    vec![
        Box::new(Plain {
            name: "count_events",
            shape: Shape::Kernel,
            reads: CountEvents.reads(),
            writes: CountEvents.writes(),
            work: Box::new(|bench| bench.run_kernel(&CountEvents)),
        }),
        Box::new(Plain {
            name: "place_usage",
            shape: Shape::Kernel,
            reads,
            writes: PlaceUsage::default().writes(),
            work: Box::new(place),
        }),
    ]
}

fn place(bench: &mut Bench<'_>) -> Result<(), LakeError> {
    let mut index = PlaceIndex::new(&bench.rows::<Account>()?, &bench.rows::<AccountAlias>()?);
    index.connect(Connections::default());
    bench.run_kernel(&PlaceUsage { index })
}

/// Counts events. Reads `event`, writes `usage`.
#[derive(Serialize, Deserialize)]
struct CountEvents;

impl Kernel for CountEvents {
    fn name(&self) -> &'static str {
        "count_events"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![EventRow::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Usage::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        out.write(&count_events(&slot.rows::<EventRow>()?))
    }
}

/// Places counts. Reads `usage`, `key_person`, writes `usage_placed`.
#[derive(Default, Serialize, Deserialize)]
struct PlaceUsage {
    index: PlaceIndex,
}

impl Kernel for PlaceUsage {
    fn name(&self) -> &'static str {
        "place_usage"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![Usage::TABLE, KeyPerson::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![UsagePlaced::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let keys = slot.rows::<KeyPerson>()?;
        let placed = place_usage(&slot.rows::<Usage>()?, &keys, &self.index);
        out.write(&placed)
    }
}
