//! Words of testing, purchasing, reading contracts and guarding doors.

use model::Predicate::{Evaluates, Gatekeeps, Procures, ReviewsTerms};

use crate::speech::frames::{Frame, frame};

/// Who judges whether it fits, buys it, reads its terms, lets people in.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        act: "(?:{evaluate}|{assess}|{vet}|{benchmark}|{scrutinise}|{scrutinize}|{audit}|{trial}|{pilot}|{score}|stress tests?|pressure tests?|pen tests?) (?:<it>|the|all|any|every|each|your|whether|how|what|several|different|new|vendors?|tools?|options|suppliers?|us|you)\
            |(?:{check}|{test}|{review}|{look} (?:at|into)|{go} (?:through|over|into)|{examine}|{inspect}|{validate}|{verify}|{judge}|{dig} into|{take} a (?:close |hard |good )?look at|{have} a (?:close |hard |good )?look at|{study}|{try} out|{sign} off on|{clear})(?: [a-z0-9'/]+){0,4}? (?:security|architecture|interfaces?|apis?|integrations?|technical|technically|technology|tech|compliance|infrastructure|sso|single sign on|data (?:protection|model|flows?|security|privacy)|encryption|hosting|scalability|technical documentation|soc ?2|penetration tests?|pen tests?|gdpr|sandbox|technical fit|connectors?|data cent(?:er|re)|it security|cyber ?security)\
            |(?:{check}|{test}|{see}|{judge}|{assess}|{verify}|{examine}|{say}|{tell} you|{find} out|{figure} out|{look} at) (?:whether|if|how well) (?:it|this|that|the [a-z]+|your [a-z]+|things?|tools?|a tool|everything) (?:fits?|is safe|is secure|meets|complies|scales|integrates|holds up|can be integrated|would fit|will fit|works with our|plays|talks to|connects)\
            |(?:{run}|{do}|{lead}|{conduct}|{perform}|{carry} out|{handle}|{drive}|{coordinate}|{own}|{manage}|{head} up|{organise}|{organize}|{take} care of)(?: [a-z0-9'/]+){0,3}? (?:evaluations?|poc|proof of concept|trial|pilot test|security reviews?|security checks?|security assessments?|assessments?|bake ?off|benchmarks?|penetration tests?|pen tests?|due diligence|technical (?:reviews?|tests?|evaluations?|checks?|assessments?|side|part)|architecture reviews?|vendor assessments?|tech checks?|testing|vetting|risk assessments?|data protection (?:reviews?|assessments?|checks?))\
            |{put} (?:it|this|that|your [a-z]+|every [a-z]+|the [a-z]+) through (?:its|the|their) paces|{kick} the t[iy]res|{send}(?: out| over| you)? (?:the|our|a)(?: [a-z]+){0,2}? questionnaire|{test} (?:<it>|your [a-z]+|every [a-z]+)|(?:{clear}|{check}|{approve}|{screen}|{scan}) (?:every|all|any|each|new|the)(?: [a-z]+){0,2}? (?:applications?|cloud [a-z]+|software|tools?|apps?|integrations?)|{compare} (?:the )?(?:tools|vendors|options|systems|products|solutions)",
        bare: "",
        done: "evaluated|assessed|vetted|tested|audited|security checked|pen ?tested|scrutini[sz]ed|examined|stress tested",
        power: "",
        product: "(?:(?:technical|security|vendor|architecture|it) (?:evaluations?|assessments?|reviews?|checks?|clearance)|evaluations?|vetting|due diligence|proof of concept|poc|security questionnaire|penetration test|technical green light|risk assessment|data protection (?:review|assessment|check))",
        agent: "(?:(?:technical |security |lead |main )?evaluators?|technical (?:buyer|lead|reviewer|decision maker)|security (?:reviewer|architect)|test lead|testers?)",
        field: "(?:technical (?:side|part|fit|questions?|details|piece|requirements|stuff|topics?|aspects?|matters)|technicalities|security(?: (?:side|questions?|topics?|part|piece|stuff|matters|concerns))?|integrations?(?: (?:side|piece|part|questions?))?|architecture|data protection|it side|tech side|interfaces|apis|anything technical|technical)",
        ..frame("evaluates.way", Evaluates, 80)
    },
    Frame {
        act: "{negotiate}(?: (?:<it>|the|with|all|our|every|better|on|for|prices?|pricing|rates?|terms|discounts?|contracts?))?|{haggle}|{bargain}\
            |(?:{run}|{handle}|{manage}|{lead}|{do}|{own}|{look} after|{take} care of|{take} over|{take} on|{conduct}|{deal} with|{steer}|{coordinate}|{head}|{cover}|{organise}|{organize})(?: [a-z0-9'/]+){0,3}? (?:purchasing|procurement|sourcing|buying|tenders?|rfps?|rfp process|(?:price |contract |commercial |vendor |supplier )?negotiations?|commercials?|commercial (?:side|terms|part|talks|discussions?)|vendors|suppliers|(?:vendor|supplier) (?:management|relations|relationships?|contracts|onboarding)|purchase orders?|purchases|ordering|price talks|pricing (?:discussions?|talks)|buying process|purchasing process|procurement process)\
            |(?:{issue}|{raise}|{place}|{cut}|{create}|{send} out)(?: [a-z]+){0,2}? (?:purchase orders?|pos?|orders?|tenders?|rfps?)|{buy} (?:all|most of|everything|software|it|services|things|the) |{squeeze} (?:the )?(?:prices?|vendors?|suppliers?)\
            |(?:{get}|{collect}|{ask} for|{obtain}|{request}|{compare})(?: [a-z0-9]+)? (?:quotes|offers|bids|tenders)|{put} (?:it|this|everything|things) out to tender|(?:{ask}|{push}|{press}|{squeeze})(?: [a-z]+){0,2}? for (?:a |an |more |some )?(?:better|lower|bigger|further|volume|extra|another) (?:prices?|discounts?|rates?|deal|terms)",
        bare: "",
        done: "negotiated|sourced|procured|purchased|ordered|placed",
        power: "",
        product: "(?:(?:price |contract |vendor )?negotiations?|purchasing|procurement|purchase orders?|commercial (?:terms|part|side|talks)|commercials)",
        agent: "(?:(?:lead|senior|strategic|category|professional|software|it) buyers?|buyers? for [a-z]+|purchasers?|procurement (?:manager|lead|officer|specialist|person|contact|guy)|category managers?|(?:vendor|supplier) managers?|sourcing (?:manager|lead)|negotiators?|purchasing (?:manager|officer|lead|agent))",
        field: "(?:purchasing|procurement|sourcing|price (?:talks|negotiations?|questions?)|pricing|prices|discounts|negotiations?|commercials?|commercial (?:side|terms|part|questions?|matters|stuff|topics|things|talks)|vendor (?:management|relations|onboarding|contracts)|supplier (?:management|relations|contracts)|purchase orders?|ordering|suppliers|vendors)",
        is_shared: true,
        ..frame("procures.way", Procures, 84)
    },
    Frame {
        act: "(?:{review}|{check}|{read}|{redline}|{mark} up|{go} (?:over|through)|{look} (?:at|over|into)|{vet}|{draft}|{negotiate}|{amend}|{comment} on|{handle}|{comb} through|{proofread}|{scrutinise}|{scrutinize}|{pick} apart|{clear}|{edit}|{rewrite}|{work} on|{do}|{take} care of|{take} a look at|{have} a look at|{deal} with|{approve}|{examine}|{study}|{adapt}|{tear} apart)(?: [a-z0-9'/]+){0,4}? (?:contracts?|terms(?: and conditions)?|msas?|ndas?|dpas?|redlines?|agreements?|clauses?|contract wording|fine print|small print|legal(?: (?:side|part|text|language|stuff|terms|documents?|questions?|review|paperwork|work))?|liabilit(?:y|ies)|indemnit(?:y|ies)|data processing (?:agreement|addendum)|privacy (?:terms|clauses|policy|notice)|slas?|draft|legalese)\
            |{cross} the ts|{send} (?:back )?(?:the )?(?:redlines|markup)",
        bare: "",
        done: "redlined|reviewed legally|legally (?:checked|reviewed)|read and redlined",
        power: "",
        product: "(?:legal (?:review|check|approval|sign ?off|opinion|clearance)|contract (?:review|check)|redlines|markup|review of the (?:contract|terms))",
        agent: "(?:(?:general|in ?house|legal|corporate|company|outside|external) counsel|counsel|(?:company |in house |corporate )?lawyers?|attorneys?|solicitors?|legal (?:person|contact|lead|reviewer|guy|eagle))",
        field: "(?:wording|changes? to the (?:contract|wording|terms)|contracts?|contract (?:terms|language|text|draft|questions?|details|side|matters)|terms(?: and conditions)?|msa|nda|dpa|redlines|clauses?|fine print|small print|legal (?:side|part|stuff|terms|documents?|questions?|matters|issues|things|topics|paperwork|review)|anything legal|legal|liability|indemnit(?:y|ies)|data processing (?:agreement|addendum)|privacy (?:terms|clauses))",
        is_shared: true,
        ..frame("terms.way", ReviewsTerms, 82)
    },
    Frame {
        act: "(?:{keep}|{manage}|{guard}|{run}|{control}|{handle}|{own}|{look} after|{organise}|{organize}|{plan}|{fill})(?: [a-z0-9'@/]+){0,4}? (?:calendars?|diar(?:y|ies)|schedules?|inbox|agenda|appointments)\
            |(?:{control}|{guard}|{hold}|{decide} (?:on|about|over)) (?:the )?access(?: to)?|{hold} the keys? to|{mind} the door\
            |{decide} (?:who|what) (?:gets?|talks?|meets?|sees?|speaks?|comes?|reaches|makes it|is let|goes)|{determine} who (?:gets|talks|meets|sees)\
            |(?:{screen}|{filter}|{sort} (?:out|through)?|{sift} through|{triage}|{block}) ?(?:all |the |every |any |his |her |their |@ 's |incoming )*(?:vendors?|calls?|mails?|e ?mails?|requests?|pitches|everything|suppliers|meetings?|salespeople|messages)\
            |{let} (?:nobody|no one|anyone|people|vendors?|you|us|salespeople) (?:in|through|near|past|talk to|speak to|get to)|{open} the door|{shield} (?:@|him|her|them|the [a-z]+)|{get} you (?:a slot|time with|in front of|in with|half an hour)\
            |(?:{book}|{arrange}|{schedule}|{organise}|{organize}) (?:all )?(?:of )?(?:his|her|their|@ 's|the boss 's) (?:meetings?|appointments?|calls?|time|days?)",
        bare: "",
        done: "screened|filtered|vetted first",
        power: "",
        product: "(?:access to (?:@|him|her|them|the (?:board|executives|management|ceo|cfo))|appointments? with (?:@|him|her)|slots? with (?:@|him|her)|time with (?:@|him|her)|meetings? with (?:@|him|her|the board))",
        agent: "(?:gate ?keepers?|doorkeepers?|gate|first filter|(?:single|only) (?:point of (?:contact|entry)|way in|door))",
        field: "(?:calendar|diary|agenda|appointments?|access to (?:@|him|her)|meeting requests?|slots)",
        ..frame("gatekeeps.way", Gatekeeps, 80)
    },
];
