//! Makes `tables.bin`, the built-in registry as the program reads it, after a change of its lists or of how names and offices
//! are read:
//!
//!     cargo run -p onrecord-engine --example tables > tables.bin && mv tables.bin server/engine/src/registry/builtin/

#![allow(
    clippy::disallowed_methods,
    reason = "a maker of tables writes them out"
)]

use std::io::{self, Write};

use onrecord_engine::registry::Registry;

fn main() -> io::Result<()> {
    io::stdout().write_all(&Registry::builtin_tables())
}
