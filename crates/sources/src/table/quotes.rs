//! Whether a text of separated values ends within quotation marks.
//!
//! A file that is cut off within a quoted value, or a quotation mark that is
//! never closed, looks like one long last value to a reader of rows.

use memchr::{memchr, memchr3};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first character of a value.
    Start,
    /// Within a value without quotation marks.
    Plain,
    /// Within quotation marks.
    Quoted,
    /// Behind a quotation mark that closes, or is one of a pair.
    Closing,
}

/// Follows the quotation marks of a text, block by block.
#[derive(Clone, Debug)]
pub(crate) struct Quotes {
    separator: u8,
    state: State,
}

impl Quotes {
    /// At the beginning of a text.
    pub(crate) fn new(separator: u8) -> Self {
        Self {
            separator,
            state: State::Start,
        }
    }

    /// Whether the text so far ends within quotation marks.
    pub(crate) fn is_open(&self) -> bool {
        self.state == State::Quoted
    }

    /// Follows the next block.
    pub(crate) fn feed(&mut self, block: &[u8]) {
        let mut rest = block;
        while let Some((first, behind)) = rest.split_first() {
            let ends_value = *first == self.separator || matches!(first, b'\n' | b'\r');
            (self.state, rest) = match self.state {
                State::Start | State::Closing if ends_value => (State::Start, behind),
                State::Start | State::Closing if *first == b'"' => (State::Quoted, behind),
                State::Start | State::Closing => (State::Plain, behind),
                State::Plain => match memchr3(self.separator, b'\n', b'\r', rest) {
                    Some(at) => (State::Start, after(rest, at)),
                    None => return,
                },
                State::Quoted => match memchr(b'"', rest) {
                    Some(at) => (State::Closing, after(rest, at)),
                    None => return,
                },
            };
        }
    }
}

fn after(block: &[u8], at: usize) -> &[u8] {
    block.get(at + 1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_open(text: &str) -> bool {
        let mut quotes = Quotes::new(b',');
        quotes.feed(text.as_bytes());
        quotes.is_open()
    }

    #[test]
    fn a_text_may_end_within_quotation_marks() {
        assert!(is_open("a,b\n1,\"cut off"));
        assert!(is_open("a,b\n1,\"a pair \"\" and on"));
        assert!(!is_open("a,b\n1,\"whole\""));
        assert!(!is_open("a,b\n1,\"a \"\"pair\"\"\"\n"));
        assert!(
            !is_open("size\n6\" pipe\n"),
            "a mark within a value opens nothing"
        );
    }

    proptest! {
        #[test]
        fn blocks_leave_no_trace(text in "[a,\"\n]{0,40}", cut in 0_usize..40) {
            let mut quotes = Quotes::new(b',');
            let cut = cut.min(text.len());
            quotes.feed(&text.as_bytes()[..cut]);
            quotes.feed(&text.as_bytes()[cut..]);
            prop_assert_eq!(quotes.is_open(), is_open(&text));
        }
    }
}
