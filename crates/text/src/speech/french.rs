//! French rules for parts, hand-overs, goals and pains; words are folded and
//! apostrophes part them, so that `c'est` stands as `c est`.

use model::Predicate::{
    Advocates, Authorises, ControlsBudget, Decides, Evaluates, Gatekeeps, Goal, HandsOver,
    LeftCompany, Opposes, Owns, Pain, Procures, ReviewsTerms, TookOver,
};

use super::rules::{Rule, rule};

/// Every French table.
pub(super) const TABLES: &[&[Rule]] = &[PARTS, CHANGES, MATTERS];

const PARTS: &[Rule] = &[
    rule(
        "fr.decides.who",
        Decides,
        88,
        "(?:c est|ce n est pas|ce sera) (?P<who>moi|@) qui (?:decide|decidera|tranche|prend la decision|prends la decision)",
    ),
    rule(
        "fr.decides.verb",
        Decides,
        80,
        "(?P<who>je|j|@)(?: ne)? (?:decide|tranche)(?: (?:pas|seul|seule|de ca|cela|de cela|au final|ici))*",
    ),
    rule(
        "fr.decides.takes",
        Decides,
        90,
        "(?P<who>je|@)(?: ne)? (?:prends|prend)(?: pas)? (?:la|cette|les|toutes les) decisions?(?: finales?)?",
    ),
    rule(
        "fr.decides.belongs",
        Decides,
        88,
        "decision(?: finale)? (?:ne )?(?:revient|appartient|depend)(?: pas)? (?:a|au|de|du) (?P<who>moi|@)",
    ),
    rule(
        "fr.decides.mine",
        Decides,
        84,
        "(?:c est|ce n est pas) (?P<who>ma|mon) (?:decision|choix)",
    ),
    rule(
        "fr.decides.last_word",
        Decides,
        92,
        "(?P<who>je|j|@)(?: n)? (?:ai|a)(?: pas)? le dernier mot",
    ),
    rule(
        "fr.authorises.who",
        Authorises,
        88,
        "(?:c est|ce n est pas) (?P<who>moi|@) qui (?:valide|signe|approuve|autorise|donne le feu vert)",
    ),
    rule(
        "fr.authorises.must",
        Authorises,
        86,
        "(?P<who>je|@)(?: ne)? (?:doit|dois|devra|va)(?: pas)? (?:valider|signer|approuver|autoriser)",
    ),
    rule(
        "fr.authorises.verb",
        Authorises,
        84,
        "(?P<who>je|@)(?: ne)? (?:valide|signe|approuve)(?: pas)? (?:tout|tous|les|le|ce|cela|ca|la|chaque)",
    ),
    rule(
        "fr.authorises.by",
        Authorises,
        84,
        "(?:valide|validee|signe|signee|approuve|approuvee) par (?P<who>moi|@)",
    ),
    rule(
        "fr.authorises.of",
        Authorises,
        84,
        "(?:validation|accord|signature|approbation|feu vert) (?:de|du|de la) (?P<who>@)",
    ),
    rule(
        "fr.budget.holds",
        ControlsBudget,
        90,
        "(?P<who>je|j|@)(?: ne| n)? (?:gere|tiens|tient|controle|ai|a|detiens|detient)(?: pas)? (?:le|mon|son|tout le|les) (?:propre )?budgets?",
    ),
    rule(
        "fr.budget.who",
        ControlsBudget,
        90,
        "(?:c est|ce n est pas) (?P<who>moi|@) qui (?:gere|tient|controle|a|detient|ai) (?:le|les) budgets?",
    ),
    rule(
        "fr.budget.mine",
        ControlsBudget,
        84,
        "(?:sur|de|dans) (?P<who>mon)(?: propre)? budget",
    ),
    rule(
        "fr.budget.belongs",
        ControlsBudget,
        86,
        "budget (?:ne )?(?:depend|vient|releve|est gere)(?: pas)? (?:de|du|par) (?P<who>moi|@)",
    ),
    rule(
        "fr.owns.responsible",
        Owns,
        80,
        "(?P<who>je|@)(?: ne)? (?:suis|est)(?: pas)? (?:responsable|en charge) (?:de|du|des|d) (?P<obj>[a-z]+(?: [a-z]+){0,4})",
    ),
    rule(
        "fr.evaluates",
        Evaluates,
        80,
        "(?P<who>je|j|@)(?: ne| n)? (?:evalue|teste|verifie)(?: pas)? (?:la|le|les|l|si|tous|toutes)(?: [a-z]+){0,2}",
    ),
    rule(
        "fr.procures",
        Procures,
        84,
        "(?P<who>je|@)(?: ne)? (?:negocie|gere les achats|negocient)(?: pas)?(?: [a-z]+){0,3}",
    ),
    rule(
        "fr.terms",
        ReviewsTerms,
        86,
        "(?P<who>je|@)(?: ne)? (?:relit|relis|verifie|revoit|revois|examine)(?: pas)? (?:le|les|tous les|chaque) (?:contrats?|conditions)",
    ),
    rule(
        "fr.gatekeeps",
        Gatekeeps,
        78,
        "(?:tout|toute demande|cela|ca|les demandes)(?: (?:doit|doivent|va|d abord))* (?:passe|passent|passer)(?: d abord)? par (?P<who>moi|@)",
    ),
    rule(
        "fr.goes_to",
        Authorises,
        62,
        "(?:ca|cela|la decision|le contrat|tout) (?:remonte|va|part|passe)(?: (?:ensuite|toujours))? (?:a|au|chez|vers) (?P<who>@)",
    ),
    rule(
        "fr.advocates",
        Advocates,
        84,
        "(?P<who>je|@)(?: ne)? (?:defends|defend|pousse|soutiens|soutient)(?: pas)? (?:votre|ce|cette|la|le|beaucoup)(?: [a-z]+)?",
    ),
    rule(
        "fr.opposes",
        Opposes,
        82,
        "(?P<who>je|@)(?: ne)? (?:suis|est|reste)(?: pas)? (?:contre|oppose a|opposee a)",
    ),
];

