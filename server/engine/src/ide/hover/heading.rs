//! Names and offices in headings and captions, which are no paragraphs and are read only when somebody asks.

use std::collections::BTreeSet;

use crate::record::Record;
use crate::registry::{Mention, PersonId};
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice};

use crate::ide::{card, meant};

/// The person or office in a heading under the cursor.
pub(super) fn part(record: &Record, offset: usize) -> Option<(Span, String)> {
    let passages = record.transcript().passages.iter();
    let body = passages
        .filter(|passage| {
            matches!(
                passage.voice,
                Voice::None(FurnitureKind::Heading | FurnitureKind::Caption)
            )
        })
        .map(|passage| passage.body)
        .find(|body| body.holds_cursor(offset))?;
    let registry = record.registry();
    let mentions = registry.mentions(body.of(record.content()));
    let under = |mention: &Mention| mention.span.place(body.start).holds_cursor(offset);
    let mention = mentions.into_iter().find(under)?;
    let span = mention.span.place(body.start);
    let post = record
        .date()
        .and_then(|date| registry.post_on(&mention.posts, date));
    let Some(name) = mention.name else {
        return Some((span, card::post_card(registry, post?, record.date())));
    };
    let name = name.place(body.start).of(record.content());
    let (person, why) = meant_by(record, &mention)?;
    let mut markdown = card::person_card(registry, person, record.date(), post);
    meant::why(record, Some(person), name, why, &mut markdown);
    meant::spellings(record, Some(person), name, &mut markdown);
    meant::candidates(record, &mention.people, Some(person), &mut markdown);
    Some((span, markdown))
}

/// Whom a name in a heading means: its only bearer, else the only one whom the text beneath names.
fn meant_by(record: &Record, mention: &Mention) -> Option<(PersonId, &'static str)> {
    if let [only] = mention.people[..] {
        return Some((only, "the only known bearer of the name"));
    }
    let named = record.paragraphs().iter().flat_map(|one| &one.resolved);
    let spoken = record.speakers().iter().map(|speaker| speaker.person);
    let met: BTreeSet<PersonId> = named
        .map(|resolved| resolved.person)
        .chain(spoken)
        .flatten()
        .collect();
    let mut known = mention.people.iter().filter(|person| met.contains(person));
    let one = known.next().filter(|_| known.next().is_none())?;
    Some((*one, "named in the text beneath"))
}
