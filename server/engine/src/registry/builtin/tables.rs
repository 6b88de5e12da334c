//! The built-in registry as bytes: names and labels as lines of text found by their number, spells as rows of numbers, and the
//! indexes of names, offices and ids.

use crate::date::Date;
use crate::registry::packed::{number, pack, unpack};
use crate::registry::post::{Post, Source, SourceId, Tenure};
use crate::registry::{Person, PersonId, PostId, Registry};

use super::lists;

/// The bytes of a spell: six numbers of 32 bits (person, post, start, end, known to, source and whether attested).
const SPELL: usize = 24;

/// The bit beside the source's number that says a spell is only attested.
const ATTESTED: u32 = 1 << 31;

/// All tables.
#[derive(Default)]
pub(super) struct Tables {
    sources: &'static str,
    pub(super) people: Lines,
    pub(super) posts: Lines,
    spells: &'static [u8],
    pub(super) ids: &'static [u8],
    pub(super) names: &'static [u8],
    pub(super) offices: &'static [u8],
}

/// Lines of text, found by their number.
#[derive(Default)]
pub(super) struct Lines {
    text: &'static str,
    /// Where each line begins, and where the last one ends.
    starts: &'static [u8],
}

impl Lines {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        (self.starts.len() / 4).saturating_sub(1)
    }

    fn line(&self, nth: usize) -> &'static str {
        let start = |nth: usize| number(self.starts.get(nth * 4..nth * 4 + 4)?);
        let range = start(nth).zip(start(nth + 1));
        let line = range.and_then(|(from, to)| self.text.get(from as usize..to as usize));
        line.unwrap_or_default()
    }
}

/// Lines and where they begin.
fn lines(rows: impl Iterator<Item = String>) -> (String, Vec<u8>) {
    let mut text = String::new();
    let mut starts = Vec::new();
    for row in rows {
        starts.extend_from_slice(&(text.len() as u32).to_le_bytes());
        text.push_str(&row);
    }
    starts.extend_from_slice(&(text.len() as u32).to_le_bytes());
    (text, starts)
}

impl Tables {
    /// The tables some bytes hold; nothing if they are cut off.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Tables> {
        let [
            sources,
            people,
            people_at,
            posts,
            posts_at,
            spells,
            ids,
            names,
            offices,
        ] = unpack(bytes)?;
        let lines = |text: &'static [u8], starts: &'static [u8]| {
            let text = std::str::from_utf8(text).ok()?;
            Some(Lines { text, starts })
        };
        Some(Tables {
            sources: std::str::from_utf8(sources).ok()?,
            people: lines(people, people_at)?,
            posts: lines(posts, posts_at)?,
            spells,
            ids,
            names,
            offices,
        })
    }

    /// A registry as such bytes. Of people and posts only what the built-in lists know of them is kept.
    pub(super) fn write(registry: &Registry) -> Vec<u8> {
        let sources = registry.sources.iter().map(|source| {
            let day = source.retrieved.map(|day| day.to_string());
            format!("{}\t{}\n", source.name, day.unwrap_or_default())
        });
        let sources: String = sources.collect();
        let people = registry.people().map(|person| {
            let known_as = person.identifiers.first().map(lists::known_as);
            let known_as = known_as.unwrap_or_default();
            let aliases: Vec<&str> = person.aliases.iter().map(|one| one.text.as_str()).collect();
            format!(
                "{}\t{}\t{known_as}\t{}",
                person.id,
                person.name,
                aliases.join("|")
            )
        });
        let posts = registry.posts().map(|post| {
            let state = post.state.as_deref().unwrap_or_default();
            format!("{state}\t{}\t{}", post.label, post.aliases.join("|"))
        });
        let (people, people_at) = lines(people);
        let (posts, posts_at) = lines(posts);
        pack(&[
            sources.as_bytes(),
            people.as_bytes(),
            &people_at,
            posts.as_bytes(),
            &posts_at,
            &spells(&registry.tenures),
            &registry.ids().write(),
            &registry.names().write(),
            &registry.offices().write(),
        ])
    }

    /// The person of a number.
    pub(super) fn person(&self, nth: usize) -> Person {
        let mut columns = self.people.line(nth).split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (id, name, known_as, others) = (next(), next(), next(), next());
        lists::person(id, name, known_as, others)
    }

    /// The post of a number.
    pub(super) fn post(&self, nth: usize) -> Post {
        let mut columns = self.posts.line(nth).split('\t');
        let mut next = || columns.next().unwrap_or_default();
        let (state, label, aliases) = (next(), next(), next());
        let aliases = aliases.split('|').filter(|alias| !alias.is_empty());
        Post {
            aliases: aliases.map(str::to_owned).collect(),
            ..lists::named_post(state, label)
        }
    }

    /// The sources, in their order.
    pub(super) fn sources(&self) -> Vec<Source> {
        let source = |line: &str| {
            let (name, day) = line.split_once('\t').unwrap_or((line, ""));
            Source {
                name: name.to_owned(),
                retrieved: Date::parse(day),
            }
        };
        self.sources.lines().map(source).collect()
    }

    /// The spells, earliest start first.
    pub(super) fn tenures(&self) -> Vec<Tenure> {
        let rows = self.spells.chunks_exact(SPELL);
        rows.filter_map(|row| {
            let at = |nth: usize| number(&row[nth * 4..nth * 4 + 4]);
            let source = at(5)?;
            let (person, post) = (PersonId(at(0)?), PostId(at(1)?));
            Some(Tenure {
                start: day_of(at(2)?),
                end: day_of(at(3)?),
                known_to: day_of(at(4)?),
                attested: source & ATTESTED != 0,
                ..Tenure::new(person, post, SourceId(source & !ATTESTED))
            })
        })
        .collect()
    }
}

fn spells(tenures: &[Tenure]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(tenures.len() * SPELL);
    for tenure in tenures {
        let attested = if tenure.attested { ATTESTED } else { 0 };
        let [start, end, known_to] = [tenure.start, tenure.end, tenure.known_to].map(number_of);
        let source = tenure.source.0 | attested;
        for number in [tenure.person.0, tenure.post.0, start, end, known_to, source] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
    }
    bytes
}

/// A date as a number: year, month and day in its digits, months and days of 0 for what is not said; 0 for none.
fn number_of(date: Option<Date>) -> u32 {
    let Some(date) = date else { return 0 };
    let day = date.first();
    let [month, of_month] = match date {
        Date::Year(_) => [0, 0],
        Date::Month(..) => [day.month(), 0],
        Date::Day(_) => [day.month(), day.day()],
    };
    let year = u32::from(day.year().unsigned_abs());
    year * 10_000 + u32::from(month.unsigned_abs()) * 100 + u32::from(of_month.unsigned_abs())
}

fn day_of(number: u32) -> Option<Date> {
    let year = i16::try_from(number / 10_000)
        .ok()
        .filter(|year| *year > 0)?;
    let month = (number / 100 % 100) as i8;
    let day = (number % 100) as i8;
    Some(match (month, day) {
        (0, _) => Date::Year(year),
        (_, 0) => Date::Month(year, month),
        _ => Date::Day(jiff::civil::Date::new(year, month, day).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_grain_as_numbers() {
        for day in ["2023-03-15", "2023-03", "2023", "1804"] {
            let date = Date::parse(day);
            assert_eq!(day_of(number_of(date)), date, "{day}");
        }
        assert_eq!(day_of(number_of(None)), None);
    }
}
