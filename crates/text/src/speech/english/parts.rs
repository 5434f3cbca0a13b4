//! Ways to say a part that no construction covers: each with its own words.

use model::Predicate::{
    Authorises, ControlsBudget, Decides, Evaluates, Gatekeeps, Influences, ManagesTeam, Opposes,
    Owns, Procures, Sponsors,
};

use crate::speech::rules::{Rule, rule};

/// Who decides, authorises and pays, said in passing.
pub(super) const AUTHORITY: &[Rule] = &[
    rule("parts.whose_call", Decides, 86, "<be>(?: (?:all|only|still))? <whose> (?:final |own )?(?:call|decision|choice)(?P<end>)"),
    rule("parts.boss_must_agree", Authorises, 72, "(?:need|needs|have|has|want|got|must|'d have|would have|will have|'ll have)(?: to)?(?: first)? (?:run|take|clear|check|present|pitch|bring|put|get)(?: (?:it|this|that|everything|the [a-z]+|these))?(?: (?:past|by|to|with|before|through|in front of|up to)) <whom>(?: first| before| for)"),
    rule("parts.yes_of", Authorises, 80, "(?:without|need|needs|get|wait for|waiting for|have) (?:a |the )?(?:yes|okay|ok|go|nod|thumbs up) (?:from|of) <whom>").supposing(),
    rule("parts.no_money_without", ControlsBudget, 76, "(?:it is|that is|this is|the money is|money is) (?P<who>@ 's|my|his|her) (?:money|budget|p&l|cost cent(?:er|re)|pot|wallet)(?P<end>)"),
    rule("parts.money_wise", ControlsBudget, 72, "(?:money|budget|finance|cost|financially)(?: wise)?(?: -| ,)? (?:we|i|you|it)(?: (?:would|will|have to|has to|need to|must|always|do))* (?:need|needs|ask|asks|go to|goes to|depend on|depends on|is up to|talk to|have to ask|turn to) <whom>"),
];

