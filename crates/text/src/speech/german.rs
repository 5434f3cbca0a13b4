//! German rules for parts, hand-overs, goals and pains; words are folded, so
//! that `für` stands as `fur`.

use model::Predicate::{
    Advocates, Authorises, ControlsBudget, Decides, Evaluates, Gatekeeps, Goal, HandsOver,
    LeftCompany, Opposes, Owns, Pain, Procures, ReviewsTerms, TookOver,
};

use super::rules::{Rule, rule};

/// Every German table.
pub(super) const TABLES: &[&[Rule]] = &[PARTS, CHANGES, MATTERS];

const PARTS: &[Rule] = &[
    rule(
        "de.decides.verb",
        Decides,
        80,
        "(?P<who>ich|@)(?: (?:selbst|allein|letztlich|am ende|hier))* (?:entscheide|entscheidet)(?: (?:das|es|dies|hier|so|allein|selbst|leider|daruber))*(?: nicht)?",
    ),
    rule(
        "de.decides.verb_after",
        Decides,
        80,
        "(?:das|dies|es|daruber|hier|am ende|letztlich|daruber)(?: (?:am ende|letztlich))? (?:entscheide|entscheidet) (?:nicht )?(?P<who>ich|@)(?: nicht)?",
    ),
    rule(
        "de.decides.makes",
        Decides,
        90,
        "(?P<who>ich|@) (?:treffe|trifft)(?: [a-z]+){0,2} (?:die|diese|alle)(?: (?:finale|endgultige|letzte))? entscheidung(?:en)?(?: nicht)?",
    ),
    rule(
        "de.decides.made_by",
        Decides,
        90,
        "(?:die|diese)(?: (?:finale|endgultige|letzte))? entscheidung (?:trifft|treffe|fallt) (?:nicht )?(?P<who>ich|@)(?: nicht)?",
    ),
    rule(
        "de.decides.lies_with",
        Decides,
        88,
        "entscheidung (?:liegt|liegen)(?: (?:nicht|am ende|letztlich|allein))* bei (?P<who>mir|@)",
    ),
    rule(
        "de.decides.last_word",
        Decides,
        92,
        "(?P<who>ich|@) (?:habe|hat)(?: (?:da|hier|am ende|dabei|nicht))* (?:das letzte wort|das sagen)(?: nicht)?",
    ),
    rule(
        "de.decides.is",
        Decides,
        88,
        "(?P<who>ich|@) (?:bin|ist)(?: nicht)? (?:der|die|unser|unsere|ein|eine)? ?entscheider(?:in)?",
    ),
    rule(
        "de.authorises.must",
        Authorises,
        88,
        "(?P<who>ich|@)(?: [a-z]+){0,4}? (?:freigeben|unterschreiben|genehmigen|unterzeichnen|absegnen)",
    ),
    rule(
        "de.authorises.must_after",
        Authorises,
        88,
        "(?:muss|musste|darf) (?P<who>ich|@)(?: [a-z]+){0,3}? (?:freigeben|unterschreiben|genehmigen|unterzeichnen|absegnen)",
    ),
    rule(
        "de.authorises.verb",
        Authorises,
        86,
        "(?P<who>ich|@) (?:unterschreibe|unterschreibt|genehmige|genehmigt|unterzeichne|unterzeichnet|zeichne|zeichnet|gebe|gibt)(?: (?:das|den|die|es|alle|alles|den vertrag|die vertrage|das budget|frei|hier|vertrag|vertrage))+(?: nicht)?(?: frei)?",
    ),
    rule(
        "de.authorises.by",
        Authorises,
        84,
        "(?:freigabe|genehmigung|unterschrift|zustimmung)(?: (?:kommt|muss|brauchen wir|liegt))*(?: (?:von|vom|durch|bei)) (?P<who>mir|@)",
    ),
    rule(
        "de.budget.lies",
        ControlsBudget,
        88,
        "budget(?:hoheit|verantwortung)? (?:liegt|ist|gehort|kommt|sitzt)(?: nicht)?(?: (?:bei|von|vom|aus der))? (?P<who>mir|@)",
    ),
    rule(
        "de.budget.holds",
        ControlsBudget,
        90,
        "(?P<who>ich|@) (?:verantworte|verantwortet|verwalte|verwaltet|habe|hat|halte|halt)(?: [a-z]+){0,2} (?:das |die )?(?:budget|budgethoheit|budgetverantwortung)(?: nicht)?",
    ),
    rule(
        "de.budget.responsible",
        ControlsBudget,
        90,
        "(?P<who>ich|@) (?:bin|ist)(?: nicht)? (?:fur das|furs) budget (?:nicht )?(?:verantwortlich|zustandig)",
    ),
    rule(
        "de.budget.mine",
        ControlsBudget,
        84,
        "(?P<who>mein|meinem) (?:eigenes |eigenen )?budget",
    ),
    rule(
        "de.owns.responsible",
        Owns,
        80,
        "(?P<who>ich|@) (?:bin|ist)(?: nicht)? (?:fur )(?P<obj>[a-z]+(?: [a-z]+){0,4}?) (?:verantwortlich|zustandig)",
    ),
    rule(
        "de.owns.leads",
        Owns,
        72,
        "(?P<who>ich|@) (?:verantworte|verantwortet|leite|leitet) (?P<obj>(?:den|die|das|unser|unsere) [a-z]+(?: [a-z]+){0,2})",
    ),
    rule(
        "de.evaluates",
        Evaluates,
        80,
        "(?P<who>ich|@) (?:prufe|pruft|bewerte|bewertet|evaluiere|evaluiert|teste|testet)(?: (?:das|die|den|alle|ob|technisch|es))+(?: [a-z]+){0,2}",
    ),
    rule(
        "de.procures",
        Procures,
        84,
        "(?P<who>ich|@) (?:verhandle|verhandelt|mache den einkauf|macht den einkauf|beschaffe|beschafft)(?: [a-z]+){0,3}",
    ),
    rule(
        "de.terms",
        ReviewsTerms,
        86,
        "(?P<who>ich|@) (?:prufe|pruft|schaut|schaue|liest|lese|muss)(?: [a-z]+){0,2}? (?:den vertrag|die vertrage|vertrage|die vertragsbedingungen|rechtlich|juristisch)",
    ),
    rule(
        "de.gatekeeps",
        Gatekeeps,
        78,
        "(?:alles|das|jeder|jede|anfragen|termine)(?: (?:muss|mussen))? (?:lauft|laufen|geht|gehen)(?: (?:immer|erst|zuerst|erstmal))* (?:uber|durch) (?P<who>mich|@)",
    ),
    rule(
        "de.goes_to",
        Authorises,
        62,
        "(?:das|die entscheidung|der vertrag|es|alles)(?: (?:geht|gehen|muss))(?: (?:dann|immer|noch|erst))* (?:an|zu|zum|zur) (?P<who>@)",
    ),
    rule(
        "de.advocates",
        Advocates,
        84,
        "(?P<who>ich|@) (?:setze mich|setzt sich|mache mich|macht sich|befurworte|befurwortet)(?: (?:sehr|intern|dafur|stark|dafur ein|ein|fur sie|fur das))+",
    ),
    rule(
        "de.opposes",
        Opposes,
        80,
        "(?P<who>ich|@) (?:bin|ist|war)(?: [a-z]+){0,2} (?:dagegen|gegen (?:das|die|den|ein|einen) [a-z]+)",
    ),
];

