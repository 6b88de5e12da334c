//! The choice for one mention, in the order of `language.md` 6.4; each choice carries its reason.

use crate::date::Date;
use crate::registry::{Held, Mention, NameForm, PersonId, PostId, Qualifier, Registry, Renown};

use super::Resolved;
use super::named::{Before, Named};

/// Whom one mention means, `words` being the name in it.
pub(super) fn choose(
    registry: &Registry,
    mention: &Mention,
    words: &str,
    date: Option<Date>,
    named: &Named,
) -> Resolved {
    let found = match mention.form {
        NameForm::Office => return holder(registry, mention, date),
        NameForm::Organization => {
            return Resolved {
                why: "an organization",
                ..Resolved {
                    person: None,
                    held: None,
                    ..holder(registry, mention, date)
                }
            };
        }
        NameForm::Unknown => {
            return stranger();
        }
        NameForm::NearMiss => {
            only(&mention.people).map(|person| (person, "nearly the known spelling"))
        }
        NameForm::Full => full(registry, mention, date, named),
        NameForm::TitleFamily => titled(registry, mention, words, date, named),
        NameForm::Family => match named.before(&mention.people, &registry.last_word(words)) {
            Before::One(person) => Some((person, "named before in this document")),
            Before::Nobody if registry.is_everyday_word(words) => return Resolved::default(),
            Before::Nobody => named
                .anywhere(&mention.people)
                .map(|person| (person, "named in full in this document"))
                .or_else(|| bearer_in_office(registry, &mention.people, date))
                .or_else(|| foremost(registry, &mention.people, date)),
            Before::Open => None,
            Before::Stranger => return stranger(),
        },
    };
    let mut resolved = Resolved {
        candidates: mention.people.clone(),
        post: mention.posts.first().copied(),
        ..Resolved::default()
    };
    let is_stranger = mention.form == NameForm::TitleFamily
        && found.is_none()
        && named.before(&mention.people, &registry.last_word(words)) == Before::Stranger;
    if is_stranger {
        return stranger();
    }
    if let Some((person, why)) = found {
        resolved.person = Some(person);
        resolved.why = why;
        if let Some(date) = date {
            (resolved.post, resolved.held) = office_of(registry, person, &mention.posts, date);
        }
    } else {
        resolved.candidates = in_office(registry, &mention.people, date).into();
    }
    resolved
}

/// Somebody of a known name whom the register does not know.
fn stranger() -> Resolved {
    Resolved {
        why: "somebody the register does not know",
        ..Resolved::default()
    }
}

/// A full name: the only bearer, else the one whose office it was, who was named before, who was in office.
fn full(
    registry: &Registry,
    mention: &Mention,
    date: Option<Date>,
    named: &Named,
) -> Option<(PersonId, &'static str)> {
    if let Some(person) = only(&mention.people) {
        return Some((person, "full name"));
    }
    if let Some(person) = best_holder(registry, mention, date) {
        return Some((person, "full name and office on the date"));
    }
    match named.before(&mention.people, "") {
        Before::One(person) => Some((person, "full name, named before in this document")),
        Before::Nobody => bearer_in_office(registry, &mention.people, date),
        Before::Open | Before::Stranger => None,
    }
}

/// A title and a family name.
fn titled(
    registry: &Registry,
    mention: &Mention,
    words: &str,
    date: Option<Date>,
    named: &Named,
) -> Option<(PersonId, &'static str)> {
    if let Some(person) = best_holder(registry, mention, date) {
        return Some((person, "title and name"));
    }
    match named.before(&mention.people, &registry.last_word(words)) {
        Before::One(person) => return Some((person, "named before in this document")),
        Before::Open | Before::Stranger => return None,
        Before::Nobody => {}
    }
    let suits = !mention.posts.is_empty()
        && mention.people.iter().all(|&person| {
            registry
                .tenures_of(person)
                .iter()
                .any(|tenure| mention.posts.contains(&tenure.post))
        });
    if suits && let Some(person) = only(&mention.people) {
        return Some((person, "title and name"));
    }
    // A form of address says little: the word may be anybody's name.
    let says_little = registry.is_everyday_word(words) || registry.is_a_given_name(words);
    if says_little && !suits {
        return None;
    }
    bearer_in_office(registry, &mention.people, date)
}

/// The one of the people who held one of the mention's posts on the date, or, if the register ends before it, to the register's end.
fn best_holder(registry: &Registry, mention: &Mention, date: Option<Date>) -> Option<PersonId> {
    let date = date?;
    let held = |wanted: Held| -> Vec<PersonId> {
        mention
            .people
            .iter()
            .copied()
            .filter(|&person| {
                mention.posts.iter().any(|&post| {
                    let known = registry
                        .tenures_of(person)
                        .iter()
                        .any(|tenure| tenure.post == post);
                    known && registry.held(person, post, date) == wanted
                })
            })
            .collect()
    };
    let certain = held(Held::Held);
    if certain.is_empty() {
        only(&held(Held::Unknown))
    } else {
        only(&certain)
    }
}

