//! Whether a title was somebody's on a day, "former" and the like read along: a former minister is one who was.

use crate::date::Date;
use crate::registry::office::Office;
use crate::registry::posts::Fit;
use crate::registry::{Held, PersonId, Qualifier, Registry};

impl Registry {
    /// Several offices in one title: held if one of them was, else not held if one certainly was not.
    pub(super) fn judge_all(&self, offices: &[Office], person: PersonId, on: Date) -> Held {
        let mut worst = Held::Unknown;
        for office in offices {
            match self.judge_title(office, person, on) {
                Held::Held => return Held::Held,
                Held::NotHeld => worst = Held::NotHeld,
                Held::Unknown => {}
            }
        }
        worst
    }

    /// Whether the words of one office, with what they say about its time, were true of the person on the day.
    fn judge_title(&self, office: &Office, person: PersonId, on: Date) -> Held {
        let now = self.judge_office(office, person, on);
        let spells = self.spells(office, person);
        let mut well = spells.iter().filter(|(fit, _)| *fit >= Fit::Mostly);
        let told = |is_true: bool, otherwise: Held| {
            if is_true { Held::Held } else { otherwise }
        };
        match office.qualifier {
            Some(Qualifier::Former | Qualifier::Late) => {
                let over = well.any(|(_, spell)| {
                    spell.end.is_some_and(|end| end.first() <= on.last())
                });
                // One who is in office is not a former holder; one of whom no spell is known may well be.
                let not = if now == Held::Held {
                    Held::NotHeld
                } else {
                    Held::Unknown
                };
                told(over, not)
            }
            Some(Qualifier::Then) => {
                let begun = well.any(|(_, spell)| {
                    spell.start.is_some_and(|start| start.first() <= on.last())
                });
                told(begun || now == Held::Held, Held::Unknown)
            }
            Some(Qualifier::Incoming) => {
                let to_come = well.any(|(_, spell)| {
                    spell.start.is_some_and(|start| start.last() >= on.first())
                });
                told(to_come || now == Held::Held, Held::Unknown)
            }
            _ => now,
        }
    }
}
