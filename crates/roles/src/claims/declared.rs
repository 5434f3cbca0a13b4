//! Roles that systems declare: one vote each, whatever their number.

use model::tables::base::DeclaredRoleRow;
use model::{Method, Polarity, Predicate, Role};

use super::{Draft, Sources};
use crate::cast::Cast;
use crate::crosswalk::{Declared, crosswalk};
use crate::tie::Pointer;
use crate::weights;

/// Makes one claim for every role of every declared row.
pub(super) fn claims(sources: &Sources<'_>, cast: &Cast) -> Vec<Draft> {
    sources
        .input
        .declared
        .iter()
        .flat_map(|row| of_row(sources, cast, row))
        .collect()
}

fn of_row(sources: &Sources<'_>, cast: &Cast, row: &DeclaredRoleRow) -> Vec<Draft> {
    let meanings = crosswalk(&row.role_text);
    if meanings.is_empty() && !row.role_text.trim().is_empty() {
        return vec![
            base(sources, cast, row, Predicate::DeclaredRole).with_object(row.role_text.trim()),
        ];
    }
    meanings
        .into_iter()
        .map(|meaning| of_meaning(sources, cast, row, meaning))
        .collect()
}

fn of_meaning(
    sources: &Sources<'_>,
    cast: &Cast,
    row: &DeclaredRoleRow,
    meaning: Declared,
) -> Draft {
    match meaning {
        Declared::Role(role) => role_claim(sources, cast, row, (role, weights::DECLARED)),
        Declared::Former(role) => {
            let mut draft = role_claim(sources, cast, row, (role, weights::DECLARED_FORMER));
            draft.claim.polarity = Polarity::Against;
            draft
        }
        Declared::Opposes => {
            let draft = base(sources, cast, row, Predicate::Opposes);
            let against = weights::spoken(Predicate::Opposes).iter();
            let cause = "declared:opposes".to_owned();
            draft.speaking_for(
                against.map(|(role, weight)| (*role, weight * weights::NOTED_SHARE)),
                cause,
            )
        }
    }
}

fn role_claim(
    sources: &Sources<'_>,
    cast: &Cast,
    row: &DeclaredRoleRow,
    vote: (Role, f64),
) -> Draft {
    let mut draft = base(sources, cast, row, Predicate::DeclaredRole).with_object(vote.0.code());
    // User roles are held in the term of use, also when declared on a deal.
    if matches!(vote.0, Role::User | Role::PowerUser | Role::Administrator)
        && let Some(term) = sources.ties.use_on(row.since)
    {
        draft.claim.decision_id = Some(term);
    }
    draft.speaking_for([vote], format!("declared:{}", vote.0))
}

fn base(sources: &Sources<'_>, cast: &Cast, row: &DeclaredRoleRow, predicate: Predicate) -> Draft {
    let person = cast
        .member_of(Some(row.mention_id))
        .map(|person| (person, row.mention_id));
    // A role listed for the account alone holds now; when it was typed in says little.
    let pointer = Pointer {
        deal_ref: row.deal_ref.as_deref(),
        contract_ref: row.contract_ref.as_deref(),
        day: row.since,
    };
    let mut draft = Draft::new(
        sources.input.account_id,
        person,
        predicate,
        Method::Declared,
    )
    .resting_on(row.record_id, &row.field, row.known_at)
    .about(sources.ties.decision(pointer));
    draft.claim.subject_mention = Some(row.mention_id);
    draft.claim.valid_from = row.since;
    draft
}
