//! Finding people and offices in a paragraph: names from the index, offices from the grammar, put together where they stand
//! side by side: "Syrian Foreign Minister Faisal Mekdad", "Sergey Lavrov, Minister of Foreign Affairs".

mod given;

use std::collections::HashSet;
use std::sync::LazyLock;

use given::Given;

use super::index::{self, Hit, Part};
use super::lexicon::{Class, code_text, kind, lines};
use super::office::{self, Item, Office, Vocabulary};
use super::tokens::Tokens;
use super::{Mention, NameForm, PersonId, PostId, Registry};

/// Family names that prove nothing when they stand alone, folded: everyday words, given names, places.
static GUARDED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("words/guarded.tsv")).collect());

impl Registry {
    /// The names and offices in a paragraph, in text order, without overlap. Whole words only.
    pub fn mentions(&self, paragraph: &str) -> Vec<Mention> {
        let tokens = Tokens::of(paragraph);
        if !tokens.list.iter().any(|token| token.capital) {
            return Vec::new();
        }
        let mut finder = Finder::new(self, &tokens);
        let mut mentions = Vec::new();
        for at in 0..finder.hits.len() {
            mentions.extend(finder.person(at));
        }
        mentions.extend(finder.lone_offices());
        mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
        let mut end = 0;
        mentions.retain(|mention| {
            let free = mention.span.start >= end;
            if free {
                end = mention.span.end;
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

/// Whether a folded family name alone proves nothing.
pub(super) fn is_guarded(registry: &Registry, folded: &str) -> bool {
    GUARDED.contains(folded) || registry.names().is_given(folded, None)
}

/// The names and offices of one paragraph while they are put together.
struct Finder<'a> {
    registry: &'a Registry,
    tokens: &'a Tokens<'a>,
    items: Vec<Item>,
    hits: Vec<Hit>,
    offices: Vec<Office>,
    /// Offices that already belong to a name.
    taken: Vec<bool>,
}

impl<'a> Finder<'a> {
    fn new(registry: &'a Registry, tokens: &'a Tokens<'a>) -> Self {
        let mut hits = registry.names().hits(tokens);
        let mut items = office::items(tokens);
        for item in &mut items {
            let named =
                |hit: &Hit| hit.part != Part::Family && hit.from < item.to && item.from <= hit.to;
            if hits.iter().any(named) {
                item.class = Some(Class::Name);
            }
        }
        let known = |topic: u64| registry.offices().knows_subject(topic);
        let offices = office::offices(tokens, &items, Vocabulary::Known(&known));
        hits.retain(|hit| {
            hit.part != Part::Family
                || !offices
                    .iter()
                    .any(|office| office.from <= hit.to && hit.from <= office.to)
        });
        Finder {
            registry,
            tokens,
            items,
            hits,
            taken: vec![false; offices.len()],
            offices,
        }
    }

    /// The item that holds word `at`.
    fn class_at(&self, at: usize) -> Option<Class> {
        let n = self.items.partition_point(|item| item.to <= at);
        self.items.get(n).and_then(|item| item.class)
    }

    /// The mention around hit number `n`, if it is one.
    fn person(&mut self, n: usize) -> Option<Mention> {
        let hit = self.hits[n].clone();
        let tokens = self.tokens;
        let mut from = hit.from;
        if from > 0 && index::is_particle(tokens, from - 1) && tokens.adjacent(from - 1) {
            from -= 1;
        }
        let mut title = self.title_before(from);
        let mut people = hit.people.clone();
        let mut form = match hit.part {
            Part::Family => NameForm::Family,
            _ => NameForm::Full,
        };
        let mut given = None;
        if form == NameForm::Family && title.is_none_at(from) {
            match self.given_before(n, from, &people) {
                Given::None => {}
                Given::Near(at, near) => {
                    given = Some(at);
                    people = near;
                    form = NameForm::NearMiss;
                    title = self.title_before(at);
                }
                Given::Other => return None,
            }
        }
        let start = given.unwrap_or(from);
        let before = self.office_before(&title, &people);
        let after = if before.is_none() {
            self.office_after(hit.to, &people)
        } else {
            None
        };
        let office = before.or(after);
        if form == NameForm::Family && (title.from < start || before.is_some()) {
            form = NameForm::TitleFamily;
        }
        if form == NameForm::Family && !self.may_stand_alone(&hit) {
            return None;
        }
        let mut mention = Mention {
            span: tokens.span(start, hit.to),
            name: Some(tokens.span(start, hit.to)),
            title: None,
            form,
            people,
            posts: Vec::new(),
            state: None,
            qualifier: None,
        };
        if title.from < start {
            mention.span.start = tokens.list[title.from].start;
            mention.title = Some(tokens.span(title.from, start - 1));
        }
        if let Some(n) = office {
            self.taken[n] = true;
            let office = &self.offices[n];
            let (first, last) = (office.from.min(title.from), office.to);
            if Some(n) == after {
                mention.span.end = tokens.list[last].end;
                mention.title = Some(tokens.span(office.from, last));
            } else {
                mention.span.start = tokens.list[first].start;
                mention.title = Some(tokens.span(first, start - 1));
            }
            self.fill(&mut mention, n);
        }
        Some(mention)
    }

    /// Puts what office number `n` says into a person's mention.
    fn fill(&self, mention: &mut Mention, n: usize) {
        let office = &self.offices[n];
        mention.qualifier = office
            .qualifier
            .or(office.deputy.then_some(super::Qualifier::Deputy));
        let suited: Vec<PersonId> = mention
            .people
            .iter()
            .copied()
            .filter(|&person| self.registry.suits(office, person).is_some())
            .collect();
        if !suited.is_empty() {
            mention.people = suited;
        }
        mention.posts = match office.state {
            Some(state) => self.registry.offices().of_state(office, state),
            None => Vec::new(),
        };
        if mention.posts.is_empty() {
            for &person in &mention.people {
                for post in self.registry.posts_of(office, person) {
                    if !mention.posts.contains(&post) {
                        mention.posts.push(post);
                    }
                }
            }
        }
        mention.state = office
            .state
            .map(code_text)
            .or_else(|| self.state_of(&mention.posts));
    }

    /// The one state all these posts belong to.
    fn state_of(&self, posts: &[PostId]) -> Option<String> {
        let mut states = posts
            .iter()
            .map(|&post| self.registry.post(post).state.clone());
        let first = states.next()??;
        states
            .all(|state| state.as_deref() == Some(&first))
            .then_some(first)
    }

    /// Forms of address right before word `at`: "Foreign Minister Dr. |Faisal", "Gen. |Abbas".
    fn title_before(&self, at: usize) -> Title {
        let mut from = at;
        while from > 0 && self.tokens.adjacent(from - 1) {
            let n = self.items.partition_point(|item| item.to < from);
            match self.items.get(n) {
                Some(item) if item.to == from && item.class == Some(Class::Honorific) => {
                    from = item.from;
                }
                _ => break,
            }
        }
        Title { from, name: at }
    }

    /// The office before a name and its forms of address: side by side, or parted by a comma if it is known to be the person's.
    fn office_before(&self, title: &Title, people: &[PersonId]) -> Option<usize> {
        let before = title.from.checked_sub(1)?;
        let n = self.offices.iter().position(|office| office.to == before)?;
        if self.taken[n] || self.offices[n].organization {
            return None;
        }
        if self.tokens.adjacent(before) {
            return Some(n);
        }
        let comma = self.tokens.gap(before).trim() == ",";
        (comma && self.suits_any(n, people)).then_some(n)
    }

    /// The office after a name and a comma, if it is known to be the person's.
    fn office_after(&self, last: usize, people: &[PersonId]) -> Option<usize> {
        if self.tokens.gap(last).trim() != "," {
            return None;
        }
        let the = matches!(self.class_at(last + 1), Some(Class::The));
        let from = last + 1 + usize::from(the);
        let n = self.offices.iter().position(|office| office.from == from)?;
        (!self.taken[n] && self.suits_any(n, people)).then_some(n)
    }

    fn suits_any(&self, n: usize, people: &[PersonId]) -> bool {
        people
            .iter()
            .any(|&person| self.registry.suits(&self.offices[n], person).is_some())
    }

    /// Whether a family name without title or given name is worth showing: not at all if it is also a word and only opens
    /// a sentence, or if a name goes on after it.
    fn may_stand_alone(&self, hit: &Hit) -> bool {
        let tokens = self.tokens;
        let word = tokens.folded(hit.to);
        if word.len() < 2 || !is_guarded(self.registry, word) {
            return word.len() > 1;
        }
        let goes_on = tokens.adjacent(hit.to)
            && tokens.list[hit.to + 1].capital
            && self.class_at(hit.to + 1).is_none();
        !tokens.opens_sentence(hit.from) && !goes_on
    }

    /// Offices without a name, where the text says whose they are.
    fn lone_offices(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (office, _) in self
            .offices
            .iter()
            .zip(&self.taken)
            .filter(|(_, taken)| !**taken)
        {
            let Some(state) = office.state else {
                continue;
            };
            let posts = self.registry.offices().of_state(office, state);
            if posts.is_empty() && (office.open || !speaks_for_itself(office)) {
                continue;
            }
            let span = self.tokens.span(office.from, office.to);
            mentions.push(Mention {
                span,
                name: None,
                title: Some(span),
                form: if office.organization {
                    NameForm::Organization
                } else {
                    NameForm::Office
                },
                people: Vec::new(),
                posts,
                state: Some(code_text(state)),
                qualifier: office
                    .qualifier
                    .or(office.deputy.then_some(super::Qualifier::Deputy)),
            });
        }
        mentions
    }
}

/// Whether an office with a state is one even where the register has no such post.
fn speaks_for_itself(office: &Office) -> bool {
    let alone = [
        "president",
        "pm",
        "chancellor",
        "monarch",
        "ambassador",
        "spokesman",
        "vice-president",
    ]
    .map(kind);
    let of_subject = ["minister", "secretary"].map(kind).contains(&office.head);
    alone.contains(&office.head) || (of_subject && !office.topics.is_empty())
}

/// Forms of address before a name: from word `from` to before the name's first word.
struct Title {
    from: usize,
    name: usize,
}

impl Title {
    /// Whether there is none before word `at`.
    fn is_none_at(&self, at: usize) -> bool {
        self.from == self.name && self.name == at
    }
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
    fn an_office_without_a_state_is_no_guess() {
        assert_eq!(
            found("Later the foreign minister spoke to the president."),
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
        assert_eq!(found("There was also Boris Siluanov."), [""; 0]);
        assert_eq!(found("Then Igor Borisov of Yakutsk rose."), [""; 0]);
    }

    #[test]
    fn a_word_that_opens_a_sentence_is_no_family_name() {
        assert_eq!(
            found("Young people came. May rains fell. Price was no matter."),
            [""; 0]
        );
    }
}