const CHANGES: &[Rule] = &[
    rule("de.left.company", LeftCompany, 92, "(?P<who>ich|@|er) (?:hat|habe|ist|werde|wird|verlasst|verlasse)(?: [a-z]+){0,4}? (?:verlassen|ausgeschieden|gegangen|gekundigt|nicht mehr (?:bei uns|da|im unternehmen|im haus))").asserting(),
    rule("de.left.leaves", LeftCompany, 88, "(?P<who>ich|@|er) (?:verlasse|verlasst) (?:das unternehmen|die firma|uns)"),
    rule("de.took_over.from", TookOver, 92, "(?P<who>ich|@|er) (?:habe|hat)(?: [a-z]+){0,4}? von (?P<obj>@)(?: [a-z]+){0,2}? ubernommen"),
    rule("de.took_over.successor", TookOver, 90, "(?P<who>ich|@|er) (?:bin|ist) (?:der|die|sein|seine|ihr|ihre)? ?nachfolger(?:in)?(?: von (?P<obj>@))?"),
    rule("de.hands_over", HandsOver, 90, "(?P<who>ich|@) (?:ubergebe|ubergibt|habe|werde|wird)(?: [a-z]+){0,3}? an (?P<obj>@)(?: ubergeben)?"),
];

const MATTERS: &[Rule] = &[
    rule(
        "de.goal",
        Goal,
        82,
        "(?:unser|mein|das)(?: (?:wichtigstes|grosstes|oberstes|wichtigste|grosste))? ziel ist(?: (?:es|dass|ja))*(?: ,)? <obj>",
    ),
    rule(
        "de.pain",
        Pain,
        80,
        "(?:unser|mein|das|die|unsere)(?: (?:grosstes|grosste|wichtigste|hauptsachliche))? (?:problem|herausforderung|schwierigkeit) ist(?: (?:dass|aber|ja))*(?: ,)?(?: dass)? <obj>",
    ),
];
