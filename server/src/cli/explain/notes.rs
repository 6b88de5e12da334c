//! Notes about a place, line by line, and the ways to put its words, people and offices into them.

use std::fmt::Write;

use onrecord_engine::ide::terms;
use onrecord_engine::record::Record;
use onrecord_engine::registry::{Held, PersonId, PostId};
use onrecord_engine::text::Span;

use crate::cli::report::printable;

/// How many characters of a passage's words are shown.
const N_SHOWN: usize = 90;

/// What is known about the words in a span.
pub(super) struct Notes<'a> {
    /// The document.
    pub(super) record: &'a Record,
    /// The words (document bytes).
    pub(super) span: Span,
    /// What is told, a line each.
    pub(super) lines: String,
}

impl Notes<'_> {
    /// Adds a line.
    pub(super) fn line(&mut self, depth: usize, line: std::fmt::Arguments<'_>) {
        _ = writeln!(self.lines, "{}{line}", "  ".repeat(depth + 1));
    }

    /// Whether something stands at the place; an empty line or the end of the text is a place too.
    pub(super) fn touches(&self, span: Span) -> bool {
        if self.span.is_empty() {
            span.holds_cursor(self.span.start)
        } else {
            span.overlaps(self.span)
        }
    }

    /// The words of a span, cut short.
    pub(super) fn words(&self, span: Span) -> String {
        let words = span.of(self.record.content()).trim();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = match words.char_indices().nth(N_SHOWN) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words,
        };
        format!("“{}”", printable(&shown))
    }

    /// Adds the office that words mean, and whether it was held on the document's date.
    pub(super) fn office(&mut self, post: Option<PostId>, held: Option<Held>) {
        let Some(post) = post else { return };
        let title = terms::post_title(self.record.registry(), post);
        let held = match (held, self.record.date()) {
            (Some(held), Some(on)) => format!(", on {on}: {}", held.name()),
            _ => String::new(),
        };
        self.line(1, format_args!("office: {title}{held}"));
    }

    /// Adds the people that words could mean, if there are several.
    pub(super) fn candidates(&mut self, people: &[PersonId]) {
        if people.len() > 1 {
            let registry = self.record.registry();
            let names: Vec<&str> = people
                .iter()
                .map(|id| registry.person(*id).name.as_str())
                .collect();
            self.line(1, format_args!("candidates: {}", names.join(", ")));
        }
    }

    /// How files call a person.
    pub(super) fn slug(&self, id: PersonId) -> String {
        format!(" ({})", self.record.registry().person(id).id)
    }
}
