//! The commands, one file each: options, what is done, what is printed.

pub(crate) mod digest;
pub(crate) mod import;
pub(crate) mod init;
