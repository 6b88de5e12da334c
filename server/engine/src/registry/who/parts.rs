//! A question taken apart: the name in it and the offices.

use crate::registry::index::{self, Hit, Part};
use crate::registry::initials::Initials;
use crate::registry::lexicon::{Class, LEXICON};
use crate::registry::office::{self, Item, Office, Vocabulary};
use crate::registry::posts;
use crate::registry::tokens::Tokens;
use crate::registry::{PersonId, Registry};

/// Why somebody is meant who is called by the family name alone.
pub(super) const FAMILY: &str = "family name";

/// Why somebody is meant whose given name is an initial.
pub(super) const INITIALS: &str = "initial and family name";

/// Where the words of a question part.
#[derive(Default)]
pub(super) struct Parts {
    /// Whose the name can be, and why.
    pub(super) name: Option<(Vec<PersonId>, &'static str)>,
    /// The offices named, each read on its own.
    pub(super) offices: Vec<Office>,
    /// Whether there is a name nobody known bears.
    pub(super) is_unknown: bool,
}

/// What stands behind a name and still belongs to it.
const SUFFIXES: &[&str] = &["ii", "iii", "iv", "jr", "sr"];

impl Registry {
    /// Takes a question apart.
    pub(super) fn parts(&self, words: &str) -> Parts {
        let tokens = Tokens::of(words);
        let hits = self.names_in(&tokens);
        let mut full = hits.iter().rev().filter(|hit| hit.part != Part::Family);
        let full = full.find_map(|hit| Some((hit, end_of_name(&tokens, hit.to)?)));
        if let (None, Some(turned)) = (full, self.turned(&tokens)) {
            return turned;
        }
        let family = hits.last().filter(|hit| hit.part == Part::Family);
        let hit = full.or_else(|| {
            let family = family?;
            Some((family, end_of_name(&tokens, family.to)?))
        });
        if let Some((hit, end)) = hit {
            let (from, people, why) = self.bearers(&tokens, hit);
            let before = &words[..tokens.list[from].start()];
            let title = format!("{before}{}", &words[tokens.list[end].after()..]);
            return Parts {
                name: Some((people, why)),
                offices: offices_of_title(&title),
                is_unknown: false,
            };
        }
        let items = office::items(&tokens);
        let offices = office::offices(&tokens, &items, Vocabulary::Any);
        // Read with the known subjects only, an office ends before a name.
        let known = |topic: u64| self.offices().knows_subject(topic);
        let close = office::offices(&tokens, &items, Vocabulary::Known(&known));
        let named = |office: &Office| names_somebody(&tokens, &items, office);
        Parts {
            name: None,
            is_unknown: close.iter().any(named),
            offices,
        }
    }

    /// Whose name a hit is, where it begins with the given name before it, and why.
    fn bearers(&self, tokens: &Tokens, hit: &Hit) -> (usize, Vec<PersonId>, &'static str) {
        if hit.part != Part::Family {
            return (hit.from, hit.people.clone(), "full name");
        }
        if let Some(initials) = Initials::before(tokens, hit.from) {
            let has = |person: &PersonId| self.has_initials(&initials, *person);
            let people = hit.people.iter().copied().filter(has).collect();
            return (initials.from, people, INITIALS);
        }
        let Some(at) = self.given_in_label(tokens, hit.from) else {
            return (hit.from, hit.people.clone(), FAMILY);
        };
        let near = |person: &PersonId| self.given_is_near(tokens.folded(at), *person);
        let people = hit.people.iter().copied().filter(near).collect();
        (at, people, "nearly the known spelling")
    }

    /// The word before a family name, if it can be a given name: no form of address and no word of an office.
    pub(in crate::registry) fn given_in_label(
        &self,
        tokens: &Tokens,
        family: usize,
    ) -> Option<usize> {
        let at = family.checked_sub(1)?;
        let is_name = tokens.adjacent(at)
            && tokens.list[at].capital
            && LEXICON.longest(tokens, at).is_none()
            && !index::is_particle(tokens, at);
        if !is_name {
            return None;
        }
        let known = |topic: u64| self.offices().knows_subject(topic);
        let offices = office::offices(tokens, &office::items(tokens), Vocabulary::Known(&known));
        let in_office = |office: &Office| (office.from..=office.to).contains(&at);
        (!offices.iter().any(in_office)).then_some(at)
    }

