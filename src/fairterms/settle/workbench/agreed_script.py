"""What both sides agree on in a script, and the line that says they did."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from fairterms.units.refusal import Refusal

_KEY: Final = "agreed"
_HEADER: Final = re.compile(r"\s*\[")
_OWN_TABLE: Final = re.compile(r"\s*\[\s*agreed\s*\]")
_OWN_LINE: Final = re.compile(r"\s*agreed\s*[.=]")


@dataclass(frozen=True)
class Agreement:
    """What the line says.

    Attributes
    ----------
    terms
        The hash of the terms both sides signed.
    group, plan
        The day each of them signed.
    """

    terms: str
    group: date
    plan: date

    def __str__(self) -> str:
        day = f"group = {self.group}, plan = {self.plan}"
        return f'{_KEY} = {{ terms = "{self.terms}", {day} }}'


def script_hash(text: str) -> str:
    r"""Return the hash of what a script says, whatever was agreed on and however it is laid out.

    Parameters
    ----------
    text
        Of a script.

    Returns
    -------
    str
        64 hexadecimal digits; of the text itself where it cannot be read as TOML.

    Examples
    --------
    >>> script_hash('title = "A"') == script_hash('# ours\ntitle = "A"\nagreed = { }')
    True
    """
    try:
        document = _read(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return hashlib.sha256(f"unread {text}".encode()).hexdigest()
    document.pop(_KEY, None)
    written = json.dumps(_form(document), sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def agree(text: str, agreement: Agreement) -> str:
    """Return a script with the line that says what both sides agreed on, in place of an older one.

    Parameters
    ----------
    text
        Of a script.

    Raises
    ------
    Refusal
        When the line cannot be put into the text without changing anything else in it.
    """
    try:
        wanted = {**_read(text), _KEY: _read(str(agreement))[_KEY]}
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        bare = _without(plain.split("\n"))
        for place in _places(bare):
            lines = [*bare[:place], str(agreement), *bare[place:]]
            if _says("\n".join(lines), wanted):
                return "\n".join(lines).rstrip("\n") + "\n"
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        pass
    raise Refusal(
        "the script",
        "cannot take the line that says it was agreed",
        "a script is never changed otherwise than by that one line",
        f"write below its title: {agreement}",
    )


def _without(lines: Iterable[str]) -> list[str]:
    """Leave out what was agreed before."""
    kept: list[str] = []
    is_table, is_within = False, False
    for line in lines:
        if _HEADER.match(line):
            is_table, is_within = True, _OWN_TABLE.match(line) is not None
        if not is_within and (is_table or not _OWN_LINE.match(line)):
            kept.append(line)
    return kept


def _places(lines: list[str]) -> Iterable[int]:
    """Return where a line for the whole script can stand: below its title, else above all."""
    for number, line in enumerate(lines):
        if line.startswith("title"):
            yield number + 1
            break
    yield 0


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return _read(text) == wanted
    except tomllib.TOMLDecodeError:
        return False


def _read(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)


def _form(value: object) -> list[object]:
    """Write a value with its sort, so that a date differs from the same letters as text."""
    if isinstance(value, dict):
        return ["table", {name: _form(one) for name, one in value.items()}]
    if isinstance(value, list):
        return ["list", [_form(one) for one in value]]
    return [type(value).__name__, str(value)]
