//! The steps work accounts of one slot apart.

use model::tables::base::{ContractRow, DealRow, DeclaredRoleRow};

use super::*;
use crate::fixture::{account, contract, day, deal, declared, member};
use crate::group::Templates;

fn other() -> AccountId {
    AccountId::derive(&["quay"])
}

/// A slot with the account of the fixture and another one, as placed tables hold them.
fn slot() -> Slot {
    let moved = |row: DealRow| DealRow {
        account_id: Some(other()),
        ..row
    };
    let unplaced = DealRow {
        account_id: None,
        ..deal("3", "Nowhere", "2024-02-02")
    };
    let deals = [
        deal("1", "Harbour", "2024-10-15"),
        moved(deal("2", "Quay", "2024-03-01")),
        unplaced,
    ];
    let mut slot = Slot::default();
    slot.insert("deal_placed", DealRow::to_batch(&deals).unwrap());
    let contracts = [contract("c", "2024-10-15", "2025-10-15")];
    slot.insert(
        "contract_placed",
        ContractRow::to_batch(&contracts).unwrap(),
    );
    let roles = [declared("Cy Dorn", "1", "Economic Buyer")];
    slot.insert(
        "declared_role_placed",
        DeclaredRoleRow::to_batch(&roles).unwrap(),
    );
    slot.insert_rows(&[member("Cy Dorn", "CFO")]).unwrap();
    slot
}

fn rows<T: Row>(output: &mut Output) -> Vec<T> {
    let batches = output.take().remove(T::TABLE.name).unwrap_or_default();
    batches
        .iter()
        .flat_map(|batch| T::from_batch(batch).unwrap())
        .collect()
}

#[test]
fn accounts_of_one_slot_are_worked_apart() {
    let mut out = Output::default();
    let kernel = Decide {
        as_of: day("2025-06-01"),
        rules: Rules::default(),
    };
    kernel.run(&slot(), &mut out).unwrap();
    let mut told: Vec<(AccountId, String)> = rows::<Decision>(&mut out)
        .into_iter()
        .filter(|decision| decision.kind == model::DecisionKind::Purchase)
        .map(|decision| (decision.account_id, decision.name))
        .collect();
    told.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(
        told,
        [
            (account(), "Harbour".to_owned()),
            (other(), "Quay".to_owned())
        ]
    );
}

#[test]
fn the_plan_names_every_table_that_is_written() {
    let settings = Settings {
        as_of: day("2025-06-01"),
        rules: Rules::default(),
    };
    let plan = lake::step::plan(&steps(&settings));
    let decide = plan.last().unwrap();
    assert_eq!(decide.step, "decide");
    assert!(
        decide
            .writes
            .contains(&"required_role[account_id]".to_owned())
    );
    assert!(decide.reads.contains(&"said_noted[account_id]".to_owned()));
}

#[test]
fn what_is_said_is_read_before_anything_is_decided() {
    let settings = Settings {
        as_of: day("2025-06-01"),
        rules: Rules::default(),
    };
    let steps = steps(&settings);
    let names: Vec<&str> = steps.iter().map(|step| step.name()).collect();
    assert_eq!(names, ["listen", "listen_to_notes", "decide"]);
    let unmet = lake::step::unmet_reads(&steps, &model::tables::base());
    assert!(
        unmet.iter().all(|line| !line.contains("`said")),
        "{unmet:?}"
    );
}

#[test]
fn settings_survive_writing_and_reading() {
    let settings = Settings {
        as_of: day("2025-06-01"),
        rules: Rules::default(),
    };
    let text = serde_json::to_string(&settings).unwrap();
    let read: Settings = serde_json::from_str(&text).unwrap();
    assert_eq!(read.as_of, settings.as_of);
    assert_eq!(read.rules.templates, settings.rules.templates);
    let read: Settings = serde_json::from_str(r#"{"as_of": "2025-06-01"}"#).unwrap();
    assert_eq!(read.rules.templates, Templates::default());
}
