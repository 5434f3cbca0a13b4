//! Small word lists: what is dropped, written out, or bounds a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// After these a full stop ends no sentence.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "inc", "ltd", "corp", "co", "vs", "e.g", "i.e", "approx",
    "dept", "st", "sr", "jr", "no", "ca", "bzw", "usw", "z.b", "d.h", "hr", "fr", "mme", "etc",
];

/// Sounds and particles that say nothing.
pub(super) const FILLERS: &[&str] = &[
    "um", "uh", "er", "erm", "hm", "hmm", "mm", "mhm", "ah", "oh", "ahm", "aeh", "euh", "ben",
    "uhm", "umm",
];

/// English adverbs left out of sentences.
const ADVERBS: &str = "actually basically really literally honestly frankly simply ultimately personally certainly \
     definitely obviously also always currently already finally formally officially directly clearly \
     fully quite very absolutely still solely effectively essentially internally verbally physically \
     themselves himself herself myself recently just now so well truly particularly specifically \
     strongly eventually primarily exclusively entirely completely totally wholly purely jointly \
     independently regularly gladly happily sadly luckily unfortunately fortunately admittedly \
     originally lately nowadays meanwhile anyway anyhow even fairly super extremely incredibly \
     heavily deeply openly loudly quietly secretly tirelessly relentlessly repeatedly vocally \
     actively passionately kindly closely carefully thoroughly properly quickly slowly swiftly \
     rapidly promptly immediately instantly suddenly gradually steadily continually permanently \
     temporarily singlehandedly firmly squarely exactly precisely merely surely naturally evidently \
     plainly undoubtedly seriously sincerely genuinely wholeheartedly enthusiastically fiercely \
     utterly increasingly rightly practically virtually centrally locally globally altogether";

/// The same for adverbs that make the speaker less sure.
const HEDGING_ADVERBS: &str = "usually typically normally generally mainly mostly technically probably maybe perhaps possibly \
     presumably supposedly apparently likely sometimes kinda sorta theoretically partly roughly \
     hopefully potentially arguably conceivably ostensibly nominally largely broadly seemingly \
     reportedly";

/// English adverbs that are left out, and whether they hedge.
pub(super) fn adverb(word: &str) -> Option<bool> {
    static ALL: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
        let plain = ADVERBS.split_whitespace().map(|word| (word, false));
        let hedging = HEDGING_ADVERBS.split_whitespace().map(|word| (word, true));
        plain.chain(hedging).collect()
    });
    ALL.get(word).copied()
}

/// English short forms that follow no rule.
pub(super) const SHORT_FORMS: &[(&str, &str)] = &[
    ("won't", "will not"),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("cant", "can not"),
    ("dont", "do not"),
    ("doesnt", "does not"),
    ("didnt", "did not"),
    ("isnt", "is not"),
    ("im", "i am"),
    ("ive", "i have"),
    ("ain't", "is not"),
    ("shan't", "shall not"),
    ("let's", "let us"),
    ("gonna", "going to"),
    ("wanna", "want to"),
    ("gotta", "got to"),
    ("gimme", "give me"),
    ("y'all", "you all"),
    ("o'clock", "oclock"),
    ("wouldnt", "would not"),
    ("thats", "that is"),
    ("theyre", "they are"),
];

/// Written with a capital, and no product that could be chosen instead.
pub(super) const NO_PRODUCTS: &[&str] = &[
    "not",
    "yeah",
    "well",
    "never",
    "just",
    "every",
    "each",
    "also",
    "only",
    "even",
    "still",
    "now",
    "today",
    "more",
    "most",
    "such",
    "these",
    "those",
    "other",
    "others",
    "another",
    "both",
    "none",
    "nothing",
    "nobody",
    "everything",
    "everybody",
    "everyone",
    "somebody",
    "someone",
    "people",
    "though",
    "maybe",
    "let",
    "please",
    "thanks",
    "sorry",
    "good",
    "great",
    "sure",
    "right",
    "exactly",
    "honestly",
    "last",
    "next",
    "first",
    "second",
    "their",
    "he's",
    "after",
    "before",
    "since",
    "where",
    "how",
    "why",
    "like",
    "with",
    "from",
    "for",
    "at",
    "by",
    "on",
    "in",
    "to",
    "of",
    "or",
    "as",
    "is",
    "are",
    "was",
    "have",
    "has",
    "had",
    "do",
    "does",
    "did",
    "can",
    "could",
    "will",
    "would",
    "should",
    "spreadsheets",
    "her",
    "his",
    "them",
    "him",
    "me",
    "mine",
    "i",
    "it",
    "we",
    "they",
    "you",
    "he",
    "she",
    "that",
    "this",
    "the",
    "a",
    "an",
    "our",
    "your",
    "their",
    "my",
    "q1",
    "q2",
    "q3",
    "q4",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "ceo",
    "cfo",
    "cio",
    "cto",
    "coo",
    "cro",
    "cmo",
    "ciso",
    "vp",
    "it",
    "hr",
    "legal",
    "finance",
    "procurement",
    "english",
    "german",
    "french",
    "europe",
    "america",
    "us",
    "uk",
    "eu",
    "what",
    "which",
    "who",
    "one",
    "two",
    "three",
    "okay",
    "yes",
    "no",
    "some",
    "all",
    "any",
    "and",
    "but",
    "so",
    "if",
    "when",
    "because",
    "then",
    "there",
    "here",
    "marketing",
    "sales",
    "security",
    "operations",
    "engineering",
    "product",
    "support",
    "poc",
    "roi",
    "rfp",
    "prospect",
    "champion",
];
