//! JSON on one line, the same as `serde_json` writes, for values without floats, bytes and tuples.
//!
//! `serde_json` looks at every byte on its own, which takes as long as reading the document does. Chinese text has
//! next to nothing that JSON escapes: here it is looked through many bytes at once and copied.

use std::fmt;

use serde::Serialize;
use serde::ser::{Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// Appends JSON to a text. A comma stands behind every value in a list; the closing bracket takes the last one off.
#[derive(Debug)]
pub(super) struct Writer<'w>(pub(super) &'w mut String);

type Done = Result<(), fmt::Error>;
type Never = Impossible<(), fmt::Error>;

impl Writer<'_> {
    /// A name out of the code, which needs no escapes.
    fn key(&mut self, key: &'static str) {
        debug_assert!(is_plain(key), "a name that is escaped");
        self.0.push('"');
        self.0.push_str(key);
        self.0.push_str("\":");
    }

    fn string(&mut self, text: &str) {
        self.0.push('"');
        if is_plain(text) {
            self.0.push_str(text);
        } else {
            self.escaped(text);
        }
        self.0.push('"');
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                '\0'..='\u{1f}' => {
                    self.0.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                    self.0.extend(char::from_digit(u32::from(c) & 0xf, 16));
                }
                _ => self.0.push(c),
            }
        }
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(Writer(self.0))?;
        self.0.push(',');
        Ok(())
    }

    fn close(self, bracket: char) {
        if self.0.ends_with(',') {
            self.0.pop();
        }
        self.0.push(bracket);
    }
}

/// Whether nothing in `text` is escaped. It is looked at in chunks; the last one overlaps that in front of it.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    if let Some(last) = bytes.last_chunk::<16>() {
        bytes.as_chunks().0.iter().all(is_plain_chunk::<16>) && is_plain_chunk(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        is_plain_chunk(first) && is_plain_chunk(last)
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        is_plain_chunk(first) && is_plain_chunk(last)
    } else {
        bytes.iter().all(|&b| is_plain_chunk(&[b]))
    }
}

/// Whether none of the bytes is escaped: without a branch, so that they are looked at all at once.
fn is_plain_chunk<const N: usize>(chunk: &[u8; N]) -> bool {
    let escaped = |b: u8| u8::from(b < b' ') | u8::from(b == b'"') | u8::from(b == b'\\');
    chunk.iter().fold(0, |found, &b| found | escaped(b)) == 0
}

/// The integers, all alike.
macro_rules! integers {
    ($($name:ident: $kind:ty),*) => { $(
        fn $name(self, number: $kind) -> Done {
            self.0.push_str(itoa::Buffer::new().format(number));
            Ok(())
        }
    )* };
}

impl Serializer for Writer<'_> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Never;

    integers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    integers!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_bool(self, value: bool) -> Done {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }
    fn serialize_f32(self, _: f32) -> Done {
        Err(fmt::Error)
    }
    fn serialize_f64(self, _: f64) -> Done {
        Err(fmt::Error)
    }
    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(fmt::Error)
    }
    fn serialize_char(self, c: char) -> Done {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(mut self, text: &str) -> Done {
        self.string(text);
        Ok(())
    }
    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Done {
        self.0.push_str("null");
        Ok(())
    }
    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        self.0.push('{');
        self.key(variant);
        value.serialize(Writer(self.0))?;
        self.0.push('}');
        Ok(())
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.0.push('[');
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        self.0.push('{');
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        self.serialize_map(None)
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, fmt::Error> {
        Err(fmt::Error)
    }
}

impl SerializeSeq for Writer<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }
    fn end(self) -> Done {
        self.close(']');
        Ok(())
    }
}

impl SerializeMap for Writer<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(Writer(self.0))?;
        self.0.push(':');
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.value(value)
    }
    fn end(self) -> Done {
        self.close('}');
        Ok(())
    }
}

impl SerializeStruct for Writer<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.key(key);
        self.value(value)
    }
    fn end(self) -> Done {
        self.close('}');
        Ok(())
    }
}

#[cfg(test)]
mod tests;
