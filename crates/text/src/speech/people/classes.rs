//! What words can be part of the words that name somebody.
//!
//! All lists are folded. A word can be in several classes.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Set of classes of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u32);

impl Classes {
    /// `our`, `the`, `unsere`, `notre`.
    pub(super) const DETERMINER: Self = Self(1);
    /// Names a rank or post by itself: `cfo`, `director`.
    pub(super) const HEAD: Self = Self(2);
    /// Names a post only beside a determiner or a field: `manager`, `lead`.
    pub(super) const WEAK_HEAD: Self = Self(4);
    /// A field or level around a head: `finance`, `senior`.
    pub(super) const FIELD: Self = Self(8);
    /// A department that acts as one: `procurement`.
    pub(super) const BODY: Self = Self(16);
    /// `team`, `department`: makes a department of a field.
    pub(super) const UNIT: Self = Self(32);
    /// `new`, `former`: between determiner and head.
    pub(super) const ADJECTIVE: Self = Self(64);
    /// Capitalised, but names nobody: months, makers of software.
    pub(super) const NO_NAME: Self = Self(128);
    /// A given name that is also a word.
    pub(super) const DOUBTFUL_NAME: Self = Self(256);
    /// `mr`, `frau`.
    pub(super) const HONORIFIC: Self = Self(512);
    /// A part in a deal used like a name in notes: `champion`.
    pub(super) const PART: Self = Self(1024);
    /// What may follow a department that acts.
    pub(super) const AFTER_BODY: Self = Self(2048);
    /// Forms of "be": what follows is said of the subject.
    pub(super) const BE: Self = Self(4096);

    /// What may follow a name: a verb, mostly.
    pub(super) const AFTER_NAME: Self = Self(8192);

    /// Whether the word is in any of these classes.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What stays of the classes in the plural: "our planners".
    const fn heads_only(self) -> Self {
        Self(self.0 & (Self::HEAD.0 | Self::WEAK_HEAD.0))
    }
}

/// The classes of a folded word.
pub(super) fn classes_of(word: &str) -> Classes {
    if let Some(classes) = INDEX.get(word) {
        return *classes;
    }
    let one = word.strip_suffix('s').and_then(|one| INDEX.get(one));
    one.map_or(Classes::default(), |classes| classes.heads_only())
}

static INDEX: LazyLock<FxHashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut index: FxHashMap<&'static str, Classes> = FxHashMap::default();
    for (class, words) in LISTS {
        for word in words.split_whitespace() {
            let entry = index.entry(word).or_default();
            *entry = entry.or(*class);
        }
    }
    index
});

