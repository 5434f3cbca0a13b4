//! Who owns the topic, who evaluates, who argues for it.

use model::Predicate::{Advocates, Evaluates, Owns};

use crate::speech::rules::{Rule, rule};

/// Who owns the topic, the function or the solution.
pub(super) const OWNS: &[Rule] = &[
    rule(
        "owns.verb",
        Owns,
        84,
        "<who> (?:own|owns|owning) (?:<it>|the [a-z]+(?: [a-z]+){0,3}|our [a-z]+(?: [a-z]+){0,2}|all of [a-z]+(?: [a-z]+){0,2}|all [a-z]+|that|this)",
    ),
    rule(
        "owns.responsible",
        Owns,
        80,
        "<who> (?:am|is|are|'s|be)(?: not)?(?: (?:the (?:one|person)(?: who is)?|fully|overall))* (?:responsible|accountable|in charge|the owner)(?: for| of) (?P<obj>(?:the |our |all |this |that |it |everything )?[a-z0-9'/]+(?: [a-z0-9'/]+){0,4})",
    ),
    rule(
        "owns.owner",
        Owns,
        86,
        "<who> (?:am|is|are|will be|'s|be)(?: not)?(?: (?:the|our|my|a))?(?: business| product| process| system| project| platform| internal| overall| tool| solution| application)* owner(?: (?:of|for|here|on|internally|,|and|-|who) | $)",
    ),
    rule(
        "owns.sits_with",
        Owns,
        74,
        "(?:it|that|this|<it>|all of that|all of this) (?:sits|falls|lives|lands|is)(?: not)? (?:with|under|to|on|in|within)?(?: my| her| his)? ?(?P<who>me|my|@|her|his)(?: 's)?(?: (?:remit|area|plate|responsibility|baby|desk|organization|org|team|department|world|domain|court))",
    ),
    rule(
        "owns.head_up",
        Owns,
        72,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|do|does|not|am|is|'s|have|has|been|now))*) (?:run|runs|running|lead|leads|leading|head up|heads up|heading up|oversee|oversees|overseeing|look after|looks after) (?:all of |the |our |all )*(?P<obj>(?:finance|sales|marketing|it|procurement|engineering|operations|ops|support|success|product|security|data|analytics|hr|people|legal|logistics|supply chain|program|project|evaluation|rollout|implementation|initiative|function|department|business unit|practice|platform|renewal|vendor)[a-z]*(?: [a-z]+){0,3})",
    ),
    rule(
        "owns.in_charge_is",
        Owns,
        78,
        "(?:person|one|lead)(?: who is)? (?:in charge|responsible)(?: (?:of|for) [a-z]+(?: [a-z]+){0,3})? (?:is|would be|will be) <whom>",
    ),
];

/// Who judges fit, safety, technique.
pub(super) const EVALUATES: &[Rule] = &[
    rule("evaluates.verb", Evaluates, 84, "<who> (?:(?:{evaluate}|{assess}|{vet}) (?:<it>|the|all|any|every|new|vendors?|tools?|options|your|you|whether|how|different|several|solutions?)|{review+} the (?:architecture|security|technical|integration|api)|{run} the (?:evaluation|technical evaluation|security review|technical review|proof of concept|poc|trial|pilot|bake off|vendor assessment|assessment)|do the (?:technical|security) (?:review|evaluation|assessment)|does the (?:technical|security) (?:review|evaluation|assessment)|{lead} the (?:evaluation|technical evaluation|poc|security review|proof of concept|trial|pilot)|{test} (?:it|this|your|every (?:tool|vendor)))(?: [^ ,]+)?"),
    rule("evaluates.responsible", Evaluates, 86, "<who> (?:am|is|are|'s|be)(?: not)?(?: the one)?(?: who is)? (?:responsible for|in charge of|handling|doing|running|leading|here for|on point for|looking at)(?: (?:the|our|all|any|vendor|technical|security))*(?: (?:evaluations?|technical (?:side|fit|part|piece|review|evaluation|requirements|due diligence)|security (?:side|review|part|piece|questionnaire|assessment)|vetting|due diligence|assessments?|integration (?:side|piece|part)))"),
    rule("evaluates.look_at", Evaluates, 70, "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|have|has|had|to|needs|need|must|wants|want|do|does|not|going|is|are))*) (?:look at|looks at|check|checks|review|reviews|go through|goes through|sign off on|validate|validates|verify|verifies|test|tests|evaluate|evaluates|vet|vets|assess|assesses)(?: (?:the|your|all|any|every|of|our|whether|how|it|this))*(?: [a-z]+){0,2} ?(?:security|architecture|api|apis|integrations?|technical|technically|compliance|soc ?2|documentation|data model|infrastructure|sso|single sign on|penetration test|fit)"),
    rule("evaluates.side", Evaluates, 72, "(?:technical|security|integration|it) (?:side|fit|evaluation|requirements|reviews?|piece|part|assessment|due diligence|validation)(?: (?:is|are|would be|will be|goes|go|sits|falls|belongs|lies|comes|would go|has to go|is done|gets done|is handled|is run|done|handled))(?: (?:up))?(?: (?:to|with|by|from|through))? <whom>"),
    rule("evaluates.for_piece", Evaluates, 62, "(?P<who>@)(?P<aux>) for the (?:[a-z0-9@']+ ){0,3}?(?:integration|technical|security|evaluation|architecture)(?: (?:piece|side|part|bit|review|questions))?"),
    rule("evaluates.evaluator", Evaluates, 88, "<who> (?:am|is|are|will be|'s)(?: not)?(?: (?:the|our|a|one of the))?(?: technical| main| lead)* (?:evaluators?|technical buyer|technical lead|technical decision maker)"),
    rule("evaluates.evaluator_is", Evaluates, 88, "(?:technical evaluator|evaluator|technical buyer|technical lead)(?: here| on this)? (?:is|will be|would be|:|=|-|\\() <whom>"),
    rule("evaluates.note_concern", Evaluates, 55, "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:spent|did|ran|completed|finished|started|conducted|kicked off|layered on|sent over|sent)(?: [^ ,]+){0,5} (?:security (?:review|requirements|questionnaire|assessment)|technical (?:review|evaluation|assessment|deep dive)|compliance requirements|architecture review|vendor assessment)").in_notes(),
];

