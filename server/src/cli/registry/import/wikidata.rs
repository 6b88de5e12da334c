//! Tables of office holders with Wikidata ids: one row a term, under the column names that queries and scrapers use.

use onrecord_engine::date::Date;
use onrecord_engine::registry::file::Membership;
use onrecord_engine::registry::{Identifier, Name, Person, state_called};

use super::collection::Collection;
use super::rows::Row;

/// Columns of a person's id.
pub(super) const PERSON: &[&str] = &[
    "personID",
    "officeholder",
    "wikidata",
    "item",
    "id",
    "person",
];
/// Columns of a person's name.
pub(super) const NAME: &[&str] = &[
    "personLabel",
    "officeholderLabel",
    "itemLabel",
    "name",
    "person",
    "label",
];
/// Columns of a position's name.
const POSITION: &[&str] = &["positionLabel", "position", "officeLabel", "office"];
const START: &[&str] = &[
    "start",
    "start_date",
    "startDate",
    "start_year",
    "startTime",
];
const END: &[&str] = &["end", "end_date", "endDate", "end_year", "endTime"];
const BIRTH: &[&str] = &["DOB", "dob", "birth", "birthDate", "dateOfBirth"];
const DEATH: &[&str] = &["DOD", "dod", "death", "deathDate", "dateOfDeath"];
const GENDER: &[&str] = &["gender", "genderLabel", "sexLabel"];
const STATE: &[&str] = &["country", "countryLabel", "jurisdictionLabel", "state"];
const OTHERS: &[&str] = &["enwiki", "alias", "altLabel", "personAltLabel"];

/// Takes what one row says: a person, and the term if it names a position.
pub(super) fn take(row: &Row, collection: &mut Collection) -> Result<(), String> {
    let first = |columns: &[&str]| columns.iter().find_map(|column| row.get(*column));
    let mut ids = PERSON.iter().filter_map(|column| row.get(*column));
    let id = ids.find_map(|value| item(value));
    let mut names = NAME.iter().filter_map(|column| row.get(*column));
    let name = names.find(|value| item(value).is_none());
    let Some(name) = name.cloned().or(id.clone()) else {
        return Err("this row names no person".to_owned());
    };
    let day = |columns: &[&str]| {
        let column = columns.iter().find(|column| row.contains_key(**column));
        column.map_or(Ok(None), |column| {
            let grain = row.get(&format!("{column}Precision"));
            date(&row[*column], grain.map(String::as_str)).map(Some)
        })
    };
    let (birth, death) = (day(BIRTH)?, day(DEATH)?);
    let (start, end) = (day(START)?, day(END)?);
    let (name, turned) = in_order(&name);
    let others = first(OTHERS)
        .map(|other| plain(other))
        .filter(|other| *other != name);
    let key = id.clone().unwrap_or_else(|| name.clone());
    let person = Person {
        name: name.into(),
        aliases: turned.into_iter().chain(others).map(Name::plain).collect(),
        identifiers: id
            .map(|value| Identifier {
                scheme: "wikidata".into(),
                value: value.into(),
            })
            .into_iter()
            .collect(),
        gender: first(GENDER).cloned(),
        birth,
        death,
        ..Person::default()
    };
    let person = collection.person(&key, person);
    let mut positions = POSITION.iter().filter_map(|column| row.get(*column));
    let Some(position) = positions.find(|value| item(value).is_none()) else {
        return Ok(());
    };
    let country = first(STATE).filter(|value| item(value).is_none());
    let state = country.and_then(|country| state_called(country));
    let state = state.or(collection.state.clone());
    let label = local(position, country.map(String::as_str), state.as_deref());
    let post = collection.post(&label, state.as_deref(), None);
    collection.memberships.push(Membership {
        person: person.into(),
        post: Some(post.into()),
        start,
        end,
        ..Membership::default()
    });
    Ok(())
}

/// The id of an item, alone or at the end of its address.
fn item(value: &str) -> Option<String> {
    let id = value.rsplit('/').next().unwrap_or(value);
    let digits = id.strip_prefix('Q')?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| id.to_owned())
}

