//! The short notation of rules, written out as a regular expression.
//!
//! A rule's form is an expression over plain words with these signs:
//! `<who>` a subject with its auxiliaries, `<whom>` somebody as an object,
//! `<whose>` a possessor, `<obj>` words kept as the object, `<n>` up to three
//! words of any kind, `<it>` a thing or matter, `{verb}` the present forms of a
//! verb and `{verb+}` its past forms as well. `@` is a person named.

/// Signs written out one after another: a later one may stand in an earlier one.
const SIGNS: &[(&str, &str)] = &[
    (
        "<who>",
        "<new>(?P<who><anybody>(?:(?: ,)?(?: and| or| plus| und| oder| et| ou| along with| together with) (?:i|me|he|she|@|ich|moi))*)(?P<aux><aux>)",
    ),
    (
        "<whom>",
        "<new>(?P<who>(?:me|us|him|her|them|@|i|my team|our team)(?:(?: ,)? (?:and|or|plus|und|oder|et|ou|along with|together with) (?:me|him|her|@|i|ich|mir|moi))*)",
    ),
    (
        "<whose>",
        "<new>(?P<who>(?:my|mine|his|her|hers|their|theirs|@ 's)(?:(?: ,)? (?:and|or) (?:my|mine|his|hers|@ 's|@))*)",
    ),
    ("<new>", "(?:(?:our|the|a|my|your|their) new )?"),
    (
        "<anybody>",
        "(?:i|we|he|she|they|@(?: , (?:who|which) [a-z0-9'/]+(?: [a-z0-9'/]+){0,8} ,)?|who|me|(?:my|our)(?: whole| entire)? (?:team|department|group))",
    ),
    (
        "<aux>",
        "(?: (?:do|does|did|will|would|can|could|may|might|should|must|shall|have|has|had|am|is|are|was|were|be|been|being|not|never|need|needs|to|get|gets|got|going|want|wants|used|no|longer|the (?:only )?(?:one|person|guy|woman|man|lady)|one|person|that|which|who|supposed|expected|allowed|able|required|tend|tends|'s|also|only|both|all|the main|themselves|then|first|continue|continues|keep|keeps|kept|start|started|like|likes|love|loves|happen|happens|insist on|insists on|end up|ends up|ended up|prefer|prefers|too|so|there|here|still|more or less|at last|happily|finally|each|about|free|ready|in charge of|in the middle of|busy))*",
    ),
    (
        "<it>",
        "(?:it|this|that|these|those|them|everything|anything|all of (?:it|this|that)|(?:(?:the|this|that|any|all|our|every|each|my|a|an|these|those|such|all the|no|most|your|which|what) )?(?:[a-z0-9'/]+ ){0,3}?<matter>)",
    ),
    (
        "<matter>",
        "(?:deals?|purchases?|contracts?|renewals?|spend|spending|budgets?|orders?|pos?|invoices?|agreements?|vendors?|suppliers?|providers?|partners?|tools?|software|platforms?|systems?|projects?|proposals?|quotes?|offers?|bids?|investments?|expenses?|expenditures?|requests?|things?|stuff|decisions?|changes?|expansions?|extensions?|upgrades?|licen[sc]es?|subscriptions?|one|products?|solutions?|services?|paperwork|rollouts?|pilots?|paper|numbers?|papers|commitments?|amounts?|sums?|money|costs?|seats?|options?|direction|winner|applications?|apps?|technology|initiatives?|programmes?|programs?|implementations?|migrations?)",
    ),
    (
        "<be>",
        "(?:is|are|was|were|am|be|been|'s|would be|will be|should be|must be|has to be|have to be|has been|have been|becomes|became|remains|remained|stays|would have to be|will have to be|is going to be|needs to be|ends up being)(?: not)?",
    ),
    (
        "<lie>",
        "(?:<be>|(?:(?:has|have|had|does|do|did|will|would|must|can|could|should|needs?|always|still|got|be|to|not) )*(?:lies?|lay|rests?|sits?|sat|stays?|remains?|belongs?|falls?|fell|lands?|ends? up|stops?|go|goes|gone|come|comes|came|runs?|lives?|resides?|be left|be routed|be sent|be taken|be decided|hangs?))",
    ),
    (
        "<with>",
        "(?:with|to|on|at|by|under|through|from|in the hands of|up to|down to|over to|back to|in front of|past|before|across|in|on the desk of|off|via|within)",
    ),
    (
        "<art>",
        "(?:(?:the|a|an|our|my|your|their|his|her|one of the|one of our|this|that|its|some|any) )?(?:[a-z0-9'/]+ ){0,2}?",
    ),
    ("<w2>", "(?: [a-z0-9'/@]+){0,2}?"),
    ("<w4>", "(?: [a-z0-9'/@]+){0,4}?"),
    (" <n>", "(?: [a-z0-9'/]+){0,3}?"),
    (
        "<obj>",
        "(?P<obj>[^,:()\" -]+(?: [^ ]+)*?)(?: (?:[:()\"-]|, (?:and|but|so|because|which|though|or|if)) | $)",
    ),
];

