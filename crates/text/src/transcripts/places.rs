//! Where in a text something stands: line and column of a byte.

/// Walks forward through a text and knows line and column.
pub(super) struct Places<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Places<'a> {
    /// Starts at the first character.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column, both from 1, of the character at byte `to`; going back starts anew.
    pub(super) fn of(&mut self, to: usize) -> (u32, u32) {
        if to < self.at {
            *self = Self::new(self.text);
        }
        let passed = self.text.get(self.at..to).unwrap_or_default();
        for character in passed.chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at += passed.len();
        (self.line, self.column)
    }
}

/// The column, from 1, of byte `at` of a line.
pub(super) fn column_of(line: &str, at: usize) -> u32 {
    let before = line.get(..at).unwrap_or_default().chars().count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        let text = "ab\nüx\n";
        let mut places = Places::new(text);
        assert_eq!(places.of(1), (1, 2));
        assert_eq!(places.of(5), (2, 2));
        assert_eq!(places.of(0), (1, 1));
    }
}
