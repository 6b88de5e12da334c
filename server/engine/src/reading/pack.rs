//! Language packs: the data a language is read by. The generic code knows classes of words and order templates; which
//! words, endings and orders a language has is told here and nowhere else.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::registry::Gender;

use super::language::Script;

/// The files of one language.
pub(super) struct Files {
    /// What kind of language it is.
    pub(super) pack: &'static str,
    /// Verbs and nouns of saying.
    pub(super) cues: &'static str,
    /// Lists of words by class.
    pub(super) words: [&'static str; 5],
    /// Lists of words that rules ask for.
    pub(super) rules: &'static str,
}

macro_rules! pack {
    ($code:literal) => {
        (
            $code,
            Files {
                pack: include_str!(concat!("packs/", $code, "/pack.toml")),
                cues: include_str!(concat!("packs/", $code, "/cues.tsv")),
                words: [
                    include_str!(concat!("packs/", $code, "/function.toml")),
                    include_str!(concat!("packs/", $code, "/names.toml")),
                    include_str!(concat!("packs/", $code, "/time.toml")),
                    include_str!(concat!("packs/", $code, "/triggers.toml")),
                    include_str!(concat!("packs/", $code, "/vague.toml")),
                ],
                rules: include_str!(concat!("packs/", $code, "/rules.toml")),
            },
        )
    };
}

/// All packs by ISO 639 code; the first is read where nothing tells the language.
pub(super) const PACKS: &[(&str, Files)] = &[pack!("en"), pack!("ru")];

/// A pack's `pack.toml` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Written {
    /// The ISO 639 code, as the folder is called.
    pub(super) language: String,
    script: String,
    #[serde(default)]
    pub(super) endings: BTreeMap<String, Vec<String>>,
    traits: WrittenTraits,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(clippy::struct_excessive_bools)] // they are traits, each independent of the others
struct WrittenTraits {
    owner: Vec<String>,
    ordinal: Vec<String>,
    plural: Vec<String>,
    comma_before_clause: bool,
    verb_first: bool,
    no_subject: bool,
    dash_dialogue: bool,
    by: Option<String>,
    said: Option<String>,
    feminine: Vec<String>,
    masculine: Vec<String>,
}

/// What kind of language it is.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // they are traits, each independent of the others
pub(crate) struct Traits {
    /// What it is written in.
    pub(super) script: Script,
    /// Endings by which a word owns what follows: "'s".
    pub(super) owner: Vec<String>,
    /// Endings of numbers that count places and not things: "th".
    pub(super) ordinal: Vec<String>,
    /// Endings of common nouns in the plural.
    pub(super) plural: Vec<String>,
    /// Whether a comma stands before "that".
    pub(super) comma_before_clause: bool,
    /// Whether the verb may stand before its subject anywhere.
    pub(super) verb_first: bool,
    /// Whether "it" may be left out.
    pub(super) no_subject: bool,
    /// Whether a dash opens what a person says.
    pub(super) dash_dialogue: bool,
    /// The word that names the agent of a passive, for fixes: "by".
    pub(super) by: Option<String>,
    /// The word of saying that fits behind any source, for fixes: "said".
    pub(super) said: Option<String>,
    /// Pronouns and titles of women, sorted: "she", "mrs".
    feminine: Vec<String>,
    /// Those of men.
    masculine: Vec<String>,
}

impl Traits {
    /// Whom a pronoun or title in small letters can stand for, if it tells.
    pub(super) fn gender(&self, word: &str) -> Option<Gender> {
        let among = |words: &[String]| words.binary_search_by(|known| (**known).cmp(word)).is_ok();
        if among(&self.feminine) {
            Some(Gender::She)
        } else if among(&self.masculine) {
            Some(Gender::He)
        } else {
            None
        }
    }
}

impl Written {
    pub(super) fn read(file: &str) -> Written {
        toml::from_str(file).expect("a test reads every pack")
    }

    pub(super) fn traits(self) -> Traits {
        let WrittenTraits {
            owner,
            ordinal,
            plural,
            comma_before_clause,
            verb_first,
            no_subject,
            dash_dialogue,
            by,
            said,
            feminine,
            masculine,
        } = self.traits;
        Traits {
            script: Script::named(&self.script).expect("a test reads every pack"),
            owner,
            ordinal,
            plural,
            comma_before_clause,
            verb_first,
            no_subject,
            dash_dialogue,
            by,
            said,
            feminine,
            masculine,
        }
    }
}

/// The lists of a pack's file: the words of each class.
pub(super) fn lists(file: &str) -> BTreeMap<String, Vec<String>> {
    toml::from_str(file).expect("a test reads every pack")
}

#[cfg(test)]
mod tests;
