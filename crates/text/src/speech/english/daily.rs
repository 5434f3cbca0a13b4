//! Daily work: who leads the teams, runs the product, works with it; what a day holds.

use model::Predicate::{Administers, ManagesTeam, Preference, Request, Task, Uses, ValueGained};

use crate::speech::rules::{Rule, rule};

/// Who manages the teams that work with it.
pub(super) const MANAGES_TEAM: &[Rule] = &[
    rule(
        "manages.team",
        ManagesTeam,
        86,
        "<who> (?:{manage}|{lead}|{run}|{supervise}|{oversee}|{head} up|look after|looks after|am in charge of|is in charge of|am responsible for|is responsible for)(?: (?:the|our|a|an|my|all|of|two|three|four|five|six|seven|eight|ten|twelve|about|around|roughly|these|those|small|big|large|day to day|whole|[0-9]+))*(?: [a-z@']+){0,3}? (?:teams?|people|reps|agents|analysts|engineers|developers|planners|technicians|operators|coordinators|specialists|managers|associates|csms|sdrs|aes|nurses|drivers|staff|direct reports|squads?|crews?|shifts?|pod|pods)",
    ),
    rule(
        "manages.reports",
        ManagesTeam,
        82,
        "(?:people|reps|agents|analysts|engineers|team leads|managers|they|teams?|folks|developers|planners|technicians|everyone|coordinators|specialists|of them) (?:who |that |all )?(?:reports?|reporting|roll up|rolls up|work|works)(?: directly)? (?:to|for|under) (?P<who>me|him|her|@)",
    ),
    rule(
        "manages.have_reports",
        ManagesTeam,
        78,
        "(?P<who>i) have(?: (?:a team of|about|around))? [a-z0-9]+(?: [a-z]+){0,2} (?:direct reports|under me|reporting to me|on my team|people on my team)",
    ),
    rule(
        "manages.my_team_uses",
        ManagesTeam,
        52,
        "(?P<who>my) (?:teams?|reps|people|agents|analysts|planners|engineers|guys|crew)(?: (?:all|already|also))* (?:use|uses|using|work in|works in|live in|lives in|spend|spends|rely on|relies on|log in|logs in|need|needs)",
    ),
    rule(
        "manages.is_lead",
        ManagesTeam,
        78,
        "(?P<who>i) am (?:the|a|our|one of the) (?:[a-z]+ ){0,2}(?:team lead|team leader|team manager|supervisor|shift lead|line manager)",
    ),
];

/// Who runs the product.
pub(super) const ADMINISTERS: &[Rule] = &[
    rule(
        "administers.verb",
        Administers,
        86,
        "<who> (?:{administer}|{configure}|{manage} (?:the |all the |our |user |all )*(?:permissions|users|user accounts|licen[sc]es|seats|access|configuration|settings|instance|sso|workspace|roles and permissions|accounts)|{provision}|{set+} up (?:the |all the |new |our |all )*(?:users|accounts|permissions|workflows|dashboards|sso|integrations?|fields|roles|automations?|instance)|{maintain} (?:the |our )*(?:system|platform|instance|configuration|integrations?|workspace|tool)|{handle} (?:the |all the |our |user )*(?:permissions|access|admin|provisioning|configuration|user management|administration)|do (?:the |all the )*(?:admin|administration|configuration|setup)|does (?:the |all the )*(?:admin|administration|configuration|setup))",
    ),
    rule(
        "administers.is",
        Administers,
        88,
        "<who> (?:am|is|are|'s|be)(?: not)?(?: (?:the|our|a|an|also|main|one of the|basically|only))*(?: [a-z]+)? (?:admins?|administrators?|system admins?|sysadmins?)",
    ),
    rule(
        "administers.is_whom",
        Administers,
        84,
        "(?:admin|administrator|system admin)(?: here| for (?:it|this|that|the tool|the platform))? (?:is|would be|:|-) <whom>",
    ),
    rule(
        "administers.rights",
        Administers,
        80,
        "<who> (?:have|has|got)(?: not)?(?: (?:the|full|all))* admin (?:rights|access|permissions|role)",
    ),
    rule(
        "administers.responsible",
        Administers,
        82,
        "<who> (?:am|is|are|'s) (?:responsible for|in charge of|the one who handles|handling)(?: (?:the|our|all))* (?:administration|configuration|permissions|user access|setup|instance|platform administration|system administration)",
    ),
];

