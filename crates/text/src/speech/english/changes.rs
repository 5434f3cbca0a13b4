//! More ways to say who left, moved, took over and hands over.

use model::Predicate::{HandsOver, LeftCompany, MovedRole, TookOver};

use crate::speech::rules::{Rule, rule};

/// Who is gone.
pub(super) const GONE: &[Rule] = &[
    rule("gone.quit", LeftCompany, 86, "(?P<who>he|she|@|i)(?P<aux><aux>) (?:quit|quits|quitting|resigned|resigns|resigning|retired|retires|retiring|departed|departs|departing|sacked|fired|dismissed|terminated|laid off|let go|made redundant|jumped ship|stepped down|stepping down|passed away|handed in (?:his|her|my|their) (?:notice|resignation)|given (?:his|her|my|their)? ?notice|gave (?:his|her|my|their)? ?(?:notice|resignation)|on garden(?:ing)? leave|taken early retirement|took early retirement|in retirement|leaving for good)(?P<end>)"),
    rule("gone.left", LeftCompany, 86, "(?P<who>he|she|@|they)(?P<aux>(?: (?:has|have|had|'s|just|already|since|who|then|up and))*) left(?: (?:us|the (?:company|firm|business|organi[sz]ation|group|house|bank|building for good)))?(?P<end>)"),
    rule("gone.leaving", LeftCompany, 84, "(?P<who>he|she|@|i)(?P<aux>(?: (?:is|am|are|will|be|going|to|who|'s|have|has|decided))*) (?:leaving|leave|leaves) (?:us|the (?:company|firm|business|organi[sz]ation|group|house|bank)|at the end|in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|fall|autumn|winter)|two|three|four|a (?:few|couple))|next|this (?:month|quarter|summer|spring|autumn|fall|year)|end of|soon|for (?:another|a new|a different|a competitor|good))"),
    rule("gone.elsewhere", LeftCompany, 84, "(?P<who>he|she|@)(?P<aux>(?: (?:is|has|have|had|was|'s|will|be|been|going|to|who|works|working|work|went|gone|moved|moving|joined|joining|started|starting|found|took|taken|accepted|got|left|on|over|off|now))+)(?: (?:to|at|for|with|a job|a position|a role|work|in|on))* (?:another (?:company|firm|employer|organi[sz]ation|business)|a (?:new|different) (?:company|firm|employer)|a competitor|(?:the|our) competition|somewhere else|elsewhere|other opportunities|new opportunities|pastures new|greener pastures|an opportunity elsewhere)"),
    rule("gone.not_here", LeftCompany, 88, "(?P<who>he|she|@|they)(?P<aux>(?: (?:is|are|does|do|'s|has|was|will|be|who))*) (?:(?:no longer|not)(?: (?:be|been))? (?:with (?:us|the (?:company|firm|group|business|organi[sz]ation))|part of (?:the company|the firm|the business|us)|at the company|at the firm|employed(?: here)?|on (?:the )?payroll|coming back|back)|no longer (?:here|around|works? (?:here|for us|with us|at)|working (?:here|for us|with us)|on board|there|in the company|in the business)|not (?:here|around|work here|work for us|work with us|working here|working for us|on board|with us|at the company|in the company)(?: (?:anymore|any more|any longer)))").asserting(),
    rule("gone.is_gone", LeftCompany, 80, "(?P<who>he|she|@)(?P<aux>(?: (?:is|has|have|was|'s|already|been|will|be|just|since|are|going|to))+) (?:gone(?: from (?:the company|here))?|moved on|moving on|move on|history|on (?:his|her|their) way out|parted ways(?: with us)?)(?P<end>)"),
    rule("gone.departure", LeftCompany, 82, "(?:since|after|before|because of|due to|following|with|the news of|upon|until) (?P<who>@ 's|his|her) (?:sudden |unexpected |recent |early )?(?:departure|leaving|resignation|retirement|exit|farewell)"),
    rule("gone.with_gone", LeftCompany, 80, "(?:with|now that|since|because) (?P<who>@|him|her)(?: (?:is|being|has|was))*(?: (?:gone|leaving|out of the (?:company|picture|door)|out the door))"),
    rule("gone.last_day", LeftCompany, 86, "(?P<who>@ 's|his|her|my) (?:last (?:day|week) (?:is|was|will be|with us|here)|farewell|leaving (?:do|party|drinks))"),
    rule("gone.lost", LeftCompany, 80, "(?:we|they|the company|the firm)(?: (?:have|had|has|just|recently|sadly|also|to|also|already))* (?:lost|parted (?:ways|company) with|let go of|say goodbye to|said goodbye to|fired|dismissed) <whom>(?: to (?:a competitor|another|retirement|the competition))?(?P<end>)"),
    rule("gone.let_go", LeftCompany, 82, "(?:we|they|the company|the firm|the board|management)(?: (?:have|had|has|to))* (?:let|made) <whom> (?:go|redundant)"),
];

