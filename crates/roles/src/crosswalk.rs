//! The words systems use for roles, as our roles.
//!
//! Source  import formats, section 5: Salesforce picklist values with their
//!         Portuguese forms, HubSpot buying-role codes, Zoho, Marketo, and the
//!         buying-centre literature (Webster and Wind 1972).
//!
//! A cell may hold several words (`Economic Buyer + Champion`, `A;B`). A blocker
//! is a stance, not a role. A word in front may say that it is over (`Former
//! Champion`) or that it is not known. What no rule knows stays unmapped.

use model::Role;

use crate::words::tokens;

/// What a system's word for a role means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    /// A role of ours.
    Role(Role),
    /// The person was in the role and is no longer.
    Former(Role),
    /// A stance: argues against.
    Opposes,
}

/// Reads a role cell; empty when no word in it is known.
pub fn crosswalk(cell: &str) -> Vec<Declared> {
    let mut found = Vec::new();
    for part in cell.split([';', '+', ',', '/', '|', '\n']) {
        found.extend(of_part(part));
    }
    if found.is_empty() {
        found = of_part(cell);
    }
    found.sort();
    found.dedup();
    found
}

fn of_part(part: &str) -> Vec<Declared> {
    let mut words = tokens(part);
    let is_former = matches!(
        words.first().map(String::as_str),
        Some("former" | "ex" | "previous" | "past")
    );
    if is_former {
        words.remove(0);
    }
    let text = words.join(" ");
    if BLOCKERS.contains(&text.as_str()) {
        return if is_former {
            Vec::new()
        } else {
            vec![Declared::Opposes]
        };
    }
    let roles = ROLES
        .iter()
        .find(|(word, _)| *word == text)
        .map_or(&[][..], |(_, roles)| roles);
    let wrap = |role: &Role| {
        if is_former {
            Declared::Former(*role)
        } else {
            Declared::Role(*role)
        }
    };
    roles.iter().map(wrap).collect()
}

const BLOCKERS: &[&str] = &[
    "blocker",
    "detractor",
    "opponent",
    "enemy",
    "non supporter",
    "bloqueador",
    "opositor",
];

use Role::{
    Administrator, Approver, Champion, DecisionMaker, DepartmentExecutive, EconomicBuyer,
    ExecutiveSponsor, FunctionalBuyer, Gatekeeper, Influencer, Legal, PowerUser, Procurement,
    SolutionOwner, TeamManager, TechnicalEvaluator, User,
};

