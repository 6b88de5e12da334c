//! What a rule is.

use crate::record::{Paragraph, Record};
use crate::registry::Layer;
use crate::text::Span;
use crate::transcript::Zone;

use super::sight::Sight;
use super::{Findings, Profile, Severity};

/// A rule: one thing that may be amiss.
#[derive(Debug)]
pub struct Rule {
    /// Its code, never reused: `ATT103`.
    pub code: &'static str,
    /// Its name, such that "allow NAME" reads well: `agentless-report`.
    pub name: &'static str,
    /// How much it weighs in each zone under the default profile.
    pub levels: Levels,
    /// Its page: the opening comment of its own file.
    pub source: &'static str,
    /// How it looks, and through what.
    pub check: Check,
}

/// What a rule looks at, and so for how long its findings are kept: a rule that promises to look at little is asked
/// again only when that little has changed. Take the first that fits.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// One paragraph at a time. What it finds there may depend on that paragraph (its words, reading, standings, whom
    /// its mentions mean), on the paragraphs right before and after it, on their zone and speaker, on the date, the
    /// registry and the rule set; on nothing else of the record.
    Paragraph(fn(&Record, &Paragraph, &mut Findings<'_>)),
    /// The bare text, a stretch at a time: stretches cover the document without gap, furniture and labels included,
    /// and are cut between paragraphs only. What it finds there may depend on the stretch's words and zone, the date
    /// and the rule set; on nothing else of the record.
    Stretch(fn(&Record, Stretch, &mut Findings<'_>)),
    /// Who speaks where: passages, turns, labels, speakers, the date, whether anything is said at all; not what is
    /// said in paragraphs.
    Turns(fn(&Record, &mut Findings<'_>)),
    /// The whole record of a transcript, in linear time with a light hand. It is asked again where turns have changed, or
    /// what its [`Sight`] sees in a paragraph.
    Transcript(Sight, fn(&Record, &mut Findings<'_>)),
    /// A registry file, and what it is laid with.
    Registry(fn(&Layer<'_>, &mut Findings<'_>)),
}

/// A piece of the document's bare text: from one paragraph's first byte to before the next one's, or a passage of
/// furniture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Its bytes in the document.
    pub span: Span,
    /// The zone of the passage it stands in.
    pub zone: Zone,
}

impl Stretch {
    /// Its words.
    pub fn words(self, record: &Record) -> &str {
        self.span.of(record.content())
    }
}

impl Rule {
    /// The letters of its code: `ATT`.
    pub fn family(&self) -> &'static str {
        self.code.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Whether an entry of a rule set means it: its code, a beginning of its code no shorter than the family, or its
    /// name, in any case.
    pub fn answers_to(&self, entry: &str) -> bool {
        let is_code = entry.len() >= self.family().len()
            && self
                .code
                .get(..entry.len())
                .is_some_and(|beginning| beginning.eq_ignore_ascii_case(entry));
        is_code || self.name.eq_ignore_ascii_case(entry)
    }

    /// Whether it runs only when a profile or the project asks for it.
    pub fn is_opt_in(&self) -> bool {
        self.levels.only.is_some()
    }
}

/// A rule's weight by zone; `None` is off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Levels {
    /// In narrative, and for findings in no zone.
    pub narrative: Option<Severity>,
    /// In a reproduced statement.
    pub block: Option<Severity>,
    /// In a turn.
    pub turn: Option<Severity>,
    /// The profile that asks for the rule; `None` if it runs without being asked for.
    pub only: Option<Profile>,
}

impl Levels {
    /// A weight for each zone: narrative, block, turn.
    pub const fn zones(
        narrative: Option<Severity>,
        block: Option<Severity>,
        turn: Option<Severity>,
    ) -> Self {
        Levels {
            narrative,
            block,
            turn,
            only: None,
        }
    }

    /// The same weight everywhere.
    pub const fn all(severity: Severity) -> Self {
        Levels::zones(Some(severity), Some(severity), Some(severity))
    }

    /// In the outlet's own voice only.
    pub const fn narrative(severity: Severity) -> Self {
        Levels::zones(Some(severity), None, None)
    }

    /// Off, unless the strict profile or the project asks for it: a hint then.
    pub const fn off() -> Self {
        Levels::all(Severity::Hint).only_in(Profile::Strict)
    }

    /// These weights, but only where the profile or the project asks for the rule.
    #[must_use]
    pub const fn only_in(mut self, profile: Profile) -> Self {
        self.only = Some(profile);
        self
    }

    /// The weight in a zone; furniture and places outside any zone count as narrative.
    pub fn at(self, zone: Option<Zone>) -> Option<Severity> {
        match zone {
            Some(Zone::Block) => self.block,
            Some(Zone::Turn) => self.turn,
            Some(Zone::Narrative | Zone::Furniture) | None => self.narrative,
        }
    }
}
