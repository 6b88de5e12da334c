//! On whose word each sentence stands, once the sentences around it are known.
//!
//! Runs over the readings of one passage; linear, no words are read again.

use thin_vec::{ThinVec, thin_vec};

use crate::text::{LocalSpan, Nth};
use crate::transcript::Zone;

use super::antecedent::{Back, Memory};
use super::attribution::Shape;
use super::{Attribution, Grade, Reading};

/// On whose word a sentence stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Standing {
    /// The attribution that vouches for it: (paragraph in the passage, place in its reading). `None`: nobody found.
    pub attribution: Option<(Nth, Nth)>,
    /// The grade of that attribution.
    pub grade: Option<Grade>,
    /// Whether it is only inherited: from the sentence before (a weak licence, measured right in 4 of 10 cases, the sentence
    /// stays uncovered), or from a colon or quotation that runs on (a strong one, the sentence is covered).
    pub inherited: bool,
    /// The parts of the sentence no attribution covers (local to its paragraph); the whole sentence if there is none.
    pub uncovered: ThinVec<LocalSpan>,
    /// How many sentences ago the passage named a document that counts ("a poll"), if not too long; 0 in the sentence itself.
    pub measured: Option<u8>,
    /// The sources in the sentence that point back ("she", "the statement"), each with whom it means.
    pub back: ThinVec<Back>,
}

/// Shorter stretches, in bytes (about four words), are no clause and need no source of their own.
const SHORTEST: usize = 20;

/// Sentences over which figures may go on from a document that counts.
const MEASURED: u8 = 8;

/// A source met on the way.
#[derive(Clone, Copy)]
struct Met {
    at: (Nth, Nth),
    grade: Grade,
    age: usize,
}

/// The standing of every sentence of every paragraph of one passage.
pub fn standings(zone: Zone, readings: &[&Reading]) -> Vec<ThinVec<Standing>> {
    let _ = zone;
    let mut memory = Memory::default();
    let mut introduced: Option<Met> = None;
    let mut running: Option<Met> = None;
    let mut measured: Option<u8> = None;
    let mut all = Vec::with_capacity(readings.len());
    for (nth, reading) in readings.iter().enumerate() {
        let outer = introduced.take();
        let mut before: Option<Met> = None;
        let mut standings = ThinVec::with_capacity(reading.sentences.len());
        let touching = touching(reading);
        let mut counting = reading.referents.iter().filter(|it| it.measures).peekable();
        let mut next = 0;
        for (at, sentence) in reading.sentences.iter().enumerate() {
            let touching = &touching[at];
            let mut standing = Standing {
                uncovered: uncovered(reading, touching, sentence.span),
                ..Standing::default()
            };
            let own = vouching(reading, touching, sentence.span);
            if let Some(own) = own {
                let attribution = &reading.attributions[own];
                standing.attribution = Some((Nth::new(nth), Nth::new(own)));
                standing.grade = Some(attribution.grade);
                if attribution.shape == Shape::Continued && attribution.source.is_none() {
                    let speaker = outer.or(before).or(if at == 0 { running } else { None });
                    if let Some(speaker) = speaker {
                        standing.attribution = Some(speaker.at);
                        standing.grade = Some(speaker.grade);
                        standing.inherited = true;
                    }
                }
            } else if let Some(speaker) = outer {
                standing = inherited(speaker);
            } else if let Some(speaker) = before.filter(|speaker| speaker.age <= 2) {
                standing = Standing {
                    uncovered: standing.uncovered,
                    ..inherited(speaker)
                };
            }
            measured = measured.map(|ago| ago + 1).filter(|&ago| ago <= MEASURED);
            while counting.next_if(|it| it.sentence <= Nth::new(at)).is_some() {
                measured = Some(0);
            }
            standing.measured = measured;
            while let Some(attribution) = reading
                .attributions
                .get(next)
                .filter(|found| found.sentence <= Nth::new(at))
            {
                if let Some(met) = meet((Nth::new(nth), Nth::new(next)), attribution) {
                    before = Some(met);
                }
                next += 1;
            }
            if let Some(before) = &mut before {
                before.age += 1;
            }
            standings.push(standing);
        }
        for back in memory.read(nth, reading) {
            let sentence = reading.attributions[back.attribution.at()].sentence;
            if let Some(standing) = standings.get_mut(sentence.at()) {
                standing.back.push(back);
            }
        }
        introduced = reading.introduces.and_then(|at| {
            meet(
                (Nth::new(nth), Nth::new(at.at())),
                &reading.attributions[at.at()],
            )
        });
        running = if reading.leaves_quote_open {
            before.or(outer).or(running)
        } else {
            None
        };
        // A quotation that runs on under a colon belongs to the same source in the next paragraph.
        if reading.leaves_quote_open && introduced.is_none() && outer.is_some() {
            introduced = outer;
        }
        all.push(standings);
    }
    all
}

fn inherited(from: Met) -> Standing {
    Standing {
        attribution: Some(from.at),
        grade: Some(from.grade),
        inherited: true,
        ..Standing::default()
    }
}

