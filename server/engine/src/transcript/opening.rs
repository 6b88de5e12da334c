//! A line's opening read as a label, in whichever shape it may have; whether it is one is `weigh`'s decision.

use crate::text::Span;
use crate::transcript::brackets::bracketed;
use crate::transcript::closing::{Close, capitals, dash, gap, stop_dash};
use crate::transcript::colon::colon;
use crate::transcript::decoration::decoration;
use crate::transcript::enclosing::{column, enclosed};
use crate::transcript::furniture::{is_clock, is_rule_of_table};
use crate::transcript::house::HouseWords;
use crate::transcript::line::{Line, is_space};
use crate::transcript::line_end::{is_underline, line_end};
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::signs::{is_time, past_dash, skip_space};
use crate::transcript::stop::stop;
use crate::transcript::words::{Form, form, no_name};

/// A line's opening that may be a label.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Opening {
    /// The line, by its place in the document's lines.
    pub(crate) line: usize,
    /// How it is printed.
    pub(crate) shape: Shape,
    /// The words (document bytes).
    pub(crate) label: Span,
    /// With decoration, note and closing mark (document bytes).
    pub(crate) marked: Span,
    /// A note or time stamp, without its brackets (document bytes).
    pub(crate) note: Option<Span>,
    /// How the words look.
    pub(crate) form: Form,
    /// Whether nothing is said on the line.
    pub(crate) own_line: bool,
}

/// The longest opening looked at, in bytes.
const REACH: usize = 220;

/// Adds the readings of line `at` as a label to `openings`, at most one for each way of closing it, the likeliest first.
/// `next` is the line below.
pub(crate) fn openings(
    text: &str,
    line: Line,
    at: usize,
    next: Option<Line>,
    house: &HouseWords,
    openings: &mut Vec<Opening>,
) {
    let content = reach(line.of(text));
    let whole = content.len() == line.last - line.first;
    let below = next.map_or("", |next| next.of(text));
    // The head of a table names its columns.
    if content.starts_with('|') && is_rule_of_table(below) {
        return;
    }
    let place = |span: Span| Span::new(span.start + line.first, span.end + line.first);
    let first = openings.len();
    readings(content, whole, below, &mut |found: Found| {
        let words = &content[found.label.start..found.label.end];
        let mut form = form(words);
        house.look(words, &mut form);
        let again = openings[first..]
            .iter()
            .any(|other| other.shape == found.shape);
        if form.never || form.strange > 2 || again {
            return;
        }
        openings.push(Opening {
            line: at,
            shape: found.shape,
            label: place(found.label),
            marked: place(Span::new(0, found.after)),
            note: found.note.map(place),
            form,
            own_line: whole && content[found.after..].trim_matches(is_space).is_empty(),
        });
    });
}

/// The words of a line that have the place of a label and cannot be one, for what they are, and why.
pub(crate) fn unlikely(text: &str, line: Line, next: Option<Line>) -> Option<(Span, &'static str)> {
    let content = reach(line.of(text));
    let whole = content.len() == line.last - line.first;
    let below = next.map_or("", |next| next.of(text));
    let mut first = None;
    readings(content, whole, below, &mut |found: Found| {
        let words = &content[found.label.start..found.label.end];
        if let (None, Some(why)) = (first, no_name(words)) {
            let label = found.label;
            first = Some((
                Span::new(label.start + line.first, label.end + line.first),
                why,
            ));
        }
    });
    first
}

/// A label found in a line, in bytes of the line's content.
pub(super) struct Found {
    shape: Shape,
    label: Span,
    after: usize,
    note: Option<Span>,
}

impl Found {
    pub(super) fn of(decoration: Decoration, (closing, label, after, note): Close) -> Found {
        let shape = Shape {
            decoration,
            closing,
        };
        Found {
            shape,
            label,
            after,
            note,
        }
    }
}

fn reach(content: &str) -> &str {
    let mut end = content.len().min(REACH);
    while !content.is_char_boundary(end) {
        end -= 1;
    }
    &content[..end]
}

/// What takes the readings of a line, one by one.
pub(super) type Take<'a> = dyn FnMut(Found) + 'a;

/// All readings of a line whose words are `content`; `below` are the words of the next line.
fn readings(content: &str, whole: bool, below: &str, take: &mut Take<'_>) {
    let Some(first) = content.chars().next() else {
        return;
    };
    let Some((decoration, from)) = decoration(content, first) else {
        if matches!(first, '[' | '(' | '（' | '【' | '［') {
            bracketed(content, whole, below, take);
        } else if first.is_ascii_digit()
            && let Some((time, _)) = content.split_once(is_space)
            && is_time(time)
        {
            let from = past_dash(content, skip_space(content, time.len()));
            timed(content, from, Span::new(0, time.len()), whole, below, take);
        }
        return;
    };
    closed(content, from, decoration, whole, below, take);
}

/// A label after a time stamp: closed as any other, or by the line's end, which the stamp makes as good as a colon.
pub(super) fn timed(
    content: &str,
    from: usize,
    time: Span,
    whole: bool,
    below: &str,
    take: &mut Take<'_>,
) {
    if is_clock(content) || from == content.len() {
        return;
    }
    let (decoration, from) = match content[from..].bytes().next() {
        Some(b'*') => (
            Decoration::Bold,
            content.len() - content[from..].trim_start_matches('*').len(),
        ),
        _ => (Decoration::Plain, from),
    };
    let mut n_found = 0;
    closed(content, from, decoration, whole, below, &mut |mut found| {
        if found.shape.closing == Closing::LineEnd {
            found.shape.closing = Closing::Time;
        }
        found.note = found.note.or(Some(time));
        n_found += 1;
        take(found);
    });
    if n_found == 0
        && whole
        && let Some((_, label, after, _)) = line_end(content, from, decoration, true)
    {
        take(Found::of(
            decoration,
            (Closing::Time, label, after, Some(time)),
        ));
    }
}

fn closed(
    content: &str,
    from: usize,
    decoration: Decoration,
    whole: bool,
    below: &str,
    take: &mut Take<'_>,
) {
    let plain = decoration == Decoration::Plain;
    if decoration == Decoration::Voice {
        if let Some(close) = enclosed(content, from, decoration) {
            take(Found::of(decoration, close));
        }
        return;
    }
    let mut take = |close: Option<Close>| {
        let found = close.map(|close| Found::of(decoration, close));
        found.map(&mut *take).is_some()
    };
    if plain && is_letter_alone(&content[from..]) && take(gap(content, from)) {
        return;
    }
    let colon = take(colon(content, from));
    if decoration == Decoration::Bold {
        take(enclosed(content, from, decoration));
    }
    if plain || matches!(decoration, Decoration::Section | Decoration::Dash) {
        take(column(content, from, decoration));
    }
    if plain {
        take(stop_dash(content, from));
        take(stop(content, from));
        take(dash(content, from));
    }
    // A label closed by a colon may hold capitals, and its line may end there.
    if !colon {
        take(capitals(content, from));
    }
    if whole && !colon {
        let underlined = plain && is_underline(below);
        let decoration = if underlined {
            Decoration::Heading
        } else {
            decoration
        };
        let line = line_end(content, from, decoration, false);
        take(line);
    }
}

/// Whether one letter opens `rest`: white space, a stop or a dash stands behind it.
fn is_letter_alone(rest: &str) -> bool {
    let mut signs = rest.chars();
    let capital = signs
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    capital
        && signs
            .next()
            .is_some_and(|c| is_space(c) || matches!(c, '.' | '-' | '–' | '—'))
}
