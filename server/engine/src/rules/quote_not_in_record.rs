//! # QUO108 quote-not-in-record
//!
//! ## What it finds
//! A quotation of five words or more, ascribed to somebody who speaks in this document or in a record it is linked to, that
//! the turns do not have.
//!
//! The words are compared without case and punctuation; what is left out at “…” and put in within brackets is allowed for, and
//! so is a tenth of the characters, but never a figure or a “not”.
//! The finding says how the record goes, or who else said the words.
//!
//! A text is linked to a transcript by its sidecar: `talks.onrecord.toml` beside `talks.txt`, with `record = "other.txt"` (or
//! several in a list) in its table `[document]`.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A reader takes what stands in quotation marks for what was said.
//! How sure: every change is shown beside the record, so it can be judged at sight.
//! A speaker may have said the words elsewhere; then the finding tells that this record is not where they come from.
//!
//! ## Flagged
//! ```transcript
//! Ada Vane: I am very happy to see you here in Streslau. We will not sign the treaty before the harvest is in.
//!
//! Rudolf Elphberg: Thank you. Our council meets again on the first of May.
//!
//! Ada Vane: Let us begin then.
//!
//! End of the transcript.
//!
//! Vane said: “I am delighted to welcome all of you to our beautiful capital.”
//!            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-not-in-record
//!
//! “We will sign the treaty before the harvest is in,” Vane said.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-not-in-record
//!
//! Vane added: “Our council meets again on the first of May.”
//!             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quote-not-in-record
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: I am very happy to see you here in Streslau. We don't want to sign the treaty before the harvest is in.
//!
//! Rudolf Elphberg: Thank you. Our council meets again on the first of May.
//!
//! Ada Vane: Let us begin then.
//!
//! End of the transcript.
//!
//! Vane said: “I am very happy to see you here in Streslau.”
//!
//! “I am … happy to see you [in the capital],” Vane said. “We do not want to sign the treaty before the harvest is in.”
//!
//! Elphberg said: “Thank you. Our council meets again on the first of May.”
//!
//! The mayor of Zenda said: “Nobody has asked the town what it wants.”
//! ```
//!
//! ## What to do
//! Take the words of the record, or say where else they were said.

#[cfg(test)]
mod tests;
mod verdict;

use crate::reading::Quote;
use crate::record::{Paragraph, Record};
use crate::text::Span;
use crate::transcript::Zone;

use super::ascribed::{Cast, Meant, ascribed};
use super::rule::Check;
use super::spoken::{Answer, Quoted, Spoken, search};
use super::{Findings, Levels, Look, Rule, Seen, Severity};

use verdict::{Verdict, verdict};

pub(super) const RULE: Rule = Rule {
    code: "QUO108",
    name: "quote-not-in-record",
    levels: Levels::zones(Some(Severity::Warning), Some(Severity::Info), None),
    source: include_str!("quote_not_in_record.rs"),
    check: Check::Transcript(sees, check),
};

/// Shorter quotations may be anybody's.
const SHORTEST: usize = 5;

/// A quotation that can be held against the record.
struct Asked<'a> {
    paragraph: &'a Paragraph,
    /// With its marks (document bytes).
    span: Span,
    meant: Meant,
    /// Who speaks, by the record.
    name: &'a str,
}

fn sees(look: Look<'_>, seen: &mut Seen) {
    let reading = &look.said.reading;
    if look.paragraph.zone == Zone::Turn {
        seen.say(look.words);
        return;
    }
    let is_asked = |quote: &&Quote| (quote.n_words as usize) >= SHORTEST;
    let asked: Vec<&Quote> = reading.quotes.iter().filter(is_asked).collect();
    for quote in &asked {
        let sentences = &reading.sentences;
        let sentence = sentences.partition_point(|one| one.span.end() <= quote.span.start());
        seen.say((quote.inner.of(look.words), quote.attribution, sentence));
    }
    if !asked.is_empty() {
        seen.say(format!("{:?}", look.said.standings));
    }
    // A quotation may be ascribed by words of another paragraph of the passage: who is named as a source, and who at all.
    for attribution in &reading.attributions {
        let source = attribution.source.map(|source| source.of(look.words));
        let content = if asked.is_empty() {
            None
        } else {
            attribution.content
        };
        let inner = content.map(|content| (content.start(), content.end()));
        let mention = attribution.mention;
        seen.say((source, mention, inner));
        seen.say((attribution.sentence, attribution.within));
        seen.say(format!("{:?}", attribution.points_back));
    }
    look.mentions(seen, |_, resolved| resolved.person.is_some());
}

