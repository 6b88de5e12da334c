//! Findings: what a rule says about a place in the text.

use crate::text::{Change, Span};
use crate::transcript::Zone;

use super::FileEdit;

/// How much a finding weighs. Ordered: `Error` is the gravest and the greatest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing while one reads.
    Hint,
    /// Worth a look.
    Info,
    /// Should be settled; fails CI by default.
    Warning,
    /// Certainly wrong; fails CI by default.
    Error,
}

impl Severity {
    /// Its name in reports and settings.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// One step less grave; a hint stays one.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning => Severity::Info,
            Severity::Info | Severity::Hint => Severity::Hint,
        }
    }
}

/// One calm sentence about a place in the text, with all that led to it.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    /// The rule's code: `ATT103`.
    pub code: &'static str,
    /// The rule's name: `agentless-report`.
    pub name: &'static str,
    /// How much it weighs here.
    pub severity: Severity,
    /// The words it is about (document bytes).
    pub span: Span,
    /// What is said about them, one sentence.
    pub message: String,
    /// The zone it stands in, if it stands in one.
    pub zone: Option<Zone>,
    /// Other places that matter to it.
    pub related: Vec<Related>,
    /// What could be done.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// Makes it one step less grave.
    pub fn lower(&mut self) -> &mut Self {
        self.severity = self.severity.lowered();
        self
    }

    /// Moves along with a change of the text that touches none of its places.
    pub(super) fn moved(&mut self, change: Change) {
        let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
        let places = (self.related.iter_mut().map(|related| &mut related.span))
            .chain(edits.map(|edit| &mut edit.span));
        for place in places.chain([&mut self.span]) {
            *place = change.moved_span(*place);
        }
    }

    /// Whether one of its places touches a stretch of the text.
    pub(super) fn touches(&self, stretch: Span) -> bool {
        let edits = self.fixes.iter().flat_map(|fix| &fix.edits);
        let places = self.related.iter().map(|related| related.span);
        places
            .chain(edits.map(|edit| edit.span))
            .chain([self.span])
            .any(|place| place.start <= stretch.end && stretch.start <= place.end)
    }

    /// Adds a place that matters to it, and why it does.
    pub fn relate(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        one_more(&mut self.related).push(Related {
            span,
            message: fitting(message),
        });
        self
    }

    /// Offers a change that is surely right.
    pub fn fix(&mut self, title: impl Into<String>, edits: Vec<Edit>) -> &mut Self {
        one_more(&mut self.fixes).push(Fix {
            title: fitting(title),
            edits,
            files: Vec::new(),
            safe: true,
        });
        self
    }

    /// Offers a change that a person has to choose.
    pub fn suggest(&mut self, title: impl Into<String>, edits: Vec<Edit>) -> &mut Self {
        one_more(&mut self.fixes).push(Fix {
            title: fitting(title),
            edits,
            files: Vec::new(),
            safe: false,
        });
        self
    }

    /// Offers a change of the project's own files, which a person has to choose.
    pub fn suggest_in_files(
        &mut self,
        title: impl Into<String>,
        files: Vec<FileEdit>,
    ) -> &mut Self {
        one_more(&mut self.fixes).push(Fix {
            title: fitting(title),
            edits: Vec::new(),
            files,
            safe: false,
        });
        self
    }
}

/// Another place that matters to a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Where (document bytes).
    pub span: Span,
    /// Why it matters.
    pub message: String,
}

/// A change that settles a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, as a command: "Change to “Anton”".
    pub title: String,
    /// The edits of the document, in text order, without overlap.
    pub edits: Vec<Edit>,
    /// The changes of the project's own files, each on top of the one before.
    pub files: Vec<FileEdit>,
    /// Whether it is surely right and may be applied without a look.
    pub safe: bool,
}

/// Words put in place of others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What is replaced (document bytes).
    pub span: Span,
    /// By what.
    pub text: String,
}

impl Edit {
    /// Puts `text` in place of `span` (document bytes).
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Edit {
            span,
            text: fitting(text),
        }
    }

    /// Takes `span` (document bytes) out.
    pub fn remove(span: Span) -> Self {
        Edit::replace(span, "")
    }
}

/// The list with room for one thing more. Most findings have one fix and one related place, and of a long document tens of
/// thousands are kept: the first takes no more than its own room.
fn one_more<T>(list: &mut Vec<T>) -> &mut Vec<T> {
    if list.capacity() == 0 {
        list.reserve_exact(1);
    }
    list
}

/// Words without room to grow.
pub(super) fn fitting(words: impl Into<String>) -> String {
    let mut words = words.into();
    words.shrink_to_fit();
    words
}
