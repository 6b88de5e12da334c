//! Who in a sentence could own its words, and what each of them is there: for those who ask why this one vouches, or nobody.
//!
//! Found from what was read; nothing of this is kept with a reading.

use crate::text::LocalSpan;

use super::Reading;

/// Somebody or something named that could be a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The words that name it (local to the paragraph).
    pub span: LocalSpan,
    /// What it is to the sentence.
    pub part: Part,
}

/// What a possible source is to a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The source of a report in it, which stands by this word; `None` where a quotation is carried on.
    Source(Option<LocalSpan>),
    /// Named in a quotation: by somebody else.
    Quoted,
    /// Named in what somebody else reports.
    Told,
    /// Named by the text, but no word of saying has it as its subject.
    Silent,
}

impl Part {
    /// What it is in words, to follow the words that name it; `paragraph` is the text it was read from.
    pub fn words(self, paragraph: &str) -> String {
        match self {
            Part::Source(Some(cue)) => format!("is the source of “{}”", cue.of(paragraph)),
            Part::Source(None) => "is the source of a quotation that goes on".to_owned(),
            Part::Quoted => "is named in a quotation".to_owned(),
            Part::Told => "is named in what is reported".to_owned(),
            Part::Silent => "has no word of saying".to_owned(),
        }
    }
}

/// All in the sentence at a place of a reading who could be its source, in text order.
pub fn candidates(reading: &Reading, sentence: usize) -> Vec<Candidate> {
    let Some(whole) = reading
        .sentences
        .get(sentence)
        .map(|sentence| sentence.span)
    else {
        return Vec::new();
    };
    // A source whole first, so that what names it stands in for no part of it.
    let sources = reading.attributions_at(whole).filter_map(|found| {
        let span = found.source?;
        whole.overlaps(span).then_some((span, found.cue))
    });
    let mut all: Vec<Candidate> = Vec::new();
    for (span, cue) in sources {
        add(&mut all, span, Part::Source(cue));
    }
    let first = reading
        .mentions
        .partition_point(|mention| mention.span.end() <= whole.start());
    let mentioned = reading.mentions[first..].iter().map(|mention| mention.span);
    let first = reading
        .referents
        .partition_point(|referent| referent.span.end() <= whole.start());
    let referred = reading.referents[first..]
        .iter()
        .map(|referent| referent.span);
    let in_whole = |span: &LocalSpan| span.start() < whole.end();
    for span in mentioned
        .take_while(in_whole)
        .chain(referred.take_while(in_whole))
    {
        add(&mut all, span, part(reading, span));
    }
    all.sort_by_key(|candidate| (candidate.span.start(), candidate.span.end()));
    all
}

/// Adds a candidate unless its words are part of one there is.
fn add(all: &mut Vec<Candidate>, span: LocalSpan, part: Part) {
    if !all.iter().any(|other| other.span.overlaps(span)) {
        all.push(Candidate { span, part });
    }
}

/// What somebody named is who is no source.
fn part(reading: &Reading, span: LocalSpan) -> Part {
    if reading.quotes_at(span).any(|quote| quote.span.covers(span)) {
        return Part::Quoted;
    }
    let told = reading.attributions_at(span).any(|found| {
        found.source.is_some() && found.content.is_some_and(|content| content.covers(span))
    });
    if told { Part::Told } else { Part::Silent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Language, Opening, read};
    use crate::registry::Registry;
    use crate::transcript::Zone;

    /// The candidates of a sentence of a narrative paragraph, in words.
    fn found(text: &str, sentence: usize) -> Vec<String> {
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        let reading = read(text, opening, &Registry::default());
        candidates(&reading, sentence)
            .into_iter()
            .map(|found| format!("{} {}", found.span.of(text), found.part.words(text)))
            .collect()
    }

    #[test]
    fn everyone_named_is_told_with_their_part() {
        assert_eq!(
            found("Ada Vane said that Otto Krone had left.", 0),
            [
                "Ada Vane is the source of “said”",
                "Otto Krone is named in what is reported"
            ]
        );
        assert_eq!(
            found("“Otto Krone has left us,” said Ada Vane.", 0),
            [
                "Otto Krone is named in a quotation",
                "Ada Vane is the source of “said”"
            ]
        );
    }

    #[test]
    fn who_says_nothing_is_told() {
        assert_eq!(
            found(
                "Ada Vane said that it rained. Otto Krone betrayed the ministry.",
                1
            ),
            [
                "Otto Krone has no word of saying",
                "ministry has no word of saying"
            ]
        );
    }

    #[test]
    fn no_sentence_has_no_candidates() {
        assert_eq!(found("It rained.", 0), [""; 0]);
        assert_eq!(found("It rained.", 9), [""; 0]);
    }
}