/// Who tests, guards and leads.
pub(super) const WORKERS: &[Rule] = &[
    rule("parts.negotiate_with", Procures, 80, "(?:you|we|they|your [a-z]+)(?: (?:will|would|have to|need to|are going to|be|'d|must|can))* (?:negotiate|negotiating|haggle|haggling|discuss (?:the )?(?:price|prices|pricing|commercials|discounts?)|agree (?:the )?(?:price|commercials)) with <whom>"),
    rule("parts.how_money", ControlsBudget, 82, "<who> (?:{decide}|{determine}|{control}|{say}) (?:how|where|what|on what) (?:the |our |all the )?(?:money|budget|funds) (?:is|are|gets|goes|will be)"),
    rule("parts.charged_to", ControlsBudget, 80, "(?:charged|billed|booked|invoiced|goes|posted) (?:to|on|against) <whose> (?:[a-z]+ )?(?:budget|cost cent(?:er|re)|account|p&l|books)"),
    rule("parts.takes_final", Decides, 84, "<whom>(?: (?:who|that)) (?:{take}|{make}|{have}|{get}) (?:the )?(?:final|last|actual) (?:decisions?|say|call|word)"),
    rule("parts.convince_me", Decides, 70, "<who> (?:the )?(?:one|person)(?: (?:who|that))? (?:you|we)(?: (?:need|have|will have|want|would have))* (?:to )?(?:convince|persuade|win over)"),
    rule("parts.convince_whom", Decides, 70, "(?:the|only) (?:one|person)(?: (?:who|that))? (?:you|we)(?: (?:need|have|will have|want|would have))* (?:to )?(?:convince|persuade|win over) is <whom>"),
    rule("parts.no_need", Opposes, 70, "(?P<who>i|he|she|@)(?P<aux><aux>) not (?:think|believe|see)(?: (?:that|why))? (?:we|they|the team) (?:need|needs|require|should (?:buy|have|do|get|change|switch)) (?:it|this|you|another|a new|your [a-z]+)(?P<stop>)").asserting(),
    rule("parts.questionnaire", Evaluates, 72, "<who> (?:{have}|{send}|{come} with|{ask}|{raise}|{give})(?: you| us)?(?: [a-z0-9]+){0,3}? (?:security|technical|architecture|integration|compliance|data protection) (?:questions|requirements|concerns|checklist|questionnaire)"),
    rule("parts.no_way_around", Gatekeeps, 80, "(?:no way around|not get (?:past|around|anywhere near [^ ]+ without|anywhere without|in without|to (?:him|her|them|@) without)|nothing (?:gets|goes|moves) (?:past|without|through)|nobody gets (?:past|in without|through without|near)|nothing happens without|only way (?:in|to (?:him|her|them|@)) is (?:through|via|past)|only reach (?:him|her|them|@) (?:through|via)|only get to (?:him|her|them|@) (?:through|via)) <whom>").asserting(),
    rule("parts.unless_lets", Gatekeeps, 78, "(?:unless|until) (?P<who>@|he|she)(?P<aux><aux>) (?:lets?|allows?|invites?|waves?|puts?) (?:it|them|you|us|anyone|him|her|people)(?: (?:in|through|past|on the list|near))").asserting(),
    rule("parts.crew_works_for", ManagesTeam, 82, "(?:crews?|teams?|people|they|planners|schedulers|dispatchers|agents|nurses|drivers|operators|technicians|shifts?|staff|guys|folks|everyone here|everybody here|colleagues|reps|analysts|supervisors|@)(?: [a-z]+){0,3}? (?:works?|reports?|answers?|working|reporting|reported) (?:directly )?(?:for|to|under|into) <whom>"),
    rule("parts.team_is", ManagesTeam, 76, "(?P<who>my|his|her|@ 's) (?:[a-z]+ )?(?:team|crew|department|group)(?: (?:here|now))? (?:is|are|has|have|counts|consists of|of)(?: (?:about|around|some|over|roughly|now|almost|nearly|up to))* (?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|a dozen|a hundred|hundreds)"),
    rule("parts.runs_with", ManagesTeam, 72, "<who> (?:{plan}|{schedule}|{staff}|{roster}|{train}|{coach}|{meet} with|{brief}) (?:for )?(?:my|his|her|the|our)(?: [a-z]+)? (?:team|crew|people|staff|shift|planners|agents|drivers|nurses)"),
    rule("parts.my_job", Owns, 72, "<be>(?: (?:all|still|part of))? <whose> (?:[a-z]+ )?(?:responsibility|baby|area|remit|territory|topic|turf|domain|department|world|playground|field|portfolio)(?P<end>)"),
    rule("parts.is_mine", Owns, 66, "(?:it|this|that|the (?:tool|system|platform|topic|process|product|project|relationship|application|whole thing|contract)|[a-z0-9]+)(?: <be>)(?: (?:all|only|really|now))? (?P<who>mine|hers|theirs|@ 's)(?P<end>)"),
];

