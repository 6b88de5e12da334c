//! Labels that give an office and nobody in it: whose offices are meant, and who held them on the day.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::record::Paragraph;
use crate::record::resolve::Speaker;
use crate::record::resolve::choose::{choose, only};
use crate::record::resolve::named::Named;
use crate::registry::{Held, NameForm, PersonId, PostId, Registry, Seats, Tongue};
use crate::transcript::Transcript;

use super::parts::{self, Part};

/// How much of a document's beginning may say whose page it is, in bytes.
const HEAD: usize = 4096;

/// What the document says of whose offices are meant where a label gives an office alone.
pub(super) struct Scene {
    /// The states of the other speakers, else of whom the head of the page names, else of the bodies that are named.
    states: BTreeSet<String>,
    /// The states of those whom the head of the page names.
    head: BTreeSet<String>,
    /// Who is named with a title or in full in the head.
    people: Vec<PersonId>,
    /// With which posts people are named there.
    titled: Vec<PostId>,
    /// The document records a sitting.
    sits: bool,
    /// The houses and capitals that the head names; looked for only where a label is an office in another language.
    seats: Seats,
}

impl Scene {
    /// Looks at the speakers who are named, and at the head.
    pub(super) fn of(
        registry: &Registry,
        content: &str,
        transcript: &Transcript,
        speakers: &[Speaker],
        parts: &[Part],
        paragraphs: &[Paragraph],
        date: Option<Date>,
    ) -> Scene {
        let mut scene = Scene {
            states: BTreeSet::new(),
            head: BTreeSet::new(),
            people: Vec::new(),
            titled: Vec::new(),
            sits: transcript.sitting.is_one,
            seats: Seats::default(),
        };
        let Some(first) = transcript.turns.first() else {
            return scene;
        };
        let named: Vec<PersonId> = speakers
            .iter()
            .filter_map(|speaker| speaker.person)
            .collect();
        scene.states = states(registry, &named, date);
        let mut end = first.label.marked.start.min(HEAD);
        while !content.is_char_boundary(end) {
            end -= 1;
        }
        let mut offices: BTreeSet<String> = BTreeSet::new();
        if parts.iter().any(|part| part.tongue.is_some()) {
            scene.seats = Seats::of(&content[..end]);
        }
        for line in content[..end].lines() {
            // Front matter may write a no-break space so.
            let line = line.replace("\\_", " ");
            for mention in registry.mentions(&line) {
                let named = choose(registry, &mention, "", date, &Named::default());
                if mention.name.is_none() {
                    offices.extend(mention.state.map(|state| state.to_string()));
                }
                // A bare family name in a head proves little.
                if matches!(mention.form, NameForm::Full | NameForm::TitleFamily) {
                    scene.people.extend(named.person);
                    scene.titled.extend(named.person.and(named.post));
                }
            }
        }
        scene.head = states(registry, &scene.people, date);
        if scene.head.is_empty() {
            // "Press conference of the President of the Republic": an office of a state tells whose page it is, too.
            scene.head = offices;
        }
        if scene.states.is_empty() {
            scene.states.clone_from(&scene.head);
        }
        if scene.states.is_empty() {
            let mentions = paragraphs
                .iter()
                .flat_map(|paragraph| &paragraph.reading.mentions);
            for mention in mentions.filter(|mention| mention.form == NameForm::Organization) {
                scene
                    .states
                    .extend(mention.state.as_ref().map(ToString::to_string));
            }
        }
        scene
    }
}

/// The posts of these states that an office alone may mean. Nobody answers themselves: whoever speaks under a name right before
/// or after is not meant, so beside `PRESIDENT XI` another is `THE PRESIDENT`.
fn free_posts(
    registry: &Registry,
    part: &Part,
    states: &BTreeSet<String>,
    date: Option<Date>,
) -> Vec<PostId> {
    let Some(date) = date else { return Vec::new() };
    let of_state = |state: &String| {
        let posts = match part.tongue {
            Some(tongue) => registry.posts_in_tongue(tongue, state),
            None => registry.posts_in_state(part.words, state),
        };
        registry.post_on(&posts, date)
    };
    let is_free = |post: &PostId| {
        let holds = |person: &PersonId| {
            let mut tenures = registry.tenures_of(*person).into_iter();
            tenures.any(|it| it.post == *post && it.held(date) != Held::NotHeld)
        };
        !part.beside.iter().any(holds)
    };
    states.iter().filter_map(of_state).filter(is_free).collect()
}

