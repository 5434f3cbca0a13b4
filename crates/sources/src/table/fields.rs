//! What a column of a table can mean.

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// The meaning of a column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Field { $($(#[$doc])* $name,)+ }

        impl Field {
            /// Every field, in order.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The code used in mapping files.
            pub(crate) const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The field with this code.
            pub(crate) fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

fields! {
    /// The row's own id.
    Id = "id",
    /// Name of an account, deal, contract or product.
    Name = "name",
    /// The row is deleted.
    IsDeleted = "is_deleted",
    /// Modified stamp.
    Modified = "modified",
    /// Created stamp or day.
    Created = "created",
    /// Website or mail domain.
    Domain = "domain",
    /// Parent account.
    ParentRef = "parent",
    /// The record it was merged into.
    MergedIntoRef = "merged_into",
    /// Records that were merged into this one.
    MergedRefs = "merged",
    /// Industry.
    Industry = "industry",
    /// Number of employees.
    Employees = "employees",
    /// Country.
    Country = "country",
    /// Customer, prospect, partner.
    AccountType = "account_type",
    /// Full name of a person.
    FullName = "full_name",
    /// Given name.
    GivenName = "given_name",
    /// Family name.
    FamilyName = "family_name",
    /// E-mail address.
    Email = "email",
    /// Phone number.
    Phone = "phone",
    /// Job title.
    Title = "title",
    /// Department.
    Department = "department",
    /// The account's id.
    AccountRef = "account",
    /// The account's name.
    AccountName = "account_name",
    /// The manager's id.
    ReportsToRef = "reports_to",
    /// Opted out.
    OptedOut = "opted_out",
    /// Id of the same person or account in another system.
    ExternalKey = "external_key",
    /// The contact's id.
    ContactRef = "contact",
    /// The lead's id.
    LeadRef = "lead",
    /// The contact a lead became.
    ConvertedContactRef = "converted_contact",
    /// The account a lead became.
    ConvertedAccountRef = "converted_account",
    /// The deal a lead became.
    ConvertedDealRef = "converted_deal",
    /// Role in the system's words.
    RoleText = "role",
    /// Primary contact.
    IsPrimary = "is_primary",
    /// The deal's id.
    DealRef = "deal",
    /// The deal's name.
    DealName = "deal_name",
    /// The contract's id.
    ContractRef = "contract",
    /// New business, renewal and so on.
    DealType = "deal_type",
    /// Stage.
    Stage = "stage",
    /// Open, won, lost.
    Status = "status",
    /// Closed.
    IsClosed = "is_closed",
    /// Won.
    IsWon = "is_won",
    /// Amount.
    Amount = "amount",
    /// Day of closing.
    Closes = "closes",
    /// Contract that is renewed.
    RenewedContractRef = "renewed_contract",
    /// Contract that is amended.
    AmendedContractRef = "amended_contract",
    /// Flag of a renewal.
    IsRenewal = "is_renewal",
    /// Product by name.
    Product = "product",
    /// Product by id.
    ProductRef = "product_id",
    /// Quantity.
    Quantity = "quantity",
    /// Competitor.
    Competitor = "competitor",
    /// Why it was won or lost.
    Reason = "reason",
    /// Our representative by name.
    Owner = "owner",
    /// Our representative by id.
    OwnerRef = "owner_id",
    /// First day of a contract.
    Starts = "starts",
    /// Day the renewal is due.
    Ends = "ends",
    /// Last day of a contract.
    LastDay = "last_day",
    /// Length of a contract in months.
    TermMonths = "term_months",
    /// Days of notice.
    NoticeDays = "notice_days",
    /// Renews by itself.
    AutoRenews = "auto_renews",
    /// Value of the contract of an account.
    ContractValue = "contract_value",
    /// Who signed, by id.
    SignedByRef = "signed_by",
    /// Who signed, by name.
    SignedByName = "signed_by_name",
    /// Title of who signed.
    SignedTitle = "signed_title",
    /// Day of signature.
    Signed = "signed",
    /// The deal that renews it.
    RenewalDealRef = "renewal_deal",
    /// The contract it renews.
    PredecessorRef = "predecessor",
    /// Call, mail, meeting, note.
    ActivityKind = "activity_kind",
    /// Person of an activity by id.
    PersonRef = "person",
    /// Deal, account or contract of an activity by id.
    AboutRef = "about",
    /// Who of ours did it.
    Author = "author",
    /// Who wrote it, by id.
    AuthorRef = "author_id",
    /// Mail address of who wrote it.
    Sender = "sender",
    /// Mail addresses of whom it went to.
    Recipient = "recipient",
    /// When it happened.
    At = "at",
    /// Subject.
    Subject = "subject",
    /// Text.
    Body = "body",
    /// Public to the customer.
    IsPublic = "is_public",
    /// Ticket of a comment.
    TicketRef = "ticket",
    /// Activity an association points at.
    ActivityRef = "activity",
    /// User by id.
    UserRef = "user",
    /// Visitor, device or anonymous id.
    AnonymousRef = "anonymous",
    /// Event name.
    EventName = "event",
    /// How many events a row stands for.
    Count = "count",
    /// Label of an association or a code.
    Label = "label",
    /// Name of a property in a history.
    PropertyName = "property_name",
    /// Value of a property in a history.
    PropertyValue = "property_value",
    /// Speaker of a line of a transcript.
    Speaker = "speaker",
    /// Start time in a recording.
    StartTime = "start_time",
    /// End time in a recording.
    EndTime = "end_time",
    /// Words said.
    Words = "words",
    /// The role of a user in a system: agent, admin, end user.
    UserRole = "user_role",
    /// Share of probability of a stage.
    Probability = "probability",
    /// The row in force, in a table of versions.
    IsActive = "is_active",
    /// The person no longer works at the account.
    LeftCompany = "left_company",
    /// The day a person left, or mail to them first came back.
    LeftOn = "left_on",
    /// What a mail server said when mail to a person came back.
    BounceReason = "bounce_reason",
    /// When a version of the row ended, in a table of versions.
    VersionEnd = "version_end",
    /// Price entry of a product, by id.
    PriceRef = "price_id",
    /// Campaign by id.
    CampaignRef = "campaign",
    /// Written by the other side.
    Incoming = "incoming",
    /// Who answered a survey, by id.
    RespondentRef = "respondent",
    /// Question of a survey.
    Question = "question",
    /// Answer to a question.
    Answer = "answer",
}
