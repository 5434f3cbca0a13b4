//! The short notation of rules, written out as a regular expression.
//!
//! A rule's form is an expression over plain words with these signs:
//! `<who>` a subject with its auxiliaries, `<whom>` somebody as an object,
//! `<whose>` a possessor, `<obj>` words kept as the object, `<n>` up to three
//! words of any kind, `<it>` a thing or matter, `{verb}` the present forms of a
//! verb and `{verb+}` its past forms as well. `@` is a person named.

/// Someone as a subject: one or several.
const WHO: &str = "(?P<who>(?:i|we|he|she|they|@|who|me)(?:(?: ,)?(?: and| or| plus| und| oder| et| ou| along with| together with) (?:i|me|he|she|@|ich|moi))*)(?P<aux>(?: (?:do|does|did|will|would|can|could|may|might|should|must|shall|have|has|had|am|is|are|was|were|be|been|being|not|never|need|needs|to|get|gets|got|going|want|wants|used|no|longer|the one|one|person|that|who|supposed|tend|tends|'s|also|only|both|all|the main))*)";
/// Someone as an object.
const WHOM: &str = "(?P<who>(?:me|us|him|her|them|@|i)(?:(?: ,)? (?:and|or|plus|und|oder|et|ou|along with|together with) (?:me|him|her|@|i|ich|mir|moi))*)";
/// Someone as a possessor; also "mine and the CFO's".
const WHOSE: &str = "(?P<who>(?:my|mine|his|her|hers|their|theirs|@ 's)(?:(?: ,)? (?:and|or) (?:my|mine|his|hers|@ 's|@))*)";
/// A thing or matter that is decided, approved, handed on.
const IT: &str = "(?:it|this|that|these|those|them|everything|anything|all of (?:it|this|that)|(?:(?:the|this|that|any|all|our|every|each|my|a|an|these|those|such|all the) )?(?:[a-z0-9'/]+ ){0,3}?(?:deals?|purchases?|contracts?|renewals?|spend|spending|budgets?|orders?|pos?|invoices?|agreements?|vendors?|tools?|software|platforms?|systems?|projects?|proposals?|quotes?|investments?|expenses?|requests?|things?|stuff|decisions?|changes?|expansions?|licen[sc]es?|subscriptions?|one|products?|solutions?|paperwork|rollouts?|paper|numbers?))";

/// Writes a form out; the words before and after it are whole.
pub(super) fn expression(form: &str) -> String {
    // Groups a form names itself are no signs.
    const GROUP: &str = "\u{1}";
    let mut out = form
        .replace("(?P<", GROUP)
        .replace("<who>", WHO)
        .replace("<whom>", WHOM)
        .replace("<whose>", WHOSE)
        .replace("<it>", IT)
        .replace(" <n>", "(?: [a-z0-9'/]+){0,3}?")
        .replace("<obj>", "(?P<obj>[^,:()\" -]+(?: [^ ]+)*?)(?: (?:[:()\"-]|, (?:and|but|so|because|which|though|or|if)) | $)")
        .replace(GROUP, "(?P<");
    while let Some((before, verb, after)) = verb_in(&out) {
        let forms = match verb.strip_suffix('+') {
            Some(base) => all_forms(base),
            None => present_forms(verb),
        };
        out = format!("{before}(?:{}){after}", forms.join("|"));
    }
    if out.ends_with("$)") {
        format!(" {out}")
    } else {
        format!(" {out} ")
    }
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
