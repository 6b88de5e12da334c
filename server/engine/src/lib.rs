//! The engine: text in, values out. No input or output, no clock, no async, no protocol;
//! therefore it cannot fail, only report problems.
//!
//! Rooms from the ground up; a room imports only from rooms above it in this list
//! (`server/ARCHITECTURE.md` holds the table, a test reads it).

pub mod text;

pub mod date;
pub mod toml;

pub mod json;
pub mod moment;

pub mod registry;
pub mod transcript;

pub mod reading;

pub mod record;

pub mod rules;

pub mod ide;

#[cfg(test)]
mod testing;
