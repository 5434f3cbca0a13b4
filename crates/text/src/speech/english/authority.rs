//! Who decides, who authorises, who controls the money.

use model::Predicate::{Authorises, ControlsBudget, Decides};

use crate::speech::rules::{Rule, rule};

/// Who makes the choice.
pub(super) const DECIDES: &[Rule] = &[
    rule("decides.makes_the_decision", Decides, 92, "<who> {make} (?:the|that|this|those|these|all the|all of the|our|any|most of the)(?: final| buying| purchasing| purchase| renewal| last| end| vendor| ultimate)* (?:decisions?|calls?|choices?)"),
    rule("decides.will_make", Decides, 88, "<who> (?:have|has) to {make} (?:the|that|this)(?: final)? (?:decision|call|choice)"),
    rule("decides.verb_third", Decides, 78, "(?P<who>he|she|@(?:(?: ,)? and @)*)(?P<aux>(?: (?:will|would|can|is going to|gets to|has to|does|not|never|'s the one who|is the one who|is the person who|who))*) (?:decides?|makes up (?:his|her) mind)"),
    rule("decides.verb_self", Decides, 78, "(?P<who>i|me and @|@ and i|i and @)(?P<aux>(?: (?:do|not|never|will|am the one who|am the person who|get to|can))*) decides?(?: (?:that|it|this|on (?:that|this|it|<it>)|what|which|who|whether|in the end|here|about))"),
    rule("decides.final_say", Decides, 93, "<who> (?:have|has|having|got|gets|get)(?: not)?(?: the| any)?(?: final| last| ultimate| deciding) say"),
    rule("decides.no_say", Decides, 80, "<who> (?:have|has) (?:no|little|zero)(?: real| final)? say").denying(),
    rule("decides.final_say_is", Decides, 90, "(?:final say|last word|final word|final call)(?: here| on that| on this| in this)? (?:is|will be|would be|rests with|lies with|sits with|belongs to|comes from|is with|goes to) <whom>"),
    rule("decides.last_word", Decides, 90, "<who> (?:have|has|get|gets) the (?:last|final) word"),
    rule("decides.is_decider", Decides, 88, "<who> (?:am|is|are|was|'s|be|being)(?: not| never)?(?: (?:the|our|my|a|their|one of the))?(?: only| main| key| final| real| ultimate| primary| economic| true| sole)* (?:decision makers?|decision-makers?|deciders?)"),
    rule("decides.decider_is", Decides, 88, "(?:decision makers?|deciders?)(?: here| on this| for this| in this)? (?:is|are|will be|would be|:|=|-) (?:not )?<whom>"),
    rule("decides.one_who", Decides, 90, "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|are|will be|would be|not|'s))*) (?:the one|the person|the guy|who)(?: who| that)?(?: {make}| to make| {decide})(?: the| that| this)?(?: final)?(?: decision| call| choice)?"),
    rule("decides.is_mine", Decides, 92, "(?:decision|call|choice) (?:is|will be|would be)(?: not)?(?: all| entirely| completely)? (?P<who>(?:mine|his|hers|theirs|@ 's)(?:(?: ,)? and (?:mine|@(?: 's)?))?)"),
    rule("decides.whose_call", Decides, 84, "(?:that|it|this|which)(?: (?:is|would be|will be|was))(?: not)?(?: (?:really|all|entirely))? <whose>(?: final| own)? (?:call|decision|choice)(?: to make| alone| entirely| in the end)?"),
    rule("decides.up_to", Decides, 80, "(?:it|that|this|decision|call|choice|which|one|these|those|purchase|rest|topic) (?:is|are|will be|would be|comes|came)(?: not)?(?: (?:all|entirely|really|completely))? (?:up|down) to <whom>(?: to (?:decide|choose|pick|say|make))?"),
    rule("decides.rests_with", Decides, 86, "(?:decision|call|choice)(?: here| on (?:this|that)| itself)? (?:does not )?(?:rests?|lies?|sits?|is|stays?|remains|will rest|will lie|would sit)(?: not)? with <whom>"),
    rule("decides.goes_to", Decides, 80, "(?:that|the|this|any|every|final)?(?: final| buying| purchasing| renewal)? ?(?:decisions?|call|choice)(?: (?:will|would|has to|have to|needs to|need to|must))? (?:goes?|moves? up|escalates?) (?:up )?(?:to|through) <whom>"),
    rule("decides.made_by", Decides, 88, "(?:decisions?|call|choice|it|that|this)(?: (?:is|are|was|will be|gets|get|has to be|have to be|being))(?: not)?(?: always)? (?:made|taken|decided) by <whom>"),
    rule("decides.calls_shots", Decides, 84, "<who> {call} the shots"),
    rule("decides.buck_stops", Decides, 86, "buck stops with <whom>"),
    rule("decides.killed", Decides, 62, "(?P<who>@)(?P<aux>(?: (?:has|have|will|would|could|can))*) (?:killed|kill|vetoed|veto|pulled the plug on|pull the plug on|shot down) (?:it|this|that|the (?:deal|project|renewal|purchase|contract|expansion|proposal)|our (?:deal|project))"),
    rule("decides.chose", Decides, 66, "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:chose|chosen|selected|picked|opted for|decided on|decided to (?:go with|buy|renew|move forward|move ahead|proceed|cancel|switch)|went with)").in_notes(),
    rule("decides.will_choose", Decides, 70, "(?P<who>he|she|@)(?P<aux>(?: (?:will|would|is going to|does|not))*) (?:choose|chooses|pick|picks) (?:<it>|@|which|the (?:vendor|tool|platform|winner)|[a-z0-9]+)"),
    rule("decides.committed", Decides, 60, "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:committed|has committed|gave a verbal|gave verbal|gave us a verbal)(?: (?:yes|to (?:buy|buying|renew|renewing|move|moving|sign|signing|going|go)) | $)").in_notes(),
    rule("decides.holds_decision", Decides, 80, "<who> {hold}(?: the| all the)? (?:decision|decision power|decision making power|decision rights|decision authority)"),
    rule("decides.has_power", Decides, 84, "<who> (?:have|has|hold|holds|got)(?: not)?(?: the| full| all the| any| complete| sole| ultimate| final)* (?:decision making|decision|deciding)(?: power| authority| rights?| vote)"),
];

