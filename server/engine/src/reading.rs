//! What one paragraph says: sentences, quotations, mentions, attributions, claims.
//!
//! A reading is a pure function of the paragraph, how it opens, and the registry; so it can be kept as long as these are the same.

pub mod antecedent;
pub mod attribution;
pub mod candidate;
pub mod carry;
pub mod claim;
pub mod considered;
pub mod language;
pub mod quote;
pub mod referent;
pub mod score;
pub mod sentence;
pub mod wording;

mod class;
mod classes;
mod clause;
mod cue;
mod entry;
mod evidence;
mod homograph;
mod lexicon;
mod mark;
mod noun;
mod pack;
mod passive;
mod phrase;
mod quoting;
mod reach;
mod scan;
mod scope;
mod source;
mod subject;
mod token;
mod verb;

use thin_vec::ThinVec;

use crate::moment::{self, Calendar, Moment};
use crate::registry::{Mention, OddTitle, Registry};
use crate::text::{LocalSpan, Nth};
use crate::transcript::Zone;

use clause::Clause;
use lexicon::Lexicon;
use reach::Reach;
use token::{Kind, Token};

pub use antecedent::{Antecedent, Back, Pointer};
pub use attribution::{Attribution, Grade, Shape};
pub use candidate::{Candidate, Part, candidates};
pub use carry::Standing;
pub use claim::{Trigger, TriggerKind};
pub use considered::{Considered, WhyNot, considered};
pub use language::Language;
pub use quote::Quote;
pub use referent::{Referent, ReferentKind};
pub use sentence::Sentence;
pub use wording::WordList;

/// Words from which a quotation without a cue is somebody's words and not a title or a term.
const SHORTEST_QUOTE: u32 = 4;

/// How a paragraph opens: all that its reading may know of what stands around it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Opening {
    /// The zone it stands in.
    pub zone: Zone,
    /// Whether a quotation of the paragraph before is still open.
    pub in_quote: bool,
    /// The language it is read in.
    pub language: Language,
}

/// What one paragraph says; all ranges are local to it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// Sentences in order, without the white space between them.
    pub sentences: ThinVec<Sentence>,
    /// Quotations in order of their opening mark.
    pub quotes: ThinVec<Quote>,
    /// Names and offices.
    pub mentions: ThinVec<Mention>,
    /// Titles that name no office.
    pub odd_titles: ThinVec<(LocalSpan, OddTitle)>,
    /// Who is said to say what, in order of their first word.
    pub attributions: ThinVec<Attribution>,
    /// Who and what is named, in text order, for sources that point back.
    pub referents: ThinVec<Referent>,
    /// Times told from the day of writing.
    pub moments: ThinVec<Moment>,
    /// Whether a quotation is still open at the end.
    pub leaves_quote_open: bool,
    /// Whether the paragraph ends by handing the next one to a source: "X said:". The attribution that does, by its place.
    pub introduces: Option<Nth>,
    /// How far the attributions reach.
    attributions_reach: Reach,
    /// How far the quotations reach.
    quotes_reach: Reach,
}

/// Reads one paragraph.
pub fn read(paragraph: &str, opening: Opening, registry: &Registry) -> Reading {
    let lexicon = Lexicon::of(opening.language);
    let mut tokens = scan::scan(paragraph, lexicon);
    let (quotes, leaves_quote_open) =
        quote::find(paragraph, &mut tokens, opening.in_quote, &lexicon.traits);
    let survey = registry.survey(paragraph);
    let mut reading = Reading {
        quotes: quotes.into(),
        leaves_quote_open,
        mentions: survey.mentions.into(),
        odd_titles: survey.odd_titles.into(),
        moments: moment::find(
            paragraph,
            calendar(opening.language.code()),
            time_starts(&tokens),
        )
        .into(),
        ..Reading::default()
    };
    let sentences = sentence::split(paragraph, &tokens);
    reading.sentences.reserve_exact(sentences.len());
    for range in sentences {
        let clause = Clause::new(paragraph, &tokens[range], lexicon);
        reading.add_sentence(&clause);
    }
    referent::know(&mut reading.referents, &reading.mentions, registry);
    reading.join_quotes();
    reading.introduces = reading.introduction(&tokens).map(Nth::new);
    reading.attributions_reach = Reach::of(reading.attributions.iter().map(Attribution::end));
    reading.quotes_reach = Reach::of(reading.quotes.iter().map(|quote| quote.span.end()));
    reading.fit();
    lexicon.done_with(tokens);
    reading
}

