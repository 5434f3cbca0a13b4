//! Steps that find people.
//!
//! Reads   `person_part`, `mention_located`, placed roles and contracts
//! Writes  `person_node`, `link`, `person`, `key_person`, `membership`, `cast`,
//!         `mention_placed`, `affiliation`

use std::collections::{BTreeMap, BTreeSet};

use lake::{Bench, Kernel, KernelError, LakeError, Output, Shape, Slot, Step, Summary};
use model::tables::base::{MentionRow, RecordRow};
use model::tables::placed::{
    CONTRACT_PLACED, DECLARED_ROLE_PLACED, MENTION_LOCATED, MENTION_PLACED,
};
use model::tables::resolved::{
    Account, Affiliation, CastRow, KeyPerson, Link, Membership, PAIR_SCORED, PERSON_BLOCK,
    PERSON_MEMBER, PERSON_PART, Person, PersonNode, WorkSeen,
};
use model::{MentionId, Row, TableDef};
use serde::{Deserialize, Serialize};

use super::facts::{FindRoles, RolePlaces};
use super::{Plain, Ruling};
use crate::accounts::groups_of;
use crate::people::{
    CastInput, Components, Frequencies, Joined, Pair, SlotNames, Told, Verdict, affiliations_of,
    block_keys, cast_of, is_strong, merge_parts, name_people, score_block,
};

/// The steps, in order.
pub(super) fn steps(rulings: &[Ruling]) -> Vec<Box<dyn Step>> {
    let rulings = rulings.to_vec();
    vec![
        kernel("gather_people", GatherPeople, |bench| {
            bench.run_kernel(&GatherPeople)
        }),
        Box::new(Plain {
            name: "compare_people",
            shape: Shape::Kernel,
            reads: vec![PersonNode::TABLE, Account::TABLE],
            writes: vec![PERSON_BLOCK, PAIR_SCORED],
            work: Box::new(compare_people),
        }),
        Box::new(Plain {
            name: "join_people",
            shape: Shape::Global,
            reads: vec![PAIR_SCORED, PersonNode::TABLE],
            writes: vec![Link::TABLE, PERSON_MEMBER, Person::TABLE, KeyPerson::TABLE],
            work: Box::new(move |bench| join_people(bench, &rulings)),
        }),
        Box::new(Plain {
            name: "cast_people",
            shape: Shape::Kernel,
            reads: vec![
                MENTION_LOCATED,
                KeyPerson::TABLE,
                RecordRow::TABLE,
                DECLARED_ROLE_PLACED,
                CONTRACT_PLACED,
            ],
            writes: CastPeople::default().writes(),
            work: Box::new(|bench| {
                let roles = bench.fold(&FindRoles)?;
                bench.run_kernel(&CastPeople { roles })
            }),
        }),
        kernel("date_affiliations", DateAffiliations, |bench| {
            bench.run_kernel(&DateAffiliations)
        }),
    ]
}

