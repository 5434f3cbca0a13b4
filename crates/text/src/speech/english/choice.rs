//! What the choice hangs on, what speaks against it, whom else they look at,
//! how they choose and what set it off.

use model::Predicate::{Competitor, Criterion, Objection, Process, Trigger};

use crate::speech::rules::{Rule, rule};

/// What the choice hangs on.
pub(super) const CRITERIA: &[Rule] = &[
    rule("criterion.must", Criterion, 82, "(?P<obj>[^ ,]+(?: [^ ,]+){0,8}? (?:is|are|would be|was|remains?)(?: (?:a|an|really|absolutely|our|the|for us))* (?:must haves?|deal breakers?|dealbreakers?|non negotiable|nonnegotiable|show ?stoppers?|table stakes|(?:hard |key |absolute )?requirements?))"),
    rule("criterion.must_be", Criterion, 80, "(?:(?:must haves?|deal breakers?|dealbreakers?|requirements?|criteri(?:a|on)|deciding factors?|non negotiables?)(?: (?:for (?:us|me)|here|are|is|would be|:))*) (?:is|are|:|would be|will be)(?: that)? <obj>"),
    rule("criterion.needs_to", Criterion, 70, "(?P<obj>(?:the (?:tool|product|platform|system|solution|vendor|integration|price)|whatever we (?:buy|pick|choose)|any (?:tool|vendor|solution|platform)|your (?:tool|product|platform)) (?:has to|needs to|must|absolutely has to|would have to|will have to|would need to) (?:be|work|integrate|support|fit|comply|run|handle|scale|connect|meet|talk|sync|cover)(?: [^ ,]+){1,12}?|it (?:has to|needs to|must|absolutely has to|would have to|would need to) (?:integrate|support|work with|work on|fit|comply|scale|connect|sync|run on|handle|meet)(?: [^ ,]+){1,12}?)(?: (?:[:(),\"-]|but|because) | $)"),
    rule("criterion.care", Criterion, 76, "(?:what|thing|things|all)(?: (?:that|i|we|they|@|my team|really|most))* (?:matters?|care about|cares about|look for|am looking for|are looking for|is looking for|counts)(?: (?:most|to us|to me|for us|for me|really|here|in the end|is that|in a (?:tool|vendor|solution|platform)))* (?:is|are|will be) <obj>"),
    rule("criterion.important", Criterion, 72, "(?P<obj>(?:the|our|your|having|getting|being|data|price|pricing|cost|security|support|integrations?|compliance|speed|reporting|uptime|accuracy|[a-z]+(?:ility|ity|ing|tion|ance)) (?:[^ ,]+ ){0,5}?(?:is|are|will be)(?: (?:really|the|a|most|very|super|absolutely|so|more|extremely|also|top|incredibly|our|number one|biggest))* (?:(?:important|critical|crucial|essential|key) (?:for|to) (?:us|me|my team|our team|@)|deciding factor|biggest factor|priority|most important (?:thing|part|factor)))"),
    rule("criterion.hinges", Criterion, 78, "(?:(?:it|this|everything)(?: (?:really|will|all|would))* (?:hinges? on|comes? down to|boils? down to)|(?:the|our|that) (?:decision|choice|renewal|deal|whole thing)(?: (?:really|will|all|would))* (?:hinges? on|comes? down to|boils? down to|depends? on|hangs on))(?: whether)? <obj>"),
    rule("criterion.asked_about", Criterion, 55, "(?P<who>@)(?: (?:has|have|immediately|also))* (?:asked (?:pointed questions |a lot of questions |detailed questions |mostly |specifically |repeatedly |immediately )?about|wanted to know about|wants to see|wants proof of|focused on|grilled us on|drilled into) <obj>").in_notes(),
];

