"""What hongtou raises; all of it is derived from `Exception` and can be pickled."""

from __future__ import annotations

from typing import Any


class Error(Exception):
    """An error of hongtou.

    `index` is the place of the input among those that were given, from 0; `None` where there was one only.
    """

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index

    def __reduce__(self) -> Any:
        return (type(self), (self.args[0], self.index))


class InputError(Error, TypeError):
    """What was given is no text, and holds none.

    >>> import hongtou
    >>> try:
    ...     hongtou.parse_batch(["一", 2])
    ... except hongtou.InputError as error:
    ...     print(error.index, error)
    1 found int at index 1, expected str, bytes or None
    """


class DecodeError(Error, ValueError):
    """Bytes that are no text in any encoding of Chinese, a str with half of a character, JSON that is no tree."""


class OptionError(Error, ValueError):
    """A table, a column or an encoding that is none."""


class QueryError(Error, ValueError):
    """A query that can't be read.

    >>> import hongtou
    >>> try:
    ...     hongtou.parse("一、甲。").select("section[lvel=1]")
    ... except hongtou.QueryError as error:
    ...     print(error, "|", error.query[error.start:error.end], "|", error.help)
    found `lvel`, expected the name of an attribute | lvel | did you mean `level`?
    """

    def __init__(self, message: str, query: str = "", start: int = 0, end: int = 0, help: str | None = None) -> None:
        super().__init__(message)
        self.query, self.start, self.end, self.help = query, start, end, help

    def __reduce__(self) -> Any:
        return (type(self), (self.args[0], self.query, self.start, self.end, self.help))


class InternalError(Error, RuntimeError):
    """hongtou failed where it must not: please report the text."""
