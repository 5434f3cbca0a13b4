//! Talk that says nothing of anybody's part: the family for building.

use crate::words::speech::Notes;

type Talk = &'static [&'static [&'static str]];

pub(super) const NOTES: Notes = Notes {
    openings: &[
        "Spoke with",
        "Call w/",
        "Met",
        "Good chat with",
        "Caught up with",
        "Left a message, then reached",
    ],
    topics: &[
        "They still plan shifts in spreadsheets",
        "Happy with rollout so far",
        "Wants pricing for next year",
        "Asked about single sign-on",
        "Budget round is in the autumn",
        "Comparing us with two others",
    ],
    decides_here: &[
        "The decision is theirs.",
        "{name} makes the call on this.",
        "Confirmed that the choice is with {name}.",
    ],
    decides_there: &[
        "Final say is with {name} ({title}).",
        "{name}, {title}, decides. Need an intro.",
        "Decision maker = {name} ({title})",
        "Can't decide alone, it goes to {name} ({title}).",
    ],
    next: &["send recap", "demo in two weeks", "quote", "call back"],
};

pub(super) const OPENINGS: Talk = &[
    &[
        "S Hi everybody, can you hear me?",
        "A Loud and clear.",
        "S Great. Shall we wait for the others?",
        "A No, let's start. They'll join when they can.",
    ],
    &[
        "A Good morning.",
        "S Good morning, {peer}. How's the {workplace}?",
        "A Busy. It's always busy in {month}.",
        "S Then I'll try to be quick.",
    ],
    &[
        "S Thanks for making the time today.",
        "A Sure. I have a hard stop on the hour, though.",
        "S Noted. I have three things for today, and the last one is yours.",
    ],
    &[
        "A Sorry I'm late, the call before ran over.",
        "S No problem at all, we only talked about the weather.",
        "A And?",
        "S It's raining here.",
    ],
    &[
        "S I've started the recording, is that all right with everyone?",
        "A Fine with me.",
        "B Yes, go ahead.",
    ],
];

pub(super) const CLOSINGS: Talk = &[
    &[
        "S I'll send a summary this afternoon, with the open points.",
        "A Perfect.",
        "S Anything I forgot?",
        "A Not that I can think of. Talk soon.",
        "S Bye, everyone.",
    ],
    &[
        "A I have to run.",
        "S Of course. Same time in two weeks?",
        "A Put it in the calendar, please.",
        "S Will do. Thank you all.",
    ],
    &[
        "S So the next step is on us: the example with your data.",
        "A And I'll get you the export.",
        "S Deal. Have a good rest of the day.",
        "B Thanks, bye.",
    ],
];

pub(super) const HESITATIONS: &[&str] = &[
    "Um, yeah.",
    "Well.",
    "So, let me think.",
    "You know what.",
    "Hm.",
];

pub(super) const LISTENING: &[&str] = &[
    "Mm-hm.",
    "Right.",
    "Okay.",
    "I see.",
    "Yeah.",
    "Sure.",
    "Got it.",
    "Makes sense.",
    "Exactly.",
    "True.",
    "Oh, interesting.",
    "Yes, yes.",
    "Ah, okay.",
    "That's fair.",
    "Absolutely.",
    "Okay, good.",
];

pub(super) const TALK: Talk = &[
    &[
        "S Let me share my screen.",
        "A We see your calendar.",
        "S Wrong window, one second. Now?",
        "A Now we see the plan.",
    ],
    &[
        "S This is the week view. Each row is a person, each column a day.",
        "A And the colours?",
        "S Red is a gap, yellow is overtime, grey is absence.",
        "B What about training?",
        "S You can give it a colour of its own.",
    ],
    &[
        "A How was the weekend?",
        "S We went to the lake. Cold, but nice.",
        "A I was painting the kitchen. My back still knows.",
        "S So it's good to be back in the office.",
        "A I wouldn't go that far.",
    ],
    &[
        "A Can you go back one page?",
        "S This one?",
        "A Yes. What's the small number in the corner?",
        "S The hours that are planned but not confirmed.",
        "A Ah. That explains the {count} I saw.",
    ],
    &[
        "S When I click here, the system looks for gaps.",
        "A And it takes how long?",
        "S For {count} people a few seconds.",
        "B Ours takes until lunch.",
    ],
    &[
        "B I think there is an echo.",
        "S Better now?",
        "B Much better.",
    ],
    &[
        "A The network in this {workplace} is terrible.",
        "S You froze for a moment, but you're back.",
        "A Let me switch off the camera.",
    ],
    &[
        "S Last time we spoke about the import. Did the file arrive?",
        "A It did, but with the wrong dates.",
        "S Day first or month first?",
        "A Month first. We write the day first.",
        "S That's a setting, I'll change it after the call.",
    ],
    &[
        "A We tried the trial with last month's data.",
        "S And how did it go?",
        "A Well, mostly. It stumbled over part-timers.",
        "S Because of their contracts?",
        "A Because they have two each.",
    ],
    &[
        "S In the report you pick the period up here.",
        "A Could it start with the fiscal year?",
        "S Yes, you set that once and it stays.",
        "A Then the quarters would be right, too.",
        "S Exactly, they follow.",
    ],
    &[
        "B What does the grey bar mean again?",
        "S Somebody is away. Holiday, or sick.",
        "B And striped?",
        "S Asked for, not granted yet.",
    ],
    &[
        "A My daughter is at home today, so you may hear her.",
        "S Mine too, we can form a band.",
    ],
    &[
        "S How many {workplace}s would be in the first phase?",
        "A Three. Two here and one up north.",
        "S And the others?",
        "A After the summer, if all goes well.",
    ],
    &[
        "S What do you use at the moment?",
        "A Spreadsheets. One for each {workplace}, and one that is supposed to hold them all.",
        "S Supposed to.",
        "A It has a formula nobody dares to touch.",
    ],
    &[
        "A Did you see the news about the strike?",
        "S I did. Are you affected?",
        "A Only the deliveries. We had to move {count} shifts.",
        "S By hand?",
        "A By hand.",
    ],
    &[
        "S You can filter by skill here. Say, forklift.",
        "A And first aid?",
        "S Any skill you keep in the staff list.",
        "B We keep that on paper.",
        "S Then we'd type it in once.",
    ],
    &[
        "A Is the manual in our language?",
        "S The help is. The videos are in English with subtitles.",
    ],
    &[
        "S Let me show you the mobile view.",
        "A Oh, that is small.",
        "S You can turn the phone.",
        "A Ah. Yes, better.",
    ],
    &[
        "A We had the auditors here last week.",
        "S Did all go well?",
        "A They ate all the biscuits. Otherwise, yes.",
    ],
    &[
        "S So training would be two half days.",
        "A In one week?",
        "S Better in two, so that people can try things in between.",
        "B I'd like that. Last time it was all in one day and nobody remembered a thing.",
        "S We hear that a lot.",
    ],
    &[
        "A Could you put that in the chat?",
        "S The link? Here it is.",
        "A Got it, thanks.",
    ],
    &[
        "S And the holidays come from the public calendar.",
        "A Also the regional ones?",
        "S Yes, by {workplace}.",
        "A That would save us the list on the door.",
    ],
    &[
        "B Who took the notes last time?",
        "A I did, but I can't read them.",
        "S I have ours. I'll paste them.",
    ],
    &[
        "S The forecast takes the last two years, week by week.",
        "A We changed our opening hours in between.",
        "S Then we tell it from which day the new ones count.",
        "A Fine. And Easter?",
        "S Easter moves, it knows that.",
    ],
    &[
        "A Are you coming to the fair in {month}?",
        "S Yes, hall four. Will you be there?",
        "A Perhaps for a day. The coffee is good.",
        "S Then I'll keep you a cup.",
    ],
    &[
        "S In your sandbox there are {count} made-up people.",
        "A Made-up is good. I'd rather not test with real ones.",
        "S Neither would we.",
    ],
    &[
        "A This button, does it save or publish?",
        "S It saves. To publish you press the green one.",
        "A And can I take it back?",
        "S Until people have seen it, yes.",
        "A And after?",
        "S After that they get a message.",
    ],
    &[
        "S Any questions so far?",
        "A Not from me.",
        "B Go on, please.",
    ],
    &[
        "B We should check that with the night shift.",
        "A True, they always find something.",
        "S Shall I join them one night?",
        "B Bring a jacket.",
    ],
    &[
        "S Your contract year starts in {month}, is that right?",
        "A I believe so. It's in the folder somewhere.",
        "S I'll look it up on our side.",
    ],
    &[
        "A The last version was slower, I thought.",
        "S There was a slow week, yes. It is fixed.",
        "A Good, I thought it was our computers.",
        "S For once it was us.",
    ],
    &[
        "S Do your people swap shifts among themselves?",
        "A All the time, and then they forget to tell us.",
        "S Here they ask in the app, and it's in the plan once somebody says yes.",
        "A And if nobody says yes?",
        "S Then nothing changes.",
    ],
    &[
        "A How do you do it, in your own company?",
        "S We plan support with it. Badly, sometimes.",
        "A That's reassuring.",
    ],
    &[
        "S Here are breaks. They move with the shift.",
        "A Thirty minutes?",
        "S By law thirty, but you can set it.",
        "B With us it's forty-five.",
    ],
    &[
        "A Wait, somebody is at the door.",
        "S Take your time.",
        "A A parcel. For the neighbour, of course.",
    ],
    &[
        "S I'd suggest that we look at real numbers next time.",
        "A Yes, numbers are better than slides.",
        "S Could you send me {month}?",
        "A I can send the whole quarter.",
    ],
    &[
        "B Does it print?",
        "S It does. On one page or on a very big one.",
        "B The big one goes on the wall, please.",
    ],
    &[
        "A Snow again. Half of the crew was late.",
        "S Did the plan survive?",
        "A It bent a little.",
    ],
    &[
        "S And this is the history: each change with day and hour.",
        "A Can I get back to yesterday?",
        "S You can look at yesterday. To get back you copy it.",
        "A Good enough for me.",
    ],
    &[
        "A Somebody said there was a new release.",
        "S On Tuesday. You'll find the list in the help.",
        "A Is there anything in it that I would notice?",
        "S The search is quicker. And the buttons are rounder.",
        "A Rounder. Well.",
    ],
    &[
        "S Let me write that down. Part-timers, two contracts.",
        "A And students.",
        "S And students. Got it.",
        "B Students only in the holidays.",
        "S In the holidays.",
    ],
    &[
        "A We are {count} in the {workplace}, with the temps.",
        "S And how many without?",
        "A Take off about a fifth.",
    ],
];
