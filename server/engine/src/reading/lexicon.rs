//! The language as data: which classes a word belongs to, which verb or noun of saying it is a form of.
//!
//! Read once from the files of its pack under `packs/`. Generic code asks only for classes, forms and flags, never for a word.

use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

use crate::text::Spare;

use super::class::Class;
use super::classes::Classes;
use super::entry::{Act, Facts, Flags, Form, Noun, Verb};
use super::language::Language;
use super::pack::{self, Files, PACKS, Traits, Written};
use super::token::Token;

/// The words of a language.
pub(crate) struct Lexicon {
    /// Words of up to sixteen bytes, which are nearly all: looked up as one number, without going to where they are kept.
    short: HashMap<u128, Facts, FixedState>,
    /// Longer words.
    long: HashMap<Box<str>, Facts, FixedState>,
    /// Room for the tokens of paragraphs.
    pub(super) spare: Spare<Vec<Token>>,
    endings: Vec<(String, Class)>,
    verbs: Vec<Verb>,
    nouns: Vec<Noun>,
    /// What kind of language it is.
    pub(crate) traits: Traits,
}

/// The longest word looked up, in bytes; longer ones belong to no class.
pub(super) const LONGEST: usize = 64;

/// So many tokens have room that is kept.
const MOST_ROOM: usize = 1 << 14;

impl Lexicon {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static Lexicon {
        static ALL: [OnceLock<Lexicon>; PACKS.len()] = [const { OnceLock::new() }; PACKS.len()];
        let place = language.place();
        ALL[place].get_or_init(|| Lexicon::load(language.code(), &PACKS[place].1))
    }

    /// English.
    #[cfg(test)]
    pub(crate) fn english() -> &'static Lexicon {
        Lexicon::of(Language::default())
    }

    fn load(code: &str, files: &'static Files) -> Lexicon {
        let written = Written::read(files.pack);
        debug_assert_eq!(written.language, code, "a pack is called as its folder");
        let endings = written.endings.iter().flat_map(|(class, endings)| {
            let class = Class::named(class);
            endings
                .iter()
                .filter_map(move |ending| Some((ending.clone(), class?)))
        });
        let mut lexicon = Lexicon {
            short: HashMap::default(),
            long: HashMap::default(),
            spare: Spare::new(),
            endings: endings.collect(),
            verbs: Vec::new(),
            nouns: Vec::new(),
            traits: written.traits(),
        };
        for (class, words) in files.words.iter().flat_map(|file| pack::lists(file)) {
            let Some(class) = Class::named(&class) else {
                continue;
            };
            for word in words {
                lexicon.facts_of(&word).classes.add(class);
            }
        }
        for fields in rows(files.cues) {
            match fields[..] {
                ["verb", ref fields @ ..] => lexicon.add_verb(fields),
                ["noun", _, _, _, _, forms, flags] => lexicon.add_noun(forms, flags),
                _ => {}
            }
        }
        for word in super::calendar(code).telling() {
            let (known, _) = lexicon.facts(word);
            *lexicon.facts_of(word) = Facts {
                tells_time: true,
                ..known
            };
        }
        lexicon
    }

    fn facts_of(&mut self, word: &str) -> &mut Facts {
        match packed(word.as_bytes()) {
            Some(packed) => self.short.entry(packed).or_default(),
            None => self.long.entry(word.into()).or_default(),
        }
    }

    /// What is known of a word in small letters.
    fn known(&self, word: &str) -> Option<&Facts> {
        match packed(word.as_bytes()) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(word),
        }
    }

    fn add_noun(&mut self, forms: &str, flags: &str) {
        let at = self.nouns.len() as u16;
        let has = |name: &str| flags.split(' ').any(|flag| flag == name);
        self.nouns.push(Noun {
            stance: has("stance"),
            target: has("target"),
            no_agent: has("no-agent"),
        });
        for form in forms.split([' ', '/']).filter(|form| *form != "-") {
            self.facts_of(form).noun = Some(at);
        }
    }

    fn add_verb(&mut self, fields: &[&'static str]) {
        let [_, act, strength, _, forms, flags] = fields[..] else {
            return;
        };
        let Some(act) = Act::named(act) else { return };
        let at = self.verbs.len() as u16;
        let has = |name: &str| flags.split(' ').any(|flag| flag == name);
        self.verbs.push(Verb {
            act,
            strong: strength == "strong",
            flags: Flags {
                noun: has("noun"),
                invert: has("invert"),
                bare: has("bare"),
                bare_participle: has("bare-participle"),
                raising: has("raising"),
                passive: has("passive"),
                object: has("object"),
                clause: has("clause"),
                quote: has("quote"),
                speech: has("speech"),
                phrasal: has("phrasal"),
                impersonal: has("impersonal"),
                listener: has("listener"),
                quoting: has("quoting"),
                never: has("never"),
            },
            unless: listed(flags, "unless:"),
            particles: listed(flags, "particle:"),
        });
        let kinds = [
            Form::Base,
            Form::Third,
            Form::Past,
            Form::Ing,
            Form::Participle,
        ];
        for (forms, kind) in forms.split(' ').zip(kinds) {
            for form in forms.split('/').filter(|form| *form != "-") {
                let facts = self.facts_of(form);
                // "read" is base and past: the past, which needs no homograph test, is the safer reading.
                if facts.verb.is_none_or(|(verb, _)| verb == at) {
                    facts.verb = Some((at, kind));
                }
            }
        }
    }

    /// The reporting verb behind a number in [`Facts`].
    pub(crate) fn verb(&self, at: u16) -> &Verb {
        &self.verbs[at as usize]
    }

    /// The noun of saying behind a number in [`Facts`].
    pub(crate) fn noun(&self, at: u16) -> Noun {
        self.nouns[at as usize]
    }

    /// Takes back the room of tokens; not that of a very long paragraph.
    pub(super) fn done_with(&self, tokens: Vec<Token>) {
        if tokens.capacity() <= MOST_ROOM {
            self.spare.give(tokens);
        }
    }

    /// Whether a word is one by which the language joins its phrases, as it stands in small letters.
    pub(super) fn joins(&self, word: &str) -> bool {
        let joining = Classes::of(&[
            Class::And,
            Class::Determiner,
            Class::Preposition,
            Class::Pronoun,
            Class::Be,
        ]);
        self.known(word)
            .is_some_and(|facts| facts.classes.meets(joining))
    }

    /// What is known of a word, and whether it is known only without its possessive ending ("Syria’s").
    pub(crate) fn facts(&self, word: &str) -> (Facts, bool) {
        let mut buffer = [0; LONGEST];
        let Some(folded) = fold(word, &mut buffer) else {
            return (Facts::default(), false);
        };
        if let Some(facts) = self.known(folded) {
            return (*facts, false);
        }
        let mut owners = self.traits.owner.iter();
        if let Some(stem) = owners.find_map(|ending| folded.strip_suffix(&**ending)) {
            return (self.known(stem).copied().unwrap_or_default(), true);
        }
        let mut facts = Facts::default();
        for (ending, class) in &self.endings {
            if folded.len() > ending.len() + 2 && folded.ends_with(&**ending) {
                facts.classes.add(*class);
            }
        }
        (facts, false)
    }
}

