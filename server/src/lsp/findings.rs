//! Findings of a document: made with every rule walled off from the others, published with a bound.

use onrecord_engine::record::{Kept, Record};
use onrecord_engine::rules::{Checked, Finding, RULES, RuleSet, Severity};
use onrecord_engine::text::{Change, Text};
use tower_lsp::lsp_types::{Diagnostic, Range, Url};

use crate::lsp::convert::{Frame, diagnostic};
use crate::lsp::faults::{self, caught};
use crate::lsp::session::Session;
use crate::lsp::told::Told;
use crate::project::Project;
use crate::project::hands::Hands;

/// How many diagnostics a document gets at most. A client takes ten times as long to read them as we to write them:
/// 60,000 would hold an editor up for a third of a second at each key.
const MOST_DIAGNOSTICS: usize = 1000;

/// What the rules find in a record, and whether all of them came to an end. A rule that panics costs its own findings
/// only. `earlier` are the findings of the record it was built on, `kept` what has stayed the same since.
pub(super) fn check(
    record: &Record,
    set: &RuleSet,
    earlier: Option<Checked>,
    kept: &Kept,
) -> (Checked, bool) {
    let all = caught(|| {
        faults::on_purpose(set);
        match earlier {
            Some(earlier) => earlier.again(record, set, kept, &Hands),
            None => Checked::of(record, set, &Hands),
        }
    });
    if let Some(checked) = all {
        return (checked, true);
    }
    let each = RULES.iter().filter(|rule| set.is_on(rule)).map(|rule| {
        let only = RuleSet {
            select: vec![rule.code.to_owned()],
            ..set.clone()
        };
        let found = caught(|| {
            faults::on_purpose(&only);
            Checked::of(record, &only, &Hands)
        });
        if found.is_none() {
            tracing::error!("the rule {} did not come to an end", rule.code);
        }
        found.unwrap_or_default()
    });
    (Checked::together(each), false)
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

/// What was published of the state of a document before this one.
pub(super) struct Before<'a> {
    /// Its text.
    pub(super) text: &'a Text,
    /// Which findings were shown, by their places, in the order of the diagnostics.
    pub(super) shown: &'a [usize],
    /// The diagnostics; those that still stand are taken out.
    pub(super) diagnostics: &'a mut Vec<Told>,
    /// What has changed in the text since.
    pub(super) change: Option<Change>,
}

/// What is to be published of a document.
pub(super) struct Published {
    /// The findings as the client shows them, in text order; beyond the bound the gravest, and at the end a word about
    /// the others.
    pub(super) diagnostics: Vec<Told>,
    /// Which findings are shown, by their places, in the order of the diagnostics.
    pub(super) shown: Vec<usize>,
    /// Whether it is what was published before.
    pub(super) same: bool,
}

impl Published {
    /// The diagnostics, for what is told once.
    pub(super) fn plain(self) -> Vec<Diagnostic> {
        self.diagnostics.into_iter().map(Diagnostic::from).collect()
    }
}

/// The findings as diagnostics. One that was published before and has stayed is only moved along by lines, not made anew.
pub(super) fn diagnostics(
    session: &Session,
    project: &Project,
    text: &Text,
    findings: &Checked,
    uri: &Url,
    before: Option<Before<'_>>,
) -> Published {
    let agreed = session.agreed();
    let frame = Frame {
        text,
        encoding: agreed.encoding,
    };
    let make = |finding: &Finding| {
        let page = page(session, project, finding.code);
        Told::from(diagnostic::of_finding(frame, finding, uri, page, agreed))
    };
    let shown = gravest(findings);
    let mut earlier = Earlier::of(before, frame);
    let mut same = earlier.n_shown == shown.len();
    let mut diagnostics = Vec::with_capacity(shown.len() + 1);
    for (nth, at) in shown.iter().enumerate() {
        let finding = &findings[*at];
        let origin = findings.origin(*at);
        let known = origin.and_then(|origin| earlier.take(origin, nth));
        let (diagnostic, is_same) = known.unwrap_or_else(|| {
            let new = make(finding);
            let is_same = matches!(earlier.diagnostics.get(nth), Some(Some(old)) if *old == new);
            (new, is_same)
        });
        same &= is_same;
        diagnostics.push(diagnostic);
    }
    if shown.len() < findings.len() {
        let more = diagnostic::partly_shown(frame, shown.len(), findings.len());
        let more = Told::from(more);
        same &= earlier.last.as_ref() == Some(&more);
        diagnostics.push(more);
    } else {
        same &= earlier.last.is_none();
    }
    Published {
        diagnostics,
        shown,
        same,
    }
}

