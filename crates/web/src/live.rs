//! The answers in force, which a newer build replaces while pages are served.

use std::sync::{Arc, PoisonError, RwLock};

use api::Facade;
use axum::extract::FromRef;

/// The answers in force. A request keeps those it began with.
#[derive(Clone)]
pub struct Live {
    facade: Arc<RwLock<Arc<Facade>>>,
}

impl Live {
    /// These answers, until they are replaced.
    pub fn new(facade: Facade) -> Self {
        Self {
            facade: Arc::new(RwLock::new(Arc::new(facade))),
        }
    }

    /// Shows these answers from now on.
    pub fn replace(&self, facade: Facade) {
        let mut held = self.facade.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(facade);
    }

    fn now(&self) -> Arc<Facade> {
        let held = self.facade.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&held)
    }
}

impl FromRef<Live> for Arc<Facade> {
    fn from_ref(live: &Live) -> Self {
        live.now()
    }
}
