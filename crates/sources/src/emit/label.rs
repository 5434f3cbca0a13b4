//! Names for codes: products, stages, properties, features.
//!
//! Writes  `record`, `label`

use model::tables::base::LabelRow;

use crate::emit::{Emitter, Trouble};
use crate::error::{Code, ReadError};
use crate::ids::{key, object_key};
use crate::item::Item;
use crate::table::fields::Field;
use crate::table::layout::RowView;
use crate::table::objects::Object;

/// Emits one row of a table of names.
pub(crate) fn emit(emitter: &mut Emitter<'_>, row: &RowView<'_>) -> Result<(), ReadError> {
    let label = row
        .owned(Field::Label)
        .or_else(|| row.key(Field::ProductRef, "product"));
    let (Some(native_key), Some(label)) = (named_key(row), label) else {
        return emitter.trouble(Trouble {
            line: row.line,
            column: row.layout.name_of(Field::Label),
            code: Code::RowIncomplete,
            found: String::from("an empty cell"),
            expected: "a code and its name",
            is_set_aside: true,
        });
    };
    let head = emitter.record(row)?;
    emitter.put(Item::Label(LabelRow {
        record_id: head.record_id,
        native_key,
        label,
        outcome: outcome(row),
        known_at: emitter.context.known_at,
    }))
}

fn named_key(row: &RowView<'_>) -> Option<String> {
    let id = row.text(Field::Id)?;
    let system = &row.layout.system;
    let object = row.layout.object.spec().key;
    Some(match (row.layout.object, row.text(Field::PropertyName)) {
        (Object::PropertyOption, Some(property)) => {
            key(system, object, &format!("{property}:{id}"))
        }
        _ => object_key(system, object, id),
    })
}

/// For stages: how a deal that reaches it ended.
fn outcome(row: &RowView<'_>) -> Option<String> {
    if row.layout.object != Object::Stage {
        return None;
    }
    let outcome = match (row.flag(Field::IsWon), row.flag(Field::IsClosed)) {
        (Some(true), _) => "won",
        (_, Some(true)) => "lost",
        (None, None) => return None,
        _ => "open",
    };
    Some(outcome.to_owned())
}
