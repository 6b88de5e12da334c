//! Finding people and offices in a paragraph: names from the index, offices from the grammar, put together where they stand
//! side by side: "Syrian Foreign Minister Faisal Mekdad", "Sergey Lavrov, Minister of Foreign Affairs".

mod finder;
mod given;
mod lone;
mod title;

use std::collections::HashSet;
use std::sync::LazyLock;

use finder::Finder;

use super::index::Hit;
use super::lexicon::{LEXICON, lines};
use super::office::{self, Item, OddTitle};
use super::tokens::Tokens;
use super::{Mention, Registry};
use crate::text::LocalSpan;

/// Family names that prove nothing when they stand alone, folded: everyday words, given names, places.
static GUARDED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("words/guarded.tsv")).collect());

/// What is found of people and offices in a paragraph.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Survey {
    /// The names and offices, in text order, without overlap.
    pub mentions: Vec<Mention>,
    /// Titles that name no office, in text order.
    pub odd_titles: Vec<(LocalSpan, OddTitle)>,
}

impl Registry {
    /// The names and offices in a paragraph, in text order, without overlap. Whole words only.
    pub fn mentions(&self, paragraph: &str) -> Vec<Mention> {
        self.survey(paragraph).mentions
    }

    /// Everything in a paragraph that names people or offices, or looks as if it did.
    pub fn survey(&self, paragraph: &str) -> Survey {
        let tokens = Tokens::of_in(paragraph, self.names().room.take());
        let survey = self.survey_of(&tokens);
        self.names().room.give(tokens.into_room());
        survey
    }

    fn survey_of(&self, tokens: &Tokens<'_>) -> Survey {
        if !tokens.list.iter().any(|token| token.capital) {
            return Survey::default();
        }
        let hits = self.names_among(tokens);
        if hits.is_empty() && !LEXICON.may_name_office(tokens) {
            return Survey::default();
        }
        let items = office::items(tokens);
        Survey {
            odd_titles: self.odd_titles(tokens, &items),
            mentions: self.mentions_among(tokens, items, hits),
        }
    }

    fn mentions_among(
        &self,
        tokens: &Tokens<'_>,
        items: Vec<Item>,
        hits: Vec<Hit>,
    ) -> Vec<Mention> {
        let mut finder = Finder::new(self, tokens, items, hits);
        let mut mentions = Vec::new();
        for at in 0..finder.hits.len() {
            mentions.extend(finder.person(at));
        }
        mentions.extend(finder.lone_offices());
        mentions
            .sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
        let mut end = 0;
        mentions.retain(|mention| {
            let free = mention.span.start() >= end;
            if free {
                end = mention.span.end();
            }
            free
        });
        mentions
    }
}

impl Registry {
    /// Whether a family name alone proves nothing, because it is also an everyday word, a place or a given name.
    pub fn is_everyday_word(&self, name: &str) -> bool {
        let tokens = Tokens::of(name);
        tokens
            .len()
            .checked_sub(1)
            .is_some_and(|last| is_guarded(self, tokens.folded(last)))
    }
}

impl Registry {
    /// Whether the last word of a name is somebody's given name: forms of address go with those too.
    pub fn is_a_given_name(&self, name: &str) -> bool {
        self.names().is_given(&self.last_word(name), None)
    }
}