/// What speaks against it.
pub(super) const OBJECTIONS: &[Rule] = &[
    rule("objection.price", Objection, 82, "(?P<obj>(?:it|that|this|you|you guys|your (?:price|pricing|product|tool|platform|quote|proposal)|the (?:price|pricing|cost|quote|proposal|renewal|increase|tool|platform))(?: (?:is|are|was|were|seems?|looks?|feels?|would|will|just|be|a|bit|way|so|really|pretty|quite|little|lot|too|the))+ (?:expensive|pricey|steep|out of (?:our )?budget|over (?:our )?budget|more than (?:we|i)|hard to justify|costly|too much money)(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("objection.cant_justify", Objection, 82, "(?P<obj>(?:we|i|they|@)(?: (?:can|could|do|does|would|just|really|will|not|never|have))* (?:not|no) (?:justify|afford|have (?:the |any )?(?:budget|money|headcount|resources|bandwidth|appetite)|budget for (?:this|it|that))(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("objection.concern", Objection, 80, "(?:my|our|the|biggest|main|only|one|@ 's|his|her|their)(?: (?:main|biggest|only|big|real|other|number one|one|first|major|key))* (?:concerns?|worry|worries|hesitations?|reservations?|fear|objection|pushback|risk)(?: (?:here|though|right|now|for (?:us|me)|i have|we have|is|with [a-z]+(?: [a-z]+){0,3}|about [a-z]+(?: [a-z]+){0,3}))* (?:is|are|was|would be)(?: (?:that|around|about|with|really|more))* <obj>"),
    rule("objection.worried", Objection, 80, "(?P<who>i|we|he|she|they|@)(?P<aux>(?: (?:am|are|is|was|were|have|has|been|'s|bit|little|lot|a|still|also|more|not|really|pretty|quite|just))*) (?:worried|concerned|nervous|afraid|hesitant|wary|skeptical|sceptical|reluctant|unsure)(?: (?:about|that|of|with|to|by|on|how|whether))+ <obj>").shared().supposing(),
    rule("objection.unconvinced", Objection, 76, "(?P<who>i|we|he|she|they|@)(?P<aux>(?: (?:am|are|is|was|were|'s|still))*) not(?: (?:yet|fully|at all|entirely|really))* (?:convinced|sure|sold|comfortable)(?: (?:about|that|of|with|on|by))+ <obj>").shared(),
    rule("objection.raised", Objection, 74, "(?P<who>@|they|he|she)(?P<aux>(?: (?:has|have|also))*) (?:raised|voiced|expressed|had|flagged|shared)(?: (?:some|a|few|serious|several|many|big|more|the|number|of|real|major))* (?:concerns?|objections?|worries|issues?|red flags?|doubts)(?: (?:about|with|on|around|over|regarding|to))+ <obj>"),
    rule("objection.problem_is", Objection, 70, "(?:sticking point|main blocker|biggest blocker|blocker|obstacle|hurdle|(?:what|thing|only thing)(?: (?:is|that is|that|s|s))? ?(?:holding|holds|stopping|stops|keeping|keeps) (?:us|me) (?:back|from [a-z]+(?: [a-z]+){0,4}))(?: (?:for us|here|right now|internally))* (?:is|are|was|would be)(?: that)? <obj>"),
    rule("objection.already_have", Objection, 66, "(?P<obj>(?:we|they|@)(?: (?:can|could|do|would|just|really|have|will|want|not|to|need|are|said|has|basically))* (?:already have (?:a|an|something|tools?|that)|build (?:it|this|that|something) (?:in house|internally|ourselves)|(?:another|yet another|one more|a new|any more|no new|new) (?:vendors?|tools?|systems?|integration|login))(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("objection.not_now", Objection, 66, "(?P<obj>(?:it|this|that|timing|we|now|they|@)(?: (?:is|are|just|not|really|do|have|has|to|need|needs|will|would|a|the|too|simply|does|said|put))* (?:a priority(?: right now| this (?:year|quarter))?|the right time|right time|bad timing|bad time|too early|ready for (?:this|that|it)|(?:the |any )?bandwidth|on hold|wait until [^ ,]+(?: [^ ,]+){0,4}?))(?: (?:[:(),\"-]|and|but|because|for|to|right) | $)"),
    rule("objection.long_contract", Objection, 66, "(?P<obj>(?:we|i|they|@) (?:do not|would not|can not|will not|did not|am not|are not)(?: (?:really|want|like|ready|able|willing|going|comfortable|to|be))* (?:locked in|commit(?:ting)? to|sign(?:ing)?|lock(?:ing)? (?:us|ourselves)? ?in)(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("objection.too", Objection, 60, "(?P<obj>(?:it|that|this|your [a-z]+|the (?:product|tool|platform|rollout|implementation|contract|onboarding|setup|interface|ui)) (?:is|was|seems|looks|feels|would be|takes|took)(?: (?:just|a|bit|way|so|really|far))* too (?:complex|complicated|slow|hard|long|rigid|much work|risky|many [a-z]+|limited|basic|clunky)(?: [^ ,]+){0,6}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
];

/// Whom else they look at; the object is a name.
pub(super) const COMPETITORS: &[Rule] = &[
    rule("competitor.compare", Competitor, 84, "(?:compar(?:e|ed|es|ing|ison)|versus|vs|stack(?:s|ed)? up|evaluat(?:e|ed|ing)|up against|benchmark(?:ed|ing)?)(?: (?:you|us|it|this|them|yours|that|your [a-z]+|against|to|with|directly|versus|vs|a|side by side))* (?:(?:to|with|against|versus|vs) )?(?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)").naming(),
    rule("competitor.looking_at", Competitor, 80, "(?:looking at|looked at|evaluating|evaluated|evaluate|considering|considered|talking to|in talks with|trialing|trialling|piloting|piloted|had a demo (?:of|with|from)|have a demo (?:of|with|from)|demoed|saw a demo of|shortlisted|got a quote from|a proposal from|an offer from|leaning towards?|quotes? from)(?: (?:also|both|a|the|of|few|options like|tools like|vendors like|folks like|with))* (?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)(?: (?:and|or|,) (?:@|[a-z0-9]+))?").naming(),
    rule("competitor.went_with", Competitor, 86, "(?:went with|go with|going with|gone with|chose|chosen|switch to|switching to|switched to|switched from|switching from|migrat(?:e|ed|ing) (?:to|from|off)|stay with|staying with|stick with|stayed with|replacing|replaced|consolidating onto|consolidate on|sticking with) (?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)").naming(),
    rule("competitor.is_cheaper", Competitor, 84, "(?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)(?: 's (?:[a-z]+ ){1,3})?(?: (?:is|was|are|were|has|have|been|felt|feels|seems|looks|came in|would be|offered|quoted|just|already|way|much|a lot|a bit|more|half|us))* (?:cheaper|pitching us|pitched us|more mature|more polished|undercut|offered us|quoted us|gave us a (?:quote|better (?:price|offer))|does the same|can do the same|half the price)").naming(),
    rule("competitor.using", Competitor, 64, "(?:we|they|@|my team)(?: (?:are|is|currently|have|been|today|were|all|still|use to|used to))* (?:using|use|running on|run on|on|run) (?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)(?: (?:today|right|at the moment|currently|for that|for this|instead|for years|before))").naming(),
    rule("competitor.names", Competitor, 80, "(?:competitors?|competition|alternatives?|incumbent)(?: (?:here|in the deal|in play|vendor|tool))* (?:is|are|was|like|such as|:|-|include|includes) (?P<obj>@|[a-z0-9]+(?: [a-z0-9]+)?)").naming(),
];

/// How the choice is made there.
pub(super) const PROCESSES: &[Rule] = &[
    rule(
        "process.our_process",
        Process,
        80,
        "(?P<obj>(?:our|the|their|usual|normal|typical|standard|@ 's)(?: (?:usual|normal|typical|standard|internal|formal|own))* (?:buying|purchasing|approval|procurement|decision|decision making|evaluation|vendor|vetting|onboarding|renewal|budget|review|security review|sign off)? ?process(?: (?:here|for this|for that|internally|usually))* (?:is|goes|looks like|starts|takes|involves|requires|works)(?: [^ ]+){1,20}?)(?: (?:[:()\"-]|but|because) | $)",
    ),
    rule(
        "process.has_to_go",
        Process,
        72,
        "(?P<obj>(?:it|that|this|everything|anything|we|you|<it>)(?: (?:all|would|will|still|first|then|usually|always))* (?:has to go|needs to go|goes|go|have to go|need to go|would go|will go|need to get|have to get|has to get|going)(?: (?:to|it|this|that))* (?:through|to|before)(?: [^ ,]+){1,8}? (?:review|committee|board|process|approval|assessment|procurement|legal|security|audit|tender|vote|questionnaire)(?: [^ ,]+){0,6}?)(?: (?:[:(),\"-]|but|because) | $)",
    ),
    rule(
        "process.then",
        Process,
        72,
        "(?P<obj>(?:first|after that|next|then)(?: ,)? (?:we|it|they|@|legal|security|procurement)(?: (?:would|will|have|has|need|needs|to|usually))* (?:send|sends|review|reviews|present|presents|sign|signs|vote|votes|shortlist|shortlists|decide|decides|approve|approves|negotiate|negotiates)(?: [^ ,]+){1,12}?)(?: (?:[:()\"-]|but|because) | $)",
    ),
    rule(
        "process.by_date",
        Process,
        74,
        "(?P<obj>(?:we|they|i|@)(?: (?:will|would|have|has|need|needs|want|to|are|going|should|must|plan|hope))* (?:make a decision|decide|have a decision|sign|get (?:this|it) signed|have (?:this|it|something) (?:in place|live|signed|done)|go live|make the decision|choose|pick (?:a vendor|one)|finali[sz]e)(?: [^ ,]+){0,5}? (?:by|before|in|after|at) (?:the )?[a-z0-9]+(?: [^ ,]+){0,5}?)(?: (?:[:(),\"-]|but|because) | $)",
    ),
    rule(
        "process.committee",
        Process,
        74,
        "(?P<obj>(?:we|they|it|there|the decision|@)(?: (?:is|are|have|has|all|be|made|by|will|would|a|an|the|our))* (?:committee|steering group|vote on|votes on|consensus|panel|jointly decide|decide together|decided together|make the decision together|decide as a (?:team|group))(?: [^ ,]+){0,10}?)(?: (?:[:(),\"-]|but|because) | $)",
    ),
    rule(
        "process.threshold",
        Process,
        76,
        "(?P<obj>(?:anything|everything|any [a-z]+|spend|purchases|deals|contracts|<it>) (?:over|above|under|below|north of|more than|less than|bigger than|larger than|beyond) [0-9$][^ ]*(?: [^ ,]+){1,14}?)(?: (?:[:()\"-]|but|because) | $)",
    ),
];

/// What set it off.
pub(super) const TRIGGERS: &[Rule] = &[
    rule(
        "trigger.why_now",
        Trigger,
        80,
        "(?:(?:that|this|which) is (?:why|when) (?:we|i) (?:started|began|decided|reached|came|called)|reason (?:we|i) (?:are|am|started|began|reached|came|called)(?: [a-z]+){0,5} is|what (?:made us|triggered (?:it|this)|prompted (?:us|it|this|me)|kicked (?:it|this) off|set (?:it|this) off)(?: [a-z]+){0,4} (?:is|was)) ?(?P<obj>[^ ,]+(?: [^ ]+)*?)(?: (?:[:()\"-]|, (?:and|but|so)) | $)",
    ),
    rule(
        "trigger.prompted",
        Trigger,
        76,
        "(?P<obj>[^ ,]+(?: [^ ,]+){0,9}? (?:prompted|triggered|forced|pushed|led) (?:us|me|this|our|the whole|@)(?: [^ ,]+){0,10}?|[^ ,]+(?: [^ ,]+){0,7}? (?:was|were|is)(?: (?:really|a|the|our))* (?:wake up call|last straw|tipping point|breaking point|trigger|catalyst)(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but) | $)",
    ),
    rule(
        "trigger.event",
        Trigger,
        70,
        "(?P<obj>(?:we|our [a-z]+(?: [a-z]+){0,2}|the (?:company|contract|board|audit|current [a-z]+|old [a-z]+)|they|@)(?: (?:have|has|just|recently|are|is|were|was|got|been|a|our|being|went|had|coming|comes))* (?:acquired|merged|went public|raised (?:a|our)|failed (?:an|the|our) audit|(?:an|the) audit|reorgani[sz]ed|reorg|layoffs|(?:up )?for renewal|expires|expiring|end of life|sunset(?:ting)?|doubled in size|opened (?:a|new)|restructured|through a (?:merger|reorg|restructuring|budget cycle)|grew from|growing (?:fast|quickly|like crazy)|hit [0-9]+ [a-z]+)(?: [^ ,]+){0,10}?)(?: (?:[:(),\"-]|and|but) | $)",
    ),
    rule(
        "trigger.mandate",
        Trigger,
        72,
        "(?P<obj>(?:the board|@|our board|regulators?|headquarters)(?: (?:has|have|just|basically))* (?:mandated|given (?:me|us) until|gave (?:me|us) until|told us to|demanded|set a deadline)(?: [^ ,]+){1,14}?)(?: (?:[:()\"-]|, (?:and|but|so)|or) | $)",
    ),
];
