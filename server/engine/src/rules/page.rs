//! A rule's page, read from the rule file's own opening comment.

use super::Rule;

impl Rule {
    /// The page as Markdown: the `//!` lines that open the rule's file.
    pub fn page(&self) -> String {
        let mut page = String::new();
        for line in self.source.lines() {
            let Some(text) = line.strip_prefix("//!") else {
                break;
            };
            page.push_str(text.strip_prefix(' ').unwrap_or(text));
            page.push('\n');
        }
        page
    }

    /// What the rule finds, in one line: the page's first line without its sign.
    pub fn summary(&self) -> &'static str {
        let first = self.source.lines().next().unwrap_or_default();
        first
            .trim_start_matches("//!")
            .trim_start_matches([' ', '#'])
    }
}
