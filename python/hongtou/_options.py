"""What is asked of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence, SupportsIndex

from hongtou._errors import OptionError
from hongtou._hongtou import Tokenizer

if TYPE_CHECKING:
    from hongtou._hongtou import Asked


def asked(
    preset: str,
    columns: Sequence[str] | None,
    select: str | None,
    chunk_chars: int,
    encoding: str | None,
    tokenizer: Tokenizer | None,
    threads: int,
    named: bool,
) -> Asked:
    """The options as Rust takes them."""
    _check("preset", preset, str, "the name of a table")
    _check("select", select, (str, type(None)), "a query")
    _check("encoding", encoding, (str, type(None)), "the name of an encoding")
    _check("tokenizer", tokenizer, (Tokenizer, type(None)), "a hongtou.Tokenizer")
    _check("chunk_chars", chunk_chars, SupportsIndex, "1 or more", 1)
    _check("threads", threads, SupportsIndex, "0 or more", 0)
    return {
        "preset": preset,
        "columns": None if columns is None else names_of("columns", columns),
        "select": select,
        "chunk_chars": chunk_chars,
        "encoding": encoding,
        "tokenizer": tokenizer,
        "threads": threads,
        "named": named,
    }


def names_of(option: str, names: Sequence[str]) -> list[str]:
    """A list of names; one str is none."""
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise OptionError(f"found {option}={names!r}, expected a list of names")
    return list(names)


def _check(option: str, value: Any, kind: type | tuple[type, ...], expected: str, least: int | None = None) -> None:
    if not isinstance(value, kind) or least is not None and value < least:
        raise OptionError(f"found {option}={value!r}, expected {expected}")
