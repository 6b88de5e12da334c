//! The outline: passages and turns as a tree.
//!
//! A run of turns becomes one part with the turns beneath it, unless the document is nothing but turns.
//! Headings name the part that follows them; other furniture is left out, being nothing one would go to.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Issuer, Voice};

/// A line of the outline.
#[derive(Clone, PartialEq, Debug)]
pub struct OutlineItem {
    /// What is shown: a turn's label, a block's issuer, a section's heading or first words. Never empty.
    pub name: String,
    /// Speaker and word count, or what the part is.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it (document bytes).
    pub span: Span,
    /// The words that name it, inside `span`.
    pub name_span: Span,
    /// Parts of it, inside `span`, in text order.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutlineKind {
    /// A run of turns.
    Transcript,
    /// A speaker's turn.
    Turn,
    /// A reproduced statement.
    Block,
    /// The outlet's own text.
    Narrative,
}

/// How much of a section's first line is shown as its name, in characters.
const NAME_LENGTH: usize = 60;

/// The outline, in text order.
pub fn outline(record: &Record) -> Vec<OutlineItem> {
    let mut outline = Outline {
        record,
        items: Vec::new(),
        turns: Vec::new(),
        n_block_words: 0,
        heading: None,
    };
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        match &passage.voice {
            Voice::Speaker(turn) => outline.turn(*turn),
            Voice::Issuer(issuer) => outline.block(at, issuer),
            Voice::Narrator => outline.narrative(at),
            Voice::None(FurnitureKind::Heading) => outline.heading = Some(passage.span),
            Voice::None(_) => {}
        }
    }
    outline.finish()
}

/// The outline while it grows.
struct Outline<'a> {
    record: &'a Record,
    items: Vec<OutlineItem>,
    /// The turns of the run that is open.
    turns: Vec<OutlineItem>,
    /// The words of the statement added last.
    n_block_words: u32,
    /// The heading seen last, if nothing has followed it yet.
    heading: Option<Span>,
}

impl Outline<'_> {
    fn turn(&mut self, number: usize) {
        self.heading = None;
        let transcript = self.record.transcript();
        let turn = &transcript.turns[number];
        // A turn that goes on after a stage direction comes by once for each of its passages.
        if self
            .turns
            .last()
            .is_some_and(|last| last.name_span == turn.label.span)
        {
            return;
        }
        let end = turn
            .speech
            .map_or(turn.label.marked.end, |speech| speech.end);
        let n_words: u32 = turn
            .passages
            .iter()
            .map(|passage| self.n_words(*passage))
            .sum();
        let label = one_line(turn.label.span.of(self.record.content()));
        let speaker = self.record.speakers().get(number);
        let speaker = speaker
            .and_then(|speaker| speaker.name.as_deref())
            .filter(|name| *name != label);
        let words = if turn.speech.is_none() {
            "empty".to_owned()
        } else {
            words(n_words)
        };
        self.turns.push(OutlineItem {
            name: label,
            detail: speaker.map_or_else(|| words.clone(), |speaker| format!("{speaker} · {words}")),
            kind: OutlineKind::Turn,
            span: Span::new(turn.label.marked.start, end.max(turn.label.marked.end)),
            name_span: turn.label.span,
            children: Vec::new(),
        });
    }

    fn block(&mut self, passage: usize, issuer: &Issuer) {
        self.close_run();
        let heading = self.heading.take();
        let name = one_line(issuer.span.of(self.record.content()));
        // A statement interrupted by captions is one statement.
        let span = self.trimmed(passage);
        let n_words = self.n_words(passage);
        if let Some(last) = self.items.last_mut()
            && last.kind == OutlineKind::Block
            && last.name == name
            && heading.is_none()
        {
            last.span.end = span.end;
            self.n_block_words += n_words;
            last.detail = format!("statement · {}", words(self.n_block_words));
            return;
        }
        // The sentence that introduces a statement and nothing else is the statement's own head.
        let introduction = self
            .items
            .pop_if(|last| {
                last.kind == OutlineKind::Narrative
                    && last.name_span == last.span
                    && last.span.covers(issuer.span)
            })
            .map(|item| item.span);
        let name_span = introduction.unwrap_or_else(|| Span::new(span.start, self.line_end(span)));
        self.n_block_words = n_words;
        self.items.push(OutlineItem {
            name,
            detail: format!("statement · {}", words(n_words)),
            kind: OutlineKind::Block,
            span: Span::new(name_span.start, span.end),
            name_span,
            children: Vec::new(),
        });
    }

    fn narrative(&mut self, passage: usize) {
        let span = self.trimmed(passage);
        if span.is_empty() {
            return;
        }
        self.close_run();
        let heading = self.heading.take();
        let heading = heading.map(|heading| trim(self.record.content(), heading));
        let name_span = heading.unwrap_or_else(|| Span::new(span.start, self.line_end(span)));
        self.items.push(OutlineItem {
            name: shortened(&one_line(name_span.of(self.record.content()))),
            detail: format!("narrative · {}", words(self.n_words(passage))),
            kind: OutlineKind::Narrative,
            span: Span::new(name_span.start.min(span.start), span.end),
            name_span,
            children: Vec::new(),
        });
    }

    /// Ends the run of turns, if one is open, and makes one part of it.
    fn close_run(&mut self) {
        let turns = std::mem::take(&mut self.turns);
        let (Some(first), Some(last)) = (turns.first(), turns.last()) else {
            return;
        };
        let n_turns = turns.len();
        self.items.push(OutlineItem {
            name: "Transcript".to_owned(),
            detail: format!("{n_turns} {}", if n_turns == 1 { "turn" } else { "turns" }),
            kind: OutlineKind::Transcript,
            span: Span::new(first.span.start, last.span.end),
            name_span: first.name_span,
            children: turns,
        });
    }

    fn finish(mut self) -> Vec<OutlineItem> {
        if self.items.is_empty() {
            return self.turns;
        }
        self.close_run();
        self.items
    }

    fn n_words(&self, passage: usize) -> u32 {
        let paragraphs = self.record.paragraphs();
        let first = paragraphs.partition_point(|paragraph| paragraph.passage < passage);
        paragraphs[first..]
            .iter()
            .take_while(|paragraph| paragraph.passage == passage)
            .flat_map(|paragraph| &paragraph.reading.sentences)
            .map(|sentence| sentence.n_words)
            .sum()
    }

    fn trimmed(&self, passage: usize) -> Span {
        trim(
            self.record.content(),
            self.record.transcript().passages[passage].span,
        )
    }

    fn line_end(&self, span: Span) -> usize {
        let words = span.of(self.record.content());
        span.start + words.find(['\n', '\r']).unwrap_or(words.len())
    }
}

/// The span without the white space at both ends.
pub(super) fn trim(content: &str, span: Span) -> Span {
    let words = span.of(content);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

fn one_line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        "…".to_owned()
    } else {
        line
    }
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(NAME_LENGTH) {
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &line[..cut])
        }
        None => line.to_owned(),
    }
}

fn words(n_words: u32) -> String {
    format!("{n_words} {}", if n_words == 1 { "word" } else { "words" })
}
