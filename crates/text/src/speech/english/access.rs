//! Who buys, reviews terms, guards the way, backs, opposes and sways.

use model::Predicate::{Gatekeeps, Influences, Opposes, Procures, ReviewsTerms, Sponsors};

use crate::speech::rules::{Rule, rule};

/// Who runs purchasing.
pub(super) const PROCURES: &[Rule] = &[
    rule("procures.runs", Procures, 88, "<who> (?:{run}|{handle}|{manage}|{lead}|{do}|does|{own}|take care of|takes care of|am in charge of|is in charge of|am responsible for|is responsible for|look after|looks after)(?: (?:all|the|our|of|any))* (?:purchasing|procurement|sourcing|buying process|vendor (?:management|relations|relationships|negotiations?|onboarding)|commercial (?:negotiations?|terms|side)|(?:price |contract )?negotiations?|tenders?|rfps?|rfp process|procurement process|purchasing process|supplier (?:management|relations))"),
    rule("procures.negotiates", Procures, 84, "<who> (?:{negotiate}|{issue}|{raise}|{cut})(?: (?:all|the|our|of|every|a|any|these))* (?:price|prices|pricing|commercials?|commercial terms|contracts?|discounts?|vendor contracts?|rates?|purchase orders?|pos?|with (?:vendors|suppliers|you))"),
    rule("procures.from", Procures, 84, "<who> (?:am|is|are|work|works|sit|sits|'s)(?: (?:a|the|our|here|from|in|with|on))+ (?:procurement|purchasing|sourcing|vendor management)(?: (?:team|side|department|function|manager|lead))?"),
    rule("procures.goes_through", Procures, 76, "(?:goes?|go|going|runs?|has to go|needs to go|routes?)(?: (?:first|all|straight|up))* (?:through|via|to|past|by) (?P<who>@) for (?:pricing|the commercials|commercials|negotiation|the po|a po|the purchase order|purchasing|procurement|the paperwork|price)"),
    rule("procures.wants", Procures, 74, "(?P<who>@)(?P<aux>(?: (?:is|has|have|will|would|are))*) (?:want|wants|wanted|ask|asks|asked for|asking for|push|pushed for|pushing for|demand|demanded|demands|requested|negotiated|negotiating|need|needs|insisted on)(?: (?:for|a|an|the|some|more|us|another|bigger|further|on))* ?(?:[0-9]+(?: percent)? )?(?:redlines?|discounts?|better (?:price|pricing|terms)|payment terms|price reduction|lower price|net [0-9]+|volume pricing|three quotes|competing quotes|quotes)"),
    rule("procures.noted", Procures, 66, "(?P<who>procurement|purchasing|@)(?P<aux>(?: (?:is|has|have|are|was|will))*) (?:still reviewing|stalled|reviewing|reviewed|layered on|held (?:us|it|things) up|slowed|driving the (?:negotiation|paper)|running the (?:tender|rfp))").in_notes(),
];

/// Who reviews terms and law.
pub(super) const REVIEWS_TERMS: &[Rule] = &[
    rule(
        "terms.reviews",
        ReviewsTerms,
        86,
        "<who> (?:{review}|{redline}|{check}|{read}|{mark} up|{look} at|{look} over|{go} over|{go} through|{handle}|{draft}|{vet}|{negotiate}|have to review|has to review|take a look at|takes a look at|do|does)(?: (?:all|the|our|of|every|any|your|these|those|through))* (?:contracts?|terms(?: and conditions)?|legal (?:side|terms|language|review|part|piece)|msas?|redlines?|dpas?|data processing agreements?|agreements?|paper|paperwork|legal paperwork|privacy (?:terms|clauses)|liability(?: [a-z]+)?|clauses|contract language|fine print)",
    ),
    rule(
        "terms.sends",
        ReviewsTerms,
        72,
        "(?P<who>@)(?P<aux>(?: (?:has|have|is|are|will|would))*) (?:sent|send|came back with|comes back with|has|have|want|wants|wanted|made|asked for|insists? on|insisted on|need|needs|flagged|raised|pushing back on|pushed back on)(?: (?:back|a|an|the|some|few|more|couple|of|over|changes?|to|on|about|issues?|concerns?|questions?|with|around))* (?:redlines?|clauses?|liability(?: cap)?|indemni[a-z]+|dpa|data processing(?: agreement| addendum)?|contract terms|terms|contract language|markup)",
    ),
    rule(
        "terms.go_to",
        ReviewsTerms,
        80,
        "(?:contracts?|terms|msa|redlines?|dpa|agreements?|paper|paperwork|clauses)(?: (?:has|have|will|would|need|needs|must|always|all|to|first))* (?:goes?|go|gets? sent|get reviewed|is reviewed|are reviewed|reviewed|is with|are with|sits with|sit with|through|is handled|are handled|handled)(?: (?:first|straight|over|off))* ?(?:to|by|with|through|past|via)? <whom>",
    ),
    rule(
        "terms.counsel",
        ReviewsTerms,
        84,
        "<who> (?:am|is|are|'s)(?: (?:the|our|their|in|house|a))+ (?:counsel|general counsel|in house counsel|lawyer|attorney|legal (?:team|department|lead|person|contact))",
    ),
    rule(
        "terms.responsible",
        ReviewsTerms,
        84,
        "<who> (?:am|is|are|'s) (?:responsible for|in charge of|handling|doing|on point for)(?: (?:the|all|our))* (?:legal(?: side| part| review)?|contracts?|contract review|terms|contract terms|paper)",
    ),
];

