//! A long TOML file in pieces that can be read one after the other.

use crate::text::Span;

use super::kind::EntryKind;

/// A piece ends with the entry in which it reaches so many bytes.
const ENOUGH: usize = 1 << 18;

/// Pieces that cover the text. Each but the first begins with the header of an entry, and none is cut where a string of
/// several lines may be open.
pub(super) fn pieces(text: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while text.len() - start > ENOUGH {
        let Some(end) = cut(text, start) else { break };
        pieces.push(Span::new(start, end));
        start = end;
    }
    pieces.push(Span::new(start, text.len()));
    pieces
}

/// The first place to cut after enough bytes from `start`.
fn cut(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut open: Option<&[u8]> = None;
    while at < bytes.len() {
        at += match open {
            Some(marks) => memchr::memmem::find(&bytes[at..], marks)? + marks.len(),
            None => memchr::memchr3(b'"', b'\'', b'\n', &bytes[at..])?,
        };
        if open.take().is_some() {
            continue;
        }
        let rest = &bytes[at..];
        if let Some(marks) = [b"\"\"\"", b"'''"]
            .into_iter()
            .find(|marks| rest.starts_with(*marks))
        {
            open = Some(marks);
            at += marks.len();
            continue;
        }
        at += 1;
        if rest[0] == b'\n' && at - start >= ENOUGH && opens_entry(&text[at..]) {
            return Some(at);
        }
    }
    None
}

/// Whether a line opens an entry.
fn opens_entry(line: &str) -> bool {
    line.strip_prefix("[[")
        .and_then(|rest| rest.split_once("]]"))
        .is_some_and(|(name, _)| EntryKind::named(name.trim()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_the_text_and_begin_with_entries() {
        let entry = "[[person]]\nname = \"\"\"Ona\n[[person]]\n\"\"\"\n[person.identifiers]\nx = '''\n[[post]]'''\n";
        let text = entry.repeat(3 * ENOUGH / entry.len());
        let pieces = pieces(&text);
        assert_eq!(pieces.len(), 3);
        let mut end = 0;
        for piece in &pieces {
            assert_eq!(piece.start, end);
            assert!(piece.of(&text).starts_with("[[person]]\nname"));
            end = piece.end;
        }
        assert_eq!(end, text.len());
        assert_eq!(super::pieces(entry), [Span::new(0, entry.len())]);
    }
}