/// Who does something else in the same company.
pub(super) const ELSEWHERE_INSIDE: &[Rule] = &[
    rule("moves.to", MovedRole, 84, "(?P<who>i|he|she|@)(?P<aux><aux>) (?:moved|moving|moves|move|switched|switching|transferred|transferring|rotated|rotating|shifted|transitioned|transitioning|relocated|promoted|gone|went|crossed over|seconded|assigned|reassigned|stepped up|stepped sideways)(?: (?:over|across|up|internally|on|sideways|upstairs|away|from [a-z@]+(?: [a-z]+){0,2}?))* (?:to|into|onto|out of|away from|within)(?: (?:a|an|the|another|our|other|new|different|his|her|one of|one of our|some))*(?: [a-z0-9']+){0,3}? (?P<obj>roles?|jobs?|positions?|teams?|departments?|dept|divisions?|units?|sites?|plants?|branch|regions?|country|functions?|areas?|groups?|subsidiary|projects?|offices?|sales|marketing|finance|operations|procurement|purchasing|logistics|hr|strategy|product|engineering|headquarters|hq|holding|innovation|transformation|quality|supply chain|customer success|support|analytics|controlling)"),
    rule("moves.to_body", MovedRole, 80, "(?P<who>i|he|she|@)(?P<aux><aux>) (?:moved|moving|moves|switched|switching|transferred|transferring|shifted|transitioned|transitioning|promoted|reassigned|rotated|seconded|changed)(?: (?:over|across|up|internally|on))* (?:to|into|within) (?:the |our |a )?(?:new )?(?P<obj>@)(?P<body>)"),
    rule("moves.new_job", MovedRole, 82, "(?P<who>i|he|she|@)(?P<aux><aux>)(?: (?:has|have|got|took|taken|taking|on|takes|accepted|given|been given|started|starting|in|doing|does|into|with|changed to|now has|is|are|wears?|working on|works on|works in|work in))*(?: (?:a|an|the|some|up))* (?P<obj>(?:new|different|another|other|bigger|broader) (?:internal |global |group |regional )?(?:job|role|position|post|duties|responsibilit(?:y|ies)|hat|department|team|function|area)|something (?:else|different))(?: (?:internally|inside|within|in|here|at|so|and|,|-|as|with|elsewhere in|on|than|these|since|for))"),
    rule("moves.new_job_end", MovedRole, 78, "(?P<who>i|he|she|@)(?P<aux><aux>)(?: (?:has|have|got|took|taken|taking|on|takes|accepted|given|been given|started|in|doing|does|into|changed|works in|is in|working in))+(?: (?:a|an|the))* (?P<obj>(?:new|different|another) (?:internal |global |group |regional )?(?:role|position|department|team|function))(?P<end>)"),
    rule("moves.changed", MovedRole, 82, "(?P<who>i|he|she|@)(?P<aux><aux>) (?:changed|changing|swapped|switched|switching)(?: (?:his|her|my|their))? (?:roles?|jobs? (?:internally|inside|within)|departments?|teams?|sides|desks?|positions?|functions?|hats|divisions?|units?)"),
    rule("moves.is_in", MovedRole, 70, "(?P<who>i|he|she|@)(?P<aux>(?: (?:is|am|'s|are|work|works|sits|sit|been|has|have))+) (?:in|with|at|over in|part of|for) (?P<obj>(?:another|a different|the other) (?:team|department|division|unit|part of the (?:company|business|house)|function|area|site|plant|business unit))"),
    rule("moves.not_any_more", MovedRole, 74, "(?P<who>i|he|she|@)(?P<aux>(?: (?:is|am|'s|are|has|have|does|do|was))*) (?:no longer (?:in (?:charge|that role|this role|the (?:team|role|department|project|position)|procurement|purchasing|operations|finance|it|sales|marketing)|on (?:this|the) (?:project|team|account|topic)|doing (?:this|that)|responsible|the (?:head|director|manager|lead|owner|vp|cio|cfo|coo)|running|leading|handling|looking after)|stepped (?:back|away) from|been taken off)").asserting(),
    rule("moves.became", MovedRole, 70, "(?P<who>he|she|@)(?P<aux>(?: (?:has|have|was|is|been|got|since|just|'s))*) (?:promoted|become|became|been made|made|appointed) (?:to )?(?P<obj>@|(?:our|the|a|an) (?:[a-z]+ ){0,3}?(?:head|director|manager|lead|vp|chief|officer|president|partner))"),
];

