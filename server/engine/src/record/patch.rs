//! A change within one paragraph that leaves all others and the turns as they are: nearly every key anybody types.
//!
//! The record is changed in place: offsets move along, the paragraph is read anew, and nothing else is looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::reading::{self, Language, Opening, Reading};
use crate::registry::Mention;
use crate::text::{Change, LocalSpan, Span, Text};
use crate::transcript::{is_space, looks_alike, may_be_cut};

use super::kept::{Kept, KeptParagraphs, Was};
use super::resolve::{at_the_end_of_reach, is_in_reach, may_name_in_full};
use super::standings::standings;
use super::{Record, Said, resolve};

/// How many paragraphs from the document's top, and from its end, may tell its date.
const TOP: usize = 60;
const FOOT: usize = 8;
/// How many paragraphs from the top may be a part of the head, front matter of two hundred lines included.
const HEAD: usize = 256;

impl Record {
    /// Takes the change between this record's text and `text` into one paragraph, if it is of that kind; `None` leaves the
    /// record as it was.
    pub(super) fn patch(&mut self, text: &Text, change: Change) -> Option<Kept> {
        let at = self
            .paragraphs
            .partition_point(|paragraph| paragraph.span.start <= change.old.start)
            .checked_sub(1)?;
        let old = self.paragraphs[at].span;
        let line_end = self.line_end(old, change)?;
        let with = text.slice(change.new);
        let words = [
            &self.content[old.start..change.old.start],
            &with,
            &self.content[change.old.end..line_end],
        ]
        .concat();
        let words = words.trim_end_matches(is_space);
        if words.starts_with(is_space)
            || self.may_be_cut(at, words)
            || !looks_alike(old.of(&self.content), words, at < HEAD)
            || self.may_tell_date(at, words)
            || self.tells_language(at, change, &with)
            || !self.transcript.is_settled(
                &self.content,
                change,
                &with,
                Span::new(old.start, line_end),
            )
        {
            return None;
        }
        let new = Span::new(old.start, old.start + words.len());
        let same = words == old.of(&self.content);
        let stretch = self.stretch(at);
        let was = Was {
            at,
            stretch: Some(stretch.of(&self.content).to_owned()),
            words: Span::new(old.start - stretch.start, old.end - stretch.start),
            said: Arc::clone(&self.paragraphs[at].said),
        };
        let next = self.paragraphs.get(at + 1);
        let next = next.map_or("", |next| next.span.of(&self.content));
        let end = at_the_end_of_reach(&self.content, change.old.len().max(change.new.len()));
        let names_speakers = is_in_reach(change.old.start)
            && may_name_in_full(&self.speakers, &[old.of(&self.content), words, next, end]);
        self.transcript
            .move_along(change, self.content.len(), (old, new));
        self.content
            .replace_range(change.old.start..change.old.end, &with);
        self.text = text.clone();
        self.paragraphs[at].span = new;
        for paragraph in &mut self.paragraphs[at + 1..] {
            paragraph.span = change.moved_span(paragraph.span);
        }
        let mut again = Again {
            record: self,
            before: BTreeMap::new(),
            was,
            names_speakers,
        };
        if !same {
            again.read(at);
        }
        let turns = again.resolve();
        let Again {
            mut before,
            was,
            record,
            ..
        } = again;
        before.remove(&at);
        let of = |(at, said): (usize, Arc<Said>)| {
            let (stretch, words) = (record.stretch(at), record.paragraphs[at].span);
            Was {
                at,
                stretch: None,
                words: Span::new(words.start - stretch.start, words.end - stretch.start),
                said,
            }
        };
        let mut changed: Vec<Was> = before.into_iter().map(of).chain([was]).collect();
        changed.sort_by_key(|was| was.at);
        Some(Kept {
            change: Some(change),
            turns,
            paragraphs: if turns {
                KeptParagraphs::AllBut(changed)
            } else {
                // Rules may look at who speaks.
                KeptParagraphs::None
            },
        })
    }

    /// Whether paragraph `at`, with these words now, is or touches a piece of a longer one.
    fn may_be_cut(&self, at: usize, words: &str) -> bool {
        let around = &self.paragraphs[at.saturating_sub(1)..self.paragraphs.len().min(at + 2)];
        may_be_cut(words.len()) || around.iter().any(|one| may_be_cut(one.span.len()))
    }

    /// Whether a change tells another language than the paragraph at a place was read in.
    fn tells_language(&self, at: usize, change: Change, with: &str) -> bool {
        if self.reference.language.is_some() || change.old.start >= Language::SAMPLE {
            return false;
        }
        let mut end = self.content.len().min(change.old.end + Language::SAMPLE);
        while !self.content.is_char_boundary(end) {
            end -= 1;
        }
        let beginning = [
            &self.content[..change.old.start],
            with,
            &self.content[change.old.end..end],
        ]
        .concat();
        Language::detect(&beginning) != self.paragraphs[at].opening.language
    }

