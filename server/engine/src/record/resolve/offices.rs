//! Offices that the words alone do not settle: "the foreign minister" of which state, "his Syrian counterpart" in which
//! office, "the two presidents".
//!
//! The people named in the document decide: what they held on its date.

use std::collections::HashMap;

use thin_vec::{ThinVec, thin_vec};

use crate::date::Date;
use crate::record::Paragraph;
use crate::registry::{Held, Mention, NameForm, PersonId, PostId, Qualifier, Registry};

use super::{Resolved, Speaker};

/// From so many paragraphs back "the foreign minister" may be the one named last.
const FAR: usize = 3;

/// A person of the document with a post held on its date.
struct Present {
    person: PersonId,
    post: PostId,
    state: String,
}

/// Everybody in play, and which of them each wording can mean.
struct Scene<'a> {
    registry: &'a Registry,
    date: Date,
    present: Vec<Present>,
    /// Of the words of an office without a state, which of `present` fit.
    fitting: HashMap<String, Vec<usize>>,
}

/// Resolves the offices of `paragraphs`, in place in `all`, that stand without a state or in another's stead.
pub(super) fn resolve(
    content: &str,
    speakers: &[Speaker],
    paragraphs: &[Paragraph],
    all: &mut [ThinVec<Resolved>],
    registry: &Registry,
    date: Option<Date>,
) {
    let Some(date) = date else { return };
    let is_open = |mention: &Mention| mention.name.is_none() && mention.posts.is_empty();
    if !paragraphs
        .iter()
        .any(|paragraph| paragraph.reading.mentions.iter().any(is_open))
    {
        return;
    }
    let mut scene = Scene::of(speakers, all, registry, date);
    for nth in 0..paragraphs.len() {
        let paragraph = &paragraphs[nth];
        let reading = &paragraph.reading;
        for (at, mention) in reading.mentions.iter().enumerate() {
            if !is_open(mention) || mention.form != NameForm::Office {
                continue;
            }
            let people = |resolved: &[Resolved]| -> Vec<PersonId> {
                resolved.iter().rev().filter_map(|one| one.person).collect()
            };
            let before = people(&all[nth][..at]);
            let words = mention.span.place(paragraph.span.start).of(content);
            all[nth][at] = match (mention.qualifier, mention.state.as_deref()) {
                (Some(Qualifier::Counterpart), Some(state)) => scene.counterpart(state, &before),
                (Some(Qualifier::Pair), _) => scene.pair(words),
                (None | Some(Qualifier::Acting), None) => {
                    let earlier = all[nth.saturating_sub(FAR)..nth].iter().rev();
                    let mut near = vec![before];
                    near.extend(earlier.map(|resolved| people(resolved)));
                    scene.office(words, &near)
                }
                _ => continue,
            };
        }
    }
}

impl<'a> Scene<'a> {
    fn of(
        speakers: &[Speaker],
        all: &[ThinVec<Resolved>],
        registry: &'a Registry,
        date: Date,
    ) -> Self {
        let mut people: Vec<PersonId> = Vec::new();
        let spoken = speakers.iter().filter_map(|speaker| speaker.person);
        let named = all.iter().flatten().filter_map(|resolved| resolved.person);
        people.extend(spoken.chain(named));
        people.sort_unstable();
        people.dedup();
        let mut present = Vec::new();
        for person in people {
            for tenure in registry.tenures_of(person) {
                let state = registry.post(tenure.post).state.clone();
                if let (Held::Held, Some(state)) = (tenure.held(date), state) {
                    present.push(Present {
                        person,
                        post: tenure.post,
                        state,
                    });
                }
            }
        }
        Scene {
            registry,
            date,
            present,
            fitting: HashMap::new(),
        }
    }

    /// Which of those present hold what an office without a state names.
    fn fitting(&mut self, words: &str) -> &[usize] {
        let (registry, present) = (self.registry, &self.present);
        self.fitting
            .entry(words.to_lowercase())
            .or_insert_with(|| fitting(registry, present, words))
    }

    /// "the foreign minister": the only one present, else the only one named where one was named last. `before` has the
    /// people named in this paragraph, then in the ones before, the nearest first.
    fn office(&mut self, words: &str, before: &[Vec<PersonId>]) -> Resolved {
        let fitting = self.fitting(words).to_vec();
        let named = |people: &Vec<PersonId>| -> Vec<usize> {
            let fits = |n: &usize| people.contains(&self.present[*n].person);
            fitting.iter().copied().filter(fits).collect()
        };
        let mut groups = before.iter().map(named);
        let near = groups.find(|near| !near.is_empty()).unwrap_or_default();
        let (chosen, why) = match (fitting.as_slice(), near.as_slice()) {
            ([only], _) => (*only, "the only one named in this document who held it"),
            (_, [near]) => (*near, "the one just named who held it"),
            _ => {
                let mut candidates: ThinVec<PersonId> =
                    fitting.iter().map(|&n| self.present[n].person).collect();
                candidates.dedup();
                return Resolved {
                    candidates,
                    ..Resolved::default()
                };
            }
        };
        let Present { person, post, .. } = self.present[chosen];
        Resolved {
            person: Some(person),
            post: Some(post),
            held: Some(Held::Held),
            candidates: thin_vec![person],
            why,
        }
    }

    /// "his Syrian counterpart": who held in that state what the person just named holds.
    fn counterpart(&self, state: &str, before: &[PersonId]) -> Resolved {
        let posts_of = |person: &PersonId| {
            let person = *person;
            let posts = self.present.iter();
            posts.filter(move |present| present.person == person && present.state != state)
        };
        // Who holds several offices is met as the holder of one that the other state has too.
        let post = before.iter().find_map(|person| {
            posts_of(person).find_map(|own| {
                let label = &self.registry.post(own.post).label;
                let posts = self.registry.posts_in_state(label, state);
                self.registry.post_on(&posts, self.date)
            })
        });
        let Some(post) = post else {
            return Resolved::default();
        };
        let candidates = self.registry.around(post, self.date).on_the_day;
        let person = super::choose::only(&candidates);
        Resolved {
            person,
            post: Some(post),
            held: person.map(|_| Held::Held),
            candidates: candidates.into(),
            why: "the same office in the other state on the date",
        }
    }

    /// "the two presidents": the two present who hold such an office.
    fn pair(&mut self, words: &str) -> Resolved {
        let of = Registry::one_of_pair(words);
        let mut people: Vec<PersonId> = Vec::new();
        for words in of {
            for &n in &self.fitting(words).to_vec() {
                let person = self.present[n].person;
                if !people.contains(&person) {
                    people.push(person);
                }
            }
        }
        if people.len() != 2 {
            return Resolved::default();
        }
        Resolved {
            candidates: people.into(),
            why: "the two named in this document who held it",
            ..Resolved::default()
        }
    }
}

fn fitting(registry: &Registry, present: &[Present], words: &str) -> Vec<usize> {
    let mut posts: HashMap<&str, Vec<PostId>> = HashMap::new();
    let mut found: Vec<usize> = Vec::new();
    for (n, one) in present.iter().enumerate() {
        let of_state = posts
            .entry(one.state.as_str())
            .or_insert_with(|| registry.posts_in_state(words, &one.state));
        let is_told = found.iter().any(|&told| present[told].person == one.person);
        if of_state.contains(&one.post) && !is_told {
            found.push(n);
        }
    }
    found
}
