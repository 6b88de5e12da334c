//! The kinds of entries of a TOML registry file, and the keys each may have. The JSON Schema is held against this table.

/// A kind of entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum EntryKind {
    /// `[[membership]]`
    Membership,
    /// `[[organization]]`
    Organization,
    /// `[[person]]`
    Person,
    /// `[[post]]`
    Post,
}

/// The keys of the file itself, before the first entry.
pub const FILE_KEYS: &[&str] = &["retrieved", "source"];

/// The keys of an alias that is a table.
pub const ALIAS_KEYS: &[&str] = &["kind", "script", "text"];

impl EntryKind {
    /// All kinds, by name.
    pub const ALL: [EntryKind; 4] = [
        EntryKind::Membership,
        EntryKind::Organization,
        EntryKind::Person,
        EntryKind::Post,
    ];

    /// The name of its tables.
    pub fn name(self) -> &'static str {
        match self {
            EntryKind::Membership => "membership",
            EntryKind::Organization => "organization",
            EntryKind::Person => "person",
            EntryKind::Post => "post",
        }
    }

    /// The kind whose tables have this name.
    pub fn named(name: &str) -> Option<EntryKind> {
        EntryKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Every key it may have, sorted; keys that begin with `x-` may stand in any entry and are left alone.
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            EntryKind::Membership => &[
                "acting",
                "area",
                "end",
                "on-behalf-of",
                "organization",
                "person",
                "post",
                "precision",
                "role",
                "source",
                "start",
            ],
            EntryKind::Organization => &[
                "aliases", "end", "id", "kind", "name", "parent", "seats", "source", "start",
                "state",
            ],
            EntryKind::Person => &[
                "aliases",
                "birth",
                "death",
                "family",
                "gender",
                "given",
                "id",
                "identifiers",
                "name",
                "particles",
                "scripts",
                "source",
            ],
            EntryKind::Post => &[
                "aliases",
                "end",
                "id",
                "label",
                "org",
                "organization",
                "roles",
                "seats",
                "source",
                "start",
                "state",
            ],
        }
    }
}
