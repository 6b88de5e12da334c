//! Quotations: pairs of marks, of every style, over paragraphs.
//!
//! A stack per paragraph that recovers: a mark without partner ends with its paragraph and never takes others with it.
//! Newspapers repeat the opening mark at each paragraph of one quotation and close only the last (the reopen rule).

use crate::text::{LocalSpan, Nth};

use super::mark::{Deed, Style, deed};
use super::pack::Traits;
use super::token::{Kind, Token};

/// A quotation.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// With its marks, as far as they stand in this paragraph.
    pub span: LocalSpan,
    /// What stands between the marks.
    pub inner: LocalSpan,
    /// Words between the marks.
    pub n_words: u32,
    /// Whether its opening mark stands in this paragraph.
    pub opened: bool,
    /// Whether its closing mark stands in this paragraph.
    pub closed: bool,
    /// The attribution that gives it a source, by its place in the reading.
    pub attribution: Option<Nth>,
}

/// Finds the quotations, tells apostrophes from marks, and says which tokens stand inside.
/// Also answers whether a quotation is still open at the end.
pub(super) fn find(
    text: &str,
    tokens: &mut [Token],
    in_quote: bool,
    traits: &Traits,
) -> (Vec<Quote>, bool) {
    let mut quotes = Vec::new();
    let mut stack: Vec<(Style, usize)> = Vec::new();
    let mut running = in_quote && first_mark_closes(text, tokens);
    for at in 0..tokens.len() {
        if tokens[at].kind != Kind::Mark {
            continue;
        }
        match deed(text, tokens, at, &stack, running) {
            Deed::Opens(style) => {
                if stack.len() == DEEPEST {
                    let (lost, from) = stack.remove(0);
                    give_up(text, tokens, &mut quotes, lost, from, at);
                }
                stack.push((style, at));
            }
            Deed::Closes(style) => {
                if let Some(depth) = stack.iter().rposition(|&(open, _)| open == style) {
                    for (lost, from) in stack.drain(depth + 1..) {
                        give_up(text, tokens, &mut quotes, lost, from, at);
                    }
                    let (_, from) = stack[depth];
                    stack.truncate(depth);
                    quotes.push(quote(text, tokens, Some(from), Some(at)));
                } else {
                    let from = running.then_some(0);
                    let mut found = quote(text, tokens, None, Some(at));
                    if from.is_none() {
                        // A mark that closes nothing: only itself, so that a rule can point at it.
                        found.span = tokens[at].span();
                        found.inner = LocalSpan::new(found.span.start(), found.span.start());
                        found.n_words = 0;
                    }
                    quotes.push(found);
                    running = false;
                }
            }
            Deed::Nothing => tokens[at].kind = Kind::Apostrophe,
        }
    }
    let mut left_open = false;
    for (style, from) in std::mem::take(&mut stack) {
        let next = (from + 1..tokens.len())
            .find(|&at| tokens[at].kind == Kind::Mark)
            .unwrap_or(tokens.len());
        left_open |= style != Style::Single && next == tokens.len();
        give_up(text, tokens, &mut quotes, style, from, next);
    }
    if traits.dash_dialogue {
        quotes.extend(dialogue(text, tokens));
    }
    quotes.sort_by_key(|quote| (quote.span.start(), quote.span.end()));
    mark_inside(tokens, &quotes);
    (quotes, left_open)
}

/// What a paragraph that opens with a dash says: up to the dash that sets the tag apart, and from the one that ends it.
fn dialogue(text: &str, tokens: &[Token]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    if !tokens.first().is_some_and(|token| token.kind == Kind::Dash) {
        return quotes;
    }
    let mut from = Some(0);
    for at in 1..tokens.len() {
        let closes = matches!(
            tokens[at - 1].kind,
            Kind::Comma | Kind::Call | Kind::Ellipsis | Kind::Stop
        );
        if tokens[at].kind != Kind::Dash || !closes {
            continue;
        }
        match from.take() {
            Some(open) => quotes.push(spoken(text, tokens, open, at - 1)),
            None => from = Some(at),
        }
    }
    if let Some(open) = from {
        quotes.push(spoken(text, tokens, open, tokens.len() - 1));
    }
    quotes.retain(|quote| quote.n_words > 0);
    quotes
}

/// The quotation from the dash at `open` to the token at `last`.
fn spoken(text: &str, tokens: &[Token], open: usize, last: usize) -> Quote {
    let found = quote(text, &tokens[..=last], Some(open), None);
    let end = tokens[last].end as usize;
    Quote {
        span: LocalSpan::new(found.span.start(), end),
        inner: LocalSpan::new(found.inner.start(), end.max(found.inner.start())),
        closed: true,
        ..found
    }
}

/// The most quotations within each other; beyond them the outermost is given up.
const DEEPEST: usize = 8;

