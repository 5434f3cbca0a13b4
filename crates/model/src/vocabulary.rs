//! The closed vocabularies. One word for one thing: a code printed here is the
//! code in tables, JSON, SQL, templates and on the command line.

vocabulary!(/** Whose side somebody is on. */ Side {
    /// Works for an account.
    Account = "account",
    /// Works for us.
    Ours = "ours",
    /// Works for a partner of ours.
    Partner = "partner",
    /// The records do not say.
    Unknown = "unknown",
});

vocabulary!(/** How a record names somebody. */ MentionKind {
    /// The record is about the person: a contact, a lead, a user, a respondent.
    Row = "row",
    /// The record points at the person by a reference to another record.
    Reference = "reference",
    /// A speaker label of a transcript.
    Speaker = "speaker",
    /// Listed as present at a meeting.
    Attendee = "attendee",
    /// Named in running text. Being mentioned is not being present.
    Named = "named",
    /// Owner, representative or author of a record: usually one of ours.
    Owner = "owner",
});

vocabulary!(/** What an account decides, or lives in. */ DecisionKind {
    /// The first choice of a product.
    Purchase = "purchase",
    /// Whether an existing contract goes on.
    Renewal = "renewal",
    /// Another product for an existing account.
    CrossSell = "cross_sell",
    /// More of a product that is there.
    UpSell = "up_sell",
    /// A term of use: no decision, but user roles are held in it.
    Use = "use",
});

vocabulary!(/** How a decision ended. */ Outcome {
    /// Still under way or expected.
    Open = "open",
    /// Purchase or expansion won.
    Won = "won",
    /// Lost to somebody else or to "no".
    Lost = "lost",
    /// Ended without a choice.
    NoDecision = "no_decision",
    /// Renewed as it was.
    Renewed = "renewed",
    /// Renewed and grown.
    Expanded = "expanded",
    /// Renewed and shrunk.
    Contracted = "contracted",
    /// Renewed by its own terms, without a choice.
    AutoRenewed = "auto_renewed",
    /// Not renewed.
    Churned = "churned",
});

vocabulary!(/** The part a person plays. */ Role {
    /// Makes the choice.
    DecisionMaker = "decision_maker",
    /// Authorises or signs.
    Approver = "approver",
    /// Controls the money.
    EconomicBuyer = "economic_buyer",
    /// Answers for the function that will use it.
    FunctionalBuyer = "functional_buyer",
    /// Judges whether it fits and is safe.
    TechnicalEvaluator = "technical_evaluator",
    /// Sways the choice without making it.
    Influencer = "influencer",
    /// Argues for us when we are not there.
    Champion = "champion",
    /// Controls access to people or process.
    Gatekeeper = "gatekeeper",
    /// Owns the solution within the company.
    SolutionOwner = "solution_owner",
    /// Answers for a department its value reaches.
    DepartmentExecutive = "department_executive",
    /// Backs it from the top.
    ExecutiveSponsor = "executive_sponsor",
    /// Vendor relations.
    Procurement = "procurement",
    /// Terms and law.
    Legal = "legal",
    /// Manages the day-to-day teams.
    TeamManager = "team_manager",
    /// Runs the product.
    Administrator = "administrator",
    /// Lives in the product.
    PowerUser = "power_user",
    /// Works with the product.
    User = "user",
});

vocabulary!(/** For or against us; an axis of its own, never part of the role. */ Stance {
    /// Wants it.
    Supports = "supports",
    /// Neither.
    Neutral = "neutral",
    /// Does not want it.
    Opposes = "opposes",
    /// The records do not say.
    NotKnown = "not_known",
});

vocabulary!(/** What a claim says of its subject. */ Predicate {
    /// A system lists the person in a role (object: role code or the system's word).
    DeclaredRole = "declared_role",
    /// Signed a contract.
    Signed = "signed",
    /// Has a title (object: the title).
    HasTitle = "has_title",
    /// Reports to somebody (object: mention id).
    ReportsTo = "reports_to",
    /// Took part in a meeting or activity.
    TookPart = "took_part",
    /// First appeared at a stage (object: stage).
    JoinedAtStage = "joined_at_stage",
    /// Makes the choice.
    Decides = "decides",
    /// Authorises or signs off.
    Authorises = "authorises",
    /// Controls the money.
    ControlsBudget = "controls_budget",
    /// Owns the topic, the function or the solution.
    Owns = "owns",
    /// Judges fit, safety, technique.
    Evaluates = "evaluates",
    /// Runs purchasing.
    Procures = "procures",
    /// Reviews terms and law.
    ReviewsTerms = "reviews_terms",
    /// Controls access to people or process.
    Gatekeeps = "gatekeeps",
    /// Backs it from the top.
    Sponsors = "sponsors",
    /// Argues for it inside.
    Advocates = "advocates",
    /// Argues against it.
    Opposes = "opposes",
    /// Recommends or sways.
    Influences = "influences",
    /// Manages the teams that work with it.
    ManagesTeam = "manages_team",
    /// Runs the product: permissions, configuration.
    Administers = "administers",
    /// Works with it (object: how).
    Uses = "uses",
    /// Hands over to somebody (object: mention id or name).
    HandsOver = "hands_over",
    /// Took over from somebody (object: mention id or name).
    TookOver = "took_over",
    /// Left the company.
    LeftCompany = "left_company",
    /// Moved to another role at the same company.
    MovedRole = "moved_role",
    /// Wants to reach something.
    Goal = "goal",
    /// Suffers from something.
    Pain = "pain",
    /// What the choice hangs on.
    Criterion = "criterion",
    /// What speaks against it.
    Objection = "objection",
    /// Names a competitor (object: its name).
    Competitor = "competitor",
    /// Asked something.
    Question = "question",
    /// How the choice is made there.
    Process = "process",
    /// What set it off.
    Trigger = "trigger",
    /// Got value from it.
    ValueGained = "value_gained",
    /// Asks for something the product lacks.
    Request = "request",
    /// Prefers a channel, format or time.
    Preference = "preference",
    /// What a working day looks like.
    Task = "task",
    /// Score or answer of a survey (object: the answer).
    SurveyAnswer = "survey_answer",
});

