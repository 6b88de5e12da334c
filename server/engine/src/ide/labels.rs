//! What can be done with the labels of turns: change all that read alike together, and go to a speaker's next turn.

use crate::record::Record;
use crate::text::Span;

/// The labels that read like the one under the cursor, it among them, in text order (document bytes): what is typed in one
/// belongs into all. Nothing away from labels.
pub fn same_labels(record: &Record, offset: usize) -> Vec<Span> {
    let turns = &record.transcript().turns;
    let content = record.content();
    let Some(label) = turn_at(record, offset)
        .map(|turn| turns[turn].label.span)
        .filter(|label| label.holds_cursor(offset))
    else {
        return Vec::new();
    };
    let words = label.of(content);
    let labels = turns.iter().map(|turn| turn.label.span);
    labels.filter(|label| label.of(content) == words).collect()
}

/// The label of the next turn of whoever speaks at the cursor, or of the one before this turn; `None` if there is none.
/// Before the first turn, the next turn is the first one.
pub fn turn_of_same_speaker(record: &Record, offset: usize, forward: bool) -> Option<Span> {
    let turns = &record.transcript().turns;
    let Some(here) = turn_at(record, offset) else {
        let first = turns.first().filter(|_| forward)?;
        return Some(first.label.span);
    };
    let is_same = |other: &usize| is_same_speaker(record, here, *other);
    let there = if forward {
        (here + 1..turns.len()).find(is_same)
    } else {
        (0..here).rev().find(is_same)
    };
    there.map(|turn| turns[turn].label.span)
}

/// The turn whose label stands at or before the cursor.
fn turn_at(record: &Record, offset: usize) -> Option<usize> {
    let turns = &record.transcript().turns;
    turns
        .partition_point(|turn| turn.label.marked.start <= offset)
        .checked_sub(1)
}

/// Whether two turns have one speaker: one person, or, where nobody is known, one name or one label.
fn is_same_speaker(record: &Record, one: usize, other: usize) -> bool {
    let speakers = record.speakers();
    let (Some(first), Some(second)) = (speakers.get(one), speakers.get(other)) else {
        return false;
    };
    match (first.person, second.person) {
        (Some(first), Some(second)) => first == second,
        (None, None) if first.name.is_some() => first.name == second.name,
        (None, None) => {
            let turns = &record.transcript().turns;
            let words = |turn: usize| turns[turn].label.span.of(record.content());
            second.name.is_none() && words(one) == words(other)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    const TALKS: &str = "A hall.\n\nMr. Lavrov: One.\n\nQ: Two.\n\nSergey Lavrov: Three.\n\nQ: Four.\n\nMr. Lavrov: Five.\n";

    #[test]
    fn labels_that_read_alike_are_changed_together() {
        let record = record(TALKS);
        let at = TALKS.find("Lavrov").expect("it stands there");
        let places: Vec<usize> = same_labels(&record, at)
            .iter()
            .map(|label| label.start)
            .collect();
        let starts: Vec<usize> = TALKS
            .match_indices("Mr. Lavrov")
            .map(|(at, _)| at)
            .collect();
        assert_eq!(places, starts);
        assert_eq!(same_labels(&record, 2), []);
        assert_eq!(
            same_labels(&record, TALKS.find("One").expect("it stands there")),
            []
        );
    }

    #[test]
    fn the_next_turn_is_the_speakers_whatever_the_label() {
        let record = record(TALKS);
        let go = |words: &str, forward| {
            let at = TALKS.find(words).expect("it stands there");
            let label = turn_of_same_speaker(&record, at, forward)?;
            Some(TALKS[label.start..].lines().next().expect("a line"))
        };
        assert_eq!(go("One", true), Some("Sergey Lavrov: Three."));
        assert_eq!(go("Five", false), Some("Sergey Lavrov: Three."));
        assert_eq!(go("Five", true), None);
        assert_eq!(go("Two", true), Some("Q: Four."));
        assert_eq!(go("One", false), None);
        assert_eq!(go("A hall", true), Some("Mr. Lavrov: One."));
        assert_eq!(go("A hall", false), None);
    }
}