fn kernel(
    name: &'static str,
    kernel: impl Kernel,
    run: fn(&mut Bench<'_>) -> Result<(), LakeError>,
) -> Box<dyn Step> {
    Box::new(Plain {
        name,
        shape: Shape::Kernel,
        reads: kernel.reads(),
        writes: kernel.writes(),
        work: Box::new(run),
    })
}

fn compare_people(bench: &mut Bench<'_>) -> Result<(), LakeError> {
    let groups = groups_of(&bench.rows::<Account>()?);
    let frequencies = Frequencies::of(bench.fold(&CountNames)?, groups);
    let blocking = BlockPeople { frequencies };
    bench.run_kernel(&blocking)?;
    bench.run_kernel(&ScorePairs {
        frequencies: blocking.frequencies,
    })
}

fn join_people(bench: &mut Bench<'_>, rulings: &[Ruling]) -> Result<(), LakeError> {
    let told = told(bench, rulings)?;
    let found = Components::of(&pairs(bench)?, &told);
    bench.run_kernel(&JudgeLinks {
        asked: found.asked.into_iter().collect(),
        told_one: pairs_told(&told, true),
        told_apart: pairs_told(&told, false),
    })?;
    let joining = JoinNodes {
        joined: found.joined,
    };
    bench.run_kernel(&joining)?;
    bench.run_kernel(&NamePeople {
        joined: joining.joined,
    })
}

/// The nodes that rulings are about; a key that no record has any more says nothing.
fn told(bench: &Bench<'_>, rulings: &[Ruling]) -> Result<Vec<Told>, LakeError> {
    let keys = rulings.iter().flat_map(|r| r.lefts.iter().chain(&r.rights));
    let wanted: BTreeSet<&String> = keys.collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut nodes: BTreeMap<String, MentionId> = BTreeMap::new();
    bench.lake().for_each(PersonNode::TABLE, |batch| {
        for node in PersonNode::from_batch(batch)? {
            let own = node.native_keys.iter().filter(|key| wanted.contains(key));
            nodes.extend(own.map(|key| (key.clone(), node.node_id)));
        }
        Ok(())
    })?;
    let node = |key: &String| nodes.get(key).copied();
    let pairs = rulings.iter().flat_map(|ruling| {
        let rights = || ruling.rights.iter().filter_map(node);
        let lefts = ruling.lefts.iter().filter_map(node);
        lefts.flat_map(move |left| rights().map(move |right| (left, right, ruling.is_one)))
    });
    let told = pairs.filter(|(left, right, _)| left != right);
    Ok(told
        .map(|(left, right, is_one)| Told {
            left,
            right,
            is_one,
        })
        .collect())
}

/// The pairs whose last word is this.
fn pairs_told(told: &[Told], is_one: bool) -> BTreeSet<(MentionId, MentionId)> {
    let pair = |told: &Told| (told.left.min(told.right), told.left.max(told.right));
    let last: BTreeMap<_, _> = told.iter().map(|told| (pair(told), told.is_one)).collect();
    let wanted = last.into_iter().filter(|(_, own)| *own == is_one);
    wanted.map(|(pair, _)| pair).collect()
}

/// Scored pairs, as little of them as joining needs.
fn pairs(bench: &Bench<'_>) -> Result<Vec<Pair>, LakeError> {
    let mut pairs = Vec::new();
    bench.lake().for_each(PAIR_SCORED, |batch| {
        let links = Link::from_batch(batch)?.into_iter();
        pairs.extend(links.map(|link| Pair {
            left: link.left_id,
            right: link.right_id,
            centibits: (link.score_bits * 100.0).round() as i32,
            verdict: Verdict::parse(&link.verdict, &link.waterfall),
            is_strong: is_strong(&link.waterfall),
        }));
        Ok(())
    })?;
    Ok(pairs)
}

/// Groups rows that lie together because they are sorted by `key`.
fn groups<T, K: PartialEq>(rows: &[T], key: impl Fn(&T) -> K) -> impl Iterator<Item = &[T]> {
    rows.chunk_by(move |a, b| key(a) == key(b))
}

/// Joins the parts of each node. Reads `person_part`, writes `person_node`.
#[derive(Serialize, Deserialize)]
struct GatherPeople;

impl Kernel for GatherPeople {
    fn name(&self) -> &'static str {
        "gather_people"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PERSON_PART]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PersonNode::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let parts = slot.rows_of::<PersonNode>(PERSON_PART.name)?;
        let nodes = groups(&parts, |part| part.node_key.clone());
        out.write(&nodes.filter_map(merge_parts).collect::<Vec<_>>())
    }
}

/// Learns how common names are and how large blocks are.
struct CountNames;

impl Summary for CountNames {
    type Value = Vec<SlotNames>;

    fn name(&self) -> &'static str {
        "count_names"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonNode::TABLE]
    }
    fn empty(&self) -> Vec<SlotNames> {
        Vec::new()
    }
    fn of_slot(&self, slot: &Slot) -> Result<Vec<SlotNames>, KernelError> {
        Ok(vec![SlotNames::of(&slot.rows::<PersonNode>()?)])
    }
    fn merge(&self, sum: &mut Vec<SlotNames>, next: Vec<SlotNames>) {
        sum.extend(next);
    }
}

/// Copies each node to the blocks it stands in. Reads `person_node`, writes `person_block`.
#[derive(Serialize, Deserialize)]
struct BlockPeople {
    frequencies: Frequencies,
}

impl Kernel for BlockPeople {
    fn name(&self) -> &'static str {
        "block_people"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonNode::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PERSON_BLOCK]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut copies = Vec::new();
        for node in slot.rows::<PersonNode>()? {
            for block_key in block_keys(&node, &self.frequencies) {
                copies.push(PersonNode {
                    block_key,
                    ..node.clone()
                });
            }
        }
        out.write_to(PERSON_BLOCK.name, &copies)
    }
}

