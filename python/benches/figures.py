#!/usr/bin/env python3
"""The figures of the Python package in BENCHMARKS.md; all on one core, contenders in turn, the median of rounds.

    python3 python/benches/figures.py texts              # makes texts/: 3,000 documents of about 14 KB
    python3 python/benches/figures.py batch texts HONGTOU   # parse_batch against the command's extract: CPU
    python3 python/benches/figures.py re texts           # parse_batch against a parser of twelve `re` patterns
    python3 python/benches/figures.py share texts        # what of it is reading, what rows
    python3 python/benches/figures.py memory             # resident memory over 100,000 calls
    python3 python/benches/figures.py dictionary         # what the words' dictionary costs, in fresh processes
"""

import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import time

ROUNDS = 7
ORGANS = "云岭市水利局 云岭市应急管理局 云岭市教育局 云岭市财政局 临江省水利厅 临江省财政厅".split()
NUMBERS = "一二三四五六七八九十"
SENTENCE = "各地各部门要按照职责分工抓好本项工作的落实，确保第{}项任务在规定时限内完成，重大情况及时报告。"


def texts(folder):
    """Invented notices: a title, a number, an addressee, sections on three levels, a signature, a date."""
    folder = pathlib.Path(folder)
    folder.mkdir()
    for number in range(3000):
        organ = ORGANS[number % len(ORGANS)]
        lines = [f"{organ}关于做好第{number}号重点工作的通知", f"云水发〔20{10 + number % 15}〕{number}号", "", "各县（市、区）人民政府：", ""]
        lines.append(SENTENCE.format(number) * 2)
        for first in range(6):
            lines.append(f"{NUMBERS[first]}、加强第{first}类工作的组织领导")
            for second in range(4):
                lines.append(f"（{NUMBERS[second]}）明确工作责任。{SENTENCE.format(second)}")
                lines += [f"{third + 1}.{SENTENCE.format(third)}" for third in range(3)]
        lines += ["", organ, f"20{10 + number % 15}年{number % 12 + 1}月{number % 28 + 1}日"]
        (folder / f"{number:04}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def load(folder):
    return [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(folder).glob("*.txt"))]


def cpu(call):
    """CPU seconds that a call takes, those of its children too."""

    def spent():
        return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    before = spent()
    call()
    return spent() - before


def compared(ours, theirs):
    """Medians of both, and the median of the ratios of each round."""
    rounds = [(cpu(ours), cpu(theirs)) for _ in range(ROUNDS)]
    one, other = (statistics.median(column) for column in zip(*rounds))
    return one, other, statistics.median(a / b for a, b in rounds)


def batch(folder, command):
    """The same table out of texts in memory and, by the command, out of the files less what reading none takes."""
    import hongtou
    import pyarrow

    column = pyarrow.array(load(folder))
    names = [column_ for column_, _, own in hongtou._hongtou.columns("sections") if own and column_ != "id"]
    extract = [command, "extract", "--quiet", "--threads", "1", "--as", "sections", "--columns", ",".join(names)]

    def commanded(inputs):
        with open(os.devnull, "wb") as null:
            subprocess.run([*extract, "--format", "parquet", *inputs], stdout=null, check=True)

    ours = lambda: hongtou.parse_batch(column, "sections", threads=1)
    one, other, ratio = compared(ours, lambda: commanded([folder]))
    print(f"{len(column)} texts of {column.nbytes // len(column)} bytes, sections, one thread, CPU seconds:")
    print(f"parse_batch {one:.3f}, hongtou extract to Parquet {other:.3f}; ratio {ratio:.2f}")


PATTERNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "doc_number": r"^\s*[\u4e00-\u9fff]+[〔\[（(]\d{4}[〕\]）)]\s*\d+\s*号\s*$",
        "title": r"^\s*.{2,60}(?:通知|意见|决定|通报|报告|请示|批复|函|纪要)\s*$",
        "addressee": r"^\s*[^。；]{2,80}[：:]\s*$",
        "level1": r"^\s*([一二三四五六七八九十百]+)、\s*(.*)$",
        "level2": r"^\s*[（(]([一二三四五六七八九十百]+)[）)]\s*(.*)$",
        "level3": r"^\s*(\d+)[.．、]\s*(.*)$",
        "level4": r"^\s*[（(](\d+)[）)]\s*(.*)$",
        "level5": r"^\s*([①-⑳])\s*(.*)$",
        "article": r"^\s*第([一二三四五六七八九十百千零]+)条\s*(.*)$",
        "attachment": r"^\s*附件[：:]?\s*(\d*).*$",
        "date": r"^\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*$",
        "signature": r"^\s*[\u4e00-\u9fff]{2,20}(?:厅|局|部|委|府|办|室|会)\s*$",
    }.items()
}
LEVELS = {"level1": 1, "level2": 2, "level3": 3, "level4": 4, "level5": 5, "article": 1}


DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}


def integer(written):
    """The value of 二十一, 21 or ⑪."""
    if written.isdecimal():
        return int(written)
    if not set(written) <= {*DIGITS, *"十百千"}:
        return ord(written[0]) - ord("①") + 1
    value = digit = 0
    for character in written:
        if character in DIGITS:
            digit = DIGITS[character]
        else:
            value += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
    return value + digit


def sections_by_re(text):
    """What people write for the same end: each line tried by each pattern, sections nested by their level, with the
    columns that are asked of parse_batch: path, number, heading, start, end."""
    tree = {"level": 0, "path": "", "fields": {}, "paragraphs": [], "children": []}
    open_ = [tree]
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        line = line.rstrip("\n")
        if not line.strip():
            continue
        for name, pattern in PATTERNS.items():
            found = pattern.match(line)
            if not found:
                continue
            if name in LEVELS:
                while open_[-1]["level"] >= LEVELS[name]:
                    open_.pop()
                marker, above = found.group(1), open_[-1]["path"]
                heading, _, rest = found.group(2).partition("。")
                node = {
                    "level": LEVELS[name],
                    "number": integer(marker),
                    "path": f"{above}/{marker}" if above else marker,
                    "heading": heading,
                    "start": start,
                    "end": at,
                    "paragraphs": [rest] if rest else [],
                    "children": [],
                }
                open_[-1]["children"].append(node)
                open_.append(node)
            else:
                tree["fields"].setdefault(name, line.strip())
            break
        else:
            open_[-1]["paragraphs"].append(line.strip())
        for node in open_:
            node["end"] = at
    return tree


def against_re(folder):
    import hongtou
    import pyarrow

    found = load(folder)
    column = pyarrow.array(found)
    columns = ["path", "number", "heading", "start", "end"]
    ours = lambda: hongtou.parse_batch(column, "sections", columns=columns, threads=1)
    one, other, ratio = compared(ours, lambda: [sections_by_re(text) for text in found])
    print(f"{len(found)} texts: parse_batch {one:.3f} CPU-s, twelve re patterns {other:.3f}; {1 / ratio:.1f} times as fast")


def share(folder):
    """CPU of tables that grow: one row a text without columns, which is reading; sections without; a column each."""
    import hongtou
    import pyarrow

    column = pyarrow.array(load(folder))
    five = ["path", "number", "heading", "start", "end"]
    tables = [("documents", []), ("sections", []), *(("sections", five[: n + 1]) for n in range(5)), ("sections", None)]
    rounds = [
        [cpu(lambda: hongtou.parse_batch(column, preset, columns=columns, threads=1)) for preset, columns in tables]
        for _ in range(ROUNDS)
    ]
    for (preset, columns), spent in zip(tables, zip(*rounds)):
        name = "all" if columns is None else ", ".join(columns) or "none"
        print(f"{preset}, columns {name}: {statistics.median(spent) * 1000:.0f} ms")


DICTIONARY = """
import resource, time
def spent():
    return time.process_time() * 1000, int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
bare = spent()
import hongtou
imported = spent()
hongtou.tokens("各地要落实责任。")
first = spent()
hongtou.tokens("各地要落实责任。")
again = spent()
for one, other in ((imported, bare), (first, imported), (again, first)):
    print(one[0] - other[0], one[1] - other[1])
"""


def dictionary():
    """Milliseconds of CPU and MiB of memory: of the import, of the first words, of words again."""
    runs = []
    for _ in range(ROUNDS):
        told = subprocess.run([sys.executable, "-c", DICTIONARY], capture_output=True, text=True, check=True).stdout
        runs.append([[float(number) for number in line.split()] for line in told.splitlines()])
    for name, *found in zip(("import", "first words", "words again"), *runs):
        spent, room = (statistics.median(column) for column in zip(*found))
        print(f"{name}: {spent:.1f} ms, {room:.1f} MiB")


def memory():
    import hongtou
    import pyarrow

    text = "云岭市人民政府关于做好防汛工作的通知\n\n" + "一、加强值班。各地要落实带班制度。\n" * 20
    column = pyarrow.array([text, None])

    def resident():
        return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20

    start = time.monotonic()
    for call in range(1, 110_001):
        doc = hongtou.parse(text)
        assert doc.title.text and doc.sections[0].heading.text
        pyarrow.table(hongtou.parse_batch(column, "sections"))
        if call % 10_000 == 0:
            print(f"after {call:7} calls: {resident():.1f} MiB ({time.monotonic() - start:.0f} s)", flush=True)


def main():
    commands = {"texts": texts, "batch": batch, "re": against_re, "share": share, "memory": memory, "dictionary": dictionary}
    commands[sys.argv[1]](*sys.argv[2:])


main()
