#!/usr/bin/env python3
"""The sections of 200,000 documents in two executors, one of which is killed in the middle: every row, once.

    python3 python/benches/cluster.py [DOCUMENTS]
"""

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import hongtou.spark
import pyspark
from pyspark.sql import SparkSession
from pyspark.sql import functions as f

SECTION = "{}、加强第{}类工作的组织领导。" + "各地各部门要按照职责分工抓好本项工作的落实，重大情况及时报告。" * 3


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    os.environ["SPARK_HOME"] = str(pathlib.Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("cluster")
    for name, value in {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.log.level": "ERROR"}.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    body = "\n".join(SECTION.format(number, number) for number in "一二三四五六七八九十")
    text = f.concat(f.lit("关于第"), f.col("id").cast("string"), f.lit(f"号事项的通知\n\n{body}\n"))
    texts = spark.range(0, count, numPartitions=400).select("id", text.alias("text"))
    rows = hongtou.spark.sections(texts, keep=["id"])
    found = {}
    counts = rows.groupBy("id").agg(f.count("*").alias("rows"), f.sum((f.col("status") == "ok").cast("int")).alias("ok"))
    start = time.monotonic()
    whole = [f.count("*"), f.min("rows"), f.max("rows"), f.min("ok"), f.sum("rows")]
    job = threading.Thread(target=lambda: found.update(row=counts.agg(*whole).collect()[0]))
    job.start()
    while job.is_alive() and completed(spark) < 150:
        time.sleep(0.05)
    killed = executors(spark)[0]
    os.kill(killed, signal.SIGKILL)
    print(f"executor {killed} killed with {completed(spark)} of 400 tasks done")
    job.join()
    documents, fewest, most, fewest_ok, all_rows = found["row"]
    print(f"{documents} documents, {all_rows} rows, {fewest} to {most} a document, in {time.monotonic() - start:.0f} s")
    assert (documents, fewest, most, fewest_ok, all_rows) == (count, 10, 10, 10, count * 10)
    spark.stop()


def completed(spark):
    tracker = spark.sparkContext.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return sum(stage.numCompletedTasks for stage in stages if stage)


def executors(spark):
    """The processes of the executors of this application."""
    told = subprocess.run(["ps", "-eo", "pid,args", "-ww"], capture_output=True, text=True, check=True).stdout
    ours = f"--app-id {spark.sparkContext.applicationId}"
    mine = [line for line in told.splitlines() if ours in line and "CoarseGrainedExecutorBackend" in line]
    return [int(line.split()[0]) for line in mine]


main()
