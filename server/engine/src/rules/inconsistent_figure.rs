//! # DAT103 inconsistent-figure
//!
//! ## What it finds
//! The same thing counted twice in the text around the turns, with two figures.
//!
//! The two must name the same person or place, or say of what they are; “some 30” agrees with any.
//!
//! Only this document is looked at. How often it is right has not been measured.
//!
//! ## Why it matters
//! One of the two is wrong, or they count different things and the text does not say so.
//! How sure: nothing is known of what is counted but its words, so this is for information.
//!
//! ## Flagged
//! ```transcript
//! The port of Zenda received 30 delegates from the coast. Later 28 delegates left Zenda again.
//!                                                               ^^^^^^^^^^^^ inconsistent-figure
//! ```
//! ```transcript
//! They kept the 80th anniversary of the treaty. The 70th anniversary of the treaty was kept in silence.
//!                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ inconsistent-figure
//! ```
//!
//! ## Accepted
//! ```transcript
//! The port of Zenda received some 30 delegates. On Friday 28 delegates left Zenda again.
//! ```
//! ```transcript
//! In May 30 delegates came to Zenda. In June 28 delegates came to Streslau.
//! ```
//!
//! ## What to do
//! Give one figure, or say what each of them counts.

use foldhash::{HashMap, HashMapExt};

use crate::reading::WordList;
use crate::record::Record;
use crate::transcript::Zone;

use super::counted::{Counted, counted};
use super::rule::Check;
use super::{Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT103",
    name: "inconsistent-figure",
    levels: Levels::all(Severity::Info),
    source: include_str!("inconsistent_figure.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    for counted in counted(
        look.words,
        &look.said.reading,
        look.paragraph.opening.language,
    ) {
        seen.say((counted.what, counted.number, counted.names));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut first: HashMap<String, Counted> = HashMap::new();
    for paragraph in record.paragraphs() {
        if paragraph.zone == Zone::Turn {
            continue;
        }
        for counted in counted(
            paragraph.span.of(record.content()),
            &paragraph.reading,
            paragraph.opening.language,
        ) {
            let counted = counted.placed(paragraph.span.start);
            let Some(earlier) = first.get(&counted.what) else {
                first.insert(counted.what.clone(), counted);
                continue;
            };
            let says_of_what = paragraph
                .opening
                .language
                .holds(WordList::Links, &counted.what);
            let shares_name = counted
                .names
                .iter()
                .any(|name| earlier.names.contains(name));
            if earlier.number == counted.number || !(says_of_what || shares_name) {
                continue;
            }
            let content = record.content();
            let message = format!(
                "“{}” here, “{}” before.",
                counted.span.of(content),
                earlier.span.of(content)
            );
            let earlier = earlier.span;
            if let Some(finding) = findings.add(Some(paragraph.zone), counted.span, message) {
                finding.relate(earlier, "the figure before");
            }
        }
    }
}