vocabulary!(/** How a claim came about. */ Method {
    /// A field of a system.
    Declared = "declared",
    /// A signature on a contract.
    Signatory = "signatory",
    /// Read off a title.
    Title = "title",
    /// The person said so.
    Said = "said",
    /// Somebody else of the account said so.
    SaidByOther = "said_by_other",
    /// Somebody of ours wrote it down.
    Noted = "noted",
    /// Counted in product usage.
    Usage = "usage",
    /// From how records are connected.
    Structure = "structure",
    /// Answered in a survey.
    Survey = "survey",
    /// We looked and found nothing.
    Looked = "looked",
});

vocabulary!(/** Whether a claim speaks for or against what it says. */ Polarity {
    /// For.
    For = "for",
    /// Against.
    Against = "against",
});

vocabulary!(/** What we can say of a required role in a buying group. */ Coverage {
    /// Somebody holds it.
    Filled = "filled",
    /// Two holders or confirmations contradict each other.
    Contested = "contested",
    /// We looked; nobody.
    Vacant = "vacant",
    /// We could not see.
    NotKnown = "not_known",
});

vocabulary!(/** Whether a holding may be called established. */ HoldingState {
    /// Above the threshold.
    Established = "established",
    /// Named, but below the threshold.
    NotEstablished = "not_established",
    /// A system says so and the words say otherwise.
    Contradicted = "contradicted",
    /// A person of ours says so; outranks what is believed.
    Confirmed = "confirmed",
    /// A person of ours says that it is not so.
    Declined = "declined",
    /// One of ours says so and another denies it.
    Contested = "contested",
});

impl HoldingState {
    /// Established by evidence or confirmed by a person.
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Established | Self::Confirmed)
    }
}

vocabulary!(/** Why a role passed from one person to another. */ Departure {
    /// The holder left the company.
    LeftCompany = "left_company",
    /// The holder moved to another role.
    MovedRole = "moved_role",
    /// The holder went quiet, measured by their own cadence.
    WentQuiet = "went_quiet",
    /// Both are there; the role is with another person now.
    Replaced = "replaced",
});

vocabulary!(/** Six levels of seniority, highest first. */ Seniority {
    /// Owner, founder, C-level.
    Chief = "chief",
    /// Vice president.
    VicePresident = "vice_president",
    /// Director or head of.
    Director = "director",
    /// Manager or lead.
    Manager = "manager",
    /// Senior or specialist.
    Senior = "senior",
    /// Entry, assistant, trainee.
    Entry = "entry",
});

vocabulary!(/** What part of a company somebody works in. */ Function {
    /// General management.
    Executive = "executive",
    /// Finance and accounting.
    Finance = "finance",
    /// Sales and business development.
    Sales = "sales",
    /// Marketing and communication.
    Marketing = "marketing",
    /// Customer success, service and support.
    CustomerService = "customer_service",
    /// Product management and design.
    Product = "product",
    /// Software and other engineering.
    Engineering = "engineering",
    /// Information technology and security.
    It = "it",
    /// Data, analytics and research.
    Data = "data",
    /// Operations, logistics, manufacturing, projects.
    Operations = "operations",
    /// Purchasing and vendor relations.
    Procurement = "procurement",
    /// Law, risk and compliance.
    Legal = "legal",
    /// People and training.
    HumanResources = "human_resources",
});

vocabulary!(/** The three kinds of persona. */ PersonaKind {
    /// From people's part in purchases.
    Buyer = "buyer",
    /// From renewals and expansions.
    Customer = "customer",
    /// From daily work with the product.
    User = "user",
});

vocabulary!(/** The life of a persona. */ PersonaState {
    /// Being worked on.
    Draft = "draft",
    /// Passes some gates.
    Candidate = "candidate",
    /// Passes all gates.
    Published = "published",
    /// The records have moved on.
    Stale = "stale",
    /// No longer used.
    Retired = "retired",
});

vocabulary!(/** The nine components of a persona. */ Component {
    /// A day in the life.
    DayInTheLife = "day_in_the_life",
    /// What they want to reach.
    Objectives = "objectives",
    /// What stands in their way at work.
    Problems = "problems",
    /// How they think and what they lean to.
    Orientation = "orientation",
    /// What keeps them from choosing or renewing.
    Obstacles = "obstacles",
    /// What they ask, by stage.
    Questions = "questions",
    /// Channel, format, time.
    Preferences = "preferences",
    /// Their words.
    Keywords = "keywords",
    /// What happens on the way to yes, and to no.
    Engagement = "engagement",
});