/// Writes a form out; the words before and after it are whole.
pub(super) fn expression(form: &str) -> String {
    let mut out = form.to_owned();
    for (sign, long) in SIGNS {
        // A group that a form names itself is no sign.
        if out.contains(sign) {
            out = out
                .replace("(?P<", "\u{1}")
                .replace(sign, &long.replace("(?P<", "\u{1}"))
                .replace('\u{1}', "(?P<");
        }
    }
    while let Some((before, verb, after)) = verb_in(&out) {
        let forms = match verb.strip_suffix('+') {
            Some(base) => all_forms(base),
            None => present_forms(verb),
        };
        out = format!("{before}(?:{}){after}", forms.join("|"));
    }
    let out = in_plain_letters(&out);
    let starts = if out.starts_with('^') { "" } else { " " };
    let ends = if out.ends_with("$)") { "" } else { " " };
    format!("{starts}{out}{ends}")
}

/// Plain words are ASCII: "anything but" these signs is small then.
fn in_plain_letters(form: &str) -> String {
    let mut out = String::with_capacity(form.len());
    let mut rest = form;
    while let Some((before, after)) = rest.split_once("[^") {
        let Some((signs, after)) = after.split_once(']') else {
            break;
        };
        out.push_str(before);
        out.push_str("[!-~&&[^");
        out.push_str(signs);
        out.push_str("]]");
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The first `{verb}` with what stands before and after it; `{0,3}` is none.
fn verb_in(form: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = form.get(from..)?.find('{').map(|at| at + from) {
        let close = form.get(open..)?.find('}')? + open;
        let verb = form.get(open + 1..close)?;
        if verb.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some((form.get(..open)?, verb, form.get(close + 1..)?));
        }
        from = close;
    }
    None
}

/// Verbs that follow no rule: base, third person, -ing, past, participle.
const IRREGULAR: &[[&str; 5]] = &[
    ["make", "makes", "making", "made", "made"],
    ["take", "takes", "taking", "took", "taken"],
    ["have", "has", "having", "had", "had"],
    ["hold", "holds", "holding", "held", "held"],
    ["go", "goes", "going", "went", "gone"],
    ["come", "comes", "coming", "came", "come"],
    ["get", "gets", "getting", "got", "gotten"],
    ["give", "gives", "giving", "gave", "given"],
    ["run", "runs", "running", "ran", "run"],
    ["say", "says", "saying", "said", "said"],
    ["leave", "leaves", "leaving", "left", "left"],
    ["hand", "hands", "handing", "handed", "handed"],
    ["pay", "pays", "paying", "paid", "paid"],
    ["choose", "chooses", "choosing", "chose", "chosen"],
    ["write", "writes", "writing", "wrote", "written"],
    ["lead", "leads", "leading", "led", "led"],
    ["bring", "brings", "bringing", "brought", "brought"],
    ["set", "sets", "setting", "set", "set"],
    ["put", "puts", "putting", "put", "put"],
    ["sit", "sits", "sitting", "sat", "sat"],
    ["spend", "spends", "spending", "spent", "spent"],
    ["buy", "buys", "buying", "bought", "bought"],
    ["keep", "keeps", "keeping", "kept", "kept"],
    ["lie", "lies", "lying", "lay", "lain"],
    ["fight", "fights", "fighting", "fought", "fought"],
    ["drive", "drives", "driving", "drove", "driven"],
    ["speak", "speaks", "speaking", "spoke", "spoken"],
    ["stand", "stands", "standing", "stood", "stood"],
    ["plan", "plans", "planning", "planned", "planned"],
    ["refer", "refers", "referring", "referred", "referred"],
    ["veto", "vetoes", "vetoing", "vetoed", "vetoed"],
    ["quit", "quits", "quitting", "quit", "quit"],
    ["step", "steps", "stepping", "stepped", "stepped"],
    [
        "transfer",
        "transfers",
        "transferring",
        "transferred",
        "transferred",
    ],
    ["vet", "vets", "vetting", "vetted", "vetted"],
    ["sell", "sells", "selling", "sold", "sold"],
    ["lose", "loses", "losing", "lost", "lost"],
    [
        "control",
        "controls",
        "controlling",
        "controlled",
        "controlled",
    ],
    ["cancel", "cancels", "cancelling", "cancelled", "cancelled"],
    ["build", "builds", "building", "built", "built"],
    ["do", "does", "doing", "did", "done"],
    ["tell", "tells", "telling", "told", "told"],
    ["find", "finds", "finding", "found", "found"],
    ["think", "thinks", "thinking", "thought", "thought"],
    ["see", "sees", "seeing", "saw", "seen"],
    ["oversee", "oversees", "overseeing", "oversaw", "overseen"],
    ["feel", "feels", "feeling", "felt", "felt"],
    ["draw", "draws", "drawing", "drew", "drawn"],
    ["break", "breaks", "breaking", "broke", "broken"],
    ["stick", "sticks", "sticking", "stuck", "stuck"],
    ["win", "wins", "winning", "won", "won"],
    ["send", "sends", "sending", "sent", "sent"],
    ["cut", "cuts", "cutting", "cut", "cut"],
    ["throw", "throws", "throwing", "threw", "thrown"],
    ["shoot", "shoots", "shooting", "shot", "shot"],
    ["sing", "sings", "singing", "sang", "sung"],
    ["drag", "drags", "dragging", "dragged", "dragged"],
    ["plug", "plugs", "plugging", "plugged", "plugged"],
    ["chip", "chips", "chipping", "chipped", "chipped"],
    ["drop", "drops", "dropping", "dropped", "dropped"],
    ["log", "logs", "logging", "logged", "logged"],
    ["dig", "digs", "digging", "dug", "dug"],
    ["let", "lets", "letting", "let", "let"],
    ["deal", "deals", "dealing", "dealt", "dealt"],
    ["prefer", "prefers", "preferring", "preferred", "preferred"],
    ["grow", "grows", "growing", "grew", "grown"],
    ["know", "knows", "knowing", "knew", "known"],
    ["begin", "begins", "beginning", "began", "begun"],
    ["stop", "stops", "stopping", "stopped", "stopped"],
    ["hit", "hits", "hitting", "hit", "hit"],
    ["eat", "eats", "eating", "ate", "eaten"],
    ["slip", "slips", "slipping", "slipped", "slipped"],
    ["fall", "falls", "falling", "fell", "fallen"],
    ["swap", "swaps", "swapping", "swapped", "swapped"],
    ["teach", "teaches", "teaching", "taught", "taught"],
    ["rise", "rises", "rising", "rose", "risen"],
    ["meet", "meets", "meeting", "met", "met"],
    ["read", "reads", "reading", "read", "read"],
    ["arise", "arises", "arising", "arose", "arisen"],
    ["forget", "forgets", "forgetting", "forgot", "forgotten"],
    ["fly", "flies", "flying", "flew", "flown"],
    ["spec", "specs", "speccing", "specced", "specced"],
];

fn irregular(base: &str) -> Option<&'static [&'static str; 5]> {
    IRREGULAR.iter().find(|forms| forms.first() == Some(&base))
}

