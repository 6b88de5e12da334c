//! Who speaks in each turn: labels read against each other, the full form first, short forms after.

mod aside;
mod beside;
mod brackets;
mod offices;
mod parts;
mod roster;
mod slips;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use crate::date::Date;
use crate::record::Paragraph;
use crate::registry::{NameForm, PersonId, Registry};
use crate::transcript::Transcript;

use super::Speaker;
use super::choose::{choose, in_office};
use super::named::Named;

use aside::Prose;
pub(in crate::record) use aside::{at_the_end_of_reach, is_in_reach, may_name_in_full};
use offices::{Scene, fill_office};
use parts::Part;
use roster::{Roster, fold};

/// The speakers of a document, one for each turn.
pub(super) struct Cast {
    /// In the order of the turns.
    pub speakers: Vec<Speaker>,
}

impl Cast {
    /// Reads the labels of all turns.
    pub(super) fn of(
        content: &str,
        transcript: &Transcript,
        paragraphs: &[Paragraph],
        registry: &Registry,
        date: Option<Date>,
    ) -> Cast {
        // Each spelling of a label is read once.
        let mut places: HashMap<(&str, bool), usize> = HashMap::new();
        let mut parts: Vec<Part> = Vec::new();
        let order: Vec<usize> = transcript
            .turns
            .iter()
            .map(|turn| {
                let words = turn.label.span.of(content);
                *places
                    .entry((words, turn.label.anonymous))
                    .or_insert_with(|| {
                        parts.push(Part::of(registry, words, turn.label.anonymous));
                        parts.len() - 1
                    })
            })
            .collect();
        for at in &order {
            parts[*at].n_turns += 1;
        }
        slips::correct_titles(registry, date, &mut parts);
        let mut speakers: Vec<Speaker> = parts
            .iter()
            .map(|part| speaker(registry, part, date))
            .collect();
        for two in order.windows(2) {
            for (at, other) in [(two[0], two[1]), (two[1], two[0])] {
                if parts[at].is_office_alone() {
                    parts[at].beside.extend(speakers[other].person);
                }
            }
        }
        let roster = Roster::of(&parts, &speakers);
        let scene = Scene::of(
            registry, content, transcript, &speakers, &parts, paragraphs, date,
        );
        let named_in: HashSet<String> = parts
            .iter()
            .filter(|part| part.holder.is_some() && part.bare_office)
            .map(|part| fold(part.words))
            .collect();
        let mut chair: HashMap<String, Speaker> = HashMap::new();
        let mut told: Vec<Option<Speaker>> = vec![None; parts.len()];
        let mut all = Vec::with_capacity(order.len());
        for &at in &order {
            let part = &parts[at];
            // An office alone means whoever was named in it last; all other labels mean the same wherever they stand.
            let alone = part.is_office_alone()
                || part.holder.is_none() && named_in.contains(&fold(part.words));
            let seat = alone.then(|| chair.get(&fold(part.words))).flatten();
            if let (None, Some(known)) = (seat, &told[at]) {
                all.push(known.clone());
                continue;
            }
            let mut speaker = std::mem::take(&mut speakers[at]);
            speakers[at] = speaker.clone();
            if !speaker.anonymous && speaker.person.is_none() {
                match part.holder {
                    None if part.is_office_alone() => {
                        if let Some(listed) = listed(registry, transcript, part, date) {
                            speaker = listed;
                        } else if !parts::rotates(part.words) {
                            fill_office(registry, part, date, &scene, &mut speaker);
                        }
                    }
                    _ => roster.complete(registry, part, date, &mut speaker),
                }
            }
            if speaker.person.is_none() && part.is_office_alone() && !transcript.sitting.is_one {
                told_at_length(part, &parts, &told, &mut speaker);
            }
            if let Some(seat) = seat {
                seated(part, seat, &mut speaker);
            }
            if part.holder.is_some() && part.bare_office {
                chair.insert(fold(part.words), speaker.clone());
            }
            told[at] = Some(speaker.clone());
            all.push(speaker);
        }
        Prose::of(content, transcript).name_in_full(&parts, &order, &mut all);
        Cast { speakers: all }
    }
}

/// An office that stands alone, after somebody was named in it. A minister stays; who presides changes without a word.
fn seated(part: &Part, seat: &Speaker, speaker: &mut Speaker) {
    if parts::rotates(part.words) {
        speaker.aside = seat.name.clone().map(|name| super::Aside {
            name,
            why: "named in this chair before",
        });
    } else if speaker.person.is_none() {
        *speaker = Speaker {
            why: "named in this office before",
            ..seat.clone()
        };
    }
}

/// An office that stands alone, after the same office was told at length: `PRESIDENTE` after `PRESIDENTE DEL GOBIERNO`.
fn told_at_length(part: &Part, parts: &[Part], told: &[Option<Speaker>], speaker: &mut Speaker) {
    let short = fold(part.words) + " ";
    let longer = parts.iter().zip(told).filter(|(other, _)| {
        other.is_office_alone() && fold(other.words).starts_with(short.as_str())
    });
    let mut known = longer.filter_map(|(_, told)| told.as_ref().filter(|it| it.person.is_some()));
    let (Some(first), None) = (known.next(), known.next()) else {
        return;
    };
    *speaker = Speaker {
        why: "the office was told at length before",
        ..first.clone()
    };
}

/// Who the first page of a sitting's record says holds the office that stands alone.
fn listed(
    registry: &Registry,
    transcript: &Transcript,
    part: &Part,
    date: Option<Date>,
) -> Option<Speaker> {
    let bare = |words: &str| {
        let folded = fold(words);
        folded.strip_prefix("the ").unwrap_or(&folded).to_owned()
    };
    let office = bare(part.words);
    let mut seats = transcript.sitting.seats.iter();
    let seat = seats.find(|seat| bare(&seat.office) == office)?;
    let holder = Part::of(registry, &seat.holder, false);
    let speaker = speaker(registry, &holder, date);
    Some(Speaker {
        why: "named in this office on the first page",
        corrected: None,
        ..speaker
    })
}

/// A label on its own.
fn speaker(registry: &Registry, part: &Part, date: Option<Date>) -> Speaker {
    let mut speaker = Speaker {
        anonymous: part.anonymous,
        corrected: part.corrected.clone(),
        ..Speaker::default()
    };
    let Some(mention) = part.mention.as_ref().filter(|_| !part.anonymous) else {
        return speaker;
    };
    speaker.name = part.name().map(str::to_owned);
    speaker.candidates = in_office(registry, &mention.people, date);
    speaker.post = mention.posts.first().copied().or(part.post);
    if let Some(name) = part.name()
        && !mention.people.is_empty()
    {
        let resolved = choose(registry, mention, name, date, &Named::default());
        // A label holds a family name for certain, so a word that is also a name may be resolved by those in office.
        speaker.post = resolved.post.or(speaker.post);
        speaker.held = resolved.held;
        if let Some(person) = resolved.person {
            speaker.become_person(registry, person, resolved.why);
            if mention.form == NameForm::NearMiss && speaker.corrected.is_none() {
                speaker.corrected = Some(part.with_name(&registry.person(person).name));
            }
        }
    }
    speaker
}

impl Speaker {
    fn become_person(&mut self, registry: &Registry, person: PersonId, why: &'static str) {
        self.person = Some(person);
        self.name = Some(registry.person(person).name.to_string());
        self.why = why;
    }
}
