//! Choices that need the whole document: which Lavrov, which President.
//!
//! The order is that of `language.md` 6.4: a full name or title and name, the holder of an office on the date, those named
//! before in this document, those in office on the date. What is still open after that stays open: a wrong identity costs more
//! than a missing one.

mod choose;
mod named;
mod offices;
mod speakers;

use thin_vec::ThinVec;

use crate::registry::{Held, NameForm, PersonId, PostId};
use crate::transcript::Transcript;

use super::{Paragraph, Reference};

use choose::choose;
use named::Named;
use speakers::Cast;

pub(super) use speakers::{at_the_end_of_reach, is_in_reach, may_name_in_full};

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
    pub candidates: ThinVec<PersonId>,
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
    /// The label as it would be spelt, if it holds a slip: `SECRETARY VANE` for `SECREATRY VANE`.
    pub corrected: Option<String>,
    /// What else the document says of who this is, too little for a name.
    pub aside: Option<Aside>,
}

/// A name that may be a speaker's, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct Aside {
    /// The name, as the document prints it.
    pub name: String,
    /// Why, as a phrase: "named in full in the text".
    pub why: &'static str,
}

/// Who is meant by every mention of each of `paragraphs`, and by every turn's label.
pub(super) fn resolve(
    content: &str,
    transcript: &Transcript,
    paragraphs: &[Paragraph],
    reference: &Reference,
) -> (Vec<ThinVec<Resolved>>, Vec<Speaker>) {
    let registry = &*reference.registry;
    let date = transcript.date.as_ref().map(|date| date.date);
    let cast = Cast::of(content, transcript, paragraphs, registry, date);
    let mut named = Named::default();
    let mut turns = transcript.turns.iter().zip(&cast.speakers).peekable();
    // Everybody who speaks is known from the start; who spoke last is nearest.
    for speaker in &cast.speakers {
        named.hear(speaker.person);
        if let (None, Some(name), false) = (speaker.person, &speaker.name, speaker.anonymous) {
            named.meet_stranger(registry.last_word(name));
        }
    }
    for mention in paragraphs.iter().flat_map(|one| &one.reading.mentions) {
        if let (NameForm::Full, [person]) = (mention.form, mention.people.as_slice()) {
            named.announce(*person);
        }
    }
    let mut all: Vec<ThinVec<Resolved>> = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        named.enter(at);
        while let Some((_, speaker)) =
            turns.next_if(|(turn, _)| turn.label.span.start <= paragraph.span.start)
        {
            named.hear(speaker.person);
        }
        let resolved = paragraph.reading.mentions.iter().map(|mention| {
            let words = mention
                .name
                .map_or("", |name| name.place(paragraph.span.start).of(content));
            let resolved = choose(registry, mention, words, date, &named);
            named.meet(resolved.person);
            if mention.form == NameForm::Unknown {
                named.meet_stranger(registry.last_word(words));
            }
            resolved
        });
        all.push(resolved.collect());
    }
    offices::resolve(
        content,
        &cast.speakers,
        paragraphs,
        &mut all,
        registry,
        date,
    );
    (all, cast.speakers)
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
            style: std::sync::Arc::default(),
            language: None,
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
    fn a_counterpart_holds_the_same_office_in_the_other_state() {
        let found =
            resolved("Russian Foreign Minister Sergey Lavrov met his Syrian counterpart.\n");
        assert_eq!(
            found[1],
            "Syrian counterpart = faisal-mekdad (held, the same office in the other state on the date)"
        );
    }

    #[test]
    fn a_common_word_alone_means_nobody() {
        assert_eq!(
            resolved("It is what the West calls progress.\n"),
            ["West = ? (-, )"]
        );
    }

    #[test]
    fn a_title_before_a_full_name_is_the_post_held_on_the_day() {
        let reference = Reference {
            registry: Registry::builtin(),
            date: Date::parse("2021-10-13"),
            style: std::sync::Arc::default(),
            language: None,
        };
        for (words, post) in [
            (
                "Defence Secretary Ben Wallace",
                "gb-secretary-of-state-for-defence",
            ),
            ("Prime Minister Boris Johnson", "gb-prime-minister"),
            ("British Prime Minister Boris Johnson", "gb-prime-minister"),
            (
                "Foreign Secretary Liz Truss",
                "gb-secretary-of-state-for-foreign-and-commonwealth-affairs",
            ),
            ("Secretary of State Antony Blinken", "us-secretary-of-state"),
            ("President Vladimir Putin", "ru-president"),
            ("Chancellor Rishi Sunak", "gb-chancellor-of-the-exchequer"),
        ] {
            let text = format!(
                "A guest met {words} at noon.\n\n{words}: Good morning.\n\nQuestion: Why?\n\n{words}: No.\n"
            );
            let record = Record::build(&Text::from(text.as_str()), "talks.txt", &reference, None);
            let id = |post: Option<_>| post.map(|post| record.registry().post(post).id.as_str());
            let told = record.paragraphs()[0].resolved.first();
            assert_eq!(told.and_then(|told| id(told.post)), Some(post), "{words}");
            let spoken = record.speakers().first();
            assert_eq!(
                spoken.and_then(|spoken| id(spoken.post)),
                Some(post),
                "{words}"
            );
        }
    }
}
