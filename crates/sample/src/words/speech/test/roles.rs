//! Who plays which part, and who followed whom: the family for judging.

use model::vocabulary::Predicate as P;

use crate::words::speech::{
    Exchange, Trap, exchange as e, not_of_other, not_own, of_other, own, trap,
};

pub(super) const ROLES: &[Exchange] = &[
    // Makes the choice.
    e(
        &[own(P::Decides)],
        &[
            "S May I ask how you get from a shortlist to a choice?",
            "A! The choice lies with me, the committee only advises.",
        ],
    ),
    e(
        &[own(P::Decides)],
        &["A! At the end I'm the person saying yes or no to this."],
    ),
    e(
        &[own(P::Decides)],
        &[
            "A! You don't need to convince anybody else, I make up my mind and that's that.",
            "S Refreshing.",
        ],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "S Is there somebody we haven't met who matters for the choice?",
            "A! You haven't met {other}, and that's who says yes or no.",
        ],
    ),
    e(
        &[of_other(P::Decides)],
        &["A! For this kind of tool the last word belongs to {other}."],
    ),
    e(
        &[of_other(P::Decides)],
        &[
            "B! We can recommend all day long, {other} will choose.",
            "S Then how do we help {first} to choose?",
        ],
    ),
    e(
        &[not_own(P::Decides), of_other(P::Decides)],
        &[
            "S Then let's agree on it right now?",
            "A! I'm afraid that's above my pay grade. {other} has to make that choice.",
        ],
    ),
    e(
        &[not_own(P::Decides)],
        &["A! Don't look at me for a verdict, I don't get to choose."],
    ),
    e(
        &[trap(P::Decides, Trap::Hypothetical)],
        &["A! Were I the boss here, we'd have picked somebody in spring."],
    ),
    e(
        &[trap(P::Decides, Trap::Past)],
        &["A! Back in the day I chose all our software, it was a smaller company then."],
    ),
    e(
        &[trap(P::Decides, Trap::Asked)],
        &[
            "B! Do we even know who gets to choose this time?",
            "A I'll find out.",
        ],
    ),
    e(
        &[trap(P::Decides, Trap::Seller)],
        &["S! In our company it's me who decides which pilots we take on."],
    ),
    // Authorises or signs.
    e(
        &[own(P::Authorises)],
        &[
            "A! Contracts of this size wait for my signature.",
            "S And how long do they wait?",
        ],
    ),
    e(
        &[own(P::Authorises)],
        &[
            "S Who gives the green light?",
            "A! I give the formal go-ahead once legal is through.",
        ],
    ),
    e(
        &[of_other(P::Authorises)],
        &["A! The one who puts a name under it is {other}."],
    ),
    e(
        &[of_other(P::Authorises)],
        &[
            "A! It isn't official until {other} has authorised it.",
            "S And when could that be?",
        ],
    ),
    e(
        &[not_own(P::Authorises), of_other(P::Authorises)],
        &[
            "S Shall I send you the paper for signing?",
            "A! My signature is worth nothing there, it takes the one of {other}.",
        ],
    ),
    e(
        &[trap(P::Authorises, Trap::Hypothetical)],
        &["A! Suppose I had to put my name under it, I'd first ask for references."],
    ),
    e(
        &[trap(P::Authorises, Trap::Wording)],
        &["A! The lift has been waiting for its approval since spring, so we climb stairs."],
    ),
    // Controls the money.
    e(
        &[own(P::ControlsBudget)],
        &[
            "S Where would the funds come from?",
            "A! From me. I've reserved {sum} in my plan.",
        ],
    ),
    e(
        &[own(P::ControlsBudget)],
        &["A! It's my money we're spending, so I look twice."],
    ),
    e(
        &[of_other(P::ControlsBudget)],
        &["A! Funds are released by {other}, we just file the request."],
    ),
    e(
        &[of_other(P::ControlsBudget)],
        &["B! Anything that costs money ends up with {other}, who has the pot."],
    ),
    e(
        &[not_own(P::ControlsBudget)],
        &["A! There's no money in my department for that, not a cent."],
    ),
    e(
        &[trap(P::ControlsBudget, Trap::Asked)],
        &[
            "B! Who on earth is paying for this, do we know?",
            "A Not yet.",
        ],
    ),
    // Owns the function or the solution.
    e(
        &[own(P::Owns)],
        &[
            "S Whom do I call when I have a question on your setup?",
            "A! Call me, I answer for {product} here.",
        ],
    ),
    e(
        &[own(P::Owns)],
        &["A! Whatever goes wrong in planning lands on me, it's my area."],
    ),
    e(
        &[of_other(P::Owns)],
        &["A! {other} answers for the whole solution, with all its warts."],
    ),
    e(
        &[of_other(P::Owns)],
        &[
            "S So whose baby is it?",
            "A! It's the baby of {other}, everybody knows that.",
        ],
    ),
    e(
        &[not_own(P::Owns), of_other(P::Owns)],
        &[
            "S I had you down as the owner of this.",
            "A! That's outdated, {other} is in charge of it.",
        ],
    ),
    e(
        &[trap(P::Owns, Trap::Seller)],
        &["S! I look after the accounts in your region, since spring."],
    ),
    // Judges whether it fits and is safe.
    e(
        &[own(P::Evaluates)],
        &[
            "A! My task is to see whether the thing plays along with our landscape.",
            "S Then let's go through the interfaces.",
        ],
    ),
    e(
        &[own(P::Evaluates)],
        &["A! I'll take it apart in our lab for a week, and then tell you what I found."],
    ),
    e(
        &[of_other(P::Evaluates)],
        &["A! {other} has to vet it from the technical side."],
    ),
    e(
        &[of_other(P::Evaluates)],
        &["A! The security questionnaire comes from {other}, who grades the answers as well."],
    ),
    e(
        &[trap(P::Evaluates, Trap::Past)],
        &["A! Some years ago I tested five of these for another employer."],
    ),
    // Runs purchasing.
    e(
        &[own(P::Procures)],
        &["A! I buy for the group, so we two will talk about terms of payment."],
    ),
    e(
        &[of_other(P::Procures)],
        &[
            "A! {other} leads the tender and collects the bids.",
            "S Is there a template for the bid?",
        ],
    ),
    e(
        &[of_other(P::Procures)],
        &[
            "S Who handles the order?",
            "A! Orders and vendors are with {other}.",
        ],
    ),
    // Terms and law.
    e(
        &[own(P::ReviewsTerms)],
        &["A! I'm the one who will mark up your agreement in red."],
    ),
    e(
        &[of_other(P::ReviewsTerms)],
        &[
            "A! Your paper goes to {other} for a legal look.",
            "S With tracked changes, please.",
        ],
    ),
    // Controls access.
    e(
        &[own(P::Gatekeeps)],
        &["A! Whoever wants to see the management talks to me first."],
    ),
    e(
        &[of_other(P::Gatekeeps)],
        &["A! Nobody gets in there without {other}, who guards the diary."],
    ),
    // Backs it from the top.
    e(
        &[own(P::Sponsors)],
        &["A! I'm putting my weight behind this in the executive round."],
    ),
    e(
        &[of_other(P::Sponsors)],
        &["A! With {other} we have a patron upstairs."],
    ),
    // Argues for it inside.
    e(
        &[own(P::Advocates)],
        &[
            "A! I've made your case three times already, I'm starting to sound like your salesman.",
            "S We should pay you.",
        ],
    ),
    e(
        &[of_other(P::Advocates)],
        &["A! Your best ally here is {other}, who mentions you at every chance."],
    ),
    e(
        &[not_of_other(P::Advocates)],
        &["A! {other} isn't exactly waving your flag."],
    ),
    // Argues against it.
    e(
        &[own(P::Opposes)],
        &["A! To be open with you, I'd vote against it."],
    ),
    e(
        &[of_other(P::Opposes)],
        &["A! Expect headwind from {other}, who'd love to stay with the old tool."],
    ),
    // Recommends or sways.
    e(
        &[own(P::Influences)],
        &["A! My view carries some weight with them, I've been here for long."],
    ),
    e(
        &[of_other(P::Influences)],
        &["A! They always ask {other} for an opinion first."],
    ),
    // Manages the teams.
    e(
        &[own(P::ManagesTeam)],
        &["A! I've got {count} people under me who plan every day."],
    ),
    e(
        &[of_other(P::ManagesTeam)],
        &["A! The dispatch crew is led by {other}."],
    ),
    // Runs the product.
    e(
        &[own(P::Administers)],
        &[
            "A! When an account has to be created or a rule is wrong, it's me who repairs it in {product}.",
        ],
    ),
    e(
        &[of_other(P::Administers)],
        &["A! Rights and settings are in the hands of {other}."],
    ),
    e(
        &[not_own(P::Administers)],
        &["A! I can look but not touch, somebody else has the keys to the settings."],
    ),
    // Works with it.
    e(
        &[own(P::Uses)],
        &["A! I spend half of my week inside {product}."],
    ),
    e(
        &[of_other(P::Uses)],
        &["A! For the day-to-day ask {other}, who lives in the tool."],
    ),
    e(
        &[not_own(P::Uses)],
        &["A! Me? I have never even logged in."],
    ),
];

pub(super) const CHANGES: &[Exchange] = &[
    e(
        &[of_other(P::LeftCompany)],
        &[
            "S Should I still copy {first}?",
            "A! Take that address out, {other} went to another firm.",
        ],
    ),
    e(
        &[of_other(P::LeftCompany)],
        &[
            "A! {other} said goodbye in {month}, with cake.",
            "S A pity. About the goodbye.",
        ],
    ),
    e(
        &[of_other(P::MovedRole)],
        &["A! {other} does something else in the house these days."],
    ),
    e(
        &[own(P::TookOver)],
        &["A! I inherited this from {other}, together with a very full drawer."],
    ),
    e(
        &[of_other(P::TookOver)],
        &["A! From now on your contact is {other}, who follows in that seat."],
    ),
];
