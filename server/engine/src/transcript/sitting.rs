//! Whether a document is the record of a sitting: a council, an assembly, a parliament.
//!
//! Whoever presides over a sitting is called by an office that heads of state bear too: "The President" gives the floor to
//! the representative of France. What tells a sitting is how its record opens and closes ("The meeting was called to order")
//! and what is said from its chair. The record's first page may say who presides: "President: Ms. Vane (Ruritania)".

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, StartKind};

use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::{Line, is_space};
use crate::transcript::opening::Opening;
use crate::transcript::words::form;

/// How records of sittings begin a line, or end it (behind "… "), in lower case; sorted.
const RECORDS: &str = include_str!("sittings.txt");
/// What is said from the chair of a sitting, in lower case; sorted.
const FLOORS: &str = include_str!("floors.txt");

/// The beginnings among them.
static RECORD: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .ascii_case_insensitive(true)
        .start_kind(StartKind::Anchored)
        .build(RECORDS.lines().filter(|record| !record.starts_with(END)))
        .expect("a short list of phrases builds")
});

/// What the endings among them begin with.
const END: &str = "… ";

static FLOOR: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .ascii_case_insensitive(true)
        .build(FLOORS.lines())
        .expect("a short list of phrases builds")
});

/// How many lines of a document may say that it records a sitting.
pub(crate) const REACH: usize = 240;

/// How many lines of a turn in the chair are heard.
const HEARD: usize = 4;

/// Longer lines are no line of a record, in bytes.
const LONGEST_LINE: usize = 160;

/// What a document says of the sitting that it records.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sitting {
    /// It records one.
    pub is_one: bool,
    /// The offices of those who preside, and their names, as the first page lists them.
    pub seats: Vec<Seat>,
}

/// An office of a sitting with who holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// The office as printed: `President`.
    pub office: String,
    /// The holder as printed: `Ms. Vane`.
    pub holder: String,
}

impl Sitting {
    /// Looks at the first lines of a document with these labels, and at what is said from a chair there. `recorded` tells that
    /// the house is known for keeping records of sittings.
    pub(crate) fn of<'a>(
        text: &str,
        lines: &[Line],
        labels: impl Iterator<Item = &'a Opening>,
        recorded: bool,
    ) -> Sitting {
        let near = &lines[..lines.len().min(REACH)];
        let mut sitting = Sitting {
            is_one: recorded || near.iter().any(|line| is_record(line.of(text))),
            seats: near.iter().filter_map(|line| seat(line.of(text))).collect(),
        };
        let mut labels = labels.peekable();
        while let Some(label) = labels.next() {
            if sitting.is_one || label.line >= near.len() {
                break;
            }
            let chair = label.form.office && label.form.names == 0;
            let next = labels.peek().map_or(near.len(), |next| next.line);
            let turn = label.line..next.min(label.line + HEARD).min(near.len());
            sitting.is_one = chair && near[turn].iter().any(|line| gives_floor(line.of(text)));
        }
        sitting
    }
}

/// How lines end that records of sittings print.
static RECORD_ENDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let ends = RECORDS.lines().filter_map(|line| line.strip_prefix(END));
    ends.collect()
});

/// Whether a line is one that records of sittings print.
pub(crate) fn is_record(words: &str) -> bool {
    if words.len() > LONGEST_LINE {
        return false;
    }
    let bare = words.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '*' | '_' | '.') || is_space(c)
    });
    let ends = |end: &str| {
        let at = bare.len().checked_sub(end.len());
        at.and_then(|at| bare.get(at..))
            .is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    RECORD.is_match(Input::new(bare).anchored(Anchored::Yes))
        || RECORD_ENDS.iter().any(|end| ends(end))
}

/// Whether a line has words that are said from a chair.
pub(crate) fn gives_floor(words: &str) -> bool {
    FLOOR.is_match(words)
}

/// The seat that a line of a list names: `President: Ms. Vane .......... (Ruritania)`, `Chair: Ms. Vane (Ruritania)`.
pub(crate) fn seat(words: &str) -> Option<Seat> {
    let (office, entry) = words.split_once(':')?;
    let leaders = leaders(entry);
    if office.len() > 60 || leaders.is_none() && !entry.contains('(') {
        return None;
    }
    let look = form(office);
    if !look.office || look.names > 0 || look.strange > 0 {
        return None;
    }
    let (holder, state) = match leaders {
        Some(at) => (&entry[..at], &entry[at..]),
        None => entry.split_at(entry.find('(')?),
    };
    let holder = holder.trim_matches(is_space);
    let look = form(holder);
    let ends = state.trim_end_matches(is_space).ends_with(')') || leaders.is_some();
    let named = look.names > 0 && look.strange == 0 && !look.number && !look.never;
    let addressed = holder
        .split(is_space)
        .next()
        .is_some_and(|word| LEXICON.titles.knows(word));
    (ends && named && addressed).then(|| Seat {
        office: office.to_owned(),
        holder: holder.to_owned(),
    })
}

/// Where the dots begin that lead from one column of a list to the next; nobody says them.
pub(crate) fn leaders(words: &str) -> Option<usize> {
    words.find(". . . .").or_else(|| {
        let at = words.find("....")?;
        // Speech breaks off "…." too; a list has more dots, or words behind them.
        let behind = words[at..].trim_start_matches('.');
        (words.len() - at - behind.len() > 5 || behind.starts_with([' ', '(']) && behind.len() > 1)
            .then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::{EmptyRoster, Transcript};

    #[test]
    fn the_lists_are_sorted_in_lower_case() {
        for list in [RECORDS, FLOORS] {
            assert!(list.lines().is_sorted());
            assert!(list.lines().all(|line| line == line.to_lowercase()));
        }
    }

    #[test]
    fn a_first_page_tells_who_presides() {
        let holder = |line| seat(line).map(|seat| seat.holder);
        for line in [
            "President: Ms. Vane ............. (Ruritania)",
            "President: Ms. Vane . . . . . . . (Ruritania)",
            "Chair: Ms. Vane (Ruritania)",
        ] {
            assert_eq!(holder(line).as_deref(), Some("Ms. Vane"), "{line}");
        }
        for line in [
            "President: Thank you (laughter).",
            "The President: I give the floor to Ms. Vane (Ruritania).",
            "Members: Lakeland ........ Mr. Krone",
            "President: Ms. Vane.",
        ] {
            assert_eq!(holder(line), None, "{line}");
        }
    }

    #[test]
    fn records_of_sittings_are_known_by_their_lines_and_chairs() {
        let is_one = |text: &str| Transcript::read(text, "", &EmptyRoster).sitting.is_one;
        for text in [
            "The meeting was called to order at noon.\n\nThe President: I welcome you all.\n\nMs. Vane: Thank you, I am glad.\n",
            "The President: I give the floor to Lakeland.\n\nMs. Vane: Thank you, I am glad.\n\nThe President: Thank you.\n",
            "Präsidentin Vane: Ich erteile Ihnen gern Auskunft.\n\nPräsident: Das Wort hat Frau Krone.\n\nKrone: Danke, wir sind froh.\n\nPräsident: Danke.\n",
        ] {
            assert!(is_one(text), "{text}");
        }
        for text in [
            "THE PRESIDENT:  Good day.\n\nQ    Is it so?\n\nTHE PRESIDENT:  It is.\n\nQ    Will you give the floor to Lakeland?\n",
            "Ada Vane: Please, I give the floor to the press.\n\nQuestion: Thank you.\n\nAda Vane: Well.\n",
        ] {
            assert!(!is_one(text), "{text}");
        }
    }
}
