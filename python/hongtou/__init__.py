"""Reads Chinese government documents (党政机关公文, GB/T 9704—2012).

>>> import hongtou
>>> doc = hongtou.parse("云岭市人民政府关于做好防汛工作的通知\\n\\n一、加强值班。各地要落实带班制度。\\n")
>>> doc.title.text, doc.sections[0].heading.text
('云岭市人民政府关于做好防汛工作的通知', '加强值班')

`parse` reads one document, `parse_batch` many into an Arrow table, `scan` files and folders into a stream of such
tables, `hongtou.spark` a column of a Spark DataFrame. Reading never fails on a text, however odd: what is odd in it
stands in `doc.diagnostics`.

What the elements are called and have is said in `hongtou.ast`, of references in `hongtou.reference`; the names are
those of the JSON.
"""

from __future__ import annotations

import os
from typing import Any, Iterable, Iterator, Sequence

from hongtou import _hongtou, ast, reference
from hongtou._document import document
from hongtou._errors import DecodeError, Error, InputError, InternalError, OptionError, QueryError
from hongtou._hongtou import Scan, Table, Tokenizer, __version__, explain, presets
from hongtou._node import Node, Span, Word
from hongtou._options import asked, names_of
from hongtou.ast import Document
from hongtou.reference import Reference

__all__ = [
    "DecodeError",
    "Document",
    "Error",
    "InputError",
    "InternalError",
    "Node",
    "OptionError",
    "QueryError",
    "Reference",
    "Scan",
    "Span",
    "Table",
    "Tokenizer",
    "Word",
    "__version__",
    "ast",
    "columns",
    "explain",
    "from_json",
    "parse",
    "parse_batch",
    "presets",
    "reference",
    "scan",
    "sentences",
    "tokens",
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


def tokens(
    source: str | bytes | os.PathLike[str],
    *,
    encoding: str | None = None,
    tokenizer: Tokenizer | None = None,
    graphemes: bool = False,
) -> list[Word]:
    """The words of a text (`Node.tokens` of all of it), of a str, bytes or a file as in `parse`.

    >>> import hongtou
    >>> text = "云岭市人民政府关于做好防\\n汛工作的通知\\n\\n各地要落实责任。"
    >>> words = hongtou.tokens(text)
    >>> [word.text for word in words[:6]]
    ['云岭', '市', '人民政府', '关于', '做好', '防汛']
    >>> words[5].char_span, text[slice(*words[5].char_span)]
    (Span(start=11, end=14), '防\\n汛')
    """
    return parse(source, encoding=encoding).tokens(tokenizer, graphemes=graphemes)


def sentences(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The sentences of a text that was cut: each ends behind 。 ！ ？ or ；, the quotes and brackets that close there
    included.

    >>> import hongtou
    >>> words = hongtou.tokens("各地要落实责任；有事速报。无人缺席。")
    >>> [sentence[-2].text for sentence in hongtou.sentences(words)]
    ['责任', '速报', '缺席']
    """
    left = list(words)
    start = 0
    for count in _hongtou.sentences([word.text for word in left]):
        yield left[start : start + count]
        start += count


def parse_batch(
    texts: Iterable[str | bytes | None] | Any,
    preset: str = "documents",
    *,
    ids: Iterable[str] | Any = None,
    columns: Sequence[str] | None = None,
    select: str | None = None,
    chunk_chars: int = 800,
    encoding: str | None = None,
    tokenizer: Tokenizer | None = None,
    threads: int = 0,
    errors: str = "status",
) -> Table:
    """The table of many texts: a list, or a column of pyarrow, polars, pandas or anything else that speaks Arrow.

    `preset` says what a row is (`presets()`), or `select` does, a query as `Document.select` takes it; `columns`
    which columns it has (`columns(preset)`). In front of them stands `index`, the place of the text among `texts`;
    behind them `status` and `message`, what became of it: a text that can't be read has one row that says why, or
    with `errors="raise"` is a `DecodeError`. `ids` are what the texts are called, for the column `id`; `tokenizer` is
    what finds the words in the column `tokens`, where the dictionary is not enough.

    Arrow's texts are not copied; work is done on `threads` threads (0: one a core) while Python goes on, and Ctrl-C
    ends it.

    >>> import hongtou
    >>> table = hongtou.parse_batch(["一、加强值班。\\n二、加强巡查。", None], "sections", columns=["path", "text"])
    >>> table
    <Table 3 rows: index, path, text, status, message>
    >>> table.to_pyarrow().select(["index", "path", "status"]).to_pylist()[1:]
    [{'index': 0, 'path': '二', 'status': 'ok'}, {'index': 1, 'path': None, 'status': 'missing'}]
    """
    options = asked(preset, columns, select, chunk_chars, encoding, tokenizer, threads, ids is not None)
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
    glob: str | Sequence[str] = (),
    columns: Sequence[str] | None = None,
    select: str | None = None,
    chunk_chars: int = 800,
    encoding: str | None = None,
    tokenizer: Tokenizer | None = None,
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
    for index, path in enumerate(named):
        if not isinstance(path, (str, os.PathLike)):
            raise InputError(f"found {type(path).__name__} at index {index}, expected a path", index)
        os.stat(path)
    globs = [glob] if isinstance(glob, str) else names_of("glob", glob)
    options = asked(preset, columns, select, chunk_chars, encoding, tokenizer, threads, True)
    return _hongtou.scan(named, globs, text, id, options)


def columns(preset: str) -> dict[str, str]:
    """The columns a table can have, and what stands in each.

    >>> import hongtou
    >>> hongtou.columns("sections")["heading"]
    'its heading'
    """
    return {name: said for name, said, _ in _hongtou.columns(preset)}
