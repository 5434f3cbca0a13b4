//! Who plays which part, and who followed whom: the family for building.

use model::vocabulary::Predicate as P;

use crate::words::speech::{
    Exchange, Trap, exchange as e, not_of_other, not_own, of_other, own, trap,
};

pub(super) const ROLES: &[Exchange] = &[
    // Makes the choice.
    e(
        &[own(P::Decides)],
        &[
            "S Who makes the final call on this, in the end?",
            "A! That would be me. I listen to everybody, but it's my decision.",
        ],
    ),
    e(
        &[own(P::Decides)],
        &[
            "A! So you know how it works here: I'm the one who picks the vendor.",
            "S Understood, thank you.",
        ],
    ),
    e(
        &[own(P::Decides)],
        &[
            "S And after the pilot, what happens?",
            "A! After the pilot I decide whether we go ahead or not.",
        ],
    ),
    e(
        &[own(P::Decides)],
        &["A! The final say on {product} is mine, so please send the comparison to me directly."],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "S Who decides at the end of the day?",
            "A! {other} decides. I only prepare the paper.",
        ],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "A! This one is up to {other}, really.",
            "S Okay. And how would {first} want to see it?",
            "A Short. Two pages, numbers first.",
        ],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "B! In the steering group we all talk, but {other} makes the call.",
            "S Good to know.",
        ],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "A! {first} told me last week they want to choose by {month}, and it is {other} who chooses.",
            "S So {month} is the date to keep in mind.",
        ],
    ),
    e(
        &[not_own(P::Decides), of_other(P::Decides)],
        &[
            "S So could you give us a yes today?",
            "A! No, I can't decide that. It's the decision of {other}.",
        ],
    ),
    e(
        &[not_own(P::Decides)],
        &[
            "S You are the decision maker for this, right?",
            "A! Oh no, not me. I'm just collecting the facts.",
        ],
    ),
    e(
        &[trap(P::Decides, Trap::Hypothetical)],
        &[
            "A! If it were up to me I'd pick you tomorrow, honestly.",
            "S We would take that.",
        ],
    ),
    e(
        &[trap(P::Decides, Trap::Past)],
        &["A! At my old company I was the one choosing tools like this, and I'm glad that's over."],
    ),
    e(
        &[trap(P::Decides, Trap::Asked)],
        &[
            "A! Does anyone here know who decides about tools this year?",
            "B Not since the reorganisation, no.",
        ],
    ),
    e(
        &[trap(P::Decides, Trap::Seller)],
        &[
            "S! On our side I decide about the discount, up to ten percent.",
            "A That's helpful to know.",
        ],
    ),
    // Authorises or signs.
    e(
        &[own(P::Authorises)],
        &[
            "S What is left once everybody agrees?",
            "A! Then it comes to my desk and I sign it.",
        ],
    ),
    e(
        &[own(P::Authorises)],
        &["A! Anything above {sum} needs my signature, so this will need it too."],
    ),
    e(
        &[own(P::Authorises)],
        &[
            "A! I have to approve it before the order goes out, and I do that on Fridays.",
            "S Fridays, noted.",
        ],
    ),
    e(
        &[of_other(P::Authorises)],
        &[
            "S And the signature?",
            "A! {other} signs. Above {sum} nobody else may.",
        ],
    ),
    e(
        &[of_other(P::Authorises)],
        &[
            "A! Once we have the paper it still needs approval by {other}.",
            "S How long does that take, usually?",
            "A A week. Two in summer.",
        ],
    ),
    e(
        &[of_other(P::Authorises)],
        &[
            "B! {first} has to sign off on it. I mean {other}.",
            "S Thanks, I'll add the name.",
        ],
    ),
    e(
        &[not_own(P::Authorises), of_other(P::Authorises)],
        &[
            "S So that signature would be yours?",
            "A! I don't sign contracts, {other} does.",
        ],
    ),
    e(
        &[not_of_other(P::Authorises)],
        &[
            "S Does {first} sign for this as well?",
            "A! No, {other} doesn't sign this one.",
        ],
    ),
    e(
        &[trap(P::Authorises, Trap::Hypothetical)],
        &["A! If I had to sign this today I would want another month of data."],
    ),
    e(
        &[trap(P::Authorises, Trap::Wording)],
        &[
            "A! I signed in this morning and the week looked fine.",
            "S Good, so the update went through.",
        ],
    ),
    e(
        &[trap(P::Authorises, Trap::Seller)],
        &[
            "S! My manager has to approve that discount, I can't do it alone.",
            "A Fair enough.",
        ],
    ),
    // Controls the money.
    e(
        &[own(P::ControlsBudget)],
        &[
            "S Whose money is this, if I may ask?",
            "A! It comes out of my budget.",
        ],
    ),
    e(
        &[own(P::ControlsBudget)],
        &["A! I hold the budget for planning tools, and it is spent until {month}."],
    ),
    e(
        &[own(P::ControlsBudget)],
        &[
            "A! I've set aside {sum} for this in my cost centre.",
            "S That's a clear frame.",
        ],
    ),
    e(
        &[of_other(P::ControlsBudget)],
        &[
            "S And the budget sits with you?",
            "A! The budget sits with {other}. I have to ask for it.",
        ],
    ),
    e(
        &[of_other(P::ControlsBudget)],
        &["A! Money-wise we need {other}. Everything over {sum} is paid from there."],
    ),
    e(
        &[of_other(P::ControlsBudget)],
        &[
            "B! {other} holds the purse strings, so the business case matters more than the demo.",
            "S Then let's work on that case together.",
        ],
    ),
    e(
        &[not_own(P::ControlsBudget)],
        &[
            "S Do you have budget for this?",
            "A! I have no budget of my own. I can only ask.",
        ],
    ),
    e(
        &[trap(P::ControlsBudget, Trap::Past)],
        &["A! Two years ago I still had a budget for tools. That is gone."],
    ),
    e(
        &[trap(P::ControlsBudget, Trap::Asked)],
        &[
            "A! Is there still budget for this, or is the year closed?",
            "B I would have to look.",
        ],
    ),
    // Owns the function or the solution.
    e(
        &[own(P::Owns)],
        &[
            "S And who is responsible for it on your side?",
            "A! I am. {product} is mine, from the rollout to the renewal.",
        ],
    ),
    e(
        &[own(P::Owns)],
        &["A! I own workforce planning here, so whatever you build, I live with it."],
    ),
    e(
        &[own(P::Owns)],
        &[
            "A! Planning across all {workplace}s is my responsibility.",
            "S So the goals are yours, too.",
        ],
    ),
    e(
        &[of_other(P::Owns)],
        &[
            "A! The owner of the system is {other}, not IT.",
            "S That's unusual, but I like it.",
        ],
    ),
    e(
        &[of_other(P::Owns)],
        &[
            "S Who looks after {product} when you are away?",
            "A! {other} is responsible for it, also when I'm here.",
        ],
    ),
    e(
        &[not_own(P::Owns), of_other(P::Owns)],
        &[
            "S So the tool is yours?",
            "A! It isn't mine. {other} owns it, we are guests.",
        ],
    ),
    e(
        &[trap(P::Owns, Trap::Hypothetical)],
        &["A! Somebody should own this. Right now it falls between the chairs."],
    ),
    e(
        &[trap(P::Owns, Trap::Seller)],
        &[
            "S! I'm responsible for your account from now on, so call me with anything.",
            "A Welcome aboard.",
        ],
    ),
    // Judges whether it fits and is safe.
    e(
        &[own(P::Evaluates)],
        &[
            "S What is your part in this?",
            "A! I check whether it fits our systems. Interfaces, single sign-on, that kind of thing.",
        ],
    ),
    e(
        &[own(P::Evaluates)],
        &["A! I'll do the security review, and I need your documents for it."],
    ),
    e(
        &[own(P::Evaluates)],
        &[
            "A! I'm running the technical evaluation, so the sandbox should be in my name.",
            "S I'll send you the access.",
        ],
    ),
    e(
        &[of_other(P::Evaluates)],
        &[
            "A! Before anything goes live, {other} looks at the architecture.",
            "S Happy to bring our engineer.",
        ],
    ),
    e(
        &[of_other(P::Evaluates)],
        &["A! {other} will test the interface, and then we'll know."],
    ),
    e(
        &[of_other(P::Evaluates)],
        &[
            "S And data protection?",
            "A! {other} reviews security. You'll get a list with two hundred questions.",
        ],
    ),
    e(
        &[trap(P::Evaluates, Trap::Past)],
        &["A! I evaluated a tool like yours in my last job. It went nowhere."],
    ),
    e(
        &[trap(P::Evaluates, Trap::Seller)],
        &[
            "S! Our own engineer tests every release before you see it.",
            "A Good.",
        ],
    ),
    // Runs purchasing.
    e(
        &[own(P::Procures)],
        &["A! I'm in charge of purchasing, so the commercial part runs through me."],
    ),
    e(
        &[own(P::Procures)],
        &[
            "S Who will we negotiate with?",
            "A! With me. I do vendor negotiations for the whole group.",
        ],
    ),
    e(
        &[of_other(P::Procures)],
        &["A! For the commercial side you'll hear from {other}, who handles our suppliers."],
    ),
    e(
        &[of_other(P::Procures)],
        &[
            "S Is there a purchasing process?",
            "A! Yes, {other} runs it. Three offers, always.",
        ],
    ),
    e(
        &[trap(P::Procures, Trap::Wording)],
        &["A! I bought a coffee machine for the {workplace} last week. Best purchase of the year."],
    ),
    // Terms and law.
    e(
        &[own(P::ReviewsTerms)],
        &["A! I go through the contract, clause by clause. Expect comments on liability."],
    ),
    e(
        &[own(P::ReviewsTerms)],
        &[
            "S Who reads our terms?",
            "A! That's my job. I'm the lawyer in the room.",
        ],
    ),
    e(
        &[of_other(P::ReviewsTerms)],
        &["A! The terms have to go past {other}, that's policy."],
    ),
    e(
        &[of_other(P::ReviewsTerms)],
        &[
            "A! {other} checks the data processing agreement.",
            "S We have a standard one, I'll send it over.",
        ],
    ),
    // Controls access.
    e(
        &[own(P::Gatekeeps)],
        &[
            "S Could we get half an hour with the board?",
            "A! I keep that calendar. Send the agenda to me and I'll see what I can do.",
        ],
    ),
    e(
        &[own(P::Gatekeeps)],
        &["A! Please don't write to the executives directly, it all goes through me."],
    ),
    e(
        &[of_other(P::Gatekeeps)],
        &[
            "A! If you want a slot upstairs you have to get past {other}.",
            "S Any advice?",
            "A Be brief.",
        ],
    ),
    e(
        &[of_other(P::Gatekeeps)],
        &[
            "A! {other} decides who gets on the agenda, not what comes out of it.",
            "S That's a fine difference.",
        ],
    ),
    // Backs it from the top.
    e(
        &[own(P::Sponsors)],
        &["A! I'm sponsoring this in the management team, and I want it to succeed."],
    ),
    e(
        &[own(P::Sponsors)],
        &["A! You have my backing. If somebody blocks you, call me."],
    ),
    e(
        &[of_other(P::Sponsors)],
        &[
            "S Is there support from above?",
            "A! Yes, {other} stands behind it in the management team.",
        ],
    ),
    e(
        &[of_other(P::Sponsors)],
        &["A! {other} is the sponsor, that helps when people are slow."],
    ),
    e(
        &[trap(P::Sponsors, Trap::Wording)],
        &[
            "A! We sponsor a football club, so half of the office is out on Friday.",
            "S Who's winning?",
        ],
    ),
    // Argues for it inside.
    e(
        &[own(P::Advocates)],
        &[
            "A! I've been telling everyone here that we should do this.",
            "S We can tell. Thank you.",
        ],
    ),
    e(
        &[own(P::Advocates)],
        &["A! I presented it again on Monday, and I'll keep pushing."],
    ),
    e(
        &[of_other(P::Advocates)],
        &["A! {other} keeps bringing you up in our meetings, you have a fan there."],
    ),
    e(
        &[of_other(P::Advocates)],
        &["B! It's {other} who pushed for this from the start."],
    ),
    e(
        &[not_of_other(P::Advocates)],
        &[
            "S Is {first} on our side?",
            "A! I wouldn't say {other} is pushing for it. More on the fence.",
        ],
    ),
    // Argues against it.
    e(
        &[own(P::Opposes)],
        &["A! I'm not convinced, and I've said so. I would rather keep what we have."],
    ),
    e(
        &[of_other(P::Opposes)],
        &["A! I should warn you, {other} is against it and says so loudly."],
    ),
    // Recommends or sways.
    e(
        &[own(P::Influences)],
        &[
            "S How does your opinion go in?",
            "A! I write the recommendation. They don't have to follow it, but they usually do.",
        ],
    ),
    e(
        &[own(P::Influences)],
        &["A! They ask me what I think before they choose anything in planning."],
    ),
    e(
        &[of_other(P::Influences)],
        &["A! People listen to {other}, so a good word from there helps."],
    ),
    e(
        &[of_other(P::Influences)],
        &[
            "A! {other} gives a recommendation before it goes up.",
            "S Could we meet {first} before that?",
        ],
    ),
    // Manages the teams.
    e(
        &[own(P::ManagesTeam)],
        &[
            "S How many people work with it in your area?",
            "A! My team is {count} people, and I plan with them every week.",
        ],
    ),
    e(
        &[own(P::ManagesTeam)],
        &["A! I lead the scheduling team in the {workplace}, so I see every change request."],
    ),
    e(
        &[of_other(P::ManagesTeam)],
        &["A! {other} runs the team on the floor, {count} people or so."],
    ),
    e(
        &[of_other(P::ManagesTeam)],
        &["A! The planners report to {other}, so ask there about training."],
    ),
    // Runs the product.
    e(
        &[own(P::Administers)],
        &["A! I set up the users and the rules in {product}, that's me."],
    ),
    e(
        &[own(P::Administers)],
        &[
            "S Who changes the settings when something is off?",
            "A! I do, I'm the admin.",
        ],
    ),
    e(
        &[of_other(P::Administers)],
        &["A! For permissions go to {other}, who administers the system."],
    ),
    e(
        &[of_other(P::Administers)],
        &["A! {other} does the configuration. I only see the result."],
    ),
    e(
        &[not_own(P::Administers)],
        &[
            "S Can you change that in the settings?",
            "A! I don't have admin rights, I'm afraid.",
        ],
    ),
    // Works with it.
    e(
        &[own(P::Uses)],
        &[
            "S How do you work with it?",
            "A! I'm in {product} all day. It's the first thing I open and the last I close.",
        ],
    ),
    e(
        &[own(P::Uses)],
        &["A! I use it every morning to see who is missing."],
    ),
    e(
        &[own(P::Uses)],
        &["A! I build the rota in it, every Thursday, two hours."],
    ),
    e(
        &[of_other(P::Uses)],
        &["A! The one who really works with it is {other}, every day."],
    ),
    e(
        &[not_own(P::Uses)],
        &[
            "S And you use {product} yourself?",
            "A! I don't use it myself. I get a printout.",
        ],
    ),
];

