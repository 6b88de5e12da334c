//! What the editor may set: where things are and what is shown, never what is wrong. Editor and CI cannot disagree.
//!
//! `initializationOptions` and the section `onrecord` of `workspace/configuration` have the same shape:
//! `{"config": "path/to/onrecord.toml", "registries": ["people.toml"], "inlayHints": {"holders": true, "fullNames": true,
//! "days": true}, "codeLenses": true}`; `"inlayHints": false` switches all of them off.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::lsp::refresh;
use crate::lsp::session::{Errand, Session};
use crate::project::Options;

/// The section asked for in `workspace/configuration`.
pub(super) const SECTION: &str = "onrecord";

/// What is shown besides findings; everything until somebody says otherwise.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing that can be shown or not"
)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Shown {
    /// Who holds a bare office, as a hint.
    pub(super) holders: bool,
    /// The full name behind a bare surname, as a hint.
    pub(super) full_names: bool,
    /// The day that words such as "yesterday" mean, as a hint.
    pub(super) days: bool,
    /// What is to know of a turn or section, above it.
    pub(super) lenses: bool,
}

impl Default for Shown {
    fn default() -> Shown {
        Shown {
            holders: true,
            full_names: true,
            days: true,
            lenses: true,
        }
    }
}

/// What `settings` say is to be shown; what they leave out or say wrongly is shown.
pub(super) fn shown(settings: &Value) -> Shown {
    let settings = section(settings);
    let switch = |value: Option<&Value>| value.and_then(Value::as_bool).unwrap_or(true);
    let hints = settings.and_then(|settings| settings.get("inlayHints"));
    let hint = |name: &str| match hints {
        Some(Value::Object(kinds)) => switch(kinds.get(name)),
        all => switch(all),
    };
    Shown {
        holders: hint("holders"),
        full_names: hint("fullNames"),
        days: hint("days"),
        lenses: switch(settings.and_then(|settings| settings.get("codeLenses"))),
    }
}

/// Our section of some settings, which may be all there is.
fn section(settings: &Value) -> Option<&Map<String, Value>> {
    let settings = settings.as_object()?;
    match settings.get(SECTION) {
        Some(Value::Object(section)) => Some(section),
        _ => Some(settings),
    }
}

/// Takes settings that have changed: projects are loaded again, or the client asks again for what it shows, as the case may be.
pub(super) fn take(session: &Arc<Session>, settings: &Value) {
    let options = options(settings, session.root().map(PathBuf::as_path));
    if session.projects.set_options(options) {
        session.ask_for(Errand::Reload);
    }
    if session.set_shown(shown(settings)) {
        refresh::ask(session);
    }
}

/// The options in `settings`, with relative paths counted from `root`. What cannot be read is left out and logged.
pub(super) fn options(settings: &Value, root: Option<&Path>) -> Options {
    let none = Map::new();
    let settings = section(settings).unwrap_or(&none);
    let place = |value: &Value| -> Option<PathBuf> {
        let path = value.as_str().filter(|path| !path.is_empty())?;
        Some(root.map_or_else(|| PathBuf::from(path), |root| root.join(path)))
    };
    let mut options = Options::default();
    for (key, value) in settings {
        match key.as_str() {
            "config" => options.config = place(value),
            "registries" => {
                let paths = value.as_array().map_or(&[][..], Vec::as_slice);
                options.registries = paths.iter().filter_map(place).collect();
            }
            "codeLenses" | "inlayHints" => {}
            _ => tracing::info!("the setting {key} is not one of ours"),
        }
    }
    options
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_name_places_from_the_root() {
        let root = Path::new("/summit");
        let settings = json!({"config": "onrecord.toml", "registries": ["people.toml", 3], "severity": "error"});
        let options = options(&settings, Some(root));
        assert_eq!(options.config, Some(root.join("onrecord.toml")));
        assert_eq!(options.registries, [root.join("people.toml")]);
    }

    #[test]
    fn everything_is_shown_that_is_not_switched_off() {
        let all = Shown::default();
        for nothing in [
            json!(null),
            json!({}),
            json!({"inlayHints": 3}),
            json!({"codeLenses": null}),
        ] {
            assert_eq!(shown(&nothing), all, "{nothing}");
        }
        let none = json!({"onrecord": {"inlayHints": false, "codeLenses": false}});
        let off = Shown {
            holders: false,
            full_names: false,
            days: false,
            lenses: false,
        };
        assert_eq!(shown(&none), off);
        let one = json!({"inlayHints": {"holders": false}});
        assert_eq!(
            shown(&one),
            Shown {
                holders: false,
                ..all
            }
        );
    }

    #[test]
    fn settings_may_stand_under_their_section_or_be_nothing_at_all() {
        let nested = options(&json!({"onrecord": {"config": "a.toml"}}), None);
        assert_eq!(nested.config, Some(PathBuf::from("a.toml")));
        for nothing in [json!(null), json!([]), json!("x"), json!({"config": ""})] {
            assert_eq!(options(&nothing, None), Options::default());
        }
    }
}