/// Those of the people who were in office on the date; all of them if none was, or without a date: a namesake of another time
/// is no candidate where one of the day is.
pub(super) fn in_office(
    registry: &Registry,
    people: &[PersonId],
    date: Option<Date>,
) -> Vec<PersonId> {
    let active = |person: &PersonId| date.is_some_and(|date| registry.active(*person, date));
    let of_the_day: Vec<PersonId> = people.iter().copied().filter(active).collect();
    if of_the_day.is_empty() {
        people.to_vec()
    } else {
        of_the_day
    }
}

/// With more known bearers than this a family name is common.
const COMMON: usize = 2;

/// The only one of the people in office on the date; without a date, the only one there is, if the project's own registry has
/// them or they are known widely: the register's one Berg is not every Berg.
fn bearer_in_office(
    registry: &Registry,
    people: &[PersonId],
    date: Option<Date>,
) -> Option<(PersonId, &'static str)> {
    let Some(date) = date else {
        let is_meant = |person: &PersonId| {
            registry.person_origin(*person).is_some()
                || registry.renown(*person, None) >= Renown::Minister
        };
        return only(people)
            .filter(is_meant)
            .map(|person| (person, "the only known bearer of the name"));
    };
    let active: Vec<PersonId> = people
        .iter()
        .copied()
        .filter(|&person| registry.active(person, date))
        .collect();
    // Where a family name is common, being in office does not make one of its bearers the one meant.
    if people.len() > COMMON {
        return None;
    }
    only(&active).map(|person| (person, "the only bearer of the name in office on the date"))
}

/// With more known bearers than this a family name says nothing, however widely one of them is known.
const TOO_COMMON: usize = 4;

/// Of a few bearers of a family name the one everybody means by it: the only head of state or government on the date, or one
/// who is known far more widely than all others.
fn foremost(
    registry: &Registry,
    people: &[PersonId],
    date: Option<Date>,
) -> Option<(PersonId, &'static str)> {
    if people.len() > TOO_COMMON {
        return None;
    }
    let is_head = |person: &PersonId| date.is_some_and(|date| registry.is_head(*person, date));
    let heads: Vec<PersonId> = people.iter().copied().filter(is_head).collect();
    if let Some(person) = only(&heads) {
        return Some((person, "head of state or government on the date"));
    }
    let mut ranked: Vec<(Renown, PersonId)> = people
        .iter()
        .map(|&person| (registry.renown(person, date), person))
        .collect();
    ranked.sort_by_key(|&(rank, person)| (std::cmp::Reverse(rank), person));
    let [(first, person), (second, _), ..] = ranked[..] else {
        return None;
    };
    let is_far_before = match first {
        Renown::Head => second <= Renown::Middle,
        Renown::Minister => second <= Renown::Minor,
        _ => false,
    };
    is_far_before.then_some((person, "the most widely known bearer of the name"))
}

/// Who held an office that stands without a name, if the register knows one.
fn holder(registry: &Registry, mention: &Mention, date: Option<Date>) -> Resolved {
    let mut resolved = Resolved {
        post: match date {
            Some(date) => registry.post_on(&mention.posts, date),
            None => mention.posts.first().copied(),
        },
        ..Resolved::default()
    };
    let moved = mention
        .qualifier
        .is_some_and(|qualifier| !matches!(qualifier, Qualifier::Acting | Qualifier::Then));
    let (Some(post), Some(date), false) = (resolved.post, date, moved) else {
        return resolved;
    };
    resolved.candidates = registry.around(post, date).on_the_day.into();
    if let Some(person) = only(&resolved.candidates) {
        resolved.person = Some(person);
        resolved.held = Some(Held::Held);
        resolved.why = "holder of the office on the date";
    }
    resolved
}

/// The post among `posts` that the person held on the date, else one the person held on another, else the first one; and
/// whether. Two registries may each have a post of that name, and only one of them knows the person in it.
pub(super) fn office_of(
    registry: &Registry,
    person: PersonId,
    posts: &[PostId],
    date: Date,
) -> (Option<PostId>, Option<Held>) {
    let held = |post: &PostId| registry.held(person, *post, date);
    let tenures = registry.tenures_of(person);
    let known = |post: &&PostId| tenures.iter().any(|tenure| tenure.post == **post);
    for wanted in [Held::Held, Held::Unknown] {
        let fits = |post: &&PostId| wanted == Held::Held || known(post);
        if let Some(post) = posts.iter().filter(fits).find(|post| held(post) == wanted) {
            return (Some(*post), Some(wanted));
        }
    }
    let post = posts.iter().find(known).or(posts.first());
    (post.copied(), post.map(held))
}

/// The element of a list of one.
pub(super) fn only(people: &[PersonId]) -> Option<PersonId> {
    match people {
        [person] => Some(*person),
        _ => None,
    }
}
