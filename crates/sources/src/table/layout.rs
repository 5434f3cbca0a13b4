//! Which object a table holds, and which of its columns means what.

use csv::StringRecord;
use model::{Day, Instant};

use crate::context::Mapping;
use crate::dates::{DateOrder, is_believable, parse_day, parse_instant};
use crate::error::{Code, ReadError};
use crate::ids::object_key;
use crate::mapping::ColumnSeen;
use crate::names::{column_key, is_protected, table_name};
use crate::numbers::{DecimalMark, parse_flag, parse_number};
use crate::table::fields::Field;
use crate::table::judge::{self, Candidate, Outside};
use crate::table::objects::unused::why_unused;
use crate::table::objects::{OBJECTS, Object, ObjectSpec};
use crate::table::shape::Shape;
use crate::table::systems::system_of;

/// The system of tables whose system is not known.
pub(crate) const GENERIC: &str = "csv";

/// A table that is understood.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// What the rows describe.
    pub(crate) object: Object,
    /// The system they come from.
    pub(crate) system: String,
    /// Names of the columns, as in the header.
    pub(crate) header: Vec<String>,
    /// Order of dates, by column.
    pub(crate) orders: Vec<DateOrder>,
    /// Mark of decimals, by column.
    pub(crate) marks: Vec<DecimalMark>,
    /// What short rows mean.
    pub(crate) shape: Shape,
    /// Columns of each field, best first, indexed by the field.
    columns: Vec<Vec<usize>>,
    /// Whether a column holds a protected attribute and is dropped.
    pub(crate) protected: Vec<bool>,
    /// Share of the deciding fields that were found.
    pub(crate) confidence: f64,
    /// In words.
    pub(crate) recognised_by: String,
    /// The system is none that is known.
    pub(crate) is_generic: bool,
    /// The short name of the mapping that was given; empty where none was.
    pub(crate) reading: String,
}

impl Layout {
    /// Decides what a table holds from its file name and header.
    pub(crate) fn recognise(
        path: &str,
        header: &[String],
        system: &str,
    ) -> Result<Self, ReadError> {
        let keys: Vec<String> = header.iter().map(|name| column_key(name)).collect();
        let table = table_name(path);
        let told = Some(system).filter(|system| *system != GENERIC);
        let outside = Outside {
            table: &table,
            system: told.unwrap_or_else(|| system_of(path, &keys)),
            keys: &keys,
        };
        let best = judge::best(&outside);
        let is_exact = best.as_ref().is_some_and(|best| best.is_exact);
        if let (false, Some(why)) = (is_exact, why_unused(&table, &keys)) {
            return Err(unused_table(why));
        }
        let Some(best) = best else {
            return Err(unknown_table(header.len()));
        };
        let mut layout = Self::empty(best.spec.object, outside.system, header);
        for (idx, field) in best.fields.iter().enumerate() {
            if let Some(field) = field {
                layout.assign(*field, idx);
            }
        }
        layout.order_columns(best.spec, &keys);
        layout.is_generic = system_of(path, &keys) == GENERIC;
        layout.describe(&best);
        Ok(layout)
    }

    /// Applies a mapping that the user wrote.
    pub(crate) fn from_mapping(mapping: &Mapping, header: &[String]) -> Result<Self, ReadError> {
        let unknown = |what: &str| {
            let codes: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
            let objects: Vec<&str> = OBJECTS.iter().map(|spec| spec.code).collect();
            ReadError::refused(
                Code::MappingUnknown,
                format!("the mapping names {what}"),
                format!(
                    "objects are {}; fields are {}",
                    objects.join(", "),
                    codes.join(", ")
                ),
            )
        };
        let object = Object::from_code(&mapping.object)
            .ok_or_else(|| unknown("an object that does not exist"))?;
        let mut layout = Self::empty(object, &mapping.system, header);
        let named = mapping.columns.iter().filter(|(_, code)| !code.is_empty());
        for (column, code) in named {
            let field =
                Field::from_code(code).ok_or_else(|| unknown("a field that does not exist"))?;
            if let Some(idx) = header.iter().position(|name| name == column) {
                layout.assign(field, idx);
            }
        }
        layout.confidence = 1.0;
        layout.reading = mapping.digest();
        layout.recognised_by = format!("a mapping written by hand ({})", layout.reading);
        Ok(layout)
    }