/// A date in the grain the register vouches for: `9` is a year, `10` a month, `11` a day.
fn date(written: &str, grain: Option<&str>) -> Result<Date, String> {
    let day = written.split('T').next().unwrap_or(written);
    let day = day.trim_start_matches('+');
    let known = day
        .strip_suffix("-00-00")
        .or(day.strip_suffix("-00"))
        .unwrap_or(day);
    let date = Date::parse(known)
        .ok_or_else(|| format!("`{written}` is not a date such as 2023-03-15, 2023-03 or 2023"))?;
    Ok(match (grain, date) {
        (Some("9"), date) => Date::Year(date.first().year()),
        (Some("10"), Date::Day(day)) => Date::Month(day.year(), day.month()),
        (_, date) => date,
    })
}

/// A name written with the family name first and a comma, turned round; the other way is kept beside it.
fn in_order(name: &str) -> (String, Option<String>) {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.split_once(", ") {
        Some((family, given))
            if !given.contains(',')
                && !family.contains(' ')
                && given.split(' ').count() <= 2
                && !given.ends_with('.') =>
        {
            (format!("{given} {family}"), None)
        }
        _ => (name, None),
    }
}

/// The title of an article as a name: without a note in brackets.
fn plain(title: &str) -> String {
    match title.rfind(" (") {
        Some(at) if title.ends_with(')') => title[..at].to_owned(),
        _ => title.to_owned(),
    }
}

/// A position without its state: `President of Syria` is the post `President` of SY.
fn local(position: &str, country: Option<&str>, state: Option<&str>) -> String {
    let position = position.split_whitespace().collect::<Vec<_>>().join(" ");
    for tail in [" of ", " of the "] {
        let Some(at) = position.rfind(tail) else {
            continue;
        };
        let of = &position[at + tail.len()..];
        let is_state =
            country == Some(of) || (state.is_some() && state_called(of).as_deref() == state);
        if is_state {
            return position[..at].to_owned();
        }
    }
    position
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_the_grain_the_register_vouches_for() {
        for (written, grain, is) in [
            ("2000-05-07", None, "2000-05-07"),
            ("2000-01-01T00:00:00Z", Some("9"), "2000"),
            ("2000-05-01T00:00:00Z", Some("10"), "2000-05"),
            ("+2000-05-00", None, "2000-05"),
        ] {
            assert_eq!(date(written, grain).ok(), Date::parse(is), "{written}");
        }
        assert!(date("May 2000", None).is_err());
    }

    #[test]
    fn positions_lose_their_own_state_only() {
        assert_eq!(local("President of Syria", None, Some("SY")), "President");
        assert_eq!(
            local("Prime Minister of the United Kingdom", None, Some("GB")),
            "Prime Minister"
        );
        assert_eq!(
            local("Ambassador of Syria", None, Some("RU")),
            "Ambassador of Syria"
        );
        assert_eq!(
            local("Minister of Defence", None, Some("SY")),
            "Minister of Defence"
        );
    }

    #[test]
    fn a_row_of_a_query_is_a_term() {
        let row = |cells: &[(&str, &str)]| -> Row {
            let cells = cells.iter();
            cells
                .map(|(column, value)| ((*column).to_owned(), (*value).to_owned()))
                .collect()
        };
        let mut collection = Collection::default();
        let result = take(
            &row(&[
                ("person", "http://www.wikidata.org/entity/Q12"),
                ("personLabel", "Vane, Ada"),
                ("positionLabel", "President of Syria"),
                ("position", "http://www.wikidata.org/entity/Q99"),
                ("countryLabel", "Syria"),
                ("start", "2000-01-01T00:00:00Z"),
                ("startPrecision", "9"),
            ]),
            &mut collection,
        );
        assert_eq!(result, Ok(()));
        let membership = &collection.memberships[0];
        assert_eq!(
            (&*membership.person, membership.post.as_deref()),
            ("ada-vane", Some("sy-president"))
        );
        assert_eq!(membership.start, Some(Date::Year(2000)));
        assert!(take(&row(&[("start", "2000")]), &mut collection).is_err());
    }
}