pub(super) const CHANGES: &[Exchange] = &[
    e(
        &[of_other(P::LeftCompany)],
        &[
            "S Is {first} joining us later?",
            "A! No, {other} has left the company. Since {month}, I think.",
        ],
    ),
    e(
        &[of_other(P::LeftCompany)],
        &[
            "A! You may not have heard, {other} is no longer with us.",
            "S I hadn't. Thanks for telling me.",
        ],
    ),
    e(
        &[of_other(P::LeftCompany)],
        &[
            "A! {first} quit in {month}. You know, {other}.",
            "S I remember, from the kick-off.",
        ],
    ),
    e(
        &[of_other(P::MovedRole)],
        &["A! {other} moved to another department, so that's off that desk now."],
    ),
    e(
        &[of_other(P::MovedRole)],
        &[
            "S What happened to {first}?",
            "A! {other} has a new job inside the house. Something with integration.",
        ],
    ),
    e(
        &[own(P::TookOver)],
        &[
            "A! I took this over from {other}, so forgive me if I ask what has been answered before.",
        ],
    ),
    e(
        &[own(P::TookOver)],
        &[
            "S I think we haven't met?",
            "A! No, I'm the successor of {other}. Day {count}, so be patient.",
        ],
    ),
    e(
        &[of_other(P::TookOver)],
        &[
            "A! The topic has gone to {other}.",
            "S So I should write there from now on?",
            "A Please, yes.",
        ],
    ),
    e(
        &[of_other(P::TookOver)],
        &["A! {other} has taken over the whole file, including the renewal."],
    ),
];
