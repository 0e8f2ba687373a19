"""A column of a Spark DataFrame to the rows of a table, in executors of their own."""

import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import hongtou
import hongtou.spark
import pytest
from conftest import NOTICE, ROOT

pyspark = pytest.importorskip("pyspark")


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    os.environ["SPARK_HOME"] = str(pathlib.Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("hongtou tests")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
        "spark.log.level": "ERROR",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def test_sections(spark):
    df = spark.createDataFrame([("a", NOTICE, 1), ("b", None, 2), ("c", "一、丙。", 3)], "id string, text string, n int")
    found = hongtou.spark.sections(df, keep=["id", "n"])
    rows = sorted(found.collect(), key=lambda row: (row.id, row.start or 0))
    assert [(row.id, row.n, row.status) for row in rows] == [("a", 1, "ok")] * 6 + [("b", 2, "missing"), ("c", 3, "ok")]
    assert [row.marker for row in rows if row.id == "a"] == ["一、", "（一）", "（二）", "三、", "一、", "二、"]
    batch = hongtou.parse_batch([NOTICE, None, "一、丙。"], "sections").to_pyarrow()
    assert found.columns == ["id", "n", *batch.column_names[1:]]


def test_every_preset(spark):
    df = spark.createDataFrame([(NOTICE,)], "text string")
    for preset in hongtou.presets():
        found = getattr(hongtou.spark, preset)(df)
        expected = hongtou.parse_batch([NOTICE], preset)
        rows = [row.asDict(recursive=True) for row in found.collect()]
        wanted = expected.to_pyarrow().select(found.columns).to_pylist()
        assert rows == wanted, preset
    assert set(hongtou.presets()) <= set(dir(hongtou.spark))
    with pytest.raises(AttributeError, match="it has documents"):
        hongtou.spark.section


def test_bytes_ids_and_selectors(spark):
    df = spark.createDataFrame([("a", bytearray(NOTICE.encode("gb18030"))), ("b", bytearray(b"%PDF"))], "url string, body binary")
    rows = hongtou.spark.chunks(df, text="body", keep=["url"], id="url").collect()
    assert {row.url: row.status for row in rows} == {"a": "ok", "b": "unsupported"}
    assert all(row.chunk == f"a#{row.start}" and row.id == "a" for row in rows if row.status == "ok")
    rows = hongtou.spark.rows(df, "documents", "body", select="attachment title", columns=["text"]).collect()
    assert [row.text for row in rows] == ["值班安排表", None]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"text": "body"}, "no column body"),
        ({"keep": ["url"]}, "no column url"),
        ({"keep": "text"}, "a list"),
        ({"keep": ["title"]}, "title of its own"),
        ({"columns": ["heding"]}, "no column"),
    ],
)
def test_bad_options_are_told_before_the_job(spark, options, said):
    df = spark.createDataFrame([(NOTICE, "x")], "text string, title string")
    with pytest.raises(hongtou.OptionError, match=said):
        hongtou.spark.sections(df, **options)


def test_the_json_of_the_corpus_is_that_of_the_crate(spark, corpus, expected):
    df = spark.createDataFrame(list(corpus.items()), "name string, text string").repartition(4)
    rows = hongtou.spark.documents(df, keep=["name"], columns=["json"]).collect()
    assert {row.name: row.json for row in rows} == expected


def executors(spark):
    """The processes of the executors of this application."""
    told = subprocess.run(["ps", "-eo", "pid,args", "-ww"], capture_output=True, text=True, check=True).stdout
    ours = f"--app-id {spark.sparkContext.applicationId}"
    mine = [line for line in told.splitlines() if ours in line and "CoarseGrainedExecutorBackend" in line]
    return [int(line.split()[0]) for line in mine]


def test_an_executor_is_lost_and_no_row_is(spark):
    from pyspark.sql import functions as f

    count, tasks = 4000, 200
    text = f.concat(f.lit("关于第"), f.col("id").cast("string"), f.lit("号事项的通知\n\n" + "一、甲。\n二、乙。\n" * 20))
    df = spark.range(0, count, numPartitions=tasks).select("id", text.alias("text"))
    found = hongtou.spark.sections(df, keep=["id"], columns=["path"])
    rows = []
    job = threading.Thread(target=lambda: rows.extend(found.collect()))
    job.start()
    tracker = spark.sparkContext.statusTracker()

    def done():
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        return sum(stage.numCompletedTasks for stage in stages if stage)

    while job.is_alive() and done() < 10:
        time.sleep(0.01)
    before = executors(spark)
    assert job.is_alive() and len(before) == 2
    os.kill(before[0], signal.SIGKILL)
    job.join(300)
    assert len(rows) == count * 40
    assert len({row.id for row in rows}) == count and all(row.status == "ok" for row in rows)
    assert before[0] not in executors(spark)


def test_the_example_runs(spark, tmp_path):
    """In a cluster of its own: a master and two workers."""
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": [NOTICE, None]}), tmp_path / "in.parquet")
    example = [sys.executable, str(ROOT / "examples/spark_sections.py"), "in.parquet", "out.parquet"]
    subprocess.run([*example, "--standalone"], cwd=tmp_path, check=True, timeout=300)
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet")
    assert table.num_rows == 7 and set(table["status"].to_pylist()) == {"ok", "missing"}
