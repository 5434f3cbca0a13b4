//! The folder a sample is written to: `exports/` to import, `truth/` to score against.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sample::Files;

/// A folder for a sample; made as files are.
pub(crate) struct SampleFolder {
    root: PathBuf,
}

impl SampleFolder {
    /// A sample at `root`.
    pub(crate) fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// What is to be imported.
    pub(crate) fn exports(&self) -> PathBuf {
        self.root.join("exports")
    }
}

impl Files for SampleFolder {
    fn create(&mut self, path: &str) -> io::Result<Box<dyn Write>> {
        let is_truth = path.starts_with("truth/");
        let path = match is_truth {
            true => self.root.join(path),
            false => self.exports().join(path),
        };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(Box::new(BufWriter::new(File::create(path)?)))
    }
}
