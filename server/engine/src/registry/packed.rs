//! Several stretches of bytes in one, for tables that are made beforehand: how many, how long each is (numbers of 32 bits,
//! lowest byte first), then one after the other.

const COUNT: usize = 4;

/// The stretches as one.
pub(super) fn pack(stretches: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let lengths = stretches.iter().map(|stretch| stretch.len());
    for count in std::iter::once(stretches.len()).chain(lengths) {
        bytes.extend_from_slice(&(count as u32).to_le_bytes());
    }
    for stretch in stretches {
        bytes.extend_from_slice(stretch);
    }
    bytes
}

/// The `N` stretches some bytes hold; nothing if there are not so many or if they are cut off.
pub(super) fn unpack<const N: usize>(mut bytes: &'static [u8]) -> Option<[&'static [u8]; N]> {
    let mut take = |n: usize| {
        let (taken, rest) = bytes.split_at_checked(n)?;
        bytes = rest;
        Some(taken)
    };
    if number(take(COUNT)?)? as usize != N {
        return None;
    }
    let lengths = take(N * COUNT)?;
    let mut stretches = [&[] as &[u8]; N];
    for (stretch, length) in stretches.iter_mut().zip(lengths.chunks_exact(COUNT)) {
        *stretch = take(number(length)? as usize)?;
    }
    Some(stretches)
}

/// A number of 32 bits.
pub(super) fn number(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_come_out_as_they_went_in_and_not_if_cut_off() {
        let bytes: &'static [u8] = pack(&[b"one", b"", b"three"]).leak();
        assert_eq!(unpack(bytes), Some([b"one" as &[u8], b"", b"three"]));
        assert_eq!(unpack::<2>(bytes), None);
        for n in 0..bytes.len() {
            assert_eq!(unpack::<3>(&bytes[..n]), None, "{n}");
        }
    }
}
