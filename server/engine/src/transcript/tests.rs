//! What is promised of a whole document: gapless passages, one decision on labels, no label where there is none.

use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Transcript {
    Transcript::read(text, "", &EmptyRoster)
}

proptest! {
    #[test]
    fn passages_cover_any_text_without_gap_or_overlap(text in "(Q  |A B:|\\*\\*|[A-C]{1,4}: ?|Mr\\. VANE\\. |# |\\(|\\)|\n|\r\n|\r|\u{a0}|\u{2028}|é|[a-d .,]{0,9}|END|---){0,60}") {
        let transcript = read(&text);
        let mut at = 0;
        for passage in &transcript.passages {
            prop_assert_eq!(passage.span.start, at);
            prop_assert!(passage.span.covers(passage.body));
            at = passage.span.end;
            for paragraph in transcript.paragraphs(&text, passage) {
                prop_assert!(passage.body.covers(paragraph));
                prop_assert!(!paragraph.of(&text).is_empty());
            }
        }
        prop_assert_eq!(at, text.len());
        for turn in &transcript.turns {
            prop_assert!(turn.label.marked.covers(turn.label.span));
            prop_assert!(!turn.passages.is_empty());
        }
    }
}
