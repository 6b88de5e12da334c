//! # SPK003 label-variant
//!
//! ## What it finds
//! One person under several forms of label; once for each form, where it first stands.
//!
//! ## Why it matters
//! A search for one form misses what was said under the other.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! President Bashar al-Assad:
//! Thank you for the words of welcome.
//!
//! President Putin:
//! ^^^^^^^^^^^^^^^ label-variant
//! Let us begin, then.
//!
//! President al-Assad:
//! ^^^^^^^^^^^^^^^^^^ label-variant
//! I agree.
//! ```
//!
//! ```transcript
//! 15 March 2023
//!
//! SECRETARY VANE: I welcome the guests who have come such a long way to be with us.
//!
//! MR. BERG: Thank you for the words of welcome.
//!
//! SECREATRY VANE: Let us begin, then.
//! ^^^^^^^^^^^^^^ label-variant
//!
//! MR. BERG: I agree.
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! President of Lakeland Anna Berg: I welcome the guests who have come such a long way to be with us.
//!
//! Otto Kern: Thank you for the words of welcome.
//!
//! Anna Berg: Let us begin, then.
//!
//! Otto Kern: I agree.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Maria Vane (AMV): I welcome the guests who have come such a long way to be with us.
//!
//! Otto Kern (OK): Thank you for the words of welcome.
//!
//! AMV: Let us begin, then.
//!
//! OK: I agree.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! President Bashar al-Assad:
//! Thank you for the words of welcome.
//!
//! President Vladimir Putin:
//! Let us begin, then.
//! ```
//!
//! ## What to do
//! Write every label of a person in one form.

use foldhash::{HashMap, HashMapExt};

use crate::record::Record;
use crate::registry::PersonId;
use crate::transcript::Zone;

use super::labels::{self, LabelForm, name_words};
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK003",
    name: "label-variant",
    levels: Levels::all(Severity::Hint),
    source: include_str!("label_variant.rs"),
    check: Check::Turns(check),
};

/// As many speakers named in full once and in short ever after make that the document's convention.
const CONVENTION: usize = 3;

fn check(record: &Record, findings: &mut Findings<'_>) {
    let forms = labels::forms(record);
    let mut places: HashMap<Who, usize> = HashMap::new();
    let mut groups: Vec<Vec<&LabelForm<'_>>> = Vec::new();
    for form in forms.iter().filter(|form| !form.speaker.anonymous) {
        let at = *places.entry(who(form)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(form);
    }
    groups.retain(|group| group.len() > 1);
    let follows = |group: &Vec<&LabelForm<'_>>| {
        let spelt = group.iter().filter(|form| form.speaker.corrected.is_none());
        spelt.count() == 2
            && group[0].turns.len() == 1
            && group[0].words.len() > group[1].words.len()
    };
    let n_full_first = groups.iter().filter(|group| follows(group)).count();
    let is_convention = n_full_first >= CONVENTION && n_full_first == groups.len();
    for group in &groups {
        // The form most used; among equals the first. A form with a slip in it is never the one to follow.
        let spelt = || group.iter().filter(|form| form.speaker.corrected.is_none());
        let Some(usual) = spelt().rev().max_by_key(|form| form.turns.len()) else {
            continue;
        };
        for form in group {
            let declared = || {
                let short = format!("({})", form.words);
                group.iter().any(|other| other.words.contains(&short))
                    || form.words.contains(&format!("({})", usual.words))
            };
            let slip = form.speaker.corrected.is_some();
            // Blanks of another kind or number make no other form.
            let differs = !form
                .words
                .split_whitespace()
                .eq(usual.words.split_whitespace());
            let introduces = || introduces(form, usual) || introduces(usual, form);
            if differs && (slip || !is_convention && !declared() && !introduces()) {
                report(form, usual, findings);
            }
        }
    }
    // A slip in a label whose right form stands nowhere.
    for form in &forms {
        let alone = form.speaker.corrected.as_ref().filter(|right| {
            let same = |other: &LabelForm<'_>| {
                other.speaker.corrected.is_none() && who(other) == who(form)
            };
            right.as_str() != form.words && !forms.iter().any(same)
        });
        if let Some(right) = alone {
            let message = format!("“{}” is nearly “{right}”.", form.words);
            if let Some(finding) = findings.add(Some(Zone::Turn), form.turns[0].label.span, message)
            {
                finding.suggest(format!("Write “{right}”"), rewrite(form, right));
            }
        }
    }
}

/// Whether a speaker is introduced with the office once, and called by the same full name ever after:
/// `President of Lakeland Anna Berg`, then `Anna Berg`.
fn introduces(long: &LabelForm<'_>, short: &LabelForm<'_>) -> bool {
    let words = |form: &LabelForm<'_>| -> Vec<String> {
        form.words.split_whitespace().map(str::to_owned).collect()
    };
    let (all, name) = (words(long), words(short));
    let first = |form: &LabelForm<'_>| form.turns[0].label.span.start;
    name.len() > 1
        && all.len() > name.len()
        && all.ends_with(&name)
        && long.turns.len() == 1
        && first(long) < first(short)
}

fn report(form: &LabelForm<'_>, usual: &LabelForm<'_>, findings: &mut Findings<'_>) {
    let message = format!("“{}” speaks as “{}” elsewhere.", form.words, usual.words);
    let span = form.turns[0].label.span;
    if let Some(finding) = findings.add(Some(Zone::Turn), span, message) {
        finding.relate(usual.turns[0].label.span, "the other form");
        let title = format!("Write “{}” everywhere", usual.words);
        finding.suggest(title, rewrite(form, usual.words));
    }
}

/// The form's labels, all written as `words`.
fn rewrite(form: &LabelForm<'_>, words: &str) -> Vec<Edit> {
    let labels = form.turns.iter().map(|turn| turn.label.span);
    labels.map(|label| Edit::replace(label, words)).collect()
}

/// Whom a label means: somebody known, or a name by its words, slips put right.
#[derive(PartialEq, Eq, Hash)]
enum Who {
    Known(PersonId),
    Named(Vec<String>),
}

fn who(form: &LabelForm<'_>) -> Who {
    match (form.speaker.person, &form.speaker.corrected) {
        (Some(person), _) => Who::Known(person),
        (None, Some(right)) => Who::Named(name_words(right)),
        (None, None) => Who::Named(name_words(form.words)),
    }
}
