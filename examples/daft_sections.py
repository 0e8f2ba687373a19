"""Sections out of a folder of Parquet files with the columns `id` and `text`, by Daft: a batch function gives each
text the list of its sections, which become rows.

    pip install ./python daft
    python examples/daft_sections.py texts/ sections/
"""

import pathlib
import sys

import daft
import hongtou
import pyarrow

FIELDS = {"path": daft.DataType.string(), "heading": daft.DataType.string(), "status": daft.DataType.string()}


@daft.func.batch(return_dtype=daft.DataType.list(daft.DataType.struct(FIELDS)))
def sections(texts: daft.Series):
    """The sections of each text of a batch."""
    column = texts.to_arrow()
    table = hongtou.parse_batch(column, "sections", columns=["path", "heading"], threads=1).to_pyarrow()
    found = [[] for _ in range(len(column))]
    for index, row in zip(table["index"].to_pylist(), table.select(list(FIELDS)).to_pylist()):
        found[index].append(row)
    return pyarrow.array(found)


if __name__ == "__main__":
    texts, found = (str(pathlib.Path(folder) / "*.parquet") for folder in sys.argv[1:3])
    texts = daft.read_parquet(texts)
    rows = texts.select("id", sections(texts["text"]).alias("section")).explode("section")
    rows = rows.select("id", *(rows["section"][name].alias(name) for name in FIELDS))
    rows.write_parquet(sys.argv[2])
    print(daft.read_parquet(found).count_rows(), "rows")
