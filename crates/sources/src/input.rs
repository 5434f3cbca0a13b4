//! Bytes become text: what kind of file it is and which encoding it has.

use std::io::{Read, SeekFrom};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::{Code, ReadError};
use crate::packed::size;
use crate::read::ReadSeek;

/// How much of a file is looked at to tell what it is.
const SNIFF_BYTES: usize = 64 * 1024;

/// A line of a text that is held in memory may be this long.
const LONGEST_LINE: usize = 16 * 1024 * 1024;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing, or white space only.
    Empty,
    /// A ZIP archive; workbooks are such archives too.
    Zip,
    /// A gzip stream.
    Gzip,
    /// An old workbook.
    Ole,
    /// Neither text nor anything we read.
    Binary,
    /// Text.
    Text,
}

/// Reads the first bytes and goes back to the start.
pub(crate) fn sniff(input: &mut dyn ReadSeek) -> Result<(Kind, Vec<u8>), ReadError> {
    input.seek(SeekFrom::Start(0))?;
    let mut head = Vec::with_capacity(SNIFF_BYTES);
    (&mut *input)
        .take(SNIFF_BYTES as u64)
        .read_to_end(&mut head)?;
    input.seek(SeekFrom::Start(0))?;
    let kind = kind_of(&head);
    Ok((kind, head))
}

fn kind_of(head: &[u8]) -> Kind {
    if head.iter().all(u8::is_ascii_whitespace) {
        return Kind::Empty;
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if head.starts_with(b"\x1f\x8b") {
        return Kind::Gzip;
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Kind::Ole;
    }
    // UTF-32, which no export uses and whose mark begins like that of UTF-16.
    if head.starts_with(b"\xff\xfe\0\0") || head.starts_with(b"\0\0\xfe\xff") {
        return Kind::Binary;
    }
    let is_wide = wide_encoding(head).is_some();
    let n_control = head
        .iter()
        .filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31))
        .count();
    let n_zero = memchr::memchr_iter(0, head).count();
    if !is_wide && (n_zero * 100 > head.len() || n_control * 50 > head.len()) {
        Kind::Binary
    } else {
        Kind::Text
    }
}

/// UTF-16, by its mark or by every second byte of the head being zero.
fn wide_encoding(head: &[u8]) -> Option<&'static Encoding> {
    if head.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if head.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    let n_zero = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let half = head.len() / 2;
    match (
        half > 4,
        n_zero(0) * 10 > half * 7,
        n_zero(1) * 10 > half * 7,
    ) {
        (true, false, true) => Some(UTF_16LE),
        (true, true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Finds the encoding of a text: its mark, else UTF-8 when the whole file is
/// valid, else what its bytes suggest, else Windows-1252.
pub(crate) fn encoding(
    input: &mut dyn ReadSeek,
    head: &[u8],
) -> Result<&'static Encoding, ReadError> {
    if let Some(encoding) = wide_encoding(head) {
        return Ok(encoding);
    }
    if head.starts_with(b"\xef\xbb\xbf") {
        return Ok(UTF_8);
    }
    input.seek(SeekFrom::Start(0))?;
    let guess = judge_bytes(input)?;
    input.seek(SeekFrom::Start(0))?;
    Ok(guess)
}

/// Reads the whole file once; memory stays at one block.
fn judge_bytes(input: &mut dyn ReadSeek) -> Result<&'static Encoding, ReadError> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    let mut block = vec![0_u8; 256 * 1024];
    let mut kept = 0;
    let mut is_utf8 = true;
    loop {
        let n = input.read(block.get_mut(kept..).unwrap_or_default())?;
        let filled = block.get(..kept + n).unwrap_or_default();
        if is_utf8 {
            match std::str::from_utf8(filled) {
                Ok(_) => kept = 0,
                Err(cause) if cause.error_len().is_none() && n > 0 => {
                    let valid = cause.valid_up_to();
                    kept = filled.len() - valid;
                    let end = valid + kept;
                    block.copy_within(valid..end, 0);
                    continue;
                }
                Err(_) => is_utf8 = false,
            }
        }
        if !is_utf8 {
            let bytes = block.get(..kept + n).unwrap_or_default();
            detector.feed(bytes, n == 0);
            kept = 0;
        }
        if n == 0 {
            break;
        }
    }
    if is_utf8 {
        return Ok(UTF_8);
    }
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    Ok(if guess.is_single_byte() {
        guess
    } else {
        WINDOWS_1252
    })
}

/// A reader of UTF-8 over a text in any encoding; the mark is left out.
pub(crate) struct Utf8<'a> {
    input: &'a mut dyn ReadSeek,
    decoder: encoding_rs::Decoder,
    encoding: &'static Encoding,
    raw: Vec<u8>,
    ready: Vec<u8>,
    at: usize,
    is_done: bool,
}

