//! Trees of records: what a CRM's command line and web interfaces give as JSON.
//!
//! Reads   `{"records":[{"attributes":{"type":…,"referenceId":…}, …}]}` and
//!         `{"results":[{"id":…,"properties":{…}}]}`
//! Writes  tables, one for each type of record, which are read like any other
//!
//! Children stand inside their parent and point at it without saying so; the
//! reference is added. A line is where the record names its type.

use csv::StringRecord;
use memchr::memmem;
use serde_json::{Map, Value};

use crate::emit::Emitter;
use crate::error::{Code, ReadError};
use crate::names::stem;
use crate::read::read_table;
use crate::report::{FileReport, Remark};
use crate::table::Rows;

/// Records of one type.
struct RecordTable {
    /// Where the records come from and what they are, as a path.
    path: String,
    header: Vec<String>,
    rows: Vec<(i64, Vec<Option<String>>)>,
    at: usize,
}

impl Rows for RecordTable {
    fn header(&self) -> &[String] {
        &self.header
    }

    fn rewind(&mut self) -> Result<(), ReadError> {
        self.at = 0;
        Ok(())
    }

    fn next_row(&mut self, cells: &mut StringRecord) -> Result<Option<i64>, ReadError> {
        let Some((line, row)) = self.rows.get(self.at) else {
            return Ok(None);
        };
        self.at += 1;
        cells.clear();
        for idx in 0..self.header.len() {
            let cell = row.get(idx).and_then(Option::as_deref);
            cells.push_field(cell.unwrap_or_default());
        }
        Ok(Some(*line))
    }
}

/// Whether a text may be a tree of records, by its first bytes.
pub(crate) fn is_tree(text: &str) -> bool {
    let is_json = text.trim_start().starts_with(['{', '[']);
    let has = |word: &str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    let of_salesforce = has("\"attributes\"") && has("\"type\"");
    let of_hubspot = has("\"results\"") && has("\"properties\"");
    let is_plan = has("\"sobject\"") && has("\"files\"");
    is_json && (of_salesforce || of_hubspot || is_plan)
}

/// Reads every table of a tree.
pub(crate) fn read(
    path: &str,
    text: &str,
    emitter: &mut Emitter<'_>,
) -> Result<FileReport, ReadError> {
    let mut whole = FileReport::default();
    let mut refusal = None;
    for mut table in tables(path, text)? {
        let part = table.path.clone();
        match read_table(&part, "json", &mut table, emitter) {
            Ok(report) => add(&mut whole, report),
            Err(cause @ ReadError::Refused { .. }) => {
                whole.remarks.push(Remark {
                    part: stem(&part).to_owned(),
                    code: cause.code().as_str().to_owned(),
                    text: cause.to_string(),
                });
                refusal.get_or_insert(cause);
            }
            Err(cause) => return Err(cause),
        }
    }
    match refusal {
        Some(cause) if whole.object.is_empty() => Err(cause),
        _ => Ok(whole),
    }
}

fn add(whole: &mut FileReport, report: FileReport) {
    let object = if whole.object.is_empty() {
        report.object.clone()
    } else {
        format!("{}+{}", whole.object, report.object)
    };
    let remarks = std::mem::take(&mut whole.remarks);
    let mut seen_keys = std::mem::take(&mut whole.seen_keys);
    seen_keys.extend(report.seen_keys.iter().cloned());
    // The counts of a report are those of the file so far.
    *whole = report;
    whole.object = object;
    whole.remarks = remarks;
    whole.seen_keys = seen_keys;
}

