//! Which posts an office named in words can mean: post names are read by the same grammar as the text, then compared.

mod stored;

use std::cmp::Reverse;

use super::hash::{self, HashedMap, HashedSet};
use super::lexicon::kind;
use super::office::{self, Office, Vocabulary};
use super::tokens::Tokens;
use super::{Post, PostId};

/// How well words fit a post; higher is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// The kind fits, the words name no subject: "Minister Lavrov". Good enough beside a name only.
    Kind,
    /// Some subjects fit.
    Partly,
    /// The subjects of one are all among those of the other.
    Mostly,
    /// Kind and subjects are the same.
    Same,
}

/// A post as the grammar reads one of its names.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Key {
    post: PostId,
    head: u64,
    topics: Vec<u64>,
    deputy: bool,
    first: bool,
    qualified: bool,
    /// Whose post it is; [`NOWHERE`] if nobody says.
    state: [u8; 2],
}

/// What kind of office a post is.
pub(super) struct Plain {
    /// Its kind.
    pub head: u64,
    /// Whether it has a subject of its own.
    pub has_subject: bool,
    /// Whether it is the deputy of that office.
    pub is_deputy: bool,
}

/// All posts by kind and state.
#[derive(Clone, Debug, Default)]
pub(super) struct PostIndex {
    keys: Vec<Key>,
    /// By the hash of kind and state.
    by_kind: HashedMap<Vec<u32>>,
    /// The keys of each post: the first one, and the one after the last.
    by_post: Vec<(u32, u32)>,
    subjects: HashedSet,
}

impl PostIndex {
    /// Reads the names of these posts; those read before are forgotten.
    pub(super) fn learn<'a>(&mut self, posts: impl Iterator<Item = (PostId, &'a Post)>) {
        for (id, post) in posts {
            let from = self.keys.len() as u32;
            let state = post.state.as_deref();
            for name in std::iter::once(&post.label).chain(&post.aliases) {
                self.add(read_post(id, state, name));
            }
            self.keep(id, from);
        }
    }

    /// Notes that the keys from number `from` on are those of `post`.
    fn keep(&mut self, post: PostId, from: u32) {
        let at = post.0 as usize;
        if self.by_post.len() <= at {
            self.by_post.resize(at + 1, (0, 0));
        }
        self.by_post[at] = (from, self.keys.len() as u32);
    }

    fn add(&mut self, key: Key) {
        self.subjects.extend(&key.topics);
        let n = self.keys.len() as u32;
        let cabinet = cabinet(key.head, key.state);
        self.by_kind.entry(cabinet).or_default().push(n);
        self.keys.push(key);
    }

    /// The keys of one post.
    fn of_post(&self, post: PostId) -> &[Key] {
        let keys = self.by_post.get(post.0 as usize);
        keys.map_or(&[], |&(from, to)| &self.keys[from as usize..to as usize])
    }

    /// What kind of office a post is, by its first name; nothing if nobody said.
    pub(super) fn plain(&self, post: PostId) -> Option<Plain> {
        let key = self.of_post(post).first()?;
        Some(Plain {
            head: key.head,
            has_subject: !key.topics.is_empty(),
            is_deputy: key.deputy,
        })
    }

    /// Whether nobody says whose post it is, so that no office named with its state can mean it.
    pub(super) fn is_stateless(&self, post: PostId) -> bool {
        let mut keys = self.of_post(post).iter();
        keys.all(|key| key.state == NOWHERE)
    }

    /// The key of a number, if its post has not been read anew since.
    fn key(&self, n: u32) -> Option<&Key> {
        let key = &self.keys[n as usize];
        let (from, to) = self.by_post[key.post.0 as usize];
        (from..to).contains(&n).then_some(key)
    }

    /// Whether some post uses this word for its subject.
    pub(super) fn knows_subject(&self, topic: u64) -> bool {
        self.subjects.contains(&topic)
    }

    /// The posts of `state` that `office` can mean, best first; words without subject mean only posts without one.
    pub(super) fn of_state(&self, office: &Office, state: [u8; 2]) -> Vec<PostId> {
        if office.open {
            return Vec::new();
        }
        let mut found: Vec<(Rank, PostId)> = kinds(office)
            .into_iter()
            .filter_map(|head| self.by_kind.get(&cabinet(head, state)))
            .flatten()
            .filter_map(|&n| self.key(n))
            .filter_map(|key| {
                let fit = fit(office, key)?;
                let rank = Rank {
                    fit,
                    first: key.first == office.first,
                    head: key.head == office.head,
                    more: Reverse(key.topics.len()),
                };
                (fit >= Fit::Mostly).then_some((rank, key.post))
            })
            .collect();
        found.sort_by_key(|&(rank, post)| (Reverse(rank), post));
        let best = found.first().map(|(rank, _)| *rank);
        let mut posts = Vec::new();
        for (rank, post) in found {
            let as_good = best.is_some_and(|best| (rank.fit, rank.head) == (best.fit, best.head));
            if as_good && !posts.contains(&post) {
                posts.push(post);
            }
        }
        posts
    }

    /// How well `office` fits `post`, whose state is `state`; `None` if it is another office.
    pub(super) fn fit(&self, office: &Office, post: PostId, state: Option<&str>) -> Option<Fit> {
        let elsewhere = office
            .state
            .filter(|said| state.is_some_and(|state| said.as_slice() != state.as_bytes()))
            .map(office::state_topic);
        let kinds = kinds(office);
        self.of_post(post)
            .iter()
            .filter(|key| elsewhere.is_none_or(|topic| key.topics.contains(&topic)))
            .filter(|key| kinds.contains(&key.head))
            .filter_map(|key| fit(office, key))
            .max()
    }
}

