//! A line's opening read as a label, in whichever shape it may have; whether it is one is `weigh`'s decision.

use crate::text::Span;
use crate::transcript::furniture::is_clock;
use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::line::{Line, is_space};
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::words::{Form, form, shouted};

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
            (marks <= 3).then_some((Decoration::Bold, marks))?
        }
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
            let set_off = line.0 == Closing::Time || decoration == Decoration::Bold;
            (followed || set_off).then_some(line)
        })?;
    Some(Found::of(decoration, found))
}

type Close = (Closing, Span, usize, Option<Span>);

/// `Q` and white space: two blanks, a no-break space, or one blank before a sentence.
fn gap(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from + 1..];
    let after = content.len() - rest.trim_start_matches(is_space).len();
    let width = after - from - 1;
    let starts = content[after..].chars().next()?;
    let sentence = starts.is_uppercase() || !starts.is_alphabetic();
    let run_together = content[after..]
        .split(is_space)
        .next()
        .is_some_and(|word| word.len() > 2 && shouted(word) && content[after..].contains(':'));
    (width >= 2 || (width == 1 && sentence && !run_together)).then_some((
        Closing::Gap,
        Span::new(from, from + 1),
        after,
        None,
    ))
}

/// Words up to the first colon outside brackets.
fn colon(content: &str, from: usize) -> Option<Close> {
    let mut depth = 0usize;
    let mut last_open = None;
    let mut chars = content[from..].char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        match c {
            '(' | '[' => {
                if depth == 0 {
                    last_open = Some(from + at);
                }
                depth += 1;
            }
            ')' | ']' => depth = depth.checked_sub(1)?,
            _ if depth > 0 => {}
            ':' | '：' => {
                let next = chars.peek().map(|(_, next)| *next);
                return colon_at(content, from, from + at, c, next, last_open);
            }
            '?' | '!' | ';' | '“' | '”' | '"' | '«' | '»' | '…' | '<' | '=' | '|' | '/' | '{'
            | '،' | '。' => {
                return None;
            }
            c if is_space(c) && previous == '.' && !short(&content[from..from + at]) => {
                return None;
            }
            _ => {}
        }
        previous = c;
    }
    None
}

fn colon_at(
    content: &str,
    from: usize,
    at: usize,
    mark: char,
    next: Option<char>,
    last_open: Option<usize>,
) -> Option<Close> {
    let words = content[from..at].trim_end_matches(is_space);
    let glued = next.is_some_and(|c| !is_space(c) && !matches!(c, '*' | '_'));
    let glue_allowed = mark == '：'
        || next.is_some_and(|c| c.is_uppercase() || matches!(c, '(' | '[' | '“' | '…'));
    if words.is_empty() || (glued && !glue_allowed) {
        return None;
    }
    let mut after = at + mark.len_utf8();
    while let Some(c @ ('*' | '_')) = content[after..].chars().next() {
        after += c.len_utf8();
    }
    let mut label = words.trim_end_matches(['*', '_']);
    let mut note = None;
    if let Some(open) = last_open.filter(|_| label.ends_with([')', ']'])) {
        let inside = Span::new(open + 1, from + label.len() - 1);
        if open > from && is_note(inside.of(content)) {
            note = Some(inside);
            label = content[from..open].trim_end_matches(is_space);
        }
    } else if let Some(open) = last_open {
        // A verb after the bracket: `Mr. Vane (Mont-Bleu, XQ) moved:`.
        let close = open + content[open..].find([')', ']'])?;
        if close < from + label.len() && LEXICON.verbs.has(&fold(label[close + 1 - from..].trim()))
        {
            label = &content[from..=close];
        }
    }
    let (after, trailing) = trailing_note(content, after);
    let label = Span::new(from, from + label.len());
    Some((Closing::Colon, label, after, note.or(trailing)))
}