/// Who controls access to people or process.
pub(super) const GATEKEEPS: &[Rule] = &[
    rule(
        "gatekeeps.through",
        Gatekeeps,
        82,
        "(?:everything|anything|all of (?:it|this|that)|all (?:vendors?|requests?|meetings?|calls?|vendor contact|communication|outreach)|every (?:vendor|request|meeting|call|tool|purchase|new vendor|new tool)|any (?:vendor|request|meeting|call|tool|new vendor|new tool)|vendors?|meetings?|you|that|it|requests?)(?: (?:still|first|has|have|needs|need|must|will|would|always|to|all|should))* (?:goes?|go|gets?|get|comes?|come|runs?|run|passes|pass|routed|is routed|are routed)(?: (?:all|first|straight))* (?:through|via|past|by) <whom>(?: first| before| anyway)?",
    ),
    rule(
        "gatekeeps.get_past",
        Gatekeeps,
        78,
        "(?:get|getting|got|go|make it|comes?|gets)(?: (?:it|this|that|anything|something|a meeting))? (?:past|around) <whom>(?: first)?",
    ),
    rule(
        "gatekeeps.calendar",
        Gatekeeps,
        82,
        "<who> (?:{manage}|{keep}|{guard}|{run}|{control}|{handle}|{own}|{look} after)(?: (?:all|the|our|of))* ?(?:his|her|their|the|my|our|@ 's|@)(?: (?:boss 's|ceo 's|cfo 's))? (?:calendar|schedule|diary|inbox|meetings|appointments)",
    ),
    rule(
        "gatekeeps.book_via",
        Gatekeeps,
        78,
        "(?:book|schedule|arrange|set up|get)(?: (?:it|that|this|a|the|any|time|slot|meeting|meetings|something|call|on))* (?:with|through|via) (?P<who>@)(?: (?:who|first|and|for|to))",
    ),
    rule(
        "gatekeeps.noted",
        Gatekeeps,
        86,
        "<who> (?:am|is|are|was|'s|acts as|acting as)(?: not)?(?: (?:the|a|an|our|real|main|key|big))* (?:gatekeepers?|blocking access|the wall)",
    ),
    rule(
        "gatekeeps.is",
        Gatekeeps,
        86,
        "gatekeeper(?: here)? (?:is|:|=|-|\\() <whom>",
    ),
    rule(
        "gatekeeps.wont_let",
        Gatekeeps,
        78,
        "(?P<who>@|he|she)(?P<aux>(?: (?:will|would|does|did|do|is|has|have|not|never))*) (?:let|lets|letting|give|gives|gave|allow|allows|grant|grants|block|blocks|blocked|blocking|screen|screens|shield|shields)(?: (?:us|you|me|anyone|vendors|all|our|any|the|to))* (?:talk to|speak to|speak with|meet|access(?: to)?|near|direct access|calls?|vendors?|meeting with|through to) ?(?:@|anyone|him|her|vendors?|them)?",
    ),
    rule(
        "gatekeeps.decides_who",
        Gatekeeps,
        78,
        "<who> (?:decide|decides|control|controls|determine|determines) who (?:gets|talks|meets|sees|speaks)",
    ),
    rule(
        "gatekeeps.has_to_ok",
        Gatekeeps,
        66,
        "(?:clear|check|run|vet|cleared|checked|screened|vetted)(?: (?:it|that|this|everything|anything|vendors|by|with|past|everyone))* (?:with|by|past) <whom> (?:first|before)",
    ),
];

