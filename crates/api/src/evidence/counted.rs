//! Counted sets, listed row by row.
//!
//! Reads   `usage_placed`, `meeting`, `activity`
//!
//! A counted set says `{table, filter, from, to, count, digest}`. Its filter
//! names columns and the text they must hold; the rows that meet it are listed
//! and added up again, so that a reader sees whether the count still holds. A
//! set of meetings or notes lists the records it names.

use model::tables::base::{ActivityRow, MeetingRow};
use model::tables::decided::UsagePlaced;
use model::{AccountId, CountedSetId, Day, Instant, RecordId};
use serde::Serialize;
use serde_json::Value;
use store::published::Param;

use crate::{ApiError, Facade};

/// A counted set and its rows.
#[derive(Clone, Debug, Serialize)]
pub struct CountedView {
    /// Its id, from its own text.
    pub set_id: CountedSetId,
    /// The table counted.
    pub table: String,
    /// Columns and the texts they hold.
    pub filter: Vec<(String, Vec<String>)>,
    /// First day.
    pub from: Option<Day>,
    /// Last day, as the set states it.
    pub to: Option<Day>,
    /// How many it states.
    pub count: Option<i64>,
    /// The digest it states.
    pub digest: Option<String>,
    /// The rows, for sets of usage.
    pub rows: Vec<UsageLine>,
    /// The records, for sets of meetings or notes.
    pub records: Vec<CountedRecord>,
    /// Events in the rows listed.
    pub n_listed: i64,
    /// What is listed agrees with the count.
    pub count_holds: bool,
}

/// A meeting or note of a counted set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountedRecord {
    /// Its record.
    pub record_id: RecordId,
    /// What to explain: the meeting, or the record.
    pub explain_id: String,
    /// Its title or subject, as far as it is published.
    pub title: Option<String>,
    /// Its day, where known.
    pub day: Option<Day>,
}

/// Counted events of one user and one event name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UsageLine {
    /// Who.
    pub user_key: String,
    /// Name of the event.
    pub name: String,
    /// Events.
    pub n: i64,
    /// Different days.
    pub n_days: i32,
    /// First day.
    pub first_day: Day,
    /// Last day.
    pub last_day: Day,
}

/// Most rows of one user that a citation lists.
const MOST_CITED: usize = 20;

impl Facade {
    pub(crate) fn counted_view(
        &self,
        account_id: AccountId,
        json: &str,
    ) -> Result<CountedView, ApiError> {
        let set: Value = serde_json::from_str(json).unwrap_or(Value::Null);
        let text = |name: &str| set.get(name).map(text_of);
        let day = |name: &str| text(name).as_deref().and_then(day_of);
        let filter = filter_of(set.get("filter"));
        let table = text("table").unwrap_or_default();
        let (rows, records) = match table.as_str() {
            "meeting_placed" | "activity_placed" => (Vec::new(), self.counted_records(&filter)?),
            _ => (self.usage_rows(account_id, &filter)?, Vec::new()),
        };
        let n_listed = match records.len() {
            0 => rows.iter().map(|row| row.n).sum(),
            n => i64::try_from(n).unwrap_or(i64::MAX),
        };
        let count = set.get("count").and_then(Value::as_i64);
        Ok(CountedView {
            set_id: CountedSetId::derive(&[json]),
            table,
            filter,
            from: day("from"),
            to: day("to"),
            count,
            digest: text("digest"),
            n_listed,
            count_holds: count == Some(n_listed),
            rows,
            records,
        })
    }

    fn counted_records(
        &self,
        filter: &[(String, Vec<String>)],
    ) -> Result<Vec<CountedRecord>, ApiError> {
        let named = filter.iter().filter(|(column, _)| column == "record_id");
        let ids = named.flat_map(|(_, texts)| texts);
        let ids = ids.filter_map(|text| RecordId::parse(text));
        ids.map(|id| self.counted_record(id)).collect()
    }

    fn counted_record(&self, record_id: RecordId) -> Result<CountedRecord, ApiError> {
        let key = [Param::Id(record_id.0)];
        let meeting: Option<MeetingRow> = self.published.row("WHERE record_id = ?1", &key)?;
        if let Some(row) = meeting {
            return Ok(CountedRecord {
                record_id,
                explain_id: row.meeting_id.to_string(),
                title: Some(row.title),
                day: row.day,
            });
        }
        let note: Option<ActivityRow> = self.published.row("WHERE record_id = ?1", &key)?;
        Ok(CountedRecord {
            record_id,
            explain_id: record_id.to_string(),
            day: note.as_ref().and_then(|row| row.at).map(Instant::day),
            title: note.map(|row| row.subject.unwrap_or(row.activity_kind)),
        })
    }

