//! Hover: who is that, what were they on the document's date, and on whose word does this stand?
//!
//! One card at most three parts long: the findings at the place, the person or office under the cursor, and, where a
//! sentence is a claim or a report, who vouches for it.

use std::fmt::Write;

use crate::record::Record;
use crate::registry::NameForm;
use crate::rules::Finding;
use crate::text::Span;

mod heading;

use super::card;
use super::meant;
use super::plain;
use super::vouching::{is_about, sentence_part};

/// A hover card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The words it is about (document bytes).
    pub span: Span,
    /// Markdown.
    pub markdown: String,
}

impl Hover {
    /// The card without marks of Markdown, for clients that show text as it comes.
    pub fn plain_text(&self) -> String {
        plain::text(&self.markdown)
    }
}

/// The card for the byte at `offset`; `findings` are those of the record.
pub fn hover(record: &Record, findings: &[Finding], offset: usize) -> Option<Hover> {
    let mut parts = Vec::new();
    let mut span = None;
    let mut sentence = None;
    if let Some((label, markdown)) = label_part(record, offset) {
        span = Some(label);
        parts.push(markdown);
    } else if let Some((mention, markdown)) = mention_part(record, offset) {
        span = Some(mention);
        parts.push(markdown);
    } else if let Some((name, markdown)) = heading::part(record, offset) {
        span = Some(name);
        parts.push(markdown);
    } else if let Some((moment, markdown)) = moment_part(record, offset) {
        span = Some(moment);
        parts.push(markdown);
    }
    if let Some(paragraph) = record.paragraph_at(offset)
        && let Some((whole, markdown)) = sentence_part(record, paragraph, findings, offset)
    {
        span.get_or_insert(whole);
        sentence = Some(whole);
        parts.push(markdown);
    }
    for finding in findings
        .iter()
        .filter(|finding| finding.span.holds_cursor(offset) || is_about(finding, sentence))
    {
        span.get_or_insert(finding.span);
        parts.push(format!(
            "_{}, {}_  \n{}",
            finding.code,
            finding.severity.name(),
            finding.message
        ));
    }
    Some(Hover {
        span: span?,
        markdown: parts.join("\n\n---\n\n"),
    })
}

/// The speaker under the cursor and why the line is a label.
fn label_part(record: &Record, offset: usize) -> Option<(Span, String)> {
    let turns = &record.transcript().turns;
    let at = turns
        .partition_point(|turn| turn.label.marked.start <= offset)
        .checked_sub(1)?;
    let turn = turns
        .get(at)
        .filter(|turn| turn.label.marked.holds_cursor(offset))?;
    let speaker = record.speakers().get(at)?;
    let mut markdown = match (speaker.person, &speaker.name) {
        (Some(person), _) => {
            let mut markdown =
                card::person_card(record.registry(), person, record.date(), speaker.post);
            markdown.push_str(&meant::held_line(record, speaker.post, speaker.held));
            markdown
        }
        (None, Some(name)) if !speaker.anonymous => {
            format!("**{name}**\n\nThe register does not know who this is.\n")
        }
        _ => "A speaker whose name is not given.\n".to_owned(),
    };
    if let Some(aside) = &speaker.aside {
        _ = write!(markdown, "\nPerhaps **{}**: {}  ", aside.name, aside.why);
    }
    let words = turn.label.span.of(record.content());
    let name = record.registry().label(words).and_then(|label| label.name);
    let name = name.map_or("", |name| name.of(words));
    meant::why(record, speaker.person, name, speaker.why, &mut markdown);
    meant::spellings(record, speaker.person, name, &mut markdown);
    meant::candidates(record, &speaker.candidates, speaker.person, &mut markdown);
    let evidence: Vec<String> = turn.evidence.iter().map(ToString::to_string).collect();
    if !evidence.is_empty() {
        _ = write!(
            markdown,
            "\nTaken for a speaker label by: {}",
            evidence.join(", ")
        );
        if let Some(convention) = &record.transcript().convention {
            _ = write!(markdown, "  \nLabels here are {convention}.");
        }
    }
    // On the mark behind the label, the words it is about hold the cursor too.
    let label = &turn.label;
    let is_within = label.span.holds_cursor(offset);
    Some((if is_within { label.span } else { label.marked }, markdown))
}

/// The person or office under the cursor.
fn mention_part(record: &Record, offset: usize) -> Option<(Span, String)> {
    let paragraph = record.paragraph_at(offset)?;
    let at = paragraph.reading.mentions.iter().position(|mention| {
        mention
            .span
            .place(paragraph.span.start)
            .holds_cursor(offset)
    })?;
    let mention = &paragraph.reading.mentions[at];
    let resolved = paragraph.resolved.get(at)?;
    let registry = record.registry();
    let is_office = matches!(mention.form, NameForm::Office | NameForm::Organization);
    let mut markdown = match (resolved.person, resolved.post) {
        (Some(person), post) if !is_office => {
            let mut markdown = card::person_card(registry, person, record.date(), post);
            markdown.push_str(&meant::held_line(record, post, resolved.held));
            markdown
        }
        (_, Some(post)) => card::post_card(registry, post, record.date()),
        (Some(person), None) => card::person_card(registry, person, record.date(), None),
        (None, None) if mention.form == NameForm::Unknown => {
            "The register does not know who this is, though it knows others of this family name.\n"
                .to_owned()
        }
        (None, None) if resolved.candidates.is_empty() => return None,
        (None, None) if is_office && resolved.why.is_empty() => {
            "The document names more than one who held such an office.\n".to_owned()
        }
        (None, None) if is_office => "An office of several people of this document.\n".to_owned(),
        (None, None) => "The register knows more than one person of this name.\n".to_owned(),
    };
    let name = mention.name.map_or("", |name| {
        name.place(paragraph.span.start).of(record.content())
    });
    meant::why(record, resolved.person, name, resolved.why, &mut markdown);
    if !is_office {
        meant::spellings(record, resolved.person, name, &mut markdown);
    }
    // The card of an office tells its holders; a name has to tell whom else it could mean.
    if !is_office || resolved.post.is_none() {
        meant::candidates(record, &resolved.candidates, resolved.person, &mut markdown);
    }
    Some((mention.span.place(paragraph.span.start), markdown))
}

/// The day or days that a time told from the document's date means.
fn moment_part(record: &Record, offset: usize) -> Option<(Span, String)> {
    // Most paragraphs have none; only where one does is it looked for with its days.
    let here = record.paragraph_at(offset)?;
    here.reading.moments.first()?;
    let at = record
        .moments()
        .find(|moment| moment.span.holds_cursor(offset))?;
    let markdown = match (at.period, record.date()) {
        (Some(period), Some(_)) if at.moment.beside.is_some() => {
            format!("**{}**, as the date beside it says\n", period.words())
        }
        (Some(period), Some(date)) => {
            let words = period.words();
            format!(
                "**{words}**, told from the document’s date, {}\n",
                date.words()
            )
        }
        (Some(period), None) => format!("**{}**, as the date beside it says\n", period.words()),
        (None, Some(date)) => format!(
            "Which day is meant cannot be told: the document’s date, {}, is too coarse.\n",
            date.words()
        ),
        (None, None) => "Which day is meant cannot be told: the document has no date.\n".to_owned(),
    };
    Some((at.span, markdown))
}
