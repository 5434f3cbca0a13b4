//! The whole way from a table to groups, on small made-up tables.

use super::*;
