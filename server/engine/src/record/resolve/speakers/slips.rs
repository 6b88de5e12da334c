//! Slips of the pen in labels: a misspelt title, a family name one letter off from a label the document uses again and again.
//!
//! A wrong identity costs more than a missing one, so a slip is only put right where the document or the register bears it out.

use crate::date::Date;
use crate::registry::{Held, Registry};
use crate::transcript::near_title;

use super::parts::Part;
use super::roster::fold;

/// Puts right misspelt titles: `SECREATRY VANE` where `SECRETARY VANE` speaks too, or where the register knows a secretary
/// of that name on the day.
pub(super) fn correct_titles(registry: &Registry, date: Option<Date>, parts: &mut [Part]) {
    let known: Vec<String> = parts.iter().map(|part| fold(part.words)).collect();
    for part in parts
        .iter_mut()
        .filter(|part| !part.anonymous && part.holder.is_none())
    {
        let Some(words) = respelt(part.words) else {
            continue;
        };
        let Some(mention) = registry.label(&words) else {
            continue;
        };
        let held = || {
            mention.people.iter().any(|&person| {
                mention.posts.iter().any(|&post| {
                    date.is_none_or(|date| registry.held(person, post, date) == Held::Held)
                })
            })
        };
        if known.contains(&fold(&words)) || held() {
            part.correct(words, mention);
        }
    }
}

/// The words with each misspelt title put right; `None` if there is none.
fn respelt(words: &str) -> Option<String> {
    let parts: Vec<&str> = words.split(' ').collect();
    let (_, titles) = parts.split_last()?;
    let mut right = words.to_owned();
    let mut found = false;
    for word in titles {
        if let Some(title) = near_title(word) {
            let title = if word.chars().any(char::is_lowercase) {
                let mut letters = title.chars();
                let first: String = letters
                    .next()
                    .into_iter()
                    .flat_map(char::to_uppercase)
                    .collect();
                first + letters.as_str()
            } else {
                title.to_uppercase()
            };
            right = right.replacen(word, &title, 1);
            found = true;
        }
    }
    found.then_some(right)
}

/// Whether `rare` may be a slip for `usual`, both folded: one letter off, two in a long word; not by an ending that makes
/// another name of it (`Kozlov`, `Kozlova`).
pub(super) fn is_slip(rare: &str, usual: &str) -> bool {
    let n = rare.chars().count().min(usual.chars().count());
    let allowed = match n {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    let another = |long: &str, short: &str| {
        long.strip_prefix(short)
            .is_some_and(|ending| matches!(ending, "a" | "s" | "e" | "i" | "n" | "o" | "y"))
    };
    rare != usual
        && !another(rare, usual)
        && !another(usual, rare)
        && strsim::osa_distance(rare, usual) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_names_of_others_are_not() {
        for (rare, usual) in [
            ("sullivcan", "sullivan"),
            ("sullvian", "sullivan"),
            ("breg", "berg"),
        ] {
            assert_eq!(is_slip(rare, usual), rare.len() > 4, "{rare}");
        }
        for (one, other) in [
            ("potanin", "putin"),
            ("kozlov", "kozlova"),
            ("krylov", "korolev"),
            ("hansen", "hansens"),
        ] {
            assert!(
                !is_slip(one, other) && !is_slip(other, one),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_misspelt_title_is_put_right_in_its_own_case() {
        assert_eq!(respelt("SECREATRY VANE").as_deref(), Some("SECRETARY VANE"));
        assert_eq!(respelt("Presidnet Vane").as_deref(), Some("President Vane"));
        assert_eq!(respelt("Ada Vane"), None);
        assert_eq!(respelt("Secretary Vane"), None);
    }
}
