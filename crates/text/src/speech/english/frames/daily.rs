//! Words of owning, leading teams, administering and using.

use model::Predicate::{Administers, ManagesTeam, Owns, Uses};

use crate::speech::frames::{Frame, frame};

/// Who owns it, leads those who use it, runs it, works with it.
pub(super) const FRAMES: &[Frame] = &[
    Frame {
        act: "{own} (?:[a-z]+ )?(?:[a-z]+ (?:planning|management|operations|strategy|process(?:es)?|enablement|analytics|reporting|onboarding|scheduling|relations|experience|success|support|development|transformation|delivery|systems|quality)|planning|operations|scheduling|logistics|onboarding|enablement|adoption)|{own} (?:<it>|the [a-z]+|our [a-z]+|all [a-z]+|everything|that (?:topic|subject|area))|{look} after (?:<it>|the [a-z]+|our [a-z]+|your [a-z]+)|(?:{run}|{lead}|{drive}|{head}(?: up)?|{oversee}|{steer}|{take} care of|{answer} for|{be} in charge of) (?:<it>|(?:the|our|this|that)(?: [a-z]+){0,3}? (?:function|topic|subject|area|roll ?out|adoption|relationship|account|operations|planning|practice|transformation|workstream|landscape|process(?:es)?|strategy))|{run} (?:planning|operations|scheduling|logistics|onboarding|[a-z]+ planning|[a-z]+ operations)|(?:took|take|takes|taking) charge of (?:<it>|the [a-z]+)",
        bare: "",
        done: "owned|looked after",
        power: "(?:overall |end to end |full |the |product |business |process )*(?:ownership|responsibility|accountability)(?: (?:for|of|over))?",
        product: "(?:ownership|overall responsibility|product responsibility)",
        agent: "(?:(?:business|product|process|system|service|solution|tool|platform|application|topic|project|internal|overall|sole) owners?|owners?(?: of| for| here| internally)|project (?:lead|leader)|(?:overall|main|global|regional) lead (?:on|for)|driver behind (?:it|this))",
        field: "(?:the|this|that|our|all|your)(?: [a-z]+){0,2}? (?:tool|system|platform|solution|application|software|programme|relationship|roll ?out|renewal)",
        ..frame("owns.way", Owns, 76)
    },
    Frame {
        act: "(?:{supervise}|{manage}|{lead}|{oversee}|{head}) @|(?:{manage}|{lead}|{run}|{head}(?: up)?|{supervise}|{oversee}|{coordinate}|{coach}|line {manage}|{direct}|{look} after|am in charge of|is in charge of|am responsible for|is responsible for|{schedule})(?: [a-z0-9'/]+){0,4}? (?:teams?|crews?|squads?|department|people|staff|planners|schedulers|dispatchers|agents|reps|analysts|engineers|coordinators|operators|technicians|supervisors|nurses|drivers|colleagues|employees|folks|direct reports|headcount|workers|team leads|shift leads|clerks|advisors|consultants|developers|designers|specialists|assistants|recruiters|controllers|accountants|team members|guys|shop floor|the floor)\
            |{have} (?:about |around |over |some |a team of |a crew of )?(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a dozen|a hundred|a handful of|several)(?: [a-z]+){0,2}? (?:reporting to|under|working for|on my team|in my team|on the team|who report|below)\
            |{have} a (?:[a-z]+ )?(?:team|crew) of",
        bare: "",
        done: "managed|led|supervised|headed|run",
        power: "",
        product: "",
        agent: "(?:(?:manager|head|lead|leader) of @|team (?:lead|leader|manager)s?|shift (?:lead|leader|manager|supervisor)s?|line managers?|supervisors?|floor managers?|group leads?|(?:manager|head|lead|leader) of (?:the|a|our)(?: [a-z]+){0,2}? (?:team|crew|department|group|shift|squad|planners|agents|schedulers|people))",
        field: "(?:the|our|my|that)(?: [a-z]+){0,2}? (?:team|crew|shift|staff|people on the floor)",
        ..frame("manages.way", ManagesTeam, 80)
    },
    Frame {
        act: "(?:{administer}|{configure}|{provision}) (?:<it>|the|all|our|every|new|users?|accounts?|everything|your [a-z]+)\
            |(?:{maintain}|{set} up|{manage}|{handle}|{look} after|{take} care of|{do}|{change}|{adjust}|{create}|{add}|{reset}|{grant}|{keep}|{run}|{tweak}|{edit}|{update}|{assign}|{give}(?: (?:people|users|everyone|new [a-z]+|out|somebody|them))?|{hand} out|{own}|{control}|{fix})(?: [a-z0-9'/]+){0,3}? (?:users|user accounts?|accounts|permissions?|access rights?|user rights|user access|user roles|access|(?:his|her|their|new|an) accounts?|roles and (?:rights|permissions)|licen[sc]es|seats|settings|configurations?|config|system setup|sso|single sign on|workflows|instance|sandbox|environment|workspace|master data|custom fields|templates|automations|passwords|log ?ins|user management|administration|admin (?:side|stuff|work|part|tasks)|back ?end|back office of the (?:tool|system)|integrations)\
            |(?:{maintain}|{keep}) (?:the |your |our )*(?:tool|system|platform|software|application|thing) (?:running|up to date|clean|alive|in shape)|{add} and {remove} (?:people|users|seats)|(?:am|is) the one (?:with|who has) (?:the )?admin|{wear} the admin hat|{set+} (?:it|the (?:whole thing|tool|system|platform)) up|(?:{reset}|{manage}|{handle})(?: [a-z]+){0,3}? (?:passwords?|licen[sc]es)",
        bare: "",
        done: "administered|configured|provisioned",
        power: "(?:the |full |all the |all |any |no )*(?:admin(?:istrator)? (?:rights?|access|permissions?|roles?|account|privileges|log ?in|hat)|super ?user (?:rights?|access)|master (?:access|account))",
        product: "(?:configuration|administration|system admin|user management|system set ?up)",
        agent: "(?:(?:system|key|main|local|global|it|platform|tool|application|crm|account|only|technical|regional) )*(?:admins?|administrators?|sys ?admins?|super ?users?|key users?)(?: (?:for|of|on) (?:it|this|the [a-z]+|your [a-z]+))?",
        field: "(?:permissions?|access rights?|user (?:rights|accounts?|management|questions)|settings|configurations?|system set ?up|administration|admin rights|admin access|admin (?:stuff|side|tasks|work|questions|things|topics|matters)|licen[sc]es|log ?ins?|new users?|rights and roles|passwords?)",
        is_shared: true,
        ..frame("administers.way", Administers, 80)
    },
    Frame {
        act: "(?:{work}|{plan}|{operate}|am|is|are|'s) (?:in|with|inside|on|out of) (?:it|the (?:tool|product|platform|system|app|software)|your (?:tool|product|platform|system|app|software|[a-z]+))(?: [a-z]+){0,3}? (?:every|each|daily|all|most of|constantly|several times|a lot|hours|day|regularly|from [a-z0-9]+ to [a-z0-9]+)\
            |(?:{work} with|{rely} on|{depend} on|{live} off) (?:it|the (?:tool|product|platform|system|app|software)|your (?:tool|product|platform|system|app|software))\
            |(?:{build}|{plan}|{do} (?:all|my|our|everything|the)|{enter}|{track}|{manage}|{run}|{prepare}|{schedule}|{assign}|{pull}|{generate}|{book}|{handle}|{record}|{organise}|{organize}|{publish}|{fill} in|{register}|{document})(?: [a-z0-9'/]+){1,5}? (?:in|with|inside|through|from|out of) (?:it|the (?:tool|product|platform|system|app|software)|your (?:tool|product|platform|system|app|software))\
            |{have} (?:it|the (?:tool|system|app|dashboard)|your [a-z]+) (?:open|running|up)(?: [a-z]+){0,4}|(?:{start}|{begin}|{spend})(?: [a-z]+){0,3}? (?:day|morning|shift|week)s? (?:with|in|inside|on) (?:it|the (?:tool|system|app|platform|dashboard|product)|your [a-z]+)|{open} (?:it|the (?:tool|app|system)) (?:first|every|each|in the morning|before|as soon as)\
            |{log} (?:in|on|into|onto)(?: [a-z0-9]+){0,4}? (?:every|each|daily|times|per|a day|a week|day|morning)|{use} (?:it|this|your (?:tool|product|platform|system|app|software)|the (?:tool|product|platform|system|app|software|module|dashboards?|planner|scheduler|mobile app))",
        bare: "",
        done: "used",
        power: "",
        product: "",
        agent: "(?:(?:power|heavy|daily|end|super|regular|active|frequent|main|first|biggest|everyday|occasional|avid|intensive) users?|users? of (?:it|this|the [a-z]+|your [a-z]+))",
        field: "",
        is_shared: true,
        ..frame("uses.way", Uses, 72)
    },
];
