//! The columns of a row, from the JSON object in which it was kept.

use serde::Serialize;
use serde_json::Value;

use super::quote::Cited;

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
/// the claim says, else the one whose header means the same, else the one that
/// names whom the claim is about. A claim may name a column by what it means
/// (`title`), where the file has its own word for it, or none at all, when it
/// rests on how records are connected.
pub(crate) fn cited_cell(cells: &[FieldCell], cited: &Cited<'_>) -> Option<usize> {
    let (field, object) = (cited.field, cited.object.trim());
    let find = |is_it: &dyn Fn(&FieldCell) -> bool| cells.iter().position(is_it);
    let by_field = || {
        let wanted = folded(field);
        find(&|cell| cell.name == field)
            .or_else(|| find(&|cell| !object.is_empty() && cell.value.trim() == object))
            .or_else(|| find(&|cell| folded(&cell.name) == wanted))
            .or_else(|| find(&|cell| folded(&cell.name).ends_with(&wanted)))
    };
    let named = (!field.is_empty()).then(by_field).flatten();
    // The text of a note is no place where its connection stands.
    named.filter(|_| field != "text").or_else(|| {
        let mut names = cited.named.iter();
        names.find_map(|name| find(&|cell| span_of(&cell.value, name).is_some()))
    })
}

/// Where `name` stands in `text` as a word or words of its own, in characters.
pub(crate) fn span_of(text: &str, name: &str) -> Option<(i32, i32)> {
    let is_within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let mut hits = text.match_indices(name).map(|(start, _)| start);
    let start = hits.find(|start| {
        let before = text.get(..*start).and_then(|head| head.chars().next_back());
        let after = text.get(start + name.len()..);
        !is_within(before) && !is_within(after.and_then(|tail| tail.chars().next()))
    })?;
    let count = |text: &str| i32::try_from(text.chars().count()).ok();
    let first = count(text.get(..start)?)?;
    Some((first, first + count(name)?))
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
        let cell = |field, object| cited_cell(&cells, &cited(field, object, &[]));
        assert_eq!(cell("Signed By", ""), Some(0));
        assert_eq!(cell("signed_by", ""), Some(0));
        assert_eq!(cell("title", "CFO"), Some(2));
        assert_eq!(cell("title", ""), Some(1));
        assert_eq!(cell("colour", ""), None);
        assert_eq!(cell("", "CFO"), None);
    }

    #[test]
    fn a_connection_stands_in_the_cell_that_names_the_other_end() {
        let cells =
            cells_of(r#"{"Id":"00K1","ContactId":"0031","attendees":"Bo Lund; Ada Quill"}"#);
        let names = ["0031".to_owned(), "Ada Quill".to_owned()];
        assert_eq!(cited_cell(&cells, &cited("", "", &names)), Some(1));
        assert_eq!(cited_cell(&cells, &cited("", "", &names[1..])), Some(2));
        assert_eq!(cited_cell(&cells, &cited("signed_by", "", &names)), Some(1));
    }

    #[test]
    fn a_name_stands_there_as_words_of_its_own() {
        assert_eq!(span_of("Bo Lund; Ada", "Ada"), Some((9, 12)));
        assert_eq!(span_of("Adam; Ada", "Ada"), Some((6, 9)));
        assert_eq!(span_of("Ölaf Ada", "Ada"), Some((5, 8)));
        assert_eq!(span_of("Adam", "Ada"), None);
        assert_eq!(span_of("Ada", " "), None);
    }

    fn cited<'a>(field: &'a str, object: &'a str, named: &'a [String]) -> Cited<'a> {
        Cited {
            field,
            object,
            named,
            span: (-1, -1),
        }
    }

    #[test]
    fn what_is_no_object_has_no_columns() {
        assert!(cells_of("[1, 2]").is_empty());
        assert!(cells_of("").is_empty());
    }
}
