//! What `server/ARCHITECTURE.md` says in its fenced blocks.

use std::collections::BTreeMap;

use super::source::Source;

/// The room that tests of all rooms share.
const TESTING: &str = "testing";

/// The floors, the peers and the pure crates.
pub(crate) struct Plan {
    /// Each room with its floor; a smaller number is higher.
    floors: BTreeMap<String, usize>,
    peers: Vec<(String, String)>,
    pure: Vec<String>,
}

/// The lines of the fenced block with this name.
fn block<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let fence = format!("\n```{name}\n");
    let from = text
        .find(&fence)
        .unwrap_or_else(|| panic!("there is a block ```{name}"))
        + fence.len();
    let len = text[from..].find("\n```").expect("a block ends");
    text[from..from + len].lines().collect()
}

impl Plan {
    /// Reads the architecture.
    pub(crate) fn parse(text: &str) -> Plan {
        let mut floors = BTreeMap::new();
        for (floor, line) in block(text, "floors").into_iter().enumerate() {
            for room in line
                .split('|')
                .map(str::trim)
                .filter(|room| !room.starts_with('-'))
            {
                let before = floors.insert(room.to_owned(), floor);
                assert_eq!(before, None, "`{room}` stands on one floor");
            }
        }
        let peers = block(text, "peers").into_iter();
        let peers = peers.map(|line| line.split_once(": ").expect("a folder and its peers"));
        Plan {
            floors,
            peers: peers
                .map(|(folder, names)| (folder.to_owned(), names.to_owned()))
                .collect(),
            pure: block(text, "pure").into_iter().map(str::to_owned).collect(),
        }
    }

    /// All rooms.
    pub(crate) fn rooms(&self) -> impl Iterator<Item = &str> {
        self.floors.keys().map(String::as_str)
    }

    /// The imports of a file that do not run down.
    pub(crate) fn wrong_imports(&self, source: &Source) -> Vec<String> {
        let room = source.room();
        // The two lists of rooms see all rooms, that is what they are for.
        if room == "lib" || room == TESTING {
            return Vec::new();
        }
        let Some(floor) = self.floors.get(room) else {
            return vec![format!("{}: no room of the plan", source.path)];
        };
        let mut wrong = Vec::new();
        for seen in source.imported_rooms() {
            let is_below = self.floors.get(&seen).is_some_and(|below| below > floor);
            if seen != room && seen != TESTING && !is_below {
                wrong.push(format!("{}: `{room}` may not see `{seen}`", source.path));
            }
        }
        wrong
    }

    /// Each folder with the files in it that never import each other, by their names without ending.
    pub(crate) fn peers(&self, sources: &[Source]) -> Vec<(String, Vec<String>)> {
        self.peers
            .iter()
            .map(|(folder, names)| {
                let names = if names.contains("const RULE") {
                    let all = sources.iter().filter(|source| source.folder() == folder);
                    let rules = all.filter(|source| source.has_rule());
                    rules.map(|source| source.stem().to_owned()).collect()
                } else {
                    names.split(' ').map(str::to_owned).collect()
                };
                (folder.clone(), names)
            })
            .collect()
    }

    /// The crates a manifest names that are not among the pure ones.
    pub(crate) fn impure(&self, manifest: &str) -> Vec<String> {
        let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
        let named = manifest["dependencies"]
            .as_table()
            .expect("dependencies are a table");
        let named = named.keys().filter(|name| !self.pure.contains(name));
        named.cloned().collect()
    }
}
