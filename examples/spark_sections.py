"""Sections out of a Parquet of texts, by Spark: reads the columns `id` and `text`, writes one row a section.

    pip install "./python[spark]"
    python examples/spark_sections.py texts.parquet sections.parquet                 # local[*]
    python examples/spark_sections.py texts.parquet sections.parquet --master URL    # a cluster
    python examples/spark_sections.py texts.parquet sections.parquet --standalone    # a master and two workers, here

Workers of a cluster need hongtou and pyarrow too.
"""

import argparse
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import hongtou.spark
import pyspark
from pyspark.sql import SparkSession

HOME = pathlib.Path(pyspark.__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts")
    parser.add_argument("sections")
    parser.add_argument("--master", default="local[*]")
    parser.add_argument("--standalone", action="store_true", help="start a master and two workers on loopback")
    options = parser.parse_args()
    # The package of pip does not say where it is; workers must use this Python.
    os.environ.setdefault("SPARK_HOME", str(HOME))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with contextlib.ExitStack() as stack:
        master = stack.enter_context(standalone()) if options.standalone else options.master
        spark = SparkSession.builder.master(master).appName("sections").config("spark.driver.host", "127.0.0.1")
        spark = stack.enter_context(spark.config("spark.log.level", "WARN").getOrCreate())
        texts = spark.read.parquet(options.texts)
        sections = hongtou.spark.sections(texts, text="text", keep=["id"])
        sections.write.mode("overwrite").parquet(options.sections)
        spark.read.parquet(options.sections).groupBy("status").count().show()


@contextlib.contextmanager
def standalone():
    """A master and two workers on loopback; gives the URL of the master. They end with the block."""
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as stack:
        log = pathlib.Path(work, "master.log")
        loopback = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
        start(stack, log, "org.apache.spark.deploy.master.Master", *loopback)
        url = waited(log, r"Starting Spark master at (\S+)")
        for number in (1, 2):
            worker = pathlib.Path(work, f"worker{number}.log")
            size = ["--cores", "1", "--memory", "1g", "--work-dir", work]
            start(stack, worker, "org.apache.spark.deploy.worker.Worker", *loopback, *size, url)
            waited(worker, r"(Successfully registered) with master")
        yield url


def start(stack, log, *command):
    """Starts a part of Spark that ends with `stack`."""
    out = stack.enter_context(log.open("wb"))
    part = subprocess.Popen([HOME / "bin/spark-class", *command], stdout=out, stderr=out)
    stack.callback(part.wait)
    stack.callback(part.terminate)


def waited(log, pattern):
    """What is in the log, as soon as it is there."""
    for _ in range(600):
        if found := re.search(pattern, log.read_text()):
            return found.group(1)
        time.sleep(0.1)
    raise TimeoutError(log.read_text())


main()
