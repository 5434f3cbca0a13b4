//! Templates of required roles, one for each kind of decision. Templates are
//! data: a study can replace them.

use model::{DecisionKind, Role};
use serde::{Deserialize, Serialize};

use crate::weights;

/// The roles that a kind of decision requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The kind of decision.
    pub kind: DecisionKind,
    /// The roles it requires.
    pub roles: Vec<Role>,
}

/// One template for each kind of decision; a kind without one requires nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Templates(pub Vec<Template>);

impl Templates {
    /// The required roles of a kind that can be held in it.
    pub(crate) fn roles(&self, kind: DecisionKind) -> impl Iterator<Item = Role> {
        let template = self.0.iter().find(|template| template.kind == kind);
        let roles = template.map_or(&[][..], |template| template.roles.as_slice());
        roles
            .iter()
            .copied()
            .filter(move |role| weights::is_held_in(*role, kind))
    }
}

impl Default for Templates {
    fn default() -> Self {
        let template = |(kind, roles): &(DecisionKind, &[Role])| Template {
            kind: *kind,
            roles: roles.to_vec(),
        };
        Self(USUAL.iter().map(template).collect())
    }
}

/// Who must be there for a decision to come about, and for a product to be used.
const USUAL: &[(DecisionKind, &[Role])] = &[
    (
        DecisionKind::Purchase,
        &[
            Role::DecisionMaker,
            Role::Approver,
            Role::EconomicBuyer,
            Role::FunctionalBuyer,
            Role::TechnicalEvaluator,
            Role::Champion,
        ],
    ),
    (
        DecisionKind::Renewal,
        &[
            Role::DecisionMaker,
            Role::Approver,
            Role::EconomicBuyer,
            Role::Champion,
            Role::SolutionOwner,
            Role::TeamManager,
        ],
    ),
    (DecisionKind::CrossSell, EXPANSION),
    (DecisionKind::UpSell, EXPANSION),
    (
        DecisionKind::Use,
        &[
            Role::SolutionOwner,
            Role::TeamManager,
            Role::Administrator,
            Role::PowerUser,
        ],
    ),
];

const EXPANSION: &[Role] = &[
    Role::DecisionMaker,
    Role::Approver,
    Role::EconomicBuyer,
    Role::FunctionalBuyer,
    Role::Champion,
    Role::SolutionOwner,
];