fn meet(at: (Nth, Nth), attribution: &Attribution) -> Option<Met> {
    let hands_on = attribution.source.is_some() || attribution.shape == Shape::Colon;
    hands_on.then_some(Met {
        at,
        grade: attribution.grade,
        age: 0,
    })
}

/// For each sentence the attributions that touch it, so that no sentence looks at all of a long paragraph.
fn touching(reading: &Reading) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new(); reading.sentences.len()];
    for (at, found) in reading.attributions.iter().enumerate() {
        for span in [found.source, found.cue, found.content]
            .into_iter()
            .flatten()
        {
            let from = reading
                .sentences
                .partition_point(|sentence| sentence.span.end() <= span.start());
            let met = reading.sentences[from..]
                .iter()
                .take_while(|sentence| sentence.span.start() < span.end());
            for touching in &mut all[from..from + met.count()] {
                if touching.last() != Some(&at) {
                    touching.push(at);
                }
            }
        }
    }
    all
}

/// The attribution that covers most of a sentence; the better grade if two cover the same.
fn vouching(reading: &Reading, touching: &[usize], sentence: LocalSpan) -> Option<usize> {
    let shared = |span: Option<LocalSpan>| {
        span.map_or(0, |span| {
            span.end()
                .min(sentence.end())
                .saturating_sub(span.start().max(sentence.start()))
        })
    };
    touching
        .iter()
        .map(|&at| {
            let found = &reading.attributions[at];
            let covered = shared(found.content) + shared(found.cue) + shared(found.source);
            (covered, found.grade, at)
        })
        .filter(|&(covered, ..)| covered > 0)
        .max_by_key(|&(covered, grade, at)| (covered, grade, std::cmp::Reverse(at)))
        .map(|(.., at)| at)
}

/// The parts of a sentence no source, cue or content touches; scraps of a few words left out.
fn uncovered(reading: &Reading, touching: &[usize], sentence: LocalSpan) -> ThinVec<LocalSpan> {
    let mut covered: Vec<LocalSpan> = touching
        .iter()
        .map(|&at| &reading.attributions[at])
        .flat_map(|found| [found.source, found.cue, found.content])
        .flatten()
        .filter(|span| span.overlaps(sentence))
        .collect();
    if covered.is_empty() {
        return thin_vec![sentence];
    }
    covered.sort_unstable();
    let mut parts = ThinVec::new();
    let mut from = sentence.start();
    for span in covered {
        if span.start() > from {
            parts.push(LocalSpan::new(from, span.start()));
        }
        from = from.max(span.end());
    }
    if from < sentence.end() {
        parts.push(LocalSpan::new(from, sentence.end()));
    }
    parts.retain(|part| part.len() >= SHORTEST);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Language, Opening, read};
    use crate::registry::Registry;

    /// Each sentence of narrative paragraphs: its grade, `~` if inherited, and what nobody vouches for.
    fn stand(paragraphs: &[&str]) -> Vec<String> {
        let mut in_quote = false;
        let readings: Vec<Reading> = paragraphs
            .iter()
            .map(|text| {
                let opening = Opening {
                    zone: Zone::Narrative,
                    in_quote,
                    language: Language::default(),
                };
                let reading = read(text, opening, &Registry::default());
                in_quote = reading.leaves_quote_open;
                reading
            })
            .collect();
        let readings: Vec<&Reading> = readings.iter().collect();
        standings(Zone::Narrative, &readings)
            .into_iter()
            .zip(paragraphs)
            .flat_map(|(standings, text)| {
                standings.into_iter().map(move |standing| (standing, *text))
            })
            .map(|(standing, text)| {
                let grade = standing.grade.map_or("-", Grade::name);
                let mark = if standing.inherited { "~" } else { "" };
                let open: Vec<&str> = standing
                    .uncovered
                    .iter()
                    .map(|span| span.of(text).trim())
                    .collect();
                format!("{mark}{grade} {}", open.join(" / "))
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn a_new_clause_with_its_own_subject_is_not_covered() {
        assert_eq!(
            stand(&["The mayor said the road was safe, but the army has shelled three villages."]),
            ["named , but the army has shelled three villages."]
        );
        assert_eq!(
            stand(&["The mayor said the road was safe and dry."]),
            ["named"]
        );
    }

    #[test]
    fn a_colon_hands_the_next_paragraph_to_its_source() {
        assert_eq!(
            stand(&[
                "The harbour ministry said in a statement:",
                "“The port is closed for winter.”",
                "It snowed."
            ]),
            ["institution", "~institution", "- It snowed."]
        );
    }

    #[test]
    fn a_sentence_after_an_attributed_one_is_inherited_but_not_covered() {
        assert_eq!(
            stand(&["Orlova said the port was closed. The cranes rust in the rain."]),
            ["named", "~named The cranes rust in the rain."]
        );
    }

    #[test]
    fn a_quotation_that_runs_over_paragraphs_keeps_its_source() {
        assert_eq!(
            stand(&[
                "Orlova said: “The port is closed.",
                "“The cranes rust in the rain.”"
            ]),
            ["named", "~named"]
        );
    }
}
