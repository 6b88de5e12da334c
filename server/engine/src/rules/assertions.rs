//! What a sentence of the narrative asserts on nobody's word: the ground that the rules about claims share.

use std::sync::LazyLock;

use crate::reading::{
    Attribution, Grade, Language, Sentence, Standing, Trigger, TriggerKind, WordList,
};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Nth, Span};
use crate::transcript::Zone;

use super::phrases::Phrases;
use super::sources;
use super::{Edit, Finding, Findings};

/// The lowest grade of a source that settles a claim, unless the project says otherwise: an organization or a document with
/// an owner.
pub(super) const ENOUGH: Grade = Grade::Institution;

/// Words that make no strong claim by themselves.
static WEAK: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("assertions/weak.txt")));

/// On what a claim stands that has no source of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Basis {
    /// Nothing.
    Nobody,
    /// The sentence has a source that does not reach it.
    OtherClause,
    /// Only the sentence before has a source.
    Inherited,
    /// It is spliced on to a wish, or by a comma alone to a clause with a source.
    Spliced,
    /// It is packed into a wish: “let us hope that the siege of the butchers ends”.
    Wished,
}

/// The claims of one sentence for which no source of the least grade stands.
pub(super) struct Assertion<'a> {
    /// The paragraph it stands in.
    pub(super) paragraph: &'a Paragraph,
    /// What makes strong claims of it, in text order; never empty.
    pub(super) triggers: Vec<&'a Trigger>,
    /// What it stands on instead of a source.
    pub(super) basis: Basis,
    sentence: &'a Sentence,
    /// How many sentences ago a document that counts was named.
    measured: Option<u8>,
    /// The words of the paragraph.
    words: &'a str,
}

/// The assertions of a paragraph, in text order, if the running rule looks at its zone. `asked` says whether a sentence may
/// matter to it, by what it claims and on what it stands: most need not be weighed.
pub(super) fn assertions<'a>(
    record: &'a Record,
    paragraph: &'a Paragraph,
    findings: &Findings<'_>,
    asked: impl Fn(TriggerKind, &Standing) -> bool,
) -> Vec<Assertion<'a>> {
    if !findings.looks_at(paragraph.zone) {
        return Vec::new();
    }
    let ground = Ground {
        paragraph,
        words: paragraph.span.of(record.content()),
        least: findings.minimum_grade(),
        outlet_known: findings.outlet().is_some(),
    };
    let sentences = paragraph.reading.sentences.iter();
    sentences
        .zip(&paragraph.standings)
        .enumerate()
        .filter(|(_, (sentence, standing))| {
            let mut triggers = sentence.triggers.iter();
            triggers.any(|trigger| asked(trigger.kind, standing))
        })
        .flat_map(|(at, (sentence, standing))| ground.of_sentence(at, sentence, standing))
        .collect()
}

/// What the claims of a paragraph are judged by.
struct Ground<'a> {
    paragraph: &'a Paragraph,
    words: &'a str,
    least: Grade,
    outlet_known: bool,
}

impl<'a> Ground<'a> {
    fn language(&self) -> Language {
        self.paragraph.opening.language
    }

    fn of_sentence(
        &self,
        at: usize,
        sentence: &'a Sentence,
        standing: &'a Standing,
    ) -> impl Iterator<Item = Assertion<'a>> + use<'a> {
        let (wish, part) = parts(self.words, sentence, self.language());
        let wished = wish.and_then(|wish| {
            let mut wished = self.assertion(at, sentence, standing, wish, Basis::Wished)?;
            // A wish may be for all or for ever; it does not accuse by itself.
            wished.triggers.retain(|trigger| {
                matches!(trigger.kind, TriggerKind::Accusation | TriggerKind::Cause)
            });
            (!wished.triggers.is_empty()).then_some(wished)
        });
        let basis = if wish.is_some() {
            Basis::Spliced
        } else {
            Basis::Nobody
        };
        let asserted = part.and_then(|part| self.assertion(at, sentence, standing, part, basis));
        wished.into_iter().chain(asserted)
    }

