//! # NAM007 name-in-two-scripts-unlinked
//!
//! ## What it finds
//! A name in Cyrillic or Greek letters that fits a known person by its romanisation, while the register has no name of the
//! person in that script. Told once for each person. In a text written in that script only a surname of several people is told
//! that stands alone everywhere: there a full name, one beside an office of the person, and one that nobody else bears leave
//! no more doubt than they do in Latin letters.
//!
//! ## Why it matters
//! The match is by sound alone; a namesake may be meant. Once the spelling stands in a registry, it is certain.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "boris-lindov"
//! name = "Boris Lindov"
//! family = "Lindov"
//! given = "Boris"
//! aliases = [{ text = "Борис Линдов", script = "Cyrl" }]
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The plate at the door says Ада Орлова in gilded letters.
//!                            ^^^^^^^^^^ name-in-two-scripts-unlinked
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova came by car. The plate at the door says Орлова in gilded letters.
//!                                                    ^^^^^^ name-in-two-scripts-unlinked
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The plate at the door says Борис Линдов in gilded letters.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The plate at the door says Анна Белова in gilded letters.
//! ```
//! ```transcript
//! 15 марта 2023 года
//!
//! Больницу открыла Ада Орлова. Весь город благодарил Орлову за новую больницу, а Линдов молчал.
//! ```
//!
//! ## What to do
//! Add the name in that script to the person in a registry of the project, or make another person of it there.

use std::collections::BTreeSet;

use crate::record::Record;
use crate::registry::{NameForm, PersonId, Spelling};

use super::register::{alias, new_person};
use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM007",
    name: "name-in-two-scripts-unlinked",
    levels: Levels::all(Severity::Hint),
    source: include_str!("name_in_two_scripts_unlinked.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, resolved| {
        resolved.person.is_some() && mention.name.is_some()
    });
}

/// Everybody who is named in full or beside an office somewhere in the document.
fn surely_named(record: &Record) -> BTreeSet<PersonId> {
    let mut people = BTreeSet::new();
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let is_full = mention.form == NameForm::Full;
            if is_full || !mention.posts.is_empty() {
                people.extend(resolved.person);
            }
        }
    }
    people.extend(
        record
            .speakers()
            .iter()
            .filter_map(|speaker| speaker.person),
    );
    people
}

/// Whether most letters of the document are of other scripts than Latin, as those of these words are.
fn is_at_home(record: &Record, words: &str) -> bool {
    let letters = |text: &str, is_latin: bool| {
        let own = |c: &char| c.is_alphabetic() && c.is_ascii() == is_latin;
        text.chars().filter(own).count()
    };
    let content = record.content();
    letters(words, false) > 0 && letters(content, false) > letters(content, true)
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    let mut told = BTreeSet::new();
    let sure = surely_named(record);
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (Some(id), Some(name)) = (resolved.person, mention.name) else {
                continue;
            };
            let span = name.place(paragraph.span.start);
            let words = span.of(record.content());
            if words.is_ascii() || registry.spelling(id, words) != Spelling::OtherScript {
                continue;
            }
            let is_sure = sure.contains(&id) || resolved.candidates.len() == 1;
            if !told.insert(id) || (is_sure && is_at_home(record, words)) {
                continue;
            }
            let person = registry.person(id);
            let message = format!(
                "“{words}” reads like {}, of whom the register has no name in this script.",
                person.name
            );
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                finding.suggest_in_files(
                    format!("“{words}” is {}", person.name),
                    vec![alias(person, words)],
                );
                finding.suggest_in_files(
                    format!("“{words}” is another person"),
                    vec![new_person(words)],
                );
            }
        }
    }
}
