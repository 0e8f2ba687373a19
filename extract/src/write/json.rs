//! A row as a JSON object on a line.

use json_escape_simd::escape_into;

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
        (Value::Text(text), _) => escape_into(text, into),
        (Value::Int(number), _) => into.extend_from_slice(itoa::Buffer::new().format(*number).as_bytes()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_read_back() {
        let long = "云岭市\"人民\"政府\\n\n".repeat(40);
        for text in ["", "甲", "\"", "\\\u{0}\u{1f}\u{7f}\t\r\n\u{8}", &long] {
            let mut json = Vec::new();
            value(&(*text).into(), Type::Text, &mut json);
            assert_eq!(serde_json::from_slice::<String>(&json).ok().as_deref(), Some(text));
        }
    }
}
