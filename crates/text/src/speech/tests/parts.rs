//! Each part in many ways of saying it, and sentences that only look like it.

use super::{Language, parts_said};
use crate::speech::{Context, read};

/// Predicate and sign, whom, sentence.
const READ: &str = "\
decides+ | speaker | At the end of the day this is something I get to decide.
decides+ | speaker | It'll be me who chooses between the three of you.
decides+ | our COO | Honestly, our COO is the one calling the shots on tooling.
decides+ | Helena | You'd want Helena in the room, because she's got the final word.
decides+ | the board | Something this big has to be decided by the board.
decides+ | my boss | I put together the options and my boss picks one.
decides+ | our CFO | Ultimately it's our CFO who makes up her mind about these things.
decides- | speaker | That's not for me to decide, I'm afraid.
decides+ | Marcus | In the end Marcus will be the one choosing.
decides+ | our VP of Operations | The choice of vendor lies with our VP of Operations.
decides+ | speaker | Nobody else has to be convinced, I can make that choice on my own.
decides+ | the steering committee | The last word is with the steering committee.
decides+ | Our CEO | Our CEO likes to decide these things herself.
decides+ | my director | I'd say yes tomorrow but my director decides.
decides- | Oliver | Oliver won't be deciding this one.
decides+ | our CIO | You could say our CIO has the deciding vote.
decides+ | our general manager | The person making that decision is our general manager.
decides+ | Fatima | Fatima has the casting vote if we can't agree.
decides+ | our CTO | Nothing gets chosen here without our CTO deciding on it.
decides- | speaker | I'm just the messenger, I don't get to choose.
decides+ | Roland | As to which vendor wins, that decision belongs to Roland.
decides+ | My manager | My manager will make the call once she's seen the figures.
authorises+ | Our finance director | Our finance director would need to approve that.
authorises+ | speaker | Purchases of that size land on my desk for approval.
authorises+ | speaker | I'm authorised to sign up to fifty thousand.
authorises+ | Grace | Without Grace's okay nothing gets ordered.
authorises+ | the CFO | Contracts above a hundred thousand must be countersigned by the CFO.
authorises+ | our managing director | It only becomes official when our managing director puts his name on it.
authorises+ | Tom | Tom gives the green light for anything over budget.
authorises+ | our controller | We can't order before our controller releases the purchase order.
authorises- | speaker | I'm not allowed to sign anything like that.
authorises+ | the head of finance | Then it needs a second signature from the head of finance.
authorises+ | my boss | I'd have to get my boss to sign it.
authorises+ | Ines | As soon as Ines has signed, we can start.
authorises+ | our COO | The paperwork ends up with our COO for signature.
authorises+ | speaker | I'd be the one signing the order form.
authorises+ | Mr. Okafor | Final approval comes from Mr. Okafor.
authorises+ | Our CFO | Our CFO rubber-stamps whatever I recommend.
authorises+ | Our president | Our president has to give her blessing.
authorises+ | speaker | All purchase orders above five thousand are approved by me.
authorises+ | Wolfgang | Once Wolfgang has approved it, you'll get the order.
authorises+ | our VP Finance | It has to be signed off by our VP Finance.
authorises+ | speaker | I've got signing authority up to 25k.
authorises+ | the board | Anything over a million goes to the board for approval.
authorises- | Nina | Nina isn't authorised to sign contracts.
authorises+ | our CFO | You'll need our CFO's signature at the bottom.
authorises+ | my director | Before we can buy anything my director must say yes.
authorises+ | speaker | Ultimately it's my signature on the contract.
controls_budget+ | speaker | This would be paid from my cost centre.
controls_budget+ | Our marketing director | Our marketing director holds the purse strings.
controls_budget+ | speaker | I've got about sixty thousand set aside for this.
controls_budget+ | Finance | Finance controls the money, we only ask for it.
controls_budget+ | Lydia | Lydia is the budget owner for everything digital.
controls_budget+ | the operations department | The money would come from the operations department.
controls_budget- | speaker | I don't have any budget myself.
controls_budget+ | our plant manager | It's our plant manager who pays for it in the end.
controls_budget+ | speaker | I manage the software budget for the region.
controls_budget+ | My boss | My boss has the budget for this.
controls_budget+ | Carl | Financially you'd have to talk to Carl, he runs our budget.
controls_budget+ | Anita | Anita is in charge of the IT budget.
controls_budget+ | speaker | I have to find the money in my own budget.
controls_budget+ | our sales department | It gets charged to our sales department's cost centre.
controls_budget+ | the CMO | The budget for this belongs to the CMO.
controls_budget- | speaker | I've no spending authority whatsoever.
controls_budget+ | Hugo | Hugo decides how the money is spent.
controls_budget+ | Corporate | Corporate pays for it.
owns+ | speaker | I'm accountable for workforce planning across the group.
owns+ | speaker | The tool is my baby, so to speak.
owns+ | Nadia | Nadia is the product owner for the platform on our side.
owns+ | our logistics lead | Responsibility for the system sits with our logistics lead.
owns+ | speaker | I look after the platform in our region.
owns+ | Ben | Ben's in charge of the whole rollout.
owns- | speaker | I don't own the tool, I just happen to know it well.
owns+ | the operations team | Officially the operations team owns that process.
owns+ | speaker | I run planning for the whole of Northern Europe.
owns+ | speaker | I'm the one responsible for the product here.
owns+ | our digital team | The tool is owned by our digital team.
owns+ | Philip | Philip is the business owner.
evaluates+ | speaker | My part is to check whether it's secure.
evaluates+ | Our IT architect | Our IT architect will put it through its paces.
evaluates+ | speaker | I'll be testing the integration over the next two weeks.
evaluates+ | our security team | It still has to be vetted by our security team.
evaluates+ | Raj | Raj is doing the technical assessment.
evaluates+ | The infosec team | The infosec team sends out a long questionnaire and goes through the answers.
evaluates+ | Victor | On the technical side you'd be dealing with Victor.
evaluates+ | speaker | I'm supposed to find out whether it fits our landscape.
evaluates+ | Our data protection officer | Our data protection officer assesses every new tool.
evaluates+ | Our architects | Our architects want to have a look at the API first.
evaluates+ | speaker | I'm doing the proof of concept.
evaluates+ | Sven | Sven will check if it works with our single sign-on.
evaluates+ | IT security | IT security has to clear every cloud application.
evaluates+ | speaker | I compare the tools and write down how they score.
procures+ | speaker | I negotiate the contracts with our suppliers.
procures+ | our purchasing team | Pricing is something you discuss with our purchasing team.
procures+ | Yvonne | Yvonne from procurement runs the tender.
procures+ | procurement | Once we've agreed, procurement takes over the commercial talks.
procures+ | Our category manager | Our category manager will ask you for a better price.
procures+ | Our sourcing manager | Our sourcing manager handles the negotiation.
procures+ | speaker | I'm responsible for all vendor contracts in the group.
procures+ | Daria | You'll be negotiating with Daria.
procures+ | the purchasing department | The order itself is placed by the purchasing department.
reviews_terms+ | Our lawyers | Our lawyers need to read the agreement first.
reviews_terms+ | Legal | Legal will go over the terms with a fine comb.
reviews_terms+ | speaker | I'm in-house counsel, so I'll redline the draft.
reviews_terms+ | Judith | Judith looks at all the liability clauses.
reviews_terms+ | our legal department | The contract has to be checked by our legal department.
reviews_terms+ | the general counsel | Any change to the wording goes back to the general counsel.
reviews_terms+ | Katja | Katja in legal is going through your terms right now.
reviews_terms+ | Our attorney | Our attorney marks up the contract.
reviews_terms+ | Our data privacy officer | Our data privacy officer checks the data processing agreement.
reviews_terms+ | speaker | I read every contract before it's signed.
gatekeeps+ | speaker | I run her diary, so any meeting goes via me.
gatekeeps+ | Dolores | Dolores filters everything that reaches the managing director.
gatekeeps+ | His secretary | His secretary decides who gets a slot.
gatekeeps+ | Sheila | Sheila keeps the boss's calendar, try her.
gatekeeps+ | her assistant | All requests go through her assistant.
gatekeeps+ | speaker | If you want to see the managing director you have to go through me.
sponsors+ | Our COO | Our COO is backing the project personally.
sponsors+ | the CEO | The initiative has the full support of the CEO.
sponsors+ | Miriam | Miriam put her weight behind it at the last board meeting.
sponsors+ | speaker | I'm the one protecting this project at board level.
sponsors+ | Our VP Supply Chain | Our VP Supply Chain is the executive sponsor for this.
sponsors+ | the board | This was commissioned by the board.
sponsors+ | Our chief executive | Our chief executive stands fully behind this.
sponsors+ | Arne | Arne is sponsoring the programme.
sponsors+ | speaker | You've got my full support on this.
sponsors+ | our COO | This is our COO's pet project.
advocates+ | speaker | I've been lobbying for you for half a year.
advocates+ | Felix | Felix raves about your product to anyone who'll listen.
advocates+ | Joanna | Joanna convinced the rest of us that we need it.
advocates+ | Our team lead | Our team lead is a big supporter of yours.
advocates+ | speaker | I'm really fighting for this internally.
advocates+ | Omar | Omar was the one who first brought your name up.
advocates+ | speaker | I've sold the idea to my management already.
advocates+ | Our head of planning | Our head of planning speaks very highly of you.
advocates+ | Lucia | Lucia keeps telling everyone how good it is.
advocates+ | speaker | I've put in a good word for you with the board.
advocates+ | Ravi | Ravi is your biggest fan over here.
advocates+ | speaker | I'm trying hard to get this through.
advocates+ | Our site manager | Our site manager is pushing hard for it.
advocates+ | Bettina | Bettina has been promoting the idea since last year.
opposes+ | Our IT director | Our IT director thinks it's a waste of money.
opposes+ | Henrik | Henrik has been pushing back from day one.
opposes+ | speaker | I'm still against changing tools in the middle of the year.
opposes+ | The works council | The works council doesn't like it at all.
opposes+ | Paula | Paula would rather stay with what we have.
opposes+ | Our CIO | Our CIO has serious doubts about the cloud part.
opposes+ | Gerhard | Gerhard is dead against the whole thing.
opposes+ | Our works council | Our works council is blocking it.
opposes+ | speaker | I don't think we need this at all.
opposes+ | Silvia | Silvia doesn't see the point.
opposes+ | Our operations director | Our operations director would prefer to build it ourselves.
influences+ | speaker | I don't decide, but my opinion counts for a lot.
influences+ | Erik | They usually follow Erik's recommendation.
influences+ | speaker | I get asked for my view before anything is bought.
influences+ | our senior planner | Management trusts our senior planner's judgement.
influences+ | Tanja | Tanja has the boss's ear.
influences+ | The shift leads | The shift leads have a strong say in this.
influences+ | speaker | I make a recommendation, that's all.
influences+ | Our planners | Our planners will be asked for their opinion.
influences+ | Norbert | Norbert has a lot of influence on the boss.
influences+ | speaker | They listen to me on technical topics.
manages_team+ | speaker | I've got fourteen planners reporting to me.
manages_team+ | speaker | I look after a crew of thirty technicians.
manages_team+ | Rosa | Rosa heads the dispatch team.
manages_team+ | Our shift supervisor | Our shift supervisor manages the people who use it.
manages_team+ | speaker | I'm the team lead for customer care.
manages_team+ | Igor | The night crew works for Igor.
manages_team+ | speaker | I lead a team of eight.
manages_team+ | speaker | Twenty people report to me.
manages_team+ | Our operations lead | Our operations lead supervises the dispatchers.
administers+ | speaker | I give people access and take it away again.
administers+ | Leon | Leon is the system administrator for it.
administers+ | Our IT support | Our IT support handles all the user accounts.
administers+ | speaker | Whenever someone new starts I create their account.
administers+ | Anke | If you need admin rights you have to ask Anke.
administers- | speaker | I can't change the settings, I'm not an admin.
administers+ | speaker | I maintain the master data and the workflows.
administers+ | Udo | Udo set the whole thing up and keeps it running.
administers+ | speaker | I'm one of the two admins.
administers+ | Our helpdesk | Our helpdesk resets the passwords and manages the licences.
administers+ | speaker | I take care of user management.
uses+ | speaker | I'm in the system from eight to five.
uses+ | Our planners | Our planners work with it every single day.
uses+ | speaker | I open it first thing every morning.
uses+ | Kim | Kim uses it more than anybody else.
uses+ | speaker | I do all my scheduling in your tool.
uses- | speaker | I've never really worked with it myself.
uses- | speaker | I hardly ever log in these days.
uses+ | speaker | We couldn't work without it anymore, I have it open all day.
uses+ | speaker | I use it for everything, really.
uses+ | speaker | I log in at least five times a day.
uses+ | Ewa | Ewa works with the tool all day long.
uses- | speaker | I don't touch it, my assistant does that.
uses+ | Our dispatchers | Our dispatchers live in the system.
hands_over+ | speaker | I'm passing the topic on to Lars next month.
hands_over+ | speaker | From next month you'll be dealing with Simone.
hands_over+ | speaker | I'll hand everything over to Moritz.
hands_over+ | Celia | Celia is handing the account to Jo.
took_over+ | speaker | I inherited this from Barbara.
took_over+ | Jonas | Jonas has stepped into her shoes.
took_over+ | speaker | I've been in this role for three weeks.
took_over+ | Ulrike | Ulrike is his replacement.
took_over+ | Dina | Since April Dina has been running the department instead of him.
took_over+ | speaker | I'm covering for Anton, who left in spring.
took_over+ | Mehmet | Mehmet follows Karin as head of operations.
took_over+ | Tim | Tim has taken over from Sandra.
took_over+ | speaker | I'm new in this position, I started in May.
took_over+ | Vera | Vera is the new head of operations.
took_over+ | speaker | I'm stepping in for Carla.
took_over+ | Dominik | Sandra's successor is Dominik.
took_over+ | Louise | Her job is now done by Louise.
left_company+ | Karin | Karin isn't working here any more.
left_company+ | Karin | Karin took a job with another firm.
left_company+ | Anton | Anton handed in his notice in June.
left_company+ | Our former CIO | Our former CIO has retired.
left_company+ | Bianca | We parted ways with Bianca last summer.
left_company+ | Stefan | Stefan was let go in the reorganisation.
left_company+ | Mina | Mina's last day was Friday.
left_company+ | Paul | Since Paul's departure nobody has looked at it.
left_company+ | Greta | Greta moved on to a competitor.
left_company+ | speaker | I'm leaving at the end of the quarter.
left_company+ | Sandra | Sandra is gone.
left_company+ | Otto | Otto retired last year.
left_company+ | Maja | Maja doesn't work here anymore.
left_company+ | Frederik | Frederik has left us for a startup.
left_company+ | Our old CFO | Our old CFO was fired.
left_company+ | Elena | Elena resigned two weeks ago.
moved_role+ | Lina | Lina switched over to the marketing department.
moved_role+ | Aaron | Aaron got promoted to head of supply chain.
moved_role+ | Noor | Noor does something different in the company now.
moved_role+ | speaker | I've changed departments since we last spoke.
moved_role+ | Emil | Emil is no longer in charge of that, he works in another division.
moved_role+ | Svenja | Svenja was transferred to the Munich site.
moved_role+ | Jakob | Jakob is in another department now.
moved_role+ | Hannah | Hannah moved into a global role.
moved_role+ | Luca | Luca was promoted to director of logistics.
moved_role+ | Sina | Sina has taken on a new position in HR.
";