const LISTS: &[(Classes, &str)] = &[
    (
        Classes::DETERMINER,
        "our my the your their his her its this that \
         unser unsere unserem unseren unserer mein meine meinem meinen meiner der die das dem den des \
         notre nos mon ma mes votre le la les son sa leur",
    ),
    (
        Classes::ADJECTIVE,
        "new old former current other local own direct immediate incoming outgoing interim acting \
         neue neuer neuen neuem nouveau nouvelle ancien ancienne",
    ),
    (
        Classes::HEAD,
        "ceo cfo coo cto cio ciso cmo cro cpo chro cdo cso cxo vp svp evp avp president director \
         controller comptroller treasurer chairman chairwoman chairperson boss supervisor \
         founder cofounder superintendent \
         geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrers finanzchef finanzchefin finanzvorstand einkaufsleiter \
         einkaufsleiterin abteilungsleiter abteilungsleiterin bereichsleiter bereichsleiterin \
         vorgesetzter vorgesetzte vorgesetzten leiter leiterin teamleiter teamleiterin vertriebsleiter \
         vertriebsleiterin technikchef prokurist prokuristin \
         directeur directrice daf dsi dg pdg drh patron patronne president presidente",
    ),
    (
        Classes::WEAK_HEAD,
        "planner scheduler dispatcher deputy operator technician clerk agent nurse controllers boss's auditor procurist purchaser contact rep \
         manager head chief lead leader officer owner counsel lawyer attorney assistant secretary \
         administrator admin admins architect analyst buyer coordinator partner principal engineer executive \
         colleague specialist consultant developer accountant staff md ea pa gm \
         chef chefin responsable adjoint adjointe collegue kollege kollegin assistentin vorgangerin vorganger \
         nachfolger nachfolgerin",
    ),
    (
        Classes::FIELD,
        "shift floor night day line crew depot hub workforce category works protection controlling scheduling rota roster dispatch fulfilment fulfillment demand inbound outbound purchase contract contracts system key master head back front desk care steering selection support \
         finance financial sales marketing it hr legal procurement purchasing product products engineering \
         operations ops rev revops revenue security infosec information technology tech data analytics \
         support success customer client service services people talent supply chain logistics manufacturing \
         plant regional global country group senior deputy executive managing general vice associate account \
         program programme project projects team department division digital innovation strategy business \
         development enablement compliance risk quality clinical medical nursing research facilities office \
         infrastructure network platform cloud applications systems solutions sourcing vendor commercial \
         accounting payroll tax treasury field retail ecommerce brand content growth demand training \
         learning warehouse production maintenance site store area district national international emea \
         apac us uk eu accounts process change planning transformation technical software crm erp cs cx \
         human resources chain corporate property estate fleet safety privacy \
         finanzen vertrieb technik personal \
         financier financiere achats informatique commercial commerciale juridique general generale \
         technique marketing operations ventes",
    ),
    (
        Classes::BODY,
        "helpdesk headquarters hq corporate support procurement purchasing legal finance it security infosec compliance accounting hr board leadership \
         management committee board's steering council \
         einkauf vorstand geschaftsfuhrung rechtsabteilung finanzabteilung betriebsrat aufsichtsrat geschaftsleitung \
         achats juridique direction comite",
    ),
    (
        Classes::UNIT,
        "team teams department dept division group office folks people committee board organization org \
         function abteilung equipe service departement",
    ),
    (
        Classes::NO_NAME,
        "january february march april june july august september october november december monday tuesday \
         wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays english german french i american european christmas \
         salesforce hubspot microsoft google sap oracle slack zoom excel outlook amazon aws azure workday \
         servicenow zendesk intercom tableau power jira linkedin chatgpt api apis roi poc rfp rfi sow msa nda \
         sla sso crm erp q1 q2 q3 q4 sql csv kpi okr saas pdf faq ok okay internet yes yeah no well and but so \
         then the we they it that this if when what who how there here our my your he she you now let great \
         thanks thank hi hello sure right cool perfect awesome exactly absolutely because since also all some \
         any every everything everyone everybody nobody nothing someone somebody something anything each both \
         one two three most many much more not never as at by for from in into of on or out over to up with \
         without after before during until while where why which whose is are was were be been being do does did \
         done have has had can could will would shall should may might must got get gets good bad next last first \
         second third today tomorrow yesterday please sent met spoke called asked talked discussed \
         looking waiting budget pricing contract deal demo pilot meeting call calls email emails legal other \
         others another new old these those their its his her me us them mine yours ours still just only even \
         very too really actually maybe perhaps probably basically honestly obviously anyway though although however therefore \
         hopefully unfortunately fortunately apparently once usually often sometimes always again yep nope hey oh \
         talk ask check see look send call let make take give keep use try think remember \
         received learned reviewed presented users customers clients prospect prospects stakeholders reps \
         managers engineers developers salespeople people folks guys team teams",
    ),
    (
        Classes::DOUBTFUL_NAME,
        "will may mark bill grant rich frank chase hope faith grace dean art drew pat sue rob jack van guy gene \
         joy june april august max sky rose amber crystal dawn summer autumn ray ward ford carter",
    ),
    (
        Classes::HONORIFIC,
        "mr mrs ms dr prof herr frau herrn madame monsieur mme",
    ),
    (
        Classes::PART,
        "champion sponsor gatekeeper blocker detractor coach influencer approver decider",
    ),
    (
        Classes::AFTER_BODY,
        "is are was were has have had will would can could must should may might does do did need needs needed \
         want wants wanted ask asks asked say says said sign signs signed review reviews reviewed approve approves \
         approved own owns owned run runs handle handles handled take takes took go goes went make makes made get \
         gets got push pushes pushed block blocks blocked stall stalled hold holds held negotiate negotiates \
         negotiated send sends sent to and or for first before then come comes came look looks looked let \
         lets keep keeps require requires required insist insists insisted redline redlines redlined sit sits \
         decide decides decided drive drives drove manage manages managed involve get's involved raised raise \
         raises who that too not never tend tends killed kill kills chose choose chooses gatekeep 's already still always \
         usually because if when so but as in on at with by since after gives give gave freezes froze controls control \
         evaluates evaluate tests pays pay paid resets clears checks checked wants works works uses buys bought handles sets gets supports \
         ist sind war hat haben wird muss mussen verhandelt genehmigt gibt macht zeichnet will schaut liegt bewertet unterzeichnet \
         negocie relit revoit examine verifie approuve teste evalue va remonte tranche prend gere tient entscheidet pruft freigibt unterschreibt und oder \
         est sont a doit valide signe decide et ou",
    ),
    (
        Classes::AFTER_NAME,
        "is was has had have will would can could must should shall may might does did do and or left took ran made \
         came went got said told gave held wrote built bought brought kept quit sent set spoke chose knew saw led \
         thought fought sold taught caught threw drew hired stepped quits needs wants likes thought found won lost paid put sat stood heard felt began fell drove drew cut hit let meant met shot shut \
         from in at who which that himself herself never also still really just always already recently only not \
         used plays says goes does runs owns pays buys sits",
    ),
    (
        Classes::BE,
        "is are was were be been being am become becomes became remains as 's ist war sind est",
    ),
];
