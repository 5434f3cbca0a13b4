//! Leaves asides out of a sentence: "at the end of the day", "I think", "on our side".
//!
//! They say how sure somebody is, or nothing at all, and stand wherever they
//! like: without them one rule reads what would take many. Words after an aside
//! that hedges keep a note of it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Word;

/// Words said in passing that change nothing.
const PLAIN: &str = "\
you know|you see|i mean|i mean to say|to be honest|to be honest with you|to be quite honest|to be fair|to be frank\
|to be clear|to be blunt|to be precise|to be exact|to be fair to her|to be fair to him|to put it bluntly|to put it simply\
|to cut a long story short|long story short|at the end of the day|at the end of it all|in the end|in the last instance\
|when it comes down to it|when push comes to shove|when all is said and done|at this point|at this point in time\
|at this stage|at the moment|at present|for the moment|for the time being|for now|right now|these days|as of now\
|as of today|by now|so far|on our side|on my side|on our end|on my end|on this side|on our part|over here|around here\
|round here|in our company|in our organization|in our organisation|in our house|in this company|in this house\
|in this organization|in this organisation|at our company|at our place|within our company|within the company\
|for what it is worth|as i said|like i said|as i mentioned|as mentioned|as you know|as you may know|as you might know\
|as you can imagine|as you can see|of course|as always|as usual|in my view|in my opinion|in my experience\
|from my side|from my perspective|from my point of view|from our side|from our perspective|let us be honest\
|let me be honest|let me be clear|let me be frank|i have to say|i must say|i have to admit|i must admit|i will admit\
|i should say|i should add|i should mention|i should warn you|i can tell you|i will be honest|i will be honest with you\
|i am going to be honest|trust me|believe me|the truth is|the truth is that|truth be told|the fact is|the fact is that\
|the thing is|the thing is that|thing is|fact is|it turns out|it turns out that|it so happens that|as it happens\
|as it turns out|by the way|in fact|as a matter of fact|for sure|no doubt|without a doubt|a hundred percent\
|one hundred percent|100 percent|in practice|in reality|in real life|in the long run|and so on|and stuff|you could say\
|you might say|as it stands|as things stand|as we speak|believe it or not|between us|between you and me|off the record\
|not gonna lie|not going to lie|in plain words|in plain english|in other words|how should i say|how do you say\
|so to speak|if you like|if you will|at least|after all|first of all|all in all|in short|in a nutshell|once again\
|across the board|day in day out|day in , day out|day in and day out|if i am honest|if i am being honest\
|nine times out of ten|at our end|on the customer side|in my case|in our case|for better or worse|at my end";

/// Words by which somebody is less sure.
const HEDGING: &str = "\
i think|i think that|i guess|i guess that|i suppose|i suppose that|i believe|i believe that|i would say|i would say that\
|i would think|i would guess|i assume|i assume that|i suspect|i suspect that|i reckon|i imagine|i imagine that\
|i would imagine|i am pretty sure|i am fairly sure|pretty sure|if i am not mistaken|if i remember correctly|if i recall correctly\
|if memory serves|as far as i know|as far as i can tell|as far as i can see|to my knowledge|from what i hear\
|from what i know|from what i understand|as i understand it|my understanding is|my understanding is that\
|my guess is|my guess would be|my sense is|my sense is that|i feel like|sort of|kind of|more or less|pretty much\
|for the most part|most of the time|in most cases|more often than not|as a rule|in general|in principle|by and large|on paper\
|or something|or so|or whatever|if you ask me|last i heard|the way i see it|as i see it";

/// The other words of an aside, and whether it hedges.
type Aside = (Vec<&'static str>, bool);

static ASIDES: LazyLock<FxHashMap<&'static str, Vec<Aside>>> = LazyLock::new(|| {
    let mut asides: FxHashMap<&'static str, Vec<Aside>> = FxHashMap::default();
    for (phrases, hedges) in [(PLAIN, false), (HEDGING, true)] {
        for phrase in phrases.split('|') {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            asides
                .entry(first)
                .or_default()
                .push((words.collect(), hedges));
        }
    }
    asides
        .values_mut()
        .for_each(|all| all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
    asides
});

/// The words of a sentence without its asides and the commas that set them off.
pub(super) fn without(words: Vec<Word>) -> Vec<Word> {
    if !words.iter().any(|word| ASIDES.contains_key(&*word.text)) {
        return words;
    }
    let mut kept: Vec<Word> = Vec::with_capacity(words.len());
    let mut is_hedged = false;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((n_words, hedges)) = aside_at(&words, at) {
            is_hedged |= hedges;
            at = past_comma(&words, at + n_words, &mut kept);
            continue;
        }
        let mut word = word.clone();
        word.is_hedged |= !word.is_mark && std::mem::take(&mut is_hedged);
        kept.push(word);
        at += 1;
    }
    if let Some(last) = kept.last_mut().filter(|_| is_hedged) {
        last.is_hedged = true;
    }
    kept
}

/// Number of words of the aside that starts at `at`, and whether it hedges.
fn aside_at(words: &[Word], at: usize) -> Option<(usize, bool)> {
    let first = words.get(at)?;
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    let is_part_of_more = before.is_some_and(|word| {
        matches!(
            &*word.text,
            "what" | "how" | "not" | "do" | "does" | "if" | "a" | "that" | "who" | "the"
        )
    });
    let fits = |rest: &[&str]| {
        rest.iter()
            .enumerate()
            .all(|(n, text)| words.get(at + 1 + n).is_some_and(|word| word.text == *text))
    };
    let may_be_part = matches!(&*first.text, "i" | "kind" | "sort");
    let found = ASIDES
        .get(&*first.text)?
        .iter()
        .find(|(rest, _)| fits(rest));
    let (rest, hedges) = found.filter(|_| !(is_part_of_more && may_be_part))?;
    Some((rest.len() + 1, *hedges))
}

/// Where to go on after an aside; a comma at both of its ends vanishes with it.
fn past_comma(words: &[Word], end: usize, kept: &mut Vec<Word>) -> usize {
    let is_comma = |word: &Word| word.is_mark && word.text == ",";
    let closes = words.get(end).is_some_and(is_comma);
    let opens = kept.last().is_some_and(is_comma);
    let is_at_end = words.get(end).is_none();
    if opens && (closes || is_at_end) {
        kept.pop();
    }
    let is_at_start = kept.is_empty();
    if closes && (opens || is_at_start) {
        end + 1
    } else {
        end
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::super::words::sentences;

    fn plain(text: &str) -> Vec<String> {
        let all = sentences(text, Language::English);
        let words = all.iter().flat_map(|sentence| &sentence.words);
        words
            .map(|word| {
                if word.is_hedged {
                    format!("~{}", word.text)
                } else {
                    word.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn asides_vanish_with_their_commas() {
        assert_eq!(plain("I, at the end of the day, decide."), ["i", "decide"]);
        assert_eq!(
            plain("At the end of the day, it's hers, I think."),
            ["it", "is", "~hers"]
        );
        assert_eq!(
            plain("I think that she signs, so we wait."),
            ["~she", "signs", ",", "we", "wait"]
        );
    }

    #[test]
    fn words_that_belong_to_more_stay() {
        assert_eq!(
            plain("They ask what I think."),
            ["they", "ask", "what", "i", "think"]
        );
        assert_eq!(plain("I don't think so."), ["i", "do", "not", "think"]);
    }
}
