//! Pages over the facade; nothing is computed here.
