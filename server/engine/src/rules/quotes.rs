//! Quotations by their marks and what stands around them: the ground that the rules about quotations share.

use crate::reading::{Quote, ReferentKind};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Nth, Span};

use super::ascribed::ascribed;
use super::phrases::Phrases;

/// The straight mark that closes what a curly one opens, where a quotation has no closing mark of its own style.
pub(super) fn mismatched(words: &str, quote: &Quote) -> Option<LocalSpan> {
    if quote.closed || !quote.opened || !words[quote.span.start()..].starts_with('“') {
        return None;
    }
    let rest = &words[quote.inner.start()..];
    let at = rest.find(['"', '“', '”'])?;
    let is_straight = rest[at..].starts_with('"');
    let clings = !rest[..at].ends_with(char::is_whitespace);
    let start = quote.inner.start() + at;
    (is_straight && clings).then(|| LocalSpan::new(start, start + 1))
}

/// Quotations of fewer words may be a phrase of the sentence around them.
const DIRECT: u32 = 5;

/// Whether a quotation is somebody's words as they were said: a sentence of some length, from its capital to its stop.
pub(super) fn is_direct(words: &str, quote: &Quote) -> bool {
    let inner = quote.inner.of(words).trim();
    quote.opened
        && quote.closed
        && quote.n_words >= DIRECT
        && inner.starts_with(char::is_uppercase)
        && (inner.ends_with(['.', '!', '?', '…', ','])
            || words[quote.span.end()..].starts_with(['.', ',']))
        && !is_title(inner)
}

/// Whether nearly all words are capitalised, as in a title.
fn is_title(inner: &str) -> bool {
    let words = inner.split(' ').filter(|word| word.len() > 3);
    let (n_words, n_capital) = words.fold((0, 0), |(n_words, n_capital), word| {
        let is_capital = word.starts_with(char::is_uppercase);
        (n_words + 1, n_capital + usize::from(is_capital))
    });
    n_words > 1 && n_capital * 3 >= n_words * 2
}

/// Who might have said a quotation to whom no words ascribe it.
pub(super) struct Orphan {
    /// The people named nearest to it, without repetition (document bytes).
    pub(super) candidates: Vec<Span>,
    /// Whether anybody or anything that speaks is named near it.
    pub(super) has_neighbour: bool,
}

/// Who might have said a direct quotation; `None` if its words, an introduction, or a quotation running on say who did.
pub(super) fn orphan(record: &Record, paragraph: &Paragraph, quote: &Quote) -> Option<Orphan> {
    let content = record.content();
    let words = paragraph.span.of(content);
    if !is_direct(words, quote)
        || paragraph.opening.in_quote
        || ascribed(record, paragraph, quote).is_some()
    {
        return None;
    }
    let own = quote
        .attribution
        .and_then(|at| paragraph.reading.attributions.get(at.at()));
    // A cue without a source, or one that cannot be told, is the matter of other rules.
    if own.is_some_and(|own| own.cue.is_some()) {
        return None;
    }
    let sentences = &paragraph.reading.sentences;
    let first = sentences.partition_point(|sentence| sentence.span.end() <= quote.span.start());
    let last = sentences.partition_point(|sentence| sentence.span.start() < quote.span.end());
    let at = record
        .paragraphs()
        .partition_point(|other| other.span.start < paragraph.span.start);
    let neighbour = |at: Option<usize>| {
        at.and_then(|at| record.paragraphs().get(at))
            .filter(|other| other.passage == paragraph.passage)
    };
    let before = neighbour(at.checked_sub(1).filter(|_| first == 0));
    let after = neighbour(Some(at + 1).filter(|_| last >= sentences.len()));
    let mut near = named(paragraph, first.saturating_sub(1), last, Some(quote));
    if let Some(before) = before {
        let n_sentences = before.reading.sentences.len();
        near.extend(named(
            before,
            n_sentences.saturating_sub(1),
            n_sentences,
            None,
        ));
    }
    let mut has_neighbour =
        !near.is_empty() || speaks(paragraph, first.saturating_sub(1), last + 1);
    has_neighbour |= !named(paragraph, last, last + 1, None).is_empty();
    has_neighbour |= before.is_some_and(|before| {
        let n_sentences = before.reading.sentences.len();
        before.reading.introduces.is_some()
            || speaks(before, n_sentences.saturating_sub(1), n_sentences)
    });
    has_neighbour |=
        after.is_some_and(|after| speaks(after, 0, 1) || !named(after, 0, 1, None).is_empty());
    let mut candidates: Vec<Span> = Vec::new();
    for (span, kind) in near {
        let name = span.of(content);
        let is_new = candidates.iter().all(|other| other.of(content) != name);
        if kind == ReferentKind::Person && is_new {
            candidates.push(span);
        }
    }
    Some(Orphan {
        candidates,
        has_neighbour,
    })
}

/// Who is named in sentences of a paragraph, outside a quotation.
fn named(
    paragraph: &Paragraph,
    from: usize,
    until: usize,
    outside: Option<&Quote>,
) -> Vec<(Span, ReferentKind)> {
    let referents = &paragraph.reading.referents;
    let first = referents.partition_point(|referent| referent.sentence < Nth::new(from));
    referents[first..]
        .iter()
        .take_while(|referent| referent.sentence < Nth::new(until))
        .filter(|referent| (from..until).contains(&referent.sentence.at()))
        .filter(|referent| outside.is_none_or(|quote| !quote.span.covers(referent.span)))
        .map(|referent| (referent.span.place(paragraph.span.start), referent.kind))
        .collect()
}

/// Whether a sentence among these has a source.
fn speaks(paragraph: &Paragraph, from: usize, until: usize) -> bool {
    let sentences = &paragraph.reading.sentences;
    let (Some(first), Some(last)) = (
        sentences.get(from),
        sentences.get(until.min(sentences.len()).wrapping_sub(1)),
    ) else {
        return false;
    };
    paragraph
        .reading
        .attributions_at(LocalSpan::new(first.span.start(), last.span.end()))
        .any(|found| (from..until).contains(&found.sentence.at()) && found.source.is_some())
}

/// The most bytes before a quotation in which the word that names it is looked for.
const LONGEST_NAMING: usize = 64;

/// Whether a word that names or titles stands right before a quotation: the film “…”.
pub(super) fn is_named(before: &str, naming: &Phrases) -> bool {
    let before = before.trim_end();
    let mut from = before.len().saturating_sub(LONGEST_NAMING);
    while !before.is_char_boundary(from) {
        from -= 1;
    }
    let before = &before[from..];
    naming
        .find(before)
        .last()
        .is_some_and(|word| word.end() == before.len())
}
