//! Whom a source that points back means: "she", "they", "the statement", "the official".
//!
//! A stack of what was named before, over the paragraphs of one passage. Nothing is guessed: two people named equally near
//! stay two, and nobody stays nobody; rules say so.

use std::collections::VecDeque;

use crate::registry::Gender;
use crate::text::{LocalSpan, Nth};

use super::Reading;
use super::referent::{Referent, ReferentKind};

/// How a source points back.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Pointer {
    /// One person: "she"; and whether a woman or a man, where the word tells.
    One(Option<Gender>),
    /// Several, or a body: "they".
    Many,
    /// A thing or body: "it".
    Thing,
    /// A noun with "the": "the statement", "the official".
    Noun(ReferentKind),
}

/// Whom a source that points back means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Antecedent {
    /// The source of an earlier attribution: (paragraph in the passage, place in its reading).
    Source(Nth, Nth),
    /// Somebody or something named earlier: (paragraph in the passage, its words there).
    Named(Nth, LocalSpan),
    /// Two named equally near; each as (paragraph in the passage, its words there).
    Ambiguous((Nth, LocalSpan), (Nth, LocalSpan)),
    /// Nobody who fits was named in the sentences before.
    Missing,
}

/// A source of a sentence that points back, with whom it means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Back {
    /// The attribution whose source points back, by its place in the paragraph's reading.
    pub attribution: Nth,
    /// Whom it means.
    pub antecedent: Antecedent,
}

/// Sentences a pronoun looks back over; documents and roles are looked for as long as they are remembered.
pub const MEMORY: usize = 3;

/// The most referents remembered, so that a passage of any length is read in linear time.
const REMEMBERED: usize = 64;

/// What was named so far in a passage.
#[derive(Default)]
pub(super) struct Memory {
    named: VecDeque<Named>,
    /// The last pointer, its sentence, and what it meant.
    last: Option<(Pointer, usize, Antecedent)>,
    /// Sentences of the paragraphs before this one.
    before: usize,
}

/// A referent with its place in the passage.
struct Named {
    paragraph: Nth,
    /// Counted over the passage.
    sentence: usize,
    referent: Referent,
    /// The attribution whose source it is.
    source: Option<Nth>,
}

impl Memory {
    /// Takes up the next paragraph of the passage: answers whom each pointing source in it means, in text order.
    pub(super) fn read(&mut self, nth: usize, text: &Reading) -> Vec<Back> {
        let mut found = Vec::new();
        let mut next = 0;
        for (at, attribution) in text.attributions.iter().enumerate() {
            let (Some(pointer), Some(source)) = (attribution.points_back, attribution.source)
            else {
                continue;
            };
            let until = text
                .referents
                .partition_point(|referent| referent.span.end() <= source.start());
            self.remember(nth, text, next..until);
            next = next.max(until);
            let sentence = self.before + attribution.sentence.at();
            let antecedent = self.resolve(pointer, sentence);
            self.learn(pointer, &antecedent);
            self.last = Some((pointer, sentence, antecedent.clone()));
            found.push(Back {
                attribution: Nth::new(at),
                antecedent,
            });
        }
        self.remember(nth, text, next..text.referents.len());
        self.before += text.sentences.len();
        found
    }

    fn remember(&mut self, nth: usize, text: &Reading, places: std::ops::Range<usize>) {
        for referent in text.referents.get(places).unwrap_or_default() {
            // Attributions stand in text order, a source near its own attribution's start.
            let from = text
                .attributions
                .partition_point(|found| found.sentence < referent.sentence);
            let source = text.attributions[from..]
                .iter()
                .take_while(|found| found.sentence == referent.sentence)
                .take(REMEMBERED)
                .position(|found| {
                    found
                        .source
                        .is_some_and(|span| span.overlaps(referent.span))
                })
                .map(|at| Nth::new(from + at));
            if self.named.len() == REMEMBERED {
                self.named.pop_front();
            }
            self.named.push_back(Named {
                paragraph: Nth::new(nth),
                sentence: self.before + referent.sentence.at(),
                referent: referent.clone(),
                source,
            });
        }
    }

    /// Who "she" was said of is a woman: a later "he" is somebody else.
    fn learn(&mut self, pointer: Pointer, meant: &Antecedent) {
        let Pointer::One(Some(gender)) = pointer else {
            return;
        };
        let is_meant = |named: &&mut Named| match *meant {
            Antecedent::Source(paragraph, at) => {
                named.paragraph == paragraph && named.source == Some(at)
            }
            Antecedent::Named(paragraph, span) => {
                named.paragraph == paragraph && named.referent.span == span
            }
            Antecedent::Ambiguous(..) | Antecedent::Missing => false,
        };
        if let Some(named) = self.named.iter_mut().rev().find(is_meant) {
            named.referent.gender.get_or_insert(gender);
        }
    }

