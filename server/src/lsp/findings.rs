//! Findings of a document: made with every rule walled off from the others, published with a bound.

use std::cmp::Reverse;

use onrecord_engine::record::Record;
use onrecord_engine::rules::{self, Finding, RULES, RuleSet};
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::lsp::convert::{Frame, diagnostic};
use crate::lsp::faults::{self, caught};
use crate::lsp::session::Session;
use crate::project::Project;

/// How many diagnostics a document gets at most. A client takes ten times as long to read them as we to write them:
/// 60,000 would hold an editor up for a third of a second at each key.
const MOST_DIAGNOSTICS: usize = 1000;

/// What the rules find in a record, and whether all of them came to an end. A rule that panics costs its own findings only.
pub(super) fn check(record: &Record, set: &RuleSet) -> (Vec<Finding>, bool) {
    if let Some(findings) = caught(|| run(record, set)) {
        return (findings, true);
    }
    let mut findings = Vec::new();
    for rule in RULES.iter().filter(|rule| set.is_on(rule)) {
        let only = RuleSet {
            select: vec![rule.code.to_owned()],
            ..set.clone()
        };
        if let Some(found) = caught(|| run(record, &only)) {
            findings.extend(found);
        } else {
            tracing::error!("the rule {} did not come to an end", rule.code);
        }
    }
    findings.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
    (findings, false)
}

fn run(record: &Record, set: &RuleSet) -> Vec<Finding> {
    faults::on_purpose(set);
    rules::check(record, set)
}

/// Where the page of a rule is found: at the project's own address, else on disk; `None` if the client follows no such link.
pub(super) fn page(session: &Session, project: &Project, code: &'static str) -> Option<Url> {
    if !session.agreed().code_pages {
        return None;
    }
    match project.rule_page(code) {
        Some(address) => Url::parse(&address).ok(),
        None => session.pages.link(code),
    }
}

/// The findings as the client shows them, in text order; beyond the bound the gravest, and a word about the others.
pub(super) fn diagnostics(
    session: &Session,
    project: &Project,
    text: &Text,
    findings: &[Finding],
    uri: &Url,
) -> Vec<Diagnostic> {
    let agreed = session.agreed();
    let frame = Frame {
        text,
        encoding: agreed.encoding,
    };
    let shown = gravest(findings);
    let mut diagnostics = Vec::with_capacity(shown.len() + 1);
    if shown.len() < findings.len() {
        diagnostics.push(diagnostic::partly_shown(shown.len(), findings.len()));
    }
    for finding in shown {
        let page = page(session, project, finding.code);
        diagnostics.push(diagnostic::of_finding(frame, finding, uri, page, agreed));
    }
    diagnostics
}

/// As many findings as are shown, in text order.
fn gravest(findings: &[Finding]) -> Vec<&Finding> {
    let mut shown: Vec<&Finding> = findings.iter().collect();
    if shown.len() > MOST_DIAGNOSTICS {
        // Both sorts are stable: what is equally grave stays in text order, and the first ones stay.
        shown.sort_by_key(|finding| Reverse(finding.severity));
        shown.truncate(MOST_DIAGNOSTICS);
        shown.sort_by_key(|finding| (finding.span, finding.code));
    }
    shown
}

#[cfg(test)]
mod tests {
    use onrecord_engine::rules::Severity;
    use onrecord_engine::text::Span;

    use super::*;

    #[test]
    fn of_too_many_findings_the_gravest_are_shown_in_text_order() {
        let finding = |at: usize| Finding {
            code: "FMT002",
            name: "stray-sentence-break",
            severity: if at.is_multiple_of(2) {
                Severity::Hint
            } else {
                Severity::Error
            },
            span: Span::new(at, at + 1),
            message: String::new(),
            zone: None,
            related: Vec::new(),
            fixes: Vec::new(),
        };
        let findings: Vec<Finding> = (0..1500).map(finding).collect();
        let shown = gravest(&findings);
        assert_eq!(shown.len(), MOST_DIAGNOSTICS);
        assert!(shown.is_sorted_by_key(|finding| finding.span));
        let errors = shown
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        assert_eq!(errors.count(), 750);
        assert_eq!(shown[1].span.start, 1);
    }
}
