//! A file of the output: written under another name, and renamed when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use xxhash_rust::xxh3::Xxh3;

use crate::own;
use crate::run::Options;
use crate::worker::Rows;
use crate::write::{Format, header, schema};

/// Bytes of the rows of a row group, about, before they are compressed.
const GROUP: usize = 64 << 20;
/// Bytes of a page, about, before they are compressed. Of a usual one, eight times as many, the buffers would be memory new
/// from the system each time.
const PAGE: usize = 128 << 10;

/// Takes rows, and writes them.
pub(crate) enum Writer<W: Write + Send> {
    Bytes(W),
    /// And the bytes of the rows in the open row group.
    Parquet(Box<ArrowWriter<W>>, usize),
}

impl<W: Write + Send> Writer<W> {
    /// A writer that begins a table.
    pub(crate) fn new(mut target: W, options: &Options) -> io::Result<Self> {
        match options.format {
            Format::Jsonl => {}
            Format::Csv => target.write_all(&header(&options.columns))?,
            Format::Parquet => {
                // Texts hardly ever repeat: what dictionaries of them would cost is more than they'd save.
                let properties = WriterProperties::builder()
                    .set_compression(Compression::SNAPPY)
                    .set_dictionary_enabled(false)
                    .set_data_page_size_limit(PAGE)
                    .set_created_by(concat!("hongtou ", env!("CARGO_PKG_VERSION")).to_owned())
                    .build();
                let writer = ArrowWriter::try_new(target, schema(&options.columns), Some(properties));
                return Ok(Self::Parquet(Box::new(writer.map_err(io_error)?), 0));
            }
        }
        Ok(Self::Bytes(target))
    }

    /// Adds rows.
    pub(crate) fn write(&mut self, rows: &Rows) -> io::Result<()> {
        match (self, rows) {
            (Self::Bytes(target), Rows::Bytes(bytes)) => target.write_all(bytes),
            (Self::Parquet(writer, open), Rows::Batch(batch)) => {
                writer.write(batch).map_err(io_error)?;
                *open += batch.get_array_memory_size();
                if *open <= GROUP {
                    return Ok(());
                }
                *open = 0;
                writer.flush().map_err(io_error)
            }
            _ => Err(io::Error::other("rows of another format")),
        }
    }

    /// Ends the table and gives back where it was written.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self {
            Self::Bytes(target) => Ok(target),
            Self::Parquet(writer, _) => writer.into_inner().map_err(io_error),
        }
    }
}

/// An error of the system where there is one in it.
fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}

/// A file that is being written.
pub(crate) struct ShardFile {
    writer: Writer<Counted>,
    part: PathBuf,
    path: PathBuf,
}

impl ShardFile {
    /// Begins the file `path`, under another name.
    pub(crate) fn begin(path: PathBuf, options: &Options) -> io::Result<Self> {
        let part = own::part(&path);
        let target =
            Counted { file: BufWriter::with_capacity(1 << 18, File::create(&part)?), bytes: 0, hash: Xxh3::new() };
        Ok(Self { writer: Writer::new(target, options)?, part, path })
    }

    pub(crate) fn write(&mut self, rows: &Rows) -> io::Result<()> {
        self.writer.write(rows)
    }

    /// Makes the file whole: when this returns it stands on the disk under its name. Gives its length and checksum.
    pub(crate) fn commit(self) -> io::Result<(u64, String)> {
        let Counted { file, bytes, hash } = self.writer.finish()?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&self.part, &self.path)?;
        sync_folder(&self.path)?;
        Ok((bytes, format!("{:016x}", hash.digest())))
    }

    /// Gives up.
    pub(crate) fn abandon(self) {
        let part = self.part;
        drop(self.writer);
        // That it can't be removed does no harm: it is written anew or named `.part` for ever.
        let _ = fs::remove_file(part);
    }
}

/// A new name is on the disk when its folder is.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A file, its length and its checksum.
struct Counted {
    file: BufWriter<File>,
    bytes: u64,
    hash: Xxh3,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or(bytes));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
