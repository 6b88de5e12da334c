//! What words are, for editors that colour by it: who speaks, who is named, who says so, what is quoted, what nobody says.

use crate::record::{Paragraph, Record};
use crate::registry::NameForm;
use crate::rules::Finding;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice, Zone};

use super::asides::asides;

/// Words of one kind. Strokes do not overlap and come in text order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stroke {
    /// The words (document bytes).
    pub span: Span,
    /// What they are.
    pub kind: Paint,
}

/// What words can be. Where several apply, the first here counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Paint {
    /// The label of a turn.
    Speaker,
    /// A person's name, with its title.
    Person,
    /// An office without its holder.
    Office,
    /// An organization as a voice.
    Organization,
    /// What happens in the room.
    StageDirection,
    /// Words of a claim for which nobody vouches.
    UnsourcedClaim,
    /// The words that make it a report: "said", "according to".
    Cue,
    /// A quotation.
    Quotation,
}

/// All kinds, in their order.
pub const PAINTS: [Paint; 8] = [
    Paint::Speaker,
    Paint::Person,
    Paint::Office,
    Paint::Organization,
    Paint::StageDirection,
    Paint::UnsourcedClaim,
    Paint::Cue,
    Paint::Quotation,
];

/// The rules that find claims for which nobody vouches.
const UNSOURCED: [&str; 3] = [
    "unattributed-claim",
    "figure-without-source",
    "agentless-report",
];

/// What the words within `range` are; `findings` are those of the record, in text order.
pub fn paint(record: &Record, findings: &[Finding], range: Span) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let transcript = record.transcript();
    let first = transcript
        .turns
        .partition_point(|turn| turn.label.span.end < range.start);
    let labels = transcript.turns[first..].iter().map(|turn| turn.label.span);
    strokes.extend(
        labels
            .take_while(|label| label.start <= range.end)
            .map(|span| Stroke {
                span,
                kind: Paint::Speaker,
            }),
    );
    let first = transcript
        .passages
        .partition_point(|passage| passage.span.end < range.start);
    let passages = transcript.passages[first..].iter();
    strokes.extend(
        passages
            .take_while(|passage| passage.span.start <= range.end)
            .filter(|passage| passage.voice == Voice::None(FurnitureKind::StageDirection))
            .map(|passage| Stroke {
                span: passage.span,
                kind: Paint::StageDirection,
            }),
    );
    let first = record
        .paragraphs()
        .partition_point(|paragraph| paragraph.span.end < range.start);
    for paragraph in &record.paragraphs()[first..] {
        if paragraph.span.start > range.end {
            break;
        }
        of_paragraph(record, paragraph, &mut strokes);
    }
    let unsourced = findings
        .iter()
        .filter(|finding| UNSOURCED.contains(&finding.name) && finding.span.overlaps(range));
    strokes.extend(unsourced.map(|finding| Stroke {
        span: finding.span,
        kind: Paint::UnsourcedClaim,
    }));
    let mut flat = flattened(strokes);
    flat.retain(|stroke| stroke.span.overlaps(range));
    flat
}

fn of_paragraph(record: &Record, paragraph: &Paragraph, strokes: &mut Vec<Stroke>) {
    let base = paragraph.span.start;
    if paragraph.zone == Zone::Turn {
        let asides = asides(paragraph.span.of(record.content())).into_iter();
        strokes.extend(asides.map(|aside| Stroke {
            span: aside.place(base),
            kind: Paint::StageDirection,
        }));
    }
    let reading = &paragraph.reading;
    strokes.extend(reading.mentions.iter().map(|mention| Stroke {
        span: mention.span.place(base),
        kind: match mention.form {
            NameForm::Office => Paint::Office,
            NameForm::Organization => Paint::Organization,
            _ => Paint::Person,
        },
    }));
    let cues = reading.attributions.iter().filter_map(|found| found.cue);
    strokes.extend(cues.map(|cue| Stroke {
        span: cue.place(base),
        kind: Paint::Cue,
    }));
    strokes.extend(reading.quotes.iter().map(|quote| Stroke {
        span: quote.span.place(base),
        kind: Paint::Quotation,
    }));
}

