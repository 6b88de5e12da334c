//! What may be typed next: the label of a turn at a line's start, elsewhere the name of a person or an office.
//!
//! Only what begins as the words before the cursor begin is offered, whatever its case and accents.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::iter;

use crate::record::Record;
use crate::registry::{Person, PersonId, Post, PostId, Registry};
use crate::text::Span;

use super::card::{person_card, post_card};
use super::letters::{begins, continued, folded, letters, may_begin};
use super::references::Target;
use super::targets::named;

/// Words that can stand in place of those before the cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What is replaced (document bytes); it ends at the cursor.
    pub span: Span,
    /// By what.
    pub text: String,
    /// What was typed is the beginning of this.
    pub filter: String,
    /// What it is.
    pub kind: CompletionKind,
    /// Whom it means, if anybody known.
    pub who: Option<Target>,
}

/// What a completion is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CompletionKind {
    /// The label of a turn.
    Label,
    /// A person's name.
    Person,
    /// An office.
    Office,
}

/// How many words before the cursor may belong to one name.
const MOST_WORDS: usize = 10;

/// From how many characters on names and offices are looked for.
const SHORTEST: usize = 2;

/// What can be typed at `offset`, likeliest first, at most `limit`; and whether that is all there is.
pub fn completions(record: &Record, offset: usize, limit: usize) -> (Vec<Completion>, bool) {
    let content = record.content();
    let Some(before) = content.get(record.text().line_span(offset).start..offset) else {
        return (Vec::new(), true);
    };
    let at_start = before.trim_start();
    let mut found = Vec::new();
    if at_start.chars().count() <= LONGEST_LABEL {
        labels(
            record,
            Span::new(offset - at_start.len(), offset),
            &mut found,
        );
    }
    let tails = tails(before, offset);
    let mut ranked = Vec::new();
    names(record, &tails, offset, &mut ranked);
    // What begins with more of the words before the cursor is likelier than what begins with the last of them.
    ranked.sort_by(|(rank, one), (other_rank, other)| {
        let key = (one.span.start, rank, one.kind, &one.text);
        key.cmp(&(other.span.start, other_rank, other.kind, &other.text))
    });
    found.extend(ranked.into_iter().map(|(_, completion)| completion));
    let mut seen = BTreeSet::new();
    found.retain(|completion| seen.insert((completion.kind, completion.text.clone())));
    let is_all = found.len() <= limit && !is_begun(before);
    found.truncate(limit);
    (found, is_all)
}

/// Whether the last word before the cursor is too short yet for names to be looked for: more is offered once it is longer.
fn is_begun(before: &str) -> bool {
    let letters = || {
        before
            .chars()
            .rev()
            .take_while(|char| char.is_alphanumeric())
    };
    letters().take(SHORTEST).count() < SHORTEST && !letters().any(char::is_lowercase)
}

/// What is known of somebody or some office, for the window beside the list.
pub fn documentation(record: &Record, who: &Target) -> Option<String> {
    match who {
        Target::Person(person) => {
            Some(person_card(record.registry(), *person, record.date(), None))
        }
        Target::Post(post) => Some(post_card(record.registry(), *post, record.date())),
        Target::Speaker(_) => None,
    }
}

/// A longer beginning of a line, in characters, is none of a label.
const LONGEST_LABEL: usize = 60;

/// The labels of the document that begin like `typed`: who spoke before the last one first, the last one last.
fn labels(record: &Record, typed: Span, found: &mut Vec<Completion>) {
    let content = record.content();
    let prefix = folded(typed.of(content));
    let turns = &record.transcript().turns;
    let n_before = turns.partition_point(|turn| turn.label.marked.start < typed.start);
    let mut seen = BTreeSet::new();
    let mut before: Vec<usize> = Vec::new();
    for turn in (0..n_before).rev().chain(n_before..turns.len()) {
        // The line being typed is no label yet.
        let label = &turns[turn].label;
        let is_typed = label.span.overlaps(typed) || label.span.start == typed.start;
        if !is_typed && seen.insert(label.span.of(content)) {
            before.push(turn);
        }
    }
    if n_before > 0 && before.len() > 1 {
        // Nobody follows on themselves.
        before.rotate_left(1);
    }
    for turn in before {
        let label = &turns[turn].label;
        let words = label.span.of(content);
        // A client's own filter holds what was typed against the beginning only.
        let Some(begun) = word_starts(words).find(|word| begins(word, &prefix)) else {
            continue;
        };
        let whole = if label.note.is_none() {
            label.marked
        } else {
            label.span
        };
        let space = if content[whole.end..].starts_with(' ') {
            " "
        } else {
            ""
        };
        let speaker = record.speakers().get(turn);
        found.push(Completion {
            span: typed,
            text: format!("{}{space}", whole.of(content)),
            filter: continued(typed.of(content), begun),
            kind: CompletionKind::Label,
            who: speaker
                .and_then(|speaker| speaker.person)
                .map(Target::Person),
        });
    }
}

