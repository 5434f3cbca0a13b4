//! What people can say of a part, whatever the part: constructions that take words.
//!
//! A [`Frame`] holds the words of one part: what is done, what comes of it, what
//! whoever does it is called, which field it is. A construction is a way to say
//! who it is: "she decides", "the one who decides is her", "the decision lies
//! with her", "it takes her to decide". Every frame goes through every
//! construction, so that a verb added to a frame is read in all of them.

use model::Predicate;

use super::rules::{Rule, rule};

/// The words of one part. An empty list leaves out what needs it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Starts the codes of its rules.
    pub(super) code: &'static str,
    pub(super) predicate: Predicate,
    /// How sure the plainest construction is, in percent.
    pub(super) percent: u8,
    /// What they do, with what they do it to: `{make} the decision`.
    pub(super) act: &'static str,
    /// Verbs that say it alone, where nothing else follows: `{decide}`.
    pub(super) bare: &'static str,
    /// The same of others, by participle: `decided` by her.
    pub(super) done: &'static str,
    /// What they have: `final say`.
    pub(super) power: &'static str,
    /// What comes from them or lies with them: `decision`.
    pub(super) product: &'static str,
    /// What they are called: `decision maker`.
    pub(super) agent: &'static str,
    /// What they answer for: `legal questions`.
    pub(super) field: &'static str,
    /// Each of "we" does it too.
    pub(super) is_shared: bool,
}

/// A frame without words.
pub(super) const fn frame(code: &'static str, predicate: Predicate, percent: u8) -> Frame {
    Frame {
        code,
        predicate,
        percent,
        act: "",
        bare: "",
        done: "",
        power: "",
        product: "",
        agent: "",
        field: "",
        is_shared: false,
    }
}

/// What a "not" in a construction means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// As the predicate has it.
    Plain,
    /// "Without her approval", "we don't need her to sign": nothing is denied of her.
    Supposing,
    /// Says the opposite.
    Denying,
}

/// A way to say who plays a part.
struct Construction {
    code: &'static str,
    /// Taken off the certainty of the frame, in percent points.
    less: u8,
    sense: Sense,
    /// Words in capitals stand for the lists of the frame.
    form: &'static str,
}

const fn way(code: &'static str, less: u8, form: &'static str) -> Construction {
    Construction {
        code,
        less,
        sense: Sense::Plain,
        form,
    }
}

impl Construction {
    const fn with(self, sense: Sense) -> Self {
        Self { sense, ..self }
    }
}

