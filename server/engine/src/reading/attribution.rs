//! Attributions: who is said to say what, and by which words.

use crate::registry::Mention;
use crate::text::{LocalSpan, Nth};

use super::antecedent::Pointer;
use super::class::Class;
use super::clause::Clause;
use super::cue::Cue;
use super::referent::ReferentKind;
use super::{phrase, scope, source};

/// A relation of source, cue and content, as PARC and PolNeAR define it (Pareti 2012; Newell, Margolin, Ruths 2018).
#[derive(Clone, PartialEq, Debug)]
pub struct Attribution {
    /// The words that name the source; `None` if the text has none.
    pub source: Option<LocalSpan>,
    /// The words that make it a report; `None` for a quotation carried on.
    pub cue: Option<LocalSpan>,
    /// What is reported; `None` if nothing is, or it stands in the next paragraph.
    pub content: Option<LocalSpan>,
    /// How well the source can be found.
    pub grade: Grade,
    /// How it is built.
    pub shape: Shape,
    /// The sentence that holds its cue, by its place in the reading.
    pub sentence: Nth,
    /// The mention that is or heads the source, by its place in the reading.
    pub mention: Option<Nth>,
    /// The words that gave the grade when it is not named: "critics", "a senior official".
    pub head: Option<LocalSpan>,
    /// How the source points back to one named before, if it does: "she", "the statement".
    pub points_back: Option<Pointer>,
    /// The attribution this one is told within, by its place in the reading: the ministry, where "the ministry quoted
    /// Reed". The outermost owns the report, the innermost the words.
    pub within: Option<Nth>,
    /// Whether the source is a document.
    pub is_document: bool,
}

/// How well a source can be found; higher is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Grade {
    /// A0: a cue without source, or no cue.
    None,
    /// A1: a person or persons without a name.
    Anonymous,
    /// A2: a group without boundary, or a document without owner.
    Vague,
    /// A3: an organization, or a document with owner or date.
    Institution,
    /// A4: a person.
    Named,
}

impl Grade {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Grade::None => "none",
            Grade::Anonymous => "anonymous",
            Grade::Vague => "vague",
            Grade::Institution => "institution",
            Grade::Named => "named",
        }
    }
}

/// How an attribution is built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shape {
    /// "X said that …".
    SourceCueContent,
    /// "…, X said."
    ContentSourceCue,
    /// "…, said X."
    ContentCueSource,
    /// "according to X".
    According,
    /// "was stressed by X".
    PassiveByAgent,
    /// "X: “…”", "X said:" before a paragraph.
    Colon,
    /// "X's claim that …", "the announcement by X".
    Noun,
    /// "it was stressed that …": agentless.
    ItPassive,
    /// "is believed to …", "was supposed to …": agentless.
    Raising,
    /// "there are reports that …": agentless.
    Existential,
    /// "… were discussed", "the talks dealt with …": agentless.
    Discussion,
    /// "reportedly", "allegedly".
    Hearsay,
    /// A quotation of the sentence or paragraph before that goes on.
    Continued,
}

impl Shape {
    /// Whether the reporter has been left out.
    pub fn is_agentless(self) -> bool {
        matches!(
            self,
            Shape::ItPassive | Shape::Raising | Shape::Existential | Shape::Discussion
        )
    }
}

impl Attribution {
    /// A quotation no cue stands by.
    pub(super) fn continued(quote: LocalSpan, sentence: usize) -> Self {
        Attribution {
            source: None,
            cue: None,
            content: Some(quote),
            grade: Grade::None,
            shape: Shape::Continued,
            sentence: Nth::new(sentence),
            mention: None,
            head: None,
            points_back: None,
            within: None,
            is_document: false,
        }
    }

    /// The byte behind the last of it.
    pub(super) fn end(&self) -> usize {
        [self.source, self.cue, self.content]
            .into_iter()
            .flatten()
            .map(LocalSpan::end)
            .max()
            .unwrap_or_default()
    }

    /// The first byte of it.
    pub fn start(&self) -> usize {
        [self.source, self.cue, self.content]
            .into_iter()
            .flatten()
            .map(LocalSpan::start)
            .min()
            .unwrap_or_default()
    }
}

/// The attribution a cue makes in its sentence.
pub(super) fn build(
    clause: &Clause,
    borders: &[scope::Place],
    cue: &Cue,
    sentence: usize,
    mentions: &[Mention],
) -> Attribution {
    let (grade, head, mention) = match cue.source {
        Some(phrase) => source::grade(clause, phrase, mentions),
        None => (Grade::None, None, None),
    };
    let document = |(first, last)| (first..=last).any(|at| clause.is(at, Class::Document));
    Attribution {
        source: cue.source.map(|phrase| phrase::span(clause, phrase)),
        cue: Some(phrase::span(clause, cue.place)),
        content: scope::content(clause, borders, cue),
        grade,
        shape: cue.shape,
        sentence: Nth::new(sentence),
        mention: mention.map(Nth::new),
        head,
        points_back: cue
            .source
            .filter(|_| mention.is_none())
            .and_then(|phrase| pointer(clause, phrase)),
        within: None,
        is_document: cue.source.is_some_and(document),
    }
}

/// How a source points back: a pronoun of the third person, or a noun with nothing but "the" before it.
fn pointer(clause: &Clause, (first, last): phrase::Phrase) -> Option<Pointer> {
    if first == last {
        let one = clause.is(first, Class::Singular);
        let gender = one.then(|| clause.gender(first)).flatten();
        return [
            (Class::Singular, Pointer::One(gender)),
            (Class::Plural, Pointer::Many),
            (Class::Neuter, Pointer::Thing),
        ]
        .into_iter()
        .find(|&(class, _)| clause.is(first, Class::Third) && clause.is(first, class))
        .map(|(_, pointer)| pointer);
    }
    let bare = last == first + 1 && clause.is(first, Class::Definite) && !clause.capital(last);
    if !bare {
        return None;
    }
    [
        (Class::Document, ReferentKind::Document),
        (Class::Role, ReferentKind::Role),
        (Class::Institution, ReferentKind::Body),
        (Class::Group, ReferentKind::Group),
    ]
    .into_iter()
    .find(|&(class, _)| clause.is(last, class))
    .map(|(_, kind)| Pointer::Noun(kind))
}
