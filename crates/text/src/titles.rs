//! What a job title says about seniority and function.
//!
//! Source  a lexicon of our own in seven languages, read as heads and complements
//!
//! A title is cut into segments at commas, slashes and dashes. In each segment
//! the words before the first preposition hold the head (`assistant` in
//! "assistant to the CEO"), the words after it only the field of work. What the
//! lexicon does not know, or reads in two ways, stays empty: abstaining is an
//! answer.

mod function;
mod lexicon_en;
mod lexicon_europe;
mod lexicon_function;
mod parse;
mod seniority;
mod vocabulary;

use model::{Function, Seniority};

/// Below this score a reading is withheld.
const LEAST_SCORE: f64 = 0.5;

/// What a title says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TitleReading {
    /// Seniority, when the title says it clearly.
    pub seniority: Option<Seniority>,
    /// How clearly, 0–1; also given when the reading was withheld.
    pub seniority_score: f64,
    /// Function, when the title says it clearly.
    pub function: Option<Function>,
    /// How clearly, 0–1; also given when the reading was withheld.
    pub function_score: f64,
}

/// Reads seniority and function off a job title.
///
/// # Units
/// Scores are shares, 0–1; readings below 0.5, or too close to another one,
/// are withheld. They order readings and are not probabilities.
///
/// # Source
/// English, German, French, Spanish, Portuguese, Italian and Dutch words of
/// our own lists; seniority is not yet relative to company size.
pub fn read_title(title: &str) -> TitleReading {
    let parsed = parse::parse(title);
    let seniority = seniority::read(&parsed);
    let function = function::read(&parsed);
    TitleReading {
        seniority: kept(seniority),
        seniority_score: seniority.map_or(0.0, |(_, score)| score),
        function: kept(function),
        function_score: function.map_or(0.0, |(_, score)| score),
    }
}

/// Whether every word of the text belongs to a title: "CFO", "VP of Sales".
pub fn is_title_only(text: &str) -> bool {
    parse::parse(text).is_all_title()
}

fn kept<T: Copy>(reading: Option<(T, f64)>) -> Option<T> {
    reading
        .filter(|(_, score)| *score >= LEAST_SCORE)
        .map(|(value, _)| value)
}

#[cfg(test)]
mod tests;
