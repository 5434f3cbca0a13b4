//! Words of deciding, authorising and paying.

use model::Predicate::{Authorises, ControlsBudget, Decides};

use crate::speech::frames::{Frame, frame};

/// Who makes the choice, who authorises it, who controls the money.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        act: "{make} (?:the|that|this|these|those|any|all|our|every|such|final|each|most|all the)(?: [a-z]+){0,3}? (?:decisions?|calls?|choices?|selections?)\
            |{make} (?:a|an) (?:final |buying |purchase |purchasing )?(?:decision|choice)\
            |{take} (?:the|that|this|these|those|any|all|our|every|such|a)(?: [a-z]+){0,3}? decisions?\
            |{decide} (?:on |about |upon |over |between )?(?:<it>|what|which|who|whom|whether|if|how much|where we|when we|in favou?r|for all of us|yes or no)\
            |{choose} (?:<it>|what|which|who|whom|between)|{pick} (?:<it>|which|who)|{select} (?:<it>|which|who)\
            |{determine} (?:<it>|which|what|who|whether|if)\
            |{call} the shots|{pull} the trigger|{settle} (?:it|this|that|the matter|the question)|{say} (?:yes or no|go or no go|the last word)\
            |{give} (?:a|the|us a|us the|you a|you the|me a|me the)(?: final)? (?:verdict|yes or no|yes or a no|final yes|final word)\
            |{cast} the (?:deciding|final|last) vote|{break} the tie|{overrule} (?:us|me|everyone|that|it|this|anyone)|{veto} (?:<it>|the [a-z]+)\
            |can (?:kill|stop|veto) (?:it|this|that|the (?:deal|project|purchase|renewal)|anything)|{turn} the key|{make} up (?:my|his|her|their) minds?\
            |{have} the (?:ball|cards) in (?:my|his|her) hands?|{hold} (?:all )?the cards",
        bare: "{decide}|{choose}",
        done: "decided|chosen|selected|picked|settled",
        power: "(?:final|last|ultimate|deciding|casting|decisive) (?:say|word|call|decision|vote|choice|voice)\
            |(?:decision|decision making|deciding) (?:power|rights?|authority|vote)|power to decide|authority to decide|right to decide\
            |veto(?: rights?| power)?|right of veto|(?:the )?power over (?:this|that|it)",
        product: "(?:decisions?|choice|verdict|final call|final say|last say|last word|final word|final yes|go or no go|yes or no|final vote|deciding vote|selection)",
        agent: "(?:(?:decision ?makers?|deciders?|decision takers?)|final (?:authority|arbiter|decision)|last (?:instance|authority)|highest instance)",
        field: "(?:vendor (?:selection|choice)|tool (?:selection|choice)|choosing (?:a |the )?(?:tools?|vendors?|systems?)|the selection|decisions like (?:this|that|these))",
        ..frame("decides.way", Decides, 90)
    },
    Frame {
        act: "{sign} off|{give} the sign ?off|{do} the sign ?off|{sign}(?: [a-z]+){0,2}? (?:<it>|checks?|cheques?|(?:on )?the (?:dotted )?line|for (?:it|this|that|us))\
            |{approve}(?: of)? (?:<it>|the (?:price|plan|amount)|whatever)|(?:{authorise}|{authorize}) (?:<it>|the)|{countersign}\
            |(?:{greenlight}|green lights?) (?:<it>|the)|{okay} (?:<it>|the)|(?:ok|oks|oking) (?:<it>|the)|{bless} (?:<it>|the)|(?:{rubberstamp}|rubber stamps?|rubber stamping) (?:<it>|the|whatever)|{ratify} (?:<it>|the)|{validate} (?:the )?(?:spend|budget|order|purchase|expense|amount|invoice)\
            |{wave} (?:it|this|that|these|things) through|{stamp} (?:<it>)|{initial} (?:<it>)|{release} (?:the )?(?:order|po|purchase order|contract|payment)\
            |{give} (?:us |me |you |it |them |this |that )?(?:the|a|an|its|his|her|my|their|our|final|formal)(?: [a-z]+){0,2}? (?:green light|go ahead|go|nod|blessing|approval|okay|ok|signature|thumbs up|all clear|permission|consent|stamp)\
            |{put} (?:my|his|her|the|a|their)(?: [a-z]+)? (?:name|signature|initials|stamp) (?:on|under|to|below|beneath)\
            |{say} yes(?: to (?:<it>|the))?|{agree} to (?:<it>|the (?:price|spend|numbers|terms))|{grant} (?:the )?(?:approval|permission)",
        bare: "{sign}|{approve}|(?:{authorise}|{authorize})|{countersign}|{okay}",
        done: "approved|released|signed off|signed|authori[sz]ed|cleared|okayed|ratified|countersigned|green ?lit|blessed|waved through|initialled|rubber stamped",
        power: "(?:signing|signature|approval|signatory|spending|purchasing|purchase|procurement|contract|purchasing) (?:authority|powers?|rights?|limit|level)|power of attorney\
            |(?:authority|mandate|power|right|permission) to (?:sign|approve|commit|buy|spend|authori[sz]e)|(?:final |last |formal |budget )?(?:sign ?off|approval)|authority (?:for|over) (?:this|that|it|these|amounts?|sums?)|pen",
        product: "(?:approvals?|sign ?off|signatures?|authori[sz]ation|blessing|go ahead|green light|final okay|final ok|nod|consent|countersignature|endorsement|written okay|written ok)",
        agent: "(?:approvers?|signator(?:y|ies)|signers?|countersigner|authori[sz]ed (?:person|signer|signatory)|signing (?:officer|authority)|approving (?:manager|authority|officer|instance))",
        field: "(?:signing|signatures?|approvals?|sign ?offs?)",
        ..frame("authorises.way", Authorises, 88)
    },
    Frame {
        act: "(?:{hold}|{own}|{control}|{manage}|{run}|{guard}|{carry}|{sit} on|{look} after|{keep}|{allocate}|{set}|{plan}|{oversee}|{administer}|{decide} (?:on|over|about)|{watch} over|{have} (?:control|authority|a say) over) (?:the|our|my|this|that|all the|all of the|a|his|her|its|their|of)(?: [a-z0-9'/]+){0,3}? (?:budgets?|purse(?: strings)?|p&l|p & l|money|funds|funding|cost cent(?:er|re)s?|wallet|check ?book|cheque ?book|spend|spending|finances|pot|budget line|line item)\
            |{pay} for (?:it|this|that|<it>|everything|all of it|the whole thing)|{pay} the (?:bills?|invoices?)|{fund} (?:<it>|the [a-z]+)|{finance} (?:<it>)|{foot} the bill|{pick} up the (?:bill|tab)|{bankroll} (?:<it>)\
            |{release} (?:the |any )?(?:money|funds|budget|cash)|{free} up (?:the |some )?(?:money|funds|budget)|{find} the (?:money|budget|funds)\
            |(?:{set}|{put}|{earmark+}|{reserve+}|{ringfence+}|ring fenced?|{allocate+}|{budget+}|{lay}|{keep}|set|put|kept)(?: aside)?(?: [a-z0-9$.,%]+){1,4}? (?:aside )?(?:for (?:this|it|that|you|the)|in (?:my|our) (?:budget|cost cent(?:er|re)|plan|p&l))\
            |(?:{have}|got|put)(?: got)?(?: [a-z0-9$.,%]+){1,5}? (?:set aside|put aside|earmarked|reserved|budgeted|allocated|ringfenced|planned in)\
            |{budget+} for (?:it|this|that|<it>)|{cut} the che(?:cks?|ques?)|{write} the che(?:cks?|ques?)|{open} the (?:purse|wallet)|{hold} the (?:wallet|purse)|{sign} the che(?:cks?|ques?)",
        bare: "{pay}",
        done: "paid(?: for)?|funded|financed|budgeted|bankrolled",
        power: "(?:budget|spending|financial) (?:authority|responsibility|control|ownership|power)|(?:my|his|her|their) own(?: [a-z]+)? (?:budget|p&l|cost cent(?:er|re)|pot|money)\
            |(?:a |any |the |some )?(?:[a-z]+ )?budgets?(?: of (?:my|his|her) own| for (?:this|that|it|software|tools|the project)| authority)?|purse strings|the money|money for (?:this|that|it)|(?:a|my|full) (?:p&l|cost cent(?:er|re))",
        product: "(?:budgets?|money|funding|funds|purse(?: strings)?|cash)",
        agent: "(?:budget (?:holders?|owners?|managers?)|economic buyers?|purse holder|money (?:man|person|guy)|paymaster|(?:one|person) with the (?:money|budget|wallet|che(?:ck|que) ?book|purse))",
        field: "(?:budgets?|money|funding|financial (?:side|part|questions?)|finances|money side|money part|cost side|funds)",
        ..frame("budget.way", ControlsBudget, 86)
    },
];