fn tables(path: &str, text: &str) -> Result<Vec<RecordTable>, ReadError> {
    let value: Value = serde_json::from_str(text).map_err(|cause| {
        ReadError::refused(
            Code::JsonInvalid,
            format!("not JSON from line {}", cause.line()),
            "export it again; the file may be cut off",
        )
    })?;
    let mut forest = Forest {
        lines: lines_of(text),
        n_seen: 0,
        tables: Vec::new(),
        path,
    };
    let answer = value.get("result").unwrap_or(&value);
    let top = match answer {
        Value::Object(map) => map.get("records").or_else(|| map.get("results")),
        other => Some(other),
    };
    if let Some(Value::Array(records)) = top {
        records.iter().for_each(|record| forest.add(record, None));
    }
    if forest.tables.is_empty() {
        return Err(ReadError::refused(
            Code::FileUnknown,
            "JSON without records of a known shape",
            "export records with their types, or as CSV",
        ));
    }
    Ok(forest.tables)
}

/// The line of each record: where the word stands that every record has once.
fn lines_of(text: &str) -> Vec<i64> {
    let marks: &[&str] = &["\"attributes\"", "\"properties\"", "\"sobject\""];
    let mark = marks
        .iter()
        .find(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
    let Some(mark) = mark else {
        return Vec::new();
    };
    let bytes = text.as_bytes();
    let mut line = 1;
    let mut from = 0;
    let mut lines = Vec::new();
    for at in memmem::find_iter(bytes, mark.as_bytes()) {
        let is_quoted = at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'\\');
        let passed = bytes.get(from..at).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', passed).count() as i64;
        from = at;
        if !is_quoted {
            lines.push(line);
        }
    }
    lines
}

/// A column and what stands there.
type Cell = (String, String);

struct Forest<'a> {
    lines: Vec<i64>,
    n_seen: usize,
    tables: Vec<RecordTable>,
    path: &'a str,
}

impl Forest<'_> {
    /// Adds a record and its children; `parent` is the column that points back, and the id.
    fn add(&mut self, record: &Value, parent: Option<Cell>) {
        let Value::Object(map) = record else {
            return;
        };
        let line = self.lines.get(self.n_seen).copied().unwrap_or(1);
        self.n_seen += 1;
        let attributes = map.get("attributes").and_then(Value::as_object);
        let attribute = |name: &str| {
            attributes
                .and_then(|found| found.get(name))
                .and_then(scalar)
        };
        let own_id = attribute("referenceId").or_else(|| map.get("Id").and_then(scalar));
        let mut cells: Vec<Cell> = Vec::new();
        let reference = attribute("referenceId").map(|id| (String::from("referenceId"), id));
        cells.extend(reference);
        let mut children: Vec<&Value> = Vec::new();
        for (column, value) in map {
            match value {
                Value::Object(inner) => self.inner(column, inner, (&mut cells, &mut children)),
                _ => cells.extend(scalar(value).map(|text| (column.clone(), text))),
            }
        }
        let back = parent.filter(|(back, _)| !cells.iter().any(|(column, _)| column == back));
        cells.extend(back);
        let name = attribute("type");
        let path = name.as_ref().map_or_else(
            || self.path.to_owned(),
            |name| format!("salesforce/{name}.json"),
        );
        self.put(path, line, cells);
        for child in children {
            let back = name.as_ref().zip(own_id.clone());
            self.add(child, back.map(|(name, id)| (format!("{name}Id"), id)));
        }
    }

    /// What stands within a record: children, associations, properties, names of other records.
    fn inner<'v>(
        &mut self,
        column: &str,
        inner: &'v Map<String, Value>,
        (cells, children): (&mut Vec<Cell>, &mut Vec<&'v Value>),
    ) {
        match (column, inner.get("records")) {
            ("attributes", _) => {}
            (_, Some(Value::Array(records))) => children.extend(records),
            ("properties", _) => cells.extend(scalars(inner)),
            ("associations", _) => cells.extend(associations(inner)),
            _ => {
                self.n_seen += usize::from(inner.contains_key("attributes"));
                let named = scalars(inner).map(|(name, text)| (format!("{column}.{name}"), text));
                cells.extend(named);
            }
        }
    }

    fn put(&mut self, path: String, line: i64, cells: Vec<Cell>) {
        let idx = self.tables.iter().position(|table| table.path == path);
        let idx = idx.unwrap_or_else(|| {
            self.tables.push(RecordTable {
                path,
                header: Vec::new(),
                rows: Vec::new(),
                at: 0,
            });
            self.tables.len() - 1
        });
        if let Some(table) = self.tables.get_mut(idx) {
            table.push(line, cells);
        }
    }
}

