//! A place in a file, as people and compilers write it.

use std::path::PathBuf;
use std::str::FromStr;

/// `FILE:LINE[:COL]`; line and column count from 1, columns count characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::cli) struct At {
    /// The file.
    pub(in crate::cli) file: PathBuf,
    /// The line.
    pub(in crate::cli) line: u32,
    /// The column; `None` is the whole line.
    pub(in crate::cli) column: Option<u32>,
}

impl FromStr for At {
    type Err = String;

    /// Read from the end: a file's name may hold colons itself.
    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.parse::<u32>().ok().filter(|number| *number > 0);
        let expected = || "expected FILE:LINE or FILE:LINE:COL, counted from 1".to_owned();
        let (rest, last) = text.rsplit_once(':').ok_or_else(expected)?;
        let last = number(last).ok_or_else(expected)?;
        let (file, line, column) = match rest.rsplit_once(':') {
            Some((file, line)) if number(line).is_some() => {
                (file, number(line).unwrap_or(last), Some(last))
            }
            _ => (rest, last, None),
        };
        if file.is_empty() {
            return Err(expected());
        }
        Ok(At {
            file: PathBuf::from(file),
            line,
            column,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_its_end() {
        let at = |text: &str| {
            let at: At = text.parse().ok()?;
            Some((at.file.to_str()?.to_owned(), at.line, at.column))
        };
        assert_eq!(at("a.txt:3"), Some(("a.txt".into(), 3, None)));
        assert_eq!(at("a.txt:3:14"), Some(("a.txt".into(), 3, Some(14))));
        assert_eq!(at("C:\\a.txt:3"), Some(("C:\\a.txt".into(), 3, None)));
        assert_eq!(at("a:b:3:14"), Some(("a:b".into(), 3, Some(14))));
        for wrong in [
            "a.txt",
            "a.txt:",
            "a.txt:0",
            "a.txt:x",
            ":3",
            "a.txt:3:0",
            "",
        ] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }
}
