//! Compressed streams that can be read from their start again and again.
//!
//! Source  RFC 1951 (deflate), RFC 1952 (gzip)
//!
//! Readers go back to the start and nowhere else, so a compressed stream needs
//! no room: it is unpacked anew each time. What unpacks to far more than it
//! weighs is stopped, and the whole stream is looked at before any row is.

use std::io::{Error, ErrorKind, Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::read::{DeflateDecoder, MultiGzDecoder};

use crate::error::{Code, ReadError};
use crate::read::ReadSeek;

/// Below this size nothing is taken for a bomb.
const FREE_BYTES: u64 = 256 * 1024 * 1024;
/// Text rarely packs to less than a fiftieth; above this share it is a bomb.
const MAX_RATIO: u64 = 200;

/// How a stream is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// Not at all.
    Stored,
    /// Deflate.
    Deflate,
    /// Gzip, one part or several.
    Gzip,
}

/// Where a compressed stream stands in its source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// The first byte.
    pub(crate) start: u64,
    /// Length in bytes, packed.
    pub(crate) n_packed: u64,
    /// How it is compressed.
    pub(crate) method: Method,
}

impl Extent {
    /// A whole source that is one gzip stream; what it weighs is learnt by reading.
    pub(crate) fn gzip() -> Self {
        Self {
            start: 0,
            n_packed: u64::MAX,
            method: Method::Gzip,
        }
    }
}

/// Whether unpacking `n_packed` bytes to `n_unpacked` is too much.
pub(crate) fn is_bomb(n_packed: u64, n_unpacked: u64) -> bool {
    n_unpacked > FREE_BYTES && n_unpacked > n_packed.saturating_mul(MAX_RATIO)
}

/// A part of a source.
struct Window<'a> {
    source: &'a mut dyn ReadSeek,
    extent: Extent,
    at: u64,
}

impl Read for Window<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let left = self.extent.n_packed.saturating_sub(self.at);
        let n = usize::try_from(left).unwrap_or(usize::MAX).min(out.len());
        let n = self.source.read(out.get_mut(..n).unwrap_or_default())?;
        self.at += n as u64;
        Ok(n)
    }
}

enum Stream<'a> {
    Stored(Window<'a>),
    Deflate(DeflateDecoder<Window<'a>>),
    Gzip(MultiGzDecoder<Window<'a>>),
}

/// A compressed stream, unpacked as it is read.
pub(crate) struct Packed<'a> {
    stream: Option<Stream<'a>>,
    n_read: u64,
    limit: u64,
}

impl<'a> Packed<'a> {
    /// Starts at the beginning of the stream.
    pub(crate) fn open(source: &'a mut dyn ReadSeek, extent: Extent) -> std::io::Result<Self> {
        let window = Window {
            source,
            extent,
            at: 0,
        };
        let mut packed = Self {
            stream: None,
            n_read: 0,
            limit: u64::MAX,
        };
        packed.start(window)?;
        Ok(packed)
    }

    /// Stops when more than `limit` bytes are unpacked.
    pub(crate) fn limited(self, limit: u64) -> Self {
        Self { limit, ..self }
    }

    fn start(&mut self, mut window: Window<'a>) -> std::io::Result<()> {
        window.source.seek(SeekFrom::Start(window.extent.start))?;
        window.at = 0;
        self.n_read = 0;
        self.stream = Some(match window.extent.method {
            Method::Stored => Stream::Stored(window),
            Method::Deflate => Stream::Deflate(DeflateDecoder::new(window)),
            Method::Gzip => Stream::Gzip(MultiGzDecoder::new(window)),
        });
        Ok(())
    }

    /// Packed bytes that were taken from the source so far.
    fn n_taken(&self) -> u64 {
        match &self.stream {
            Some(Stream::Stored(stream)) => stream.at,
            Some(Stream::Deflate(stream)) => stream.get_ref().at,
            Some(Stream::Gzip(stream)) => stream.get_ref().at,
            None => 0,
        }
    }

    /// Unpacks everything once and goes back to the start.
    ///
    /// # Errors
    /// `ArchiveDamaged` when it ends early or its check sum is another,
    /// `ArchiveTooLarge` when it unpacks to far more than it weighs.
    pub(crate) fn check(&mut self, sum: Option<u32>) -> Result<u64, ReadError> {
        let mut crc = Crc::new();
        let mut block = vec![0; 64 * 1024];
        loop {
            let limit = self.limit;
            let read = self.read(&mut block);
            let n = match read {
                Err(_) if self.n_read > limit => return Err(over_limit(limit)),
                other => other.map_err(refusal)?,
            };
            if n == 0 {
                break;
            }
            crc.update(block.get(..n).unwrap_or_default());
        }
        let n_unpacked = self.n_read;
        if sum.is_some_and(|sum| sum != crc.sum()) {
            return Err(damaged());
        }
        self.seek(SeekFrom::Start(0))?;
        Ok(n_unpacked)
    }
}

impl Read for Packed<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = match &mut self.stream {
            Some(Stream::Stored(stream)) => stream.read(out)?,
            Some(Stream::Deflate(stream)) => stream.read(out)?,
            Some(Stream::Gzip(stream)) => stream.read(out)?,
            None => 0,
        };
        self.n_read += n as u64;
        if self.n_read > self.limit || is_bomb(self.n_taken(), self.n_read) {
            return Err(Error::from(ErrorKind::FileTooLarge));
        }
        Ok(n)
    }
}

impl Seek for Packed<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match to {
            SeekFrom::Start(0) => {
                let window = match self.stream.take() {
                    Some(Stream::Stored(window)) => window,
                    Some(Stream::Deflate(stream)) => stream.into_inner(),
                    Some(Stream::Gzip(stream)) => stream.into_inner(),
                    None => return Err(Error::from(ErrorKind::UnexpectedEof)),
                };
                self.start(window)?;
                Ok(0)
            }
            SeekFrom::Current(0) => Ok(self.n_read),
            _ => Err(Error::from(ErrorKind::Unsupported)),
        }
    }
}

/// Why an archive is refused that cannot be unpacked.
pub(crate) fn refusal(cause: Error) -> ReadError {
    match cause.kind() {
        ErrorKind::FileTooLarge => too_large(),
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput => damaged(),
        _ => ReadError::Io(cause),
    }
}

/// It unpacks to more than is allowed.
pub(crate) fn too_large() -> ReadError {
    ReadError::refused(
        Code::ArchiveTooLarge,
        format!("it unpacks to more than {MAX_RATIO} times its size"),
        "unpack it yourself and import the files, if you trust them",
    )
}

/// It is larger, when unpacked, than the user allows.
pub(crate) fn over_limit(limit: u64) -> ReadError {
    ReadError::refused(
        Code::FileTooLarge,
        format!("it unpacks to more than {}", size(limit)),
        "raise --max-file-size if you trust it, or split it",
    )
}

/// Bytes for people: `256 MB`.
pub(crate) fn size(n_bytes: u64) -> String {
    const UNITS: [(&str, u64); 3] = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)];
    let fits = UNITS.iter().find(|(_, unit)| n_bytes >= *unit);
    fits.map_or_else(
        || format!("{n_bytes} bytes"),
        |(name, unit)| format!("{} {name}", n_bytes / unit),
    )
}

/// It is damaged or cut off.
pub(crate) fn damaged() -> ReadError {
    ReadError::refused(
        Code::ArchiveDamaged,
        "the archive is damaged or cut off",
        "copy or export it again",
    )
}
