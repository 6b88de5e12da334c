//! Small parts that all of the shape is made of.

use onrecord_engine::record::Record;
use onrecord_engine::registry::PersonId;
use onrecord_engine::text::Span;

/// A place: first byte, and first byte after.
pub(super) type Place = [usize; 2];

/// A span as a place.
pub(super) fn place(span: Span) -> Place {
    [span.start, span.end]
}

/// The slug of a person.
pub(super) fn slug(record: &Record, id: PersonId) -> &str {
    &record.registry().person(id).id
}
