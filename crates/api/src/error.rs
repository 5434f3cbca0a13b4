//! Why a question has no answer, with stable codes.

use store::StoreError;

/// Why the façade cannot answer.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The published result cannot be read.
    #[error("the published result cannot be read")]
    Store(#[from] StoreError),
    /// No id has this form.
    #[error("`{text}` is no id; ids look like `clm_` and 32 hexadecimal digits")]
    NotAnId {
        /// What was given.
        text: String,
    },
    /// The id is well formed and nothing published has it.
    #[error("nothing published has the id `{id}`; the last build may have given it another")]
    NotFound {
        /// The id.
        id: String,
    },
}

impl ApiError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Store(cause) => cause.code(),
            Self::NotAnId { .. } => "api_not_an_id",
            Self::NotFound { .. } => "api_not_found",
        }
    }

    pub(crate) fn not_found(id: impl ToString) -> Self {
        Self::NotFound { id: id.to_string() }
    }
}
