//! The columns of a row, from the JSON object in which it was kept.

use serde::Serialize;
use serde_json::Value;

/// A column of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldCell {
    /// The column's name.
    pub name: String,
    /// What stands there.
    pub value: String,
    /// The words that count stand here.
    pub is_cited: bool,
}

/// The filled columns in the order of the file.
pub(crate) fn cells_of(fields: &str) -> Vec<FieldCell> {
    let Ok(Value::Object(map)) = serde_json::from_str(fields) else {
        return Vec::new();
    };
    let cells = map.into_iter().map(|(name, value)| FieldCell {
        name,
        value: text_of(value),
        is_cited: false,
    });
    cells.filter(|cell| !cell.value.is_empty()).collect()
}

/// The cell a claim cites: the column of that name, else the one that holds what
/// the claim says, else the one whose header means the same. A claim may name a
/// column by what it means (`title`), where the file has its own word for it.
pub(crate) fn cited_cell(cells: &[FieldCell], field: &str, object: &str) -> Option<usize> {
    if field.is_empty() {
        return None;
    }
    let wanted = folded(field);
    let find = |is_it: &dyn Fn(&FieldCell) -> bool| cells.iter().position(is_it);
    find(&|cell| cell.name == field)
        .or_else(|| find(&|cell| !object.is_empty() && cell.value.trim() == object.trim()))
        .or_else(|| find(&|cell| folded(&cell.name) == wanted))
        .or_else(|| find(&|cell| folded(&cell.name).ends_with(&wanted)))
}

fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn text_of(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept_and_empty_columns_are_left_out() {
        let cells = cells_of(r#"{"Z":"1","Empty":"","A":2,"None":null}"#);
        let shown: Vec<_> = cells
            .iter()
            .map(|c| (c.name.as_str(), c.value.as_str()))
            .collect();
        assert_eq!(shown, [("Z", "1"), ("A", "2")]);
    }

    #[test]
    fn a_column_is_found_by_name_by_words_and_by_meaning() {
        let cells = cells_of(r#"{"Signed By":"Ada Quill","Job Title":"VP","Reports":"CFO"}"#);
        assert_eq!(cited_cell(&cells, "Signed By", ""), Some(0));
        assert_eq!(cited_cell(&cells, "signed_by", ""), Some(0));
        assert_eq!(cited_cell(&cells, "title", "CFO"), Some(2));
        assert_eq!(cited_cell(&cells, "title", ""), Some(1));
        assert_eq!(cited_cell(&cells, "colour", ""), None);
        assert_eq!(cited_cell(&cells, "", "CFO"), None);
    }

    #[test]
    fn what_is_no_object_has_no_columns() {
        assert!(cells_of("[1, 2]").is_empty());
        assert!(cells_of("").is_empty());
    }
}
