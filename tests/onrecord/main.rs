//! The one integration binary: the real program, over its real edges.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping, in its helpers too"
)]

/// The editors' configurations, held against one another.
mod clients;
/// Every command but `lint`: what it prints and how it ends.
mod commands;
/// The house keeps its own promises.
mod floors;
/// Texts that are linked to the transcript they tell of.
mod linked;
/// `lint`: arguments, output, exit codes.
mod lint;
/// Real spellings of names, each its person's.
mod name_variants;
/// Project files: what they change, and what is told about broken ones.
mod project;
mod registries;
mod registry_commands;
mod schemas;
/// A real summit page, where it is at hand.
mod seed;
/// The language server, as an editor meets it: a child process at the other end of two pipes.
mod session;
/// What the rooms above share.
mod support;
