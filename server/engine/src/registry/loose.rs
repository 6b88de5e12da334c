//! Ids in a registry file that lead nowhere, or back to where they came from.

use crate::text::Span;
use crate::toml::{Problem, nearest};

use super::Registry;
use super::file::{Entry, EntryKind, Key, RegistryFile};

/// So many ids are compared for a near one over all of a file: enough for each slip of a hand, too few for a file of nothing
/// but slips to take long.
const COMPARISONS: usize = 2_000_000;

/// An id that leads nowhere.
#[derive(Clone, PartialEq, Debug)]
pub struct LooseEnd {
    /// Where it stands.
    pub span: Span,
    /// What it should lead to.
    pub kind: EntryKind,
    /// The id.
    pub id: String,
    /// A known id it is near to, if there is one.
    pub near: Option<String>,
    /// Whether it leads back to the organization it is written in.
    pub is_circle: bool,
}

impl LooseEnd {
    /// The same as a sentence.
    pub fn message(&self) -> String {
        let (kind, id) = (self.kind.name(), &self.id);
        if self.is_circle {
            return format!("the {kind} `{id}` leads back here: no {kind} can be above itself");
        }
        let near = self.near.as_ref();
        let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("no {kind} has the id `{id}`{hint}")
    }

    /// The same as a problem of the file.
    pub fn problem(&self) -> Problem {
        Problem {
            span: self.span,
            message: self.message(),
        }
    }
}

/// The loose ends of `file`, which is part of `registry`, in text order. An identifier of another register, written
/// `scheme:value`, may lead out of the files.
pub fn loose_ends(file: &RegistryFile, registry: &Registry) -> Vec<LooseEnd> {
    let mut seeker = Seeker {
        registry,
        comparisons: COMPARISONS,
        ends: Vec::new(),
    };
    let has_parents = file
        .organizations
        .iter()
        .any(|entry| entry.value.parent.is_some());
    let circles = if has_parents {
        on_circles(registry)
    } else {
        Vec::new()
    };
    for entry in &file.organizations {
        if let Some(parent) = &entry.value.parent {
            seeker.follow(entry, Key::Parent, EntryKind::Organization, parent);
            let number = registry.ids().organization(&entry.value.id);
            if number.is_some_and(|number| circles[number as usize]) {
                seeker.end(
                    entry.place(Key::Parent),
                    EntryKind::Organization,
                    parent,
                    true,
                );
            }
        }
    }
    // Where no organizations are kept, a post's is words, not an id.
    let keeps_organizations = !registry.organizations().is_empty();
    for entry in file.posts.iter().filter(|_| keeps_organizations) {
        if let Some(organization) = &entry.value.org {
            let kind = EntryKind::Organization;
            seeker.follow(entry, Key::Organization, kind, organization);
        }
    }
    for entry in &file.memberships {
        let membership = &entry.value;
        seeker.follow(entry, Key::Person, EntryKind::Person, &membership.person);
        if let Some(post) = &membership.post {
            seeker.follow(entry, Key::Post, EntryKind::Post, post);
        }
        if let Some(organization) = &membership.organization {
            let kind = EntryKind::Organization;
            seeker.follow(entry, Key::Organization, kind, organization);
        }
    }
    seeker.ends.sort_by_key(|end| end.span);
    seeker.ends
}

struct Seeker<'a> {
    registry: &'a Registry,
    comparisons: usize,
    ends: Vec<LooseEnd>,
}

impl Seeker<'_> {
    fn follow<T>(&mut self, entry: &Entry<T>, key: Key, kind: EntryKind, id: &str) {
        let registry = self.registry;
        let leads = match kind {
            EntryKind::Person => registry.person_called(id).is_some(),
            EntryKind::Post => registry.post_called(id).is_some(),
            _ => registry.organization_called(id).is_some(),
        };
        if !leads && !is_foreign(id) {
            self.end(entry.place(key), kind, id, false);
        }
    }

    fn end(&mut self, span: Span, kind: EntryKind, id: &str, is_circle: bool) {
        let near = (!is_circle).then(|| self.near(kind, id)).flatten();
        self.ends.push(LooseEnd {
            span,
            kind,
            id: id.to_owned(),
            near,
            is_circle,
        });
    }

    fn near(&mut self, kind: EntryKind, id: &str) -> Option<String> {
        let registry = self.registry;
        let ids: Vec<&str> = match kind {
            EntryKind::Person => registry.people().map(|one| &*one.id).collect(),
            EntryKind::Post => registry.posts().map(|one| &*one.id).collect(),
            _ => registry
                .organizations()
                .iter()
                .map(|one| &*one.id)
                .collect(),
        };
        self.comparisons = self.comparisons.checked_sub(ids.len())?;
        let like = |other: &&str| other.len().abs_diff(id.len()) <= 3;
        nearest(id, ids.into_iter().filter(like)).map(str::to_owned)
    }
}

/// Whether an id is one of another register.
fn is_foreign(id: &str) -> bool {
    id.split_once(':').is_some_and(|(scheme, value)| {
        !scheme.is_empty() && !value.is_empty() && !scheme.contains(char::is_whitespace)
    })
}

/// Whether each organization stands above itself. Each is walked over once, however long the way up.
fn on_circles(registry: &Registry) -> Vec<bool> {
    let organizations = registry.organizations();
    let above = |at: usize| -> Option<usize> {
        let parent = organizations[at].parent.as_ref()?;
        Some(registry.ids().organization(parent)? as usize)
    };
    let mut is_on = vec![false; organizations.len()];
    // From which organization each was reached first.
    let mut reached: Vec<Option<usize>> = vec![None; organizations.len()];
    for start in 0..organizations.len() {
        let mut at = start;
        while reached[at].is_none() {
            reached[at] = Some(start);
            match above(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        // Come back to where this very walk has been: all from here to here again.
        let is_back = reached[at] == Some(start) && above(at).is_some();
        while is_back && !is_on[at] {
            is_on[at] = true;
            at = above(at).unwrap_or(at);
        }
    }
    is_on
}
