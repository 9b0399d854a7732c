"""What is made from the basis of a decision for the pages: one module each, found by listing."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from fairterms.decide.basis import Basis

Make = Callable[[Basis, date], Iterator[tuple[str, bytes]]]


@lru_cache(maxsize=1)
def makers() -> dict[str, Make]:
    """Return every maker by its module's name; each has a function ``make(basis, today)``."""
    names = sorted(one.name for one in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").make for name in names}
