//! What in a paragraph could have been a report and is none, with the reason: for those who ask why nobody vouches.
//!
//! The paragraph is judged anew by the same finders; nothing of this is kept with a reading.

use crate::text::{LocalSpan, Nth};

use super::clause::Clause;
use super::lexicon::Lexicon;
use super::{Opening, Reading, cue, quote, scan, sentence, verb};

/// A word of saying or thinking that makes no report where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Considered {
    /// The word (local to the paragraph).
    pub span: LocalSpan,
    /// The sentence that holds it, by its place in the reading.
    pub sentence: usize,
    /// Why it makes none.
    pub why: WhyNot,
}

/// Why a word of saying or thinking makes no report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum WhyNot {
    /// It is a noun, a name or another word where it stands.
    NoVerb,
    /// It stands in a quotation: somebody's word, not the text's.
    Quoted,
    /// A passive with neither "by" nor what is said.
    Passive,
    /// It describes the noun beside it: "a report submitted".
    Describes,
    /// It reports only beside a quotation, and there is none.
    NoQuotation,
    /// It reports only with its particle: "point" without "out".
    NoParticle,
    /// Nobody who could be its source stands by it.
    NoSource,
    /// Nothing is told by it: no clause, no quotation, no object.
    NoContent,
    /// A noun of saying that belongs to nobody and tells nothing: "a claim".
    Unowned,
    /// It stands within another report, which vouches.
    Within,
}

impl WhyNot {
    /// The reason in words, to follow the word it is about.
    pub fn words(self) -> &'static str {
        match self {
            WhyNot::NoVerb => "is no verb of saying here",
            WhyNot::Quoted => "stands in a quotation",
            WhyNot::Passive => "is a passive without “by” and without what was said",
            WhyNot::Describes => "describes the noun beside it",
            WhyNot::NoQuotation => "reports only beside a quotation",
            WhyNot::NoParticle => "reports only with its particle",
            WhyNot::NoSource => "has no subject who could say it",
            WhyNot::NoContent => "tells neither a clause nor a quotation",
            WhyNot::Unowned => "is a noun with no owner and no “that”",
            WhyNot::Within => "stands within another report",
        }
    }
}

/// The words of saying and thinking in a paragraph that make no report, in text order; `reading` is what was read from it.
pub fn considered(paragraph: &str, opening: Opening, reading: &Reading) -> Vec<Considered> {
    let lexicon = Lexicon::of(opening.language);
    let mut tokens = scan::scan(paragraph, lexicon);
    let _ = quote::find(paragraph, &mut tokens, opening.in_quote, &lexicon.traits);
    let mut all = Vec::new();
    for (sentence, range) in sentence::split(paragraph, &tokens).into_iter().enumerate() {
        let clause = Clause::new(paragraph, &tokens[range], lexicon);
        let cues = cue::find(&clause);
        for at in 0..clause.len() {
            let span = clause.tokens[at].span();
            let is_cue = reading.attributions.iter().any(|found| {
                found.sentence == Nth::new(sentence)
                    && found.cue.is_some_and(|cue| cue.overlaps(span))
            });
            if is_cue {
                continue;
            }
            let is_found = cues
                .iter()
                .any(|cue| (cue.place.0..=cue.place.1).contains(&at));
            let why = match (is_found, verb::judged(&clause, at)) {
                (true, _) => Some(WhyNot::Within),
                (false, Err(why)) if clause.verb(at).is_some() => Some(why),
                _ if clause.tokens[at].facts.noun.is_some() => Some(WhyNot::Unowned),
                _ => None,
            };
            all.extend(why.map(|why| Considered {
                span,
                sentence,
                why,
            }));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Language, read};
    use crate::registry::Registry;
    use crate::transcript::Zone;

    /// The words considered in a narrative paragraph, each with its reason.
    fn reasons(text: &str) -> Vec<(&str, WhyNot)> {
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        let reading = read(text, opening, &Registry::default());
        considered(text, opening, &reading)
            .into_iter()
            .map(|found| (found.span.of(text), found.why))
            .collect()
    }

    #[test]
    fn a_word_that_makes_no_report_says_why() {
        for (text, word, why) in [
            ("The state of the road is bad.", "state", WhyNot::NoVerb),
            (
                "The treaty was signed in spring.",
                "signed",
                WhyNot::Passive,
            ),
            ("“He said so twice,” Reed noted.", "said", WhyNot::Quoted),
            (
                "An argument broke out at the harbour.",
                "argument",
                WhyNot::Unowned,
            ),
            (
                "Reed said he hoped that it would rain.",
                "hoped",
                WhyNot::Within,
            ),
        ] {
            let found = reasons(text);
            assert!(found.contains(&(word, why)), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_a_report_is_not_among_them() {
        assert_eq!(reasons("Reed said that the port was shut."), []);
    }
}
