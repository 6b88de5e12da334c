//! One finding about sources and figures a sentence, also where a rule over the whole record has found one of them.
//!
//! What rules find in one paragraph they settle among themselves ([`crate::rules::Findings`]); what is found over the whole
//! record meets it only here.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::record::Record;
use crate::rules::Related;
use crate::rules::findings::{is_about_sources, told_beside};
use crate::text::Span;

use super::Checked;
use super::units::Home;

impl Checked {
    /// Puts back what was set aside, and takes it off the findings it was told beside: those are no longer what they were.
    pub(super) fn call_back(&mut self) {
        if self.aside.is_empty() {
            return;
        }
        let aside = std::mem::take(&mut self.aside);
        let told: BTreeSet<(Span, String)> = aside
            .iter()
            .map(|(finding, _)| (finding.span, told_beside(finding)))
            .collect();
        let is_own = |related: &Related| !told.contains(&(related.span, related.message.clone()));
        for (finding, (_, origin)) in self.findings.iter_mut().zip(&mut self.homes) {
            let n_before = finding.related.len();
            finding.related.retain(is_own);
            if finding.related.len() < n_before {
                *origin = None;
            }
        }
        self.add(aside);
    }

    /// Sets aside what stands in one sentence with a graver finding, where one of them is of the whole record; it is told
    /// beside that one.
    pub(super) fn make_room(&mut self, record: &Record) {
        let mut out: BTreeSet<usize> = BTreeSet::new();
        for at in 0..self.findings.len() {
            let is_whole = matches!(self.homes[at].0, Home::Whole(_));
            if !is_whole || !is_about_sources(self.findings[at].code) {
                continue;
            }
            let Some(sentence) = sentence_at(record, self.findings[at].span.start) else {
                continue;
            };
            let first = self
                .findings
                .partition_point(|other| other.span.start < sentence.start);
            let mut here: Vec<usize> = (first..self.findings.len())
                .take_while(|&other| self.findings[other].span.start < sentence.end)
                .filter(|&other| is_about_sources(self.findings[other].code))
                .collect();
            here.sort_by_key(|&other| {
                let is_whole = matches!(self.homes[other].0, Home::Whole(_));
                (Reverse(self.findings[other].severity), is_whole, other)
            });
            let mut here = here.into_iter();
            let Some(first) = here.next() else { continue };
            for other in here {
                if out.insert(other) {
                    let told = Related {
                        span: self.findings[other].span,
                        message: told_beside(&self.findings[other]),
                    };
                    self.findings[first].related.push(told);
                    self.homes[first].1 = None;
                }
            }
        }
        for at in out.into_iter().rev() {
            let (home, _) = self.homes.remove(at);
            self.aside.push((self.findings.remove(at), home));
        }
    }
}

/// The sentence in which a byte of the document stands.
fn sentence_at(record: &Record, byte: usize) -> Option<Span> {
    let paragraphs = record.paragraphs();
    let after = paragraphs.partition_point(|paragraph| paragraph.span.start <= byte);
    let paragraph = paragraphs.get(after.checked_sub(1)?)?;
    let base = paragraph.span.start;
    let sentence = paragraph.reading.sentence_at(byte - base)?;
    Some(sentence.span.place(base))
}
