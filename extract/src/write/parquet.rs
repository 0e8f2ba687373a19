//! Rows as Arrow record batches, of which Parquet files are made.

use std::sync::Arc;

use arrow::array::{
    ArrayBuilder, ArrayRef, BooleanArray, BooleanBufferBuilder, BooleanBuilder, Date32Builder, Int64Builder, ListArray,
    NullBufferBuilder, RecordBatch, RecordBatchOptions, StringBuilder, StructArray,
};
use arrow::buffer::OffsetBuffer;
use arrow::compute::filter_record_batch;
use arrow::datatypes::{DataType, Date32Type, Field, Fields, Schema};
use arrow::error::ArrowError;
use chrono::NaiveDate;

use crate::column::Column;
use crate::row::Row;
use crate::value::{Cell, Type, Value};

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
    rows: usize,
    /// For each row, up to the last that was given up, whether it is kept.
    kept: BooleanBufferBuilder,
}

impl Batch {
    pub(crate) fn new(columns: &[&Column]) -> Self {
        let builders = columns.iter().map(|column| Builder::new(column.kind)).collect();
        Self { schema: schema(columns), columns: builders, rows: 0, kept: BooleanBufferBuilder::new(0) }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, columns: &[&Column], row: &Row<'_, '_>) {
        for (builder, column) in self.columns.iter_mut().zip(columns) {
            (column.of)(row, Cell::Array(builder));
        }
        self.rows += 1;
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// Gives up all rows from row `len` on, also one that was added in part.
    pub(crate) fn truncate(&mut self, len: usize) {
        let most = self.columns.iter().map(Builder::len).max().unwrap_or(self.rows);
        for column in &mut self.columns {
            while column.len() < most {
                column.none();
            }
        }
        self.kept.append_n(len.saturating_sub(self.kept.len()), true);
        self.kept.append_n(most.saturating_sub(self.kept.len()), false);
        self.rows = most;
    }

    pub(crate) fn finish(self) -> Result<RecordBatch, ArrowError> {
        let mut kept = self.kept;
        let columns = self.columns.into_iter().map(Builder::finish).collect::<Result<_, _>>()?;
        let count = RecordBatchOptions::new().with_row_count(Some(self.rows));
        let batch = RecordBatch::try_new_with_options(self.schema, columns, &count)?;
        if kept.is_empty() {
            return Ok(batch);
        }
        kept.append_n(self.rows - kept.len(), true);
        filter_record_batch(&batch, &BooleanArray::new(kept.finish(), None))
    }
}

/// The values of a column.
#[derive(Debug)]
pub(crate) enum Builder {
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

    fn len(&self) -> usize {
        match self {
            Self::Text(texts) => texts.len(),
            Self::Int(numbers) => numbers.len(),
            Self::Bool(answers) => answers.len(),
            Self::Date(days) => days.len(),
            Self::List { valid, .. } | Self::Struct { valid, .. } => valid.len(),
        }
    }

    /// Adds none.
    #[inline]
    pub(crate) fn none(&mut self) {
        match self {
            Self::Text(texts) => texts.append_null(),
            Self::Int(numbers) => numbers.append_null(),
            Self::Bool(answers) => answers.append_null(),
            Self::Date(days) => days.append_null(),
            Self::List { lengths, valid, .. } => {
                lengths.push(0);
                valid.append_null();
            }
            Self::Struct { columns, valid, .. } => {
                columns.iter_mut().for_each(Self::none);
                valid.append_null();
            }
        }
    }

    /// Adds a text; what is not of the column's type is none.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if let Self::Text(texts) = self { texts.append_value(text) } else { self.none() }
    }

    #[inline]
    pub(crate) fn int(&mut self, number: i64) {
        if let Self::Int(numbers) = self { numbers.append_value(number) } else { self.none() }
    }

    pub(crate) fn bool(&mut self, yes: bool) {
        if let Self::Bool(answers) = self { answers.append_value(yes) } else { self.none() }
    }

    pub(crate) fn day(&mut self, day: NaiveDate) {
        if let Self::Date(days) = self { days.append_value(Date32Type::from_naive_date(day)) } else { self.none() }
    }

    pub(crate) fn list(&mut self, list: impl Iterator<Item = impl Value>) {
        let Self::List { lengths, valid, items, .. } = self else { return self.none() };
        let before = items.len();
        list.for_each(|item| item.put(Cell::Array(items)));
        lengths.push(items.len() - before);
        valid.append_non_null();
    }

    /// Adds named values; `put` is called for each.
    pub(crate) fn named(&mut self, mut put: impl FnMut(usize, Cell<'_, '_>)) {
        let Self::Struct { valid, columns, .. } = self else { return self.none() };
        columns.iter_mut().enumerate().for_each(|(at, column)| put(at, Cell::Array(column)));
        valid.append_non_null();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::column;
    use arrow::array::AsArray;
    use arrow::datatypes::Int64Type;

    #[test]
    fn rows_given_up_are_gone_also_half_ones() -> Result<(), ArrowError> {
        const LIST: Type = Type::List(&Type::Text);
        const PAIR: Type = Type::Struct(&[("text", Type::Text), ("number", Type::Int)]);
        let columns = [Type::Int, LIST, PAIR].map(|kind| column("name", kind, "", |_, cell| cell.none()));
        let mut batch = Batch::new(&columns.each_ref());
        let fill = |at, number: i64, cell: Cell<'_, '_>| match at {
            0 => cell.put(number),
            1 => cell.list(["一", "一"].into_iter()),
            _ => cell.named(|at, cell| if at == 0 { cell.put("一") } else { cell.put(number) }),
        };
        let add = |batch: &mut Batch, number, most| {
            for (at, builder) in batch.columns.iter_mut().enumerate().take(most) {
                fill(at, number, Cell::Array(builder));
            }
            if most == 3 {
                batch.rows += 1;
            }
        };
        add(&mut batch, 1, 3);
        let len = batch.len();
        add(&mut batch, 2, 3);
        add(&mut batch, 3, 2);
        batch.truncate(len);
        add(&mut batch, 4, 3);
        let batch = batch.finish()?;
        assert_eq!(batch.column(0).as_primitive::<Int64Type>().values(), &[1, 4]);
        assert_eq!(batch.column(1).as_list::<i32>().value_offsets(), &[0, 2, 4]);
        assert_eq!(batch.column(2).as_struct().column(1).as_primitive::<Int64Type>().values(), &[1, 4]);
        Ok(())
    }
}
