//! What people say on calls: exchanges of a few turns, in two families that share no sentence.
//!
//! A turn begins with who speaks: `A` somebody of the account, `B` a second
//! one, `S` one of ours. `!` behind the letter marks the turn that carries what
//! the truth writes down. Words in braces are filled when the turn is spoken.

mod development;
mod test;

use model::vocabulary::{Polarity, Predicate};

use crate::plan::TemplateFamily;

/// Whom a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Who says it.
    Speaker,
    /// The person it names.
    Other,
}

/// Why a sentence that sounds like a claim is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trap {
    /// "If it were up to me".
    Hypothetical,
    /// It was so elsewhere or once.
    Past,
    /// Somebody asks whether it is so.
    Asked,
    /// One of ours speaks of our own house.
    Seller,
    /// The same word means something else.
    Wording,
}

impl Trap {
    /// The code in the truth.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Hypothetical => "hypothetical",
            Self::Past => "past",
            Self::Asked => "asked",
            Self::Seller => "seller",
            Self::Wording => "wording",
        }
    }
}

/// What the marked turn says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Says {
    pub(crate) predicate: Predicate,
    pub(crate) about: About,
    pub(crate) polarity: Polarity,
    pub(crate) trap: Option<Trap>,
}

/// A few turns, one of them marked.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) says: &'static [Says],
    pub(crate) turns: &'static [&'static str],
}

/// What our own people jot down after a call. `{name}` and `{title}` are filled.
pub(crate) struct Notes {
    /// Before the name of who was spoken to.
    pub(crate) openings: &'static [&'static str],
    /// What it was about.
    pub(crate) topics: &'static [&'static str],
    /// Who decides, when it is who was spoken to.
    pub(crate) decides_here: &'static [&'static str],
    /// Who decides, when it is somebody else.
    pub(crate) decides_there: &'static [&'static str],
    /// What is next.
    pub(crate) next: &'static [&'static str],
}

/// The sentences of a family.
pub(crate) struct Family {
    /// What is noted in the CRM.
    pub(crate) notes: Notes,
    /// Exchanges about who plays which part.
    pub(crate) roles: &'static [Exchange],
    /// Exchanges about people who came, went and followed each other.
    pub(crate) changes: &'static [Exchange],
    /// Turns around a topic, which stands for `{topic}`.
    pub(crate) frames: &'static [(Predicate, &'static [&'static [&'static str]])],
    /// What the planted personas speak of: kind of sentence, persona, topics.
    pub(crate) topics: &'static [(&'static str, Predicate, &'static [&'static str])],
    /// What anybody may say, whatever their persona.
    pub(crate) noise: &'static [(Predicate, &'static [&'static str])],
    /// Talk that says nothing of anybody's part.
    pub(crate) talk: &'static [&'static [&'static str]],
    /// How calls begin.
    pub(crate) openings: &'static [&'static [&'static str]],
    /// How calls end.
    pub(crate) closings: &'static [&'static [&'static str]],
    /// What people say before they know what to say.
    pub(crate) hesitations: &'static [&'static str],
    /// Short signs of listening.
    pub(crate) listening: &'static [&'static str],
}

/// The sentences of the family.
pub(crate) fn family(which: TemplateFamily) -> &'static Family {
    match which {
        TemplateFamily::Development => &development::FAMILY,
        TemplateFamily::Test => &test::FAMILY,
    }
}

const fn says(predicate: Predicate, about: About, polarity: Polarity) -> Says {
    Says {
        predicate,
        about,
        polarity,
        trap: None,
    }
}

/// The speaker says it of themselves.
const fn own(predicate: Predicate) -> Says {
    says(predicate, About::Speaker, Polarity::For)
}

/// The speaker says it of somebody else.
const fn of_other(predicate: Predicate) -> Says {
    says(predicate, About::Other, Polarity::For)
}

/// The speaker denies it of themselves.
const fn not_own(predicate: Predicate) -> Says {
    says(predicate, About::Speaker, Polarity::Against)
}

/// The speaker denies it of somebody else.
const fn not_of_other(predicate: Predicate) -> Says {
    says(predicate, About::Other, Polarity::Against)
}

/// It only sounds so.
const fn trap(predicate: Predicate, why: Trap) -> Says {
    Says {
        predicate,
        about: About::Speaker,
        polarity: Polarity::For,
        trap: Some(why),
    }
}

/// An exchange with its marked turn.
const fn exchange(says: &'static [Says], turns: &'static [&'static str]) -> Exchange {
    Exchange { says, turns }
}
