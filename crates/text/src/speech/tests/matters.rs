//! Goals, pains and the like in many ways of saying them, and what only looks so.

use super::Language;
use crate::speech::{Context, read};

/// Predicate, and a sentence that says it.
const READ: &str = "\
goal | We'd love to get our error rate below two percent.
goal | What we're ultimately after is one single view of all our sites.
goal | I was brought in to professionalise planning.
goal | My objective for the next twelve months is fewer temp workers.
goal | The whole point is to stop guessing.
goal | We're hoping to be live in all regions by Christmas.
goal | The board wants us to save two million.
goal | We intend to move everything to the cloud.
goal | Next year we have to open five new depots without adding headcount.
goal | I'm measured on delivery reliability.
goal | Ideally every manager would see their own numbers.
goal | By the end of next year I want us to be down to two suppliers.
goal | Our ambition is to become the fastest in the market.
goal | We're under pressure to bring down our costs.
goal | Success would mean no more overtime on weekends.
goal | We need to get a grip on absenteeism.
goal | What I'm trying to achieve is a fair distribution of shifts.
goal | I've promised my boss to reduce the turnover.
goal | The idea is to give people more say in their schedule.
pain | Our biggest headache is the handover between shifts.
pain | It takes us three days to close the month.
pain | Half of our data is wrong by the time anybody looks at it.
pain | We end up typing everything twice.
pain | Nobody really knows which version is the right one.
pain | I waste an hour every morning just collecting numbers.
pain | It's a nightmare to find a replacement on short notice.
pain | We keep losing good people because of the schedules.
pain | The old system crashes at least once a week.
pain | People are fed up with the constant changes.
pain | There's no way to see who is available.
pain | What really annoys me is having to call everybody.
pain | My planners are drowning in phone calls.
pain | The worst part is that I find out too late.
pain | I spend half my life in Excel.
pain | Every site does it differently.
pain | Our data is scattered across five systems.
pain | We've had huge problems with no-shows.
pain | It drives my people crazy that the plan changes every day.
pain | I'm constantly firefighting.
pain | We can't see who's working where.
pain | The reports never match.
pain | It costs us a fortune every time someone calls in sick.
pain | Planning is a mess.
pain | I have to call twenty people to fill one shift.
criterion | Ease of use is what matters most to us.
criterion | It absolutely has to integrate with our payroll.
criterion | We won't buy anything that isn't hosted in Europe.
criterion | For me it all comes down to support.
criterion | Single sign-on is non-negotiable.
criterion | We'll judge the vendors on price and references.
criterion | The decisive factor will be how quickly we can roll out.
criterion | If it can't handle part-time contracts, it's off the table.
criterion | Reliability beats everything else for us.
criterion | It must work on a phone.
criterion | What I look at first is whether people can use it without training.
criterion | Our main requirement is an interface to SAP.
criterion | Price is the deciding factor.
criterion | We'd never choose a vendor without local support.
criterion | Data residency is a must for us.
criterion | In the end the decision will depend on the total cost.
objection | I'm a bit worried about the effort of the migration.
objection | What makes me nervous is the dependency on a single vendor.
objection | Frankly, it's a lot of money for what it does.
objection | My people won't accept yet another tool.
objection | I have my doubts that the planners will use it.
objection | The three-year commitment is a hard sell.
objection | We can't afford a project like that this year.
objection | I don't see how this pays off for the small sites.
objection | The only thing that holds us back is the price.
objection | The implementation sounds very risky to me.
objection | Our concern is around data privacy.
objection | It's too expensive for what we need.
objection | I'm not sure my team is ready for that.
objection | We don't have the resources for another project.
objection | The problem I have with your offer is the contract length.
objection | What speaks against it is the effort.
objection | I can't justify that price to my board.
objection | I'm hesitant because we've been burned before.
value_gained | We've saved about ten hours a week since we introduced it.
value_gained | Overtime has gone down by twenty percent.
value_gained | What used to take me a day is done in an hour.
value_gained | Thanks to you people finally know their shifts in advance.
value_gained | It's made my life so much easier.
value_gained | The number of complaints has dropped dramatically.
value_gained | We couldn't imagine going back to spreadsheets.
value_gained | It paid for itself within half a year.
value_gained | We're saving two days every month.
value_gained | Planning takes me twenty minutes now instead of three hours.
value_gained | Our absence rate went from nine to six percent.
value_gained | For the first time I know what's going on.
value_gained | It's been a huge relief for my team.
value_gained | Since the rollout we have far fewer complaints.
request | It would be great to have a dark mode.
request | I'd really like to be able to filter by location.
request | What I miss is a decent search.
request | I wish the app worked offline.
request | You should add a calendar view.
request | A bulk edit would save me a lot of time.
request | My team keeps asking for push notifications.
request | Could you please build an export to Excel.
request | It would be nice if I could undo that.
request | One thing I'd change is the search.
request | We'd need an option to hide old entries.
request | I'm missing a print view.
request | If only there was a shortcut for that.
request | My wish would be a better mobile app.
preference | I'd rather get a short email than a call.
preference | Mornings work best for me.
preference | Please send it as a PDF.
preference | I'm more of a phone person.
preference | We prefer working with local partners.
preference | Just drop me a line on Slack.
preference | The best way to reach me is by text.
preference | Email is best for me.
preference | I don't like long calls, send me a summary.
preference | I'd prefer a workshop on site.
preference | Tuesdays work better than Mondays.
preference | I like things short and in writing.
task | First thing in the morning I check who called in sick.
task | Every Friday I send the report to the regional managers.
task | A big part of my job is chasing timesheets.
task | Once a month we reconcile the hours with payroll.
task | I spend most of my day answering questions from the floor.
task | On Mondays we go through the open shifts.
task | My day starts with looking at the overnight changes.
task | I check the numbers every morning.
task | My main task is to fill open shifts.
task | Most of my time goes into answering mails.
task | At the end of each month I prepare the payroll file.
task | I start my day by reading the handover notes.
competitor | We've also got an offer from Planwise.
competitor | Rosterly showed us their product last month.
competitor | The other vendor on the shortlist is Shiftbase.
competitor | We're currently running a trial with Quinyx.
competitor | Today we use Timeplan for that.
competitor | Deputy quoted us half the price.
competitor | We looked into Planday, too.
competitor | We're talking to Plandesk as well.
competitor | Crewline made us a very good offer.
competitor | We used Shiftbook before.
competitor | Your competitor Rostify was here two weeks ago for a demo.
competitor | We switched from Planhero to you.
trigger | The auditors complained last year, that's how this got started.
trigger | We started looking after the second site opened.
trigger | Our old contract expires in June.
trigger | What set this off was a big strike in spring.
trigger | The reason we're talking to you now is the merger.
trigger | A new law comes into force in January, so we have to act.
trigger | When our planner quit, we realised we needed something better.
trigger | It all started with a failed audit.
trigger | After we lost a big customer, management woke up.
trigger | We've just merged with another company.
trigger | What made us look was the new regulation.
process | First we shortlist three vendors, then there's a pilot, then the board votes.
process | Any purchase above fifty thousand has to go to the investment committee.
process | We always get three quotes before we order.
process | Our procurement process takes about six weeks.
process | The way we do it is a pilot first and a contract after.
process | It goes to finance, then to legal, and then it gets signed.
process | The steering group meets once a month and votes on it.
process | Usually we start with a pilot and then negotiate.
process | It has to go through three committees.
process | First IT looks at it, then legal, then the board.
process | Our process is quite formal, there's an RFP.
process | Every investment needs a business case.
";

