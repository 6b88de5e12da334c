//! What makes a sentence a strong claim: figures, extremes, causes, accusations, minds of others, forecasts, events.

use crate::text::LocalSpan;

/// Words that make a strong claim of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Trigger {
    /// Which kind.
    pub kind: TriggerKind,
    /// The words (local to the paragraph).
    pub span: LocalSpan,
}

/// The kinds of trigger, T1 to T7 of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TriggerKind {
    /// T1: a number, share, sum or multiple.
    Figure,
    /// T2: a superlative, "only", "never", "all".
    Extreme,
    /// T3: one thing is said to cause another.
    Cause,
    /// T4: crime, violence, betrayal, terror, corruption.
    Accusation,
    /// T5: what somebody not speaking wants, fears, knows, tries.
    Mind,
    /// T6: the future told as fact.
    Forecast,
    /// T7: an event with named actors.
    Event,
}

impl TriggerKind {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            TriggerKind::Figure => "figure",
            TriggerKind::Extreme => "extreme",
            TriggerKind::Cause => "cause",
            TriggerKind::Accusation => "accusation",
            TriggerKind::Mind => "mind",
            TriggerKind::Forecast => "forecast",
            TriggerKind::Event => "event",
        }
    }
}
