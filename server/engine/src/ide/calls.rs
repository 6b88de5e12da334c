//! Reported speech as a hierarchy of calls: who quotes whom, and where.

use std::collections::BTreeMap;

use crate::record::{Paragraph, Record};
use crate::registry::Registry;
use crate::text::Span;
use crate::transcript::Voice;

use super::references::Target;

/// Who talks where somebody is quoted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Caller {
    /// A speaker.
    Target(Target),
    /// The outlet itself, or whoever issued a statement, by the words that name them.
    Text(String),
}

/// Before the words of a [`Caller::Text`] in its key.
const TEXT: &str = "text:";

impl Caller {
    /// Words that mean the same caller in every document; see [`Target::key`].
    pub fn key(&self, registry: &Registry) -> String {
        match self {
            Caller::Target(target) => target.key(registry),
            Caller::Text(words) => format!("{TEXT}{words}"),
        }
    }

    /// The caller a key means.
    pub fn of_key(key: &str, registry: &Registry) -> Option<Caller> {
        match Caller::words_of_key(key) {
            Some(words) => Some(Caller::Text(words.to_owned())),
            None => Target::of_key(key, registry).map(Caller::Target),
        }
    }

    /// The words of a [`Caller::Text`] from its key.
    pub fn words_of_key(key: &str) -> Option<&str> {
        key.strip_prefix(TEXT)
    }
}

/// Who quotes or is quoted, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// The other one.
    pub who: Caller,
    /// The words that report, in text order (document bytes).
    pub places: Vec<Span>,
}

/// Everybody who quotes somebody in this document: who tells, who is quoted, and by which words; in the order of their first
/// report.
pub fn all(record: &Record) -> Vec<(Caller, Target, Vec<Span>)> {
    let mut pairs: BTreeMap<(Caller, Target), usize> = BTreeMap::new();
    let mut all: Vec<(Caller, Target, Vec<Span>)> = Vec::new();
    for (caller, quoted, place) in reports(record) {
        if caller == Caller::Target(quoted.clone()) {
            continue;
        }
        let at = *pairs
            .entry((caller.clone(), quoted.clone()))
            .or_insert(all.len());
        if at == all.len() {
            all.push((caller, quoted, Vec::new()));
        }
        all[at].2.push(place);
    }
    all
}

/// Who quotes `who` in this document, in the order of their first report.
pub fn incoming(record: &Record, who: &Target) -> Vec<Call> {
    let of_who = all(record).into_iter().filter(|(_, to, _)| to == who);
    of_who
        .map(|(who, _, places)| Call { who, places })
        .collect()
}

/// Whom `who` quotes in this document, in the order of the first report.
pub fn outgoing(record: &Record, who: &Caller) -> Vec<Call> {
    let by_who = all(record).into_iter().filter(|(from, ..)| from == who);
    let call = |(_, to, places)| Call {
        who: Caller::Target(to),
        places,
    };
    by_who.map(call).collect()
}

/// Every report with a source it is known who, in text order: who tells it, who is told of, and the reporting words.
fn reports(record: &Record) -> Vec<(Caller, Target, Span)> {
    let mut reports = Vec::new();
    for paragraph in record.paragraphs() {
        let Some(caller) = voice(record, paragraph) else {
            continue;
        };
        for attribution in &paragraph.reading.attributions {
            let Some(resolved) = attribution
                .mention
                .and_then(|at| paragraph.resolved.get(at.at()))
            else {
                continue;
            };
            let quoted = match (resolved.person, resolved.post) {
                (Some(person), _) => Target::Person(person),
                (None, Some(post)) => Target::Post(post),
                (None, None) => continue,
            };
            let Some(words) = attribution.cue.or(attribution.source) else {
                continue;
            };
            reports.push((caller.clone(), quoted, words.place(paragraph.span.start)));
        }
    }
    reports
}

/// Who talks in a paragraph.
fn voice(record: &Record, paragraph: &Paragraph) -> Option<Caller> {
    match &record.transcript().passages[paragraph.passage].voice {
        Voice::Speaker(turn) => Some(Target::of_speaker(record, *turn).map_or_else(
            || {
                let label = record.transcript().turns[*turn].label.span;
                Caller::Text(label.of(record.content()).to_owned())
            },
            Caller::Target,
        )),
        Voice::Issuer(issuer) => {
            let words = issuer.span.of(record.content()).split_whitespace();
            Some(Caller::Text(words.collect::<Vec<_>>().join(" ")))
        }
        Voice::Narrator => Some(Caller::Text("narrative".to_owned())),
        Voice::None(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::references::target;
    use crate::ide::tests::record;

    const TALKS: &str = "Sergey Lavrov said that it was late.\n\n\
        Ada Vane: Sergey Lavrov told us that the road was open.\n\n\
        Cy Dorn: Sergey Lavrov said so. Sergey Lavrov added that it rained. Vladimir Putin said no.\n\n\
        Ada Vane: Thank you.\n\nSergey Lavrov: I said so.\n";

    fn told(record: &Record, calls: &[Call]) -> Vec<String> {
        let name = |who: &Caller| match who {
            Caller::Target(who) => who.name(record.registry()),
            Caller::Text(words) => words.clone(),
        };
        calls
            .iter()
            .map(|call| format!("{} ×{}", name(&call.who), call.places.len()))
            .collect()
    }

    #[test]
    fn who_is_quoted_by_whom_and_how_often() {
        let record = record(TALKS);
        let (lavrov, _) = target(&record, 3).expect("he is named first");
        assert_eq!(
            told(&record, &incoming(&record, &lavrov)),
            ["narrative ×1", "Ada Vane ×1", "Cy Dorn ×2"]
        );
        let dorn = Caller::Target(Target::Speaker("Cy Dorn".to_owned()));
        assert_eq!(
            told(&record, &outgoing(&record, &dorn)),
            ["Sergey Lavrov ×2", "Vladimir Putin ×1"]
        );
        let nobody = Caller::Target(Target::Speaker("Nobody".to_owned()));
        assert_eq!(outgoing(&record, &nobody), []);
    }
}
