//! Words told at second hand: "the ministry quoted Reed as saying that", "quoting the harbour master:".
//!
//! The outer attribution is the one who quotes; the inner one, made here, is the one who is quoted and owns the words.

use crate::registry::Mention;

use super::attribution::{self, Attribution, Shape};
use super::class::Class;
use super::clause::{Clause, NOWHERE};
use super::cue::Cue;
use super::phrase::{self, Phrase};
use super::token::Kind;
use super::{passive, scope};

/// How far "as saying" may stand behind the verb, in tokens.
const REACH: usize = 16;

/// The attribution of the one whom the verb at a cue quotes, where no cue of its own stands behind it.
pub(super) fn inner(
    clause: &Clause,
    borders: &[scope::Place],
    cue: &Cue,
    sentence: usize,
    mentions: &[Mention],
) -> Option<Attribution> {
    let at = cue.place.1;
    let (verb, _) = clause.verb(at)?;
    if !verb.flags.quoting || cue.source.is_none() || cue.shape == Shape::PassiveByAgent {
        return None;
    }
    let quoted = named(clause, at)?;
    let next = quoted.1 + 1;
    if clause.is(next, Class::As) && clause.verb(next + 1).is_some() {
        return None;
    }
    if !(clause.kind(next, Kind::Colon) || clause.quote_within(next, 3) || next >= clause.len()) {
        return None;
    }
    let told = Cue::new((quoted.1, quoted.1), Some(quoted), Shape::SourceCueContent);
    Some(Attribution {
        cue: None,
        ..attribution::build(clause, borders, &told, sentence, mentions)
    })
}

/// The source of "saying" in "quoted Reed as saying" and "Reed was quoted as saying".
pub(super) fn speaker(clause: &Clause, at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1)?;
    if !clause.is(before, Class::As) {
        return None;
    }
    let verb = (before.saturating_sub(REACH)..before)
        .rev()
        .find(|&at| clause.verb(at).is_some_and(|(verb, _)| verb.flags.quoting))?;
    if let Some(be) = passive::auxiliary(clause, verb) {
        let left = clause.left_of_verb(be);
        return (left != NOWHERE)
            .then(|| phrase::phrase_left(clause, left))
            .flatten();
    }
    named(clause, verb)
}

/// Somebody named right behind a verb.
fn named(clause: &Clause, verb: usize) -> Option<Phrase> {
    let next = verb + 1;
    let begins = clause.capital(next)
        || clause.is(next, Class::Determiner)
        || clause.is(next, Class::Object)
        || clause.is(next, Class::Title)
        || clause.is(next, Class::Role);
    if !begins {
        return None;
    }
    let (first, last) = phrase::phrase_right(clause, next)?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use crate::reading::{Language, Opening, read};
    use crate::registry::Registry;
    use crate::transcript::Zone;

    /// Each attribution as "source < source it is told within".
    fn chains(text: &str) -> Vec<String> {
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        let reading = read(text, opening, &Registry::default());
        let source = |at: usize| {
            reading.attributions[at]
                .source
                .map_or("-", |span| span.of(text))
        };
        reading
            .attributions
            .iter()
            .enumerate()
            .map(|(at, found)| match found.within {
                Some(outer) => format!("{} < {}", source(at), source(outer.at())),
                None => source(at).to_owned(),
            })
            .collect()
    }

    #[test]
    fn who_is_quoted_owns_the_words_and_who_quotes_owns_the_report() {
        for text in [
            "The ministry quoted Ada Vane: “The port is shut.”",
            "The ministry quoted Ada Vane as saying that the port was shut.",
        ] {
            assert_eq!(
                chains(text),
                ["The ministry", "Ada Vane < The ministry"],
                "{text}"
            );
        }
        assert_eq!(
            chains("The daily Kurier wrote that Vane said that the port was shut."),
            ["The daily Kurier", "Vane < The daily Kurier"]
        );
        // Each stands within the other: the first tells the second, and nothing is told within itself.
        assert_eq!(
            chains("Officials said the talks were discussed."),
            ["Officials", "- < Officials"]
        );
    }

    #[test]
    fn a_colon_hands_the_next_paragraph_to_the_one_who_is_quoted() {
        let text =
            "The ministry said in a note that talks went well, quoting the harbour master Vane:";
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        let reading = read(text, opening, &Registry::default());
        let introduces = reading.introduces.expect("a colon ends it");
        let source = reading.attributions[introduces.at()]
            .source
            .map(|span| span.of(text));
        assert_eq!(source, Some("the harbour master Vane"));
    }
}
