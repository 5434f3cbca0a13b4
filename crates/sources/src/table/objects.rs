//! The objects a table can hold and the column names each of them goes by.
//!
//! Names are in the spelling of [`crate::names::column_key`]. A column means
//! the first field that lists its name. `needs` are groups of fields; a table
//! holds an object only when every group has a column. The parts list the names:
//! [`accounts`], [`people`], [`deals`], [`contracts`], [`activities`], [`links`],
//! [`labels`], [`usage`]; [`unused`] names tables that are known and of no use.

mod accounts;
mod activities;
mod contracts;
mod deals;
mod labels;
mod links;
mod people;
pub(crate) mod unused;
mod usage;

use crate::table::fields::Field::{self, *};

/// What the rows of a table describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Object {
    /// Companies.
    Account,
    /// Domains of companies.
    Domain,
    /// People.
    Contact,
    /// People who may become contacts.
    Lead,
    /// Users of a system.
    User,
    /// Our own users of an analytics system.
    Staff,
    /// People who use the product.
    Visitor,
    /// Opportunities.
    Deal,
    /// Entries of deals into stages.
    StageEntry,
    /// Roles of contacts.
    Role,
    /// Products on deals.
    LineItem,
    /// Notes, tasks, mails, calls.
    Activity,
    /// Support tickets.
    Ticket,
    /// Comments on tickets.
    Comment,
    /// Contracts.
    Contract,
    /// Pairs of connected objects.
    Association,
    /// Pairs of merged objects.
    Merge,
    /// Values that properties had.
    History,
    /// Names of products.
    Product,
    /// Products of price entries.
    Price,
    /// Names of stages of deals.
    Stage,
    /// Names of stages of tickets.
    TicketStage,
    /// Names of pipelines.
    Pipeline,
    /// Names of properties.
    Property,
    /// Names of values of properties.
    PropertyOption,
    /// Names of campaigns.
    Campaign,
    /// Names of features.
    Feature,
    /// Names of pages.
    Page,
    /// Questions of polls.
    Poll,
    /// Usage events.
    Event,
    /// Answers in a survey, one a row.
    Answer,
}

/// A field and the column names it goes by, separated by spaces, best first.
pub(crate) type Names = (Field, &'static str);

/// How an object is recognised and read.
pub(crate) struct ObjectSpec {
    /// The object.
    pub(crate) object: Object,
    /// Its code in reports and mappings.
    pub(crate) code: &'static str,
    /// The word for it in keys.
    pub(crate) key: &'static str,
    /// Systems it is confined to; empty for all.
    pub(crate) systems: &'static str,
    /// File stems that name it, in snake case.
    pub(crate) stems: &'static str,
    /// Column names of its own id, by which it is told from objects that refer to it.
    pub(crate) own_ids: &'static str,
    /// Column names that hardly any other object has.
    pub(crate) marks: &'static str,
    /// Groups of fields of which each must have a column.
    pub(crate) needs: &'static [&'static [Field]],
    /// Fields that tell it from other objects.
    pub(crate) tells: &'static [Field],
    /// Names of each field.
    pub(crate) names: &'static [Names],
}

/// Every object, in the order in which ties are broken.
pub(crate) const OBJECTS: &[ObjectSpec] = &[
    accounts::ACCOUNT,
    people::CONTACT,
    deals::DEAL,
    activities::ACTIVITY,
    contracts::CONTRACT,
    people::LEAD,
    people::VISITOR,
    people::STAFF,
    people::USER,
    deals::ROLE,
    deals::STAGE_ENTRY,
    deals::LINE_ITEM,
    activities::TICKET,
    activities::COMMENT,
    links::ASSOCIATION,
    links::MERGE,
    links::HISTORY,
    accounts::DOMAIN,
    labels::PRODUCT,
    labels::PRICE,
    labels::STAGE,
    labels::TICKET_STAGE,
    labels::PIPELINE,
    labels::PROPERTY,
    labels::OPTION,
    labels::CAMPAIGN,
    labels::FEATURE,
    labels::PAGE,
    labels::POLL,
    usage::EVENT,
    usage::ANSWER,
];

/// Stamps and flags that every object may carry.
pub(crate) const COMMON: &[Names] = &[
    (IsDeleted, "is_deleted fivetran_deleted deleted archived"),
    (
        Modified,
        "fivetran_start last_modified_date system_modstamp lastmodifieddate hs_lastmodifieddate last_modified \
         modified modified_at modified_date updated updated_at last_updated_at last_updated last_modified_on \
         modified_on fivetran_synced",
    ),
    (VersionEnd, "fivetran_end"),
    (IsActive, "fivetran_active"),
    (
        Created,
        "created_date createdate create_date created created_at created_on date_created hs_createdate creation_date \
         erstellungsdatum erstellt_am date_de_creation fecha_de_creacion data_creazione data_de_criacao",
    ),
];

pub(crate) const ACCOUNT_LINK: Names = (
    AccountRef,
    "account_id company_id associatedcompanyid associated_company_id associated_company_ids organization_id \
     customer_id client_id org_id account_key account_id18 parentcustomerid accountid primary_associated_company_id",
);

pub(crate) const ACCOUNT_NAME: Names = (
    AccountName,
    "account_name account_account_name company company_name account customer customer_name organization organisation client client_name \
     employer associated_company unternehmen unternehmensname firma entreprise empresa azienda kunde accountname \
     nombre_de_la_cuenta nom_du_compte nome_account nome_da_conta bedrijf societe parentcustomeridname",
);

impl Object {
    /// How it is recognised and read.
    pub(crate) fn spec(self) -> &'static ObjectSpec {
        let found = OBJECTS.iter().find(|spec| spec.object == self);
        found.unwrap_or(&accounts::ACCOUNT)
    }

    /// Its code in reports and mappings.
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
