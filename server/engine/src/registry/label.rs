//! Speaker labels: `President Bashar Al-Assad`, `MS. JEAN-PIERRE`, `THE PRESIDENT`.
//!
//! A label is known to name somebody, so a family name needs no further proof here.

mod known;

use crate::text::LocalSpan;
use thin_vec::ThinVec;

use super::index::{self, Hit, Part};
use super::initials::Initials;
use super::lexicon::{Class, LEXICON, code_text};
use super::office::{self, Office, Vocabulary};
use super::tokens::Tokens;
use super::{Mention, NameForm, Qualifier, Registry};

impl Registry {
    /// A speaker label (without its closing mark) read as title and name. `people` is empty if the name is not known,
    /// `name` is `None` for an office alone; `None` if there is no word in it.
    pub fn label(&self, words: &str) -> Option<Mention> {
        let words = without_place(words);
        let tokens = Tokens::of(words);
        if tokens.len() == 0 {
            return None;
        }
        let hits = self.names_in(&tokens);
        let full = hits.iter().rev().find(|hit| hit.part != Part::Family);
        let hit = full
            .or(hits.last())
            .filter(|hit| full.is_some() || hit.to + 1 == tokens.len());
        let mut items = office::items(&tokens);
        if let Some(hit) = hit {
            for item in &mut items {
                if hit.from < item.to && item.from <= hit.to {
                    item.class = Some(&Class::Name);
                }
            }
        }
        let known = |topic: u64| self.offices().knows_subject(topic);
        let offices = office::offices(&tokens, &items, Vocabulary::Known(&known));
        let (from, to, form, people) = if let Some(hit) = hit {
            let mut from = hit.from;
            let mut people = hit.people.clone();
            let mut form = NameForm::Full;
            if hit.part == Part::Family {
                form = NameForm::Family;
                if from > 0 && index::is_particle(&tokens, from - 1) {
                    from -= 1;
                }
                if let Some(initials) = Initials::before(&tokens, from) {
                    people.retain(|&person| self.has_initials(&initials, person));
                    if people.is_empty() {
                        form = NameForm::Full;
                    }
                    from = initials.from;
                } else if let Some(at) = self.given_in_label(&tokens, from) {
                    people.retain(|&person| self.given_is_near(tokens.folded(at), person));
                    form = if people.is_empty() {
                        NameForm::Full
                    } else {
                        NameForm::NearMiss
                    };
                    from = at;
                }
            }
            (Some(from), hit.to, form, people)
        } else {
            let (from, to) = unknown_name(&tokens, &items, &offices);
            (from, to, NameForm::Full, Vec::new())
        };
        let office = offices
            .iter()
            .rfind(|office| from.is_none_or(|from| office.to < from));
        let last = from.map_or(tokens.len(), |from| from);
        let title = (last > 0).then(|| tokens.span(0, last - 1));
        let mut mention = Mention {
            span: LocalSpan::new(tokens.list[0].start(), tokens.list[tokens.len() - 1].end()),
            name: from.map(|from| tokens.span(from, to)),
            title,
            form,
            people: people.into(),
            posts: ThinVec::new(),
            state: None,
            qualifier: None,
        };
        if mention.form == NameForm::Family && title.is_some() {
            mention.form = NameForm::TitleFamily;
        }
        if mention.name.is_none() {
            mention.form = NameForm::Office;
        }
        if let Some(office) = office {
            self.fill_label(&mut mention, office);
        }
        Some(mention)
    }

    /// The names in a label; a family name that is a word of an office there ("foreign minister of France") is none.
    pub(super) fn names_in(&self, tokens: &Tokens) -> Vec<Hit> {
        let mut hits = self.names_among(tokens);
        if hits.iter().all(|hit| hit.part != Part::Family) {
            return hits;
        }
        let known = |topic: u64| self.offices().knows_subject(topic);
        let offices = office::offices(tokens, &office::items(tokens), Vocabulary::Known(&known));
        hits.retain(|hit| {
            let in_office = |office: &Office| office.from <= hit.to && hit.from <= office.to;
            hit.part != Part::Family || !offices.iter().any(in_office)
        });
        hits
    }