/// Who works with it.
pub(super) const USES: &[Rule] = &[
    rule("uses.daily", Uses, 86, "<who> (?:{use}|{work} (?:in|with)|{live} in|{spend}|{open}|{log} in(?:to)?|am in|is in|are in|have)(?: (?P<obj>[^ ,]+(?: [^ ,]+){0,5}?))? (?:every (?:single )?(?:day|morning|week)|daily|all day(?: long)?|day to day|constantly|all the time|each (?:day|morning)|hours a day)").shared(),
    rule("uses.lives_in", Uses, 86, "(?P<who>i|we|he|she|@|my team)(?P<aux>(?: (?:do|not|all|basically|practically|pretty much|more or less))*) (?:live|lives|living) in (?P<obj>(?:it|the (?:tool|product|platform|system|app|dashboards?|reports?|[a-z]+)|your (?:tool|product|platform|[a-z]+)))").shared(),
    rule("uses.spends_day", Uses, 84, "(?P<who>i|we)(?P<aux>(?: (?:do|not|probably))*) spend (?P<obj>(?:most of |half |all |a lot of |the whole |my |our )+(?:day|days|time|week|morning|mornings) (?:in|inside|on|with) (?:it|the|your|this)(?: [^ ,]+){0,3})").shared(),
    rule("uses.first_thing", Uses, 80, "(?:it|that|this) is the first thing (?P<who>i|we) (?:open|look at|check|see)").shared(),
    rule("uses.power", Uses, 84, "<who> (?:am|is|are|'s)(?: not)?(?: (?:a|an|the|our|one of the|probably|biggest|main|pretty|very|most))* (?:power users?|heavy users?|daily users?|end users?|super users?|active users?)").shared(),
    rule("uses.for", Uses, 62, "(?P<who>i|we|@)(?P<aux>(?: (?:do|am|are|is|have|been|has|not|all|also|now|only|rarely))*) (?:use|uses|using) (?:it|this|your (?:tool|product|platform|system|software|app|[a-z]+)|the (?:tool|product|platform|system|software|app|dashboards?|reports?|module|reporting|planner|api)) (?P<obj>(?:for|to) [^ ,]+(?: [^ ,]+){0,8}?)(?: (?:,|and|but|-) | $)").shared(),
    rule("uses.team", Uses, 60, "(?P<who>@)(?P<aux>(?: (?:all|also|still|is|are|has|have|been|not|does|do|really))*) (?:use|uses|using|rely on|relies on) (?:it|this|your (?:tool|product|platform|system)|the (?:tool|product|platform|system))"),
    rule("uses.not", Uses, 70, "(?P<who>i|we|@)(?P<aux>(?: (?:do|does|have|has|not|never|hardly))+) (?:barely |rarely |hardly )?(?:use|uses|used|log in|log into|open|touch)(?: it| this| the (?:tool|product|platform|system)| your (?:tool|product|platform))").shared(),
    rule("uses.barely", Uses, 70, "(?P<who>i|we|@)(?: (?:do|does))?(?: not)? (?:barely|rarely|hardly)(?: ever)? (?:use|uses|used|log in|logs in|open|opens|touch|touches|look at|work with|works with|need)").denying().asserting().shared(),
    rule("uses.never", Uses, 72, "<who> (?:never|not)(?: (?:really|ever|actually|yet))* (?:worked (?:with|in|on)|used|touched|opened|logged (?:in|into)|work (?:with|in)|touch|open|log (?:in|into)|looked (?:at|into)|tried) (?:it|this|the (?:tool|system|platform|app|product|software)|your [a-z]+)").denying().asserting().shared(),
    rule("uses.stopped", Uses, 72, "<who> (?:stopped|quit|gave up) (?:using|working (?:with|in)|logging in|opening)").denying().asserting().shared(),
];

