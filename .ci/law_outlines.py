#!/usr/bin/env python3
"""Holds the 编章节条 of laws against outlines that people made.

usage: law_outlines.py FOLDER HONGTOU     FOLDER has law_outlines.jsonl and real/ID.txt
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

FLOOR = 0.995
ROLES = {"part", "chapter", "section", "article"}
MARKER = re.compile(r"第[0-9０-９〇○零一二三四五六七八九十百千]+(?:编|章|节|条)(?:之[一二三四五六七八九十]+)?")


def marker(text):
    """The number a unit begins with, blanks left out; None where it has none."""
    found = MARKER.match(re.sub(r"\s", "", text))
    return found and found.group()


def expected(law):
    headings = (marker(heading["text"]) for heading in law["headings"])
    return collections.Counter(filter(None, [*headings, *map(marker, law["articles"])]))


def read(program, path):
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = subprocess.run([program, "label", path], capture_output=True, text=True, check=True).stdout
    rows = (row.split("\t") for row in rows.splitlines())
    return collections.Counter(marker(lines[int(row[0]) - 1]) for row in rows if row[1] in ROLES)


def main():
    folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    right = missed = added = laws = 0
    for row in (folder / "law_outlines.jsonl").read_text(encoding="utf-8").splitlines():
        law = json.loads(row)
        gold = expected(law)
        if not gold:
            continue
        got = read(program, folder / "real" / f"{law['id']}.txt")
        laws += 1
        right += (gold & got).total()
        missed += (gold - got).total()
        added += (got - gold).total()
        if gold != got:
            print(f"{law['id']}: missed {sorted(gold - got)}, added {sorted(map(str, got - gold))}")
    score = 2 * right / max(1, 2 * right + missed + added)
    print(f"{laws} laws: {right} units right, {missed} missed, {added} added, F1 {score:.4f}, at least {FLOOR}")
    sys.exit(0 if score >= FLOOR else 1)


if __name__ == "__main__":
    main()
