//! Which few bytes of a text a rule need look at: those in a row that pass a test, found a block at a time.
//!
//! Most text has nothing for most rules. A test without branches is made for many bytes at once by the processor, so that
//! such text costs a rule next to nothing.

/// So many bytes are tested at once.
const BLOCK: usize = 64;

/// The first place from byte `from` on where three bytes in a row pass a test. The test must not branch: `|` and `&`, never
/// `||` and `&&`.
#[inline]
pub(super) fn three_from(
    bytes: &[u8],
    from: usize,
    test: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    let passes = |block: &[u8; BLOCK + 2]| {
        let mut passes = false;
        for nth in 0..BLOCK {
            passes |= test(block[nth], block[nth + 1], block[nth + 2]);
        }
        passes
    };
    let at = from + first_block(bytes.get(from..)?, passes)?;
    let mut rest = bytes[at..].windows(3);
    let found = rest.position(|three| test(three[0], three[1], three[2]))?;
    Some(at + found)
}

/// The first figure from byte `from` on.
pub(super) fn digit_from(bytes: &[u8], from: usize) -> Option<usize> {
    let passes = |block: &[u8; BLOCK + 2]| {
        let mut passes = false;
        for byte in block {
            passes |= byte.is_ascii_digit();
        }
        passes
    };
    let at = from + first_block(bytes.get(from..)?, passes)?;
    let found = bytes[at..].iter().position(u8::is_ascii_digit)?;
    Some(at + found)
}

/// Where the first block begins that may pass a test: each shares its last two bytes with the next one, and what is shorter
/// than a block is filled up with zeros.
#[inline]
fn first_block(bytes: &[u8], passes: impl Fn(&[u8; BLOCK + 2]) -> bool) -> Option<usize> {
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk() {
        if passes(block) {
            return Some(at);
        }
        at += BLOCK;
    }
    if let Some(last) = bytes.last_chunk() {
        let at = bytes.len() - last.len();
        return passes(last).then_some(at);
    }
    let mut filled = [0; BLOCK + 2];
    filled[..bytes.len()].copy_from_slice(bytes);
    passes(&filled).then_some(0)
}

/// Whether a figure stands in a text.
pub(super) fn has_digit(text: &str) -> bool {
    digit_from(text.as_bytes(), 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_is_found_wherever_it_is() {
        for len in [3, 60, 64, 65, 66, 67, 130, 200] {
            for at in 0..len - 2 {
                let mut bytes = vec![b'a'; len];
                bytes[at + 1] = b'B';
                let is_capital = |_, second: u8, _| second.is_ascii_uppercase();
                for from in [0, at / 2, at] {
                    assert_eq!(three_from(&bytes, from, is_capital), Some(at), "{len}");
                }
                assert_eq!(three_from(&bytes, at + 1, is_capital), None, "{len}");
            }
        }
        assert_eq!(three_from(b"aB", 0, |_, _, _| true), None);
        assert_eq!(three_from(b"aB", 9, |_, _, _| true), None);
    }

    #[test]
    fn figures_are_found_wherever_they_are() {
        for at in 0..150 {
            let text = format!("{}7{}", "x".repeat(at), "é".repeat(40));
            assert_eq!(digit_from(text.as_bytes(), 0), Some(at));
            assert_eq!(digit_from(text.as_bytes(), at + 1), None);
        }
        assert!(has_digit("in 1907") && !has_digit("in ١٩٠٧"));
    }
}