/// Who argues for it inside.
pub(super) const ADVOCATES: &[Rule] = &[
    rule("advocates.champion", Advocates, 90, "<who> (?:am|is|are|was|were|be|being|become|becomes|became|'s|remains|as)(?: not)?(?: (?:the|our|your|a|an|my|clearly|now))*(?: internal| big| biggest| main| strong| real| true| potential| former| key| clear| enthusiastic)* champions?"),
    rule("advocates.champion_is", Advocates, 90, "(?:champion|coach)(?: here| on this| internally)? (?:is|:|=|-|\\() (?:not )?(?P<who>@|me)"),
    rule("advocates.push", Advocates, 84, "(?P<who>i|he|she|@)(?P<aux>(?: (?:have|has|had|been|am|is|will|would|do|does|did|not|never|'s|always|the one))*) (?:{push+}|{advocate+}|{fight+}|{argue+}|{champion+}|{vouch+}|{lobby+}|{campaign+})(?: (?:hard|internally|really|a lot|strongly|so hard))*(?: for (?:this|it|you|your|us|that|@|the (?:tool|product|platform|renewal|deal|purchase|project|upgrade|expansion))| to (?:get|keep|buy|bring|renew|expand) (?:this|it|you|your|us|that|<it>))"),
    rule("advocates.champions_it", Advocates, 84, "(?P<who>i|he|she|@)(?P<aux>(?: (?:have|has|had|been|am|is|will|did|does|do|not|'s))*) (?:champion|champions|championed|championing) (?:it|this|you|us|your|the|that|<it>)"),
    rule("advocates.business_case", Advocates, 72, "<who> (?:{make+}|{build+}|{put+} together|{write+}|{present+}|{drive+}|{pitch+}|{run+})(?: (?:the|a|an|our|my|internal|your))*(?: business| internal)? case(?: (?:for|internally|to|meeting|with|,|and|-) | $)"),
    rule("advocates.sell_inside", Advocates, 76, "<who> (?:{sell+}|{pitch+}|{present+}) (?:it|this|that|you|your (?:tool|product|platform|solution)|the idea|the (?:tool|product|platform|solution)) (?:internally|to (?:my|the|our|his|her|@)(?: [a-z]+)?|upstairs|up the chain)"),
    rule("advocates.fan", Advocates, 66, "<who> (?:am|is|are|'s|be|been|have been|has been|was)(?: not)?(?: (?:a|an|the|your|our|one of your))?(?: (?:huge|big|biggest|real|great|massive|total|strong|vocal))* (?:in your corner|on your side|(?:fan|supporter|believer|advocate) (?:of|for|in) (?:this|it|you|yours?|us|ours?|what you|the (?:tool|product|platform)))"),
    rule("advocates.all_in", Advocates, 60, "(?P<who>@)(?P<aux>(?: (?:is|was|are|were|has been|'s))*) (?:all in|fully bought in|bought in|sold on (?:it|this|us|the)|visibly excited|very enthusiastic|enthusiastic|supportive)").in_notes(),
];
