//! Posts as their names were read beforehand, as bytes: reading a thousand names takes longer than a short text.
//!
//! Row by row: post and how many subjects (32 bits each), kind of office, state, marks, then the subjects.

use crate::registry::PostId;
use crate::registry::packed::number;

use super::{Key, PostIndex};

/// The bytes of a row before its subjects.
const ROW: usize = 19;

/// The bytes of a subject.
const TOPIC: usize = 8;

const DEPUTY: u8 = 1;
const FIRST: u8 = 2;
const QUALIFIED: u8 = 4;

impl PostIndex {
    /// The index as bytes; each post read once.
    pub(in crate::registry) fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for key in &self.keys {
            bytes.extend_from_slice(&key.post.0.to_le_bytes());
            bytes.extend_from_slice(&(key.topics.len() as u32).to_le_bytes());
            bytes.extend_from_slice(&key.head.to_le_bytes());
            bytes.extend_from_slice(&key.state);
            let marks = [
                (key.deputy, DEPUTY),
                (key.first, FIRST),
                (key.qualified, QUALIFIED),
            ];
            let set = marks.iter().filter(|(is_set, _)| *is_set);
            bytes.push(set.fold(0, |marks, (_, mark)| marks | mark));
            for topic in &key.topics {
                bytes.extend_from_slice(&topic.to_le_bytes());
            }
        }
        bytes
    }

    /// The index some bytes hold; what is cut off is left out.
    pub(in crate::registry) fn read(mut bytes: &[u8]) -> PostIndex {
        let mut index = PostIndex::default();
        let mut post = None;
        let mut from = 0;
        while let Some((key, rest)) = read_key(bytes) {
            bytes = rest;
            if post != Some(key.post) {
                from = index.keys.len() as u32;
                post = Some(key.post);
            }
            let post = key.post;
            index.add(key);
            index.keep(post, from);
        }
        index
    }
}

fn read_key(bytes: &[u8]) -> Option<(Key, &[u8])> {
    let (row, rest) = bytes.split_at_checked(ROW)?;
    let n_topics = number(&row[4..8])? as usize;
    let (topics, rest) = rest.split_at_checked(n_topics.checked_mul(TOPIC)?)?;
    let long = |bytes: &[u8]| Some(u64::from_le_bytes(bytes.try_into().ok()?));
    let marks = row[18];
    let key = Key {
        post: PostId(number(&row[..4])?),
        head: long(&row[8..16])?,
        topics: topics.chunks_exact(TOPIC).filter_map(long).collect(),
        deputy: marks & DEPUTY != 0,
        first: marks & FIRST != 0,
        qualified: marks & QUALIFIED != 0,
        state: [row[16], row[17]],
    };
    Some((key, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Post;

    #[test]
    fn posts_are_read_back_as_they_were() {
        let post = |label: &str, aliases: &[&str]| Post {
            label: label.to_owned(),
            state: Some("ZZ".to_owned()),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            ..Post::default()
        };
        let posts = [
            post("Minister of Rivers and Lakes", &["Water Minister"]),
            post("First Deputy Prime Minister", &[]),
            post("Acting President", &["President"]),
        ];
        let mut index = PostIndex::default();
        index.learn((0..).map(PostId).zip(&posts));
        let bytes = index.write();
        let read = PostIndex::read(&bytes);
        assert_eq!(read.keys, index.keys);
        assert_eq!(read.by_post, index.by_post);
        assert!(PostIndex::read(&bytes[..bytes.len() - 1]).keys.len() < index.keys.len());
    }
}
