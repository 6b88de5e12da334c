//! Labels in brackets: `[Ada Vane]: …`, `（記者）…`, and brackets that hold the time before a label.

use crate::text::Span;
use crate::transcript::line::is_space;
use crate::transcript::opening::{Found, Take, timed};
use crate::transcript::questions::is_letter;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::signs::{is_time, past_dash, skip_space};
use crate::transcript::unspaced::{Ending, ending};

/// `[Ada Vane]: …`, `[Ada Vane] …`, and `[00:00:11] Ada Vane: …` or `(00:11) Ada Vane`.
pub(super) fn bracketed(content: &str, whole: bool, below: &str, take: &mut Take<'_>) {
    let first = content.chars().next().unwrap_or_default();
    let mark = match first {
        '[' => ']',
        '（' => '）',
        '【' => '】',
        '［' => '］',
        _ => ')',
    };
    let Some(close) = content.find(mark) else {
        return;
    };
    if !first.is_ascii() {
        return wide_bracketed(
            content,
            first.len_utf8(),
            Span::new(close, close + mark.len_utf8()),
            take,
        );
    }
    if is_time(&content[1..close]) {
        let time = Span::new(1, close);
        let from = past_dash(content, skip_space(content, close + 1));
        return timed(content, from, time, whole, below, take);
    }
    if !content.starts_with('[') || !content[close..].starts_with(']') {
        return;
    }
    let inside = content[1..close].trim_end_matches([':', '：']);
    let rest = &content[close + 1..];
    let mark = rest.chars().next().filter(|c| matches!(c, ':' | '：'));
    let colon = mark.is_some() || inside.len() < close - 1;
    let spaced = rest.is_empty() || rest.starts_with(is_space);
    // "[crosstalk]" is no name.
    if !colon && (!spaced || inside.starts_with(char::is_lowercase)) {
        return;
    }
    let closing = if colon {
        Closing::Colon
    } else {
        Closing::Enclosed
    };
    let label = Span::new(1, 1 + inside.len());
    let after = close + 1 + mark.map_or(0, char::len_utf8);
    take(Found::of(
        Decoration::Bracket,
        (closing, label, after, None),
    ));
}

/// `（記者）…`, `【記者】：…`: in wide brackets stand notes and stage directions too, so they hold a role or an office.
fn wide_bracketed(content: &str, open: usize, close: Span, take: &mut Take<'_>) {
    let inside = content[open..close.start].trim_matches(is_space);
    let is_somebody = is_letter(inside) || ending(inside).is_some_and(|it| it != Ending::List);
    let rest = &content[close.end..];
    let mark = rest.chars().next().filter(|c| matches!(c, ':' | '：'));
    if !is_somebody || rest.trim_matches(is_space).is_empty() {
        return;
    }
    let closing = if mark.is_some() {
        Closing::Colon
    } else {
        Closing::Enclosed
    };
    let start = content[open..].find(inside).map_or(open, |at| at + open);
    let label = Span::new(start, start + inside.len());
    let after = close.end + mark.map_or(0, char::len_utf8);
    take(Found::of(
        Decoration::Bracket,
        (closing, label, after, None),
    ));
}
