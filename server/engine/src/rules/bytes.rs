//! Which few bytes of a text a rule need look at: those in a row that pass a test, found a block at a time.
//!
//! Most text has nothing for most rules. A test without branches is made for many bytes at once by the processor, so that
//! such text costs a rule next to nothing.

/// So many bytes are tested at once.
const BLOCK: usize = 64;

/// The first place from byte `from` on where three bytes in a row pass a test. The test must not branch: `|` and `&`, never
/// `||` and `&&`.
pub(super) fn three_from(
    bytes: &[u8],
    from: usize,
    test: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    let mut at = from;
    while let Some(block) = bytes.get(at..at + BLOCK + 2) {
        let (first, second, third) = (&block[..BLOCK], &block[1..=BLOCK], &block[2..BLOCK + 2]);
        let mut passes = false;
        for nth in 0..BLOCK {
            passes |= test(first[nth], second[nth], third[nth]);
        }
        if passes {
            break;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..)?.windows(3);
    let found = rest
        .enumerate()
        .find(|(_, three)| test(three[0], three[1], three[2]));
    found.map(|(nth, _)| at + nth)
}

/// The first figure from byte `from` on.
pub(super) fn digit_from(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut at = 0;
    while let Some(block) = rest.get(at..at + BLOCK) {
        let mut passes = false;
        for byte in block {
            passes |= byte.is_ascii_digit();
        }
        if passes {
            break;
        }
        at += BLOCK;
    }
    let found = rest[at..].iter().position(u8::is_ascii_digit)?;
    Some(from + at + found)
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
