//! What stands in a cell, and what may stand there.

use std::borrow::Cow;

/// What may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A text.
    Text,
    /// A whole number.
    Int,
    /// Yes or no.
    Bool,
    /// A day of the calendar.
    Date,
    /// Any number of values of one type.
    List(&'static Type),
    /// Named values.
    Struct(&'static [(&'static str, Type)]),
}

/// What stands in a cell. It is of the [`Type`] of its column, or [`Value::None`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Nothing.
    None,
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Year, month and day of a day of the calendar.
    Date(u16, u8, u8),
    /// Any number of values.
    List(Vec<Value<'a>>),
    /// One value for each name of the type, in its order.
    Struct(Vec<Value<'a>>),
}

impl<'a> Value<'a> {
    /// A list of texts.
    pub(crate) fn texts(texts: impl Iterator<Item = &'a str>) -> Self {
        Self::List(texts.map(Self::from).collect())
    }

    /// A number that counts or numbers something.
    pub(crate) fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::None, Self::Int)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}
