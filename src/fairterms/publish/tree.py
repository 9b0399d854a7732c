"""A report as plain dictionaries and lists, for every form that is not HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeAlias, get_args

from fairterms.publish.blocks import BLOCKS, block_name
from fairterms.publish.inline import Inline

Tree: TypeAlias = "str | int | float | bool | list[Tree] | dict[str, Tree] | None"
_RUNS = tuple(kind for kind in get_args(Inline) if kind is not str)


def as_tree(value: object) -> Tree:
    """Turn records into plain dictionaries and lists.

    Parameters
    ----------
    value
        A record, a tuple, a mapping or a plain value.

    Returns
    -------
    Tree
        Dictionaries with the fields in the order of the record. A block says first which
        one it is under "block", a run other than plain text under "run".

    Raises
    ------
    TypeError
        If the value is none of these.

    Examples
    --------
    >>> from fairterms.publish.page import Prose, Strong
    >>> as_tree(Prose(("Now ", Strong("here"))))
    {'block': 'prose', 'words': ['Now ', {'run': 'strong', 'text': 'here'}]}
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [as_tree(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): as_tree(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _kind(value) | {
            field.name: as_tree(getattr(value, field.name)) for field in fields(value)
        }
    raise TypeError(f"a report holds text, numbers and records, not {type(value).__name__}")


def _kind(record: object) -> dict[str, Tree]:
    if isinstance(record, BLOCKS):
        return {"block": block_name(record)}
    if isinstance(record, _RUNS):
        return {"run": type(record).__name__.lower()}
    return {}