/// The words of the flag that begins with `name`.
fn listed(flags: &'static str, name: &str) -> Vec<&'static str> {
    flags
        .split(' ')
        .find_map(|flag| flag.strip_prefix(name))
        .map(|list| list.split('/').collect())
        .unwrap_or_default()
}

/// The lines of a data file as fields; comments and empty lines left out.
fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// A word of up to sixteen bytes as a number: different words give different ones, as no word has a zero in it.
fn packed(word: &[u8]) -> Option<u128> {
    let eight = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
    let four = |bytes: &[u8]| bytes.first_chunk().map_or(0, |b| u32::from_le_bytes(*b));
    let n = word.len();
    Some(match n {
        // Bytes that stand in both parts come to the same place.
        8..=16 => u128::from(eight(word)) | u128::from(eight(&word[n - 8..])) << ((n - 8) * 8),
        4..=7 => u128::from(four(word)) | u128::from(four(&word[n - 4..])) << ((n - 4) * 8),
        1..=3 => {
            let byte = |at: usize| u128::from(word[at]);
            byte(0) | byte(n / 2) << (n / 2 * 8) | byte(n - 1) << ((n - 1) * 8)
        }
        _ => return None,
    })
}

/// A word in lower case with a straight apostrophe; `None` if it is longer than any we know.
pub(crate) fn fold<'a>(word: &'a str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
    if word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Some(word);
    }
    if word.is_ascii() {
        let buffer = buffer.get_mut(..word.len())?;
        buffer.copy_from_slice(word.as_bytes());
        buffer.make_ascii_lowercase();
        return std::str::from_utf8(buffer).ok();
    }
    let mut len = 0;
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        for lower in c.to_lowercase() {
            let mut bytes = [0; 4];
            let bytes = lower.encode_utf8(&mut bytes).as_bytes();
            buffer
                .get_mut(len..len + bytes.len())?
                .copy_from_slice(bytes);
            len += bytes.len();
        }
    }
    std::str::from_utf8(&buffer[..len]).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_word_is_its_bytes() {
        let word = "abcdefghijklmnopq".as_bytes();
        for n in 1..=16 {
            let mut bytes = [0; 16];
            bytes[..n].copy_from_slice(&word[..n]);
            assert_eq!(packed(&word[..n]), Some(u128::from_le_bytes(bytes)), "{n}");
        }
        assert_eq!((packed(b""), packed(word)), (None, None));
    }
}
