//! The workspace: one folder that holds everything the program knows.
//!
//! Reads, writes  `prosopon.toml`, `prosopon.db`, `lake/`, `published-<run>.db`, `lock`
//!
//! Invariant: what counts is what the row `current_run` of `prosopon.db` names.
//! Everything else in the folder is swept when a writer starts.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lake::{Lake, Manifest};
use serde::{Deserialize, Serialize};
use store::{Control, Removal, Run};

use crate::config::Config;
use crate::exit::{Failure, Kind};

/// How many committed runs keep their files.
const RUNS_KEPT: usize = 3;

/// What the current run names: the whole state of a workspace.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct State {
    /// Base tables, in the order of imports.
    pub(crate) base: Manifest,
    /// Derived tables of the last build.
    pub(crate) derived: Manifest,
    /// The file of published results, relative to the workspace.
    pub(crate) published: Option<String>,
    /// Imports so far.
    pub(crate) n_imports: i64,
    /// Imports the last build has seen.
    pub(crate) n_imports_built: i64,
}

/// An open workspace.
pub(crate) struct Workspace {
    /// The folder.
    pub(crate) root: PathBuf,
    /// Settings of `prosopon.toml`.
    pub(crate) config: Config,
    /// The control database: open for reading until the lock is taken.
    pub(crate) control: Control,
    /// The state in force.
    pub(crate) state: State,
}

/// Held by the one writer of a workspace; released when dropped or killed.
pub(crate) struct WriterLock {
    _file: File,
}

impl Workspace {
    /// Creates the folder, its settings and its control database; an existing one is opened.
    pub(crate) fn create(root: &Path, config: Config) -> Result<Self> {
        fs::create_dir_all(root.join("lake"))
            .with_context(|| format!("cannot create `{}`", root.display()))?;
        make_private(root)?;
        if !root.join("prosopon.toml").exists() {
            config.save(root)?;
        }
        drop(Control::open(&root.join("prosopon.db"))?);
        Self::open(root)
    }

    /// Opens an existing workspace for reading; [`Workspace::lock`] opens it for writing.
    pub(crate) fn open(root: &Path) -> Result<Self> {
        if !root.join("prosopon.toml").exists() {
            bail!(Failure::new(
                Kind::NoWorkspace,
                format!(
                    "`{}` is no workspace; create one with `prosopon init --workspace {0}`",
                    root.display()
                ),
            ));
        }
        let config = Config::load(root)?;
        let control = Control::read(&root.join("prosopon.db"))?;
        let state = match control.current_run()? {
            Some(run) => serde_json::from_value(run.manifest)?,
            None => State::default(),
        };
        Ok(Self {
            root: root.to_owned(),
            config,
            control,
            state,
        })
    }

    /// Takes the writer's lock and sweeps what no kept run names.
    pub(crate) fn lock(&mut self) -> Result<WriterLock> {
        let path = self.root.join("lock");
        let file =
            File::create(&path).with_context(|| format!("cannot create `{}`", path.display()))?;
        if file.try_lock().is_err() {
            bail!(Failure::new(
                Kind::Locked,
                "another prosopon is writing to this workspace; wait for it or stop it".to_owned(),
            ));
        }
        self.control = Control::open(&self.root.join("prosopon.db"))?;
        self.reload()?;
        self.sweep()?;
        Ok(WriterLock { _file: file })
    }

    /// Reads the state in force again; another writer may have changed it meanwhile.
    fn reload(&mut self) -> Result<()> {
        if let Some(run) = self.control.current_run()? {
            self.state = serde_json::from_value(run.manifest)?;
        }
        Ok(())
    }

    /// The lake's folder.
    pub(crate) fn lake_folder(&self) -> PathBuf {
        self.root.join("lake")
    }

    /// Base and derived tables together.
    pub(crate) fn lake(&self) -> Lake {
        let mut manifest = self.state.base.clone();
        manifest.extend(&self.state.derived);
        Lake {
            folder: self.lake_folder(),
            manifest,
        }
    }

    /// Base tables alone.
    pub(crate) fn base_lake(&self) -> Lake {
        Lake {
            folder: self.lake_folder(),
            manifest: self.state.base.clone(),
        }
    }

    /// Makes `state` the state in force: the one commit.
    pub(crate) fn commit(&mut self, run: Run, state: State) -> Result<()> {
        lake::durable::sync_dir(&self.lake_folder())?;
        lake::durable::sync_dir(&self.root)?;
        lake::durable::fail_point();
        self.control.commit_run(&Run {
            manifest: serde_json::to_value(&state)?,
            ..run
        })?;
        lake::durable::fail_point();
        self.state = state;
        Ok(())
    }

    /// Makes `state` the state in force and leaves nothing of any earlier one.
    pub(crate) fn commit_removal(
        &mut self,
        run: Run,
        state: State,
        removal: &Removal<'_>,
    ) -> Result<()> {
        lake::durable::sync_dir(&self.lake_folder())?;
        lake::durable::sync_dir(&self.root)?;
        lake::durable::fail_point();
        let run = Run {
            manifest: serde_json::to_value(&state)?,
            ..run
        };
        self.control.commit_removal(&run, removal)?;
        lake::durable::fail_point();
        self.state = state;
        self.sweep()?;
        lake::durable::fail_point();
        Ok(self.control.compact()?)
    }

    /// The published results in force.
    pub(crate) fn published_path(&self) -> Result<PathBuf> {
        match &self.state.published {
            Some(name) => Ok(self.root.join(name)),
            None => bail!(Failure::new(
                Kind::NotBuilt,
                "nothing is built yet; run `prosopon import PATH` and then `prosopon build`"
                    .to_owned(),
            )),
        }
    }

    /// Removes what no kept run names.
    pub(crate) fn sweep(&self) -> Result<()> {
        let runs = self.control.runs()?;
        let mut kept: BTreeSet<String> = BTreeSet::new();
        for run in runs.into_iter().rev().take(RUNS_KEPT) {
            let state: State = serde_json::from_value(run.manifest)?;
            kept.extend(state.published);
            for files in state
                .base
                .tables
                .values()
                .chain(state.derived.tables.values())
            {
                kept.extend(
                    files
                        .iter()
                        .filter_map(|file| file.split('/').next())
                        .map(str::to_owned),
                );
            }
        }
        sweep_folder(&self.lake_folder(), "run=", &kept)?;
        sweep_folder(&self.root, "published-", &kept)
    }
}

fn sweep_folder(folder: &Path, prefix: &str, kept: &BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let stem = name.trim_end_matches("-wal").trim_end_matches("-shm");
        if !name.starts_with(prefix) || kept.contains(stem) {
            continue;
        }
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    Ok(())
}

#[cfg(unix)]
fn make_private(root: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(
        root,
        fs::Permissions::from_mode(0o700),
    )?)
}

#[cfg(not(unix))]
fn make_private(_root: &Path) -> Result<()> {
    Ok(())
}