/// Why one post is meant rather than another that fits, strongest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    /// Both are called first, or neither is.
    first: bool,
    /// The same word makes the office: a "secretary" is a Secretary of State before a minister.
    head: bool,
    /// The fewer subjects beyond those named, the nearer.
    more: Reverse<usize>,
}

/// The state of posts that belong to none.
pub(super) const NOWHERE: [u8; 2] = *b"--";

/// A post as one of its names is read.
fn read_post(post: PostId, state: Option<&str>, name: &str) -> Key {
    let mut office = read(&Tokens::of(name));
    let own = state.and_then(|state| state.as_bytes().try_into().ok());
    if let (Some(own), Some(named)) = (own, office.state)
        && own != named
    {
        // "Governor of Georgia" in the United States.
        office.topics.push(office::state_topic(named));
        office.topics.sort_unstable();
    }
    let state = own.or(office.state).unwrap_or(NOWHERE);
    Key {
        post,
        head: office.head,
        topics: office.topics,
        deputy: office.deputy,
        first: office.first,
        qualified: office.qualifier.is_some(),
        state,
    }
}

/// The offices of one kind in one state.
fn cabinet(head: u64, state: [u8; 2]) -> u64 {
    hash::join(head, u64::from(u16::from_be_bytes(state)))
}

/// An office's name read as a whole; without a known kind, all its words are its subject.
pub(super) fn read(tokens: &Tokens) -> Office {
    let items = office::items(tokens);
    let found = office::offices(tokens, &items, Vocabulary::Any);
    // "White House Counsel" is not the White House: a body with more words behind it only says where the office is.
    let is_all = |office: &Office| !office.organization || office.to + 1 == tokens.len();
    if let Some(first) = found.into_iter().find(is_all) {
        return first;
    }
    let mut topics: Vec<u64> = (0..tokens.len())
        .map(|at| office::topic_of(tokens.folded(at)))
        .collect();
    topics.sort_unstable();
    topics.dedup();
    Office {
        to: tokens.len().saturating_sub(1),
        topics,
        ..Office::default()
    }
}

/// Words for heads of regions, who are called as they like.
const REGIONAL: &[&str] = &["governor", "president"];

/// Words for members of a cabinet: what one state calls a minister another calls a secretary.
const MINISTERS: &[&str] = &["minister", "secretary"];

/// The same with those who are called so with their subject only: Chancellor of the Exchequer.
const CABINET: &[&str] = &["minister", "secretary", "chancellor"];

/// The kinds of office these words can mean, their own first.
fn kinds(office: &Office) -> Vec<u64> {
    let groups = if office.topics.is_empty() {
        [MINISTERS, &[]]
    } else {
        [CABINET, REGIONAL]
    };
    let mut kinds = vec![office.head];
    for group in groups {
        let alike = group.iter().map(|name| kind(name));
        if alike.clone().any(|kind| kind == office.head) {
            kinds.extend(alike.filter(|&kind| kind != office.head));
        }
    }
    kinds
}

/// Compares subjects.
fn fit(office: &Office, key: &Key) -> Option<Fit> {
    if office.deputy != key.deputy {
        return None;
    }
    let (said, known) = (&office.topics, &key.topics);
    if key.first && !office.first && !key.deputy {
        // The First Secretary of State is not the Secretary of State.
        return said.is_empty().then_some(Fit::Kind);
    }
    if said == known {
        // "Acting President" is a post of its own in some registers, but not the first one "President" means.
        let same = office.qualifier.is_some() || !key.qualified;
        return Some(if same { Fit::Same } else { Fit::Mostly });
    }
    if known.is_empty() || key.head == 0 {
        return None;
    }
    if said.is_empty() {
        return Some(Fit::Kind);
    }
    // For these the subject is the place, and another place is another office.
    let placed = [
        kind("ambassador"),
        kind("mayor"),
        kind("permanent-representative"),
    ]
    .contains(&key.head);
    let shared = said.iter().filter(|topic| known.contains(topic)).count();
    if shared == 0 || placed {
        None
    } else if shared == said.len() || shared == known.len() {
        Some(Fit::Mostly)
    } else {
        Some(Fit::Partly)
    }
}
