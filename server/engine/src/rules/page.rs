//! A rule's page, read from the rule file's own opening comment.

use super::Rule;

impl Rule {
    /// The page as Markdown: the `//!` lines that open the rule's file.
    pub fn page(&self) -> String {
        let mut page = String::new();
        for line in self.page_lines() {
            page.push_str(line);
            page.push('\n');
        }
        page
    }

    /// What the rule finds, in one line: the first line beneath the page's first heading.
    pub fn summary(&self) -> &'static str {
        self.page_lines()
            .skip_while(|line| !line.starts_with("## "))
            .skip(1)
            .find(|line| !line.is_empty())
            .unwrap_or_default()
    }

    fn page_lines(&self) -> impl Iterator<Item = &'static str> {
        self.source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
    }
}
