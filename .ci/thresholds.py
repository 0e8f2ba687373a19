#!/usr/bin/env python3
"""Reads the scorer's JSON and fails where a figure is under what was reached once and may not be lost."""

import json
import sys

FLOORS = {
    "line role": 0.97,
    "blocks F1": 0.96,
    "numbered F1": 0.985,
    "law F1": 0.99,
    "heading kind": 0.93,
    "run-in": 0.97,
}
FIELD_FLOOR = 0.95
FIELD_CASES = 20


def rows(scores):
    """Name, figure and floor of everything that counts."""
    for name, floor in FLOORS.items():
        yield name, scores[name], floor
    for name, (precision, recall, cases) in scores["fields"].items():
        if cases >= FIELD_CASES:
            yield f"{name} precision", precision, FIELD_FLOOR
            yield f"{name} recall", recall, FIELD_FLOOR


def main():
    scores = json.load(sys.stdin)
    under = scores["failed"]
    print(f"{scores['documents']} documents, {scores['failed']} without an answer, {scores['perfect']:.3f} perfect")
    for name, figure, floor in rows(scores):
        mark = "" if figure >= floor else "  UNDER"
        under += figure < floor
        print(f"{name:26} {figure:.4f}  at least {floor}{mark}")
    sys.exit(1 if under else 0)


if __name__ == "__main__":
    main()
