//! `onrecord inspect`: everything read from each file, as JSON.

use std::io;

use super::args::{Common, InspectArgs, InspectFormat};
use super::documents::Documents;
use super::outcome::{Outcome, Streams};
use super::shape;

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &InspectArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let documents = Documents::find(&args.paths, None, &common.options(), streams);
    let array = args.format == InspectFormat::Json;
    if array {
        streams.out.write_all(b"[")?;
    }
    let mut separator = if array { "\n" } else { "" };
    let outcome = documents.each(streams, shape::json, |_, json, streams| {
        streams.out.write_all(separator.as_bytes())?;
        separator = if array { ",\n" } else { "\n" };
        streams.out.write_all(&json)
    })?;
    let end: &[u8] = match (array, separator) {
        (true, _) => b"\n]\n",
        (false, "") => b"",
        (false, _) => b"\n",
    };
    streams.out.write_all(end)?;
    Ok(outcome)
}
