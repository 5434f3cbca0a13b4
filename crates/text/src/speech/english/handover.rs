//! Hand-overs: who passes a part on, who took it over, who left or moved.
//!
//! The object is the other person. The direction is in the verb and its
//! preposition: handing over *to*, taking over *from*.

use model::Predicate::{HandsOver, LeftCompany, MovedRole, TookOver};

use crate::speech::rules::{Rule, rule};

/// Who hands over to whom.
pub(super) const HANDS_OVER: &[Rule] = &[
    rule(
        "hands_over.to",
        HandsOver,
        90,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|was|have|has|had|be|been|to|going|'s|not))*) (?:{hand+}|{transition+}|{pass+}|{transfer+})(?: (?:it|this|that|everything|things|all|of|over|off|on|the|my|his|her|responsibilities|responsibility|account|ownership|project|relationship|reins|duties|work|role|baton|torch))* to (?P<obj>@|my (?:colleague|successor|replacement|deputy)(?: @)?)",
    ),
    rule(
        "hands_over.successor",
        HandsOver,
        86,
        "(?P<obj>@)(?: (?:will|is|would|be|is going|going|'s|to|now|who))* (?:take over|taking over|takes over|stepping in|step in|takes my place|take my place|taking my place|replace me|replacing me|fill in|filling in)(?: (?:for|from))? (?P<who>me|him|her|@|my)(?: (?:role|place|position|spot|job))?",
    ),
    rule(
        "hands_over.new_contact",
        HandsOver,
        76,
        "(?P<obj>@)(?: (?:will|is|would|be|is going|going|'s|to|now))* (?:your|the)(?: (?:new|main|primary|day to day|first))* (?:contact|point of contact|point person|go to|go to person)",
    ),
];

/// Who took over from whom.
pub(super) const TOOK_OVER: &[Rule] = &[
    rule("took_over.from", TookOver, 92, "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|was|have|has|had|be|been|to|going|'s|who|not|just))*) (?:took over|taken over|taking over|take over|takes over|inherited|inherit|stepped in|stepped into|stepping in|stepping into|picked up|picked this up|came in|filled in|filling in|{succeed+})(?: (?:it|this|that|everything|things|all|of|the|his|her|my|role|responsibilities|responsibility|account|ownership|project|relationship|duties|work|position|team|department|for|job))* (?:from|for|after) (?P<obj>@|him|her|(?:my|his|her|the) predecessor)"),
    rule("took_over.succeeds", TookOver, 92, "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|was|have|has|had|be|been|to|going|'s|who|be))*) (?:{succeed+}|{replace+}|the replacement for|the successor (?:to|of)|here to replace) (?P<obj>@|him|her)"),
    rule("took_over.replaced_by", TookOver, 90, "(?P<obj>@|he|she)(?: (?:was|is|has|been|got|being|will|be|'s))* (?:replaced|succeeded|followed) by (?P<who>@|me)"),
    rule("took_over.role", TookOver, 74, "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|was|have|has|had|been|'s|just))*) (?:took over|taken over|taking over|inherited|stepped into|stepping into)(?: (?:as|the|this|that|his|her|their|our|all|of|it|role|position|team|department|account|project|budget|relationship|contract|vendor|tool|platform|ownership|whole|thing|everything|responsibility|new|a|couple|in))+(?: [a-z]+){0,3}"),
    rule("took_over.takes", TookOver, 80, "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|be|going|to|'s|who|now))*) (?:take over|takes over|taking over)(?: (?:this|it|that|the|his|her|as|my|all|everything|from|starting|next|in|for|now|soon|,|and) | $)"),
    rule("took_over.new_title", TookOver, 60, "new (?P<who>@)").of_post(),
    rule("took_over.new", TookOver, 66, "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|are|'s|was|have|has|been|just|only))*) (?:the new|our new|your new|new in (?:this|the) role|new to (?:this|the) role|joined as|promoted to|appointed(?: as)?|the incoming)(?: [a-z@]+){0,4}"),
    rule("took_over.his_place", TookOver, 84, "(?P<who>i|he|she|@)(?P<aux>(?: (?:am|is|have|has|will|'s|who|now))*) (?:{take+}|{fill+}) (?P<obj>@|his|her)(?: 's)? (?:place|shoes|seat|spot|role|position|job)"),
    rule("took_over.promoted", TookOver, 62, "(?P<who>@)(?P<aux>(?: (?:was|is|has|been|just))*) (?:brought in|hired|appointed|named|installed)").in_notes(),
];

