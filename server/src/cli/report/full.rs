//! Findings drawn under the lines they are about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Renderer, Snippet};
use onrecord_engine::rules::Severity;
use onrecord_engine::text::Span;

use super::located::place;
use super::{Linted, Report};

/// How wide a drawing gets, in columns: a paragraph of a transcript is one long line and is cut around the finding.
const WIDTH: usize = 120;

/// How many lines of a finding are shown: some are about a whole turn.
const N_LINES: usize = 3;

/// The drawing, as compilers draw.
pub(super) struct Full {
    renderer: Renderer,
}

impl Full {
    /// With or without colour.
    pub(super) fn new(color: bool) -> Self {
        let renderer = if color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Full {
            renderer: renderer.term_width(WIDTH).decor_style(DecorStyle::Ascii),
        }
    }
}

impl Report for Full {
    fn document(&self, linted: &Linted<'_>) -> String {
        let mut drawings = String::new();
        for finding in linted.findings {
            let level = match finding.severity {
                Severity::Error => Level::ERROR,
                Severity::Warning => Level::WARNING,
                Severity::Info => Level::INFO,
                Severity::Hint => Level::HELP.with_name("hint"),
            };
            let title = format!("{} [{}]", finding.message, finding.name);
            let mut elements: Vec<Element<'_>> =
                vec![snippet(linted, finding.span, AnnotationKind::Primary, None)];
            for related in &finding.related {
                let label = Some(related.message.as_str());
                elements.push(snippet(
                    linted,
                    related.span,
                    AnnotationKind::Context,
                    label,
                ));
            }
            for fix in &finding.fixes {
                elements.push(Level::HELP.message(&fix.title).into());
            }
            let group = level
                .primary_title(title)
                .id(finding.code)
                .elements(elements);
            drawings.push_str(&self.renderer.render(&[group]));
            drawings.push_str("\n\n");
        }
        drawings
    }
}

/// The lines of `span` with its words marked. Only these lines are handed on, so that drawing a finding costs the same
/// in a short document and a long one.
fn snippet<'a>(
    linted: &'a Linted<'_>,
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Element<'a> {
    let lines = linted.lines(span, N_LINES);
    let end = span.end.clamp(lines.start, lines.end);
    let start = span.start.clamp(lines.start, end);
    let mut annotation: Annotation<'a> = kind.span(start - lines.start..end - lines.start);
    if let Some(label) = label {
        annotation = annotation.label(label);
    }
    Snippet::source(lines.of(linted.content))
        .line_start(place(linted.text, lines.start).line as usize)
        .path(linted.shown_path())
        .fold(true)
        .annotation(annotation)
        .into()
}
