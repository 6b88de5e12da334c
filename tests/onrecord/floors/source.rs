//! What a file of the house imports and how it is written, as far as reading its lines can tell.

/// What no file of the engine may name, with what it would mean.
const WORLDLY: &[&str] = &[
    "async fn ",
    "lsp_types",
    "onrecord::",
    "println!",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "tokio::",
    "tower_lsp",
];

/// The files that may touch the disk: what a project holds, and the pages of rules an editor opens.
const DISK: &[&str] = &["server/src/lsp/pages.rs", "server/src/project/files.rs"];

/// A file of the house.
pub(crate) struct Source {
    /// Its path from the root of the repository, with slashes.
    pub(crate) path: String,
    /// Its lines without comments and documentation.
    code: String,
    first_line: String,
}

impl Source {
    /// Reads a file.
    pub(crate) fn new(path: &str, text: &str) -> Source {
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        Source {
            path: path.to_owned(),
            code: text
                .lines()
                .filter(is_code)
                .flat_map(|line| [line, "\n"])
                .collect(),
            first_line: text.lines().next().unwrap_or_default().to_owned(),
        }
    }

    /// The room it belongs to: the first name beneath `src`.
    pub(crate) fn room(&self) -> &str {
        let (_, inside) = self
            .path
            .rsplit_once("src/")
            .expect("a file of the house is in `src`");
        let first = inside.split('/').next().unwrap_or(inside);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The folder it is in.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without ending.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".rs").unwrap_or(name)
    }

    /// Whether it holds a rule.
    pub(crate) fn has_rule(&self) -> bool {
        self.code.contains("const RULE: Rule")
    }

    /// The first name after every `crate::`, those in braces too; `main` names the library's rooms.
    pub(crate) fn imported_rooms(&self) -> Vec<String> {
        let start = if self.room() == "main" {
            "onrecord::"
        } else {
            "crate::"
        };
        let mut rooms: Vec<String> = Vec::new();
        for (at, _) in self.code.match_indices(start) {
            let before = self.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '$') {
                continue;
            }
            rooms.extend(names(&self.code[at + start.len()..]));
        }
        rooms.sort();
        rooms.dedup();
        rooms
    }

    /// What it names of the world, if it is of the engine, or of the disk, if it is of the shell.
    pub(crate) fn worldly(&self) -> Vec<String> {
        let banned: &[&str] = match self.path.as_str() {
            path if DISK.contains(&path) => &[],
            path if path.starts_with("server/engine/") => WORLDLY,
            _ => &["std::fs", "tokio::fs"],
        };
        // What a test of the shell puts on the disk is its own affair.
        let of_tests = self.stem() == "tests" && !self.path.starts_with("server/engine/");
        let code = if of_tests { "" } else { self.without_tests() };
        let named = banned.iter().filter(|name| code.contains(**name));
        named
            .map(|name| format!("{}: names `{}`", self.path, name.trim()))
            .collect()
    }

    /// Imports of other peers of the same folder, if it belongs to one of them itself.
    pub(crate) fn meets(&self, folder: &str, peers: &[String]) -> Vec<String> {
        let Some(inside) = self
            .path
            .strip_prefix(folder)
            .and_then(|path| path.strip_prefix('/'))
        else {
            return Vec::new();
        };
        let own = inside.split('/').next().unwrap_or(inside);
        let own = own.strip_suffix(".rs").unwrap_or(own);
        if !peers.iter().any(|peer| peer == own) {
            return Vec::new();
        }
        let (_, module) = folder.rsplit_once("src/").unwrap_or(("", folder));
        let through = [
            format!("crate::{}::", module.replace('/', "::")),
            "super::".to_owned(),
        ];
        let is_direct = self.folder() == folder;
        let mut met = Vec::new();
        for start in through
            .iter()
            .filter(|start| is_direct || *start != "super::")
        {
            for (at, _) in self.code.match_indices(start.as_str()) {
                for name in names(&self.code[at + start.len()..]) {
                    if name != own && peers.contains(&name) {
                        met.push(format!("{}: `{own}` may not see `{name}`", self.path));
                    }
                }
            }
        }
        met
    }

    /// How it breaks the manners of the house: no opening words, globs, climbing paths.
    pub(crate) fn ill_mannered(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if !self.first_line.starts_with("//! ") {
            faults.push(format!(
                "{}: does not open with what lives in it",
                self.path
            ));
        }
        if self.code.contains("super::super") {
            faults.push(format!("{}: climbs with super::super", self.path));
        }
        let globs = self.without_tests().lines().filter(|line| {
            let is_glob =
                line.trim_start().starts_with("use ") && line.trim_end().ends_with("::*;");
            is_glob && !line.contains("proptest::prelude")
        });
        if self.stem() != "tests" && globs.count() > 0 {
            faults.push(format!("{}: imports with a glob", self.path));
        }
        faults
    }

    /// Its code up to the tests at its end.
    fn without_tests(&self) -> &str {
        let end = self
            .code
            .find("#[cfg(test)]\nmod ")
            .unwrap_or(self.code.len());
        &self.code[..end]
    }
}

/// The name that opens `path`, or the names that open the parts of a group: `a`, and `a` and `b` of `{a::x, b}`.
fn names(path: &str) -> Vec<String> {
    let name = |path: &str| -> String {
        let path = path.trim_start();
        path.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}
