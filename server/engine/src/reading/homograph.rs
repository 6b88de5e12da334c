//! Whether a word that may be a verb or a noun is a verb where it stands: the biggest source of false cues.

use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE};
use super::entry::{Form, Verb};
use super::passive;
use super::token::Kind;

/// The homograph test: whether the word can be a verb where it stands.
pub(super) fn reads_as_verb(clause: &Clause, at: usize, verb: &Verb, form: Form) -> bool {
    let before = at.wrapping_sub(1);
    let after_mark =
        before == NOWHERE || clause.kind(before, Kind::Mark) || clause.kind(before, Kind::Colon);
    if clause.capital(at) && !after_mark && !clause.headline {
        return false;
    }
    if clause.hyphenated(before, at)
        || clause.hyphenated(at + 1, at)
        || clause.get(at).is_some_and(|token| token.owner)
    {
        return false;
    }
    if form == Form::Base && clause.any(before, Classes::of(&[Class::Be, Class::No])) {
        return false;
    }
    // "the most elaborate search"
    let superlative =
        clause.is(before, Class::Superlative) && clause.is(before.wrapping_sub(1), Class::Definite);
    if form == Form::Base && superlative {
        return false;
    }
    let nominal =
        clause.is(before, Class::Determiner) || clause.is(before, Class::Of) || clause.owns(before);
    if form != Form::Ing && nominal && !verb.flags.bare && !clause.is(before, Class::Quantifier) {
        return false;
    }
    if verb.unless.iter().any(|word| clause.reads(at + 1, word)) {
        return false;
    }
    // "20 pledged delegates"
    let counted = clause.kind(before, Kind::Number) || clause.is(before, Class::NumberDeterminer);
    if form == Form::Past && counted && is_plain(clause, at + 1) {
        return false;
    }
    let base = matches!(form, Form::Base | Form::Third);
    if base && clause.is(before, Class::Preposition) && !clause.is(before, Class::To) {
        return false;
    }
    let after_noun = Classes::of(&[
        Class::Of,
        Class::Determiner,
        Class::Preposition,
        Class::Worth,
    ]);
    let means = clause.is(before, Class::By) && verb.strong;
    if form == Form::Ing && clause.any(before, after_noun) && !means && !speaks_on(clause, at + 1) {
        return false;
    }
    if verb.flags.noun && matches!(form, Form::Base | Form::Third) {
        return before != NOWHERE && homograph_is_verb(clause, at, verb, form);
    }
    true
}

fn is_plain(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        let noun = token.facts.is_plain() || token.any(Classes::of(&[Class::Group, Class::Role]));
        token.kind == Kind::Word && noun && !token.capital
    })
}

/// Whether what follows is surely reported: "that" or a quotation.
fn speaks_on(clause: &Clause, at: usize) -> bool {
    clause.is(at, Class::That) || clause.quote_opens(at)
}

/// For words that are nouns more often: only after what a noun cannot follow.
fn homograph_is_verb(clause: &Clause, at: usize, verb: &Verb, form: Form) -> bool {
    const VERB_NEXT: Classes = Classes::of(&[
        Class::Subject,
        Class::RelativePerson,
        Class::Relative,
        Class::To,
        Class::Modal,
        Class::Do,
        Class::Negation,
        Class::Quantifier,
        Class::Group,
        Class::Role,
    ]);
    let before = at - 1;
    let next = at + 1 + verb.taken(clause, at + 1);
    let follows = clause.any(before, VERB_NEXT)
        || clause.is(before, Class::Adverb) && !clause.is(before, Class::To);
    // "an executive order": one person's verb would not stand in its base form.
    let one = clause.any(before, Classes::of(&[Class::Group, Class::Role]))
        && !clause.any(before, Classes::of(&[Class::Plural, Class::Quantifier]))
        && !is_plural(clause, before);
    // "loss of public trust"
    let bare = clause.any(before, Classes::of(&[Class::Group, Class::Role]))
        && clause.is(before.wrapping_sub(1), Class::Preposition)
        && !is_plural(clause, before)
        && !clause.any(next, Classes::of(&[Class::Complement, Class::Clausal]));
    if form == Form::Base && (one || bare) {
        return false;
    }
    if follows && clause.is(before, Class::Adverb) && passive::auxiliary(clause, at).is_some() {
        return false;
    }
    if follows {
        let relative_noun = clause.is(before, Class::Relative)
            && !clause.is(before, Class::RelativePerson)
            && form == Form::Base
            && clause.any(next, Classes::of(&[Class::Of, Class::In, Class::For]));
        return !relative_noun;
    }
    match form {
        Form::Third => {
            // "the ministry demands": a body or person is no noun beside another.
            let speaks =
                Classes::of(&[Class::Institution, Class::Role, Class::Spokes, Class::Title]);
            // "Orlov, a historian, hopes there is a vote"
            let aside = clause.kind(before, Kind::Comma)
                && clause.any(
                    next,
                    Classes::of(&[Class::Subject, Class::That, Class::There, Class::To]),
                );
            aside
                || (clause.capital(before) || clause.any(before, speaks))
                    && (clause.is(next, Class::Complement)
                        || clause.quote_opens(next)
                        || clause.kind(next, Kind::Colon)
                        || clause.kind(next, Kind::Stop)
                        || clause.kind(next, Kind::Comma)
                        || clause.capital(next))
        }
        Form::Base => {
            is_plural(clause, before)
                && clause.any(
                    next,
                    Classes::of(&[Class::That, Class::Question, Class::Definite, Class::For]),
                )
        }
        _ => true,
    }
}

/// Whether a common noun ends as nouns in the plural do.
fn is_plural(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        let mut endings = clause.lexicon.traits.plural.iter();
        !token.capital && endings.any(|end| token.of(clause.text).ends_with(&**end))
    })
}
