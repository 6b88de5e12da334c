//! The shell around the engine: everything that touches disk, wire or clock.

pub mod project;

pub mod cli;
pub mod lsp;
