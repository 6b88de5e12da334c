//! The outline of a document as it goes over the wire, kept over edits.
//!
//! An editor asks for the outline after every pause. Most of its lines say the same as before and stand where they stood,
//! so they are kept as they were written. Which parts there are is found anew each time ([`parts()`]); a line is used again
//! only for a part of the same kind at the same place, and only if the edit touched neither its lines nor what it counts.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use onrecord_engine::ide::outline::{Part, parts};
use onrecord_engine::record::{Kept, KeptParagraphs, Record};
use onrecord_engine::text::{Change, Span, Text};
use serde::Serialize;
use tower_lsp::lsp_types::{self, SymbolKind};

use crate::lsp::convert::{Frame, answer};
use crate::lsp::ready::Written;

/// The outline of one state of a document: written when first asked for, with the help of what was written before.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    earlier: Option<Arc<Lines>>,
    now: OnceLock<Arc<Lines>>,
}

/// Lines of an outline, in the order in which they are written.
#[derive(Clone, Debug, Default)]
struct Lines {
    json: String,
    lines: Vec<Line>,
}

/// A line as it was written.
#[derive(Clone, Debug)]
struct Line {
    /// How many lines it stands beneath.
    depth: usize,
    kind: SymbolKind,
    span: Span,
    name_span: Span,
    called: Span,
    range: lsp_types::Range,
    selection: lsp_types::Range,
    /// Where its name, detail and kind are written.
    words: Range<usize>,
    /// Where its two ranges are written, right behind the words; empty since they have moved.
    places: Range<usize>,
}

impl Outline {
    /// The outline of a record as a tree.
    pub(super) fn tree(&self, record: &Record, frame: Frame<'_>) -> Written {
        let lines = self.now.get_or_init(|| {
            let nothing = Lines::default();
            let earlier = self.earlier.as_deref().unwrap_or(&nothing);
            Arc::new(Lines::of(&parts(record), record, frame, earlier))
        });
        Written::json(lines.tree())
    }

    /// What of the outline of the state before can be used for a record built on that state's.
    pub(super) fn carried(
        mut self,
        before: &Text,
        record: &Record,
        now: Frame<'_>,
        kept: &Kept,
    ) -> Outline {
        let written = self.now.take().or(self.earlier);
        let earlier = written.and_then(|lines| {
            if !kept.turns {
                return None;
            }
            let Some(change) = kept.change else {
                return Some(lines);
            };
            let others = said_anew(record, &kept.paragraphs)?;
            let mut lines = Arc::try_unwrap(lines).unwrap_or_else(|lines| Lines::clone(&lines));
            lines.follow(change, before, now, &others);
            Some(Arc::new(lines))
        });
        Outline {
            earlier,
            now: OnceLock::new(),
        }
    }
}

/// The paragraphs that say something else than before (bytes); `None` if they are many. Who is meant where changes no line.
fn said_anew(record: &Record, kept: &KeptParagraphs) -> Option<Vec<Span>> {
    const MANY: usize = 64;
    let paragraphs = record.paragraphs();
    let anew: Vec<Span> = match kept {
        KeptParagraphs::None => return None,
        KeptParagraphs::AllBut(changed) => changed
            .iter()
            .filter(|was| !Arc::ptr_eq(&was.said.reading, &paragraphs[was.at].reading))
            .map(|was| paragraphs[was.at].span)
            .collect(),
        KeptParagraphs::Some { places, .. } => paragraphs
            .iter()
            .zip(places)
            .filter(|(_, place)| place.is_none())
            .map(|(paragraph, _)| paragraph.span)
            .take(MANY + 1)
            .collect(),
    };
    (anew.len() <= MANY).then_some(anew)
}

impl Lines {
    /// The lines of some parts; those of `earlier` are used again.
    fn of(parts: &[Part], record: &Record, frame: Frame<'_>, earlier: &Lines) -> Lines {
        let mut lines = Lines {
            json: String::with_capacity(earlier.json.len()),
            lines: Vec::with_capacity(earlier.lines.len()),
        };
        let mut known = earlier.lines.as_slice();
        for part in parts {
            lines.add(part, 0, record, frame, earlier, &mut known);
        }
        lines
    }

