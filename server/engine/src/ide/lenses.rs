//! Lenses: what a reader wants to know of a turn or section before reading it, told above its first line.
//!
//! A claim is a sentence that asserts something strong (`language.md` T1–T5). It is unsourced if a finding about sources
//! says so; a lens therefore never disagrees with the findings beneath it.

use crate::reading::Sentence;
use crate::record::Record;
use crate::rules::Finding;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice};

/// What stands above a turn or section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lens {
    /// The words above which it stands: a turn's label, a heading, or the first paragraph of a section without one
    /// (document bytes).
    pub span: Span,
    /// Sentences that assert something strong.
    pub n_claims: usize,
    /// Sentences with a finding about their source.
    pub n_unsourced: usize,
    /// The first sentence counted as unsourced (document bytes), to go to.
    pub first_unsourced: Option<Span>,
}

impl Lens {
    /// What is shown: "12 claims, 3 unsourced".
    pub fn title(&self) -> String {
        let claims = match self.n_claims {
            1 => "1 claim".to_owned(),
            n => format!("{n} claims"),
        };
        match self.n_unsourced {
            0 => claims,
            n => format!("{claims}, {n} unsourced"),
        }
    }
}

/// The lenses of a document in text order; parts without claims have none. `findings` are those of the record, in text order.
pub fn lenses(record: &Record, findings: &[Finding]) -> Vec<Lens> {
    let mut parts = Parts {
        record,
        findings,
        paragraph: 0,
        lenses: Vec::new(),
        heading: None,
        turn: None,
    };
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        match &passage.voice {
            Voice::Speaker(turn) => parts.speech(at, *turn),
            Voice::Issuer(_) | Voice::Narrator => parts.section(at),
            Voice::None(FurnitureKind::Heading) => parts.heading = Some(passage.body),
            Voice::None(_) => {}
        }
    }
    parts
        .lenses
        .retain(|lens| lens.n_claims + lens.n_unsourced > 0);
    parts.lenses
}

/// The lenses while they are counted.
struct Parts<'a> {
    record: &'a Record,
    findings: &'a [Finding],
    /// The next paragraph to count.
    paragraph: usize,
    lenses: Vec<Lens>,
    /// The heading seen last, if nothing has followed it yet.
    heading: Option<Span>,
    /// The turn whose lens is the last one.
    turn: Option<usize>,
}

impl Parts<'_> {
    fn speech(&mut self, passage: usize, turn: usize) {
        self.heading = None;
        // A turn that goes on after a stage direction comes by once for each of its passages.
        if self.turn != Some(turn) {
            let label = self.record.transcript().turns[turn].label.span;
            self.turn = Some(turn);
            self.open(label);
        }
        self.count(passage);
    }

    fn section(&mut self, passage: usize) {
        self.turn = None;
        let paragraphs = self.record.paragraphs();
        let first = paragraphs[self.paragraph..]
            .iter()
            .find(|paragraph| paragraph.passage >= passage)
            .filter(|paragraph| paragraph.passage == passage);
        let Some(first) = first else {
            return;
        };
        let head = self.heading.take().unwrap_or(first.span);
        self.open(head);
        self.count(passage);
    }

    fn open(&mut self, span: Span) {
        self.lenses.push(Lens {
            span,
            n_claims: 0,
            n_unsourced: 0,
            first_unsourced: None,
        });
    }

    /// Counts the sentences of a passage into the last lens.
    fn count(&mut self, passage: usize) {
        let Some(lens) = self.lenses.last_mut() else {
            return;
        };
        let paragraphs = &self.record.paragraphs()[self.paragraph..];
        for paragraph in paragraphs
            .iter()
            .take_while(|paragraph| paragraph.passage <= passage)
        {
            self.paragraph += 1;
            for sentence in &paragraph.reading.sentences {
                let span = sentence.span.place(paragraph.span.start);
                let is_unsourced = is_unsourced(self.findings, span);
                lens.n_claims += usize::from(is_unsourced || is_claim(sentence));
                if is_unsourced {
                    lens.n_unsourced += 1;
                    lens.first_unsourced.get_or_insert(span);
                }
            }
        }
    }
}

/// Whether a sentence asserts something strong.
fn is_claim(sentence: &Sentence) -> bool {
    !sentence.question
        && sentence
            .triggers
            .iter()
            .any(|trigger| trigger.kind.is_strong())
}

/// Whether a finding says that a source is missing or weak in a sentence.
fn is_unsourced(findings: &[Finding], sentence: Span) -> bool {
    let from = findings.partition_point(|finding| finding.span.start < sentence.start);
    findings[from..]
        .iter()
        .take_while(|finding| finding.span.start < sentence.end)
        .any(|finding| finding.code.starts_with("ATT") || finding.code == "DAT101")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Reference;
    use crate::registry::Registry;
    use crate::rules::{RuleSet, check};
    use crate::text::Text;
    use std::sync::Arc;

    /// Each lens as "words above which it stands: title".
    fn shown(text: &str) -> Vec<String> {
        let reference = Reference {
            registry: Arc::new(Registry::default()),
            date: None,
            style: std::sync::Arc::default(),
            language: None,
        };
        let record = Record::build(&Text::from(text), "", &reference, None);
        let findings = check(&record, &RuleSet::default());
        lenses(&record, &findings)
            .iter()
            .map(|lens| {
                let words = lens.span.of(text).chars().take(20).collect::<String>();
                format!("{words}: {}", lens.title())
            })
            .collect()
    }

    #[test]
    fn turns_and_sections_tell_their_claims_and_what_has_no_source() {
        let text = "\
The talks in Streslau

Exports of wheat rose by 7 percent last year. Exports of rye fell by 3 percent, the customs service said.

Ada Vane: We recorded a rise of 12 percent. Thank you for coming.

Rudolf Elphberg: Thank you.

Ada Vane: The blockade caused the shortage.
";
        assert_eq!(
            shown(text),
            [
                "The talks in Stresla: 2 claims, 1 unsourced",
                "Ada Vane: 1 claim",
                "Ada Vane: 1 claim"
            ]
        );
    }

    #[test]
    fn a_text_without_claims_has_no_lenses() {
        assert_eq!(shown("The delegations met in the green hall.\n"), [""; 0]);
        assert_eq!(shown(""), [""; 0]);
    }
}