/// The posts that an office in another language may mean: of the one state that calls one so, unless another presides here; of
/// the house whose page it is; of the states of those who speak or are named in the head.
fn tongue_posts(
    registry: &Registry,
    part: &Part,
    tongue: &Tongue,
    scene: &Scene,
    date: Option<Date>,
) -> Vec<PostId> {
    let calls_so = |state: &&String| tongue.states.contains(&state.as_str());
    let fit = |states: &BTreeSet<String>| states.iter().filter(calls_so).cloned().collect();
    let house = match tongue.states[..] {
        [state] if !scene.sits => Some(state),
        _ => scene.seats.state(tongue, !parts::presides(part.words)),
    };
    let mut posts = Vec::new();
    for states in [
        house.map(str::to_owned).into_iter().collect(),
        fit(&scene.states),
        fit(&scene.head),
    ] {
        if posts.is_empty() {
            posts = free_posts(registry, part, &states, date);
        }
    }
    if scene.sits && parts::presides(part.words) {
        posts.retain(|post| scene.titled.contains(post));
    }
    posts
}

/// The states in which people held posts on the date, or ever, without one.
fn states<'a>(
    registry: &Registry,
    people: impl IntoIterator<Item = &'a PersonId>,
    date: Option<Date>,
) -> BTreeSet<String> {
    let tenures = people
        .into_iter()
        .flat_map(|person| registry.tenures_of(*person));
    tenures
        .filter(|tenure| date.is_none_or(|date| tenure.held(date) != Held::NotHeld))
        .filter_map(|tenure| registry.post(tenure.post).state.clone())
        .collect()
}

/// A label that is an office alone: its holder on the date, if one state only can be meant.
pub(super) fn fill_office(
    registry: &Registry,
    part: &Part,
    date: Option<Date>,
    scene: &Scene,
    speaker: &mut Speaker,
) {
    speaker.name = None;
    let own = part.mention.as_ref().and_then(|mention| match date {
        Some(date) => registry.post_on(&mention.posts, date),
        None => mention.posts.first().copied(),
    });
    let mut posts: Vec<_> = own.into_iter().collect();
    if let Some(tongue) = part.tongue {
        posts = tongue_posts(registry, part, tongue, scene, date);
    } else if posts.is_empty()
        && part
            .mention
            .as_ref()
            .is_none_or(|mention| mention.state.is_none())
    {
        posts = free_posts(registry, part, &scene.states, date);
        if posts.is_empty() {
            posts = free_posts(registry, part, &scene.head, date);
        }
        // Who presides over a sitting is called so too; the head of state is meant where the head names them.
        if scene.sits && parts::presides(part.words) {
            posts.retain(|post| scene.titled.contains(post));
        }
    }
    let ([post], Some(date)) = (&posts[..], date) else {
        return;
    };
    speaker.post = Some(*post);
    speaker.candidates = registry.around(*post, date).on_the_day;
    if let Some(person) = only(&speaker.candidates) {
        speaker.become_person(registry, person, "holder of the office on the date");
        speaker.held = Some(registry.held(person, *post, date));
        return;
    }
    // Where the register ends before the date, the head may name the last one it knows in that office.
    let still = |person: &PersonId| {
        registry.held(*person, *post, date) == Held::Unknown
            && registry
                .tenures_of(*person)
                .iter()
                .any(|tenure| tenure.post == *post)
    };
    let mut named: Vec<PersonId> = scene.people.iter().copied().filter(still).collect();
    named.dedup();
    if let (true, Some(person)) = (speaker.candidates.is_empty(), only(&named)) {
        speaker.become_person(registry, person, "named with this office in the head");
        speaker.held = Some(Held::Unknown);
    }
}
