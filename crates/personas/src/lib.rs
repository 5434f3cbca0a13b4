//! Features become personas, statements and memberships.
