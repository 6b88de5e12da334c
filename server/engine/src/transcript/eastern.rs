//! Dates of East Asian texts, where each number has its sign: `2023年3月15日`, `令和5年3月15日`, `2023년 3월 15일`.

use jiff::civil;

use crate::text::Span;
use crate::transcript::dateline::Written;
use crate::transcript::line::is_space;

/// The signs behind year, month and day.
const SIGNS: [[char; 3]; 2] = [['年', '月', '日'], ['년', '월', '일']];

/// Names of eras with the year before their first, as the governments of Japan and Taiwan count.
const ERAS: [(&str, i16); 6] = [
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("民國", 1911),
    ("民国", 1911),
];

/// The full dates of `words` in their order, with the era before them.
pub(super) fn eastern(words: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((at, signs)) = words[from..].char_indices().find_map(|(at, c)| {
        let signs = SIGNS.iter().find(|signs| signs[0] == c)?;
        Some((from + at, signs))
    }) {
        match date(words, at, signs) {
            Some(written) => {
                from = written.span.end;
                found.push(written);
            }
            None => from = at + signs[0].len_utf8(),
        }
    }
    found
}

/// The date whose sign of the year stands at `at`.
fn date(words: &str, at: usize, signs: &[char; 3]) -> Option<Written> {
    let before = words[..at].trim_end_matches(is_space);
    let digits = before.trim_end_matches(is_digit);
    let (number, mut start) = match before.strip_suffix('元') {
        Some(era) => (1, era.len()),
        None => (value(&before[digits.len()..])?, digits.len()),
    };
    let era = words[..start].trim_end_matches(is_space);
    let year = match ERAS.iter().find(|(name, _)| era.ends_with(name)) {
        Some((name, zero)) => {
            start = era.len() - name.len();
            zero + number
        }
        None => Some(number).filter(|year| (1600..2200).contains(year))?,
    };
    let (month, behind) = part(words, at + signs[0].len_utf8(), signs[1])?;
    let (day, end) = part(words, behind, signs[2])?;
    let day = civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(Written {
        day,
        span: Span::new(start, end),
    })
}

/// The number from `from` on that `sign` closes, and where it ends.
fn part(words: &str, from: usize, sign: char) -> Option<(i16, usize)> {
    let rest = words[from..].trim_start_matches(is_space);
    let behind = rest.trim_start_matches(is_digit);
    let number = value(&rest[..rest.len() - behind.len()])?;
    let after = behind.trim_start_matches(is_space).strip_prefix(sign)?;
    Some((number, words.len() - after.len()))
}

/// Digits narrow and wide, and those of Chinese numerals.
fn is_digit(c: char) -> bool {
    c == '十' || digit(c).is_some()
}

fn digit(c: char) -> Option<i16> {
    let place = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '〇' | '○' | '零' => 0,
        _ => {
            let at = "一二三四五六七八九".chars().position(|sign| sign == c)?;
            u32::try_from(at + 1).ok()?
        }
    };
    i16::try_from(place).ok()
}

/// The number that digits write, be it place by place (`二〇二三`) or in tens (`十五`, `二十三`).
fn value(digits: &str) -> Option<i16> {
    let n = digits.chars().count();
    if !(1..=4).contains(&n) {
        return None;
    }
    if let Some((tens, ones)) = digits.split_once('十') {
        let one = |words: &str, empty: i16| match words.chars().next() {
            None => Some(empty),
            Some(c) => digit(c).filter(|_| words.chars().count() == 1),
        };
        return Some(10 * one(tens, 1)? + one(ones, 0)?);
    }
    digits
        .chars()
        .try_fold(0, |sum: i16, c| Some(10 * sum + digit(c)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_sign() {
        for (words, span) in [
            ("2023年3月15日", "2023年3月15日"),
            ("２０２３年３月１５日（水）", "２０２３年３月１５日"),
            ("令和5年3月15日", "令和5年3月15日"),
            ("二〇二三年三月十五日", "二〇二三年三月十五日"),
            ("中華民國112年3月15日記者會", "民國112年3月15日"),
            ("서울, 2023년 3월 15일", "2023년 3월 15일"),
            ("于2023年3月15日在京", "2023年3月15日"),
        ] {
            let found = eastern(words);
            let [written] = found.as_slice() else {
                panic!("{words}: {found:?}");
            };
            assert_eq!(written.day.to_string(), "2023-03-15", "{words}");
            assert_eq!(written.span.of(words), span, "{words}");
        }
        let first = eastern("平成元年2月3日");
        assert_eq!(first[0].day.to_string(), "1989-02-03");
    }

    #[test]
    fn no_date_without_month_and_day_or_in_no_calendar() {
        for words in [
            "2023年",
            "三年3月15日",
            "2023年3月",
            "2023年13月1日",
            "年月日",
            "十十年1月1日",
        ] {
            assert!(eastern(words).is_empty(), "{words}");
        }
    }
}
