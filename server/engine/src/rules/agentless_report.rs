//! # ATT103 agentless-report
//!
//! ## What it finds
//! A report whose reporter has been left out: “it was stressed that”, “is believed to”, “there are reports that”, “were discussed”.
//!
//! In a turn what may or must be said (“it cannot be denied that”) and talk of topics are left out.
//!
//! On some two hundred sentences of diplomatic readouts, labelled by hand, it finds all and no others; on news it has not been
//! measured.
//!
//! ## Why it matters
//! Somebody stressed, believes or reports it; without the name nobody can be asked, and nobody is bound by it.
//!
//! ## Flagged
//! ```transcript
//! It was stressed that cooperation between the ministries would deepen.
//!    ^^^^^^^^^^^^ agentless-report
//! ```
//! ```transcript
//! The general is believed to have left the country.
//!             ^^^^^^^^^^^ agentless-report
//! ```
//!
//! ## Accepted
//! ```transcript
//! It was stressed by both foreign ministers that cooperation would deepen.
//! ```
//! ```transcript
//! It was raining when the delegation arrived.
//! ```
//!
//! ## What to do
//! Say who stressed, agreed or reported it.

use crate::reading::Shape;
use crate::record::{Paragraph, Record};
use crate::text::Span;
use crate::transcript::Zone;

use super::sources::{self, Report};
use super::{Check, Edit, Finding, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT103",
    name: "agentless-report",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("agentless_report.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for report in sources::reports(paragraph) {
        let attribution = report.attribution;
        let Some(cue) = attribution.cue else {
            continue;
        };
        if !attribution.shape.is_agentless() || attribution.source.is_some() {
            continue;
        }
        // In talk “it is supposed to be” is a duty, and “questions were raised” no readout.
        let is_talk = paragraph.zone == Zone::Turn;
        let words = paragraph.span.of(record.content());
        let is_duty = attribution.shape == Shape::Raising && cue.of(words).contains("supposed");
        // “It cannot be denied that”, “should be said”: what may or must be said nobody has said yet.
        let is_open = cue.of(words).starts_with("be ");
        if is_talk && (is_duty || is_open || attribution.shape == Shape::Discussion) {
            continue;
        }
        // “There are signs of …, the minister said”: the signs are the minister's.
        if attribution.shape == Shape::Existential && report.told_by(record).is_some() {
            continue;
        }
        let span = cue.place(report.paragraph.span.start);
        let words = span.of(record.content());
        let left_out = match attribution.shape {
            Shape::ItPassive => "who said so",
            Shape::Raising => "whose view it is",
            Shape::Existential => "who reports it",
            _ => "who took part",
        };
        let message = format!("“{words}” leaves out {left_out}.");
        if let Some(finding) = findings.add(Some(report.paragraph.zone), span, message) {
            report.finish(record, finding);
            offer(record, &report, span, finding);
        }
    }
}

/// Offers to name who said so, behind the word of saying: those the paragraph names, people where nobody in it speaks.
fn offer(record: &Record, report: &Report<'_>, cue: Span, finding: &mut Finding) {
    let paragraph = report.paragraph;
    let Some(by) = paragraph.opening.language.by() else {
        return;
    };
    // “There are reports by …” would be another report, and talks that “covered” a topic have no room for it.
    let passive = matches!(report.attribution.shape, Shape::ItPassive | Shape::Raising);
    if !passive && !cue.of(record.content()).contains(' ')
        || report.attribution.shape == Shape::Existential
    {
        return;
    }
    let words = paragraph.span.of(record.content());
    let at = cue.end - paragraph.span.start;
    let mut names = sources::nearest(paragraph, words, at);
    if names.is_empty() {
        names = sources::named(paragraph, words, at);
    }
    for name in names {
        finding.suggest(
            format!("Add “{by} {name}”, if so"),
            vec![Edit::replace(
                Span::new(cue.end, cue.end),
                format!(" {by} {name}"),
            )],
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::offered::offered;

    #[test]
    fn those_the_paragraph_names_are_offered() {
        assert_eq!(
            offered(
                "The harbour ministry said the port was open. It was stressed that trade would grow.",
                "ATT103"
            ),
            [
                "The harbour ministry said the port was open. It was stressed by the harbour ministry that trade would grow."
            ]
        );
        assert_eq!(
            offered(
                "Ada Vane met Tomas Lind. Trade and fishing were discussed.",
                "ATT103"
            ),
            [
                "Ada Vane met Tomas Lind. Trade and fishing were discussed by Tomas Lind.",
                "Ada Vane met Tomas Lind. Trade and fishing were discussed by Ada Vane."
            ]
        );
    }

    #[test]
    fn nothing_is_offered_where_nobody_is_named() {
        assert!(offered("It was stressed that trade would grow.", "ATT103").is_empty());
    }
}
