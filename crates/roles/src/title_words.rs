//! Titles as they are compared: the words that count, in one spelling each.

use std::collections::BTreeSet;

/// The words of a title that count, in one spelling each.
pub(crate) fn title_key(words: &[String]) -> BTreeSet<String> {
    let text = format!(" {} ", words.join(" "));
    let spelled = SPELLINGS
        .iter()
        .fold(text, |text, (long, short)| text.replace(long, short));
    let counts = |w: &&str| {
        !matches!(
            *w,
            "of" | "the" | "for" | "and" | "our" | "in" | "senior" | "sr" | "person" | "guy"
        )
    };
    spelled
        .split(' ')
        .filter(|w| !w.is_empty())
        .filter(counts)
        .map(str::to_owned)
        .collect()
}

const SPELLINGS: &[(&str, &str)] = &[
    (" vice president ", " vp "),
    (" svp ", " vp "),
    (" evp ", " vp "),
    (" chief executive officer ", " ceo "),
    (" chief financial officer ", " cfo "),
    (" chief finance officer ", " cfo "),
    (" chief information officer ", " cio "),
    (" chief information security officer ", " ciso "),
    (" chief technology officer ", " cto "),
    (" chief technical officer ", " cto "),
    (" chief operating officer ", " coo "),
    (" chief operations officer ", " coo "),
    (" chief marketing officer ", " cmo "),
    (" chief revenue officer ", " cro "),
    (" chief product officer ", " cpo "),
    (" chief procurement officer ", " chief procurement "),
    (" chief data officer ", " cdo "),
    (" chief people officer ", " chro "),
    (" chief human resources officer ", " chro "),
    (" information technology ", " it "),
    (" human resources ", " hr "),
    (" operations ", " ops "),
    (" revenue ops ", " revops "),
    (" rev ops ", " revops "),
    (" director ", " head "),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tokens;

    fn key(text: &str) -> BTreeSet<String> {
        title_key(&tokens(text))
    }

    #[test]
    fn spellings_of_one_title_are_one_key() {
        assert_eq!(key("our VP of Finance"), key("Vice President, Finance"));
        assert_eq!(key("the CFO"), key("Chief Financial Officer"));
        assert_eq!(key("Director of IT"), key("Head of Information Technology"));
    }
}
