//! # ATT004 delayed-attribution
//!
//! ## What it finds
//! Two or more sentences of claims, or of a quotation, before their source appears at the end.
//!
//! Only where one of them is a strong claim or all of them stand in quotation marks.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Until the source appears a reader takes the claims for the outlet's own; wire services put the source at the first break.
//!
//! ## Flagged
//! ```transcript
//! Prices fell by 30 percent. Shops are full again. Exports doubled, the governor said.
//!                                                                   ^^^^^^^^^^^^^^^^^ delayed-attribution
//! ```
//! ```transcript
//! “The line is open. Trains run hourly. Nobody waits any longer,” the director of the railway said.
//!                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ delayed-attribution
//! ```
//!
//! ## Accepted
//! ```transcript
//! Prices fell by 30 percent, the governor said. Shops are full again, she added.
//! ```
//! ```transcript
//! The governor said: “Prices fell. Shops are full. Nobody waits.”
//! ```
//!
//! ## What to do
//! Put the source behind the first clause.

use crate::reading::{Grade, Shape};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT004",
    name: "delayed-attribution",
    levels: Levels::narrative(Severity::Hint),
    source: include_str!("delayed_attribution.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let reading = &paragraph.reading;
    // The first report with a source; nothing before it may have one, nor come from the paragraph before.
    let Some(report) = reading
        .attributions
        .iter()
        .find(|found| found.source.is_some())
    else {
        return;
    };
    let (Some(source), Some(cue)) = (report.source, report.cue) else {
        return;
    };
    let comes_last = matches!(
        report.shape,
        Shape::ContentSourceCue | Shape::ContentCueSource
    );
    let n_before = report.sentence.at();
    if !comes_last || n_before < 2 || report.grade < Grade::Institution {
        return;
    }
    let before = &reading.sentences[..n_before];
    let is_free = paragraph.standings[..n_before]
        .iter()
        .all(|standing| !standing.inherited);
    let all_quoted = before.iter().all(|sentence| {
        is_quoted(
            paragraph,
            LocalSpan::new(sentence.span.end() - 1, sentence.span.end()),
        )
    });
    let has_claim = before.iter().any(|sentence| {
        sentence
            .triggers
            .iter()
            .any(|trigger| trigger.kind.is_strong() && !is_quoted(paragraph, trigger.span))
    });
    if !is_free || !(all_quoted || has_claim) {
        return;
    }
    let span = LocalSpan::new(source.start().min(cue.start()), source.end().max(cue.end()));
    let words = span.of(paragraph.span.of(record.content()));
    let message = format!(
        "“{words}” comes after {n_before} sentences that stand without a source until then."
    );
    let span = span.place(paragraph.span.start);
    if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
        let first = before[0].span.place(paragraph.span.start);
        finding.relate(first, "where the claims begin");
        if let Some(edits) = moved(record.content(), first, span, all_quoted) {
            finding.suggest("Put the source behind the first sentence", edits);
        }
    }
}

/// The edits that put a tag (“she said”) behind the first sentence; `None` where more than a stop follows it, or no plain
/// stop ends that sentence.
fn moved(content: &str, first: Span, tag: Span, quoted: bool) -> Option<Vec<Edit>> {
    let words = tag.of(content);
    let after = content.get(tag.end..)?;
    let head = first.of(content);
    let stop = first.start + head.strip_suffix('.').map(str::len)?;
    if !after.starts_with('.') || stop >= tag.start {
        return None;
    }
    let before = content[..tag.start].trim_end();
    if !quoted {
        let comma = before.strip_suffix(',')?.len();
        return Some(vec![
            Edit::replace(Span::new(stop, stop), format!(", {words}")),
            Edit::remove(Span::new(comma, tag.end)),
        ]);
    }
    // “The line is open. Nobody waits,” she said. The quotation closes before the tag and opens again behind it.
    let (open, close) = MARKS
        .iter()
        .find(|(open, close)| head.starts_with(open) && before.ends_with(close))?;
    let last = before.strip_suffix(close)?;
    let comma = last.strip_suffix(',')?.len();
    let rest = &content[stop + 1..];
    let next = content.len() - rest.trim_start().len();
    (next < comma).then(|| {
        vec![
            Edit::replace(Span::new(stop, next), format!(",{close} {words}. {open}")),
            Edit::replace(Span::new(comma, tag.end + 1), format!(".{close}")),
        ]
    })
}

/// The marks a quotation opens and closes with.
const MARKS: [(&str, &str); 3] = [("“", "”"), ("\"", "\""), ("«", "»")];

#[cfg(test)]
mod tests {
    use crate::rules::offered::offered;

    #[test]
    fn the_tag_moves_behind_the_first_sentence() {
        assert_eq!(
            offered(
                "Smugglers betrayed the town. Shops are full again. Ships came back, Mayor Orlova said.",
                "ATT004"
            ),
            [
                "Smugglers betrayed the town, Mayor Orlova said. Shops are full again. Ships came back."
            ]
        );
        assert_eq!(
            offered(
                "“The line is open. Trains run hourly. Nobody waits,” Ona Reed said.",
                "ATT004"
            ),
            ["“The line is open,” Ona Reed said. “Trains run hourly. Nobody waits.”"]
        );
    }
}
