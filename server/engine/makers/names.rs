//! Makes `names.bin`, the index of the names of the built-in registry, after a change of its people or of how names are read:
//!
//!     cargo run -p onrecord-engine --example names > names.bin && mv names.bin server/engine/src/registry/builtin/

#![allow(
    clippy::disallowed_methods,
    reason = "a maker of tables writes them out"
)]

use std::io::{self, Write};

use onrecord_engine::registry::Registry;

fn main() -> io::Result<()> {
    io::stdout().write_all(&Registry::builtin().index_of_names())
}