/// The words and what is left of them from each later word on.
fn word_starts(words: &str) -> impl Iterator<Item = &str> {
    let gaps = words
        .char_indices()
        .filter(|(_, char)| char.is_whitespace());
    let later = gaps.map(|(at, _)| words[at..].trim_start());
    iter::once(words).chain(later)
}

/// The last word before the cursor, the last two and so on: the place, folded.
fn tails(before: &str, offset: usize) -> Vec<(Span, String)> {
    let mut tails = Vec::new();
    let line_start = offset - before.len();
    let mut starts: Vec<usize> = Vec::new();
    let mut last = ' ';
    for (at, char) in before.char_indices() {
        let begins_word =
            char.is_alphanumeric() && !(last.is_alphanumeric() || "-’'".contains(last));
        if begins_word {
            starts.push(at);
        } else if !(char.is_alphanumeric() || " .-’'".contains(char)) {
            // No name reaches over a comma or a quotation mark.
            starts.clear();
        }
        last = char;
    }
    for start in starts.into_iter().rev().take(MOST_WORDS) {
        let words = &before[start..];
        let is_long = words.chars().count() >= SHORTEST;
        // Names begin with a capital, in scripts that have them.
        if is_long && !words.starts_with(char::is_lowercase) {
            tails.push((Span::new(line_start + start, offset), folded(words)));
        }
    }
    tails
}

/// People and offices that begin like one of the tails, each with its rank; smaller is likelier.
fn names(
    record: &Record,
    tails: &[(Span, String)],
    offset: usize,
    found: &mut Vec<(u8, Completion)>,
) {
    if tails.is_empty() {
        return;
    }
    let registry = record.registry();
    // The words being typed name nobody yet. Where nothing begins as they do, nobody need be looked for in the document.
    let named: LazyCell<BTreeSet<Target>, _> = LazyCell::new(|| {
        let named = named(record).into_iter();
        named
            .filter(|named| !named.place.holds_cursor(offset))
            .map(|named| named.target)
            .collect()
    });
    for (number, person) in registry.people().enumerate() {
        let Some((span, filter)) = person_tail(record.content(), person, tails) else {
            continue;
        };
        let who = Target::Person(PersonId(number as u32));
        let rank = u8::from(!named.contains(&who));
        found.push((
            rank,
            Completion {
                span,
                text: person.name.to_string(),
                filter,
                kind: CompletionKind::Person,
                who: Some(who),
            },
        ));
    }
    for (number, post) in registry.posts().enumerate() {
        if !tails.iter().any(|(_, tail)| may_begin(&post.label, tail)) {
            continue;
        }
        let id = PostId(number as u32);
        let state = state_of(registry, post);
        let is_begun = |(_, tail): &&(Span, String)| office_begins(post, state, tail);
        let Some((span, _)) = tails.iter().rev().find(is_begun) else {
            continue;
        };
        let who = Target::Post(id);
        let rank = if named.contains(&who) { 0 } else { 2 };
        let text = state.map_or_else(
            || post.label.clone(),
            |state| format!("{} of {state}", post.label),
        );
        found.push((
            rank,
            Completion {
                span: *span,
                filter: continued(span.of(record.content()), &text),
                text,
                kind: CompletionKind::Office,
                who: Some(who),
            },
        ));
    }
}

/// The state that is named after an office: "Minister of Finance of Ruritania".
fn state_of(registry: &Registry, post: &Post) -> Option<&'static str> {
    let state = registry.state_name(post.state.as_deref()?)?;
    (!post.label.contains(state)).then_some(state)
}

/// Whether an office as it is written in a sentence begins with `prefix`, which is folded.
fn office_begins(post: &Post, state: Option<&str>, prefix: &str) -> bool {
    let of = if state.is_some() { " of " } else { "" };
    let mut words = letters(&post.label)
        .chain(letters(of))
        .chain(letters(state.unwrap_or_default()));
    prefix.chars().all(|char| words.next() == Some(char))
}

/// The longest tail with which a name of the person begins, and that name as a client's filter finds it. The last word may begin the family name;
/// the word before it is then another spelling of the given name, if it has its first letter.
fn person_tail(content: &str, person: &Person, tails: &[(Span, String)]) -> Option<(Span, String)> {
    if let Some((span, name)) = longest(tails, &person.names()) {
        return Some((span, continued(span.of(content), name)));
    }
    let (last, typed) = tails.first()?;
    let family = match person.family.as_str() {
        "" => person.name.rsplit(' ').next()?,
        family => family,
    };
    if !begins(family, typed) {
        return None;
    }
    let family = continued(last.of(content), family);
    let given = letters(&person.name).next();
    match tails.get(1) {
        Some((span, both)) if both.chars().next() == given => {
            let before = &content[span.start..last.start];
            Some((*span, format!("{before}{family}")))
        }
        _ => Some((*last, family)),
    }
}