    /// A question whose name is turned, as registers write it: "Vane, Ada Maria, Minister of Rivers".
    fn turned(&self, tokens: &Tokens) -> Option<Parts> {
        let comma = (0..tokens.len()).find(|&at| tokens.gap(at).trim() == ",")?;
        let family = (0..=comma)
            .rev()
            .take_while(|&at| at == comma || tokens.adjacent(at))
            .take_while(|&at| tokens.list[at].capital && LEXICON.longest(tokens, at).is_none())
            .last()?;
        let given = (comma + 1..tokens.len())
            .take_while(|&at| at == comma + 1 || tokens.adjacent(at - 1))
            .take_while(|&at| tokens.list[at].capital && LEXICON.longest(tokens, at).is_none())
            .last()?;
        let text = tokens.text;
        let name = format!(
            "{} {}",
            tokens.span(comma + 1, given).of(text),
            tokens.span(family, comma).of(text)
        );
        let straight = Tokens::of(&name);
        let hits = self.names_among(&straight);
        let is_whole =
            |hit: &&Hit| hit.part != Part::Family && hit.from == 0 && hit.to + 1 == straight.len();
        let hit = hits.iter().find(is_whole)?;
        let before = &text[..tokens.list[family].start()];
        let title = format!("{before}{}", &text[tokens.list[given].after()..]);
        Some(Parts {
            name: Some((hit.people.clone(), "full name")),
            offices: offices_of_title(&title),
            is_unknown: false,
        })
    }
}

/// The last word of a name that ends a label, or is followed by its office after a comma; nothing if the name goes on.
fn end_of_name(tokens: &Tokens, last: usize) -> Option<usize> {
    let mut end = last;
    let comma = tokens.gap(end).trim() == ",";
    if (tokens.adjacent(end) || comma) && end + 1 < tokens.len() {
        end += usize::from(SUFFIXES.contains(&tokens.folded(end + 1)));
    }
    let ends = end + 1 == tokens.len()
        || tokens
            .gap(end)
            .trim_start_matches('.')
            .trim_start()
            .starts_with([',', '(']);
    ends.then_some(end)
}

/// The offices in a title without its name; if no word makes one, all the words are the subject of one.
fn offices_of_title(title: &str) -> Vec<Office> {
    let tokens = Tokens::of(title);
    let items = office::items(&tokens);
    let mut offices = office::offices(&tokens, &items, Vocabulary::Any);
    let is_address = |item: &Item| {
        matches!(
            item.class(),
            Some(Class::Honorific | Class::The | Class::State(_))
        )
    };
    let is_place = |office: &Office| office.organization && office.to + 1 < tokens.len();
    if offices.iter().all(is_place) && !items.iter().all(is_address) {
        offices = vec![posts::read(&tokens)];
    }
    offices
}

/// Whether a name stands right behind an office or, with a comma, before it: words in capitals that are nothing else.
fn names_somebody(tokens: &Tokens, items: &[Item], office: &Office) -> bool {
    let is_name = |at: usize| {
        let item = items.iter().find(|item| item.from == at);
        item.is_some_and(|item| item.class().is_none()) && tokens.list[at].capital
    };
    let behind = tokens.adjacent(office.to) && is_name(office.to + 1);
    let before = office.from.checked_sub(1);
    let before = before.is_some_and(|at| tokens.gap(at).trim() == "," && is_name(at));
    behind || before
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::registry::{Held, Registry, RegistryFile};

    const OWN: &str = r#"
[[person]]
id = "ada-vane"
name = "Ada Maria Vane III"

[[person]]
id = "otto-prell"
name = "Otto Prell"
aliases = ["Lord Prell"]

[[post]]
id = "zz-rivers"
state = "FR"
label = "Minister of Rivers and Floods"

[[post]]
id = "zz-georgia"
state = "FR"
label = "Governor of Georgia"

[[membership]]
person = "ada-vane"
post = "zz-rivers"
start = 2010-01-01
end = 2015-12-31

[[membership]]
person = "otto-prell"
post = "zz-georgia"
start = 2010-01-01
end = 2015-12-31
"#;

    /// Who is meant in 2012, and whether the title fits.
    fn ask(words: &str) -> (Vec<String>, Option<Held>) {
        let (file, problems) = RegistryFile::parse(OWN);
        assert_eq!(problems, []);
        let (registry, _) = Registry::layered(&[file], Some(&Registry::builtin()));
        let who = registry.who(words, Date::parse("2012-05-05"));
        let people = who.people.iter().map(|one| registry.person(one.person));
        (people.map(|one| one.id.to_string()).collect(), who.title)
    }

    #[test]
    fn a_name_is_found_in_every_dress() {
        for words in [
            "Minister of Rivers and Floods Ada Vane",
            "Minister of Rivers and Floods Vane",
            "MINISTER OF RIVERS AND FLOODS VANE",
            "Rivers Minister Ada Maria Vane III",
            "Ada Vane III, Minister of Rivers",
            "Vane, Ada Maria, Minister of Rivers",
            "the then French rivers minister Ada Vane",
        ] {
            assert_eq!(
                ask(words),
                (vec!["ada-vane".to_owned()], Some(Held::Held)),
                "{words}"
            );
        }
        for words in [
            "Governor of Georgia Otto Prell",
            "Otto Prell, Baron Prell of Vane, Governor of Georgia",
        ] {
            assert_eq!(
                ask(words),
                (vec!["otto-prell".to_owned()], Some(Held::Held)),
                "{words}"
            );
        }
    }

    #[test]
    fn a_name_nobody_bears_is_not_the_holder_of_the_office() {
        for words in [
            "French Minister of Rivers Zyq Zyqvist",
            "Zyq Zyqvist, French Minister of Rivers",
        ] {
            assert_eq!(ask(words), (Vec::new(), None), "{words}");
        }
        assert_eq!(ask("the French Minister of Rivers").0, ["ada-vane"]);
    }
}
