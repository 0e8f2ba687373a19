//! A row as a JSON object on a line.

use crate::column::Column;
use crate::row::Row;
use crate::value::{Type, Value};

/// Adds the line of `row`.
pub(crate) fn row(columns: &[&Column], row: &Row<'_, '_>, into: &mut Vec<u8>) {
    into.push(b'{');
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            into.push(b',');
        }
        name(column.name, into);
        value(&(column.of)(row), column.kind, into);
    }
    into.extend_from_slice(b"}\n");
}

/// Adds `value` of the type `kind`.
pub(crate) fn value(value: &Value<'_>, kind: Type, into: &mut Vec<u8>) {
    match (value, kind) {
        (Value::None, _) => into.extend_from_slice(b"null"),
        (Value::Text(text), _) => string(text, into),
        (Value::Int(number), _) => into.extend_from_slice(number.to_string().as_bytes()),
        (Value::Bool(yes), _) => into.extend_from_slice(if *yes { b"true" } else { b"false" }),
        (Value::Date(year, month, day), _) => {
            into.extend_from_slice(format!("\"{year:04}-{month:02}-{day:02}\"").as_bytes());
        }
        (Value::List(items), kind) => {
            let kind = if let Type::List(inner) = kind { *inner } else { kind };
            into.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    into.push(b',');
                }
                self::value(item, kind, into);
            }
            into.push(b']');
        }
        (Value::Struct(values), kind) => {
            let fields = if let Type::Struct(fields) = kind { fields } else { &[] };
            into.push(b'{');
            for (at, (value, (field, kind))) in values.iter().zip(fields).enumerate() {
                if at > 0 {
                    into.push(b',');
                }
                name(field, into);
                self::value(value, *kind, into);
            }
            into.push(b'}');
        }
    }
}

fn name(name: &str, into: &mut Vec<u8>) {
    into.push(b'"');
    into.extend_from_slice(name.as_bytes());
    into.extend_from_slice(b"\":");
}

/// Adds a string. Few characters are escaped; what stands between them is copied.
fn string(text: &str, into: &mut Vec<u8>) {
    into.push(b'"');
    let bytes = text.as_bytes();
    let mut from = 0;
    for chunk in bytes.chunks(64) {
        let start = from_start(bytes, chunk);
        if !chunk.iter().fold(false, |any, &byte| any | is_escaped(byte)) {
            continue;
        }
        for (at, &byte) in chunk.iter().enumerate().filter(|(_, byte)| is_escaped(**byte)) {
            into.extend_from_slice(bytes.get(from..start + at).unwrap_or_default());
            escape(byte, into);
            from = start + at + 1;
        }
    }
    into.extend_from_slice(bytes.get(from..).unwrap_or_default());
    into.push(b'"');
}

/// Where `chunk` begins in `bytes`, of which it is a part.
fn from_start(bytes: &[u8], chunk: &[u8]) -> usize {
    chunk.as_ptr().addr() - bytes.as_ptr().addr()
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn escape(byte: u8, into: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => return into.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
    };
    into.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_read_back() {
        let long = "云岭市\"人民\"政府\\n\n".repeat(40);
        for text in ["", "甲", "\"", "\\\u{0}\u{1f}\u{7f}\t\r\n\u{8}", &long] {
            let mut json = Vec::new();
            string(text, &mut json);
            assert_eq!(serde_json::from_slice::<String>(&json).ok().as_deref(), Some(text));
        }
    }
}
