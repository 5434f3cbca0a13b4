//! Tells the text of a contract from what was said in a call.
//!
//! Contracts have lines such as `Term: three years`, which look like a speaker
//! and their words. What gives them away is how often the words of contracts
//! stand in them: several in a hundred, where speech has a few in ten thousand.

/// Words that hardly anybody says, and that contracts cannot do without.
const BINDING: &str = "shall hereby herein hereof hereto hereunder thereof thereto hereinafter whereas witnesseth \
     indemnify indemnification pursuant notwithstanding vertragspartei vertragsparteien vertragspartner \
     unbeschadet haftet gewährleistung aufgrund gemäß nachstehend présent présente ci-après résiliation \
     conformément nonobstant presente cláusula cláusulas rescisión";
/// Words for what is agreed and who agrees.
const AGREED: &str = "agreement agreements party parties vertrag vertrages vertrags parteien contrat parties contrato \
     partes acuerdo contratto parti";
/// Shorter texts tell too little.
const LEAST_WORDS: usize = 120;
/// Of a thousand words, as many must be binding ones, and ones for what is agreed.
const LEAST_PER_THOUSAND: usize = 3;
/// Words that are looked at.
const MAX_WORDS: usize = 50_000;

/// Whether a text reads like a contract.
pub(crate) fn is_contract(text: &str) -> bool {
    let is_mark = |c: char| !(c.is_alphanumeric() || c == '-');
    let words = text
        .split(is_mark)
        .filter(|word| word.chars().any(char::is_alphabetic));
    let (mut n_words, mut n_binding, mut n_agreed) = (0, 0, 0);
    for word in words.take(MAX_WORDS) {
        let word = word.to_lowercase();
        let is_in = |list: &str| list.split_whitespace().any(|known| known == word);
        n_words += 1;
        n_binding += usize::from(is_in(BINDING));
        n_agreed += usize::from(is_in(AGREED));
    }
    let is_often = |n: usize| n * 1_000 >= n_words * LEAST_PER_THOUSAND;
    n_words >= LEAST_WORDS && is_often(n_binding) && n_agreed > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contracts_and_calls_about_contracts_are_told_apart() {
        let clause = "Term: This Agreement shall remain in force for three years and shall renew unless either \
                      party gives notice pursuant to section 4. ";
        assert!(is_contract(&clause.repeat(8)));
        let said = "Ada: We read the agreement last week and legal has two questions about the renewal, \
                    so shall we go through them now? Bo: Yes, and then the price. ";
        let small_talk = "Ada: The weather was fine at our place and the team is happy with the reports so far. ";
        assert!(!is_contract(&(said.to_owned() + &small_talk.repeat(25))));
        assert!(!is_contract(clause), "too short to tell");
    }
}
