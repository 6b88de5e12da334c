//! What a sentence of the narrative asserts on nobody's word: the ground that the rules about claims share.

use crate::reading::{Grade, Sentence, Standing, Trigger};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};
use crate::transcript::Zone;

use super::{Finding, Findings};

/// The lowest grade of a source that settles a claim: an organization or a document with an owner.
pub(super) const ENOUGH: Grade = Grade::Institution;

/// The claims of one sentence for which no source of the least grade stands.
pub(super) struct Assertion<'a> {
    /// The paragraph it stands in.
    pub(super) paragraph: &'a Paragraph,
    /// What makes strong claims of it, in text order; never empty.
    pub(super) triggers: Vec<&'a Trigger>,
    /// Whether something speaks for it: a source in the sentence before or in another clause, or that it only hopes.
    pub(super) is_weak: bool,
    standing: &'a Standing,
}

/// The assertions of a paragraph of the narrative, in text order; of any other there are none.
pub(super) fn assertions<'a>(
    record: &'a Record,
    paragraph: &'a Paragraph,
) -> impl Iterator<Item = Assertion<'a>> {
    let is_narrative = paragraph.zone == Zone::Narrative;
    let words = paragraph.span.of(record.content());
    let sentences = paragraph.reading.sentences.iter();
    sentences
        .zip(&paragraph.standings)
        .enumerate()
        .filter(move |_| is_narrative)
        .filter_map(move |(at, (sentence, standing))| {
            assertion(words, paragraph, at, sentence, standing)
        })
}

fn assertion<'a>(
    words: &str,
    paragraph: &'a Paragraph,
    at: usize,
    sentence: &'a Sentence,
    standing: &'a Standing,
) -> Option<Assertion<'a>> {
    let part = asserted_part(words, sentence)?;
    // A source in the question tagged on, or in the wish before, is none for what is asserted.
    let has_own_source = paragraph.reading.attributions.iter().any(|attribution| {
        let place = attribution.cue.or(attribution.source);
        attribution.sentence == at
            && attribution.grade >= ENOUGH
            && place.is_some_and(|place| part.overlaps(place))
    });
    let is_inherited = standing.inherited && standing.grade.is_some_and(|grade| grade >= ENOUGH);
    let has_source = has_own_source || is_inherited;
    // What stands in quotation marks is not in the outlet's voice, whoever said it.
    let is_quoted = |span: LocalSpan| {
        let quotes = &paragraph.reading.quotes;
        quotes.iter().any(|quote| quote.inner.covers(span))
    };
    let is_bare = |trigger: &&Trigger| {
        part.covers(trigger.span)
            && !is_quoted(trigger.span)
            && (!has_source
                || standing
                    .uncovered
                    .iter()
                    .any(|uncovered| uncovered.covers(trigger.span)))
    };
    let triggers: Vec<&Trigger> = sentence.triggers.iter().filter(is_bare).collect();
    let is_weak = has_source || part.start > sentence.span.start;
    (!triggers.is_empty()).then_some(Assertion {
        paragraph,
        triggers,
        is_weak,
        standing,
    })
}

impl Assertion<'_> {
    /// Adds a finding on the first of `triggers`, with the others and what was found in place of a source beside it.
    pub(super) fn report<'f>(
        &self,
        record: &Record,
        triggers: &[&Trigger],
        what: &str,
        findings: &'f mut Findings<'_>,
    ) -> Option<&'f mut Finding> {
        let (first, others) = triggers.split_first()?;
        let base = self.paragraph.span.start;
        let span = first.span.place(base);
        let words = span.of(record.content());
        let why = if self.standing.inherited {
            "and only the sentence before has a source"
        } else if self.is_weak && self.standing.grade.is_some() {
            "and the source of the sentence does not reach it"
        } else {
            "and the sentence names no source for it"
        };
        let finding = findings.add(
            Some(self.paragraph.zone),
            span,
            format!("“{words}” {what}, {why}."),
        )?;
        if self.is_weak {
            finding.lower();
        }
        for trigger in others {
            let kind = trigger.kind.name();
            finding.relate(trigger.span.place(base), format!("also asserted: {kind}"));
        }
        Some(finding)
    }
}

