//! Where the files go, and the two shapes they are written in.
//!
//! Every writer counts lines, because the truth names file and line.

use std::io::{self, Write};

use crate::SampleError;

/// Where files are made. The caller decides between a folder, memory and a hash.
pub trait Files {
    /// Makes the file with this relative path, `/` between the parts.
    ///
    /// # Errors
    /// Whatever keeps the file from being made.
    fn create(&mut self, path: &str) -> io::Result<Box<dyn Write>>;
}

/// A file being written, line by line.
pub(crate) struct Sink {
    path: String,
    writer: Box<dyn Write>,
    buffer: Vec<u8>,
    next_line: u64,
    n_bytes: u64,
}

const FLUSH_AT: usize = 1 << 16;

impl Sink {
    pub(crate) fn create(files: &mut dyn Files, path: &str) -> Result<Self, SampleError> {
        let writer = files.create(path).map_err(|cause| SampleError::Create {
            path: path.to_owned(),
            cause,
        })?;
        Ok(Self {
            path: path.to_owned(),
            writer,
            buffer: Vec::with_capacity(FLUSH_AT),
            next_line: 1,
            n_bytes: 0,
        })
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Writes text that may hold line breaks and ends with one; gives the line it starts at.
    pub(crate) fn put(&mut self, text: &str) -> Result<u64, SampleError> {
        let line = self.next_line;
        self.next_line += text.bytes().filter(|byte| *byte == b'\n').count() as u64;
        self.buffer.extend_from_slice(text.as_bytes());
        if self.buffer.len() >= FLUSH_AT {
            self.flush_buffer()?;
        }
        Ok(line)
    }

    fn flush_buffer(&mut self) -> Result<(), SampleError> {
        self.n_bytes += self.buffer.len() as u64;
        self.writer
            .write_all(&self.buffer)
            .map_err(|cause| self.failed(cause))?;
        self.buffer.clear();
        Ok(())
    }

    fn failed(&self, cause: io::Error) -> SampleError {
        SampleError::Write {
            path: self.path.clone(),
            cause,
        }
    }

    /// Writes what is left; gives lines and bytes.
    pub(crate) fn finish(mut self) -> Result<(u64, u64), SampleError> {
        self.flush_buffer()?;
        self.writer.flush().map_err(|cause| self.failed(cause))?;
        Ok((self.next_line - 1, self.n_bytes))
    }
}

/// A CSV file with every value quoted.
pub(crate) struct Sheet {
    sink: Sink,
    n_columns: usize,
    row: String,
}

impl Sheet {
    /// Makes the file and writes its header; columns are separated by spaces or given as a list.
    pub(crate) fn create(
        files: &mut dyn Files,
        path: &str,
        columns: &[&str],
    ) -> Result<Self, SampleError> {
        let sink = Sink::create(files, path)?;
        let mut sheet = Self {
            sink,
            n_columns: columns.len(),
            row: String::new(),
        };
        sheet.put(columns)?;
        Ok(sheet)
    }

    /// Writes a row; gives its line.
    pub(crate) fn put(&mut self, values: &[&str]) -> Result<u64, SampleError> {
        debug_assert_eq!(values.len(), self.n_columns, "{}", self.sink.path());
        self.row.clear();
        for (idx, value) in values.iter().enumerate() {
            if idx > 0 {
                self.row.push(',');
            }
            self.row.push('"');
            push_escaped(&mut self.row, value);
            self.row.push('"');
        }
        self.row.push('\n');
        self.sink.put(&self.row)
    }

    pub(crate) fn path(&self) -> &str {
        self.sink.path()
    }

    pub(crate) fn finish(self) -> Result<(u64, u64), SampleError> {
        self.sink.finish()
    }
}

fn push_escaped(row: &mut String, value: &str) {
    for (idx, part) in value.split('"').enumerate() {
        if idx > 0 {
            row.push_str("\"\"");
        }
        row.push_str(part);
    }
}

/// A file of JSON lines.
pub(crate) struct Lines(Sink);

impl Lines {
    pub(crate) fn create(files: &mut dyn Files, path: &str) -> Result<Self, SampleError> {
        Sink::create(files, path).map(Self)
    }

    /// Writes one value; gives its line.
    pub(crate) fn put(&mut self, value: &serde_json::Value) -> Result<u64, SampleError> {
        let mut text = value.to_string();
        text.push('\n');
        self.0.put(&text)
    }

    pub(crate) fn finish(self) -> Result<(u64, u64), SampleError> {
        self.0.finish()
    }
}
