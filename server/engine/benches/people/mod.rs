//! A registry of as many people as wanted, made of name parts: the same bytes at every run, on every machine.

use std::fmt::Write;

/// Lines of a list of names.
fn parts(list: &'static str) -> Vec<&'static str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The nth person's name. Each round through the family names begins one given name further on, so neighbours share neither
/// name and every family name meets every given name; after all pairs have been met, a second given name makes new ones.
pub(crate) fn name(nth: usize) -> String {
    let given = parts(include_str!("given.txt"));
    let family = parts(include_str!("family.txt"));
    name_of(&given, &family, nth)
}

fn name_of(given: &[&str], family: &[&str], nth: usize) -> String {
    let pairs = given.len() * family.len();
    let (round, pair) = (nth / pairs, nth % pairs);
    let first = given[(pair % family.len() + pair / family.len()) % given.len()];
    let last = family[pair % family.len()];
    match round.checked_sub(1) {
        None => format!("{first} {last}"),
        Some(second) => format!("{first} {} {last}", given[second % given.len()]),
    }
}

/// A registry file with people numbered from `from`: each with an id, an identifier, an alias for every fourth, and a term in
/// one of a hundred posts.
pub(crate) fn registry(from: usize, n_people: usize) -> String {
    let given = parts(include_str!("given.txt"));
    let family = parts(include_str!("family.txt"));
    let mut text = String::with_capacity(n_people * 260);
    text.push_str("source = \"made for a benchmark\"\nretrieved = 2024-01-01\n");
    for post in 0..100 {
        _ = write!(
            text,
            "\n[[post]]\nid = \"post-{post}\"\nlabel = \"Commissioner of District {post}\"\nstate = \"ZZ\"\nseats = 100000\n"
        );
    }
    for nth in from..from + n_people {
        let name = name_of(&given, &family, nth);
        _ = write!(
            text,
            "\n[[person]]\nid = \"person-{nth}\"\nname = \"{name}\"\nidentifiers = {{ wikidata = \"Q9{nth:08}\" }}\n"
        );
        if nth % 4 == 0 {
            let initial = &name[..1];
            let last = name.rsplit(' ').next().unwrap_or_default();
            _ = writeln!(text, "aliases = [\"{initial}. {last}\"]");
        }
        let (post, year) = (nth % 100, 1950 + nth % 70);
        _ = write!(
            text,
            "\n[[membership]]\nperson = \"person-{nth}\"\npost = \"post-{post}\"\nstart = {year}-03-01\nend = {}-02-28\n",
            year + 4
        );
    }
    text
}
