"""Many texts to one table."""

import concurrent.futures
import gc
import multiprocessing
import os
import pickle
import random
import resource
import threading
import time

import hongtou
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.ipc
import pytest
from conftest import NOTICE, till_interrupted

TEXTS = [NOTICE, "一、甲。\n二、乙。\n", None, "关于值班的通知"]
NOISE = random.Random(1).randbytes(4000)
MARKERS = ["一、", "（一）", "（二）", "三、", "一、", "二、", "一、", "二、", None]


def sections(texts, **options):
    return hongtou.parse_batch(texts, "sections", **options).to_pyarrow()


def array(kind):
    return pyarrow.array(TEXTS, kind)


SHAPES = {
    "list": lambda: TEXTS,
    "tuple": lambda: tuple(TEXTS),
    "generator": lambda: (text for text in TEXTS),
    "bytes": lambda: [text and text.encode("gb18030") for text in TEXTS],
    "string": lambda: array(pyarrow.string()),
    "large_string": lambda: array(pyarrow.large_string()),
    "string_view": lambda: array(pyarrow.string_view()),
    "binary": lambda: array(pyarrow.string()).cast(pyarrow.binary()),
    "dictionary": lambda: array(pyarrow.string()).dictionary_encode(),
    "sliced": lambda: pyarrow.array(["x", *TEXTS, "y"]).slice(1, 4),
    "chunked": lambda: pyarrow.chunked_array([TEXTS[:1], [], TEXTS[1:3], TEXTS[3:]], pyarrow.string()),
    "chunked dictionary": lambda: pyarrow.chunked_array([TEXTS[:2], TEXTS[2:]]).dictionary_encode(),
    "polars": lambda: polars.Series(TEXTS),
    "polars categories": lambda: polars.Series(TEXTS, dtype=polars.Categorical),
    "pandas": lambda: pandas.Series(TEXTS),
    "pandas objects": lambda: pandas.Series(TEXTS, dtype=object),
    "pandas arrow": lambda: pandas.Series(TEXTS, dtype=pandas.ArrowDtype(pyarrow.string())),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_column_of_texts_is_read(shape):
    table = sections(SHAPES[shape]())
    assert table["marker"].to_pylist() == MARKERS
    assert table["index"].to_pylist() == [0] * 6 + [1] * 2 + [2]
    assert table["status"].to_pylist() == ["ok"] * 8 + ["missing"]


def test_every_preset_has_a_table():
    for preset in hongtou.presets():
        table = hongtou.parse_batch(TEXTS, preset)
        own = [name for name in table.column_names if name not in ("index", "status", "message")]
        assert own and set(own) <= set(hongtou.columns(preset)), preset
        wide = hongtou.parse_batch(TEXTS, preset, columns=list(hongtou.columns(preset)))
        assert wide.num_rows == table.num_rows
    assert {"documents", "sections", "paragraphs", "articles", "chunks"} <= set(hongtou.presets())


def test_rows_are_those_of_the_tree(notice):
    table = sections([NOTICE], columns=["path", "level", "text", "char_start", "char_end"])
    rows = [row for row in table.to_pylist() if "附件" not in row["path"]]
    assert [(row["path"], row["level"]) for row in rows] == [(s.path, s.level) for s in notice.sections]
    assert [(row["char_start"], row["char_end"]) for row in rows] == [s.char_span for s in notice.sections]
    assert [row["text"] for row in rows] == [s.full_text for s in notice.sections]
    (document,) = hongtou.parse_batch([NOTICE]).to_pyarrow().to_pylist()
    assert document["doc_number"] == {"text": "云政发〔2024〕12号", "agency": "云政发", "year": 2024, "serial": 12}
    assert str(document["date"]) == "2024-05-06" and document["issuers"] == ["云岭市人民政府"]


def test_options():
    assert sections(TEXTS, ids=["a", "b", "c", "d"])["id"].to_pylist() == ["a"] * 6 + ["b"] * 2 + ["c"]
    assert "id" not in sections(TEXTS).column_names
    found = hongtou.parse_batch(TEXTS, select="attachment title", columns=["text"]).to_pyarrow()
    assert found["text"].to_pylist() == ["值班安排表", None]
    chunks = hongtou.parse_batch([NOTICE], "chunks", chunk_chars=5).to_pyarrow()
    assert all(len(text) <= 5 for text in chunks["text"].to_pylist())
    big5 = "關於防汛工作的通知".encode("big5")
    assert hongtou.parse_batch([big5], encoding="big5", columns=["title"]).to_pyarrow()["title"][0].as_py()
    assert hongtou.parse_batch([]).num_rows == 0
    bare = hongtou.parse_batch(TEXTS, "sections", columns=[]).to_pyarrow()
    assert bare.column_names == ["index", "status", "message"] and bare.num_rows == 9
    assert hongtou.parse_batch(pyarrow.array([], pyarrow.string()), "sections").to_pyarrow().num_rows == 0


def test_the_order_is_that_of_the_texts_on_any_number_of_threads():
    texts = [f"关于第{number}号事项的通知\n\n一、办法\n{'详见说明。' * (number % 500)}\n" for number in range(2000)]
    tables = [hongtou.parse_batch(texts, threads=threads).to_pyarrow() for threads in (1, 2, 5)]
    assert all(table.equals(tables[0]) for table in tables)
    assert tables[0]["index"].to_pylist() == list(range(2000))


def test_a_bad_text_costs_its_own_row():
    texts = [NOTICE.encode(), b"%PDF-1.7\n\xe2", NOISE, None, "一、甲。".encode("gb18030")]
    table = sections(texts, ids=list("abcde"))
    rows = table.select(["index", "id", "status"]).to_pylist()[6:]
    assert [tuple(row.values()) for row in rows] == [
        (1, "b", "unsupported"),
        (2, "c", "undecodable"),
        (3, "d", "missing"),
        (4, "e", "ok"),
    ]
    assert "PDF" in table["message"][6].as_py()
    damaged = pyarrow.array([NOISE, NOTICE.encode()]).view(pyarrow.string())
    assert sections(damaged)["status"].to_pylist() == ["undecodable"] + ["ok"] * 6


def test_tables_go_where_arrow_is_spoken():
    table = hongtou.parse_batch(TEXTS, "sections")
    assert table.to_pyarrow().equals(pyarrow.table(table))
    assert pyarrow.record_batch(table).num_rows == len(table) == 9
    assert table.to_polars()["marker"].to_list() == MARKERS
    assert table.to_pandas()["marker"].tolist()[:8] == MARKERS[:8]
    assert pyarrow.schema(table).names == table.column_names
    assert repr(table).startswith("<Table 9 rows: index, title, ")


@pytest.mark.parametrize("ids", [[7, 8], pyarrow.array([7, 8]), polars.Series([7, 8]), pandas.Series([7, 8])])
def test_ids_may_be_numbers(ids):
    assert hongtou.parse_batch(["一", "二"], ids=ids).to_pyarrow()["id"].to_pylist() == ["7", "8"]


def test_tables_go_to_other_processes():
    table = hongtou.parse_batch(TEXTS, "sections")
    assert pickle.loads(pickle.dumps(table)).to_pyarrow().equals(table.to_pyarrow())
    assert pyarrow.ipc.open_stream(table.to_ipc()).read_all().equals(table.to_pyarrow())
    with pytest.raises(hongtou.DecodeError):
        hongtou.Table.from_ipc(b"nonsense")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_pools_of_processes(method):
    hongtou.parse_batch(TEXTS * 100)
    with multiprocessing.get_context(method).Pool(2) as pool:
        tables = pool.map(hongtou.parse_batch, [TEXTS, TEXTS[:1]])
        docs = pool.map(hongtou.parse, [NOTICE, "一、甲。"])
    assert [len(table) for table in tables] == [4, 1]
    assert docs[0].title.text == hongtou.parse(NOTICE).title.text and len(docs[1].sections) == 1


def test_threads_of_python():
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        tables = list(pool.map(lambda number: sections([NOTICE] * number), range(20)))
    assert [table.num_rows for table in tables] == [6 * number for number in range(20)]


def test_tables_in_a_notebook():
    table = hongtou.parse_batch(["一、<b>甲</b>&" + "乙" * 50] * 12, "sections", columns=["text"])
    shown = table._repr_html_()
    assert shown.count("<tr>") == 11 and "<p>12 rows</p>" in shown
    assert "<td>&lt;b&gt;甲&lt;/b&gt;&amp;" + "乙" * 31 + "…</td>" in shown


def test_the_text_is_not_copied():
    text = "一、加强值班。" + "各地要落实领导带班制度。" * 1000
    column = pyarrow.array([text] * 1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    hongtou.parse_batch(column, "sections", columns=["path"])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < column.nbytes / 2, (grown, column.nbytes)


def test_python_goes_on_meanwhile():
    column = pyarrow.array([NOTICE * 20] * 3000)
    counted, stop = [0], threading.Event()

    def count():
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    start = time.monotonic()
    hongtou.parse_batch(column, threads=1)
    took = time.monotonic() - start
    stop.set()
    thread.join()
    assert counted[0] > took * 20, (counted, took)


INTERRUPTED = """
import hongtou, sys, time
text = "一、加强值班。各地要落实领导带班制度。\\n" * 400_000
print("ready", flush=True)
try:
    {}
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.parametrize("call", ["hongtou.parse_batch([text] * 64)", "hongtou.parse(text * 2)"])
def test_ctrl_c_ends_it_within_a_second(call):
    assert till_interrupted(INTERRUPTED.format(call)) < 1


def test_a_forked_child_can_read_too():
    hongtou.parse_batch(TEXTS * 100)
    child = os.fork()
    if child == 0:
        os._exit(0 if hongtou.parse_batch(TEXTS * 100).num_rows == 400 else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_memory_does_not_grow_with_calls():
    def calls(count):
        for _ in range(count):
            doc = hongtou.parse(NOTICE)
            assert doc.title.text and doc.select("section")
            pyarrow.table(hongtou.parse_batch(column, "sections"))
            with pytest.raises(hongtou.InputError):
                hongtou.parse_batch([1])
        gc.collect()
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * resource.getpagesize()

    column = pyarrow.array(TEXTS)
    calls(2000)
    before = calls(500)
    assert calls(4000) - before < 2 << 20
