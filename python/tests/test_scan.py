"""Files, folders and tables to a stream."""

import json
import threading

import hongtou
import pyarrow
import pyarrow.parquet
import pytest
from conftest import NOTICE, till_interrupted


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/a.txt").write_text(NOTICE, encoding="gb18030")
    (tmp_path / "texts/b.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "texts/c.txt").write_text("一、甲。\n", encoding="utf-8")
    (tmp_path / "texts/d.md").write_text("一、乙。\n", encoding="utf-8")
    rows = [{"url": "u1", "text": NOTICE}, {"url": "u2", "text": None}, {"url": "u3", "text": "一、丙。"}]
    (tmp_path / "t.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "t.parquet")
    return tmp_path


def read(*args, **options):
    return pyarrow.RecordBatchReader.from_stream(hongtou.scan(*args, **options)).read_all()


def test_folders(folder):
    table = read(folder / "texts", "sections", glob="*.txt")
    assert table["index"].to_pylist() == [0] * 6 + [1, 2]
    assert table["status"].to_pylist() == ["ok"] * 6 + ["unsupported", "ok"]
    assert [name.rpartition("/")[2] for name in table["id"].to_pylist()] == ["a.txt"] * 6 + ["b.txt", "c.txt"]
    assert read(folder / "texts").num_rows == 4
    assert read([folder / "texts/c.txt", str(folder / "texts/d.md")], "sections")["text"].to_pylist() == ["甲。", "乙。"]


@pytest.mark.parametrize("name", ["t.jsonl", "t.parquet"])
def test_tables(folder, name):
    table = read(folder / name, "sections", id="url")
    assert table["id"].to_pylist() == ["u1"] * 6 + [f"{folder / name}:2", "u3"]
    assert table["status"].to_pylist() == ["ok"] * 6 + ["missing", "ok"]


def test_it_is_what_parse_batch_gives(folder):
    batch = hongtou.parse_batch([NOTICE, None, "一、丙。"], "sections").to_pyarrow()
    table = read(folder / "t.parquet", "sections").select(batch.column_names)
    assert table.drop(["message"]).equals(batch.drop(["message"]))


def test_it_comes_in_pieces_and_can_be_left(folder):
    rows = [f"关于第{number}号事项的通知\n\n一、甲。\n" for number in range(20_000)]
    pyarrow.parquet.write_table(pyarrow.table({"text": rows}), folder / "many.parquet")
    tables = list(hongtou.scan(folder / "many.parquet"))
    assert len(tables) > 2 and sum(map(len, tables)) == 20_000
    before = threading.active_count()
    scan = hongtou.scan(folder / "many.parquet")
    next(scan)
    del scan
    assert threading.active_count() == before


def test_errors(folder):
    with pytest.raises(FileNotFoundError):
        hongtou.scan(folder / "nowhere")
    with pytest.raises(hongtou.OptionError):
        hongtou.scan(folder, "section")
    with pytest.raises(hongtou.InputError, match="found int at index 1, expected a path"):
        hongtou.scan([folder, 3])
    table = read(folder / "t.parquet", text="body")
    assert table["status"].to_pylist() == ["unreadable"] and "body" in table["message"][0].as_py()


INTERRUPTED = """
import hongtou, pyarrow, sys, time
print("ready", flush=True)
try:
    try:
        {}
    except pyarrow.ArrowInvalid:
        [time.sleep(0.01) for _ in range(100)]
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""
READ = {
    "by hand": "list(hongtou.scan(sys.argv[1]))",
    "by pyarrow": "pyarrow.RecordBatchReader.from_stream(hongtou.scan(sys.argv[1])).read_all()",
}


@pytest.mark.parametrize("how", READ)
def test_ctrl_c_ends_it(folder, how):
    (folder / "long.txt").write_text("一、加强值班。各地要落实领导带班制度。\n" * 1_000_000, encoding="utf-8")
    assert till_interrupted(INTERRUPTED.format(READ[how]), str(folder / "long.txt")) < 1
