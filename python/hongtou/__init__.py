"""Reads Chinese government documents (党政机关公文, GB/T 9704—2012).

>>> import hongtou
>>> doc = hongtou.parse("云岭市人民政府关于做好防汛工作的通知\\n\\n一、加强值班。各地要落实带班制度。\\n")
>>> doc.title.text, doc.sections[0].heading.text
('云岭市人民政府关于做好防汛工作的通知', '加强值班')

`parse` reads one document, `parse_batch` many into an Arrow table, `scan` files and folders into a stream of such
tables, `hongtou.spark` a column of a Spark DataFrame. Reading never fails on a text, however odd: what is odd in it
stands in `doc.diagnostics`.

What the elements are called and have is said in `hongtou.ast`; the names are those of the JSON.
"""

from __future__ import annotations

import os
from typing import Any, Iterable, Sequence

from hongtou import _hongtou, ast
from hongtou._document import document
from hongtou._errors import DecodeError, Error, InputError, InternalError, OptionError, QueryError
from hongtou._hongtou import Scan, Table, __version__, explain, presets
from hongtou._node import Node, Span
from hongtou._options import asked
from hongtou.ast import Document

__all__ = [
    "DecodeError",
    "Document",
    "Error",
    "InputError",
    "InternalError",
    "Node",
    "OptionError",
    "QueryError",
    "Scan",
    "Span",
    "Table",
    "__version__",
    "ast",
    "columns",
    "explain",
    "from_json",
    "parse",
    "parse_batch",
    "presets",
    "scan",
]


def parse(source: str | bytes | os.PathLike[str], *, encoding: str | None = None) -> Document:
    """The document that a text is: of a str as it is, of bytes, or of the file at a path.

    The encoding of bytes is found, among UTF-8, UTF-16, GB18030 and Big5, where none is named. Bytes that are no
    text, and a str with half of a character in it, are a `DecodeError`.

    >>> import hongtou
    >>> doc = hongtou.parse("云政发〔2024〕12号".encode("gb18030"))
    >>> doc.encoding, doc.doc_number.year, doc.doc_number.serial
    ('gb18030', 2024, 12)
    >>> doc.source[slice(*doc.doc_number.agency.char_span)]
    '云政发'
    """
    if isinstance(source, os.PathLike):
        with open(source, "rb") as file:
            source = file.read()
    elif isinstance(source, (bytearray, memoryview)):
        source = bytes(source)
    elif not isinstance(source, (str, bytes)):
        raise InputError(f"found {type(source).__name__}, expected str, bytes or a path")
    return document(_hongtou.Tree.read(source, encoding))


def from_json(json: str, source: str = "") -> Document:
    """The document in what `Document.to_json` or `hongtou parse` wrote; `source` is the text it was read from.

    >>> import hongtou
    >>> doc = hongtou.parse("一、加强值班。")
    >>> hongtou.from_json(doc.to_json(), doc.source) == doc
    True
    """
    return document(_hongtou.Tree.from_json(json, source))


def parse_batch(
    texts: Iterable[str | bytes | None] | Any,
    preset: str = "documents",
    *,
    ids: Iterable[str] | Any = None,
    columns: Sequence[str] | None = None,
    select: str | None = None,
    chunk_chars: int = 800,
    encoding: str | None = None,
    threads: int = 0,
    errors: str = "status",
) -> Table:
    """The table of many texts: a list, or a column of pyarrow, polars, pandas or anything else that speaks Arrow.

    `preset` says what a row is (`presets()`), or `select` does, a query as `Document.select` takes it; `columns`
    which columns it has (`columns(preset)`). In front of them stands `index`, the place of the text among `texts`;
    behind them `status` and `message`, what became of it: a text that can't be read has one row that says why, or
    with `errors="raise"` is a `DecodeError`. `ids` are what the texts are called, for the column `id`.

    Arrow's texts are not copied; work is done on `threads` threads (0: one a core) while Python goes on, and Ctrl-C
    ends it.

    >>> import hongtou
    >>> table = hongtou.parse_batch(["一、加强值班。\\n二、加强巡查。", None], "sections", columns=["path", "text"])
    >>> table
    <Table 3 rows: index, path, text, status, message>
    >>> table.to_pyarrow().select(["index", "path", "status"]).to_pylist()[1:]
    [{'index': 0, 'path': '二', 'status': 'ok'}, {'index': 1, 'path': None, 'status': 'missing'}]
    """
    options = asked(preset, columns, select, chunk_chars, encoding, threads, ids is not None)
    if errors not in ("status", "raise"):
        raise OptionError(f"found errors={errors!r}, expected 'status' or 'raise'")
    table = _hongtou.parse_batch(texts, ids, options)
    if errors == "raise" and (failed := table.first_failed()):
        index, status, message = failed
        raise DecodeError(f"the text at index {index} is {status}: {message}", index)
    return table


def scan(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    preset: str = "documents",
    *,
    text: str = "text",
    id: str | None = None,
    glob: Sequence[str] = (),
    columns: Sequence[str] | None = None,
    select: str | None = None,
    chunk_chars: int = 800,
    encoding: str | None = None,
    threads: int = 0,
) -> Scan:
    """The same out of files, folders, archives (.zip, .tar, .tar.gz) and tables (.parquet, .jsonl, .csv, .tsv), as a
    stream of tables of some thousand rows. Memory does not grow with the inputs.

    Of a table `text` is the column that has the texts, `id` the one that becomes the id. `glob` says which files of
    a folder are read. The stream goes to anything that speaks Arrow: `pyarrow.RecordBatchReader.from_stream`.

    >>> import hongtou, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("关于加强值班的通知", encoding="gb18030")
    >>> for table in hongtou.scan(folder, columns=["title", "kind"]):
    ...     print(table.to_pyarrow().to_pylist()[0]["kind"])
    通知
    """
    named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    for path in named:
        os.stat(path)
    options = asked(preset, columns, select, chunk_chars, encoding, threads, True)
    return _hongtou.scan(named, list(glob), text, id, options)


def columns(preset: str) -> dict[str, str]:
    """The columns a table can have, and what stands in each.

    >>> import hongtou
    >>> hongtou.columns("sections")["heading"]
    'its heading'
    """
    return {name: said for name, said, _ in _hongtou.columns(preset)}
