//! People named with an office, in the text and in labels: the ground that the rules about offices share.

mod excuses;

use std::collections::BTreeSet;

use jiff::civil;

use crate::date::Date;
use crate::record::Record;
use crate::registry::{Held, NameForm, PersonId, PostId, Tenure};
use crate::text::Span;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use excuses::{
    holds_such, is_imagined, is_moved, is_moved_in_words, is_sought, is_told_of, runs_on,
    tells_of_then,
};

/// A person named with an office that, by the registry, was not this person's on the document's date.
pub(super) struct Misheld {
    /// Office and name (document bytes).
    pub(super) span: Span,
    /// The office words (document bytes).
    pub(super) title: Span,
    /// The name beside them, without address (document bytes); nothing in labels.
    pub(super) name: Option<Span>,
    /// Where it stands.
    pub(super) zone: Zone,
    /// Who is named.
    pub(super) person: PersonId,
    /// With which post.
    pub(super) post: PostId,
    /// The document's date.
    pub(super) date: Date,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
    /// Whether the name is written in full, as one introduces somebody; a title with a surname is also a courtesy.
    pub(super) is_introduced: bool,
}

impl Misheld {
    /// The person's own time in that post; by the registry it lies on another day, or there is none.
    pub(super) fn tenures<'a>(&self, record: &'a Record) -> Vec<&'a Tenure> {
        let mut tenures = record.registry().tenures_of(self.person);
        tenures.retain(|tenure| tenure.post == self.post);
        tenures
    }

    /// Those who held the post on the day.
    pub(super) fn holders<'a>(&self, record: &'a Record) -> Vec<&'a Tenure> {
        record.registry().holders(self.post, self.date)
    }

    /// Whether the registry says that somebody else held it, and the person never had it, had it only later, or is
    /// introduced with it: then the holder is wrong, else the title has lost its time.
    pub(super) fn is_wrong_holder(&self, record: &Record) -> bool {
        let post = record.registry().post(self.post);
        let holders = self.holders(record);
        let is_held_by_one = match post.seats {
            Some(seats) => seats == 1,
            None => holders.len() == 1 && !is_shared(&post.label),
        };
        if !is_held_by_one || holders.is_empty() {
            return false;
        }
        match self.years_over(record) {
            None => true,
            // In the United States a title is kept for life as a courtesy, in full names too.
            Some(years) => {
                self.is_introduced && post.state.as_deref() != Some("US") && years < HISTORY
            }
        }
    }

    /// For how many years the person's last spell in the post before the day has been over; `None` without one.
    pub(super) fn years_over(&self, record: &Record) -> Option<i16> {
        let day = self.date.first();
        let ends = self
            .tenures(record)
            .into_iter()
            .filter_map(|tenure| tenure.end);
        let last = ends.map(Date::last).filter(|end| *end < day).max()?;
        Some(day.year() - last.year())
    }
}

/// Past so many years a title tells of history, not of the day.
pub(super) const HISTORY: i16 = 10;

/// Whether several people hold such a post at once as a rule.
fn is_shared(label: &str) -> bool {
    const SHARED: [&str; 10] = [
        "Assistant",
        "Associate",
        "Commissioner",
        "Councillor",
        "Delegate",
        "Deputy",
        "Judge",
        "Member",
        "Representative",
        "Senator",
    ];
    label.split(' ').any(|word| SHARED.contains(&word))
}

/// Every person named with an office not held on the document's date, in text order; each person with an office once.
pub(super) fn misheld(record: &Record) -> Vec<Misheld> {
    let Some(date) = record.date() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (Some(person), Some(post), Some(Held::NotHeld), Some(title)) =
                (resolved.person, resolved.post, resolved.held, mention.title)
            else {
                continue;
            };
            if is_moved(mention.qualifier) || mention.name.is_none() {
                continue;
            }
            let span = mention.span.place(paragraph.span.start);
            let is_cut_off = mention.form != NameForm::Full && runs_on(record, span);
            let title_span = title.place(paragraph.span.start);
            if is_cut_off
                || is_sought(record, title_span)
                || is_imagined(record, span)
                || is_told_of(record, span, title_span)
                || holds_such(record, person, title_span, date)
            {
                continue;
            }
            let one = Misheld {
                span,
                title: title_span,
                name: mention.name.map(|name| name.place(paragraph.span.start)),
                zone: paragraph.zone,
                person,
                post,
                date,
                is_quoted: is_quoted(paragraph, mention.span),
                is_introduced: mention.form == NameForm::Full,
            };
            if !tells_of_then(record, paragraph, one.span, &one.tenures(record)) {
                found.push(one);
            }
        }
    }
    let in_turns = found.iter().filter(|one| one.zone == Zone::Turn);
    let mut told: BTreeSet<&str> = in_turns.map(|one| one.span.of(record.content())).collect();
    for (turn, speaker) in record.transcript().turns.iter().zip(record.speakers()) {
        let (Some(person), Some(post), Some(Held::NotHeld)) =
            (speaker.person, speaker.post, speaker.held)
        else {
            continue;
        };
        let span = turn.label.span;
        let words = span.of(record.content());
        if is_moved_in_words(words) || !told.insert(words) {
            continue;
        }
        found.push(Misheld {
            span,
            title: span,
            name: None,
            zone: Zone::Turn,
            person,
            post,
            date,
            is_quoted: false,
            is_introduced: words.split_whitespace().count() > 2,
        });
    }
    found.sort_by_key(|one| one.span);
    let mut met = BTreeSet::new();
    found.retain(|one| met.insert((one.person, one.post)));
    found
}

/// From when to when, as a phrase: "from 22 November 2020 to 23 September 2024".
pub(super) fn from_to(tenure: &Tenure) -> String {
    match (tenure.start, tenure.end) {
        (Some(start), Some(end)) => format!("from {} to {}", start.words(), end.words()),
        (Some(start), None) => format!("from {}", start.words()),
        (None, Some(end)) => format!("until {}", end.words()),
        (None, None) => "at a time not recorded".to_owned(),
    }
}

/// The person's spell in the post that lies nearest to the day.
pub(super) fn nearest<'a>(tenures: &[&'a Tenure], date: Date) -> Option<&'a Tenure> {
    let distance = |tenure: &&Tenure| {
        let days = |other: civil::Date| {
            date.first()
                .since(other)
                .map_or(i32::MAX, |span| span.get_days().abs())
        };
        let start = tenure.start.map(|start| days(start.first()));
        let end = tenure.end.map(|end| days(end.last()));
        start.into_iter().chain(end).min().unwrap_or(i32::MAX)
    };
    tenures
        .iter()
        .copied()
        .min_by_key(|tenure| distance(tenure))
}
