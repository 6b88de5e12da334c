//! Offices that stand without a name: "the Russian foreign minister", "the Kremlin's press secretary".

use crate::registry::lexicon::{code_text, kind};
use crate::registry::office::Office;
use crate::registry::{Mention, NameForm, Qualifier};

use super::finder::Finder;

impl Finder<'_> {
    /// Offices without a name, where the text says whose they are.
    pub(super) fn lone_offices(&self) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for (office, _) in self
            .offices
            .iter()
            .zip(&self.taken)
            .filter(|(_, taken)| !**taken)
        {
            let Some(state) = office.state else {
                continue;
            };
            let posts = self.registry.offices().of_state(office, state);
            if posts.is_empty() && (office.open || !speaks_for_itself(office)) {
                continue;
            }
            let span = self.tokens.span(office.from, office.to);
            mentions.push(Mention {
                span,
                name: None,
                title: Some(span),
                form: if office.organization {
                    NameForm::Organization
                } else {
                    NameForm::Office
                },
                people: Vec::new(),
                posts,
                state: Some(code_text(state)),
                qualifier: office
                    .qualifier
                    .or(office.deputy.then_some(Qualifier::Deputy)),
            });
        }
        mentions
    }
}

/// Whether an office with a state is one even where the register has no such post.
fn speaks_for_itself(office: &Office) -> bool {
    let alone = [
        "president",
        "pm",
        "chancellor",
        "monarch",
        "ambassador",
        "spokesman",
        "vice-president",
    ]
    .map(kind);
    let of_subject = ["minister", "secretary"].map(kind).contains(&office.head);
    alone.contains(&office.head) || (of_subject && !office.topics.is_empty())
}