fn present_forms(base: &str) -> Vec<String> {
    if let Some(forms) = irregular(base) {
        return forms
            .iter()
            .take(3)
            .map(|form| (*form).to_owned())
            .collect();
    }
    vec![
        base.to_owned(),
        third_person(base),
        format!("{}ing", without_e(base)),
    ]
}

fn all_forms(base: &str) -> Vec<String> {
    if let Some(forms) = irregular(base) {
        return forms.iter().map(|form| (*form).to_owned()).collect();
    }
    let mut forms = present_forms(base);
    forms.push(match base.strip_suffix('y') {
        Some(stem) if !ends_with_vowel(stem) => format!("{stem}ied"),
        _ => format!("{}ed", without_e(base)),
    });
    forms
}

fn third_person(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !ends_with_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn without_e(base: &str) -> &str {
    let keeps_e = base.ends_with("ee");
    if keeps_e {
        base
    } else {
        base.strip_suffix('e').unwrap_or(base)
    }
}

fn ends_with_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_written_out() {
        assert_eq!(expression("x {make}"), " x (?:make|makes|making) ");
        assert_eq!(
            expression("{approve+}"),
            " (?:approve|approves|approving|approved) "
        );
        assert_eq!(
            expression("{carry+}{0,3}"),
            " (?:carry|carries|carrying|carried){0,3} "
        );
    }
}