    fn resolve(&self, pointer: Pointer, sentence: usize) -> Antecedent {
        let oldest = match pointer {
            Pointer::Noun(_) => 0,
            Pointer::One(_) | Pointer::Many | Pointer::Thing => sentence.saturating_sub(MEMORY),
        };
        let mut fitting = self
            .named
            .iter()
            .rev()
            .take_while(|named| named.sentence >= oldest)
            .filter(|named| pointer.fits(&named.referent))
            .peekable();
        let nearest = fitting.peek().map(|named| named.sentence);
        // "She said … She added": the same person goes on, unless somebody was named since.
        if let Some((before, at, antecedent)) = &self.last
            && *before == pointer
            && *antecedent != Antecedent::Missing
            && *at >= oldest
            && nearest.is_none_or(|nearest| nearest < *at || nearest == sentence)
        {
            return antecedent.clone();
        }
        let Some(nearest) = nearest else {
            return Antecedent::Missing;
        };
        // In the order of the text, the first being the subject.
        let mut people: Vec<&Named> = fitting
            .take_while(|named| named.sentence == nearest)
            .collect();
        people.reverse();
        // One known to be a woman is meant by "she" before somebody of whom nothing is known.
        if people.iter().any(|named| pointer.agrees(&named.referent)) {
            people.retain(|named| pointer.agrees(&named.referent));
        }
        if let Some((paragraph, at)) = people
            .iter()
            .rev()
            .find_map(|named| Some((named.paragraph, named.source?)))
        {
            return Antecedent::Source(paragraph, at);
        }
        let place = |named: &Named| (named.paragraph, named.referent.span);
        match people[..] {
            [one, other, ..] if matches!(pointer, Pointer::One(_)) && nearest < sentence => {
                Antecedent::Ambiguous(place(one), place(other))
            }
            [one, ..] => Antecedent::Named(Nth::new(one.paragraph.at()), one.referent.span),
            [] => Antecedent::Missing,
        }
    }
}

impl Pointer {
    /// Whether it can stand for a referent: of its kind, and no woman by "he".
    pub fn fits(self, referent: &Referent) -> bool {
        self.may_mean(referent.kind) && !self.contradicts(referent)
    }

    /// Whether it stands for a man and the referent is known to be a woman, or the other way round.
    pub fn contradicts(self, referent: &Referent) -> bool {
        let Pointer::One(Some(gender)) = self else {
            return false;
        };
        referent.gender.is_some_and(|known| known != gender)
    }

    /// Whether the referent is known to be what it stands for.
    fn agrees(self, referent: &Referent) -> bool {
        matches!(self, Pointer::One(gender @ Some(_)) if referent.gender == gender)
    }

    /// Whether it can point back to a referent of this kind.
    pub fn may_mean(self, kind: ReferentKind) -> bool {
        use ReferentKind::{Body, Document, Group, Person, Role};
        match self {
            Pointer::One(_) => matches!(kind, Person | Role),
            Pointer::Many => matches!(kind, Group | Body | Role | Person),
            Pointer::Thing => matches!(kind, Document | Body),
            Pointer::Noun(noun) => noun == kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Language, Opening, carry, read};
    use crate::registry::Registry;
    use crate::transcript::Zone;

    /// For each source that points back in the paragraphs of one narrative passage: whom it means.
    fn meant(paragraphs: &[&str]) -> Vec<String> {
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        let readings: Vec<Reading> = paragraphs
            .iter()
            .map(|text| read(text, opening, &Registry::default()))
            .collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        carry::standings(Zone::Narrative, &readings)
            .iter()
            .flatten()
            .flat_map(|standing| &standing.back)
            .map(|back| match back.antecedent {
                Antecedent::Source(paragraph, at) => readings[paragraph.at()].attributions[at.at()]
                    .source
                    .map_or("-", |span| span.of(paragraphs[paragraph.at()]))
                    .to_owned(),
                Antecedent::Named(paragraph, span) => {
                    span.of(paragraphs[paragraph.at()]).to_owned()
                }
                Antecedent::Ambiguous((a, one), (b, other)) => {
                    format!(
                        "{}|{}",
                        one.of(paragraphs[a.at()]),
                        other.of(paragraphs[b.at()])
                    )
                }
                Antecedent::Missing => "?".to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_pronoun_means_the_last_one_who_fits() {
        assert_eq!(
            meant(&["Orlova arrived first. She said the deal was near."]),
            ["Orlova"]
        );
        assert_eq!(
            meant(&[
                "Reed said the road was shut.",
                "He added that it would open."
            ]),
            ["Reed"]
        );
        assert_eq!(
            meant(&[
                "Reed said the road was shut in Tessaly. He added that it would open. He said so twice."
            ]),
            ["Reed", "Reed"]
        );
    }

    #[test]
    fn two_named_equally_near_stay_two_and_nobody_stays_nobody() {
        assert_eq!(
            meant(&["Orlova met Haddad. She said the deal was near."]),
            ["Orlova|Haddad"]
        );
        assert_eq!(meant(&["They insist that the vote was clean."]), ["?"]);
        assert_eq!(
            meant(&[
                "Orlova came.",
                "It rained. It snowed. It froze. It thawed. She said it was spring."
            ]),
            ["?"]
        );
    }

    #[test]
    fn she_is_no_man_and_he_no_woman() {
        assert_eq!(
            meant(&["Mrs. Orlova met Mr. Haddad. He said the deal was near. She said it was not."]),
            ["Mr. Haddad", "Mrs. Orlova"]
        );
        // What a pronoun tells of somebody is kept.
        assert_eq!(
            meant(&["Reed said the road was shut. She added that it rained. He said it snowed."]),
            ["Reed", "?"]
        );
    }

    #[test]
    fn a_noun_with_an_article_means_the_last_of_its_kind() {
        assert_eq!(
            meant(&[
                "The ministry issued a statement on Monday.",
                "The statement said that aid would follow."
            ]),
            ["?", "statement"]
        );
        assert_eq!(meant(&["The statement said that aid would follow."]), ["?"]);
        assert_eq!(meant(&["The official said that snow would fall."]), ["?"]);
    }
}
