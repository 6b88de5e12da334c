//! Choices that need the whole document: which Lavrov, which President.
//!
//! The order is that of `language.md` 6.4: a full name or title and name, the holder of an office on the date, those named
//! before in this document, those in office on the date. What is still open after that stays open: a wrong identity costs more
//! than a missing one.

mod speakers;

use crate::date::Date;
use crate::registry::{Held, Mention, NameForm, PersonId, PostId, Qualifier, Registry};
use crate::transcript::Transcript;

use super::{Paragraph, Reference};

use speakers::Cast;

/// Who a mention means in this document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Resolved {
    /// The person, if one remains.
    pub person: Option<PersonId>,
    /// The post its title words mean, if they mean one.
    pub post: Option<PostId>,
    /// Whether that person held that post on the document's date; `None` without both or without a date.
    pub held: Option<Held>,
    /// All people it could mean, best first; more than one and no `person` means it stays open.
    pub candidates: Vec<PersonId>,
    /// Why, as a phrase: "full name", "named in full before", "holder of the office on the date".
    pub why: &'static str,
}

/// Who speaks in a turn.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Speaker {
    /// The person, if the label means one for certain.
    pub person: Option<PersonId>,
    /// The registry's preferred name, else the name part of the label; `None` if there is none.
    pub name: Option<String>,
    /// The post the label's title words mean.
    pub post: Option<PostId>,
    /// Whether that person held that post on the document's date.
    pub held: Option<Held>,
    /// All people it could be, best first.
    pub candidates: Vec<PersonId>,
    /// Whether the label hides a name on purpose: `Q`, `Audience`.
    pub anonymous: bool,
    /// Why, as a phrase.
    pub why: &'static str,
}

/// Resolves every mention of `paragraphs` in place and every turn's label.
pub(super) fn resolve(
    content: &str,
    transcript: &Transcript,
    paragraphs: &mut [Paragraph],
    reference: &Reference,
) -> Vec<Speaker> {
    let registry = &*reference.registry;
    let date = transcript.date.as_ref().map(|date| date.date);
    let cast = Cast::of(content, transcript, paragraphs, registry, date);
    let mut named = Named::default();
    let mut turns = transcript.turns.iter().zip(&cast.speakers).peekable();
    // Everybody who speaks is known from the start; who spoke last is nearest.
    for speaker in &cast.speakers {
        named.meet(speaker.person);
    }
    for paragraph in paragraphs {
        while let Some((_, speaker)) =
            turns.next_if(|(turn, _)| turn.label.span.start <= paragraph.span.start)
        {
            named.meet(speaker.person);
        }
        paragraph.resolved = paragraph
            .reading
            .mentions
            .iter()
            .map(|mention| {
                let words = mention
                    .name
                    .map_or("", |name| name.place(paragraph.span.start).of(content));
                let resolved = choose(registry, mention, words, date, &named);
                named.meet(resolved.person);
                resolved
            })
            .collect();
    }
    cast.speakers
}

/// The people named so far, the last one last.
#[derive(Default)]
struct Named(Vec<PersonId>);

impl Named {
    fn meet(&mut self, person: Option<PersonId>) {
        if let Some(person) = person {
            self.0.retain(|known| *known != person);
            self.0.push(person);
        }
    }

    /// The one of `people` named last.
    fn last_of(&self, people: &[PersonId]) -> Option<PersonId> {
        self.0
            .iter()
            .rev()
            .copied()
            .find(|person| people.contains(person))
    }
}

