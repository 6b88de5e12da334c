//! What the splitting of a document asks of a paragraph or line: where all answers are the same, so is the outcome.

use std::cmp::Ordering;

use crate::transcript::assemble;
use crate::transcript::between::{is_heading, is_number};
use crate::transcript::chrome::{is_bare_chrome, is_chrome, is_recorded};
use crate::transcript::dateline::is_dateline;
use crate::transcript::furniture::{is_caption, is_clock, is_page_number};
use crate::transcript::paragraph::{ends_aside, opens_aside};
use crate::transcript::running::header_key;
use crate::transcript::sitting::{Seat, gives_floor, is_record, seat};
use crate::transcript::surroundings::ends_sentence;

/// Lengths, in bytes, at which a line or paragraph counts as something else; see the files that name them.
const LENGTHS: [usize; 5] = [40, 56, 60, 80, 120];
/// The same, where the length itself counts with the shorter ones.
const WITHIN: [usize; 3] = [100, 140, 160];
/// The same, for the first paragraphs of a document, which may be its title or tell its date.
const TOP_LENGTHS: [usize; 3] = [200, 220, 260];

/// What the splitting asks of a paragraph, or of a line.
#[derive(PartialEq, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer of its own"
)]
pub(crate) struct Looks<'a> {
    lengths: [Ordering; LENGTHS.len()],
    within: [bool; WITHIN.len()],
    first: Option<char>,
    /// The marks behind its last letter or digit.
    end: &'a str,
    ends_sentence: bool,
    has_letters: bool,
    has_lower_case: bool,
    has_colon: bool,
    has_stop: bool,
    aside: bool,
    chrome: (bool, bool),
    recorded: bool,
    dated: (bool, bool),
    sits: (bool, bool),
    seat: Option<Seat>,
    header: Option<String>,
    heading: (bool, bool),
    opens_aside: (bool, bool),
    page: (bool, bool),
}

impl<'a> Looks<'a> {
    /// Asks all of it.
    pub(crate) fn of(words: &'a str) -> Self {
        let last = words.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let is_short = words.len() <= 400;
        let joined = || words.split_whitespace().collect::<Vec<_>>().join(" ");
        Looks {
            lengths: LENGTHS.map(|length| words.len().cmp(&length)),
            within: WITHIN.map(|length| words.len() <= length),
            first: words.chars().next(),
            end: &words[last..],
            ends_sentence: ends_sentence(words),
            has_letters: words.contains(char::is_alphabetic),
            has_lower_case: words.contains(char::is_lowercase),
            has_colon: words.contains(": "),
            has_stop: words.contains(". "),
            aside: assemble::is_aside(words),
            chrome: (is_chrome(words), is_bare_chrome(words)),
            recorded: is_short && is_recorded(&joined()),
            dated: (is_dateline(words), is_clock(words)),
            sits: (is_record(words), gives_floor(words)),
            seat: seat(words),
            header: header_key(words),
            heading: (is_heading(words), is_number(words)),
            opens_aside: (opens_aside(words), ends_aside(words)),
            page: (is_caption(words), is_page_number(words)),
        }
    }
}

/// Whether the splitting sees no difference between a paragraph's words and others put in their place. `top` says whether
/// it may be looked at as a part of the document's head.
pub(crate) fn looks_alike(old: &str, new: &str, top: bool) -> bool {
    let length = |words: &str| TOP_LENGTHS.map(|length| words.len().cmp(&length));
    if top && length(old) != length(new) {
        return false;
    }
    // Before a colon any word may say that a statement follows.
    let hands_on = old.trim_end_matches(['*', '_']).ends_with([':', '：']);
    !hands_on && Looks::of(old) == Looks::of(new)
}
