//! The systems that saw parts of the truth, each writing its own files in its own way.

pub(crate) mod calls;
pub(crate) mod contracts;
pub(crate) mod hubspot;
pub(crate) mod ledger;
pub(crate) mod salesforce;
pub(crate) mod staff;
pub(crate) mod survey;
pub(crate) mod usage;
