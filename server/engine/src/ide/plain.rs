//! Our cards without marks of Markdown, for clients that show text as it comes. Knows only the marks our cards use.

use std::fmt::Write;

/// The text of a card: emphasis and rules go, links become their words with the address behind.
pub(super) fn text(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        if line == "---" {
            continue;
        }
        let line = line.trim_end();
        let line = line
            .strip_prefix('_')
            .and_then(|inner| inner.strip_suffix('_'))
            .unwrap_or(line);
        plain.push_str(&links(&line.replace("**", "")));
        plain.push('\n');
    }
    let mut blank = false;
    let mut text = String::with_capacity(plain.len());
    for line in plain.lines() {
        if !(blank && line.is_empty()) {
            text.push_str(line);
            text.push('\n');
        }
        blank = line.is_empty();
    }
    text.trim().to_owned()
}

/// `[words](address)` as `words (address)`.
fn links(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let parts = after
            .split_once("](")
            .and_then(|(words, after)| Some((words, after.split_once(')')?)));
        let Some((words, (address, after))) = parts else {
            break;
        };
        text.push_str(before);
        _ = write!(text, "{words} ({address})");
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_readable_without_its_marks() {
        let card = "**Ada Vane** · [Q1](https://example.org/Q1)\n\nOn 4 March 2021:\n\n- Minister\n\n\n_Source: gazette_  \n\n---\n\n_OFF001, error_";
        assert_eq!(
            text(card),
            "Ada Vane · Q1 (https://example.org/Q1)\n\nOn 4 March 2021:\n\n- Minister\n\nSource: gazette\n\nOFF001, error"
        );
    }
}