/// A time stamp or note with its own colon after the label's: `Ada Vane: (00:11)`, `Ada Vane: (retranslated): …`.
fn trailing_note(content: &str, after: usize) -> (usize, Option<Span>) {
    let open = skip_space(content, after);
    let rest = &content[open..];
    let Some(close) = rest
        .starts_with(['(', '['])
        .then(|| rest.find([')', ']']))
        .flatten()
    else {
        return (after, None);
    };
    let inside = Span::new(open + 1, open + close);
    let colon = rest[close + 1..].starts_with(':');
    if is_time(inside.of(content)) || (colon && is_note(inside.of(content))) {
        (open + close + 1 + usize::from(colon), Some(inside))
    } else {
        (after, None)
    }
}

/// Title and name, or office, up to a full stop that is not an abbreviation's.
fn stop(content: &str, from: usize, decoration: Decoration) -> Option<Close> {
    if decoration != Decoration::Plain {
        return None;
    }
    let rest = &content[from..];
    let opens = rest.split(is_space).next()?;
    let titled = LEXICON.titles.has(&fold(opens)) || LEXICON.offices.has(&fold(opens));
    let asks = matches!(opens, "Q." | "A.");
    if asks {
        let after = skip_space(content, from + 2);
        return (after < content.len()).then_some((
            Closing::Stop,
            Span::new(from, from + 1),
            after,
            None,
        ));
    }
    if !titled && opens != "The" && !(shouted(opens) && opens.len() > 2) {
        return None;
    }
    let (mut depth, mut previous) = (0usize, ' ');
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            _ if depth > 0 => {}
            '.' => {
                let next = rest[at + 1..].chars().next();
                let ends = next.is_none_or(is_space);
                if ends && !short(&rest[..=at]) {
                    let label = Span::new(from, from + at);
                    let office_only = form(label.of(content));
                    let address =
                        office_only.names == 0 && !office_only.the && !office_only.capitals;
                    return (at > 2 && !address).then_some((
                        Closing::Stop,
                        label,
                        from + at + 1,
                        None,
                    ));
                }
            }
            ',' | ':' | ';' | '?' | '!' | '“' | '"' | '`' => return None,
            c if previous == ' ' && c.is_lowercase() => {
                let word = rest[at..].split([' ', '.']).next().unwrap_or_default();
                if !LEXICON.particles.has(word) && word != "pro" && word != "tempore" {
                    return None;
                }
            }
            _ => {}
        }
        previous = c;
    }
    None
}

/// A title or `The`, and words in capitals, closed by the first word that is neither: `Mr. VANE asked`.
fn capitals(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from..];
    let opens = rest.split(is_space).next()?;
    let the = fold(opens) == "the";
    if !the && !LEXICON.titles.has(fold(opens).split('.').next()?) {
        return None;
    }
    let (mut end, mut shouts, mut depth) = (0, 0, 0usize);
    for word in rest.split_inclusive(is_space) {
        let at = word.as_ptr() as usize - rest.as_ptr() as usize;
        let bare = word.trim_end_matches(is_space);
        let brackets = bare.starts_with(['(', '[']);
        if depth > 0 || (brackets && shouts > 0) {
            depth = (depth + bare.matches(['(', '[']).count())
                .checked_sub(bare.matches([')', ']']).count())?;
            end = at + bare.len();
            if depth == 0 {
                break;
            }
            continue;
        }
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        let glued = bare.rsplit('.').next().unwrap_or(bare);
        if (letters > 1 || bare.ends_with('.')) && shouted(glued_or(bare, glued)) {
            shouts += usize::from(letters > 1);
            end = at + bare.len();
        } else if at > 0 && !LEXICON.particles.has(&fold(bare)) && !LEXICON.titles.has(&fold(bare))
        {
            break;
        }
    }
    let label = rest[..end].trim_end_matches([',', '.', ':']);
    let goes_on = end < rest.len() && depth == 0;
    (shouts > 0 && goes_on && !rest[..end].ends_with('.')).then_some((
        Closing::Capitals,
        Span::new(from, from + label.len()),
        from + end,
        None,
    ))
}