/// One line a word, folded: lower case, marks as spaces.
const ROLES: &[(&str, &[Role])] = &[
    // Salesforce, standard value set ContactRole.
    ("business user", &[User]),
    ("decision maker", &[DecisionMaker]),
    ("economic buyer", &[EconomicBuyer]),
    ("economic decision maker", &[EconomicBuyer, DecisionMaker]),
    ("evaluator", &[TechnicalEvaluator]),
    ("executive sponsor", &[ExecutiveSponsor]),
    ("influencer", &[Influencer]),
    ("technical buyer", &[TechnicalEvaluator]),
    ("champion", &[Champion]),
    // Salesforce, Portuguese and Spanish.
    ("decisor", &[DecisionMaker]),
    ("tomador de decisão", &[DecisionMaker]),
    ("tomador de decisões", &[DecisionMaker]),
    ("decisor econômico", &[EconomicBuyer, DecisionMaker]),
    (
        "decisor econômico e financeiro",
        &[EconomicBuyer, DecisionMaker],
    ),
    ("avaliador", &[TechnicalEvaluator]),
    ("comprador técnico", &[TechnicalEvaluator]),
    ("comprador econômico", &[EconomicBuyer]),
    ("comprador financeiro", &[EconomicBuyer]),
    ("comprador", &[Procurement]),
    ("influenciador", &[Influencer]),
    ("patrocinador executivo", &[ExecutiveSponsor]),
    ("patrocinador", &[ExecutiveSponsor]),
    ("usuário", &[User]),
    ("usuário final", &[User]),
    ("usuário comercial", &[User]),
    ("usuário de negócios", &[User]),
    ("campeão", &[Champion]),
    ("tomador de decisiones", &[DecisionMaker]),
    ("evaluador", &[TechnicalEvaluator]),
    ("usuario final", &[User]),
    // Salesforce, German, French and Italian.
    ("entscheider", &[DecisionMaker]),
    ("entscheidungsträger", &[DecisionMaker]),
    (
        "wirtschaftlicher entscheider",
        &[EconomicBuyer, DecisionMaker],
    ),
    ("beeinflusser", &[Influencer]),
    ("technischer einkäufer", &[TechnicalEvaluator]),
    ("anwender", &[User]),
    ("décideur", &[DecisionMaker]),
    ("décideur économique", &[EconomicBuyer, DecisionMaker]),
    ("influenceur", &[Influencer]),
    ("utilisateur", &[User]),
    ("évaluateur", &[TechnicalEvaluator]),
    ("decisore", &[DecisionMaker]),
    ("utente", &[User]),
    // HubSpot, hs_buying_role: codes and labels fold to the same words.
    ("budget holder", &[EconomicBuyer]),
    ("end user", &[User]),
    ("legal and compliance", &[Legal]),
    ("legal compliance", &[Legal]),
    // Other systems and the literature.
    ("approver", &[Approver]),
    ("ratifier", &[Approver]),
    ("signer", &[Approver]),
    ("signatory", &[Approver]),
    ("authorized signer", &[Approver]),
    ("contract signer", &[Approver]),
    ("decider", &[DecisionMaker]),
    ("key decision maker", &[DecisionMaker]),
    ("primary decision maker", &[DecisionMaker]),
    ("economic influencer", &[Influencer]),
    ("buyer", &[Procurement]),
    ("purchasing", &[Procurement]),
    ("procurement", &[Procurement]),
    ("vendor management", &[Procurement]),
    ("legal", &[Legal]),
    ("legal procurement", &[Legal, Procurement]),
    ("procurement legal", &[Legal, Procurement]),
    ("functional buyer", &[FunctionalBuyer]),
    ("business owner", &[FunctionalBuyer]),
    ("user buyer", &[FunctionalBuyer]),
    ("technical evaluator", &[TechnicalEvaluator]),
    ("technical influencer", &[TechnicalEvaluator, Influencer]),
    ("technical contact", &[TechnicalEvaluator]),
    ("technical decision maker", &[TechnicalEvaluator]),
    ("developer evaluator", &[TechnicalEvaluator]),
    ("engineering lead", &[TechnicalEvaluator]),
    ("executive steering committee", &[ExecutiveSponsor]),
    ("sponsor", &[ExecutiveSponsor]),
    ("coach", &[Champion]),
    ("mentor", &[Champion]),
    ("internal champion", &[Champion]),
    ("advocate", &[Champion]),
    ("potential champion", &[Champion]),
    ("gatekeeper", &[Gatekeeper]),
    ("practitioner", &[User]),
    ("user", &[User]),
    ("power user", &[PowerUser]),
    ("super user", &[PowerUser]),
    ("admin", &[Administrator]),
    ("administrator", &[Administrator]),
    ("system administrator", &[Administrator]),
    ("solution owner", &[SolutionOwner]),
    ("product owner", &[SolutionOwner]),
    ("owner", &[SolutionOwner]),
    ("department executive", &[DepartmentExecutive]),
    ("department head", &[DepartmentExecutive]),
    ("team manager", &[TeamManager]),
    ("team lead", &[TeamManager]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_and_labels_mean_the_same() {
        assert_eq!(crosswalk("BUDGET_HOLDER"), [Declared::Role(EconomicBuyer)]);
        assert_eq!(crosswalk("Budget Holder"), [Declared::Role(EconomicBuyer)]);
        assert_eq!(
            crosswalk("LEGAL_AND_COMPLIANCE"),
            crosswalk("Legal & Compliance")
        );
        assert_eq!(
            crosswalk("Comprador - Técnico"),
            [Declared::Role(TechnicalEvaluator)]
        );
        assert_eq!(crosswalk("Decisor"), [Declared::Role(DecisionMaker)]);
    }

    #[test]
    fn combined_words_are_several_roles() {
        let both = [Declared::Role(EconomicBuyer), Declared::Role(Champion)];
        assert_eq!(crosswalk("Economic Buyer + Champion"), both);
        assert_eq!(crosswalk("CHAMPION;BUDGET_HOLDER"), both);
        assert_eq!(
            crosswalk("Developer/Evaluator"),
            [Declared::Role(TechnicalEvaluator)]
        );
    }

    #[test]
    fn a_blocker_is_a_stance_and_a_former_champion_is_none() {
        assert_eq!(crosswalk("BLOCKER"), [Declared::Opposes]);
        assert_eq!(crosswalk("Former Champion"), [Declared::Former(Champion)]);
        assert_eq!(crosswalk("Other"), []);
        assert_eq!(crosswalk(""), []);
    }

    proptest! {
        #[test]
        fn any_cell_is_read_without_harm_and_in_order(cell in ".{0,60}") {
            let read = crosswalk(&cell);
            prop_assert!(read.is_sorted());
        }
    }
}
