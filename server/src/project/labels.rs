//! The table `labels` of the project file: how labels are printed, and the house's own words.

use onrecord_engine::text::Span;
use onrecord_engine::toml::{Located, nearest};
use onrecord_engine::transcript::{House, Style};

use super::values::{Key, Value, Values};

/// The keys of the table.
const KEYS: [&str; 6] = ["accepted", "ends", "house", "printed", "roles", "titles"];

/// What the table says; empty without it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Labels {
    /// Whose style the transcripts follow.
    pub house: Option<Located<&'static House>>,
    /// The only shapes labels have, by name.
    pub printed: Vec<Located<String>>,
    /// Further roles that hide a name.
    pub roles: Vec<Located<String>>,
    /// Further titles before a name.
    pub titles: Vec<Located<String>>,
    /// Roles that need no name beside them: rule SPK010 lets them pass.
    pub accepted: Vec<Located<String>>,
    /// What lines begin with that end a transcript.
    pub ends: Vec<Located<String>>,
}

impl Labels {
    /// Reads the table. `last` is what it said when it was sound.
    pub(super) fn read(
        key: &Key<'_>,
        value: &Value<'_>,
        last: &Labels,
        values: &mut Values,
    ) -> Labels {
        let Some(table) = values.table(key, value) else {
            return last.clone();
        };
        let houses: Vec<(&str, &'static House)> = House::all()
            .iter()
            .map(|house| (house.name.as_str(), house))
            .collect();
        let mut labels = Labels::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "house" => {
                    let house = values.one_of(key, value, &houses);
                    labels.house = house.or(last.house.clone());
                }
                "printed" => {
                    labels.printed = words(key, value, &last.printed, values);
                    check_shapes(&labels.printed, values);
                }
                "roles" => labels.roles = words(key, value, &last.roles, values),
                "accepted" => labels.accepted = words(key, value, &last.accepted, values),
                "titles" => labels.titles = words(key, value, &last.titles, values),
                "ends" => labels.ends = words(key, value, &last.ends, values),
                unknown => {
                    let hint = nearest(unknown, KEYS)
                        .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
                    values.problem(
                        Span::new(key.span().start, key.span().end),
                        format!("unknown key `{unknown}` of `labels`{hint}"),
                    );
                }
            }
        }
        labels
    }

    /// The style it asks for.
    pub fn style(&self) -> Style {
        let words = |list: &[Located<String>]| -> Vec<String> {
            list.iter().map(|word| word.value.clone()).collect()
        };
        Style::new(
            self.house.as_ref().map(|house| house.value),
            &words(&self.printed),
            &words(&self.roles),
            &words(&self.titles),
            &words(&self.ends),
        )
        .accepting(&words(&self.accepted))
    }
}

/// A list of words; empty ones are told and left out.
fn words(
    key: &Key<'_>,
    value: &Value<'_>,
    last: &[Located<String>],
    values: &mut Values,
) -> Vec<Located<String>> {
    let Some(mut words) = values.strings(key, value) else {
        return last.to_vec();
    };
    words.retain(|word| {
        let empty = word.value.trim().is_empty();
        if empty {
            values.problem(
                word.span,
                "an empty word would be found everywhere".to_owned(),
            );
        }
        !empty
    });
    words
}

fn check_shapes(shapes: &[Located<String>], values: &mut Values) {
    for shape in shapes.iter().filter(|shape| !Style::is_shape(&shape.value)) {
        let message = format!(
            "`{}` is no way to print labels; `onrecord explain` tells the ways of a document",
            shape.value
        );
        values.problem(shape.span, message);
    }
}