/// Every way.
const WAYS: &[Construction] = &[
    way("does", 0, "<who> ACT"),
    way("does_too", 14, "(?P<who>i|he|she|@)(?P<gap>(?: [a-z0-9'/]+){1,9}?)(?: ,)? and(?: (?:then|also|so|therefore))? ACT"),
    way("one_who", 0, "(?:the (?:only )?(?:one|ones|person|people|guy|woman|man|lady|colleague)|whoever|those|somebody|someone)(?: (?:who|that))?<aux> ACT<w4> <be> <whom>"),
    way("called", 2, "<who>(?: (?:is|are|am|was|were|be|been|'s|as|becomes|remains|stays|serves as|acts as|acting as))(?: not)? <art>AGENT"),
    way("called_whom", 2, "(?:AGENT)(?:<w4> (?:is|are|will be|would be|remains|has to be)|(?: (?:here|on this|for this))? (?::|-|\\())(?: not)? <whom>"),
    way("lies_with", 4, "PRODUCT<w4> <lie><w2> <with> <whom>"),
    way("is_whose", 4, "PRODUCT<w4> <be>(?: (?:all|only|mine and))? (?P<who>(?:mine|hers|his|theirs|@ 's)(?:(?: ,)? (?:and|or) (?:mine|hers|his|@ 's|@))*)"),
    way("whose", 4, "(?:it|this|that|which|these|those)(?: <be>)(?: (?:all|only))? <whose>(?: (?:own|final|sole))? PRODUCT"),
    way("has", 2, "<who>(?: (?:have|has|had|having|hold|holds|have got|has got|is got|keep|keeps|carry|carries|retain|retains|with|exercise|own|owns|enjoy|enjoys))(?: not)?<w2> POWER"),
    way("lacks",
        4,
        "<who>(?: (?:(?:have|has|hold|holds|got|get|gets|had|with)(?: (?:no|zero|little|hardly any|barely any|not much|neither|none of the|absolutely no))|lack|lacks|lacking|am without|is without|are without))<w2> POWER_LACKED").with(Sense::Denying),
    way("needs_whose", 6, "(?:need|needs|needed|require|requires|required|want|wants|take|takes|get|gets|getting|got|wait for|waiting for|waiting on|wait on|pending|without|subject to|depend on|depends on|hinges on|seek|missing|miss|ask for|asking for|have|has|with|after|obtain|secure)<w2> <whose> (?:[a-z]+ ){0,2}?PRODUCT").with(Sense::Supposing),
    way("from_whom", 6, "PRODUCT<w4> (?:from|by|of|through|via) <whom>").with(Sense::Supposing),
    way("needs_to", 6, "(?:need|needs|needed|wait for|waiting for|waiting on|wait on|get|getting|got|ask|asking|want|requires?|takes?|depends on|convince|persuade|leave it to|leave that to|left to|relying on|rely on|down to|have to have|is waiting for|leave this to) <whom>(?: (?:first|then))? to ACT").with(Sense::Supposing),
    way("for_to", 4, "(?:is|was|be|'s|will be|would be|is all|is only|that is)(?: not)?(?: (?:for|up to|on|down to)) <whom>(?: (?:alone|and nobody else))? to ACT"),
    way("desk", 8, "(?:land|lands|comes?|goes?|ends? up|sits?|arrives?|passes|is|are|crosses|go|lands)(?: [a-z0-9'/]+){0,3}? (?:on|onto|to|over|across|at|with) <whose>(?: [a-z]+)? (?:desk|table|plate|inbox|office)(?: [a-z]+)? (?:for|to(?: (?:get|be))?) (?:[a-z]+ ){0,3}?(?:PRODUCT|ACT|DONE)"),
    way("let", 12, "(?:let|have|make|watch|see|until|before|once|unless|when|as soon as) (?P<who>(?:me|us|him|her|@|i|he|she)(?: and (?:@|i))?)(?P<aux><aux>) ACT").with(Sense::Supposing),
    way("discuss", 8, "(?:FIELD)<w4> (?:discuss|discussed|settle|settled|clarify|clarified|agree|agreed|negotiate|negotiated|sort out|sorted out|arranged?|talk about|take up) (?:with|through) <whom>"),
    way("field_done_by", 6, "(?:FIELD)<w4> (?:reviewed|checked|read|looked at|gone through|handled|done|dealt with|taken care of|approved|cleared|examined|vetted|tested|negotiated|managed|run|set|changed|maintained|agreed|controlled|held|owned|organi[sz]ed|granted|assigned|looked after|redlined|covered|answered|kept)<w2> by <whom>"),
    way("done_by", 6, "(?:DONE)<w2> by <whom>"),
    way("routed", 6, "(?:goes?|go|going|went|gone|sent|send|sends|pass|passes|passed|take|taken|takes?|bring|brings|brought|put|run|runs|escalated?|escalates|submit|submits|submitted|routed?|routes|moves?|lands?|ends up|comes?|came|get|gets|forward|forwarded|hand|hands|handed|present|presented|clear)(?: [a-z0-9'/]+){0,4}? (?:to|by|before|past|through|in front of|via|across|with|onto|on) <whom>(?: 's)?(?: (?:desk|table|office|inbox|team))? (?:for|to(?: (?:get|be|give|have))?) (?:[a-z]+ ){0,3}?(?:PRODUCT|ACT|DONE)"),
    way("answers_for", 4, "<who>(?: (?:is|are|am|was|be|'s|been|have been|has been))?(?: not)?<w2> (?:responsible|accountable|in charge|in the lead|on point|the go to(?: person| guy)?|answerable|tasked|charged|entrusted|your (?:person|contact|man|woman)|the (?:right |main |best )?(?:person|contact|one)(?: to (?:talk|speak|go|turn|write) to| to (?:ask|contact|see))?) (?:for|of|about|on|with|when it comes to|regarding)(?: [a-z]+){0,3}? (?:FIELD|PRODUCT|ACT)"),
    way("job", 6, "<whose> (?:[a-z]+ )?(?:job|role|task|duty|department|responsibility|business|remit|part|work|function|team)(?: here| in this)? <be>(?: to)? (?:ACT|(?:[a-z]+ ){0,3}?(?:FIELD|PRODUCT))"),
    way("whose_job", 4, "(?:FIELD|PRODUCT)<w4> <be>(?: all)? <whose>(?: [a-z]+)? (?:job|department|thing|area|baby|world|territory|remit|turf|responsibility|domain|business|problem|task|field|desk|plate|department 's|team)"),
    way("field_with", 6, "(?:FIELD)<w4> <lie><w2> <with> <whom>"),
    way("ask_for", 6, "(?:for|if you (?:need|want|have)|to get|to change|on|about|regarding|with|when it comes to|as for|as far as|if it is about)(?: [a-z]+){0,3}? (?:FIELD|PRODUCT)(?: [a-z]+){0,2}?(?: ,| -| :)?(?: (?:you|we|that|it|please|best|better|there|have|has|need|needs|should|would|will|want|to|be|is|are|had|got|go|just|all|i|can|must))* (?:talk to|talk with|speak to|speak with|go to|go through|ask|contact|call|email|write to|reach out to|get in touch with|check with|turn to|see|meet|hear from|deal with|dealing with|work with|working with|involve|loop in|need|want|get|is|be|goes to|have|got|,|-) <whom>"),
    way("talk_about", 8, "(?:talk|speak|go|turn|reach out|write|get in touch|check|coordinate|align|sort (?:it|that) out|take (?:it|that) up|best|better)(?: [a-z]+)? (?:to|with|ask) <whom>(?: [a-z]+){0,2}? (?:about|for|on|regarding|if it is about|when it comes to)(?: [a-z]+){0,3}? (?:FIELD|PRODUCT)"),
];

