//! What kinds and reasons are called in explanations.

use onrecord_engine::reading::{Attribution, Shape};
use onrecord_engine::transcript::FurnitureKind;

/// The reason as the end of a sentence.
pub(super) fn because(why: &str) -> String {
    if why.is_empty() {
        String::new()
    } else {
        format!(", because: {why}")
    }
}

/// What a passage without a voice is.
pub(super) fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Chrome => "page furniture: menus, notices, buttons",
        FurnitureKind::Heading => "a heading",
        FurnitureKind::Caption => "a caption",
        FurnitureKind::StageDirection => "a stage direction",
        FurnitureKind::Marker => {
            "a marker: the opening or end of a transcript, an omission, a page"
        }
        FurnitureKind::FrontMatter => "front matter",
    }
}

/// How an attribution is built.
pub(super) fn shape(attribution: &Attribution) -> &'static str {
    match attribution.shape {
        Shape::SourceCueContent => "source, cue, content",
        Shape::ContentSourceCue => "content, source, cue",
        Shape::ContentCueSource => "content, cue, source",
        Shape::According => "“according to”",
        Shape::PassiveByAgent => "passive with an agent",
        Shape::Colon => "source before a colon",
        Shape::Noun => "a noun of saying",
        Shape::ItPassive => "agentless: “it was said that”",
        Shape::Raising => "agentless: “is said to”",
        Shape::Existential => "agentless: “there are reports that”",
        Shape::Discussion => "agentless: “was discussed”",
        Shape::Hearsay => "hearsay: “reportedly”",
        Shape::Continued => "a quotation carried on",
    }
}