/// The longest of the tails that begins one of the names, and that name.
fn longest<'a>(
    tails: &[(Span, String)],
    names: &(impl Iterator<Item = &'a str> + Clone),
) -> Option<(Span, &'a str)> {
    tails.iter().rev().find_map(|(span, tail)| {
        let name = names.clone().find(|name| begins(name, tail))?;
        Some((*span, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    /// What is offered at the sign `|` in the text, as it would stand there.
    fn offered(text: &str) -> Vec<String> {
        let offset = text.find('|').expect("the sign of the cursor");
        let text = text.replace('|', "");
        let (list, _) = completions(&record(&text), offset, 20);
        list.iter()
            .map(|one| {
                assert_eq!(one.span.end, offset);
                one.text.clone()
            })
            .collect()
    }

    #[test]
    fn a_line_begins_with_the_label_of_whoever_spoke_before_the_last_one() {
        let talk = "Ada Vane: One.\n\nCy Dorn: Two.\n\nAda Vane: Three.\n\nCy Dorn: Four.\n\n";
        assert_eq!(offered(&format!("{talk}|")), ["Ada Vane: ", "Cy Dorn: "]);
        assert_eq!(offered(&format!("{talk}do|")), ["Cy Dorn: "]);
        assert_eq!(offered(&format!("{talk}Ada V|")), ["Ada Vane: "]);
        assert_eq!(offered(&format!("{talk}We met do|")), [""; 0]);
    }

    #[test]
    fn a_name_is_completed_by_any_of_its_spellings_and_by_the_family_name() {
        for typed in ["Sergey Lav", "Sergei Lav", "Lavro"] {
            let offered = offered(&format!("A guest met {typed}| at noon.\n"));
            assert!(
                offered.contains(&"Sergey Lavrov".to_owned()),
                "{typed}: {offered:?}"
            );
        }
        assert_eq!(offered("A guest met la|\n"), [""; 0]);
    }

    #[test]
    fn what_is_offered_is_found_by_what_was_typed_and_by_what_is_typed_on() {
        let talk = "Téo Žižek: One.\n\nCy Dorn: Two.\n\nTéo Žižek: Three.\n\nCy Dorn: Four.\n\n";
        for (typed, filter) in [
            ("Zi", "Zizek"),
            ("teo", "teo zizek"),
            ("do", "Dorn"),
            ("A guest met Erdog", "Erdogan"),
            ("A guest met Recep Tayyip Erdoğ", "Recep Tayyip Erdoğan"),
            ("A guest met Sergéi Lav", "Sergéi Lavrov"),
        ] {
            let text = format!("{talk}{typed}");
            let (list, _) = completions(&record(&text), text.len(), 100);
            let filters: Vec<&str> = list.iter().map(|one| one.filter.as_str()).collect();
            assert!(filters.contains(&filter), "{typed}: {filters:?}");
            for one in list {
                let typed = one.span.of(&text).to_lowercase();
                assert!(one.filter.to_lowercase().starts_with(&typed), "{one:?}");
            }
        }
    }

    #[test]
    fn more_is_promised_while_the_word_is_too_short_to_look_for_names() {
        let talk = "Ada Vane: One.\n\nCy Dorn: Two.\n\nAda Vane: Three.\n\n";
        for (typed, is_all) in [
            ("", false),
            ("A", false),
            ("We met Ada V", false),
            ("a", true),
            ("Ada Vane", true),
            ("We met la", true),
        ] {
            let text = format!("{talk}{typed}");
            let (_, all) = completions(&record(&text), text.len(), 100);
            assert_eq!(all, is_all, "{typed}");
        }
    }

    #[test]
    fn who_is_named_in_the_document_comes_first() {
        let offered = offered("Sergey Lavrov came.\n\nThen Serg|\n");
        assert_eq!(offered.first().map(String::as_str), Some("Sergey Lavrov"));
        assert!(offered.len() > 1);
    }

    #[test]
    fn an_office_is_completed_with_its_state() {
        let offered = offered("He asked the Minister of Foreign Affairs of Rus|\n");
        assert_eq!(offered[0], "Minister of Foreign Affairs of Russia");
    }

    #[test]
    fn accents_and_case_of_what_is_typed_do_not_matter() {
        let offered = offered("A guest met Recep Tayyip Erdo|\n");
        assert!(
            offered.iter().any(|name| name.contains("Erdoğan")),
            "{offered:?}"
        );
    }
}
