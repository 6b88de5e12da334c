//! Numbers in the margin: records of courts, inquiries and committees count the lines of each page.
//!
//! They are nobody's words. Where a document has them, it is read as if white space stood in their place; every other byte
//! keeps its own.

use crate::transcript::line::{Line, is_space, lines};

/// So many lines with words tell whether their numbers are a margin.
const SAMPLE: usize = 400;

/// The fewest numbered lines that make a margin.
const FEWEST: usize = 6;

/// The most lines on a page, with room for records that count on.
const MOST: u32 = 999;

/// The number that opens a line's words as one in a margin does, and how long it is in bytes: digits, and behind them two
/// blanks, a tab, or nothing.
pub(crate) fn number(words: &str) -> Option<(u32, usize)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let behind = &words[digits..];
    let gap = behind.len() - behind.trim_start_matches(is_space).len();
    let stands_off = behind.is_empty() || gap > 1 || behind.starts_with(['\t', '\u{a0}']);
    let number = words[..digits].parse().ok().filter(|it| *it <= MOST)?;
    stands_off.then_some((number, digits))
}

/// Whether the lines of `text` are counted in the margin: three in five have a number, and nearly each number is one more
/// than that before it or begins a page. What stands on a line behind its number has no say.
fn is_counted(text: &str, lines: &[Line]) -> bool {
    let (mut full, mut counted, mut on, mut worded) = (0usize, 0usize, 0usize, 0usize);
    let mut before = None;
    for line in lines.iter().filter(|line| !line.is_blank()).take(SAMPLE) {
        full += 1;
        let words = line.of(text);
        let Some((number, digits)) = number(words) else {
            continue;
        };
        counted += 1;
        worded += usize::from(words.len() > digits);
        on += usize::from(number == 1 || before.is_some_and(|before| number == before + 1));
        before = Some(number);
    }
    counted >= FEWEST && 5 * counted >= 3 * full && 10 * on >= 9 * counted && 2 * worded > counted
}

/// `text` with white space for the numbers in its margin; `None` if it has none.
pub(crate) fn without_margin(text: &str) -> Option<String> {
    // Nearly every document is told by its first lines: most do not begin with a digit.
    let begins = |line: &&str| {
        line.trim_start_matches(is_space)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let top = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE);
    if top.filter(begins).take(FEWEST).count() < FEWEST {
        return None;
    }
    let lines = lines(text, 0);
    if !is_counted(text, &lines) {
        return None;
    }
    let mut plain = text.to_owned();
    for line in &lines {
        if let Some((_, digits)) = number(line.of(text)) {
            plain.replace_range(line.first..line.first + digits, &"   "[..digits]);
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "        Wednesday, 4 March 2020\n 1   MS VANE:  Good morning.  You are the master of\n 2   the port?\n \
        3   A.  I am, since 2011.\n 4\n 5   Q.  Who was it before you?\n 6   A.  Otto Krone.\n 1   Q.  When was that?\n";

    #[test]
    fn numbers_of_lines_are_blanked_and_no_other() {
        let plain = without_margin(PAGE).unwrap_or_default();
        assert_eq!(plain.len(), PAGE.len());
        assert!(
            plain.contains("     MS VANE:  Good morning.  You are the master of\n     the port?\n")
        );
        assert!(plain.contains("since 2011.") && plain.contains("4 March 2020"));
    }

    #[test]
    fn lists_tables_and_clocks_are_no_margin() {
        for text in [
            "1. Ports\n2. Ships\n3. Piers\n4. Tolls\n5. Cranes\n6. Gates\n7. Tugs\n",
            "5  Vane\n9  Krone\n2  Berg\n7  Lind\n1  Holm\n8  Kern\n4  Falk\n",
            "1 Vane spoke.\n2 Krone spoke.\n3 Berg spoke.\n4 Lind spoke.\n5 Holm spoke.\n6 Kern spoke.\n",
            "1\n00:00:01,000 --> 00:00:02,000\nGood day.\n\n2\n00:00:02,000 --> 00:00:03,000\nGood day.\n",
        ] {
            assert_eq!(without_margin(text), None, "{text}");
        }
    }
}