/// Whether a folded family name alone proves nothing.
pub(super) fn is_guarded(registry: &Registry, folded: &str) -> bool {
    GUARDED.contains(folded) || registry.names().is_common_given(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each mention as `form: words = people @ posts`.
    fn found(text: &str) -> Vec<String> {
        let registry = Registry::builtin();
        registry
            .mentions(text)
            .iter()
            .map(|mention| {
                let people: Vec<&str> = mention
                    .people
                    .iter()
                    .map(|&person| registry.person(person).id.as_str())
                    .collect();
                let post = mention
                    .posts
                    .first()
                    .map_or("", |&post| &registry.post(post).id);
                format!(
                    "{:?}: {} = {} @ {post}",
                    mention.form,
                    mention.span.of(text),
                    people.join(" ")
                )
            })
            .collect()
    }

    #[test]
    fn a_title_and_a_name_are_one_mention() {
        assert_eq!(
            found("Syrian Foreign Minister Faisal al-Miqdad’s plane landed."),
            [
                "Full: Syrian Foreign Minister Faisal al-Miqdad = faisal-mekdad @ sy-minister-of-foreign-affairs"
            ]
        );
        assert_eq!(
            found("It was Sergei Lavrov, Minister of Foreign Affairs, who answered."),
            [
                "Full: Sergei Lavrov, Minister of Foreign Affairs = sergey-lavrov @ ru-minister-of-foreign-affairs"
            ]
        );
        assert_eq!(
            found("We thanked PRESIDENT ERDOĞAN for his words."),
            ["TitleFamily: PRESIDENT ERDOĞAN = recep-tayyip-erdogan @ tr-president"]
        );
    }

    #[test]
    fn an_office_is_found_in_every_order_of_its_words() {
        for words in [
            "Russian foreign minister",
            "Russia’s foreign minister",
            "foreign minister of the Russian Federation",
            "Minister of Foreign Affairs of Russia",
        ] {
            assert_eq!(
                found(&format!("Nobody asked the {words} about it.")),
                [format!(
                    "Office: {words} =  @ ru-minister-of-foreign-affairs"
                )]
            );
        }
        for (words, post) in [
            ("the Russian leader", "ru-president"),
            ("Britain's leader", "gb-prime-minister"),
            ("Russia's top diplomat", "ru-minister-of-foreign-affairs"),
            ("the White House", "us-president"),
            (
                "Ambassador of Russia to Austria",
                "ru-ambassador-to-austria",
            ),
            (
                "the Russian ambassador to Austria",
                "ru-ambassador-to-austria",
            ),
        ] {
            let hits = found(&format!("Nobody asked {words} about it."));
            assert!(
                hits.iter().any(|hit| hit.ends_with(post)),
                "{words}: {hits:?}"
            );
        }
        assert_eq!(
            found("Nobody asked Sergey\u{200f} Lavrov."),
            ["Full: Sergey\u{200f} Lavrov = sergey-lavrov @ "]
        );
        assert_eq!(
            found("Nobody asked President-elect Joe Biden."),
            ["Full: President-elect Joe Biden = joe-biden @ us-president"]
        );
        assert_eq!(
            found("The Kremlin's press secretary said no."),
            ["Office: Kremlin's press secretary =  @ ru-press-secretary-of-the-president"]
        );
        assert_eq!(
            found("In a note the Russian foreign ministry said no."),
            ["Organization: Russian foreign ministry =  @ ru-minister-of-foreign-affairs"]
        );
    }

    #[test]
    fn names_are_found_in_the_cases_of_a_sentence() {
        assert_eq!(
            found("Об этом спросили Сергея Лаврова и рассказали Шойгу, а потом Путину."),
            [
                "Full: Сергея Лаврова = sergey-lavrov @ ",
                "Family: Шойгу = sergey-shoygu @ ",
                "Family: Путину = vladimir-putin @ "
            ]
        );
        assert_eq!(found("Она пришла с Марией. Мира не было."), [""; 0]);
    }

    #[test]
    fn an_office_without_a_state_is_no_guess() {
        assert_eq!(
            found("Later the foreign minister spoke to the president."),
            ["Office: foreign minister =  @ ", "Office: president =  @ "]
        );
        assert_eq!(
            found("The president of the club met a foreign minister and the minister."),
            [""; 0]
        );
    }

    #[test]
    fn a_near_spelling_needs_an_office_or_the_same_consonants() {
        assert_eq!(
            found("There was also Antoine Siluanov, Minister of Finance."),
            [
                "NearMiss: Antoine Siluanov, Minister of Finance = anton-siluanov @ ru-minister-of-finance"
            ]
        );
        for (text, name) in [
            ("There was also Boris Siluanov.", "Boris Siluanov"),
            ("Then Igor Borisov of Yakutsk rose.", "Igor Borisov"),
        ] {
            assert_eq!(found(text), [format!("Unknown: {name} =  @ ")]);
        }
    }

    #[test]
    fn a_day_of_a_month_is_nobody() {
        for words in [
            "STRELSAU, 4 May 2024 — It began.",
            "It began on 4 May.",
            "The 4 May talks.",
        ] {
            assert!(found(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn a_word_that_opens_a_sentence_is_no_family_name() {
        assert_eq!(
            found("Young people came. May rains fell. Price was no matter."),
            [""; 0]
        );
    }
}
