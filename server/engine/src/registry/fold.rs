//! Spellings: how a word is folded so that one name written in several ways is found under one key.
//!
//! Three layers (`fold`, `key`, `skeleton`). The first two join only what transliteration tables allow and count as the same
//! spelling; the last one is lossy and only proposes, something else must confirm.

mod arabic;
mod romanise;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(super) use arabic::{arabic, arabic_loose};

/// Appends `word` in lower case, without accents and apostrophes, to `into`.
pub(super) fn fold(word: &str, into: &mut String) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        let from = into.len();
        into.push_str(word);
        into[from..].make_ascii_lowercase();
        return;
    }
    if word.is_ascii() {
        into.extend(
            word.bytes()
                .filter(u8::is_ascii_alphanumeric)
                .map(|b| char::from(b.to_ascii_lowercase())),
        );
        return;
    }
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
    {
        match c {
            'ı' => into.push('i'),
            'ø' => into.push('o'),
            'ł' => into.push('l'),
            'đ' | 'ð' => into.push('d'),
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            'œ' => into.push_str("oe"),
            'þ' => into.push_str("th"),
            'ə' => into.push('a'),
            'ё' => into.push('е'),
            'ς' => into.push('σ'),
            c if c.is_alphanumeric() && !is_combining_mark(c) => into.push(c),
            _ => {}
        }
    }
}

/// The folded form of one word.
#[cfg(test)]
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold(word, &mut out);
    out
}

/// The key under which spellings of one name fall together (`language.md` 6.3, layer 2), from a folded word:
/// `sergei` and `sergey`, `shoigu` and `shoygu`, `aleksandr` and `alexander`; never `putin` and `potanin`.
pub(super) fn key(folded: &str, out: &mut Vec<u8>) {
    out.clear();
    if !folded.is_ascii() {
        match romanise::romanised(folded) {
            Some(latin) => key(&latin, out),
            None => out.extend_from_slice(folded.as_bytes()),
        }
        return;
    }
    let bytes = folded.as_bytes();
    let at = |i: usize| bytes.get(i).copied().unwrap_or(0);
    let mut i = 0;
    while i < bytes.len() {
        let (c, next) = (bytes[i], at(i + 1));
        let mut step = 1;
        match (c, next) {
            (b'k' | b'g', b'h') => {
                out.push(if c == b'k' { b'h' } else { b'g' });
                step = 2;
            }
            (b'p', b'h') => {
                out.push(b'f');
                step = 2;
            }
            (b'c', b'k') | (b'q', b'u') => {
                out.push(b'k');
                step = 2;
            }
            (b't' | b'd', b'h') => {
                out.push(c);
                step = 2;
            }
            (b't', b'z') => {
                out.extend_from_slice(b"ts");
                step = 2;
            }
            (b's', b'c') if at(i + 2) == b'h' => {
                out.extend_from_slice(b"sh");
                step = 3;
            }
            (b's', b'h') if at(i + 2) == b'c' && at(i + 3) == b'h' => {
                out.extend_from_slice(b"sh");
                step = 4;
            }
            (b'c', b'h') => {
                out.extend_from_slice(b"ch");
                step = 2;
            }
            (b'c', b'e' | b'i' | b'y') => out.push(b'c'),
            (b'c' | b'q', _) => out.push(b'k'),
            (b'x', _) => out.extend_from_slice(b"ks"),
            (b'w', _) => out.push(b'v'),
            (b'o', b'u' | b'o') => {
                out.push(b'u');
                step = 2;
            }
            // "Sergeev" for "Sergeyev"; elsewhere "ee" is a long "i".
            (b'e', b'e') => {
                out.push(if at(i + 2) == b'v' { b'e' } else { b'i' });
                step = 2;
            }
            (b'y' | b'j', _) => out.push(b'i'),
            _ => out.push(c),
        }
        i += step;
    }
    merge(out);
    endings(out);
}

/// `ie`, `io`, `iie` → `e` after consonants and at the front, doubled letters → one.
fn merge(out: &mut Vec<u8>) {
    let mut kept = 0;
    let mut before = 0;
    for i in 0..out.len() {
        let c = out[i];
        let next = out.get(i + 1).copied().unwrap_or(0);
        let was = std::mem::replace(&mut before, c);
        if c == b'i' && matches!(next, b'i' | b'e' | b'o') {
            continue;
        }
        let c = if c == b'o' && was == b'i' { b'e' } else { c };
        if kept == 0 || out[kept - 1] != c {
            out[kept] = c;
            kept += 1;
        }
    }
    out.truncate(kept);
}

/// Endings that differ by the table used: `-off` for `-ov`, `-sandr` for `-sander`.
fn endings(out: &mut Vec<u8>) {
    if out.ends_with(b"of") && out.len() > 4 {
        out.pop();
        out.push(b'v');
    }
    if out.ends_with(b"ndr") {
        out.pop();
        out.extend_from_slice(b"er");
    }
    if out.ends_with(b"ndar") {
        let at = out.len() - 2;
        out[at] = b'e';
    }
}

/// The consonants of a [`key`], doubled ones once: proposes near spellings, never decides (`language.md` 4.4).
pub(super) fn skeleton(key: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(key.len());
    for &c in key {
        if !matches!(c, b'a' | b'e' | b'i' | b'o' | b'u') && out.last() != Some(&c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_of(word: &str) -> String {
        let mut out = Vec::new();
        key(&folded(word), &mut out);
        String::from_utf8(out).expect("keys of ASCII words are ASCII")
    }

    #[test]
    fn transliterations_of_one_name_share_a_key() {
        for (a, b) in [
            ("Sergei", "Sergey"),
            ("Shoigu", "Shoygu"),
            ("Erdoğan", "ERDOGAN"),
            ("Zelensky", "Zelenskyy"),
            ("Aleksandr", "Alexander"),
            ("Alexandar", "Aleksandar"),
            ("Yuriy", "Yury"),
            ("Aksyonov", "Aksenov"),
            ("Degtyaryov", "Degtyarev"),
            ("Tatiana", "Tatyana"),
            ("Maxut", "Maksut"),
            ("Faizullin", "Fayzulin"),
            ("Kiriyenko", "Kirienko"),
            ("Lavroff", "Lavrov"),
            ("Sergeev", "Sergeyev"),
            ("Alekseeva", "Alexeyeva"),
            ("Viktor", "Victor"),
            ("Сергей", "Sergei"),
            ("Шойгу", "Shoygu"),
            ("Александр", "Alexander"),
            ("Матвиенко", "Matviyenko"),
            ("Μητσοτάκης", "Mitsotakis"),
        ] {
            assert_eq!(key_of(a), key_of(b), "{a} / {b}");
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (a, b) in [
            ("Putin", "Potanin"),
            ("Kozlov", "Kozlova"),
            ("Igor", "Yegor"),
            ("Krylov", "Korolev"),
            ("Lavrov", "Lavrova"),
        ] {
            assert_ne!(key_of(a), key_of(b), "{a} / {b}");
        }
    }

    #[test]
    fn arabic_vowels_fall_together() {
        let mut forms = Vec::new();
        for word in ["Mekdad", "Mikdad", "Miqdad", "Meqdad"] {
            let mut out = Vec::new();
            arabic(key_of(word).as_bytes(), &mut out);
            forms.push(out);
        }
        forms.dedup();
        assert_eq!(forms.len(), 1);
    }
}
