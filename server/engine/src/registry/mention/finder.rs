//! The names and offices of a paragraph put together where they stand side by side.

use crate::registry::index::{self, Hit, Part};
use crate::registry::lexicon::{Class, code_text};
use crate::registry::office::{self, Item, Office, Vocabulary};
use crate::registry::tokens::Tokens;
use crate::registry::{Mention, NameForm, PersonId, PostId, Qualifier, Registry};
use smol_str::SmolStr;
use thin_vec::ThinVec;

use super::given::Given;
use super::is_guarded;

/// The names and offices of one paragraph while they are put together.
pub(super) struct Finder<'a> {
    pub(super) registry: &'a Registry,
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) items: Vec<Item>,
    /// In text order, without overlap.
    pub(super) hits: Vec<Hit>,
    /// In text order, without overlap.
    pub(super) offices: Vec<Office>,
    /// Offices that already belong to a name.
    pub(super) taken: Vec<bool>,
}

impl<'a> Finder<'a> {
    /// Looks for offices beside the names that were found, each on its own.
    pub(super) fn new(
        registry: &'a Registry,
        tokens: &'a Tokens<'a>,
        mut items: Vec<Item>,
        mut hits: Vec<Hit>,
    ) -> Self {
        // Words are marked and then asked, so that a long paragraph takes no more than its length.
        let mut named = vec![false; tokens.list.len()];
        for hit in hits.iter().filter(|hit| hit.part != Part::Family) {
            named[hit.from..=hit.to].fill(true);
        }
        for item in &mut items {
            if named[item.from..item.to].contains(&true) {
                item.class = Some(&Class::Name);
            }
        }
        let known = |topic: u64| registry.offices().knows_subject(topic);
        let offices = office::offices(tokens, &items, Vocabulary::Known(&known));
        let mut held = named;
        held.fill(false);
        for office in &offices {
            held[office.from..=office.to].fill(true);
        }
        hits.retain(|hit| hit.part != Part::Family || !held[hit.from..=hit.to].contains(&true));
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
    pub(super) fn class_at(&self, at: usize) -> Option<Class> {
        let n = self.items.partition_point(|item| item.to <= at);
        self.items.get(n).and_then(Item::class)
    }

    /// The mention around hit number `n`, if it is one.
    pub(super) fn person(&mut self, n: usize) -> Option<Mention> {
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
                Given::Short(at, bearers) => {
                    given = Some(at);
                    people = bearers;
                    form = NameForm::Full;
                    title = self.title_before(at);
                }
                Given::Other(at) => return Some(self.unknown(at, hit.to)),
                Given::Joined => return None,
            }
        }
        let turned = if form == NameForm::Family {
            self.given_behind(&hit, &mut people)
        } else {
            None
        };
        if turned.is_some() {
            form = NameForm::Full;
        }
        let last = turned.unwrap_or(hit.to);
        let start = given.unwrap_or(from);
        let before = self.office_before(&title, &people);
        let after = if before.is_none() {
            self.office_after(last, &people)
        } else {
            None
        };
        let office = before.or(after);
        if form == NameForm::Family && (title.from < start || before.is_some()) {
            form = NameForm::TitleFamily;
        }
        if turned.is_none()
            && matches!(form, NameForm::Family | NameForm::TitleFamily)
            && let Some(end) = self.goes_on(hit.to)
        {
            // "General Douglas MacArthur", "Mr. George Watt": the family name of one is the given name of another.
            return (form == NameForm::TitleFamily).then(|| self.unknown(hit.to, end));
        }
        if form == NameForm::Family && !self.may_stand_alone(&hit) {
            return None;
        }
        let mut mention = Mention {
            span: tokens.span(start, last),
            name: Some(tokens.span(start, last)),
            title: None,
            form,
            people: people.into(),
            posts: ThinVec::new(),
            state: None,
            qualifier: None,
        };
        if title.from < start {
            mention.span = mention.span.from(tokens.list[title.from].start());
            mention.title = Some(tokens.span(title.from, start - 1));
        }
        if let Some(n) = office {
            self.taken[n] = true;
            let office = &self.offices[n];
            let (first, last) = (office.from.min(title.from), office.to);
            if Some(n) == after {
                mention.span = mention.span.until(tokens.list[last].end());
                mention.title = Some(tokens.span(office.from, last));
            } else {
                mention.span = mention.span.from(tokens.list[first].start());
                mention.title = Some(tokens.span(first, start - 1));
            }
            self.fill(&mut mention, n);
        }
        Some(mention)
    }

    /// Somebody with a known family name and another given name, which ends at word `given` and may begin before it.
    fn unknown(&self, given: usize, last: usize) -> Mention {
        let tokens = self.tokens;
        let mut from = given;
        while from > 0
            && tokens.adjacent(from - 1)
            && tokens.list[from - 1].capital
            && !tokens.opens_sentence(from - 1)
            && self.class_at(from - 1).is_none()
        {
            from -= 1;
        }
        let title = self.title_before(from);
        let name = tokens.span(from, last);
        let mut mention = Mention {
            span: name,
            name: Some(name),
            title: None,
            form: NameForm::Unknown,
            people: ThinVec::new(),
            posts: ThinVec::new(),
            state: None,
            qualifier: None,
        };
        if title.from < from {
            mention.span = mention.span.from(tokens.list[title.from].start());
            mention.title = Some(tokens.span(title.from, from - 1));
        }
        mention
    }

    /// Puts what office number `n` says into a person's mention.
    fn fill(&self, mention: &mut Mention, n: usize) {
        let office = &self.offices[n];
        mention.qualifier = office
            .qualifier
            .or(office.deputy.then_some(Qualifier::Deputy));
        let suited: Vec<PersonId> = mention
            .people
            .iter()
            .copied()
            .filter(|&person| self.registry.suits(office, person).is_some())
            .collect();
        if !suited.is_empty() {
            mention.people = suited.into();
        }
        mention.posts = match office.state {
            Some(state) => self.registry.offices().of_state(office, state).into(),
            None => ThinVec::new(),
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
            .or_else(|| self.state_of(&mention.posts).map(SmolStr::from));
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

    /// Whether a family name without title or given name is worth showing: not at all if it is also a word and only opens
    /// a sentence, or if a name goes on after it.
    fn may_stand_alone(&self, hit: &Hit) -> bool {
        let tokens = self.tokens;
        if self.is_plain_word(hit.to) {
            return false;
        }
        let word = tokens.folded(hit.to);
        if word.len() < 2 || !is_guarded(self.registry, word) {
            return word.len() > 1;
        }
        !tokens.opens_sentence(hit.from) && !self.is_no_name(hit.to)
    }

    /// Whether a name of several words begins at word `at`.
    fn is_other_name(&self, at: usize) -> bool {
        let hit = self.hits.binary_search_by_key(&at, |hit| hit.from);
        hit.is_ok_and(|n| self.hits[n].part != Part::Family)
    }

    /// The last word of a name that goes on behind word `last`: capitals side by side that are no other name, office or day.
    fn goes_on(&self, last: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mut end = None;
        let mut at = last;
        while tokens.adjacent(at)
            && tokens.gap(at) != "-"
            && tokens.list[at].end() == tokens.list[at].after()
            && tokens.list[at + 1].capital
            && self.class_at(at + 1).is_none()
            && !self.is_no_name(at + 1)
            && !self.is_other_name(at + 1)
        {
            at += 1;
            end = Some(at);
        }
        end
    }
}
