//! Signatures on contracts: the strongest structured evidence of an approver.

use model::tables::base::ContractRow;
use model::tables::decided::Placeholder;
use model::{MentionId, Method, PersonId, Predicate, Role};

use super::target::{Named, placeholder};
use super::{Draft, Sources};
use crate::cast::Cast;
use crate::tie::Pointer;
use crate::weights;

/// Makes a claim for every contract that names its signatory or their title.
pub(super) fn claims(
    sources: &Sources<'_>,
    cast: &mut Cast,
    placeholders: &mut Vec<Placeholder>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for contract in &sources.input.contracts {
        let known = contract
            .signed_by
            .and_then(|m| Some((cast.member_of(Some(m))?, m)));
        let title = contract
            .signed_title
            .as_deref()
            .filter(|title| !title.trim().is_empty());
        let signer = match (known, title) {
            (Some(signer), _) => Some((signer, "signed_by")),
            (None, Some(title)) => Some((
                untold_signer(sources, cast, placeholders, (contract, title)),
                "signed_title",
            )),
            (None, None) => None,
        };
        drafts.extend(signer.map(|(signer, field)| signature(sources, contract, signer, field)));
    }
    drafts
}

fn untold_signer(
    sources: &Sources<'_>,
    cast: &mut Cast,
    placeholders: &mut Vec<Placeholder>,
    (contract, title): (&ContractRow, &str),
) -> (PersonId, MentionId) {
    let named = Named {
        text: title,
        record_id: contract.record_id,
        field: "signed_title",
        span: (-1, -1),
    };
    let row = placeholder(sources.input.account_id, &named);
    cast.add_placeholder(row.person_id, row.mention_id, title);
    let ids = (row.person_id, row.mention_id);
    placeholders.push(row);
    ids
}

fn signature(
    sources: &Sources<'_>,
    contract: &ContractRow,
    signer: (PersonId, MentionId),
    field: &str,
) -> Draft {
    let pointer = Pointer {
        contract_ref: Some(&contract.native_key),
        day: contract.signed,
        deal_ref: None,
    };
    let roles = [
        (Role::Approver, weights::SIGNED),
        (Role::DecisionMaker, weights::SIGNED_DECIDER),
        (Role::EconomicBuyer, weights::SIGNED_BUYER),
    ];
    let mut draft = Draft::new(
        sources.input.account_id,
        Some(signer),
        Predicate::Signed,
        Method::Signatory,
    )
    .resting_on(contract.record_id, field, contract.known_at)
    .about(sources.ties.decision(pointer))
    .with_object(contract.name.clone().unwrap_or_default())
    // Several systems hold one contract; a signature counts once in a decision.
    .speaking_for(roles, "signature".to_owned());
    draft.claim.valid_from = contract.signed.or(contract.starts);
    draft
}
