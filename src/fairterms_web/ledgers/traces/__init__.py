"""What rows a room must hold, if its ledger tells the truth: one module for one sort of row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Said = tuple[str, Mapping[str, Any]]
"""The kind of an entry, and its content."""
Trace = Callable[[str, Sequence[Said]], list[str]]
"""Given a room and all it said, in order: sentences about rows that do not agree with it."""


@lru_cache(maxsize=1)
def traces() -> tuple[Trace, ...]:
    """Return every trace of this folder."""
    names = sorted(one.name for one in iter_modules(__path__))
    found = [import_module(f"{__name__}.{name}").TRACE for name in names]
    return tuple(found)
