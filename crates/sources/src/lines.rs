//! Lines of a text, one after the other, in bounded memory.

use std::io::{BufRead, BufReader, Read};

use encoding_rs::Encoding;

use crate::error::ReadError;
use crate::input::Utf8;
use crate::read::ReadSeek;

/// The longest line that is read; a longer one is passed over.
pub(crate) const MAX_LINE_BYTES: usize = 8 * 1024 * 1024;

/// A text, line by line.
pub(crate) struct Lines<'a> {
    reader: BufReader<Utf8<'a>>,
    line: Vec<u8>,
    n_read: i64,
}

/// One line.
pub(crate) enum Line<'l> {
    /// Its text, without the line feed.
    Text(&'l str),
    /// It is longer than is allowed.
    TooLong,
}

impl<'a> Lines<'a> {
    /// Starts at the first line.
    pub(crate) fn open(
        input: &'a mut dyn ReadSeek,
        encoding: &'static Encoding,
    ) -> Result<Self, ReadError> {
        let text = Utf8::new(input, encoding)?;
        Ok(Self {
            reader: BufReader::with_capacity(128 * 1024, text),
            line: Vec::new(),
            n_read: 0,
        })
    }

    /// The next line with its number, from 1.
    pub(crate) fn next_line(&mut self) -> Result<Option<(i64, Line<'_>)>, ReadError> {
        self.line.clear();
        let limit = MAX_LINE_BYTES as u64;
        let n = (&mut self.reader)
            .take(limit)
            .read_until(b'\n', &mut self.line)?;
        if n == 0 {
            return Ok(None);
        }
        self.n_read += 1;
        let is_cut = n == MAX_LINE_BYTES && self.line.last() != Some(&b'\n');
        if is_cut && self.skip_rest()? > 0 {
            return Ok(Some((self.n_read, Line::TooLong)));
        }
        // The decoder gives nothing but valid UTF-8; a line feed never cuts a character.
        let text = std::str::from_utf8(&self.line).unwrap_or_default();
        Ok(Some((
            self.n_read,
            Line::Text(text.trim_end_matches(['\n', '\r'])),
        )))
    }

    /// Passes over what is left of a line and returns its length.
    fn skip_rest(&mut self) -> Result<usize, ReadError> {
        let mut n_skipped = 0;
        loop {
            let block = self.reader.fill_buf()?;
            let end = memchr::memchr(b'\n', block);
            let n = end.map_or(block.len(), |at| at + 1);
            self.reader.consume(n);
            n_skipped += n;
            if end.is_some() || n == 0 {
                return Ok(n_skipped);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = "x".repeat(MAX_LINE_BYTES + 10);
        let mut input = Cursor::new(format!("a\r\n{long}\nb").into_bytes());
        let mut lines = Lines::open(&mut input, encoding_rs::UTF_8).unwrap();
        let mut told = Vec::new();
        while let Some((n, line)) = lines.next_line().unwrap() {
            told.push(match line {
                Line::Text(text) => (n, text.to_owned()),
                Line::TooLong => (n, String::from("too long")),
            });
        }
        let expected = [(1, "a"), (2, "too long"), (3, "b")].map(|(n, text)| (n, text.to_owned()));
        assert_eq!(told, expected);
    }
}
