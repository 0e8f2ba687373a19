"""What the tests share."""

import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest

ROOT = pathlib.Path(__file__).parents[2]
CORPUS = ROOT / "corpus"

NOTICE = """云岭市人民政府关于做好防汛工作的通知
云政发〔2024〕12号

各县（市、区）人民政府：

一、加强值班。各地要落实领导带班制度。
（一）落实责任。
（二）落实人员。
三、加强巡查。

云岭市人民政府
2024年5月6日

附件1

值班安排表

一、甲组
二、乙组
"""


def till_interrupted(code, *arguments):
    """Seconds from Ctrl-C to the line `interrupted` of a script that said it was ready."""
    with subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.3)
        start = time.monotonic()
        child.send_signal(signal.SIGINT)
        assert child.stdout.readline() == "interrupted\n"
        took = time.monotonic() - start
        child.kill()
    return took


@pytest.fixture
def notice():
    import hongtou

    return hongtou.parse(NOTICE)


@pytest.fixture(scope="session")
def corpus():
    """The documents of the corpus by name, their line ends as they are."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted(CORPUS.glob("*.txt"))}


@pytest.fixture(scope="session")
def expected():
    """The JSON that the crate writes of them."""
    folder = os.environ.get("HONGTOU_EXPECTED")
    if folder is None:
        pytest.skip("`cargo test -p hongtou-python` has the JSON of the crate")
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(folder).glob("*.json"))}
