//! Reports and what stands around them: the ground that the rules about sources share.

use std::sync::LazyLock;

use crate::reading::{
    Antecedent, Attribution, Grade, Language, ReferentKind, Sentence, Shape, WordList,
};
use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::Finding;
use super::assertions::{ENOUGH, place};
use super::phrases::Phrases;
use super::words::Words;

/// An attribution in its paragraph.
#[derive(Clone, Copy)]
pub(super) struct Report<'a> {
    /// Where it stands.
    pub(super) paragraph: &'a Paragraph,
    /// Who is said to say what.
    pub(super) attribution: &'a Attribution,
    sentence: &'a Sentence,
}

/// The reports of a paragraph in text order; those within questions are left out.
pub(super) fn reports(paragraph: &Paragraph) -> impl Iterator<Item = Report<'_>> {
    let reading = &paragraph.reading;
    reading.attributions.iter().filter_map(move |attribution| {
        let sentence = reading.sentences.get(attribution.sentence.at())?;
        (!sentence.question).then_some(Report {
            paragraph,
            attribution,
            sentence,
        })
    })
}

impl<'a> Report<'a> {
    /// The words of its sentence.
    pub(super) fn sentence_words(&self, record: &'a Record) -> &'a str {
        place(self.paragraph, self.sentence.span).of(record.content())
    }

    /// Whether the source is people in number, not a document: by the word that gave its grade, or "the West".
    pub(super) fn head_is_group(&self, record: &Record) -> bool {
        let is_proper = self.attribution.source.is_some_and(|source| {
            let words = place(self.paragraph, source).of(record.content());
            let word = without_article(words, self.paragraph.opening.language);
            word.is_some_and(|word| word.starts_with(char::is_uppercase) && is_group(word))
        });
        is_proper
            || self.attribution.head.is_some_and(|head| {
                let word = place(self.paragraph, head).of(record.content());
                is_group(word)
            })
    }

    /// Whether the next sentence of the paragraph reports what a person says, by name.
    pub(super) fn is_followed_by_a_name(&self, record: &Record) -> bool {
        let reading = &self.paragraph.reading;
        let next_at = self.attribution.sentence.at() + 1;
        let Some(next) = reading.sentences.get(next_at) else {
            return false;
        };
        reading.attributions_at(next.span).any(|other| {
            let words = other.source.map(|source| place(self.paragraph, source));
            other.sentence.at() == next_at
                && other.grade == Grade::Named
                && words.is_some_and(|span| span.of(record.content()).contains(' '))
        })
    }

    /// Whether its source points back to somebody with a name: “the officials”, after two that are named.
    pub(super) fn means_somebody_named(&self) -> bool {
        let reading = &self.paragraph.reading;
        let standing = self.paragraph.standings.get(self.attribution.sentence.at());
        let backs = standing.into_iter().flat_map(|standing| &standing.back);
        backs
            .filter(|back| {
                let found = reading.attributions.get(back.attribution.at());
                found.is_some_and(|found| std::ptr::eq(found, self.attribution))
            })
            .any(|back| match back.antecedent {
                Antecedent::Named(_, span) => {
                    let at = reading
                        .referents
                        .partition_point(|referent| referent.span.start() < span.start());
                    reading.referents.get(at).is_some_and(|referent| {
                        referent.span == span && referent.kind == ReferentKind::Person
                    })
                }
                _ => false,
            })
    }

    /// Whether it tells what is said, in a clause or a quotation: in talk much else looks like a report. `words` are
    /// those of its paragraph.
    pub(super) fn tells_what(&self, words: &str) -> bool {
        let Some(content) = self.attribution.content else {
            return false;
        };
        let said = content.of(words);
        let language = self.paragraph.opening.language;
        match self.attribution.shape {
            Shape::According | Shape::Colon => true,
            Shape::SourceCueContent => {
                said.starts_with(['“', '"', '‘', '«']) || opens_clause(said, language)
            }
            Shape::ContentSourceCue | Shape::ContentCueSource => said.contains(' '),
            _ => false,
        }
    }

    /// The report of a source of at least the least grade inside which this one stands, if there is one.
    pub(super) fn told_by(&self, record: &Record) -> Option<&'a Attribution> {
        let at = self.attribution.cue.or(self.attribution.source)?;
        let words = self.paragraph.span.of(record.content());
        let language = self.paragraph.opening.language;
        // The outlet's own "we are not sure" is no source for what others do.
        let is_outlet = |outer: &Attribution| {
            self.paragraph.zone != Zone::Turn
                && outer
                    .source
                    .is_some_and(|source| language.lists(WordList::Outlet, source.of(words)))
        };
        self.paragraph.reading.attributions_at(at).find(|outer| {
            !is_outlet(outer)
                && !std::ptr::eq(*outer, self.attribution)
                && outer.grade >= ENOUGH
                && outer.content.is_some_and(|content| content.covers(at))
        })
    }

    /// Makes a finding weigh less if somebody known tells the report, and says who.
    pub(super) fn finish(&self, record: &Record, finding: &mut Finding) {
        let Some(outer) = self.told_by(record) else {
            return;
        };
        finding.lower();
        if let Some(source) = outer.source {
            finding.relate(place(self.paragraph, source), "who tells it");
        }
    }
}

