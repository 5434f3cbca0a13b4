//! Counted sets, listed row by row.
//!
//! Reads   `usage_placed`
//!
//! A counted set says `{table, filter, from, to, count, digest}`. Its filter
//! names columns and the text they must hold; the rows that meet it are listed
//! and added up again, so that a reader sees whether the count still holds.

use model::tables::decided::UsagePlaced;
use model::{AccountId, CountedSetId, Day};
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
    /// The rows.
    pub rows: Vec<UsageLine>,
    /// Events in the rows listed.
    pub n_listed: i64,
    /// The rows add up to the count or are as many as it.
    pub count_holds: bool,
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
        let rows = self.usage_rows(account_id, &filter)?;
        let n_listed = rows.iter().map(|row| row.n).sum();
        let count = set.get("count").and_then(Value::as_i64);
        let n_days: i64 = rows.iter().map(|row| i64::from(row.n_days)).sum();
        let n_rows = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        Ok(CountedView {
            set_id: CountedSetId::derive(&[json]),
            table: text("table").unwrap_or_default(),
            filter,
            from: day("from"),
            to: day("to"),
            count,
            digest: text("digest"),
            n_listed,
            count_holds: count.is_some_and(|n| n == n_listed || n == n_rows || n == n_days),
            rows,
        })
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
