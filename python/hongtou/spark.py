"""hongtou in a Spark cluster: a column of texts to the rows of a table, by `mapInArrow`.

There is a function for each of `hongtou.presets()`: `hongtou.spark.sections(df, text="text", keep=["id"])` gives one
row a section with the columns `keep` of the row its text stood in, those of the table, and `status` and `message`. A
text that can't be read costs its own row and no other's: there is one row that says why.

Workers need hongtou and pyarrow. Each task reads on one thread, as Spark runs one task a core.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Iterator, Sequence

from hongtou import OptionError, Tokenizer, _hongtou
from hongtou._options import asked, names_of

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


def rows(
    df: DataFrame,
    preset: str,
    text: str = "text",
    keep: Sequence[str] = (),
    *,
    id: str | None = None,
    columns: Sequence[str] | None = None,
    select: str | None = None,
    chunk_chars: int = 800,
    encoding: str | None = None,
    tokenizer: Tokenizer | None = None,
) -> DataFrame:
    """The rows of the table `preset` for the texts in the column `text`, of strings or of bytes.

    `keep` are columns of `df` that go along; `id` is the one that says what a text is called, where a table has a
    use for it (the names of chunks). The rest is as in `hongtou.parse_batch`.
    """
    keep = names_of("keep", keep)
    options = asked(preset, columns, select, chunk_chars, encoding, tokenizer, 1, id is not None)
    own = _own(options, keep)
    wanted = dict.fromkeys([text, *keep, *([id] if id else [])])
    missing = [name for name in wanted if name not in df.columns]
    if missing:
        raise OptionError(f"found no column {', '.join(missing)}, expected some of {', '.join(df.columns)}")
    selected = df.select(*(df[name] for name in wanted))

    def map_batches(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        for batch in batches:
            texts, ids = batch.column(text), batch.column(id).cast(pyarrow.string()) if id else None
            for found in _hongtou.parse_batch(texts, ids, options).to_pyarrow().to_batches():
                kept = batch.select(list(keep)).take(found.column("index"))
                arrays = [*kept.columns, *(found.column(name) for name in own)]
                yield pyarrow.RecordBatch.from_arrays(arrays, names=[*keep, *own])

    return selected.mapInArrow(map_batches, _schema(options, selected, keep, own))


def _own(options: Any, keep: Sequence[str]) -> list[str]:
    """The columns of the table itself."""
    # Without ids, the names of chunks would be those of other chunks in other batches.
    left_out = {"index"} if options["named"] else {"index", "chunk"}
    own = [name for name in _hongtou.schema(options).column_names if name not in left_out]
    twice = [name for name in own if name in keep]
    if twice:
        raise OptionError(f"the table has {', '.join(twice)} of its own: rename it in df, or name other columns")
    return own


def _schema(options: Any, df: DataFrame, keep: Sequence[str], own: Sequence[str]) -> StructType:
    """The schema of the rows: what is kept, then the table's own."""
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    table = from_arrow_schema(_hongtou.schema(options).to_pyarrow().schema)
    return StructType([*(df.schema[name] for name in keep), *(table[name] for name in own)])


def __getattr__(name: str) -> Callable[..., DataFrame]:
    if name not in _hongtou.presets():
        raise AttributeError(f"hongtou.spark has no {name!r}; it has {', '.join(_hongtou.presets())}")

    def table(df: DataFrame, text: str = "text", keep: Sequence[str] = (), **options: Any) -> DataFrame:
        return rows(df, name, text, keep, **options)

    table.__name__ = table.__qualname__ = name
    table.__doc__ = f"The table {name!r} of the texts in `df`, as `rows` gives it."
    return table


def __dir__() -> list[str]:
    return ["rows", *_hongtou.presets()]
