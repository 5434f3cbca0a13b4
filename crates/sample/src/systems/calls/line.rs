//! Fills the gaps of a sentence: names, numbers, places.

use super::Call;
use super::cast::Cast;
use crate::dice::Dice;
use crate::words::companies::product;
use crate::world::Human;

/// How somebody is spoken of.
pub(crate) struct Mention {
    /// The words.
    pub(crate) words: String,
    /// The given name.
    pub(crate) first: &'static str,
    /// `full`, `given` or `title`.
    pub(crate) manner: &'static str,
}

/// Words that stay the same within one exchange.
pub(crate) struct Filling {
    month: &'static str,
    count: String,
    sum: &'static str,
    product: &'static str,
    workplace: &'static str,
    peer: &'static str,
    pub(crate) topic: String,
    pub(crate) other: Option<Mention>,
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SUMS: &[&str] = &[
    "ten thousand",
    "twenty-five thousand",
    "fifty thousand",
    "a hundred thousand",
    "40k",
    "20,000",
];

impl Filling {
    /// Draws the words of one exchange.
    pub(crate) fn draw(dice: &mut Dice, call: &Call<'_>, cast: &Cast<'_>) -> Self {
        let peer = cast.voices.get(dice.below(cast.n_account));
        Self {
            month: dice.word(MONTHS),
            count: dice.between(11, 96).to_string(),
            sum: dice.word(SUMS),
            product: call
                .decision
                .products
                .first()
                .and_then(|at| product(*at))
                .unwrap_or("Rosterline"),
            workplace: call.company.workplace,
            peer: peer.map_or("everyone", |voice| voice.first_name()),
            topic: String::new(),
            other: None,
        }
    }

    /// The sentence with its gaps filled, beginning with a capital.
    pub(crate) fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 24);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            match name {
                "topic" => text.push_str(&self.fill_topic()),
                _ => text.push_str(self.word(name)),
            }
            rest = tail;
        }
        text.push_str(rest);
        capitalised(&text)
    }

    fn fill_topic(&self) -> String {
        let words = self.topic.replace("{workplace}", self.workplace);
        words.replace("{month}", self.month)
    }

    fn word(&self, name: &str) -> &str {
        match name {
            "month" => self.month,
            "count" => &self.count,
            "sum" => self.sum,
            "product" => self.product,
            "workplace" => self.workplace,
            "peer" => self.peer,
            "other" => self.other.as_ref().map_or("", |it| it.words.as_str()),
            "first" => self.other.as_ref().map_or("", |it| it.first),
            _ => "",
        }
    }
}

/// How the account's people speak of one of theirs.
pub(crate) fn mention(dice: &mut Dice, call: &Call<'_>, human: &Human) -> Mention {
    let spell = human.spell_at(call.decision.locus, call.day);
    let title = spell
        .or_else(|| human.spell_on(call.day))
        .map(|it| it.title);
    let first = human.short_form.unwrap_or(human.given);
    let (words, manner) = match (dice.weighted(&[0.45, 0.20, 0.18, 0.17]), title) {
        (1, Some(title)) => (format!("{}, our {title},", human.full_name()), "full"),
        (2, _) => (first.to_owned(), "given"),
        (3, Some(title)) => (format!("our {title}"), "title"),
        _ => (human.full_name(), "full"),
    };
    Mention {
        words,
        first,
        manner,
    }
}

/// How they speak of somebody who is not in the place any more: by name.
pub(crate) fn mention_by_name(dice: &mut Dice, human: &Human) -> Mention {
    let first = human.short_form.unwrap_or(human.given);
    let by_given = dice.chance(0.2);
    Mention {
        words: if by_given {
            first.to_owned()
        } else {
            human.full_name()
        },
        first,
        manner: if by_given { "given" } else { "full" },
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    let tidy: String = first.into_iter().flatten().chain(letters).collect();
    let tidy = tidy
        .replace(",,", ",")
        .replace(",.", ".")
        .replace(",?", "?");
    tidy.replace("branchs", "branches")
        .replace("campuss", "campuses")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_with_a_capital_and_have_no_double_commas() {
        let said = capitalised("our CFO, Ann Lee,, signs,.");
        assert_eq!(said, "Our CFO, Ann Lee, signs.");
    }
}
