"""Sections out of a folder of Parquet files with the columns `id` and `text`, by Dask: each partition is read by the
same call.

    pip install ./python "dask[dataframe,distributed]"
    python examples/dask_sections.py texts/ sections/
"""

import sys

import dask.dataframe
import hongtou
from dask.distributed import Client


def sections(ids, texts):
    """The rows of some texts."""
    return hongtou.parse_batch(texts, "sections", ids=ids, threads=1).to_pyarrow()


def partition(frame):
    """The rows of one partition, as Dask has them."""
    return sections(frame["id"], frame["text"]).to_pandas()


if __name__ == "__main__":
    none = sections([], [])
    with Client(processes=True, threads_per_worker=1):
        texts = dask.dataframe.read_parquet(sys.argv[1], columns=["id", "text"])
        rows = texts.map_partitions(partition, meta=none.to_pandas())
        rows.to_parquet(sys.argv[2], schema=none.schema)
        print(len(dask.dataframe.read_parquet(sys.argv[2], columns=["id"])), "rows")
