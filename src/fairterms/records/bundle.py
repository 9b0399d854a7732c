"""The entries of a JSON bundle one after another, without holding the whole of it."""

import json
from collections.abc import Iterator
from typing import Any, TextIO

_BLOCK = 1 << 18


class TooLong(ValueError):
    """Raised when one value is longer than may be held; ``characters`` says how long."""

    def __init__(self, characters: int) -> None:
        super().__init__(f"{characters} characters")
        self.characters = characters


class _Text:
    """A stretch of a file, and more of it when it is needed."""

    def __init__(self, file: TextIO, longest: int) -> None:
        self._file = file
        self._longest = longest
        self._decoder = json.JSONDecoder()
        self._held = ""
        self._at = 0
        self._is_over = False

    def mark(self) -> str:
        """Return the next letter that is no space, without taking it."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def take(self, letter: str) -> None:
        """Take a letter that must come next."""
        if self.mark() != letter:
            raise json.JSONDecodeError(f"expected {letter}", "", 0)
        self._at += 1

    def value(self) -> Any:
        """Take the next value."""
        self.mark()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
                continue
            # A number at the very end of what is held may go on in the next block.
            if end < len(self._held) or not self._more():
                self._at = end
                return value

    def _more(self) -> bool:
        """Read on; what was taken is let go of, and each time twice as much is asked for."""
        if self._is_over:
            return False
        self._held = self._held[self._at :]
        self._at = 0
        if len(self._held) > self._longest:
            raise TooLong(len(self._held))
        block = self._file.read(max(_BLOCK, len(self._held)))
        self._is_over = not block
        self._held += block
        return bool(block)


def entries(file: TextIO, longest: int) -> Iterator[Any]:
    """Give the values of the array ``entry`` of a JSON object; one object without it is one entry.

    Parameters
    ----------
    file
        The text.
    longest
        The most characters one value may have.

    Raises
    ------
    json.JSONDecodeError
        When the text is no JSON object.
    TooLong
        When a value is too long.

    Examples
    --------
    >>> import io
    >>> list(entries(io.StringIO('{"type": "x", "entry": [{"a": 1}, {"a": 2}], "b": 0}'), 1000))
    [{'a': 1}, {'a': 2}]
    """
    text, alone = _Text(file, longest), {}
    text.take("{")
    while text.mark() != "}":
        key = text.value()
        text.take(":")
        if key == "entry" and text.mark() == "[":
            yield from _array(text)
        else:
            alone[key] = text.value()
        if text.mark() == ",":
            text.take(",")
    text.take("}")
    if alone.get("resourceType") not in (None, "Bundle"):
        yield {"resource": alone}


def _array(text: _Text) -> Iterator[Any]:
    text.take("[")
    while text.mark() != "]":
        yield text.value()
        if text.mark() == ",":
            text.take(",")
    text.take("]")