    /// The end of the line in which paragraph `old` ends, if `change` ends before it.
    fn line_end(&self, old: Span, change: Change) -> Option<usize> {
        let behind = &self.content[old.end..];
        let end = old.end + behind.find(['\n', '\r']).unwrap_or(behind.len());
        (change.old.end <= end).then_some(end)
    }

    /// Whether the date of the document may be looked for in paragraph `at`, and there are numbers in its words as they were
    /// or are: at the top before all turns, and at the very end.
    fn may_tell_date(&self, at: usize, words: &str) -> bool {
        let first = self.transcript.turns.first();
        let start = self.paragraphs[at].span.start;
        let is_head = first.is_none_or(|turn| start < turn.label.span.start) && at < TOP;
        let is_foot = at + FOOT >= self.paragraphs.len();
        // "二〇二三年" has no digit.
        let has_number = |words: &str| words.contains(|c: char| c.is_numeric() || c == '年');
        (is_head || is_foot) && (has_number(words) || has_number(self.words(at)))
    }

    fn words(&self, at: usize) -> &str {
        self.paragraphs[at].span.of(&self.content)
    }
}

/// What is being read again, with what it said before.
struct Again<'a> {
    record: &'a mut Record,
    before: BTreeMap<usize, Arc<Said>>,
    /// The paragraph whose words have changed, as it was.
    was: Was,
    /// Whether who speaks may be told in full by words that have changed.
    names_speakers: bool,
}

impl Again<'_> {
    /// Reads paragraph `at`, those to which a quotation now runs on or no longer does, and the standings of its passage.
    fn read(&mut self, at: usize) {
        let passage = self.record.paragraphs[at].passage;
        let all = &self.record.paragraphs;
        let from = all.partition_point(|paragraph| paragraph.passage < passage);
        let to = from + all[from..].partition_point(|paragraph| paragraph.passage == passage);
        let before = all[from..to].to_vec();
        let mut readings: Vec<Arc<Reading>> = before
            .iter()
            .map(|paragraph| Arc::clone(&paragraph.reading))
            .collect();
        let mut next = at;
        loop {
            let opening = self.record.paragraphs[next].opening;
            let words = self.record.words(next);
            let registry = &self.record.reference.registry;
            let reading = reading::read(words, opening, registry);
            let in_quote = reading.leaves_quote_open;
            readings[next - from] = Arc::new(reading);
            next += 1;
            if next == to || self.record.paragraphs[next].opening.in_quote == in_quote {
                break;
            }
            self.record.paragraphs[next].opening = Opening {
                in_quote,
                ..self.record.paragraphs[next].opening
            };
        }
        let shared: Vec<&Arc<Reading>> = readings.iter().collect();
        let standings = standings(before[0].zone, &shared, Some(&before));
        for (nth, (reading, standings)) in readings.into_iter().zip(standings).enumerate() {
            let old = &before[nth];
            let Some(standings) = standings else {
                continue;
            };
            self.record.paragraphs[from + nth].said = Arc::new(Said {
                reading,
                standings,
                resolved: old.resolved.clone(),
            });
            self.before.insert(from + nth, Arc::clone(&old.said));
        }
    }

    /// Resolves whom the mentions mean, where there are others than before. Whether the speakers have stayed the same.
    fn resolve(&mut self) -> bool {
        let same = |at: &usize, old: &Arc<Said>| {
            let new = &self.record.paragraphs[*at];
            if *at == self.was.at {
                let new = named(&new.reading, self.record.words(*at));
                let words = self.was.stretch.as_deref().unwrap_or_default();
                new.eq(named(&old.reading, self.was.words.of(words)))
            } else {
                new.reading.mentions == old.reading.mentions
            }
        };
        if !self.names_speakers && self.before.iter().all(|(at, old)| same(at, old)) {
            return true;
        }
        let record = &mut *self.record;
        let (all, speakers) = resolve::resolve(
            &record.content,
            &record.transcript,
            &record.paragraphs,
            &record.reference,
        );
        for (at, resolved) in all.into_iter().enumerate() {
            let old = Arc::clone(&record.paragraphs[at].said);
            if record.paragraphs[at].take(resolved) {
                self.before.entry(at).or_insert(old);
            }
        }
        let same = *record.speakers == *speakers;
        if !same {
            record.speakers = speakers.into();
        }
        same
    }
}

/// The mentions of a paragraph with their words, wherever in it they stand.
fn named<'a>(reading: &'a Reading, words: &'a str) -> impl Iterator<Item = (Mention, &'a str)> {
    reading.mentions.iter().map(move |mention| {
        let base = mention.span.start();
        let back = |span: LocalSpan| LocalSpan::new(span.start() - base, span.end() - base);
        let alone = Mention {
            span: back(mention.span),
            name: mention.name.map(back),
            title: mention.title.map(back),
            ..mention.clone()
        };
        (alone, mention.span.of(words))
    })
}
