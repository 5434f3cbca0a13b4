//! Column names of deals, their stages, products and the roles people have in them.

use super::{ACCOUNT_LINK, ACCOUNT_NAME, Object, ObjectSpec};
use crate::table::fields::Field::*;

pub(super) const DEAL: ObjectSpec = ObjectSpec {
    object: Object::Deal,
    code: "deal",
    key: "deal",
    systems: "",
    stems: "deal deals opportunity opportunities opportunity_history opps pipeline verkaufschancen",
    own_ids: "deal_id opportunity_id opp_id",
    marks: "stage_name dealstage deal_stage forecast_category closedate close_date is_won dealname deal_name \
            opportunity_name deal_pipeline_stage_id",
    needs: &[&[Stage, Amount, Closes, Status]],
    tells: &[Stage, Closes, DealType, Competitor, Reason, IsWon, DealName],
    names: &[
        (
            Id,
            "id deal_id opportunity_id opportunityid opportunity_id18 record_id hs_object_id opp_id reference_id datensatz_id id_de_registro \
             id_de_fiche_d_information id_do_registro id_record",
        ),
        (
            Name,
            "name deal_name dealname opportunity_name opportunity_opportunity_name opportunity deal opp_name nombre_de_la_oportunidad \
             nom_de_l_opportunite nome_opportunita name_der_opportunity nom_de_la_transaction \
             nombre_del_negocio nome_do_negocio nome_trattativa",
        ),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (DealType, "type deal_type dealtype opportunity_type typ"),
        (
            Stage,
            "stage_name stage deal_stage dealstage deal_pipeline_stage_id sales_stage pipeline_stage phase etapa etape \
             fase stadium deal_phase phase_de_la_transaction etapa_del_negocio etapa_do_negocio",
        ),
        (Status, "status deal_status outcome"),
        (IsClosed, "is_closed hs_is_closed closed"),
        (IsWon, "is_won hs_is_closed_won won is_closed_won"),
        (
            Amount,
            "amount acv deal_amount arr tcv value deal_value annual_contract_value hs_acv hs_arr hs_tcv \
             total_contract_value annual_recurring_revenue estimatedvalue betrag montant importe valor importo",
        ),
        (
            Closes,
            "close_date closedate closed_date actualclosedate expected_close_date estimatedclosedate abschlussdatum closed_at date_de_cloture \
             fecha_de_cierre data_chiusura data_de_fechamento schlusstermin",
        ),
        (ContractRef, "contract_id"),
        (
            RenewedContractRef,
            "sbqq_renewed_contract_c renewed_contract_id",
        ),
        (
            AmendedContractRef,
            "sbqq_amended_contract_c amended_contract_id",
        ),
        (IsRenewal, "sbqq_renewal_c is_renewal renewal"),
        (Product, "product products product_name line_items"),
        (
            Competitor,
            "competitor competitors competitor_mentioned main_competitors_c hs_closed_lost_competitor",
        ),
        (
            Reason,
            "closed_lost_reason closed_won_reason loss_reason lost_reason reason win_loss_reason closed_reason \
             loss_reason_c closed_lost_reason_c",
        ),
        (
            Owner,
            "rep_name rep owner owner_name deal_owner opportunity_owner sales_rep account_executive inhaber",
        ),
        (OwnerRef, "owner_id hubspot_owner_id"),
        (
            ContactRef,
            "contact_id associated_contact_ids associated_contact_id primary_contact_id",
        ),
        (
            FullName,
            "contact_name primary_contact contact contact_full_name full_name",
        ),
        (GivenName, "first_name contact_first_name vorname"),
        (FamilyName, "last_name contact_last_name nachname"),
        (Email, "contact_email email"),
        (Title, "contact_title title job_title"),
        (RoleText, "contact_role role_in_deal buying_role role"),
        (IsPrimary, "is_primary primary"),
        (MergedRefs, "hs_merged_object_ids"),
    ],
};

/// A deal entered a stage.
pub(super) const STAGE_ENTRY: ObjectSpec = ObjectSpec {
    object: Object::StageEntry,
    code: "stage_entry",
    key: "stage_entry",
    systems: "",
    stems: "opportunity_history deal_stage deal_stages stage_history opportunity_stage_history deal_stage_history",
    own_ids: "",
    marks: "prev_amount prev_close_date from_forecast_category date_entered from_opportunity_stage_name",
    needs: &[&[DealRef], &[Stage], &[At]],
    tells: &[Stage, At],
    names: &[
        (Id, "id reference_id"),
        (DealRef, "opportunity_id deal_id opp_id"),
        (
            Stage,
            "stage_name stage new_stage to_stage deal_stage stage_id value",
        ),
        (
            At,
            "date_entered entered entered_at created_date changed_at timestamp fivetran_start",
        ),
    ],
};

/// A contact's role in a deal, at an account or in a contract.
pub(super) const ROLE: ObjectSpec = ObjectSpec {
    object: Object::Role,
    code: "role",
    key: "role",
    systems: "",
    stems: "opportunity_contact_role opportunity_contact_roles account_contact_role account_contact_roles \
            contract_contact_role contract_contact_roles contact_role contact_roles deal_contact_role \
            deal_contact_roles opportunity_role opportunity_roles account_contact_relation",
    own_ids: "role_id",
    marks: "",
    needs: &[
        &[ContactRef],
        &[RoleText],
        &[DealRef, AccountRef, ContractRef],
    ],
    tells: &[RoleText, DealRef, ContactRef, IsPrimary, ContractRef],
    names: &[
        (Id, "id role_id reference_id"),
        (ContactRef, "contact_id lead_id person_id"),
        (
            RoleText,
            "role contact_role role_in_deal buying_role deal_role roles buyer_role",
        ),
        (
            DealRef,
            "opportunity_id deal_id opp_id external_opportunity_id",
        ),
        (ContractRef, "contract_id"),
        (AccountRef, "account_id company_id"),
        (IsPrimary, "is_primary primary"),
    ],
};

/// A product on a deal, or a subscription to one under a contract.
pub(super) const LINE_ITEM: ObjectSpec = ObjectSpec {
    object: Object::LineItem,
    code: "line_item",
    key: "line_item",
    systems: "",
    stems: "opportunity_line_item opportunity_line_items line_item line_items deal_product deal_products \
            opportunity_product opportunity_products sbqq_subscription_c subscription_c",
    own_ids: "line_item_id",
    marks: "pricebook_entry_id unit_price product2_id list_price sbqq_contract_c sbqq_net_price_c",
    needs: &[&[DealRef, ContractRef], &[Product, ProductRef, PriceRef]],
    tells: &[ProductRef, Product, Quantity, PriceRef],
    names: &[
        (Id, "id line_item_id reference_id"),
        (DealRef, "opportunity_id deal_id opp_id"),
        (ContractRef, "sbqq_contract_c"),
        (Product, "product_name product sbqq_product_name_c"),
        (
            ProductRef,
            "product2_id product_id hs_product_id sbqq_product_c",
        ),
        (PriceRef, "pricebook_entry_id"),
        (Quantity, "quantity qty sbqq_quantity_c"),
    ],
};
