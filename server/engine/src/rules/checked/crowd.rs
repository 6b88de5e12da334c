//! One finding about sources and figures a sentence, also where a rule over the whole record has found one of them.
//!
//! What rules find in one paragraph they settle among themselves ([`crate::rules::Findings`]); what is found over the whole
//! record meets it only here.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::record::Record;
use crate::rules::findings::{is_about_sources, told_beside};
use crate::rules::{Finding, Related};
use crate::text::{Change, Span};

use super::units::Home;
use super::{Checked, SINGLY};

impl Checked {
    /// Puts back what was set aside in the paragraphs `around`, or anywhere, and takes it off the findings it was told beside:
    /// those are no longer what they were. Its places are those before `change`, the paragraphs those of `record`, after it.
    pub(super) fn call_back(
        &mut self,
        record: &Record,
        change: Option<Change>,
        around: Option<&BTreeSet<Home>>,
    ) {
        let is_back = |(finding, _): &(Finding, Home)| {
            around.is_none_or(|around| {
                let now = change.map_or(finding.span, |change| change.moved_span(finding.span));
                let at = paragraph_at(record, now.start);
                at.is_none_or(|at| around.contains(&Home::Paragraph(at)))
            })
        };
        let aside = std::mem::take(&mut self.aside);
        let (back, stays): (Vec<_>, Vec<_>) = aside.into_iter().partition(is_back);
        self.aside = stays;
        if back.is_empty() {
            return;
        }
        let told: BTreeSet<(Span, String)> = back
            .iter()
            .map(|(finding, _)| (finding.span, told_beside(finding)))
            .collect();
        let is_own = |related: &Related| !told.contains(&(related.span, related.message.clone()));
        let hosts = self.findings.iter_mut().zip(&mut self.homes);
        for (finding, (_, origin)) in hosts.filter(|(finding, _)| !finding.related.is_empty()) {
            let n_before = finding.related.len();
            finding.related.retain(is_own);
            if finding.related.len() < n_before {
                *origin = None;
            }
        }
        self.add(back);
    }

    /// Sets aside what stands in one sentence with a graver finding, where one of them is of the whole record; it is told
    /// beside that one. Looked at are the paragraphs `around`, or all.
    pub(super) fn make_room(&mut self, record: &Record, around: Option<&BTreeSet<Home>>) {
        let mut out: BTreeSet<usize> = BTreeSet::new();
        for at in self.places_in(record, around) {
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
        if out.len() <= SINGLY {
            for at in out.into_iter().rev() {
                let (home, _) = self.homes.remove(at);
                self.aside.push((self.findings.remove(at), home));
            }
            return;
        }
        let findings = std::mem::take(&mut self.findings).into_iter();
        let homes = std::mem::take(&mut self.homes);
        for (at, (finding, home)) in findings.zip(homes).enumerate() {
            if out.contains(&at) {
                self.aside.push((finding, home.0));
            } else {
                self.findings.push(finding);
                self.homes.push(home);
            }
        }
    }

    /// The places of the findings in the paragraphs `around`, or of all.
    fn places_in(&self, record: &Record, around: Option<&BTreeSet<Home>>) -> Vec<usize> {
        let Some(around) = around else {
            return (0..self.findings.len()).collect();
        };
        let place = |byte: usize| {
            self.findings
                .partition_point(|finding| finding.span.start < byte)
        };
        let paragraphs = around.iter().filter_map(|home| match home {
            Home::Paragraph(at) => record.paragraphs().get(*at),
            _ => None,
        });
        paragraphs
            .flat_map(|paragraph| place(paragraph.span.start)..place(paragraph.span.end))
            .collect()
    }
}

/// The place of the paragraph in which a byte of the document stands.
fn paragraph_at(record: &Record, byte: usize) -> Option<usize> {
    let paragraphs = record.paragraphs();
    let after = paragraphs.partition_point(|paragraph| paragraph.span.start <= byte);
    after.checked_sub(1)
}

/// The sentence in which a byte of the document stands.
fn sentence_at(record: &Record, byte: usize) -> Option<Span> {
    let paragraph = record.paragraphs().get(paragraph_at(record, byte)?)?;
    let base = paragraph.span.start;
    let sentence = paragraph.reading.sentence_at(byte - base)?;
    Some(sentence.span.place(base))
}