/// The bytes at which words begin from which a time may be told. Of words with marks or accents in them the lexicon need
/// not know.
fn time_starts(tokens: &[Token]) -> impl Iterator<Item = usize> {
    let may_tell =
        |token: &&Token| token.kind == Kind::Word && (token.facts.tells_time || !token.plain);
    tokens
        .iter()
        .filter(may_tell)
        .map(|token| token.start as usize)
}

/// The names of days and months in a language, by its code; English where there are none.
fn calendar(code: &str) -> &'static Calendar {
    Calendar::of(code).unwrap_or_else(Calendar::english)
}

/// What the score of a sentence is made of, for those who ask why; the reading itself keeps only the sum.
pub fn score_parts(sentence: &str, language: Language) -> Vec<score::Part> {
    let lexicon = Lexicon::of(language);
    let tokens = scan::scan(sentence, lexicon);
    let clause = Clause::new(sentence, &tokens, lexicon);
    let n_words = clause.tokens.iter().filter(|token| token.is_word()).count() as u32;
    score::parts(&clause, n_words, clause.asks())
}

impl Reading {
    /// Gives back the room that lists have taken to grow: of a long document thousands of readings are kept.
    fn fit(&mut self) {
        self.quotes.shrink_to_fit();
        self.mentions.shrink_to_fit();
        self.attributions.shrink_to_fit();
        self.referents.shrink_to_fit();
        self.moments.shrink_to_fit();
        for sentence in &mut self.sentences {
            sentence.triggers.shrink_to_fit();
        }
    }

    /// The attributions that begin before the end of a range and end behind its start, in order: all that touch it are
    /// among them.
    pub fn attributions_at(&self, span: LocalSpan) -> impl Iterator<Item = &Attribution> {
        self.places_at(span).map(|at| &self.attributions[at])
    }

    /// The same by their places.
    pub fn places_at(&self, span: LocalSpan) -> impl Iterator<Item = usize> {
        let from = self.attributions_reach.first_beyond(span.start());
        (from..self.attributions.len())
            .take_while(move |&at| self.attributions[at].start() < span.end())
    }

    /// The quotations that begin before the end of a range and end behind its start, in order, with their marks.
    pub fn quotes_at(&self, span: LocalSpan) -> impl Iterator<Item = &Quote> {
        let from = self.quotes_reach.first_beyond(span.start());
        self.quotes[from..]
            .iter()
            .take_while(move |quote| quote.span.start() < span.end())
    }

