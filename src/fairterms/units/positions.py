"""Line numbers for TOML: the standard parser keeps none, and our messages need them.

The scanner runs only over text that :mod:`tomllib` has accepted, so it need not check syntax; it
only follows tables, keys and values to note the line on which each begins.
"""

import re
import tomllib
from decimal import Decimal
from typing import Any

Path = tuple[str | int, ...]
"""Where a value stands: keys and, for arrays, positions counted from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_SAME_LINE_BLANK = re.compile(r"[ \t]*")


def parse(text: str) -> tuple[dict[str, Any], dict[Path, int]]:
    r"""Read TOML exactly, and note the line of every value.

    Parameters
    ----------
    text
        A TOML document.

    Returns
    -------
    tuple
        The parsed document, with fractions as Decimal, and the line (from 1) of each path.

    Raises
    ------
    tomllib.TOMLDecodeError
        When the text is not TOML.

    Examples
    --------
    >>> document, lines = parse('[a]\nb = [1,\n2]')
    >>> lines["a", "b", 1]
    3
    """
    document = tomllib.loads(text, parse_float=Decimal)
    return document, _Scanner(text).lines()


class _Scanner:
    """Walks accepted TOML text once, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.found: dict[Path, int] = {}
        self.array_lengths: dict[Path, int] = {}

    def lines(self) -> dict[Path, int]:
        """Return the line of each path."""
        prefix: Path = ()
        self._skip(_BLANK)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                prefix = self._header()
            else:
                self._key_value(prefix)
            self._skip(_BLANK)
        return self.found

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        assert match is not None, "the text was accepted by tomllib"
        self.at = match.end()
        return match.group()

    def _header(self) -> Path:
        is_array = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if is_array else 1
        keys = self._keys()
        self.at += 2 if is_array else 1
        path = self._through_arrays(keys[:-1])
        full = (*path, keys[-1])
        if is_array:
            position = self.array_lengths.get(full, 0)
            self.array_lengths[full] = position + 1
            self.found.setdefault(full, line)
            full = (*full, position)
        else:
            full = self._through_arrays(keys)
        self.found[full] = line
        return full

    def _through_arrays(self, keys: tuple[str, ...]) -> Path:
        """Extend a table path by the newest entry of each array of tables on its way."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self.array_lengths:
                path = (*path, self.array_lengths[path] - 1)
        return path

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while True:
            self._skip(_SAME_LINE_BLANK)
            keys.append(self._string() if self.text[self.at] in "\"'" else self._skip(_BARE_KEY))
            self._skip(_SAME_LINE_BLANK)
            if not self.text.startswith(".", self.at):
                return tuple(keys)
            self.at += 1

    def _key_value(self, prefix: Path) -> None:
        line = self._line()
        keys = self._keys()
        self.at += 1  # the equals sign
        self._skip(_SAME_LINE_BLANK)
        for depth in range(1, len(keys) + 1):
            self.found.setdefault((*prefix, *keys[:depth]), line)
        self._value((*prefix, *keys))

    def _value(self, path: Path) -> None:
        self.found.setdefault(path, self._line())
        opening = self.text[self.at]
        if opening in "\"'":
            self._string()
        elif opening == "[":
            self._elements(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._skip(_BARE_VALUE)

    def _elements(self, path: Path) -> None:
        self.at += 1
        position = 0
        self._skip(_BLANK)
        while self.text[self.at] != "]":
            self._value((*path, position))
            position += 1
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
            self._skip(_BLANK)
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        self._skip(_BLANK)
        while self.text[self.at] != "}":
            self._key_value(path)
            self._skip(_BLANK)
            if self.text[self.at] == ",":
                self.at += 1
            self._skip(_BLANK)
        self.at += 1

    def _string(self) -> str:
        """Step over a string of any of TOML's four kinds and return its raw inside."""
        quote = self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        start = self.at + len(fence)
        end = start
        while not self.text.startswith(fence, end):
            end += 2 if quote == '"' and self.text[end] == "\\" else 1
        while len(fence) == 3 and self.text.startswith(fence, end + 1):
            end += 1  # a multi-line string may end with up to two quotes of its own
        self.at = end + len(fence)
        return self.text[start:end]
