//! Questions that ask for nothing: greetings, sound and screen, dates, going on.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

const LEAD: &str = "^ (?:(?:and|but|so|ok|okay|well|yeah|yes|right|,|-|i mean|now|great|cool|perfect|all right|alright|sorry|hey|hi|hello|good morning|good afternoon|then|anyway|@|thanks|quick question|just|excuse me|before we start|before i forget) )*";

/// How people are.
const GREETING: &str = "(?:how (?:are|is|was|were|have|has)(?: [a-z]+)? (?:you(?: (?:been|doing|all|guys|today|feeling|both))?|things|it going|life|everything|everybody|everyone|the (?:weekend|week|holidays?|vacation|trip|weather|family|kids|day|flight|journey|drive|move|summer)|your (?:weekend|week|holidays?|vacation|trip|day|family|kids|flight|morning|summer|christmas)|business|(?:the|your) (?:office|team|shop|store|plant|site|branch|new job|baby|house|dog|garden|coffee|crew|mood))(?: [a-z]+){0,3}? $|how do you do|how goes it|did you have a (?:good|nice|great|safe)|did you (?:all )?(?:enjoy|sleep|travel|get home|watch)|what did you do (?:at|over|on|during)|any plans|any fun|(?:where|which city) are you (?:based|calling|located|dialling|dialing|sitting|today|from)|are you (?:in|at|from|calling|working from) (?:the )?(?:office|home|town|holiday|vacation)|is it (?:raining|snowing|cold|hot|warm|sunny)|what is the weather|did you see the (?:news|game|match)|nice to (?:meet|see)|who is (?:winning|speaking|this|that|there)|is that you|how old|are you well|what is new|what is up)";

/// Whether they hear and see, and what is on the screen.
const SIGHT_AND_SOUND: &str = "(?:(?:can|could|do|does|did) (?:you|everyone|everybody|anyone|anybody|we|they|people|me|@)(?: (?:all|guys|still|both|now))* (?:hear|see (?:my|the|this|that|it|me|a|what|your|now|anything|something)|repeat|say that|speak up|read (?:that|it)|follow|catch that|get that|go back|scroll|zoom|mute|unmute|turn (?:on|off|up|down)|switch (?:on|off|your)|share (?:my|your|the) screen|share (?:it|that) again|stop sharing|put (?:that|it|this|the link)(?: [a-z]+)? in the chat|move (?:to|on)|click|open that|make it bigger|start recording|give me (?:a|one) (?:second|minute|moment)|hold on|wait|hang on|bear with|pause|speak (?:louder|slower|up)|come closer|dial)|(?:is|are|was) (?:my|the|your|this|everything|it|that|there|we|you|i)(?: [a-z]+){0,3}? (?:muted|on mute|sharing|frozen|visible|audible|recording|recorded|being recorded|loud enough|back|lagging|breaking up|connected|echo|screen|the right (?:screen|window|slide|page))|(?:shall|should|can|could|may|let) (?:i|we|me|us)(?: just| quickly)? (?:share (?:my|the|a) screen|share (?:this|that|it) $|record|start the recording|show you|bring up|pull up|pass|put (?:it|that|this) (?:in the chat|up)|draw|take (?:a )?notes)|which (?:slide|page|screen|window|tab|button)|am i (?:on mute|audible|muted|sharing|frozen|still)|did (?:i|you|we) (?:lose|freeze|drop|cut)|did we lose|is this the right|where do i (?:click|look|see that|find the chat)|what page|this one $|better now|is that better|what is that (?:noise|sound|on))";

/// When to meet, whom to invite, what to send.
const DATES: &str = "(?:(?:does|would|will|is|are|how about|what about|how does|how is|can we say|shall we say|let us say|say)(?: [a-z0-9:@']+){0,4}? (?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|tomorrow|next week|this week|noon|o ?clock|oclock|[0-9]{1,2}(?::[0-9]{2})?(?: ?(?:am|pm))?|the (?:week|day) after|morning|afternoon|same time|end of the week|that (?:time|date|day|slot))(?: [a-z0-9']+){0,4}? (?:work|works|suit|suits|okay|ok|fine|good|free|possible|available|better|all right|convenient|for you|too early|too late)|(?:does|would) (?:[a-z0-9:]+ ){0,4}?(?:work|suit|be okay|be fine|be good) (?:for you|you|for everyone|for everybody|for your team|with you|better)|(?:when|what time|what day|which day)(?: [a-z]+){0,3}? (?:meet|talk|speak|catch up|reconnect|available|free|call(?: you)?|convenient|suits?|works?(?: best)?|good time|chat|regroup)(?: |$)|(?:same time|same day|same place)|(?:shall|should|can|could) (?:we|i) (?:meet|talk|speak|catch up|reconnect|schedule|set up (?:a|another|the next)|book|reschedule|move (?:the|our) (?:call|meeting)|push (?:the|our)|find (?:a|another) (?:time|slot|date)|do (?:it|this) (?:on|next|again|tomorrow)|make it|say (?:monday|tuesday|wednesday|thursday|friday|next|the|[0-9])|postpone|put (?:it|that|something) in the (?:calendar|diary))|(?:can|could|would|will) you (?:please )?(?:send (?:me |us |over )*(?:an?|the|that) (?:invite|invitation|calendar|link|meeting)|forward the invite|invite|put (?:it|that|something) in the (?:calendar|diary)|block|dial in|join|accept)|(?:do|did) you (?:get|receive|see) (?:my|the|our) (?:mail|email|message|invite|invitation|deck|note|calendar|link)|(?:did|have) you (?:had? )?(?:get )?(?:a )?chance to|(?:do|does) (?:you|we|anyone|everyone) have (?:a hard stop|time (?:for|until|left|now)|a (?:minute|second|moment)|five minutes|another)|how (?:much time|long) do (?:we|you) have|what time (?:is it|do|does)|how are we (?:on|doing on) time|who (?:else )?(?:is|are) (?:joining|coming|missing|on the call|dialling|dialing|still)|(?:is|are|will) (?:@|everyone|everybody|anyone|anybody|we|he|she|they)(?: [a-z]+)? (?:joining|here|coming|on the call|on the line|complete|all here|expecting|waiting|missing|running late)|are you coming to|will you be there|see you)";

