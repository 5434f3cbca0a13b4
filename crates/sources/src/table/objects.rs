//! The objects a table can hold and the column names each of them goes by.
//!
//! Names are in the spelling of [`crate::names::column_key`]. A column means
//! the first field that lists its name. `needs` are groups of fields; a table
//! holds an object only when every group has a column.

use crate::table::fields::Field::{self, *};

/// What the rows of a table describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Object {
    /// Companies.
    Account,
    /// People.
    Contact,
    /// Opportunities.
    Deal,
    /// Notes, tasks, mails, calls.
    Activity,
    /// Contracts.
    Contract,
    /// Usage events.
    Event,
    /// Answers in a survey, one a row.
    Answer,
}

/// How an object is recognised and read.
pub(crate) struct ObjectSpec {
    /// The object.
    pub(crate) object: Object,
    /// Its code in keys and reports.
    pub(crate) code: &'static str,
    /// File stems that name it, in snake case.
    pub(crate) stems: &'static str,
    /// Column names of its own id, by which it is told from objects that refer to it.
    pub(crate) own_ids: &'static str,
    /// Groups of fields of which each must have a column.
    pub(crate) needs: &'static [&'static [Field]],
    /// Fields that tell it from other objects.
    pub(crate) tells: &'static [Field],
    /// Names of each field.
    pub(crate) names: &'static [(Field, &'static str)],
}

/// Every object, in the order in which ties are broken.
pub(crate) const OBJECTS: &[ObjectSpec] =
    &[ACCOUNT, CONTACT, DEAL, ACTIVITY, CONTRACT, EVENT, ANSWER];

/// Stamps and flags that every object may carry.
pub(crate) const COMMON: &[(Field, &str)] = &[
    (IsDeleted, "is_deleted fivetran_deleted deleted archived"),
    (
        Modified,
        "last_modified_date system_modstamp lastmodifieddate hs_lastmodifieddate last_modified modified modified_at \
         modified_date updated updated_at last_updated_at last_updated last_modified_on modified_on",
    ),
    (
        Created,
        "created_date createdate create_date created created_at created_on date_created hs_createdate creation_date",
    ),
];

const ACCOUNT_LINK: (Field, &str) = (
    AccountRef,
    "account_id company_id associatedcompanyid associated_company_id associated_company_ids organization_id \
     customer_id client_id org_id account_key",
);

const ACCOUNT_NAME: (Field, &str) = (
    AccountName,
    "account_name company company_name account customer customer_name organization organisation client client_name \
     employer associated_company unternehmen firma entreprise empresa azienda",
);

const ACCOUNT: ObjectSpec = ObjectSpec {
    object: Object::Account,
    code: "account",
    stems: "account accounts company companies customer customers organization organizations client clients",
    own_ids: "account_id company_id customer_id organization_id client_id",
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
            "id account_id company_id record_id hs_object_id customer_id organization_id client_id account_key",
        ),
        (
            Name,
            "name account_name company_name company customer_name customer account organization organisation client \
             client_name organization_name unternehmensname firma nom_de_l_entreprise nombre_de_la_empresa \
             nome_da_empresa",
        ),
        (
            Domain,
            "domain website company_domain_name domain_name domains web_site url hs_additional_domains email_domain \
             web homepage domain_names unternehmensdomain",
        ),
        (
            ParentRef,
            "parent_id parent_account_id hs_parent_company_id parent_company_id parent_account",
        ),
        (MergedIntoRef, "master_record_id merged_into"),
        (MergedRefs, "hs_merged_object_ids merged_record_ids"),
        (
            Industry,
            "industry sector vertical branche secteur industria",
        ),
        (
            Employees,
            "number_of_employees numberofemployees employees company_size employee_count headcount n_employees \
             num_employees size",
        ),
        (
            Country,
            "billing_country country country_region billing_country_code country_code land pays region",
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
            "csm_name csm owner account_owner owner_name account_manager company_owner",
        ),
        (OwnerRef, "owner_id hubspot_owner_id"),
        (
            ExternalKey,
            "salesforce_account_id hubspot_company_id crm_id external_id sfdc_id",
        ),
    ],
};