const CHANGES: &[Rule] = &[
    rule("fr.left", LeftCompany, 92, "(?P<who>je|j|@) (?:a quitte|ai quitte|quitte|vais quitter|va quitter)(?: (?:l entreprise|la societe|la boite|l equipe|nous|le groupe))?"),
    rule("fr.left.gone", LeftCompany, 88, "(?P<who>@) (?:est (?:parti|partie)|n est plus (?:chez nous|la|dans l entreprise|dans la societe))").asserting(),
    rule("fr.took_over", TookOver, 92, "(?P<who>je|j|@) (?:a|ai|vais|va)?(?: )?(?:remplace|remplacer|succede a|repris le poste de|pris la suite de|pris la releve de) (?P<obj>@)"),
    rule("fr.hands_over", HandsOver, 90, "(?P<who>je|@) (?:passe|laisse|transmets|transmet) (?:la main|le dossier|le relais)(?: (?:a|au)) (?P<obj>@)"),
];

const MATTERS: &[Rule] = &[
    rule(
        "fr.goal",
        Goal,
        82,
        "(?:notre|mon|l)(?: (?:principal|premier|grand))? (?:objectif|but)(?: (?:principal|premier))?(?: ,)? (?:est|c est)(?: (?:de|d|que))? <obj>",
    ),
    rule(
        "fr.pain",
        Pain,
        80,
        "(?:notre|mon|le|la|notre plus grand)(?: (?:principal|gros|plus gros|plus grand|vrai|principale))? (?:probleme|difficulte|defi)(?: (?:principal|principale))?(?: ,)? (?:est|c est)(?: (?:que|qu|de))? <obj>",
    ),
];
