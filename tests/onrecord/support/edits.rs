//! What a client makes of the edits it is sent.

use serde_json::Value;

/// A text after the edits of a client, whose columns count UTF-16 units.
pub(crate) fn edited(text: &str, edits: &Value) -> String {
    let starts: Vec<usize> = std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect();
    let offset = |place: &Value| {
        let number = |key: &str| place[key].as_u64().unwrap_or_default() as usize;
        let Some(&start) = starts.get(number("line")) else {
            return text.len();
        };
        let mut units = 0;
        let before = text[start..].chars().take_while(|c| {
            units += c.len_utf16();
            units <= number("character")
        });
        start + before.map(char::len_utf8).sum::<usize>()
    };
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .into_iter()
        .flatten()
        .map(|edit| {
            let range = &edit["range"];
            let new = edit["newText"].as_str().unwrap_or_default();
            (offset(&range["start"]), offset(&range["end"]), new)
        })
        .collect();
    edits.sort_unstable();
    let mut edited = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        edited.replace_range(start..end, new);
    }
    edited
}
