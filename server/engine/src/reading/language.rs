//! Languages a text may be read in, and which one a document is in.
//!
//! One language is one folder of data under `packs/` and one row in `pack::PACKS`.

use super::lexicon::Lexicon;
use super::pack::PACKS;

/// A language there is a pack for; English unless told otherwise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Language(u8);

impl Language {
    /// How much of a document is looked at to tell its language, in bytes.
    pub const SAMPLE: usize = 16 * 1024;

    /// All languages, English first.
    pub fn all() -> impl Iterator<Item = Language> {
        (0..PACKS.len()).map(|at| Language(at as u8))
    }

    /// The language with an ISO 639 code: `en`.
    pub fn of(code: &str) -> Option<Language> {
        Language::all().find(|language| language.code() == code)
    }

    /// Its ISO 639 code.
    pub fn code(self) -> &'static str {
        PACKS[self.place()].0
    }

    /// The word that names the agent of a passive, "by", where one word does for all agents.
    pub fn by(self) -> Option<&'static str> {
        Lexicon::of(self).traits.by.as_deref()
    }

    /// The word of saying that fits behind any source, "said", where one form does for all sources.
    pub fn said(self) -> Option<&'static str> {
        Lexicon::of(self).traits.said.as_deref()
    }

    pub(super) fn place(self) -> usize {
        usize::from(self.0)
    }

    /// The language a document is in: the one whose script most of its letters are in, among those the one most of whose
    /// function words it uses. The beginning of the document decides; English where nothing does.
    pub fn detect(text: &str) -> Language {
        let mut end = text.len().min(Language::SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let sample = &text[..end];
        let mut best = (0, Language::default());
        for language in Language::all() {
            let lexicon = Lexicon::of(language);
            let letters = sample
                .chars()
                .filter(|&c| lexicon.traits.script.holds(c))
                .count();
            // A language alone in its script needs no words to tell it.
            let alone = Language::all()
                .filter(|&other| Lexicon::of(other).traits.script == lexicon.traits.script)
                .count()
                == 1;
            let words = if alone {
                0
            } else {
                sample
                    .split(|c: char| !c.is_alphabetic())
                    .filter(|word| lexicon.joins(word))
                    .count()
            };
            let weight = letters + words;
            if weight > best.0 {
                best = (weight, language);
            }
        }
        best.1
    }
}

/// A writing system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Script {
    /// A, b, č.
    Latin,
    /// А, б, ч.
    Cyrillic,
}

impl Script {
    pub(super) fn named(name: &str) -> Option<Script> {
        match name {
            "latin" => Some(Script::Latin),
            "cyrillic" => Some(Script::Cyrillic),
            _ => None,
        }
    }

    fn holds(self, c: char) -> bool {
        match self {
            Script::Latin => c.is_alphabetic() && c < '\u{370}',
            Script::Cyrillic => matches!(c, '\u{400}'..='\u{52f}'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_a_document_tell_its_language() {
        for (text, code) in [
            ("The minister said the port was closed.", "en"),
            ("Министр заявил, что порт закрыт.", "ru"),
            ("Reed (Рид) said so.", "en"),
            ("Рид (Reed) так сказал.", "ru"),
            ("", "en"),
            ("1, 2, 3", "en"),
        ] {
            assert_eq!(Language::detect(text).code(), code, "{text}");
        }
    }
}
