//! Column names of people: contacts, leads, users, visitors.

use super::{ACCOUNT_LINK, ACCOUNT_NAME, Names, Object, ObjectSpec};
use crate::table::fields::Field::*;

const GIVEN: Names = (
    GivenName,
    "first_name firstname given_name givenname fname forename vorname prenom nombre nome primeiro_nome voornaam \
     first_name_1",
);

const FAMILY: Names = (
    FamilyName,
    "last_name lastname surname family_name familyname lname nachname nom nom_de_famille apellido apellidos \
     sobrenome cognome achternaam",
);

const EMAIL: Names = (
    Email,
    "email email_address e_mail mail work_email hs_additional_emails business_email primary_email additional_emails \
     email_1 emailaddress1 emailaddress2 secondary_email secondary_email_c e_mail_adresse e_mailadresse correo correo_electronico \
     adresse_e_mail courriel indirizzo_e_mail indirizzo_email endereco_de_e_mail e_mailadres",
);

const PHONE: Names = (
    Phone,
    "phone phone_number mobile_phone mobilephone mobile work_phone home_phone other_phone telephone telefon \
     telefonnummer telefono telefone mobiltelefon mobile_phone_number",
);

const TITLE: Names = (
    Title,
    "title job_title jobtitle position role_title poste cargo puesto berufsbezeichnung jobbezeichnung titel \
     intitule_du_poste titolo_professionale qualifica functietitel",
);

const DEPARTMENT: Names = (
    Department,
    "department dept team division abteilung departement departamento reparto afdeling",
);

pub(super) const CONTACT: ObjectSpec = ObjectSpec {
    object: Object::Contact,
    code: "contact",
    key: "contact",
    systems: "",
    stems: "contact contacts contact_history people person persons stakeholder stakeholders kontakte contactos",
    own_ids: "contact_id person_id",
    marks: "reports_to_id has_opted_out_of_email associatedcompanyid hs_buying_role buying_role role_in_deal jobtitle \
            job_title do_not_call",
    needs: &[&[FullName, GivenName, FamilyName, Email]],
    tells: &[
        GivenName, FamilyName, Email, Title, RoleText, Department, Phone,
    ],
    names: &[
        (
            Id,
            "id contact_id contactid contact_id18 person_id record_id hs_object_id unique_id rec_id vid people_id canonical_vid \
             reference_id datensatz_id id_de_registro id_de_fiche_d_information id_do_registro id_record",
        ),
        (
            FullName,
            "contact_name full_name fullname name person_name contact person nombre_completo nom_complet \
             nome_completo kontakt kontaktname ansprechpartner contactpersoon nome_contatto nombre_del_contacto",
        ),
        GIVEN,
        FAMILY,
        EMAIL,
        PHONE,
        TITLE,
        DEPARTMENT,
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (ReportsToRef, "reports_to_id manager_id reports_to"),
        (
            OptedOut,
            "has_opted_out_of_email hs_email_optout unsubscribed opted_out email_opt_out do_not_contact do_not_call \
             has_opted_out_of_fax unsubscribed_from_all_email",
        ),
        (
            LeftCompany,
            "no_longer_at_company_c no_longer_at_company no_longer_with_company_c no_longer_with_company left_company \
             has_left_company is_former_employee",
        ),
        (
            LeftOn,
            "left_on left_company_on left_company_date employment_end_date email_bounced_date",
        ),
        (
            BounceReason,
            "email_bounced_reason bounce_reason hs_email_hard_bounce_reason_enum hs_email_hard_bounce_reason \
             hard_bounce_reason",
        ),
        (
            RoleText,
            "role_in_deal buying_role hs_buying_role contact_role deal_role role buyer_role opportunity_role \
             kontaktrolle role_du_contact rol_del_contacto ruolo_contatto funcao_do_contato kaufrolle rolle rol ruolo",
        ),
        (IsPrimary, "is_primary primary primary_contact"),
        (
            DealRef,
            "deal_id opportunity_id associated_deal_ids associated_deal_id opp_id",
        ),
        (
            DealName,
            "deal_name opportunity_name opportunity opp_name deal opportunity_name_1",
        ),
        (MergedIntoRef, "master_record_id merged_into"),
        (
            MergedRefs,
            "hs_merged_object_ids hs_calculated_merged_vids merged_record_ids merged_contact_ids",
        ),
        (
            ExternalKey,
            "salesforce_contact_id salesforcecontactid hubspot_contact_id crm_id external_id sfdc_id zendesk_user_id \
             salesforcelead_id salesforceleadid",
        ),
        (Owner, "contact_owner owner owner_name"),
        (OwnerRef, "owner_id hubspot_owner_id"),
    ],
};