/// A record in which quotations are looked up, with who speaks there.
struct Origin<'a> {
    record: &'a Record,
    cast: Cast<'a>,
}

impl<'a> Origin<'a> {
    fn of(record: &'a Record) -> Self {
        Origin {
            record,
            cast: Cast::of(record),
        }
    }

    /// Where quotations of `content`, ascribed as `asked` tells, stand in the turns.
    fn search(&self, asked: &[Asked<'_>], quotes: &[Quoted], content: &str) -> Vec<Answer> {
        let transcript = self.record.transcript();
        let turns = transcript.turns.iter().map(|turn| {
            let passages = turn.passages.iter();
            passages.map(|passage| transcript.passages[*passage].body)
        });
        let spoken = Spoken::of(self.record.content(), turns);
        let is_own = |quote: usize, turn: usize| self.cast.speaks(&asked[quote].meant, turn);
        search(&spoken, quotes, content, is_own)
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let linked = record.linked().iter().map(|linked| Origin::of(linked));
    let origins: Vec<Origin<'_>> = std::iter::once(Origin::of(record)).chain(linked).collect();
    let mut asked = Vec::new();
    let mut quotes = Vec::new();
    for paragraph in record.paragraphs() {
        if matches!(paragraph.zone, Zone::Narrative | Zone::Block) {
            gather(record, paragraph, &origins, &mut asked, &mut quotes);
        }
    }
    if asked.is_empty() {
        return;
    }
    let content = record.content();
    let answers: Vec<Vec<Answer>> = origins
        .iter()
        .map(|origin| origin.search(&asked, &quotes, content))
        .collect();
    let linked: Vec<&str> = record.linked().iter().map(|linked| linked.name()).collect();
    for (nth, asked) in asked.iter().enumerate() {
        let Some((at, verdict)) = worst_of(answers.iter().map(|answers| &answers[nth])) else {
            continue;
        };
        let origin = &origins[at];
        let speaker = |turn: usize| origin.record.speakers()[turn].name.as_deref();
        let told = verdict::Told {
            quoted: content,
            said: origin.record.content(),
            file: (at > 0).then(|| origin.record.name()),
            linked: &linked,
        };
        let message = verdict.message(&told, asked.name, speaker);
        let zone = Some(asked.paragraph.zone);
        let Some(finding) = findings.add(zone, asked.span, message) else {
            continue;
        };
        // A place of another document cannot be shown beside one of this.
        if at == 0
            && let Some((place, why)) = verdict.place(asked.name)
        {
            finding.relate(place, why);
        }
        if let Verdict::Altered(found) = verdict {
            let edits = verdict::edits(told.said, found);
            finding.suggest("Replace by the words of the record", edits);
        }
    }
}

/// What is amiss with a quotation that was looked up in several records, and by which of them; `None` if one of them has it
/// as it is. What somebody else said counts before what the speaker said nearly.
fn worst_of<'a>(answers: impl Iterator<Item = &'a Answer>) -> Option<(usize, Verdict<'a>)> {
    let mut worst: Option<(usize, Verdict<'a>)> = None;
    for (at, answer) in answers.enumerate() {
        let found = verdict(answer)?;
        if worst.is_none_or(|(_, worst)| found.tells_more_than(worst)) {
            worst = Some((at, found));
        }
    }
    worst
}

/// The quotations of a paragraph whose source speaks somewhere in the document.
fn gather<'a>(
    record: &'a Record,
    paragraph: &'a Paragraph,
    origins: &[Origin<'a>],
    asked: &mut Vec<Asked<'a>>,
    quotes: &mut Vec<Quoted>,
) {
    let content = record.content();
    let base = paragraph.span.start;
    for quote in &paragraph.reading.quotes {
        if (quote.n_words as usize) < SHORTEST {
            continue;
        }
        let Some(source) = ascribed(record, paragraph, quote) else {
            continue;
        };
        let meant = Meant::by(&source, source.source.of(content));
        let mut speakers = origins.iter().filter_map(|origin| {
            let turn = origin.cast.first_turn(&meant)?;
            origin.record.speakers().get(turn)?.name.as_deref()
        });
        let Some(name) = speakers.next() else {
            continue;
        };
        let inner = quote.inner.place(base);
        let looked_up = Quoted::of(content, inner);
        if looked_up.n_words() < SHORTEST {
            continue;
        }
        quotes.push(looked_up);
        asked.push(Asked {
            paragraph,
            span: quote.span.place(base),
            meant,
            name,
        });
    }
}
