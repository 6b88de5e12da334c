//! Labels closed by a mark other than a colon: a gap, a full stop, capitals that end, a dash.

use memchr::memchr_iter;

use crate::text::Span;
use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::is_space;
use crate::transcript::questions::is_letter;
use crate::transcript::shape::Closing;
use crate::transcript::signs::short;
use crate::transcript::spelling::shouted;
use crate::transcript::words::form;

/// What closes a label, its words, where speech begins, and a note, in bytes of the line's content.
pub(crate) type Close = (Closing, Span, usize, Option<Span>);

/// `Q` and white space: two blanks, a no-break space, or one blank before a sentence. Other letters that ask or answer, and
/// `Q` too, may have a stop, a dash or both behind them: `A    Good day.`, `Q. Good day?`, `P.- Good day?`, `R - Good day.`.
pub(crate) fn gap(content: &str, from: usize) -> Option<Close> {
    let first = content[from..].chars().next()?;
    let letter = &content[from..from + first.len_utf8()];
    let rest = &content[from + first.len_utf8()..];
    let stopped = rest.strip_prefix('.').unwrap_or(rest);
    let spaced = stopped.trim_start_matches(is_space);
    let said = spaced.trim_start_matches(['-', '–', '—']);
    let dash = said.len() < spaced.len();
    let marked = stopped.len() < rest.len() || dash;
    let said = said.trim_start_matches(is_space);
    let width = stopped.len() - spaced.len();
    let after = content.len() - said.len();
    let starts = said.chars().next()?;
    let close = (
        Closing::Gap,
        Span::new(from, from + letter.len()),
        after,
        None,
    );
    if marked {
        let stands_off = if dash {
            said.len() + 1 < spaced.len() || !spaced.starts_with('-')
        } else {
            width > 0
        };
        // "A. Krone:" begins with an initial.
        let initial = said.split_once(':').is_some_and(|(name, _)| {
            let mut words = name.split(is_space);
            name.len() <= LONGEST_BEFORE_DASH && words.all(|it| it.starts_with(char::is_uppercase))
        });
        return (stands_off && !initial && is_letter(letter)).then_some(close);
    }
    if letter != "Q" {
        return (width >= 2 && is_letter(letter)).then_some(close);
    }
    // "Q (Ada Vane, Daily Star):" names who asks; its colon closes it.
    if starts == '(' && said.contains("):") {
        return None;
    }
    let sentence = starts.is_uppercase() || !starts.is_alphabetic();
    let run_together = said
        .split(is_space)
        .next()
        .is_some_and(|word| word.len() > 2 && shouted(word) && said.contains(':'));
    (width >= 2 || (width == 1 && sentence && !run_together)).then_some(close)
}

/// Words up to a full stop and a dash: `Mr. Vane. — Good day.`, `Ada Vane (PPE). – Good day.`.
pub(crate) fn stop_dash(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from..];
    let near = &rest.as_bytes()[..rest.len().min(LONGEST_STOPPED + 1)];
    let (at, dash) = memchr_iter(b'.', near).find_map(|at| {
        let dash = rest[at + 1..].trim_start_matches(is_space);
        let mark = dash.chars().next()?;
        let spaced = dash.len() < rest.len() - at - 1 || !mark.is_ascii();
        (matches!(mark, '—' | '–' | '−')
            || (spaced && dash.starts_with("--"))
            || dash.starts_with("- "))
        .then_some((at, dash))
    })?;
    let words = &rest[..at];
    let look = form(words);
    let after = content.len() - dash.trim_start_matches(['—', '–', '−', '-']).len();
    (look.strange <= 1 && !words.contains([':', '“', '"', '?', '!', ';'])).then_some((
        Closing::StopDash,
        Span::new(from, from + at),
        after,
        None,
    ))
}

/// The longest label before a full stop and a dash, in bytes.
const LONGEST_STOPPED: usize = 120;

/// A title or `The`, and words in capitals, closed by the first word that is neither: `Mr. VANE asked`.
pub(crate) fn capitals(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from..];
    let opens = rest.split(is_space).next()?;
    let bare = opens.trim_end_matches(['.', ',']);
    let the = bare.eq_ignore_ascii_case("the");
    if !the && !LEXICON.titles.has_before_stop(bare) {
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
        } else if at > 0 && !LEXICON.particles.knows(bare) && !LEXICON.titles.knows(bare) {
            break;
        }
    }
    let label = rest[..end].trim_end_matches([',', '.', ':']);
    let goes_on = end < rest.len() && depth == 0;
    if the {
        let look = form(label);
        if !look.title && !look.office && !look.role {
            return None;
        }
    }
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

/// The longest label before a dash, in bytes; further on a dash belongs to a sentence.
const LONGEST_BEFORE_DASH: usize = 72;

/// Words up to a dash with white space around it.
pub(crate) fn dash(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from..];
    let near = &rest.as_bytes()[..rest.len().min(LONGEST_BEFORE_DASH + 1)];
    let (at, mark) = memchr_iter(b' ', near).find_map(|at| {
        let before = &rest[..at];
        if before.rfind('(') > before.rfind(')') {
            return None;
        }
        // Both long dashes begin with the byte 0xE2.
        if !matches!(rest.as_bytes().get(at + 1), Some(b'-' | 0xe2)) {
            return None;
        }
        let marks = [" — ", " – ", " -- ", " - "];
        let mark = marks.iter().find(|mark| rest[at..].starts_with(**mark))?;
        Some((at, *mark))
    })?;
    let words = &rest[..at];
    let look = form(words);
    let outside = words.split('(').next().unwrap_or(words);
    let sentence = outside
        .match_indices('.')
        .any(|(at, _)| !short(&outside[..=at]))
        || words.ends_with(").");
    let plain = look.strange == 0 && !look.number && !sentence && !outside.contains(['“', '"']);
    // "Ada Vane, Minister of Ports — …": an office behind the name, and no other comma.
    let plain = plain
        && outside.split_once(',').is_none_or(|(name, behind)| {
            look.office && form(name).names >= 2 && !behind.contains(',')
        });
    plain.then_some((
        Closing::Dash,
        Span::new(from, from + at),
        from + at + mark.len(),
        None,
    ))
}
