//! The records of a table of cells, read one at a time.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use csv::{ByteRecord, ErrorKind, ReaderBuilder};
use encoding_rs::{Encoding, UTF_8};

use crate::decode::encoding_of_table;
use crate::outcome::Status;

use super::super::{Item, Take, too_large};
use super::wide::{is_wide, utf8};
use super::{Columns, cell, no_column};

/// Bytes at the start of a table that its encoding is told by.
const LOOKED_AT: u64 = 1 << 16;
/// Bytes that a record may have besides its text.
const BESIDES: u64 = 1 << 20;

/// Gives every record behind the header line. Each has the encoding of the table, as short cells tell none.
pub(super) fn each(
    mut reader: impl Read,
    comma: u8,
    name: &str,
    columns: &Columns<'_>,
    take: Take<'_>,
) -> Result<ControlFlow<()>, String> {
    let mut head = Vec::new();
    reader.by_ref().take(LOOKED_AT).read_to_end(&mut head).map_err(|error| error.to_string())?;
    let encoding = columns.encoding.or_else(|| encoding_of_table(&head));
    let wide = encoding.filter(|encoding| is_wide(encoding));
    let encoding = if wide.is_some() { Some(UTF_8) } else { encoding };
    let left = Rc::new(Cell::new(0));
    let budget = columns.most.saturating_add(BESIDES);
    let reader = Limited { inner: utf8(head, reader, wide), left: Rc::clone(&left) };
    let mut records = ReaderBuilder::new().delimiter(comma).flexible(true).from_reader(reader);
    left.set(budget);
    let header = records.byte_headers().map_err(|error| error.to_string())?.clone();
    let names: Vec<_> = header.iter().map(|cell| decoded(cell, encoding).into_owned()).collect();
    let place = |wanted: &str| {
        let bare = |name: &String| name.strip_prefix('\u{feff}').unwrap_or(name) == wanted;
        names.iter().position(bare).ok_or_else(|| no_column(wanted, &names))
    };
    let text = place(columns.text)?;
    let id = columns.id.map(place).transpose()?;
    let mut record = ByteRecord::new();
    for number in 1.. {
        left.set(budget);
        let name = format!("{name}:{number}");
        let item = match records.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => Item {
                wide,
                id: id.and_then(|id| record.get(id)).map(|id| decoded(id, encoding).into_owned()),
                ..match record.get(text) {
                    Some(text) => Item::new(name, cell(text.to_vec(), encoding, columns.most)),
                    None => Item::failed(name, Status::Missing, "the row has no such cell"),
                }
            },
            // A broken stream is broken for good, and the end of a record without end is not looked for.
            Err(error) => {
                let item = match error.kind() {
                    ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                        Item::new(name, too_large(columns.most))
                    }
                    _ => Item::failed(name, Status::Unreadable, error.to_string()),
                };
                return Ok(take(item));
            }
        };
        if take(item).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// A name or an id.
fn decoded<'c>(cell: &'c [u8], encoding: Option<&'static Encoding>) -> Cow<'c, str> {
    match encoding {
        Some(encoding) => encoding.decode_without_bom_handling(cell).0,
        None => String::from_utf8_lossy(cell),
    }
}

/// Gives no more than is left.
struct Limited<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.get().checked_sub(read as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}
