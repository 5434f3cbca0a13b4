//! Posts with words of their own, and names that no list knows.
//!
//! "Our master data specialist" has a word in it that no list of fields has; a
//! lone capital at the start of a sentence is a name only before a verb.

use super::{Classes, class_at, is_compound_part, is_lead_of_nothing, text_at};
use crate::speech::words::Word;

/// One past a post with words of its own: "our master data specialist".
pub(super) fn own_post_end(words: &[Word], at: usize, core: usize) -> Option<usize> {
    let is_own = core > at
        && matches!(
            text_at(words, at),
            "our" | "my" | "his" | "her" | "their" | "your"
        );
    let any_head = Classes::HEAD.or(Classes::WEAK_HEAD);
    let is_plain = |i: usize| {
        let word = words.get(i)?;
        let is_word = !word.is_mark
            && word.text.len() > 2
            && word.text.bytes().all(|b| b.is_ascii_lowercase());
        (is_word && !is_said_after_noun(&word.text)).then_some(())
    };
    if !is_own || is_compound_part(words, core) || class_at(words, core).is(any_head) {
        return None;
    }
    for end in core + 1..core + 3 {
        is_plain(end - 1)?;
        if class_at(words, end).is(any_head) && !is_lead_of_nothing(words, end, end) {
            return Some(end + 1);
        }
    }
    None
}

/// Words that begin what is said of a noun, so that no post goes on behind them.
fn is_said_after_noun(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "and", "the", "has", "have", "had", "was", "were", "are", "will", "would", "can", "could",
        "must", "should", "may", "might", "does", "did", "for", "from", "with", "that", "who",
        "which", "when", "where", "but", "not", "never", "new", "into", "over", "under", "than",
        "then", "because", "needs", "need", "wants", "want", "make", "makes", "take", "takes",
        "gets", "goes", "went", "came", "says", "said", "about", "after", "before", "like",
        "likes", "each", "every", "all", "any", "own", "both",
    ];
    VERBS.contains(&word)
}

/// What follows a lone word at the start of a sentence if it is a name: "Xyla decides".
pub(super) fn may_follow_name(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return true;
    };
    let text = word.text.as_str();
    let is_verb = class_at(words, at).is(Classes::AFTER_NAME)
        || (text.len() > 3 && (text.ends_with('s') || text.ends_with("ed")));
    word.is_mark || text == "'s" || is_verb
}
