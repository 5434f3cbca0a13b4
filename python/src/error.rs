//! Why a call from Python fails.

use arrow::error::ArrowError;
use lake::{KernelError, LakeError};
use model::RowError;
use pyo3::PyErr;
use pyo3::exceptions::PyValueError;

/// Why a call from Python fails.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NativeError {
    /// No contract has this name.
    #[error("there is no table `{0}`")]
    NoTable(String),
    /// No kernel has this name.
    #[error("there is no kernel `{0}`; there is `decide`")]
    NoKernel(String),
    /// The parameters are not those of the kernel.
    #[error("the parameters of kernel `{kernel}` cannot be read")]
    Parameters {
        /// The kernel.
        kernel: String,
        /// Why.
        #[source]
        cause: serde_json::Error,
    },
    /// A payload is no Arrow stream, or its columns are not those of the contract.
    #[error("a payload of table `{table}` does not fit its contract")]
    Payload {
        /// The table.
        table: &'static str,
        /// Why.
        #[source]
        cause: ArrowError,
    },
    /// A row was handed to the wrong slot.
    #[error("slot {slot} was handed rows of another slot of table `{table}`")]
    WrongSlot {
        /// The table.
        table: &'static str,
        /// The slot.
        slot: u16,
    },
    /// The lake refused.
    #[error(transparent)]
    Lake(#[from] LakeError),
    /// The kernel stopped.
    #[error(transparent)]
    Kernel(#[from] KernelError),
    /// Rows cannot be encoded.
    #[error(transparent)]
    Row(#[from] RowError),
    /// The temporary folder cannot be made.
    #[error("cannot make a temporary folder")]
    Folder(#[from] std::io::Error),
}

impl NativeError {
    pub(crate) fn payload(table: &'static str) -> impl Fn(ArrowError) -> Self {
        move |cause| Self::Payload { table, cause }
    }
}

impl From<NativeError> for PyErr {
    fn from(error: NativeError) -> Self {
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(inner) = cause {
            text.push_str(": ");
            text.push_str(&inner.to_string());
            cause = inner.source();
        }
        PyValueError::new_err(text)
    }
}
