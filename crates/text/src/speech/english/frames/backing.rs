//! Words of backing, arguing for and against, and swaying.

use model::Predicate::{Advocates, Influences, Opposes, Sponsors};

use crate::speech::frames::{Frame, frame};

/// Who backs it from the top, argues for it, argues against it, sways the choice.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        act: "{sponsor+} (?:<it>|the (?:[a-z]+ )?(?:effort|whole thing|evaluation|programme))|{back+} (?:<it>|us|you|me|the (?:[a-z]+ )?(?:idea|effort|whole thing|plan))|{stand+}(?: right| fully| firmly| all the way)? behind (?:<it>|us|you|me|the (?:[a-z]+ )?(?:idea|effort|plan|whole thing))\
            |{throw+} (?:his|her|my|their) (?:full )?weight behind|{put+} (?:my|his|her|their) (?:name|weight|reputation|neck|full weight|money) (?:behind|on|to) (?:<it>|us|you)|{lend+} (?:his|her|my) (?:name|support|weight)\
            |{give+} (?:it |this |us |me |you |the project |the team )?(?:the |my |his |her |their |full |our )*(?:top cover|air cover|cover|political cover|backing|full support|executive support|a mandate|the mandate|tailwind|support from the top)\
            |{want+} (?:it|this|that|the (?:project|rollout|programme|program|initiative)) to (?:succeed|happen|work|fly|be a success|go ahead|go through)|{commission+} (?:<it>|the [a-z]+)|{initiate+} (?:<it>|the [a-z]+)|{launch+} (?:the|this) (?:initiative|project|programme|program)\
            |{protect+} (?:<it>|us)(?: from above)?|{hold+} (?:a|his|her|my) (?:protecting )?hand over|{make+} (?:it|this) (?:a|the|his|her|my|one of (?:his|her|my))(?: [a-z]+)? (?:priority|priorities)|{clear+} the (?:way|path|obstacles)|{support+} (?:it|this|us|the (?:project|initiative|programme|program|rollout)) (?:from the top|at board level|on the board|in the (?:board|management team|leadership team|executive team))",
        bare: "",
        done: "sponsored|backed|commissioned|initiated",
        power: "",
        product: "(?:backing|sponsorship|executive support|full support|mandate|air cover|top cover|support from above|support at board level)",
        agent: "(?:(?:executive|exec|project|program|programme|internal|official|board|senior|management) sponsors?|sponsors?|patrons?|godfather|godmother|backers?|(?:executive|one) behind (?:it|this|the project))",
        field: "",
        ..frame("sponsors.way", Sponsors, 80)
    },
    Frame {
        act: "(?:{push+}|{fight+}|{argue+}|{lobby+}|{campaign+}|{advocate+}|{vouch+}|{plead+}|{battle+}|{speak+} up|{make+} (?:some )?noise|{root+}|{cheer+}|{stand+} up)(?: (?:hard|a lot|inside|to everyone))*(?: for (?:<it>|you|your [a-z]+|us|the [a-z]+)| to (?:get|keep|buy|bring|renew|expand|have|move|switch|go with|adopt|extend|roll)(?: [a-z]+)? ?(?:<it>|you|your|us|the|with|out|to|more)?)\
            |{push+} (?:it|this|you|us|your [a-z]+|the idea|the topic|the project|things)(?: (?:internally|forward|through|in|hard|along|upstairs))?|(?:keep|keeps|kept|keeping|will keep|won't stop|not stop|never stops?|not stopped|stop) (?:on )?(?:pushing|fighting|arguing|telling|bringing you|bringing it|bringing this|asking for (?:it|you)|pitching|promoting|selling|banging|mentioning you|mentioning it|praising|raving|talking about (?:you|it|this|your)|nagging|pestering)\
            |(?:{promote+}|{praise+}|{push+}|{tout+}|{champion+}|{defend+}|{evangelise+}|{evangelize+}|{endorse+}|{plug+}) (?:<it>|you|your [a-z]+|us|the idea)|{try+}(?: hard)? to get (?:it|this|you) through|{sing+} (?:your|its) praises|{rave+} about (?:you|it|this|your [a-z]+|the [a-z]+)|{speak+}(?: (?:highly|warmly))? of (?:you|it|your [a-z]+|this)|{put+} in a (?:good )?word(?: for)?\
            |{tell+} (?:everyone|everybody|people|my boss|my colleagues|the others|the team|them|anyone|anybody|@|my manager|whoever|the board|leadership|management)(?: [a-z]+){0,4}? (?:we should|we need (?:it|this|you|to)|how good|how much|about (?:you|this|it|your [a-z]+)|to (?:buy|get|use|keep|try|adopt)|we have to have|this is what|you are)\
            |{bring+} (?:you|this|your name|it) up(?: (?:again|in|at|with|whenever|every))?|{drum+} up support|{win+} (?:people|them|others|@|everyone|the others) over|(?:{convince+}|{persuade+}|{win+} over|{get+})(?: [a-z]+){0,2}? (?:my boss|my manager|my colleagues|@|everyone|everybody|people|others|management|leadership|them|us|the rest(?: of us| of the team)?|the team|the board|the others|him|her)(?: [a-z]+)? (?:to (?:buy|go|take|give|look|try|renew|keep|use|sign|move|switch|do)|that|of (?:it|this|you)|on board|behind)\
            |{sell+} (?:it|this|you|the idea|your [a-z]+|the [a-z]+) (?:internally|upstairs|inside|to (?:my|the|our|his|her|@|everyone|people|management|leadership))|(?:{make+}|{build+}|{write+}|{present+}|{pitch+}|{put+} together|{prepare+})(?: [a-z]+){0,3}? case for (?:<it>|you|your [a-z]+|the [a-z]+)\
            |{go+} to bat for|{stick+} (?:my|his|her) neck out|{carry+} the (?:flag|torch|banner)|{wave+} the flag|{love+} (?:you|your [a-z]+|what you do)|{present+} (?:it|this|you|your [a-z]+) (?:again|to (?:the|my|our|@)|internally|upstairs|in|at|on)\
            |(?:am|is|are|was|were|'s|been|be) (?:(?:all for|in favou?r of|rooting for|sold on|convinced of|a believer in|crazy about|keen on|dying to have) (?:<it>|you|your [a-z]+|us)|on your side|in your corner|behind you)",
        bare: "",
        done: "championed|promoted|pushed(?: for)?|advocated|suggested first|brought in first",
        power: "",
        product: "",
        agent: "(?:(?:your|our|the|a|an|one of your|real|true|big|biggest|strongest|loudest|main|internal|great|huge|strong|vocal|early) )*(?:champions?|advocates?(?: (?:for|of))?|(?:fans?|supporters?|believers?)(?: (?:of|in|for) (?:it|this|you|yours|your [a-z]+|the [a-z]+|what you))?|promoters?|ambassadors?|evangelists?|cheerleaders?|all(?:y|ies)|driving force(?: behind)?|biggest voice)",
        field: "",
        ..frame("advocates.way", Advocates, 80)
    },
    Frame {
        act: "(?:{oppose+}|{resist+}|{object+} to|{block+}|{stall+}|{torpedo+}|{sabotage+}|{fight+}(?: against)?|{vote+} against|{argue+} against|{speak+}(?: out)? against|{push+} back (?:on|against)|{shoot+} down|{undermine+}|{badmouth+}|{slow+} down) (?:<it>|you|us|your [a-z]+|every|the (?:[a-z]+ )?(?:idea|move|switch|change|whole thing|plan))\
            |(?:am|is|are|was|were|'s|been|be)(?: not)?(?: (?:dead set|dead|set|all|very much|pretty|totally|rather))* (?:against|opposed to|hostile to|allergic to|resistant to) (?:<it>|you|us|your [a-z]+|any|the (?:[a-z]+ )?(?:idea|move|switch|change|whole thing|plan)|buying|switching|moving|renewing|changing|more|another|spending|new)\
            |{drag+} (?:his|her|my|their) feet|{put+} the brakes on|{throw+} a (?:spanner|wrench)|{hate+} (?:it|this|the idea|change|the tool|your)|{say+} no to (?:<it>|you|us)|{want+} (?:nothing to do with|none of)|{want+} (?:it|this|you|us) (?:out|gone)",
        bare: "{push+} back|{resist+}|{object+}|{oppose+}",
        done: "blocked|opposed|vetoed|stalled|shot down",
        power: "",
        product: "(?:resistance|opposition|pushback|push back|headwind)",
        agent: "(?:(?:detractors?|blockers?|scept?ics?|skeptics?|opponents?|naysayers?|critics?|doubters?)(?: of (?:it|this|you|the [a-z]+))?|(?:biggest|main|real) obstacle|(?:one|person) against (?:it|this))",
        field: "",
        ..frame("opposes.way", Opposes, 80)
    },
    Frame {
        act: "(?:{write}|{make}|{give}|{submit}|{prepare}|{draft}|{present}|{contribute}|{provide}|{send} up|{put} forward|{add}|{bring})(?: [a-z0-9'@]+){0,3}? (?:recommendations?|opinion|assessment|advice|input|view|two cents|preferences?|shortlist|short list|vote)\
            |{recommend} (?:<it>|what|which|who|something|one|you|us|to (?:@|them|him|her|the|my))|{advise} (?:@|them|him|her|on|the|my)|{weigh} in|{chip} in|{shape} (?:the|our|his|her|@ 's) (?:decision|requirements|choice|opinion|thinking|shortlist)|{influence} (?:<it>|the|how|what|who|@)|{sway} (?:<it>|the|@|him|her|them|opinions?|people)\
            |(?:{sit} (?:in|on)|am (?:on|in|part of)|is (?:on|in|part of)) (?:the|our) (?:steering|selection|buying|evaluation|vendor|purchasing) (?:committee|group|panel|team|board)\
            |(?:be|being|been|am|is|are|get|gets) (?:consulted|heard|listened to|asked (?:first|before|about|for (?:my|his|her|their|our)))|{have} (?:@ 's|the boss 's|his|her|their|the ceo 's) ear",
        bare: "{recommend}",
        done: "recommended|influenced|advised|shaped",
        power: "(?:a|some|strong|big|real|a lot of|much|a certain|great|significant|an|no small|considerable|my)(?: [a-z]+)? (?:say|voice|vote|influence|input|clout|pull|weight|word)|seat at the table",
        product: "(?:recommendations?|input|advice|opinion)",
        agent: "(?:influencers?|advis[eo]rs?|sounding board|opinion leaders?|opinion makers?|(?:a|one) voice(?: in (?:this|that|the))?|right hand|trusted (?:advis[eo]r|voice)|key (?:voice|opinion))",
        field: "",
        ..frame("influences.way", Influences, 76)
    },
];
