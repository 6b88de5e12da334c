//! Growing selections: word → sentence → paragraph → passage → turn → part → document.

use unicode_segmentation::UnicodeSegmentation;

use crate::record::Record;
use crate::text::Span;

use super::outline::parts::trim;

/// The spans around `offset`, each wider than the one before; the last is the whole document.
/// `parts` are the parts of the outline.
pub fn selection(record: &Record, parts: &[Span], offset: usize) -> Vec<Span> {
    let content = record.content();
    let offset = offset.min(content.len());
    let mut spans = Vec::new();
    spans.extend(word(record, offset));
    if let Some(paragraph) = record.paragraph_at(offset) {
        let base = paragraph.span.start;
        let reading = &paragraph.reading;
        let quotes = reading
            .quotes
            .iter()
            .flat_map(|quote| [quote.inner, quote.span]);
        spans.extend(quotes.map(|quote| quote.place(base)));
        let sentences = reading.sentences.iter();
        spans.extend(sentences.map(|sentence| sentence.span.place(base)));
        spans.push(paragraph.span);
    }
    let transcript = record.transcript();
    let after = transcript
        .passages
        .partition_point(|passage| passage.span.start <= offset);
    if let Some(passage) = after.checked_sub(1).map(|at| &transcript.passages[at]) {
        spans.push(trim(content, passage.body));
        spans.push(trim(content, passage.span));
    }
    let after = transcript
        .turns
        .partition_point(|turn| turn.label.marked.start <= offset);
    if let Some(turn) = after.checked_sub(1).map(|at| &transcript.turns[at]) {
        spans.extend([turn.label.span, turn.label.marked]);
        let end = turn
            .speech
            .map_or(turn.label.marked.end, |speech| speech.end);
        spans.extend(turn.speech);
        spans.push(Span::new(
            turn.label.marked.start,
            end.max(turn.label.marked.end),
        ));
    }
    spans.extend(parts);
    spans.push(Span::new(0, content.len()));
    nested(spans, offset)
}

/// The word at `offset`, or the one that ends there.
fn word(record: &Record, offset: usize) -> Option<Span> {
    let line = record.text().line_span(offset);
    let words = line.of(record.content()).unicode_word_indices();
    words
        .map(|(at, word)| Span::new(line.start + at, line.start + at + word.len()))
        .find(|word| word.holds_cursor(offset))
}

/// Those of `spans` that hold `offset`, from the narrowest outward; what only crosses a narrower one is left out.
fn nested(mut spans: Vec<Span>, offset: usize) -> Vec<Span> {
    spans.retain(|span| !span.is_empty() && span.holds_cursor(offset));
    spans.sort_by_key(|span| (span.len(), span.start));
    let mut nested: Vec<Span> = Vec::new();
    for span in spans {
        if nested
            .last()
            .is_none_or(|last| span != *last && span.covers(*last))
        {
            nested.push(span);
        }
    }
    if nested.is_empty() {
        // An empty document, and nothing to grow in it.
        nested.push(Span::new(offset, offset));
    }
    nested
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::outline;
    use crate::ide::tests::record;

    #[test]
    fn a_selection_grows_by_what_a_transcript_is_made_of() {
        let text = "The hall fell silent.\n\nAda Vane: We met. They said “we will go home”.\n\nIt rained.\n\n\
            Cy Dorn: Yes.\n\nAda Vane: Good.\n\nCy Dorn: Well.\n";
        let record = record(text);
        let parts: Vec<Span> = outline(&record).iter().map(|part| part.span).collect();
        let at = text.find("home").expect("it stands there");
        let grown = selection(&record, &parts, at);
        let words: Vec<&str> = grown.iter().map(|span| span.of(text)).collect();
        assert_eq!(
            words[..4],
            [
                "home",
                "we will go home",
                "“we will go home”",
                "They said “we will go home”."
            ]
        );
        assert_eq!(words[4], "We met. They said “we will go home”.");
        assert!(
            words.contains(&"Ada Vane: We met. They said “we will go home”.\n\nIt rained."),
            "{words:?}"
        );
        assert_eq!(words.last(), Some(&text));
        assert!(
            grown
                .windows(2)
                .all(|pair| pair[1].covers(pair[0]) && pair[0] != pair[1])
        );
    }

    #[test]
    fn every_place_has_a_selection() {
        for text in ["", "\n", "a", "Ada Vane:\n\n😀"] {
            let record = record(text);
            for at in (0..=text.len() + 2).filter(|at| text.is_char_boundary((*at).min(text.len())))
            {
                assert!(!selection(&record, &[], at).is_empty(), "{text:?} at {at}");
            }
        }
    }
}
