//! Rows as Arrow record batches, of which Parquet files are made.

use std::sync::Arc;

use arrow::array::{
    ArrayRef, BooleanBuilder, Date32Builder, Int64Builder, ListArray, NullBufferBuilder, RecordBatch, StringBuilder,
    StructArray,
};
use arrow::buffer::OffsetBuffer;
use arrow::datatypes::{DataType, Field, Fields, Schema};
use arrow::error::ArrowError;

use crate::column::Column;
use crate::row::Row;
use crate::value::{Type, Value};

/// The schema of a table with these columns. Any of them may be null.
pub(crate) fn schema(columns: &[&Column]) -> Arc<Schema> {
    let field = |column: &&Column| Field::new(column.name, data_type(column.kind), true);
    Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()))
}

fn data_type(kind: Type) -> DataType {
    match kind {
        Type::Text => DataType::Utf8,
        Type::Int => DataType::Int64,
        Type::Bool => DataType::Boolean,
        Type::Date => DataType::Date32,
        Type::List(items) => DataType::List(Arc::new(Field::new("item", data_type(*items), true))),
        Type::Struct(named) => DataType::Struct(fields(named)),
    }
}

fn fields(named: &[(&str, Type)]) -> Fields {
    named.iter().map(|(name, kind)| Field::new(*name, data_type(*kind), true)).collect()
}

/// Rows on their way into a record batch.
#[derive(Debug)]
pub(crate) struct Batch {
    schema: Arc<Schema>,
    columns: Vec<Builder>,
}

impl Batch {
    pub(crate) fn new(columns: &[&Column]) -> Self {
        let builders = columns.iter().map(|column| Builder::new(column.kind)).collect();
        Self { schema: schema(columns), columns: builders }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, columns: &[&Column], row: &Row<'_, '_>) {
        for (builder, column) in self.columns.iter_mut().zip(columns) {
            builder.push(&(column.of)(row));
        }
    }

    pub(crate) fn finish(self) -> Result<RecordBatch, ArrowError> {
        let columns = self.columns.into_iter().map(Builder::finish).collect::<Result<_, _>>()?;
        RecordBatch::try_new(self.schema, columns)
    }
}

/// The values of a column.
#[derive(Debug)]
enum Builder {
    Text(StringBuilder),
    Int(Int64Builder),
    Bool(BooleanBuilder),
    Date(Date32Builder),
    List { lengths: Vec<usize>, valid: NullBufferBuilder, items: Box<Builder>, kind: Type },
    Struct { valid: NullBufferBuilder, columns: Vec<Builder>, fields: Fields },
}

impl Builder {
    fn new(kind: Type) -> Self {
        match kind {
            Type::Text => Self::Text(StringBuilder::new()),
            Type::Int => Self::Int(Int64Builder::new()),
            Type::Bool => Self::Bool(BooleanBuilder::new()),
            Type::Date => Self::Date(Date32Builder::new()),
            Type::List(items) => Self::List {
                lengths: Vec::new(),
                valid: NullBufferBuilder::new(0),
                items: Box::new(Self::new(*items)),
                kind: *items,
            },
            Type::Struct(named) => Self::Struct {
                valid: NullBufferBuilder::new(0),
                columns: named.iter().map(|(_, kind)| Self::new(*kind)).collect(),
                fields: fields(named),
            },
        }
    }

    /// Adds a value; one that is not of the column's type is none.
    fn push(&mut self, value: &Value<'_>) {
        match (self, value) {
            (Self::Text(texts), Value::Text(text)) => texts.append_value(text),
            (Self::Text(texts), _) => texts.append_null(),
            (Self::Int(numbers), Value::Int(number)) => numbers.append_value(*number),
            (Self::Int(numbers), _) => numbers.append_null(),
            (Self::Bool(answers), Value::Bool(yes)) => answers.append_value(*yes),
            (Self::Bool(answers), _) => answers.append_null(),
            (Self::Date(days), Value::Date(year, month, day)) => {
                days.append_option(days_since_1970(*year, *month, *day));
            }
            (Self::Date(days), _) => days.append_null(),
            (Self::List { lengths, valid, items, .. }, value) => {
                let list = if let Value::List(list) = value { list.as_slice() } else { &[] };
                for item in list {
                    items.push(item);
                }
                lengths.push(list.len());
                valid.append(matches!(value, Value::List(_)));
            }
            (Self::Struct { valid, columns, .. }, value) => {
                let values = if let Value::Struct(values) = value { values.as_slice() } else { &[] };
                let mut values = values.iter();
                for column in columns {
                    column.push(values.next().unwrap_or(&Value::None));
                }
                valid.append(matches!(value, Value::Struct(_)));
            }
        }
    }

    fn finish(self) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Self::Text(mut texts) => Arc::new(texts.finish()),
            Self::Int(mut numbers) => Arc::new(numbers.finish()),
            Self::Bool(mut answers) => Arc::new(answers.finish()),
            Self::Date(mut days) => Arc::new(days.finish()),
            Self::List { lengths, mut valid, items, kind } => {
                let field = Arc::new(Field::new("item", data_type(kind), true));
                let offsets = OffsetBuffer::from_lengths(lengths);
                Arc::new(ListArray::try_new(field, offsets, items.finish()?, valid.finish())?)
            }
            Self::Struct { mut valid, columns, fields } => {
                let columns = columns.into_iter().map(Self::finish).collect::<Result<_, _>>()?;
                Arc::new(StructArray::try_new(fields, columns, valid.finish())?)
            }
        })
    }
}

/// The day as Arrow counts it; `None` where no such day is in the calendar.
pub(crate) fn days_since_1970(year: u16, month: u8, day: u8) -> Option<i32> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    };
    if day == 0 || day > longest {
        return None;
    }
    // Years are counted from March, so that a leap day is the last of one.
    let (year, month) =
        if month > 2 { (i32::from(year), i32::from(month) - 3) } else { (i32::from(year) - 1, i32::from(month) + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days + (153 * month + 2) / 5 + i32::from(day) - 1 - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert_eq!(days_since_1970(1970, 1, 1), Some(0));
        assert_eq!(days_since_1970(1969, 12, 31), Some(-1));
        assert_eq!(days_since_1970(2024, 2, 29), Some(19_782));
        assert_eq!(days_since_1970(2023, 2, 29), None);
        assert_eq!(days_since_1970(2024, 13, 1), None);
    }
}