/// Whom one mention means, `words` being the name in it.
fn choose(
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
        NameForm::NearMiss => {
            only(&mention.people).map(|person| (person, "nearly the known spelling"))
        }
        NameForm::Full => full(registry, mention, date, named),
        NameForm::TitleFamily => titled(registry, mention, words, date, named),
        NameForm::Family => {
            let before = named.last_of(&mention.people);
            if before.is_none() && registry.is_everyday_word(words) {
                return Resolved::default();
            }
            before
                .map(|person| (person, "named before in this document"))
                .or_else(|| bearer_in_office(registry, &mention.people, date))
        }
    };
    let mut resolved = Resolved {
        candidates: mention.people.clone(),
        post: mention.posts.first().copied(),
        ..Resolved::default()
    };
    if let Some((person, why)) = found {
        resolved.person = Some(person);
        resolved.why = why;
        if let Some(date) = date {
            (resolved.post, resolved.held) = office_of(registry, person, &mention.posts, date);
        }
    }
    resolved
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
    named
        .last_of(&mention.people)
        .map(|person| (person, "full name, named before in this document"))
        .or_else(|| bearer_in_office(registry, &mention.people, date))
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
    if let Some(person) = named.last_of(&mention.people) {
        return Some((person, "named before in this document"));
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
    if registry.is_everyday_word(words) && !suits {
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

/// The only one of the people in office on the date; without a date, the only one there is.
fn bearer_in_office(
    registry: &Registry,
    people: &[PersonId],
    date: Option<Date>,
) -> Option<(PersonId, &'static str)> {
    let Some(date) = date else {
        return only(people).map(|person| (person, "the only known bearer of the name"));
    };
    let active: Vec<PersonId> = people
        .iter()
        .copied()
        .filter(|&person| registry.active(person, date))
        .collect();
    only(&active).map(|person| (person, "the only bearer of the name in office on the date"))
}

/// Who held an office that stands without a name, if the register knows one.
fn holder(registry: &Registry, mention: &Mention, date: Option<Date>) -> Resolved {
    let mut resolved = Resolved {
        post: mention.posts.first().copied(),
        ..Resolved::default()
    };
    let moved = mention
        .qualifier
        .is_some_and(|qualifier| !matches!(qualifier, Qualifier::Acting | Qualifier::Then));
    let (Some(post), Some(date), false) = (resolved.post, date, moved) else {
        return resolved;
    };
    resolved.candidates = registry.around(post, date).on_the_day;
    if let Some(person) = only(&resolved.candidates) {
        resolved.person = Some(person);
        resolved.held = Some(Held::Held);
        resolved.why = "holder of the office on the date";
    }
    resolved
}

/// The post among `posts` that the person held on the date, else the first one; and whether.
fn office_of(
    registry: &Registry,
    person: PersonId,
    posts: &[PostId],
    date: Date,
) -> (Option<PostId>, Option<Held>) {
    let held = |post: &PostId| registry.held(person, *post, date);
    for wanted in [Held::Held, Held::Unknown] {
        let known = |post: &&PostId| {
            wanted == Held::Held
                || registry
                    .tenures_of(person)
                    .iter()
                    .any(|tenure| tenure.post == **post)
        };
        if let Some(post) = posts.iter().filter(known).find(|post| held(post) == wanted) {
            return (Some(*post), Some(wanted));
        }
    }
    (posts.first().copied(), posts.first().map(held))
}

/// The element of a list of one.
fn only(people: &[PersonId]) -> Option<PersonId> {
    match people {
        [person] => Some(*person),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::record::{Record, Reference};
    use crate::registry::Registry;
    use crate::text::Text;

    /// Each mention of a text of 15 March 2023 as `words = person (held, why)`.
    fn resolved(text: &str) -> Vec<String> {
        let reference = Reference {
            registry: Registry::builtin(),
            date: Date::parse("2023-03-15"),
        };
        let record = Record::build(&Text::from(text), "talks.txt", &reference, None);
        let mut lines = Vec::new();
        for paragraph in record.paragraphs() {
            for (mention, resolved) in paragraph.reading.mentions.iter().zip(&paragraph.resolved) {
                let words = mention
                    .span
                    .place(paragraph.span.start)
                    .of(record.content());
                let person = resolved
                    .person
                    .map_or("?", |person| &record.registry().person(person).id);
                let held = resolved.held.map_or("-", |held| held.name());
                lines.push(format!("{words} = {person} ({held}, {})", resolved.why));
            }
        }
        lines
    }

    #[test]
    fn a_short_name_means_who_was_named_before() {
        assert_eq!(
            resolved(
                "Russian Foreign Minister Sergey Lavrov arrived at noon.\nNobody met Lavrov there.\n"
            ),
            [
                "Russian Foreign Minister Sergey Lavrov = sergey-lavrov (held, full name)",
                "Lavrov = sergey-lavrov (-, named before in this document)"
            ]
        );
    }

    #[test]
    fn of_two_presidents_of_one_name_the_one_in_office_is_meant() {
        assert_eq!(
            resolved("A guest thanked President Assad for the tea.\n"),
            ["President Assad = bashar-al-assad (held, title and name)"]
        );
    }

    #[test]
    fn an_office_with_a_state_means_its_holder_on_the_date() {
        assert_eq!(
            resolved("Reporters asked Syria’s defence minister about it.\n"),
            [
                "Syria’s defence minister = ali-mahmoud-abbas (held, holder of the office on the date)"
            ]
        );
    }

    #[test]
    fn a_common_word_alone_means_nobody() {
        assert_eq!(
            resolved("It is what the West calls progress.\n"),
            ["West = ? (-, )"]
        );
    }
}
