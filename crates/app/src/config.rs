//! `prosopon.toml`: who we are. Unknown keys are errors.

use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// The format version this program writes.
const FORMAT: u32 = 1;

/// Settings of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// Format version of the workspace.
    pub(crate) format: u32,
    /// Who we are; everybody else is somebody's account or a partner.
    #[serde(default)]
    pub(crate) ours: Ours,
}

/// Our own side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ours {
    /// Our name.
    #[serde(default)]
    pub(crate) name: String,
    /// Our mail domains.
    #[serde(default)]
    pub(crate) domains: Vec<String>,
    /// Full names of people of ours that no record shows as such.
    #[serde(default)]
    pub(crate) people: Vec<String>,
    /// Mail domains of partners.
    #[serde(default)]
    pub(crate) partner_domains: Vec<String>,
    /// Our products.
    #[serde(default)]
    pub(crate) products: Vec<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            format: FORMAT,
            ours: Ours::default(),
        }
    }
}

impl Config {
    /// Settings of a workspace of ours.
    pub(crate) fn with(ours: Ours) -> Self {
        Self {
            format: FORMAT,
            ours,
        }
    }

    /// Reads the settings of the workspace at `root`.
    pub(crate) fn load(root: &Path) -> Result<Self> {
        let path = root.join("prosopon.toml");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
        let config: Self =
            toml::from_str(&text).with_context(|| format!("in `{}`", path.display()))?;
        anyhow::ensure!(
            config.format <= FORMAT,
            "this workspace has format {}, this program knows up to {FORMAT}; use a newer prosopon",
            config.format
        );
        Ok(config)
    }

    /// Writes the settings of the workspace at `root`.
    pub(crate) fn save(&self, root: &Path) -> Result<()> {
        let path = root.join("prosopon.toml");
        let text = toml::to_string_pretty(self)?;
        std::fs::write(&path, text).with_context(|| format!("cannot write `{}`", path.display()))
    }
}