/// Whether to begin, go on or end, and whether that was clear.
const GOING_ON: &str = "(?:(?:shall|should|can|could|may|do|ready|are|so) ?(?:we|i|you)?(?: (?:just|all|quickly|please|want|to|guys|both|now))* (?:start|get started|begin|kick off|go on|continue|move on|proceed|wrap up|jump (?:in|to|into|right)|dive in|dive into|go ahead|wait|come back to|go back|go through|skip|pause|stop here|leave it|ready|good|all set|done|take a break|carry on|start with|let @ start|finish|go first|do introductions|do a round)|(?:may|can|could|might) i (?:just |quickly |maybe )*(?:ask|add|say|jump|interrupt|interject|come in|stop you|quote|comment|answer|finish|borrow|suggest|make a)|(?:do|would) you mind|(?:is|was|would) (?:that|this|it) (?:all )?(?:okay|ok|fine|all right|alright|clear|right|correct|fair|helpful|good|enough|so|it|true|what you (?:meant|mean|wanted))|(?:does|did|do) (?:that|this|it|i|you) (?:make (?:any |some )?sense|help|answer|sound|follow|hear me|know what i|see what i|agree|get what|mean it|understand)|sounds? (?:good|okay|fair|like a plan)|(?:do you have |are there |is there )?(?:any|anything)(?: (?:other|more|further|else|open|last|final))* (?:questions?|else|comments?|thoughts|remarks|to add|i (?:forgot|missed)|we (?:forgot|missed)|(?:you|anyone) (?:want|would like|wanted) to)|what do you mean|what does that mean|what was (?:that|i|the)|what did you (?:say|just)|you mean|say again|come again|pardon|sorry|where (?:were|was|are) (?:we|i) $|who (?:wants to|would like to|goes) (?:start|first|go)|what (?:is|are) (?:the )?next (?:steps?)? ?(?:then)? $|is there anything|how does that sound|what do you think|what do you say|any idea|are you (?:there|sure|serious|kidding|ready|okay|with me|following|guys)|you know what|you know|do you know what|do we (?:agree|have everyone|want to start)|is everyone|is everybody|are we (?:good|all|done|ready|okay|complete)|how (?:did|do) (?:it|that) go|what happens (?:now|then) $|have we (?:met|covered|forgotten)|why not $|who took (?:the )?notes|where did (?:we|i) (?:leave|stop)|ca va|est ce que vous m entendez|horen sie|konnen sie mich|wie geht)";

static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [GREETING, SIGHT_AND_SOUND, DATES, GOING_ON]
        .iter()
        .filter_map(|form| Regex::new(&format!("{LEAD}{form}")).ok())
        .collect()
});

/// Words that carry no matter of their own.
const EMPTY: &str = "a an the and or but so if then than that this these those it its is are was were be been being am \
    do does did done doing have has had having will would can could should shall may might must not no yes yeah \
    i you he she we they me him her us them my your his our their mine yours one ones some any all both each other others \
    what which who whom whose how why when where there here to of in on at for from with by about into over up down out off \
    as like just also too very really still yet already again now today tomorrow yesterday maybe perhaps okay ok right well \
    say said says know think thought mean see look go goes going went come came get got make made take took want need \
    let tell told ask asked thing things something anything nothing everything way lot bit much many more most less \
    else same last next first sure good great fine nice kind sort guys people time part point happen happens happened call idea \
    's @ oh um er mm hmm please sorry thanks thank hello hi bye";

static IS_EMPTY: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| EMPTY.split_whitespace().collect());

/// Whether a folded word carries no matter of its own.
pub(in crate::speech) fn is_empty_word(word: &str) -> bool {
    IS_EMPTY.contains(word)
}

/// Whether a question asks for nothing that a persona would want to know.
pub(super) fn is_small_talk(norm: &str) -> bool {
    let has_matter = norm.split(' ').any(|word| {
        word.len() > 1
            && !IS_EMPTY.contains(word)
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    !has_matter || FORMS.iter().any(|form| form.is_match(norm))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courtesies_and_logistics_ask_nothing() {
        for norm in [
            " how are you today ",
            " hi @ , how was your weekend ",
            " can everybody see my screen ",
            " does tuesday at ten work for you ",
            " okay , shall we start ",
            " do you have any other questions ",
            " could you send me the invite ",
            " did you get my email ",
            " so what do you think ",
            " can you scroll down a little ",
            " who else is joining today ",
            " and how did it go ",
            " may i ask you something ",
        ] {
            assert!(is_small_talk(norm), "{norm}");
        }
    }

    #[test]
    fn what_buyers_and_users_ask_stays() {
        for norm in [
            " how do you handle access rights when somebody leaves ",
            " what does it cost for two hundred people ",
            " can we export the numbers every night ",
            " when could we go live ",
            " does it work on tablets in the warehouse ",
            " is there a discount when we sign for three years ",
            " how long does the migration take ",
            " who else in our industry uses it ",
            " can you share references from a bank of our size ",
            " what happens to our data after the contract ",
        ] {
            assert!(!is_small_talk(norm), "{norm}");
        }
    }
}
