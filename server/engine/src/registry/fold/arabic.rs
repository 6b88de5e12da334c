//! Spellings of names romanised from Arabic, whose short vowels every writer hears in another way.

/// The key of a name romanised from Arabic, from its [`super::key`]: short vowels written as they are heard fall together,
/// `mekdad` and `mikdad`, `muhamed` and `mohamad`.
pub(in crate::registry) fn arabic(key: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut last = 0;
    for (i, &c) in key.iter().enumerate() {
        let c = match c {
            b'e' => b'i',
            b'o' => b'u',
            c => c,
        };
        let final_h = c == b'h' && i + 1 == key.len() && i > 2;
        if c != last && !final_h {
            out.push(c);
            last = c;
        }
    }
}

/// A looser form of [`arabic`] for full names only: `a`, `e` and `i` fall together too, so `khaled` meets `khalid`.
pub(in crate::registry) fn arabic_loose(arabic: &[u8], out: &mut Vec<u8>) {
    out.clear();
    let mut last = 0;
    for &c in arabic {
        let c = if c == b'i' { b'a' } else { c };
        if c != last {
            out.push(c);
            last = c;
        }
    }
}