const CONTACT: ObjectSpec = ObjectSpec {
    object: Object::Contact,
    code: "contact",
    stems: "contact contacts people person persons stakeholder stakeholders",
    own_ids: "contact_id person_id",
    needs: &[&[FullName, GivenName, FamilyName, Email]],
    tells: &[
        GivenName, FamilyName, Email, Title, RoleText, Department, Phone,
    ],
    names: &[
        (
            Id,
            "id contact_id person_id record_id hs_object_id unique_id rec_id vid people_id",
        ),
        (
            FullName,
            "contact_name full_name fullname name person_name contact person nombre_completo nom_complet",
        ),
        (
            GivenName,
            "first_name firstname given_name givenname fname forename vorname prenom prénom nombre nome primeiro_nome \
             voornaam",
        ),
        (
            FamilyName,
            "last_name lastname surname family_name familyname lname nachname nom nom_de_famille apellido apellidos \
             sobrenome cognome achternaam",
        ),
        (
            Email,
            "email email_address e_mail mail work_email hs_additional_emails business_email primary_email \
             additional_emails e_mail_adresse correo correo_electronico correo_electrónico adresse_e_mail",
        ),
        (
            Phone,
            "phone phone_number mobile_phone mobilephone mobile work_phone home_phone other_phone telephone telefon \
             telefonnummer téléphone teléfono telefone",
        ),
        (
            Title,
            "title job_title jobtitle position role_title poste cargo puesto berufsbezeichnung jobbezeichnung",
        ),
        (
            Department,
            "department dept team abteilung departement département departamento",
        ),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (ReportsToRef, "reports_to_id manager_id reports_to"),
        (
            OptedOut,
            "has_opted_out_of_email hs_email_optout unsubscribed opted_out email_opt_out do_not_contact",
        ),
        (
            RoleText,
            "role_in_deal buying_role hs_buying_role contact_role deal_role role buyer_role opportunity_role",
        ),
        (IsPrimary, "is_primary primary primary_contact"),
        (
            DealRef,
            "deal_id opportunity_id associated_deal_ids associated_deal_id opp_id",
        ),
        (MergedIntoRef, "master_record_id merged_into"),
        (MergedRefs, "hs_merged_object_ids hs_calculated_merged_vids"),
        (
            ExternalKey,
            "salesforce_contact_id hubspot_contact_id crm_id external_id sfdc_id",
        ),
        (Owner, "contact_owner owner owner_name"),
        (OwnerRef, "owner_id hubspot_owner_id"),
    ],
};

const DEAL: ObjectSpec = ObjectSpec {
    object: Object::Deal,
    code: "deal",
    stems: "deal deals opportunity opportunities opps pipeline",
    own_ids: "deal_id opportunity_id opp_id",
    needs: &[&[Stage, Amount, Closes, Status]],
    tells: &[Stage, Closes, DealType, Competitor, Reason, IsWon, DealName],
    names: &[
        (
            Id,
            "id deal_id opportunity_id record_id hs_object_id opp_id",
        ),
        (
            Name,
            "name deal_name dealname opportunity_name opportunity deal opp_name",
        ),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (DealType, "type deal_type dealtype opportunity_type"),
        (
            Stage,
            "stage_name stage deal_stage dealstage deal_pipeline_stage_id sales_stage pipeline_stage",
        ),
        (Status, "status deal_status outcome"),
        (IsClosed, "is_closed hs_is_closed closed"),
        (IsWon, "is_won hs_is_closed_won won is_closed_won"),
        (
            Amount,
            "amount acv deal_amount arr tcv value deal_value annual_contract_value hs_acv hs_arr hs_tcv \
             total_contract_value annual_recurring_revenue betrag",
        ),
        (
            Closes,
            "close_date closedate closed_date expected_close_date abschlussdatum closed_at",
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
            "rep_name rep owner owner_name deal_owner opportunity_owner sales_rep account_executive",
        ),
        (OwnerRef, "owner_id hubspot_owner_id"),
        (
            ContactRef,
            "contact_id associated_contact_ids associated_contact_id primary_contact_id",
        ),
        (MergedRefs, "hs_merged_object_ids"),
    ],
};

const ACTIVITY: ObjectSpec = ObjectSpec {
    object: Object::Activity,
    code: "activity",
    stems: "activity activities note notes call_log interactions touchpoints",
    own_ids: "activity_id note_id task_id event_id engagement_id",
    needs: &[&[At, Created], &[Subject, Body]],
    tells: &[ActivityKind, Body, Subject, At, Author],
    names: &[
        (
            Id,
            "id activity_id note_id task_id event_id engagement_id record_id",
        ),
        (
            ActivityKind,
            "activity_type type kind task_subtype engagement_type interaction_type",
        ),
        (DealRef, "deal_id opportunity_id opp_id associated_deal_ids"),
        (DealName, "deal_name opportunity_name"),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            PersonRef,
            "contact_id who_id person_id associated_contact_ids",
        ),
        (AboutRef, "what_id related_to_id parent_id"),
        (
            Author,
            "rep_name rep owner author owner_name created_by logged_by activity_owner",
        ),
        (OwnerRef, "owner_id hubspot_owner_id user_id author_id"),
        (
            At,
            "activity_date activity_date_time date timestamp hs_timestamp occurred_at at start_time due_date_only \
             event_date call_date datum",
        ),
        (
            Subject,
            "subject hs_call_title hs_email_subject hs_meeting_title hs_task_subject title betreff objet asunto",
        ),
        (
            Body,
            "notes note description body comments comment text content hs_note_body hs_call_body hs_email_text \
             hs_meeting_body hs_task_body hs_body_preview details summary notizen beschreibung",
        ),
    ],
};