/// What a working day holds.
pub(super) const TASKS: &[Rule] = &[
    rule("task.every_day", Task, 78, "(?:every|each) (?:morning|day|week|monday|tuesday|wednesday|thursday|friday|month|quarter|sunday)(?: ,)? (?:(?:i|we|my team|@)(?: (?:have|has|need|needs|will|would|to|do))* )?(?P<head>go|pull|check|run|build|review|update|send|prepare|export|look|reconcile|sit|meet|open|collect|compile|copy|enter|do|report|log|plan|write|create|chase|clean|process|call|start|download)(?P<obj>(?: [^ ]+){1,14}?)(?: (?:[:(),\"-]|and then|but) | $)"),
    rule("task.i_do_every", Task, 74, "(?P<who>i|we)(?: (?:have|need|do|will|would|to|also))* (?P<head>go|pull|check|run|build|review|update|send|prepare|export|reconcile|collect|compile|copy|enter|report|log|plan|write|create|chase|clean|process|download|produce|track|schedule)(?P<obj>(?: [^ ,]+){1,9}? (?:every|each) (?:morning|day|week|monday|tuesday|wednesday|thursday|friday|month|quarter)|(?: [^ ,]+){1,9}? (?:daily|weekly|monthly))").shared(),
    rule("task.job_is", Task, 76, "my (?:job|role|day|days|typical day|day to day|work|responsibilities|main job|main task|week)(?: (?:here|job|really|right now))* (?:is|are|involves|consists of|includes|looks like|means|starts with|begins with|is about|is spent|is mostly about|is making sure)(?: (?:to|all about|that|mostly|basically|about|on))* <obj>"),
    rule("task.spend_time", Task, 74, "(?P<who>i)(?: (?:do|will|usually|probably|also))* spend (?:most of |half (?:of )?|a lot of |all |the majority of |too much |about half |much of )*(?:my|the) (?:day|days|time|week|mornings?|afternoons?) (?:on |just )?(?P<obj>[a-z]+ing [^ ,]+(?: [^ ,]+){0,10}?|on [^ ,]+(?: [^ ,]+){0,8}?|in [^ ,]+(?: [^ ,]+){0,6}?)(?: (?:[:(),\"-]|and then|but) | $)"),
];

