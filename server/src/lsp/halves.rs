//! Halves of characters in a message. JavaScript's strings may hold one half without the other, and an editor written in it
//! sends what its text has: `"\ud83d"`. No text of ours can have that; a replacement character stands in for it, which is as
//! long in every way of counting columns, so that all later edits find their places.

/// The message with every lone half replaced; `None` if it has none. Looks at nothing but escapes: what is not JSON for
/// other reasons stays so.
pub(super) fn mended(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole: Option<Vec<u8>> = None;
    let mut at = 0;
    while let Some(found) = body
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| *byte == b'\\'))
    {
        at += found;
        let second = unit(body, at + 6).filter(|unit| (0xDC00..0xE000).contains(unit));
        at += match unit(body, at) {
            // An escape of another kind: what is escaped may be a backslash too.
            None => 2,
            Some(0xD800..0xDC00) if second.is_some() => 12,
            Some(0xD800..0xE000) => {
                whole.get_or_insert_with(|| body.to_vec())[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            Some(_) => 6,
        };
    }
    whole
}

/// The UTF-16 unit whose escape begins at `at`, if one does.
fn unit(body: &[u8], at: usize) -> Option<u16> {
    let digits = body.get(at..at + 6)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok()?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_halves_without_their_other_half_are_replaced() {
        for (body, whole) in [
            (r#""a\ud83d""#, Some(r#""a\ufffd""#)),
            (r#""\ude00\ud83d""#, Some(r#""\ufffd\ufffd""#)),
            (
                r#""\ud83d\ude00\ud83d\n""#,
                Some(r#""\ud83d\ude00\ufffd\n""#),
            ),
            (r#""\ud83d\ud83d\ude00""#, Some(r#""\ufffd\ud83d\ude00""#)),
            (r#""\\ud83d \u0041 \ud83d\ude00 😀""#, None),
            (r#""\u"#, None),
            (r"\", None),
        ] {
            let mended = mended(body.as_bytes());
            assert_eq!(mended.as_deref(), whole.map(str::as_bytes), "{body}");
        }
    }
}
