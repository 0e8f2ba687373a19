"""What is asked of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from hongtou._errors import OptionError

if TYPE_CHECKING:
    from hongtou._hongtou import Asked


def asked(
    preset: str,
    columns: Sequence[str] | None,
    select: str | None,
    chunk_chars: int,
    encoding: str | None,
    threads: int,
    named: bool,
) -> Asked:
    """The options as Rust takes them."""
    if isinstance(columns, str):
        raise OptionError(f"found columns={columns!r}, expected a list of names")
    if chunk_chars < 1 or threads < 0:
        raise OptionError("chunk_chars is 1 or more, threads 0 or more")
    return {
        "preset": preset,
        "columns": None if columns is None else list(columns),
        "select": select,
        "chunk_chars": chunk_chars,
        "encoding": encoding,
        "threads": threads,
        "named": named,
    }
