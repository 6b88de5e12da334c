//! The sources outside a sentence that were considered for it, and why they vouch for it or do not.
//!
//! Whom its pronouns could mean in the sentences before, who vouches for the sentence before, and whose turn or statement it
//! stands in. Nothing here decides: it tells what reading has decided.

use crate::reading::antecedent::MEMORY;
use crate::reading::{Antecedent, Back, Pointer, Referent, Standing};
use crate::record::{Paragraph, Record};
use crate::registry::Gender;
use crate::text::{LocalSpan, Span};
use crate::transcript::Voice;

/// The most that is told of what was named before; the rest is too far to be meant.
const N_EARLIER: usize = 12;

/// Somebody or something outside a sentence that could vouch for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// The words that name it (document bytes).
    pub span: Span,
    /// Whether the sentence stands on its word, or its pronoun means it.
    pub is_taken: bool,
    /// What it is to the sentence, to be read after its words: "speaks in this turn".
    pub why: String,
}

/// Who outside a sentence was considered for it, given by its paragraph's place in the record and its own in the reading:
/// those named before it, the nearest first, then whoever speaks over it.
pub fn elsewhere(record: &Record, paragraph: usize, sentence: usize) -> Vec<Elsewhere> {
    let Some(here) = record.paragraphs().get(paragraph) else {
        return Vec::new();
    };
    let Some(standing) = here.standings.get(sentence) else {
        return Vec::new();
    };
    let first = record
        .paragraphs()
        .partition_point(|other| other.passage < here.passage);
    let asked = Asked {
        record,
        passage: &record.paragraphs()[first..=paragraph],
        here,
        sentence,
        standing,
    };
    let mut found: Vec<Elsewhere> = standing
        .back
        .iter()
        .flat_map(|back| asked.meant(back))
        .collect();
    found.extend(asked.before());
    found.extend(asked.over());
    found
}

/// The sentence that is asked about.
struct Asked<'a> {
    record: &'a Record,
    /// The paragraphs of its passage up to its own.
    passage: &'a [Paragraph],
    here: &'a Paragraph,
    sentence: usize,
    standing: &'a Standing,
}

impl Asked<'_> {
    /// Whom a source that points back could mean.
    fn meant(&self, back: &Back) -> Vec<Elsewhere> {
        let Some(found) = self.here.reading.attributions.get(back.attribution.at()) else {
            return Vec::new();
        };
        let (Some(pointer), Some(source)) = (found.points_back, found.source) else {
            return Vec::new();
        };
        let content = self.record.content();
        let pronoun = source.place(self.here.span.start).of(content);
        let taken = self.antecedent(&back.antecedent);
        let mut all = Vec::new();
        for (span, referent, distance) in self.earlier(source.start(), pointer) {
            let is_taken = taken.iter().any(|taken| taken.overlaps(span));
            let kind = referent.kind.name();
            let why = if is_taken && taken.len() > 1 {
                format!("may be whom “{pronoun}” means, and so may another named with them")
            } else if is_taken {
                format!("is whom “{pronoun}” means")
            } else if !pointer.may_mean(referent.kind) {
                format!("is a {kind}, which “{pronoun}” does not stand for")
            } else if pointer.contradicts(referent) {
                let who = match referent.gender {
                    Some(Gender::She) => "a woman",
                    _ => "a man",
                };
                format!("is {who}, whom “{pronoun}” does not stand for")
            } else if distance == 0 {
                format!("could be “{pronoun}”, but another fits it better")
            } else {
                format!("could be “{pronoun}”, but somebody nearer or speaking fits it better")
            };
            all.push(Elsewhere {
                span,
                is_taken: is_taken && taken.len() == 1,
                why,
            });
        }
        all
    }

    /// What was named before a place of the sentence, the nearest first, each with how many sentences lie between.
    fn earlier(&self, until: usize, pointer: Pointer) -> Vec<(Span, &Referent, usize)> {
        let reach = match pointer {
            Pointer::Noun(_) => usize::MAX,
            Pointer::One(_) | Pointer::Many | Pointer::Thing => MEMORY,
        };
        let mut found = Vec::new();
        let mut behind = 0;
        for (nth, paragraph) in self.passage.iter().enumerate().rev() {
            let is_here = nth + 1 == self.passage.len();
            let last = if is_here {
                self.sentence
            } else {
                paragraph.reading.sentences.len().saturating_sub(1)
            };
            for referent in paragraph.reading.referents.iter().rev() {
                let at = referent.span.place(paragraph.span.start);
                let is_before = !is_here || referent.span.end() <= until;
                let distance = (behind + last).checked_sub(referent.sentence.at());
                if let Some(distance) = distance.filter(|distance| *distance <= reach)
                    && is_before
                    && found.len() < N_EARLIER
                {
                    found.push((at, referent, distance));
                }
            }
            behind += last + 1;
            if behind > reach || found.len() >= N_EARLIER {
                break;
            }
        }
        found
    }

    /// The words a source that points back means: none, one, or two between which it stays open.
    fn antecedent(&self, antecedent: &Antecedent) -> Vec<Span> {
        let words = |nth: usize, span: LocalSpan| {
            let paragraph = self.passage.get(nth)?;
            Some(span.place(paragraph.span.start))
        };
        match antecedent {
            Antecedent::Source(nth, place) => self
                .passage
                .get(nth.at())
                .and_then(|home| home.reading.attributions.get(place.at())?.source)
                .and_then(|span| words(nth.at(), span))
                .into_iter()
                .collect(),
            Antecedent::Named(nth, span) => words(nth.at(), *span).into_iter().collect(),
            Antecedent::Ambiguous(one, other) => [one, other]
                .into_iter()
                .filter_map(|(nth, span)| words(nth.at(), *span))
                .collect(),
            Antecedent::Missing => Vec::new(),
        }
    }

    /// Who vouches for the sentence before this one, and whether that goes on.
    fn before(&self) -> Option<Elsewhere> {
        let (nth, place) = if self.standing.inherited {
            self.standing.attribution?
        } else {
            let before = match self.sentence.checked_sub(1) {
                Some(before) => self.here.standings.get(before)?,
                None => self.passage.iter().rev().nth(1)?.standings.last()?,
            };
            before.attribution?
        };
        let home = self.passage.get(nth.at())?;
        let source = home.reading.attributions.get(place.at())?.source?;
        let is_taken = self.standing.inherited;
        let why = if is_taken {
            "vouches for the sentence before, which is carried over"
        } else if self.standing.attribution.is_some() {
            "vouches for the sentence before; this one has a source of its own"
        } else {
            "vouches for the sentence before; nothing carries that over to this one"
        };
        Some(Elsewhere {
            span: source.place(home.span.start),
            is_taken,
            why: why.to_owned(),
        })
    }

    /// Whose turn or statement it stands in.
    fn over(&self) -> Option<Elsewhere> {
        let transcript = self.record.transcript();
        let (span, why) = match &transcript.passages[self.here.passage].voice {
            Voice::Speaker(turn) => (transcript.turns[*turn].label.span, "speaks in this turn"),
            Voice::Issuer(issuer) => (issuer.span, "issues the statement it stands in"),
            Voice::Narrator | Voice::None(_) => return None,
        };
        Some(Elsewhere {
            span,
            is_taken: true,
            why: why.to_owned(),
        })
    }
}
