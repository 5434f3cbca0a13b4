//! What the planted personas speak of, and what anybody may say: the family for building.

use model::vocabulary::Predicate as P;

type Frames = &'static [&'static [&'static str]];

pub(super) const FRAMES: &[(P, Frames)] = &[
    (
        P::Goal,
        &[
            &[
                "S What would make this a success for you?",
                "A! We want to {topic}.",
            ],
            &["A! Our target for this year is to {topic}."],
            &[
                "S And in a year from now?",
                "A! By then I need to {topic}.",
                "S That's a good measure.",
            ],
            &["A! What I'm after is simple: {topic}."],
        ],
    ),
    (
        P::Pain,
        &[
            &[
                "S What is the hardest part today?",
                "A! {topic}, and it costs us every week.",
            ],
            &["A! Honestly, the problem is that {topic}."],
            &["A! What drives me mad: {topic}.", "S I hear that often."],
            &[
                "S Where does it hurt?",
                "A! {topic}. It's been like that for years.",
            ],
        ],
    ),
    (
        P::Question,
        &[
            &["A! {topic}?", "S Good question. I'll show you in a minute."],
            &[
                "A! One thing I wanted to ask: {topic}?",
                "S Yes, let me come back to you with details.",
            ],
            &[
                "A! Before I forget, {topic}?",
                "S It depends on the contract. I'll write it up.",
            ],
        ],
    ),
    (
        P::Criterion,
        &[
            &[
                "S What will you compare on?",
                "A! For us it hangs on {topic}.",
            ],
            &["A! What counts in the end is {topic}."],
            &["A! It must have {topic}, or we need not go on."],
        ],
    ),
    (
        P::Objection,
        &[
            &["A! My worry is {topic}."],
            &["S What speaks against it?", "A! {topic}, to be blunt."],
            &[
                "A! I'm still stuck on {topic}.",
                "S Then let's stay with it for a moment.",
            ],
        ],
    ),
    (
        P::ValueGained,
        &[
            &[
                "S What has changed since you started?",
                "A! {topic}. That alone paid for it.",
            ],
            &["A! I have to say, {topic}.", "S May I quote you on that?"],
        ],
    ),
    (
        P::Request,
        &[
            &["A! It would help if we could {topic}."],
            &[
                "A! What's missing for me: I'd like to {topic}.",
                "S I'll add it to the list.",
            ],
        ],
    ),
    (
        P::Preference,
        &[
            &["S How should I send it?", "A! I prefer {topic}."],
            &["A! If you ask me, {topic}."],
        ],
    ),
    (
        P::Task,
        &[
            &["S What does your day look like?", "A! Mostly I {topic}."],
            &["A! Every morning I {topic}, before anything else."],
        ],
    ),
    (
        P::Competitor,
        &[
            &[
                "S Who else are you talking to?",
                "A! We're also looking at {topic}.",
            ],
            &[
                "A! {topic} was here last week with a very shiny demo.",
                "S They do good demos.",
            ],
        ],
    ),
    (
        P::Trigger,
        &[
            &["S Why now?", "A! {topic}, that's what set it off."],
            &["A! It started when {topic}."],
        ],
    ),
    (
        P::Process,
        &[
            &["S How does a decision like this run here?", "A! {topic}."],
            &["A! The way it goes here: {topic}."],
        ],
    ),
];

pub(super) const TOPICS: &[(&str, P, &[&str])] = &[
    (
        "cost_controller",
        P::Goal,
        &[
            "cut overtime cost by a tenth",
            "get the cost per shift under control",
            "bring agency spending down before the year closes",
        ],
    ),
    (
        "cost_controller",
        P::Pain,
        &[
            "nobody can tell me what overtime costs until the month is over",
            "agency invoices arrive that no plan ever showed",
            "every {workplace} budgets in its own spreadsheet",
        ],
    ),
    (
        "cost_controller",
        P::Question,
        &[
            "what does it cost over three years, all in",
            "how fast does it pay back",
            "what happens to the price when we add people",
        ],
    ),
    (
        "cost_controller",
        P::Criterion,
        &[
            "total cost over three years",
            "a price per head that doesn't move",
        ],
    ),
    (
        "cost_controller",
        P::Objection,
        &[
            "the price, compared with what we pay today",
            "paying for seats nobody fills",
        ],
    ),
    (
        "risk_checker",
        P::Goal,
        &[
            "pass the next audit without findings",
            "keep personal data inside the region",
            "get rid of shared passwords",
        ],
    ),
    (
        "risk_checker",
        P::Pain,
        &[
            "rest periods get broken and we learn of it from the works council",
            "access rights are never taken away when somebody leaves",
            "there are three copies of the staff list and none is protected",
        ],
    ),
    (
        "risk_checker",
        P::Question,
        &[
            "where is the data stored and who can read it",
            "how do you handle single sign-on",
            "can you show me the last penetration test",
            "what happens to our data when we leave",
        ],
    ),
    (
        "risk_checker",
        P::Criterion,
        &["a clean security report", "an audit trail that holds up"],
    ),
    (
        "risk_checker",
        P::Objection,
        &[
            "data leaving our own network",
            "another interface we have to patch",
        ],
    ),
    (
        "growth_driver",
        P::Goal,
        &[
            "open twelve more {workplace}s without hiring more planners",
            "double the volume with the same crew",
            "get new {workplace}s planning within a week",
        ],
    ),
    (
        "growth_driver",
        P::Pain,
        &[
            "every new {workplace} takes us three months to get on board",
            "we turn orders down because we can't staff them",
            "the planners are at their limit while demand grows",
        ],
    ),
    (
        "growth_driver",
        P::Question,
        &[
            "how quickly can you bring a new {workplace} live",
            "does it still work with ten thousand people",
            "who else of our size has grown with it",
        ],
    ),
    (
        "growth_driver",
        P::Criterion,
        &["speed of the rollout", "room to grow with us"],
    ),
    (
        "growth_driver",
        P::Objection,
        &[
            "that it slows us down in the busy season",
            "a project that takes longer than a quarter",
        ],
    ),
    (
        "value_builder",
        P::Goal,
        &[
            "roll the forecast out to the other departments",
            "show the board what planning has brought us",
            "use what we already pay for much more fully",
        ],
    ),
    (
        "value_builder",
        P::ValueGained,
        &[
            "we plan in two hours what used to take two days",
            "last-minute changes went down by a third",
            "people got their rota three weeks ahead for the first time",
        ],
    ),
    (
        "value_builder",
        P::Question,
        &[
            "what do your best customers do that we don't",
            "which parts do we own but not use",
            "can we see how we compare with others",
        ],
    ),
    (
        "value_builder",
        P::Request,
        &[
            "share the forecast with human resources",
            "see all {workplace}s on one page",
        ],
    ),
    (
        "vendor_consolidator",
        P::Goal,
        &[
            "bring eleven vendors down to five",
            "have one contract instead of four",
            "line up all renewal dates",
        ],
    ),
    (
        "vendor_consolidator",
        P::Pain,
        &[
            "every tool comes with its own contract and its own renewal date",
            "two vendors do the same thing here and we pay both",
            "I chase signatures from January to December",
        ],
    ),
    (
        "vendor_consolidator",
        P::Question,
        &[
            "can we merge the contracts and get one end date",
            "what do you replace that we could switch off",
            "is there a group discount",
        ],
    ),
    (
        "vendor_consolidator",
        P::Request,
        &[
            "get one invoice for the whole group",
            "end all contracts on the same day",
        ],
    ),
    (
        "daily_planner",
        P::Task,
        &[
            "fill the gaps in the rota",
            "go through the sick notes and move people around",
            "build next week from last week's plan",
        ],
    ),
    (
        "daily_planner",
        P::Pain,
        &[
            "when somebody calls in sick I start all over",
            "swapping two shifts takes me ten clicks",
            "the plan is out of date the moment I print it",
        ],
    ),
    (
        "daily_planner",
        P::Question,
        &[
            "can I copy last week with one click",
            "can it suggest who could step in",
            "how do I lock a shift so nobody moves it",
        ],
    ),
    (
        "daily_planner",
        P::Request,
        &["drag a whole week at once", "undo more than one step"],
    ),
    (
        "number_reader",
        P::Task,
        &[
            "look at the coverage numbers",
            "export the hours and compare them with the forecast",
            "prepare the weekly report for management",
        ],
    ),
    (
        "number_reader",
        P::Pain,
        &[
            "the export breaks when a column is added",
            "I build the same chart by hand every Monday",
            "the numbers in two reports never agree",
        ],
    ),
    (
        "number_reader",
        P::Question,
        &[
            "can I get the raw data out through an interface",
            "how is the coverage figure calculated",
            "can I schedule a report",
        ],
    ),
    (
        "number_reader",
        P::Request,
        &["build my own dashboard", "put two periods side by side"],
    ),
    (
        "mobile_coordinator",
        P::Task,
        &[
            "walk the floor with the phone in my hand",
            "answer swap requests from the car",
            "send messages to the crew before they leave home",
        ],
    ),
    (
        "mobile_coordinator",
        P::Pain,
        &[
            "the app drops the connection in the basement",
            "people read the message after the shift has started",
            "I can't approve a swap without going to a desk",
        ],
    ),
    (
        "mobile_coordinator",
        P::Question,
        &[
            "does it work without a signal",
            "can people confirm a shift from the phone",
            "can I message only tomorrow's crew",
        ],
    ),
    (
        "mobile_coordinator",
        P::Request,
        &[
            "approve swaps from the lock screen",
            "send a photo with a message",
        ],
    ),
    (
        "caretaker",
        P::Task,
        &[
            "add new people and take out those who left",
            "check that the nightly import went through",
            "fix the rules somebody changed",
        ],
    ),
    (
        "caretaker",
        P::Pain,
        &[
            "the staff import fails and nobody notices",
            "I get a ticket for every forgotten password",
            "rules change by law and I have to touch every {workplace}",
        ],
    ),
    (
        "caretaker",
        P::Question,
        &[
            "is there a log of who changed what",
            "can I test a rule before it goes live",
            "how do I roll users out from our directory",
        ],
    ),
    (
        "caretaker",
        P::Request,
        &[
            "copy the settings of one {workplace} to another",
            "get an alert when an import fails",
        ],
    ),
];

/// Drawn for anybody alike: no persona is behind it.
pub(super) const NOISE: &[(P, &[&str])] = &[
    (
        P::Preference,
        &[
            "a short mail over a call",
            "a call over a mail",
            "documents as a plain attachment",
            "a link rather than an attachment",
            "meetings before ten",
            "meetings after lunch",
        ],
    ),
    (
        P::Competitor,
        &["Shiftwise Pro", "PlanHarbor", "Crewdesk", "Tourline"],
    ),
    (
        P::Trigger,
        &[
            "a new board member asked for it",
            "the old contract was running out in {month}",
            "we merged two {workplace}s",
            "we had a bad summer with too many gaps",
        ],
    ),
    (
        P::Process,
        &[
            "first the working group, then the board, then purchasing",
            "three offers, one comparison, one meeting",
            "a pilot of six weeks, then a vote",
        ],
    ),
];
