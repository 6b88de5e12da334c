//! Who held each post when, as a project's registry files tell it: what the rules about spells stand on.

use crate::date::Date;
use crate::registry::file::{Entry, Membership};
use crate::registry::{Layer, Post};

/// A spell as a file tells it.
#[derive(Clone, Copy)]
pub(super) struct Spell<'a> {
    /// The file's place.
    pub(super) file: usize,
    /// Its entry there.
    pub(super) entry: &'a Entry<Membership>,
}

impl Spell<'_> {
    pub(super) fn start(&self) -> Option<Date> {
        self.entry.value.start
    }

    pub(super) fn end(&self) -> Option<Date> {
        self.entry.value.end
    }
}

/// A post, and its spells in order of their starts; those without a start are left out.
pub(super) struct Held<'a> {
    pub(super) post: &'a Post,
    /// The post with its state, for people.
    pub(super) title: String,
    pub(super) spells: Vec<Spell<'a>>,
}

impl Held<'_> {
    /// How many can hold it at once; one if nobody said otherwise.
    pub(super) fn seats(&self) -> usize {
        self.post.seats.map_or(1, |seats| seats as usize)
    }
}

/// The posts of which the file that is looked at tells a spell, in order of their ids, with the spells of all files.
pub(super) fn by_post<'a>(layer: &Layer<'a>) -> Vec<Held<'a>> {
    let mut rows: Vec<(&str, _, usize, Spell<'_>)> = Vec::new();
    for (file, entries) in layer.files.iter().enumerate() {
        for (nth, entry) in entries.memberships.iter().enumerate() {
            if let (Some(post), Some(start)) = (&entry.value.post, entry.value.start) {
                rows.push((post, start.first(), nth, Spell { file, entry }));
            }
        }
    }
    rows.sort_by_key(|(post, start, nth, spell)| (*post, *start, spell.file, *nth));
    let mut held = Vec::new();
    for row in rows.chunk_by(|one, next| one.0 == next.0) {
        let here = row.iter().any(|(.., spell)| spell.file == layer.at);
        let post = layer.registry.post_called(row[0].0).filter(|_| here);
        if let Some(post) = post {
            held.push(Held {
                post: layer.registry.post(post),
                title: layer.registry.post_title(post),
                spells: row.iter().map(|(.., spell)| *spell).collect(),
            });
        }
    }
    held
}

/// A date as a value of a registry file.
pub(super) fn written(date: Date) -> String {
    format!("\"{date}\"")
}
