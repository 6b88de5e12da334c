//! Gathers what the rules find, and keeps one finding where several rules speak of the same sentence.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::reading::Grade;
use crate::record::Paragraph;
use crate::text::Span;
use crate::transcript::Zone;

use super::finding::fitting;
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

    /// What is added from now on is this rule's.
    pub(super) fn begin(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
    }

    /// Whether the profile asks for the finer findings too.
    pub fn is_strict(&self) -> bool {
        self.set.profile == Profile::Strict
    }

    /// Whether claims worth checking are asked for.
    pub fn is_triage(&self) -> bool {
        self.set.profile == Profile::Triage
    }

    /// Whether the running rule has a weight in this zone.
    pub fn looks_at(&self, zone: Zone) -> bool {
        self.rule
            .is_some_and(|rule| self.set.level(rule, Some(zone)).is_some())
    }

    /// Who publishes the narrative, if the project says so.
    pub fn outlet(&self) -> Option<&str> {
        self.set.outlet.as_deref()
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
            message: fitting(message),
            zone,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.findings.last_mut()
    }

    /// All findings in a file of ours in text order, then by code.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        self.findings
            .sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        self.findings
    }

    /// All findings; of those about the source of one sentence of `paragraph`, the one they were found in, the gravest is
    /// left, the others are told as its related places.
    pub(super) fn finish(self, paragraph: Option<&Paragraph>) -> Vec<Finding> {
        let Some(paragraph) = paragraph.filter(|_| self.findings.len() > 1) else {
            return self.findings;
        };
        let mut kept = Vec::new();
        let mut by_sentence: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
        for finding in self.findings {
            match sentence_of(paragraph, &finding) {
                Some(sentence) => by_sentence.entry(sentence).or_default().push(finding),
                None => kept.push(finding),
            }
        }
        kept.extend(by_sentence.into_values().filter_map(merged));
        kept
    }
}

/// Whether a rule is one of those of which a sentence has one finding at most.
pub(super) fn is_about_sources(code: &str) -> bool {
    code.starts_with("ATT") || code.starts_with("DAT1")
}

/// A finding as it is told beside a graver one.
pub(super) fn told_beside(finding: &Finding) -> String {
    format!("{} {}: {}", finding.code, finding.name, finding.message)
}

/// The sentence of its paragraph that a finding about sources is about, by its place.
fn sentence_of(paragraph: &Paragraph, finding: &Finding) -> Option<usize> {
    if !is_about_sources(finding.code) {
        return None;
    }
    let at = finding.span.start.checked_sub(paragraph.span.start)?;
    let sentences = &paragraph.reading.sentences;
    let after = sentences.partition_point(|sentence| sentence.span.start() <= at);
    after.checked_sub(1)
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
                message: told_beside(&other),
            });
        }
    }
    Some(first)
}

#[cfg(test)]
mod tests;
