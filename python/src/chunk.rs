//! One array of texts: strings, bytes or places in a dictionary of either.

use arrow::array::{Array, ArrayRef, AsArray, BinaryArray, BinaryViewArray, LargeBinaryArray};
use arrow::datatypes::DataType;
use hongtou_extract::Source;

/// An array of texts as it lies in memory.
#[derive(Debug)]
pub(crate) enum Chunk {
    /// Bytes; true where they are said to be UTF-8.
    Small(BinaryArray, bool),
    Large(LargeBinaryArray, bool),
    View(BinaryViewArray, bool),
    /// For each text its place among the others, which are not chunks of this kind.
    Dictionary(Vec<Option<usize>>, Box<Chunk>),
    /// So many missing texts.
    Missing(usize),
}

impl Chunk {
    /// The texts of an array; what is wrong with it, where it has none.
    pub(crate) fn of(array: &ArrayRef) -> Result<Self, String> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string::<i32>().clone().into(), true),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone().into(), true),
            DataType::Utf8View => Self::View(array.as_string_view().clone().to_binary_view(), true),
            DataType::Binary => Self::Small(array.as_binary::<i32>().clone(), false),
            DataType::LargeBinary => Self::Large(array.as_binary::<i64>().clone(), false),
            DataType::BinaryView => Self::View(array.as_binary_view().clone(), false),
            DataType::Null => Self::Missing(array.len()),
            DataType::Dictionary(_, values) if !matches!(**values, DataType::Dictionary(..)) => {
                let dictionary = array.as_any_dictionary();
                let values = Self::of(dictionary.values())?;
                let places = if values.len() == 0 { vec![0; array.len()] } else { dictionary.normalized_keys() };
                let place = |(at, place)| dictionary.keys().is_valid(at).then_some(place);
                Self::Dictionary(places.into_iter().enumerate().map(place).collect(), Box::new(values))
            }
            DataType::Struct(fields) => {
                let names: Vec<_> = fields.iter().map(|field| field.name().as_str()).collect();
                return Err(format!("found a table, expected one of its columns: {}", names.join(", ")));
            }
            other => return Err(format!("found a column of {other}, expected one of strings or bytes")),
        })
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(array, _) => array.len(),
            Self::Large(array, _) => array.len(),
            Self::View(array, _) => array.len(),
            Self::Dictionary(places, _) => places.len(),
            Self::Missing(count) => *count,
        }
    }

    /// The text at a place.
    pub(crate) fn get(&self, at: usize) -> Source<'_> {
        match self.found(at) {
            None => Source::Missing,
            Some((bytes, false)) => Source::Bytes(bytes),
            // What is said to be UTF-8 is looked at all the same: other programs made it.
            Some((bytes, true)) => simdutf8::basic::from_utf8(bytes).map_or(Source::Bytes(bytes), Source::Text),
        }
    }

    /// The bytes at a place.
    pub(crate) fn bytes(&self, at: usize) -> &[u8] {
        self.found(at).map_or(&[], |(bytes, _)| bytes)
    }

    /// The bytes at a place, and whether they are said to be UTF-8.
    fn found(&self, at: usize) -> Option<(&[u8], bool)> {
        match self {
            Self::Small(array, text) => array.is_valid(at).then(|| (array.value(at), *text)),
            Self::Large(array, text) => array.is_valid(at).then(|| (array.value(at), *text)),
            Self::View(array, text) => array.is_valid(at).then(|| (array.value(at), *text)),
            Self::Dictionary(places, texts) => texts.found((*places.get(at)?)?),
            Self::Missing(_) => None,
        }
    }
}
