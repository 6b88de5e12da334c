//! A diagnostic that is told again and again: at each key the client gets all of them, and all but a few are what they were.

use std::sync::OnceLock;

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use tower_lsp::lsp_types::{Diagnostic, Range};

/// A diagnostic, and how it goes over the wire, once it has.
#[derive(Clone, Debug)]
pub(super) struct Told {
    diagnostic: Diagnostic,
    json: OnceLock<Option<Box<RawValue>>>,
}

impl Told {
    /// The diagnostic.
    pub(super) fn diagnostic(&self) -> &Diagnostic {
        &self.diagnostic
    }

    /// Moves what it tells of in lines behind `last` by `moved` lines; whether there was anything to move. `None` where
    /// there are no such lines.
    pub(super) fn follow(&mut self, last: u32, moved: i64) -> Option<bool> {
        let mut is_moved = false;
        let mut follow = |range: &mut Range| {
            if moved != 0 && range.start.line > last {
                is_moved = true;
                for position in [&mut range.start, &mut range.end] {
                    position.line = u32::try_from(i64::from(position.line) + moved).ok()?;
                }
            }
            Some(())
        };
        follow(&mut self.diagnostic.range)?;
        for related in self.diagnostic.related_information.iter_mut().flatten() {
            follow(&mut related.location.range)?;
        }
        if is_moved {
            self.json = OnceLock::new();
        }
        Some(is_moved)
    }
}

impl From<Diagnostic> for Told {
    fn from(diagnostic: Diagnostic) -> Self {
        Told {
            diagnostic,
            json: OnceLock::new(),
        }
    }
}

impl From<Told> for Diagnostic {
    fn from(told: Told) -> Self {
        told.diagnostic
    }
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        self.diagnostic == other.diagnostic
    }
}

impl Serialize for Told {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self
            .json
            .get_or_init(|| to_raw_value(&self.diagnostic).ok());
        match json {
            Some(json) => json.serialize(serializer),
            // Whatever is wrong is told by the one who writes.
            None => self.diagnostic.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Position;

    use super::*;

    #[test]
    fn what_moves_is_written_anew_and_what_stays_is_not() {
        let at = |line| Range::new(Position::new(line, 2), Position::new(line, 7));
        let json = |told: &Told| serde_json::to_string(told).expect("it can be written");
        let mut told = Told::from(Diagnostic::new_simple(at(5), "Who says so?".to_owned()));
        let first = json(&told);
        assert_eq!(
            first,
            serde_json::to_string(told.diagnostic()).expect("it can be written")
        );
        assert_eq!(told.follow(5, 1), Some(false));
        assert!(told.json.get().is_some());
        assert_eq!(told.follow(4, 3), Some(true));
        assert_eq!(json(&told), first.replace("\"line\":5", "\"line\":8"));
        assert_eq!(told.follow(4, -9), None);
    }
}