/// The rules of frames, in the order of frames and constructions.
pub(super) fn rules(tables: &[&[Frame]]) -> Vec<Rule> {
    let frames = tables.iter().copied().flatten();
    frames.flat_map(rules_of).collect()
}

fn rules_of(frame: &Frame) -> impl Iterator<Item = Rule> {
    WAYS.iter().filter_map(|way| rule_of(frame, way))
}

/// `None` where the frame has none of the words that the construction needs.
fn rule_of(frame: &Frame, way: &Construction) -> Option<Rule> {
    let form = filled(frame, way.form)?;
    let rule = rule(
        format!("{}.{}", frame.code, way.code).leak(),
        frame.predicate,
        frame.percent.saturating_sub(way.less),
        form.leak(),
    );
    let rule = match way.sense {
        Sense::Plain => rule,
        Sense::Supposing => rule.supposing(),
        Sense::Denying => rule.denying().asserting(),
    };
    Some(if frame.is_shared { rule.shared() } else { rule })
}

/// A word that no sentence has, for a list without words; long, so that it is a telling need.
const NOTHING: &str = "\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}\u{2}";

fn filled(frame: &Frame, form: &str) -> Option<String> {
    let bare = match frame.bare {
        "" => NOTHING.to_owned(),
        verbs => format!("(?:{verbs})(?P<bare>)"),
    };
    let lists = [
        ("ACT", [frame.act, &bare].join("|")),
        ("POWER_LACKED", frame.power.to_owned()),
        ("POWER", frame.power.to_owned()),
        ("PRODUCT", frame.product.to_owned()),
        ("AGENT", frame.agent.to_owned()),
        ("FIELD", frame.field.to_owned()),
        ("DONE", frame.done.to_owned()),
    ];
    let mut out = form.to_owned();
    let mut has_words = false;
    for (sign, words) in lists {
        if out.contains(sign) {
            let words = words.trim_matches('|');
            let is_empty = words.is_empty() || words == NOTHING;
            has_words |= !is_empty;
            let words = if is_empty { NOTHING } else { words };
            out = out.replace(sign, &format!("(?:{words})"));
        }
    }
    has_words.then_some(out)
}
