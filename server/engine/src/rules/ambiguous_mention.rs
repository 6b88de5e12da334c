//! # NAM003 ambiguous-mention
//!
//! ## What it finds
//! A short name that fits several people of the register, and nothing in the document decides between them: no title held on
//! the date, no full name before, nobody of them alone in office on the day or far more widely known. Told once for each
//! name, where it first stands, and only if two of them are in play: met in the document, of the project's own registry, or
//! of a cabinet in those years.
//!
//! Read on 135 real texts: nine findings. In five the document decides nothing; in four, all in or near a headline, a reader of
//! the news knows.
//!
//! ## Why it matters
//! The words or deeds may be taken for those of the other one. A wrong identity costs more than a missing one, so none is chosen.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "vera-orlova"
//! name = "Vera Orlova"
//! family = "Orlova"
//! given = "Vera"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened on Monday. The staff thanked Orlova for it.
//!                                                      ^^^^^^ ambiguous-mention
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova and Vera Orlova came by car.
//! The staff thanked Ms. Orlova for it.
//!                   ^^^^^^^^^^ ambiguous-mention
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Ada Orlova. The staff thanked Orlova for it.
//! ```
//! ```transcript
//! Staff thank Orlova for the hospital.
//!
//! The hospital was opened by Ada Orlova.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The staff thanked Bo Orlova for the hospital. It was Orlova who had paid for it.
//! ```
//!
//! ## What to do
//! Write the given name or the office before it.

use std::collections::BTreeSet;

use crate::record::Record;
use crate::registry::{Mention, NameForm, PersonId, Renown};

use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM003",
    name: "ambiguous-mention",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Info),
        // Those who were there knew who was meant.
        Some(Severity::Hint),
    ),
    source: include_str!("ambiguous_mention.rs"),
    check: Check::Transcript(sees, check),
};

/// More names than these are no help in a message.
const SHOWN: usize = 3;

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |_, resolved| resolved.person.is_none());
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    let mut told = BTreeSet::new();
    let met = met(record);
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (None, Some(name)) = (resolved.person, mention.name) else {
                continue;
            };
            let is_short = matches!(mention.form, NameForm::Family | NameForm::TitleFamily);
            if !is_short || resolved.candidates.len() < 2 {
                continue;
            }
            let span = mention.span.place(paragraph.span.start);
            // An office that none of them ever held: somebody else is meant.
            let has_other_office = mention.posts.is_empty()
                && mention.title.is_some_and(|title| {
                    let title = title.place(paragraph.span.start).of(record.content());
                    registry.knows_office(title)
                });
            if has_other_office {
                continue;
            }
            let name = name.place(paragraph.span.start);
            let words = name.of(record.content());
            if !told.insert(registry.last_word(words)) {
                continue;
            }
            let people = in_play(record, mention, &resolved.candidates, &met);
            let is_first = record.paragraphs().first().map(|first| first.span);
            let n_met = people.iter().filter(|person| met.contains(person)).count();
            // The line above a text means the one whom the text names.
            let is_told_below = n_met == 1 && is_first == Some(paragraph.span);
            if people.len() < 2 || is_told_below {
                continue;
            }
            let people: Vec<&str> = people
                .iter()
                .map(|&person| registry.person(person).name.as_str())
                .collect();
            let shown = people[..people.len().min(SHOWN)].join(", ");
            let more = match people.len().saturating_sub(SHOWN) {
                0 => String::new(),
                n => format!(" and {n} more"),
            };
            let message = format!("“{words}” fits {shown}{more}; nothing here decides.");
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                for person in people.iter().take(SHOWN) {
                    let edit = Edit::replace(name, *person);
                    finding.suggest(format!("Write “{person}”"), vec![edit]);
                }
            }
        }
    }
}

/// Everybody who speaks in the document or is named in it beyond doubt.
fn met(record: &Record) -> BTreeSet<PersonId> {
    let named = record.paragraphs().iter().flat_map(|one| &one.resolved);
    let spoken = record.speakers().iter().map(|speaker| speaker.person);
    let people = named.map(|resolved| resolved.person).chain(spoken);
    people.flatten().collect()
}

/// Those of the candidates a reader may think of: who is met elsewhere in the document, stands in the project's own registry,
/// was of a cabinet in those years, or is called by an office. That a far register knows two ambassadors of the name is no news.
fn in_play(
    record: &Record,
    mention: &Mention,
    candidates: &[PersonId],
    met: &BTreeSet<PersonId>,
) -> Vec<PersonId> {
    let registry = record.registry();
    let has_office = !mention.posts.is_empty();
    let is_in_play = |person: &PersonId| {
        has_office
            || met.contains(person)
            || registry.person_origin(*person).is_some()
            || registry.renown(*person, record.date()) >= Renown::Minister
    };
    candidates.iter().copied().filter(is_in_play).collect()
}
