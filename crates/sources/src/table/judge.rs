//! Weighs which object a table holds by its name and its columns.
//!
//! The name of a file that is exactly that of an object counts most, then
//! columns that hardly any other object has, then the object's own id in front.

use crate::table::fields::Field;
use crate::table::objects::{OBJECTS, Object, ObjectSpec, has_word};

/// What is known of a table before its rows are read.
pub(crate) struct Outside<'a> {
    /// The name of the table, without system and date.
    pub(crate) table: &'a str,
    /// The system.
    pub(crate) system: &'a str,
    /// The columns, in the spelling of [`crate::names::column_key`].
    pub(crate) keys: &'a [String],
}

/// An object that a table may hold.
pub(crate) struct Candidate {
    /// The object.
    pub(crate) spec: &'static ObjectSpec,
    /// What each column means.
    pub(crate) fields: Vec<Option<Field>>,
    /// The file is named like the object.
    pub(crate) is_named: bool,
    /// The file name is exactly the object's.
    pub(crate) is_exact: bool,
    score: usize,
}

/// Returns the object a table most likely holds.
pub(crate) fn best(outside: &Outside<'_>) -> Option<Candidate> {
    OBJECTS
        .iter()
        .filter_map(|spec| judge(spec, outside))
        .rev()
        .max_by_key(|candidate| candidate.score)
}

/// What each column of a table of `spec` means: by its own name, else by the
/// name without what systems add to the names of custom columns.
pub(crate) fn fields(spec: &ObjectSpec, outside: &Outside<'_>) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> =
        outside.keys.iter().map(|key| spec.field_of(key)).collect();
    let told = fields.clone();
    for (field, key) in fields.iter_mut().zip(outside.keys) {
        let custom = plain_name(key, outside.system).and_then(|name| spec.field_of(name));
        if field.is_none() && !told.contains(&custom) {
            *field = custom.filter(|field| outside.system == "pendo" || !is_identity(*field));
        }
    }
    fields
}

/// `renewal_date_c` without its ending, `agent_role` without its group.
fn plain_name<'a>(key: &'a str, system: &str) -> Option<&'a str> {
    const GROUPS: &str = "agent auto custom metadata salesforce hubspot pendo";
    if system == "pendo" {
        let (group, name) = key.split_once('_')?;
        return has_word(GROUPS, group).then_some(name);
    }
    key.strip_suffix("_c")
}

/// Custom columns of these names hold something else.
fn is_identity(field: Field) -> bool {
    use Field::{AccountName, AccountRef, ContactRef, Id, IsDeleted, Modified, Name};
    matches!(
        field,
        Id | Name | AccountRef | AccountName | ContactRef | IsDeleted | Modified
    )
}

fn judge(spec: &'static ObjectSpec, outside: &Outside<'_>) -> Option<Candidate> {
    if !spec.systems.is_empty() && !has_word(spec.systems, outside.system) {
        return None;
    }
    let fields = fields(spec, outside);
    let has = |field: &Field| fields.contains(&Some(*field));
    let is_possible = spec.needs.iter().all(|group| group.iter().any(has));
    if !is_possible {
        return None;
    }
    let is_mark = |key: &&String| has_word(spec.marks, key);
    let n_marks = outside.keys.iter().filter(is_mark).count();
    let n_told = spec.tells.iter().filter(|field| has(field)).count();
    let is_exact = has_word(spec.stems, outside.table);
    let mut words = outside.table.split('_');
    let is_named = is_exact || words.any(|word| has_word(spec.stems, word));
    let leads = outside.keys.first();
    let is_id = |key: &String| has_word(spec.own_ids, key);
    let leads_with_id = leads.is_some_and(is_id);
    let has_own_id = outside.keys.iter().any(|key| key == "id");
    // Beside an `id` of the row, the object's own id is a reference to it.
    let points_at_it = has_own_id && outside.keys.iter().any(is_id);
    let score = n_told.min(6)
        + n_marks.min(3) * 4
        + if is_exact { 8 } else { 0 }
        + if is_named { 3 } else { 0 }
        + if leads_with_id { 4 } else { 0 }
        + if spec.systems.is_empty() { 0 } else { 3 };
    let score = score.saturating_sub(if points_at_it { 12 } else { 0 });
    let candidate = Candidate {
        spec,
        fields,
        is_named,
        is_exact,
        score,
    };
    let is_proved = score > 0 && (is_exact || has_shape(&candidate, n_marks, outside));
    is_proved.then_some(candidate)
}

/// What a table must show besides its needs when its name does not say what it holds.
fn has_shape(candidate: &Candidate, n_marks: usize, outside: &Outside<'_>) -> bool {
    let has = |field: Field| candidate.fields.contains(&Some(field));
    match candidate.spec.object {
        Object::Association => n_ends(candidate) >= 2 && n_other(candidate, outside) <= 1,
        Object::Activity => n_marks > 0 || has(Field::Subject) || has(Field::Body),
        Object::Visitor | Object::Domain | Object::Staff => n_marks > 0,
        Object::Product | Object::Price | Object::Stage | Object::TicketStage => n_marks > 0,
        Object::Pipeline | Object::Property | Object::PropertyOption => n_marks > 0,
        Object::Campaign | Object::Feature | Object::Page | Object::Poll => n_marks > 0,
        _ => true,
    }
}

/// Objects that a row of pairs points at.
pub(crate) const ENDS: &[(Field, &str)] = &[
    (Field::DealRef, "deal"),
    (Field::ActivityRef, "activity"),
    (Field::TicketRef, "ticket"),
    (Field::CampaignRef, "campaign"),
    (Field::ContactRef, "contact"),
    (Field::LeadRef, "lead"),
    (Field::UserRef, "user"),
    (Field::PersonRef, "contact"),
    (Field::AccountRef, "account"),
];

fn n_ends(candidate: &Candidate) -> usize {
    let is_there = |(field, _): &&(Field, &str)| candidate.fields.contains(&Some(*field));
    ENDS.iter().filter(is_there).count()
}

/// Columns that a table of mere pairs does not have.
fn n_other(candidate: &Candidate, outside: &Outside<'_>) -> usize {
    let columns = candidate.fields.iter().zip(outside.keys);
    let is_other = |(field, key): &(&Option<Field>, &String)| {
        field.is_none() && !key.starts_with("fivetran") && key.as_str() != "category"
    };
    columns.filter(is_other).count()
}