/// Who backs it from the top.
pub(super) const SPONSORS: &[Rule] = &[
    rule(
        "sponsors.is",
        Sponsors,
        90,
        "<who> (?:am|is|are|was|'s|be|being|become|becomes|became|as)(?: not)?(?: (?:the|our|your|a|an|my|now))*(?: executive| exec| project| program| internal| main| official| initiative)* sponsors?",
    ),
    rule(
        "sponsors.is_whom",
        Sponsors,
        90,
        "(?:executive sponsor|exec sponsor|project sponsor|sponsor)(?: (?:here|on this|for this|of this|internally))? (?:is|will be|:|=|-|\\() (?:not )?<whom>",
    ),
    rule(
        "sponsors.verb",
        Sponsors,
        86,
        "<who> (?:{sponsor+}) (?:<it>|the (?:[a-z]+ )?(?:initiative|program|programme|effort|whole thing|evaluation|pilot|rollout))",
    ),
    rule(
        "sponsors.backs",
        Sponsors,
        74,
        "(?P<who>@|he|she)(?P<aux>(?: (?:is|has|have|are|'s|been|will|was|does|not|a hundred percent|all))*) (?:fully behind|behind|backing|backs|backed|giving us air cover|giving us cover|gives us air cover|right behind|supporting|supports) (?:<it>|us|the (?:[a-z]+ )?(?:initiative|program|effort|whole thing|pilot))",
    ),
    rule(
        "sponsors.mandate",
        Sponsors,
        70,
        "(?:mandate|initiative|directive|pressure)(?: for this| to (?:fix|change|do) (?:this|it))?(?: (?:really|all))? (?:came|comes|is coming|coming)(?: (?:straight|down|right|directly|all the way))* from <whom>",
    ),
    rule(
        "sponsors.top",
        Sponsors,
        72,
        "(?:this|that|it) (?:is|was)(?: not)? (?P<who>@ 's)(?: (?:own|big|personal|top|number one))* (?:initiative|pet project|baby|project|idea|top priority|priority|program)",
    ),
    rule(
        "sponsors.asked_to",
        Sponsors,
        60,
        "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:asked|tasked|mandated|told) (?:me|us|my team|our team) (?:to (?:find|look|fix|solve|evaluate|replace|bring|run|get|buy|own|lead|drive)|with)",
    ),
];

/// Who argues against it.
pub(super) const OPPOSES: &[Rule] = &[
    rule("opposes.against", Opposes, 84, "<who> (?:am|is|are|was|were|'s|been|have been|has been)?(?: not)? ?(?:dead set |totally |completely |very much |strongly )?(?:against|opposed to|{oppose+}|resisting|resists|pushing back on|pushing back against|pushed back on|pushed back against|fighting against) (?:<it>|the (?:[a-z]+ )?(?:idea|move|switch|change|purchase|renewal|whole thing|rollout|migration)|you|us|it|buying|switching|moving|renewing)"),
    rule("opposes.sceptic", Opposes, 74, "<who> (?:am|is|are|was|'s|remains|still)(?: (?:the|our|a|an|still|very|quite|pretty|bit|big|main|of|biggest|rather|highly|pretty much))* (?:skeptical|sceptical|skeptics?|sceptics?|unconvinced|detractors?|blockers?|hesitant|reluctant|naysayers?)"),
    rule("opposes.not_sold", Opposes, 74, "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|are|was|'s))*) not(?: (?:fully|at all|yet|a|big|huge|completely))* (?:convinced|sold on|fan of|convinced by|convinced about) (?:<it>|it|this|you|us|yet|the (?:idea|product|tool))").asserting(),
    rule("opposes.prefers_other", Opposes, 66, "(?P<who>he|she|@)(?P<aux>(?: (?:would|is|are|will|clearly|still))*) (?:rather (?:go with|stay with|build|keep|have|use|not)|prefers? (?:to stay|to build|to keep|another|a competitor|the other|staying)|leaning toward[s]? (?:another|a competitor|the other|building|staying|@))"),
    rule("opposes.wants_to_cancel", Opposes, 72, "(?P<who>i|he|she|@)(?P<aux>(?: (?:would|is|are|will|has|have|been|'s|not))*) (?:want|wants|wanted|pushing|trying|looking|planning|threatening|threatened|prefers?) to (?:cancel|rip (?:it|this|you) out|get rid of|switch away|replace (?:you|it|the tool|us)|kill (?:it|this|the)|churn|not renew|drop (?:it|you|this|us))"),
    rule("opposes.loves_other", Opposes, 50, "(?P<who>@)(?P<aux>(?: (?:has|have|is|are|was))*) (?:raised (?:serious |big |many |a lot of )?(?:concerns?|objections?|red flags?)|worried|concerned|objected|very negative|negative) (?:about|to|over|with|on|against)").in_notes(),
];

