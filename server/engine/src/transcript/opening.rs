//! A line's opening read as a label, in whichever shape it may have; whether it is one is `weigh`'s decision.

use crate::text::Span;
use crate::transcript::closing::{Close, capitals, dash, gap, line_end, stop};
use crate::transcript::colon::colon;
use crate::transcript::furniture::is_clock;
use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::line::{Line, is_space};
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::signs::{is_time, skip_space};
use crate::transcript::words::{Form, form};

/// A line's opening that may be a label.
#[derive(Clone, Debug)]
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

/// The opening of line `at`; `followed` tells whether the next line has words too.
pub(crate) fn opening(text: &str, line: Line, at: usize, followed: bool) -> Option<Opening> {
    let content = reach(line.of(text));
    let whole = content.len() == line.last - line.first;
    let found = decorated(content, whole, followed)?;
    let words = &content[found.label.start..found.label.end];
    let form = form(words);
    if form.never || form.strange > 2 {
        return None;
    }
    let place = |span: Span| Span::new(span.start + line.first, span.end + line.first);
    Some(Opening {
        line: at,
        shape: found.shape,
        label: place(found.label),
        marked: place(Span::new(0, found.after)),
        note: found.note.map(place),
        form,
        own_line: whole && content[found.after..].trim_matches(is_space).is_empty(),
    })
}

/// A label found in a line, in bytes of the line's content.
struct Found {
    shape: Shape,
    label: Span,
    after: usize,
    note: Option<Span>,
}

impl Found {
    fn of(decoration: Decoration, (closing, label, after, note): Close) -> Found {
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

fn decorated(content: &str, whole: bool, followed: bool) -> Option<Found> {
    let first = content.chars().next()?;
    let (decoration, from) = match first {
        '#' => {
            let signs = content.len() - content.trim_start_matches('#').len();
            let rest = content[signs..].trim_start_matches(is_space);
            (signs <= 6 && rest.len() + signs < content.len())
                .then_some((Decoration::Heading, content.len() - rest.len()))?
        }
        '*' | '_' => {
            let marks = content.len() - content.trim_start_matches(first).len();
            let from = skip_space(content, marks);
            match from - marks {
                0 if marks <= 3 => (Decoration::Bold, marks),
                // An item of a list.
                1.. if marks == 1 && from < content.len() => (Decoration::Dash, from),
                _ => return None,
            }
        }
        '>' | '•' => quoted(content)?,
        '[' | '(' => return bracketed(content, whole, followed),
        '§' => (Decoration::Section, skip_space(content, '§'.len_utf8())),
        '—' | '–' | '-' => {
            let from = skip_space(content, first.len_utf8());
            (from < content.len()).then_some((Decoration::Dash, from))?
        }
        '0'..='9' => match content.split_once(is_space) {
            Some((time, _)) if is_time(time) => {
                let from = skip_space(content, time.len());
                return timed(content, from, Span::new(0, time.len()), whole, followed);
            }
            _ => (Decoration::Plain, number(content)?),
        },
        // "al-Nur:" is a name; any other line that begins in lower case goes on with a sentence.
        _ if first.is_lowercase()
            && !content.split(is_space).next()?.contains(char::is_uppercase) =>
        {
            return None;
        }
        _ if first.is_alphabetic() => (Decoration::Plain, numbered_question(content)),
        _ => return None,
    };
    closed(content, from, decoration, whole, followed)
}

/// Past the signs of captions, quotations and lists: `>> Ada Vane:`, `> **Ada Vane:**`, `• Ada Vane:`.
fn quoted(content: &str) -> Option<(Decoration, usize)> {
    let rest = content.trim_start_matches(|c| matches!(c, '>' | '•') || is_space(c));
    let from = content.len() - rest.len();
    let marks = rest.len() - rest.trim_start_matches('*').len();
    let decoration = if marks == 0 {
        Decoration::Dash
    } else {
        Decoration::Bold
    };
    (marks <= 3 && marks < rest.len()).then_some((decoration, from + marks))
}

/// `[Ada Vane]: …`, and `[00:00:11] Ada Vane: …` or `(00:11) Ada Vane`.
fn bracketed(content: &str, whole: bool, followed: bool) -> Option<Found> {
    let close = content.find([']', ')'])?;
    if is_time(&content[1..close]) {
        let time = Span::new(1, close);
        let from = skip_space(content, close + 1);
        return timed(content, from, time, whole, followed);
    }
    let rest = content[close..].strip_prefix(']')?;
    let mark = rest.chars().next().filter(|c| matches!(c, ':' | '：'))?;
    content.starts_with('[').then_some(Found {
        shape: Shape {
            decoration: Decoration::Bracket,
            closing: Closing::Colon,
        },
        label: Span::new(1, close),
        after: close + 1 + mark.len_utf8(),
        note: None,
    })
}

/// A label after a time stamp: closed as any other, or by the line's end, which the stamp makes as good as a colon.
fn timed(content: &str, from: usize, time: Span, whole: bool, followed: bool) -> Option<Found> {
    if is_clock(content) {
        return None;
    }
    let mut found = closed(content, from, Decoration::Plain, whole, followed).or_else(|| {
        let line = whole.then(|| line_end(content, from, Decoration::Plain, true))??;
        Some(Found::of(Decoration::Plain, line))
    })?;
    if found.shape.closing == Closing::LineEnd {
        found.shape.closing = Closing::Time;
    }
    found.note = found.note.or(Some(time));
    Some(found)
}

/// Past a number glued to a label: `16.Mr. VANE`.
fn number(content: &str) -> Option<usize> {
    let digits = content.len()
        - content
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let from = skip_space(
        content,
        digits + usize::from(content[digits..].starts_with('.')),
    );
    let next = content[from..].split(is_space).next()?;
    (digits <= 4 && from > digits && LEXICON.titles.has(&fold(next))).then_some(from)
}

/// Past `Question No. 110-`, which is printed before the asker's name.
fn numbered_question(content: &str) -> usize {
    let Some(rest) = content.strip_prefix("Question No. ") else {
        return 0;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.chars().next() {
        Some(mark @ ('-' | '–' | '—')) => {
            skip_space(content, content.len() - rest.len() + mark.len_utf8())
        }
        _ => 0,
    }
}

fn closed(
    content: &str,
    from: usize,
    decoration: Decoration,
    whole: bool,
    followed: bool,
) -> Option<Found> {
    let question =
        decoration == Decoration::Plain && matches!(content.as_bytes()[from..], [b'Q', ..]);
    let found = question
        .then(|| gap(content, from))
        .flatten()
        .or_else(|| colon(content, from))
        .or_else(|| stop(content, from, decoration))
        .or_else(|| capitals(content, from))
        .or_else(|| dash(content, from, decoration))
        .or_else(|| {
            let line = whole.then(|| line_end(content, from, decoration, false))??;
            // A stamp or a decoration sets a label off; a bare line must have its speech right below.
            let set_off = line.0 == Closing::Time
                || matches!(decoration, Decoration::Bold | Decoration::Heading);
            (followed || set_off).then_some(line)
        })?;
    Some(Found::of(decoration, found))
}