/// Predicate, and a sentence that does not say it.
const NOT_READ: &str = "\
decides | If it were mine to choose, I'd take the blue one.
decides | Who makes the final decision at your place?
decides | We still need to decide where to eat.
decides | I wonder whether Petra decides about that.
authorises | She would have signed it straight away.
authorises | They signed up for the webinar.
authorises | Does your CFO have to approve this?
controls_budget | I would gladly pay for a version that prints labels.
controls_budget | We'd pay extra for weekend support.
controls_budget | Suppose I had the budget for it.
controls_budget | At my last company I held the budget.
controls_budget | Is there any budget left this year?
owns | Somebody ought to own this topic.
owns | My sister owns a bakery.
evaluates | In my previous job I evaluated every new tool.
evaluates | Have you tested it with other banks?
procures | I bought a bike last weekend.
procures | Who negotiates on your side?
reviews_terms | We read a lot of books on holiday.
reviews_terms | The contract arrived on Monday.
gatekeeps | Let me check my calendar.
gatekeeps | The meeting goes on until five.
sponsors | Our club is looking for a new trainer.
advocates | Can you push the button on the left?
advocates | I told everybody about my holiday.
opposes | It rained against the window all day.
opposes | Would your team be against that?
influences | I recommend the fish.
influences | What would you recommend?
manages_team | The team won on Saturday.
manages_team | How many people are on your team?
administers | We set up the chairs before lunch.
administers | Who administers it today?
uses | I used to play the piano every day.
uses | Do you use it yourselves?
took_over | The rain took over the whole weekend.
took_over | It took over an hour to get here.
left_company | She left a message for you.
left_company | We left the office at six.
left_company | Has Marta left the company?
moved_role | We moved the meeting to Tuesday.
moved_role | I'm moving to a bigger flat.
hands_over | Could you hand me the pen?
";

#[test]
fn each_part_is_read_in_many_ways() {
    for line in READ.lines() {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [said, whom, text] = cells[..] else {
            panic!("{line}");
        };
        let expected = format!("{said} {whom}");
        let heard = parts_said(text);
        let is_expected = |line: &String| line.split(" [").next() == Some(&*expected);
        assert!(heard.iter().any(is_expected), "{line}: {heard:?}");
    }
}

#[test]
fn what_only_looks_like_a_part_is_not_read() {
    let context = Context {
        language: Some(Language::English),
        ..Context::default()
    };
    for line in NOT_READ.lines() {
        let (predicate, text) = line.split_once(" | ").unwrap();
        let heard = read(text, &context);
        let is_read = heard.iter().any(|one| one.predicate.code() == predicate);
        assert!(!is_read, "{line}: {heard:?}");
    }
}