/// Who left the company.
pub(super) const LEFT_COMPANY: &[Rule] = &[
    rule("left.company", LeftCompany, 92, "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|was|have|has|had|be|been|to|going|'s|who|not|just|will be))*) (?:left|leaving|leave|leaves)(?: (?:us|the|our|this|their|his|her))? (?:company|business|organi[sz]ation|firm|team here|us|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|last (?:week|month|quarter|year|spring|summer|fall|autumn|winter)|at the end of (?:the|this) (?:week|month|quarter|year)|this (?:week|month|quarter)|next (?:week|month|quarter))"),
    rule("left.has_left", LeftCompany, 86, "(?P<who>he|she|@)(?P<aux>(?: (?:has|have|had|just|'s|already|unfortunately|since))*) left(?: (?:and|,|-|so|for (?:another|a) (?:job|company|role|competitor)|for a [a-z]+|unexpectedly|abruptly|already|a (?:few|couple)|two|three|six|before) | $)"),
    rule("left.no_longer", LeftCompany, 90, "(?P<who>he|she|@)(?P<aux>(?: (?:is|are|does|'s|has|was))*) (?:no longer|not)(?: (?:be|working|work))?(?: (?:with|at|here|for))+(?: (?:us|the (?:company|business|firm)|here|anymore|any more|@))").asserting(),
    rule("left.gone", LeftCompany, 84, "(?P<who>he|she|@)(?P<aux>(?: (?:is|are|was|has|have|had|been|got|'s|just|be|will|going|to|being))*) (?:gone|fired|let go|laid off|retiring|retired|retires|resigned|resigning|quit|departed|moved on|parted ways|dismissed|made redundant|on (?:his|her|their) way out)"),
    rule("left.last_day", LeftCompany, 88, "(?P<who>my|his|her|@ 's) last day (?:is|was|will be|here)"),
    rule("left.self", LeftCompany, 84, "(?P<who>i)(?P<aux>(?: (?:am|will|be|have|going|to))*) (?:leaving(?: (?:the|this) (?:company|firm|business|organization))?(?: (?:in|at|next|end|this|the|soon))|retiring|resigned|resigning|moving on|handing in my notice)"),
    rule("left.left_us", LeftCompany, 80, "(?:since|after|when|before|now that|because) (?P<who>he|she|@)(?P<aux>(?: (?:has|had|just|'s))*) (?:left|quit|resigned|departed|retired)"),
];

/// Who moved to another role.
pub(super) const MOVED_ROLE: &[Rule] = &[
    rule(
        "moved.to",
        MovedRole,
        86,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|would|am|is|are|was|have|has|had|be|been|got|getting|to|going|'s|who|just|recently))*) (?:moved|moving|moves|switched|promoted|transferred|reassigned|rotated|shifted|transitioned|transitioning)(?: (?:over|internally|up|on|out))*(?: (?:in|to|into|away from|out of|from))+ (?P<obj>(?:(?:a|an|the|another|different|new|our|his|her|their|other|some) )+(?:[a-z@']+ ){0,3}?(?:role|team|position|department|division|job|unit|function|office|side|group|projects?|business|region)|(?:the )?(?:sales|marketing|finance|operations|ops|product|engineering|it|hr|support|success|procurement|strategy|management)(?: (?:team|role|side|org))?)",
    ),
    rule(
        "moved.role",
        MovedRole,
        84,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:will|am|is|are|has|have|had|'s|now|taken|took|taking|on|got|started|starting|in|into|changed|changing|be))+)(?: (?:a|an|to|in))* (?:new|different|another|roles?|teams?|positions?) ?(?:internal )?(?:role|team|position|function|department|job|division)?(?: (?:internally|within|here|in|now|at|so|and|,|-|as)| $)",
    ),
    rule(
        "moved.promoted",
        MovedRole,
        82,
        "(?P<who>i|he|she|@)(?P<aux>(?: (?:was|is|got|has|have|been|just|being|'s))*) promoted",
    ),
];
