//! What the lexicon knows of a word: classes, reporting verb and its flags, noun of saying.

use super::class::Class;
use super::classes::Classes;

/// What is known of a word as it stands.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Facts {
    /// Its classes.
    pub(crate) classes: Classes,
    /// The reporting verb it is a form of.
    pub(crate) verb: Option<(u16, Form)>,
    /// The noun of saying it is a form of.
    pub(crate) noun: Option<u16>,
    /// Whether a time can be told from it, as from "yesterday" or "last".
    pub(crate) tells_time: bool,
}

impl Facts {
    /// Whether the lexicon knows nothing of it, as of most nouns and adjectives.
    pub(crate) fn is_plain(&self) -> bool {
        // What makes or unmakes a claim of nouns says nothing about their place in a sentence.
        const TOPICAL: Classes = Classes::of(&[
            Class::Direction,
            Class::IdiomNoun,
            Class::TopicOf,
            Class::Verdict,
        ]);
        self.classes.without(TOPICAL) == Classes::default() && self.verb.is_none()
    }
}

/// Which form of its verb a word is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said"; also the participle where the two are one word.
    Past,
    /// "saying".
    Ing,
    /// "spoken", where it differs from the past.
    Participle,
}

/// What kind of act a verb reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Act {
    /// Neutral saying.
    Say,
    /// Claiming.
    Assert,
    /// Admitting and confirming.
    Admit,
    /// Denying and refusing.
    Deny,
    /// Praise and blame.
    Eval,
    /// Asking for and promising.
    Direct,
    /// Questions.
    Quest,
    /// Thinking and wanting.
    Mental,
    /// What documents do: showing.
    Show,
    /// Acts by words.
    Decree,
    /// Talking about.
    Address,
}

/// A reporting verb.
#[derive(Clone, Debug)]
pub(crate) struct Verb {
    /// What it reports.
    pub(crate) act: Act,
    /// Whether a subject suffices; else a complement or quotation is asked for.
    pub(crate) strong: bool,
    /// The flags of the data file.
    pub(crate) flags: Flags,
    /// The words behind it that make another verb of it: "add up".
    pub(crate) unless: Vec<&'static str>,
    /// The particles one of which it needs; none if it needs none.
    pub(crate) particles: Vec<&'static str>,
}

/// The flags of a verb; each says what the data file means by it.
#[derive(Clone, Copy, Default, Debug)]
#[allow(clippy::struct_excessive_bools)] // they are flags, each independent of the others
pub(crate) struct Flags {
    /// `noun`: base and -s forms are nouns more often than not.
    pub(crate) noun: bool,
    /// `invert`: "…, said X" without quotation marks.
    pub(crate) invert: bool,
    /// `bare`: reports even where no subject is found.
    pub(crate) bare: bool,
    /// `bare-participle`: the same in its -ing form.
    pub(crate) bare_participle: bool,
    /// `raising`: "is believed to".
    pub(crate) raising: bool,
    /// `passive`: reports in the passive without an agent.
    pub(crate) passive: bool,
    /// `object`: weak, but a subject and an object suffice.
    pub(crate) object: bool,
    /// `clause`: only a clause is a complement, no object.
    pub(crate) clause: bool,
    /// `quote`: only beside a quotation.
    pub(crate) quote: bool,
    /// `impersonal`: "it was proposed to".
    pub(crate) impersonal: bool,
    /// `speech`: has another sense, so it reports only with a clause or quotation.
    pub(crate) speech: bool,
    /// `phrasal`: with its particle a subject suffices.
    pub(crate) phrasal: bool,
    /// `listener`: who is told stands behind it, never who tells.
    pub(crate) listener: bool,
    /// `quoting`: its object speaks: "the ministry quoted Reed".
    pub(crate) quoting: bool,
    /// `never`: in the list for its forms only.
    pub(crate) never: bool,
}

/// A noun of saying or thinking.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noun {
    /// `stance`: "her claim about" is an attribution.
    pub(crate) stance: bool,
    /// `target`: what it is aimed at makes a report of it: "criticism of", "debate over".
    pub(crate) target: bool,
    /// `no-agent`: "letter by" is none.
    pub(crate) no_agent: bool,
}

impl Verb {
    /// How many tokens from a place on are one of its particles, with the adverb before it: "out", "openly about"; or none.
    pub(super) fn taken(&self, clause: &super::clause::Clause, at: usize) -> usize {
        let particle = |at: usize| self.particles.iter().any(|word| clause.reads(at, word));
        if particle(at) {
            1
        } else if clause.is(at, super::class::Class::Adverb) && particle(at + 1) {
            2
        } else {
            0
        }
    }
}

impl Act {
    pub(super) fn named(name: &str) -> Option<Act> {
        Some(match name {
            "say" => Act::Say,
            "assert" => Act::Assert,
            "admit" => Act::Admit,
            "deny" => Act::Deny,
            "eval" => Act::Eval,
            "direct" => Act::Direct,
            "quest" => Act::Quest,
            "mental" => Act::Mental,
            "show" => Act::Show,
            "decree" => Act::Decree,
            "address" => Act::Address,
            _ => return None,
        })
    }
}