/// The part of a sentence that asserts: all of it, what stands before the question tagged on to it, or what is spliced
/// on behind a wish; `None` for a question or a wish alone.
fn asserted_part(words: &str, sentence: &Sentence) -> Option<LocalSpan> {
    let span = sentence.span;
    let said = span.of(words);
    let first = first_word(said);
    if sentence.question {
        if is_asking(&first) {
            return None;
        }
        let at = clause_starts(said).rev().find(|at| {
            let word = first_word(&said[*at..]);
            AUXILIARIES.contains(&word.as_str())
        })?;
        return Some(LocalSpan::new(span.start, span.start + at));
    }
    if first == "the" && is_least_one_can_do(said) {
        return None;
    }
    let is_wish = first == "let" && {
        let rest = said.trim_start_matches(|c: char| !c.is_alphabetic());
        let rest = rest.get(3..).unwrap_or_default();
        rest.starts_with(['’', '\'']) || rest.starts_with(" us ")
    };
    if is_wish {
        let at = clause_starts(said).rev().find(|at| {
            let word = first_word(&said[*at..]);
            SUBJECTS.contains(&word.as_str())
        })?;
        return Some(LocalSpan::new(span.start + at, span.end));
    }
    Some(span)
}

/// “The least they can do is …”: a demand, in the form of a statement.
fn is_least_one_can_do(said: &str) -> bool {
    let mut words = said.split(' ').skip(1);
    matches!(words.next(), Some("least" | "best" | "most"))
        && words.take(6).any(|word| word == "do")
        && (said.contains(" can do ") || said.contains(" could do "))
}

/// Verbs that open a question by standing before their subject; sorted.
const AUXILIARIES: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must",
    "shall", "should", "was", "were", "will", "would",
];

/// Other words that open a question; sorted.
const QUESTION_WORDS: &[&str] = &[
    "how", "what", "when", "where", "which", "who", "whom", "whose", "why",
];

/// Words with which a clause spliced on by a comma begins a new subject; sorted.
const SUBJECTS: &[&str] = &[
    "he", "it", "she", "that", "the", "these", "they", "this", "those", "we", "you",
];

fn is_asking(word: &str) -> bool {
    AUXILIARIES.contains(&word) || QUESTION_WORDS.contains(&word)
}

/// Where the words after a comma or semicolon begin, in bytes.
fn clause_starts(said: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    said.match_indices([',', ';'])
        .filter_map(|(at, _)| said[at + 1..].starts_with(' ').then_some(at + 2))
}

fn first_word(words: &str) -> String {
    words
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// A range of a paragraph as a place of the document.
pub(super) fn place(paragraph: &Paragraph, span: LocalSpan) -> Span {
    span.place(paragraph.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expected: Option<&str>) {
        let sentence = Sentence {
            span: LocalSpan::new(0, said.len()),
            n_words: 0,
            question: said.ends_with('?'),
            triggers: Vec::new(),
            score: 0,
        };
        let part = asserted_part(said, &sentence);
        assert_eq!(part.map(|part| part.of(said)), expected, "{said}");
    }

    #[test]
    fn a_question_asserts_only_what_it_is_tagged_on_to() {
        check("Did they break the treaty, or the truce?", None);
        check("Why, the neighbours ask, is it so?", None);
        check("They fear us?", None);
        check(
            "They broke the treaty, do you think they will keep this one?",
            Some("They broke the treaty, "),
        );
    }

    #[test]
    fn a_wish_asserts_only_what_is_spliced_on() {
        check("Let us hope the treaty holds.", None);
        check("The least the neighbours can do is to stop.", None);
        check(
            "Let’s hope it holds, the people have waited for it.",
            Some("the people have waited for it."),
        );
        check("Letters were read out.", Some("Letters were read out."));
    }
}
