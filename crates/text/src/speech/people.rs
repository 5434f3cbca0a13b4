//! Finds the words that name somebody: a title, a name, a department.
//!
//! "Our Head of Rev Ops, Jennifer" names Jennifer; "the CFO" names a title;
//! "procurement" names a department that acts as one. Capital letters alone
//! prove little, so names that no list and no speaker label knows are marked.

mod classes;
mod name;
mod own;

use classes::{Classes, classes_of};
use name::{capital_run, is_known, name_end};
use own::own_post_end;

use super::words::Word;

/// Somebody named in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// Number of words taken.
    pub(super) n_words: usize,
    /// First word of the part that names best, and one past its last.
    pub(super) best: (usize, usize),
    /// Only a capital letter speaks for a name.
    pub(super) is_doubtful: bool,
    /// Named by a post rather than by name, department or part.
    pub(super) is_post: bool,
}

/// Who may be named without a list knowing the name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    /// Folded names of those present.
    pub(super) names: &'a [String],
    /// Parts in a deal stand for people: true in notes.
    pub(super) has_parts: bool,
    /// Every noun has a capital, which then shows no name: true in German.
    pub(super) has_capital_nouns: bool,
}

/// The person named by the words from `at` on, if any.
pub(super) fn named_at(words: &[Word], at: usize, known: Known<'_>) -> Option<Named> {
    let word = words.get(at).filter(|word| !word.is_mark)?;
    let classes = classes_of(&word.text);
    if classes.is(Classes::HONORIFIC) && is_capital(words, at + 1) {
        let end = capital_run(words, at + 1);
        return Some(Named {
            n_words: end - at,
            best: (at, end),
            is_doubtful: false,
            is_post: false,
        });
    }
    if let Some(end) = name_end(words, at, known) {
        let is_doubtful = !is_known(word, known);
        return Some(with_post(words, at, end, is_doubtful));
    }
    let core = core_start(words, at);
    let has_determiner = core > at;
    let post = post_end(words, core, has_determiner).or_else(|| own_post_end(words, at, core));
    let post = post.filter(|end| !is_said_of_somebody(words, at, *end));
    let end = post
        .or_else(|| body_end(words, core, has_determiner).filter(|_| !is_field_of_work(words, at)))
        .or_else(|| part_end(words, at, core, known))?;
    Some(Named {
        is_post: post.is_some(),
        ..with_name(words, (at, end), known)
    })
}

fn class_at(words: &[Word], at: usize) -> Classes {
    words
        .get(at)
        .filter(|word| !word.is_mark)
        .map_or(Classes::default(), |word| classes_of(&word.text))
}

fn is_capital(words: &[Word], at: usize) -> bool {
    words
        .get(at)
        .is_some_and(|word| word.is_capital && !word.is_mark)
}

