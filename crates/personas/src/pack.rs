//! Chooses the features of a kind and packs people as rows of a mixture.

use std::collections::{BTreeMap, BTreeSet};

use model::{AccountId, PersonId};
use stats::mixture::{Block, Family, Rows, RowsError, Seen};

use crate::settings::Settings;
use crate::sheet::{Sheet, Someone};
use crate::subjects::{Part, SUBJECTS, is_telling};

/// Most values of one subject that become features: the commonest.
const MAX_VALUES: usize = 40;

/// A value that enough people have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Feature {
    /// Position of the subject.
    pub(crate) subject: usize,
    /// The value.
    pub(crate) value: String,
    /// Its block and place in it, when it takes part in the fit.
    pub(crate) place: Option<(usize, u32)>,
}

/// The features of a kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Features {
    /// In order of subject and value.
    pub(crate) list: Vec<Feature>,
    /// The subject of each block.
    pub(crate) block_subjects: Vec<usize>,
    blocks: Vec<Block>,
    of_value: Vec<Option<usize>>,
}

impl Features {
    /// Chooses features among what `people` say.
    pub(crate) fn choose(sheet: &Sheet, people: &[&Someone], settings: Settings) -> Self {
        let common = common_values(sheet, people, settings);
        let mut features = Self {
            of_value: vec![None; sheet.values.len()],
            ..Self::default()
        };
        for (subject, _) in SUBJECTS.iter().enumerate() {
            let mut values: Vec<&(usize, u32)> = common
                .iter()
                .filter(|(_, v)| {
                    sheet
                        .values
                        .get(*v as usize)
                        .is_some_and(|value| value.0 == subject)
                })
                .collect();
            values.truncate(MAX_VALUES);
            features.add_subject(sheet, subject, &values);
        }
        features
    }

    fn add_subject(&mut self, sheet: &Sheet, subject: usize, values: &[&(usize, u32)]) {
        let mut named: Vec<(&str, u32)> = values
            .iter()
            .filter_map(|(_, v)| Some((sheet.values.get(*v as usize)?.1.as_str(), *v)))
            .collect();
        named.sort_unstable();
        let is_fitted = SUBJECTS
            .get(subject)
            .is_some_and(|s| s.part == Part::Fitted);
        // A subject with one value tells nobody apart.
        let block = (is_fitted && named.len() > 1).then_some(self.blocks.len());
        for (place, (value, position)) in (0..).zip(&named) {
            if let Some(slot) = self.of_value.get_mut(*position as usize) {
                *slot = Some(self.list.len());
            }
            self.list.push(Feature {
                subject,
                value: (*value).to_owned(),
                place: block.map(|block| (block, place)),
            });
        }
        if block.is_some() {
            self.block_subjects.push(subject);
            self.blocks.push(Block {
                family: SUBJECTS
                    .get(subject)
                    .map_or(Family::Bernoulli, |s| s.family),
                n_features: named.len() as u32,
            });
        }
    }

    /// Only the facts named, for counting: nothing is packed.
    pub(crate) fn named(sheet: &Sheet, facts: &[(usize, String)]) -> Self {
        let mut features = Self {
            of_value: vec![None; sheet.values.len()],
            ..Self::default()
        };
        for (subject, value) in facts {
            if let Some(slot) = sheet
                .position(*subject, value)
                .and_then(|at| features.of_value.get_mut(at as usize))
            {
                *slot = Some(features.list.len());
            }
            features.list.push(Feature {
                subject: *subject,
                value: value.clone(),
                place: None,
            });
        }
        features
    }

    /// Whether there is enough to found personas on: roles alone are a list of roles.
    pub(crate) fn can_found(&self) -> bool {
        let code = |subject: &usize| SUBJECTS.get(*subject).map(|s| s.code);
        self.block_subjects.iter().any(|s| code(s) != Some("role"))
    }