/// Who came after whom.
pub(super) const SUCCESSORS: &[Rule] = &[
    rule(
        "after.gone_to",
        TookOver,
        78,
        "(?:<it>|(?:the|this|that|his|her|@ 's|all|my|your|our)(?: [a-z]+){0,3}? (?:topic|file|account|contract|responsibility|relationship|role|job|ownership|desk|portfolio|area|remit|tasks|duties|work|subject|baton|reins|torch|vendor|agenda|dossier|function))(?: (?:for (?:this|that|it)))?(?: (?:has|have|had|was|were|is|are|been|will|be|now|got|then|all|just|since|go|goes))*(?: (?:gone|went|passed|moved|handed|given|transferred|fallen|fell|assigned|reassigned|shifted|transitioned|landed))(?: (?:over|on|down|back|up))*(?: (?:to|with|on)) <whom>",
    ),
    rule(
        "after.takes_over",
        TookOver,
        84,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:{take+}) (?:<it>|(?:the|his|her|my|@ 's|all|your|our)(?: [a-z]+){0,3}? (?:file|account|contract|team|department|role|job|topic|responsibilit(?:y|ies)|desk|portfolio|area|remit|tasks|duties|work|relationship|ownership)|things) over",
    ),
    rule(
        "after.over_from",
        TookOver,
        84,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:{take+}) over(?: (?:<it>|(?:the|his|her|my|@ 's|all|your|our|this)(?: [a-z]+){0,3}? (?:file|account|topic|responsibilit(?:y|ies)|desk|portfolio|area|remit|tasks|duties|work|relationship|ownership|thing|function|role|job|position|team|department|place|chair|seat)))?(?: from (?P<obj>@|him|her|(?:my|his|her) predecessor))?",
    ),
    rule(
        "after.inherited",
        TookOver,
        82,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:{inherit+}|picked up|picking up|pick up|picks up|stepped in for|stepping in for|step in for|steps in for|filling in for|fill in for|fills in for|standing in for|covering for|came in for|came in after)(?: (?:<it>|where|after|things|everything|the pieces|from|all|(?:the|his|her|this|your|@ 's)(?: [a-z]+){0,2}? (?:file|account|topic|portfolio|relationship|role|team|baton|desk|work|mess|area)|from|left off|what|had left))* (?P<obj>@|him|her|(?:my|his|her|the) predecessor)",
    ),
    rule(
        "after.inherited_it",
        TookOver,
        76,
        "(?P<who>i|he|she|@)(?P<aux><aux>) {inherit+} (?:<it>|(?:the|his|her|this|your|that|all)(?: [a-z]+){0,2}? (?:file|account|topic|portfolio|relationship|role|team|desk|work|mess|area|setup|thing))",
    ),
    rule(
        "after.successor",
        TookOver,
        88,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|are|was|will|be|'s|has|have|been|who|became|become|now|as))*) (?:the successor (?:of|to)|successor (?:of|to)|the replacement (?:of|for)|replacement (?:of|for)|here (?:in place of|instead of|for)|following in the footsteps of|following|followed|the new|now the new) (?P<obj>@|him|her)(?: 's (?:footsteps|role|job))?",
    ),
    rule(
        "after.follows",
        TookOver,
        82,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:follow|follows|followed|following|succeed|succeeds|replace|replaces) (?P<obj>@|him|her)(?: (?:as|in|at|on))",
    ),
    rule(
        "after.since_running",
        TookOver,
        72,
        "(?:since|as of|from) (?:january|february|march|april|may|june|july|august|september|october|november|december|last [a-z]+|monday|then|the (?:summer|spring|autumn|fall|winter|first|reorgani[sz]ation)|this [a-z]+|[0-9]+)(?: ,)? (?:it is |it has been )?(?P<who>i|he|she|@)(?P<aux><aux>) (?:{run+}|{lead+}|{head+}|{manage+}|{own+}|{look+} after|{handle+}|{do+}|{be}|in charge|responsible|{take+} care)",
    ),
    rule(
        "after.whose_successor",
        TookOver,
        88,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|are|was|will|be|'s|became|as))*) (?P<obj>@|his|her)(?: 's)? (?:successor|replacement)",
    ),
    rule(
        "after.successor_is",
        TookOver,
        86,
        "(?:(?P<obj>@) 's|his|her|my|the) (?:successor|replacement)(?: (?:for (?:him|her|this)|here))? (?:is|will be|would be|:|-|,|called|has been|was) <whom>",
    ),
    rule(
        "after.instead",
        TookOver,
        80,
        "(?P<who>@|i)(?P<aux><aux>) (?:does|do|doing|runs?|handles?|leads?|looks? after|manages?|holds?|fills?|covers?|sits? in|has|have|am in|is in|are in) (?:it|this|that|the (?:role|job|position|team|department)|(?P<obj>his|her|@ 's) (?:role|job|position|seat|chair|place|desk|shoes|tasks|duties))(?: (?:in (?:his|her) place|instead|since then|from now on|since|after (?:him|her|that)))",
    ),
    rule(
        "after.filled_by",
        TookOver,
        84,
        "(?:(?P<obj>@) 's|his|her|the|that) (?:job|role|position|seat|desk|tasks|duties|responsibilit(?:y|ies)|chair|place|post|area|remit)(?: (?:is|are|was|were|has|have|been|being|will|be|got))* (?:done|held|covered|taken|taken over|taken on|filled|handled|picked up|assumed) by <whom>",
    ),
    rule(
        "after.in_shoes",
        TookOver,
        84,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:{step+}|{fill+}|{take+}|{slip+}|sit|sits|sitting|am|is|are)(?: (?:into|in|over|on))? (?P<obj>@|his|her)(?: 's)? (?:big )?(?:shoes|boots|place|chair|seat|role|position|job|post)",
    ),
    rule(
        "after.appointed",
        TookOver,
        72,
        "(?P<who>he|she|@|i)(?P<aux>(?: (?:was|is|has|have|been|got|just|were|who|am))*) (?:brought in|hired|appointed|named|put in charge|given (?:the|his|her) (?:role|job|team|budget|portfolio))(?: (?:to|as|of|for|in|after))(?: (?:replace|succeed|fill|run|lead|take|follow|head|own|the|his|her|new|interim|our|it|this|@))+",
    ),
    rule(
        "after.new_here",
        TookOver,
        66,
        "(?P<who>i|@)(?P<aux>(?: (?:am|is|have|has|been|'s|was|only|just|quite|fairly|still|pretty))*) (?:new (?:here|in (?:this|the|my) (?:role|job|position|seat|chair|post)|to (?:this|the|my) (?:role|job|position|team|topic)|on the (?:job|team)|at this|in the (?:company|team|department))|in (?:the|this|my) (?:role|job|seat|position) (?:for|since)(?: [a-z0-9]+){1,3}|on the job (?:for|since)(?: [a-z0-9]+){1,3}|started (?:here |in this role |in the role |this job )?(?:last|this|two|three|four|six|a few|a couple|in (?:january|february|march|april|may|june|july|august|september|october|november|december))|joined (?:last|this|two|three|four|a few|in (?:january|february|march|april|may|june|july|august|september|october|november|december)))",
    ),
    rule(
        "after.my_first",
        TookOver,
        64,
        "(?:it is|this is|that is|i am in|in) my (?:first|second|third) (?:day|week|month|weeks)(?: (?:here|on the job|in (?:this|the) (?:role|job|position|seat)|with the (?:company|team)))",
    ),
];

/// Who passes it on.
pub(super) const PASSERS: &[Rule] = &[
    rule(
        "passes.to",
        HandsOver,
        86,
        "(?P<who>i|he|she|@)(?P<aux><aux>) (?:{hand+}|{pass+}|{transfer+}|{turn+}|{entrust+}|{delegate+}|{transition+}|{give+}|{leave+})(?: (?:over|on|off))? (?:<it>|(?:the|his|her|my|your|all)(?: [a-z]+){0,3}? (?:file|account|topic|responsibilit(?:y|ies)|portfolio|relationship|role|team|baton|reins|keys|torch|desk|work|area|ownership|duties|tasks))(?: (?:over|on|off))? to (?P<obj>@|my (?:colleague|successor|replacement|deputy)(?: @)?)",
    ),
    rule(
        "passes.from_now",
        HandsOver,
        76,
        "(?:from now on|going forward|from next (?:week|month|quarter|year)|as of next (?:week|month|quarter)|starting next (?:week|month|quarter)|in future|from (?:monday|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december))(?: ,)?(?: (?:please|it|this|you|will|should|that|is|be|to|would|are|going|have|your|contact))*(?: (?:is|be|with|to|talk to|contact|deal with|dealing with|working with|work with|write to|speak to|ask|in the hands of)) (?P<obj>@)",
    ),
    rule(
        "passes.will_take",
        HandsOver,
        80,
        "(?P<obj>@)(?: (?:will|is|would|be|going|'s|to|who|gonna))* (?:take|taking|pick|picking|run|running|look|looking|handle|handling) (?:it |this |that |things |over |up |after |on )+(?:from|for) (?P<who>me)",
    ),
];