/// Predicate, and a sentence that does not.
const NOT_READ: &str = "\
goal | What is your goal for this year?
goal | I want to thank you all for coming.
pain | What is your biggest problem today?
pain | I can't hear you very well.
criterion | Is price important to you?
criterion | I must have left my glasses at home.
objection | Do you have any concerns?
objection | I'm happy with that.
value_gained | Did it save you time?
value_gained | I saved the file in the folder.
request | Could you send me the slides?
request | I'd like to introduce my colleague.
preference | Which day do you prefer?
preference | She sent me a postcard from Rome.
task | What do you do every morning?
task | Every morning is cold here.
competitor | We met Wilma at the fair last week.
competitor | Spoke with Priya about the weather.
trigger | It started to rain when we left.
trigger | What made you look for a tool?
process | How does your process work?
process | First we had soup, then we had fish.
";

fn is_read(line: &str) -> bool {
    let context = Context {
        language: Some(Language::English),
        ..Context::default()
    };
    let (predicate, text) = line.split_once(" | ").unwrap();
    let heard = read(text, &context);
    heard.iter().any(|one| one.predicate.code() == predicate)
}

#[test]
fn each_matter_is_read_in_many_ways() {
    for line in READ.lines() {
        assert!(is_read(line), "{line}");
    }
}

#[test]
fn what_only_looks_like_a_matter_is_not_read() {
    for line in NOT_READ.lines() {
        assert!(!is_read(line), "{line}");
    }
}
