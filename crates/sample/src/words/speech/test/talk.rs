//! Talk that says nothing of anybody's part: the family for judging.

use crate::words::speech::Notes;

type Talk = &'static [&'static [&'static str]];

pub(super) const NOTES: Notes = Notes {
    openings: &[
        "Talked to",
        "Phoned",
        "Visited",
        "Video call with",
        "Quick one with",
    ],
    topics: &[
        "Team is short of planners",
        "Likes the new reports",
        "Needs an offer by Friday",
        "Questions on data protection",
        "New fiscal year starts soon",
        "Two competitors in the race",
    ],
    decides_here: &["Choice is up to {name}.", "{name} confirmed: my decision."],
    decides_there: &[
        "{title} {name} has the last word here.",
        "Up to {name} ({title}) in the end.",
        "DM: {name}, {title}",
    ],
    next: &["mail summary", "invite to webinar", "offer", "ring again"],
};

pub(super) const OPENINGS: Talk = &[
    &[
        "S Hello and welcome. Is the sound all right?",
        "A Yes, all fine.",
        "S Then let's begin, I think.",
    ],
    &[
        "A Hello, hello.",
        "S Hello {peer}, good to see you again.",
        "A Likewise. Is it warm at yours?",
        "S Far too warm for {month}.",
    ],
    &[
        "S I hope it's fine that we record this.",
        "A Sure.",
        "B No objection.",
    ],
];

pub(super) const CLOSINGS: Talk = &[
    &[
        "S You'll get my notes tomorrow.",
        "A Great, thanks.",
        "S Until next time, then.",
        "A See you.",
    ],
    &[
        "A My next meeting starts.",
        "S Then let's stop here. Thank you.",
        "B Ciao.",
    ],
];

pub(super) const HESITATIONS: &[&str] =
    &["Er.", "Right, well.", "Let me see.", "How shall I put it."];

pub(super) const LISTENING: &[&str] = &[
    "Uh-huh.",
    "Fine.",
    "Aha.",
    "Clear.",
    "Yep.",
    "Of course.",
    "Understood.",
    "Indeed.",
    "Good point.",
    "Hm, yes.",
    "I follow.",
    "All right.",
];

pub(super) const TALK: Talk = &[
    &[
        "S I'll present now, can everyone see it?",
        "A A black screen, so far.",
        "S And now?",
        "A There it is.",
    ],
    &[
        "S Rows are teams and columns are weeks in this view.",
        "B Can it be the other way round?",
        "S One click, like so.",
    ],
    &[
        "A We spent Sunday on bikes.",
        "S Far?",
        "A {count} kilometres, half of them uphill.",
        "S My respect.",
    ],
    &[
        "S You may attach a comment to each shift.",
        "A Who reads it?",
        "S Those who are on that shift.",
        "A Nice.",
    ],
    &[
        "B Somebody's microphone is humming.",
        "S Mine, I think. Sorry.",
        "B Gone.",
    ],
    &[
        "S Is the file with the absences complete?",
        "A Without {month}, for now.",
        "S We can start with that.",
    ],
    &[
        "A Parental leave is a mess in our list.",
        "S How is it entered?",
        "A As a holiday that lasts a year.",
        "S I see. We'd give it a type of its own.",
    ],
    &[
        "S Notifications can be switched off at night.",
        "A For all?",
        "S Each person by themselves.",
    ],
    &[
        "B Is there a dark mode?",
        "S Since last month.",
        "B My eyes thank you.",
    ],
    &[
        "A Our canteen closes early today.",
        "S Then we should hurry.",
    ],
    &[
        "S How many languages do your people speak?",
        "A Eleven at the last count.",
        "S The app has nine of them.",
    ],
    &[
        "A The old one crashed on the last day of each month.",
        "S Always the same day?",
        "A Like a clock.",
    ],
    &[
        "S This arrow takes you to the following week.",
        "A And holding it?",
        "S It runs until you let go.",
        "A Ha, wonderful.",
    ],
    &[
        "B I'd like to see the list of skills.",
        "S Here. You can sort it.",
        "B By name, please.",
        "S Done.",
    ],
    &[
        "A Sorry, I dropped out.",
        "S We waited for you.",
        "A Where were we?",
        "S At the breaks.",
    ],
    &[
        "S Let me note: temps, students, retirees.",
        "A And trainees.",
        "S Trainees, yes.",
    ],
    &[
        "A How old is that map?",
        "S From this spring.",
        "A It still shows the {workplace} we sold.",
    ],
    &[
        "S There are {count} demo people in here, all invented.",
        "B I like that one's called Banana.",
        "S We were tired that day.",
    ],
    &[
        "A A question about colours.",
        "S Please.",
        "A Is there anything but green?",
        "S Sixteen others.",
    ],
    &[
        "S Your year ends in {month}?",
        "A It does, like everywhere in the group.",
    ],
    &[
        "A The neighbour is drilling.",
        "S I hardly hear it.",
        "A Lucky you.",
    ],
    &[
        "B Could this hang on the wall as a screen?",
        "S Yes, there's a view for it.",
        "B Without touching?",
        "S It scrolls by itself.",
    ],
    &[
        "S In step two we'd load history.",
        "A How far back?",
        "S Two years if you have them.",
        "A We have seven, in boxes.",
    ],
    &["A Do you ship stickers?", "S Funny you should ask. We do."],
    &[
        "S Here you see last week against this week.",
        "A The dip is the bank holiday.",
        "S That's what I guessed.",
    ],
];