pub(super) const LEAD: ObjectSpec = ObjectSpec {
    object: Object::Lead,
    code: "lead",
    key: "lead",
    systems: "",
    stems: "lead leads",
    own_ids: "lead_id",
    marks: "is_converted converted_contact_id converted_account_id converted_opportunity_id converted_date",
    needs: &[&[FullName, GivenName, FamilyName, Email]],
    tells: &[
        GivenName,
        FamilyName,
        Email,
        Title,
        ConvertedContactRef,
        ConvertedAccountRef,
        Phone,
    ],
    names: &[
        (Id, "id lead_id record_id reference_id"),
        (FullName, "name full_name lead_name fullname"),
        GIVEN,
        FAMILY,
        EMAIL,
        PHONE,
        TITLE,
        DEPARTMENT,
        (
            AccountName,
            "company company_name account_name organization unternehmen firma entreprise empresa azienda societe",
        ),
        (Domain, "website domain"),
        (ConvertedContactRef, "converted_contact_id"),
        (ConvertedAccountRef, "converted_account_id"),
        (ConvertedDealRef, "converted_opportunity_id"),
        (At, "converted_date"),
        (MergedIntoRef, "master_record_id"),
        (
            OptedOut,
            "has_opted_out_of_email unsubscribed opted_out email_opt_out do_not_call has_opted_out_of_fax",
        ),
        (ExternalKey, "external_id"),
        (Owner, "lead_owner owner owner_name"),
        (OwnerRef, "owner_id hubspot_owner_id"),
    ],
};

/// Users of a system: ours in a CRM, both sides in a help desk, customers' in a product.
pub(super) const USER: ObjectSpec = ObjectSpec {
    object: Object::User,
    code: "user",
    key: "user",
    systems: "",
    stems: "user users owner owners sales_reps reps agents",
    own_ids: "user_id owner_id agent_id",
    marks: "profile_id time_zone_sid_key locale_sid_key federation_identifier user_role_id active_user_id \
            ticket_restriction moderator two_factor_auth_enabled restricted_agent primary_team_id",
    needs: &[&[FullName, GivenName, FamilyName, Email]],
    tells: &[UserRole, Email, FullName, GivenName, FamilyName],
    names: &[
        (Id, "id user_id owner_id agent_id record_id reference_id"),
        (FullName, "name full_name user_name display_name owner_name"),
        GIVEN,
        FAMILY,
        (Email, "email email_address e_mail mail work_email username"),
        PHONE,
        TITLE,
        DEPARTMENT,
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (ContactRef, "contact_id"),
        (
            UserRole,
            "role user_role permission permission_level account_role",
        ),
        (ReportsToRef, "manager_id"),
        (ExternalKey, "external_id"),
    ],
};

/// People of ours who use the analytics system.
pub(super) const STAFF: ObjectSpec = ObjectSpec {
    object: Object::Staff,
    code: "staff",
    key: "staff",
    systems: "pendo",
    stems: "user users",
    own_ids: "",
    marks: "user_type username",
    needs: &[&[FullName, GivenName, FamilyName, Email]],
    tells: &[Email, GivenName, FamilyName],
    names: &[
        (Id, "id user_id"),
        (FullName, "name full_name"),
        GIVEN,
        FAMILY,
        (Email, "email username"),
        (UserRole, "role user_type"),
    ],
};

/// People who use the product, as its analytics know them.
pub(super) const VISITOR: ObjectSpec = ObjectSpec {
    object: Object::Visitor,
    code: "visitor",
    key: "user",
    systems: "pendo",
    stems: "visitor visitors visitor_history",
    own_ids: "visitor_id",
    marks: "last_browser_name last_operating_system",
    needs: &[&[Id]],
    tells: &[Email, FullName, AccountRef, UserRole],
    names: &[
        (Id, "id visitor_id"),
        (FullName, "full_name name display_name"),
        GIVEN,
        FAMILY,
        (Email, "email email_address lastemail"),
        TITLE,
        DEPARTMENT,
        (AccountRef, "account_id"),
        (AccountName, "account_name company"),
        (UserRole, "role user_role group_role"),
        (ExternalKey, "salesforce_contact_id contact_id external_id"),
    ],
};
