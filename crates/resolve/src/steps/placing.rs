//! Steps that place every row at its account.
//!
//! Reads   base tables, `account`, `account_alias`
//! Writes  `deal_placed`, `contract_placed`, `declared_role_placed`,
//!         `activity_placed`, `meeting_placed`, `meeting_known`,
//!         `mention_located`, `person_part`

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step};
use model::tables::base::{
    ActivityRow, AssociationRow, ContractRow, DealRow, DeclaredRoleRow, LabelRow, LineItemRow,
    MeetingRow, MentionRow, SameAsRow,
};
use model::tables::placed::{
    ACTIVITY_PLACED, CONTRACT_PLACED, DEAL_PLACED, DECLARED_ROLE_PLACED, MEETING_KNOWN,
    MEETING_PLACED, MENTION_LOCATED,
};
use model::tables::resolved::{Account, AccountAlias, PERSON_PART};
use model::{Row, TableDef};
use serde::{Deserialize, Serialize};

use super::facts::{FindConnections, FindWhereabouts};
use super::{Plain, Settings};
use crate::people::{NodeInput, Staff, parts};
use crate::place::{
    Labels, PlaceIndex, add_products, add_subscribed, count_present, locate, name_stage, place,
    place_meeting, told_workplace,
};
use crate::settle::settle;

/// The step that places: everything in it needs the same index of what keys and names mean.
pub(super) fn steps(settings: &Settings) -> Vec<Box<dyn Step>> {
    let staff = Staff::new(&settings.sides, &settings.own_people);
    let mut reads = PlaceObjects::default().reads();
    reads.extend(LocateMentions::default().reads());
    reads.extend([
        Account::TABLE,
        AccountAlias::TABLE,
        AssociationRow::TABLE,
        MeetingRow::TABLE,
        LabelRow::TABLE,
    ]);
    let mut writes = PlaceObjects::default().writes();
    writes.extend(LocateMentions::default().writes());
    writes.extend([MEETING_KNOWN, MEETING_PLACED]);
    vec![Box::new(Plain {
        name: "place_rows",
        shape: Shape::Kernel,
        reads,
        writes,
        work: Box::new(move |bench| place_rows(bench, staff.clone())),
    })]
}

fn place_rows(bench: &mut Bench<'_>, mut staff: Staff) -> Result<(), LakeError> {
    let mut index = PlaceIndex::new(&bench.rows::<Account>()?, &bench.rows::<AccountAlias>()?);
    let connections = bench.fold(&FindConnections { index: &index })?;
    index.connect(connections);
    let found = bench.fold(&FindWhereabouts {
        index: &index,
        staff: &staff,
    })?;
    staff.add_names(found.staff);
    staff.add_homes(found.homes);
    staff.add_present(found.given);
    index.add_people(found.people);
    index.add_roles(found.roles);
    let present = count_present(&found.working, &found.named, staff.homes());
    let mut meetings = bench.rows::<MeetingRow>()?;
    for meeting in &mut meetings {
        let who = present.get(&meeting.meeting_id);
        meeting.account_id = place_meeting(meeting, who, &index);
    }
    bench.write_to(MEETING_KNOWN, &meetings)?;
    bench.write_to(MEETING_PLACED, &meetings)?;
    let placed = meetings
        .iter()
        .filter_map(|m| Some((m.meeting_id, m.account_id?)));
    index.add_meetings(placed);
    let labels = Labels::new(&bench.rows::<LabelRow>()?);
    let objects = PlaceObjects { index, labels };
    bench.run_kernel(&objects)?;
    bench.run_kernel(&LocateMentions {
        index: objects.index,
        staff,
    })
}

/// Settles and places deals, contracts, roles and activities.
#[derive(Default, Serialize, Deserialize)]
struct PlaceObjects {
    index: PlaceIndex,
    labels: Labels,
}

impl Kernel for PlaceObjects {
    fn name(&self) -> &'static str {
        "place_objects"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![
            DealRow::TABLE,
            LineItemRow::TABLE,
            ContractRow::TABLE,
            DeclaredRoleRow::TABLE,
            ActivityRow::TABLE,
        ]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![
            DEAL_PLACED,
            CONTRACT_PLACED,
            DECLARED_ROLE_PLACED,
            ACTIVITY_PLACED,
        ]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut deals = settle(&slot.rows::<DealRow>()?);
        let line_items = slot.rows::<LineItemRow>()?;
        add_products(&mut deals, &line_items, &self.labels);
        deals
            .iter_mut()
            .for_each(|deal| name_stage(deal, &self.labels));
        place(&mut deals, &self.index);
        out.write_to(DEAL_PLACED.name, &deals)?;
        let mut contracts = settle(&slot.rows::<ContractRow>()?);
        add_subscribed(&mut contracts, &line_items);
        for product in contracts.iter_mut().flat_map(|c| &mut c.products) {
            *product = self.labels.name(product);
        }
        place(&mut contracts, &self.index);
        out.write_to(CONTRACT_PLACED.name, &contracts)?;
        let mut roles = settle(&slot.rows::<DeclaredRoleRow>()?);
        place(&mut roles, &self.index);
        out.write_to(DECLARED_ROLE_PLACED.name, &roles)?;
        let mut activities = settle(&slot.rows::<ActivityRow>()?);
        place(&mut activities, &self.index);
        out.write_to(ACTIVITY_PLACED.name, &activities)
    }
}

/// Finds the account of every mention and gathers those under one key.
#[derive(Default, Serialize, Deserialize)]
struct LocateMentions {
    index: PlaceIndex,
    staff: Staff,
}

impl Kernel for LocateMentions {
    fn name(&self) -> &'static str {
        "locate_mentions"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![MentionRow::TABLE, SameAsRow::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![MENTION_LOCATED, PERSON_PART]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut mentions = slot.rows::<MentionRow>()?;
        for mention in &mut mentions {
            let told = told_workplace(&self.index, mention);
            mention.account_id = locate(mention, told, &self.index);
            mention.side = self.staff.side(mention, told, &self.index);
        }
        let nodes = parts(&NodeInput {
            mentions: &mentions,
            same_as: &slot.rows::<SameAsRow>()?,
        });
        out.write_to(MENTION_LOCATED.name, &mentions)?;
        out.write_to(PERSON_PART.name, &nodes)
    }
}
