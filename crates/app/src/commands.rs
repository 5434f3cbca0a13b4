//! The commands, one file each: options, what is done, what is printed.

pub(crate) mod accounts;
pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod completions;
pub(crate) mod demo;
pub(crate) mod digest;
pub(crate) mod doctor;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod link;
pub(crate) mod man;
pub(crate) mod people;
pub(crate) mod persona;
pub(crate) mod privacy;
pub(crate) mod roles;
pub(crate) mod score;
pub(crate) mod serve;
pub(crate) mod who;

use anyhow::Result;
use api::Facade;

use crate::workspace::Workspace;

/// The façade over the published answers in force.
pub(crate) fn facade(workspace: &Workspace) -> Result<Facade> {
    Ok(Facade::open(&workspace.published_path()?)?)
}
