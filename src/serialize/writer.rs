//! The types of the tree to JSON, byte for byte as `serde_json` writes them.
//!
//! `serde_json` looks at the bytes of all strings one by one for what must be escaped. Here sixteen are looked at as one,
//! and names, which have nothing of that kind, are not looked at.

use std::fmt::Write;

use serde::ser::{Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Error;

type Written = Result<(), Error>;
type Never = Impossible<(), Error>;

/// Adds a value behind what is there. It knows those that stand in trees; others are an error.
pub(super) struct Writer<'o> {
    out: &'o mut String,
    /// Whether the value is the name of a field: trees have no other maps than elements, flattened.
    name: bool,
}

/// An array or an object that is open.
pub(super) struct Open<'o> {
    out: &'o mut String,
    empty: bool,
    close: char,
}

impl<'o> Writer<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Self { out, name: false }
    }

    fn open(self, open: char, close: char) -> Open<'o> {
        self.out.push(open);
        Open { out: self.out, empty: true, close }
    }

    /// Adds a string that has nothing to be escaped.
    #[inline]
    fn plain(self, text: &str) {
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    /// Adds a string.
    fn string(self, text: &str) {
        if is_plain(text.as_bytes()) {
            return self.plain(text);
        }
        self.out.push('"');
        text.chars().for_each(|c| escaped(c, self.out));
        self.out.push('"');
    }
}

/// Whether nothing in a string must be escaped.
fn is_plain(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk::<16>() {
        return text.as_chunks().0.iter().all(all_plain::<16>) && all_plain(last);
    }
    ends::<8>(text).or_else(|| ends::<4>(text)).unwrap_or_else(|| text.iter().all(|&byte| odd(byte) == 0))
}

/// Whether no byte of the first and the last `N` must be escaped.
#[inline]
fn ends<const N: usize>(text: &[u8]) -> Option<bool> {
    Some(all_plain::<N>(text.first_chunk()?) && all_plain::<N>(text.last_chunk()?))
}

#[inline]
fn all_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    bytes.iter().fold(0, |any, &byte| any | odd(byte)) == 0
}

/// 1 for a byte that must be escaped; a number, so that those of many bytes are joined at once.
#[inline]
fn odd(byte: u8) -> u8 {
    u8::from(byte < b' ') | u8::from(byte == b'"') | u8::from(byte == b'\\')
}

/// Adds a character of a string.
fn escaped(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        '\0'..' ' => {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        }
        _ => out.push(c),
    }
}

/// The methods for numbers, and for what stands in no tree.
macro_rules! values {
    (numbers: $($number:ident $kind:ty),*; none: $($none:ident $value:ty),*) => {
        $(fn $number(self, number: $kind) -> Written {
            self.out.push_str(itoa::Buffer::new().format(number));
            Ok(())
        })*
        $(fn $none(self, _: $value) -> Written {
            unknown()
        })*
    };
}

fn unknown<T>() -> Result<T, Error> {
    Err(Error::custom("it stands in no tree"))
}

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'o>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Open<'o>;
    type SerializeStruct = Open<'o>;
    type SerializeStructVariant = Never;

    values! {
        numbers: serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_i8 i8,
            serialize_i16 i16, serialize_i32 i32, serialize_i64 i64;
        none: serialize_f32 f32, serialize_f64 f64, serialize_bytes &[u8], serialize_unit_struct &'static str
    }

    fn serialize_bool(self, yes: bool) -> Written {
        self.out.push_str(if yes { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, c: char) -> Written {
        self.serialize_str(c.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Written {
        if self.name {
            self.plain(text);
        } else {
            self.string(text);
        }
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_unit(self) -> Written {
        self.out.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.plain(variant);
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut object = self.open('{', '}');
        object.serialize_entry(variant, value)?;
        SerializeMap::end(object)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'o>, Error> {
        Ok(self.open('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'o>, Error> {
        Ok(self.open('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'o>, Error> {
        Ok(self.open('{', '}'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, Error> {
        unknown()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown()
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown()
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown()
    }
}

impl Open<'_> {
    /// Parts an entry from the one before it.
    #[inline]
    fn next(&mut self) -> Writer<'_> {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
        Writer::new(self.out)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next())
    }

    fn end(self) -> Written {
        self.out.push(self.close);
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(Writer { name: true, ..self.next() })
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.out.push(':');
        value.serialize(Writer::new(self.out))
    }

    fn end(self) -> Written {
        self.out.push(self.close);
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Written {
        self.out.push(self.close);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: impl Serialize) -> Option<String> {
        let mut out = String::new();
        value.serialize(Writer::new(&mut out)).ok()?;
        Some(out)
    }

    #[test]
    fn strings_are_those_of_serde_json() {
        let all: String = (0..0x100).filter_map(char::from_u32).collect();
        for text in ["", "甲", "云岭市\"人民\"政府", "云岭市人民政府关于\\做好\n防汛工作的通知\u{1f}", &all]
        {
            for start in text.char_indices().map(|(at, _)| at) {
                let text = text.get(start..).unwrap_or_default();
                assert_eq!(written(text), serde_json::to_string(text).ok());
            }
        }
    }

    #[test]
    fn trees_are_those_of_serde_json() {
        let text = "机密★1年\n特急\n\n云岭市人民政府文件\n\n云政发〔2024〕12号\n\n云岭市人民政府关于\u{7}\"防汛\"的通知\n\n各县：\n\n\
                    一、加强\t值班\n（一）一是早。二是快。\n\n第一条\n\n附件：1.名单\n\n云岭市人民政府\n2024年5月6日\n\n甲\t1\n乙\t2\n";
        let parse = crate::parse(text);
        assert_eq!(written(&parse.document), serde_json::to_string(&parse.document).ok());
        assert_eq!(written(&parse.diagnostics), serde_json::to_string(&parse.diagnostics).ok());
    }

    #[test]
    fn what_it_does_not_know_is_an_error() {
        assert_eq!(written(0.5), None);
        assert_eq!(written((1, 2)), None);
    }
}
