//! Puts what passed its gates into sentences with their evidence.
//!
//! Reads   `person_fact`, `persona_member`, `persona_class`, `fact_lift`
//! Writes  `persona`, `statement`
//! Source  intervals: Wilson (1927)
//!
//! A statement needs a fact that holds on people held out from the fit and is
//! commoner among the members than among everybody, behind enough people at
//! enough accounts.

mod evidence;
mod portrait;

use std::collections::BTreeMap;

use lake::{Bench, LakeError, Shape, Step};
use model::tables::found::{FactLift, PersonFact, Persona, PersonaClass, PersonaMember, Statement};
use model::{AccountId, DecisionId, PersonId, PersonaId, PersonaKind, Row, TableDef};

use crate::naming;
use crate::settings::Settings;
use crate::sheet::{self, Sheet, Someone};
use portrait::{Portrait, portray};

/// The step that writes `persona` and `statement`.
pub struct DescribePersonas {
    /// How many people a statement needs.
    pub settings: Settings,
}

impl Step for DescribePersonas {
    fn name(&self) -> &'static str {
        "describe_personas"
    }
    fn shape(&self) -> Shape {
        Shape::Global
    }
    fn reads(&self) -> Vec<TableDef> {
        vec![
            PersonFact::TABLE,
            PersonaMember::TABLE,
            PersonaClass::TABLE,
            FactLift::TABLE,
        ]
    }
    fn writes(&self) -> Vec<TableDef> {
        vec![Persona::TABLE, Statement::TABLE]
    }
    fn run(&self, bench: &mut Bench<'_>) -> Result<(), LakeError> {
        let members = Members::of(&bench.rows::<PersonaMember>()?);
        let classes = bench.rows::<PersonaClass>()?;
        let lifts = bench.rows::<FactLift>()?;
        let mut sheets = sheet::read(bench)?;
        let mut portraits: BTreeMap<PersonaId, Portrait> = BTreeMap::new();
        for kind in PersonaKind::ALL {
            let sheet = sheets.remove(kind).unwrap_or_default();
            let shown = classes.iter().filter(|c| c.is_shown && c.kind == *kind);
            let shown: Vec<&PersonaClass> = shown.collect();
            portraits.extend(of_kind(&sheet, &shown, &lifts, (&members, self.settings)));
        }
        evidence::add(bench, &members, &mut portraits)?;
        let personas: Vec<Persona> = portraits.values().map(|p| p.persona.clone()).collect();
        let statements = portraits.into_values().flat_map(|p| p.statements);
        let statements: Vec<Statement> = statements.map(|told| told.row).collect();
        bench.write(&personas)?;
        bench.write(&statements)
    }
}

/// Who belongs to which persona, by kind.
pub(crate) struct Members {
    persona_of: BTreeMap<(PersonId, AccountId, DecisionId), Vec<PersonaId>>,
}

impl Members {
    /// From the rows of `persona_member`.
    pub(crate) fn of(rows: &[PersonaMember]) -> Self {
        let mut persona_of: BTreeMap<_, Vec<PersonaId>> = BTreeMap::new();
        for row in rows {
            let key = (row.person_id, row.account_id, row.decision_id);
            persona_of.entry(key).or_default().push(row.persona_id);
        }
        Self { persona_of }
    }

    /// The personas somebody belongs to in a decision: one of each kind at most.
    pub(crate) fn of_key(&self, key: (PersonId, AccountId, DecisionId)) -> &[PersonaId] {
        self.persona_of.get(&key).map_or(&[], Vec::as_slice)
    }

    fn has(&self, someone: &Someone, persona: PersonaId) -> bool {
        let key = (someone.person_id, someone.account_id, someone.decision_id);
        self.of_key(key).contains(&persona)
    }
}

/// Portraits of one kind, with distinct names.
fn of_kind(
    sheet: &Sheet,
    shown: &[&PersonaClass],
    lifts: &[FactLift],
    (members, settings): (&Members, Settings),
) -> Vec<(PersonaId, Portrait)> {
    let mut portraits: Vec<Portrait> = Vec::new();
    for class in shown {
        let own: Vec<&FactLift> = lifts
            .iter()
            .filter(|lift| lift.persona_id == class.persona_id)
            .collect();
        let is_member = |someone: &Someone| members.has(someone, class.persona_id);
        portraits.extend(portray(sheet, class, &own, (&is_member, settings)));
    }
    let names = portraits.iter().map(|p| p.persona.name.clone()).collect();
    for (portrait, name) in portraits.iter_mut().zip(naming::distinct(names)) {
        portrait.persona.name = name;
    }
    let keyed = portraits.into_iter().map(|p| (p.persona.persona_id, p));
    keyed.collect()
}
