//! UTF-8 that somebody read as Windows-1252: found by turning it back and seeing whether it makes sense.

use crate::text::Span;

/// What Windows-1252 shows for the bytes 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252);
/// the five that it leaves open are shown as themselves.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The broken places of a line, with what was meant if that can be told.
pub(super) fn find(line: &str) -> Vec<(Span, Option<String>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(char) = line[at..].chars().next() {
        if char.is_ascii() {
            at += 1;
            continue;
        }
        let before = line[..at].chars().next_back().unwrap_or(' ');
        match meant(&line[at..], before) {
            Some((len, meant)) => {
                found.push((Span::new(at, at + len), meant));
                at += len;
            }
            None => at += char.len_utf8(),
        }
    }
    found
}

/// The length in bytes of a broken place that begins `rest`, and what was meant by it.
fn meant(rest: &str, before: char) -> Option<(usize, Option<String>)> {
    let first = rest.chars().next()?;
    match first {
        '\u{fffd}' => {
            let len = rest.len() - rest.trim_start_matches('\u{fffd}').len();
            return Some((len, None));
        }
        // A byte of Windows-1252 taken for Latin-1: a control character in the midst of prose.
        '\u{80}'..='\u{9f}' if first != '\u{85}' => {
            let shown = WINDOWS_1252[first as usize - 0x80];
            return Some((2, (shown != first).then(|| shown.to_string())));
        }
        _ => {}
    }
    let mut bytes = Vec::new();
    let mut len = 0;
    for char in rest.chars() {
        let Some(byte) = as_byte(char).filter(|byte| *byte >= 0x80) else {
            break;
        };
        bytes.push(byte);
        len += char.len_utf8();
        // Longer runs are found piece by piece.
        if bytes.len() == 64 {
            break;
        }
    }
    let valid = match std::str::from_utf8(&bytes) {
        Ok(valid) => valid,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    };
    let n_bytes = valid.len();
    if n_bytes == 0 {
        return None;
    }
    let len = if n_bytes == bytes.len() {
        len
    } else {
        rest.chars().take(n_bytes).map(char::len_utf8).sum()
    };
    is_likely(&bytes[..n_bytes], before, valid).then(|| (len, Some(valid.to_owned())))
}

/// Whether what was turned back is likelier than what stands there: “CAFÉ” ends in two bytes that make a letter too.
fn is_likely(bytes: &[u8], before: char, valid: &str) -> bool {
    let is_closing_mark = |byte: u8| matches!(byte, 0x92 | 0x94 | 0xbb | 0x85 | 0x96 | 0x97);
    match bytes[0] {
        0xc2 | 0xc3 => bytes.len() > 2 || !(before.is_uppercase() && is_closing_mark(bytes[1])),
        0xe2 => true,
        0xef => valid.starts_with('\u{feff}'),
        // Cyrillic, Greek, Hebrew, Arabic come in whole words.
        _ => valid.chars().count() >= 2 && valid.chars().all(char::is_alphabetic),
    }
}

/// The byte that Windows-1252 shows as `char`.
fn as_byte(char: char) -> Option<u8> {
    if let number @ (0..=0x7f | 0xa0..=0xff) = char as u32 {
        return u8::try_from(number).ok();
    }
    let at = WINDOWS_1252.iter().position(|shown| *shown == char)?;
    u8::try_from(0x80 + at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(line: &str, expected: &[(&str, &str)]) {
        let found: Vec<(&str, String)> = find(line)
            .into_iter()
            .map(|(span, meant)| (span.of(line), meant.unwrap_or_default()))
            .collect();
        let expected: Vec<(&str, String)> = expected
            .iter()
            .map(|(broken, meant)| (*broken, (*meant).to_owned()))
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn utf_8_read_as_windows_1252_is_turned_back() {
        check("Itâ€™s", &[("â€™", "’")]);
        check("El BÃ¡ez", &[("Ã¡", "á")]);
        check("ÐŸÑƒÑ‚Ð¸Ð½ said", &[("ÐŸÑƒÑ‚Ð¸Ð½", "Путин")]);
        check("It\u{92}s", &[("\u{92}", "’")]);
        check("It\u{fffd}\u{fffd}s", &[("\u{fffd}\u{fffd}", "")]);
    }

    #[test]
    fn letters_with_accents_beside_quotation_marks_are_left_alone() {
        check("“CAFÉ” “AMANHÃ” São Nº Ångström l’État « à » “é…”", &[]);
    }

    proptest! {
        #[test]
        fn no_line_makes_it_panic(line in "[\u{80}-\u{ff}€™”Ðâ a-z\u{fffd}]{0,80}") {
            find(&line);
        }
    }
}
