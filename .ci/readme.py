#!/usr/bin/env python3
"""Runs each command of a read-me's ```console blocks and holds what it prints against what stands there.

usage: readme.py FILE…     a line `$ command` is run, the lines under it are its output; with none, only its success
"""

import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands(text):
    """Pairs of command and expected output."""
    for block in BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def main():
    wrong = 0
    for name in sys.argv[1:]:
        for command, output in commands(pathlib.Path(name).read_text(encoding="utf-8")):
            if command.startswith("cargo test"):
                continue  # a step of its own
            run = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
            same = run.returncode == 0 and (not output or run.stdout == output)
            wrong += not same
            print(f"{'ok' if same else 'WRONG'}: {command}")
            if not same:
                print(run.stdout, run.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