/// Scores the pairs of each block. Reads `person_block`, writes `pair_scored`.
#[derive(Serialize, Deserialize)]
struct ScorePairs {
    frequencies: Frequencies,
}

impl Kernel for ScorePairs {
    fn name(&self) -> &'static str {
        "score_pairs"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PERSON_BLOCK]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PAIR_SCORED]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut blocks: BTreeMap<String, Vec<PersonNode>> = BTreeMap::new();
        for node in slot.rows_of::<PersonNode>(PERSON_BLOCK.name)? {
            blocks.entry(node.block_key.clone()).or_default().push(node);
        }
        let blocks = blocks.iter();
        let links = blocks.flat_map(|(key, nodes)| score_block(key, nodes, &self.frequencies));
        out.write_to(PAIR_SCORED.name, &links.collect::<Vec<_>>())
    }
}

/// Asks for the links that the guard refused, and writes down what was decided. Reads `pair_scored`, writes `link`.
#[derive(Serialize, Deserialize)]
struct JudgeLinks {
    asked: BTreeSet<(MentionId, MentionId)>,
    told_one: BTreeSet<(MentionId, MentionId)>,
    told_apart: BTreeSet<(MentionId, MentionId)>,
}

impl Kernel for JudgeLinks {
    fn name(&self) -> &'static str {
        "judge_links"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PAIR_SCORED]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Link::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut links = slot.rows_of::<Link>(PAIR_SCORED.name)?;
        for link in &mut links {
            let pair = (link.left_id, link.right_id);
            let verdict = if self.told_one.contains(&pair) {
                "link"
            } else if self.told_apart.contains(&pair) {
                "apart"
            } else if self.asked.contains(&pair) {
                "ask"
            } else {
                continue;
            };
            verdict.clone_into(&mut link.verdict);
        }
        out.write(&links)
    }
}

/// Puts nodes beside the others of their component. Reads `person_node`, writes `person_member`.
#[derive(Serialize, Deserialize)]
struct JoinNodes {
    joined: BTreeMap<MentionId, Joined>,
}

impl Kernel for JoinNodes {
    fn name(&self) -> &'static str {
        "join_nodes"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PersonNode::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![PERSON_MEMBER]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let mut nodes = slot.rows::<PersonNode>()?;
        for node in &mut nodes {
            if let Some(joined) = self.joined.get(&node.node_id) {
                node.component = joined.component;
            }
        }
        out.write_to(PERSON_MEMBER.name, &nodes)
    }
}

/// Names the person of each component. Reads `person_member`, writes `person`, `key_person`.
#[derive(Serialize, Deserialize)]
struct NamePeople {
    joined: BTreeMap<MentionId, Joined>,
}

impl Kernel for NamePeople {
    fn name(&self) -> &'static str {
        "name_people"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![PERSON_MEMBER]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Person::TABLE, KeyPerson::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let nodes = slot.rows_of::<PersonNode>(PERSON_MEMBER.name)?;
        let resolved = name_people(&nodes, &self.joined);
        out.write(&resolved.people)?;
        out.write(&resolved.keys)
    }
}

/// Puts mentions together with their people and accounts.
#[derive(Default, Serialize, Deserialize)]
struct CastPeople {
    roles: RolePlaces,
}

impl Kernel for CastPeople {
    fn name(&self) -> &'static str {
        "cast_people"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![MENTION_LOCATED, KeyPerson::TABLE, RecordRow::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![
            Membership::TABLE,
            CastRow::TABLE,
            MENTION_PLACED,
            WorkSeen::TABLE,
        ]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        let output = cast_of(&CastInput {
            mentions: &slot.rows_of::<MentionRow>(MENTION_LOCATED.name)?,
            keys: &slot.rows::<KeyPerson>()?,
            records: &slot.rows::<RecordRow>()?,
            roles: &self.roles,
        });
        out.write(&output.memberships)?;
        out.write(&output.cast)?;
        out.write_to(MENTION_PLACED.name, &output.placed)?;
        out.write(&output.work)
    }
}

/// States who worked where, from when to when. Reads `work_seen`, writes `affiliation`.
#[derive(Serialize, Deserialize)]
struct DateAffiliations;

impl Kernel for DateAffiliations {
    fn name(&self) -> &'static str {
        "date_affiliations"
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![WorkSeen::TABLE]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Affiliation::TABLE]
    }
    fn run(&self, slot: &Slot, out: &mut Output) -> Result<(), KernelError> {
        out.write(&affiliations_of(&slot.rows::<WorkSeen>()?))
    }
}
