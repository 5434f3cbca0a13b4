//! Which files an import means: every file below the paths given, in path order.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::exit::{Failure, Kind};

/// A file to import.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Input {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// How it is called: relative to what was named, with the last folder's name in front.
    pub(crate) shown: String,
}

/// Lists the files below `paths`. Hidden files and folders are passed over.
pub(crate) fn gather(paths: &[PathBuf]) -> Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        let kind =
            std::fs::metadata(path).with_context(|| format!("cannot open `{}`", path.display()))?;
        let shown = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        match kind.is_dir() {
            true => gather_folder(path, &shown, &mut inputs)?,
            false => inputs.push(Input {
                path: path.clone(),
                shown,
            }),
        }
    }
    inputs.sort_by(|a, b| a.shown.cmp(&b.shown).then_with(|| a.path.cmp(&b.path)));
    if inputs.is_empty() {
        bail!(Failure::new(
            Kind::BadInput,
            "there is no file below the paths given".to_owned()
        ));
    }
    Ok(inputs)
}

fn gather_folder(folder: &Path, shown: &str, inputs: &mut Vec<Input>) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let below = if shown.is_empty() {
            name
        } else {
            format!("{shown}/{name}")
        };
        let path = entry.path();
        match std::fs::metadata(&path) {
            Ok(found) if found.is_dir() => gather_folder(&path, &below, inputs)?,
            // A pipe or a device would be waited for without end.
            Ok(found) if !found.is_file() => {}
            _ => inputs.push(Input { path, shown: below }),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_path_order_and_hidden_ones_are_passed_over() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("in")).unwrap();
        for name in ["in/b.csv", "in/a.csv", "in/.hidden"] {
            std::fs::write(dir.path().join(name), "x").unwrap();
        }
        let inputs = gather(&[dir.path().join("in")]).unwrap();
        let shown: Vec<&str> = inputs.iter().map(|input| input.shown.as_str()).collect();
        assert_eq!(shown, ["in/a.csv", "in/b.csv"]);
    }

    #[test]
    fn an_empty_folder_is_said_to_be_empty() {
        let dir = tempfile::tempdir().unwrap();
        let error = gather(&[dir.path().to_owned()]).unwrap_err();
        assert_eq!(error.to_string(), "there is no file below the paths given");
    }
}