    fn assertion(
        &self,
        at: usize,
        sentence: &'a Sentence,
        standing: &'a Standing,
        part: LocalSpan,
        basis: Basis,
    ) -> Option<Assertion<'a>> {
        // A source in the question tagged on, or in the wish before, is none for what is asserted.
        let has_own_source = self
            .paragraph
            .reading
            .attributions_at(part)
            .any(|attribution| {
                let place = attribution.cue.or(attribution.source);
                attribution.sentence == Nth::new(at)
                    && attribution.grade >= self.least
                    && place.is_some_and(|place| part.overlaps(place))
                    && (self.outlet_known || !self.is_outlet(attribution))
            });
        let is_inherited =
            standing.inherited && standing.grade.is_some_and(|grade| grade >= self.least);
        let is_bare = |trigger: &&Trigger| {
            part.covers(trigger.span)
                && !self.is_cue(trigger)
                && !is_quoted(self.paragraph, trigger.span)
                && (!(has_own_source || is_inherited)
                    || self.is_of_others(trigger)
                    || standing
                        .uncovered
                        .iter()
                        .any(|uncovered| uncovered.covers(trigger.span)))
        };
        let triggers: Vec<&Trigger> = sentence.triggers.iter().filter(is_bare).collect();
        let basis = match basis {
            Basis::Nobody if is_inherited => Basis::Inherited,
            // The sentence as a whole stands on a source left out or unnamed: the one elsewhere in it is none for its claims.
            Basis::Nobody if standing.grade.is_some_and(|grade| grade < self.least) => {
                Basis::Nobody
            }
            Basis::Nobody if has_own_source && self.is_spliced(sentence, &triggers) => {
                Basis::Spliced
            }
            Basis::Nobody if has_own_source => Basis::OtherClause,
            other => other,
        };
        (!triggers.is_empty()).then_some(Assertion {
            paragraph: self.paragraph,
            triggers,
            basis,
            sentence,
            measured: standing.measured,
            words: self.words,
        })
    }

    /// Whether a claim is only the word by which a source is told: “that, they believe, is so”.
    fn is_cue(&self, trigger: &Trigger) -> bool {
        let mut found = self.paragraph.reading.attributions_at(trigger.span);
        found.any(|found| {
            found.source.is_some() && found.cue.is_some_and(|cue| cue.overlaps(trigger.span))
        })
    }

    /// Whether the first claim stands in a clause spliced on by a comma, with a subject and no source of its own: a
    /// sentence by itself, but for the comma.
    fn is_spliced(&self, sentence: &Sentence, triggers: &[&Trigger]) -> bool {
        let said = sentence.span.of(self.words);
        let language = self.language();
        let Some(first) = triggers
            .first()
            .map(|first| first.span.start() - sentence.span.start())
        else {
            return false;
        };
        let splice = clause_starts(said).rev().find(|at| {
            *at <= first && language.lists(WordList::ClauseSubjects, &first_word(&said[*at..]))
        });
        splice.is_some_and(|splice| {
            let from = sentence.span.start() + splice;
            let rest = LocalSpan::new(from, sentence.span.end());
            !self.paragraph.reading.attributions_at(rest).any(|found| {
                let places = [found.source, found.cue];
                let mut places = places.into_iter().flatten();
                places.any(|place| from <= place.start() && place.start() < sentence.span.end())
            })
        })
    }

    /// Whether the outlet speaks of itself as the source: “we believe”.
    fn is_outlet(&self, attribution: &Attribution) -> bool {
        self.paragraph.zone == Zone::Narrative
            && attribution.source.is_some_and(|source| {
                self.language()
                    .lists(WordList::Outlet, source.of(self.words))
                    && !is_quoted(self.paragraph, source)
            })
    }

    /// Whether a claim that only the outlet's own word covers is a fact about others: its opinion it may tell on its own
    /// word, what others did or cost it may not.
    fn is_of_others(&self, trigger: &Trigger) -> bool {
        let is_fact = matches!(
            trigger.kind,
            TriggerKind::Accusation | TriggerKind::Cause | TriggerKind::Figure
        );
        let mut covering = self
            .paragraph
            .reading
            .attributions_at(trigger.span)
            .filter(|found| {
                found
                    .content
                    .is_some_and(|content| content.covers(trigger.span))
            })
            .peekable();
        is_fact && covering.peek().is_some() && covering.all(|found| self.is_outlet(found))
    }
}

/// Whether words of a paragraph stand in a quotation: they are not in the outlet's voice then, whoever said them.
pub(super) fn is_quoted(paragraph: &Paragraph, span: LocalSpan) -> bool {
    let mut quotes = paragraph.reading.quotes_at(span);
    quotes.any(|quote| quote.inner.covers(span))
}

