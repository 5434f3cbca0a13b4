//! Which files an import means: every file below the paths given, in path order.

use std::fs::DirEntry;
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
    /// Why it cannot be read, where that is known already.
    pub(crate) problem: Option<String>,
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
            true => gather_folder(path, &shown, &mut Vec::new(), &mut inputs),
            false => inputs.push(Input {
                path: path.clone(),
                shown,
                problem: None,
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

/// Lists what is in a folder; `above` are the folders it lies in, without links.
/// A folder that cannot be listed is named like a file that cannot be read.
fn gather_folder(folder: &Path, shown: &str, above: &mut Vec<PathBuf>, inputs: &mut Vec<Input>) {
    let problem = |problem: String| Input {
        path: folder.to_owned(),
        shown: shown.to_owned(),
        problem: Some(problem),
    };
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if above.contains(&real) {
        return inputs.push(problem(format!(
            "a link back to a folder it lies in, `{}`; it was followed once",
            real.display()
        )));
    }
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) => return inputs.push(problem(format!("the folder cannot be listed: {cause}"))),
    };
    above.push(real);
    for entry in entries {
        match entry {
            Ok(entry) => gather_entry(&entry, shown, above, inputs),
            Err(cause) => inputs.push(problem(format!("the folder cannot be listed: {cause}"))),
        }
    }
    above.pop();
}

fn gather_entry(entry: &DirEntry, shown: &str, above: &mut Vec<PathBuf>, inputs: &mut Vec<Input>) {
    let name = entry.file_name().to_string_lossy().into_owned();
    if name.starts_with('.') {
        return;
    }
    let below = match shown {
        "" => name,
        _ => format!("{shown}/{name}"),
    };
    let path = entry.path();
    match std::fs::metadata(&path) {
        Ok(found) if found.is_dir() => gather_folder(&path, &below, above, inputs),
        // A pipe or a device would be waited for without end.
        Ok(found) if !found.is_file() => {}
        _ => inputs.push(Input {
            path,
            shown: below,
            problem: None,
        }),
    }
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

    #[cfg(unix)]
    #[test]
    fn links_in_a_circle_are_named_and_end() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join("in/a")).unwrap();
        std::fs::write(dir.path().join("in/a/x.csv"), "x").unwrap();
        std::os::unix::fs::symlink(dir.path().join("in"), dir.path().join("in/a/back")).unwrap();
        std::os::unix::fs::symlink("self", dir.path().join("in/self")).unwrap();
        let inputs = gather(&[dir.path().join("in")]).unwrap();
        let shown: Vec<(&str, bool)> = inputs
            .iter()
            .map(|input| (input.shown.as_str(), input.problem.is_some()))
            .collect();
        assert_eq!(
            shown,
            [
                ("in/a/back", true),
                ("in/a/x.csv", false),
                ("in/self", false)
            ]
        );
    }
}
