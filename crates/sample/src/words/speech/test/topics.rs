//! What the planted personas speak of, and what anybody may say: the family for judging.

use model::vocabulary::Predicate as P;

type Frames = &'static [&'static [&'static str]];

pub(super) const FRAMES: &[(P, Frames)] = &[
    (
        P::Goal,
        &[
            &[
                "S Where do you want to be next summer?",
                "A! The plan is to {topic}.",
            ],
            &["A! If I get one thing out of this, it is to {topic}."],
        ],
    ),
    (
        P::Pain,
        &[
            &[
                "S What would you change first?",
                "A! Well, {topic}. It has to stop.",
            ],
            &["A! The trouble here: {topic}."],
        ],
    ),
    (
        P::Question,
        &[
            &[
                "A! Could you tell me, {topic}?",
                "S I can, give me a second.",
            ],
            &[
                "A! So, {topic}?",
                "S Let me show you instead of telling you.",
            ],
        ],
    ),
    (
        P::Criterion,
        &[
            &["A! The deciding point for us will be {topic}."],
            &["S What's top of your list?", "A! Number one is {topic}."],
        ],
    ),
    (
        P::Objection,
        &[
            &["A! What makes me hesitate is {topic}."],
            &["A! I keep thinking about {topic}, and I don't like it."],
        ],
    ),
    (
        P::ValueGained,
        &[
            &["A! Since we work with it, {topic}."],
            &["S Was it worth it, so far?", "A! Yes: {topic}."],
        ],
    ),
    (
        P::Request,
        &[
            &["A! Put this on your wish list: to {topic}."],
            &["A! I'd pay for a way to {topic}."],
        ],
    ),
    (
        P::Preference,
        &[&["A! With me it's best to choose {topic}."]],
    ),
    (
        P::Task,
        &[
            &["A! A good part of my day I {topic}."],
            &[
                "S Walk me through your morning?",
                "A! First I {topic}, then coffee.",
            ],
        ],
    ),
    (
        P::Competitor,
        &[&[
            "A! There's also an offer from {topic} on the table.",
            "S We know them well.",
        ]],
    ),
    (P::Trigger, &[&["A! We came to you because {topic}."]]),
    (
        P::Process,
        &[&[
            "S And the steps from here?",
            "A! With us it's always {topic}.",
        ]],
    ),
];

pub(super) const TOPICS: &[(&str, P, &[&str])] = &[
    (
        "cost_controller",
        P::Goal,
        &[
            "save a tenth of what overtime eats",
            "keep the cost of a shift where it is",
        ],
    ),
    (
        "cost_controller",
        P::Pain,
        &[
            "overtime shows up in the accounts four weeks late",
            "temps are booked that nobody budgeted for",
        ],
    ),
    (
        "cost_controller",
        P::Question,
        &[
            "what will the bill be in year three",
            "when do we have our money back",
        ],
    ),
    (
        "cost_controller",
        P::Criterion,
        &["what we pay over the whole term"],
    ),
    (
        "cost_controller",
        P::Objection,
        &["how dear it is next to the old one"],
    ),
    (
        "risk_checker",
        P::Goal,
        &[
            "have nothing for the auditors to find",
            "know at any time who can see personal data",
        ],
    ),
    (
        "risk_checker",
        P::Pain,
        &[
            "people who left still have a login",
            "the law on rest periods is broken without anybody noticing",
        ],
    ),
    (
        "risk_checker",
        P::Question,
        &[
            "in which country do you keep the data",
            "do you support our login service",
            "who did your last security test",
        ],
    ),
    ("risk_checker", P::Criterion, &["proof that it is secure"]),
    (
        "risk_checker",
        P::Objection,
        &["staff data on somebody else's machines"],
    ),
    (
        "growth_driver",
        P::Goal,
        &[
            "add a dozen {workplace}s with the planners we have",
            "grow twice as fast as last year",
        ],
    ),
    (
        "growth_driver",
        P::Pain,
        &[
            "a new {workplace} needs a whole season to get going",
            "we send orders away for lack of hands",
        ],
    ),
    (
        "growth_driver",
        P::Question,
        &[
            "how many weeks until a {workplace} is live",
            "what's the largest company that runs on it",
        ],
    ),
    (
        "growth_driver",
        P::Criterion,
        &["how fast we can roll it out"],
    ),
    (
        "growth_driver",
        P::Objection,
        &["losing a quarter to a project"],
    ),
    (
        "value_builder",
        P::Goal,
        &[
            "bring the neighbours in human resources on board",
            "get everything out of what we own already",
        ],
    ),
    (
        "value_builder",
        P::ValueGained,
        &[
            "a plan that took days is done before lunch",
            "hardly anybody is called in on a free day any more",
        ],
    ),
    (
        "value_builder",
        P::Question,
        &[
            "what are we paying for without using it",
            "how do others of our kind do it",
        ],
    ),
    (
        "value_builder",
        P::Request,
        &["open the forecast to other teams"],
    ),
    (
        "vendor_consolidator",
        P::Goal,
        &[
            "halve the number of suppliers",
            "put everything under one agreement",
        ],
    ),
    (
        "vendor_consolidator",
        P::Pain,
        &[
            "I renew something every single month",
            "we pay two firms for one and the same thing",
        ],
    ),
    (
        "vendor_consolidator",
        P::Question,
        &[
            "could all of it end on one date",
            "which of our other tools could go",
        ],
    ),
    (
        "vendor_consolidator",
        P::Request,
        &["receive a single bill for everybody"],
    ),
    (
        "daily_planner",
        P::Task,
        &[
            "close holes in the schedule",
            "shuffle people because of sick leave",
        ],
    ),
    (
        "daily_planner",
        P::Pain,
        &[
            "one call in the morning and my whole plan is waste paper",
            "moving two people means a dozen clicks",
        ],
    ),
    (
        "daily_planner",
        P::Question,
        &[
            "can a week be copied",
            "does it tell me who is free to help out",
        ],
    ),
    (
        "daily_planner",
        P::Request,
        &["move a whole week in one go"],
    ),
    (
        "number_reader",
        P::Task,
        &[
            "check how well we're covered",
            "pull hours and hold them against the forecast",
        ],
    ),
    (
        "number_reader",
        P::Pain,
        &[
            "two reports give me two truths",
            "I draw the same graph every week",
        ],
    ),
    (
        "number_reader",
        P::Question,
        &[
            "is there a way to the raw figures",
            "from what is the coverage computed",
        ],
    ),
    ("number_reader", P::Request, &["arrange the charts myself"]),
    (
        "mobile_coordinator",
        P::Task,
        &[
            "run around with my phone",
            "text the crew on the way to work",
        ],
    ),
    (
        "mobile_coordinator",
        P::Pain,
        &[
            "there's no signal where we work",
            "for every swap I have to run back to my computer",
        ],
    ),
    (
        "mobile_coordinator",
        P::Question,
        &[
            "can it be used offline",
            "will they be able to confirm from home",
        ],
    ),
    (
        "mobile_coordinator",
        P::Request,
        &["say yes to a swap with one thumb"],
    ),
    (
        "caretaker",
        P::Task,
        &[
            "add newcomers and remove leavers",
            "look whether the night's import is complete",
        ],
    ),
    (
        "caretaker",
        P::Pain,
        &[
            "an import dies and I hear of it from the planners",
            "all forgotten passwords end up in my queue",
        ],
    ),
    (
        "caretaker",
        P::Question,
        &[
            "where do I see who touched a setting",
            "is there a place to try out rules",
        ],
    ),
    (
        "caretaker",
        P::Request,
        &["clone the setup of a {workplace}"],
    ),
];

/// Drawn for anybody alike: no persona is behind it.
pub(super) const NOISE: &[(P, &[&str])] = &[
    (
        P::Preference,
        &[
            "the phone",
            "a written note",
            "a slot early in the day",
            "a slot late in the day",
        ],
    ),
    (
        P::Competitor,
        &["Shiftwise Pro", "PlanHarbor", "Crewdesk", "Tourline"],
    ),
    (
        P::Trigger,
        &["the owner read about you", "our licence ends in {month}"],
    ),
    (
        P::Process,
        &[
            "a test, a vote, an order",
            "talk to the board, wait, talk again",
        ],
    ),
];
