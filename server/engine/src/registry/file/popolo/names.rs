//! Habits of Popolo writers: names with the family name in capitals and in front, dates with unknown parts as zeros.

use crate::date::Date;
use crate::registry::{Name, Person};

/// A date as Popolo files write it: to the year, month or day, unknown parts as zeros, a time of day after it left out.
pub(super) fn date(written: &str) -> Option<Date> {
    let day = written.trim();
    let day = day.split(['T', ' ']).next().unwrap_or(day);
    let known = day
        .strip_suffix("-00-00")
        .or(day.strip_suffix("-00"))
        .unwrap_or(day);
    Date::parse(known)
}

/// Where only capitals tell which part of a name is the family name, takes it from them, and adds the usual order.
pub(super) fn settle(person: &mut Person) {
    if !person.family.is_empty() {
        return;
    }
    let is_capitals = |word: &&str| {
        word.chars().filter(|c| c.is_uppercase()).count() > 1
            && !word.chars().any(char::is_lowercase)
    };
    let (family, given): (Vec<&str>, Vec<&str>) =
        person.name.split_whitespace().partition(is_capitals);
    if family.is_empty() || given.is_empty() {
        return;
    }
    let (family, given) = (family.join(" "), given.join(" "));
    let usual = format!("{given} {}", capitalised(&family));
    person.given = given.into();
    person.family = family.into();
    if usual != person.name {
        person.aliases.push(Name::plain(usual));
    }
}

/// Words in capitals as they stand in a sentence.
fn capitalised(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut begins = true;
    for c in words.chars() {
        if begins {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic() && c != '\'' && c != '’';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_unknown_parts_keep_their_grain() {
        for (written, grain) in [
            ("2011-04-04", "2011-04-04"),
            ("2011-04-04T10:00:00+00:00", "2011-04-04"),
            ("2011-04-00", "2011-04"),
            ("2011-00-00", "2011"),
            ("2011", "2011"),
        ] {
            assert_eq!(date(written), Date::parse(grain), "{written}");
        }
        assert_eq!(date("April 2011"), None);
    }

    #[test]
    fn capitals_show_the_family_name() {
        let mut person = Person {
            name: "VAN DORN Ona Marie".to_owned().into(),
            ..Person::default()
        };
        settle(&mut person);
        assert_eq!((&*person.family, &*person.given), ("VAN DORN", "Ona Marie"));
        assert_eq!(person.aliases[0].text, "Ona Marie Van Dorn");
    }
}
