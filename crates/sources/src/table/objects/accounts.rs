//! Column names of companies.

use super::{Object, ObjectSpec};
use crate::table::fields::Field::*;

pub(super) const ACCOUNT: ObjectSpec = ObjectSpec {
    object: Object::Account,
    code: "account",
    key: "account",
    systems: "",
    stems: "account accounts account_history company companies company_history customer customers organization \
            organizations organisation organisations client clients kunden clientes firmen",
    own_ids: "account_id company_id customer_id organization_id client_id",
    marks: "company_domain_name number_of_employees numberofemployees ticker_symbol billing_country annualrevenue \
            renewal_date shared_tickets annual_revenue sic_desc",
    needs: &[&[Name, Domain]],
    tells: &[
        Industry,
        Employees,
        Domain,
        ParentRef,
        ContractValue,
        Starts,
        Ends,
        AccountType,
    ],
    names: &[
        (
            Id,
            "id account_id accountid account_id18 company_id record_id hs_object_id customer_id organization_id client_id account_key \
             reference_id kundennummer datensatz_id id_de_registro id_de_fiche_d_information id_do_registro id_record",
        ),
        (
            Name,
            "name account_name company_name company customer_name customer account organization organisation client \
             client_name organization_name display_name unternehmensname firma nom_de_l_entreprise \
             nombre_de_la_empresa nome_da_empresa nome_azienda ragione_sociale raison_sociale razon_social \
             razao_social bedrijfsnaam kunde accountname nombre_de_la_cuenta nom_du_compte nome_account",
        ),
        (
            Domain,
            "domain website company_domain_name domain_name domains web_site company_url hs_additional_domains email_domain \
             web homepage domain_names unternehmensdomain website_url websiteurl site_web sitio_web webseite sito_web",
        ),
        (
            ParentRef,
            "parent_id parent_account_id hs_parent_company_id parent_company_id parent_account",
        ),
        (MergedIntoRef, "master_record_id merged_into"),
        (MergedRefs, "hs_merged_object_ids merged_record_ids"),
        (
            Industry,
            "industry sector vertical branche secteur industria industrie settore setor secteur_d_activite",
        ),
        (
            Employees,
            "number_of_employees numberofemployees employees company_size employee_count headcount n_employees \
             num_employees size employee_range mitarbeiterzahl mitarbeiter nombre_d_employes numero_de_empleados \
             numero_dipendenti numero_de_funcionarios",
        ),
        (
            Country,
            "billing_country country country_region billing_country_code country_code land pays region pais paese",
        ),
        (
            AccountType,
            "type account_type customer_type lifecycle_stage lifecyclestage segment_type",
        ),
        (
            Starts,
            "contract_start_date contract_start start_date customer_since subscription_start contract_starts",
        ),
        (
            Ends,
            "renewal_date contract_end_date contract_end next_renewal_date renewal renewal_due subscription_end \
             contract_ends contract_renewal_date",
        ),
        (
            ContractValue,
            "contract_value arr acv annual_contract_value contract_amount annual_recurring_revenue mrr",
        ),
        (Product, "product products products_owned plan"),
        (
            Owner,
            "csm_name csm owner account_owner owner_name account_manager company_owner customer_success_manager",
        ),
        (OwnerRef, "owner_id hubspot_owner_id"),
        (
            ContactRef,
            "associated_contact_ids associated_contact_id primary_contact_id",
        ),
        (DealRef, "associated_deal_ids associated_deal_id"),
        (
            ExternalKey,
            "salesforce_account_id salesforceaccountid hubspot_company_id crm_id external_id sfdc_id sfdc_account_id",
        ),
    ],
};

/// The domains of companies, one a row.
pub(super) const DOMAIN: ObjectSpec = ObjectSpec {
    object: Object::Domain,
    code: "account_domain",
    key: "account_domain",
    systems: "",
    stems: "domain_name domain_names organization_domain account_domain company_domain domains",
    own_ids: "",
    marks: "domain_name",
    needs: &[&[AccountRef], &[Domain]],
    tells: &[Domain],
    names: &[
        (
            AccountRef,
            "organization_id account_id company_id customer_id",
        ),
        (Domain, "domain_name domain email_domain"),
    ],
};
