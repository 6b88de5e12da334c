//! # ATT102 vague-source
//!
//! ## What it finds
//! A report whose source is a group without bounds: critics, experts, many, the West.
//!
//! In a turn only what is reported counts: a group, its verb, and the words ascribed to it. A group that is counted (“61 % of
//! voters in the March poll”) has its bounds.
//!
//! It is rare on news pages: in 350 of them and 16 about diplomacy it found ten, of which seven were right, some after what
//! was wrong on the same pages had been mended; the others take for a report what a group only does.
//!
//! ## Why it matters
//! Such a group cannot be asked or counted, and nobody in it can disown the words.
//!
//! ## Flagged
//! ```transcript
//! Critics say the law was written overnight.
//! ^^^^^^^ vague-source
//! ```
//! ```transcript
//! According to many observers, the vote was lost before it began.
//!              ^^^^^^^^^^^^^^ vague-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! Critics including the bar association's Paul Renner say the law was written overnight.
//! ```
//! ```transcript
//! Most members voted for the motion.
//! ```
//!
//! ## What to do
//! Name at least one of them, or give a figure with its source.

use std::sync::LazyLock;

use crate::reading::{Grade, Shape, WordList};
use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::phrases::Phrases;
use super::sources::{self, Report};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT102",
    name: "vague-source",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("vague_source.rs"),
    check: Check::Paragraph(check),
};

static THINKING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("vague_source/thinking.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for report in sources::reports(paragraph) {
        let attribution = report.attribution;
        let Some(source) = attribution.source else {
            continue;
        };
        let is_vague = (attribution.grade == Grade::Vague || attribution.head.is_none())
            && attribution.shape != Shape::Hearsay
            && report.head_is_group(record)
            && !sources::is_media(source.of(paragraph.span.of(record.content())));
        if !is_vague || is_hypothetical(record, &report) || names_one(record, &report) {
            continue;
        }
        let words = paragraph.span.of(record.content());
        // “61 % of voters in the March poll” are counted; “most” alone, doing something, are those just named.
        let said = source.of(words);
        let language = paragraph.opening.language;
        let is_counted = said.contains(|c: char| c.is_ascii_digit());
        let is_bare = !said.contains(' ')
            && language.lists(WordList::Quantities, said)
            && !report.tells_what(words);
        if is_counted || is_bare {
            continue;
        }
        let is_thought = attribution
            .cue
            .is_some_and(|cue| THINKING.is_in(cue.of(words)));
        // “Nobody ever says that” reports nobody either.
        let is_nobody = sources::is_nobody(source.of(words), language);
        let tells_what = report.tells_what(words);
        if paragraph.zone == Zone::Turn && (is_thought || is_nobody || !tells_what)
            || is_thought && !tells_what
        {
            continue;
        }
        let span = source.place(report.paragraph.span.start);
        let words = span.of(record.content());
        let message = format!("“{words}” is a group without bounds, and nobody of it is named.");
        if let Some(finding) = findings.add(Some(report.paragraph.zone), span, message) {
            if report.is_followed_by_a_name(record) {
                finding.severity = finding.severity.min(Severity::Hint);
            }
            report.finish(record, finding);
        }
    }
}

/// “People would say that …” reports nobody.
fn is_hypothetical(record: &Record, report: &Report<'_>) -> bool {
    let (Some(source), Some(cue)) = (report.attribution.source, report.attribution.cue) else {
        return false;
    };
    let words = report.paragraph.span.of(record.content());
    let language = report.paragraph.opening.language;
    // “He begged reporters to ask”, “not letting voters know”: nobody has said anything yet.
    let is_infinitive = source.end() <= cue.start()
        && language.lists(
            WordList::Infinitive,
            words[source.end()..cue.start()].trim(),
        );
    let said = source.of(words);
    if is_infinitive
        || said.starts_with("letting ")
        || words[..source.start()].ends_with("letting ")
    {
        return true;
    }
    let between = if source.end() <= cue.start() {
        &words[source.end()..cue.end()]
    } else {
        ""
    };
    between
        .split(|c: char| !c.is_alphabetic())
        .any(|word| language.lists(WordList::Modals, word))
}

/// “Critics including …”, “experts such as …”.
fn names_one(record: &Record, report: &Report<'_>) -> bool {
    let Some(source) = report.attribution.source else {
        return false;
    };
    let words = report.paragraph.span.of(record.content());
    let after = words[source.end()..].trim_start_matches([' ', ',']);
    let naming = report.paragraph.opening.language.list(WordList::Naming);
    let said = source.of(words);
    let is_free = |rest: &str| rest.starts_with(' ');
    naming.iter().any(|opening| {
        let follows = after.strip_prefix(&**opening).is_some_and(is_free);
        let mut within = said.match_indices(&**opening);
        follows || within.any(|(at, _)| is_free(&said[at + opening.len()..]))
    })
}
