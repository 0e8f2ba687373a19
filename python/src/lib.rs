//! hongtou for Python: what `hongtou/` there is written in Rust.
//!
//! Every entry is guarded (`fault.rs`): a panic of ours becomes an exception like any other.

mod batch;
mod capsule;
mod chunk;
mod fault;
mod items;
mod options;
mod rows;
mod scan;
mod show;
mod table;
mod tokenize;
mod tree;

use mimalloc::MiMalloc;
use pyo3::prelude::*;

/// Trees are many small boxes: it gives and takes them more quickly than the system's allocator does.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What `hongtou` is made of; no part of its public face.
#[pymodule]
mod _hongtou {
    #[pymodule_export]
    use crate::batch::parse_batch;
    #[pymodule_export]
    use crate::fault::fail;
    #[pymodule_export]
    use crate::options::{columns, explain, presets, schema};
    #[pymodule_export]
    use crate::rows::Rows;
    #[pymodule_export]
    use crate::scan::{Scan, scan};
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::tokenize::{Tokenizer, sentences};
    #[pymodule_export]
    use crate::tree::{Tree, full_text};

    use super::{Bound, PyModule, PyModuleMethods, PyResult};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