fn text_at(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

/// Skips determiners and adjectives before the words that name a post.
fn core_start(words: &[Word], at: usize) -> usize {
    let mut core = at;
    if class_at(words, core).is(Classes::DETERMINER) {
        core += 1;
        // "Our new CFO": "new" is for rules to read.
        while class_at(words, core).is(Classes::ADJECTIVE) && !is_new(words, core) && core < at + 3
        {
            core += 1;
        }
    } else if class_at(words, core).is(Classes::ADJECTIVE)
        && !is_new(words, core)
        && is_post_word(words, core + 1)
    {
        core += 1;
    }
    core
}

fn is_new(words: &[Word], at: usize) -> bool {
    text_at(words, at) == "new"
}

fn is_post_word(words: &[Word], at: usize) -> bool {
    class_at(words, at).is(Classes::HEAD.or(Classes::FIELD))
}

/// One past a post: a run of fields and heads with a head in it, and its field.
fn post_end(words: &[Word], start: usize, has_determiner: bool) -> Option<usize> {
    if is_compound_part(words, start) {
        return None;
    }
    let any_head = Classes::HEAD.or(Classes::WEAK_HEAD);
    let run = Classes::FIELD.or(any_head);
    let mut end = start;
    while class_at(words, end).is(run) && end < start + 7 {
        end += 1;
    }
    let heads: Vec<usize> = (start..end)
        .filter(|i| class_at(words, *i).is(any_head))
        .collect();
    let (first, last) = (*heads.first()?, *heads.last()?);
    let is_strong = heads.iter().any(|i| class_at(words, *i).is(Classes::HEAD));
    let is_written_as_title = is_capital(words, first) && !words.get(first)?.is_initial;
    let is_post =
        is_strong || has_determiner || first > start || is_written_as_title || is_of(words, end);
    let is_head_alone =
        text_at(words, first) == "head" && first == start && !is_of(words, first + 1);
    // "The owner of the system is her": what she is called, and nobody else.
    let is_owner_of = text_at(words, last) == "owner" && is_of(words, end);
    if !is_post || is_owner_of || is_head_alone || is_lead_of_nothing(words, first, last) {
        return None;
    }
    let comma_end = field_after_comma(words, last + 1).filter(|_| end == last + 1);
    let field_end = field_end(words, end).or(comma_end);
    Some(field_end.unwrap_or_else(|| cut_after_head(words, last, end)))
}

/// Small-letter fields after the head belong to what follows: "our CFO security review".
fn cut_after_head(words: &[Word], last: usize, end: usize) -> usize {
    let is_title_case = is_capital(words, last) || words.get(last).is_some_and(|w| w.is_upper);
    if is_title_case
        || matches!(
            text_at(words, last),
            "vp" | "svp" | "evp" | "director" | "directeur" | "directrice" | "responsable"
        )
    {
        end
    } else {
        last + 1
    }
}

/// "Lead time" and "account executive summary" name nobody; a verb after "lead" neither.
fn is_lead_of_nothing(words: &[Word], first: usize, last: usize) -> bool {
    let follows = text_at(words, last + 1);
    text_at(words, first) == "lead" && matches!(follows, "time" | "times" | "to" | "the")
}

fn is_of(words: &[Word], at: usize) -> bool {
    matches!(
        text_at(words, at),
        "of" | "for" | "de" | "des" | "du" | "fur" | "der"
    ) && at > 0
}

/// One past "of sales and operations" after a post.
fn field_end(words: &[Word], at: usize) -> Option<usize> {
    if !is_of(words, at) {
        return None;
    }
    let mut start = at + 1;
    if class_at(words, start).is(Classes::DETERMINER) {
        start += 1;
    }
    let mut end = start;
    while end < start + 5
        && (is_field(words, end) || (is_and(words, end) && is_field(words, end + 1) && end > start))
    {
        end += 1;
    }
    let is_named_freely = end == start
        && text_at(words, at - 1) == "head"
        && words.get(end).is_some_and(|w| !w.is_mark);
    if is_named_freely {
        return Some(end + 1);
    }
    (end > start).then_some(end)
}

/// One past the field of "VP, Operations".
fn field_after_comma(words: &[Word], at: usize) -> Option<usize> {
    let is_title_field = |i: usize| is_capital(words, i) && class_at(words, i).is(Classes::FIELD);
    let is_title =
        text_at(words, at) == "," && at > 0 && is_capital(words, at - 1) && is_title_field(at + 1);
    let mut end = at + 1;
    while is_title && end < at + 4 && is_title_field(end) {
        end += 1;
    }
    is_title.then_some(end)
}

fn is_field(words: &[Word], at: usize) -> bool {
    let is_name_of_field = is_capital(words, at) && !class_at(words, at).is(Classes::NO_NAME);
    class_at(words, at).is(Classes::FIELD) || is_name_of_field
}

fn is_and(words: &[Word], at: usize) -> bool {
    matches!(text_at(words, at), "and" | "/" | "und" | "et")
}

/// One past a department that acts: "legal", "our security team", "the board".
fn body_end(words: &[Word], start: usize, has_determiner: bool) -> Option<usize> {
    let mut end = start;
    let is_inner = |at| {
        class_at(words, at).is(Classes::FIELD.or(Classes::BODY))
            && !class_at(words, at).is(Classes::UNIT)
    };
    while is_inner(end) && end < start + 4 {
        end += 1;
    }
    let is_unit = end > start && class_at(words, end).is(Classes::UNIT);
    if is_unit {
        return Some(end + 1);
    }
    let is_whole = end == start && class_at(words, start).is(Classes::BODY);
    if is_whole {
        end += 1;
    }
    let is_body = end > start && class_at(words, end - 1).is(Classes::BODY);
    let text = text_at(words, start);
    let is_abbreviation = matches!(text, "it" | "hr");
    let is_written_so = !is_abbreviation || words.get(start)?.is_upper;
    let needs_determiner = matches!(
        text,
        "board"
            | "committee"
            | "council"
            | "direction"
            | "achats"
            | "juridique"
            | "it"
            | "support"
            | "security"
            | "management"
            | "vorstand"
            | "comite"
    );
    let is_introduced = has_determiner || !needs_determiner || is_capital(words, start);
    let follows = words.get(end);
    let acts = follows.is_none_or(|word| word.is_mark) || acts_at(words, end);
    (is_body && is_written_so && is_introduced && acts).then_some(end)
}

/// "I am the system admin": the part is said of the subject and names nobody else.
fn is_said_of_somebody(words: &[Word], at: usize, end: usize) -> bool {
    let is_part_word = |i: usize| {
        matches!(
            text_at(words, i),
            "admin"
                | "admins"
                | "administrator"
                | "owner"
                | "lead"
                | "leader"
                | "counsel"
                | "lawyer"
                | "attorney"
        )
    };
    let is_part = (at..end).any(is_part_word);
    let before = (at.saturating_sub(4)..at).rev();
    let reached = before.take_while(|i| words.get(*i).is_some_and(|word| !word.is_mark));
    let mut classes = reached.map(|i| class_at(words, i));
    let is_after_be = classes.any(|classes| classes.is(Classes::BE));
    is_part && is_after_be
}

/// "I run procurement", "she works in finance": the field, not those who act for it.
fn is_field_of_work(words: &[Word], at: usize) -> bool {
    let is_determined = at > 0 && class_at(words, at - 1).is(Classes::DETERMINER);
    let n_back = if is_determined { 2 } else { 1 };
    let before = at.checked_sub(n_back).map_or("", |i| text_at(words, i));
    if matches!(before, "in" | "am" | "do" | "does") && is_determined {
        return false;
    }
    let first = if class_at(words, at).is(Classes::DETERMINER) {
        at + 1
    } else {
        at
    };
    let is_side = (first..first + 4).any(|i| text_at(words, i) == "side");
    if before == "on" && is_side {
        return true;
    }
    matches!(
        before,
        "run"
            | "head"
            | "heads"
            | "heading"
            | "oversee"
            | "oversees"
            | "supervise"
            | "supervises"
            | "coordinate"
            | "coordinates"
            | "managing"
            | "leading"
            | "runs"
            | "running"
            | "handle"
            | "handles"
            | "lead"
            | "leads"
            | "manage"
            | "manages"
            | "own"
            | "owns"
            | "do"
            | "does"
            | "in"
            | "am"
    )
}

/// What follows a department is a verb: "legal review it", not "the legal review took".
fn acts_at(words: &[Word], at: usize) -> bool {
    let may_be_noun = matches!(
        text_at(words, at),
        "review" | "sign" | "hold" | "push" | "block" | "control"
    );
    let has_object = matches!(
        text_at(words, at + 1),
        "it" | "the"
            | "all"
            | "every"
            | "everything"
            | "that"
            | "this"
            | "our"
            | "your"
            | "off"
            | "us"
    );
    class_at(words, at).is(Classes::AFTER_BODY) && (!may_be_noun || has_object)
}

/// One past "our champion", where it stands for a person and is not said of one.
fn part_end(words: &[Word], at: usize, core: usize, known: Known<'_>) -> Option<usize> {
    let is_part = class_at(words, core).is(Classes::PART) || is_compound_part(words, core);
    let n_words = if is_compound_part(words, core) { 2 } else { 1 };
    let end = core + n_words;
    let before = at
        .checked_sub(1)
        .map_or(Classes::default(), |i| class_at(words, i));
    let is_tail = core == at && before.is(Classes::DETERMINER);
    let is_denied = at > 0
        && matches!(
            text_at(words, at - 1),
            "no" | "not" | "a" | "clear" | "any" | "executive"
        );
    let is_said_of = before.is(Classes::BE) || is_denied;
    let follows = text_at(words, end);
    let is_defined = class_at(words, end).is(Classes::BE) && !is_gone(text_at(words, end + 1))
        || matches!(follows, "(" | ":" | "-");
    let is_subject = known.has_parts || core > at;
    (is_part && !is_said_of && !is_tail && !is_defined && is_subject).then_some(end)
}

fn is_compound_part(words: &[Word], at: usize) -> bool {
    matches!(
        (text_at(words, at), text_at(words, at + 1)),
        ("economic", "buyer")
            | ("decision", "maker")
            | ("executive", "sponsor")
            | ("technical", "buyer")
    )
}

fn is_gone(word: &str) -> bool {
    matches!(
        word,
        "gone"
            | "leaving"
            | "out"
            | "moving"
            | "no"
            | "fired"
            | "laid"
            | "let"
            | "going"
            | "retiring"
    )
}

/// A name with the post behind it: "Priya, our CFO," or "Priya (CFO)" or "Priya in finance".
fn with_post(words: &[Word], at: usize, end: usize, is_doubtful: bool) -> Named {
    let name = Named {
        n_words: end - at,
        best: (at, end),
        is_doubtful,
        is_post: false,
    };
    let reaching = |after: usize| Named {
        n_words: after - at,
        best: (at, end),
        is_doubtful: false,
        is_post: false,
    };
    let opens = text_at(words, end);
    if matches!(opens, "in" | "from" | "over") {
        return body_end(words, end + 1, true).map_or(name, reaching);
    }
    if !matches!(opens, "," | "(") {
        return name;
    }
    let start = core_start(words, end + 1);
    let has_determiner = start > end + 1;
    let Some(post_end) = post_end(words, start, has_determiner) else {
        return name;
    };
    let closes = matches!((opens, text_at(words, post_end)), ("(", ")") | (",", ","));
    let ends_here = words.get(post_end).is_none();
    match (closes, ends_here || has_determiner) {
        (true, _) => reaching(post_end + 1),
        (false, true) => reaching(post_end),
        (false, false) => name,
    }
}

/// A post with the name behind it: "our CFO Priya", "our Head of Rev Ops, Jennifer,".
fn with_name(words: &[Word], (at, end): (usize, usize), known: Known<'_>) -> Named {
    let post = Named {
        n_words: end - at,
        best: (at, end),
        is_doubtful: false,
        is_post: false,
    };
    let opens = text_at(words, end);
    let start = if matches!(opens, "," | "(") {
        end + 1
    } else {
        end
    };
    let Some(name_end) = name_end(words, start, known) else {
        return post;
    };
    let is_sure = words.get(start).is_some_and(|word| is_known(word, known));
    let closes = matches!((opens, text_at(words, name_end)), ("(", ")") | (",", ","));
    let ends_here = words.get(name_end).is_none();
    let is_apposition = start == end || closes || (opens == "," && (ends_here || is_sure));
    if !is_apposition {
        return post;
    }
    let after = if closes { name_end + 1 } else { name_end };
    Named {
        n_words: after - at,
        best: (start, name_end),
        is_doubtful: false,
        is_post: false,
    }
}