impl<'a> Assertion<'a> {
    /// Its strong triggers (T1–T5), the weightiest first and figures last. Words that claim little by themselves go with
    /// others only, but for what is spliced on, which weighs less anyhow.
    pub(super) fn strong(&self) -> Vec<&'a Trigger> {
        let is_figure = |trigger: &Trigger| trigger.kind == TriggerKind::Figure;
        let is_weak =
            |trigger: &Trigger| !is_figure(trigger) && WEAK.holds(trigger.span.of(self.words));
        let mut triggers = self.triggers.clone();
        triggers.retain(|trigger| trigger.kind.is_strong());
        let has_weight = triggers
            .iter()
            .any(|trigger| !is_figure(trigger) && !is_weak(trigger));
        if !has_weight && self.basis != Basis::Spliced {
            triggers.retain(|trigger| is_figure(trigger));
        }
        triggers.sort_by_key(|trigger| (is_figure(trigger), is_weak(trigger)));
        triggers
    }

    /// Whether a figure goes on from a document that counts: one named in the sentence, or for shares one named before.
    pub(super) fn is_measured(&self, figure: &Trigger) -> bool {
        let words = figure.span.of(self.words);
        let is_share = SHARES.iter().any(|share| words.ends_with(share));
        self.measured.is_some_and(|ago| ago == 0 || is_share)
    }

    /// Adds a finding on the first of `triggers`, with the others and what was found in place of a source beside it.
    pub(super) fn report<'f>(
        &self,
        record: &Record,
        triggers: &[&Trigger],
        what: &str,
        findings: &'f mut Findings<'_>,
    ) -> Option<&'f mut Finding> {
        let (first, others) = triggers.split_first()?;
        let base = self.paragraph.span.start;
        let span = first.span.place(base);
        let words = span.of(record.content());
        let why = match self.basis {
            Basis::Inherited => "and only the sentence before has a source",
            Basis::OtherClause => "and the source of the sentence does not reach it",
            Basis::Wished => "and the wish around it names no source for it",
            Basis::Nobody | Basis::Spliced => "and the sentence names no source for it",
        };
        let message = match self.nameless_source(first) {
            Some((source, is_document)) => {
                let source = source.of(self.words);
                let lacking = if is_document { "owner" } else { "name" };
                format!("“{words}” {what}, and its source, “{source}”, has no {lacking}.")
            }
            None => format!("“{words}” {what}, {why}."),
        };
        let finding = findings.add(Some(self.paragraph.zone), span, message)?;
        if self.basis == Basis::Spliced {
            finding.lower();
        }
        for trigger in others {
            let kind = trigger.kind.name();
            finding.relate(trigger.span.place(base), format!("also asserted: {kind}"));
        }
        Some(finding)
    }

    /// The source of a claim that is none of the least grade: “a spokesman”, “some observers”.
    /// And whether it is a document.
    fn nameless_source(&self, trigger: &Trigger) -> Option<(LocalSpan, bool)> {
        let mut found = self.paragraph.reading.attributions_at(trigger.span);
        let found = found.find(|found| {
            let content = found.content;
            matches!(found.grade, Grade::Anonymous | Grade::Vague)
                && self.sentence.span.covers(trigger.span)
                && content.is_some_and(|content| content.covers(trigger.span))
        })?;
        Some((found.source?, found.is_document))
    }

    /// Offers to name a source at the end of the sentence: those of the paragraph, nearest first.
    pub(super) fn offer_source(&self, record: &Record, finding: &mut Finding) {
        let words = self.paragraph.span.of(record.content());
        let said = self.sentence.span.of(words);
        let body = said.trim_end_matches(['.', '!', '?', '…']);
        if body.len() == said.len() || body.ends_with(['”', '"', ')', '»']) {
            return;
        }
        let at = self.paragraph.span.start + self.sentence.span.start() + body.len();
        let Some(said) = self.paragraph.opening.language.said() else {
            return;
        };
        for name in sources::nearest(self.paragraph, words, self.sentence.span.start()) {
            finding.suggest(
                format!("Add “{name} {said}”, if so"),
                vec![Edit::replace(Span::new(at, at), format!(", {name} {said}"))],
            );
        }
    }
}

