"""What the documentation shows is so, and types are as they are said to be."""

import doctest
import importlib
import inspect
import pkgutil
import re
import shutil
import subprocess
import sys

import hongtou
import pytest
from conftest import ROOT

MODULES = ["hongtou", *(f"hongtou.{module.name}" for module in pkgutil.iter_modules(hongtou.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_classes_say_what_they_have():
    said = inspect.getdoc(hongtou.ast.Section)
    assert said.startswith("A numbered section") and "\nheading: Heading | None" in said


def test_the_public_face_is_documented_with_examples():
    for name in ["parse", "parse_batch", "scan", "columns", "from_json"]:
        assert ">>> " in getattr(hongtou, name).__doc__, name
    assert all(getattr(hongtou, name).__doc__ for name in hongtou.__all__ if name != "__version__")


@pytest.mark.parametrize("name", ["README.md", "README.en.md", "python/README.md"])
def test_read_me(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    shown = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
    result = doctest.DocTestRunner().run(shown)
    assert result.attempted >= 4 and result.failed == 0


def test_the_elements_are_those_of_the_schema():
    made = subprocess.run(
        [sys.executable, ROOT / "python/tools/elements.py"], capture_output=True, encoding="utf-8", check=True
    )
    assert made.stdout == (ROOT / "python/hongtou/ast.py").read_text(encoding="utf-8")


TYPED = """
import hongtou
doc = hongtou.parse("x")
reveal_type(doc)
reveal_type(doc.sections[0].heading)
reveal_type(doc.doc_number)
reveal_type(hongtou.parse_batch(["x"]).num_rows)
reveal_type(doc.char_span.start)
"""


def test_types(tmp_path):
    (tmp_path / "typed.py").write_text(TYPED, encoding="utf-8")
    shutil.copy(ROOT / "python/tests/typed.py", tmp_path / "program.py")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--python-executable", sys.executable, "typed.py", "program.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    told = [line.split('"')[1] for line in checked.stdout.splitlines() if "Revealed type" in line]
    assert checked.returncode == 0, checked.stdout
    short = [kind.replace("hongtou.ast.", "").replace("builtins.", "") for kind in told]
    assert short == ["Document", "Heading | None", "DocNumber | None", "int", "int"], told


def test_the_stubs_are_those_of_the_module(tmp_path):
    checked = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "hongtou._hongtou", "--ignore-missing-stub"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout


def test_the_notebook_runs(tmp_path):
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    subprocess.run([sys.executable, ROOT / "examples/corpus.py"], cwd=tmp_path, check=True, timeout=120)
    assert (tmp_path / "corpus.png").read_bytes().startswith(b"\x89PNG")