const CONTRACT: ObjectSpec = ObjectSpec {
    object: Object::Contract,
    code: "contract",
    stems: "contract contracts subscription subscriptions agreement agreements",
    own_ids: "contract_id contract_number subscription_id agreement_id",
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
            "id contract_id subscription_id agreement_id record_id contract_number",
        ),
        (Name, "name contract_name contract_number title"),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            Starts,
            "start_date contract_start_date starts contract_start effective_date term_start sbqq_start_date_c",
        ),
        (Ends, "renewal_date renewal_due next_renewal_date ends"),
        (
            LastDay,
            "end_date contract_end_date contract_end expiration_date expires term_end expiry_date",
        ),
        (TermMonths, "contract_term term_months term term_in_months"),
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
            "signed_by signatory signatory_name customer_signed_by signed_by_name",
        ),
        (
            SignedTitle,
            "customer_signed_title signatory_title signed_by_title",
        ),
        (
            Signed,
            "customer_signed_date signed_date date_signed signature_date signed_on signed_at",
        ),
        (DealRef, "sbqq_opportunity_c opportunity_id deal_id"),
        (
            RenewalDealRef,
            "sbqq_renewal_opportunity_c renewal_opportunity_id renewal_deal_id",
        ),
        (
            PredecessorRef,
            "predecessor_contract_id previous_contract_id renews_contract_id parent_contract_id",
        ),
    ],
};

const EVENT: ObjectSpec = ObjectSpec {
    object: Object::Event,
    code: "event",
    stems: "event events usage usage_event usage_events product_usage user_events clickstream tracks page_views \
            feature_usage",
    own_ids: "message_id insert_id event_uuid",
    needs: &[&[UserRef, AnonymousRef], &[EventName], &[At]],
    tells: &[UserRef, AnonymousRef, EventName, At, Count],
    names: &[
        (Id, "message_id insert_id event_uuid event_id id"),
        (
            UserRef,
            "user_id userid user_key visitor_id visitor distinct_id member_id person_id contact_id user user_email \
             username user_name email",
        ),
        (AnonymousRef, "anonymous_id device_id client_id cookie_id"),
        (
            EventName,
            "event event_name event_type action action_name feature feature_name feature_id page page_name page_title \
             page_id screen screen_name activity activity_name",
        ),
        (
            At,
            "timestamp event_timestamp event_time event_date occurred_at original_timestamp time datetime date_time \
             ts date day received_at created_at created",
        ),
        (
            Count,
            "num_events event_count n_events count n_times occurrences",
        ),
        (
            AccountRef,
            "account_id group_id company_id organization_id organisation_id org_id workspace_id tenant_id customer_id",
        ),
    ],
};

const ANSWER: ObjectSpec = ObjectSpec {
    object: Object::Answer,
    code: "answer",
    stems: "answer answers survey_answers survey_responses poll_answers",
    own_ids: "answer_id",
    needs: &[&[RespondentRef, Email], &[Question], &[Answer]],
    tells: &[RespondentRef, Question, Answer],
    names: &[
        (
            RespondentRef,
            "respondent_id respondent response_id participant_id submission_id user_id visitor_id contact_id",
        ),
        (
            Question,
            "question question_text question_title survey_question prompt",
        ),
        (
            Answer,
            "answer answer_text answer_value response response_text response_value",
        ),
        (Email, "email email_address respondent_email e_mail"),
        (
            FullName,
            "respondent_name full_name name contact_name participant_name",
        ),
        (Title, "title job_title jobtitle"),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            At,
            "answered_at submitted_at submit_date response_date completed_at timestamp date created_at",
        ),
    ],
};

impl Object {
    /// How it is recognised and read.
    pub(crate) fn spec(self) -> &'static ObjectSpec {
        OBJECTS
            .iter()
            .find(|spec| spec.object == self)
            .unwrap_or(&ACCOUNT)
    }

    /// Its code in keys and reports.
    pub(crate) fn code(self) -> &'static str {
        self.spec().code
    }

    /// The object with this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        OBJECTS
            .iter()
            .find(|spec| spec.code == code)
            .map(|spec| spec.object)
    }
}

impl ObjectSpec {
    /// The field that a column of this name holds.
    pub(crate) fn field_of(&self, key: &str) -> Option<Field> {
        let lists = self.names.iter().chain(COMMON);
        lists
            .clone()
            .find(|(_, names)| has_word(names, key))
            .map(|(field, _)| *field)
    }

    /// How early `key` stands in the list of names of `field`; lower is better.
    pub(crate) fn rank_of(&self, field: Field, key: &str) -> usize {
        let lists = self.names.iter().chain(COMMON);
        lists
            .filter(|(listed, _)| *listed == field)
            .flat_map(|(_, names)| names.split_whitespace())
            .position(|name| name == key)
            .unwrap_or(usize::MAX)
    }
}

/// Whether `words`, separated by spaces, contain `word`.
pub(crate) fn has_word(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|known| known == word)
}