    /// How much is known of somebody that takes part in the fit, in draws.
    pub(crate) fn n_draws(&self, someone: &Someone) -> f64 {
        let placed = someone.facts.iter();
        let placed = placed.filter(|(value, _)| self.place_of(*value).is_some());
        placed.map(|(_, weight)| weight).sum()
    }

    /// The place in the fit of a value of the sheet.
    fn place_of(&self, value: u32) -> Option<(usize, u32)> {
        let feature = (*self.of_value.get(value as usize)?)?;
        self.list.get(feature)?.place
    }

    /// The features somebody has.
    pub(crate) fn held(&self, someone: &Someone) -> BTreeSet<usize> {
        let feature = |(value, _): &(u32, f64)| *self.of_value.get(*value as usize)?;
        someone.facts.iter().filter_map(feature).collect()
    }

    /// Packs people into rows.
    ///
    /// # Errors
    /// A fact its family cannot have.
    pub(crate) fn pack(&self, sheet: &Sheet, people: &[&Someone]) -> Result<Rows, RowsError> {
        let mut rows = Rows::new(self.blocks.clone())?;
        for someone in people {
            let cells = self.cells(sheet, someone);
            let seen: Vec<Seen<'_>> = cells
                .iter()
                .map(|(block_idx, cells)| Seen {
                    block_idx: *block_idx,
                    cells,
                })
                .collect();
            rows.push(1.0, &seen)?;
        }
        Ok(rows)
    }

    /// Blocks somebody says anything in, with the cells there.
    fn cells(&self, sheet: &Sheet, someone: &Someone) -> BTreeMap<usize, Vec<(u32, f64)>> {
        let mut cells: BTreeMap<usize, Vec<(u32, f64)>> = BTreeMap::new();
        for (block_idx, subject) in self.block_subjects.iter().enumerate() {
            let family = self.blocks.get(block_idx).map(|block| block.family);
            let facts: Vec<(u32, f64)> = sheet.facts_of(someone, *subject).collect();
            let kept: Vec<(u32, f64)> = facts
                .iter()
                .filter_map(|(value, weight)| Some((self.place_of(*value)?.1, *weight)))
                .collect();
            // Two levels at once, or one that few share, say nothing of which level it is.
            let is_unclear = family == Some(Family::Categorical) && kept.len() != 1;
            if !facts.is_empty() && !is_unclear {
                cells.insert(block_idx, kept);
            }
        }
        cells
    }
}

/// Subjects somebody's records say anything on.
pub(crate) fn known_subjects(sheet: &Sheet, someone: &Someone) -> BTreeSet<usize> {
    let subject = |(value, _): &(u32, f64)| sheet.values.get(*value as usize).map(|v| v.0);
    someone.facts.iter().filter_map(subject).collect()
}

/// Values enough people at enough accounts have: `(people, value)`, the commonest first.
fn common_values(sheet: &Sheet, people: &[&Someone], settings: Settings) -> Vec<(usize, u32)> {
    let mut having: Vec<(BTreeSet<PersonId>, BTreeSet<AccountId>)> =
        vec![Default::default(); sheet.values.len()];
    for someone in people {
        for (value, _) in &someone.facts {
            if let Some(sets) = having.get_mut(*value as usize) {
                sets.0.insert(someone.person_id);
                sets.1.insert(someone.account_id);
            }
        }
    }
    let mut common: Vec<(usize, u32)> = (0..)
        .zip(&having)
        .filter(|(_, (people, accounts))| {
            let is_placed = !accounts.contains(&AccountId::default());
            people.len() >= settings.min_people
                && (!is_placed || accounts.len() >= settings.min_accounts)
        })
        .map(|(value, (people, _))| (people.len(), value))
        .collect();
    common.sort_by(|a, b| {
        b.0.cmp(&a.0).then_with(|| {
            sheet
                .values
                .get(a.1 as usize)
                .cmp(&sheet.values.get(b.1 as usize))
        })
    });
    common
}

/// Whether a statement may be made of a feature.
pub(crate) fn may_be_told(feature: &Feature) -> bool {
    is_telling(&feature.value)
}
