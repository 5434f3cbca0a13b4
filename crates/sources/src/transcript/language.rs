//! The language of a recording: the file's own word for it, else its small words.

use text::transcripts::Transcript;

/// Small words that are frequent in one language and rare in the others.
const SMALL_WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the and you that is it we of for this have what with are they",
    ),
    (
        "de",
        "der die das und ich nicht ist wir sie ein zu mit auf für haben",
    ),
    (
        "fr",
        "le les et vous nous est que pas une dans pour avec des c'est je",
    ),
    (
        "es",
        "el los y que es nosotros una por para con pero muy está lo del",
    ),
];
/// Words looked at.
const MAX_WORDS: usize = 2_000;

/// The code, or nothing when the words do not tell.
pub(super) fn code(transcript: &Transcript) -> String {
    let given = transcript.language.as_deref().unwrap_or_default();
    let primary = given.split(['-', '_']).next().unwrap_or_default();
    if primary.len() == 2 {
        return primary.to_lowercase();
    }
    let said = transcript.utterances.iter();
    let words: Vec<String> = said
        .flat_map(|one| one.text.split_whitespace())
        .take(MAX_WORDS)
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .collect();
    told(&words).unwrap_or_default().to_owned()
}

fn told(words: &[String]) -> Option<&'static str> {
    let count = |small: &str| {
        let small: Vec<&str> = small.split(' ').collect();
        let is_small = |word: &&String| small.contains(&word.as_str());
        words.iter().filter(is_small).count()
    };
    let mut counts: Vec<(usize, &str)> = SMALL_WORDS
        .iter()
        .map(|(code, small)| (count(small), *code))
        .collect();
    counts.sort_by(|a, b| b.cmp(a));
    let [(first, code), (second, _), ..] = counts.as_slice() else {
        return None;
    };
    let is_told = first * 12 >= words.len() && *first >= 3 && *first >= second * 2;
    is_told.then_some(*code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language() {
        let of = |text: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            told(&words)
        };
        assert_eq!(
            of("we have what you need and the price is fine"),
            Some("en")
        );
        assert_eq!(
            of("ich glaube das ist nicht für uns und wir warten"),
            Some("de")
        );
        assert_eq!(
            of("nous avons une question pour vous et le prix"),
            Some("fr")
        );
        assert_eq!(of("ok ok ok"), None);
    }
}