/// How figures end that are shares of those a document asked.
const SHARES: [&str; 4] = ["%", "percent", "per cent", "points"];

/// What a trigger does, as a message says it.
pub(super) fn what(kind: TriggerKind) -> &'static str {
    match kind {
        TriggerKind::Figure => "is a figure",
        TriggerKind::Extreme => "asserts an extreme",
        TriggerKind::Cause => "asserts a cause",
        TriggerKind::Accusation => "accuses or tells of violence",
        TriggerKind::Mind => "tells what somebody else thinks or wants",
        TriggerKind::Forecast => "tells the future as fact",
        TriggerKind::Event => "reports an event",
    }
}

/// The part of a sentence that only wishes, and the part that asserts.
fn parts(
    words: &str,
    sentence: &Sentence,
    language: Language,
) -> (Option<LocalSpan>, Option<LocalSpan>) {
    let asserted = asserted_part(words, sentence, language);
    if !is_wish(sentence.span.of(words), language) || sentence.question {
        return (None, asserted);
    }
    let end = asserted.map_or(sentence.span.end(), LocalSpan::start);
    (Some(LocalSpan::new(sentence.span.start(), end)), asserted)
}

/// “Let us …”, “Let’s …”.
fn is_wish(said: &str, language: Language) -> bool {
    let said = said.trim_start_matches(|c: char| !c.is_alphabetic());
    language.opens(WordList::Wishes, said)
}

/// The part of a sentence that asserts: all of it, what stands before the question tagged on to it, or what is spliced
/// on behind a wish; `None` for a question or a wish alone.
fn asserted_part(words: &str, sentence: &Sentence, language: Language) -> Option<LocalSpan> {
    let span = sentence.span;
    let said = span.of(words);
    let first = first_word(said);
    if sentence.question {
        if is_asking(&first, language) {
            return None;
        }
        let at = clause_starts(said).rev().find(|at| {
            let word = first_word(&said[*at..]);
            language.lists(WordList::Auxiliaries, &word)
        })?;
        return Some(LocalSpan::new(span.start(), span.start() + at));
    }
    if is_least_one_can_do(said, language) {
        return None;
    }
    if is_wish(said, language) {
        let at = clause_starts(said).rev().find(|at| {
            let word = first_word(&said[*at..]);
            language.lists(WordList::ClauseSubjects, &word)
        })?;
        return Some(LocalSpan::new(span.start() + at, span.end()));
    }
    Some(span)
}

/// “The least they can do is …”: a demand, in the form of a statement.
fn is_least_one_can_do(said: &str, language: Language) -> bool {
    language.opens(WordList::DemandOpeners, said) && language.holds(WordList::DemandClosers, said)
}

fn is_asking(word: &str, language: Language) -> bool {
    language.lists(WordList::Auxiliaries, word) || language.lists(WordList::QuestionWords, word)
}

/// Where the words after a comma or semicolon begin, in bytes.
fn clause_starts(said: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    said.match_indices([',', ';'])
        .filter_map(|(at, _)| said[at + 1..].starts_with(' ').then_some(at + 2))
}

fn first_word(words: &str) -> String {
    words
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// A range of a paragraph as a place of the document.
pub(super) fn place(paragraph: &Paragraph, span: LocalSpan) -> Span {
    span.place(paragraph.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: &str, expected: Option<&str>) {
        let sentence = Sentence {
            span: LocalSpan::new(0, said.len()),
            n_words: 0,
            question: said.ends_with('?'),
            triggers: thin_vec::ThinVec::new(),
            score: 0,
        };
        let part = asserted_part(said, &sentence, Language::default());
        assert_eq!(part.map(|part| part.of(said)), expected, "{said}");
    }

    #[test]
    fn a_question_asserts_only_what_it_is_tagged_on_to() {
        check("Did they break the treaty, or the truce?", None);
        check("Why, the neighbours ask, is it so?", None);
        check("They fear us?", None);
        check(
            "They broke the treaty, do you think they will keep this one?",
            Some("They broke the treaty, "),
        );
    }

    #[test]
    fn a_wish_asserts_only_what_is_spliced_on() {
        check("Let us hope the treaty holds.", None);
        check("The least the neighbours can do is to stop.", None);
        check(
            "Let’s hope it holds, the people have waited for it.",
            Some("the people have waited for it."),
        );
        check("Letters were read out.", Some("Letters were read out."));
    }
}
