//! Column names of contracts.

use super::{ACCOUNT_LINK, ACCOUNT_NAME, Object, ObjectSpec};
use crate::table::fields::Field::*;

pub(super) const CONTRACT: ObjectSpec = ObjectSpec {
    object: Object::Contract,
    code: "contract",
    key: "contract",
    systems: "",
    stems: "contract contracts contract_history subscription subscriptions agreement agreements vertrag vertraege \
            contrats contratos contratti",
    own_ids: "contract_id contract_number contract_no subscription_id agreement_id vertragsnummer",
    marks: "customer_signed_id customer_signed_date contract_term company_signed_id effective_date signed_by \
            auto_renewal",
    needs: &[&[AccountRef, AccountName], &[Starts, Ends, LastDay, Signed]],
    tells: &[
        Starts,
        Ends,
        LastDay,
        Signed,
        NoticeDays,
        AutoRenews,
        TermMonths,
        SignedByName,
    ],
    names: &[
        (
            Id,
            "id contract_id subscription_id agreement_id record_id contract_number contract_no reference_id \
             vertragsnummer",
        ),
        (Name, "name contract_name contract_number title contract_no"),
        ACCOUNT_LINK,
        (AccountName, "counterparty licensee vertragspartner"),
        ACCOUNT_NAME,
        (
            Starts,
            "start_date contract_start_date starts contract_start effective_date term_start sbqq_start_date_c \
             vertragsbeginn date_de_debut fecha_de_inicio data_inizio data_de_inicio commencement_date",
        ),
        (Ends, "renewal_date renewal_due next_renewal_date ends"),
        (
            LastDay,
            "end_date contract_end_date contract_end expiration_date expires term_end expiry_date vertragsende \
             date_de_fin fecha_de_fin data_fine data_de_termino",
        ),
        (
            TermMonths,
            "contract_term term_months term term_in_months laufzeit_monate",
        ),
        (
            NoticeDays,
            "owner_expiration_notice notice_days notice_period_days notice_period notice",
        ),
        (
            AutoRenews,
            "auto_renew auto_renewal is_auto_renewing auto_renews auto_renewing evergreen",
        ),
        (Status, "status contract_status"),
        (
            Amount,
            "contract_value amount acv arr value tcv annual_value total_value",
        ),
        (Product, "product products product_name plan"),
        (
            SignedByRef,
            "customer_signed_id signatory_contact_id signed_by_contact_id signatory_id",
        ),
        (
            SignedByName,
            "signed_by signatory signatory_name customer_signed_by signed_by_name unterzeichner signataire firmante",
        ),
        (
            SignedTitle,
            "customer_signed_title signatory_title signed_by_title",
        ),
        (Email, "signatory_email signed_by_email"),
        (
            Signed,
            "customer_signed_date signed_date date_signed signature_date signed_on signed_at unterzeichnet_am",
        ),
        (DealRef, "sbqq_opportunity_c opportunity_id deal_id"),
        (
            RenewalDealRef,
            "sbqq_renewal_opportunity_c renewal_opportunity_id renewal_deal_id",
        ),
        (
            PredecessorRef,
            "predecessor_contract_id previous_contract_id renews_contract_id parent_contract_id replaces renews \
             predecessor supersedes",
        ),
        (Owner, "contract_owner owner owner_name"),
        (OwnerRef, "owner_id"),
    ],
};
