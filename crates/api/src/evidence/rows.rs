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
    fn what_is_no_object_has_no_columns() {
        assert!(cells_of("[1, 2]").is_empty());
        assert!(cells_of("").is_empty());
    }
}
