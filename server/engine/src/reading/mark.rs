//! What a quotation mark does where it stands: opens, closes, or is an apostrophe or a measure.

use super::token::Token;

/// The pairs of marks told apart; `“` may close `„`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Double,
    Straight,
    Typewriter,
    Low,
    Guillemets,
    Single,
}

/// What a mark does where it stands.
pub(super) enum Deed {
    Opens(Style),
    Closes(Style),
    Nothing,
}

/// Judges the mark at a place, given the marks open so far and whether a quotation of the paragraph before goes on.
pub(super) fn deed(
    text: &str,
    tokens: &[Token],
    at: usize,
    stack: &[(Style, usize)],
    running: bool,
) -> Deed {
    let mark = tokens[at].of(text);
    let before = text[..tokens[at].start as usize].chars().next_back();
    let after = text[tokens[at].end as usize..].chars().next();
    let free_left = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '—' | '–' | '-' | '/' | '“' | '"' | '«' | '„' | '‘'
            )
    });
    let held_right = after.is_some_and(|c| {
        c.is_alphanumeric() || matches!(c, '[' | '(' | '$' | '…' | '.' | '\'' | '‘' | '“')
    });
    let free_right = after.is_none_or(|c| !c.is_alphanumeric());
    let open = |style| stack.iter().any(|&(open, _)| open == style);
    match mark {
        "“" | "‟" if open(Style::Low) && !free_left => Deed::Closes(Style::Low),
        "“" | "‟" => Deed::Opens(Style::Double),
        "„" => Deed::Opens(Style::Low),
        "”" if open(Style::Double) || running => Deed::Closes(Style::Double),
        "”" if open(Style::Low) => Deed::Closes(Style::Low),
        "”" if free_left && held_right => Deed::Opens(Style::Double),
        "”" => Deed::Closes(Style::Double),
        "«" | "‹" if open(Style::Guillemets) && !free_left => Deed::Closes(Style::Guillemets),
        "«" | "‹" => Deed::Opens(Style::Guillemets),
        "»" | "›" if !open(Style::Guillemets) && !running && free_left && held_right => {
            Deed::Opens(Style::Guillemets)
        }
        "»" | "›" => Deed::Closes(Style::Guillemets),
        // A quotation that was never closed and is taken up again.
        "\"" if open(Style::Straight) && held_right && before.is_some_and(char::is_whitespace) => {
            Deed::Opens(Style::Straight)
        }
        "\"" if open(Style::Straight) || running => Deed::Closes(Style::Straight),
        // A measure: 5'10".
        "\"" if before.is_some_and(|c| c.is_ascii_digit()) && free_right => Deed::Nothing,
        "\"" if !free_left && !held_right => Deed::Closes(Style::Straight),
        "\"" => Deed::Opens(Style::Straight),
        "``" => Deed::Opens(Style::Typewriter),
        "''" if open(Style::Typewriter) || running => Deed::Closes(Style::Typewriter),
        "''" if free_left && held_right => Deed::Opens(Style::Typewriter),
        "''" => Deed::Closes(Style::Typewriter),
        "‘" | "`" | "‚" | "'"
            if free_left && after.is_some_and(|c| c.is_alphabetic() || c == '[') =>
        {
            Deed::Opens(Style::Single)
        }
        "’" | "'"
            if open(Style::Single) && free_right && before.is_some_and(|c| !c.is_whitespace()) =>
        {
            Deed::Closes(Style::Single)
        }
        _ => Deed::Nothing,
    }
}
