//! The one integration binary: the real program, over its real edges.

/// The editors' configurations, held against one another.
mod clients;
/// The language server, as an editor meets it: a child process at the other end of two pipes.
mod session;
/// What the rooms above share.
mod support;
