//! Who speaks in each turn: labels read against each other, the full form first, short forms after.

mod roster;

use std::collections::{BTreeSet, HashMap};

use crate::date::Date;
use crate::record::Paragraph;
use crate::registry::{Mention, NameForm, PersonId, Registry};
use crate::transcript::Transcript;

use super::Speaker;
use super::choose::{choose, in_office, only};
use super::named::Named;

use roster::{Roster, fold, holder_words};

/// The speakers of a document, one for each turn.
pub(super) struct Cast {
    /// In the order of the turns.
    pub speakers: Vec<Speaker>,
}

/// A label's words, once for each spelling.
struct Part<'a> {
    words: &'a str,
    mention: Option<Mention>,
    /// What stands in brackets after it.
    note: Option<&'a str>,
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
        let mut read: HashMap<&str, Option<Mention>> = HashMap::new();
        let parts: Vec<Part> = transcript
            .turns
            .iter()
            .map(|turn| {
                let words = turn.label.span.of(content);
                let mention = read
                    .entry(words)
                    .or_insert_with(|| registry.label(words))
                    .clone()
                    .filter(|_| !turn.label.anonymous);
                Part {
                    words,
                    mention,
                    note: turn.label.note.map(|note| note.of(content)),
                }
            })
            .collect();
        let mut speakers: Vec<Speaker> = parts
            .iter()
            .zip(&transcript.turns)
            .map(|(part, turn)| Speaker {
                anonymous: turn.label.anonymous,
                ..speaker(registry, part, date)
            })
            .collect();
        let roster = Roster::of(&parts, &speakers);
        let states = states(registry, &speakers, paragraphs, date);
        let mut chair: HashMap<String, Speaker> = HashMap::new();
        for (part, speaker) in parts.iter().zip(&mut speakers) {
            if speaker.anonymous || speaker.person.is_some() {
                continue;
            }
            let office_alone = part
                .mention
                .as_ref()
                .is_none_or(|mention| mention.name.is_none());
            if office_alone {
                fill_office(registry, part, date, &states, speaker);
                let key = fold(part.words);
                match (&speaker.name, part.note) {
                    (None, Some(note)) => {
                        *speaker = holder_in_note(registry, note, date, &roster, speaker);
                        chair.insert(key, speaker.clone());
                    }
                    // A presiding officer is named once, then only called by the office.
                    (None, None) => {
                        if let Some(known) = chair.get(&key) {
                            *speaker = known.clone();
                        }
                    }
                    _ => {}
                }
            } else {
                roster.complete(registry, part, date, speaker);
            }
        }
        Cast { speakers }
    }
}

/// A label on its own.
fn speaker(registry: &Registry, part: &Part, date: Option<Date>) -> Speaker {
    let Some(mention) = &part.mention else {
        return Speaker::default();
    };
    let name = mention.name.map(|name| name.of(part.words));
    let mut speaker = Speaker {
        name: name.map(str::to_owned),
        candidates: in_office(registry, &mention.people, date),
        post: mention.posts.first().copied(),
        ..Speaker::default()
    };
    if name.is_some() && !mention.people.is_empty() {
        let resolved = choose(
            registry,
            mention,
            name.unwrap_or_default(),
            date,
            &Named::default(),
        );
        // A label holds a family name for certain, so a word that is also a name may be resolved by those in office.
        speaker.post = resolved.post.or(speaker.post);
        speaker.held = resolved.held;
        if let Some(person) = resolved.person {
            speaker.become_person(registry, person, resolved.why);
        }
    }
    speaker
}

impl Speaker {
    fn become_person(&mut self, registry: &Registry, person: PersonId, why: &'static str) {
        self.person = Some(person);
        self.name = Some(registry.person(person).name.clone());
        self.why = why;
    }
}

/// The states whose offices a bare `THE PRESIDENT` can mean: those of the other speakers, else those whose bodies are named.
fn states(
    registry: &Registry,
    speakers: &[Speaker],
    paragraphs: &[Paragraph],
    date: Option<Date>,
) -> BTreeSet<String> {
    let mut states = BTreeSet::new();
    for person in speakers.iter().filter_map(|speaker| speaker.person) {
        for tenure in registry.tenures_of(person) {
            if date.is_none_or(|date| tenure.held(date) != crate::registry::Held::NotHeld) {
                states.extend(registry.post(tenure.post).state.clone());
            }
        }
    }
    if states.is_empty() {
        for paragraph in paragraphs {
            for mention in &paragraph.reading.mentions {
                if mention.form == NameForm::Organization {
                    states.extend(mention.state.clone());
                }
            }
        }
    }
    states
}

/// A label that is an office alone: its holder on the date, if one state only can be meant.
fn fill_office(
    registry: &Registry,
    part: &Part,
    date: Option<Date>,
    states: &BTreeSet<String>,
    speaker: &mut Speaker,
) {
    speaker.name = None;
    let own = part.mention.as_ref().and_then(|mention| match date {
        Some(date) => registry.post_on(&mention.posts, date),
        None => mention.posts.first().copied(),
    });
    let mut posts: Vec<_> = own.into_iter().collect();
    if posts.is_empty()
        && part
            .mention
            .as_ref()
            .is_none_or(|mention| mention.state.is_none())
    {
        posts = states
            .iter()
            .filter_map(|state| {
                let posts = registry.posts_in_state(part.words, state);
                registry.post_on(&posts, date?)
            })
            .collect();
    }
    let ([post], Some(date)) = (&posts[..], date) else {
        return;
    };
    speaker.post = Some(*post);
    speaker.candidates = registry.around(*post, date).on_the_day;
    if let Some(person) = only(&speaker.candidates) {
        speaker.become_person(registry, person, "holder of the office on the date");
        speaker.held = Some(registry.held(person, *post, date));
    }
}

fn holder_in_note(
    registry: &Registry,
    note: &str,
    date: Option<Date>,
    roster: &Roster,
    office: &Speaker,
) -> Speaker {
    let Some(name) = holder_words(note) else {
        return office.clone();
    };
    let part = Part {
        words: name,
        mention: registry.label(name),
        note: None,
    };
    let mut found = speaker(registry, &part, date);
    if found.person.is_none() {
        found.name = Some(name.to_owned());
        roster.complete(registry, &part, date, &mut found);
    }
    found
}