/// Who is for it, against it, or heard.
pub(super) const VOICES: &[Rule] = &[
    rule("parts.behind_you", Sponsors, 74, "(?:have|has|had|got|get|gets|with|enjoys?)(?: (?:the|a))? <whose> (?:full |complete |personal |whole |unconditional )?(?:backing|support|protection|blessing and backing)"),
    rule("parts.wants_it", Sponsors, 62, "(?P<who>@)(?P<aux><aux>) (?:wants? (?:it|this|that|us) (?:to (?:succeed|work|happen|go live|do this|have this)|done|in place|live)|made (?:it|this) (?:a|the|his|her)(?: [a-z]+)? priority|pushed it through)"),
    rule("parts.thinks_badly", Opposes, 76, "(?P<who>i|he|she|@)(?P<aux><aux>) (?:think|thinks|thought|find|finds|found|believe|believes|consider|considers|call|calls|called|say|says|said|see|sees)(?: that)? (?:it|this|that|you|the [a-z]+|your [a-z]+|the whole thing)(?: (?:is|are|was|as))?(?: (?:not|a|an|just|too|far|way|pure|total|complete|totally|only|all|big|useless))* (?:waste(?: of (?:time|money|budget))?|expensive|nonsense|unnecessary|overkill|bad idea|stupid idea|gimmick|much|risky|needed|worth it|necessary|mistake|toy|useless|pointless|hype|good idea to (?:stop|cancel))(?P<end>)").asserting(),
    rule("parts.does_not_want", Opposes, 78, "(?P<who>i|he|she|@)(?P<aux>)(?:(?: (?:do|does|did|will|would)) (?:not|never) (?:want|like|see (?:the|any) (?:point|need|value|sense|benefit)|believe in|trust|support|approve of|care for|buy into|warm to)|(?: (?:am|is|are|was|'s)) (?:not|never) (?:in favou?r|on board|happy with|keen on|thrilled|convinced|sold on|a (?:big )?fan|an advocate|behind))(?: (?:of|with|about|in|by|to))? ?(?:it|this|that|your [a-z]+|the (?:idea|tool|product|change|move|switch|project|system|plan|new [a-z]+)|change|any of it|at all)?(?P<stop>)").asserting(),
    rule("parts.rather", Opposes, 72, "(?P<who>i|he|she|@)(?P<aux>(?: (?:would|will|is|does))*) (?:rather (?:stay|keep|stick|wait|leave (?:it|things)|build (?:it|our|something)|go back|go with (?:someone|somebody|another|the other)|not (?:do|buy|renew|switch|change|spend|sign|have (?:it|this|another|you)))|prefer(?:s|red)? (?:to (?:stay|keep|build|wait|stick|leave|do it (?:ourselves|in house))|staying|keeping|building|another|the other)|wants? to (?:stay with|keep (?:the|our|what)|cancel|switch (?:away|back|to)|drop|get rid|build (?:it|something)|stick with|go back to|pull the plug|stop (?:it|this|the)))"),
    rule("parts.has_doubts", Opposes, 64, "(?P<who>he|she|@)(?P<aux><aux>) (?:have|has|had)(?: (?:some|his|her|serious|big|a lot of|real|strong|certain|grave|many|huge))* (?:doubts|reservations|misgivings|objections)(?: (?:about|against|to|over|with))?"),
    rule("parts.says_no", Opposes, 72, "(?P<who>he|she|@)(?P<aux><aux>) (?:{say+} no|{vote+} no|{vote+} against|{turn+} (?:it|this|you|us) down|{put+} (?:his|her) foot down|{need+} (?:a lot of |some |more )?(?:convincing|persuading))(?P<end>)"),
    rule("parts.follow_whose", Influences, 76, "(?:follow|follows|followed|take|takes|heed|trust|trusts|value|values|rely on|relies on|go by|goes by|ask for|asks for|want|wants|seek|seeks|respect|respects|go with|goes with|listen to|listens to|depends on|defer to|defers to)(?: [a-z]+){0,2}? <whose> (?:recommendation|advice|judge?ment|opinion|view|word|lead|input|assessment|verdict|gut|nose|take)"),
    rule("parts.listen_to", Influences, 72, "(?:people|they|everyone|everybody|management|leadership|the (?:board|team|others|boss|bosses|executives)|@|he|she|others)(?: (?:really|always|will|do|does|all|tend to|usually|often))* (?:listens?|turns?|looks? up|asks?) (?:to |up to )?(?P<who>me|@)(?P<bare>)"),
    rule("parts.ask_what_i_think", Influences, 76, "(?:ask|asks|asked|consult|consults|want|wants)(?: (?:to (?:know|hear)))? (?:(?P<who>me|@|him|her) (?:what (?:i|he|she|they) (?:think|thinks|recommend|recommends|would)|for (?:my|his|her|their|an) (?:opinion|view|input|advice|take)|before|first)|what (?P<thinks>i) (?:think|recommend|would do))"),
    rule("parts.word_counts", Influences, 76, "<whose> (?:word|opinion|voice|view|vote|recommendation|judge?ment|feedback|input|advice)(?: (?:really|does|will|still|also|not|always|has|have|usually|is))* (?:counts?|matters?|carr(?:ies|y)|goes a long way|weighs?|weight|helps?|makes a difference|heard|important|decisive|gold|respected|valued|listened to)"),
    rule("parts.good_word", Influences, 66, "(?:a|one) (?:good )?word (?:from|of) <whom>(?: (?:there|always|really))? (?:helps|goes|counts|works|makes|carries|would)"),
];
