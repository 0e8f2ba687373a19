"""Sections out of a folder of Parquet files with the columns `id` and `text`, by Ray: each batch is an Arrow table,
and so is what becomes of it.

    pip install ./python "ray[data]"
    python examples/ray_sections.py texts/ sections/
"""

import sys

import hongtou
import ray


def sections(batch):
    """The rows of one batch."""
    table = hongtou.parse_batch(batch["text"], "sections", ids=batch["id"], threads=1)
    return table.to_pyarrow()


if __name__ == "__main__":
    ray.init(num_cpus=2, include_dashboard=False)
    texts = ray.data.read_parquet(sys.argv[1], columns=["id", "text"])
    rows = texts.map_batches(sections, batch_format="pyarrow", batch_size=1024)
    rows.write_parquet(sys.argv[2])
    print(ray.data.read_parquet(sys.argv[2]).count(), "rows")