/// Whether words begin with a clause: by a word that is never an object, or by one that may be and its verb.
fn opens_clause(said: &str, language: Language) -> bool {
    let mut words = said.split(' ');
    let first = words
        .next()
        .unwrap_or_default()
        .to_lowercase()
        .replace('’', "'");
    let second = words.next().unwrap_or_default().to_lowercase();
    let (bare, has_verb) = match first.split_once('\'') {
        Some((bare, _)) => (bare, true),
        None => (
            first.as_str(),
            language.lists(WordList::FiniteVerbs, &second),
        ),
    };
    language.lists(WordList::ClauseOpeners, bare)
        || language.lists(WordList::ClauseObjects, bare) && has_verb
}

/// The sources a paragraph names that could be the one left out at `at` (bytes of the paragraph), nearest first, as they
/// stand within a sentence.
pub(super) fn nearest(paragraph: &Paragraph, words: &str, at: usize) -> Vec<String> {
    let mut sources: Vec<(usize, &str)> = Vec::new();
    for attribution in paragraph.reading.attributions_at(around(words, at)) {
        let Some(source) = attribution.source else {
            continue;
        };
        let name = source.of(words);
        let is_known = attribution.grade >= ENOUGH
            && attribution.points_back.is_none()
            && name.len() <= LONGEST_SOURCE;
        if is_known && sources.iter().all(|(_, other)| *other != name) {
            sources.push((source.start().abs_diff(at), name));
        }
    }
    sources.sort_unstable();
    let within = |name: &str| {
        match without_article(name, paragraph.opening.language) {
            // An article opens no sentence here.
            Some(rest) => {
                let article = &name[..name.len() - rest.len()];
                format!("{}{rest}", article.to_lowercase())
            }
            None => name.to_owned(),
        }
    };
    sources
        .into_iter()
        .take(N_OFFERED)
        .map(|(_, name)| within(name))
        .collect()
}

/// The people a paragraph names by a name of two words, nearest first: who may have spoken where no source is told.
pub(super) fn named(paragraph: &Paragraph, words: &str, at: usize) -> Vec<String> {
    let mut people: Vec<(usize, &str)> = Vec::new();
    let near = around(words, at);
    let referents = &paragraph.reading.referents;
    let from = referents.partition_point(|referent| referent.span.end() <= near.start());
    for referent in referents[from..]
        .iter()
        .take_while(|referent| referent.span.start() < near.end())
    {
        let name = referent.span.of(words);
        let is_name = referent.kind == ReferentKind::Person
            && name.contains(' ')
            && name.len() <= LONGEST_SOURCE;
        if is_name && people.iter().all(|(_, other)| *other != name) {
            people.push((referent.span.start().abs_diff(at), name));
        }
    }
    people.sort_unstable();
    people
        .into_iter()
        .take(N_OFFERED)
        .map(|(_, name)| name.to_owned())
        .collect()
}

/// What stands near a byte of a paragraph: all of it, but for one of uncommon length.
fn around(words: &str, at: usize) -> LocalSpan {
    LocalSpan::new(at.saturating_sub(NEAR), (at + NEAR).min(words.len()))
}

/// How far who is offered may stand from where they are missed, in bytes.
const NEAR: usize = 4000;

/// Longer sources, in bytes, are not offered: an added clause should stay short.
const LONGEST_SOURCE: usize = 60;

/// Words without the article they begin with; `None` if they begin with none.
fn without_article(words: &str, language: Language) -> Option<&str> {
    let (first, rest) = words.split_once(' ')?;
    language.lists(WordList::Articles, first).then_some(rest)
}

/// How many sources are offered.
const N_OFFERED: usize = 3;

/// Whether words are who speaks for somebody: “a spokeswoman for the port”.
pub(super) fn is_spokesperson(words: &str) -> bool {
    SPEAKS_FOR.is_in(words)
}

/// Who speaks for a body or a person without being it.
pub(super) static SPEAKS_FOR: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("unnamed_spokesperson/speaks_for.txt")));

/// Whether a source is nobody: “nobody in this room”, “no one”.
pub(super) fn is_nobody(words: &str, language: Language) -> bool {
    let words = words.to_lowercase();
    let mut nobodies = language.list(WordList::Nobody).iter();
    nobodies.any(|nobody| words.starts_with(&**nobody))
}

/// Whether words are media without a name: “media reports”, “local outlets”; “the media” alone are a group.
pub(super) fn is_media(words: &str) -> bool {
    let last = MEDIA.find(words).last();
    let is_name = words
        .split(' ')
        .next_back()
        .is_some_and(|last| last.starts_with(char::is_uppercase));
    last.is_some_and(|found| found.end() == words.len())
        && !is_name
        && !matches!(words.to_lowercase().as_str(), "media" | "the media")
}

static MEDIA: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("sources/media.txt")));

fn is_group(word: &str) -> bool {
    GROUPS.hold(&word.to_lowercase())
}

/// Words for people in number without bounds, in lower case; sorted.
static GROUPS: LazyLock<Words> = LazyLock::new(|| Words::of(include_str!("sources/groups.txt")));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_are_sorted_and_know_people_from_papers() {
        assert!(GROUPS.hold("voters"));
        assert!(is_group("Critics") && is_group("West") && !is_group("studies"));
    }
}