/// What value was gained.
pub(super) const VALUE: &[Rule] = &[
    rule("value.saved", ValueGained, 82, "(?P<obj>(?:it|this|that|we|the (?:tool|product|platform|system|team|pilot|poc|rollout)|your (?:tool|product|platform|team)|which|@)(?: (?:has|have|already|is|are|been|now))* (?:saved|saves|saving|cut|reduced|shortened|halved|doubled|tripled|improved|increased|boosted|brought down)(?: (?:us|me|my team|the team|our team|everyone))?(?: [^ ,]+){0,6}? (?:[0-9][^ ]*|hours?|days?|weeks?|half|percent|minutes|a ton|a lot|so much|tons|thousands|time|money)(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("value.from_to", ValueGained, 80, "(?P<obj>(?:we|it|that|@|our [a-z]+(?: [a-z]+){0,2}|which) (?:went|gone|has gone|have gone|dropped|is down|are down|is up|are up|came down|moved|improved|rose|fell)(?: [^ ,]+){0,4}? from [^ ,]+ (?:percent|hours?|days?|weeks?|minutes?|months?|points|errors)(?: [^ ,]+){0,3}? to [^ ,]+(?: [^ ,]+){0,5}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("value.game_changer", ValueGained, 76, "(?P<obj>(?:it|this|that|the (?:tool|product|platform|system|[a-z]+ [a-z]+)|your [a-z]+|which)(?: (?:has|have|already|is|been|was|'s|made|makes|really|a|an|our|my))* (?:game changer|night and day|huge difference|big difference|real difference|lifesaver|life saver|worth every [a-z]+|paid for itself|pays for itself|(?:life|lives|job|jobs|work|day) (?:so much |a lot |much )?easier)(?: [^ ,]+){0,8}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("value.helped", ValueGained, 70, "(?P<obj>(?:it|the (?:tool|product|platform|system|dashboards?|reports?)|your (?:tool|product|platform|team))(?: (?:has|have|already|really))* (?:helped|helps|lets|allows|allowed|enabled|gives|gave|given)(?: (?:us|me|my team|the team|our team))(?: [^ ,]+){1,10}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("value.love", ValueGained, 66, "(?P<who>i|we|my team|@)(?P<aux>(?: (?:do|really|all|absolutely|just))*) loves? (?P<obj>(?:using|being able|how (?:easy|fast|quick|simple|you)|your (?:tool|product|platform|support|team)|the (?:tool|product|platform|dashboards?|reports?|reporting|features?|integrations?|alerts))(?: [^ ,]+){0,9}?)(?: (?:[:(),\"-]|and|but|because) | $)").shared(),
    rule("value.no_longer", ValueGained, 72, "(?P<obj>we no longer (?:have to|need to|spend|waste|struggle|chase|worry)(?: [^ ,]+){1,8}?|we do not (?:have to|need to|spend|waste|struggle|chase|worry)(?: [^ ,]+){0,8}? (?:anymore|any more|any longer))(?: (?:[:(),\"-]|and|but|because) | $)").asserting(),
    rule("value.noted", ValueGained, 66, "(?P<obj>(?:[^ ,]+ ){1,3}exceeded (?:expectations|criteria|targets?|goals?)|[0-9][^ ]* (?:percent )?(?:improvement|better|reduction|increase|faster)(?: [^ ,]+){1,6}?)(?: (?:[:(),\"-]|and|but) | $)").in_notes(),
];

/// What the product lacks.
pub(super) const REQUESTS: &[Rule] = &[
    rule("request.would_be_nice", Request, 78, "(?:it|that|what) would(?: (?:be|really|also|help))* (?:nice|great|helpful|useful|good|amazing|awesome|us|me|cool)(?: (?:if|to have|to be able to|is|to|for us|when)) <obj>"),
    rule("request.wish", Request, 78, "(?P<who>i|we|my team|@)(?P<aux>(?: (?:do|really|all|just))*) wish (?P<obj>(?:you|it|the|there|we could|i could|that)(?: [^ ,]+){1,14}?)(?: (?:[:(),\"-]|and|but|because) | $)").shared().wishing(),
    rule("request.love_to", Request, 72, "(?P<who>i|we|my team|@)(?P<aux>(?: (?:would|do|really|also|all))*) (?:love|like)(?: (?:it if|if|to see|to have|to get|to be able to|an option|a way)) <obj>").shared(),
    rule("request.missing", Request, 76, "(?P<obj>(?:it|the (?:tool|product|platform|system|app|api|export|dashboards?|reports?|reporting)|your (?:tool|product|platform|api|app))(?: guys)? (?:does not|do not|can not|still does not|still do not) (?:support|have (?:a|an|any|the|that|enough)|handle|allow|let us|let me|offer|integrate|export|sync|cover)(?: [^ ,]+){1,10}?)(?: (?:[:(),\"-]|and|but|because) | $)").asserting(),
    rule("request.what_is_missing", Request, 78, "(?:what|only thing|one thing|thing)(?: (?:that|we|i|which))* (?:is|are|am)? ?(?:missing|lacking|really missing)(?: (?:is|for (?:us|me)|though|right now|today))* <obj>"),
    rule("request.need_feature", Request, 68, "(?P<who>i|we|my team|@)(?P<aux>(?: (?:do|really|would|also|all|still))*) (?:needs?) (?:(?:you|the tool|the platform) to|the ability to|an option to|a way to|support for) <obj>").shared(),
    rule("request.can_you_add", Request, 74, "(?:please|could you please|you should|you guys should|you need to) (?:add|build|support|fix|improve) <obj>"),
];

/// Channel, format, time.
pub(super) const PREFERENCES: &[Rule] = &[
    rule("preference.prefer", Preference, 78, "(?P<who>i|we|he|she|@)(?P<aux>(?: (?:would|do|much|really|all|also|will))*) prefers?(?: (?:if|to|that|it if|having|getting|the))? <obj>").shared(),
    rule("preference.email_me", Preference, 72, "(?:best|easiest|just|better)(?: (?:way|thing|to|reach|me|is|if you|for me|you|can|could|for us))* (?P<obj>(?:email|slack|text|call|message|ping|send) (?:me|us|it|them|that|everything)(?: [^ ,]+){0,7}?)(?: (?:[:(),\"-]|and|but|because) | $)"),
    rule("preference.works_best", Preference, 74, "(?P<obj>[^ ,]+(?: [^ ,]+){0,5}? (?:works?|is|are) (?:best|better|easier|easiest|much better)(?: for (?:me|us|my team|@)))"),
    rule("preference.rather", Preference, 70, "(?P<who>i|we|he|she|@)(?P<aux>(?: (?:do|really|would|much|all))*) rather (?P<obj>(?:have|get|see|do|talk|read|watch|meet|not|start|keep|go|stay|use|work|pay|just)(?: [^ ,]+){1,12}?)(?: (?:[:(),\"-]|but|because) | $)").shared(),
    rule("preference.send_me", Preference, 60, "(?:can you|could you|please|just|if you could|you could)? ?(?:send|share)(?: (?:me|us|over|with me|with us|it|that))+ (?P<obj>(?:a|an|the|some|something|your|as|in|by)(?: [^ ,]+){0,7}? (?:one pager|pdf|case study|case studies|deck|summary|documentation|spreadsheet|recording|video|slides|roi model|business case|email|writing|numbers))"),
];