    fn add<'e>(
        &mut self,
        part: &Part,
        depth: usize,
        record: &Record,
        frame: Frame<'_>,
        earlier: &Lines,
        known: &mut &'e [Line],
    ) {
        let place = |span: Span| (span.start, Reverse(span.end));
        while let Some((first, rest)) = known.split_first()
            && place(first.span) < place(part.span)
        {
            *known = rest;
        }
        let kind = answer::symbol_kind(part.kind);
        let old: Option<&'e Line> = known.first().filter(|line| {
            (line.kind, line.span) == (kind, part.span)
                && (line.name_span, line.called) == (part.name_span, part.called)
        });
        // Clients refuse a name outside its range.
        let name_span = Some(part.name_span).filter(|name| part.span.covers(*name));
        let start = self.json.len();
        let (range, selection) = if let Some(old) = old {
            self.json.push_str(&earlier.json[old.words.clone()]);
            (old.range, old.selection)
        } else {
            let words = Words {
                name: part.name(record),
                detail: Some(part.detail(record)).filter(|detail| !detail.is_empty()),
                kind,
            };
            self.write(&words);
            let selection = name_span.unwrap_or(part.span);
            (frame.range(part.span), frame.range(selection))
        };
        let words = start..self.json.len();
        match old.filter(|old| !old.places.is_empty()) {
            Some(old) => self.json.push_str(&earlier.json[old.places.clone()]),
            None => self.write(&Places {
                range,
                selection_range: selection,
            }),
        }
        self.lines.push(Line {
            depth,
            kind,
            span: part.span,
            name_span: part.name_span,
            called: part.called,
            range,
            selection,
            places: words.end..self.json.len(),
            words,
        });
        for child in &part.children {
            self.add(child, depth + 1, record, frame, earlier, known);
        }
    }

    /// The lines as a tree.
    fn tree(&self) -> String {
        let mut json = String::with_capacity(self.json.len() + 16 * self.lines.len() + 2);
        json.push('[');
        let mut lines = self.lines.iter().peekable();
        while let Some(line) = lines.next() {
            json.push('{');
            // The comma behind the last member is written when something follows.
            json.push_str(&self.json[line.words.start..line.places.end - 1]);
            let next = lines.peek().map_or(0, |next| next.depth);
            if next > line.depth {
                json.push_str(",\"children\":[");
                continue;
            }
            json.push('}');
            for _ in next..line.depth {
                json.push_str("]}");
            }
            if lines.peek().is_some() {
                json.push(',');
            }
        }
        json.push(']');
        json
    }

    /// Writes the members of a value, one behind the other and a comma after each.
    fn write(&mut self, members: &impl Serialize) {
        if let Ok(object) = serde_json::to_string(members) {
            self.json.push_str(&object[1..object.len() - 1]);
            self.json.push(',');
        }
    }

    /// Moves the lines along with a change of the text; those that the change touches go, and those that hold any of the
    /// paragraphs `others`, whose words say something else now (bytes of the new text).
    fn follow(&mut self, change: Change, before: &Text, now: Frame<'_>, others: &[Span]) {
        let then = Frame {
            text: before,
            encoding: now.encoding,
        };
        let first = then.position(change.old.start).line;
        let last = then.position(change.old.end).line;
        let moved = i64::from(now.position(change.new.end).line) - i64::from(last);
        let outside = |range: &lsp_types::Range| range.end.line < first || range.start.line > last;
        let apart = |span: Span| span.end < change.old.start || span.start > change.old.end;
        self.lines.retain_mut(|line| {
            let spans = [&mut line.span, &mut line.name_span, &mut line.called];
            if !outside(&line.range)
                || !outside(&line.selection)
                || !spans.iter().all(|span| apart(**span))
            {
                return false;
            }
            for span in spans {
                *span = change.moved_span(*span);
            }
            for range in [&mut line.range, &mut line.selection] {
                if range.start.line > last && moved != 0 {
                    for position in [&mut range.start, &mut range.end] {
                        let Ok(there) = u32::try_from(i64::from(position.line) + moved) else {
                            return false;
                        };
                        position.line = there;
                    }
                    line.places = line.words.end..line.words.end;
                }
            }
            !others.iter().any(|other| other.overlaps(line.span))
        });
    }
}

#[derive(Serialize)]
struct Words {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    kind: SymbolKind,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Places {
    range: lsp_types::Range,
    selection_range: lsp_types::Range,
}

#[cfg(test)]
mod tests {
    use onrecord_engine::record::Alone;
    use onrecord_engine::text::Encoding;

    use super::*;
    use crate::project::Project;

    const TALK: &str =
        "The two met in May.\n\nAda Vane: One.\n\nOtto Krone: Two and\nthree.\n\nAda Vane: Four.\n";

    fn frame(record: &Record) -> Frame<'_> {
        Frame {
            text: record.text(),
            encoding: Encoding::Utf16,
        }
    }

    #[test]
    fn lines_are_used_again_where_nothing_changed_and_are_as_if_written_anew() {
        let reference = &Project::builtin().reference;
        let tree = |outline: &Outline, record: &Record| {
            let json = outline.tree(record, frame(record)).0;
            String::from_utf8(json).expect("JSON is text")
        };
        let mut text = Text::from(TALK);
        let mut record = Record::read(&text, "", reference, &Alone);
        let mut outline = Outline::default();
        assert!(tree(&outline, &record).contains("Otto Krone"));
        // A word in a turn, a line more in it, a line less, a word in what stands before the turns.
        for (before, gone, new, n_kept) in [
            ("Two", "", "wo ", 3),
            ("Two", " ", "\n", 3),
            ("and", "\n", " ", 3),
            ("met", "", " again", 4),
        ] {
            let start = text.to_string().find(before).expect("it is there") + before.len();
            let old = text.clone();
            text.edit(Span::new(start, start + gone.len()), new);
            let (now, kept) = record.rebuild(&text, "", reference, &Alone);
            record = now;
            outline = outline.carried(&old, &record, frame(&record), &kept);
            let n_lines = outline
                .earlier
                .as_ref()
                .map_or(0, |lines| lines.lines.len());
            if kept.turns {
                assert_eq!(n_lines, n_kept, "{before} {new:?}");
            }
            let fresh = tree(&Outline::default(), &record);
            assert_eq!(tree(&outline, &record), fresh, "{before} {new:?}");
        }
    }
}
