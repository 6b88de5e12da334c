//! # CLM004 contradicting-figure
//!
//! ## What it finds
//! Another figure for the same thing by the same speaker in the same document, or in a record that its sidecar names.
//!
//! How often it is right has not been measured.
//!
//! ## Why it matters
//! Both cannot be right, if they count the same at the same time; a fact-checker wants to see the two together.
//!
//! ## Flagged
//! ```transcript
//! Ada Vane: We have built 300 schools in the valley.
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: Nobody else would have built 200 schools in the valley.
//!                                        ^^^^^^^^^^^ contradicting-figure
//!
//! Rudolf Elphberg: Let us go on.
//!
//! Ada Vane: Again, it was 250 schools in the valley.
//!                         ^^^^^^^^^^^ contradicting-figure
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: We have built 300 schools in the valley.
//!
//! Rudolf Elphberg: You built 200 schools.
//!
//! Ada Vane: In the first year we built 300 schools, and in the second about 200 schools.
//! ```
//!
//! ## What to do
//! Ask which of the two is meant, or over what time.

use foldhash::{HashMap, HashMapExt};

use crate::record::Record;

use super::counted::{Counted, counted};
use super::labels::{speaker, with_linked};
use super::rule::Check;
use super::{Findings, Levels, Look, Profile, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "CLM004",
    name: "contradicting-figure",
    levels: Levels::all(Severity::Hint).only_in(Profile::Triage),
    source: include_str!("contradicting_figure.rs"),
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

/// A figure with the text it stands in, and that text's file if it is another document.
struct Told<'a> {
    counted: Counted,
    content: &'a str,
    file: Option<&'a str>,
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut first: HashMap<(String, String), Told<'_>> = HashMap::new();
    for (record, file) in with_linked(record) {
        let content = record.content();
        for paragraph in record.paragraphs() {
            let Some(speaker) = speaker(record, paragraph) else {
                continue;
            };
            let words = paragraph.span.of(content);
            for counted in counted(words, &paragraph.reading, paragraph.opening.language) {
                let counted = counted.placed(paragraph.span.start);
                let key = (speaker.clone(), counted.what.clone());
                let Some(earlier) = first.get(&key) else {
                    let told = Told {
                        counted,
                        content,
                        file,
                    };
                    first.insert(key, told);
                    continue;
                };
                // What another document says of itself is its own matter.
                if earlier.counted.number == counted.number || file.is_some() {
                    continue;
                }
                let before = earlier
                    .file
                    .map_or_else(|| "before".to_owned(), |file| format!("in {file}"));
                let message = format!(
                    "{speaker} says “{}” here and “{}” {before}.",
                    counted.span.of(content),
                    earlier.counted.span.of(earlier.content)
                );
                let place = earlier.file.is_none().then_some(earlier.counted.span);
                let Some(finding) = findings.add(Some(paragraph.zone), counted.span, message)
                else {
                    continue;
                };
                if let Some(place) = place {
                    finding.relate(place, "the figure before");
                }
            }
        }
    }
}
