#!/usr/bin/env python3
"""Writes `hongtou/ast.py` out of the JSON Schema of the tree, so that Python has the names of the JSON.

    python3 python/tools/elements.py > python/hongtou/ast.py
"""

import json
import pathlib
import textwrap

SCHEMA = pathlib.Path(__file__).parents[2] / "schema" / "hongtou.schema.json"
HEAD = '''"""The elements of a document: one class for each, with the names of the JSON.

Written by `tools/elements.py` out of the JSON Schema; not by hand.
"""

from __future__ import annotations

from typing import Union

from hongtou._document import Root
from hongtou._node import Node, Span
'''
PLAIN = {"string": "str", "integer": "int", "boolean": "bool", "null": "None"}


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    print(HEAD, end="")
    last = []
    for name, definition in sorted(schema.items(), key=lambda pair: pair[0] != "Text"):
        if name == "Span":
            continue
        if "properties" in definition:
            print(element(name, definition, schema), end="")
        elif name == "Block":
            members = [member["$ref"].rpartition("/")[2] for member in definition["oneOf"]]
            last = [f"\nBlock = Union[{', '.join(members)}]\n"]
    print("\n", *last, sep="", end="")


def element(name, definition, schema):
    """The class of an element."""
    said = prose(definition["description"], "    ")
    fields, text = definition["properties"], schema["Text"]["properties"]
    base = "Root" if name == "Document" else "Node"
    if name != "Text" and text.keys() <= fields.keys():
        base = "Text"
        fields = {field: what for field, what in fields.items() if field not in text}
    lines = [f"\n\nclass {name}({base}):", f'    """{said}"""', ""]
    required = definition.get("required", [])
    for field, what in sorted(fields.items(), key=lambda pair: pair[0] not in required):
        kind = annotation(what, schema)
        if field not in required and not kind.startswith("list[") and not kind.endswith("None"):
            kind += " | None"
        lines += [f"    {field}: {kind}", f'    """{prose(what.get("description", ""), "    ")}"""']
    return "\n".join(lines).rstrip("\n") + "\n"


def annotation(what, schema):
    """The type of a field as Python says it."""
    if "$ref" in what:
        name = what["$ref"].rpartition("/")[2]
        definition = schema[name]
        if name == "Contents":
            return "list[Block]"
        return name if "properties" in definition or name == "Block" else "str"
    if "anyOf" in what:
        return " | ".join(annotation(one, schema) for one in what["anyOf"])
    if what["type"] == "array":
        return f"list[{annotation(what['items'], schema)}]"
    kinds = what["type"] if isinstance(what["type"], list) else [what["type"]]
    return " | ".join(PLAIN[kind] for kind in kinds)


def prose(text, indent):
    """What the schema says of something, as a docstring."""
    text = text.replace("[`", "`").replace("`]", "`").replace("\\", "\\\\")
    text = text.replace("(super::Paragraph)", "")
    body = textwrap.indent(text, indent).strip()
    return body + ("\n" + indent if "\n" in body else "")


main()
