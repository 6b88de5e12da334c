//! Gathers what the rules find, and keeps one finding where several rules speak of the same sentence.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::reading::Grade;
use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::rule::{Check, Stretch};
use super::{Finding, Profile, Related, Rule, RuleSet};

/// Gathers the findings of the rules of a set.
pub struct Findings<'a> {
    set: &'a RuleSet,
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(set: &'a RuleSet) -> Self {
        Findings {
            set,
            rule: None,
            findings: Vec::new(),
        }
    }

    pub(super) fn run(&mut self, rule: &'static Rule, record: &Record) {
        self.rule = Some(rule);
        match rule.check {
            Check::Paragraph(check) => {
                for paragraph in record.paragraphs() {
                    check(record, paragraph, self);
                }
            }
            Check::Stretch(check) => {
                for stretch in stretches(record) {
                    check(record, stretch, self);
                }
            }
            Check::Turns(check) | Check::Transcript(check) => check(record, self),
        }
    }

    /// Whether the profile asks for the finer findings too.
    pub fn is_strict(&self) -> bool {
        self.set.profile == Profile::Strict
    }

    /// How well a source must be known for a claim to stand on it.
    pub fn minimum_grade(&self) -> Grade {
        self.set.minimum_grade.unwrap_or(Grade::Institution)
    }

    /// Adds a finding of the running rule at its level for the zone; `None` if the rule is off there.
    /// What is returned can be given related places and fixes.
    pub fn add(
        &mut self,
        zone: Option<Zone>,
        span: Span,
        message: impl Into<String>,
    ) -> Option<&mut Finding> {
        let rule = self.rule?;
        let severity = self.set.level(rule, zone)?;
        self.findings.push(Finding {
            code: rule.code,
            name: rule.name,
            severity,
            span,
            message: message.into(),
            zone,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.findings.last_mut()
    }

    /// All findings in text order, then by code; of those about the source of one sentence the gravest is left,
    /// the others are told as its related places.
    pub(super) fn finish(self, record: &Record) -> Vec<Finding> {
        let mut kept = Vec::new();
        let mut by_sentence: BTreeMap<(usize, usize), Vec<Finding>> = BTreeMap::new();
        for finding in self.findings {
            match sentence_of(record, &finding) {
                Some(sentence) => by_sentence.entry(sentence).or_default().push(finding),
                None => kept.push(finding),
            }
        }
        kept.extend(by_sentence.into_values().filter_map(merged));
        kept.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        kept
    }
}

/// The document's stretches, in text order.
fn stretches(record: &Record) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut paragraphs = record.paragraphs().iter().peekable();
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        let zone = passage.zone();
        let mut start = passage.span.start;
        let mut is_first = true;
        while let Some(paragraph) = paragraphs.next_if(|paragraph| paragraph.passage == at) {
            if !is_first {
                let span = Span::new(start, paragraph.span.start);
                stretches.push(Stretch { span, zone });
                start = span.end;
            }
            is_first = false;
        }
        let span = Span::new(start, passage.span.end);
        stretches.push(Stretch { span, zone });
    }
    stretches
}

/// The sentence a finding about sources is about: (its paragraph's first byte, its place in the paragraph).
fn sentence_of(record: &Record, finding: &Finding) -> Option<(usize, usize)> {
    if !(finding.code.starts_with("ATT") || finding.code.starts_with("DAT1")) {
        return None;
    }
    let paragraph = record.paragraph_at(finding.span.start)?;
    let at = finding.span.start - paragraph.span.start;
    let sentences = &paragraph.reading.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start <= at);
    Some((paragraph.span.start, after.checked_sub(1)?))
}

/// The gravest finding with the others as related places. Among equals a source that is amiss tells more than that there is
/// none, and both tell more than a figure; then the first in the text stands.
fn merged(mut findings: Vec<Finding>) -> Option<Finding> {
    findings.sort_by_key(|finding| {
        let last = match finding.code {
            "DAT101" => 2,
            "ATT001" => 1,
            _ => 0,
        };
        (Reverse(finding.severity), last, finding.span, finding.code)
    });
    let mut findings = findings.into_iter();
    let mut first = findings.next()?;
    for other in findings {
        let is_told = other.span == first.span
            || first
                .related
                .iter()
                .any(|related| related.span == other.span);
        if !is_told {
            first.related.push(Related {
                span: other.span,
                message: format!("{} {}: {}", other.code, other.name, other.message),
            });
        }
    }
    Some(first)
}