    fn fill_label(&self, mention: &mut Mention, office: &Office) {
        mention.qualifier = office
            .qualifier
            .or(office.deputy.then_some(Qualifier::Deputy));
        mention.state = office.state.map(code_text);
        if let Some(state) = office.state {
            mention.posts = self.offices().of_state(office, state).into();
        }
        let suited: Vec<_> = mention
            .people
            .iter()
            .copied()
            .filter(|&person| self.suits(office, person).is_some())
            .collect();
        if !suited.is_empty() {
            mention.people = suited.into();
        }
        for &person in &mention.people {
            for post in self.posts_of(office, person) {
                if !mention.posts.contains(&post) {
                    mention.posts.push(post);
                }
            }
        }
    }

    /// The posts of `state` that the office words of a label can mean: `THE PRESIDENT` in a document of that state.
    pub fn posts_in_state(&self, words: &str, state: &str) -> Vec<super::PostId> {
        let tokens = Tokens::of(LEXICON.without_article(words));
        let items = office::items(&tokens);
        let Ok(state) = <[u8; 2]>::try_from(state.as_bytes()) else {
            return Vec::new();
        };
        office::offices(&tokens, &items, Vocabulary::Any)
            .first()
            .map(|office| self.offices().of_state(office, state))
            .unwrap_or_default()
    }
}

/// `Mr. MILLER of Florida` without the place that tells one Miller from another.
fn without_place(words: &str) -> &str {
    let tokens = Tokens::of(words);
    let items = office::items(&tokens);
    let addressed = items
        .first()
        .is_some_and(|item| item.class() == Some(Class::Honorific));
    let of = items
        .iter()
        .skip(2)
        .find(|item| item.class() == Some(Class::Of))
        .filter(|_| addressed && items[1].class().is_none());
    of.map_or(words, |of| words[..tokens.list[of.from].start()].trim_end())
}

/// The words of a label that are left when titles and offices are taken away: the last run of capitals.
fn unknown_name(
    tokens: &Tokens,
    items: &[office::Item],
    offices: &[Office],
) -> (Option<usize>, usize) {
    let last = tokens.len() - 1;
    let end_of_office = offices.last().map_or(0, |office| office.to + 1);
    if end_of_office > last {
        return (None, last);
    }
    let mut from = tokens.len();
    for item in items.iter().rev() {
        let name_like =
            item.class().is_none() && tokens.list[item.from].capital && item.from >= end_of_office;
        if !name_like {
            break;
        }
        from = item.from;
    }
    if from == tokens.len() {
        let open = items.iter().any(|item| item.class().is_none());
        return (open.then_some(end_of_office.min(last)), last);
    }
    // After "Director of …" only the last two words can be the name.
    let led_by_of = from > 0
        && items
            .iter()
            .any(|item| item.to == from && matches!(item.class(), Some(Class::Of | Class::The)));
    if led_by_of && end_of_office > 0 && last - from >= 2 {
        from = last - 1;
    }
    (Some(from), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A label as `name | people`.
    fn read(words: &str) -> String {
        let registry = Registry::builtin();
        let Some(label) = registry.label(words) else {
            return "nothing".to_owned();
        };
        let people: Vec<&str> = label
            .people
            .iter()
            .map(|&person| registry.person(person).id.as_str())
            .collect();
        let name = label.name.map_or("", |name| name.of(words));
        format!("{name} | {}", people.join(" "))
    }

    #[test]
    fn labels_part_into_title_and_name() {
        for (label, parts) in [
            (
                "President Bashar Al-Assad",
                "Bashar Al-Assad | bashar-al-assad",
            ),
            (
                "Presidential Press Secretary Dmitry Peskov",
                "Dmitry Peskov | dmitry-peskov",
            ),
            (
                "Security Council Secretary NIKOLAI PATRUSHEV",
                "NIKOLAI PATRUSHEV | nikolai-patrushev",
            ),
            ("THE PRESIDENT", " | "),
            ("Mr. DORNBELL of Ohio", "DORNBELL | "),
            ("PRESIDENT ZYQVIST", "ZYQVIST | "),
            ("Ona Prell", "Ona Prell | "),
        ] {
            assert_eq!(read(label), parts, "{label}");
        }
    }
}
