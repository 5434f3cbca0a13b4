//! Which language a text is in, by its commonest words; unknown is an answer.

/// A language that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
}

impl Language {
    /// The language of a code such as `en` or `de-AT`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            "fr" => Some(Self::French),
            _ => None,
        }
    }
}

/// Commonest words that few other languages share; the last lists are languages we cannot read.
const COMMON: &[(Option<Language>, &[&str])] = &[
    (
        Some(Language::English),
        &[
            "the", "and", "of", "is", "to", "that", "it", "we", "you", "our", "with", "for", "are",
            "this", "have", "they", "not", "but", "what", "my", "your", "was", "would", "i'm",
            "it's", "don't", "i",
        ],
    ),
    (
        Some(Language::German),
        &[
            "der", "das", "und", "ist", "nicht", "ich", "wir", "mit", "ein", "eine", "den", "dem",
            "auf", "fur", "von", "sie", "es", "auch", "bei", "sind", "aber", "haben", "unser",
            "unsere", "wird", "noch", "uber", "die", "zu", "im",
        ],
    ),
    (
        Some(Language::French),
        &[
            "le", "les", "et", "est", "nous", "vous", "je", "pas", "une", "des", "du", "que",
            "qui", "dans", "pour", "c'est", "avec", "sur", "notre", "mais", "il", "elle", "j'ai",
            "ce", "la", "ne",
        ],
    ),
    (
        None,
        &[
            "el", "los", "las", "que", "y", "es", "por", "una", "con", "para", "del", "pero",
            "nosotros", "muy",
        ],
    ),
    (
        None,
        &[
            "il", "che", "di", "e", "per", "non", "una", "con", "sono", "della", "ma", "noi",
            "questo", "la",
        ],
    ),
    (
        None,
        &[
            "o", "que", "e", "nao", "uma", "os", "com", "para", "voce", "mas", "isso", "do", "da",
            "em",
        ],
    ),
    (
        None,
        &[
            "het", "een", "en", "van", "niet", "ik", "wij", "dat", "op", "zijn", "maar", "ook",
            "voor", "we",
        ],
    ),
    (
        None,
        &[
            "och", "att", "det", "som", "inte", "jag", "vi", "ar", "pa", "av", "men", "har", "med",
            "en",
        ],
    ),
];

/// How many words are looked at.
const N_LOOKED_AT: usize = 400;

/// The language of a text that is long enough to tell, else `None`.
pub fn detect_language(text: &str) -> Option<Language> {
    let (best, n_best, n_next) = count(text);
    (n_best >= 3 && n_best > n_next).then_some(best).flatten()
}

/// The language to read a text in: the conversation's unless the words say otherwise.
///
/// `None` when the text is in a language we cannot read.
pub(super) fn of_text(text: &str, known: Option<Language>) -> Option<Language> {
    let is_plain_english = text.is_ascii() && known == Some(Language::English);
    if is_plain_english && text.len() < 400 {
        return known;
    }
    let (best, n_best, n_next) = count(text);
    let is_clear = n_best >= 3 && n_best >= n_next + 2;
    let is_leading = n_best >= 2 && n_best > n_next;
    match known {
        _ if is_clear => best,
        Some(_) => known,
        None if is_leading => best,
        None => is_latin(text).then_some(Language::English),
    }
}

fn is_latin(text: &str) -> bool {
    let n_other = text
        .chars()
        .filter(|c| c.is_alphabetic() && *c > '\u{24f}')
        .count();
    n_other * 4 < text.chars().filter(|c| c.is_alphabetic()).count().max(1)
}

/// The best language, its hits, and the hits of the next.
fn count(text: &str) -> (Option<Language>, usize, usize) {
    let mut hits = [0usize; COMMON.len()];
    let marks = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    for word in text
        .split(marks)
        .filter(|word| !word.is_empty())
        .take(N_LOOKED_AT)
    {
        let folded = plain(word);
        for (n_hits, (_, words)) in hits.iter_mut().zip(COMMON) {
            *n_hits += usize::from(words.contains(&folded.as_str()));
        }
    }
    let mut order: Vec<usize> = (0..COMMON.len()).collect();
    order.sort_by_key(|idx| {
        (
            std::cmp::Reverse(hits.get(*idx).copied().unwrap_or(0)),
            *idx,
        )
    });
    let hits_of = |rank: usize| {
        order
            .get(rank)
            .and_then(|idx| hits.get(*idx))
            .copied()
            .unwrap_or(0)
    };
    let best = order
        .first()
        .and_then(|idx| COMMON.get(*idx))
        .and_then(|(language, _)| *language);
    (best, hits_of(0), hits_of(1))
}

fn plain(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ä' | 'à' | 'â' | 'ã' | 'á' | 'å' => 'a',
            'ü' => 'u',
            'ö' | 'ó' => 'o',
            '’' => '\'',
            _ => c.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart_by_common_words() {
        let told = |text| detect_language(text);
        assert_eq!(
            told("The decision is mine and it is not up to you"),
            Some(Language::English)
        );
        assert_eq!(
            told("Das entscheide ich nicht, das ist die Sache von der Finanz"),
            Some(Language::German)
        );
        assert_eq!(
            told("C'est le directeur qui décide, nous ne sommes pas dans la boucle"),
            Some(Language::French)
        );
        assert_eq!(
            told("El presupuesto es de los jefes y por eso no es una decisión"),
            None
        );
        assert_eq!(told("Okay."), None);
    }

    #[test]
    fn a_short_text_is_read_in_the_language_of_the_conversation() {
        assert_eq!(
            of_text("Ja, genau.", Some(Language::German)),
            Some(Language::German)
        );
        assert_eq!(of_text("Okay.", None), Some(Language::English));
        assert_eq!(of_text("我们决定了。", None), None);
        assert_eq!(
            of_text(
                "No es una decisión que los jefes y yo tomamos por la noche",
                Some(Language::English)
            ),
            None
        );
    }
}
