"""A new entry as text, appended to a log; what stands there already is not touched."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

Value = str | date | bool | Sequence[str]


def appended(text: str, fields: Mapping[str, Value]) -> str:
    r"""Return a log's text with one more entry at its end.

    Parameters
    ----------
    text
        The log as it is; empty for a new one.
    fields
        What the entry says, in the order in which it is written; empty values are left out.

    Examples
    --------
    >>> fields = {"id": "ask", "on": date(2026, 10, 3), "quote": 'Say "yes".'}
    >>> print(appended("", fields), end="")
    [[entry]]
    id = "ask"
    on = 2026-10-03
    quote = "Say \"yes\"."
    """
    lines = [f"{key} = {_written(value)}" for key, value in fields.items() if value]
    entry = "\n".join(("[[entry]]", *lines, ""))
    return f"{text.rstrip()}\n\n{entry}" if text.strip() else entry


def _written(value: Value) -> str:
    """Write a value as TOML; its strings are escaped as those of JSON, and one character more."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
