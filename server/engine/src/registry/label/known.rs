//! Whether the words of a label name somebody or some office we know, which weighs for it being a label at all.

use crate::registry::Registry;
use crate::registry::index::{self, Part};
use crate::registry::lexicon::Class;
use crate::registry::mention;
use crate::registry::office::{self, Vocabulary};
use crate::registry::tokens::Tokens;

impl Registry {
    /// Whether `words` (a label without its closing mark) name a known person, with or without a title.
    pub fn knows_person(&self, words: &str) -> bool {
        let tokens = Tokens::of(words);
        let hits = self.names_in(&tokens);
        let Some(hit) = hits.last().filter(|hit| hit.to + 1 == tokens.len()) else {
            return false;
        };
        if hit.part != Part::Family {
            return true;
        }
        let items = office::items(&tokens);
        items
            .iter()
            .filter(|item| item.from < hit.from)
            .all(|item| item.class().is_some() || index::is_particle(&tokens, item.from))
            && (hit.from > 0 || !mention::is_guarded(self, tokens.folded(hit.to)))
    }

    /// Whether `words` name a known office, alone or before a name.
    pub fn knows_office(&self, words: &str) -> bool {
        let tokens = Tokens::of(words);
        let items = office::items(&tokens);
        let known = |topic: u64| self.offices().knows_subject(topic);
        let offices = office::offices(&tokens, &items, Vocabulary::Known(&known));
        let Some(office) = offices.first() else {
            return false;
        };
        let before = items.iter().take_while(|item| item.from < office.from);
        let after = tokens.list.get(office.to + 1);
        !office.organization
            && before
                .clone()
                .all(|item| matches!(item.class(), Some(Class::The | Class::Honorific)))
            && after.is_none_or(|token| token.capital)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_people_and_offices_are_told_from_other_openings() {
        let registry = Registry::builtin();
        assert!(registry.knows_person("President Vladimir Putin"));
        assert!(registry.knows_person("Mr. Lavrov"));
        assert!(!registry.knows_person("Here is the bottom line"));
        assert!(registry.knows_office("THE PRESIDENT"));
        assert!(registry.knows_office("Prime Minister Ona Prell"));
        assert!(!registry.knows_office("My question is"));
    }
}
