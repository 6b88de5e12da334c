//! # QUO108 quote-not-in-record
//!
//! ## What it finds
//! A quotation of five words or more, ascribed to somebody who speaks in this document, that the turns do not have.
//!
//! The words are compared without case and punctuation; what is left out at “…” and put in within brackets is allowed for, and
//! so is a tenth of the characters, but never a figure or a “not”.
//! The finding says how the record goes, or who else said the words.
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

mod verdict;

use crate::reading::Quote;
use crate::record::{Paragraph, Record};
use crate::text::Span;
use crate::transcript::Zone;

use super::ascribed::{Cast, Meant, ascribed};
use super::rule::Check;
use super::spoken::{Quoted, Spoken, search};
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
        let sentence = sentences.partition_point(|one| one.span.end <= quote.span.start);
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
        let inner = content.map(|content| (content.start, content.end));
        let mention = attribution.mention;
        seen.say((source, mention, inner));
        seen.say((attribution.sentence, attribution.within));
        seen.say(format!("{:?}", attribution.points_back));
    }
    look.mentions(seen, |_, resolved| resolved.person.is_some());
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let cast = Cast::of(record);
    let mut asked = Vec::new();
    let mut quotes = Vec::new();
    for paragraph in record.paragraphs() {
        if matches!(paragraph.zone, Zone::Narrative | Zone::Block) {
            gather(record, paragraph, &cast, &mut asked, &mut quotes);
        }
    }
    if asked.is_empty() {
        return;
    }
    let content = record.content();
    let transcript = record.transcript();
    let turns = transcript.turns.iter().map(|turn| {
        let passages = turn.passages.iter();
        passages.map(|passage| transcript.passages[*passage].body)
    });
    let spoken = Spoken::of(content, turns);
    let is_own = |quote: usize, turn: usize| cast.speaks(&asked[quote].meant, turn);
    let answers = search(&spoken, &quotes, content, is_own);
    for (asked, answer) in asked.iter().zip(answers) {
        let Some(verdict) = verdict(&answer) else {
            continue;
        };
        let speaker = |turn: usize| record.speakers()[turn].name.as_deref();
        let message = verdict.message(content, asked.name, speaker);
        let zone = Some(asked.paragraph.zone);
        let Some(finding) = findings.add(zone, asked.span, message) else {
            continue;
        };
        if let Some((place, why)) = verdict.place(asked.name) {
            finding.relate(place, why);
        }
        if let Verdict::Altered(found) = verdict {
            let edits = verdict::edits(content, found);
            finding.suggest("Replace by the words of the record", edits);
        }
    }
}

/// The quotations of a paragraph whose source speaks somewhere in the document.
fn gather<'a>(
    record: &'a Record,
    paragraph: &'a Paragraph,
    cast: &Cast<'_>,
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
        let first = cast
            .first_turn(&meant)
            .and_then(|turn| record.speakers().get(turn));
        let Some(name) = first.and_then(|speaker| speaker.name.as_deref()) else {
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
