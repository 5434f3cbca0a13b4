//! The words of a text that can stand for what it is about.
//!
//! Function words, and verbs and nouns that fit any subject ("need", "thing"),
//! say nothing; a plural is the same word as its singular. Numbers name nothing
//! by themselves.

use std::collections::BTreeSet;

use text::fold::fold;

/// Most content words of a text that are looked at: later ones drift off the subject.
const MAX_WORDS: usize = 24;

/// Words that say nothing of a subject, folded; English, German and French.
const EMPTY_WORDS: &str = "
a about above across actually after again all almost already also although always am an and another any anybody
anyone anything are arent around as ask asked at away back bad basically be because been before being below
better between big bit both but by call came can cannot cant come comes coming could couldnt course day days
did didnt different do does doesnt doing done dont down during each either else enough especially even ever
every everybody everyone everything exactly far few fine first for from full further gets get getting give given
gives go goes going gonna good got great guess had happen happens hard has hasnt have havent having he her here
hers him his hope how however huge i id if ill im in instead into is isnt it its itself ive just keep keeps kind
know known last least less let lets like likely little long look looking looks lot lots made main mainly make
makes making many matter maybe me mean means might mine more most much must my myself need needed needs never
new next no nobody none nor not nothing now of off often oh ok okay old on once one ones only onto or other
others otherwise our ours ourselves out over own part people per perhaps place please point possible pretty
probably put question questions quite rather real really right said same say says see seem seems seen several
shall she should shouldnt simply since so some somebody someone something sometimes somewhere soon sort sounds
start still stuff such sure take takes taking talk tell than thank thanks that thats the their theirs them then
there these they theyre thing things think this those though three through to today together told too took toward
towards tried try trying two under until up upon us use used using usually very via wanna want wanted wants
was wasnt way ways we week weeks well went were weve what whatever whats when where whether which while who whole
whom whose why will with within without wont wonder wondering work working works would wouldnt yeah year years
yes yet you youd youll your youre yours yourself youve
business company customer month platform product software solution system team time tool vendor
aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bist brauchen da
damit dann das dass dein dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du
durch ein eine einem einen einer eines er es etwas euch euer fur ganz geht gegen gern gibt haben habe hat hatte
hier hin hinter ich ihm ihn ihnen ihr ihre im immer ist ja jede jedem jeden jeder jedes jetzt kann kein keine
konnen machen man mehr mein mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne schon sehr sein
seine seit sich sie sind so soll sollen sollte sondern uber um und uns unser unsere unter viel vom von vor wann
warum was weil weiter welche wenn wer werden wie wieder will wir wird wo wollen wurde wurden zu zum zur zwischen
ai au aucun aussi autre autres aux avec avez avoir avons bien c ca car ce ceci cela celle celui ces cet cette
chaque chez ci comme comment d dans de des deux donc dont du elle elles en encore entre est et etait ete etre eu
fait faire faut il ils j je l la le les leur leurs lui m ma mais me meme mes moi moins mon n ne nos notre nous
on ont ou oui par pas peu peut plus pour pourquoi qu quand que quel quelle qui s sa sans se ses si son sont
sur t ta te tes toi ton tous tout toute tres trop tu un une vos votre vous y";

/// The words and pairs of words of a text, folded: what it may be grouped by.
///
/// Pairs join words that stand side by side once words without content are gone.
pub(crate) fn terms(text: &str) -> BTreeSet<String> {
    let words = content_words(text);
    let pairs = words
        .windows(2)
        .filter(|pair| pair.first() != pair.last())
        .map(|pair| pair.join(" "));
    let pairs: Vec<String> = pairs.collect();
    words.into_iter().chain(pairs).collect()
}

/// The words of a text that have content, folded and in the singular, in order.
pub(crate) fn content_words(text: &str) -> Vec<String> {
    fold(text)
        .split(' ')
        .filter(|word| has_content(word))
        .map(singular)
        .take(MAX_WORDS)
        .collect()
}

fn has_content(word: &str) -> bool {
    let has_letters = word.bytes().any(|b| b.is_ascii_alphabetic());
    word.len() > 2 && has_letters && !is_empty_word(word)
}

fn is_empty_word(word: &str) -> bool {
    static EMPTY: std::sync::OnceLock<BTreeSet<&'static str>> = std::sync::OnceLock::new();
    EMPTY
        .get_or_init(|| EMPTY_WORDS.split_whitespace().collect())
        .contains(word)
}

fn singular(word: &str) -> String {
    let keeps_its_s = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    if word.len() > 4 && word.ends_with("ies") {
        return format!("{}y", &word[..word.len() - 3]);
    }
    if word.len() > 3 && word.ends_with('s') && !keeps_its_s {
        return word[..word.len() - 1].to_owned();
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Vec<String> {
        terms(text).into_iter().collect()
    }

    #[test]
    fn words_without_content_vanish_and_neighbours_pair() {
        assert_eq!(
            of("We need the audits of our suppliers"),
            ["audit", "audit supplier", "supplier"]
        );
        assert!(of("so what do you think about it").is_empty());
    }

    #[test]
    fn a_plural_is_its_singular() {
        assert_eq!(
            content_words("deliveries, status, basis, losses"),
            ["delivery", "status", "basis", "losse"]
        );
    }

    proptest! {
        #[test]
        fn any_text_gives_folded_terms(text in ".{0,80}") {
            for term in terms(&text) {
                prop_assert_eq!(fold(&term), term);
            }
        }
    }
}