/// `G.VANE`: the part after the initial, if it is a word.
fn glued_or<'a>(bare: &'a str, glued: &'a str) -> &'a str {
    if glued.chars().count() > 1 {
        glued
    } else {
        bare
    }
}

/// Words up to a dash with white space around it.
fn dash(content: &str, from: usize, decoration: Decoration) -> Option<Close> {
    let rest = &content[from..];
    let (at, mark) = [" — ", " – ", " -- ", " - "]
        .iter()
        .filter_map(|mark| rest.find(mark).map(|at| (at, *mark)))
        .min()?;
    let words = &rest[..at];
    let look = form(words);
    let sentence = words
        .match_indices('.')
        .any(|(at, _)| !short(&words[..=at]));
    let plain = at <= 60
        && look.strange == 0
        && !look.number
        && !sentence
        && !words.contains([',', '“', '"']);
    (plain && decoration == Decoration::Plain).then_some((
        Closing::Dash,
        Span::new(from, from + at),
        from + at + mark.len(),
        None,
    ))
}

/// The whole line, perhaps with a time at its end; `stamped` where a time stands before it.
fn line_end(content: &str, from: usize, decoration: Decoration, stamped: bool) -> Option<Close> {
    let marks = content
        .trim_end_matches(['*', '_', '#'])
        .trim_end_matches(is_space);
    let (words, note) = match marks.rsplit_once(is_space) {
        Some((words, time)) if is_time(time.trim_matches(['(', ')', '[', ']'])) => {
            let inside = time.trim_matches(['(', ')', '[', ']']);
            let start = inside.as_ptr() as usize - content.as_ptr() as usize;
            (
                words.trim_end_matches(is_space),
                Some(Span::new(start, start + inside.len())),
            )
        }
        _ => (marks, None),
    };
    let closing = if note.is_some() {
        Closing::Time
    } else {
        Closing::LineEnd
    };
    if words.len() <= from || words.len() > 120 {
        return None;
    }
    let label = &content[from..words.len()];
    let look = form(label);
    let titled = look.title || look.office || look.role;
    let shouts = look.capitals && (2..=4).contains(&look.names);
    let ends_open = !label.ends_with(['.', ',', '?', '!', ';', ':', '…', '”', '"', '—']);
    let fits = ends_open
        && look.strange == 0
        && !look.number
        && (decoration != Decoration::Plain || note.is_some() || stamped || titled || shouts)
        && !((note.is_some() || stamped) && look.names == 0 && !titled);
    fits.then_some((
        closing,
        Span::new(from, from + label.len()),
        content.len(),
        note,
    ))
}

/// Whether the full stop that ends `words` belongs to a short word: a title, an initial, "U.S.", "No.".
fn short(words: &str) -> bool {
    let word = words
        .trim_end_matches(is_space)
        .rsplit(is_space)
        .next()
        .unwrap_or(words);
    let bare = word.trim_start_matches('(').trim_end_matches('.');
    bare.chars().count() <= 1
        || bare.contains('.') && bare.len() <= 5
        || matches!(bare, "St" | "Jr" | "No" | "Ste" | "Mt")
        || (LEXICON.titles.has(&fold(bare)) && !shouted(bare))
        || (LEXICON.titles.has(&fold(bare)) && bare.chars().count() <= 3)
}

/// Whether `words` are a time of day or place in a recording.
pub(crate) fn is_time(words: &str) -> bool {
    let parts: Vec<&str> = words.split(':').collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| {
            let whole = part.split('.').next().unwrap_or(part);
            (1..=2).contains(&whole.len()) && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
}

fn is_note(words: &str) -> bool {
    is_time(words) || LEXICON.notes.begins(&fold(words))
}

fn skip_space(content: &str, from: usize) -> usize {
    content.len() - content[from..].trim_start_matches(is_space).len()
}
