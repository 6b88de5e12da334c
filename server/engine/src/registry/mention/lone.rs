//! Offices that stand without a name: "the Russian foreign minister", "the Kremlin's press secretary".

use std::collections::HashMap;
use std::sync::LazyLock;
use thin_vec::ThinVec;

use crate::registry::hash;
use crate::registry::lexicon::{PAIRING, ROLES, code_text, kind, lines};
use crate::registry::office::Office;
use crate::registry::{Mention, NameForm, Qualifier, Registry};
use crate::text::LocalSpan;

use super::finder::Finder;

impl Finder<'_> {
    /// Offices without a name, where the text says whose they are.
    pub(super) fn lone_offices(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (office, _) in self
            .offices
            .iter()
            .zip(&self.taken)
            .filter(|(_, taken)| !**taken)
        {
            let Some(state) = office.state else {
                mentions.extend(self.stateless(office));
                continue;
            };
            let is_counterpart = office.head == kind("counterpart");
            let posts = self.registry.offices().of_state(office, state);
            if posts.is_empty() && !is_counterpart && (office.open || !speaks_for_itself(office)) {
                continue;
            }
            let span = self.tokens.span(office.from, office.to);
            mentions.push(Mention {
                span,
                name: None,
                title: Some(span),
                form: if office.organization {
                    NameForm::Organization
                } else {
                    NameForm::Office
                },
                people: ThinVec::new(),
                posts: posts.into(),
                state: Some(code_text(state)),
                qualifier: if is_counterpart {
                    Some(Qualifier::Counterpart)
                } else {
                    qualifier_of(office)
                },
            });
        }
        mentions.extend(self.pairs());
        mentions
    }

    /// "the foreign minister": an office of no named state, whose the document has to tell. Only with "the" before it and
    /// nothing after it that would make another office of it.
    fn stateless(&self, office: &Office) -> Option<Mention> {
        let tokens = self.tokens;
        let is_of_states = STATELY.iter().any(|&(head, with_topic)| {
            kind(head) == office.head && (!with_topic || !office.topics.is_empty())
        });
        let before = office.from.checked_sub(1)?;
        let stands_alone = tokens.adjacent(before) && tokens.folded(before) == "the";
        let goes_on = tokens.adjacent(office.to)
            && (tokens.list[office.to + 1].capital
                || matches!(tokens.folded(office.to + 1), "of" | "for"));
        if !is_of_states || !stands_alone || goes_on || office.organization || office.open {
            return None;
        }
        Some(office_mention(
            tokens.span(office.from, office.to),
            qualifier_of(office),
        ))
    }

    /// "the two presidents", "both foreign ministers".
    fn pairs(&self) -> Vec<Mention> {
        let tokens = self.tokens;
        let mut mentions = Vec::new();
        let pairing = PAIRING.map(|word| hash::of(word.as_bytes()));
        for at in 0..tokens.len() {
            if !pairing.contains(&tokens.list[at].hash) {
                continue;
            }
            let last = (at + 1..tokens.len().min(at + 4))
                .take_while(|&to| tokens.adjacent(to - 1))
                .filter(|&to| one_of(tokens.span(at + 1, to).of(tokens.text)).is_some())
                .last();
            if let Some(last) = last {
                let pair = office_mention(tokens.span(at, last), Some(Qualifier::Pair));
                mentions.push(pair);
            }
        }
        mentions
    }
}

impl Registry {
    /// The offices that two people share by the words of a [`Qualifier::Pair`]: "president" for "two presidents".
    pub fn one_of_pair(words: &str) -> Vec<&'static str> {
        let plural = words.split_once(char::is_whitespace);
        let offices = plural.and_then(|(_, plural)| one_of(plural));
        offices.map_or_else(Vec::new, |offices| offices.split('|').collect())
    }
}

/// The offices a plural names, parted by `|`.
fn one_of(plural: &str) -> Option<&'static str> {
    PAIRS.get(plural.to_lowercase().as_str()).copied()
}

/// Plurals of offices, with the offices they can be.
static PAIRS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = lines(ROLES);
    let pairs = lines.filter_map(|line| line.strip_prefix("pair\t")?.split_once('\t'));
    let one_by_one = pairs.flat_map(|(offices, plurals)| {
        let plurals = plurals.split('|');
        plurals.map(move |plural| (plural, offices))
    });
    one_by_one.collect()
});

/// Kinds of office that belong to a state even where no state is named, and whether only with a subject.
const STATELY: &[(&str, bool)] = &[
    ("ambassador", false),
    ("chancellor", false),
    ("minister", true),
    ("monarch", false),
    ("pm", false),
    ("president", false),
    ("secretary", true),
    ("vice-president", false),
];

fn qualifier_of(office: &Office) -> Option<Qualifier> {
    office
        .qualifier
        .or(office.deputy.then_some(Qualifier::Deputy))
}

fn office_mention(span: LocalSpan, qualifier: Option<Qualifier>) -> Mention {
    Mention {
        span,
        name: None,
        title: Some(span),
        form: NameForm::Office,
        people: ThinVec::new(),
        posts: ThinVec::new(),
        state: None,
        qualifier,
    }
}

/// Whether an office with a state is one even where the register has no such post.
fn speaks_for_itself(office: &Office) -> bool {
    let alone = [
        "president",
        "pm",
        "chancellor",
        "monarch",
        "ambassador",
        "spokesman",
        "vice-president",
    ]
    .map(kind);
    let of_subject = ["minister", "secretary"].map(kind).contains(&office.head);
    alone.contains(&office.head) || (of_subject && !office.topics.is_empty())
}