    /// The sentence that holds a byte or ends before it.
    pub fn sentence_at(&self, byte: usize) -> Option<&Sentence> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start() <= byte);
        self.sentences.get(after.checked_sub(1)?)
    }

    /// Adds a sentence with all that is found in it.
    fn add_sentence(&mut self, clause: &Clause) {
        let (Some(first), Some(last)) = (clause.tokens.first(), clause.tokens.last()) else {
            return;
        };
        let span = LocalSpan::new(first.start as usize, last.end as usize);
        let n_words = clause.tokens.iter().filter(|token| token.is_word()).count() as u32;
        let question = clause.asks();
        let at = self.sentences.len();
        let first = self.attributions.len();
        let cues = cue::find(clause);
        let borders = if cues.is_empty() {
            Vec::new()
        } else {
            scope::with_cues(clause, scope::borders(clause), &cues)
        };
        for cue in &cues {
            self.attributions.push(attribution::build(
                clause,
                &borders,
                cue,
                at,
                &self.mentions,
            ));
        }
        self.drop_nested(first, &cues);
        for cue in &cues {
            if let Some(inner) = quoting::inner(clause, &borders, cue, at, &self.mentions) {
                self.attributions.push(inner);
            }
        }
        self.chain(first);
        self.referents.extend(referent::find(clause, at));
        self.sentences.push(Sentence {
            span,
            n_words,
            question,
            triggers: claim::triggers(clause),
            score: score::score(clause, n_words, question),
        });
    }

    /// Leaves out thoughts and deeds told inside what somebody says: "she said he hoped". Words inside words stay.
    fn drop_nested(&mut self, first: usize, cues: &[cue::Cue]) {
        let mut found = self.attributions.split_off(first);
        // "Reed said they had left, citing the law": whoever spoke goes on.
        for at in (0..found.len()).filter(|&at| cues[at].goes_on) {
            let cue = found[at].cue;
            let tells = |&outer: &usize| {
                let content = found[outer].content;
                found[outer].source.is_some()
                    && found[outer].shape != Shape::Noun
                    && cue.is_some_and(|cue| content.is_some_and(|told| told.covers(cue)))
            };
            let spoke = (0..at).rev().filter(|&outer| cues[outer].speech);
            let outer = spoke.chain(0..at).find(tells);
            if let Some(outer) = outer.map(|outer| found[outer].clone()) {
                let goes_on = &mut found[at];
                goes_on.source = outer.source;
                goes_on.grade = outer.grade;
                goes_on.head = outer.head;
                goes_on.mention = outer.mention;
                goes_on.points_back = outer.points_back;
                goes_on.is_document = outer.is_document;
            }
        }
        let inside = |at: usize| {
            let cue = found[at].cue;
            // Whose words are quoted matters, whatever word tells it.
            let quotes = found[at].content.is_some_and(|content| {
                let is_said = |quote: &Quote| quote.n_words >= SHORTEST_QUOTE;
                let mut quotes = self.quotes.iter();
                quotes.any(|quote| is_said(quote) && content.overlaps(quote.span))
            });
            let planned = cues[at].planned;
            let weak = planned || (!cues[at].speech || !cues[at].told) && !quotes;
            found.iter().enumerate().any(|(other, outer)| {
                // "said no, urging patience": one after the other, not one within the other.
                let same = outer.source.is_some() && outer.source == found[at].source;
                let goes_on = !planned && same || cues[at].goes_on;
                if goes_on || !weak {
                    return false;
                }
                // Each within the other: the first tells the second.
                let tells = |inner: Option<LocalSpan>| {
                    let content = found[at].content;
                    content
                        .zip(inner)
                        .is_some_and(|(content, cue)| content.covers(cue))
                };
                if cues[at].speech && !planned && at < other && tells(outer.cue) {
                    return false;
                }
                // Where nobody tells it, the source within is all there is.
                other != at
                    && outer.shape != Shape::Hearsay
                    && !outer.shape.is_agentless()
                    && cue
                        .is_some_and(|cue| outer.content.is_some_and(|content| content.covers(cue)))
                    && (other <= at || cues[other].speech)
            })
        };
        let kept: Vec<bool> = (0..found.len()).map(|at| !inside(at)).collect();
        let kept = found.iter().zip(kept).filter(|(_, kept)| *kept);
        self.attributions
            .extend(kept.map(|(found, _)| found.clone()));
    }

    /// Tells for each attribution from `first` on which one it is told within: the shortest content around its cue.
    fn chain(&mut self, first: usize) {
        for at in first..self.attributions.len() {
            let found = &self.attributions[at];
            let Some(place) = found.cue.or(found.source) else {
                continue;
            };
            self.attributions[at].within = (first..self.attributions.len())
                .filter(|&other| other != at)
                .filter_map(|other| {
                    let outer = &self.attributions[other];
                    let content = outer.content?;
                    // Each within the other: the first tells the second.
                    let told = found.content.zip(outer.cue.or(outer.source));
                    let tells = told.is_some_and(|(content, cue)| content.covers(cue));
                    let is_outer = content.covers(place) && !(at < other && tells);
                    is_outer.then_some((content.len(), other))
                })
                .min()
                .map(|(_, other)| Nth::new(other));
        }
    }

    /// Gives every quotation of some length the attribution beside it, and one of its own where there is none.
    fn join_quotes(&mut self) {
        // Attributions stand in the order of their sentences until quotations of their own are added behind them.
        let n_found = self.attributions.len();
        let mut furthest: Option<usize> = None;
        for at in 0..self.quotes.len() {
            let quote = &self.quotes[at];
            if quote.n_words == 0 {
                continue;
            }
            let span = quote.span;
            let touching = |&found: &usize| {
                let content = self.attributions[found].content;
                content.is_some_and(|content| content.overlaps(span))
            };
            let first = self
                .sentences
                .partition_point(|sentence| sentence.span.end() <= span.start());
            let from = self.attributions[..n_found]
                .partition_point(|found| found.sentence < Nth::new(first));
            let within = (from..n_found).take_while(|&found| {
                let sentence = self.attributions[found].sentence;
                self.sentences[sentence.at()].span.start() < span.end()
            });
            let found = furthest.into_iter().chain(within).find(touching);
            if let Some(found) = found {
                // A quotation is said by one voice from mark to mark, over sentences too.
                let attribution = &mut self.attributions[found];
                attribution.content = attribution.content.map(|content| {
                    LocalSpan::new(
                        content.start().min(span.start()),
                        content.end().max(span.end()),
                    )
                });
                self.quotes[at].attribution = Some(Nth::new(found));
                furthest = Some(found);
            } else if quote.n_words >= SHORTEST_QUOTE {
                self.attributions.push(Attribution::continued(span, first));
                furthest = Some(self.attributions.len() - 1);
                self.quotes[at].attribution = furthest.map(Nth::new);
            }
        }
        self.sort_attributions();
    }

    /// Brings attributions into the order of their first word, and the quotations' references with them.
    fn sort_attributions(&mut self) {
        let mut order: Vec<usize> = (0..self.attributions.len()).collect();
        order.sort_by_key(|&at| (self.attributions[at].start(), at));
        let mut place = vec![0; order.len()];
        for (now, &was) in order.iter().enumerate() {
            place[was] = now;
        }
        self.attributions = order
            .iter()
            .map(|&at| self.attributions[at].clone())
            .collect();
        for quote in &mut self.quotes {
            quote.attribution = quote.attribution.map(|at| Nth::new(place[at.at()]));
        }
        for attribution in &mut self.attributions {
            attribution.within = attribution.within.map(|at| Nth::new(place[at.at()]));
        }
    }

    /// The attribution that hands the next paragraph to a source: the last one before a colon that ends this one.
    fn introduction(&self, tokens: &[Token]) -> Option<usize> {
        let last = tokens.last().filter(|last| last.kind == Kind::Colon)?;
        let sentence = self.sentences.len().checked_sub(1)?;
        let named = |found: &Attribution| {
            found.sentence == Nth::new(sentence)
                && found.shape != Shape::Continued
                && found.start() < last.start as usize
        };
        self.attributions.iter().rposition(named)
    }
}

/// The attributions of a narrative paragraph as "source | cue | content | grade", for tests.
#[cfg(test)]
fn attributed(text: &str) -> Vec<String> {
    let opening = Opening {
        zone: Zone::Narrative,
        in_quote: false,
        language: Language::default(),
    };
    let of = |span: Option<LocalSpan>| span.map_or("-", |span| span.of(text));
    read(text, opening, &Registry::default())
        .attributions
        .iter()
        .map(|found| {
            let grade = found.grade.name();
            format!(
                "{} | {} | {} | {grade}",
                of(found.source),
                of(found.cue),
                of(found.content)
            )
        })
        .collect()
}
