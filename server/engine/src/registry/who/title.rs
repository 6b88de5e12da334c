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
                let over =
                    well.any(|(_, spell)| spell.end.is_some_and(|end| end.first() <= on.last()));
                // One who is in office is not a former holder; one of whom no spell is known may well be.
                let is_late = office.qualifier == Some(Qualifier::Late);
                let otherwise = match now {
                    Held::Held if is_late => Held::Held,
                    Held::Held => Held::NotHeld,
                    _ => Held::Unknown,
                };
                told(over, otherwise)
            }
            Some(Qualifier::Then) => {
                let begun = well
                    .any(|(_, spell)| spell.start.is_some_and(|start| start.first() <= on.last()));
                told(begun || now == Held::Held, Held::Unknown)
            }
            Some(Qualifier::Incoming) => {
                let to_come = well
                    .any(|(_, spell)| spell.start.is_some_and(|start| start.last() >= on.first()));
                told(to_come || now == Held::Held, Held::Unknown)
            }
            _ => now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::RegistryFile;

    const OWN: &str = r#"
[[person]]
id = "ada-vane"
name = "Ada Vane"

[[post]]
id = "zz-rivers"
state = "FR"
label = "Minister of Rivers"

[[membership]]
person = "ada-vane"
post = "zz-rivers"
start = 2010-03-01
end = 2015-12-31
"#;

    #[test]
    fn words_about_the_time_of_an_office_are_read_along() {
        let (file, _) = RegistryFile::parse(OWN);
        let (registry, _) = Registry::layered(&[file], None);
        for (day, words, held) in [
            ("2012-05-05", "Rivers Minister", Held::Held),
            ("2016-05-05", "Rivers Minister", Held::NotHeld),
            ("2016-05-05", "former Rivers Minister", Held::Held),
            ("2012-05-05", "former Rivers Minister", Held::NotHeld),
            ("2009-05-05", "former Rivers Minister", Held::Unknown),
            ("2016-05-05", "the late Rivers Minister", Held::Held),
            ("2016-05-05", "the then Rivers Minister", Held::Held),
            ("2010-02-01", "incoming Rivers Minister", Held::Held),
            ("2016-05-05", "incoming Rivers Minister", Held::Unknown),
            ("2012-05-05", "outgoing Rivers Minister", Held::Held),
        ] {
            let who = registry.who(&format!("{words} Ada Vane"), Date::parse(day));
            assert_eq!(who.title, Some(held), "{words} on {day}");
        }
    }
}