impl<'a> Utf8<'a> {
    /// Starts at the beginning of `input`.
    pub(crate) fn new(
        input: &'a mut dyn ReadSeek,
        encoding: &'static Encoding,
    ) -> Result<Self, ReadError> {
        input.seek(SeekFrom::Start(0))?;
        Ok(Self {
            input,
            decoder: encoding.new_decoder_with_bom_removal(),
            encoding,
            raw: vec![0; 64 * 1024],
            ready: vec![0; 3 * 64 * 1024 + 64],
            at: 0,
            is_done: false,
        }
        .emptied())
    }

    fn emptied(mut self) -> Self {
        self.ready.clear();
        self
    }

    /// Goes back to the beginning.
    pub(crate) fn rewind(&mut self) -> Result<(), ReadError> {
        self.input.seek(SeekFrom::Start(0))?;
        self.decoder = self.encoding.new_decoder_with_bom_removal();
        self.ready.clear();
        self.at = 0;
        self.is_done = false;
        Ok(())
    }

    fn refill(&mut self) -> std::io::Result<()> {
        while self.at >= self.ready.len() && !self.is_done {
            let n = self.input.read(&mut self.raw)?;
            self.is_done = n == 0;
            let source = self.raw.get(..n).unwrap_or_default();
            let room = self.decoder.max_utf8_buffer_length(n).unwrap_or(3 * n + 64);
            self.ready.resize(room, 0);
            let (_, _, written, _) =
                self.decoder
                    .decode_to_utf8(source, &mut self.ready, self.is_done);
            self.ready.truncate(written);
            self.at = 0;
        }
        Ok(())
    }
}

impl Read for Utf8<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.refill()?;
        let ready = self.ready.get(self.at..).unwrap_or_default();
        let n = ready.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..n), ready.get(..n)) {
            to.copy_from_slice(from);
        }
        self.at += n;
        Ok(n)
    }
}

/// Reads a whole text of at most `limit` bytes.
pub(crate) fn read_text(
    input: &mut dyn ReadSeek,
    encoding: &'static Encoding,
    limit: u64,
) -> Result<String, ReadError> {
    let mut text = String::new();
    let n = Utf8::new(input, encoding)?
        .take(limit + 1)
        .read_to_string(&mut text)?;
    let end = text.as_bytes().get(n.saturating_sub(LONGEST_LINE)..);
    let has_line_end = end.is_some_and(|end| memchr::memchr(b'\n', end).is_some());
    if n as u64 > limit && n > LONGEST_LINE && !has_line_end {
        return Err(ReadError::refused(
            Code::LineTooLong,
            format!("a line is longer than {}", size(LONGEST_LINE as u64)),
            "look for a quotation mark that is never closed, or export it again",
        ));
    }
    if n as u64 > limit {
        return Err(ReadError::refused(
            Code::FileTooLarge,
            format!(
                "a file of this format is held in memory and must not exceed {}",
                size(limit)
            ),
            "split it, or export it as CSV or JSON lines, which are streamed",
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn decoded(bytes: &[u8]) -> String {
        let mut input = Cursor::new(bytes.to_vec());
        let (_, head) = sniff(&mut input).unwrap();
        let encoding = encoding(&mut input, &head).unwrap();
        read_text(&mut input, encoding, 1_000_000).unwrap()
    }

    #[test]
    fn one_text_in_four_encodings_reads_alike() {
        let text = "Name;Straße\nZoë;Müllerstraße 5, Größe\n";
        let latin: Vec<u8> = text.chars().map(|c| u32::from(c) as u8).collect();
        let marked: Vec<u8> = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let wide: Vec<u8> = std::iter::once(0xfeff_u16)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [text.as_bytes().to_vec(), latin, marked, wide] {
            assert_eq!(decoded(&bytes), text);
        }
    }

    #[test]
    fn a_character_across_two_blocks_is_utf8() {
        let text = format!("{}é", "a".repeat(256 * 1024 - 1));
        assert_eq!(decoded(text.as_bytes()), text);
    }

    #[test]
    fn kinds_are_told_by_the_first_bytes() {
        assert_eq!(kind_of(b"PK\x03\x04rest"), Kind::Zip);
        assert_eq!(kind_of(b" \n"), Kind::Empty);
        assert_eq!(kind_of(b"\x7fELF\x00\x00\x01"), Kind::Binary);
        assert_eq!(kind_of("a,b\n1,ü".as_bytes()), Kind::Text);
    }

    #[test]
    fn a_text_over_the_limit_is_refused() {
        let mut input = Cursor::new(b"0123456789".to_vec());
        let refused = read_text(&mut input, UTF_8, 5);
        assert_eq!(refused.unwrap_err().code(), Code::FileTooLarge);
    }
}