/// Who authorises or signs.
pub(super) const AUTHORISES: &[Rule] = &[
    rule("authorises.signs_off", Authorises, 92, "<who> (?:sign off|signs off|signing off on|signed off on|do the sign off|does the sign off|give the sign off|gives the sign off)(?: on)?(?: <it>)?"),
    rule(
        "authorises.final_sign_off",
        Authorises,
        90,
        "<who> (?:have|has|hold|holds|give|gives|need to give|provide|provides|own|owns|got|am|is|'s)(?: not)?(?: the)?(?: final| last| ultimate| budget| executive| formal)* (?:sign ?off|approval authority|signing authority|signature authority|approval|authority to (?:sign|approve|buy|spend)|signoff|approval rights)",
    ),
    rule(
        "authorises.signs",
        Authorises,
        86,
        "<who> (?:{sign}|{countersign})(?: all| any| every)?(?: for)? (?:<it>|above [a-z0-9$.]+|anything|everything|the dotted line|on the dotted line|papers?|those)",
    ),
    rule(
        "authorises.signed",
        Authorises,
        78,
        "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:signed off|signed(?: off on)?(?: <it>)?)",
    ),
    rule(
        "authorises.approves",
        Authorises,
        88,
        "<who> (?:{approve}|{authorise}|{authorize}|{greenlight}|green light)(?: all| any| every)?(?: of)? (?:<it>|above [a-z0-9$.]+|spend|anything|everything|that kind|those)",
    ),
    rule(
        "authorises.approved",
        Authorises,
        78,
        "(?P<who>@)(?P<aux>(?: (?:has|have))*) (?:approved|authorised|authorized|greenlit|gave (?:us |me |it )?(?:the|her|his|their|a) (?:ok|okay|go ahead|green light|approval|blessing|thumbs up|final yes))",
    ),
    rule("authorises.has_to", Authorises, 84, "<who> (?:has to|have to|needs to|need to|must|got to) (?:approve|sign|authorise|authorize|ok|okay|bless|rubber stamp|say yes|agree to|sign off)"),
    rule(
        "authorises.needs_of",
        Authorises,
        84,
        "(?:need|needs|needed|require|requires|required|get|got|have to get|waiting (?:on|for)|pending|without|want|subject to|take|takes|cleared with)(?: (?:an?|the|final|formal|full|written|budget|explicit))* (?P<who>@ 's|his|her|their)(?: final| formal| budget| explicit)? (?:sign ?off|approval|signature|blessing|okay|ok|go ahead|authori[sz]ation)",
    ).supposing(),
    rule(
        "authorises.from",
        Authorises,
        84,
        "(?:sign ?off|approval|approvals|signature|blessing|go ahead|okay|ok|authori[sz]ation|green light)(?: (?:has to|have to|needs to|must|will|would))? (?:from|by|of|comes? from|come down from) <whom>",
    ),
    rule(
        "authorises.goes_to_for",
        Authorises,
        86,
        "(?:goes?|go|going|sent|send|routes?|routed|moves?|submitted|submit|take|takes|taking|bring|brings|put|run|runs|escalate|escalated)(?: (?:it|this|that|everything|them|all of it|up|over|straight|back|<it>))* (?:to|by|before|past|through|in front of) <whom> (?:for|to get)(?: (?:the|final|formal|his|her|their|an?|budget))* (?:approval|sign ?off|signature|authori[sz]ation|sign)",
    ),
    rule(
        "authorises.approved_by",
        Authorises,
        86,
        "(?:approved|signed off|signed|authorised|authorized|cleared|okayed|ratified|countersigned)(?: off)?(?: on)? (?:by|through) <whom>",
    ),
    rule(
        "authorises.goes_up",
        Authorises,
        66,
        "(?:that|this|it|those|these|anything|everything|<it>)(?: (?:over|above|beyond|north of|bigger than|larger than|under) [a-z0-9$.]+(?: (?:k|thousand|dollars|euros|a year))?| that (?:size|big)| like (?:that|this))?(?: (?:always|would|will|has to|have to|needs to|need to|must|does|do|still))*(?: not)? (?:goes?|going|gets? escalated|escalates?)(?: (?:up|over|straight|back|all the way))* to <whom>(?: next| first| anyway)?(?: (?:,|-|and|for|who|before|because) | $)",
    ),
    rule(
        "authorises.authority",
        Authorises,
        84,
        "<who> (?:am|is|are|'s|be)(?: not)? authori[sz]ed to (?:sign|approve|buy|spend|commit|purchase)",
    ),
    rule("authorises.signatory", Authorises, 90, "<who> (?:am|is|are|will be|'s|be)(?: not)?(?: (?:the|an?|our|one of the))?(?: final| authorised| authorized| official| only| contract| executive| budget)* (?:signatory|signatories|signer|approver|signing officer)"),
    rule("authorises.approval_needed", Authorises, 82, "(?P<who>@)(?: 's)? (?:approval|sign ?off|signature)(?: (?:is|was|will|would|be|always|get|gets))* (?:required|needed|necessary|mandatory|pending|obtained|received|outstanding|missing)"),
    rule(
        "authorises.signatory_is",
        Authorises,
        90,
        "(?:signatory|signer|approver)(?: here| on this| for this)? (?:is|will be|would be|:|=|-) <whom>",
    ),
    rule(
        "authorises.signature",
        Authorises,
        84,
        "(?P<who>my|his|her|@ 's) (?:signature|name) (?:is|goes|has to be|needs to be|that is)(?: the one)? (?:on|at|that (?:counts|goes))",
    ),
    rule(
        "authorises.pen",
        Authorises,
        70,
        "<who> (?:have|has|hold|holds) the (?:signing )?pen",
    ),
];