    /// Whether a mapping says the same; one that names no system says it of any, and
    /// a system that the user names outranks its own.
    pub(crate) fn says(&self, mapping: &Mapping, is_system_given: bool) -> bool {
        let own = self.mapping();
        let named = mapping.columns.iter().filter(|(_, code)| !code.is_empty());
        let is_of_system =
            is_system_given || mapping.system == GENERIC || mapping.system == self.system;
        is_of_system && own.object == mapping.object && own.columns.iter().eq(named)
    }

    fn empty(object: Object, system: &str, header: &[String]) -> Self {
        Self {
            object,
            system: system.to_owned(),
            header: header.to_vec(),
            orders: vec![DateOrder::MonthFirst; header.len()],
            marks: vec![DecimalMark::Point; header.len()],
            shape: Shape::default(),
            columns: vec![Vec::new(); Field::ALL.len()],
            protected: header.iter().map(|name| is_protected(name)).collect(),
            confidence: 0.0,
            recognised_by: String::new(),
            is_generic: false,
            reading: String::new(),
        }
    }

    fn assign(&mut self, field: Field, idx: usize) {
        if let Some(columns) = self.columns.get_mut(field as usize) {
            columns.push(idx);
        }
    }

    /// Puts the best-known name of each field first.
    fn order_columns(&mut self, spec: &ObjectSpec, keys: &[String]) {
        for (columns, field) in self.columns.iter_mut().zip(Field::ALL) {
            columns.sort_by_key(|idx| {
                keys.get(*idx)
                    .map_or(usize::MAX, |key| spec.rank_of(*field, key))
            });
        }
    }

    fn describe(&mut self, best: &Candidate) {
        let n_told = best
            .spec
            .tells
            .iter()
            .filter(|field| self.has(**field))
            .count();
        let n_needed = best.spec.tells.len().min(4);
        let by_columns = (n_told as f64 / n_needed as f64).min(1.0);
        self.confidence = if best.is_named {
            0.5 + 0.5 * by_columns
        } else {
            by_columns
        };
        let told: Vec<&str> = self
            .header
            .iter()
            .enumerate()
            .filter_map(|(idx, name)| {
                let is_telling = best
                    .spec
                    .tells
                    .iter()
                    .any(|field| self.columns_of(*field).contains(&idx));
                is_telling.then_some(name.as_str())
            })
            .collect();
        let columns = format!("columns {}", told.join(", "));
        self.recognised_by = match (best.is_named, told.is_empty()) {
            (true, true) => String::from("the file name"),
            (true, false) => format!("the file name and {columns}"),
            (false, _) => columns,
        };
    }

    /// Columns of a field, best first.
    pub(crate) fn columns_of(&self, field: Field) -> &[usize] {
        self.columns.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has a column.
    pub(crate) fn has(&self, field: Field) -> bool {
        !self.columns_of(field).is_empty()
    }

    /// Whether a column has no meaning of its own.
    pub(crate) fn is_free(&self, idx: usize) -> bool {
        !self.columns.iter().any(|columns| columns.contains(&idx))
    }

    /// The name of the first column of a field, or nothing.
    pub(crate) fn name_of(&self, field: Field) -> &str {
        let idx = self.columns_of(field).first();
        idx.and_then(|idx| self.header.get(*idx))
            .map_or("", String::as_str)
    }

    /// Every column with what it was taken for.
    pub(crate) fn columns_seen(&self, classes: &[String]) -> Vec<ColumnSeen> {
        let field_of = |idx: usize| {
            let mut fields = Field::ALL.iter();
            fields.find(|field| self.columns_of(**field).contains(&idx))
        };
        let seen = self
            .header
            .iter()
            .enumerate()
            .map(|(idx, name)| ColumnSeen {
                name: name.clone(),
                field: field_of(idx).map(|field| field.code().to_owned()),
                class: classes.get(idx).cloned().unwrap_or_default(),
            });
        seen.collect()
    }

    /// The mapping in force, for the user to look at and change.
    pub(crate) fn mapping(&self) -> Mapping {
        let named = |(field, idx): (&Field, &usize)| {
            self.header
                .get(*idx)
                .map(|name| (name.clone(), field.code().to_owned()))
        };
        let pairs = Field::ALL
            .iter()
            .flat_map(|field| self.columns_of(*field).iter().map(move |idx| (field, idx)));
        Mapping {
            system: self.system.clone(),
            object: self.object.code().to_owned(),
            confidence: self.confidence,
            columns: pairs.filter_map(named).collect(),
        }
    }
}

fn unknown_table(n_columns: usize) -> ReadError {
    ReadError::refused(
        Code::FileUnknown,
        format!("a table of {n_columns} columns, none of the objects this program reads"),
        "name its columns like an export (account_name, email, stage …) or write a mapping for it",
    )
}

fn unused_table(why: &str) -> ReadError {
    ReadError::refused(
        Code::ObjectUnused,
        format!("the table is known and there is no use for it yet: it holds {why}"),
        "nothing needs to be done; a mapping reads it as another object",
    )
}

/// One row, seen through the layout.
pub(crate) struct RowView<'a> {
    /// The layout.
    pub(crate) layout: &'a Layout,
    /// The cells.
    pub(crate) cells: &'a StringRecord,
    /// The line the row starts at.
    pub(crate) line: i64,
}