impl RecordTable {
    fn push(&mut self, line: i64, cells: Vec<Cell>) {
        let mut row: Vec<Option<String>> = vec![None; self.header.len()];
        for (column, text) in cells {
            match self.header.iter().position(|known| *known == column) {
                Some(idx) => {
                    if let Some(cell) = row.get_mut(idx) {
                        *cell = Some(text);
                    }
                }
                None => {
                    self.header.push(column);
                    row.push(Some(text));
                }
            }
        }
        self.rows.push((line, row));
    }
}

/// A value that fits a cell.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn scalars(map: &Map<String, Value>) -> impl Iterator<Item = Cell> {
    map.iter()
        .filter_map(|(column, value)| Some((column.clone(), scalar(value)?)))
}

/// `{"contacts":{"results":[{"id":…}]}}` as a column of ids.
fn associations(map: &Map<String, Value>) -> Vec<Cell> {
    let column = |object: &str| match object {
        "contacts" => Some("associated_contact_ids"),
        "companies" => Some("associated_company_ids"),
        "deals" => Some("associated_deal_ids"),
        _ => None,
    };
    map.iter()
        .filter_map(|(object, found)| {
            let results = found.get("results").and_then(Value::as_array)?;
            let ids = results.iter().filter_map(|end| end.get("id"));
            let ids: Vec<String> = ids.filter_map(scalar).collect();
            Some((column(object)?.to_owned(), ids.join(";")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TREE: &str = r#"{"records":[
        {"attributes":{"type":"Account","referenceId":"AccountRef1"},"Name":"Acme","Contacts":{"records":[
            {"attributes":{"type":"Contact","referenceId":"ContactRef1"},"LastName":"Moss"}]}},
        {"attributes":{"type":"Account","referenceId":"AccountRef2"},"Name":"Beta","Industry":"Retail"}]}"#;

    #[test]
    fn children_point_back_at_their_parent() {
        let tables = tables("accounts.json", TREE).unwrap();
        let [accounts, contacts] = tables.as_slice() else {
            panic!("two tables");
        };
        assert_eq!(accounts.header, ["referenceId", "Name", "Industry"]);
        assert_eq!(
            accounts
                .rows
                .iter()
                .map(|(line, _)| *line)
                .collect::<Vec<_>>(),
            [2, 4]
        );
        assert_eq!(contacts.header, ["referenceId", "LastName", "AccountId"]);
        assert_eq!(contacts.rows.first().unwrap().0, 3);
    }

    #[test]
    fn properties_and_associations_are_columns() {
        let text = r#"{"results":[{"id":"1","properties":{"dealname":"D"},
            "associations":{"contacts":{"results":[{"id":"7"},{"id":"8"}]}}}]}"#;
        let tables = tables("deals.json", text).unwrap();
        let [deals] = tables.as_slice() else {
            panic!("one table");
        };
        assert_eq!(deals.path, "deals.json");
        assert_eq!(deals.header, ["id", "dealname", "associated_contact_ids"]);
        assert_eq!(
            deals.rows.first().unwrap().1.last().unwrap().as_deref(),
            Some("7;8")
        );
    }

    proptest! {
        #[test]
        fn a_cut_tree_is_refused(cut in 1_usize..TREE.len() - 1) {
            prop_assume!(TREE.is_char_boundary(cut));
            let refused = tables("a.json", TREE.get(..cut).unwrap()).err().unwrap();
            prop_assert_eq!(refused.code(), Code::JsonInvalid);
        }
    }
}
