//! The language as data: which classes a word belongs to, which verb or noun of saying it is a form of.
//!
//! Read once from the files under `lexicon/`. Generic code asks only for classes, forms and flags, never for a word.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::class::Class;
use super::entry::{Act, Facts, Flags, Form, Noun, Verb};

/// The words of a language.
pub(crate) struct Lexicon {
    words: HashMap<&'static str, Facts>,
    endings: Vec<(&'static str, Class)>,
    verbs: Vec<Verb>,
    nouns: Vec<Noun>,
}

/// The longest word looked up, in bytes; longer ones belong to no class.
const LONGEST: usize = 32;

impl Lexicon {
    /// English.
    pub(crate) fn english() -> &'static Lexicon {
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
            Lexicon::load(
                include_str!("lexicon/words.tsv"),
                include_str!("lexicon/verbs.tsv"),
                include_str!("lexicon/nouns.tsv"),
            )
        });
        &ENGLISH
    }

    fn load(words: &'static str, verbs: &'static str, nouns: &'static str) -> Lexicon {
        let mut lexicon = Lexicon {
            words: HashMap::new(),
            endings: Vec::new(),
            verbs: Vec::new(),
            nouns: Vec::new(),
        };
        for fields in rows(words) {
            let [word, classes] = fields[..] else {
                continue;
            };
            let classes = classes.split(' ').filter_map(Class::named);
            if word.starts_with('-') {
                lexicon
                    .endings
                    .extend(classes.map(|class| (&word[1..], class)));
                continue;
            }
            let facts = lexicon.words.entry(word).or_default();
            classes.for_each(|class| facts.classes.add(class));
        }
        for fields in rows(verbs) {
            lexicon.add_verb(&fields);
        }
        for fields in rows(nouns) {
            let [singular, plural, flags] = fields[..] else {
                continue;
            };
            let at = lexicon.nouns.len() as u16;
            lexicon.nouns.push(Noun {
                stance: flags.contains("stance"),
                target: flags.contains("target"),
                no_agent: flags.contains("no-agent"),
            });
            for form in [singular, plural] {
                lexicon.words.entry(form).or_default().noun = Some(at);
            }
        }
        lexicon
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
        for (form, kind) in forms.split(' ').zip(kinds) {
            if form != "-" {
                let facts = self.words.entry(form).or_default();
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

    /// What is known of a word, and whether it is known only without its possessive ending ("Syria’s").
    pub(crate) fn facts(&self, word: &str) -> (Facts, bool) {
        let mut buffer = [0; LONGEST];
        let Some(folded) = fold(word, &mut buffer) else {
            return (Facts::default(), false);
        };
        if let Some(facts) = self.words.get(folded) {
            return (*facts, false);
        }
        if let Some(stem) = folded.strip_suffix("'s") {
            return (self.words.get(stem).copied().unwrap_or_default(), true);
        }
        let mut facts = Facts::default();
        for &(ending, class) in &self.endings {
            if folded.len() > ending.len() + 2 && folded.ends_with(ending) {
                facts.classes.add(class);
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

/// A word in lower case with a straight apostrophe; `None` if it is longer than any we know.
pub(crate) fn fold<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a str> {
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
