//! What the editor may set: where things are, never what is wrong. Editor and CI cannot disagree.
//!
//! `initializationOptions` and the section `onrecord` of `workspace/configuration` have the same shape:
//! `{"config": "path/to/onrecord.toml", "registries": ["people.toml"]}`.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::project::Options;

/// The section asked for in `workspace/configuration`.
pub(super) const SECTION: &str = "onrecord";

/// The options in `settings`, with relative paths counted from `root`. What cannot be read is left out and logged.
pub(super) fn options(settings: &Value, root: Option<&Path>) -> Options {
    let none = Map::new();
    let settings = settings.as_object().unwrap_or(&none);
    let settings = match settings.get(SECTION) {
        Some(Value::Object(section)) => section,
        _ => settings,
    };
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
    fn settings_may_stand_under_their_section_or_be_nothing_at_all() {
        let nested = options(&json!({"onrecord": {"config": "a.toml"}}), None);
        assert_eq!(nested.config, Some(PathBuf::from("a.toml")));
        for nothing in [json!(null), json!([]), json!("x"), json!({"config": ""})] {
            assert_eq!(options(&nothing, None), Options::default());
        }
    }
}
