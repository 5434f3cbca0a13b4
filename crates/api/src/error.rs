//! Why a question has no answer, with stable codes.

use store::StoreError;

/// Why the façade cannot answer.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The published result cannot be read.
    #[error("the published result cannot be read")]
    Store(#[from] StoreError),
    /// No id has this form.
    #[error(
        "`{text}` is no id; an id is one of these and 32 hexadecimal digits, of which the first \
         four or more will do: {kinds}"
    )]
    NotAnId {
        /// What was given.
        text: String,
        /// The kinds there are.
        kinds: String,
    },
    /// Several ids begin so.
    #[error("`{text}` begins several ids; name one of {several}")]
    Ambiguous {
        /// What was given.
        text: String,
        /// Some of them.
        several: String,
    },
    /// The id is well formed and nothing published has it.
    #[error(
        "nothing published has the id `{id}`; {}",
        suggestion(.nearest.as_deref())
    )]
    NotFound {
        /// The id.
        id: String,
        /// The one that may have been meant.
        nearest: Option<String>,
    },
}

impl ApiError {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Store(cause) => cause.code(),
            Self::NotAnId { .. } => "api_not_an_id",
            Self::Ambiguous { .. } => "api_id_ambiguous",
            Self::NotFound { .. } => "api_not_found",
        }
    }

    /// What was asked for is not there, rather than nothing can be read.
    pub const fn is_about_the_id(&self) -> bool {
        !matches!(self, Self::Store(_))
    }

    pub(crate) fn not_found(id: impl ToString) -> Self {
        Self::NotFound {
            id: id.to_string(),
            nearest: None,
        }
    }

    /// `text` is no id of the kind that is asked for.
    pub fn not_an_id(text: impl Into<String>) -> Self {
        Self::NotAnId {
            text: text.into(),
            kinds: crate::explain::ids::kinds(),
        }
    }
}

fn suggestion(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "the last build may have given it another".to_owned(),
        |nearest| format!("did you mean `{nearest}`?"),
    )
}