impl<'a> RowView<'a> {
    /// A cell, without white space; `None` when it says nothing.
    pub(crate) fn cell(&self, idx: usize) -> Option<&'a str> {
        let text = self.cells.get(idx)?.trim();
        (!is_blank(text)).then_some(text)
    }

    /// The first column of a field that says something.
    pub(crate) fn text(&self, field: Field) -> Option<&'a str> {
        self.all(field).next()
    }

    /// Every column of a field that says something.
    pub(crate) fn all(&self, field: Field) -> impl Iterator<Item = &'a str> + '_ {
        self.layout
            .columns_of(field)
            .iter()
            .filter_map(|idx| self.cell(*idx))
    }

    /// The first column of a field that says something, owned.
    pub(crate) fn owned(&self, field: Field) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    /// The key a field points at.
    pub(crate) fn key(&self, field: Field, object: &str) -> Option<String> {
        self.keys(field, object).next()
    }

    /// Every key a field points at; a cell may list several.
    pub(crate) fn keys(&self, field: Field, object: &str) -> impl Iterator<Item = String> {
        let cells = self.all(field);
        cells
            .flat_map(|cell| cell.split([';', ',']))
            .map(str::trim)
            .filter(|id| !is_blank(id))
            .map(move |id| object_key(&self.layout.system, object, id))
    }

    fn read<T>(&self, field: Field, parse: impl Fn(&str, usize) -> Option<T>) -> Option<T> {
        self.layout
            .columns_of(field)
            .iter()
            .find_map(|idx| parse(self.cell(*idx)?, *idx))
    }

    /// The order of dates of a column.
    pub(crate) fn order(&self, idx: usize) -> DateOrder {
        self.layout
            .orders
            .get(idx)
            .copied()
            .unwrap_or(DateOrder::MonthFirst)
    }

    /// A civil day; placeholders are none.
    pub(crate) fn day(&self, field: Field) -> Option<Day> {
        self.read(field, |text, idx| {
            parse_day(text, self.order(idx)).filter(|day| is_believable(*day))
        })
    }

    /// A point in time; placeholders are none.
    pub(crate) fn instant(&self, field: Field) -> Option<Instant> {
        self.read(field, |text, idx| {
            parse_instant(text, self.order(idx)).filter(|at| is_believable(at.day()))
        })
    }

    /// A number.
    pub(crate) fn number(&self, field: Field) -> Option<f64> {
        self.read(field, |text, idx| {
            parse_number(
                text,
                self.layout.marks.get(idx).copied().unwrap_or_default(),
            )
        })
    }

    /// Whether any column of a field says yes.
    pub(crate) fn says(&self, field: Field) -> bool {
        self.all(field).any(|text| parse_flag(text) == Some(true))
    }

    /// Yes or no.
    pub(crate) fn flag(&self, field: Field) -> Option<bool> {
        self.read(field, |text, _| parse_flag(text))
    }
}

/// Values by which systems say nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    const BLANK: [&str; 10] = [
        "null",
        "none",
        "n/a",
        "na",
        "nan",
        "undefined",
        "(blank)",
        "[not provided]",
        "not provided",
        "000000000000000AAA",
    ];
    text.is_empty()
        || text == "-"
        || text == "000000000000000"
        || (text.len() <= 18 && BLANK.iter().any(|blank| text.eq_ignore_ascii_case(blank)))
}