/// The diagnostics of the state before, while those of the next are put together.
struct Earlier {
    n_shown: usize,
    /// The place of each shown finding among the diagnostics, by the finding's place; sorted.
    places: Vec<(usize, usize)>,
    diagnostics: Vec<Option<Told>>,
    /// The word about findings not shown.
    last: Option<Told>,
    /// The lines touched by the change, in the old text, and by how many lines what comes behind them moves.
    lines: Option<(u32, u32, i64)>,
}

impl Earlier {
    fn of(before: Option<Before<'_>>, now: Frame<'_>) -> Earlier {
        let Some(before) = before else {
            return Earlier {
                n_shown: usize::MAX,
                places: Vec::new(),
                diagnostics: Vec::new(),
                last: None,
                lines: None,
            };
        };
        let then = Frame {
            text: before.text,
            encoding: now.encoding,
        };
        let lines = before.change.map(|change| {
            let first = then.position(change.old.start).line;
            let last = then.position(change.old.end).line;
            let moved = i64::from(now.position(change.new.end).line) - i64::from(last);
            (first, last, moved)
        });
        let mut diagnostics: Vec<_> = std::mem::take(before.diagnostics)
            .into_iter()
            .map(Some)
            .collect();
        let last = diagnostics.drain(before.shown.len()..).next().flatten();
        Earlier {
            n_shown: before.shown.len(),
            places: before.shown.iter().copied().zip(0..).collect(),
            diagnostics,
            last,
            lines,
        }
    }

    /// The diagnostic of the finding that had the place `origin`, moved along, and whether it is the very one that was at
    /// place `nth`; `None` if the change touches its lines.
    fn take(&mut self, origin: usize, nth: usize) -> Option<(Told, bool)> {
        let at = self
            .places
            .binary_search_by_key(&origin, |place| place.0)
            .ok()?;
        let at = self.places[at].1;
        let Some((first, last, moved)) = self.lines else {
            return Some((self.diagnostics[at].take()?, at == nth));
        };
        let told = self.diagnostics[at].as_mut()?;
        let touched = |range: &Range| range.start.line <= last && range.end.line >= first;
        let diagnostic = told.diagnostic();
        let mut related = diagnostic.related_information.iter().flatten();
        if touched(&diagnostic.range) || related.any(|it| touched(&it.location.range)) {
            return None;
        }
        let is_moved = told.follow(last, moved)?;
        Some((self.diagnostics[at].take()?, at == nth && !is_moved))
    }
}

/// The places of as many findings as are shown, in text order: the gravest, and of equally grave ones the first.
fn gravest(findings: &[Finding]) -> Vec<usize> {
    let mut rooms = [0; 4];
    for finding in findings {
        rooms[rank(finding.severity)] += 1;
    }
    let mut left = MOST_DIAGNOSTICS;
    for room in &mut rooms {
        *room = left.min(*room);
        left -= *room;
    }
    let mut shown = Vec::with_capacity(findings.len().min(MOST_DIAGNOSTICS));
    for (at, finding) in findings.iter().enumerate() {
        let room = &mut rooms[rank(finding.severity)];
        if *room > 0 {
            *room -= 1;
            shown.push(at);
        }
    }
    shown
}

/// The gravest first.
fn rank(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
        Severity::Hint => 3,
    }
}

#[cfg(test)]
mod tests {
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
        assert!(shown.is_sorted());
        let errors = shown
            .iter()
            .filter(|at| findings[**at].severity == Severity::Error);
        assert_eq!(errors.count(), 750);
        assert_eq!(findings[shown[1]].span.start, 1);
        let hints = shown.iter().filter(|at| at.is_multiple_of(2)).copied();
        assert!(hints.eq((0..500).step_by(2)), "of the hints the first");
        assert_eq!(gravest(&findings[..7]), [0, 1, 2, 3, 4, 5, 6]);
    }
}