/// Who controls the money.
pub(super) const CONTROLS_BUDGET: &[Rule] = &[
    rule("budget.holds", ControlsBudget, 92, "<who> (?:{hold}|{own}|{control}|{manage}|{run}|{set}|{guard}|{carry}|{sit} on|am in charge of|is in charge of|are in charge of|am responsible for|is responsible for|am accountable for|is accountable for|decide on|decides on|hang on to|look after|looks after)(?: (?:the|our|my|that|this|all the|her|his|their|its|a|of))*(?: [a-z0-9'/]+){0,3}? (?:budgets?|purse strings|purse|p&l|money|funds|funding|cost cent(?:er|re)s?|wallet|checkbook|spend)(?: (?:authority|lines?|owner|responsibility))?"),
    rule("budget.has_own", ControlsBudget, 86, "<who> (?:have|has|got)(?: not)? (?:the purse strings|(?:(?:my|his|her|their|an?|full|complete)(?: own| separate| full)*) (?:budget|p&l|cost cent(?:er|re)))(?: (?:authority|responsibility|line|for))?"),
    rule("budget.no_budget", ControlsBudget, 86, "<who> (?:have|has|having|got|with) (?:no|zero|little) (?:budget authority|budget|purse|say over the budget|control over (?:the )?(?:budget|money|spend)|spending authority|signing authority)").denying(),
    rule("budget.elliptic_no", ControlsBudget, 84, "(?P<who>@)(?: [^ ,]+){1,6} but (?:has|have) no (?:budget authority|budget|spending authority)").denying(),
    rule("budget.authority", ControlsBudget, 90, "<who> (?:have|has|hold|holds|got|with)(?: not)?(?: (?:the|full|complete|all the|sole|any|own|some))* (?:budget|spending)(?: (?:authority|responsibility|control|ownership|power))"),
    rule("budget.whose", ControlsBudget, 88, "(?:comes|coming|came|paid|paying|funded|is|goes|going|charged|would come|will come|has to come)(?: (?:straight|all|partly|directly))?(?: (?:out of|from|off|by|on|against|under|in|against))? (?P<who>my|his|her|@ 's)(?: (?:own|department|team|departmental|it|marketing|ops|operating|annual))* (?:budget|p&l|money|cost cent(?:er|re))"),
    rule("budget.it_is", ControlsBudget, 88, "(?:it|that|this) (?:is|would be|will be)(?: not)? (?P<who>my|his|her|@ 's) (?:budget|money|p&l|cost cent(?:er|re)|budget line)"),
    rule("budget.my_budget", ControlsBudget, 70, "(?:in|within|from|out of|for|of|on|against|under|into|through) (?P<who>my)(?: own| team| annual| department)? (?:budget|p&l|cost cent(?:er|re))"),
    rule("budget.sits_with", ControlsBudget, 88, "(?:budget|money|funding|funds|p&l|purse strings)(?: for (?:this|that|it))? (?:does not )?(?:sits?|lies?|is|rests?|stays?|is held|is owned|is controlled|is managed|belongs?|comes?|goes?|would come|will come|is signed off)(?: not)?(?: (?:all|entirely|out))? (?:with|by|to|from|under|through) <whom>"),
    rule("budget.is_mine", ControlsBudget, 90, "budgets? (?:is|are)(?: not)? (?P<who>mine|his|hers|@ 's)"),
    rule("budget.holder", ControlsBudget, 90, "<who> (?:am|is|are|will be|'s|be)(?: not)?(?: (?:the|our|my|a))?(?: main| real| ultimate| actual)* (?:budget (?:holder|owner)|economic buyer|purse holder)"),
    rule("budget.holder_is", ControlsBudget, 90, "(?:budget (?:holder|owner)|economic buyer)(?: here| on this| for this)? (?:is|will be|would be|:|=|-|\\() (?:not )?<whom>"),
    rule("budget.pays", ControlsBudget, 78, "<who> (?:{pay} for|{fund}|{foot} the bill for|{pay} the bills?(?: for)?)(?: <it>)"),
    rule("budget.froze", ControlsBudget, 70, "(?P<who>@|he|she)(?P<aux>(?: (?:has|have))*) (?:froze|frozen|unfroze|released|allocated|freed up|cut)(?: (?:all|the|our|some|new|any|that|vendor|a))* (?:budgets?|spend|spending|money|funds|funding|vendor spending|spend)"),
    rule("budget.gets", ControlsBudget, 72, "(?:get|got|ask|asked|need|go to|going to|went to|check|confirm)(?: (?:the|any|more|extra))*(?: budget| money| funding| funds| budget approval)?(?: from| with)? <whom> for (?:the |more |any |extra )?(?:budget|money|funding|funds)"),
    rule("budget.from", ControlsBudget, 72, "(?:budget|budget approval|funding|money|funds) from <whom>"),
];