/// Who sways the choice without making it.
pub(super) const INFLUENCES: &[Rule] = &[
    rule(
        "influences.recommends",
        Influences,
        80,
        "<who> (?:recommends|recommend(?:ed)? (?:it|you|this) to (?:@|my|the|our)|{make+} (?:the|a|my|his|her|their|our) recommendations?|made the recommendation|{give+}(?: (?:them|him|her|my|his|some|the|our|@))* (?:recommendation|input|opinion|advice|feedback)|{advise} (?:@|them|him|her|on|the)|{weigh} in(?: on)?|put in (?:my|a) (?:word|vote)|have (?:some |a lot of |real )?(?:input|influence)|has (?:some |a lot of |real )?(?:input|influence)|provide (?:input|feedback|a recommendation)|provides (?:input|feedback|a recommendation))",
    ),
    rule(
        "influences.can_only",
        Influences,
        82,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:can|will|could|do|does|may|not))*)(?: only (?:make a recommendation|recommend|advise|suggest|give (?:my |some )?input|influence)| can (?:recommend|advise|influence|suggest)(?: (?:it|this|you|that|but|and|,|-)))",
    ),
    rule(
        "influences.listens_to",
        Influences,
        78,
        "(?:@|they|he|she|everyone|everybody|people|management|leadership)(?: (?:really|always|will|do|does))* (?:listens?|trusts?|relies|rely|looks?|goes?|defers?) (?:to|on|by|in)? ?(?P<who>me|him|her|my|@)(?: 's)?(?: (?:opinion|view|judgement|judgment|recommendation|advice|word|take))?(?: (?:a lot|on (?:this|that|these|anything|everything|tools|vendors)|for (?:this|that|these)))",
    ),
    rule(
        "influences.opinion",
        Influences,
        76,
        "(?P<who>my|his|her|@ 's) (?:opinion|voice|vote|word|input|recommendation|view|feedback)(?: (?:really|does|will|still|also|not))* (?:counts|count|matters|matter|carries|carry|goes a long way|weighs|has weight|is just one|is one of)",
    ),
    rule(
        "influences.seat",
        Influences,
        72,
        "<who> (?:have|has|had|got|get|gets)(?: not)?(?: (?:a|some|one|also))* (?:seat at the table|say in|vote|voice in|voice|say)(?: (?:it|this|that|here|too|on|in|the|but|and))?",
    ),
    rule(
        "influences.involved",
        Influences,
        50,
        "(?:involve|loop in|bring in|consult|include|run it by|run this by|get)(?: (?:also|first|probably))* <whom>(?: (?:in|too|on (?:this|it|that)|into|for (?:their|his|her) (?:input|opinion|view|take)|as well|for input))",
    ),
    rule(
        "influences.is",
        Influences,
        84,
        "<who> (?:am|is|are|'s|was)(?: not)?(?: (?:the|a|an|our|one of the|just|key|strong|main|big|more of|trusted))* (?:influencers?|advisors?|advisers?|sounding board)",
    ),
    rule(
        "influences.side_by_side",
        Influences,
        62,
        "<who> (?:{do+}|did|{make+}|{run+}|{put+} together|{prepare+}|{build+})(?: (?:the|a|an|our|my))* (?:side by side(?: comparison)?|comparison|scorecard|shortlist|short list|vendor comparison|evaluation matrix)",
    ),
];