/// A mark that was never closed: a single one was an apostrophe, any other opens up to the next mark.
fn give_up(
    text: &str,
    tokens: &mut [Token],
    quotes: &mut Vec<Quote>,
    style: Style,
    from: usize,
    until: usize,
) {
    if style == Style::Single {
        tokens[from].kind = Kind::Apostrophe;
        return;
    }
    let mut found = quote(text, &tokens[..until], Some(from), None);
    let end = tokens[..until]
        .last()
        .map_or(found.span.end(), |last| last.end as usize);
    found.span = found.span.until(end.max(found.span.start()));
    found.inner = found.inner.until(end.max(found.inner.start()));
    quotes.push(found);
}

fn quote(text: &str, tokens: &[Token], from: Option<usize>, until: Option<usize>) -> Quote {
    let start = from.map_or(0, |at| tokens[at].start as usize);
    let inner_start = from.map_or(0, |at| tokens[at].end as usize);
    let end = until.map_or(text.len(), |at| tokens[at].end as usize);
    let inner_end = until.map_or(text.len(), |at| tokens[at].start as usize);
    let words = tokens[from.map_or(0, |at| at + 1)..until.unwrap_or(tokens.len())]
        .iter()
        .filter(|token| token.is_word())
        .count();
    Quote {
        span: LocalSpan::new(start, end),
        inner: LocalSpan::new(inner_start, inner_end),
        n_words: words as u32,
        opened: from.is_some(),
        closed: until.is_some(),
        attribution: None,
    }
}

/// Whether the first mark that could be one of a double pair closes, so that the quotation of the paragraph before goes on.
fn first_mark_closes(text: &str, tokens: &[Token]) -> bool {
    let double = |token: &&Token| {
        token.kind == Kind::Mark && !matches!(token.of(text), "'" | "’" | "‘" | "`" | "‚")
    };
    let mut marks = tokens.iter().filter(double);
    match marks.next().map(|token| token.of(text)) {
        Some("”" | "»" | "''" | "›") => true,
        Some("\"") => {
            let straight = 1 + marks.filter(|token| token.of(text) == "\"").count();
            straight % 2 == 1 && !tokens.first().is_some_and(|token| token.kind == Kind::Mark)
        }
        _ => false,
    }
}

fn mark_inside(tokens: &mut [Token], quotes: &[Quote]) {
    let mut end = 0;
    let mut quotes = quotes.iter().filter(|quote| quote.n_words > 0).peekable();
    for token in tokens {
        while let Some(quote) = quotes.next_if(|quote| quote.span.start() <= token.start as usize) {
            end = end.max(quote.inner.end());
        }
        token.quoted = (token.start as usize) < end && token.kind != Kind::Mark;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::lexicon::Lexicon;
    use crate::reading::scan;

    /// Each quotation's words, with `<` and `>` where its marks stand.
    fn found(text: &str, in_quote: bool) -> (Vec<String>, bool) {
        let mut tokens = scan::scan(text, Lexicon::english());
        let (quotes, open) = find(text, &mut tokens, in_quote, &Lexicon::english().traits);
        let shown = quotes
            .iter()
            .map(|quote| {
                let open = if quote.opened { "<" } else { "" };
                let close = if quote.closed { ">" } else { "" };
                format!("{open}{}{close}", quote.inner.of(text))
            })
            .collect();
        (shown, open)
    }

    #[test]
    fn every_style_makes_a_pair() {
        for text in [
            "She said “no more” twice.",
            "She said \"no more\" twice.",
            "She said «no more» twice.",
            "She said „no more“ twice.",
            "She said „no more” twice.",
            "She said ‘no more’ twice.",
            "She said 'no more' twice.",
            "She said ``no more'' twice.",
            "She said »no more« twice.",
        ] {
            assert_eq!(
                found(text, false),
                (vec!["<no more>".to_owned()], false),
                "{text}"
            );
        }
    }

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        let text = "The envoys’ car, '90s style, is 5'10\" wide; it isn't Syria's.";
        assert_eq!(found(text, false).0, Vec::<String>::new());
    }

    #[test]
    fn a_quotation_runs_on_where_the_next_paragraph_closes_it() {
        assert_eq!(
            found("“First point.", false),
            (vec!["<First point.".to_owned()], true)
        );
        assert_eq!(found("Second point,” he said.", true).0, ["Second point,>"]);
        assert_eq!(
            found("Nothing is quoted here.", true).0,
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_mark_without_partner_does_not_swallow_the_next_quotation() {
        let (quotes, open) = found("He said “we stay and left. “Never,” she said.", false);
        assert_eq!(quotes, ["<we stay and left.", "<Never,>"]);
        assert!(!open);
        assert_eq!(found("Never,” she said.", false).0, [">"]);
    }
}