    /// The usage that `["usage_placed", user, group, event]` names; a user alone
    /// names everything they did. Nothing for any other text.
    pub(crate) fn usage_cited(&self, cited: &str) -> Result<Vec<UsageLine>, ApiError> {
        let parts: Vec<String> = serde_json::from_str(cited).unwrap_or_default();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let (condition, texts) = match parts.as_slice() {
            ["usage_placed", user] => ("WHERE user_key = ?1", vec![*user]),
            ["usage_placed", user, group, name] => (
                "WHERE user_key = ?1 AND group_key = ?2 AND name = ?3",
                vec![*user, *group, *name],
            ),
            _ => return Ok(Vec::new()),
        };
        let params: Vec<Param<'_>> = texts.into_iter().map(Param::Text).collect();
        let ordered = format!("{condition} ORDER BY n DESC, group_key, name LIMIT {MOST_CITED}");
        let rows: Vec<UsagePlaced> = self.published.rows(&ordered, &params)?;
        Ok(rows.into_iter().map(UsageLine::from).collect())
    }

    fn usage_rows(
        &self,
        account_id: AccountId,
        filter: &[(String, Vec<String>)],
    ) -> Result<Vec<UsageLine>, ApiError> {
        let rows: Vec<UsagePlaced> = self.published.rows(
            "WHERE account_id = ?1 ORDER BY n DESC, user_key, group_key, name",
            &[Param::Id(account_id.0)],
        )?;
        let kept = rows.into_iter().filter(|row| meets(row, filter));
        Ok(kept.map(UsageLine::from).collect())
    }
}

impl From<UsagePlaced> for UsageLine {
    fn from(row: UsagePlaced) -> Self {
        Self {
            user_key: row.user_key,
            name: row.name,
            n: row.n,
            n_days: row.n_days,
            first_day: row.first_day,
            last_day: row.last_day,
        }
    }
}

fn meets(row: &UsagePlaced, filter: &[(String, Vec<String>)]) -> bool {
    filter.iter().all(|(column, wanted)| {
        let found = match column.as_str() {
            "user_key" => row.user_key.clone(),
            "group_key" => row.group_key.clone(),
            "name" => row.name.clone(),
            "account_id" => row.account_id.to_string(),
            _ => return false,
        };
        wanted.contains(&found)
    })
}

/// Reads a filter written as an object of texts or lists, or as `column=text`
/// parts joined by ` and `.
fn filter_of(filter: Option<&Value>) -> Vec<(String, Vec<String>)> {
    match filter {
        Some(Value::Object(map)) => {
            let parts = map
                .iter()
                .map(|(column, value)| (column.clone(), texts_of(value)));
            parts.collect()
        }
        Some(Value::String(text)) => {
            let parts = text.split(" and ").filter_map(|part| part.split_once('='));
            let parts = parts.map(|(column, wanted)| {
                let wanted = wanted.trim().trim_matches(['\'', '"']).to_owned();
                (column.trim().to_owned(), vec![wanted])
            });
            parts.collect()
        }
        _ => Vec::new(),
    }
}

fn texts_of(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().map(text_of).collect(),
        one => vec![text_of(one)],
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A day written as a date, or as days since the epoch.
fn day_of(text: &str) -> Option<Day> {
    Day::parse_iso(text).or_else(|| text.parse().ok().map(Day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_read_as_object_and_as_text() {
        let object = serde_json::json!({"user_key": "app:user:7", "name": ["open", "save"]});
        let expected = vec![
            ("user_key".to_owned(), vec!["app:user:7".to_owned()]),
            (
                "name".to_owned(),
                vec!["open".to_owned(), "save".to_owned()],
            ),
        ];
        assert_eq!(filter_of(Some(&object)), expected);
        let text = Value::from("user_key = 'app:user:7' and name = open");
        assert_eq!(
            filter_of(Some(&text))[1],
            ("name".to_owned(), vec!["open".to_owned()])
        );
    }

    #[test]
    fn a_column_nobody_knows_lists_nothing() {
        let row = UsagePlaced {
            account_id: AccountId::default(),
            user_key: "app:user:7".to_owned(),
            group_key: String::new(),
            name: "open".to_owned(),
            n: 3,
            n_days: 2,
            first_day: Day(0),
            last_day: Day(1),
            digest: 9,
        };
        let known = vec![("name".to_owned(), vec!["open".to_owned()])];
        let unknown = vec![("colour".to_owned(), vec!["open".to_owned()])];
        assert!(meets(&row, &known));
        assert!(!meets(&row, &unknown));
    }
}