/// The strokes without overlap: at each place the first kind of those that cover it.
fn flattened(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.retain(|stroke| !stroke.span.is_empty());
    strokes.sort_by_key(|stroke| (stroke.span.start, stroke.kind, stroke.span.end));
    let mut flat: Vec<Stroke> = Vec::new();
    // What covers the place reached; few at any time.
    let mut open: Vec<Stroke> = Vec::new();
    let mut at = 0;
    let mut coming = strokes.into_iter().peekable();
    loop {
        open.retain(|stroke| stroke.span.end > at);
        if open.is_empty() {
            let Some(next) = coming.peek() else { break };
            at = at.max(next.span.start);
        }
        while let Some(stroke) = coming.next_if(|stroke| stroke.span.start <= at) {
            if stroke.span.end > at {
                open.push(stroke);
            }
        }
        let Some(top) = open.iter().min_by_key(|stroke| stroke.kind) else {
            continue;
        };
        let next = coming.peek().map_or(usize::MAX, |next| next.span.start);
        let (kind, end) = (top.kind, top.span.end.min(next));
        match flat.last_mut() {
            Some(last) if last.kind == kind && last.span.end == at => last.span.end = end,
            _ => flat.push(Stroke {
                span: Span::new(at, end),
                kind,
            }),
        }
        at = end;
    }
    flat
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;
    use crate::rules::{self, RuleSet};

    fn painted(text: &str) -> Vec<(Paint, String)> {
        let record = record(text);
        let findings = rules::check(&record, &RuleSet::default());
        let strokes = paint(&record, &findings, Span::new(0, text.len()));
        assert!(
            strokes
                .windows(2)
                .all(|pair| pair[0].span.end <= pair[1].span.start)
        );
        strokes
            .iter()
            .map(|stroke| (stroke.kind, stroke.span.of(text).trim().to_owned()))
            .collect()
    }

    #[test]
    fn names_inside_a_quotation_are_names_and_the_rest_of_it_is_quotation() {
        let own = |kind, words: &str| (kind, words.to_owned());
        assert_eq!(
            painted("“We know that Sergey Lavrov came,” the guest said.\n"),
            [
                own(Paint::Quotation, "“We know that"),
                own(Paint::Person, "Sergey Lavrov"),
                own(Paint::Quotation, "came,”"),
                own(Paint::Cue, "said"),
            ]
        );
    }

    #[test]
    fn labels_stage_directions_offices_and_unsourced_claims_are_told_apart() {
        let strokes = painted(
            "It was stressed that trade would double.\n\nAda Vane: We met the Russian foreign minister.\n\n\
             Cy Dorn: Yes. (Laughter.)\n\n(Applause.)\n\nAda Vane: Thank you.\n\nCy Dorn: No.\n",
        );
        for (kind, words) in [
            (Paint::UnsourcedClaim, "was stressed"),
            (Paint::Speaker, "Ada Vane"),
            (Paint::Office, "Russian foreign minister"),
            (Paint::StageDirection, "(Laughter.)"),
            (Paint::StageDirection, "(Applause.)"),
        ] {
            let found = strokes.contains(&(kind, words.to_owned()));
            assert!(found, "{kind:?} {words} in {strokes:?}");
        }
    }

    #[test]
    fn a_part_of_the_text_has_the_strokes_of_the_whole_that_touch_it() {
        let text = "Ada Vane: We met Sergey Lavrov.\n\nCy Dorn: “Sergey Lavrov is here,” he said.\n\nAda Vane: Yes.\n";
        let record = record(text);
        let whole = paint(&record, &[], Span::new(0, text.len()));
        for from in 0..text.len() {
            for to in [from + 1, from + 20, text.len()] {
                let (range, to) = (Span::new(from, to.min(text.len())), to.min(text.len()));
                let mut part = whole.clone();
                part.retain(|stroke| stroke.span.overlaps(range));
                assert_eq!(paint(&record, &[], range), part, "{from}..{to}");
            }
        }
    }
}
