//! Tables out of many documents.

mod column;
mod decode;
mod preset;
mod row;
mod text;
mod value;
mod walk;
mod write;

pub use column::Column;
pub use decode::{Decoded, Undecodable, decode, encoding};
pub use preset::Preset;
pub use value::{Type, Value};
pub use write::Format;
