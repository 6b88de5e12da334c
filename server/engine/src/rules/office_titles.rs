//! Offices as a document words them, and who of the document held them: the ground that OFF003 to OFF007 share.

use std::collections::BTreeSet;

use crate::record::{Paragraph, Record};
use crate::registry::{Held, Mention, PersonId, PostId};
use crate::text::Span;

use super::names_written::headings;

/// Everybody whom the document means somewhere, in order.
pub(super) fn people(record: &Record) -> BTreeSet<PersonId> {
    let spoken = record.speakers().iter().filter_map(|one| one.person);
    let named = record
        .paragraphs()
        .iter()
        .flat_map(|paragraph| &paragraph.resolved)
        .filter_map(|resolved| resolved.person);
    spoken.chain(named).collect()
}

/// The posts that the people of the document held on its date, with their states.
pub(super) fn posts_in_play(record: &Record) -> Vec<(PersonId, PostId, String)> {
    let Some(date) = record.date() else {
        return Vec::new();
    };
    let registry = record.registry();
    let mut posts = Vec::new();
    for person in people(record) {
        for tenure in registry.tenures_of(person) {
            let state = registry.post(tenure.post).state.clone();
            if let (Held::Held, Some(state)) = (tenure.held(date), state) {
                posts.push((person, tenure.post, state));
            }
        }
    }
    posts
}

/// The people whom a heading or caption names together with a state.
pub(super) fn placed_by_headings(record: &Record) -> BTreeSet<PersonId> {
    let registry = record.registry();
    let mut placed = BTreeSet::new();
    for heading in headings(record) {
        let words = heading.of(record.content());
        if registry.states_in(words).is_empty() {
            continue;
        }
        for mention in registry.mentions(words) {
            if let [person] = mention.people.as_slice() {
                placed.insert(*person);
            }
        }
    }
    placed
}

/// The sentence a mention stands in (document bytes).
pub(super) fn sentence_of(paragraph: &Paragraph, mention: &Mention) -> Option<Span> {
    let sentence = paragraph.reading.sentence_at(mention.span.start())?;
    (mention.span.start() < sentence.span.end()).then(|| sentence.span.place(paragraph.span.start))
}

/// Whether a mention stands in quotation marks.
pub(super) fn is_quoted(paragraph: &Paragraph, mention: &Mention) -> bool {
    let mut quotes = paragraph.reading.quotes_at(mention.span);
    quotes.any(|quote| quote.span.covers(mention.span))
}
